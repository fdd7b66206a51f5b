#!/usr/bin/python3
"""Random calendars, counted here by the rules alone and compared with `plan`, `generate` and `list`.

usage: count.py TEMPLATE CASES SEED

TEMPLATE is a store with the open editions 1 and 2; each case has a copy of it. The calendars are of edition 1;
edition 2 has breaks that must not matter. Prints each case that differs with the commands that make
it, then a summary; exit status 1 if there was one. Knows dates, and nothing of the toolkit but its commands.
"""
import datetime
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile

DAY = datetime.timedelta(days=1)
FIRST, LAST = datetime.date(2001, 1, 1), datetime.date(2040, 12, 31)
FOREVER = 9999
# In memory where there is such a folder: thousands of commands wait for the disk, which is not what is tested here.
SCRATCH = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None

# RULES, 2: month, day, from, to, name; for 2001 on, which is what is asked for here.
FIXED = [
    (1, 1, 1949, FOREVER, "Capodanno"),
    (1, 6, 1986, FOREVER, "Epifania"),
    (3, 17, 2011, 2011, "Anniversario dell'Unità d'Italia"),
    (4, 25, 1949, FOREVER, "Liberazione"),
    (5, 1, 1949, FOREVER, "Festa del lavoro"),
    (6, 2, 2001, FOREVER, "Festa della Repubblica"),
    (8, 15, 1949, FOREVER, "Assunzione"),
    (10, 4, 2026, FOREVER, "San Francesco d'Assisi"),
    (11, 1, 1949, FOREVER, "Ognissanti"),
    (12, 8, 1949, FOREVER, "Immacolata"),
    (12, 25, 1949, FOREVER, "Natale"),
    (12, 26, 1949, FOREVER, "Santo Stefano"),
]


def easter(year):
    """The Sunday after the full moon of spring, by Gauss, with his two exceptions; for 1900 to 2099."""
    moon = (19 * (year % 19) + 24) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + 5) % 7
    if (moon, sunday) == (29, 6) or ((moon, sunday) == (28, 6) and year % 19 > 10):
        sunday -= 7
    return datetime.date(year, 3, 22) + (moon + sunday) * DAY


def holidays(date):
    names = [name for month, day, first, last, name in FIXED if (month, day) == (date.month, date.day) and first <= date.year <= last]
    names += ["Pasqua"] * (date == easter(date.year)) + ["Lunedì dell'Angelo"] * (date == easter(date.year) + DAY)
    return names


class Case:
    """What is asked for, and what the days off are: (first, last, label, of whom), of whom being '1', '2' or 'all'."""

    def __init__(self, chance):
        days = (LAST - FIRST).days
        self.start = FIRST + chance.randint(0, days) * DAY
        self.weeks = chance.randint(1, 4)
        self.end = chance.choice(["count", "until", "year"])
        self.count = chance.randint(1, 40)
        self.until = self.start + chance.randint(0, 800) * DAY
        self.year = self.start.year + chance.randint(0, 2)
        self.first_week = chance.random() < 0.5
        self.minutes = chance.choice([45, 60, 90, 90, 90, 120])
        self.at = chance.randint(0, 24 * 60 - self.minutes)
        self.today = datetime.datetime.combine(self.start + chance.randint(-100, 500) * DAY, datetime.time(chance.randint(0, 23), chance.randint(0, 59)))
        self.breaks = [self.days_off(chance, f"pausa {i}", chance.choice([1, 7, 10, 30, 60])) for i in range(chance.randint(0, 4))]
        self.closures = [self.days_off(chance, f"chiusura {i}", 1) for i in range(chance.randint(0, 4))]

    def days_off(self, chance, label, most):
        """A closure is put on a date of the cadence more often than chance would."""
        first = self.start + chance.randint(-20, 500) * DAY
        if most == 1 or chance.random() < 0.3:
            first = self.start + 7 * self.weeks * chance.randint(0, 20) * DAY
        return (first, first + chance.randint(0, most - 1) * DAY, label, chance.choice(["1", "1", "all", "all", "2"]))

    def over(self, days_off, date):
        return [day for day in days_off if day[0] <= date <= day[1] and day[3] != "2"]

    def reasons(self, date):
        """Everything that may be said of a skipped date; a holiday's names come together."""
        names = holidays(date)
        return ["; ".join(sorted(names))] * bool(names) + [day[2] for day in self.over(self.breaks + self.closures, date)]

    def until_date(self):
        return {"count": datetime.date(FOREVER, 12, 31), "until": self.until, "year": datetime.date(self.year, 12, 31)}[self.end]

    def rows(self):
        """(number or None, date, why skipped or new since) by RULES 1.2 and 1.3."""
        date, number, renewed, rows = self.start, 0, [], []
        while date <= self.until_date() and not (self.end == "count" and number == self.count):
            shown = self.end != "year" or date.year == self.year
            reasons = self.reasons(date)
            if not reasons:
                number += shown
                rows += [(number, date, renewed)] * shown
                renewed = []
            else:
                rows += [(None, date, reasons)] * shown
            over = self.over(self.breaks, date)
            if over and self.first_week:
                renewed = [f"new cadence after {day[2]}" for day in over]
                after = max(day[1] for day in over)
                weeks = (after - date).days // 7 + 1
                date += 7 * (self.weeks if weeks % self.weeks == 0 else weeks) * DAY  # a new cadence that is the old one goes on as it went
            else:
                date += 7 * self.weeks * DAY
        return rows

    def overlaps(self):
        """Breaks that overlap: after which of them a new cadence begins first is nobody's rule; held dates are the same."""
        spans = sorted(day[:2] for day in self.breaks if day[3] != "2")
        return any(one[1] >= other[0] for one, other in zip(spans, spans[1:]))

    def options(self):
        end = {"count": self.count, "until": self.until, "year": self.year}[self.end]
        resume = ["--resume", "first-week"] if self.first_week else []
        return ["--from", str(self.start), f"--{self.end}", str(end), "--every", f"{self.weeks}w", "--at", clock(self.at), "--minutes", str(self.minutes), *resume]

    def suspend(self):
        """The commands that enter the days off; equal days twice are refused, so the later ones are left out."""
        for kind, days_off in (("break", self.breaks), ("closure", self.closures)):
            seen = set()
            for day in list(days_off):
                if day[:2] + day[3:] in seen:
                    days_off.remove(day)
                    continue
                seen.add(day[:2] + day[3:])
                span = f"{day[0]}..{day[1]}" if kind == "break" else str(day[0])
                whose = ["--all-editions"] if day[3] == "all" else ["-e", day[3]]
                yield [kind, "add", *whose, span, day[2]]


def clock(minute):
    return f"{minute // 60:02}:{minute % 60:02}"


def run(arguments, case, said):
    said.append(arguments)
    environment = dict(os.environ, BALINT_DB="case.db", BALINT_EDITION="1", BALINT_TODAY=case.today.strftime("%Y-%m-%dT%H:%M"))
    done = subprocess.run(["balint-calendar", *arguments], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if done.returncode or done.stderr:
        raise AssertionError(f"exit status {done.returncode}: {done.stderr.decode()}")
    return done.stdout.decode()


def parsed(text):
    return [json.loads(line) for line in text.splitlines()]


def insist(what, expected, got):
    if expected != got:
        differ = next((pair for pair in zip(expected, got) if pair[0] != pair[1]), (len(expected), len(got)))
        raise AssertionError(f"{what}: expected {differ[0]}, got {differ[1]}")


def insist_notes(what, rows, got):
    for (number, date, notes), row in zip(rows, got):
        note = row["note"]
        if number is None and note not in notes and "; ".join(sorted(note.split("; "))) not in notes:
            raise AssertionError(f"{what}: {date} is skipped for '{note}', and not for {notes}")
        if number is not None and note not in (notes or [None]):
            raise AssertionError(f"{what}: {date} has the note '{note}', and not {notes or None}")


def shape(case, rows, status):
    """The rows as they are listed, without their note."""
    cells = []
    for number, date, _ in rows:
        state = "skipped" if number is None else status(date)
        cells.append((number, str(date), date.strftime("%a"), clock(case.at), clock(case.at + case.minutes), state))
    return cells


def cells_of(got):
    return [tuple(row[name] for name in ("number", "date", "weekday", "start", "end", "status")) for row in got]


def check(case, template, said):
    def state(date):
        begins = datetime.datetime.combine(date, datetime.time()) + datetime.timedelta(minutes=case.at)
        return "held" if begins <= case.today else "scheduled"

    shutil.copyfile(template, "case.db")
    for command in case.suspend():
        run(command, case, said)
    rows = case.rows()
    held = [row for row in rows if row[0] is not None]

    got = parsed(run(["plan", *case.options(), "-f", "jsonl"], case, said))
    if case.first_week and case.overlaps():
        for row in got:
            if row["status"] == "skipped" and not case.reasons(datetime.date.fromisoformat(row["date"])):
                raise AssertionError(f"plan: nothing skips {row['date']}")
        got, planned = [row for row in got if row["status"] != "skipped"], held
    else:
        planned = rows
    insist("plan", shape(case, planned, lambda date: "planned"), cells_of(got))
    insist_notes("plan", planned, got)

    for verb in (["generate", *case.options()], ["list"]):
        got = parsed(run([*verb, "-f", "jsonl"], case, said))
        insist(verb[0], shape(case, held, state), cells_of(got))
        insist_notes(verb[0], held, got)

    got = parsed(run(["list", "--skipped", "-f", "jsonl"], case, said))
    if not any(row[2] for row in held):
        # The cadence is one: what is skipped between the first session and the last is listed as it was planned.
        places = [place for place, row in enumerate(rows) if row[0] is not None]
        between = rows[places[0]:places[-1] + 1] if places else []
        insist("list --skipped", shape(case, between, state), cells_of(got))
        insist_notes("list --skipped", between, got)
    insist("list --skipped, held", shape(case, held, state), [cells for cells in cells_of(got) if cells[0] is not None])
    return len(held), len(rows) - len(held), sum(bool(row[2]) for row in held)


def compare(template, cases, seed):
    chance = random.Random(seed)
    good, sums = 0, [0, 0, 0]
    for number in range(cases):
        case, said = Case(chance), []
        try:
            sums = [one + other for one, other in zip(sums, check(case, template, said))]
            good += 1
        except AssertionError as difference:
            print(f"case {number + 1}: {difference}")
            for arguments in said:
                print("  balint-calendar", subprocess.list2cmdline(arguments))
            print(f"  today is {case.today}, the edition is 1")
    print(f"{good} of {cases} calendars are as counted: {sums[0]} sessions, {sums[1]} skipped dates, {sums[2]} new cadences")
    return good == cases


def main():
    template = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory(prefix="balint-", dir=SCRATCH) as folder:
        os.chdir(folder)
        return 0 if compare(template, int(sys.argv[2]), int(sys.argv[3])) else 1


sys.exit(main())
