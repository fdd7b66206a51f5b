"""The peer of `reconcile` as a script would have it: match.py STORE FILE, as match.c does it."""
import csv
import hashlib
import re
import sqlite3
import sys


def normal(text):
    return re.sub('[^a-z0-9]', '', text.lower())


def main():
    store = sqlite3.connect(sys.argv[1], isolation_level=None)
    store.executescript('PRAGMA foreign_keys = 1; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; BEGIN IMMEDIATE;')
    instalments = {normal(reference): (number, person, left) for number, person, reference, left in store.execute(
        'SELECT id, person, reference, gross + adjusted - paid FROM instalment_account WHERE gross + adjusted > paid')}
    store.execute("INSERT INTO statement (id, file, source, applied_at) VALUES (1, 'x', 'x', '2021-03-01T00:00:00Z')")
    matched = 0
    with open(sys.argv[2], encoding='utf-8', newline='') as file:
        for line, row in enumerate(csv.DictReader(file), 2):
            euro, _, cents = row['amount'].partition('.')
            amount = int(euro) * 100 + int(cents)
            key = row['date'] + ' ' + hashlib.blake2b(repr(row).encode(), digest_size=8).hexdigest()
            credit = store.execute('INSERT INTO credit (statement, booked_on, amount, payer, text, bank_key) VALUES (1, ?, ?, ?, ?, ?)',
                                   (row['date'], amount, row['payer'], row['text'], key)).lastrowid
            instalment, person, left = instalments.get(normal(row['text']), (0, 0, 0))
            if left == amount:
                entry = store.execute("INSERT INTO entry (kind, person, amount, date, credit, recorded_at)"
                                      " VALUES ('payment', ?, ?, ?, ?, '2021-03-01T00:00:00Z')", (person, amount, row['date'], credit)).lastrowid
                store.execute('INSERT INTO allocation (entry, instalment, amount, date) VALUES (?, ?, ?, ?)', (entry, instalment, amount, row['date']))
                matched += 1
            print(line, row['date'], amount, row['payer'], row['text'], 'matched' if left == amount else 'unknown', sep='\t')
    store.execute('COMMIT')
    store.close()
    sys.exit(matched == 0)


main()
