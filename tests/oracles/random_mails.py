#!/usr/bin/python3
"""random_mails.py MAKE_MAIL [COUNT=200] [SEED=1]: mails of random texts, made by tests/unit/make_mail.c, read by Python.

The name, the subject and both texts are put together of what has a meaning somewhere in a mail: encoded words, quotation marks,
soft line ends, boundaries, `From `, control characters, letters of many scripts. Python must read them as they were said (a
control character in a header as a space), without a defect; there are the headers that should be and no others; lines have
at most 76 bytes, and none begins with `From `.
"""
import email
import email.header
import email.policy
import email.utils
import random
import subprocess
import sys
import unicodedata

PIECES = ['From ', '>From ', '=', '=20', ' ', '  ', '\t', '\n', '\n\n', '.', '\n.\n', '-- \n', '--=_alternative', 'è', 'ò', 'Müller', '山', 'Дмитро', '🎉',
          'x' * 80, 'y' * 300, '\r\n', '\r', 'Ciao ', 'mondo', '\x01', '=?utf-8?q?x?=', '"', '\\', ',', '<', '>', '@', '(', ')', "'", '=cmd',
          '\x7f', ';', ':', '\x1b]', '-', '_', '?', '\u202e', '\ufeff', 'Bcc: b@example.org', '<b>', '&', '\x85']
INVISIBLE = set(range(0x2028, 0x202f)) | set(range(0x2066, 0x206a)) | {0x200b, 0x2060, 0xfeff}
HEADERS = ['From', 'Reply-To', 'To', 'Subject', 'Date', 'Message-ID', 'Auto-Submitted', 'MIME-Version', 'Content-Type', 'Content-Language']


def in_header(text):
    """What is left of a text in a header."""
    spaced = ''.join(' ' if unicodedata.category(c) == 'Cc' or ord(c) in INVISIBLE else c for c in text)
    return spaced.strip(' ')


def said(raw):
    """How a reader understands the name: each word decoded, what lies between two encoded ones left out."""
    name, address = email.utils.parseaddr(email.message_from_bytes(raw)['To'].replace('\n', ''))
    return str(email.header.make_header(email.header.decode_header(name))), address


def defects(message):
    for part in message.walk():
        yield from part.defects
        for value in part.values():
            yield from getattr(value, 'defects', ())


def check(raw, name, subject, text, html):
    message = email.message_from_bytes(raw, policy=email.policy.default)
    lines = raw.split(b'\n')
    assert not list(defects(message)), list(defects(message))
    assert message.keys() == HEADERS, message.keys()
    assert raw.isascii()
    assert max(map(len, lines)) <= 76 and not any(line.startswith(b'From ') for line in lines)
    assert said(raw) == (in_header(name), 'rossi@example.org'), said(raw)
    assert len(message['To'].addresses) == 1 and message['To'].addresses[0].addr_spec == 'rossi@example.org', message['To']
    assert message['Subject'] == in_header(subject), message['Subject']
    assert [part.get_content_type() for part in message.iter_parts()] == ['text/plain', 'text/html']
    for part, expected in zip(message.iter_parts(), (text, html)):
        assert part.get_payload(decode=True).decode() == expected.replace('\r\n', '\n'), part.get_payload()


def main():
    maker, count, seed = sys.argv[1], int((sys.argv[2:] or ['200'])[0]), int((sys.argv[3:] or ['1'])[0])
    chance = random.Random(seed)

    def some(most):
        return ''.join(chance.choice(PIECES) for _ in range(chance.randrange(most))).lstrip('@')

    for number in range(count):
        said_of = {'name': some(20), 'subject': some(20), 'text': some(40), 'html': some(400 if number % 20 == 0 else 40)}
        made = subprocess.run([maker] + [f'{key}={text}' for key, text in said_of.items()], capture_output=True, check=False)
        try:
            assert made.returncode == 0, made
            check(made.stdout, **said_of)
        except AssertionError:
            print(f'mail {number} of seed {seed}: {said_of!r}', file=sys.stderr)
            raise


main()
