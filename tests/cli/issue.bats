# shellcheck shell=bats
# issue, issue list, diff: the calendar that members have in their hands, and what changed since.
load helper

setup()
{
	scene
	ninth
}

@test "nothing was issued: diff says what to do" {
	refused 1 'no calendar of edition 9 was issued; when members get it: balint-calendar issue' balint-calendar diff
	silent balint-calendar issue list
}

@test "a calendar is issued once, as long as it stays the same" {
	prints balint-calendar issue <<<'2021-03-20|10|2021-02-17|2021-06-23'
	BALINT_TODAY=2021-03-25 unchanged prints balint-calendar issue <<<'2021-03-20|10|2021-02-17|2021-06-23'
	silent balint-calendar diff
}

@test "diff tells what was moved, cancelled, changed and added, by date" {
	balint-calendar issue
	balint-calendar move 2021-03-31 --to 2021-04-01 --reason 'Settimana santa' --override
	balint-calendar cancel 2021-04-14 --reason Sciopero
	balint-calendar set 2021-04-28 --at 20:00
	balint-calendar set 2021-05-12 --venue 'Sala B'
	balint-calendar add 2021-06-30 --reason Recupero
	prints balint-calendar diff <<-'END'
		moved|2021-03-31|2021-04-01|21:00|22:30|Torino, o via Zoom|Settimana santa
		cancelled|2021-04-14||21:00|22:30|Torino, o via Zoom|Sciopero
		changed|2021-04-28||20:00|21:30|Torino, o via Zoom|
		changed|2021-05-12||21:00|22:30|Sala B|
		added||2021-06-30|21:00|22:30|Torino, o via Zoom|Recupero
	END
}

@test "what was taken back is no difference" {
	balint-calendar issue
	balint-calendar cancel 2021-04-14 --reason Sciopero
	balint-calendar restore 2021-04-14
	balint-calendar move 2021-03-31 --to 2021-04-01 --reason A --override
	balint-calendar move 2021-04-01 --to 2021-03-31 --reason B --override
	balint-calendar add 2021-06-30
	balint-calendar cancel 2021-06-30 --reason Errore
	silent balint-calendar diff
}

@test "a cancellation that was issued and taken back is a restoration" {
	balint-calendar cancel 2021-04-14 --reason Sciopero
	balint-calendar issue
	balint-calendar restore 2021-04-14
	prints balint-calendar diff -c change,date <<<'restored|2021-04-14'
}

@test "what is issued again is compared with, and --since asks for an older one" {
	balint-calendar issue
	balint-calendar cancel 2021-04-14 --reason Sciopero
	BALINT_TODAY=2021-04-02 balint-calendar issue
	silent balint-calendar diff
	prints balint-calendar diff --since 2021-04-01 -c change,date <<<'cancelled|2021-04-14'
	refused 1 'no calendar of edition 9 was issued until 2021-03-19' balint-calendar diff --since 2021-03-19
	prints balint-calendar issue list <<-'END'
		2021-03-20|10|2021-02-17|2021-06-23
		2021-04-02|10|2021-02-17|2021-06-23
	END
	same "$(balint-calendar issue list)" "$(sqlite3 -separator "$TAB" "$BALINT_DB" "SELECT issued, sessions, first, last FROM issues WHERE edition = '9'")"
}

@test "another place of the edition is told for the sessions to come only" {
	balint-calendar issue
	balint-group edition set 9 --venue Altrove
	same 7 "$(balint-calendar diff | grep -c Altrove)"
	same 7 "$(balint-calendar diff | wc -l)"
}

@test "an edition without sessions has nothing to issue" {
	balint-group edition add 10 --number 10 --year 2021
	refused 1 "edition 10 has no sessions yet; make them with 'balint-calendar generate -e 10'" balint-calendar issue -e 10
}

@test "diff --ics has the sessions that changed, and no others" {
	balint-calendar issue
	balint-calendar move 2021-03-31 --to 2021-04-01 --reason 'Settimana santa' --override
	balint-calendar cancel 2021-04-14 --reason Sciopero
	balint-calendar diff --ics >changes.ics
	balint-calendar export >all.ics
	/usr/bin/python3 - <<-'END'
		import icalendar
		events = lambda name: {str(e["UID"]): e for e in icalendar.Calendar.from_ical(open(name, "rb").read()).walk("VEVENT")}
		changes, whole = events("changes.ics"), events("all.ics")
		assert len(changes) == 2 and len(whole) == 10
		assert all(whole[uid].to_ical() == event.to_ical() for uid, event in changes.items())
		assert sorted((str(e["STATUS"]), int(e["SEQUENCE"]), e["DTSTART"].dt.isoformat()) for e in changes.values()) == [
		    ("CANCELLED", 1, "2021-04-14T21:00:00+02:00"), ("CONFIRMED", 1, "2021-04-01T21:00:00+02:00")]
	END
	refused 2 '--ics writes iCalendar, not rows: *' balint-calendar diff --ics -f csv
	balint-calendar issue
	[ "$(balint-calendar diff --ics | grep -c VEVENT)" = 0 ]
}
