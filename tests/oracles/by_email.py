#!/usr/bin/python3
"""What Python's email package reads in mails, with policy.default.

usage: by_email.py [PLACE]                    a line for each message: to_name TAB to_address TAB subject TAB parts
       by_email.py --headers [PLACE]          the headers of each, decoded, `Name: value`; an empty line behind each message
       by_email.py --text [PLACE]             the decoded text/plain of the only message; so do --html and --calendar
       by_email.py --picture FILE [PLACE]     writes the decoded image/png of the only message into FILE

PLACE is a file with one mail, an mbox (its first line begins with `From `; mboxrd quoting is taken off), a Maildir
(all in new/ and cur/, by name), or standard input. `parts` are the content types in their order, with commas, the multiparts
among them: multipart/alternative,text/plain,text/html,text/calendar.

Ends with status 1, and says on standard error why, if anything in any message is out of order: a defect of the message, of a part
or of a header, a byte in a header that is not ASCII, a line of more than 998 bytes, a recipient too many or too few.
"""
import argparse
import email
import email.header
import email.policy
import email.utils
import pathlib
import re
import sys


def split_mbox(raw):
    """The mails of an mboxrd: an empty line and one that begins with `From ` lie between two of them."""
    for entry in re.split(rb'(?<=\n)\n(?=From )', raw.removesuffix(b'\n')):
        line, mail = entry.split(b'\n', 1)
        assert re.fullmatch(rb'From \S+ (Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ 0-9]\d \d\d:\d\d:\d\d \d{4}', line), line
        yield re.sub(rb'^>(>*From )', rb'\1', mail, flags=re.MULTILINE)


def mails_of(place):
    """The bytes of each mail."""
    if place is not None and pathlib.Path(place).is_dir():
        files = [file for folder in ('new', 'cur') for file in pathlib.Path(place, folder).iterdir()]
        return [file.read_bytes() for file in sorted(files, key=lambda file: file.name)]
    raw = pathlib.Path(place).read_bytes() if place is not None else sys.stdin.buffer.read()
    return list(split_mbox(raw)) if raw.startswith(b'From ') else [raw] if raw else []


def faults_of(raw, message):
    """Sentences about what is out of order."""
    top = raw.split(b'\n\n', 1)[0]
    if not top.isascii():
        yield 'a byte in the headers is not ASCII'
    if b'\r' in raw:
        yield 'a line ends with CR LF'
    yield from (f'a line has {len(line)} bytes' for line in raw.split(b'\n') if len(line) > 998)
    for part in message.walk():
        yield from (f'{part.get_content_type()}: {defect!r}' for defect in part.defects)
        yield from (f'{name}: {defect!r}' for name, value in part.items() for defect in getattr(value, 'defects', ()))
        if part.get_content_maintype() == 'text':
            part.get_content().encode('utf-8')
            part.get_payload(decode=True).decode('utf-8')
    for name in ('From', 'Reply-To', 'To', 'Subject', 'Date', 'Message-ID', 'Auto-Submitted', 'Content-Language', 'MIME-Version'):
        if len(message.get_all(name, [])) != 1:
            yield f'{len(message.get_all(name, []))} times {name}'
    if message['Cc'] or message['Bcc'] or message['To'] and len(message['To'].addresses) != 1:
        yield 'not exactly one recipient'


def read(raw):
    message = email.message_from_bytes(raw, policy=email.policy.default)
    faults = list(faults_of(raw, message))
    for fault in faults:
        print(f"by_email.py: {message['Message-ID']}: {fault}", file=sys.stderr)
    if faults:
        sys.exit(1)
    return message


def to_of(raw):
    """Name and address. The newer parser of Python 3.11 leaves a space between two encoded words of a name, the older one does not."""
    name, address = email.utils.parseaddr(email.message_from_bytes(raw)['To'].replace('\n', ''))
    return str(email.header.make_header(email.header.decode_header(name))), address


def line_of(raw, message):
    kinds = ','.join(part.get_content_type() for part in message.walk())
    return '\t'.join([*to_of(raw), message['Subject'], kinds])


def part_of(messages, kind):
    """The decoded bytes of the part of this type."""
    if len(messages) != 1:
        sys.exit(f'by_email.py: {len(messages)} messages, not one')
    parts = [part for part in messages[0].walk() if part.get_content_type() == kind]
    if len(parts) != 1:
        sys.exit(f'by_email.py: {len(parts)} parts {kind}, not one')
    return parts[0].get_payload(decode=True)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument('--headers', action='store_true')
    parser.add_argument('--text', dest='kind', action='store_const', const='text/plain')
    parser.add_argument('--html', dest='kind', action='store_const', const='text/html')
    parser.add_argument('--calendar', dest='kind', action='store_const', const='text/calendar')
    parser.add_argument('--picture')
    parser.add_argument('place', nargs='?')
    asked = parser.parse_args()
    sys.stdout.reconfigure(encoding='utf-8')
    mails = mails_of(asked.place)
    messages = [read(raw) for raw in mails]
    if asked.picture:
        pathlib.Path(asked.picture).write_bytes(part_of(messages, 'image/png'))
    elif asked.kind:
        sys.stdout.buffer.write(part_of(messages, asked.kind))
    elif asked.headers:
        for message in messages:
            print(''.join(f'{name}: {value}\n' for name, value in message.items()))
    else:
        for raw, message in zip(mails, messages):
            print(line_of(raw, message))


main()
