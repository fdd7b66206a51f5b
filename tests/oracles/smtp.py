#!/usr/bin/python3 -B
"""smtp.py DIRECTORY: an SMTP server on a free port of the loopback, until its standard input ends.

The port goes to DIRECTORY/port. Each mail taken goes to DIRECTORY/mails/N, its envelope is a line `N SENDER ADDRESS...` of
DIRECTORY/envelopes. Lines `ADDRESS ANSWER`, such as `rossi@example.org 451 later`, of DIRECTORY/answers decide about a
recipient; all others are welcome.
"""
import os
import sys
import threading

from aiosmtpd.controller import Controller


class Handler:
    def __init__(self, directory):
        self.directory, self.count, self.lock = directory, 0, threading.Lock()

    def answer(self, address):
        path = os.path.join(self.directory, 'answers')
        if os.path.exists(path):
            with open(path, encoding='utf-8') as file:
                for line in file:
                    who, _, answer = line.strip().partition(' ')
                    if who == address:
                        return answer
        return ''

    async def handle_RCPT(self, server, session, envelope, address, options):
        refusal = self.answer(address)
        if refusal:
            return refusal
        envelope.rcpt_tos.append(address)
        return '250 OK'

    async def handle_DATA(self, server, session, envelope):
        with self.lock:
            self.count += 1
            with open(os.path.join(self.directory, 'mails', str(self.count)), 'wb') as file:
                file.write(envelope.original_content.replace(b'\r\n', b'\n'))
            with open(os.path.join(self.directory, 'envelopes'), 'a', encoding='utf-8') as file:
                file.write(' '.join([str(self.count), envelope.mail_from] + envelope.rcpt_tos) + '\n')
        return '250 OK'


class Anywhere(Controller):
    """aiosmtpd tries to reach the port that it was given; of port 0 it knows the real one once it listens."""

    def _trigger_server(self):
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


def main():
    directory = sys.argv[1]
    os.makedirs(os.path.join(directory, 'mails'))
    controller = Anywhere(Handler(directory), hostname='127.0.0.1', port=0)
    controller.start()
    with open(os.path.join(directory, 'port.new'), 'w', encoding='ascii') as file:
        file.write(str(controller.port))
    os.rename(os.path.join(directory, 'port.new'), os.path.join(directory, 'port'))
    sys.stdin.read()
    controller.stop()


main()
