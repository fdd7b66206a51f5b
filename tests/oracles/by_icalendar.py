#!/usr/bin/python3
"""The events of a feed as python3-icalendar reads them: one a line, as JSON, by UID.

usage: by_icalendar.py FEED [METHOD [ATTENDEE]]

METHOD is PUBLISH if it is not said. Each event has that one ATTENDEE, `Name <address>`, and no other; or none at all.

Before that it looks at the bytes: lines of at most 75 octets that end with CRLF, each of them UTF-8 by itself.
"""
import datetime
import json
import sys

import icalendar


def look_at_bytes(raw):
    lines = raw.split(b"\r\n")
    assert lines.pop() == b"", "the last line has no end"
    for line in lines:
        assert b"\r" not in line and b"\n" not in line, line
        assert 0 < len(line) <= 75, line
        assert all(octet >= 0x20 and octet != 0x7F for octet in line), line
        line.decode("utf-8")


def utc(when):
    return when.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%MZ")


def fact(event):
    organizer = event["ORGANIZER"]
    name = organizer.params["CN"].replace("^'", "'")  # RFC 6868 came after this parser
    facts = {
        "uid": str(event["UID"]),
        "begins": utc(event.decoded("DTSTART")),
        "ends": utc(event.decoded("DTEND")),
        "summary": str(event["SUMMARY"]),
        "status": str(event["STATUS"]),
        "sequence": int(event["SEQUENCE"]),
        "location": str(event.get("LOCATION", "")),
        "organizer": f"{name} <{organizer}>",
    }
    if "ATTENDEE" in event:
        assert event["ATTENDEE"].params["RSVP"] == "FALSE", event["ATTENDEE"].params  # a list has no params
        facts["attendee"] = f"{event['ATTENDEE'].params['CN']} <{event['ATTENDEE']}>"
    return facts


with open(sys.argv[1], "rb") as file:
    feed = file.read()
look_at_bytes(feed)
calendar = icalendar.Calendar.from_ical(feed)
method, attendees = sys.argv[2] if len(sys.argv) > 2 else "PUBLISH", sys.argv[3:]
assert calendar["METHOD"] == method and calendar["VERSION"] == "2.0", calendar
assert not any(component.errors for component in calendar.walk()), "parts that cannot be read"
assert not any("ATTENDEE" in component for component in calendar.walk() if component.name != "VEVENT"), "an attendee of no event"
for found in sorted(map(fact, calendar.walk("VEVENT")), key=lambda found: found["uid"]):
    assert [found.pop("attendee")] == attendees if "attendee" in found else not attendees, "other attendees than expected"
    print(json.dumps(found, ensure_ascii=False, separators=(",", ":")))
