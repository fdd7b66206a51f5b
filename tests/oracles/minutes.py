#!/usr/bin/python3
"""Random registers, counted here minute by minute and compared with `import`, `mark`, `list` and `report`.

usage: minutes.py TEMPLATE CASES SEED

TEMPLATE is a store with an open edition 1 and nobody in it; each case has a copy of it. People, enrolments and sessions are put into
the copy as they may be, marks go in by the commands. A mark is taken for the set of the minutes of the day that it covers; RULES 5.2
and 5.3 are counted from that. Prints each case that differs, then a summary; exit status 1 if there was one. Knows sets, and nothing
of the toolkit but its commands and its tables.
"""
import csv
import datetime
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import uuid

DAY = datetime.timedelta(days=1)
MIDNIGHT = 24 * 60
# In memory where there is such a folder: thousands of commands wait for the disk, which is not what is tested here.
SCRATCH = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
PARTS = ["date", "handle", "status", "arrived", "left", "mode", "minutes", "mark"]
COUNTS = ["held", "present", "late", "absent", "excused", "unmarked", "minutes", "possible"]


def clock(minute):
    return f"{minute // 60:02}:{minute % 60:02}"


class Session:
    def __init__(self, chance, date):
        self.date = date
        length = chance.choice([1, 2, 45, 60, 90, 90, 90, 120, 240])
        self.start = chance.choice([21 * 60, MIDNIGHT - length, 0, chance.randint(0, MIDNIGHT - length)])
        self.start = min(self.start, MIDNIGHT - length)
        self.finish = self.start + length
        self.cancelled = chance.random() < 0.1
        self.minutes = set(range(self.start, self.finish))

    def begins(self):
        return datetime.datetime.combine(self.date, datetime.time()) + self.start * datetime.timedelta(minutes=1)


class Mark:
    """What somebody was: `covered` are the minutes of the day at which they were there, None: those of the session."""

    def __init__(self, status, mode=None, covered=None):
        self.status, self.mode, self.covered = status, mode, covered

    def minutes_of_day(self, session):
        if self.status != "present":
            return set()
        return session.minutes if self.covered is None else self.covered

    def minutes(self, session):
        return len(self.minutes_of_day(session) & session.minutes)

    def runs(self, session):
        """The stretches of minutes without a gap, as (first, the one after the last)."""
        covered = self.minutes_of_day(session)
        firsts = sorted(minute for minute in covered if minute - 1 not in covered)
        lasts = sorted(minute + 1 for minute in covered if minute + 1 not in covered)
        return list(zip(firsts, lasts))

    def words(self, session):
        if self.status != "present":
            return self.status
        spells = [f"{clock(first)}-{clock(last)}" for first, last in self.runs(session)]
        whole = self.minutes_of_day(session) == session.minutes
        return ",".join(["online"] * (self.mode == "online") + [] if whole else ["online"] * (self.mode == "online") + spells) or "present"

    def same(self, other, session):
        return other is not None and (self.status, self.mode) == (other.status, other.mode) and self.runs(session) == other.runs(session)

    def late(self, session, grace):
        return self.status == "present" and min(self.minutes_of_day(session)) > session.start + grace


def any_spell(chance, session, grace, before):
    """From when to when somebody was there: at most an hour outside the session, and somewhere within it."""
    edges = [session.start, session.finish, session.start + grace, session.start + grace + 1, *[edge for spell in before for edge in spell]]
    earliest, latest = max(0, session.start - 60), min(MIDNIGHT, session.finish + 60)
    while True:
        first, last = (chance.choice(edges) if chance.random() < 0.4 else chance.randint(earliest, latest) for _ in range(2))
        if earliest <= first < last <= latest and first < session.finish and last > session.start:
            return first, last


def any_mark(chance, session, grace):
    """A mark, and the rows of a file that say it, without date and handle."""
    status = chance.choice(["present"] * 7 + ["absent", "excused"])
    if status != "present":
        return Mark(status), [{chance.choice(["status", "mark"]): status}]
    mode = chance.choice(["room", "online"])
    said = {} if mode == "room" and chance.random() < 0.5 else {"mode": mode}
    if chance.random() < 0.2:
        return Mark(status, mode), [{"status": status, **said}]
    spells = []
    for _ in range(chance.randint(1, 8)):
        spells.append(any_spell(chance, session, grace, spells))
    mark = Mark(status, mode, {minute for first, last in spells for minute in range(first, last)})
    texts = [f"{clock(first)}-{clock(last)}" for first, last in spells]
    if chance.random() < 0.3:
        words = texts + ["online"] * (mode == "online")
        chance.shuffle(words)
        return mark, [{"mark": ",".join(words), "minutes": str(mark.minutes(session))}]
    rows = []
    for first, last in spells:
        row = {"status": chance.choice(["", status]), "arrived": clock(first), "left": clock(last), **said}
        row["left"] = "" if last == session.finish and chance.random() < 0.5 else row["left"]
        row["arrived"] = "" if first == session.start and row["left"] and chance.random() < 0.5 else row["arrived"]
        row["minutes"] = str(len(set(range(first, last)) & session.minutes)) if chance.random() < 0.5 else ""
        rows.append(row)
    return mark, rows


class Member:
    def __init__(self, chance, number, sessions):
        self.handle, self.role = f"p{number:02}", "conductor" if number == 0 else "participant"
        dates = [session.date for session in sessions]
        self.joined = chance.choice([None, None, chance.choice(dates) + chance.randint(-1, 1) * DAY])
        self.left = chance.choice([None, None, None, max(self.joined or dates[0], chance.choice(dates) + chance.randint(-1, 1) * DAY)])
        self.waits = number > 1 and chance.random() < 0.1

    def belongs(self, session):
        return not self.waits and not session.cancelled and (self.joined or session.date) <= session.date <= (self.left or session.date)


class Case:
    def __init__(self, chance):
        self.chance = chance
        first = datetime.date(2021, 1, 1) + chance.randint(0, 400) * DAY
        self.sessions = [Session(chance, first + 7 * week * DAY) for week in range(chance.randint(1, 14))]
        self.members = [Member(chance, number, self.sessions) for number in range(chance.randint(2, 9))]
        self.grace, self.threshold = chance.choice([0, 1, 10, 10, 15]), chance.choice([1, 50, 75, 90, 90, 90, 100])
        self.now = chance.choice(self.sessions).begins() + chance.choice([-1, 0, 0, 600, 60 * 24 * 400]) * datetime.timedelta(minutes=1)
        self.marks = {}  # (date, handle): the one that holds
        self.made = 0  # marks, the replaced ones too

    def store(self, template):
        shutil.copyfile(template, "case.db")
        base = sqlite3.connect("case.db")
        base.executemany("INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", [("grace", str(self.grace)), ("threshold", str(self.threshold))])
        for session in self.sessions:
            base.execute(
                "INSERT INTO session (edition, date, start, finish, status, uid, changed_at) VALUES (1, ?, ?, ?, ?, ?, '2021-01-01T00:00:00Z')",
                (str(session.date), clock(session.start), clock(session.finish), "cancelled" if session.cancelled else "scheduled", str(uuid.uuid4())),
            )
        for number, member in enumerate(self.members, 1):
            base.execute(
                "INSERT INTO person (id, handle, family, given, family_key, given_key) VALUES (?, ?, ?, 'x', ?, 'x')",
                (number, member.handle, member.handle, member.handle),
            )
            status = "waiting" if member.waits else "withdrawn" if member.left else "active"
            base.execute(
                "INSERT INTO enrolment (edition, person, role, status, applied_on, joined_on, left_on) VALUES (1, ?, ?, ?, ?, ?, ?)",
                (number, member.role, status, "2020-01-01" if member.waits else None, None if member.waits else text(member.joined),
                 None if member.waits else text(member.left)),
            )
        base.commit()
        base.close()

    def run(self, *arguments, given=None):
        environment = dict(os.environ, BALINT_DB="case.db", BALINT_EDITION="1", BALINT_TODAY=self.now.strftime("%Y-%m-%dT%H:%M"))
        done = subprocess.run(["balint-attend", "--quiet", *arguments], env=environment, input=given, capture_output=True, text=True, check=False)
        if done.returncode or done.stderr:
            raise AssertionError(f"{arguments}: exit status {done.returncode}: {done.stderr}")
        return done.stdout

    def rows(self, *arguments):
        return [json.loads(line) for line in self.run(*arguments, "-f", "jsonl").splitlines()]

    def rows_of_report(self, *options):
        columns = ["handle", *COUNTS, "percent", "best", "verdict"]
        return self.rows("report", "-c", ",".join(columns), *options)

    def simplified(self, row):
        """The words of a mark; times that are just those of the session mean the whole of it."""
        session = next(session for session in self.sessions if str(session.date) == row["date"])
        whole = f"{clock(session.start)}-{clock(session.finish)}"
        return {whole: "present", f"online,{whole}": "online"}.get(row["mark"], row["mark"])

    def begun(self, session):
        return session.begins() <= self.now

    def places(self):
        """The sessions and members that a mark is possible for."""
        return [(session, member) for session in self.sessions for member in self.members if member.belongs(session)]

    def enter(self, name, chance_of_one):
        """A file of marks, its rows in any order; what the import says of each."""
        rows, wanted = [], {}
        for session, member in self.places():
            if self.chance.random() >= chance_of_one:
                continue
            mark, said = any_mark(self.chance, session, self.grace)
            if not self.begun(session):
                mark, said = Mark("excused"), [{"status": "excused"}]
            wanted[str(session.date), member.handle] = (session, mark)
            rows += [{"date": str(session.date), "handle": member.handle, **row} for row in said]
        self.chance.shuffle(rows)
        with open(name, "w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, PARTS, restval="")
            writer.writeheader()
            writer.writerows(rows)
        expected = []
        for key in dict.fromkeys((row["date"], row["handle"]) for row in rows):
            session, mark = wanted[key]
            there = self.marks.get(key)
            action = "added" if there is None else "unchanged" if mark.same(there, session) else "corrected"
            expected.append({"date": key[0], "handle": key[1], "action": action})
            if action != "unchanged":
                self.marks[key] = mark
                self.made += 1
        insist("import", expected, self.rows("import", name))
        return len(rows)

    def type_in(self):
        """The marks of one session typed, with the rest present."""
        session = self.chance.choice(self.sessions)
        members = [member for member in self.members if member.belongs(session)]
        if not self.begun(session) or not members:
            return
        member = self.chance.choice(members)
        mark, _ = any_mark(self.chance, session, self.grace)
        self.run("mark", str(session.date), "-", "--rest", "online", given=f"{member.handle}={mark.words(session)}\n")
        for other in members:
            key = (str(session.date), other.handle)
            new = mark if other is member else Mark("present", "online") if other.role == "participant" and key not in self.marks else None
            if new and not new.same(self.marks.get(key), session):
                self.marks[key] = new
                self.made += 1

    def listed(self):
        for session, member in self.places():
            mark = self.marks.get((str(session.date), member.handle))
            if not mark:
                continue
            covered = mark.minutes_of_day(session)
            yield {
                "date": str(session.date), "handle": member.handle, "status": mark.status, "mode": mark.mode,
                "arrived": clock(min(covered)) if covered else None, "left": clock(max(covered) + 1) if covered else None,
                "minutes": mark.minutes(session), "mark": mark.words(session),
            }

    def holes(self):
        for session, member in self.places():
            if member.role == "participant" and self.begun(session) and (str(session.date), member.handle) not in self.marks:
                yield {"date": str(session.date), "handle": member.handle}

    def measure(self, member, until):
        """RULES 5.3 to 5.5, of the sessions until the evening of that day."""
        row = dict.fromkeys(COUNTS, 0)
        ahead = 0
        for session in self.sessions:
            if not member.belongs(session):
                continue
            length = len(session.minutes)
            if session.date > until or not self.begun(session):
                ahead += length
                continue
            mark = self.marks.get((str(session.date), member.handle)) or (Mark("present", "room") if member.role == "conductor" else None)
            row["held"] += 1
            row[mark.status if mark else "unmarked"] += 1
            if mark:
                row["late"] += mark.late(session, self.grace)
                row["minutes"] += mark.minutes(session)
                row["possible"] += length
        row.update(handle=member.handle, percent=percent(row["minutes"], row["possible"]), best=percent(row["minutes"] + ahead, row["possible"] + ahead))
        row["verdict"] = self.verdict(row, ahead)
        return row

    def verdict(self, row, ahead):
        if row["unmarked"]:
            return "incomplete"
        needed = (row["possible"] + ahead) * self.threshold
        return "pass" if row["minutes"] * 100 >= needed else "open" if (row["minutes"] + ahead) * 100 >= needed else "fail"

    def reported(self, until):
        return [self.measure(member, until) for member in self.members if member.role == "participant" and any(map(member.belongs, self.sessions))]


def text(date):
    return str(date) if date else None


def percent(part, whole):
    """Rounded down to one decimal, by whole numbers."""
    tenths = part * 1000 // whole if whole else None
    return None if tenths is None else tenths / 10


def insist(what, expected, got):
    if expected != got:
        differ = next((pair for pair in zip(expected, got) if pair[0] != pair[1]), (len(expected), len(got)))
        raise AssertionError(f"{what}: expected {differ[0]}, got {differ[1]}")


def check(case, template):
    columns = "date,handle,status,mode,arrived,left,minutes,mark"
    case.store(template)
    count = case.enter("first.csv", 0.8)
    count += case.enter("second.csv", 0.3)
    case.type_in()
    got = case.rows("list", "-c", columns)
    for row in got:
        row["mark"] = case.simplified(row)
    insist("list", list(case.listed()), got)
    insist("list --unmarked", list(case.holes()), case.rows("list", "--unmarked", "-c", "date,handle"))
    insist("list --history", case.made, len(case.rows("list", "--history")))
    insist("report", case.reported(datetime.date.max), case.rows_of_report())
    until = case.chance.choice(case.sessions).date + case.chance.randint(-1, 1) * DAY
    insist(f"report --as-of {until}", case.reported(until), case.rows_of_report("--as-of", str(until)))
    again = case.run("list", "-f", case.chance.choice(["csv", "csv-it"]))
    insist("what list writes, imported", {"unchanged"} if case.marks else set(), {row["action"] for row in map(json.loads, case.run(
        "import", "-", "-f", "jsonl", given=again).splitlines())})
    return count, len(case.marks)


def compare(template, cases, seed):
    good, rows, marks = 0, 0, 0
    for number in range(cases):
        chance = random.Random(f"{seed} {number}")
        case = Case(chance)
        try:
            sums = check(case, template)
            good, rows, marks = good + 1, rows + sums[0], marks + sums[1]
        except AssertionError as difference:
            print(f"case {number} of seed {seed}: {difference}")
            print(f"  now {case.now}, grace {case.grace}, threshold {case.threshold}")
    print(f"{good} of {cases} registers are as counted: {rows} rows, {marks} marks")
    return good == cases


def main():
    template = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory(prefix="balint-", dir=SCRATCH) as folder:
        os.chdir(folder)
        return 0 if compare(template, int(sys.argv[2]), int(sys.argv[3])) else 1


sys.exit(main())
