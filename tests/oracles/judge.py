#!/usr/bin/python3 -B
"""What `reconcile --apply -f jsonl` made of a generated statement, against the truth of statements.py.

usage: judge.py STORE TRUTH ROWS [MOST]

STORE is the store afterwards. Prints each kind of fault with its first cases (at most MOST, default 5), then how many of
each manner were matched, then a summary. Exit status 1 if money went to a wrong person or month, if less than 97 % of what
is sure was matched, if a line has no row or a row no reason, or if the store does not say what the rows say.
"""
import collections
import json
import sqlite3
import sys

ENOUGH = 97
VERDICTS = ('matched', 'probable', 'ambiguous', 'unknown', 'duplicate')


def read(path):
    with open(path, encoding='utf-8') as file:
        return [json.loads(line) for line in file]


def cents(amount):
    return None if amount is None else round(float(amount) * 100)


class Judge:
    def __init__(self, store, truths, rows):
        self.base, self.truths = sqlite3.connect(store), truths
        self.by_line = collections.defaultdict(list)
        for row in rows:
            self.by_line[row['line']].append(row)
        self.gross = {(h, c, m): gross for h, c, m, gross in self.base.execute(
            'SELECT p.handle, e.code, substr(i.due_on, 1, 7), i.gross FROM instalment AS i JOIN enrolment AS m ON m.id = i.enrolment'
            '  JOIN person AS p ON p.id = m.person JOIN edition AS e ON e.id = m.edition')}
        self.paid = collections.Counter()  # as the rows say
        self.given = {}  # by line
        self.faults = collections.defaultdict(list)
        self.counts = collections.defaultdict(collections.Counter)
        self.probable = collections.Counter()

    def fault(self, kind, truth, what):
        self.faults[kind].append(f'line {truth["line"]}, {truth["class"]}, {truth["manner"]}, paid by {truth["payer"]}: {truth["text"]!r}'
                                 f' {truth["amount"] / 100:.2f}\n      {what}')

    # ---- the rows

    def shares(self, truth, rows):
        """What the rows give to which instalment; what stays as somebody's credit has no month."""
        shares = []
        for row in rows:
            if row['month'] is None:
                continue
            edition = row.get('edition')
            if edition is None:
                self.fault('a row without its edition', truth, row)
                continue
            shares.append(((row['handle'], str(edition), row['month']), cents(row['allocated'])))
        return shares

    def expected(self, truth):
        """What it should give now: in the order of what it is for, as far as that is open."""
        rest, shares = abs(truth['amount']), []
        for key in map(tuple, truth['due']):
            share = min(rest, self.gross[key] - self.paid[key])
            if share > 0:
                shares.append((key, share))
                rest -= share
        return shares, rest

    def take(self, truth, rows):
        """A credit that was matched."""
        got, (expected, rest) = self.shares(truth, rows), self.expected(truth)
        people = {key[0] for key in map(tuple, truth['due'])}
        strangers = {row['handle'] for row in rows} - people
        more = [share for share in got if share not in expected]
        own = truth['class'] == 'likely' and rest and all(key[0] in people for key, _ in more) and sum(a for _, a in more) <= rest
        if truth['class'] == 'never':
            self.fault('matched, though nobody could know', truth, f'given to {got}; {truth["why"]}')
        elif [share for share in expected if share not in got] or (more and not own) or strangers - {None}:
            self.fault('given to a wrong person or month', truth, f'given to {got or sorted(map(str, strangers))} instead of {expected}; {truth["why"]}')
        if sum(amount for _, amount in got) > truth['amount']:
            self.fault('more given than came in', truth, got)
        self.given[truth['line']] = got
        for key, amount in got:
            self.paid[key] += amount

    def take_back(self, truth):
        """A storno: what the line that it undoes gave is open again."""
        for key, amount in self.given.pop(truth['undoes'], []):
            self.paid[key] -= amount

    def line(self, truth):
        rows = self.by_line.pop(truth['line'], [])
        if not rows:
            return self.fault('no row', truth, truth['expect'])
        for row in rows:
            if cents(row['amount']) != truth['amount'] or row['date'] != truth['date']:
                self.fault('another date or amount', truth, row)
            if not row['reason']:
                self.fault('no reason', truth, row)
            if row['verdict'] not in VERDICTS:
                self.fault('not a verdict', truth, row)
        verdicts = {row['verdict'] for row in rows}
        if len(verdicts) > 1 or (len(rows) > 1 and verdicts & {'unknown', 'duplicate'}):
            self.fault('rows that contradict each other', truth, rows)
        if truth['amount'] < 0:
            return self.take_back(truth)
        verdict = rows[0]['verdict']
        self.counts[truth['manner'], truth['class']][verdict] += 1
        if verdict == 'matched':
            self.take(truth, rows)
        elif truth['class'] == 'sure':
            self.fault('sure, and not matched', truth, f'{verdict}: {rows[0]["reason"]}')
        if verdict == 'probable':
            self.probable[self.shares(truth, rows) == self.expected(truth)[0]] += bool(truth['due'])
        if verdict == 'duplicate':
            self.fault('a duplicate in the first file', truth, rows[0]['reason'])
        return None

    # ---- the store

    def store(self):
        whole = {'line': 0, 'class': 'store', 'manner': '', 'payer': '', 'text': '', 'amount': 0}
        booked = collections.Counter((day, amount) for day, amount in self.base.execute('SELECT booked_on, amount FROM credit'))
        wanted = collections.Counter((t['date'], t['amount']) for t in self.truths)
        if booked != wanted:
            self.fault('credits that the store has not, or has in excess', whole, f'{list((wanted - booked).items())[:3]}; {list((booked - wanted).items())[:3]}')
        for handle, code, month, paid in self.base.execute(
                'SELECT p.handle, e.code, substr(i.due_on, 1, 7), i.paid FROM instalment_account AS i'
                '  JOIN person AS p ON p.id = i.person JOIN edition AS e ON e.id = i.edition'):
            if paid != self.paid[handle, code, month]:
                self.fault('an instalment paid otherwise than the rows say', whole, f'{handle} {code} {month}: {paid}, not {self.paid[handle, code, month]}')
            if paid > self.gross[handle, code, month]:
                self.fault('an instalment paid beyond its amount', whole, f'{handle} {code} {month}: {paid}')
        for number, amount, given in self.base.execute('SELECT id, amount, given FROM credit_account WHERE amount > 0 AND given NOT IN (0, amount)'):
            self.fault('a credit recorded in part', whole, f'credit {number}: {given} of {amount}')
        for (row,) in self.base.execute('PRAGMA foreign_key_check'):
            self.fault('a dangling reference', whole, row)

    # ---- the verdict

    def run(self):
        for truth in self.truths:
            self.line(truth)
        for number, rows in self.by_line.items():
            self.fault('a row for what is no credit', {'line': number, 'class': 'none', 'manner': '', 'payer': '', 'text': '', 'amount': 0}, rows[0])
        self.store()

    def report(self, most):
        for kind, cases in self.faults.items():
            print(f'{kind}: {len(cases)}')
            for case in cases[:most]:
                print(f'    {case}')
        print('manner                                  class   credits matched probable ambiguous unknown')
        for (manner, cls), counts in sorted(self.counts.items(), key=lambda item: (item[0][1] != 'sure', item[0][1], item[0][0])):
            cells = ' '.join(f'{counts[verdict]:7}' for verdict in VERDICTS[:4])
            print(f'{manner:39} {cls:7} {sum(counts.values()):7} {cells}')
        sure = sum((counts for (_, cls), counts in self.counts.items() if cls == 'sure'), collections.Counter())
        total = sum(sure.values())
        wrong = len(self.faults['given to a wrong person or month']) + len(self.faults['matched, though nobody could know'])
        silent = len(self.faults['no reason']) + len(self.faults['no row'])
        bad = {kind: len(cases) for kind, cases in self.faults.items() if cases and kind != 'sure, and not matched'}
        good = not bad and sure['matched'] * 100 >= total * ENOUGH
        share = sure['matched'] * 1000 // max(total, 1) / 10
        print(f'{len(self.truths)} credits; wrong: {wrong}; matched of what is sure: {sure["matched"]} of {total} ({share} %); '
              f'without a reason: {silent}; other faults: {sum(bad.values()) - wrong - silent}; '
              f'probable and right: {self.probable[True]} of {sum(self.probable.values())}')
        return good


def main():
    store, truths, rows = sys.argv[1:4]
    judge = Judge(store, read(truths), read(rows))
    judge.run()
    sys.exit(0 if judge.report(int(sys.argv[4]) if len(sys.argv) > 4 else 5) else 1)


if __name__ == '__main__':
    main()
