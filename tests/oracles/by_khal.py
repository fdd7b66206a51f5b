#!/usr/bin/python3
"""The events of a feed as khal reads them: one a line, as JSON, by UID; khal shows no SEQUENCE.

usage: by_khal.py FEED import|print

With `import`, they go into a calendar of khal's and are listed from there, year by year; with `print`, khal shows the
file as it is. All that khal keeps lies in the working directory.
"""
import json
import os
import subprocess
import sys

CONFIG = """
[calendars]
[[balint]]
path = {here}/vdir
type = calendar
[locale]
local_timezone = UTC
default_timezone = UTC
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%dT%H:%M
longdatetimeformat = %Y-%m-%dT%H:%M
[sqlite]
path = {here}/khal.db
"""
FORMAT = "\t".join(["{uid}", "{start-long}", "{end-long}", "{title}", "{status}", "{location}", "{organizer}"])


def khal(*arguments):
    command = ["/usr/bin/khal", "-c", "khal.conf", *arguments]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert not done.stderr, done.stderr.decode()
    return done.stdout.decode().split("\n")


def fact(line):
    uid, begins, ends, summary, status, location, organizer = line.split("\t")
    name, address = organizer.replace("^'", "'").rsplit(" (", 1)
    return {
        "uid": uid,
        "begins": begins + "Z",
        "ends": ends + "Z",
        "summary": summary,
        "status": status.rstrip(),
        "location": location,
        "organizer": f"{name} <mailto:{address.rstrip(')')}>",
    }


def lines(feed, way):
    if way == "print":
        return khal("printics", "-f", FORMAT, feed)
    os.mkdir("vdir")
    khal("import", "--batch", "-a", "balint", feed)
    return khal("list", "--once", "-df", "", "-f", FORMAT, "2001-01-01", "2030-01-01")


with open("khal.conf", "w", encoding="utf-8") as config:
    config.write(CONFIG.format(here=os.getcwd()))
facts = [fact(line) for line in lines(sys.argv[1], sys.argv[2]) if "\t" in line]
for found in sorted(facts, key=lambda found: found["uid"]):
    print(json.dumps(found, ensure_ascii=False, separators=(",", ":")))
