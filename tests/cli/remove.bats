# shellcheck shell=bats disable=SC2154
# balint-group person remove, edition remove, unenrol: what was entered by mistake goes while nothing depends on it.
load helper

@test "a person of whom nothing else is known goes, once" {
	ninth
	person neri Neri Ada
	silent balint-group person remove neri
	refused 1 "handle: unknown 'neri'; *" balint-group person remove neri
	same 13 "$(balint-group person list | wc -l)" 'the people'
	prints balint-group log --limit 1 -c command <<<'balint-group person remove neri'
}

@test "a person who is needed is refused, with what needs them" {
	ninth
	balint-group person add ospedale --family Ospedale --institution >/dev/null
	balint-group person set rossi --payer ospedale
	balint-attend mark 2021-02-17 rossi=absent bianchi=present
	refused 1 "'ospedale' cannot be removed while there is something of theirs: 1 person for whom they pay; to erase a person: balint-group forget ospedale" \
		balint-group person remove ospedale
	refused 1 "'rossi' cannot be removed while there is something of theirs: 1 enrolment, 1 mark; to erase a person: balint-group forget rossi" \
		balint-group person remove rossi
}

@test "notices that never went hold nobody back, one that went does" {
	edition
	sessions --from 2021-02-17 --count 10
	balint-group set from=segreteria@example.org
	participant rossi Rossi Maria --email rossi@example.org
	participant bianchi Bianchi Luca --email bianchi@example.org
	balint-calendar cancel 2021-03-31 --reason Neve
	silent balint-group unenrol rossi
	silent balint-group person remove rossi
	same 1 "$(balint-group outbox list | wc -l)" 'the notices'
	balint-calendar notify --via - >/dev/null
	silent balint-group unenrol bianchi
	refused 1 "'bianchi' cannot be removed while there is something of theirs: 1 notice; *" balint-group person remove bianchi
}

@test "unenrol takes an enrolment back as if it had never been" {
	edition
	participant rossi Rossi Maria
	participant bianchi Bianchi Luca
	participant conti Conti Teresa
	silent balint-group unenrol rossi bianchi
	prints balint-group members -c handle <<<conti
	refused 1 "'rossi' is not a member of edition 1" balint-group unenrol rossi
	balint-group enrol rossi >/dev/null
	refused 1 "'bianchi' is not a member of edition 1" balint-group unenrol rossi bianchi
	succeeds balint-group unenrol - <<<$'conti\nrossi'
	prints balint-group members </dev/null
}

@test "an enrolment with fees, marks or a certificate is not taken back" {
	ninth
	refused 1 "the enrolment of 'rossi' in edition 9 cannot be taken back: 5 instalments; to end it: balint-group withdraw rossi --on DATE -e 9" balint-group unenrol rossi
	balint-attend mark 2021-02-17 rossi=absent
	balint-attend present 2021-03-03 rossi
	refused 1 "the enrolment of 'rossi' in edition 9 cannot be taken back: 5 instalments, 1 mark, 1 presentation; to end it: *" balint-group unenrol rossi
	balint-attend mark 2021-02-17 gallo=present ferraris=present
	refused 1 "the enrolment of 'gallo' in edition 9 cannot be taken back: 1 mark; to end it: *" balint-group unenrol gallo
	balint-group edition add 10 --number 10 --year 2021 >/dev/null
	balint-group enrol rossi -e 10 >/dev/null
	silent balint-group unenrol rossi -e 10
}

@test "who is taken back need not agree to a move any more" {
	edition
	sessions --from 2021-02-17 --count 10
	participant rossi Rossi Maria
	participant bianchi Bianchi Luca
	balint-calendar move 2021-04-14 --to 2021-04-15 --reason Ponte -q >/dev/null
	balint-calendar consent 2021-04-14 rossi --yes -q >/dev/null
	capture balint-group unenrol bianchi
	same 0 "$status" 'the exit status'
	prints balint-calendar list --from 2021-04-14 --until 2021-04-16 -c date <<<2021-04-15
}

@test "an edition goes with its breaks, closures and tariffs" {
	ninth
	balint-group edition add 10 --number 10 --year 2021 >/dev/null
	balint-fees tariff set medici-psicologi 350 -e 10
	balint-calendar break add 2021-12-20..2022-01-06 Natale -e 10
	balint-calendar closure add 2021-12-08 Chiusura -e 10
	before=$(sql 'SELECT (SELECT count(*) FROM suspension), (SELECT count(*) FROM tariff)')
	silent balint-group edition remove 10
	same '6|3' "$before" 'before'
	same '4|2' "$(sql 'SELECT (SELECT count(*) FROM suspension), (SELECT count(*) FROM tariff)')" 'those of others'
	prints balint-group edition list -c code <<<9
	refused 1 "edition: unknown '10'; 'balint-group edition list' shows them" balint-group edition remove 10
	same '' "$(sql 'PRAGMA foreign_key_check')"
}

@test "an edition with sessions or members is refused" {
	ninth
	refused 1 'edition 9 cannot be removed: 13 enrolments, 10 sessions; to end it: balint-group edition close 9' balint-group edition remove 9
	balint-group edition add 10 --number 10 --year 2021 >/dev/null
	balint-group enrol rossi -e 10 >/dev/null
	refused 1 'edition 10 cannot be removed: 1 enrolment; to end it: *' balint-group edition remove 10
	balint-group unenrol rossi -e 10
	silent balint-group edition remove 10
}

@test "a dry run removes nothing" {
	edition
	person rossi Rossi Maria
	participant bianchi Bianchi Luca
	unchanged silent balint-group person remove rossi -n
	unchanged silent balint-group unenrol bianchi -n
	balint-group unenrol bianchi
	unchanged silent balint-group edition remove 1 -n
}

@test "every table that points to another has its word" {
	edition
	for table in $(sql "SELECT DISTINCT t.name FROM sqlite_schema AS t, pragma_foreign_key_list(t.name) AS f WHERE t.type = 'table' AND f.\"table\" IN ('person', 'enrolment', 'edition')"); do
		grep -q "{ \"$table\", " "$ROOT/lib/store/dependents.c" || { echo "$table has none" && false; }
	done
}
