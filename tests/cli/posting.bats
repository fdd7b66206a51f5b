# shellcheck shell=bats
# What remind, notify and request do between the queue and the mail, as mends of faults that were found by hand.
load helper
load post

setup()
{
	scene
	ninth
	export BALINT_TODAY=2021-03-25
}

# script LINE...: a program that takes mails as sendmail does.
script()
{
	printf '%s\n' '#!/bin/sh' "$@" >program
	chmod 700 program
	balint-group set sendmail="$PWD/program"
}

# received DIRECTORY: how many mails there are.
received() { find "$1" -type f -path '*/new/*' | wc -l; }

kinds() { sql "SELECT kind, status, coalesce(error, ''), count(*) FROM outbox GROUP BY 1, 2, 3"; }

@test "a reminder that waited while the edition got another place gives way to the new one" {
	script 'exit 75'
	capture balint-calendar remind --via sendmail
	same 3 "$status"
	balint-group edition set 9 --venue 'Sala grande'
	silent balint-calendar remind --via maildir:box
	same 13 "$(received box)" 'the mails'
	same $'reminder|dropped|no longer of use|13\nreminder|sent||13' "$(kinds)"
}

@test "members who have had a mail of a session hear of another place or link of the edition, others of other sessions do not" {
	silent balint-calendar remind --via maildir:box
	balint-group edition set 9 --online https://zoom.example.org/j/999
	same $'amendment|queued||13\nreminder|sent||13' "$(kinds)"
	silent balint-calendar notify --via maildir:second
	same 13 "$(received second)" 'the mails'
}

@test "a question is too late once the day that it asks about has come" {
	BALINT_TODAY=2021-03-20 balint-calendar move 2021-05-12 --to 2021-03-24 --reason aula >/dev/null
	silent balint-calendar notify --via maildir:box
	[ ! -e box ]
	same 'consent|expired|too late|11' "$(kinds)"
}

@test "what was taken back before anybody heard of it is not mailed" {
	balint-calendar move 2021-03-31 --to 2021-04-01 --reason a --override
	balint-calendar move 2021-04-01 --to 2021-03-31 --reason b --override
	balint-calendar cancel 2021-04-28 --reason Neve
	balint-calendar restore 2021-04-28
	balint-calendar add 2021-05-05
	balint-calendar cancel 2021-05-05 --reason Errore
	silent balint-calendar notify --via maildir:box
	[ ! -e box ]
	same 0 "$(sql "SELECT count(*) FROM outbox WHERE status IN ('queued', 'sent')")"
}

@test "who has left hears no more of sessions after that, and who is a member of neither day nothing of a move" {
	balint-calendar cancel 2021-06-09 --reason Neve
	balint-group withdraw rossi --on 2021-03-26
	participant tra Tra Ada --email tra@example.org
	sql "UPDATE enrolment SET joined_on = '2021-04-16', left_on = '2021-04-20', status = 'withdrawn' WHERE person = (SELECT id FROM person WHERE handle = 'tra')"
	balint-calendar move 2021-04-14 --to 2021-04-29 --reason Ponte --override
	silent balint-calendar notify --via maildir:box
	same 0 "$(sql "SELECT count(*) FROM notices WHERE person IN ('rossi', 'tra') AND status = 'sent'")"
	same 24 "$(received box)" 'the mails'
}

@test "the store is no mbox" {
	refused 1 "$BALINT_DB is the store; name another file for the mails" balint-calendar remind --via "mbox:$BALINT_DB"
	ln "$BALINT_DB" other
	refused 1 'other is the store; name another file for the mails' balint-calendar remind --via mbox:other
}

@test "a helper that was killed is told of, even where the parent ignores the end of children" {
	# shellcheck disable=SC2016  # for the script
	script 'kill -9 $(ps -o ppid= -p $$)' 'exit 0'
	capture env --ignore-signal=CHLD balint-calendar remind --via sendmail
	same 3 "$status" 'the exit status'
	[[ $stderr == *'balint-post was ended by signal 9; what has not gone waits for the next run' ]]
}

@test "a display option does not decide whether others are sent" {
	mkdir -p own/templates/it
	echo '{{#' >own/templates/it/notice-subject.txt
	balint-group set directory="$PWD/own"
	balint-group person set rossi --language en
	for option in '' --verbose; do
		cp "$BALINT_DB" copy.db
		rm -rf box
		# shellcheck disable=SC2086  # an option
		capture balint-calendar remind --via maildir:box -d copy.db $option
		same 3 "$status" 'the exit status'
		same 1 "$(received box)" 'the mails'
		same 'balint-calendar: 11 more: the same' "${stderr_lines[1]}"
	done
	capture balint-calendar remind --dry-run -c person,subject
	same 3 "$status" 'the exit status of a dry run'
	same 13 "${#lines[@]}" 'the rows'
	same 12 "${#stderr_lines[@]}" 'the lines that say what is wrong'
}

@test "an interruption waits until a mail that was handed over is written down" {
	# shellcheck disable=SC2016  # for the script
	script 'cat >/dev/null' 'echo >>handed' 'sleep 0.3'
	balint-calendar remind --via sendmail &
	run=$!
	until [ -s handed ]; do sleep 0.02; done
	helper=$(pgrep -P $run balint-post)
	kill "$helper"
	wait $run || true
	same "$(wc -l <handed)" "$(sql "SELECT count(*) FROM outbox WHERE status = 'sent'")" 'what was handed over, and what is written down'
}

@test "a template of the association's own that gives no subject is told of" {
	mkdir -p own/templates/it
	: >own/templates/it/notice-subject.txt
	balint-group set directory="$PWD/own"
	capture balint-calendar remind --via maildir:box
	same 3 "$status"
	same 'balint-calendar: bianchi: still waits: the template notice-subject.txt gives no subject' "${stderr_lines[0]}"
	[ ! -e box ]
}

@test "an address that a program could take for an option is refused" {
	refused 1 "--email: '-oQ/tmp@example.org' is not a mail address such as name@example.org" balint-group person set rossi --email -oQ/tmp@example.org
	refused 1 "from: '-x@example.org' is not a mail address such as name@example.org" balint-group set from=-x@example.org
}

@test "two stores never take each other's mails for their own" {
	cp "$BALINT_DB" first.db
	rm "$BALINT_DB"
	sh "$ROOT/share/examples/ninth-edition.sh"
	silent balint-calendar remind --via maildir:box
	silent balint-calendar remind --via maildir:box -d first.db
	same 26 "$(received box)" 'the mails'
	balint-calendar remind --via - -d first.db >again
	same 0 "$(wc -c <again)"
}
