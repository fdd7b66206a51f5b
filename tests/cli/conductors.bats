# shellcheck shell=bats
# balint-attend conductors: what conductors have led, as bodies that accredit them ask.
load helper

setup()
{
	scene
	prepared groups
}

# Two editions, one of them closed: ferraris led both, gallo co-led one and led the other.
groups()
{
	edition --at 21:15
	sessions --from 2021-02-17 --count 4
	balint-group edition add 0 --number 1 --year 2020 --min 1 >/dev/null
	sessions -e 0 --from 2020-10-07 --count 3
	person ferraris Ferraris Ada
	person gallo Gallo Pietro
	person rossi Rossi Maria
	balint-group enrol -e 1 ferraris --role conductor --on 2021-02-17 >/dev/null
	balint-group enrol -e 1 gallo --role co-conductor --on 2021-02-17 >/dev/null
	balint-group enrol -e 1 rossi --on 2021-02-17 >/dev/null
	balint-group enrol -e 0 ferraris gallo --role conductor --on 2020-10-07 >/dev/null
	sql "UPDATE edition SET status = 'closed' WHERE code = '0'"
}

# presented DATE KIND: so rossi did on that day, and nobody says of what.
presented() { sql "INSERT INTO presentation (session, person, kind) SELECT s.id, p.id, $2 FROM session AS s, person AS p WHERE s.date = '$1' AND p.handle = 'rossi'"; }

@test "a row a conductor and edition, closed ones too, of the sessions that have begun" {
	prints balint-attend conductors -H <<-'END'
		handle|edition|led|co_led|minutes|cases|group_events|institutions|first|last
		ferraris|0|3|0|270|0|0|0|2020-10-07|2020-11-04
		ferraris|1|3|0|270|0|0|0|2021-02-17|2021-03-17
		gallo|0|3|0|270|0|0|0|2020-10-07|2020-11-04
		gallo|1|0|3|270|0|0|0|2021-02-17|2021-03-17
	END
	BALINT_TODAY=2021-03-31T21:14 prints balint-attend conductors -e 1 --person gallo -c co_led <<<3
	BALINT_TODAY=2021-03-31T21:15 prints balint-attend conductors -e 1 --person gallo -c co_led <<<4
}

@test "--sum has a row a conductor" {
	prints balint-attend conductors --sum <<-'END'
		ferraris|*|6|0|540|0|0|0|2020-10-07|2021-03-17
		gallo|*|3|3|540|0|0|0|2020-10-07|2021-03-17
	END
	prints balint-attend conductors --sum -e 1 -c handle,edition,led,co_led <<<$'ferraris|1|3|0\ngallo|1|0|3'
}

@test "where they were not it does not count, and minutes are as marked" {
	balint-attend mark -e 1 2021-02-17 ferraris=absent gallo=21:30
	balint-attend mark -e 1 2021-03-03 ferraris=excused gallo=online,21:15-22:00
	prints balint-attend conductors -e 1 -c handle,led,co_led,minutes,first <<<$'ferraris|1|0|90|2021-03-17\ngallo|0|3|210|2021-02-17'
	balint-attend mark -e 1 2021-03-17 ferraris=absent
	prints balint-attend conductors -e 1 -c handle <<<gallo
}

@test "a cancelled session does not count" {
	sql "UPDATE session SET status = 'cancelled' WHERE date = '2021-03-03'"
	prints balint-attend conductors -e 1 -c handle,led,co_led <<<$'ferraris|2|0\ngallo|0|2'
}

@test "cases, group events and institutional situations of the sessions that they led; turns to come are none" {
	presented 2021-02-17 "'case'"
	presented 2021-03-03 "'group-event'"
	presented 2021-03-17 "'institution'"
	presented 2021-03-31 NULL
	presented 2020-10-07 "'case'"
	prints balint-attend conductors --sum -c handle,cases,group_events,institutions <<<$'ferraris|2|1|1\ngallo|2|1|1'
	balint-attend mark -e 1 2021-02-17 gallo=absent
	prints balint-attend conductors --sum -c handle,cases,group_events,institutions <<<$'ferraris|2|1|1\ngallo|1|1|1'
	BALINT_TODAY=2021-04-01 prints balint-attend conductors -e 1 -c cases,group_events,institutions <<<$'1|1|1\n0|1|1'
}

@test "--from and --until, both days with them; without a session, no row" {
	prints balint-attend conductors --from 2020-11-04 --until 2021-02-17 -c handle,edition,led,co_led <<-'END'
		ferraris|0|1|0
		ferraris|1|1|0
		gallo|0|1|0
		gallo|1|0|1
	END
	prints balint-attend conductors --from 2021-03-01 --sum --person gallo -c co_led,first,last <<<'2|2021-03-03|2021-03-17'
	silent balint-attend conductors --until 2020-01-01
	refused 2 '--from lies after --until' balint-attend conductors --from 2021-03-01 --until 2021-02-01
}

@test "who is no conductor has no row, and nothing leads to a participant" {
	presented 2021-02-17 "'case'"
	silent balint-attend conductors --person rossi
	refused 1 "handle: unknown 'galo'; did you mean 'gallo'?" balint-attend conductors --person galo
	succeeds balint-attend conductors -f jsonl
	[[ $output != *rossi* ]]
}
