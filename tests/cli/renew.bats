# shellcheck shell=bats disable=SC2154
# balint-calendar renew: the calendar of another solar year, in the cadence of the one before.
load helper

# dates [OPTION...]: the sessions of the edition, in one line.
dates() { balint-calendar list -c date "$@" | xargs; }

setup()
{
	scene
	edition
}

@test "the cadence goes on across the year, weeks 53 and 2" {
	sessions --from 2020-10-07 --year 2020
	same '2020-10-07 2020-10-21 2020-11-04 2020-11-18 2020-12-02 2020-12-16 2020-12-30' "$(dates)" 'the first year'
	succeeds balint-calendar renew --year 2021 -c number,date,weekday,start,end,status,note
	same "8${TAB}2021-01-13${TAB}Wed${TAB}21:00${TAB}22:30${TAB}held${TAB}" "${lines[0]}" 'the first session of the year'
	same "$(balint-calendar plan --from 2020-10-07 --year 2021 -c date,status | awk '$2 == "planned" { print $1 }')" \
		"$(cut -f 2 <<<"$output")" 'the dates of the year'
	same "$(balint-calendar list --year 2021)" "$output" 'what it prints'
	same "$(balint-calendar plan --from 2020-10-07 --until 2021-12-31 -c date,status | awk '$2 == "planned" { print $1 }' | xargs)" \
		"$(dates)" 'both years'
}

@test "the same again changes nothing, and prints the year" {
	sessions --from 2020-10-07 --year 2020
	succeeds balint-calendar renew --year 2021
	first=$output
	unchanged succeeds balint-calendar renew --year 2021
	same "$first" "$output" 'what it prints the second time'
	unchanged succeeds balint-calendar renew --year 2021 --resume first-week
}

@test "the rest of a year is renewed with that year" {
	sessions --from 2021-09-01 --count 3
	prints balint-calendar renew --year 2021 -c number,date <<-'END'
		1|2021-09-01
		2|2021-09-15
		3|2021-09-29
		4|2021-10-13
		5|2021-10-27
		6|2021-11-10
		7|2021-11-24
		8|2021-12-22
	END
}

@test "only dates of that year are written" {
	sessions --from 2021-09-01 --count 3
	succeeds balint-calendar renew --year 2022 -c number,date
	same "4${TAB}2022-01-05" "${lines[0]}" 'the first session'
	same '2021-09-01 2021-09-15 2021-09-29' "$(dates --year 2021)" 'the year before'
}

@test "years follow each other, each from the one before" {
	sessions --from 2020-10-07 --year 2020
	refused 1 'edition 1 has no sessions in 2021 yet; renew that year first: balint-calendar renew --year 2021 -e 1' balint-calendar renew --year 2022
	refused 1 'edition 1 has no sessions in 2021 yet; renew that year first: balint-calendar renew --year 2021 -e 1' balint-calendar renew --year 9999
	for year in 2021 2022 2023; do succeeds balint-calendar renew --year $year; done
	same "$(balint-calendar plan --from 2020-10-07 --until 2023-12-31 -c date,status | awk '$2 == "planned" { print $1 }' | xargs)" \
		"$(dates)" 'four years'
	refused 1 'the calendar of edition 1 goes to 2023-12-27 already, beyond 2022' balint-calendar renew --year 2022
}

@test "a year of which no date can be a session is no year between" {
	sessions --from 2020-10-07 --year 2020
	balint-calendar break add 2021-01-01..2021-12-31 'Anno sabbatico'
	refused 1 'no date of the calendar can be a session in 2021; see why: balint-calendar plan --from 2021-01-13 --year 2021 -e 1' \
		balint-calendar renew --year 2021
	succeeds balint-calendar renew --year 2022 -c date
	same 2022-01-12 "${lines[0]}" 'the first session'
}

@test "holidays and breaks are skipped, and the cadence goes on underneath" {
	sessions --from 2025-10-01 --year 2025
	balint-calendar break add 2025-12-20..2026-01-08 Natale
	succeeds balint-calendar renew --year 2026 -c date
	same 2026-01-21 "${lines[0]}" 'the first session'
}

@test "--resume first-week begins anew after a break that cost a date, in the year before too" {
	balint-calendar break add 2025-12-20..2026-01-08 Natale
	sessions --from 2025-10-01 --year 2025
	same '2025-10-01 2025-10-15 2025-10-29 2025-11-12 2025-11-26 2025-12-10' "$(dates)" 'the first year'
	succeeds balint-calendar renew --year 2026 --resume first-week -c date,note
	same "2026-01-14${TAB}new cadence after Natale" "${lines[0]}" 'the first session'
	same "2026-01-28${TAB}" "${lines[1]}" 'the second session'
}

@test "the cadence is that of the last session, time and length are the edition's" {
	sessions --from 2021-11-03 --year 2021 --every 3w --at 18:00 --minutes 60
	balint-group edition set 1 --at 20:00 --minutes 100
	succeeds balint-calendar renew --year 2022 -c date,start,end
	same "2022-01-05${TAB}20:00${TAB}21:40" "${lines[0]}" 'the first session'
	same "2022-01-26${TAB}20:00${TAB}21:40" "${lines[1]}" 'the second session'
}

@test "a session that was moved or cancelled does not move the cadence" {
	sessions --from 2021-11-03 --count 3
	sql "UPDATE session SET date = '2021-12-03', note = 'sciopero', sequence = 1 WHERE planned_on = '2021-12-01'"
	succeeds balint-calendar renew --year 2021
	same '2021-11-03 2021-11-17 2021-12-03 2021-12-15 2021-12-29' "$(dates)" 'the sessions'
	sql "UPDATE session SET status = 'cancelled', note = 'neve', sequence = 1 WHERE date = '2021-12-29'"
	succeeds balint-calendar renew --year 2022 -c date
	same 2022-01-12 "${lines[0]}" 'the first session of the next year'
}

@test "a date on which a session was made up for, or was moved to, has one already" {
	sessions --from 2021-11-03 --year 2021
	balint-calendar add 2022-01-12 --reason Recupero
	balint-calendar move 2021-12-29 --to 2022-01-26 --reason sciopero --override
	succeeds balint-calendar renew --year 2022 -c date,note
	same "2022-01-12${TAB}Recupero" "${lines[0]}" 'the first'
	same "2022-01-26${TAB}moved from 2021-12-29: sciopero" "${lines[1]}" 'the second'
	same "2022-02-09${TAB}" "${lines[2]}" 'the third'
	unchanged succeeds balint-calendar renew --year 2022
}

@test "a calendar that is not there is generated first" {
	refused 1 'edition 1 has no calendar yet; make one: balint-calendar generate --from DATE --year 2022 -e 1' balint-calendar renew --year 2022
}

@test "generate stays repeatable after a renewal" {
	sessions --from 2020-10-07 --year 2020
	balint-calendar renew --year 2021 >/dev/null
	unchanged succeeds balint-calendar generate --from 2020-10-07 --year 2020
	refused 1 'edition 1 has a calendar already: *' balint-calendar generate --from 2020-10-14 --year 2020
	refused 1 "edition 1 has a calendar already, with one more session on 2021-01-13; 'balint-calendar renew' continues it, 'move', 'cancel' and 'add' change it" \
		balint-calendar generate --from 2020-10-07 --count 7
}

@test "generate stays repeatable after a session got another time" {
	sessions --from 2021-05-05 --count 2
	balint-calendar set 2021-05-19 --at 20:00
	unchanged succeeds balint-calendar generate --from 2021-05-05 --count 2
}

@test "a dry run prints the year, and writes nothing" {
	sessions --from 2020-10-07 --year 2020
	unchanged succeeds balint-calendar renew --year 2021 -n
	would=$output
	succeeds balint-calendar renew --year 2021
	same "$output" "$would" 'what the dry run prints'
}

@test "what it cannot take is refused" {
	sessions --from 2020-10-07 --year 2020
	refused 2 '--year YYYY is needed' balint-calendar renew
	refused 2 "--year: '0' is not a whole number from 1 to 9999" balint-calendar renew --year 0
	refused 2 "--resume: 'x' is none of cadence|first-week" balint-calendar renew --year 2021 --resume x
	refused 1 'the calendar of edition 1 goes to 2020-12-30 already, beyond 1' balint-calendar renew --year 1
}
