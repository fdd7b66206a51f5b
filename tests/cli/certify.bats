# shellcheck shell=bats disable=SC2154
# balint-attend certify: certificates of attendance are issued, once, and printed.
load helper
load certificates

@test "a certificate in both languages, as text and as a page" {
	concluded
	own_rule corso <<-'END'
		label-it    Formazione in gruppi Balint
		label-en    Training in Balint groups
		minutes     90 %
		unit        45
		units       18
		room-units  12
		months      4
	END
	for language in it en; do
		balint-attend certify conti --rule corso --language $language | without_code | golden "certificate-$language.txt"
		balint-attend certify conti --rule corso --language $language --html | without_code | golden "certificate-$language.html"
	done
}

@test "a page is well-formed, and takes nothing from elsewhere" {
	concluded
	for language in it en; do
		balint-attend certify conti ferraris gallo --language $language --html >page
		well_formed <page >texts
		xmllint --html --noout page 2>errors || true
		same '' "$(grep ' error : ' errors | grep -v 'Tag \(article\|time\|footer\) invalid')" 'what xmllint finds'
		same 3 "$(grep -c '<article class="sheet">' page)" 'the sheets'
		grep -qx "<html lang=\"$language\">" page
		grep -qx 'Teresa Conti' texts
	done
}

@test "a text fits into 80 columns, without blanks at line ends" {
	concluded
	balint-group set association='Associazione per la formazione alla relazione nelle professioni di cura del Piemonte' >/dev/null
	for language in it en; do
		balint-attend certify conti ferraris -q --language $language | tr '\f' '\n' >text
		[ "$(wc -L <text)" -eq 80 ]
		same '' "$(grep -n ' $' text)" 'blanks at line ends'
	done
}

@test "who conducts is certified for that, without a rule" {
	concluded
	succeeds balint-attend certify ferraris
	[[ $output == *'ATTESTATO DI CONDUZIONE'* && $output == *'ha condotto le sedute di'* && $output == *'Insieme a         Pietro Gallo (co-conduzione)'* ]]
	[[ $output != *Requisiti* && $output == *'Ore               15 h di 15 h (100 %)'* ]]
	succeeds balint-attend certify gallo --language en
	[[ $output == *'CERTIFICATE OF GROUP LEADERSHIP'* && $output == *'has co-conducted the sessions of'* && $output == *'Together with     Elena Ferraris'$'\n'* ]]
	succeeds balint-attend certify ferraris --rule none
	refused 1 "'gallo' led the group, and is certified without a rule; leave --rule out" balint-attend certify gallo --rule ecm
}

@test "a conductor who was marked absent was not there" {
	concluded
	balint-attend mark 2021-03-03 gallo=absent
	succeeds balint-attend certify gallo
	[[ $output == *'Sedute            9 di 10'* && $output == *'(90 %)'* ]]
}

@test "numbers run from 1, without gaps, in the order of issue" {
	concluded
	for name in greco conti ferraris; do balint-attend certify $name >/dev/null; done
	prints balint-attend certificates -c number,handle,status <<-'END'
		1/2021|greco|valid
		2/2021|conti|valid
		3/2021|ferraris|valid
	END
}

@test "they begin again with each solar year, which is that of Rome" {
	group rossi bianchi verdi
	BALINT_TODAY=2021-12-31T23:59 succeeds balint-attend certify rossi
	[[ $output == *'n. 1/2021'* && $output == *'Rilasciato il 31 dicembre 2021'* ]]
	BALINT_TODAY=2022-01-01T00:00 succeeds balint-attend certify bianchi
	[[ $output == *'n. 1/2022'* && $output == *'Rilasciato il 1° gennaio 2022'* ]]
	balint-attend certify verdi >/dev/null
	prints balint-attend certificates -c number,handle,issued <<-'END'
		1/2021|rossi|2021-12-31
		2/2021|verdi|2021-06-24
		1/2022|bianchi|2022-01-01
	END
}

@test "the code is twelve characters that nobody takes for each other, another one each time" {
	concluded
	balint-attend certify --all -q --rule none >/dev/null
	balint-attend certificates -c code >codes
	same 11 "$(sort -u codes | wc -l)" 'the codes'
	same '' "$(grep -vE '^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}$' codes)" 'other codes'
	# The code stands on the paper.
	balint-attend certify conti --rule none | grep -qF "Codice di verifica $(code conti)"
	balint-attend certify conti --rule none --html | grep -qF "<strong>$(code conti)</strong>"
}

@test "the same again prints the same, and writes nothing" {
	concluded
	balint-attend certify conti >first
	unchanged succeeds balint-attend certify conti
	same "$(cat first)" "$output"
	BALINT_TODAY=2021-12-24 unchanged succeeds balint-attend certify conti
	same "$(cat first)" "$output" 'what is printed in December'
	same "$(cat first)" "$(balint-attend certify conti conti)" 'what is printed if she is named twice'
}

@test "the other language is the same certificate" {
	concluded
	balint-attend certify conti >/dev/null
	unchanged succeeds balint-attend certify conti --language en
	[[ $output == *'No. 1/2021'* && $output == *"Verification code $(code conti)"* ]]
	same 1 "$(balint-attend certificates | wc -l)" 'the certificates'
	balint-group set language=en
	same "$output" "$(balint-attend certify conti)" 'what the setting asks for'
}

@test "an association that has another name since prints the certificate as it was" {
	concluded
	balint-attend certify conti >first
	balint-group set association='Altra associazione' >/dev/null
	same "$(cat first)" "$(balint-attend certify conti)"
	[[ $(balint-attend certify greco) == 'Altra associazione'* ]]
}

@test "other facts give a new certificate, which supersedes the old one" {
	concluded
	old=$(certified conti)
	balint-attend mark 2021-04-14 conti=21:30
	unchanged warns "the certificate 1/2021 of 'conti' would be superseded" balint-attend certify conti --dry-run
	warns "the certificate 1/2021 of 'conti' is superseded" balint-attend certify conti
	[[ $output == *'n. 2/2021'* && $output == *'14 h 23 min di 15 h (95,8 %)'* ]]
	[ "$(code conti)" != "$old" ]
	prints balint-attend certificates -c number,status <<-'END'
		1/2021|superseded
		2/2021|valid
	END
	unchanged succeeds balint-attend certify conti
}

@test "another rule gives another certificate beside the first, and so does another day" {
	concluded
	balint-attend certify conti >/dev/null
	succeeds balint-attend certify conti --rule ecm
	succeeds balint-attend certify conti --rule ecm --as-of 2021-04-30
	unchanged succeeds balint-attend certify conti --rule ecm --as-of 2021-04-30
	unchanged succeeds balint-attend certify conti --rule ecm
	unchanged succeeds balint-attend certify conti
	prints balint-attend certificates -c number,status <<-'END'
		1/2021|valid
		2/2021|valid
		3/2021|valid
	END
	balint-attend mark 2021-04-14 conti=21:05
	warns "the certificate 3/2021 of 'conti' is superseded" balint-attend certify conti --rule ecm --as-of 2021-04-30
	prints balint-attend certificates -c number,status <<-'END'
		1/2021|stale
		2/2021|stale
		3/2021|superseded
		4/2021|valid
	END
}

@test "after a revoked one there is a new one" {
	concluded
	balint-attend revoke "$(certified conti)"
	succeeds balint-attend certify conti
	[[ $output == *'n. 2/2021'* ]]
	prints balint-attend certificates -c number,status <<-'END'
		1/2021|revoked
		2/2021|valid
	END
}

@test "holes in the register are refused, with their dates" {
	concluded
	sql "DELETE FROM spell; DELETE FROM mark WHERE person = (SELECT id FROM person WHERE handle = 'greco')
		AND session IN (SELECT id FROM session WHERE date IN ('2021-03-03', '2021-06-23'))"
	refused 1 "'greco' has no mark on 2021-03-03, 2021-06-23; mark them first: balint-attend mark DATE greco=MARK" balint-attend certify greco
	refused 1 "'greco' has no mark on *" balint-attend certify greco --rule none
	balint-attend mark 2021-03-03 greco=present
	balint-attend mark 2021-06-23 greco=present
	succeeds balint-attend certify greco
}

@test "many holes are counted" {
	edition
	sessions --from 2020-01-01 --count 50 --every 1w
	person rossi Rossi Maria
	balint-group enrol rossi --on 2020-01-01 >/dev/null
	BALINT_TODAY=2021-06-24 refused 1 "'rossi' has no mark on 2020-01-08, *, 2020-10-07 and 10 more; mark them first: *" balint-attend certify rossi
}

@test "while there are sessions to come it is refused, but for what was until a day" {
	ninth
	for date in 2021-02-17 2021-03-03 2021-03-17; do balint-attend mark $date --rest present; done
	refused 1 "'conti' has sessions still to come; certify once that of 2021-06-23 is over, or until an earlier day with --as-of" balint-attend certify conti
	refused 1 "'ferraris' has sessions still to come; *" balint-attend certify ferraris
	succeeds balint-attend certify conti --as-of 2021-03-20
	[[ $output == *'Sedute            3 di 3'* && $output == *'secondo il registro fino al 20 marzo 2021'* ]]
	[[ ${output//$'\xc2\xa0'/ } == *'Presenze          17 febbraio; 3, 17 marzo 2021'* ]]
	refused 1 '--as-of: 2021-03-21 lies in the future' balint-attend certify conti --as-of 2021-03-21
	refused 1 "no session was held while 'conti' was a member of edition 9 until 2021-02-16" balint-attend certify conti --as-of 2021-02-16
}

@test "until today it is refused as long as a session of today is still to end" {
	ninth
	mark_all() { for date in 2021-02-17 2021-03-03 2021-03-17; do balint-attend mark $date --rest present; done; }
	BALINT_TODAY=2021-03-17T21:00 mark_all
	for now in 2021-03-17 2021-03-17T20:59 2021-03-17T22:29; do
		BALINT_TODAY=$now refused 1 "'conti' has sessions still to come; certify once that of 2021-03-17 is over, or until an earlier day with --as-of" \
			balint-attend certify conti --as-of 2021-03-17
		BALINT_TODAY=$now refused 1 "'gallo' has sessions still to come; *" balint-attend certify gallo --as-of 2021-03-17
		BALINT_TODAY=$now unchanged succeeds balint-attend certify conti --as-of 2021-03-16 --dry-run
	done
	export BALINT_TODAY=2021-03-17T22:30
	succeeds balint-attend certify conti --as-of 2021-03-17
	[[ $output == *'Sedute            3 di 3'* ]]
	BALINT_TODAY=2021-03-18 balint-attend verify "$(code conti)" >/dev/null
	balint-calendar cancel 2021-06-23 --reason Neve >/dev/null
	BALINT_TODAY=2021-06-09T22:29 refused 1 "'conti' has sessions still to come; certify once that of 2021-06-09 is over, *" balint-attend certify conti
}

@test "until a day, later holes are of no account, and the rule is judged by what was" {
	ninth
	balint-attend mark 2021-02-17 --rest present
	balint-attend mark 2021-03-03 bianchi=absent --rest present
	succeeds balint-attend certify conti --as-of 2021-03-03
	refused 1 "'bianchi' does not fulfil the rule threshold: 50.0 % of the minutes (90 of 180), 90 % wanted; *" balint-attend certify bianchi --as-of 2021-03-03
	refused 1 "'conti' has no mark on 2021-03-17; *" balint-attend certify conti --as-of 2021-03-17
}

@test "a rule that is not fulfilled is refused, with the figures" {
	concluded
	refused 1 "'rossi' does not fulfil the rule threshold: 88.7 % of the minutes (799 of 900), 90 % wanted; to attest the attendance without it: --rule none" \
		balint-attend certify rossi
	refused 1 "'conti' does not fulfil the rule balint-units: 19 units, 30 wanted; 18 units in the room, 20 wanted; 4 months, 6 wanted; *" \
		balint-attend certify conti --rule balint-units
	succeeds balint-attend certify rossi --rule none
	[[ $output == *'Ore               13 h 19 min di 15 h (88,7 %)'* && $output != *Requisiti* ]]
}

@test "810 of 900 minutes are 90 percent, 809 are not" {
	group rossi bianchi
	balint-attend mark 2021-06-23 rossi=absent bianchi=absent
	balint-attend mark 2021-06-09 bianchi=21:01
	succeeds balint-attend certify rossi --rule ecm
	[[ $output == *'Ore               13 h 30 min di 15 h (90 %)'* && $output == *'✓ frequenza: 90 % (minimo 90 %)'* ]]
	refused 1 "'bianchi' does not fulfil the rule ecm: 89.8 % of the minutes (809 of 900), 90 % wanted; *" balint-attend certify bianchi --rule ecm
}

@test "without a threshold the association asks for nothing" {
	concluded
	balint-group set threshold=0 >/dev/null
	succeeds balint-attend certify bianchi
	[[ $output != *Requisiti* ]]
}

@test "the setting rule says by which rule" {
	concluded
	balint-group set rule=ecm >/dev/null
	succeeds balint-attend certify conti
	[[ $output == *'Requisiti         Educazione continua in medicina (ECM)'* ]]
	refused 1 "rule: unknown 'ecn'; did you mean 'ecm'?; *" balint-attend certify conti --rule ecn
}

@test "who was never there, is no member or nobody at all, is refused" {
	concluded
	person zeta Zeta Ugo
	refused 1 "'zeta' is not a member of edition 9" balint-attend certify zeta
	balint-group enrol zeta --status waiting >/dev/null
	refused 1 "no session was held while 'zeta' was a member of edition 9" balint-attend certify zeta
	while read -r date; do balint-attend mark "$date" greco=absent; done < <(balint-calendar list -c date)
	refused 1 "'greco' was at none of the 10 sessions, so there is nothing to attest" balint-attend certify greco --rule none
	refused 1 "handle: unknown 'grecco'; did you mean 'greco'?" balint-attend certify grecco
}

@test "who joined late or left early is certified for their time" {
	concluded
	sql "UPDATE enrolment SET joined_on = '2021-03-31' WHERE person = (SELECT id FROM person WHERE handle = 'greco');
		UPDATE enrolment SET status = 'withdrawn', left_on = '2021-03-20' WHERE person = (SELECT id FROM person WHERE handle = 'ricci');
		UPDATE enrolment SET status = 'withdrawn', left_on = '2021-02-20' WHERE person = (SELECT id FROM person WHERE handle = 'maggio')"
	succeeds balint-attend certify greco
	[[ $output == *'dal 31 marzo 2021 al 23 giugno 2021'* && $output == *'7 di 7'* ]]
	succeeds balint-attend certify ricci
	[[ $output == *'dal 17 febbraio 2021 al 17 marzo 2021'* && $output == *'3 di 3'* ]]
	succeeds balint-attend certify maggio
	[[ $output == *$'Periodo           17 febbraio 2021\n'* && $output == *'1 di 1'* ]]
	succeeds balint-attend certify maggio --html
	[[ $output == *'<p class="period">il <time datetime="2021-02-17">'* ]]
}

@test "conductors are those of that time" {
	concluded
	balint-group withdraw gallo --on 2021-03-20
	sql "UPDATE enrolment SET joined_on = '2021-03-31' WHERE person = (SELECT id FROM person WHERE handle = 'greco')"
	succeeds balint-attend certify greco
	[[ $output == *$'Conduzione        Elena Ferraris\n'* ]]
	succeeds balint-attend certify conti
	[[ $output == *'Elena Ferraris, Pietro Gallo (co-conduzione)'* ]]
}

@test "who was marked away from all the sessions that count did not conduct" {
	concluded
	for date in 2021-02-17 2021-03-03 2021-03-17; do balint-attend mark $date gallo=absent; done
	succeeds balint-attend certify conti --as-of 2021-03-17
	[[ $output == *$'Conduzione        Elena Ferraris\n'* ]]
	succeeds balint-attend certify ferraris --as-of 2021-03-17
	[[ $output != *'Insieme a'* ]]
	succeeds balint-attend certify conti --as-of 2021-03-31
	[[ $output == *'Elena Ferraris, Pietro Gallo (co-conduzione)'* ]]
	balint-attend mark 2021-03-17 gallo=21:30
	succeeds balint-attend certify conti --as-of 2021-03-17 -q
	[[ $output == *'Elena Ferraris, Pietro Gallo (co-conduzione)'* ]]
}

@test "birth and tax code are there where they are given" {
	group rossi
	born() { balint-group person set rossi --born-on "$1" --born-in "$2" --tax-code "$3"; balint-attend certify rossi --language "${4:-it}" -q; }
	[[ $(born '' '' '') != *nat* ]]
	[[ $(born '' Ivrea '') == *$'      nato/a a Ivrea\n\n'* ]]
	[[ $(born 1980-02-01 '' '') == *$'      nato/a il 1° febbraio 1980\n\n'* ]]
	[[ $(born 1980-02-01 Ivrea '') == *$'      nato/a a Ivrea il 1° febbraio 1980\n\n'* ]]
	[[ $(born '' '' 12345678903) == *$'      codice fiscale 12345678903\n\n'* ]]
	[[ $(born '' Ancona '') == *$'      nato/a ad Ancona\n\n'* ]]
	[[ $(born 1980-11-08 alba '') == *$'      nato/a ad alba l\'8 novembre 1980\n\n'* ]]
	[[ $(born '' Udine RSSMRA80A41L219Q) == *$'      nata a Udine\n      codice fiscale RSSMRA80A41L219Q\n\n'* ]]
	[[ $(born 1980-01-01 '' RSSMRA80A01H501U) == *$'      nato il 1° gennaio 1980\n'* ]]
	[[ $(born '' Ivrea 12345678903) == *$'      nato/a a Ivrea\n'* ]]
	[[ $(born 1980-02-01 Ivrea 12345678903 en) == *$'      born on 1 February 1980 in Ivrea\n      Italian tax code 12345678903\n\n'* ]]
}

@test "before 8 and 11 the Italian article is elided" {
	edition --title 'Gruppo Balint'
	sessions --from 2021-03-08 --count 1
	BALINT_TODAY=2021-03-01 balint-calendar add 2021-03-11 >/dev/null
	person rossi Rossi Maria
	balint-group enrol rossi --on 2021-03-08 >/dev/null
	balint-group person set rossi --born-on 1980-03-11 --born-in Asti
	export BALINT_TODAY=2021-05-08
	mark_all
	succeeds balint-attend certify rossi --as-of 2021-04-11
	[[ $output == *"nato/a ad Asti l'11 marzo 1980"*"Periodo           dall'8 marzo 2021 all'11 marzo 2021"* ]]
	[[ $output == *"secondo il registro fino all'11 aprile 2021"*"Rilasciato l'8 maggio 2021"* ]]
	balint-attend certify rossi --as-of 2021-04-11 --html | sed 's/<[^>]*>//g' >texts
	grep -qx "nato/a ad Asti l'11 marzo 1980" texts
	grep -qx "dall'8 marzo 2021 all'11 marzo 2021" texts
	grep -qx "secondo il registro fino all'11 aprile 2021" texts
	grep -q "^Rilasciato l'8 maggio 2021" texts
	balint-attend certify rossi --as-of 2021-03-08 --html | sed 's/<[^>]*>//g' | grep -qx "l'8 marzo 2021"
	[[ $(balint-attend certify rossi --language en) == *'from 8 March 2021 to 11 March 2021'*'Issued on 8 May 2021'* ]]
}

@test "the title of a page has the number and the name, or all numbers" {
	concluded
	[[ $(balint-attend certify conti --html) == *'<title>Attestato 1/2021, Teresa Conti</title>'* ]]
	[[ $(balint-attend certify conti greco maggio --html) == *'<title>Attestati 1/2021, 2/2021, 3/2021</title>'* ]]
	[[ $(balint-attend certify conti --html --language en) == *'<title>Certificate 1/2021, Teresa Conti</title>'* ]]
	[[ $(balint-attend certify conti greco --html --language en) == *'<title>Certificates 1/2021, 2/2021</title>'* ]]
}

@test "the paper says what its code is for" {
	concluded
	for option in '' --html; do
		[[ $(balint-attend certify conti $option) == *"Con questo codice l'associazione conferma se l'attestato è valido"* ]]
		[[ $(balint-attend certify conti $option --language en) == *'With this code the association says whether the certificate is valid'* ]]
	done
}

@test "the year stands behind the last day of each year" {
	edition --every 1w
	sessions --from 2020-12-02 --count 9
	person rossi Rossi Maria
	balint-group enrol rossi --on 2020-12-02 >/dev/null
	over
	mark_all
	balint-attend certify rossi | grep -A 1 Presenze >dates
	tr -s ' \n\302\240' ' ' <dates | grep -qF 'Presenze 2, 9, 16, 23, 30 dicembre 2020; 13, 20, 27 gennaio; 3 febbraio 2021'
}

@test "a page with many dates is printed small" {
	edition --every 1w
	sessions --from 2020-01-01 --count 31
	person rossi Rossi Maria
	person bianchi Bianchi Luca
	balint-group enrol rossi bianchi --on 2020-01-01 >/dev/null
	over
	mark_all
	balint-attend mark 2020-01-08 bianchi=absent
	balint-attend certify rossi --html | grep -q '<div class="page many">'
	balint-attend certify bianchi --html | grep -q '<div class="page">'
}

@test "one that is refused refuses all, and each is named" {
	concluded
	capture balint-attend certify conti rossi nobody bianchi
	same "1 " "$status $output" 'the exit status and the output'
	same 3 "${#stderr_lines[@]}" 'the lines of the messages'
	[[ $stderr == *"'rossi' does not fulfil"*"unknown 'nobody'"*"'bianchi' does not fulfil"* ]]
	silent balint-attend certificates
}

@test "handles come from standard input too" {
	concluded
	printf 'conti\tTeresa\n\ngreco\n' >handles
	succeeds balint-attend certify - maggio <handles
	prints balint-attend certificates -c handle <<<$'conti\ngreco\nmaggio'
	refused 1 "-:1: handle: unknown 'nobody'; *" balint-attend certify - <<<nobody
}

@test "several are a page each" {
	concluded
	succeeds balint-attend certify conti greco maggio
	same 2 "$(tr -cd '\f' <<<"$output" | wc -c)" 'the form feeds'
	for name in conti greco maggio; do balint-attend certify $name; [ $name = maggio ] || printf '\f'; done >pages
	same "$(cat pages)" "$output" 'the pages'
	succeeds balint-attend certify conti greco maggio --html
	same 3 "$(grep -c '<article ' <<<"$output")" 'the sheets'
	same 1 "$(grep -c '<html ' <<<"$output")" 'the pages of HTML'
}

@test "--all certifies all participants who qualify, by name, and names the others" {
	concluded
	capture balint-attend certify --all
	same 3 "$status" 'the exit status'
	same "balint-attend: 'bianchi' does not fulfil the rule threshold: 80.0 % of the minutes (720 of 900), 90 % wanted; to attest the attendance without it: --rule none
balint-attend: 'rossi' does not fulfil the rule threshold: 88.7 % of the minutes (799 of 900), 90 % wanted; to attest the attendance without it: --rule none" "$stderr"
	same 8 "$(tr -cd '\f' <<<"$output" | wc -c)" 'the form feeds'
	same "$(balint-group members --role participant -c handle | grep -v 'rossi\|bianchi')" "$(balint-attend certificates -c handle)" 'who has one'
	unchanged capture balint-attend certify --all --quiet
	same '3 ' "$status $stderr" 'the exit status and the messages of --quiet'
	succeeds balint-attend certify --all --rule none --html -q
	same 11 "$(grep -c '<article ' <<<"$output")" 'the sheets'
}

@test "--all has those who left, and not those who never joined" {
	concluded
	sql "UPDATE enrolment SET status = 'withdrawn', left_on = '2021-03-20' WHERE person = (SELECT id FROM person WHERE handle = 'ricci')"
	person zeta Zeta Ugo
	balint-group enrol zeta --status waiting >/dev/null
	balint-attend certify --all --rule none >/dev/null
	same 11 "$(balint-attend certificates | wc -l)" 'the certificates'
	balint-attend certificates -c handle | grep -qx ricci
}

@test "--all where nobody qualifies is refused" {
	ninth
	keep
	capture balint-attend certify --all
	same '1 ' "$status $output" 'the exit status and the output'
	same 12 "${#stderr_lines[@]}" 'the lines of the messages'
	same 'balint-attend: nobody of edition 9 can be certified' "${stderr_lines[11]}"
	kept
}

@test "--all where there is nobody is refused" {
	edition
	refused 1 'nobody of edition 1 can be certified' balint-attend certify --all
}

@test "either names or --all" {
	concluded
	refused 2 "'certify' wants HANDLE... or --all" balint-attend certify
	refused 2 '--all certifies everybody: name nobody' balint-attend certify --all conti
	refused 2 "--language: 'fr' is none of it|en" balint-attend certify conti --language fr
}

@test "a dry run shows a draft without number and code, and writes nothing" {
	concluded
	balint-attend certify greco >/dev/null
	unchanged succeeds balint-attend certify conti --dry-run
	[[ $output == *'n. –/2021'* && $output == *'BOZZA SENZA VALORE'* && $output == *'Codice di verifica ––––-––––-––––'* ]]
	would=$(grep -v '^n\. \|BOZZA\|^Codice' <<<"$output" | cat -s)
	same "$(balint-attend certify conti | grep -v '^n\. \|^Codice' | cat -s)" "$would" 'the rest'
	# One that is there is shown as it is.
	unchanged succeeds balint-attend certify greco --dry-run
	same "$(balint-attend certify greco)" "$output"
	unchanged succeeds balint-attend certify maggio --dry-run --html
	[[ $output == *'<p class="draft">'* && $output == *'<strong>––––-––––-––––</strong>'* ]]
	refused 1 "'rossi' does not fulfil *" balint-attend certify rossi --dry-run
}

@test "many at once: the numbers have no gap and no twin" {
	concluded
	balint-group members --role participant -c handle >names
	while read -r name; do
		balint-attend certify "$name" --rule none >"text.$name" 2>&1 &
	done <names
	balint-attend certify --all --rule none >all 2>&1 &
	wait
	same "$(seq 11)" "$(balint-attend certificates -c number | sed 's|/2021$||')" 'the numbers'
	same "$(sort names)" "$(balint-attend certificates -c handle | sort)" 'whose they are'
	while read -r name; do
		grep -qF "$(code "$name")" "text.$name"
	done <names
}

@test "hostile names stay text" {
	concluded
	balint-group person set conti --given "<script>alert('x')</script>" --family '=cmd|"&{{name}}' --born-in '<b>Ivrea</b>'
	balint-group edition set 9 --title "Gruppo <Balint> & 'amici' {{{code}}}"
	balint-group set association='"A" & <B>' >/dev/null
	succeeds balint-attend certify conti
	[[ $output == *"      <script>alert('x')</script> =cmd|\"&{{name}}"* && $output == *"Gruppo <Balint> & 'amici' {{{code}}}"* ]]
	balint-attend certify conti --html >page
	well_formed <page >texts
	grep -qxF "<script>alert('x')</script> =cmd|\"&{{name}}" texts
	grep -qxF '"A" & <B>' texts
	balint-attend verify "$(code conti)" -f jsonl | /usr/bin/python3 -c '
import json, sys
row = json.load(sys.stdin)
assert row["name"] == "<script>alert(\x27x\x27)</script> =cmd|\"&{{name}}", row["name"]
assert row["status"] == "valid", row'
	balint-group person set greco --given '=cmd|x'
	same "\"'=cmd|x Greco\"" "$(balint-attend verify "$(certified greco)" -f csv-it -c name | tail -n 1 | tr -d '\r')" 'the cell of a spreadsheet'
}

@test "control characters that were written into the store by hand do not reach the terminal" {
	concluded
	sql "UPDATE person SET family = 'C' || char(27) || '[2J' WHERE handle = 'conti'"
	for option in '' --html; do
		succeeds balint-attend certify conti $option
		[[ $output == *'Teresa C\x1b[2J'* && $output != *$'\e'* ]]
	done
	succeeds balint-attend verify "$(code conti)" -f table
	[[ $output == *'Teresa C\x1b[2J'* && $output != *$'\e'* ]]
}

@test "a template of the association's own is used, and a broken one refused with nothing issued" {
	concluded
	mkdir -p own/templates
	echo '{{#certificates}}{{name}}: {{attended}}{{/certificates}}' >own/templates/certificate.txt
	balint-group set directory="$PWD/own"
	prints balint-attend certify conti <<<'Teresa Conti: 10'
	echo '{{#certificates}}' >own/templates/certificate.txt
	refused 1 "$PWD/own/templates/certificate.txt:1:1: the section 'certificates' is not closed" balint-attend certify greco
}

@test "it prints no rows" {
	concluded
	refused 2 '*--format*' balint-attend certify conti -f csv
}
