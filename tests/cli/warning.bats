# shellcheck shell=bats disable=SC2154  # bats has status, output, lines, stderr
# Once-only warnings: somebody can no longer fulfil the rule that holds.
load helper

# Ten sessions, three of them over, and two people from the first of them on.
group()
{
	edition
	sessions --from 2021-02-17 --count 10
	for name in rossi bianchi; do
		person $name "${name^}" Maria
		balint-group enrol $name --on 2021-02-17 >/dev/null
	done
}

setup()
{
	scene
	prepared group
}

# recorded: of whom it has been said, by which rule.
recorded() { sql "SELECT p.handle, w.rule FROM warning AS w JOIN enrolment AS m ON m.id = w.enrolment JOIN person AS p ON p.id = m.person ORDER BY 1, 2"; }

# best PERCENT [NAME]: the warning of one who misses 90 %.
best() { echo "${2:-bianchi} can no longer reach 90 % of the minutes: $1 % at best"; }

# absences NAME...: absent on the first two of three evenings, without a word.
absences()
{
	silent balint-attend mark 2021-02-17 "${@/%/=absent}" --rest present
	silent balint-attend mark 2021-03-03 "${@/%/=absent}" --rest present
	silent balint-attend mark 2021-03-17 --rest present
}

@test "report warns when the threshold cannot be reached any more, once; its rows are as ever" {
	silent balint-attend mark 2021-02-17 bianchi=absent rossi=present
	prints balint-attend report -c handle,verdict <<<$'bianchi|incomplete\nrossi|incomplete'
	silent balint-attend mark 2021-03-03 bianchi=absent rossi=present
	balint-attend mark 2021-03-17 --rest present
	warns "$(best 80.0)" balint-attend report -c handle,best
	same "bianchi${TAB}80.0"$'\n'"rossi${TAB}100.0" "$output"
	same 'bianchi|threshold' "$(recorded)"
	succeeds balint-attend report
	silent balint-attend mark 2021-03-17 bianchi=absent rossi=present
	prints balint-attend report -c handle,verdict <<<$'bianchi|fail\nrossi|open'
	same 'bianchi|threshold' "$(recorded)"
}

@test "what is out of reach by a minute is not called reached" {
	silent balint-attend mark 2021-02-17 rossi=absent
	silent balint-attend mark 2021-03-03 rossi=21:01
	silent balint-attend mark 2021-03-17 rossi=present
	warns "$(best 89.8 rossi)" balint-attend report
}

@test "a correction takes the warning back, and a later failure warns again" {
	absences bianchi
	warns "$(best 80.0)" balint-attend report
	silent balint-attend mark 2021-03-03 bianchi=present
	same '' "$(recorded)"
	silent balint-attend mark 2021-03-17 bianchi=absent
	warns "$(best 80.0)" balint-attend report
	printf 'date,handle,status\n2021-03-17,bianchi,present\n' >marks.csv
	succeeds balint-attend import marks.csv
	same '' "$(recorded)"
}

@test "a demand that was lowered, and is lost again, is news" {
	absences bianchi
	warns "$(best 80.0)" balint-attend report
	balint-group set threshold=80
	silent balint-attend mark 2021-03-17 bianchi=absent
	warns 'bianchi can no longer reach 80 % of the minutes: 70.0 % at best' balint-attend report
	balint-group set threshold=70
	succeeds balint-attend report
	same '' "$(recorded)"
	balint-group set threshold=90
	warns "$(best 70.0)" balint-attend report
}

@test "what nobody could read was not said" {
	absences bianchi
	capture bash -c 'balint-attend report 2>/dev/full'
	same '' "$(recorded)"
	capture bash -c 'balint-attend report >/dev/full'
	same 1 "$status"
	same '' "$(recorded)"
	warns "$(best 80.0)" balint-attend report
}

@test "a report waits for nobody: while another command writes it is said, and will be again" {
	absences bianchi
	mkfifo begun go
	{ echo 'BEGIN IMMEDIATE; SELECT 1;'; cat go; } | sqlite3 "$BALINT_DB" >begun &
	read -r _ <begun
	capture balint-attend report
	echo 'ROLLBACK;' >go
	wait
	same "balint-attend: $(best 80.0)" "$stderr"
	warns "$(best 80.0)" balint-attend report
	succeeds balint-attend report
}

@test "several reports at once say it once" {
	absences bianchi
	for n in 1 2 3 4 5 6; do balint-attend report >/dev/null 2>"said.$n" & done
	wait
	same 'bianchi|threshold' "$(recorded)"
	[ "$(cat said.* | wc -l)" -ge 1 ]
	succeeds balint-attend report
}

@test "the log says nothing of warnings" {
	absences bianchi
	before=$(balint-group log)
	warns "$(best 80.0)" balint-attend report
	same "$before" "$(balint-group log)" 'the log'
}

@test "holes hide no failure, and are none" {
	silent balint-attend mark 2021-02-17 bianchi=absent
	silent balint-attend mark 2021-03-17 bianchi=absent
	warns "$(best 80.0) (were they at every session without a mark)" balint-attend report --person bianchi -c unmarked,best,verdict
	same "1${TAB}77.7${TAB}incomplete" "$output"
}

@test "--quiet, --as-of and --all-editions say nothing, and it does not count as said" {
	absences bianchi
	unchanged succeeds balint-attend report --quiet
	unchanged succeeds balint-attend report --as-of 2021-03-03
	unchanged succeeds balint-attend report --all-editions
	warns "$(best 80.0)" balint-attend report
}

@test "--person is told of this person, and the others remain to be told of" {
	absences rossi bianchi
	warns "$(best 80.0 rossi)" balint-attend report --person rossi
	same 'rossi|threshold' "$(recorded)"
	warns "$(best 80.0)" balint-attend report
	succeeds balint-attend report
}

@test "several people, each in a line, by name; conductors and who has left never" {
	person gallo Gallo Pietro
	balint-group enrol gallo --on 2021-02-17 --role conductor >/dev/null
	person verdi Verdi Ugo
	balint-group enrol verdi --on 2021-02-17 >/dev/null
	balint-group withdraw verdi --on 2021-03-10
	absences rossi bianchi gallo verdi
	capture balint-attend report
	same 0 "$status"
	same "balint-attend: $(best 80.0)"$'\n'"balint-attend: $(best 80.0 rossi)" "$stderr"
	succeeds balint-attend report --person gallo
	same $'bianchi|threshold\nrossi|threshold' "$(recorded)"
}

@test "by a rule of units and months, what is out of reach is said with what can be had" {
	balint-group set rule=balint-units
	silent balint-attend mark 2021-02-17 bianchi=present rossi=absent
	silent balint-attend mark 2021-03-03 --rest present
	silent balint-attend mark 2021-03-17 --rest present
	capture balint-attend report
	same 'balint-attend: bianchi can no longer reach 30 units of 45 minutes: 20 at best; nor 6 months from the first session to the last: 4 at best' "${stderr_lines[0]}"
	same 'balint-attend: rossi can no longer reach 30 units of 45 minutes: 18 at best; nor 20 units of 45 minutes in the room: 18 at best; nor 6 months from the first session to the last: 3 at best' "${stderr_lines[1]}"
	same 2 "${#stderr_lines[@]}"
	succeeds balint-attend report
	same $'bianchi|balint-units\nrossi|balint-units' "$(recorded)"
}

@test "a session that is cancelled can do it too" {
	balint-attend mark 2021-02-17 bianchi=absent rossi=present
	balint-attend mark 2021-03-03 --rest present
	balint-attend mark 2021-03-17 --rest present
	succeeds balint-attend report
	balint-calendar cancel 2021-06-23 --reason Neve
	succeeds balint-attend report --person rossi
	warns "$(best 88.8)" balint-attend report --person bianchi
	succeeds balint-attend report
}

@test "a store that may not be written is read all the same, and it is said every time" {
	absences bianchi
	balint-group members >/dev/null
	read_only
	for time in first second; do
		capture unprivileged balint-attend report -c handle
		same "0 balint-attend: $(best 80.0)" "$status $stderr" "what is said the $time time"
	done
}

@test "another rule is another warning" {
	absences bianchi
	warns "$(best 80.0)" balint-attend report
	warns "$(best 80.0)" balint-attend report --rule ecm
	succeeds balint-attend report --rule ecm
	succeeds balint-attend report --rule none
	same $'bianchi|ecm\nbianchi|threshold' "$(recorded)"
}

@test "who can again by a rule that is gone meanwhile is no trouble" {
	absences bianchi
	warns "$(best 80.0)" balint-attend report
	sql "INSERT INTO warning SELECT enrolment, 'gone' FROM warning"
	silent balint-attend mark 2021-03-03 bianchi=present
	same 'bianchi|gone' "$(recorded)"
}

teardown() { unshelve; }
