# shellcheck shell=bats disable=SC2154
# balint-group forget: what of a person goes, and what stays, under a pseudonym. That nothing of the name is left in any byte is
# tested in traces.bats.
load helper

BACKUPS='balint-group: backups and exports that were made before still have what is forgotten now'

# forgets HANDLE [OPTION...]: works, in silence but for warnings, which are in $stderr; what it prints is in $output.
forgets()
{
	capture balint-group forget "$@"
	same 0 "$status" "the exit status of 'forget $*' ($stderr)"
}

gone() { balint-group withdraw "$1" --on 2021-03-19 -q; }

@test "who has paid and was marked: the register goes, the ledger stays ten years" {
	ninth
	balint-attend mark 2021-02-17 rossi=21:07 --rest present
	balint-attend mark 2021-03-03 rossi=absent --rest present
	balint-attend mark 2021-03-03 rossi=excused
	balint-attend present 2021-02-17 rossi
	balint-group person set rossi --phone '011 1' --born-in Torino
	balint-fees pay rossi 427 --on 2021-03-10 -q >/dev/null
	gone rossi
	prints balint-group forget rossi -q <<-'END'
		marks|3|erased|
		presentations|1|erased|
		instalments|5|kept under a pseudonym|2031-06-30
		entries|1|kept under a pseudonym|2031-06-30
		enrolments|1|kept under a pseudonym|2031-06-30
		contacts|3|erased|
		person|1|kept under a pseudonym|2031-06-30
		commands|9|shortened in the log|
		change sets|10|erased, with their undo|
	END
	prints balint-group person show forgotten-3 -c handle,family,given,profession,email,phone,tax_code,language,reminders,born_in <<<'forgotten-3|forgotten-3|-||||||no|'
	same 2021-03-20 "$(sql "SELECT forgotten_on FROM person WHERE handle = 'forgotten-3'")" 'the day'
	prints balint-group members --status withdrawn -c handle,role,joined,left <<<'forgotten-3|participant||2021-03-19'
	succeeds balint-group check
	[[ $output != *forgotten* ]]
	refused 1 "handle: unknown 'rossi'; *" balint-group forget rossi
	refused 1 "'forgotten-3' is what stays of somebody who was forgotten on 2021-03-20" balint-group forget forgotten-3
}

@test "a dry run prints the same, and changes not one byte" {
	ninth
	balint-attend mark 2021-02-17 --rest present
	gone rossi
	unchanged forgets rossi -n
	would=$output
	said=$stderr
	forgets rossi
	same "$output" "$would" 'what it would print'
	same "$stderr" "$said" 'what it would say'
}

@test "it says that backups keep it, and which copies lie beside the store" {
	ninth
	gone rossi
	balint-fees adjust rossi --less 427 --reason borsa -q
	touch "$BALINT_DB".{schema-5,schema-5.2,before-restore,restored.unfinished,elsewhere}
	forgets rossi
	same "$BACKUPS
balint-group: $BALINT_DB.before-restore is a copy of the store, and still has what is forgotten now; remove it
balint-group: $BALINT_DB.restored.unfinished is a copy of the store, and still has what is forgotten now; remove it
balint-group: $BALINT_DB.schema-5 is a copy of the store, and still has what is forgotten now; remove it
balint-group: $BALINT_DB.schema-5.2 is a copy of the store, and still has what is forgotten now; remove it" "$stderr" 'the warnings'
}

@test "without ledger and certificates nothing stays" {
	edition
	sessions --from 2021-02-17 --count 10
	person rossi Rossi Maria --email rossi@example.org
	person bianchi Bianchi Luca
	balint-group enrol rossi bianchi --on 2021-02-17 >/dev/null
	balint-attend mark 2021-03-17 rossi=present bianchi=present
	gone rossi
	forgets rossi -c what,rows,action
	same "marks${TAB}1${TAB}erased
enrolments${TAB}1${TAB}erased
contacts${TAB}1${TAB}erased
person${TAB}1${TAB}erased" "$(head -n 4 <<<"$output")"
	same bianchi "$(balint-group person list -c handle)" 'who is left'
	same 1 "$(sql 'SELECT count(*) FROM enrolment')" 'the enrolments'
}

@test "an applicant is forgotten at once; who takes part leaves first" {
	edition
	sessions --from 2021-02-17 --count 10
	participant rossi Rossi Maria
	person bianchi Bianchi Luca
	balint-group enrol bianchi --status waiting >/dev/null
	forgets bianchi
	refused 1 "'rossi' is an active participant of edition 1; end that first: balint-group withdraw rossi --on DATE -e 1" balint-group forget rossi
	refused 1 "'rossi' is an active participant of edition 1; *" balint-group forget rossi -n
	balint-group withdraw rossi --on 2021-03-31 -q
	refused 1 "'rossi' is a member of edition 1 until 2021-03-31; forget them after that day" balint-group forget rossi
	BALINT_TODAY=2021-03-31 forgets rossi
}

@test "who only waited, and gives up as of a later day, is no member until then" {
	edition
	sessions --from 2021-02-17 --count 10
	person bianchi Bianchi Luca
	balint-group enrol bianchi --status waiting >/dev/null
	balint-group withdraw bianchi --on 2021-03-31 -q
	forgets bianchi
}

@test "while old pages are still to be cleared, somebody else is not taken for gone" {
	ninth
	sql "INSERT INTO erasure (id, since) VALUES (1, '2021-03-20T00:00:00Z')"
	refused 1 "'rossi' is an active participant of edition 9; *" balint-group forget rossi
	gone rossi
	forgets rossi -q
	refused 1 "'forgotten-3' is what stays of somebody who was forgotten on 2021-03-20" balint-group forget forgotten-3
	same 0 "$(sql 'SELECT count(*) FROM erasure')" 'the note'
}

@test "who took part to the end of an edition that is closed is forgotten as a member who has completed it" {
	ninth
	sql "UPDATE edition SET status = 'closed'"
	export BALINT_EDITION=9
	forgets rossi -q
	prints balint-group members --status completed -c handle,left <<<'forgotten-3|2021-06-23'
	same 10 "$(balint-group members --status active --role participant | wc -l)" 'the others'
}

@test "no sum changes" {
	ninth
	balint-attend mark 2021-02-17 rossi=21:07 --rest present
	balint-attend mark 2021-03-03 --rest present
	printf 'date,amount,text,payer,iban\n2021-03-08,85.40,Gruppo Balint 9 ed 2020_Rossi_febbraio,ROSSI MARIA,IT60X0542811101000000123456\n' >march.csv
	balint-fees reconcile march.csv --apply -q >/dev/null
	balint-fees pay rossi 500 --on 2021-03-10 -q >/dev/null
	balint-fees adjust rossi --less 10 --reason sconto -q
	balint-fees refund rossi 20 --on 2021-03-11 >/dev/null
	gone rossi
	sums >before
	forgets rossi
	sums >after
	diff before after
	capture balint-group check
	[[ $output != *ledger* && $output != *payment* && $output != *credit* ]]
}

# What the store adds up to, whoever it is of.
sums()
{
	balint-fees due --all -c due_on,amount,net,vat,gross,paid,status | sort
	balint-fees status -c charged,adjusted,paid,open,overdue,next_due | sort
	balint-fees journal | grep -o '[-0-9.]* EUR' | sort
	balint-fees credits
	balint-attend report -c handle,held,present,minutes,possible,verdict | grep -v rossi
	sql 'SELECT sum(amount) FROM credit; SELECT sum(amount) FROM entry; SELECT sum(amount) FROM allocation; SELECT count(*) FROM evaluation'
}

@test "what is open, and what is left, is said with the command that settles it; and nobody is asked for it" {
	ninth
	balint-fees pay rossi 100 --on 2021-03-10 -q >/dev/null
	balint-fees pay bianchi 400 --on 2021-03-10 -q >/dev/null
	gone rossi
	gone bianchi
	forgets rossi
	same "balint-group: 327.00 is still open, and nobody will be asked for it; to write it off: balint-fees adjust forgotten-3 --less 327.00 --reason T -e 9
$BACKUPS" "$stderr" 'the warnings'
	forgets bianchi
	same "balint-group: 95.00 of what they paid is left; to give it back: balint-fees refund forgotten-4 95.00 --on DATE
$BACKUPS" "$stderr" 'the warnings'
	capture balint-fees request --month 2021-03 --via -
	same 0 "$status" "the exit status of request ($stderr)"
	balint-group edition add 10 --number 10 --year 2021 >/dev/null
	succeeds balint-fees adjust forgotten-3 --less 327.00 --reason inesigibile -e 9
	succeeds balint-fees refund forgotten-4 95.00 --on 2021-03-20
}

@test "the number of a certificate stays, and verify says that it was erased" {
	ninth
	for date in 2021-02-17 2021-03-03 2021-03-17; do balint-attend mark $date --rest present; done
	gone rossi
	balint-attend certify rossi --rule none -q >/dev/null
	balint-attend certify ferraris --as-of 2021-03-18 -q >/dev/null
	code=$(balint-attend certificates --person rossi -c code)
	forgets rossi -c what,action
	[[ $output == *"certificates${TAB}emptied, their numbers stay"* ]]
	prints balint-attend certificates -c number,handle,status <<-'END'
		1/2021|forgotten-3|erased
		2/2021|ferraris|valid
	END
	same "$(balint-attend certificates)" "$(sqlite3 -separator "$TAB" "$BALINT_DB" 'SELECT number, code, handle, edition, issued, status FROM certificates')" 'the view'
	capture balint-attend verify "$code" -c status,name,attended,percent,note
	same 3 "$status" 'the exit status'
	same "erased${TAB}${TAB}${TAB}${TAB}erased on 2021-03-20: whom it was about is forgotten" "$output"
	capture balint-attend certify --all --rule none --as-of 2021-03-18 -q
	same 0 "$status" "the exit status of certify --all ($stderr)"
	succeeds balint-attend revoke "$code"
}

@test "who led a group is named no more by the certificates of others, which hold" {
	ninth
	for date in 2021-02-17 2021-03-03 2021-03-17; do balint-attend mark $date --rest present; done
	for name in rossi gallo; do balint-attend certify $name --rule none --as-of 2021-03-18 -q >/dev/null; done
	gone ferraris
	forgets ferraris -c what,rows,action
	[[ $output == *"certificates of others${TAB}2${TAB}name them no more"* ]]
	prints balint-attend certificates -c handle,status <<<$'rossi|valid\ngallo|valid'
	prints balint-attend verify "$(balint-attend certificates --person rossi -c code)" -c conductors <<<'Pietro Gallo'
}

@test "evaluations stay; that one was handed in does not" {
	ninth
	printf 'handle,conduct\nrossi,5\nbianchi,4\n' >answers.csv
	balint-attend evaluate import answers.csv -q
	gone rossi
	forgets rossi -c what,rows
	[[ $output == *"notes${TAB}1"* ]]
	same '2|1' "$(sql 'SELECT (SELECT count(*) FROM evaluation), (SELECT count(*) FROM respondent)')"
}

@test "an institution that pays for others is forgotten, and they have no payer" {
	ninth
	balint-group person add ospedale --family 'Ospedale Nuovo' --institution --email ospedale@example.org >/dev/null
	balint-group person set rossi --payer ospedale
	balint-group person set conti --payer ospedale
	forgets ospedale
	[[ $stderr == *"nobody else pays for 'conti' now; if somebody does: balint-group person set conti --payer HANDLE"*"nobody else pays for 'rossi' now; "* ]]
	[[ $output == *"payees${TAB}2${TAB}left without a payer"* && $output == *"person${TAB}1${TAB}erased"* ]]
	balint-group person add clinica --family Clinica --institution >/dev/null
	sql "INSERT INTO entry (kind, person, amount, date, recorded_at) SELECT 'payment', id, 5000, '2021-03-10', '2021-03-10T00:00:00Z' FROM person WHERE handle = 'clinica'"
	forgets clinica -q
	prints balint-group person show forgotten-14 -c handle,family,given,kind <<<'forgotten-14|forgotten-14||institution'
}

@test "what the log has of them cannot be undone; the rest can" {
	ninth
	balint-attend mark 2021-02-17 bianchi=absent
	balint-attend mark 2021-02-17 rossi=absent
	balint-group person set rossi --phone 1
	balint-group -qe 9 person set rossi --phone 2
	sql "UPDATE log SET verb = NULL WHERE command LIKE '%mark 2021-02-17 rossi%'"
	gone rossi
	forgets rossi -q
	same 'balint-group forget' "$(sql 'SELECT verb FROM log ORDER BY id DESC LIMIT 1')" 'the verb'
	prints balint-group log --limit 6 -c command <<-'END'
		balint-group forget
		balint-group withdraw …
		balint-group person set …
		balint-group person set …
		balint-attend …
		balint-attend mark 2021-02-17 bianchi=absent
	END
	same '0 0 0 0 0 1' "$(sql "SELECT group_concat(held, ' ') FROM (SELECT length(changes) > 0 AS held FROM log ORDER BY id DESC LIMIT 6)")" 'the change sets'
}

@test "a bulk import that brought rows of theirs cannot be taken back whole" {
	ninth
	printf 'date,amount,text,payer,iban\n2021-03-08,85.40,Gruppo Balint 9 ed 2020_Rossi_febbraio,ROSSI MARIA,\n2021-03-08,61,Gruppo Balint 9 ed 2020_Bianchi_febbraio,BIANCHI LUCA,\n' >march.csv
	printf 'date,amount,text,payer,iban\n2021-03-09,61,Gruppo Balint 9 ed 2020_Ricci_febbraio,RICCI PAOLO,\n' >later.csv
	balint-fees reconcile march.csv --apply -q >/dev/null
	balint-fees reconcile later.csv --apply -q >/dev/null
	same 2 "$(sql 'SELECT count(*) FROM log WHERE added IS NOT NULL')" 'the ranges'
	gone rossi
	forgets rossi -q
	same 'balint-fees reconcile later.csv --apply -q' "$(sql 'SELECT command FROM log WHERE added IS NOT NULL')" 'what still has its range'
}

@test "a pseudonym that somebody has taken is not used" {
	ninth
	person forgotten-3 Strano Ugo
	gone rossi
	forgets rossi -q
	same 'forgotten-4' "$(sql 'SELECT handle FROM person WHERE id = 3')"
}

@test "of what stays of somebody nothing new is said" {
	ninth
	gone rossi
	forgets rossi -q
	stays="'forgotten-3' is what stays of somebody who was forgotten on 2021-03-20"
	refused 1 "$stays" balint-group person set forgotten-3 --phone 1
	refused 1 "--payer: $stays" balint-group person set bianchi --payer forgotten-3
	refused 1 "--payer: $stays" balint-group person add nuovo --family Nuovo --given Ugo --payer forgotten-3
	refused 1 "$stays" balint-group enrol forgotten-3 --on 2021-03-20
	balint-group edition add 10 --title 'Gruppo Balint' --number 10 --year 2021 >/dev/null
	refused 1 "$stays" balint-group enrol forgotten-3 --edition 10
	balint-group members -e 9 -f csv >members.csv
	sed -i '/^forgotten-3,/s/withdrawn,,,,,/withdrawn,,,,011,/' members.csv
	capture balint-group import members.csv --update -e 9
	same 1 "$status" 'the exit status of import'
	[[ $stderr == *"$stays"* ]]
	same '' "$(sql "SELECT phone FROM person WHERE handle = 'forgotten-3'")"
}

@test "papers call them by the pseudonym alone" {
	ninth
	balint-fees pay rossi 427 --on 2021-03-10 -q >/dev/null
	gone rossi
	forgets rossi -q
	balint-fees receipt 1 >paper 2>&1 || true
	balint-fees statement forgotten-3 >>paper 2>&1 || true
	grep -q 'forgotten-3' paper
	same '' "$(grep -E -- 'forgotten-3 -|- forgotten-3' paper || true)" 'the name with a dash'
}
