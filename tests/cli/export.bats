# shellcheck shell=bats disable=SC2154,SC1112
# balint-calendar export: the sessions as iCalendar, read back by another program.
load helper

# read_back STATEMENT...: runs Python with the calendar of standard input as `calendar`, its bytes as `raw`.
read_back()
{
	/usr/bin/python3 -c '
import sys, icalendar
raw = sys.stdin.buffer.read()
calendar = icalendar.Calendar.from_ical(raw)
events = list(calendar.walk("VEVENT"))
exec(sys.argv[1])' "$1"
}

@test "the ninth edition, to the byte but for its random UIDs" {
	ninth
	balint-calendar export | sed 's/^UID:.*\r/UID:…\r/' | golden ninth.ics
}

@test "each session is an event from 21:00 to 22:30 in Rome, summer and winter" {
	ninth
	run read_back '
for event in events:
    print(event["DTSTART"].params["TZID"], event.decoded("DTSTART").strftime("%F %R"), event.decoded("DTEND").strftime("%F %R"))' < <(balint-calendar export)
	same "$(cat <<-'END'
		Europe/Rome 2021-02-17 21:00 2021-02-17 22:30
		Europe/Rome 2021-03-03 21:00 2021-03-03 22:30
		Europe/Rome 2021-03-17 21:00 2021-03-17 22:30
		Europe/Rome 2021-03-31 21:00 2021-03-31 22:30
		Europe/Rome 2021-04-14 21:00 2021-04-14 22:30
		Europe/Rome 2021-04-28 21:00 2021-04-28 22:30
		Europe/Rome 2021-05-12 21:00 2021-05-12 22:30
		Europe/Rome 2021-05-26 21:00 2021-05-26 22:30
		Europe/Rome 2021-06-09 21:00 2021-06-09 22:30
		Europe/Rome 2021-06-23 21:00 2021-06-23 22:30
	END
	)" "$output"
}

@test "in UTC they start at 20:00 until 17 March 2021, at 19:00 from 31 March on" {
	ninth
	run read_back '
import datetime
print(*(event.decoded("DTSTART").astimezone(datetime.timezone.utc).strftime("%H:%M") for event in events))' < <(balint-calendar export)
	same '20:00 20:00 20:00 19:00 19:00 19:00 19:00 19:00 19:00 19:00' "$output"
}

@test "five years of Wednesdays start and end at the right second" {
	edition --every 1w
	sessions --from 2021-01-13 --until 2025-12-31
	balint-calendar export 2>/dev/null | read_back '
for event in events:
    start, end = event.decoded("DTSTART"), event.decoded("DTEND")
    print(start.strftime("%FT%R"), start.strftime("%z"), int(start.timestamp()), int(end.timestamp()), sep="\t")' >got
	[ "$(wc -l <got)" -gt 250 ]
	# Whatever is not in the table is wrong; the table has the holidays too.
	same '' "$(sort got | comm -23 - <(sort "$DATA/rome-wed-2100-utc.tsv"))" 'the difference from the table'
}

@test "the one zone is described by rules, from 1970 on" {
	ninth
	run read_back '
zone, = calendar.walk("VTIMEZONE")
print(zone["TZID"])
for part in sorted(zone.subcomponents, key=lambda part: part.name):
    print(part.name, part["DTSTART"].dt.date(), part["RRULE"].to_ical().decode())' < <(balint-calendar export)
	same "$(cat <<-'END'
		Europe/Rome
		DAYLIGHT 1970-03-29 FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
		STANDARD 1970-10-25 FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
	END
	)" "$output"
	[[ $(balint-calendar export) != *freeassociation* ]]
}

@test "each event has the UID of its session, for ever" {
	ninth
	balint-calendar export >first.ics
	same "$(sql 'SELECT uid FROM session ORDER BY date')" "$(sed -n 's/^UID:\(.*\)\r/\1/p' first.ics)" 'the UIDs'
	BALINT_TODAY=2021-06-01 balint-calendar export >second.ics
	cmp first.ics second.ics
}

@test "the same data give the same bytes in every zone and language" {
	ninth
	balint-calendar export >first.ics
	TZ=Asia/Tokyo LC_ALL=C LANG=it_IT.UTF-8 balint-calendar export >second.ics
	cmp first.ics second.ics
}

@test "it is published, with an organizer and nobody's address among attendees" {
	ninth
	run read_back '
print(calendar["METHOD"], calendar["NAME"], calendar["X-WR-CALNAME"], calendar["REFRESH-INTERVAL"], sep="\n")
print({str(event["ORGANIZER"]) for event in events}, {"ATTENDEE" in event for event in events})
print({str(event["STATUS"]) for event in events}, {int(event["SEQUENCE"]) for event in events})' < <(balint-calendar export)
	same "$(cat <<-'END'
		PUBLISH
		Gruppo Balint 9 ed 2020
		Gruppo Balint 9 ed 2020
		PT12H
		{'mailto:segreteria@example.org'} {False}
		{'CONFIRMED'} {0}
	END
	)" "$output"
	[[ $(balint-calendar export) == *'REFRESH-INTERVAL;VALUE=DURATION:PT12H'* ]]
}

@test "the link of the meeting is not in the feed for all" {
	ninth
	[[ $(balint-calendar export) != *zoom.example.org* ]]
}

@test "without an address of the association, that is said" {
	edition
	sessions --from 2021-04-07 --count 1
	capture balint-calendar export
	same 0 "$status" 'the exit status'
	same "balint-calendar: the calendar has no organizer's address; set one: balint-group set from='Name <address>'" "$stderr" 'the warning'
	capture balint-calendar export --quiet
	same '' "$stderr" 'standard error with --quiet'
}

@test "lines end with CRLF, fold at 75 octets and never inside a character" {
	edition --title 'Perché così: una "Balint", città; tutti i venerdì dell’anno, più lunghi di settantacinque ottetti 🙂 e oltre' \
		--venue 'Via Po 1; Torino, Italia \ secondo piano, in fondo al corridoio a destra, dove c’è la luce'
	balint-group set from='Segreteria è qui <segreteria@example.org>'
	sessions --from 2021-04-07 --count 2
	run read_back '
lines = raw.split(b"\r\n")
assert lines.pop() == b"" and not any(b"\n" in line or b"\r" in line for line in lines)
assert max(map(len, lines)) <= 75, max(map(len, lines))
for line in lines: line.decode()
print(events[0]["SUMMARY"], events[0]["LOCATION"], calendar["X-WR-CALNAME"], sep="\n")' < <(balint-calendar export)
	same "$(cat <<-'END'
		Perché così: una "Balint", città; tutti i venerdì dell’anno, più lunghi di settantacinque ottetti 🙂 e oltre 1 ed 2021
		Via Po 1; Torino, Italia \ secondo piano, in fondo al corridoio a destra, dove c’è la luce
		Perché così: una "Balint", città; tutti i venerdì dell’anno, più lunghi di settantacinque ottetti 🙂 e oltre 1 ed 2021
	END
	)" "$output"
}

@test "commas, semicolons and backslashes are escaped in every text, X- properties included" {
	edition --title 'A, b; c \ d'
	sessions --from 2021-04-07 --count 1
	capture balint-calendar export
	for property in SUMMARY X-WR-CALNAME NAME; do
		[[ $output == *"$property:A\\, b\\; c \\\\ d"* ]]
	done
}

@test "a cancelled session stays in the feed, and says so" {
	ninth
	sql "UPDATE session SET status = 'cancelled', sequence = 1, note = 'Neve' WHERE date = '2021-03-31'"
	run read_back '
for event in events[3:5]: print(event["SUMMARY"], event["STATUS"], event["SEQUENCE"])' < <(balint-calendar export)
	same $'ANNULLATA: Gruppo Balint 9 ed 2020 CANCELLED 1\nGruppo Balint 9 ed 2020 CONFIRMED 0' "$output"
}

@test "--year takes the sessions of one solar year" {
	edition
	balint-group set from=a@example.org
	sessions --from 2021-12-15 --count 4
	same 2 "$(balint-calendar export --year 2022 | grep -c BEGIN:VEVENT)" 'the sessions of 2022'
	same 0 "$(balint-calendar export --year 2023 | grep -c BEGIN:VEVENT)" 'the sessions of 2023'
}

@test "--all has the open editions in one calendar, with the association's name" {
	ninth
	balint-group edition add 10 --number 10 --year 2021 >/dev/null
	sessions --from 2021-04-08 --count 2 -e 10
	run read_back 'print(len(events), calendar["NAME"], sorted({str(event["SUMMARY"]) for event in events}))' < <(balint-calendar export --all)
	same "12 Associazione IL NODO group ['Gruppo Balint 10 ed 2021', 'Gruppo Balint 9 ed 2020']" "$output"
}

@test "what export cannot take is refused" {
	ninth
	refused 2 "--year: '20x2' is not a *" balint-calendar export --year 20x2
	refused 2 "'export' prints no rows: --format, --columns and --header have no meaning" balint-calendar export -f csv
	refused 1 "edition: unknown '7'*" balint-calendar export -e 7
}
