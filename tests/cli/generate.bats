# shellcheck shell=bats
# balint-calendar generate: the sessions of an edition.
load helper

setup()
{
	scene
	edition
}

@test "generate writes the sessions, and prints them without the skipped dates" {
	prints balint-calendar generate --from 2021-05-05 --count 4 <<-'END'
		1|2021-05-05|Wed|21:00|22:30|scheduled|
		2|2021-05-19|Wed|21:00|22:30|scheduled|
		3|2021-06-16|Wed|21:00|22:30|scheduled|
		4|2021-06-30|Wed|21:00|22:30|scheduled|
	END
	prints balint-calendar list <<-'END'
		1|2021-05-05|Wed|21:00|22:30|scheduled|
		2|2021-05-19|Wed|21:00|22:30|scheduled|
		3|2021-06-16|Wed|21:00|22:30|scheduled|
		4|2021-06-30|Wed|21:00|22:30|scheduled|
	END
}

@test "it writes what plan shows" {
	balint-calendar break add 2021-07-01..2021-08-31 Estate
	plan=$(balint-calendar plan --from 2021-04-07 --count 12 -c number,date,weekday,start,end,status | grep -v skipped | sed 's/planned/scheduled/')
	same "$plan" "$(balint-calendar generate --from 2021-04-07 --count 12 -c number,date,weekday,start,end,status)"
}

@test "--resume first-week is said in the output" {
	balint-calendar break add 2025-11-10..2025-11-16 'San Martino'
	prints balint-calendar generate --from 2025-10-29 --count 3 --resume first-week -c date,note <<-'END'
		2025-10-29|
		2025-11-19|new cadence after San Martino
		2025-12-03|
	END
}

@test "generating the same again changes nothing" {
	sessions --from 2021-05-05 --count 4
	unchanged succeeds balint-calendar generate --from 2021-05-05 --count 4
	unchanged succeeds balint-calendar generate --from 05/05/2021 --until 2021-07-01
	same 4 "$(balint-calendar list | wc -l)" 'the number of sessions'
}

@test "generating another calendar is refused" {
	sessions --from 2021-05-05 --count 4
	refused 1 'edition 1 has a calendar already*' balint-calendar generate --from 2021-05-05 --count 5
	refused 1 'edition 1 has a calendar already*' balint-calendar generate --from 2021-05-05 --count 3
	refused 1 'edition 1 has a calendar already*' balint-calendar generate --from 2021-05-06 --count 4
	refused 1 'edition 1 has a calendar already*' balint-calendar generate --from 2021-05-05 --count 4 --at 20:00
	refused 1 'edition 1 has a calendar already*' balint-calendar generate --from 2021-05-05 --count 4 --every 1w
}

@test "what has begun is written as held" {
	prints balint-calendar generate --from 2021-03-10 --count 2 -c date,status <<-'END'
		2021-03-10|held
		2021-03-24|scheduled
	END
}

@test "it takes what plan takes" {
	prints balint-calendar generate --from 2021-03-24 --until 2021-04-10 --every 1w --at 18:00 --minutes 60 -c date,start,end <<-'END'
		2021-03-24|18:00|19:00
		2021-03-31|18:00|19:00
		2021-04-07|18:00|19:00
	END
}

@test "--year writes one solar year" {
	sessions --from 2021-11-17 --year 2021
	prints balint-calendar list -c date <<-'END'
		2021-11-17
		2021-12-01
		2021-12-15
		2021-12-29
	END
}

@test "sessions belong to one edition" {
	balint-group edition add 2 --number 2 --year 2021 >/dev/null
	succeeds balint-calendar generate --from 2021-05-05 --count 2 -e 2
	silent balint-calendar list -e 1
	refused 1 'several editions are open (1, 2); name one with --edition' balint-calendar generate --from 2021-05-05 --count 2
}

@test "every session has an identity of its own, a random UUID" {
	sessions --from 2021-02-17 --count 10
	same 10 "$(sql 'SELECT DISTINCT uid FROM session' | grep -cE '^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$')" 'the number of UUIDs'
}

@test "wrong options are refused as plan refuses them" {
	refused 2 '--from DATE is needed' balint-calendar generate --count 3
	refused 2 'one of --count, --until or --year is needed' balint-calendar generate --from 2021-02-17
	refused 2 "--from: '2021-02-29' is not a date: February 2021 has 28 days" balint-calendar generate --from 2021-02-29 --count 1
	refused 1 '--until lies before --from' balint-calendar generate --from 2021-02-17 --until 2021-02-16
	refused 1 'a session of 90 minutes from 23:00 on would end after midnight' balint-calendar generate --from 2021-02-17 --count 1 --at 23:00
}

@test "another time is named, whatever became of the sessions since" {
	sessions --from 2021-05-05 --count 4
	balint-calendar set 2021-05-05 --at 20:00
	balint-group edition set 1 --venue 'Via Po 2'
	unchanged succeeds balint-calendar generate --from 2021-05-05 --count 4
	refused 1 'edition 1 has a calendar already: its session of 2021-05-05 is from 21:00 to 22:30, not from 19:00 to 20:30; to change one: balint-calendar set' \
		balint-calendar generate --from 2021-05-05 --count 4 --at 19:00
}
