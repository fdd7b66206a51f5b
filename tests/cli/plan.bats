# shellcheck shell=bats
# balint-calendar plan: the dates of a calendar before there is one; with and without a store.
load helper

# dates COMMAND... <<END: the dates that it plans, skipped ones in brackets.
dates()
{
	local expected
	expected=$(cat)
	succeeds "$@" -c date,status </dev/null
	same "$expected" "$(awk '{ print $2 == "skipped" ? "(" $1 ")" : $1 }' <<<"$output" | xargs)" "the dates of '$*'"
}

@test "ten sessions of the ninth edition, to the letter" {
	prints balint-calendar plan --from 2021-02-17 --every 2w --count 10 <<-'END'
		1|2021-02-17|Wed|21:00|22:30|planned|
		2|2021-03-03|Wed|21:00|22:30|planned|
		3|2021-03-17|Wed|21:00|22:30|planned|
		4|2021-03-31|Wed|21:00|22:30|planned|
		5|2021-04-14|Wed|21:00|22:30|planned|
		6|2021-04-28|Wed|21:00|22:30|planned|
		7|2021-05-12|Wed|21:00|22:30|planned|
		8|2021-05-26|Wed|21:00|22:30|planned|
		9|2021-06-09|Wed|21:00|22:30|planned|
		10|2021-06-23|Wed|21:00|22:30|planned|
	END
}

@test "a national holiday is skipped, not moved, and has no number" {
	prints balint-calendar plan --from 2021-02-24 --until 2021-06-23 <<-'END'
		1|2021-02-24|Wed|21:00|22:30|planned|
		2|2021-03-10|Wed|21:00|22:30|planned|
		3|2021-03-24|Wed|21:00|22:30|planned|
		4|2021-04-07|Wed|21:00|22:30|planned|
		5|2021-04-21|Wed|21:00|22:30|planned|
		6|2021-05-05|Wed|21:00|22:30|planned|
		7|2021-05-19|Wed|21:00|22:30|planned|
		|2021-06-02|Wed|21:00|22:30|skipped|Festa della Repubblica
		8|2021-06-16|Wed|21:00|22:30|planned|
	END
}

@test "the holiday of San Francesco, new in 2026, is skipped in 2028" {
	dates balint-calendar plan --from 2028-09-20 --until 2028-12-20 <<-'END'
		2028-09-20 (2028-10-04) 2028-10-18 (2028-11-01) 2028-11-15 2028-11-29 2028-12-13
	END
}

@test "the cadence goes on across the year, weeks 51, 53 and 2" {
	dates balint-calendar plan --from 2020-10-07 --count 8 <<-'END'
		2020-10-07 2020-10-21 2020-11-04 2020-11-18 2020-12-02 2020-12-16 2020-12-30 2021-01-13
	END
}

@test "--year takes the dates of one solar year, in the cadence of --from" {
	dates balint-calendar plan --from 2020-10-07 --year 2020 <<-'END'
		2020-10-07 2020-10-21 2020-11-04 2020-11-18 2020-12-02 2020-12-16 2020-12-30
	END
	succeeds balint-calendar plan --from 2020-10-07 --year 2021 -c date
	same 2021-01-13 "${lines[0]}" 'the first date of 2021'
	same 2021-12-29 "${lines[-1]}" 'the last date of 2021'
}

@test "both ends of a break belong to it" {
	edition
	balint-calendar break add 2025-12-20..2026-01-06 'Sospensione natalizia'
	dates balint-calendar plan --from 2025-10-01 --until 2026-01-07 <<-'END'
		2025-10-01 2025-10-15 2025-10-29 2025-11-12 2025-11-26 2025-12-10 (2025-12-24) 2026-01-07
	END
	dates balint-calendar plan --from 2025-12-20 --every 1w --count 1 <<<'(2025-12-20) (2025-12-27) (2026-01-03) 2026-01-10'
	dates balint-calendar plan --from 2025-12-31 --every 1w --count 1 <<<'(2025-12-31) 2026-01-07'
	dates balint-calendar plan --from 2025-12-19 --every 1w --count 1 <<<'2025-12-19'
}

@test "a break keeps the cadence unless told otherwise" {
	edition
	balint-calendar break add 2025-11-10..2025-11-16 'San Martino'
	dates balint-calendar plan --from 2025-10-01 --until 2025-12-12 <<-'END'
		2025-10-01 2025-10-15 2025-10-29 (2025-11-12) 2025-11-26 2025-12-10
	END
	dates balint-calendar plan --from 2025-10-01 --until 2025-12-12 --resume cadence <<-'END'
		2025-10-01 2025-10-15 2025-10-29 (2025-11-12) 2025-11-26 2025-12-10
	END
}

@test "--resume first-week begins a new cadence after a break that cost a date, and says so" {
	edition
	balint-calendar break add 2025-11-10..2025-11-16 'San Martino'
	prints balint-calendar plan --from 2025-10-01 --until 2025-12-12 --resume first-week <<-'END'
		1|2025-10-01|Wed|21:00|22:30|planned|
		2|2025-10-15|Wed|21:00|22:30|planned|
		3|2025-10-29|Wed|21:00|22:30|planned|
		|2025-11-12|Wed|21:00|22:30|skipped|San Martino
		4|2025-11-19|Wed|21:00|22:30|planned|new cadence after San Martino
		5|2025-12-03|Wed|21:00|22:30|planned|
	END
}

@test "a break that costs no date begins no new cadence" {
	edition
	balint-calendar break add 2025-11-13..2025-11-19 'San Martino'
	dates balint-calendar plan --from 2025-10-01 --count 5 --resume first-week <<-'END'
		2025-10-01 2025-10-15 2025-10-29 2025-11-12 2025-11-26
	END
}

@test "a holiday or a closure begins no new cadence" {
	edition
	balint-calendar closure add 2021-03-03 Neve
	dates balint-calendar plan --from 2021-02-17 --count 3 --resume first-week <<<'2021-02-17 (2021-03-03) 2021-03-17 2021-03-31'
	dates balint-calendar plan --from 2021-05-19 --count 3 --resume first-week <<<'2021-05-19 (2021-06-02) 2021-06-16 2021-06-30'
}

@test "a holiday is skipped in the new cadence as in the old one" {
	edition
	balint-calendar break add 2021-05-24..2021-05-30 Gita
	dates balint-calendar plan --from 2021-05-12 --count 3 --resume first-week <<<'2021-05-12 (2021-05-26) (2021-06-02) 2021-06-16 2021-06-30'
}

@test "a closure is skipped by its name" {
	edition
	balint-calendar closure add 2021-03-17 'San Patrizio'
	prints balint-calendar plan --from 2021-03-17 --count 1 <<-'END'
		|2021-03-17|Wed|21:00|22:30|skipped|San Patrizio
		1|2021-03-31|Wed|21:00|22:30|planned|
	END
}

@test "--count counts sessions held, not possible dates" {
	dates balint-calendar plan --from 2021-05-19 --count 2 <<<'2021-05-19 (2021-06-02) 2021-06-16'
}

@test "Holy Week and a patron saint's day are days like others" {
	dates balint-calendar plan --from 2021-03-31 --count 1 <<<2021-03-31
	dates balint-calendar plan --from 2021-06-24 --count 1 <<<2021-06-24
}

@test "a group that chose Sundays meets on them, but not at Easter" {
	dates balint-calendar plan --from 2021-03-21 --every 1w --count 3 <<<'2021-03-21 2021-03-28 (2021-04-04) 2021-04-11'
}

@test "the day of --until belongs to it" {
	dates balint-calendar plan --from 2021-02-17 --until 2021-03-17 <<<'2021-02-17 2021-03-03 2021-03-17'
	dates balint-calendar plan --from 2021-02-17 --until 2021-03-16 <<<'2021-02-17 2021-03-03'
}

@test "21:00 is 21:00 in summer and winter" {
	for zone in America/New_York Asia/Tokyo UTC; do
		TZ=$zone prints balint-calendar plan --from 2021-03-17 --count 2 <<-'END'
			1|2021-03-17|Wed|21:00|22:30|planned|
			2|2021-03-31|Wed|21:00|22:30|planned|
		END
	done
}

@test "time and length are those of the options, else of the edition" {
	prints balint-calendar plan --from 2021-02-17 --count 1 --at 9:30 --minutes 45 <<<'1|2021-02-17|Wed|09:30|10:15|planned|'
	edition --every 1w --at 18:00 --minutes 60
	prints balint-calendar plan --from 2021-02-17 --count 2 <<-'END'
		1|2021-02-17|Wed|18:00|19:00|planned|
		2|2021-02-24|Wed|18:00|19:00|planned|
	END
	prints balint-calendar plan --from 2021-02-17 --count 1 --every 2w --at 20:00 --minutes 120 <<<'1|2021-02-17|Wed|20:00|22:00|planned|'
}

@test "each day of the week has its name" {
	for day in '15 Mon' '16 Tue' '17 Wed' '18 Thu' '19 Fri' '20 Sat' '21 Sun'; do
		prints balint-calendar plan --from "2021-02-${day% *}" --count 1 -c weekday <<<"${day#* }"
	done
}

@test "29 February is a date in its year" {
	dates balint-calendar plan --from 29/02/2024 --count 1 <<<2024-02-29
}

@test "plan writes nothing" {
	edition
	unchanged succeeds balint-calendar plan --from 2021-02-17 --count 10
}

@test "it needs a first date, and one of --count, --until and --year" {
	refused 2 '--from DATE is needed' balint-calendar plan --count 3
	refused 2 'one of --count, --until or --year is needed' balint-calendar plan --from 2021-02-17
	refused 2 'only one of --count, --until or --year can be given' balint-calendar plan --from 2021-02-17 --count 1 --until 2021-06-23
	refused 2 'only one of --count, --until or --year can be given' balint-calendar plan --from 2021-02-17 --year 2021 --until 2021-06-23
}

@test "dates that do not exist are refused" {
	refused 2 "--from: '2021-02-29' is not a date: February 2021 has 28 days" balint-calendar plan --from 2021-02-29 --count 1
	refused 2 "--until: '31/02/2026' is not a date: February 2026 has 28 days" balint-calendar plan --from 2021-02-17 --until 31/02/2026
	refused 2 "--from: '17.02.2021' is not a date; write it as 2021-02-17 or 17/02/2021" balint-calendar plan --from 17.02.2021 --count 1
	refused 2 "--from: '2021-2-17' is not a date; *" balint-calendar plan --from 2021-2-17 --count 1
	refused 2 "--from: '' is not a date; *" balint-calendar plan --from '' --count 1
}

@test "an end before the beginning is refused" {
	refused 1 '--until lies before --from' balint-calendar plan --from 2021-02-17 --until 2021-02-16
	refused 1 '--year 2020 lies before --from' balint-calendar plan --from 2021-02-17 --year 2020
}

@test "a session ends before midnight, or at it" {
	refused 1 'a session of 90 minutes from 22:31 on would end after midnight' balint-calendar plan --from 2021-02-17 --count 1 --at 22:31
	succeeds balint-calendar plan --from 2021-02-17 --count 1 --at 22:30
}

@test "other options that make no sense are refused" {
	refused 2 "--count: '0' is not a whole number from 1 to 9999" balint-calendar plan --from 2021-02-17 --count 0
	refused 2 "--count: '-1' is not a whole number from 1 to 9999" balint-calendar plan --from 2021-02-17 --count -1
	refused 2 "--at: '24:30' is not a time of day; write it as 21:00" balint-calendar plan --from 2021-02-17 --count 1 --at 24:30
	refused 2 "--resume: 'x' is none of cadence|first-week" balint-calendar plan --from 2021-02-17 --count 1 --resume x
	refused 2 "--minutes: '0' is not a whole number from 1 to *" balint-calendar plan --from 2021-02-17 --count 1 --minutes 0
}
