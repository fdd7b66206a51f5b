# shellcheck shell=bats disable=SC2154
# balint-calendar import: the days of an iCalendar file as closures and breaks.
load helper

setup()
{
	scene
	edition
}

# calendar LINE...: an .ics on standard output with these lines within VCALENDAR, ends of lines as RFC 5545 has them.
calendar() { printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 "$@" END:VCALENDAR; }

# event LINE...: the same with one VEVENT of these lines.
event() { calendar BEGIN:VEVENT "$@" END:VEVENT; }

# faults <<END: `import file.ics` is refused with these lines, and the store stays as it is.
faults()
{
	keep
	capture balint-calendar import file.ics
	same 1 "$status" 'the exit status'
	same '' "$output" 'standard output'
	same "$(sed 's/^/balint-calendar: file.ics:/')" "$stderr" 'the faults'
	kept
}

@test "one day is a closure, several days are a break" {
	prints balint-calendar import "$DATA/school.ics" <<-'END'
		2021-11-01|2021-11-01|Ponte di Ognissanti|added
		2021-12-23|2022-01-06|Vacanze di Natale|added
		2022-04-17|2022-04-18|Vacanze di Pasqua|added
	END
	prints balint-calendar closure list <<<'2021-11-01|Ponte di Ognissanti'
	prints balint-calendar break list <<<$'2021-12-23|2022-01-06|Vacanze di Natale\n2022-04-17|2022-04-18|Vacanze di Pasqua'
}

@test "the same file again changes nothing" {
	balint-calendar import "$DATA/school.ics"
	unchanged prints balint-calendar import "$DATA/school.ics" -c from,action <<-'END'
		2021-11-01|there
		2021-12-23|there
		2022-04-17|there
	END
}

@test "what is there already and what is new" {
	balint-calendar break add 2021-12-23..2022-01-06 'Vacanze di Natale'
	prints balint-calendar import "$DATA/school.ics" -c action <<<$'added\nthere\nadded'
}

@test "standard input, CR LF or LF, a byte order mark" {
	sed 's/$/\r/' "$DATA/school.ics" >crlf.ics
	{ printf '\xef\xbb\xbf' && cat crlf.ics; } >mark.ics
	for file in "$DATA/school.ics" crlf.ics mark.ics; do
		same $'2021-11-01\n2021-12-23\n2022-04-17' "$(balint-calendar import -n - -c from <"$file")"
		same $'2021-11-01\n2021-12-23\n2022-04-17' "$(balint-calendar import -n "$file" -c from)"
	done
}

@test "each edition has its own, --all-editions is for all" {
	balint-group edition add 2 --number 2 --year 2021 >/dev/null
	balint-calendar import "$DATA/school.ics" -e 2 >/dev/null
	silent balint-calendar closure list -e 1
	balint-calendar import "$DATA/school.ics" --all-editions -c action >/dev/null
	prints balint-calendar closure list -e 1 <<<'2021-11-01|Ponte di Ognissanti'
	prints balint-calendar closure list --all-editions <<<'2021-11-01|Ponte di Ognissanti'
}

@test "a session that is on those days already is warned of, once" {
	sessions --from 2021-12-15 --count 2
	event 'DTSTART;VALUE=DATE:20211228' 'DTEND;VALUE=DATE:20211231' SUMMARY:Neve >file.ics
	warns 'edition 1, 2021-12-29: a session on a skipped date: Neve (break from 2021-12-28 to 2021-12-30)' balint-calendar import file.ics
	same '' "$(balint-calendar import file.ics 2>&1 >/dev/null)" 'standard error, the second time'
}

@test "a summary is unfolded, and its signs are what they stand for" {
	event DTSTART\;VALUE=DATE:20211101 $'SUMMARY:Ponte\\, \xc3\r\n \xb2 neve\\; a\\\\b\\n'$'fine\r\n  davvero' >file.ics
	prints balint-calendar import file.ics -c label <<<'Ponte, ò neve; a\\b fine davvero'
}

@test "an event without a summary is a chiusura, or closed" {
	event DTSTART\;VALUE=DATE:20211101 >file.ics
	prints balint-calendar import -n file.ics -c label <<<chiusura
	event DTSTART\;VALUE=DATE:20211101 'SUMMARY: ' >file.ics
	prints balint-calendar import -n file.ics -c label <<<chiusura
	balint-group set language=en
	prints balint-calendar import -n file.ics -c label <<<closed
}

@test "a time of day covers its days in Italy" {
	calendar BEGIN:VEVENT DTSTART:20210615T220000Z DTEND:20210616T220000Z SUMMARY:estate END:VEVENT \
		BEGIN:VEVENT DTSTART:20211215T220000Z DTEND:20211216T220000Z SUMMARY:inverno END:VEVENT \
		BEGIN:VEVENT 'DTSTART;TZID=America/New_York:20210701T190000' DURATION:PT1H SUMMARY:lontano END:VEVENT \
		BEGIN:VEVENT 'DTSTART;TZID=W. Europe Standard Time:20210801T090000' DURATION:PT2H SUMMARY:Windows END:VEVENT \
		BEGIN:VEVENT DTSTART:20210901T090000 DTEND:20210903T000000 SUMMARY:qui END:VEVENT \
		BEGIN:VEVENT DTSTART:20210910T233000 SUMMARY:sera END:VEVENT >file.ics
	prints balint-calendar import file.ics -c from,to,label <<-'END'
		2021-06-16|2021-06-16|estate
		2021-12-15|2021-12-16|inverno
		2021-07-02|2021-07-02|lontano
		2021-08-01|2021-08-01|Windows
		2021-09-01|2021-09-02|qui
		2021-09-10|2021-09-10|sera
	END
}

@test "an event that was cancelled is left out" {
	calendar BEGIN:VEVENT DTSTART\;VALUE=DATE:20210601 STATUS:CANCELLED END:VEVENT \
		BEGIN:VEVENT DTSTART\;VALUE=DATE:20210602 STATUS:CONFIRMED END:VEVENT >file.ics
	prints balint-calendar import file.ics -c from <<<2021-06-02
	event DTSTART\;VALUE=DATE:20210601 RECURRENCE-ID\;VALUE=DATE:20210601 STATUS:CANCELLED >file.ics
	faults <<<'5:26: RECURRENCE-ID: one changed time of a repeated event is not taken; write EXDATE there and an event of its own'
}

@test "what is no event, and alarms within one, are passed over" {
	calendar BEGIN:VTODO DTSTART\;VALUE=DATE:20210601 SUMMARY:compito END:VTODO \
		BEGIN:VTIMEZONE TZID:X BEGIN:STANDARD DTSTART:19701025T030000 TZOFFSETFROM:+0200 TZOFFSETTO:+0100 END:STANDARD END:VTIMEZONE \
		BEGIN:VEVENT DTSTART\;VALUE=DATE:20210603 BEGIN:VALARM TRIGGER:-P1D DURATION:PT1H SUMMARY:allarme END:VALARM SUMMARY:uno END:VEVENT >file.ics
	prints balint-calendar import file.ics -c from,to,label <<<'2021-06-03|2021-06-03|uno'
}

@test "an event that repeats comes in the years with sessions, or in the one that is said" {
	event DTSTART\;VALUE=DATE:20100101 RRULE:FREQ=YEARLY EXDATE\;VALUE=DATE:20220101 RDATE\;VALUE=DATE:20210105,20300105 SUMMARY:x >file.ics
	prints balint-calendar import -n file.ics -c from <<<$'2021-01-01\n2021-01-05'
	prints balint-calendar import -n file.ics --year 2030 -c from <<<$'2030-01-01\n2030-01-05'
	prints balint-calendar import -n file.ics --year 2009 -c from </dev/null
	sessions --from 2023-11-01 --count 8
	prints balint-calendar import -n file.ics -c from <<<$'2023-01-01\n2024-01-01'
	prints balint-calendar import -n file.ics --all-editions -c from <<<$'2021-01-01\n2021-01-05'
}

@test "an event that does not repeat comes whatever the year" {
	event DTSTART\;VALUE=DATE:20300601 SUMMARY:x >file.ics
	prints balint-calendar import file.ics --year 2021 -c from <<<2030-06-01
}

@test "UNTIL does not lose the last time, as a date or in UTC" {
	event DTSTART:20210601T210000 RRULE:FREQ=DAILY\;UNTIL=20210603 SUMMARY:x >file.ics
	prints balint-calendar import -n file.ics -c from <<<$'2021-06-01\n2021-06-02\n2021-06-03'
	event DTSTART:20210601T210000 RRULE:FREQ=DAILY\;UNTIL=20210603T190000Z SUMMARY:x >file.ics
	prints balint-calendar import -n file.ics -c from <<<$'2021-06-01\n2021-06-02\n2021-06-03'
	event DTSTART:20210601T210000 RRULE:FREQ=DAILY\;UNTIL=20210603T185959Z SUMMARY:x >file.ics
	prints balint-calendar import -n file.ics -c from <<<$'2021-06-01\n2021-06-02'
}

@test "a hundred files of python3-icalendar mean what python says they mean" {
	/usr/bin/python3 - <<-'END'
		import datetime as d, random
		from icalendar import Calendar, Event
		from dateutil.rrule import rrule, DAILY, WEEKLY, MONTHLY, YEARLY
		from zoneinfo import ZoneInfo
		rome, utc = ZoneInfo('Europe/Rome'), ZoneInfo('UTC')
		pick = random.Random(3)
		names = {DAILY: 'daily', WEEKLY: 'weekly', MONTHLY: 'monthly', YEARLY: 'yearly'}
		for number in range(100):
		    calendar, lines, used = Calendar(), set(), set()
		    calendar.add('version', '2.0')
		    calendar.add('prodid', '-//Test//Test//EN')
		    for label in range(8):
		        event, new, name = Event(), set(), '%d, perché; \\ %s' % (label, 'è lungo ' * pick.randrange(20))
		        event.add('summary', name)
		        start = d.date(2019, 1, 1) + d.timedelta(pick.randrange(1100))
		        days, kind = pick.choice([1, 1, 2, 15]), pick.randrange(4)
		        if kind == 0:
		            event.add('dtstart', start)
		            event.add('dtend', start + d.timedelta(days))
		            new.add((start, start + d.timedelta(days - 1), name))
		        elif kind == 1:
		            zone = pick.choice([rome, utc, ZoneInfo('Asia/Tokyo'), ZoneInfo('America/New_York')])
		            begin = d.datetime(start.year, start.month, start.day, pick.randrange(24), 30, tzinfo=zone)
		            end = (begin.astimezone(utc) + d.timedelta(minutes=pick.randrange(1, 4000))).astimezone(zone)
		            event.add('dtstart', begin)
		            event.add('dtend', end)
		            for key in ('dtstart', 'dtend'):
		                if zone is not utc:
		                    event[key].params['TZID'] = zone.key
		            last = (end.astimezone(utc) - d.timedelta(seconds=1)).astimezone(rome)
		            new.add((begin.astimezone(rome).date(), last.date(), name))
		        else:
		            frequency, step = pick.choice(list(names)), pick.randrange(1, 4)
		            begin = d.datetime(start.year, start.month, min(start.day, 28))
		            times = list(rrule(frequency, dtstart=begin, interval=step, until=d.datetime(2022, 12, 31)))
		            out = [pick.choice(times).date()]
		            event.add('dtstart', begin.date())
		            event.add('rrule', {'freq': names[frequency], 'interval': step})
		            event.add('exdate', out[0], parameters={'VALUE': 'DATE'})
		            new |= {(t.date(), t.date(), name) for t in times if t.year in (2021, 2022) and t.date() not in out}
		        if {n[:2] for n in new} & used:
		            continue
		        used |= {n[:2] for n in new}
		        lines |= new
		        calendar.add_component(event)
		    open('%d.ics' % number, 'wb').write(calendar.to_ical())
		    with open('%d.tsv' % number, 'w') as out:
		        for first, last, name in lines:
		            out.write('%s\t%s\t%s\n' % (first, last, name.rstrip().replace('\\', '\\\\')))
	END
	for number in {0..99}; do
		balint-calendar import -n "$number.ics" --all-editions -c from,to,label >listed
		diff <(LC_ALL=C sort "$number.tsv") <(LC_ALL=C sort listed)
	done
}

@test "days that are there under another label are refused, with the cure" {
	balint-calendar closure add 2021-11-01 Ponte
	balint-calendar break add 2021-12-23..2022-01-06 Natale --all-editions
	refused 1 "$DATA/school.ics:6:20: that closure is there as 'Ponte', not 'Ponte di Ognissanti'; to change it: balint-calendar closure remove 2021-11-01, then import" \
		balint-calendar import "$DATA/school.ics"
	refused 1 "$DATA/school.ics:11:20: that break is there as 'Natale', not 'Vacanze di Natale'; to change it: balint-calendar break remove 2021-12-23..2022-01-06 --all-editions, then import" \
		balint-calendar import "$DATA/school.ics" --all-editions
	calendar BEGIN:VEVENT DTSTART\;VALUE=DATE:20210601 SUMMARY:a END:VEVENT BEGIN:VEVENT DTSTART\;VALUE=DATE:20210601 SUMMARY:b END:VEVENT >file.ics
	refused 1 "file.ics:8:20: this file has that closure as 'a' too, not only as 'b'; keep one of the two" balint-calendar import file.ics
}

@test "every fault is named at once, and nothing is changed" {
	calendar BEGIN:VEVENT DTSTART\;VALUE=DATE:20210230 END:VEVENT \
		BEGIN:VEVENT DTSTART\;VALUE=DATE:20210624 DTEND\;VALUE=DATE:20210623 END:VEVENT \
		BEGIN:VEVENT DTSTART\;TZID=Mars/Base:20210624T100000 END:VEVENT \
		BEGIN:VEVENT SUMMARY:mai END:VEVENT \
		BEGIN:VEVENT DTSTART\;VALUE=DATE:15821231 END:VEVENT \
		BEGIN:VEVENT DTSTART:domani END:VEVENT \
		BEGIN:VEVENT DTSTART\;VALUE=DATE:20210601 SUMMARY:buono END:VEVENT \
		BEGIN:VEVENT DTSTART\;VALUE=DATE:20210601 DURATION:PT3H END:VEVENT \
		BEGIN:VEVENT DTSTART\;VALUE=DATE:20210601 DURATION:-P1D END:VEVENT \
		BEGIN:VEVENT DTSTART\;VALUE=DATE:99991231 DURATION:P2D END:VEVENT \
		BEGIN:VEVENT DTSTART\;VALUE=DATE:20210601 DTEND:20210602T100000 END:VEVENT \
		BEGIN:VEVENT DTSTART\;VALUE=DATE:20210601 DTEND\;VALUE=DATE:20210602 DURATION:P1D END:VEVENT \
		'una riga qualunque' >file.ics
	faults <<-'END'
		4:20: DTSTART: '2021-02-30' is not a date: February 2021 has 28 days
		8:18: DTEND: lies before DTSTART
		11:24: DTSTART: the time zone 'Mars/Base' is unknown; write one such as Europe/Rome
		13:1: DTSTART: there is none
		17:20: DTSTART: '1582-12-31' is not a date: years run from 1583 to 9999
		20:9: DTSTART: the value cannot be read
		28:10: DURATION: an event of whole days lasts whole days
		32:10: DURATION: a duration is never negative
		35:20: DTSTART: the event lasts beyond the year 9999
		40:7: DTEND: a date and a time of day do not go together; DTSTART has the other
		45:10: DURATION: does not go with DTEND
		47:1: not a line of iCalendar: NAME:VALUE is wanted
	END
}

@test "rules that cannot be followed are faults" {
	calendar BEGIN:VEVENT DTSTART\;VALUE=DATE:20210601 RRULE:FREQ=HOURLY END:VEVENT \
		BEGIN:VEVENT DTSTART\;VALUE=DATE:20210601 RRULE:FREQ=SOMETIMES END:VEVENT \
		BEGIN:VEVENT DTSTART\;VALUE=DATE:16000101 RRULE:FREQ=DAILY END:VEVENT \
		BEGIN:VEVENT DTSTART\;VALUE=DATE:20210601 EXRULE:FREQ=DAILY END:VEVENT \
		BEGIN:VEVENT DTSTART\;VALUE=DATE:20210601 RECURRENCE-ID\;VALUE=DATE:20210601 END:VEVENT \
		BEGIN:VEVENT DTSTART\;VALUE=DATE:20210601 EXDATE\;VALUE=DATE:20210631 RRULE:FREQ=DAILY END:VEVENT \
		BEGIN:VEVENT DTSTART\;VALUE=DATE:20210601 RDATE\;VALUE=PERIOD:20210601T100000Z/PT1H END:VEVENT \
		BEGIN:VEVENT DTSTART\;VALUE=DATE:20210601 DTSTART\;VALUE=DATE:20210602 END:VEVENT >file.ics
	faults <<-'END'
		5:7: RRULE: an event of days repeats DAILY, WEEKLY, MONTHLY or YEARLY
		9:7: RRULE: the value cannot be read
		13:7: RRULE: the event repeats too often
		17:8: EXRULE: is not taken; write the days left out as EXDATE
		21:26: RECURRENCE-ID: one changed time of a repeated event is not taken; write EXDATE there and an event of its own
		25:19: EXDATE: '2021-06-31' is not a date: June 2021 has 30 days
		30:20: RDATE: a period is not taken; write its first day
		34:1: DTSTART stands twice in one event
	END
}

@test "bytes that are no text are named where they stand" {
	printf 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20210601\r\nSUMMARY:pè\r\n \033x\r\nEND:VEVENT\r\nX-A:\0\r\n' >file.ics
	printf 'X-B:perch\xe9 no\r\nX-C:\xc3\r\nX-D:a\rb\r\nX-E:\xed\xa0\x80\r\nX-F:a\xc3\r\n \xa8\r\nEND:VCALENDAR\r\n' >>file.ics
	faults <<-'END'
		5:2: control character U+001B
		7:5: a NUL byte
		8:10: not UTF-8: byte 0xe9
		9:5: not UTF-8: byte 0xc3
		10:6: control character U+000D
		11:5: not UTF-8: byte 0xed
	END
}

@test "a label is a text like any other" {
	event DTSTART\;VALUE=DATE:20210601 $'SUMMARY:a\xe2\x80\xaeb' >file.ics
	faults <<<'5:9: SUMMARY: control character U+202E at character 2'
	event DTSTART\;VALUE=DATE:20210601 "SUMMARY:$(printf '%01001d' 0)" >file.ics
	faults <<<'5:9: SUMMARY: 1001 characters; the most is 1000'
}

@test "what is not closed, and what was not opened" {
	printf 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20210601\n' >file.ics
	faults <<<$'2:1: BEGIN:VEVENT has no END:VEVENT\n1:1: BEGIN:VCALENDAR has no END:VCALENDAR'
	printf 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20210601\nEND:VEVENT\nEND:VTODO\nEND:VCALENDAR\nX:1\nBEGIN:VEVENT\n' >file.ics
	faults <<-'END'
		2:1: BEGIN:VEVENT has no END:VEVENT
		6:1: END:VTODO has no BEGIN:VTODO
		8:1: a property outside a VCALENDAR
		9:1: BEGIN:VEVENT stands outside a VCALENDAR
		9:1: BEGIN:VEVENT has no END:VEVENT
	END
	{ echo BEGIN:VCALENDAR && yes BEGIN:X | head -n 100; } >file.ics
	faults <<<'16:1: components are nested deeper than 15'
}

@test "what is no calendar is one fault" {
	: >file.ics
	faults <<<'1:1: the file is empty'
	printf '\r\n\n\n' >file.ics
	faults <<<'1:1: the file is empty'
	printf 'data;etichetta\n2021-06-24;Patrono\n' >file.ics
	faults <<<'1:1: not an iCalendar file: it does not begin with BEGIN:VCALENDAR'
	head -c 1000000 /dev/urandom >file.ics
	faults <<<'1:1: not an iCalendar file: it does not begin with BEGIN:VCALENDAR'
	calendar >file.ics
	silent balint-calendar import file.ics
}

@test "a line of ten megabytes is refused where it matters, and passed over where it does not" {
	long() { head -c 10000000 /dev/zero | tr '\0' x; }
	{ printf 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20210601\nSUMMARY:' && long && printf '\nEND:VEVENT\nEND:VCALENDAR\n'; } >file.ics
	faults <<<'4:1: SUMMARY is longer than 65536 bytes'
	{ printf 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20210601\nATTACH:' && long && printf '\nEND:VEVENT\nEND:VCALENDAR\n'; } >file.ics
	prints balint-calendar import -n file.ics -c from <<<2021-06-01
	{ printf 'BEGIN:VCALENDAR\n' && long && printf '\nEND:VCALENDAR\n'; } >file.ics
	faults <<<'2:1: not a line of iCalendar: NAME:VALUE is wanted'
}

@test "a hundred thousand events, in the memory of a few" {
	awk 'BEGIN {
		print "BEGIN:VCALENDAR"
		for (i = 0; i < 100000; i++)
			printf "BEGIN:VEVENT\nDTSTART;VALUE=DATE:%04d%02d%02d\nSUMMARY:E\nEND:VEVENT\n", 2021 + i % 4, i % 12 + 1, i % 28 + 1
		print "END:VCALENDAR"
	}' >file.ics
	limit=65536
	(ulimit -v $limit && balint-calendar --version) >/dev/null 2>&1 || limit=unlimited # with sanitizers
	(ulimit -v $limit && balint-calendar import file.ics -c action >listed)
	same 100000 "$(wc -l <listed)" 'the rows'
	same "$(sort -u listed | wc -l)" 2 'the actions'
	same "$(grep -c added listed)" "$(balint-calendar closure list | wc -l)" 'what was added'
}

@test "a file that cannot be read says so" {
	refused 1 'nowhere.ics cannot be read: No such file or directory' balint-calendar import nowhere.ics
	mkdir folder
	refused 1 'folder cannot be read: Is a directory' balint-calendar import folder
	refused 2 "--year: '1582' lies before the Gregorian calendar; years run from 1583" balint-calendar import "$DATA/school.ics" --year 1582
	refused 2 "'import' wants FILE" balint-calendar import
}

@test "output that cannot be written is told, and the days are kept" {
	capture sh -c "balint-calendar import '$DATA/school.ics' >/dev/full"
	same 74 "$status" 'the exit status'
	prints balint-calendar closure list -c date <<<2021-11-01
}

@test "the group's program does not need libical for it" {
	[[ $(ldd "$(command -v balint-calendar)") == *libical.so* ]]
	[[ $(ldd "$(command -v balint-group)") != *libical* ]]
}
