# shellcheck shell=bats disable=SC2154
# balint-group import: people and enrolments from the CSV that a secretary keeps.
load helper

setup()
{
	scene
	prepared group
}

# One edition of room for six, its sessions from 17 February on; nobody in it, one institution.
group()
{
	edition --max 6
	sessions --from 2021-02-17 --count 6
	balint-group person add asl --family 'ASL Nord' --institution >/dev/null
}

# file LINE...: file.csv of these lines.
file() { printf '%s\n' "$@" >file.csv; }

# faults [OPTION...] <<END: `import file.csv` is refused with these lines, and the store stays as it is.
faults()
{
	keep
	capture balint-group import file.csv "$@"
	same 1 "$status" 'the exit status'
	same '' "$output" 'standard output'
	same "$(sed 's/^/balint-group: file.csv:/')" "$stderr" 'the faults'
	kept
}

# fault MESSAGE ROW [HEADER]: a file of this one row has this one fault.
fault()
{
	file "${3:-family,given,email,profession,role,status,joined,left}" "$2"
	faults <<<"2: $1"
}

# enrolled: everybody's role, status and dates.
enrolled() { balint-group members -c handle,role,status,joined,left,applied,waiting,place; }

@test "people and enrolments in one go; what was done is printed in the order of the file" {
	person rossi Rossi Maria
	person bianchi Bianchi Luca
	balint-group enrol bianchi >/dev/null
	file family,given,email Verdi,Ugo,verdi@example.org Rossi,Maria, Bianchi,Luca,
	prints balint-group import file.csv -H <<-'END'
		handle|action
		verdi|added
		rossi|enrolled
		bianchi|unchanged
	END
	prints balint-group members -c handle,family,given,email,role,status,joined <<-'END'
		bianchi|Bianchi|Luca||participant|active|2021-03-20
		rossi|Rossi|Maria||participant|active|2021-03-20
		verdi|Verdi|Ugo|verdi@example.org|participant|active|2021-03-20
	END
}

@test "the same file again changes nothing, not even the log" {
	file family,given,email,profession,status,payer,applied Verdi,Ugo,verdi@example.org,medico,active,asl,2021-01-01 Neri,Ada,,,waiting,verdi,
	succeeds balint-group import file.csv
	unchanged prints balint-group import file.csv <<<$'verdi|unchanged\nneri|unchanged'
	unchanged prints balint-group import file.csv --update <<<$'verdi|unchanged\nneri|unchanged'
	# The day after as well: who was enrolled without a day is not enrolled anew.
	BALINT_TODAY=2021-04-01 unchanged succeeds sh -c 'balint-group import - -c action <file.csv'
	same $'unchanged\nunchanged' "$output"
}

@test "a file as Excel writes it in Italy: semicolons, Windows-1252, CR LF, empty columns and rows" {
	prints balint-group import "$DATA/members.csv" <<-'END'
		dangelo|added
		deluca|added
		muller|added
		gallo|added
	END
	balint-group members -f jsonl -c handle,family,given,role,status,profession,email,phone,joined,born_on,born_in,language,waiting >got
	/usr/bin/python3 - got <<-'END'
		import json, sys
		got = {row['handle']: row for row in map(json.loads, open(sys.argv[1]))}
		assert list(got) == ['dangelo', 'deluca', 'gallo', 'muller'], got
		def has(handle, **expected):
		    found = {key: got[handle][key] for key in expected}
		    assert found == expected, (found, expected)
		has('dangelo', family='D’Angelò', given='Niccolò', role='participant', status='active', profession='medico', phone='011 5550101',
		    joined='2021-02-17', born_on='1975-04-12', born_in='Forlì', language='it', email='dangelo@example.org')
		has('deluca', given='Maria Rosa', profession='assistente-sociale', role='participant', status='active', email=None, language=None)
		has('muller', profession='psicologo', status='waiting', waiting='2021-03-20', born_on='1980-01-03', born_in='Sankt Pölten; Austria',
		    language='en', joined=None)
		has('gallo', role='co-conductor', status='active')
	END
	# The same as UTF-8 with a byte order mark, and with TAB.
	{ printf '\xef\xbb\xbf' && iconv -f WINDOWS-1252 -t UTF-8 "$DATA/members.csv"; } >utf8.csv
	unchanged succeeds balint-group import utf8.csv
	/usr/bin/python3 - <<-'END'
		import csv
		with open('utf8.csv', encoding='utf-8-sig', newline='') as old, open('tab.txt', 'w', newline='') as new:
		    csv.writer(new, dialect='excel-tab').writerows(csv.reader(old, delimiter=';'))
	END
	unchanged succeeds balint-group import tab.txt
}

@test "columns in English and Italian; capitals, blanks, hyphens and underscores make no difference" {
	local english='handle family given role status profession email phone joined left applied waiting place reason tax_code payer born_on born_in language reminders category'
	file "${english// /,}" \
		'verdi,Verdi,Ugo,participant,withdrawn,medico,verdi@example.org,011,2021-02-17,2021-03-03,2021-01-01,2021-01-02,,Trasloco,VRDGUO70A01L219W,asl,1970-01-01,Torino,en,no,medici-psicologi'
	succeeds balint-group import file.csv
	balint-group members -f csv-it >expected
	file 'SIGLA;Cognome;nome;Ruolo;Stato;Professione;E-Mail;Cellulare;data_iscrizione;Data di uscita;Data domanda;In attesa dal;Posto;Motivo;Cod. Fiscale;Chi paga;Data-di-nascita;Luogo di nascita;Lingua;Promemoria;Categoria' \
		'verdi;Verdi;Ugo;Partecipante;RITIRATO;Medico;verdi@example.org;011;17/02/2021;03/03/2021;01/01/2021;02/01/2021;;Trasloco;vrdguo70a01l219w;ASL;01/01/1970;Torino;Inglese;No;x'
	prints balint-group import file.csv <<<'verdi|unchanged'
	sql "DELETE FROM enrolment; DELETE FROM person WHERE handle = 'verdi'"
	prints balint-group import file.csv <<<'verdi|added'
	balint-group members -f csv-it | diff expected -
}

@test "every name of a column that the manual has is understood, and every word" {
	local column name
	while IFS=: read -r column names; do
		IFS=, read -r -a names <<<"$names"
		for name in "${names[@]}"; do
			file "family,given,$name" 'Verdi,Ugo,'
			prints balint-group import file.csv -n -c "action" <<<added
			# The same thing twice is a fault that names the column.
			file "family,given,$name,$column" 'Verdi,Ugo,,'
			faults <<<"1: two columns say '$column', the 3. and the 4."
		done
	done <<-'END'
		handle:sigla,codice
		role:ruolo
		status:Stato
		profession:PROFESSIONE,qualifica
		email:e-mail,E_mail,mail,posta elettronica,indirizzo e-mail,Indirizzo Email
		phone:telefono,Cellulare,cell.,Tel.,mobile
		joined:entrata,ingresso,data iscrizione,Data di iscrizione,iscritto il,dal
		left:uscita,data di uscita,al
		applied:domanda,data della domanda
		waiting:in attesa dal,in lista dal
		place:posto,posizione
		reason:motivo
		tax_code:codice fiscale,Cod. fiscale,CF,c.f.,tax-code
		payer:pagante,chi paga
		born_on:nato il,nata il,nato/a il,data di nascita
		born_in:nato a,nata a,luogo di nascita,comune di nascita
		language:lingua
		reminders:promemoria,avvisi
		category:categoria
	END
	while IFS=: read -r column meaning names; do
		IFS=, read -r -a names <<<"$names"
		for name in "${names[@]}"; do
			file "cognome,nome,$column,uscita" "Verdi,Ugo,$name,$([[ $meaning =~ ^(withdrawn|completed)$ ]] && echo 2021-03-01)"
			succeeds balint-group import file.csv
			prints balint-group members -c "$column" <<<"$meaning"
			sql "DELETE FROM enrolment; DELETE FROM person WHERE kind = 'person'"
		done
	done <<-'END'
		role:participant:partecipante,Participant
		role:conductor:conduttore,Conduttrice
		role:co-conductor:co-conduttore,CO CONDUTTRICE,coconduttore
		status:applicant:candidato,candidata,richiedente
		status:waiting:in attesa,in lista d'attesa,Lista d’attesa
		status:active:attivo,attiva,iscritto,Iscritta
		status:withdrawn:ritirato,ritirata,uscito,uscita
		status:completed:concluso,conclusa,terminato,completata
		language:it:italiano,IT
		language:en:inglese,English
		reminders:yes:sì,SI,yes
		reminders:no:No
		profession:assistente-sociale:Assistente sociale,assistente_sociale,ASSISTENTE-SOCIALE
	END
}

@test "--columns says which column holds what, and which are passed over" {
	file 'Cognome socio;Nome socio;PEC;E-mail;Note;CAP' 'Verdi;Ugo;pec@example.org;verdi@example.org;ciao;10100'
	faults <<-'END'
		1: unknown column 'Cognome socio'; to pass it over, add --columns 'ignore=Cognome socio'
		1: unknown column 'Nome socio'; to pass it over, add --columns 'ignore=Nome socio'
		1: unknown column 'PEC'; to pass it over, add --columns 'ignore=PEC'
		1: unknown column 'Note'; did you mean 'nome'? To pass it over, add --columns 'ignore=Note'
		1: unknown column 'CAP'; to pass it over, add --columns 'ignore=CAP'
		1: there is no column 'family'; the first line names the columns: family,given,email,profession and so on
		1: there is no column 'given'; the first line names the columns: family,given,email,profession and so on
	END
	prints balint-group import file.csv -c 'family=cognome socio,given=Nome Socio,email=PEC,ignore=Note,ignore=CAP,handle' <<<verdi
	prints balint-group members -c family,given,email <<<'Verdi|Ugo|pec@example.org'
	faults -c 'cognome=Cognome socio,given=Nome,indirizzo=x,ignore=Note,ignore=PEC,ignore=Nome socio' <<-'END'
		1: --columns: 'indirizzo' is nothing that a member has; there are family, given, email and so on, and ignore
		1: unknown column 'CAP'; to pass it over, add --columns 'ignore=CAP'
		1: --columns: no column is called 'Nome'
		1: there is no column 'given'; the first line names the columns: family,given,email,profession and so on
	END
}

@test "handles are made of the family name, of both names where that is somebody's; the same name is the same person" {
	person rossi Rossi Anna
	file family,given,handle Rossi,Maria, "D'Angelò",Zoë, Rossi,Paolo,paolino Rossi,Ugo, Verdi,Ugo, rossi,maria,
	faults <<-'END'
		7: family: the same person as in line 2, but 'rossi' and not 'Rossi'
	END
	sed -i '$d' file.csv
	echo Rossi,Maria, >>file.csv
	prints balint-group import file.csv <<-'END'
		rossi-maria|added
		dangelo|added
		paolino|added
		rossi-ugo|added
		verdi|added
		rossi-maria|unchanged
	END
	prints balint-group import file.csv -c action <<<$'unchanged\nunchanged\nunchanged\nunchanged\nunchanged\nunchanged'
}

@test "a handle that is another's, namesakes, and people who are there twice with other data" {
	person rossi Rossi Maria
	person rossi-2 Rossi Maria
	person neri Neri Ada --email neri@example.org
	file handle,family,given,email neri,Bianchi,Luca, ,Rossi,Maria, ,Verdi,Ugo,a@example.org verdi2,Gallo,Ida, ,Verdi,Ugo,b@example.org ,Gallo,Ida, \
		asl,ASL,Nord, verdi2,Gallo,Ida,i@example.org
	for update in '' --update; do
		# shellcheck disable=SC2086  # an option or none
		faults $update <<-'END'
			2: handle: 'neri' is Ada Neri in the store; take another handle, or change the names: balint-group person set neri
			3: handle: several people are called so (rossi, rossi-2); write which of them is meant
			6: email: the same person as in line 4, but 'b@example.org' and not 'a@example.org'
			7: handle: line 5 has somebody of that name with a handle; write it here too, or another
			8: handle: 'asl' is an institution and cannot be enrolled
			9: email: the same person as in line 5, but 'i@example.org' and not ''
		END
	done
}

@test "a payer may stand further down, or be an institution of the store; a missing one is added by a command" {
	file family,given,handle,payer Verdi,Ugo,,neri Neri,Ada,,asl Rossi,Maria,rossi,
	prints balint-group import file.csv -c action <<<$'added\nadded\nadded'
	prints balint-group members -c handle,payer <<<$'neri|asl\nrossi|\nverdi|neri'
	file family,given,handle,payer Bianchi,Luca,,ospedale Gallo,Ida,gallo,gallo Fontana,Bruno,,fontana Verdi,Ugo,,asl Verdi,Ugo,,asl
	faults <<-'END'
		2: payer: unknown 'ospedale', in the file and in the store; an institution is added by: balint-group person add ospedale --family NAME --institution
		3: payer: nobody is their own payer; leave it empty
		4: payer: nobody is their own payer; leave it empty
		5: payer: 'verdi' has 'neri' in the store, not 'asl'; --update changes it
		6: payer: 'verdi' has 'neri' in the store, not 'asl'; --update changes it
	END
	file family,given,payer Verdi,Ugo,asl
	prints balint-group import file.csv --update <<<'verdi|updated'
	prints balint-group members -c handle,payer <<<$'neri|asl\nrossi|\nverdi|asl'
}

@test "what differs from the store is a fault that names it; with --update it changes the store" {
	participant rossi Rossi Maria --email rossi@example.org
	file family,given,email,phone,profession,born_on Rossi,Maria,maria@example.org,011,psicologo,1970-01-01
	faults <<-'END'
		2: profession: 'rossi' has 'medico' in the store, not 'psicologo'; --update changes it
		2: email: 'rossi' has 'rossi@example.org' in the store, not 'maria@example.org'; --update changes it
		2: phone: 'rossi' has none in the store, not '011'; --update changes it
		2: born_on: 'rossi' has none in the store, not '1970-01-01'; --update changes it
	END
	prints balint-group import file.csv --update <<<'rossi|updated'
	prints balint-group members -c handle,email,phone,profession,born_on <<<'rossi|maria@example.org|011|psicologo|1970-01-01'
	# An empty cell leaves what is there, and so does a column that the file has not.
	file family,given,email,phone Rossi,Maria,,
	unchanged prints balint-group import file.csv --update <<<'rossi|unchanged'
	# Names change too, where the handle says who it is.
	file handle,family,given rossi,Rossi-Neri,Maria
	prints balint-group import file.csv --update <<<'rossi|updated'
	prints balint-group members -c family,given <<<'Rossi-Neri|Maria'
}

@test "--update takes an enrolment on, and never back" {
	for name in anna berta carla dora; do person $name "${name^}" Neri; done
	balint-group enrol anna --on 2021-02-17 >/dev/null
	balint-group enrol berta --status waiting --on 2021-01-10 >/dev/null
	balint-group enrol carla --status applicant --on 2021-01-11 >/dev/null
	balint-group enrol dora --on 2021-02-17 >/dev/null
	file family,given,status,joined,left,reason,waiting Anna,Neri,,,2021-03-03,Trasloco, Berta,Neri,attiva,2021-03-10,,, Carla,Neri,waiting,,,,2021-02-01 Dora,Neri,completed,,17/03/2021,,
	faults <<-'END'
		2: status: 'anna' has 'active' in the store, not 'withdrawn'; --update changes it
		2: left: 'anna' has none in the store, not '2021-03-03'; --update changes it
		2: reason: 'anna' has none in the store, not 'Trasloco'; --update changes it
		3: status: 'berta' has 'waiting' in the store, not 'active'; --update changes it
		3: joined: 'berta' has none in the store, not '2021-03-10'; --update changes it
		4: status: 'carla' has 'applicant' in the store, not 'waiting'; --update changes it
		4: waiting: 'carla' has none in the store, not '2021-02-01'; --update changes it
		5: status: 'dora' has 'active' in the store, not 'completed'; --update changes it
		5: left: 'dora' has none in the store, not '2021-03-17'; --update changes it
	END
	prints balint-group import file.csv --update -c action <<<$'updated\nupdated\nupdated\nupdated'
	prints enrolled <<-'END'
		anna|participant|withdrawn|2021-02-17|2021-03-03|||
		berta|participant|active|2021-03-10||2021-01-10|2021-01-10|
		carla|participant|waiting|||2021-01-11|2021-02-01|1
		dora|participant|completed|2021-02-17|2021-03-17|||
	END
	unchanged prints balint-group import file.csv --update -c action <<<$'unchanged\nunchanged\nunchanged\nunchanged'
	file family,given,role,status,joined,left Anna,Neri,,active,, Berta,Neri,conductor,waiting,, Carla,Neri,,applicant,, Dora,Neri,,,,2021-03-18 Carla,Neri,,,2021-02-02,
	faults --update <<-'END'
		2: status: 'anna' has left on 2021-03-03 (withdrawn), not 'active'
		3: role: 'berta' is enrolled as participant, not as conductor; to enrol them anew: balint-group unenrol berta -e 1
		3: status: 'berta' is active, and cannot become 'waiting' again
		4: status: 'carla' is waiting, and cannot become 'applicant' again
		5: left: 'dora' has left on 2021-03-17 (completed), not '2021-03-18'
		6: joined: '2021-02-02', but who is waiting has not joined yet
	END
	file family,given,left,status Berta,Neri,2021-03-09, Carla,Neri,,withdrawn
	faults --update <<-'END'
		2: left: 'berta' is enrolled only from 2021-03-10
		3: left: empty, but 'withdrawn' says that they have left: since when?
	END
}

@test "who leaves by a file is settled with as by withdraw" {
	balint-group edition set 1 --leaving proportion
	for name in anna berta; do
		person $name "${name^}" Neri --profession medico
		balint-group enrol $name --on 2021-02-17 >/dev/null
	done
	balint-fees tariff set medici-psicologi 100
	balint-fees plan >/dev/null
	cp "$BALINT_DB" other.db
	capture balint-group withdraw anna --on 2021-03-20 -d "$PWD/other.db"
	file family,given,left Anna,Neri,2021-03-20
	capture balint-group import file.csv --update
	same "anna${TAB}updated" "$output"
	[[ $stderr == *" of the price for 'anna' is written off: 3 of 6 sessions" ]]
	same "$(balint-fees status -d other.db)" "$(balint-fees status)"
	file family,given,joined Berta,Neri,2021-03-03
	faults --update <<<"2: joined: 'berta' has joined on 2021-02-17, not on 2021-03-03, and the instalments are planned by that"
}

@test "one participant more than there is room for is a fault; who leaves makes room" {
	for name in a b c d; do participant $name "${name^}" Neri; done
	file family,given,role,status Verdi,Ugo,, Rossi,Maria,, Gallo,Ida,conductor, Bianchi,Luca,,active Fontana,Bruno,,waiting Greco,Ada,,
	faults <<-'END'
		5: status: edition 1 has room for 6 participants; write 'waiting'
		7: status: edition 1 has room for 6 participants; write 'waiting'
	END
	file family,given,status,left Verdi,Ugo,, Rossi,Maria,, Bianchi,Luca,, A,Neri,,2021-03-20
	faults <<-'END'
		4: status: edition 1 has room for 6 participants; write 'waiting'
		5: status: 'a' has 'active' in the store, not 'withdrawn'; --update changes it
		5: left: 'a' has none in the store, not '2021-03-20'; --update changes it
	END
	faults --update <<<"4: status: edition 1 has room for 6 participants; a place is free from 2021-03-21: write 'waiting', or that day as 'joined'"
	sed -i s/2021-03-20/2021-03-19/ file.csv
	sql 'UPDATE enrolment SET joined_on = NULL'
	prints balint-group import file.csv --update <<<$'verdi|added\nrossi|added\nbianchi|added\na|updated'
}

@test "a place is one on the first day and on every day after it, as for enrol" {
	for name in a b c d e f; do participant $name "${name^}" Neri; done
	balint-group withdraw f --on 2021-06-01
	file family,given,joined Verdi,Ugo,2021-06-01 Rossi,Maria,2021-06-02
	faults <<<"2: status: edition 1 has room for 6 participants; a place is free from 2021-06-02: write 'waiting', or that day as 'joined'"
	file family,given,joined Rossi,Maria,2021-06-02
	prints balint-group import file.csv <<<'rossi|added'
	file family,given,joined,left Verdi,Ugo,2021-06-01,2021-06-30
	faults <<<"2: status: edition 1 has room for 6 participants; write 'waiting'"
	file family,given,joined,left Verdi,Ugo,2021-02-17,2021-03-19
	prints balint-group import file.csv <<<'verdi|added'
}

@test "import takes whom enrol takes, and nobody else" {
	local i n handle day
	RANDOM=7
	for ((i = 0; i < $(times 30 6); i++)); do
		cp "$BALINT_DB" one.db
		for n in a b c d e f g h; do
			day=$(date -d "2021-03-10 + $((RANDOM % 40)) days" +%F)
			balint-group -d one.db person add $n --family ${n^} --given Neri >/dev/null
			balint-group -d one.db enrol $n --on "$day" >/dev/null 2>&1 || continue
			((RANDOM % 2)) || balint-group -d one.db withdraw $n --on "$(date -d "$day + $((RANDOM % 20)) days" +%F)" -q
		done
		cp one.db two.db
		for n in p q r s t; do
			handle=$n$i day=$(date -d "2021-03-10 + $((RANDOM % 60)) days" +%F)
			balint-group -d one.db person add $handle --family $n --given Neri >/dev/null
			file handle,family,given,joined "$handle,$n,Neri,$day"
			if balint-group -d one.db enrol $handle --on "$day" >/dev/null 2>&1; then
				succeeds balint-group -d two.db import file.csv
			else
				capture balint-group -d two.db import file.csv
				same 1 "$status" "what import says of $handle from $day on"
			fi
		done
	done
}

@test "a closed edition takes only those who have left" {
	person rossi Rossi Maria
	balint-group enrol rossi --status waiting >/dev/null
	BALINT_TODAY=2021-07-01 balint-group edition close 1 -q
	export BALINT_EDITION=1
	file family,given,status,left Verdi,Ugo,,2021-03-19 Neri,Ada,, Greco,Ada,applicant,
	faults <<-'END'
		3: status: edition 1 is closed; to open it again: balint-group edition reopen 1
		4: status: edition 1 is closed; to open it again: balint-group edition reopen 1
	END
	file family,given,status,left Verdi,Ugo,,2021-03-19 Conti,Ivo,completed,2021-04-28
	prints balint-group import file.csv <<<$'verdi|added\nconti|added'
}

@test "who is of another profession in an edition of a single one is warned of" {
	balint-group edition set 1 --composition single
	file family,given,profession Rossi,Maria,medico Bianchi,Luca,oss Neri,Ada,medico
	warns "'bianchi' is of the profession 'oss', and edition 1 is one of a single profession, 'medico'; if it is to be mixed: balint-group edition set 1 --composition mixed" \
		balint-group import file.csv
	silent sh -c 'balint-group import file.csv >/dev/null'
}

@test "every bad line is told at once, in their order, and nothing is changed" {
	printf 'handle;cognome;nome;e-mail;professione;stato;entrata;uscita;nato il;codice fiscale;lingua;promemoria;posto\n' >file.csv
	printf '%s\n' 'a b;Verdi;Ugo;;;;;;;;;;' ';;Ugo;ugo@;medicco;attvo;2021-02-29;;;;;;' ';Verdi;;;Marziano;;31/02/2021;;;;;;' ';Neri;Ada;;;attivo;;01/03/2021;;;;;' \
		';Neri;Ida;;;in attesa;01/03/2021;;;;;;' ';Neri;Eva;;;ritirata;02/03/2021;01/03/2021;;;;;' ';Neri;Pia;;;ritirata;;;01/01/2030;;;;' \
		';Neri;Lea;;;;;;;RSSMRA70A01L219X;tedesco;forse;primo' 'x;y;z;;;;;;;;;;;;pieno' ';"Ne"ri;Zoe;;;;;;;;;;' ';Neri;Mia;;;;;;01/01/1971;VRDGUO70A01L219W;;;' \
		';Verdi;Ugo;;;;;;;;;;' ';Verdi;Ugo;;;;;;;;;;;;' ';Corto;Ugo' >>file.csv
	faults <<-'END'
		2: handle: 'a b' is not a handle: at most 64 of a-z, 0-9, '.', '_', '-', the first one a letter or digit
		3: family: empty
		3: status: unknown 'attvo'; did you mean 'attivo'?
		3: profession: unknown 'medicco'; did you mean 'medico'?
		3: email: 'ugo@' is not a mail address such as name@example.org
		3: joined: '2021-02-29' is not a date: February 2021 has 28 days
		4: given: empty
		4: profession: unknown 'Marziano'; 'balint-group profession list' shows them
		4: joined: '31/02/2021' is not a date: February 2021 has 28 days
		5: left: '2021-03-01', but who has left is withdrawn or completed, not active
		6: joined: '2021-03-01', but who is waiting has not joined yet
		7: left: '2021-03-01' lies before the day of joining, 2021-03-02
		8: born_on: 2030-01-01 lies in the future
		9: place: 'primo' is not a place on the waiting list
		9: tax_code: 'RSSMRA70A01L219X': its check character is X and should be K
		9: language: unknown 'tedesco'; there are it, en
		9: reminders: unknown 'forse'; there are yes, no
		10: 15 fields, but the first line names 13 columns
		11: field 2 has a stray quotation mark; write the field "in quotes" and double the marks inside
		12: tax_code: VRDGUO70A01L219W is not of somebody born on 1971-01-01
	END
}

@test "hostile cells are refused with their place: control characters, lines, other bytes, long fields" {
	printf 'family,given\nVe\033]0;owned\007rdi,Ugo\n"Ver\ndi",Ugo\nVerdi,%01100d\nVerdi,"\xe2\x80\xae"\nVer\0di,Ugo\n' 0 >file.csv
	capture balint-group import file.csv
	same 1 "$status"
	same 5 "${#stderr_lines[@]}"
	[[ $stderr != *$'\e'* ]]
	for line in 2 3 5 6 7; do [[ $stderr == *"file.csv:$line: "* ]]; done
	echo '=cmd|x,family,given' >file.csv
	faults <<<"1: unknown column '=cmd|x'; to pass it over, add --columns 'ignore==cmd|x'"
	file family,given "=cmd|' /C calc'!A1,+1" "@SUM(A1),'t Hooft" "\"<script>\",-2" "x'); DROP TABLE person;--,Ugo"
	succeeds balint-group import file.csv
	prints balint-group members -c family,given <<-'END'
		<script>|-2
		=cmd|' /C calc'!A1|+1
		@SUM(A1)|'t Hooft
		x'); DROP TABLE person;--|Ugo
	END
}

@test "what is no list of members is refused" {
	: >file.csv
	refused 1 'file.csv: nothing in it; the first line names the columns: family,given,email,profession and so on' balint-group import file.csv
	refused 1 'none.csv cannot be read: No such file or directory' balint-group import none.csv
	file 'family,given,email,e-mail' 'Verdi,Ugo,,'
	faults <<<"1: two columns say 'email', the 3. and the 4."
	file handle,email
	faults <<-'END'
		1: there is no column 'family'; the first line names the columns: family,given,email,profession and so on
		1: there is no column 'given'; the first line names the columns: family,given,email,profession and so on
	END
	printf '\xff\xfef\0a\0' >file.csv
	faults <<<'1: the file is UTF-16; save it as CSV (UTF-8)'
	file family,given
	silent balint-group import file.csv
	balint-group edition add 2 --number 2 --year 2021 >/dev/null
	refused 1 'several editions are open (1, 2); name one with --edition' balint-group import file.csv
	silent balint-group import file.csv -e 2
}

# eventful: members of every kind, whose texts are traps for spreadsheets.
eventful()
{
	local n=0 name
	balint-group person set asl --family '+ASL; "Nord"' --tax-code 00743110157
	for name in "D'Angelò" '=cmd' '+1' '-2' '@x' "''quoted" "'=x" '"Q"' 'a;b,c' $'Ne\xc2\xa0ri' 02008 Vero 'marzo 2021' 1E5; do
		: $((n += 1))
		person "p$n" "$name" "G$name" --phone "'+39 011" --payer asl --born-on 1970-01-01 --born-in '@Forlì' --language en --reminders no
	done
	balint-group person set p3 --payer p14 --email p3@example.org --profession medico --reminders yes
	balint-group enrol p5 p4 p1 p3 --status waiting --on 2021-01-05 >/dev/null
	balint-group enrol p2 --status waiting --on 2021-01-04 >/dev/null
	balint-group enrol p6 --status applicant --on 2021-01-03 >/dev/null
	balint-group enrol p7 p8 p9 --on 2021-02-17 >/dev/null
	balint-group withdraw p7 --on 2021-03-01 --reason '=Trasloco; "lontano"'
	balint-group withdraw p6 --on 2021-03-02
	balint-group enrol p10 --role conductor >/dev/null
	balint-group enrol p11 --role co-conductor --on 2020-12-31 >/dev/null
	balint-group enrol p12 p13 p14 >/dev/null
	sql "UPDATE enrolment SET status = 'completed', left_on = '2021-03-31' WHERE person = (SELECT id FROM person WHERE handle = 'p8')"
}

@test "back out through members -f csv-it without loss" {
	eventful
	balint-group members -f csv-it >members.csv
	BALINT_DB=$PWD/new.db group
	succeeds balint-group import members.csv -d new.db
	balint-group members -f csv-it -d new.db | cmp - members.csv
	unchanged succeeds balint-group import members.csv
	same 14 "$(grep -c unchanged <<<"$output")"
	# Whatever the order of the rows: the waiting list goes by its days and places.
	{ head -n 1 members.csv && tail -n +2 members.csv | sort -R; } >mixed.csv
	rm new.db
	BALINT_DB=$PWD/new.db group
	succeeds balint-group import mixed.csv -d new.db
	balint-group members -f csv-it -d new.db | cmp - members.csv
}

@test "what Python's csv writes of the members is read as what it is" {
	eventful
	balint-group members -f jsonl >members.jsonl
	/usr/bin/python3 - <<-'END'
		import csv, json
		rows = [json.loads(line) for line in open('members.jsonl')]
		for row in rows:  # of two apostrophes a file of ours has one more
		    for key, value in row.items():
		        if isinstance(value, str) and value[:1] == "'" and value[1:2] and value[1] in "=+-@'": row[key] = "'" + value
		with open('python.csv', 'w', newline='', encoding='utf-8') as file:
		    writer = csv.DictWriter(file, list(rows[0]), quoting=csv.QUOTE_ALL)
		    writer.writeheader()
		    writer.writerows(rows)
	END
	BALINT_DB=$PWD/new.db group
	succeeds balint-group import python.csv -d new.db
	balint-group members -f jsonl -d new.db | cmp - members.jsonl
}

@test "through LibreOffice and back" {
	command -v soffice >/dev/null || { echo 'LibreOffice is missing: scripts/install-deps tests' && false; }
	eventful
	balint-group members -f csv-it >members.csv
	# An office in Italy.
	mkdir -p office/user saved
	cat >office/user/registrymodifications.xcu <<-'END'
		<?xml version="1.0" encoding="UTF-8"?>
		<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N">
		<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>it-IT</value></prop></item></oor:items>
	END
	office() { soffice "-env:UserInstallation=file://$PWD/office" --headless "$@" >said 2>&1; }
	office --infilter=CSV:59,34,76,1,,1040,true,true --convert-to ods members.csv
	# Saved again: semicolons, Windows-1252, cells as they are shown.
	office --convert-to 'csv:Text - txt - csv (StarCalc):59,34,1,1,,1040,false,true' --outdir saved members.ods
	LC_ALL=C grep -q $'^p1;D\'Angel\xf2;' saved/members.csv
	BALINT_DB=$PWD/new.db group
	succeeds balint-group import saved/members.csv -d new.db
	balint-group members -f csv-it -d new.db | cmp - members.csv
}

@test "a dry run tells what would be done, and writes nothing" {
	file family,given Verdi,Ugo
	unchanged prints balint-group import file.csv -n <<<'verdi|added'
}

@test "ten thousand members are read in a moment, and faults as well" {
	/usr/bin/python3 -c '
print("cognome;nome;e-mail;stato;pagante")
for i in range(10000):
    print(f"Fam{i // 3};Nome{i};p{i}@example.org;{'\''attivo'\'' if i < 6 else '\''in attesa'\''};{'\''fam3000'\'' if i == 7 else '\'''\''}")' >file.csv
	timeout 20 balint-group import file.csv >told
	same 10000 "$(grep -c added told)"
	same 9994 "$(balint-group members --status waiting -c place | sort -n | tail -n 1)"
	sed -i 's/p\([0-9]*@\)/q\1/' file.csv
	capture timeout 20 balint-group import file.csv
	same 10000 "${#stderr_lines[@]}"
}

@test "a profession is known in the feminine, and with or without points" {
	file family,given,profession A,A,Psicologa B,B,infermiera C,C,Educatrice D,D,O.S.S E,E,'o.s.s.' F,F,Medica G,G,'Assistente Sociale' \
		H,H,'Operatrice socio-sanitaria' I,I,T.e.R.P.
	balint-group edition set 1 --max 12
	succeeds balint-group import file.csv
	same 'psicologo infermiere educatore oss oss medico assistente-sociale oss terp' "$(balint-group members -c profession | xargs)"
	balint-group profession add maestro --category altre-professioni --label 'Maestro di sci' >/dev/null
	balint-group profession add maestra --category altre-professioni --label 'Maestra di asilo' >/dev/null
	fault "profession: unknown 'maestre'; did you mean 'maestra'?" Verdi,Ugo,maestre family,given,profession
	file family,given,profession Verdi,Ugo,Maestra
	succeeds balint-group import file.csv
	same maestra "$(balint-group person show verdi -c profession)"
}

@test "a spreadsheet, a page or a PDF is none of the files that are read, and the refusal says what it is" {
	printf 'PK\3\4\24\0\6\0' >file.xlsx
	refused 1 'file.xlsx:1: the file is a spreadsheet or an archive; save it as CSV (UTF-8)' balint-group import file.xlsx
	printf '\320\317\021\340\241' >file.xls
	refused 1 'file.xls:1: the file is an old spreadsheet; save it as CSV (UTF-8)' balint-group import file.xls
	printf '%%PDF-1.7' >file.pdf
	refused 1 'file.pdf:1: the file is a PDF; save it as CSV (UTF-8)' balint-group import file.pdf
}
