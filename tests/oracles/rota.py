#!/usr/bin/python3
"""balint-attend rota against a simulation by RULES 5.8 and the manual, which knows nothing of the toolkit.

	rota.py STORE CASES SEED

Each case is an association with a few editions one after the other (or overlapping), whose people come late, leave, say that they
will not come, stay away, present out of turn, and whose sessions are cancelled; turns by hand in half of them. Every edition's
`rota --all` must be what the simulation says. Beyond that, by RULES 5.8 alone: where nobody meddled, the counts of those who are
there never differ by more than one; and what was proposed and came true changes nothing of what follows.
"""
import datetime
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile

SCRATCH = os.environ.get("BATS_TEST_TMPDIR")
KINDS = ("case", "group-event", "institution")
FAMILIES = ("bianchi", "conti", "ferrari", "greco", "rossi", "verdi", "zeta")
GIVEN = ("ada", "ezio", "maria")
NOON = datetime.time(12)


class Member:
    def __init__(self, person, first, last):
        self.person, self.first, self.last = person, first, last

    def on(self, date):
        return (self.first is None or self.first <= date) and (self.last is None or date <= self.last)


class Session:
    def __init__(self, date):
        self.date, self.cancelled = date, False
        self.marks, self.pins, self.records = {}, [], {}  # person: [marks, the last holds]; persons; person: kind

    def away(self, person):
        return self.marks.get(person, ["present"])[-1] in ("absent", "excused")


class Edition:
    def __init__(self, code, members, sessions):
        self.code, self.members, self.sessions = code, members, sessions

    def first_day(self):
        return self.sessions[0].date


class Case:
    """People are numbers in the order of their names."""

    def __init__(self, chance):
        self.chance = chance
        self.meddled = chance.random() < 0.5
        names = [(family, given) for family in FAMILIES for given in GIVEN]
        self.names = sorted(chance.sample(names, chance.randint(3, 14)))
        self.editions, day = [], datetime.date(2019, 1, 2)
        for code in range(chance.randint(1, 3)):
            edition = self.edition(str(code), day)
            self.editions.append(edition)
            day = edition.sessions[-1].date + datetime.timedelta(chance.choice((70, 30, -20)))
        last = self.editions[-1]
        at = chance.choice((0, len(last.sessions) // 3, len(last.sessions) - 1))
        # In the morning, before the session of a day, or in the evening, after it.
        self.now = datetime.datetime.combine(last.sessions[at].date, datetime.time(chance.choice((9, 23))))
        for edition in self.editions:
            self.live(edition)

    def edition(self, code, day):
        chance = self.chance
        count = chance.choice((1, 6, 10, 26))
        sessions = [Session(day + datetime.timedelta(14 * i)) for i in range(count)]
        people = chance.sample(range(len(self.names)), chance.randint(1, len(self.names)))
        members = []
        for person in people:
            first = last = None
            if chance.random() < 0.25:
                first = chance.choice(sessions).date + datetime.timedelta(chance.choice((-3, 0, 2)))
            if chance.random() < 0.2:
                last = max(chance.choice(sessions).date, first or sessions[0].date) + datetime.timedelta(chance.choice((0, 1)))
            members.append(Member(person, first, last))
        return Edition(code, members, sessions)

    def over(self, session):
        return datetime.datetime.combine(session.date, NOON) <= self.now

    def live(self, edition):
        """What has happened, and what is known beforehand."""
        chance = self.chance
        sickly = chance.choice((0.05, 0.2, 0.5))
        for session in edition.sessions:
            session.cancelled = chance.random() < 0.1
            there = [m.person for m in edition.members if m.on(session.date)]
            for person in there:
                if chance.random() < sickly:
                    session.marks[person] = [chance.choice(("absent", "excused") if self.over(session) else ("excused",))]
                    if chance.random() < 0.2:
                        session.marks[person].insert(0, "excused")
                    if self.over(session) and chance.random() < 0.1:
                        session.marks[person].append("present")
            if self.meddled and there and chance.random() < 0.2:
                session.pins.append(chance.choice(there))
            if self.meddled and edition.members and chance.random() < 0.03:
                session.pins.append(chance.choice(edition.members).person)  # who may not be there yet, or any more
            if self.meddled and there and self.over(session) and not session.cancelled:
                for person in chance.sample(there, min(len(there), chance.choice((0, 1, 1, 1, 2)))):
                    session.records[person] = chance.choice(KINDS)
            session.pins = [p for p in dict.fromkeys(session.pins) if p not in session.records]
        if not self.meddled:
            # Whoever had the turn presented.
            for session in edition.sessions:
                if self.over(session) and not session.cancelled:
                    row = [r for r in Simulation(self, edition, session).run() if r[0] == session.date][0]
                    if row[1] is not None:
                        session.records[row[1]] = chance.choice(KINDS)

    # ---- into the store

    def write(self, store):
        for person, (family, given) in enumerate(self.names):
            store.execute("INSERT INTO person (id, handle, family, given, family_key, given_key) VALUES (?, ?, ?, ?, ?, ?)",
                          (person + 1, f"{family}.{given}", family.title(), given.title(), family, given))
        session_id = 0
        for number, edition in enumerate(self.editions, 1):
            store.execute("INSERT INTO edition (id, code, number, year, title, programme, composition, every, at, minutes, min, max, reference, joining)"
                          " VALUES (?, ?, ?, 2021, 'Gruppo', 'annual', 'mixed', 2, '11:00', 60, 1, 99, '{family}', 'whole')", (number, edition.code, number))
            for m in edition.members:
                store.execute("INSERT INTO enrolment (edition, person, role, status, joined_on, left_on) VALUES (?, ?, 'participant', ?, ?, ?)",
                              (number, m.person + 1, "withdrawn" if m.last else "active", text(m.first), text(m.last)))
            for session in edition.sessions:
                session_id += 1
                session.id = session_id
                store.execute("INSERT INTO session (id, edition, date, start, finish, status, uid, changed_at)"
                              " VALUES (?, ?, ?, '11:00', '12:00', ?, ?, '2019-01-01T00:00:00Z')",
                              (session_id, number, text(session.date), "cancelled" if session.cancelled else "scheduled", f"{session_id:036}"))
                self.write_session(store, session)

    @staticmethod
    def write_session(store, session):
        for person, marks in session.marks.items():
            for mark in marks:
                store.execute("INSERT INTO mark (session, person, status, mode, marked_at, marked_by) VALUES (?, ?, ?, ?, '', '')",
                              (session.id, person + 1, mark, "room" if mark == "present" else None))
        for person in session.pins:
            store.execute("INSERT INTO presentation (session, person) VALUES (?, ?)", (session.id, person + 1))
        for person, kind in session.records.items():
            store.execute("INSERT INTO presentation (session, person, kind) VALUES (?, ?, ?)", (session.id, person + 1, kind))


def text(date):
    return date and str(date)


# ---- the rule


def earlier_life(case, edition, member):
    """The standing of a person who comes to the edition: 0 did not present in the last one, 1 newcomer, 2 presented; and when last."""
    since = max(edition.first_day(), member.first) if member.first else edition.first_day()
    attended, presented = [], []
    for number, other in enumerate(case.editions):
        if other is edition:
            continue
        for them in other.members:
            if them.person == member.person:
                attended += [(s.date, number) for s in other.sessions if s.date < since and not s.cancelled and them.on(s.date)]
        presented += [(s.date, number) for s in other.sessions if s.date < since and member.person in s.records]
    when = max(presented)[0] if presented else datetime.date.min
    if not attended:
        return 1, when
    last = max(attended)[1]
    return (2 if any(number == last for _, number in presented) else 0), when


class Simulation:
    def __init__(self, case, edition, before=None):
        self.case, self.edition, self.before = case, edition, before  # before: a session that is still to come, in this account
        self.life = {m.person: earlier_life(case, edition, m) for m in edition.members}
        self.come, self.count, self.latest, self.owed, self.rows = set(), {}, {}, [], []
        self.spread = 0  # the widest difference of counts

    def there(self, session):
        return sorted(m.person for m in self.edition.members if m.on(session.date))

    def hand(self, session):
        """Who has the session's turn by hand."""
        there = self.there(session)
        return [p for p in there if p in session.pins]

    def presents(self, person, session):
        self.count[person] = self.count.get(person, 0) + 1
        self.latest[person] = session.date
        if person in self.owed:
            self.owed.remove(person)

    def owe(self, person):
        if person not in self.owed:
            self.owed.append(person)

    def waits(self, person, session):
        """A turn by hand stands for that of the round it falls in."""
        sessions = self.edition.sessions
        after = sessions[sessions.index(session) + 1:]
        mine = [s for s in after if person in self.hand(s)]
        if not mine:
            return False
        between = after[:after.index(mine[0])]
        free = sum(1 for s in between if not s.cancelled and not self.hand(s))
        others = [p for p in self.there(session) if p != person and self.count[p] <= self.count[person]]
        served = {p for s in between for p in self.hand(s)}
        return len([p for p in others if p not in served]) > free

    def turn(self, session):
        """Whose turn it is; who is passed over for being away is owed one."""
        there = self.there(session)
        if not there:
            return None
        lowest = min(self.count[p] for p in there)
        claims = [p for p in self.owed if p in there]
        fresh = sorted((p for p in there if p not in claims and self.count[p] == lowest and p not in self.latest), key=lambda p: (*self.life[p], p))
        again = sorted((p for p in there if p not in claims and self.count[p] == lowest and p in self.latest), key=lambda p: (self.latest[p], p))
        for person in claims + fresh + again:
            if self.waits(person, session):
                continue
            if not session.away(person):
                return person
            self.owe(person)
        return None

    def run(self):
        for session in self.edition.sessions:
            there = self.there(session)
            start = min((self.count[p] for p in there if p in self.come), default=0)
            for person in there:
                if person not in self.come:
                    self.come.add(person)
                    self.count[person] = self.count.get(person, 0) + start
            self.pass_session(session)
            if there:
                counts = [self.count[p] for p in there]
                self.spread = max(self.spread, max(counts) - min(counts))
        return self.rows

    def pass_session(self, session):
        hand = self.hand(session)
        able = [p for p in hand if not session.away(p)]
        for person in hand:
            if session.away(person):
                self.owe(person)
        over = self.case.over(session) and session is not self.before
        if session.cancelled:
            for person in able or [self.turn(session)]:
                if person is not None:
                    self.owe(person)
                self.row(session, person, "cancelled")
        elif session.records or over:
            if not hand:
                self.turn(session)
            for person in session.records:
                self.presents(person, session)
            for person in sorted([*session.records, *hand]):
                self.row(session, person, "presented" if person in session.records else "missed")
            if not session.records and not hand:
                self.row(session, None, "unrecorded")
        elif able:
            for person in able:
                self.presents(person, session)
                self.row(session, person, "fixed")
        else:
            person = self.turn(session)
            if person is not None:
                self.presents(person, session)
            self.row(session, person, "open" if person is None else "proposed")

    def row(self, session, person, status):
        self.rows.append((session.date, person, status, session.records.get(person)))


# ---- the program


def listed(case, edition, now):
    said = subprocess.run(["balint-attend", "rota", "--all", "-q", "-d", "case.db", "-e", edition.code, "-f", "tsv", "-c", "date,handle,status,kind"],
                          env={**os.environ, "BALINT_TODAY": now.strftime("%Y-%m-%dT%H:%M")}, capture_output=True, text=True, check=False)
    if said.returncode or said.stderr:
        raise AssertionError(f"edition {edition.code}: exit {said.returncode}: {said.stderr}")
    return [tuple(line.split("\t")) for line in said.stdout.splitlines()]


def written(case, rows):
    return [(str(date), "" if person is None else ".".join(case.names[person]), status, kind or "") for date, person, status, kind in rows]


def insist(what, expected, got):
    if expected != got:
        pair = next((pair for pair in zip(expected, got) if pair[0] != pair[1]), (len(expected), len(got)))
        raise AssertionError(f"{what}: expected {pair[0]}, got {pair[1]}")


def come_true(case, edition, rows, store):
    """The next session is held as was proposed: the rows after it stay."""
    ahead = [s for s in edition.sessions if not s.cancelled and not case.over(s) and not s.records]
    turns = [row for row in rows if ahead and row[0] == str(ahead[0].date) and row[2] in ("proposed", "fixed")]
    if not turns:
        return 0
    session = ahead[0]
    for _, handle, _, _ in turns:
        person = case.names.index(tuple(handle.split("."))) + 1
        store.execute("INSERT INTO presentation (session, person, kind) VALUES (?, ?, 'case') ON CONFLICT (session, person) DO UPDATE SET kind = 'case'",
                      (session.id, person))
    store.commit()
    later = listed(case, edition, datetime.datetime.combine(session.date, datetime.time(23)))
    insist(f"edition {edition.code} after {session.date}", [row for row in rows if row[0] > str(session.date)], [row for row in later if row[0] > str(session.date)])
    return 1


def check(case, store):
    case.write(store)
    store.commit()
    turns = 0
    for edition in case.editions:
        simulation = Simulation(case, edition)
        rows = listed(case, edition, case.now)
        insist(f"edition {edition.code}", written(case, simulation.run()), rows)
        if not case.meddled and simulation.spread > 1:
            raise AssertionError(f"edition {edition.code}: the counts differ by {simulation.spread}")
        turns += len(rows)
    return turns, come_true(case, case.editions[-1], rows, store)


def try_case(case, template):
    shutil.copyfile(template, "case.db")
    store = sqlite3.connect("case.db")
    store.execute("PRAGMA synchronous = OFF")
    try:
        return check(case, store)
    finally:
        store.close()
        for left in ("case.db-wal", "case.db-shm"):
            if os.path.exists(left):
                os.unlink(left)


def main():
    template, cases, seed = os.path.abspath(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    chance, good, turns, true = random.Random(seed), 0, 0, 0
    with tempfile.TemporaryDirectory(prefix="balint-", dir=SCRATCH) as folder:
        os.chdir(folder)
        for number in range(cases):
            case = Case(chance)
            try:
                one, came = try_case(case, template)
                turns, true, good = turns + one, true + came, good + 1
            except AssertionError as difference:
                print(f"case {number + 1}{' (by hand)' if case.meddled else ''}, now {case.now}: {difference}")
    print(f"{good} of {cases} associations take turns as by the rule: {turns} turns, {true} came true")
    return good == cases


sys.exit(not main())
