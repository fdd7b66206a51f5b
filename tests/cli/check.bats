# shellcheck shell=bats disable=SC2154
# balint-group check: damage, contradictions, and what a person should look at.
load helper

# finds STATUS [OPTION...] <<END: check ends so, and prints these findings.
finds()
{
	local expected=$1
	shift
	capture balint-group check "$@" -c level,subject,finding </dev/null
	same "$(cat /dev/fd/3)" "$(visible <<<"$output")" 'the findings'
	same "$expected" "$status" 'the exit status'
	same '' "$stderr" 'standard error'
}

@test "a new, empty store is clean" {
	association
	silent balint-group check
	silent balint-group check --strict
}

@test "the ninth edition is clean" {
	ninth
	silent balint-group check --strict
}

@test "a finding names its level, subject, finding and cure" {
	association
	balint-group edition add 1 --number 1 --year 2021 --min 10 >/dev/null
	participant rossi Rossi Maria
	run balint-group check -H
	same "level${TAB}subject${TAB}finding${TAB}cure" "${lines[0]}" 'the header'
	[[ ${lines[1]} == "warning${TAB}edition 1${TAB}1 participants, fewer than 10${TAB}balint-group enrol HANDLE" ]]
}

@test "warnings alone are no reason for exit status 3, but with --strict they are" {
	edition --min 10
	participant rossi Rossi Maria
	run balint-group check
	same 0 "$status" 'the exit status'
	[ -n "$output" ]
	run balint-group check --strict
	same 3 "$status" 'the exit status with --strict'
	[ -n "$output" ]
}

@test "fewer participants than the fewest is a warning" {
	ninth
	balint-group withdraw rossi --on 2021-03-20
	balint-group withdraw bianchi --on 2021-03-20
	finds 0 3<<<'warning|edition 9|9 participants, fewer than 10'
}

@test "one conductor alone is a warning" {
	ninth
	balint-group withdraw gallo --on 2021-03-20
	finds 0 3<<<'warning|edition 9|one conductor only'
}

@test "a calendar that ends within thirty days, or has ended, is a warning with the year to renew" {
	ninth
	BALINT_TODAY=2021-05-23 silent balint-group check
	BALINT_TODAY=2021-05-24 finds 0 3<<<'warning|edition 9|the calendar ends on 2021-06-23'
	same 'balint-calendar renew --year 2021' "$(BALINT_TODAY=2021-05-24 balint-group check -c cure)" 'the cure before the end'
	balint-group edition set 9 --programme permanent
	same 'balint-calendar renew --year 2021' "$(BALINT_TODAY=2021-12-21 balint-group check -c cure)" 'the cure before the last date of the year'
	same 'balint-calendar renew --year 2022' "$(BALINT_TODAY=2021-12-22 balint-group check -c cure)" 'the cure on the last date of the year'
	same 'balint-calendar renew --year 2022' "$(BALINT_TODAY=2024-01-01 balint-group check -c cure)" 'the cure much later'
}

@test "the cure of a calendar that ends is one" {
	ninth
	balint-calendar renew --year 2021 >/dev/null
	BALINT_TODAY=2021-11-25 finds 0 3<<<'warning|edition 9|the calendar ends on 2021-12-22'
	succeeds sh -c "$(BALINT_TODAY=2021-11-25 balint-group check -c cure)"
	BALINT_TODAY=2021-11-25 silent balint-group check
}

@test "a calendar ends with its last session that is held, where it was moved to" {
	ninth
	sql "UPDATE session SET status = 'cancelled' WHERE date = '2021-06-23'"
	BALINT_TODAY=2021-06-01 finds 0 3<<<'warning|edition 9|the calendar ends on 2021-06-09'
	sql "UPDATE session SET date = '2021-09-08' WHERE date = '2021-05-26'"
	BALINT_TODAY=2021-06-01 silent balint-group check
	sql "UPDATE session SET status = 'cancelled'"
	finds 0 3<<<'warning|edition 9|all sessions are cancelled'
}

@test "a short course ends, and nobody warns" {
	ninth
	balint-group edition set 9 --programme familiarisation
	for day in 2021-06-23 2021-09-21; do BALINT_TODAY=$day silent balint-group check --strict; done
}

@test "an edition that is open long after its last session is a warning, but for permanent groups" {
	ninth
	export BALINT_TODAY=2021-09-21
	for BALINT_TODAY in 2021-06-24 2021-09-21; do
		finds 0 3<<<"warning|edition 9|the calendar ended on 2021-06-23; 'balint-calendar renew -e 9' would go on with it"
		same 'balint-group edition close 9' "$(balint-group check -c cure)" 'the cure'
	done
	BALINT_TODAY=2021-06-23 finds 0 3<<<'warning|edition 9|the calendar ends on 2021-06-23'
	export BALINT_TODAY=2021-09-22
	for programme in familiarisation annual biennial; do
		balint-group edition set 9 --programme $programme
		finds 0 3<<<'warning|edition 9|its last session was on 2021-06-23, and it is open still'
		same 'balint-group edition close 9' "$(balint-group check -c cure)" 'the cure'
	done
	balint-group edition set 9 --programme permanent
	finds 0 3<<<'warning|edition 9|the calendar ends on 2021-06-23'
}

@test "members without sessions, and sessions without members, are a warning" {
	edition
	participant rossi Rossi Maria
	person verdi Verdi Ugo
	balint-group enrol verdi --role conductor
	run balint-group check -c finding,cure
	same "members, but no sessions${TAB}balint-calendar generate --from DATE --count N" "${lines[-1]}" 'the finding about members'
	balint-group edition add 2 --number 2 --year 2021 >/dev/null
	silent balint-group check -e 2
	sessions --from 2021-05-05 --count 4 -e 2
	prints balint-group check -e 2 -c level,subject,finding,cure <<<'warning|edition 2|sessions, but no members|balint-group enrol HANDLE -e 2'
}

@test "marks and presentations of who has left before, and their turns to come, are warnings that can be mended" {
	ninth
	for day in 2021-02-17 2021-03-03 2021-03-17; do balint-attend mark $day rossi=absent --rest present; done
	balint-attend present 2021-03-17 bianchi
	balint-attend rota set 2021-04-14 rossi
	balint-attend announce 2021-03-31 bianchi
	silent balint-group check
	balint-group withdraw rossi --on 2021-03-10
	balint-group withdraw bianchi --on 2021-03-10
	finds 0 3<<-'END'
		warning|edition 9|9 participants, fewer than 10
		warning|edition 9, 2021-03-17|'bianchi' is marked present, but not enrolled on that day
		warning|edition 9, 2021-03-17|'rossi' is marked absent, but not enrolled on that day
		warning|edition 9, 2021-03-31|'bianchi' is marked excused, but not enrolled on that day
		warning|edition 9, 2021-03-17|'bianchi' presented, but is no participant on that day
		warning|edition 9, 2021-04-14|'rossi' has the turn, but is no participant on that day
	END
	BALINT_TODAY=2021-04-15 balint-group check -c finding | grep -c 'has the turn' | same 0 "$(cat)" 'the turns that are over'
	balint-group check -c cure | tail -n +2 >cures
	silent sh -e cures
	finds 0 3<<<'warning|edition 9|9 participants, fewer than 10'
}

@test "a presenter who is marked absent or excused is a warning" {
	ninth
	balint-attend present 2021-03-17 rossi
	balint-attend present 2021-03-17 bianchi
	balint-attend present 2021-03-17 greco
	for day in 2021-02-17 2021-03-03; do balint-attend mark $day --rest present; done
	balint-attend mark 2021-03-17 rossi=absent bianchi=excused greco=21:30 --rest present
	finds 0 3<<-'END'
		warning|edition 9, 2021-03-17|'bianchi' presented, but is marked excused
		warning|edition 9, 2021-03-17|'rossi' presented, but is marked absent
	END
	balint-attend mark 2021-03-17 bianchi=present
	silent sh -c "$(balint-group check -c cure)"
	silent balint-group check
}

@test "a rule that is set and cannot be read is an error" {
	ninth
	mkdir -p own/rules
	printf 'label-it Scuola\nminutes 80 %%\n' >own/rules/school.rule
	balint-group set directory="$PWD/own" rule=school
	silent balint-group check
	echo 'minuts 90' >>own/rules/school.rule
	finds 3 3<<<"error|rule|$PWD/own/rules/school.rule:3: unknown 'minuts'; did you mean 'minutes'?"
	rm own/rules/school.rule
	finds 3 3<<<"error|rule|the setting rule is 'school', but there is no such rule; 'balint-attend rules' lists them"
	same 'balint-group set rule=' "$(balint-group check -c cure)" 'the cure'
	rm -r own
	same 'balint-group set directory=' "$(balint-group check -c cure)" 'the cure without the directory'
	silent sh -c "$(balint-group check -c cure)"
	silent sh -c "$(balint-group check -c cure)"
	silent balint-group check
}

@test "a participant without instalments where others have them is a warning" {
	ninth
	participant neri Neri Ada --email neri@example.org
	finds 0 3<<<'warning|edition 9, neri|no instalments, though others have them'
}

@test "a session on a closure that came later is an error" {
	ninth
	run balint-calendar closure add 2021-04-14 Neve
	finds 3 3<<<'error|edition 9, 2021-04-14|a session on a skipped date: Neve (closure)'
}

@test "a session in a break that came later is an error" {
	ninth
	run balint-calendar break add 2021-04-12..2021-04-16 Gita
	finds 3 3<<<'error|edition 9, 2021-04-14|a session on a skipped date: Gita (break from 2021-04-12 to 2021-04-16)'
}

@test "a session on a national holiday is an error" {
	ninth
	sql "UPDATE session SET date = '2021-06-02' WHERE date = '2021-06-09'"
	finds 3 3<<<'error|edition 9, 2021-06-02|a session on a skipped date: Festa della Repubblica (national holiday since 2001, L. 336/2000)'
}

@test "a row that points to nothing is an error" {
	ninth
	sql "PRAGMA foreign_keys = OFF; DELETE FROM person WHERE handle = 'rossi'"
	run balint-group check -c level,subject
	same "error${TAB}store" "${lines[0]}" 'the finding'
	same 3 "$status" 'the exit status'
}

@test "a row that its table forbids is an error" {
	ninth
	sql 'PRAGMA ignore_check_constraints = ON; UPDATE instalment SET gross = gross + 1 WHERE id = 3'
	finds 3 3<<<'error|store|CHECK constraint failed in instalment'
}

@test "instalments that no longer add up to the tariff are found" {
	ninth
	sql 'UPDATE instalment SET vat = vat + 1, gross = gross + 1 WHERE id = 3'
	finds 0 3<<<"warning|edition 9, bianchi|instalments of 250.00 net and 55.01 VAT are not those of today's tariff; if it was changed after planning, that is as it should be"
	same '' "$(balint-group check -c cure)" 'the cure'
}

@test "a payment that is allocated beyond its amount is an error" {
	ninth
	balint-fees pay bianchi 1 --on 2021-03-01 >/dev/null
	sql "INSERT INTO allocation (entry, instalment, amount, date) SELECT entry, instalment, 100, date FROM allocation"
	finds 3 3<<<'error|payment 1|2.00 of 1.00 is allocated'
}

@test "a damaged file is told from a sound one" {
	ninth
	/usr/bin/python3 - "$BALINT_DB" <<-'END'
		import sys
		with open(sys.argv[1], 'r+b') as store:
		    store.seek(0, 2)
		    size = store.tell()
		    for page in range(20, size // 4096):
		        store.seek(page * 4096)
		        store.write(b'\x55' * 4096)
	END
	capture balint-group check
	[ "$status" -eq 1 ] || [ "$status" -eq 3 ]
	[[ $output$stderr == *damaged* || $output == error* ]]
}

@test "the command that check names does it, for days of all editions and with several editions open too" {
	ninth
	balint-group edition add 10 --number 10 --year 2021 >/dev/null
	balint-calendar closure add 2021-04-14 Neve --all-editions 2>/dev/null
	balint-calendar break add 2021-04-28..2021-04-29 Ponte -e 9 2>/dev/null
	capture balint-group check -c level,cure
	same 3 "$status" 'the exit status'
	[[ $output == *"balint-calendar closure remove 2021-04-14 --all-editions"* && $output == *"balint-calendar break remove 2021-04-28..2021-04-29 -e 9"* ]]
	grep '^error' <<<"$output" | cut -f 2 | while read -r cure; do silent bash -c "$cure"; done
	succeeds balint-group check
}

@test "a long label is told whole" {
	ninth
	label=$(printf 'è%.0s' {1..900})
	balint-calendar closure add 2021-04-14 "$label" -e 9 2>/dev/null
	capture balint-group check -c finding
	same "a session on a skipped date: $label (closure)" "$output"
}

# cured: for each error, the command that check names does it, until there is none.
cured()
{
	local round cure
	for round in 1 2 3 4; do
		cure=$(balint-group check -c level,cure | sed -n 's/^error\t//p' | head -1)
		[ -n "$cure" ] || break
		sh -c "${cure/--reason T/--reason T$round}" >/dev/null 2>&1
	done
	silent balint-group check
}

@test "a payment that is given back and allocated beyond its amount is mended by two reversals" {
	ninth
	run balint-fees pay rossi 500 --on 2021-03-01
	balint-fees refund rossi 73 --on 2021-03-02 >/dev/null
	sql "INSERT INTO allocation (entry, instalment, amount, date) SELECT 1, id, 100, '2021-03-03' FROM instalment WHERE reference LIKE '%Conti_marzo'"
	finds 3 3<<<'error|payment 1|501.00 of 500.00 is allocated'
	same 'balint-fees reverse 2 --reason T' "$(balint-group check -c cure)" 'the cure'
	cured
}

@test "a reversed payment that is still allocated is an error that no command mends" {
	ninth
	balint-fees pay rossi 85.40 --on 2021-03-01 >/dev/null
	sql "INSERT INTO entry (kind, person, amount, date, reverses, recorded_at) SELECT 'reversal', person, -amount, date, id, recorded_at FROM entry"
	finds 3 3<<<'error|payment 1|85.40 of 0.00 is allocated'
	same 'restore a backup' "$(balint-group check -c cure)" 'the cure'
}

@test "an instalment paid beyond what is owed is an error, and the last payment on it is to be reversed" {
	ninth
	balint-fees pay rossi 85.40 --on 2021-03-01 >/dev/null
	run balint-fees pay rossi 500 --on 2021-03-02
	sql "INSERT INTO allocation (entry, instalment, amount, date) SELECT 2, id, 100, '2021-03-03' FROM instalment WHERE reference LIKE '%Rossi_febbraio'"
	finds 3 3<<<'error|edition 9, rossi|86.40 is paid of 85.40 owed for 2021-02'
	same 'balint-fees reverse 2 --reason T' "$(balint-group check -c cure)" 'the cure'
	cured
}

@test "an instalment of less than nothing is an error, and so is a payment of less than nothing" {
	ninth
	balint-fees pay conti 10 --on 2021-03-01 >/dev/null
	sql "INSERT INTO entry (kind, person, instalment, amount, date, recorded_at)
	     SELECT 'adjustment', m.person, i.id, -10000, '2021-03-03', 'x' FROM instalment AS i JOIN enrolment AS m ON m.id = i.enrolment WHERE i.reference LIKE '%Rossi_marzo';
	     INSERT INTO allocation (entry, instalment, amount, date) SELECT 1, id, -1000, '2021-03-03' FROM instalment WHERE reference LIKE '%Conti_marzo'"
	finds 3 3<<-'END'
		error|edition 9, conti|-10.00 is paid of 85.40 owed for 2021-03
		error|edition 9, rossi|0.00 is paid of -14.60 owed for 2021-03
	END
	same $'balint-fees reverse 1 --reason T\nbalint-fees reverse 2 --reason T' "$(balint-group check -c cure)" 'the cures'
	cured
}

@test "a reversal that is not the opposite of its entry is an error" {
	ninth
	balint-fees adjust rossi --more 10 --reason libro >/dev/null
	sql "INSERT INTO entry (kind, person, instalment, amount, date, reverses, recorded_at)
	     SELECT 'reversal', person, instalment, -999, date, id, recorded_at FROM entry"
	finds 3 3<<<'error|reversal 2|it is not the opposite of entry 1'
	same 'restore a backup' "$(balint-group check -c cure)" 'the cure'
}

@test "a refund that no payment backs is an error that its reversal mends" {
	ninth
	sql "INSERT INTO entry (kind, person, amount, date, recorded_at) SELECT 'refund', id, 500, '2021-03-01', 'x' FROM person WHERE handle = 'rossi'"
	finds 3 3<<<"error|refund 1|0.00 of 5.00 is taken from that person's payments"
	cured
}

@test "a refund that is taken from somebody else's payment is an error" {
	ninth
	run balint-fees pay conti 500 --on 2021-03-01
	sql "INSERT INTO entry (kind, person, amount, date, recorded_at) SELECT 'refund', id, 500, '2021-03-01', 'x' FROM person WHERE handle = 'rossi';
	     INSERT INTO allocation (entry, refund, amount, date) VALUES (1, 2, 500, '2021-03-01')"
	finds 3 3<<<"error|refund 2|0.00 of 5.00 is taken from that person's payments"
	cured
}

@test "payments beyond the transfer that they came by are an error" {
	ninth
	sql "INSERT INTO statement VALUES (1, 'marzo.csv', 'unicredit', 'x');
	     INSERT INTO credit VALUES (1, 1, '2021-03-01', 8540, NULL, NULL, 'rossi feb', 'k', 1);
	     INSERT INTO entry (kind, person, amount, date, credit, recorded_at)
	     SELECT 'payment', id, 8541, '2021-03-01', 1, 'x' FROM person WHERE handle = 'rossi'"
	finds 3 3<<<'error|credit 1|payments of 85.41 are recorded for a transfer of 85.40'
	same 'balint-fees unmatch 1' "$(balint-group check -c cure)" 'the cure'
}

# ---- the outbox

@test "a notice that has failed is a warning until somebody retries or drops it" {
	ninth
	balint-calendar cancel 2021-04-14 --reason Neve
	sql "UPDATE outbox SET status = 'failed', error = '550 no such user' WHERE id IN (3, 4)"
	finds 0 3<<-'END'
		warning|edition 9, rossi|the cancellation notice of 2021-04-14 has failed: 550 no such user
		warning|edition 9, bianchi|the cancellation notice of 2021-04-14 has failed: 550 no such user
	END
	same $'balint-group outbox retry 3\nbalint-group outbox retry 4' "$(balint-group check -c cure)" 'the cures'
	silent balint-group outbox retry 3
	silent balint-group outbox drop 4
	silent balint-group check --strict
}

@test "the cure of a notice that can go no more is to drop it" {
	ninth
	balint-calendar cancel 2021-04-14 --reason Neve
	sql "UPDATE outbox SET status = iif(id = 3, 'failed', 'sent'), error = 'x'"
	export BALINT_TODAY=2021-04-15
	finds 0 3<<<'warning|edition 9, rossi|the cancellation notice of 2021-04-14 has failed: x; its session has begun'
	silent sh -c "$(balint-group check -c cure)"
	silent balint-group check --strict
}

@test "with several editions open the finding's cure works as it stands" {
	ninth
	balint-calendar cancel 2021-04-14 --reason Neve
	balint-group edition add 10 --number 10 --year 2021 >/dev/null
	sql "UPDATE outbox SET status = iif(id = 3, 'failed', 'sent'), error = 'x'"
	same 'balint-group outbox retry 3 -e 9' "$(balint-group check -c cure)" 'the cure'
	silent sh -c "$(balint-group check -c cure)"
	silent balint-group check --strict
}

@test "notices that have waited for more than a day are a warning, one for each command that delivers them" {
	ninth
	balint-group set via=-
	balint-calendar cancel 2021-04-14 --reason Neve
	sql "INSERT INTO outbox (key, kind, person, session, status, queued_at) SELECT 'reminder:6:0:3', 'reminder', 3, id, 'queued', '2021-03-20T10:00:00Z' FROM session WHERE date = '2021-04-28';
	     INSERT INTO outbox (key, kind, person, instalment, status, queued_at) VALUES ('request:1:0:3', 'request', 3, 1, 'queued', '2021-03-20T10:00:00Z'), ('overdue:2:1:3', 'overdue', 3, 2, 'queued', '2021-03-20T11:00:00Z')"
	BALINT_TODAY=2021-03-21T00:00 silent balint-group check --strict
	export BALINT_TODAY=2021-03-21T00:01
	finds 0 3<<<'warning|outbox|13 notices wait since 2021-03-19'
	same 'balint-calendar notify' "$(balint-group check -c cure)" 'the cure'
	export BALINT_TODAY=2021-03-21T11:01
	finds 0 3<<-'END'
		warning|outbox|13 notices wait since 2021-03-19
		warning|outbox|1 notice waits since 2021-03-20
		warning|outbox|1 notice waits since 2021-03-20
	END
	same $'balint-calendar notify\nbalint-calendar remind\nbalint-fees request' "$(balint-group check -c cure)" 'the cures'
	sql "UPDATE edition SET status = 'closed'"
	silent balint-group check --strict
}

@test "what was delivered waits no longer" {
	ninth
	balint-group set via=-
	balint-calendar cancel 2021-04-14 --reason Neve
	export BALINT_TODAY=2021-03-23
	same 'balint-calendar notify' "$(balint-group check -c cure)" 'the cure'
	balint-calendar notify --via - >mails
	silent balint-group check --strict
}

@test "somebody without a mail address is a warning once something waits for them" {
	ninth
	balint-group person add asl --family 'ASL TO3' --institution >/dev/null
	balint-group person set rossi --payer asl
	balint-group person set gallo --email ''
	silent balint-group check --strict
	sql "INSERT INTO outbox (key, kind, person, instalment, status, queued_at, error) SELECT 'request:1:0:' || id, 'request', id, 1, 'queued', '2021-03-01T10:00:00Z', 'no address' FROM person WHERE handle = 'asl'"
	finds 0 3<<<'warning|asl|no mail address, and 1 notice waits'
	same 'balint-group person set asl --email ADDRESS' "$(balint-group check -c cure)" 'the cure'
	balint-calendar cancel 2021-04-14 --reason Neve
	finds 0 3<<<$'warning|asl|no mail address, and 1 notice waits\nwarning|gallo|no mail address, and 1 notice waits'
}

@test "notices that wait without a sender are a warning" {
	ninth
	balint-group set from=
	balint-group person set gallo --email ''
	balint-calendar cancel 2021-04-14 --reason Neve
	finds 0 3<<<$'warning|gallo|no mail address, and 1 notice waits\nwarning|outbox|13 notices wait, and mails have no sender'
	silent sh -c "$(balint-group check -c cure | grep from= | sed 's/Name <.*>/Segreteria <a@example.org>/')"
	finds 0 3<<<'warning|gallo|no mail address, and 1 notice waits'
}

# ---- settings

# cures [SED]: the commands that check names do it, once the placeholders in them are filled in.
cures()
{
	local cure
	while read -r cure; do
		succeeds sh -c "$cure" </dev/null
	done < <(balint-group check -c cure | sed "${1:-}")
	silent balint-group check --strict
}

@test "an association, a payee or an IBAN that is not there is an error" {
	ninth
	sql "DELETE FROM setting WHERE key IN ('association', 'payee', 'iban')"
	finds 3 3<<-'END'
		error|association|it is not set
		error|iban|it is not set
		error|payee|it is not set
	END
	same $'balint-group set association=NAME\nbalint-group set iban=IBAN\nbalint-group set payee=NAME' "$(balint-group check -c cure)" 'the cures'
	cures "s/=NAME/='Il Nodo'/; s/=IBAN/=$IBAN/"
}

@test "a value that is none by the rule of its setting is an error" {
	ninth
	sql "UPDATE setting SET value = 'IT20A0200801058000040951624' WHERE key = 'iban';
		INSERT INTO setting VALUES ('grace', 'ten'), ('website', 'example.org'), ('via', 'mbox:out'), ('dunning', '7,3')"
	finds 3 3<<-'END'
		error|dunning|'7,3' is no list of at most 9 whole numbers that rise from 1 to 365, such as 7,21,42
		error|grace|'ten' is not a whole number from 0 to 120
		error|iban|'IT20A0200801058000040951624' is not an IBAN: its CIN is A and should be S
		error|via|'out' is not an absolute path; begin it with /
		error|website|'example.org' is not a link; write it as https://example.org/j/1, without spaces, quotation marks and accents
	END
	cures "s/=IBAN/=$IBAN/"
}

@test "a directory that is gone and a program that cannot be run are errors" {
	ninth
	mkdir own
	printf '#!/bin/sh\n' >mailer
	chmod +x mailer
	balint-group set directory="$PWD/own" sendmail="$PWD/mailer -t" rule=ecm
	silent balint-group check --strict
	rmdir own
	chmod -x mailer
	finds 3 3<<-END
		error|directory|$PWD/own: No such file or directory
		error|sendmail|$PWD/mailer: not a program that can be run
	END
	same $'balint-group set directory=\nbalint-group set sendmail=' "$(balint-group check -c cure)" 'the cures'
	cures
}

@test "a template of the association's own that is broken is an error, told once" {
	ninth
	mkdir -p own/templates/it own/templates/en
	balint-group set directory="$PWD/own"
	printf '{{title}}\n{{> extra}}\n' >own/templates/it/calendar.txt
	echo '{{> note.txt}}' >own/templates/statement.html
	silent balint-group check --strict
	echo '{{#title}}' >own/templates/it/extra.txt
	echo '{{title' >own/templates/note.txt
	printf 'a\xff' >own/templates/en/receipt.html
	finds 3 3<<-END
		error|templates|$PWD/own/templates/it/extra.txt:1:1: the section 'title' is not closed
		error|templates|$PWD/own/templates/note.txt:1:1: the tag that begins here is not closed: '}}' is missing
		error|templates|$PWD/own/templates/en/receipt.html:1:2: byte 0xff is not UTF-8 text
	END
	same 'balint-group set directory=' "$(balint-group check -c cure | sort -u)" 'the cure'
	cures
}

@test "a template that nobody may read is an error" {
	ninth
	mkdir -p own/templates/it/calendar.txt
	balint-group set directory="$PWD/own"
	finds 3 3<<<"error|templates|$PWD/own/templates/it/calendar.txt is not a file"
}

@test "no sender is a warning once there are members to write to, and sessions to come" {
	ninth
	balint-group set from=
	finds 0 3<<<'warning|from|members with a mail address: 13; and mails have no sender'
	BALINT_TODAY=2021-06-24 balint-group check -c subject | grep -cx from | same 0 "$(cat)" 'the number of such warnings'
	sql 'UPDATE person SET email = NULL'
	silent balint-group check --strict
	sql "UPDATE person SET email = 'x@example.org' WHERE handle = 'rossi'"
	same "balint-group set from='Name <name@example.org>'" "$(balint-group check -c cure)" 'the cure'
	cures
}

@test "no way to deliver mail is a warning once notices have waited for one" {
	ninth
	balint-calendar cancel 2021-04-14 --reason Neve
	silent balint-group check --strict
	export BALINT_TODAY=2021-03-22
	finds 0 3<<<$'warning|via|notices wait, and no way to deliver mail is set\nwarning|outbox|13 notices wait since 2021-03-19'
	same 'balint-group set via=sendmail' "$(balint-group check -c cure | head -1)" 'the cure'
	balint-group set via=maildir:"$PWD/mails"
	finds 0 3<<<'warning|outbox|13 notices wait since 2021-03-19'
	succeeds sh -c "$(balint-group check -c cure)"
	silent balint-group check --strict
}

# ---- members

@test "an institution among the members, and somebody who was forgotten, are errors" {
	ninth
	balint-group person add asl --family 'ASL TO3' --institution >/dev/null
	sql "INSERT INTO enrolment (edition, person, role, status, joined_on) SELECT 1, id, 'participant', 'active', '2021-04-01' FROM person WHERE handle = 'asl';
		UPDATE person SET forgotten_on = '2021-03-01' WHERE handle = 'rossi';
		DELETE FROM tariff; DELETE FROM instalment"
	finds 3 3<<-'END'
		error|edition 9, asl|an institution is enrolled
		error|edition 9, rossi|somebody who was forgotten is still a member
	END
	same $'balint-group withdraw asl --on 2021-04-01\nbalint-group withdraw rossi --on 2021-03-20' "$(balint-group check -c cure)" 'the cures'
	cures
}

@test "who joins after the last session is a warning, but in a permanent group" {
	ninth
	sql "UPDATE enrolment SET joined_on = '2021-06-24' WHERE person = (SELECT id FROM person WHERE handle = 'rossi');
		UPDATE enrolment SET joined_on = '2021-06-23' WHERE person = (SELECT id FROM person WHERE handle = 'bianchi')"
	finds 0 3<<<'warning|edition 9, rossi|a member from 2021-06-24 on, after the last session on 2021-06-23'
	same 'balint-group unenrol rossi' "$(balint-group check -c cure)" 'the cure'
	succeeds balint-group unenrol --help
	balint-group edition set 9 --programme permanent
	silent balint-group check --strict
}

@test "somebody on the waiting list while places are free is a warning, as long as there are sessions to come" {
	ninth
	person verdi Verdi Ugo --profession medico
	person bruno Bruno Ada --profession medico
	balint-group edition set 9 --max 11
	balint-group enrol verdi bruno --status waiting >/dev/null
	silent balint-group check --strict
	balint-group edition set 9 --max 12
	finds 0 3<<<'warning|edition 9|free places: 1; on the waiting list: 2'
	same 'balint-group admit' "$(balint-group check -c cure)" 'the cure'
	succeeds balint-group admit --help
	BALINT_TODAY=2021-06-23 balint-group check -c finding | grep -c 'free places' | same 1 "$(cat)" 'on the last day'
	BALINT_TODAY=2021-06-24 balint-group check -c finding | grep -c 'free places' | same 0 "$(cat)" 'after it'
	balint-group edition add 10 --number 10 --year 2021 >/dev/null
	same 'balint-group admit -e 9' "$(balint-group check -c cure)" 'the cure with two open editions'
}

@test "an application that nobody has answered for thirty days is a warning" {
	ninth
	person verdi Verdi Ugo --profession medico
	balint-group enrol verdi --status applicant --on 2021-03-01 >/dev/null
	BALINT_TODAY=2021-03-31 silent balint-group check --strict
	export BALINT_TODAY=2021-04-01
	finds 0 3<<<'warning|edition 9, verdi|has applied on 2021-03-01, and nobody has answered'
	same 'balint-group admit verdi' "$(balint-group check -c cure)" 'the cure'
}

@test "a payer who was forgotten, and two who pay for each other, are warnings" {
	ninth
	balint-group person add asl --family 'ASL TO3' --institution >/dev/null
	balint-group person set rossi --payer asl
	balint-group person set bianchi --payer greco
	silent balint-group check --strict
	balint-group person set greco --payer bianchi
	sql "UPDATE person SET forgotten_on = '2021-03-01' WHERE handle = 'asl'"
	finds 0 3<<-'END'
		warning|bianchi|'greco' pays for them, and they for 'greco'
		warning|greco|'bianchi' pays for them, and they for 'bianchi'
		warning|rossi|'asl', who pays for them, was forgotten
	END
	silent sh -c "$(balint-group check -c cure | sed -n '1p;3p')"
	silent balint-group check --strict
}

@test "an edition that could not be set up so is found" {
	ninth
	sql "UPDATE edition SET online = 'zoom.example.org', minutes = 300, reference = '{familiy} {month}'"
	finds 3 3<<-'END'
		error|edition 9|its sessions would end after midnight
		warning|edition 9|the link of its meetings: 'zoom.example.org' is not a link; write it as https://example.org/j/1, without spaces, quotation marks and accents
		error|edition 9|'{familiy} {month}' has an unknown placeholder at '{familiy} {month}'; there are {title} {number} {year} {family} {given} {month} {code} {handle}
	END
	cures
	same 180 "$(balint-group edition show -c minutes)" 'the minutes'
}

@test "a participant without a profession, or whose category has no tariff, is a warning once there are tariffs" {
	edition
	participant rossi Rossi Maria
	person verdi Verdi Ugo
	person greco Greco Ada --profession terp
	person leone Leone Ada --profession terp
	balint-group enrol verdi greco >/dev/null
	balint-group enrol leone --role conductor >/dev/null
	sessions --from 2021-04-07 --count 8
	balint-group check -c finding | grep -c 'fee\|tariff' | same 0 "$(cat)" 'without a price list'
	balint-fees tariff set medici-psicologi 350
	balint-fees plan rossi >/dev/null
	prints balint-group check -c level,subject,finding,cure <<-'END'
		warning|edition 1|one conductor only|balint-group enrol HANDLE --role co-conductor
		warning|edition 1, greco|no tariff for the category 'altre-professioni'|balint-fees tariff set altre-professioni NET
		warning|edition 1, verdi|no profession, which decides the fee|balint-group person set verdi --profession P
	END
	person ferri Ferri Ada --profession medico
	balint-group enrol ferri --role co-conductor >/dev/null
	balint-fees tariff set altre-professioni 250
	balint-group person set verdi --profession oss
	finds 0 3<<-'END'
		warning|edition 1, greco|no instalments, though others have them
		warning|edition 1, verdi|no instalments, though others have them
	END
	balint-fees plan >/dev/null
	silent balint-group check --strict
}

# ---- the register and the calendar

@test "holes in a register that is kept are a warning from the next day on" {
	ninth
	balint-attend announce 2021-03-31 rossi
	silent balint-group check --strict
	balint-attend mark 2021-03-03 --rest present
	balint-attend mark 2021-03-17 rossi=absent bianchi=21:07
	export BALINT_TODAY=2021-03-31T23:00
	finds 0 3<<-'END'
		warning|edition 9, 2021-02-17|holes in the register: 11
		warning|edition 9, 2021-03-17|holes in the register: 9
	END
	same $'balint-attend mark 2021-02-17 bianchi=MARK\nbalint-attend mark 2021-03-17 conti=MARK' "$(balint-group check -c cure)" 'the cures'
	silent sh -c "$(balint-group check -c cure | sed 's/[a-z]*=MARK/--rest present/')"
	silent balint-group check --strict
	BALINT_TODAY=2021-04-01 finds 0 3<<<'warning|edition 9, 2021-03-31|holes in the register: 10'
}

@test "a session that was held and is cancelled is an error" {
	ninth
	for day in 2021-02-17 2021-03-03 2021-03-17; do balint-attend mark $day --rest present; done
	balint-attend announce 2021-03-31 rossi
	sql "UPDATE session SET status = 'cancelled' WHERE date IN ('2021-03-17', '2021-03-31')"
	finds 3 3<<<'error|edition 9, 2021-03-17|the session is cancelled, but the register says that it was held'
	same 'balint-calendar restore 2021-03-17' "$(balint-group check -c cure)" 'the cure'
	cures
	sql "DELETE FROM mark; UPDATE session SET status = 'cancelled' WHERE date = '2021-03-17';
		INSERT INTO presentation SELECT id, 3, 'case' FROM session WHERE date = '2021-03-17';
		INSERT INTO presentation SELECT id, 3, NULL FROM session WHERE date = '2021-03-31'"
	finds 3 3<<<'error|edition 9, 2021-03-17|the session is cancelled, but the register says that it was held'
}

@test "a move to which somebody has said no, and that is open still, is an error" {
	ninth
	balint-calendar move 2021-04-14 --to 2021-04-15 --reason Ponte >/dev/null
	balint-calendar consent 2021-04-14 rossi --yes
	silent balint-group check --strict
	sql "UPDATE consent SET answer = 'no'"
	finds 3 3<<<'error|edition 9, 2021-04-14|somebody has said no to its move to 2021-04-15, and it is not refused'
	cures
}

# ---- more of the ledger

@test "an adjustment of somebody else's instalment is an error" {
	ninth
	sql "INSERT INTO entry (kind, person, instalment, amount, date, recorded_at)
	     SELECT 'adjustment', p.id, i.id, -100, '2021-03-03', 'x' FROM person AS p, instalment AS i WHERE p.handle = 'rossi' AND i.reference LIKE '%Conti_marzo'"
	finds 3 3<<<"error|adjustment 1|of 'rossi', but for an instalment of 'conti'"
	cured
}

@test "what is allocated of anything but a payment, or for anything but an instalment or a refund, is an error" {
	ninth
	run balint-fees pay rossi 500 --on 2021-03-01
	balint-fees adjust rossi --more 10 --reason libro >/dev/null
	sql "INSERT INTO allocation (entry, instalment, amount, date) VALUES (2, 6, 1, '2021-03-01');
		INSERT INTO allocation (entry, refund, amount, date) VALUES (1, 2, 1, '2021-03-01')"
	balint-group check -c level,subject,finding,cure | grep allocation | visible >found
	same "$(sql "SELECT 'error|allocation ' || id || '|entry 2 is no ' || iif(entry = 2, 'payment', 'refund') || '|restore a backup' FROM allocation WHERE entry = 2 OR refund = 2")" "$(cat found)" 'the findings'
}

@test "a storno of another amount is an error" {
	ninth
	sql "INSERT INTO statement VALUES (1, 'marzo.csv', 'unicredit', 'x');
		INSERT INTO credit VALUES (1, 1, '2021-03-01', 8540, NULL, NULL, 'rossi feb', 'k', 1), (2, 1, '2021-03-02', -8541, NULL, NULL, 'storno', 'l', 1);
		INSERT INTO storno VALUES (2, 1)"
	finds 3 3<<<'error|credit 2|a storno of credit 1, but not of its amount'
}
