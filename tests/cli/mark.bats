# shellcheck shell=bats
# balint-attend mark: who was there.
load helper

setup()
{
	scene
	prepared group
}

# Three participants and a conductor, who all come from the first of four sessions on.
group()
{
	edition
	balint-group set threshold=0
	for name in rossi bianchi verdi; do person $name "${name^}" Maria; done
	person gallo Gallo Pietro
	balint-group enrol rossi bianchi verdi --on 2021-02-17 >/dev/null
	balint-group enrol gallo --on 2021-02-17 --role conductor >/dev/null
	sessions --from 2021-02-17 --count 4
	balint-group set rule=none # one absence in four would be worth a warning, which warning.bats is about
}

# marked MARK: what the register then says of rossi on 17 February: status, mode, arrival, departure, minutes.
marked()
{
	silent balint-attend mark 2021-02-17 "rossi=$1"
	prints balint-attend list --person rossi -c status,mode,arrived,left,minutes
}

@test "mark says who was there, in silence; list shows it by date and name" {
	silent balint-attend mark 2021-03-03 rossi=absent
	silent balint-attend mark 17/02/2021 rossi=present verdi=excused bianchi=21:07
	prints balint-attend list -H -c date,handle,status,mode,arrived,left,minutes <<-'END'
		date|handle|status|mode|arrived|left|minutes
		2021-02-17|bianchi|present|room|21:07|22:30|83
		2021-02-17|rossi|present|room|21:00|22:30|90
		2021-02-17|verdi|excused||||0
		2021-03-03|rossi|absent||||0
	END
}

@test "present is all of the session" {
	marked present <<<'present|room|21:00|22:30|90'
}

@test "an arrival counts from that minute" {
	marked 21:07 <<<'present|room|21:07|22:30|83'
	marked 21:10 <<<'present|room|21:10|22:30|80'
	marked 21:11 <<<'present|room|21:11|22:30|79'
}

@test "a departure counts until that minute" {
	marked 21:00-22:00 <<<'present|room|21:00|22:00|60'
}

@test "two spells add up" {
	marked 21:00-21:40,21:55-22:30 <<<'present|room|21:00|22:30|75'
}

@test "overlapping spells count once" {
	marked 21:00-21:40,21:30-22:30 <<<'present|room|21:00|22:30|90'
	marked 21:00-22:00,21:10-21:30 <<<'present|room|21:00|22:00|60'
}

@test "minutes before the session and after it do not count" {
	balint-attend mark 2021-02-17 rossi=20:45-22:50
	prints balint-attend list --person rossi -c minutes <<<90
}

@test "online is a mode, alone or with times" {
	marked online <<<'present|online|21:00|22:30|90'
	marked online,21:05 <<<'present|online|21:05|22:30|85'
	marked room,21:05 <<<'present|room|21:05|22:30|85'
	marked 21:00-21:40,21:55-22:30,online <<<'present|online|21:00|22:30|75'
}

@test "absent and excused have no time and no mode" {
	marked absent <<<'absent||||0'
	marked excused <<<'excused||||0'
}

@test "the marks can come from standard input, one a line" {
	succeeds sh -c 'printf "rossi=21:07\nbianchi=absent\n" | balint-attend mark 2021-02-17 - --rest present'
	prints balint-attend list -c handle,status,arrived <<-'END'
		bianchi|absent|
		rossi|present|21:07
		verdi|present|21:00
	END
	printf 'rossi=present\nbianch=present\n' >marks
	refused 1 "-:2: handle: unknown 'bianch'; did you mean 'bianchi'?" balint-attend mark 2021-03-03 - <marks
}

@test "--rest marks every other active participant, and nobody who has a mark" {
	balint-attend mark 2021-02-17 rossi=21:11
	silent balint-attend mark 2021-02-17 verdi=absent --rest present
	prints balint-attend list -c handle,status,arrived <<-'END'
		bianchi|present|21:00
		rossi|present|21:11
		verdi|absent|
	END
}

@test "--rest leaves conductors alone" {
	balint-attend mark 2021-02-17 --rest absent
	prints balint-attend list -c handle <<<$'bianchi\nrossi\nverdi'
	silent balint-attend list --person gallo
}

@test "a conductor can be marked" {
	silent balint-attend mark 2021-02-17 gallo=absent
	prints balint-attend list --person gallo -c status <<<absent
}

@test "--rest marks who was a member then" {
	balint-group withdraw rossi --on 2021-03-03
	person neri Neri Ada
	balint-group enrol neri --on 2021-03-10 >/dev/null
	balint-attend mark 2021-03-03 --rest present
	balint-attend mark 2021-03-17 --rest present
	prints balint-attend list -c date,handle <<-'END'
		2021-03-03|bianchi
		2021-03-03|rossi
		2021-03-03|verdi
		2021-03-17|bianchi
		2021-03-17|neri
		2021-03-17|verdi
	END
}

@test "several are marked who only came, or only for a while, in the room and from afar" {
	silent balint-attend mark 2021-02-17 rossi=online,20:50-21:30,21:30-21:45,22:00 bianchi=present,22:29 verdi=room,21:00-22:45
	prints balint-attend list -c handle,mode,arrived,left,minutes,mark <<-'END'
		bianchi|room|22:29|22:30|1|22:29-22:30
		rossi|online|20:50|22:30|75|online,20:50-21:45,22:00-22:30
		verdi|room|21:00|22:45|90|21:00-22:45
	END
}

@test "a session that ends at midnight is marked to its end" {
	balint-calendar add 2021-03-10 --at 22:30 --minutes 90 --reason Recupero >/dev/null
	balint-attend mark 2021-03-10 rossi=23:15-24:00 bianchi=22:00 verdi=22:30-23:59
	prints balint-attend list -c handle,arrived,left,minutes,mark <<-'END'
		bianchi|22:00|24:00|90|22:00-24:00
		rossi|23:15|24:00|45|23:15-24:00
		verdi|22:30|23:59|89|22:30-23:59
	END
	for mark in 23:45-24:30 24:01 23:00-25:00; do
		refused 1 "rossi: '$mark' is past midnight; 24:00 is the latest" balint-attend mark 2021-03-10 rossi=$mark
	done
	refused 1 "rossi: '24:60' is none of *" balint-attend mark 2021-03-10 rossi=24:60
}

@test "a corrected mark takes the place of the old one, which the register keeps" {
	balint-attend mark 2021-02-17 rossi=absent
	silent balint-attend mark 2021-02-17 rossi=21:07
	prints balint-attend list -c handle,arrived <<<'rossi|21:07'
	same $'absent\npresent' "$(sql "SELECT status FROM mark ORDER BY id")" 'the marks kept'
}

@test "an evening of entry: twelve in one line, one corrected, and the report is right at once" {
	balint-group edition set 1 --min 1 --max 12
	for name in alfa beta celli delta enea fermi gatti horn ivaldi; do
		person $name "${name^}" Anna
		balint-group enrol $name --on 2021-02-17 >/dev/null
	done
	silent balint-attend mark 2021-02-17 alfa=21:07 beta=absent celli=excused delta=online,21:00-21:40,21:55-22:30 enea=21:11 --rest present
	prints balint-attend list --session 2021-02-17 -c handle,status,mode,arrived,left,minutes <<-'END'
		alfa|present|room|21:07|22:30|83
		beta|absent||||0
		bianchi|present|room|21:00|22:30|90
		celli|excused||||0
		delta|present|online|21:00|22:30|75
		enea|present|room|21:11|22:30|79
		fermi|present|room|21:00|22:30|90
		gatti|present|room|21:00|22:30|90
		horn|present|room|21:00|22:30|90
		ivaldi|present|room|21:00|22:30|90
		rossi|present|room|21:00|22:30|90
		verdi|present|room|21:00|22:30|90
	END
	prints balint-attend report --as-of 2021-02-17 -c handle,held,present,late,absent,excused,unmarked,minutes <<-'END'
		alfa|1|1|0|0|0|0|83
		beta|1|0|0|1|0|0|0
		bianchi|1|1|0|0|0|0|90
		celli|1|0|0|0|1|0|0
		delta|1|1|0|0|0|0|75
		enea|1|1|1|0|0|0|79
		fermi|1|1|0|0|0|0|90
		gatti|1|1|0|0|0|0|90
		horn|1|1|0|0|0|0|90
		ivaldi|1|1|0|0|0|0|90
		rossi|1|1|0|0|0|0|90
		verdi|1|1|0|0|0|0|90
	END
	BALINT_TODAY=2021-03-21 silent balint-attend mark 2021-02-17 beta=21:20
	prints balint-attend report --as-of 2021-02-17 --person beta -c held,present,late,absent,minutes <<<'1|1|1|0|70'
	prints balint-attend list --history --person beta -c mark,marked_at,marked_by,state <<-END
		absent|2021-03-19T23:00:00Z|$(id -un)|replaced
		21:20-22:30|2021-03-20T23:00:00Z|$(id -un)|holds
	END
}

@test "marking the same again changes nothing" {
	balint-attend mark 2021-02-17 rossi=21:07,online bianchi=absent
	unchanged silent balint-attend mark 2021-02-17 rossi=21:07,online
	unchanged silent balint-attend mark 2021-02-17 bianchi=absent
	balint-attend mark 2021-02-17 --rest present
	unchanged silent balint-attend mark 2021-02-17 --rest present
	unchanged silent balint-attend mark 2021-02-17 verdi=21:00-22:30
	silent balint-attend mark 2021-02-17 verdi=online
	silent balint-attend mark 2021-02-17 verdi=21:00-22:29
	silent balint-attend mark 2021-02-17 verdi=21:00-22:30
	unchanged silent balint-attend mark 2021-02-17 verdi=present
}

@test "the marks of one evening can be taken for another through a pipe" {
	balint-attend mark 2021-02-17 rossi=21:07,online bianchi=21:00-21:40,21:55-22:30 verdi=excused gallo=absent
	list() { balint-attend list --session "$1" -c handle,mark | tr '\t' =; }
	list 2021-02-17 | unchanged silent balint-attend mark 2021-02-17 -
	list 2021-02-17 | silent balint-attend mark 2021-03-03 -
	same "$(list 2021-02-17)" "$(list 2021-03-03)" 'the marks of 3 March'
	same "$(list 2021-02-17)" $'bianchi=21:00-21:40,21:55-22:30\ngallo=absent\nrossi=online,21:07-22:30\nverdi=excused'
}

@test "an absence can be excused before the session, nothing else be marked" {
	silent balint-attend mark 2021-03-31 rossi=excused
	refused 1 "the session of 2021-03-31 has not begun; only 'excused' can be marked beforehand, and taken back: balint-attend announce 2021-03-31 HANDLE --remove" balint-attend mark 2021-03-31 rossi=present
	refused 1 "the session of 2021-03-31 has not begun; only 'excused' can be marked beforehand, and taken back: balint-attend announce 2021-03-31 HANDLE --remove" balint-attend mark 2021-03-31 --rest absent
	BALINT_TODAY=2021-03-31T21:00 silent balint-attend mark 2021-03-31 rossi=present
}

@test "one wrong mark of several leaves all unmarked" {
	refused 1 "handle: unknown 'rosi'; did you mean 'rossi'?" balint-attend mark 2021-02-17 bianchi=present rosi=present
	silent balint-attend list
}

@test "the same person twice in one call is refused" {
	refused 1 "*rossi*" balint-attend mark 2021-02-17 rossi=present rossi=absent
}

@test "the session, the person and the mark must exist" {
	refused 1 'edition 1 has no session on 2021-02-18; the nearest is on 2021-02-17' balint-attend mark 2021-02-18 rossi=present
	refused 1 'edition 1 has no session on 2021-02-18; the nearest is on 2021-02-17' balint-attend list --session 2021-02-18
	person neri Neri Ada
	refused 1 "'neri' is not a member of edition 1" balint-attend mark 2021-02-17 neri=present
	refused 1 "'neri' is not a member of edition 1" balint-attend list --person neri
	balint-group enrol neri --on 2021-03-10 >/dev/null
	refused 1 "'neri' is not enrolled on 2021-02-17" balint-attend mark 2021-02-17 neri=present
	refused 1 "rossi: 'presente' is none of present, absent, excused, room, online, HH:MM, HH:MM-HH:MM; did you mean 'present'?" \
		balint-attend mark 2021-02-17 rossi=presente
	refused 1 "rossi: 'onlin' is none of *; did you mean 'online'?" balint-attend mark 2021-02-17 rossi=21:07,onlin
	for mark in x '' 25:00 21:60 21h; do
		refused 1 "rossi: '$mark' is none of present, absent, excused, room, online, HH:MM, HH:MM-HH:MM" balint-attend mark 2021-02-17 "rossi=$mark"
	done
	refused 1 "--rest: 'x' is none of present, absent, excused, room, online, HH:MM, HH:MM-HH:MM" balint-attend mark 2021-02-17 --rest x
}

@test "times that make no sense are refused" {
	refused 1 "rossi: '22:00-21:00' ends before it begins" balint-attend mark 2021-02-17 rossi=22:00-21:00
	for mark in 22:30 20:00-21:00 22:30-23:00 19:59-22:30 21:00-23:31; do
		refused 1 "rossi: '$mark' lies outside the session, which is from 21:00 to 22:30" balint-attend mark 2021-02-17 rossi=$mark
	done
	refused 1 "rossi: *" balint-attend mark 2021-02-17 rossi=room,online
	refused 1 "rossi: *" balint-attend mark 2021-02-17 "rossi=$(printf '21:%02d-21:%02d,' 1 2 4 5 7 8 10 11 13 14 16 17 19 20 22 23)21:25-21:26"
	refused 1 "rossi: 'absent,21:00': who is absent has neither times nor a place" balint-attend mark 2021-02-17 rossi=absent,21:00
	refused 1 "rossi: 'excused,online': *" balint-attend mark 2021-02-17 rossi=excused,online
}

@test "a slip in a handle is looked for in the edition" {
	person ros Ros Ada
	person veroli Veroli Ada
	refused 1 "handle: unknown 'rosi'; did you mean 'rossi'?" balint-attend mark 2021-02-17 rosi=present
	refused 1 "handle: unknown 'Rossi'; did you mean 'rossi'?" balint-attend mark 2021-02-17 Rossi=present
	refused 1 "handle: unknown 'vero'; 'balint-group members' shows them" balint-attend mark 2021-02-17 vero=present
	refused 1 "'veroli' is not a member of edition 1" balint-attend mark 2021-02-17 veroli=present
}

@test "a cancelled session has no register" {
	sql "UPDATE session SET status = 'cancelled' WHERE date = '2021-03-17'"
	refused 1 'the session of 2021-03-17 is cancelled' balint-attend mark 2021-03-17 rossi=present
}

@test "what is misused is refused" {
	refused 2 "'mark' wants DATE [HANDLE=MARK...]" balint-attend mark
	refused 2 "'mark' wants HANDLE=MARK..., or --rest MARK" balint-attend mark 2021-02-17
	refused 2 "DATE: '2021-02-29' is not a date: February 2021 has 28 days" balint-attend mark 2021-02-29 rossi=present
	refused 1 "'rossi' is not HANDLE=MARK" balint-attend mark 2021-02-17 rossi
	refused 2 "--session: 'x' is not a date; write it as 2021-02-17 or 17/02/2021" balint-attend list --session x
}
