# shellcheck shell=bats
# balint-attend announce: absences that are known beforehand.
load helper

setup()
{
	scene
	prepared group
}

# Three participants and a conductor; the sessions of 17 February, 3, 17 and 31 March.
group()
{
	edition
	balint-group set threshold=0
	for name in rossi bianchi verdi; do person $name "${name^}" Maria; done
	person gallo Gallo Pietro
	balint-group enrol rossi bianchi verdi --on 2021-02-17 >/dev/null
	balint-group enrol gallo --on 2021-02-17 --role conductor >/dev/null
	sessions --from 2021-02-17 --count 4
}

@test "who says beforehand that they will not come is excused" {
	silent balint-attend announce 2021-03-31 rossi gallo
	silent balint-attend announce 31/03/2021 verdi
	prints balint-attend list -c date,handle,status,minutes <<-'END'
		2021-03-31|gallo|excused|0
		2021-03-31|rossi|excused|0
		2021-03-31|verdi|excused|0
	END
}

@test "the report counts it once the session has begun" {
	balint-attend announce 2021-03-31 rossi
	prints balint-attend report --person rossi -c held,excused <<<'3|0'
	BALINT_TODAY=2021-03-31T21:00 prints balint-attend report --person rossi -c held,excused <<<'4|1'
}

@test "saying it again changes nothing" {
	balint-attend announce 2021-03-31 rossi verdi
	unchanged silent balint-attend announce 2021-03-31 rossi
	unchanged silent balint-attend announce 2021-03-31 verdi rossi rossi
	unchanged silent balint-attend mark 2021-03-31 rossi=excused
}

@test "the handles can come from standard input, one a line" {
	printf 'rossi\tMaria\nverdi\n' | silent balint-attend announce 2021-03-31 -
	prints balint-attend list -c handle <<<$'rossi\nverdi'
	printf 'rossi\nverdo\n' >handles
	refused 1 "-:2: handle: unknown 'verdo'; did you mean 'verdi'?" balint-attend announce 2021-03-31 - <handles
}

@test "who comes all the same is marked present on the evening, and the announcement stays in the history" {
	balint-attend announce 2021-03-31 rossi bianchi
	export BALINT_TODAY=2021-03-31T22:30
	silent balint-attend mark 2021-03-31 rossi=21:15 --rest present
	prints balint-attend list -c handle,mark <<<$'bianchi|excused\nrossi|21:15-22:30\nverdi|present'
	prints balint-attend list --history --person rossi -c mark,state <<<$'excused|replaced\n21:15-22:30|holds'
}

@test "an announcement for the wrong person is taken back, once, and stays in the history" {
	balint-attend announce 2021-03-31 rossi verdi
	silent balint-attend announce 2021-03-31 rossi --remove
	unchanged silent balint-attend announce 2021-03-31 rossi bianchi --remove
	prints balint-attend list -c handle,mark <<<'verdi|excused'
	prints balint-attend list --history --person rossi -c mark,state <<<'excused|retracted'
	prints balint-attend grid -f tsv -c handle,marks --until 2021-03-31 <<<$'bianchi|???.\nrossi|???.\nverdi|???E\ngallo|PPP.'
	balint-attend sheet 2021-03-31 --language en | grep -E 'Rossi|Verdi' | grep -c excused | same 1 "$(cat)" 'the excused on the sheet'
	balint-attend list --history -f csv >marks.csv
	unchanged succeeds balint-attend import marks.csv
	silent balint-attend announce 2021-03-31 rossi
	prints balint-attend list --history --person rossi -c mark,state <<<$'excused|retracted\nexcused|holds'
}

@test "who takes it back has a hole after the session, can be marked, and can have the turn" {
	balint-attend announce 2021-03-31 rossi bianchi verdi
	refused 1 "'rossi' will not be there on 2021-03-31 (marked excused); to take that back: balint-attend announce 2021-03-31 rossi --remove" \
		balint-attend rota set 2021-03-31 rossi
	echo rossi | silent balint-attend announce 2021-03-31 - --remove
	prints balint-attend rota -q -c handle,status <<<'rossi|proposed'
	silent balint-attend rota set 2021-03-31 rossi
	export BALINT_TODAY=2021-03-31T22:30
	prints balint-attend list --unmarked --session 2021-03-31 -c handle <<<'rossi'
	silent balint-attend present 2021-03-31 rossi
	silent balint-attend mark 2021-03-31 rossi=present
	prints balint-attend list --history --person rossi -c mark,state <<<$'excused|retracted\npresent|holds'
	refused 1 'the session of 2021-03-31 has begun; who was there all the same is marked: balint-attend mark 2021-03-31 verdi=present -e 1' \
		balint-attend announce 2021-03-31 verdi --remove
}

@test "of who has left, any mark is taken back, and the session is no longer one that was held" {
	balint-attend mark 2021-03-17 rossi=absent
	balint-attend mark 2021-03-17 rossi=present
	balint-group withdraw rossi --on 2021-03-10
	refused 1 'the register has marks for 2021-03-17: *' balint-calendar cancel 2021-03-17 --reason Neve
	silent balint-attend announce 2021-03-17 rossi --remove
	silent balint-calendar cancel 2021-03-17 --reason Neve
	refused 1 'the session of 2021-03-17 is cancelled' balint-attend announce 2021-03-17 rossi --remove
}

@test "what has begun is marked, not announced" {
	refused 1 'the session of 2021-03-17 has begun; who is excused is entered with: balint-attend mark 2021-03-17 HANDLE=excused' \
		balint-attend announce 2021-03-17 rossi
	BALINT_TODAY=2021-03-31T21:00 refused 1 'the session of 2021-03-31 has begun; *' balint-attend announce 2021-03-31 rossi
	BALINT_TODAY=2021-03-31T20:59 silent balint-attend announce 2021-03-31 rossi
}

@test "what is cancelled, or no session, is refused" {
	balint-calendar cancel 2021-03-31 --reason Neve
	refused 1 'the session of 2021-03-31 is cancelled' balint-attend announce 2021-03-31 rossi
	refused 1 'edition 1 has no session on 2021-03-30; the nearest is on 2021-03-31' balint-attend announce 2021-03-30 rossi
}

@test "one who is unknown, or no member then, leaves all as it was" {
	refused 1 "handle: unknown 'rosi'; did you mean 'rossi'?" balint-attend announce 2021-03-31 verdi rosi
	balint-group withdraw rossi --on 2021-03-20
	refused 1 "'rossi' is not enrolled on 2021-03-31" balint-attend announce 2021-03-31 verdi rossi
	person neri Neri Ada
	refused 1 "'neri' is not a member of edition 1" balint-attend announce 2021-03-31 neri
	silent balint-attend list
}
