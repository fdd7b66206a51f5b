"""Matching as it is first thought of: every transfer's text is looked for among all references. naive.py STORE FILE; writes nothing."""
import csv
import re
import sqlite3
import sys


def normal(text):
    return re.sub('[^a-z0-9]', '', text.lower())


def main():
    store = sqlite3.connect(sys.argv[1])
    instalments = [(normal(reference), number) for number, reference in store.execute(
        'SELECT id, reference FROM instalment_account WHERE gross + adjusted > paid')]
    matched = 0
    with open(sys.argv[2], encoding='utf-8', newline='') as file:
        for row in csv.DictReader(file):
            text = normal(row['text'])
            matched += len([number for reference, number in instalments if reference in text])
    print(matched)
    sys.exit(matched == 0)


main()
