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

# own HANDLE [OPTION...]: the member's own calendar.
own() { balint-calendar export --person "$@"; }

@test "a member's own calendar has the link, as a conference and as the last line" {
	ninth
	sql "UPDATE session SET online = 'https://example.org/j/2?pwd=a,b;c', venue = 'Altrove' WHERE date = '2021-03-31'"
	own rossi >mine.ics
	read_back '
print(len(events), calendar["NAME"])
for event in events[2:4]:
    link = event["CONFERENCE"]
    assert link.params["VALUE"] == "URI" and link.params["FEATURE"] == "VIDEO" and link.params["LABEL"] == "Collegamento alla seduta"
    print(link, event["DESCRIPTION"].split("\n"), event["LOCATION"], "ATTENDEE" in event)' <mine.ics >got
	same "$(cat <<-'END'
		10 Associazione IL NODO group
		https://zoom.example.org/j/000 ['Seduta 3', 'https://zoom.example.org/j/000'] Torino, o via Zoom False
		https://example.org/j/2?pwd=a,b;c ['Seduta 4', 'https://example.org/j/2?pwd=a,b;c'] Altrove False
	END
	)" "$(<got)"
	run ! grep -i 'rossi\|bianchi' mine.ics
	same 'Gruppo Balint 9 ed 2020' "$(own rossi -e 9 | read_back 'print(calendar["NAME"])')" 'the name of the calendar of one edition'
}

@test "everybody's calendar has no link, even where a session has its own" {
	ninth
	sql "UPDATE session SET online = 'https://example.org/j/2'"
	[[ $(balint-calendar export) != *example.org/j* ]]
	[[ $(balint-calendar export --all) != *CONFERENCE* ]]
}

@test "a member's own calendar has the sessions of their time, with the numbers of the edition" {
	ninth
	dates() { own "$@" | read_back 'print(*("%s=%s" % (e["DESCRIPTION"].split("\n")[0].split()[1], e.decoded("DTSTART").strftime("%m-%d")) for e in events))'; }
	person late Tardi Ada
	BALINT_TODAY=2021-03-01 balint-group enrol late --on 2021-05-12 >/dev/null
	same '7=05-12 8=05-26 9=06-09 10=06-23' "$(dates late)" 'the sessions of who joined on the day of the seventh'
	balint-group withdraw bianchi --on 2021-03-17
	same '1=02-17 2=03-03 3=03-17' "$(dates bianchi)" 'the sessions of who left on the day of the third'
	balint-group withdraw late --on 2021-05-26
	same '7=05-12 8=05-26' "$(dates late)" 'the sessions of who came and went'
	same '' "$(dates late --year 2022)" 'the sessions of another year'
	same 10 "$(dates ferraris | wc -w)" "the conductor's sessions"
}

@test "a member's own calendar has all their open editions, and no others" {
	ninth
	balint-group edition add 10 --number 10 --year 2021 --online https://example.org/ten >/dev/null
	balint-group edition add 11 --number 11 --year 2021 >/dev/null
	sessions --from 2021-04-08 --count 2 -e 10
	sessions --from 2021-04-08 --count 2 -e 11
	balint-group enrol rossi -e 10 >/dev/null
	run read_back '
for event in events[3:7]: print(event["SUMMARY"], event["DESCRIPTION"].replace("\n", " "), event.get("CONFERENCE"))' < <(own rossi)
	same "$(cat <<-'END'
		Gruppo Balint 9 ed 2020 Seduta 4 https://zoom.example.org/j/000 https://zoom.example.org/j/000
		Gruppo Balint 10 ed 2021 Seduta 1 https://example.org/ten https://example.org/ten
		Gruppo Balint 9 ed 2020 Seduta 5 https://zoom.example.org/j/000 https://zoom.example.org/j/000
		Gruppo Balint 10 ed 2021 Seduta 2 https://example.org/ten https://example.org/ten
	END
	)" "$output"
	same 10 "$(own rossi -e 9 | grep -c BEGIN:VEVENT)" 'the sessions of the ninth'
	same 10 "$(own bianchi | grep -c BEGIN:VEVENT)" 'the sessions of who is only in the ninth'
	sql "UPDATE edition SET status = 'closed' WHERE code = '9'"
	same 2 "$(own rossi | grep -c BEGIN:VEVENT)" 'the sessions when the ninth is closed'
	same 10 "$(BALINT_EDITION=9 own rossi | grep -c BEGIN:VEVENT)" 'the sessions of the closed one, by name'
}

@test "a member's own calendar is in their language, else in the association's" {
	ninth
	sql "UPDATE person SET language = 'en' WHERE handle = 'muller'; UPDATE session SET status = 'cancelled' WHERE date = '2021-03-31'"
	words='print(events[2]["DESCRIPTION"].split("\n")[0], events[3]["SUMMARY"], events[2]["CONFERENCE"].params["LABEL"])'
	same 'Session 3 CANCELLED: Gruppo Balint 9 ed 2020 Link to the session' "$(own muller | read_back "$words")"
	same 'Seduta 3 ANNULLATA: Gruppo Balint 9 ed 2020 Collegamento alla seduta' "$(own rossi | read_back "$words")"
	balint-group set language=en
	same 'Session 3 CANCELLED: Gruppo Balint 9 ed 2020 Link to the session' "$(own rossi | read_back "$words")"
}

@test "who has no sessions has no calendar" {
	ninth
	person ferro Ferro Ugo
	person monti Monti Ada
	person villa Villa Leo
	person costa Costa Eva
	balint-group enrol monti --status applicant >/dev/null
	balint-group enrol villa --status waiting >/dev/null
	balint-group enrol costa --status applicant >/dev/null
	balint-group withdraw costa --on 2021-03-20
	refused 1 "handle: unknown 'rosi'; did you mean 'rossi'?" own rosi
	refused 1 "handle: unknown 'zzz'; 'balint-group person list' shows them" own zzz
	refused 1 "'ferro' is a member of no open edition; name one of theirs with --edition, or enrol them with balint-group enrol" own ferro
	refused 1 "'ferro' is not a member of edition 9; enrol them: balint-group enrol -e 9 ferro" own ferro -e 9
	refused 1 "'monti' is an applicant of edition 9, and has sessions only as a member" own monti
	refused 1 "'villa' is on the waiting list of edition 9, and has sessions only as a member" own villa -e 9
	refused 1 "'costa' has left edition 9 without having joined, and has no sessions" own costa
	refused 1 "edition: unknown '7'*" own rossi -e 7
	refused 2 'only one of --person or --all can be given' own rossi --all
	refused 2 "option '--person' wants a value" own
}

@test "--alarm rings before each session that is held" {
	ninth
	sql "UPDATE session SET status = 'cancelled' WHERE date = '2021-03-31'"
	run read_back '
import datetime
alarms = [event.walk("VALARM") for event in events]
print(*map(len, alarms))
alarm = alarms[0][0]
print(alarm["ACTION"], alarm["TRIGGER"].dt == datetime.timedelta(days=-1), alarm["DESCRIPTION"])' < <(balint-calendar export --alarm 1d)
	same $'1 1 1 0 1 1 1 1 1 1\nDISPLAY True Gruppo Balint 9 ed 2020' "$output"
	trigger() { balint-calendar export --alarm "$1" | grep -m 1 TRIGGER | visible; }
	same 'TRIGGER:-P1W<CR>' "$(trigger 1w)"
	same 'TRIGGER:-PT2H<CR>' "$(trigger 2h)"
	same 'TRIGGER:-PT30M<CR>' "$(trigger 30m)"
	for alarm in 0d 5w 1d12h 1 d -1d ''; do
		refused 2 "--alarm: '$alarm' is not a time from 1m to 4w; write it as 30m, 2h, 1d or 1w" balint-calendar export --alarm "$alarm"
	done
}

@test "an alarm does not depend on today, and there is none unless asked for" {
	ninth
	balint-calendar export --alarm 2h >first.ics
	BALINT_TODAY=2022-01-01 balint-calendar export --alarm 2h >second.ics
	cmp first.ics second.ics
	[[ $(balint-calendar export) != *VALARM* ]]
	# Nothing else is different.
	balint-calendar export >plain.ics
	sed '/BEGIN:VALARM/,/END:VALARM/d' first.ics | cmp - plain.ics
}

@test "a moved, a cancelled and a restored session keep their UID and say what happened" {
	ninth
	balint-calendar export >before.ics
	sql "UPDATE session SET date = '2021-04-15', note = 'Assemblea; sala occupata, forse', sequence = 1, changed_at = '2021-03-20T10:00:00Z' WHERE date = '2021-04-14';
	UPDATE session SET status = 'cancelled', note = 'Neve', sequence = 1 WHERE date = '2021-03-31';
	UPDATE session SET note = NULL, sequence = 2 WHERE date = '2021-05-12'"
	balint-calendar export >after.ics
	run read_back '
for event in events[3:5] + events[6:7]:
    print(event["SEQUENCE"], event["STATUS"], event.decoded("DTSTART").date(), event["SUMMARY"], event["DESCRIPTION"].split("\n"), event.decoded("DTSTAMP").hour)' <after.ics
	same "$(cat <<-'END'
		1 CANCELLED 2021-03-31 ANNULLATA: Gruppo Balint 9 ed 2020 ['Seduta 4', 'Motivo: Neve'] 23
		1 CONFIRMED 2021-04-15 Gruppo Balint 9 ed 2020 ['Seduta 5, spostata dal 14 aprile 2021', 'Motivo: Assemblea; sala occupata, forse'] 10
		2 CONFIRMED 2021-05-12 Gruppo Balint 9 ed 2020 ['Seduta 7'] 23
	END
	)" "$output"
	cmp <(grep UID before.ics) <(grep UID after.ics)
	[[ $(balint-group set language=en && balint-calendar export | read_back 'print(events[4]["DESCRIPTION"])') == $'Session 5, moved from 14 April 2021\nReason: Assemblea; sala occupata, forse' ]]
}

@test "a cancelled session has no link and no alarm, even for a member" {
	ninth
	sql "UPDATE session SET status = 'cancelled'"
	own rossi --alarm 1d >mine.ics
	same 10 "$(grep -c 'STATUS:CANCELLED' mine.ics)"
	run ! grep 'CONFERENCE\|zoom.example\|VALARM' mine.ics
}

@test "a year has the numbers of the whole edition" {
	edition
	balint-group set from=a@example.org
	sessions --from 2021-12-15 --count 4
	run read_back 'print(*(event["DESCRIPTION"] for event in events))' < <(balint-calendar export --year 2022)
	same 'Seduta 3 Seduta 4' "$output"
	balint-group edition add 2 --number 2 --year 2021 >/dev/null
	sessions --from 2021-12-08 --count 4 -e 2 --every 1w
	run read_back 'print(*(event["DESCRIPTION"] + ":" + event["SUMMARY"].split()[2] for event in events))' < <(balint-calendar export --year 2022 --all)
	same 'Seduta 4:2 Seduta 3:1 Seduta 4:1' "$output"
}

@test "texts that somebody put into the store by hand stay in their lines" {
	ninth
	sql "UPDATE edition SET venue = 'Via Po' || char(13, 10) || 'ATTENDEE:mailto:x@example.org', online = 'zoom ' || char(27) || '[31m', title = 'A' || char(10) || 'B';
	UPDATE session SET status = 'cancelled', note = cast(x'4e65ff7665' AS TEXT) || char(10) || 'END:VEVENT' WHERE date = '2021-03-31';
	UPDATE setting SET value = 'Il \"Nodo\": uno, due' || char(10) || 'X:y' WHERE key = 'association'"
	for options in '' --all '--person rossi'; do
		# shellcheck disable=SC2086  # options
		balint-calendar export $options >hostile.ics
		read_back '
assert len(events) == 10 and not any("ATTENDEE" in event or "X" in event or "CONFERENCE" in event for event in events)
assert not any(octet < 32 or octet == 127 for octet in raw.replace(b"\r\n", b""))
raw.decode()
assert max(map(len, raw.split(b"\r\n"))) <= 75
assert events[3]["DESCRIPTION"].split("\n") == ["Seduta 4", "Motivo: Ne ve", "END:VEVENT"], events[3]["DESCRIPTION"]' <hostile.ics
	done
}

@test "a calendar that cannot be written is a failure" {
	ninth
	capture sh -c 'balint-calendar export >/dev/full'
	same 1 "$status" 'the exit status'
	[[ $stderr == balint-calendar:* ]]
	sql "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
	INSERT INTO session (edition, date, start, finish, planned_on, every, uid, changed_at)
	SELECT 1, date('2030-01-01', '+' || i || ' days'), '21:00', '22:30', date('2030-01-01', '+' || i || ' days'), 1, printf('%08x-0000-4000-8000-000000000000', i), '2021-01-01T00:00:00Z' FROM n"
	capture sh -c 'balint-calendar export --person rossi --alarm 1d >/dev/full'
	same 1 "$status" 'the exit status of a long one'
	# shellcheck disable=SC2016  # expanded by the inner shell
	capture bash -c 'balint-calendar export | head -n 1; exit "${PIPESTATUS[0]}"'
	same 141 "$status" 'the exit status of a closed pipe'
	same '' "$stderr" 'standard error of a closed pipe'
}

@test "what export cannot take is refused" {
	ninth
	refused 2 "--year: '20x2' is not a *" balint-calendar export --year 20x2
	refused 2 "'export' prints no rows: --format, --columns and --header have no meaning" balint-calendar export -f csv
	refused 1 "edition: unknown '7'*" balint-calendar export -e 7
}

@test "a calendar without a session is written, and said to be so" {
	ninth
	warns 'there is no session in this calendar' balint-calendar export --year 2022
	balint-calendar issue >/dev/null
	warns 'nothing has changed: there is no session in this calendar' balint-calendar diff --ics
}
