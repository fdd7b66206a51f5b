#!/usr/bin/python3
"""remind.py STORE MAILDIR: what an administrator would write with Python's own library: the same reminders, each recorded as sent."""
import mailbox
import os
import sqlite3
import sys
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import formataddr, make_msgid
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

ROME = ZoneInfo('Europe/Rome')
TEXT = 'Gentile {name},\n\nricordiamo la seduta di {day}, dalle {start} alle {finish}.\n\nCircolo Balint\n'
HTML = '<html><body><p>Gentile {name},</p><p>ricordiamo la seduta di <strong>{day}</strong>, dalle {start} alle {finish}.</p><p>Circolo Balint</p></body></html>'


def calendar_of(row):
    calendar, event = Calendar(), Event()
    calendar.add('prodid', '-//remind//')
    calendar.add('version', '2.0')
    calendar.add('method', 'PUBLISH')
    begin = datetime.fromisoformat(f"{row['date']}T{row['start']}").replace(tzinfo=ROME)
    event.add('uid', row['uid'])
    event.add('dtstart', begin)
    event.add('dtend', begin + timedelta(minutes=90))
    event.add('dtstamp', datetime.fromisoformat(row['changed_at'].rstrip('Z')))
    event.add('sequence', row['sequence'])
    event.add('summary', 'Gruppo Balint')
    calendar.add_component(event)
    return calendar.to_ical()


def main():
    store = sqlite3.connect(sys.argv[1], isolation_level=None)
    store.row_factory = sqlite3.Row
    store.execute('PRAGMA synchronous = FULL')
    box = mailbox.Maildir(sys.argv[2])
    rows = store.execute('''SELECT p.id AS person, p.given, p.family, p.email, s.id AS session, s.date, s.start, s.finish, s.uid, s.sequence, s.changed_at
                              FROM session AS s JOIN enrolment AS m ON m.edition = s.edition JOIN person AS p ON p.id = m.person''').fetchall()
    for row in rows:
        key = f"reminder:{row['session']}:{row['sequence']}:{row['person']}"
        if store.execute('SELECT 1 FROM outbox WHERE key = ?', (key,)).fetchone():
            continue
        name = f"{row['given']} {row['family']}"
        words = {'name': name, 'day': row['date'], 'start': row['start'], 'finish': row['finish']}
        mail = EmailMessage()
        mail['From'] = 'Segreteria <segreteria@example.org>'
        mail['To'] = formataddr((name, row['email']))
        mail['Subject'] = f"Seduta di {row['date']}"
        mail['Message-ID'] = make_msgid(domain='example.org')
        mail['Date'] = datetime.now(ROME)
        mail['Auto-Submitted'] = 'auto-generated'
        mail.set_content(TEXT.format(**words))
        mail.add_alternative(HTML.format(**words), subtype='html')
        mail.add_alternative(calendar_of(row), maintype='text', subtype='calendar', params={'method': 'PUBLISH'})
        box.add(mail)
        store.execute("""INSERT INTO outbox (key, kind, person, session, status, queued_at, done_at)
                         VALUES (?, 'reminder', ?, ?, 'sent', '2021-03-25T07:00:00Z', '2021-03-25T07:00:00Z')""", (key, row['person'], row['session']))


if __name__ == '__main__':
    os.environ['TZ'] = 'Europe/Rome'
    main()
