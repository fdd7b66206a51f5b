# shellcheck shell=bats disable=SC2154
# Rules of the calendar that no single verb's tests hold: the worked cases through generate and list as well as plan,
# every holiday's law at the borders of its years, and what must stay in the feed as it is.
load helper

# planned_and_written OPTION...: what plan shows, generate writes and list says are the same sessions, numbers included;
# what plan skips between two sessions, list --skipped skips for the same reason. Prints the dates, skipped ones in brackets.
planned_and_written()
{
	local columns=number,date,weekday,start,end,note plan
	plan=$(balint-calendar plan "$@" -c status,$columns)
	sessions "$@"
	same "$(sed -n "s/^planned$TAB//p" <<<"$plan")" "$(balint-calendar generate "$@" -c $columns)" 'what generate says when it is asked again'
	same "$(sed -n "s/^planned$TAB//p" <<<"$plan")" "$(balint-calendar list -c $columns)" 'what list says'
	same "$(sed -n "s/^skipped$TAB//p" <<<"$plan")" "$(balint-calendar list --status skipped -c $columns)" 'what list says of skipped dates'
	awk -F '\t' '{ print $1 == "skipped" ? "(" $3 ")" : $3 }' <<<"$plan" | cut -c 1-12 | xargs
}

# A new store for each case of a test.
another() { rm -f "$BALINT_DB"* && edition; }

@test "the cases of the cadence: what plan shows is what generate writes and list says" {
	edition
	same '2021-02-17 2021-03-03 2021-03-17 2021-03-31 2021-04-14 2021-04-28 2021-05-12 2021-05-26 2021-06-09 2021-06-23' \
		"$(planned_and_written --from 2021-02-17 --every 2w --count 10)" 'ten sessions'
	another
	same '2021-02-24 2021-03-10 2021-03-24 2021-04-07 2021-04-21 2021-05-05 2021-05-19 (2021-06-02) 2021-06-16' \
		"$(planned_and_written --from 2021-02-24 --until 2021-06-23)" 'the spring of 2021'
	another
	same '2028-09-20 (2028-10-04) 2028-10-18 (2028-11-01) 2028-11-15 2028-11-29 2028-12-13' \
		"$(planned_and_written --from 2028-09-20 --until 2028-12-20)" 'the autumn of 2028'
	another
	same '2020-10-07 2020-10-21 2020-11-04 2020-11-18 2020-12-02 2020-12-16 2020-12-30 2021-01-13' \
		"$(planned_and_written --from 2020-10-07 --until 2021-01-13)" 'across the year'
}

@test "the cases of breaks: what plan shows is what generate writes and list says" {
	edition
	balint-calendar break add 2025-12-20..2026-01-06 Natale
	same '2025-10-01 2025-10-15 2025-10-29 2025-11-12 2025-11-26 2025-12-10 (2025-12-24) 2026-01-07' \
		"$(planned_and_written --from 2025-10-01 --until 2026-01-07)" 'a break with both its ends'
	another
	balint-calendar break add 2025-11-10..2025-11-16 'San Martino'
	same '2025-10-01 2025-10-15 2025-10-29 (2025-11-12) 2025-11-26' \
		"$(planned_and_written --from 2025-10-01 --count 4)" 'the cadence kept'
	another
	balint-calendar break add 2025-11-10..2025-11-16 'San Martino'
	same '2025-10-01 2025-10-15 2025-10-29 (2025-11-12) 2025-11-19 2025-12-03' \
		"$(planned_and_written --from 2025-10-01 --count 5 --resume first-week)" 'the first week'
}

@test "Holy Week and a patron saint's day are skipped once somebody has entered them, and not before" {
	edition
	balint-calendar break add 2021-03-29..2021-04-05 'Settimana santa'
	balint-calendar closure add 2021-06-24 'San Giovanni'
	prints balint-calendar plan --from 2021-03-31 --count 1 -c date,note <<<$'2021-03-31|Settimana santa\n2021-04-14|'
	prints balint-calendar plan --from 2021-06-24 --count 1 -c date,note <<<$'2021-06-24|San Giovanni\n2021-07-08|'
	balint-calendar break remove 2021-03-29..2021-04-05
	balint-calendar closure remove 2021-06-24
	prints balint-calendar plan --from 2021-03-31 --count 1 -c date,note <<<'2021-03-31|'
	prints balint-calendar plan --from 2021-06-24 --count 1 -c date,note <<<'2021-06-24|'
}

@test "every skipped date of ten years is explained by why, in the same words" {
	edition --every 1w
	balint-calendar break add --all-editions 2021-07-01..2021-08-31 Estate
	balint-calendar closure add 2024-06-26 'Gita, tutti insieme'
	balint-calendar plan --from 2020-01-01 --until 2029-12-31 -c status,date,note | sed -n "s/^skipped$TAB//p" >skipped
	[ "$(wc -l <skipped)" -gt 20 ]
	while IFS=$TAB read -r date note; do
		succeeds balint-calendar why "$date" -c verdict,reason
		[[ $output == "skipped$TAB$note ("* ]] || same "skipped$TAB$note (…)" "$output" "why $date"
	done <skipped
}

@test "every holiday of the law, in the first and last year that it is one, and in those beside" {
	# Easter was on 18 April 1976, on 10 April 1977 and on 17 April 1949.
	while read -r date law; do
		[[ -n $law ]] || law=free
		succeeds balint-calendar why "$date" -c verdict,reason
		[[ $output == *"$law"* ]] || same "$law" "$output" "why $date"
	done <<-'END'
		1948-12-25
		1949-01-01 since 1949, L. 260/1949
		1949-04-17 since 1949, L. 260/1949
		1949-04-18 since 1949, L. 260/1949
		1949-04-25 since 1949, L. 260/1949
		1949-05-01 since 1949, L. 260/1949
		1949-08-15 since 1949, L. 260/1949
		1949-11-01 since 1949, L. 260/1949
		1949-12-08 since 1949, L. 260/1949
		1949-12-25 since 1949, L. 260/1949
		1949-12-26 since 1949, L. 260/1949
		2199-12-26 since 1949, L. 260/1949
		1977-01-06 until 1977, L. 54/1977
		1978-01-06
		1985-01-06
		1986-01-06 since 1986, DPR 792/1985
		1976-03-19 until 1976, L. 54/1977
		1977-03-19
		1976-05-27 until 1976, L. 54/1977
		1977-05-19
		1976-06-17 until 1976, L. 54/1977
		1977-06-09
		1976-06-29 until 1976, L. 54/1977
		1977-06-29
		1976-06-02 until 1976, L. 54/1977
		1977-06-02
		1977-06-05
		1985-06-02
		1986-06-02 in 1986, L. 200/1986
		1987-06-02
		2000-06-02
		2000-06-04
		2001-06-02 since 2001, L. 336/2000
		1976-11-04 until 1976, L. 54/1977
		1977-11-04
		1977-11-06
		2010-03-17
		2011-03-17 in 2011, DL 5/2011
		2012-03-17
		2025-10-04
		2026-10-04 since 2026, L. 151/2025
	END
}

@test "neither Sundays nor patron saints' days are skipped unasked" {
	for date in 2021-03-21 2021-06-24 2021-12-07 2021-06-29 2021-09-19 2021-10-04; do
		prints balint-calendar why $date -c verdict <<<free
	done
	prints balint-calendar plan --from 2021-06-24 --count 1 -c date <<<2021-06-24
	prints balint-calendar plan --from 2021-12-07 --count 1 -c date <<<2021-12-07
	prints balint-calendar plan --from 2021-06-29 --count 1 -c date <<<2021-06-29
}

@test "every step from one week to 52 is counted in civil days, across all changes of the clocks" {
	for weeks in {1..52}; do
		succeeds balint-calendar plan --from 2021-03-25 --every "${weeks}w" --count 20 --at 02:30 -c date,weekday,start,end
		same "${#lines[@]}" "$(grep -c "Thu${TAB}02:30${TAB}04:00$" <<<"$output")" 'the rows on Thursdays at half past two'
		same "$(date -ud "2021-03-25 +$((weeks * 7 * (${#lines[@]} - 1))) days" +%F)" "${lines[-1]%%"$TAB"*}" "the last date every $weeks weeks"
	done
}

@test "two sessions of one edition are never on one date" {
	ninth
	run ! sql "INSERT INTO session (edition, date, start, finish, uid, changed_at) SELECT edition, date, '10:00', '11:00', 'x' || substr(uid, 2), changed_at FROM session LIMIT 1"
	[[ $output == *'UNIQUE constraint failed: session.edition, session.date'* ]]
}

@test "more participants than the most is a warning" {
	ninth
	balint-group edition set 9 --min 1 --max 1
	succeeds balint-group check -c level,finding
	[[ $output == *"warning$TAB"*'participants, more than 1'* ]]
}

@test "what happens around the sessions changes no UID, stamp or SEQUENCE of theirs" {
	ninth
	balint-calendar export | grep -aE '^(UID|DTSTAMP|LAST-MODIFIED|SEQUENCE|STATUS|DTSTART|DTEND)' >before
	export BALINT_TODAY=2021-05-01
	succeeds balint-calendar generate --from 2021-02-17 --count 10
	balint-calendar closure add -q 2021-05-12 Gita
	balint-calendar break add 2022-12-20..2023-01-06 Natale
	participant bruno Bruno Anna
	balint-attend mark 2021-03-31 --rest present
	balint-calendar export | grep -aE '^(UID|DTSTAMP|LAST-MODIFIED|SEQUENCE|STATUS|DTSTART|DTEND)' >after
	diff before after
}

@test "DTSTAMP and LAST-MODIFIED are the moment of the row's last change, in UTC" {
	edition
	balint-group set from=a@example.org
	BALINT_TODAY=2021-03-20T14:05 sessions --from 2021-04-07 --count 2
	sql "UPDATE session SET changed_at = '2021-07-01T10:20:30Z' WHERE date = '2021-04-21'"
	same "$(cat <<-'END'
		DTSTAMP:20210320T130500Z
		LAST-MODIFIED:20210320T130500Z
		DTSTAMP:20210701T102030Z
		LAST-MODIFIED:20210701T102030Z
	END
	)" "$(balint-calendar export | grep -aE '^(DTSTAMP|LAST-MODIFIED)' | tr -d '\r')" 'the stamps'
}

@test "another room of the edition is a change of place for each session to come that is held in it" {
	ninth
	sql "UPDATE session SET venue = 'Aula 2' WHERE date = '2021-04-14'"
	BALINT_TODAY=2021-03-25 balint-group edition set 9 --venue 'Via Po 1'
	balint-calendar export | tr -d '\r' >feed.ics
	same 6 "$(grep -c '^SEQUENCE:1$' feed.ics)" 'the events with a SEQUENCE that rose'
	same 6 "$(grep -c '^DTSTAMP:20210324T230000Z$' feed.ics)" 'the events with a new DTSTAMP'
	same 6 "$(grep -c '^LOCATION:Via Po 1$' feed.ics)" 'the events in the new room'
	same 3 "$(grep -c '^LOCATION:Torino' feed.ics)" 'the events in the room of that time'
}

@test "a plan far in the future has as many sessions as were asked for" {
	succeeds balint-calendar plan --from 2500-01-06 --every 1w --count 100 -c number
	same 100 "${lines[-1]}" 'the last number'
	succeeds balint-calendar plan --from 2582-12-01 --every 1w --count 20 -c number,date
	same "20${TAB}2583-04-27" "${lines[-1]}" 'the last session'
	succeeds balint-calendar plan --from 9990-01-02 --every 2w --count 20 -c number
	same 20 "${lines[-1]}" 'the last number'
}

@test "list shows the skipped dates of the old cadence and of the new one as plan does" {
	edition
	balint-calendar break add 2021-05-24..2021-06-13 Trasloco
	balint-calendar closure add 2021-06-16 Festa
	for options in '--from 2021-05-12 --count 3 --resume first-week' '--from 2021-05-12 --count 3'; do
		# shellcheck disable=SC2086  # a list of words
		plan=$(balint-calendar plan $options -c number,date)
		# shellcheck disable=SC2086
		sessions $options
		same "$plan" "$(balint-calendar list --skipped -c number,date)" "the list by $options"
		sql 'DELETE FROM session'
	done
	sql 'DELETE FROM suspension'
	balint-calendar break add 2021-05-24..2021-06-20 Trasloco
	sessions --from 2021-05-12 --count 3 --resume first-week
	same "$(balint-calendar plan --from 2021-05-12 --count 3 --resume first-week -c number,date)" "$(balint-calendar list --skipped -c number,date)"
}

@test "--count counts sessions: fewer than were asked for are none" {
	edition
	refused 1 'only 3 of 5 sessions fit until the year 9999; see whether a break is too long' balint-calendar plan --from 9999-12-01 --count 5
	balint-calendar break add 2021-07-01..9999-12-31 Sempre
	refused 1 'only 6 of 50 sessions fit until the year 9999; *' balint-calendar generate --from 2021-04-07 --count 50
}
