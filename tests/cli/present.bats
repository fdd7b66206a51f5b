# shellcheck shell=bats disable=SC2154
# balint-attend present: who presented, and what kind of thing.
load helper

setup()
{
	scene
	prepared group
}

group()
{
	edition
	person gallo Gallo Pietro
	balint-group enrol gallo --role conductor --on 2021-02-17 >/dev/null
	for name in rossi bianchi verdi; do person $name "${name^}" Maria; done
	balint-group enrol rossi bianchi verdi --on 2021-02-17 >/dev/null
	sessions --from 2021-02-17 --count 4
}

recorded() { prints balint-attend rota history -c date,handle,kind; }

@test "present records a case, or what is said" {
	silent balint-attend present 2021-02-17 rossi
	silent balint-attend present 17/02/2021 bianchi --kind group-event
	silent balint-attend present 2021-03-03 verdi --kind institution
	recorded <<-'END'
		2021-02-17|bianchi|group-event
		2021-02-17|rossi|case
		2021-03-03|verdi|institution
	END
}

@test "the same again changes nothing, another kind takes its place" {
	balint-attend present 2021-02-17 rossi --kind institution
	unchanged silent balint-attend present 2021-02-17 rossi --kind institution
	silent balint-attend present 2021-02-17 rossi
	recorded <<<'2021-02-17|rossi|case'
}

@test "--remove takes it back, once" {
	balint-attend present 2021-02-17 rossi
	balint-attend present 2021-02-17 verdi
	silent balint-attend present 2021-02-17 rossi --remove
	recorded <<<'2021-02-17|verdi|case'
	unchanged silent balint-attend present 2021-02-17 rossi --remove
	refused 2 'only one of --kind or --remove can be given' balint-attend present 2021-02-17 verdi --remove --kind case
}

@test "a record takes the place of that person's turn by hand, and leaves that of others" {
	BALINT_TODAY=2021-02-01 balint-attend rota set 2021-02-17 rossi
	balint-attend present 2021-02-17 verdi
	prints balint-attend rota --all -q -c handle,status --columns date,handle,status <<-'END'
		2021-02-17|rossi|missed
		2021-02-17|verdi|presented
		2021-03-03||unrecorded
		2021-03-17||unrecorded
		2021-03-31|bianchi|proposed
	END
	balint-attend present 2021-02-17 rossi
	same "$(printf '2021-02-17\trossi\tcase\n2021-02-17\tverdi\tcase')" "$(balint-attend rota history -c date,handle,kind)"
}

@test "--remove leaves a turn by hand alone" {
	BALINT_TODAY=2021-02-01 balint-attend rota set 2021-02-17 rossi
	unchanged silent balint-attend present 2021-02-17 rossi --remove
}

@test "only sessions that have begun" {
	refused 1 'the session of 2021-03-31 has not begun; to give out its turn: balint-attend rota set 2021-03-31 rossi -e 1' balint-attend present 2021-03-31 rossi
	BALINT_TODAY=2021-03-31T21:00 silent balint-attend present 2021-03-31 rossi
	balint-calendar cancel 2021-03-17 --reason Neve
	refused 1 'the session of 2021-03-17 is cancelled' balint-attend present 2021-03-17 rossi
	refused 1 'edition 1 has no session on 2021-02-18; the nearest is on 2021-02-17' balint-attend present 2021-02-18 rossi
}

@test "only participants of that day who were there" {
	refused 1 "'gallo' is enrolled as conductor; participants present" balint-attend present 2021-02-17 gallo
	person neri Neri Ada
	refused 1 "'neri' is not a member of edition 1" balint-attend present 2021-02-17 neri
	balint-group enrol neri --on 2021-03-10 >/dev/null
	refused 1 "'neri' is not enrolled on 2021-02-17" balint-attend present 2021-02-17 neri
	for mark in absent excused; do
		balint-attend mark 2021-02-17 rossi=$mark
		refused 1 "'rossi' is marked $mark on 2021-02-17; to correct that: balint-attend mark 2021-02-17 rossi=present -e 1" balint-attend present 2021-02-17 rossi
	done
	balint-attend mark 2021-02-17 rossi=21:40
	silent balint-attend present 2021-02-17 rossi
}

@test "what the register says later leaves the record, which can be taken back" {
	balint-attend present 2021-02-17 rossi
	balint-attend mark 2021-02-17 rossi=absent
	recorded <<<'2021-02-17|rossi|case'
	silent balint-attend present 2021-02-17 rossi --remove
	silent balint-attend rota history
}

@test "a record can be taken back after somebody's last day has been entered" {
	balint-attend present 2021-03-17 rossi
	balint-group withdraw rossi --on 2021-03-10
	refused 1 "'rossi' is not enrolled on 2021-03-17" balint-attend present 2021-03-17 rossi
	silent balint-attend present 2021-03-17 rossi --remove
	silent balint-attend rota history
	refused 1 "handle: unknown 'rosi'; did you mean 'rossi'?" balint-attend present 2021-03-17 rosi --remove
}

@test "a session at which somebody presented was held: it is not cancelled, nor moved ahead" {
	local cure='if nobody did: balint-attend present 2021-03-17 rossi --remove'
	balint-attend present 2021-03-17 rossi
	refused 1 "'rossi' presented on 2021-03-17: a session that was held cannot be cancelled; $cure" \
		balint-calendar cancel 2021-03-17 --reason Neve
	refused 1 "'rossi' presented on 2021-03-17: a session that was held is not still to come; $cure" \
		balint-calendar move 2021-03-17 --to 2021-03-24 --reason Neve --override
	balint-attend present 2021-03-17 rossi --remove
	silent balint-calendar cancel 2021-03-17 --reason Neve
}

@test "the store has no place for what was presented" {
	refused 2 "--kind: 'un paziente di 40 anni' is none of case|group-event|institution" balint-attend present 2021-02-17 rossi --kind 'un paziente di 40 anni'
	refused 2 "'cefalea' is one operand too many" balint-attend present 2021-02-17 rossi cefalea
	same 'session person kind' "$(sql "SELECT group_concat(name, ' ') FROM pragma_table_info('presentation')")" 'the columns'
}

@test "present is logged" {
	balint-attend present 2021-02-17 rossi --kind group-event
	prints balint-group log --limit 1 -c command <<<'balint-attend present 2021-02-17 rossi --kind group-event'
}
