# shellcheck shell=bats disable=SC2154
# balint-calendar suggest: where so many sessions fit, the fewest dates lost first.
load helper

# counted FIRST LAST COUNT WEEKS DAYS [A..B]...: the same by brute force, from the table of holidays; DAYS are numbers from
# Monday = 1, A..B are breaks.
counted()
{
	/usr/bin/python3 - "$DATA/it-holidays.tsv" "$@" <<-'END'
		import sys
		from datetime import date, timedelta
		table, first, last, count, weeks, days, *breaks = sys.argv[1:]
		skipped = set()
		for line in open(table):
		    day = line.split('\t')[0]
		    if day[:2].isdigit():
		        skipped.add(date.fromisoformat(day))
		for span in breaks:
		    day, end = map(date.fromisoformat, span.split('..'))
		    while day <= end:
		        skipped.add(day)
		        day += timedelta(1)
		first, last = date.fromisoformat(first), date.fromisoformat(last)
		step = timedelta(weeks=int(weeks))
		names = 'Mon Tue Wed Thu Fri Sat Sun'.split()
		rows = []
		start = first
		while start <= last:
		    day, held, lost, end = start, 0, 0, None
		    while held < int(count) and day <= last and start not in skipped:
		        if day in skipped:
		            lost += 1
		        else:
		            held, end = held + 1, day
		        day += step
		    if held == int(count) and str(start.isoweekday()) in days:
		        rows.append((lost, start, end))
		    start += timedelta(1)
		for lost, start, end in sorted(rows):
		    print(start, lost, end, names[start.weekday()], sep='\t')
	END
}

@test "eighteen sessions of a school year: every first date, best first" {
	succeeds balint-calendar suggest --between 2028-09-01..2029-06-30 --count 18
	same "$(counted 2028-09-01 2029-06-30 18 2 1234567)" "$output" 'the suggestions'
	same "2028-09-07${TAB}0${TAB}2029-05-03${TAB}Thu" "${lines[0]}" 'the best'
}

@test "the same as a count by brute force, with breaks and closures" {
	edition --every 1w
	balint-calendar break add 2025-12-20..2026-01-06 Natale
	balint-calendar break add 2026-04-02..2026-04-08 Pasqua --all-editions
	balint-calendar closure add 2026-06-24 'San Giovanni'
	suspended='2025-12-20..2026-01-06 2026-04-02..2026-04-08 2026-06-24..2026-06-24'
	while read -r first last count weeks; do
		succeeds balint-calendar suggest --between "$first..$last" --count "$count" --every "${weeks}w"
		# shellcheck disable=SC2086  # several ranges
		same "$(counted "$first" "$last" "$count" "$weeks" 1234567 $suspended)" "$output" "the suggestions from $first to $last"
	done <<-'END'
		2025-09-01 2026-07-31 18 2
		2025-09-01 2026-07-31 33 1
		2025-12-01 2026-06-30 1 2
		2025-10-15 2026-06-24 9 3
		1975-01-01 1978-12-31 40 4
		2001-01-01 2030-12-31 500 2
	END
	succeeds balint-calendar suggest --between 2025-09-01..2026-07-31 --count 30
	# shellcheck disable=SC2086
	same "$(counted 2025-09-01 2026-07-31 30 1 1234567 $suspended)" "$output" "the suggestions in the edition's cadence"
}

@test "each suggestion is what plan makes of it" {
	ninth
	checked=0
	while read -r from lost last _; do
		checked=$((checked + 1))
		succeeds balint-calendar plan --from "$from" --count 12 -c date,status
		same "$last${TAB}planned" "${lines[-1]}" "the last session from $from"
		same "$lost" "$(grep -c skipped <<<"$output")" "the dates lost from $from"
	done < <(balint-calendar suggest --between 2021-02-01..2021-12-31 --count 12 --weekday wed,thu)
	[ "$checked" -gt 10 ]
}

@test "both ends belong to the range" {
	prints balint-calendar suggest --between 2021-02-17..2021-06-23 --count 10 --weekday wed <<<'2021-02-17|0|2021-06-23|Wed'
	refused 1 '10 sessions, one every 2 weeks, do not fit from 2021-02-17 to 2021-06-22; at most 9 do, from 2021-02-17 on' \
		balint-calendar suggest --between 2021-02-17..2021-06-22 --count 10 --weekday wed
	refused 1 '10 sessions, one every 2 weeks, do not fit from 2021-02-18 to 2021-06-23; at most *' \
		balint-calendar suggest --between 2021-02-18..2021-06-23 --count 10 --weekday wed
	prints balint-calendar suggest --between 2021-02-17..2021-02-17 --count 1 <<<'2021-02-17|0|2021-02-17|Wed'
}

@test "a first date is never one that is skipped" {
	prints balint-calendar suggest --between 2021-12-24..2021-12-28 --count 1 <<-'END'
		2021-12-24|0|2021-12-24|Fri
		2021-12-27|0|2021-12-27|Mon
		2021-12-28|0|2021-12-28|Tue
	END
}

@test "days of the week in Italian and in English, long and short, several at once" {
	wanted=$(counted 2028-09-01 2029-06-30 18 2 13)
	for days in mon,wed Monday,WEDNESDAY lun,mer lunedì,mercoledì "LUNEDI',Mercoledi" 'lun, wed' wed,mon,mon; do
		succeeds balint-calendar suggest --between 2028-09-01..2029-06-30 --count 18 --weekday "$days"
		same "$wanted" "$output" "the suggestions for $days"
	done
	succeeds balint-calendar suggest --between 2028-09-01..2029-06-30 --count 18 --weekday mer --weekday lun
	same "$wanted" "$output" 'the suggestions for two options'
	day=0
	for names in mon,monday,lun,lunedì tue,tuesday,mar,martedì wed,wednesday,mer,mercoledì thu,thursday,gio,giovedì \
		fri,friday,ven,venerdì sat,saturday,sab,sabato sun,sunday,dom,domenica; do
		day=$((day + 1))
		for name in ${names//,/ }; do
			same "$(counted 2028-09-01 2028-12-31 5 1 $day)" \
				"$(balint-calendar suggest --between 2028-09-01..2028-12-31 --count 5 --every 1w --weekday "$name")" "the suggestions for $name"
		done
	done
}

@test "--limit keeps the best" {
	same "$(counted 2028-09-01 2029-06-30 18 2 1234567 | head -n 3)" \
		"$(balint-calendar suggest --between 2028-09-01..2029-06-30 --count 18 --limit 3)"
	same "$(counted 2028-09-01 2029-06-30 18 2 3)" \
		"$(balint-calendar suggest --between 2028-09-01..2029-06-30 --count 18 --weekday wed --limit 9999)"
}

@test "forty years and ninety centuries take no time to speak of" {
	same "$(counted 1992-01-01 2031-12-31 500 1 3 | head -n 40)" \
		"$(timeout 5 balint-calendar suggest --between 1992-01-01..2031-12-31 --count 500 --every 1w --weekday wed --limit 40)"
	succeeds timeout 20 balint-calendar suggest --between 1583-01-01..9999-12-31 --count 9999 --every 1w --limit 1
	same 1 "${#lines[@]}" 'the number of lines'
}

@test "what it cannot take is refused" {
	refused 2 '--between A..B is needed' balint-calendar suggest --count 3
	refused 2 '--count N is needed' balint-calendar suggest --between 2021-01-01..2021-12-31
	refused 2 "--between: '2021-01-01' is not a range of dates; *" balint-calendar suggest --count 3 --between 2021-01-01
	refused 2 "--between: '2021-02-29' is not a date: February 2021 has 28 days" balint-calendar suggest --count 3 --between 2021-02-29..2021-12-31
	refused 2 "--between: '2021-12-31..2021-01-01' ends before it begins" balint-calendar suggest --count 3 --between 2021-12-31..2021-01-01
	refused 2 "--weekday: unknown day of the week 'lunedo'; did you mean 'lunedi'?" \
		balint-calendar suggest --between 2021-01-01..2021-12-31 --count 3 --weekday lunedo
	refused 2 "--weekday: unknown day of the week ''; there are *" balint-calendar suggest --between 2021-01-01..2021-12-31 --count 3 --weekday mon,
	refused 2 "--weekday: unknown day of the week '3'; there are *" balint-calendar suggest --between 2021-01-01..2021-12-31 --count 3 --weekday 3
	refused 2 '--weekday: *' balint-calendar suggest --between 2021-01-01..2021-12-31 --count 3 --weekday $'mon\x1b[2J'
	refused 2 '--weekday: *' balint-calendar suggest --between 2021-01-01..2021-12-31 --count 3 --weekday $'mon,\xff'
	refused 1 'no session fits from 2028-12-25 to 2028-12-26: there is no such day that is not skipped' \
		balint-calendar suggest --between 2028-12-25..2028-12-26 --count 1
	refused 1 "$BALINT_DB: there is no store, so no edition '9'" balint-calendar suggest --between 2021-01-01..2021-12-31 --count 3 -e 9
}
