# shellcheck shell=bats disable=SC2154
# balint-group outbox: what waits, went, failed, expired or was dropped, and what people decide of it.
load helper

setup()
{
	scene
	ninth
	export BALINT_TODAY=2021-03-25
}

# remind: the reminders of 31 March, whose mails are added to a file.
remind() { balint-calendar remind --via - >>"$BATS_TEST_TMPDIR/mails"; }

# mails: how many went.
mails() { grep -c '^To: ' "$BATS_TEST_TMPDIR/mails"; }

# queued: a cancelled session, whose notices wait: 1 to 13, ferraris and gallo first, then rossi and bianchi.
queued() { balint-calendar cancel 2021-04-14 --reason Neve; }

# turned ID STATUS [ERROR]: as a delivery would have left it.
turned()
{
	local error=NULL
	[ -z "${3:-}" ] || error="'$3'"
	sql "UPDATE outbox SET status = '$2', done_at = '2021-03-24T07:00:00Z', error = $error WHERE id = $1"
}

# standing ID: status and error.
standing() { balint-group outbox list -c id,status,error | sed -n "s/^$1$TAB//p" | tr '\t' '|'; }

@test "list has every notice by id, with what it is about" {
	queued
	prints sh -c 'balint-group outbox list -H | head -n 3' <<-'END'
		id|kind|person|edition|date|status|queued|done|key|error
		1|cancellation|ferraris|9|2021-04-14|queued|2021-03-24T23:00:00Z||cancellation:5:1:1|
		2|cancellation|gallo|9|2021-04-14|queued|2021-03-24T23:00:00Z||cancellation:5:1:2|
	END
	same 13 "$(balint-group outbox list | wc -l)" 'the number of notices'
}

@test "an instalment's notice has the day on which it is due" {
	sql "INSERT INTO outbox (key, kind, person, instalment, step, status, queued_at) VALUES ('overdue:1:2:3', 'overdue', 3, 1, 2, 'queued', '2021-03-24T07:00:00Z')"
	prints balint-group outbox list -c kind,person,edition,date <<<'overdue|rossi|9|2021-02-28'
	prints balint-group outbox show 1 -c step,email <<<'2|rossi@example.org'
}

@test "list chooses by status, kind and person, and by edition if one is named" {
	balint-group edition add 10 --number 10 --year 2021 >/dev/null
	balint-group enrol rossi -e 10 >/dev/null
	sessions --from 2021-05-06 --count 2 -e 10
	balint-calendar cancel 2021-05-06 --reason Neve -e 10
	balint-calendar cancel 2021-04-14 --reason Neve -e 9
	balint-calendar move 2021-04-28 --to 2021-04-29 --reason Ponte -e 9 >/dev/null
	turned 2 failed 'no such mailbox'
	same 25 "$(balint-group outbox list | wc -l)" 'all'
	prints balint-group outbox list -e 10 -c id,person <<<'1|rossi'
	same 24 "$(balint-group outbox list -e 9 | wc -l)" 'those of 9'
	prints balint-group outbox list --status failed -c id,status <<<'2|failed'
	same 11 "$(balint-group outbox list --kind consent | wc -l)" 'the questions'
	prints balint-group outbox list --person rossi -c kind,edition <<-'END'
		cancellation|10
		cancellation|9
		consent|9
	END
	prints balint-group outbox list --person rossi --kind consent --status queued -c key <<<'consent:6:0:1:3'
	silent balint-group outbox list --person rossi --status sent
	sql "UPDATE edition SET status = 'closed' WHERE code = '10'"
	same 25 "$(balint-group outbox list | wc -l)" 'those of closed editions too'
}

@test "a kind, status or person that is none is refused" {
	refused 2 "--kind: 'remind' is none of reminder|cancellation|restoration|move|addition|amendment|consent|request|overdue" balint-group outbox list --kind remind
	refused 2 "--kind: '' is none of *" balint-group outbox list --kind ''
	refused 2 "--kind: 'reminder|move' is none of *" balint-group outbox list --kind 'reminder|move'
	refused 2 "--status: 'waiting' is none of queued|sent|failed|expired|dropped" balint-group outbox list --status waiting
	refused 1 "handle: unknown 'rosi'; did you mean 'rossi'?" balint-group outbox list --person rosi
	for kind in reminder cancellation restoration move addition amendment consent request overdue; do
		silent balint-group outbox list --kind $kind
	done
}

@test "a failed notice is red on a terminal, one that is done is dim, and one that waits is plain" {
	queued
	turned 1 sent
	turned 2 failed 'no such mailbox'
	TERM=xterm script -qec 'balint-group outbox list -c id,status' /dev/null | tr -d '\r' | visible >shown
	grep -q '^<ESC>\[2m.* 1  sent' shown
	grep -q '^<ESC>\[31m.* 2  failed' shown
	grep -q '^ 3  queued$' shown
}

@test "a reason too long for the line goes on below it, and a narrow table keeps what matters" {
	queued
	turned 1 failed 'the server says that the mailbox of this person does not exist any more, and never did'
	script -qec 'stty cols 72; balint-group outbox list' /dev/null | tr -d '\r' >shown
	[ "$(wc -L <shown)" -le 72 ]
	[[ $(head -n 1 shown) =~ ^id\ +kind\ +person\ +edition\ +date\ +status\ +error ]]
	[ "$(wc -l <shown)" -gt 14 ]
}

@test "show has all that is known, of any status" {
	remind
	prints balint-group outbox show 1 -f table -c id,kind,person,status,address,via,step,email <<-'END'
		id       1
		kind     reminder
		person   bianchi
		status   sent
		address  bianchi@example.org
		via      -
		step
		email    bianchi@example.org
	END
	balint-group person set bianchi --email altrove@example.org
	prints balint-group outbox show 1 -c address,email <<<'bianchi@example.org|altrove@example.org'
	refused 1 "there is no notice 99; 'balint-group outbox list' shows them" balint-group outbox show 99
	refused 1 "'x' is not the number of a notice; 'balint-group outbox list' shows them" balint-group outbox show x
	refused 1 "'-1' is not the number of a notice; *" balint-group outbox show -- -1
}

@test "show --text is the letter as it would go now, whatever has become of it" {
	queued
	for status in queued sent failed expired dropped; do
		turned 4 $status
		succeeds balint-group outbox show 4 --text
		same 'From: Segreteria <segreteria@example.org>' "${lines[0]}"
		same 'To: Luca Bianchi <bianchi@example.org>' "${lines[1]}"
		same 'Reply-To: Segreteria <segreteria@example.org>' "${lines[2]}"
		[[ ${lines[3]} == 'Subject: '?* && -z ${lines[4]} && -n ${lines[5]} ]]
	done
	balint-group set reply-to=risposte@example.org
	balint-group person set bianchi --family "D'Ambrò" --email ''
	succeeds balint-group outbox show 4 --text
	same "To: Luca D'Ambrò" "${lines[1]}"
	same 'Reply-To: risposte@example.org' "${lines[2]}"
}

@test "no escape in a name or reason reaches a terminal by it" {
	queued
	sql "UPDATE person SET family = 'Bia' || char(27) || ']0;owned' || char(7) || 'nchi' || char(10) || 'Bcc: x@example.org' WHERE handle = 'bianchi'"
	succeeds balint-group outbox show 4 --text
	same 'To: Luca Bia\x1b]0;owned\x07nchi\x0aBcc: x@example.org <bianchi@example.org>' "${lines[1]}"
	[[ $output != *$'\e'* && $output != *$'\a'* ]]
	succeeds script -qec 'balint-group outbox show 4 --text' /dev/null
	[[ $output != *$'\e]'* ]]
}

@test "a letter has no rows, and needs a sender" {
	queued
	for option in '-f csv' '-c id' -H; do
		# shellcheck disable=SC2086  # an option and its value
		refused 2 '--text writes a letter, not rows: --format, --columns and --header have no meaning' balint-group outbox show 1 --text $option
	done
	balint-group set from=
	refused 1 'mails need a sender; *' balint-group outbox show 1 --text
	succeeds balint-group outbox show 1
}

@test "what has failed is queued again by its number, or all of it" {
	queued
	for id in 1 2 3; do turned $id failed 'no such mailbox'; done
	silent balint-group outbox retry 2
	same 'queued|' "$(standing 2)"
	same 'failed|no such mailbox' "$(standing 1)"
	same '2021-03-24T23:00:00Z|' "$(sql 'SELECT queued_at, done_at FROM outbox WHERE id = 2')" 'since when it waits'
	silent balint-group outbox retry
	silent balint-group outbox list --status failed
	unchanged silent balint-group outbox retry
	unchanged silent balint-group outbox retry 1 2 3
}

@test "all that has failed is that of the edition that is named" {
	balint-group edition add 10 --number 10 --year 2021 >/dev/null
	balint-group enrol rossi -e 10 >/dev/null
	sessions --from 2021-05-06 --count 1 -e 10
	balint-calendar cancel 2021-05-06 --reason Neve -e 10
	balint-calendar cancel 2021-04-14 --reason Neve -e 9
	for id in 1 2 3; do turned $id failed x; done
	silent balint-group outbox retry -e 10
	prints balint-group outbox list --status failed -c id <<<$'2\n3'
	refused 1 "edition: unknown 'nono'; *" balint-group outbox retry -e nono
	silent balint-group outbox retry
	silent balint-group outbox list --status failed
}

@test "a dropped one goes again if somebody says so" {
	queued
	silent balint-group outbox drop 1
	silent balint-group outbox retry 1
	same 'queued|' "$(standing 1)"
}

@test "what went or has expired does not come back, and each of those named is refused" {
	queued
	turned 1 sent
	turned 2 expired 'the session had begun'
	turned 3 failed x
	for verb in retry drop; do
		keep
		capture balint-group outbox $verb 3 1 2 99 x
		same 1 "$status" 'the exit status'
		same "$(sed 's/^/balint-group: /' <<-'END'
			notice 1 went at 2021-03-24T07:00:00Z and does not come back
			notice 2 has expired: its session had begun
			there is no notice 99; 'balint-group outbox list' shows them
			'x' is not the number of a notice; 'balint-group outbox list' shows them
			END
		)" "$stderr" 'standard error'
		kept
	done
}

@test "what can go no more is not queued: it has begun, has changed, is settled" {
	queued
	turned 1 failed x
	export BALINT_TODAY=2021-04-14T21:00
	refused 1 'notice 1 can go no more: its session has begun' balint-group outbox retry 1
	warns "1 of what has failed can go no more; 'balint-group check' says why" balint-group outbox retry
	same 'failed|x' "$(standing 1)"
	export BALINT_TODAY=2021-03-25
	balint-group outbox drop 2
	balint-calendar restore 2021-04-14
	same 'dropped|superseded' "$(standing 1)"
	for id in 1 2; do
		refused 1 "notice $id can go no more: a later notice says how its session stands" balint-group outbox retry $id
	done
	balint-calendar move 2021-04-28 --to 2021-04-29 --reason Ponte >/dev/null
	question=$(balint-group outbox list --kind consent --person rossi -c id)
	balint-calendar consent 2021-04-28 rossi --yes >/dev/null
	same 'dropped|answered' "$(standing "$question")"
	refused 1 "notice $question can go no more: the question is settled" balint-group outbox retry "$question"
	remind
	reminder=$(balint-group outbox list --kind reminder --person rossi -c id)
	turned "$reminder" failed x
	balint-group edition set 9 --venue Altrove
	refused 1 "notice $reminder can go no more: its session has changed since" balint-group outbox retry "$reminder"
}

@test "numbers come on standard input too, the first field of each line" {
	queued
	turned 1 failed x
	turned 2 failed x
	balint-group outbox list --status failed >failed
	silent balint-group outbox retry - <failed
	silent balint-group outbox list --status failed
	silent balint-group outbox drop - 3 <failed
	prints balint-group outbox list --status dropped -c id <<<$'1\n2\n3'
	refused 1 "-:1: 'x' is not the number of a notice; *" balint-group outbox drop - <<<x
}

@test "what waits or has failed can be dropped, once" {
	queued
	turned 1 failed 'no such mailbox'
	silent balint-group outbox drop 1 2
	same 'dropped|' "$(standing 1)"
	same 'dropped|' "$(standing 2)"
	unchanged silent balint-group outbox drop 1 2
}

@test "what a person dropped is not reminded of again" {
	balint-group person set rossi --email ''
	run -3 remind
	id=$(balint-group outbox list --status queued -c id)
	balint-group outbox drop "$id"
	balint-group person set rossi --email rossi@example.org
	remind
	remind
	same 'dropped|' "$(standing "$id")"
	same 12 "$(mails)" 'the mails'
}

@test "who wants no reminders any more gets none, and gets it after all when they do again" {
	balint-group person set rossi --email ''
	run -3 remind
	id=$(balint-group outbox list --status queued -c id)
	balint-group person set rossi --email rossi@example.org --reminders no
	remind
	same 'dropped|no longer of use' "$(standing "$id")"
	remind
	same 'dropped|no longer of use' "$(standing "$id")"
	balint-group person set rossi --reminders yes
	remind
	same 'sent|' "$(standing "$id")"
	same 13 "$(mails)" 'the mails'
}

@test "what was dropped for a reason and then by a person stays dropped" {
	balint-group person set rossi --email ''
	run -3 remind
	id=$(balint-group outbox list --status queued -c id)
	balint-group person set rossi --email rossi@example.org --reminders no
	remind
	silent balint-group outbox drop "$id"
	balint-group person set rossi --reminders yes
	remind
	same 'dropped|' "$(standing "$id")"
}

@test "who has left is reminded of nothing, and is again once a member again" {
	balint-group person set ricci --email ''
	run -3 remind
	id=$(balint-group outbox list --status queued -c id)
	balint-group person set ricci --email ricci@example.org
	balint-group withdraw ricci --on 2021-03-26 --quiet
	remind
	same 'dropped|no longer of use' "$(standing "$id")"
	sql "UPDATE enrolment SET status = 'active', left_on = NULL, reason = NULL WHERE left_on IS NOT NULL" # for which there is no verb
	remind
	same 'sent|' "$(standing "$id")"
}

@test "a question that a person dropped is not asked again, another is" {
	ask() { balint-group set consent=everyone && balint-group set consent=participants && balint-group set consent=everyone; }
	balint-calendar move 2021-04-28 --to 2021-04-29 --reason Ponte >/dev/null
	balint-group set consent=everyone
	question=$(balint-group outbox list --kind consent --person gallo -c id)
	other=$(balint-group outbox list --kind consent --person ferraris -c id)
	balint-group outbox drop "$question"
	ask
	same 'dropped|' "$(standing "$question")"
	same 'queued|' "$(standing "$other")"
}

@test "the outbox is in the log like anything else" {
	queued
	balint-group outbox drop 1
	prints balint-group log --limit 1 -c command <<<'balint-group outbox drop 1'
}
