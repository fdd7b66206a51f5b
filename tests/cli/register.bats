# shellcheck shell=bats
# balint-attend list: what the register says, what it said before, and where it has holes.
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

@test "a row for each mark that holds, with how it is typed, when it was made and by whom" {
	BALINT_TODAY=2021-02-17T23:10 balint-attend mark 2021-02-17 rossi=21:00-21:40,21:55-22:30,online verdi=present bianchi=online
	BALINT_TODAY=2021-04-02T08:00 balint-attend mark 2021-03-31 rossi=excused
	prints balint-attend list -H <<-END
		date|handle|status|mode|arrived|left|minutes|mark|marked_at|marked_by|state
		2021-02-17|bianchi|present|online|21:00|22:30|90|online|2021-02-17T22:10:00Z|$(id -un)|holds
		2021-02-17|rossi|present|online|21:00|22:30|75|online,21:00-21:40,21:55-22:30|2021-02-17T22:10:00Z|$(id -un)|holds
		2021-02-17|verdi|present|room|21:00|22:30|90|present|2021-02-17T22:10:00Z|$(id -un)|holds
		2021-03-31|rossi|excused||||0|excused|2021-04-02T06:00:00Z|$(id -un)|holds
	END
}

@test "list takes one session or one member" {
	balint-attend mark 2021-02-17 rossi=present bianchi=absent
	balint-attend mark 2021-03-03 rossi=excused
	prints balint-attend list --session 2021-03-03 -c handle <<<rossi
	prints balint-attend list --person rossi -c date,status <<<$'2021-02-17|present\n2021-03-03|excused'
	prints balint-attend list --person rossi --session 17/02/2021 -c status <<<present
	silent balint-attend list --session 2021-03-17
}

@test "--history has the marks that were replaced too, the older ones first" {
	balint-attend mark 2021-02-17 rossi=absent verdi=absent
	balint-attend mark 2021-02-17 rossi=21:07-22:00,online
	balint-attend mark 2021-02-17 rossi=present
	balint-attend mark 2021-03-03 rossi=21:07
	prints balint-attend list --history -c date,handle,status,mode,arrived,left,minutes,mark,state <<-'END'
		2021-02-17|rossi|absent||||0|absent|replaced
		2021-02-17|rossi|present|online|21:07|22:00|53|online,21:07-22:00|replaced
		2021-02-17|rossi|present|room|21:00|22:30|90|present|holds
		2021-02-17|verdi|absent||||0|absent|holds
		2021-03-03|rossi|present|room|21:07|22:30|83|21:07-22:30|holds
	END
	prints balint-attend list --history --session 2021-03-03 -c mark <<<21:07-22:30
	prints balint-attend list --history --person verdi -c mark <<<absent
	same "$(balint-attend list)" "$(balint-attend list --history | grep -v 'replaced$')" 'what holds'
}

@test "--unmarked has the holes: participants without a mark at what has begun" {
	balint-attend mark 2021-02-17 --rest present
	balint-attend mark 2021-03-03 rossi=present
	prints balint-attend list --unmarked <<-'END'
		2021-03-03|bianchi|unmarked||||||||
		2021-03-03|verdi|unmarked||||||||
		2021-03-17|bianchi|unmarked||||||||
		2021-03-17|rossi|unmarked||||||||
		2021-03-17|verdi|unmarked||||||||
	END
	prints balint-attend list --unmarked --session 2021-03-03 -c handle <<<$'bianchi\nverdi'
	prints balint-attend list --unmarked --person rossi -c date <<<2021-03-17
	silent balint-attend list --unmarked --person gallo
	BALINT_TODAY=2021-03-17T20:59 prints balint-attend list --unmarked -c date,handle <<<$'2021-03-03|bianchi\n2021-03-03|verdi'
	BALINT_TODAY=2021-03-17T21:00 same 5 "$(balint-attend list --unmarked | wc -l)"
}

@test "holes are those that the report counts: not before joining, after leaving, or of what was cancelled" {
	balint-group withdraw rossi --on 2021-03-03
	person neri Neri Ada
	balint-group enrol neri --on 2021-03-10 >/dev/null
	balint-calendar cancel 2021-02-17 --reason Neve
	prints balint-attend list --unmarked -c date,handle <<-'END'
		2021-03-03|bianchi
		2021-03-03|rossi
		2021-03-03|verdi
		2021-03-17|bianchi
		2021-03-17|neri
		2021-03-17|verdi
	END
	same "$(balint-attend report -c unmarked | total)" "$(balint-attend list --unmarked | wc -l)" 'the holes'
}

@test "marks and holes are not asked for together" {
	refused 2 'only one of --history or --unmarked can be given' balint-attend list --history --unmarked
}

@test "a terminal of 80 columns shows what holds and what does not" {
	balint-attend mark 2021-02-17 rossi=online,21:00-21:40,21:55-22:30
	balint-attend mark 2021-02-17 rossi=absent
	script -qec 'stty cols 80; balint-attend list --history' /dev/null | tr -d '\r' >shown
	[ "$(wc -L <shown)" -le 80 ]
	same 'date        handle  status   mode    arrived  left   minutes  state' "$(head -n 1 shown)"
	same 'replaced holds ' "$(sed 1d shown | awk '{ print $NF }' | tr '\n' ' ')"
}

@test "on a terminal with colours what is replaced is dim, and a hole is red" {
	balint-attend mark 2021-02-17 rossi=absent
	balint-attend mark 2021-02-17 rossi=present verdi=present
	TERM=xterm script -qec 'balint-attend list --history' /dev/null | tr -d '\r' | visible >shown
	grep -q '^<ESC>\[2m2021-02-17 .*absent.*replaced' shown
	[ "$(grep -c '^2021-02-17 .*present.*holds' shown)" -eq 2 ]
	TERM=xterm script -qec 'balint-attend list --unmarked --session 2021-02-17' /dev/null | tr -d '\r' | visible >shown
	grep -q '^<ESC>\[31m2021-02-17 .*bianchi.*unmarked' shown
}
