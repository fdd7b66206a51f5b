#!/usr/bin/python3
"""What a feed must say, from `balint-calendar list` and the store: an event a line, as JSON, by UID.

usage: expected.py STORE EDITION...

The moments come from the zone's history as Python knows it. Where tests/data/rome-wed-2100-utc.tsv has one, it must be
the same.
"""
import datetime
import json
import pathlib
import sqlite3
import subprocess
import sys
import zoneinfo

ROME = zoneinfo.ZoneInfo("Europe/Rome")
TABLE = pathlib.Path(__file__).parents[1] / "data" / "rome-wed-2100-utc.tsv"


def table_moments():
    rows = [line.split("\t") for line in TABLE.read_text().splitlines()[1:]]
    return {row[0]: int(row[2]) for row in rows}


def moment(date, time):
    """The moment of a civil date and time, 24:00 included."""
    hour, minute = map(int, time.split(":"))
    day = datetime.date.fromisoformat(date) + datetime.timedelta(hour // 24)
    return datetime.datetime(day.year, day.month, day.day, hour % 24, minute, tzinfo=ROME)


def utc(when):
    return when.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%MZ")


def listed(store, edition):
    command = ["balint-calendar", "list", "-d", store, "-e", edition, "-f", "jsonl"]
    lines = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout.decode().splitlines()
    return [json.loads(line) for line in lines]


def stored(base, edition):
    return base.execute(
        "SELECT s.date, s.uid, s.sequence, coalesce(s.venue, e.venue, ''), e.title || ' ' || e.number || ' ed ' || e.year"
        "  FROM session AS s JOIN edition AS e ON e.id = s.edition"
        " WHERE e.code = ? ORDER BY s.date",
        (edition,),
    ).fetchall()


def setting(base, key):
    return base.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()[0]


def events(store, editions):
    base = sqlite3.connect(store)
    known = table_moments()
    address = setting(base, "from").split("<")[-1].rstrip(">")
    # A parameter can hold a double quote only by RFC 6868, which not every parser knows: all of them write it as single.
    organizer = setting(base, "association").replace('"', "'") + f" <mailto:{address}>"
    for edition in editions:
        rows, facts = listed(store, edition), stored(base, edition)
        assert len(rows) == len(facts), (len(rows), len(facts))
        for row, (date, uid, sequence, venue, summary) in zip(rows, facts):
            begins = moment(row["date"], row["start"])
            assert row["date"] == date, (row, date)
            assert known.get(f"{date}T{row['start']}", begins.timestamp()) == begins.timestamp(), row
            cancelled = row["status"] == "cancelled"
            yield {
                "uid": uid,
                "begins": utc(begins),
                "ends": utc(moment(row["date"], row["end"])),
                "summary": ("ANNULLATA: " if cancelled else "") + summary,
                "status": "CANCELLED" if cancelled else "CONFIRMED",
                "sequence": sequence,
                "location": venue,
                "organizer": organizer,
            }


for event in sorted(events(sys.argv[1], sys.argv[2:]), key=lambda event: event["uid"]):
    print(json.dumps(event, ensure_ascii=False, separators=(",", ":")))
