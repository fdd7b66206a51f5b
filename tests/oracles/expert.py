#!/usr/bin/python3 -B
"""An expert who knows the truth: does to a store what `reconcile --apply -f jsonl` should, and prints the same rows.

usage: expert.py STORE TRUTH [SLIP]

It tries the judge. With a SLIP it makes one mistake: person, month, amount, reason, line, never, lazy, store.
"""
import json
import sqlite3
import sys

NOW = '2023-01-31T00:00:00Z'
FITS = {'person': 'sure', 'month': 'sure', 'amount': 'sure', 'reason': 'likely', 'line': 'never', 'never': 'never', 'lazy': 'sure'}
CHANGES = {'person': {'handle': 'nobody'}, 'month': {'month': '1999-01'}, 'amount': {'allocated': 0.01}, 'reason': {'reason': None},
           'lazy': {'verdict': 'ambiguous', 'month': None},
           'never': {'verdict': 'matched', 'handle': 'rossi', 'month': '2021-03', 'edition': '9', 'allocated': 1.00}}


class Expert:
    def __init__(self, store, truths, slip):
        self.base, self.truths, self.slip, self.entries = sqlite3.connect(store), truths, slip, {}
        self.base.execute("INSERT INTO statement (id, file, source, applied_at) VALUES (1, 'truth', 'expert', ?)", (NOW,))

    def instalment(self, key):
        return self.base.execute('SELECT i.id, m.person FROM instalment AS i JOIN enrolment AS m ON m.id = i.enrolment JOIN person AS p ON p.id = m.person'
                                 '  JOIN edition AS e ON e.id = m.edition WHERE (p.handle, e.code, substr(i.due_on, 1, 7)) = (?, ?, ?)', key).fetchone()

    def credit(self, truth):
        return self.base.execute('INSERT INTO credit (statement, booked_on, amount, text, bank_key) VALUES (1, ?, ?, ?, ?)',
                                 (truth['date'], truth['amount'], truth['text'], f'line {truth["line"]}')).lastrowid

    def pay(self, truth, credit):
        shares = [(tuple(key), amount) for key, amount in zip(truth['due'], truth['allocated']) if amount]
        owner = self.instalment(shares[0][0])[1]
        entry = self.base.execute("INSERT INTO entry (kind, person, amount, date, credit, recorded_at) VALUES ('payment', ?, ?, ?, ?, ?)",
                                  (owner, truth['amount'], truth['date'], credit, NOW)).lastrowid
        for key, amount in shares:
            self.allocate(entry, self.instalment(key)[0], amount, truth['date'])
        self.entries[truth['line']] = entry, owner, credit
        return shares

    def allocate(self, entry, instalment, amount, date):
        self.base.execute('INSERT INTO allocation (entry, instalment, amount, date) VALUES (?, ?, ?, ?)', (entry, instalment, amount, date))

    def reverse(self, truth, credit):
        entry, owner, undone = self.entries[truth['undoes']]
        self.base.execute('INSERT INTO storno (credit, undoes) VALUES (?, ?)', (credit, undone))
        for instalment, amount in self.base.execute('SELECT instalment, amount FROM allocation WHERE entry = ?', (entry,)).fetchall():
            self.allocate(entry, instalment, -amount, truth['date'])
        self.base.execute("INSERT INTO entry (kind, person, amount, date, reverses, recorded_at) VALUES ('reversal', ?, ?, ?, ?, ?)",
                          (owner, truth['amount'], truth['date'], entry, NOW))

    def rows(self, truth, credit):
        row = {'line': truth['line'], 'date': truth['date'], 'amount': truth['amount'] / 100, 'payer': None, 'text': truth['text'], 'verdict': truth['expect'],
               'handle': None, 'month': None, 'allocated': None, 'reason': truth['why'] or 'the reference', 'edition': None, 'credit': credit}
        if truth['amount'] < 0:
            self.reverse(truth, credit)
            return [row]
        if truth['expect'] != 'matched':
            return [row]
        return [dict(row, handle=key[0], edition=key[1], month=key[2], allocated=amount / 100) for key, amount in self.pay(truth, credit)]

    def slipped(self, number, truth, rows):
        """One mistake, at the first line that lends itself to it; the lazy one leaves many to others."""
        slip = self.slip
        if truth['class'] != FITS.get(slip) or truth['amount'] < 0 or (slip == 'lazy' and number % 20):
            return rows
        if slip == 'lazy':
            return [dict(row, **CHANGES[slip]) for row in rows]
        self.slip = None
        return [] if slip == 'line' else [dict(rows[0], **CHANGES[slip])] + rows[1:]

    def run(self):
        for number, truth in enumerate(self.truths):
            rows = self.rows(truth, self.credit(truth))
            for row in self.slipped(number, truth, rows):
                print(json.dumps(row, ensure_ascii=False))
        if self.slip == 'store':
            self.base.execute("DELETE FROM credit WHERE id = (SELECT max(id) FROM credit WHERE id NOT IN (SELECT credit FROM entry WHERE credit IS NOT NULL)"
                              "  AND id NOT IN (SELECT credit FROM storno))")
        self.base.commit()


def main():
    with open(sys.argv[2], encoding='utf-8') as file:
        truths = [json.loads(line) for line in file]
    Expert(sys.argv[1], truths, sys.argv[3] if len(sys.argv) > 3 else None).run()


main()
