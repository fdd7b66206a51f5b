# shellcheck shell=bats disable=SC2154,SC1112  # apostrophes as word processors write them
# What balint-group forget leaves behind: no byte of the name in the store, what lies beside it and what is listed of it.
load helper

gone() { balint-group withdraw "$1" --on 2021-03-19 -q; }

forgets()
{
	capture balint-group forget "$@"
	same 0 "$status" "the exit status of 'forget $*' ($stderr)"
}

# no_trace PATTERN: neither in the bytes of the file and of those beside it, nor in what the programs list.
no_trace()
{
	local found
	found=$(grep -a -i -o -h -- ".\{0,20\}$1.\{0,20\}" "$BALINT_DB"* || true)
	same '' "$found" "what is left of '$1' in the file"
	{
		for view in $(sql "SELECT name FROM sqlite_schema WHERE type = 'view'"); do sql "SELECT * FROM $view"; done
		balint-group log
		balint-group outbox list
		balint-fees journal
		balint-fees credits
	} >listed
	same '' "$(grep -i -- "$1" listed || true)" "what is listed of '$1'"
}

# A long history of somebody with a name that breaks what is naive, and who was called otherwise before.
eventful()
{
	export BALINT_TODAY=2021-03-25
	ninth
	balint-group person set dangelo --family "D'Angelò \"=cmd\"" --given 'Anna-Zoe' --phone '011 765 4321' --email zoe@example.org --tax-code DNGNZA80A41L219D
	balint-attend mark 2021-02-17 dangelo=21:00-21:40,21:55-22:30,online --rest present
	balint-attend mark 2021-03-03 dangelo=absent --rest present
	balint-attend mark 2021-03-17 --rest present
	balint-attend announce 2021-03-31 dangelo
	balint-attend present 2021-02-17 dangelo --kind case
	balint-attend rota set 2021-05-12 dangelo
	printf 'date,handle,status\n2021-02-17,dangelo,present\n2021-03-03,rossi,present\n' >marks.csv
	balint-attend import marks.csv >/dev/null
	cat >dangelo.csv <<-'END'
		date,amount,text,payer,iban
		2021-03-08,85.40,Gruppo Balint 9 ed 2020_D ANGELO_marzo,ANNAZOE DANGELOANNA,IT60X0542811101000000123456
		2021-03-09,10.00,regalo di Anna-Zoe Dangelo per la festa,MARIO VERDI,
		2021-03-10,12.00,qualcosa,VERDI E D'ANGELO,IT60X0542811101000000123456
	END
	balint-fees reconcile dangelo.csv --apply -q >/dev/null || true
	balint-fees match 1 dangelo:2021-03 -q >/dev/null 2>&1 || true
	balint-fees dismiss 2 --reason "dono della D'Angelo"
	balint-fees pay dangelo 20 --on 2021-03-10 --text 'contanti da D’ANGELO' -q >/dev/null
	balint-fees adjust dangelo --less 10 --reason "borsa per d'angelo" -q
	balint-calendar cancel 2021-04-14 --reason "su richiesta di D'Angelo"
	balint-calendar remind --days 30 --via maildir:post -q >/dev/null
	balint-calendar notify --via maildir:post -q >/dev/null
	balint-fees request --month 2021-03 --via maildir:post -q >/dev/null
	sql "UPDATE outbox SET error = '550 <zoe@example.org> unknown' WHERE id IN (1, 2)"
	balint-calendar move 2021-04-28 --to 2021-04-29 --reason 'la D’Angelò non può' >/dev/null
	balint-calendar consent 2021-04-28 dangelo rossi --yes -q >/dev/null
	balint-group withdraw dangelo --on 2021-03-24 --reason "D'Angelo cambia sede" -q
	balint-attend certify dangelo --rule none -q >/dev/null
}

@test "no byte of a name, however it was written, after a long history" {
	prepared eventful
	export BALINT_TODAY=2021-03-25
	grep -a -i -q 'd.\{0,4\}angel' "$BALINT_DB"
	forgets dangelo
	for pattern in angel 'd.\{1,3\}angel' zoe 'anna.zoe' 7654321 '765 4321' dngn IT60X05 'cmd"'; do no_trace "$pattern"; done
	same '' "$(sql 'PRAGMA integrity_check; PRAGMA foreign_key_check' | grep -v '^ok$')"
	same 0 "$(sql 'PRAGMA freelist_count')" 'free pages'
	prints balint-calendar list --from 2021-04-14 --until 2021-04-14 -c note <<<'su richiesta di forgotten-5'
}

@test "not in free pages, nor in the log of writes that another has left" {
	ninth
	sql "CREATE TABLE ballast (text TEXT); WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
	     INSERT INTO ballast SELECT 'la signora Rossi, tante volte' FROM n; DROP TABLE ballast"
	[ "$(sql 'PRAGMA freelist_count')" -gt 10 ]
	gone rossi
	# shellcheck disable=SC2016  # expanded by the shell that sqlite3 starts
	sqlite3 "$BALINT_DB" 'PRAGMA wal_autocheckpoint = 0' "UPDATE person SET phone = 'Rossi' WHERE handle = 'rossi'" '.shell cp "$BALINT_DB-wal" kept-wal' >/dev/null
	grep -a -q Rossi kept-wal
	cp kept-wal "$BALINT_DB-wal"
	forgets rossi
	no_trace rossi
	[ ! -s "$BALINT_DB-wal" ]
}

@test "a namesake and their papers stay; the two are told apart where a text says who is meant" {
	ninth
	person rossi.carlo Rossi Carlo --profession medico
	balint-group enrol rossi.carlo >/dev/null
	balint-fees plan rossi.carlo >/dev/null
	balint-calendar cancel 2021-04-14 --reason 'per Rossi: Maria Rossi, non ROSSI CARLO'
	gone rossi
	forgets rossi
	[[ $stderr == *"some notes of sessions have a word that may be theirs or another's, and stay as they are; look at them: balint-calendar list"* ]]
	prints balint-calendar list --from 2021-04-14 --until 2021-04-14 -c note <<<'per Rossi: forgotten-3, non ROSSI CARLO'
	same 4 "$(balint-fees due --all -c reference | grep -c '_Rossi')" 'the references of the namesake'
	no_trace maria
	same 'Rossi|Carlo' "$(sql "SELECT family, given FROM person WHERE handle = 'rossi.carlo'")"
}

@test "a name that is a word of the calendar goes only where it can be nothing else" {
	ninth
	balint-calendar cancel 2021-05-12 --reason 'a maggio no; lo dice Ida Maggio'
	gone maggio
	forgets maggio
	prints balint-calendar list --from 2021-05-12 --until 2021-05-12 -c note <<<'a maggio no; lo dice forgotten-9'
	same 10 "$(sql "SELECT count(*) FROM instalment WHERE reference LIKE '%_maggio'")" 'the references of others for May'
	no_trace ida
	same 'no one' "$(sql "SELECT coalesce((SELECT handle FROM person WHERE family LIKE 'maggio'), 'no one')")"
}

@test "transfers that nobody has booked, however the bank has broken the name, and the accounts they came from" {
	ninth
	cat >rossi.csv <<-'END'
		date,amount,text,payer,iban
		2021-03-08,85.40,regalo,ROSSI MARIA,IT60X0542811101000000123456
		2021-03-09,12.00,MARIAROSSI-OFFERTA,,
		2021-03-10,13.00,RO SSI GRUPPO BALI NT 9,DR.ROSSI MARIA,IT60X0542811101000000123456
		2021-03-11,146.40,Rossi e Bianchi marzo,ROS SI MARIA E LUCABIANCHI,IT60X0542811101000000123456
	END
	balint-fees reconcile rossi.csv --apply -q >/dev/null || true
	gone rossi
	forgets rossi
	no_trace IT60X05
	no_trace 'ros \?si'
	same 4 "$(sql 'SELECT count(*) FROM credit')" 'the transfers'
	[[ $(sql 'SELECT payer FROM credit WHERE id = 4') == *LUCABIANCHI ]]
}

@test "a name that is a word of banks, or a word in small letters, is told and stays" {
	ninth
	person sala Sala Ugo
	person favore Favore Ada
	printf 'date,amount,text,payer,iban\n2021-03-08,85.40,BONIFICO A VOSTRO FAVORE,VERDI MARIO,\n' >march.csv
	balint-fees reconcile march.csv --apply -q >/dev/null || true
	balint-calendar cancel 2021-05-12 --reason 'sala occupata, lo dice Sala; ugo sala'
	forgets sala
	[[ $stderr == *"some notes of sessions have a word that may be theirs"* ]]
	prints balint-calendar list --from 2021-05-12 --until 2021-05-12 -c note <<<'sala occupata, lo dice forgotten-14; forgotten-14'
	forgets favore
	[[ $stderr == *"some texts of transfers and entries have a word that may be theirs"* ]]
	same 'BONIFICO A VOSTRO FAVORE' "$(sql 'SELECT text FROM credit')" 'the transfer'
}

@test "what the association says of itself is its owner's to rewrite, before" {
	ninth
	balint-group set reply-to='Maria Rossi <rossi@example.org>' >/dev/null
	balint-group edition set 9 --title 'Gruppo di Anna' --venue 'Studio Maria Rossi'
	gone rossi
	gone dangelo
	for dry in '' -n; do
		refused 1 "the setting reply-to names 'rossi'; first: balint-group set reply-to=…, then forget" balint-group forget rossi $dry
	done
	balint-group set reply-to= >/dev/null
	refused 1 "edition 9 names 'rossi'; first: balint-group edition set 9 --venue …, then forget" balint-group forget rossi
	balint-group edition set 9 --venue 'via Roma 1'
	forgets rossi
	no_trace 'rossi'
	forgets dangelo
	[[ $stderr == *"edition 9 has a word that may be theirs or another's, and stays as it is; look at it: balint-group edition show 9"* ]]
}

@test "in rooms of sessions, names of breaks, and what evaluations say" {
	ninth
	balint-calendar set 2021-05-12 --venue 'da Elena Ferraris' >/dev/null
	balint-calendar break add 2021-08-01..2021-08-10 'ferie di Elena Ferraris' >/dev/null
	balint-calendar issue >/dev/null 2>&1 || true
	printf 'handle,conduct,kept\nrossi,1,Elena Ferraris conduce male\n' >answers.csv
	balint-attend evaluate import answers.csv -q
	gone ferraris
	grep -a -q 'Ferraris conduce' "$BALINT_DB"
	forgets ferraris
	no_trace ferraris
	same 1 "$(sql "SELECT count(*) FROM answer WHERE value = 'forgotten-1 conduce male'")" 'the answer'
	same 1 "$(sql "SELECT count(*) FROM suspension WHERE label = 'ferie di forgotten-1'")" 'the break'
}

@test "who typed the commands may be the one who is forgotten" {
	ninth
	sql "UPDATE log SET who = 'rossi' WHERE id > 10"
	balint-attend mark 2021-02-17 --rest present
	sql "UPDATE mark SET marked_by = 'rossi'"
	gone rossi
	forgets rossi
	no_trace rossi
}

@test "while somebody reads, nothing is changed: exit status 75" {
	ninth
	gone rossi
	reading
	before=$(sql .dump | sha256sum)
	capture balint-group forget rossi
	same 75 "$status" 'the exit status'
	same "balint-group: $BALINT_DB: somebody is reading the store, and keeps its old pages; nothing was changed; run it again when they are done" "$stderr"
	same "$before" "$(sql .dump | sha256sum)" 'the store'
	read_no_more
	forgets rossi
	no_trace rossi
}

# reading: another process has begun to read the store, until read_no_more.
reading()
{
	mkfifo begun ended
	/usr/bin/python3 -c '
import sqlite3, sys
store = sqlite3.connect(sys.argv[1])
store.execute("BEGIN")
store.execute("SELECT count(*) FROM person").fetchone()
open("begun", "w").close()
open("ended").read()' "$BALINT_DB" &
	reader=$!
	: <begun
}

read_no_more()
{
	: >ended
	wait "$reader"
	rm begun ended
}

@test "if somebody reads before the old pages are gone, the same command clears them away" {
	ninth
	gone rossi
	forgets rossi -q
	sql "INSERT INTO erasure (id, since) VALUES (1, '2021-03-20T00:00:00Z')"
	reading
	capture balint-group forget rossi
	same 75 "$status" 'the exit status'
	[[ $stderr == *"balint-group: $BALINT_DB: done and saved, but somebody is reading the store, and keeps its old pages; run the same command again when they are done"* ]]
	same 1 "$(sql 'SELECT count(*) FROM erasure')" 'the note'
	capture balint-group check
	same 3 "$status" 'the exit status of check'
	[[ $output == "error${TAB}store${TAB}the file still has old pages of somebody who was forgotten${TAB}balint-group forget HANDLE, as before"* ]]
	read_no_more
	warns 'nobody has that handle; clearing away what is left of who was forgotten before' balint-group forget rossi
	same 0 "$(sql 'SELECT count(*) FROM erasure')" 'the note'
	refused 1 "handle: unknown 'rossi'; *" balint-group forget rossi
}

@test "killed at any moment: nothing has happened, or it is known that the file is to be cleared" {
	ninth
	balint-attend mark 2021-02-17 --rest present
	gone rossi
	cp "$BALINT_DB" before.db
	old=0
	for delay in $(seq 1 "$(times 40 12)"); do
		rm -f "$BALINT_DB"*
		cp before.db "$BALINT_DB"
		timeout -s KILL "$(awk -v n="$delay" 'BEGIN { print n / 1000 }')" balint-group forget rossi -q >/dev/null 2>&1 || true
		if [ "$(sql "SELECT count(*) FROM person WHERE handle = 'rossi'")" -eq 1 ]; then
			same "$(sqlite3 before.db .dump | sha256sum)" "$(sql .dump | sha256sum)" "the store after $delay ms"
			old=$((old + 1))
			continue
		fi
		[ "$(sql 'SELECT count(*) FROM erasure')" -eq 0 ] || balint-group forget rossi -q
		no_trace rossi
	done
	[ "$old" -gt 0 ]
}
