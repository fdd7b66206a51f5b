# shellcheck shell=bats
# A store that another command is writing.
load helper

# hold: somebody begins to write, and goes on until `release`.
hold()
{
	mkfifo stop
	/usr/bin/python3 -c '
import sqlite3, sys
store = sqlite3.connect(sys.argv[1], isolation_level=None)
store.execute("BEGIN IMMEDIATE")
store.execute("UPDATE setting SET value = ? WHERE key = ?", ("not yet", "payee"))
open("held", "w").close()
open("stop").read()
store.execute("ROLLBACK")' "$BALINT_DB" 3>&- &
	holder=$!
	while [ ! -e held ]; do sleep 0.05; done
}

release()
{
	[ -n "${holder:-}" ] || return 0
	: >stop
	wait "$holder"
	holder=
}

teardown() { release; }

@test "readers go on beside a writer, and see the store as it was" {
	ninth
	hold
	prints balint-group get payee <<<'payee|Associazione IL NODO group'
	same 13 "$(balint-group members | wc -l)" 'the members'
	same 10 "$(balint-calendar list | wc -l)" 'the sessions'
	same 11 "$(balint-attend report | wc -l)" 'the report'
	same 55 "$(balint-fees due --all | wc -l)" 'the instalments'
	succeeds balint-calendar export
	succeeds balint-group log
	silent balint-group check
}

@test "a writer that waits for another gets its turn" {
	ninth
	hold
	balint-group set payee='Il Nodo' 3>&- &
	writer=$!
	release
	wait $writer
	prints balint-group get payee <<<'payee|Il Nodo'
}

@test "a writer that waits ten seconds in vain ends with 75, and has changed nothing" {
	ninth
	before=$(sql .dump)
	hold
	n=0
	while read -r command; do
		n=$((n + 1))
		echo "$command" >$n.command
		# shellcheck disable=SC2086  # a command line
		{
			code=0
			$command >$n.out 2>$n.err || code=$?
			echo $code >$n.status
		} 3>&- &
	done <<-'END'
		balint-group set grace=11
		balint-group enrol rossi
		balint-calendar closure add 2021-04-14 Neve
		balint-attend mark 2021-02-17 --rest present
		balint-fees pay rossi 85.40 --on 2021-02-27
		balint-fees plan
	END
	while [ "$(find . -name "*.status" | wc -l)" -lt $n ]; do sleep 0.2; done
	release
	for i in $(seq $n); do
		command=$(cat "$i.command")
		same 75 "$(cat "$i.status")" "the exit status of '$command'"
		same "${command%% *}: $BALINT_DB: the store is busy: another command has been writing for 10 seconds; try again" "$(cat "$i.err")" "the message of '$command'"
		same '' "$(cat "$i.out")" "the output of '$command'"
	done
	same "$before" "$(sql .dump)" 'the store'
	silent balint-group set grace=11
}
