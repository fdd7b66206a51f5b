#!/usr/bin/python3 -B
"""mails.py list|check|strangers|events|unpack PLACE [ARGUMENT]: mails as Python's email reads them (policy.default).

PLACE is a mail, an mbox, a Maildir (new/ and cur/), a directory of mails, or a directory of Maildirs, each of them a box.

list COLUMNS     one line a mail, TAB between: box to_name to subject id date from reply_to auto types; sorted
check            what is wrong with any of them, exit status 1; else how many there are
strangers FILE   addresses of FILE, one a line, in bytes or decoded parts of a mail to another address
events           one line a calendar part: box to method uid sequence status begins ends location, times in UTC; sorted
unpack DIR       writes the decoded parts to DIR/BOX/ADDRESS/, as text.plain and the like, and what the HTML reads to `page`
"""
import datetime
import email
import email.parser
import email.policy
import email.utils
import html.parser
import os
import re
import sys

ONCE = ('From', 'To', 'Subject', 'Date', 'Message-ID', 'MIME-Version', 'Auto-Submitted', 'Reply-To')
HEADERS = {'subject': 'Subject', 'id': 'Message-ID', 'from': 'From', 'reply_to': 'Reply-To', 'auto': 'Auto-Submitted'}
NEVER = ('Cc', 'Bcc', 'Resent-To', 'Sender', 'Return-Receipt-To')


def contents(path):
    with open(path, 'rb') as file:
        return file.read()


def raw_mails(place):
    """(box, bytes) of each mail."""
    if not os.path.isdir(place):
        raw = contents(place)
        if not raw.startswith(b'From '):
            return [('', raw)]
        import mailbox  # slow to load
        box = mailbox.mbox(place)
        return [('', re.sub(rb'^>(>*From )', rb'\1', box.get_bytes(key), flags=re.M)) for key in box.keys()]
    inside = sorted(os.listdir(place))
    if 'new' in inside:
        return [('', contents(os.path.join(place, folder, name))) for folder in ('new', 'cur') for name in sorted(os.listdir(os.path.join(place, folder)))]
    paths = [os.path.join(place, name) for name in inside]
    return [('', contents(path)) for path in paths if os.path.isfile(path)] \
        + [(os.path.basename(path), raw) for path in paths if os.path.isdir(path) for _, raw in raw_mails(path)]


class Mail:
    def __init__(self, box, raw, head_only=False):
        self.box, self.raw = box, raw
        parser = (email.parser.BytesHeaderParser if head_only else email.parser.BytesParser)(policy=email.policy.default)
        self.message = parser.parsebytes(raw)
        self.leaves = [] if head_only else [part for part in self.message.walk() if not part.is_multipart()]
        self.bodies = [part.get_payload(decode=True) for part in self.leaves]
        to = self.message['To']
        self.to = to.addresses[0] if to and to.addresses else None
        self.address = self.to.addr_spec if self.to else ''

    def count(self, kind):
        return sum(part.get_content_type() == kind for part in self.leaves)

    def calendars(self):
        """(part, bytes, what python3-icalendar makes of it) of each calendar part."""
        import icalendar  # slow to load
        return [(part, body, icalendar.Calendar.from_ical(body)) for part, body in zip(self.leaves, self.bodies) if part.get_content_type() == 'text/calendar']

    def fact(self, column):
        """One at a time: to parse a header takes its while."""
        if column in HEADERS:
            return str(self.message[HEADERS[column]] or '')
        if column == 'date':
            date = self.message['Date']
            return date.datetime.isoformat() if date else ''
        if column == 'types':
            return ','.join(part.get_content_type() for part in self.leaves)
        return {'box': self.box, 'to_name': self.to.display_name if self.to else '', 'to': self.address}[column]


class Page(html.parser.HTMLParser):
    """What an HTML part would fetch or run, and the parts of the mail that it shows."""

    def __init__(self, text):
        super().__init__()
        self.wrong, self.shown, self.words = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        if tag in ('script', 'link', 'iframe', 'object', 'embed', 'form', 'base', 'video', 'audio', 'svg'):
            self.wrong.append(f'<{tag}>')
        for name, value in attrs:
            if name.startswith('on') or name in ('srcset', 'background', 'action', 'poster', 'data'):
                self.wrong.append(f'{tag} {name}={value}')
            elif name == 'src' and not (value or '').startswith('cid:'):
                self.wrong.append(f'{tag} {name}={value}')
            elif name == 'src':
                self.shown.append(value[4:])
            elif name == 'href' and not re.match(r'(https?://|mailto:|#)', value or ''):
                self.wrong.append(f'{tag} {name}={value}')
            elif name == 'style':
                self.look_at_style(value)

    def handle_data(self, data):
        self.words.append(data)
        self.look_at_style(data if self.lasttag == 'style' else '')

    def look_at_style(self, style):
        self.wrong += re.findall(r'url\s*\(|@import|expression\s*\(', style or '', re.I)


def wrong_headers(mail):
    head = mail.raw.partition(b'\n\n')[0]
    if not head.isascii():
        yield 'a header is not ASCII'
    if re.search(rb'[\x00-\x08\x0b-\x1f\x7f]', head):
        yield 'a header has a control character'
    for name in ONCE:
        if len(mail.message.get_all(name, [])) != 1:
            yield f'{len(mail.message.get_all(name, []))} headers {name}'
    yield from (f'a header {name}' for name in NEVER if name in mail.message)
    for name in ('To', 'From'):
        if name in mail.message and len(mail.message[name].addresses) != 1:
            yield f'{len(mail.message[name].addresses)} addresses in {name}'
    if mail.message['Auto-Submitted'] != 'auto-generated':
        yield f"Auto-Submitted: {mail.message['Auto-Submitted']}"
    if not re.fullmatch(r'<[!-;=?-~]+@[!-;=?-~]+>', str(mail.message['Message-ID'])):
        yield f"Message-ID: {mail.message['Message-ID']}"
    date = mail.message['Date']
    if not date or not date.datetime or date.datetime.tzinfo is None:
        yield f'Date: {date}'


def wrong_syntax(mail):
    if b'\r' in mail.raw or b'\0' in mail.raw or not mail.raw.endswith(b'\n'):
        yield 'CR or NUL in it, or no LF at its end'
    longest = max(map(len, mail.raw.split(b'\n')))
    if longest > 998:
        yield f'a line of {longest} bytes'
    for part in mail.message.walk():
        yield from (f'{part.get_content_type()}: {defect!r}' for defect in part.defects)
        for name, value in part.items():
            yield from (f'{name}: {defect!r}' for defect in getattr(value, 'defects', ()))


def wrong_bodies(mail):
    texts = {}
    for preferred in ('plain', 'html'):
        part = mail.message.get_body((preferred,))
        if part is None or part.get_content_charset() not in ('utf-8', 'us-ascii'):
            yield f'no text/{preferred} in UTF-8'
            return
        texts[preferred] = part.get_payload(decode=True).decode()
    if mail.count('text/plain') != 1 or mail.count('text/html') != 1:
        yield 'several texts'
    alternatives = [part for part in mail.message.walk() if part.get_content_type() == 'multipart/alternative']
    kinds = [part.get_content_type() for part in alternatives[0].iter_parts()] if alternatives else []
    if len(alternatives) != 1 or kinds[:1] != ['text/plain'] or len(kinds) < 2:
        yield f'{len(alternatives)} alternatives, of {kinds}'
    for what, text in dict(texts, subject=str(mail.message['Subject'])).items():
        if re.search(r'{{|}}|\(null\)|\ufffd', text) or not text.strip():
            yield f'{what}: {text[:60]!r}'
        if re.search(r'[\x00-\x08\x0b-\x1f\x7f]', text.replace('\r\n', '\n')):
            yield f'{what}: a control character'
    page = Page(texts['html'])
    yield from (f'HTML: {what}' for what in page.wrong)
    if '<' in texts['plain'] and re.search(r'</?(p|br|div|td|span)\b', texts['plain']):
        yield 'HTML in the plain text'
    known = [str(part['Content-ID']).strip('<>') for part in mail.leaves if 'Content-ID' in part]
    if sorted(page.shown) != sorted(known):
        yield f'the HTML shows {page.shown}, there are {known}'


def wrong_calendar(mail):
    for part, body, calendar in mail.calendars():
        parameters = dict(part['Content-Type'].params)
        if part['Content-Transfer-Encoding'] != 'base64' or parameters.get('charset', '').lower() != 'utf-8':
            yield f"calendar: {part['Content-Type']}, {part['Content-Transfer-Encoding']}"
        lines = body.split(b'\r\n')
        if lines.pop() or any(not 0 < len(line) <= 75 or re.search(rb'[\x00-\x08\x0a-\x1f\x7f]', line) for line in lines):
            yield 'calendar: lines'
        events = calendar.walk('VEVENT')
        method = str(calendar.get('METHOD'))
        if parameters.get('method') != method:
            yield f"calendar: method {parameters.get('method')} in the header, {method} in the object"
        if len(events) != 1 or any(component.errors for component in calendar.walk()):
            yield f'calendar: {len(events)} events, or one that cannot be read'
            continue
        if not {'UID', 'SEQUENCE', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY', 'STATUS', 'ORGANIZER'} <= set(events[0]):
            yield f'calendar: {sorted(events[0])}'
        if b'freeassociation' in body or [str(zone['TZID']) for zone in calendar.walk('VTIMEZONE')] != ['Europe/Rome']:
            yield 'calendar: its time zone'
        if (method == 'CANCEL') != (events[0]['STATUS'] == 'CANCELLED'):
            yield f"calendar: {method}, {events[0]['STATUS']}"
        if method == 'CANCEL' and calendar.walk('VALARM'):
            yield 'calendar: a cancellation with an alarm'


def faults(mail):
    for look in (wrong_syntax, wrong_headers, wrong_bodies, wrong_calendar):
        yield from look(mail)


def utc(when):
    return when.astimezone(datetime.timezone.utc).strftime('%Y-%m-%dT%H:%MZ')


def events(mail):
    for part, _, calendar in mail.calendars():
        for event in calendar.walk('VEVENT'):
            yield (mail.box, mail.address, dict(part['Content-Type'].params).get('method', ''), str(event['UID']), str(event['SEQUENCE']),
                   str(event['STATUS']), utc(event.decoded('DTSTART')), utc(event.decoded('DTEND')), str(event.get('LOCATION', '')))


def unpack(mail, directory):
    place = os.path.join(directory, mail.box, mail.address)
    while os.path.exists(place):
        place += '~'
    os.makedirs(place)
    for part, body in zip(mail.leaves, mail.bodies):
        kind = part.get_content_type()
        if kind in ('text/plain', 'text/html'):
            body = body.replace(b'\r\n', b'\n')
        with open(os.path.join(place, kind.replace('/', '.')), 'xb') as file:
            file.write(body)
        if kind == 'text/html':
            with open(os.path.join(place, 'page'), 'w', encoding='utf-8') as file:
                file.write(''.join(Page(body.decode()).words))


def strangers(mail, known):
    """Addresses of others, as they stand and as they are once decoded."""
    everything = [mail.raw, str(mail.message.items()).encode()] + [body for body in mail.bodies if body]
    found = {word.lower() for text in everything for word in re.findall(rb'[\w.+-]+@[\w.-]+\w', text)}
    unfolded = [re.sub(rb'\r?\n[ \t]', b'', text).lower() for text in everything]
    return [address for address in known if address != mail.address.encode()
            and (address in found or any(address in text and re.search(rb'(?<![\w.+-])' + re.escape(address), text) for text in unfolded))]


def main():
    verb, place = sys.argv[1:3]
    argument = sys.argv[3] if len(sys.argv) > 3 else ''
    head_only = verb == 'list' and 'types' not in argument
    mails = [Mail(box, raw, head_only) for box, raw in raw_mails(place)]
    lines, status = [], 0
    if verb == 'list':
        lines = ['\t'.join(mail.fact(column) for column in argument.split(',')) for mail in mails]
    elif verb == 'check':
        lines = [f'{mail.box} {mail.address}: {fault}' for mail in mails for fault in faults(mail)]
        status = bool(lines)
        lines = lines or [f'{len(mails)} mails']
    elif verb == 'strangers':
        known = [line.strip().lower() for line in contents(argument).splitlines() if line.strip()]
        lines = [f'{mail.box} {mail.address}: {address.decode()}' for mail in mails for address in strangers(mail, known)]
    elif verb == 'events':
        lines = ['\t'.join(row) for mail in mails for row in events(mail)]
    elif verb == 'unpack':
        for mail in mails:
            unpack(mail, argument)
    else:
        sys.exit(f'{verb}: no such verb')
    print(''.join(line + '\n' for line in sorted(lines)), end='')
    sys.exit(status)


main()
