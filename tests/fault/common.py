"""What the fault tests share: TAP, scratch stores, running the programs, and an oracle that reads a store by itself.

A test takes the directory with the programs as its first argument (default: build/ of this checkout).
"""
import hashlib
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import traceback

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PROGRAMS = ('balint-group', 'balint-calendar', 'balint-attend', 'balint-fees')
IBAN = 'IT92S0200801058000040951624'
INIT = ['balint-group', 'init', '--association', 'Circolo Balint', '--payee', 'Circolo Balint', '--iban', IBAN]
SLOW = 5  # seconds; a command that needs longer did not work "at once"


class Tap:
    """Counts and prints what holds and what does not; that the test itself falls over is a failure too."""

    def __init__(self):
        self.failed = 0
        sys.excepthook = lambda kind, error, trace: self.fell(error)
        threading.excepthook = lambda fall: self.fell(fall.exc_value)

    def fell(self, error):
        self.check(False, 'the test runs to its end', traceback.format_exception(error))

    def check(self, good, sentence, details=()):
        print('ok' if good else 'not ok', '-', sentence)
        self.failed += not good
        if not good:
            self.note(*list(details)[:16])
        return good

    def skip(self, sentence, why):
        print(f'ok - {sentence} # SKIP {why}')

    def note(self, *lines):
        for line in lines:
            for part in str(line).splitlines() or ['']:
                print('#', visible(part))
        sys.stdout.flush()

    def finish(self):
        sys.exit(1 if self.failed else 0)


def visible(text):
    return ''.join(c if c.isprintable() else f'\\x{ord(c):02x}' for c in text)[:500]


class Result:
    def __init__(self, argv, status, out, err, seconds):
        self.argv, self.status, self.out, self.err, self.seconds = argv, status, out, err, seconds

    def __str__(self):
        return f'{line_of(self.argv)}: status {self.status}, {self.seconds:.3f} s, standard error: {self.err.strip()!r}'

    def is_busy(self):
        return self.status == 75

    def is_hurt(self):
        """Whether it died of a signal, did not end, or a sanitizer has something to say."""
        return self.status < 0 or self.status >= 98 or 'Sanitizer' in self.err or 'runtime error:' in self.err

    def is_clean_refusal(self, status=1):
        """One line on standard error that names the program, and that status."""
        return self.status == status and re.fullmatch(r'%s: [^\x00-\x1f\x7f]+\n' % self.argv[0], self.err) is not None


def line_of(argv):
    return ' '.join(argv)


class Scene:
    """A scratch directory that goes away, a clean environment, and the programs of one build."""

    def __init__(self, today='2021-07-01', argument=None):
        given = argument or (sys.argv[1] if len(sys.argv) > 1 else 'build')
        self.bin = os.path.join(ROOT, given)
        missing = [name for name in PROGRAMS if not os.access(os.path.join(self.bin, name), os.X_OK)]
        if missing:
            print(f'not ok - the programs are in {given}')
            print(f'# not there: {", ".join(missing)}')
            sys.exit(1)
        self.directory = tempfile.mkdtemp(prefix='balint-fault.')
        self.home = self.path('home')
        os.mkdir(self.home)
        self.environment = {
            'PATH': self.bin + ':' + os.environ.get('PATH', '/usr/bin:/bin'), 'HOME': self.home, 'LANG': 'C.UTF-8',
            'BALINT_TODAY': today, 'BALINT_DB': self.path('balint.db'),
            'ASAN_OPTIONS': 'detect_leaks=0:exitcode=99:allocator_may_return_null=1', 'UBSAN_OPTIONS': 'exitcode=99:print_stacktrace=1',
        }

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.directory, ignore_errors=True)

    def path(self, *names):
        return os.path.join(self.directory, *names)

    def sanitized(self):
        with open(os.path.join(self.bin, PROGRAMS[0]), 'rb') as program:
            return b'__asan_init' in program.read()

    def start(self, argv, db=None, extra=None, **popen):
        """A program of the build, not waited for. It is named as users name it."""
        environment = dict(self.environment, **(extra or {}))
        if db:
            environment['BALINT_DB'] = db
        popen.setdefault('stdin', subprocess.DEVNULL)
        popen.setdefault('stdout', subprocess.PIPE)
        popen.setdefault('stderr', subprocess.PIPE)
        return subprocess.Popen([argv[0]] + argv[1:], executable=os.path.join(self.bin, argv[0]), env=environment, **popen)

    def run(self, argv, db=None, extra=None, timeout=60, end=signal.SIGKILL, **popen):
        began = time.monotonic()
        process = self.start(argv, db, extra, **popen)
        try:
            out, err = process.communicate(timeout=timeout)
            status = process.returncode
        except subprocess.TimeoutExpired:
            process.send_signal(end)
            out, err = process.communicate()
            status = 98  # did not end by itself
        return Result(argv, status, out or b'', (err or b'').decode('utf-8', 'replace'), time.monotonic() - began)

    def must(self, argv, **kwargs):
        """A command of the setting up, which has to work."""
        result = self.run(argv, **kwargs)
        if result.status != 0:
            raise RuntimeError(f'the setting up fails: {result}')
        return result

    def ninth(self, db):
        """The ninth edition of share/examples."""
        example = os.path.join(ROOT, 'share', 'examples', 'ninth-edition.sh')
        made = subprocess.run(['sh', example], env=dict(self.environment, BALINT_DB=db), stdin=subprocess.DEVNULL, capture_output=True, check=False)
        if made.returncode != 0:
            raise RuntimeError('the example cannot be set up: ' + made.stderr.decode())
        return db

    def old(self, db):
        """A store as the programs of schema 1 left it."""
        with open(os.path.join(ROOT, 'tests', 'data', 'schema-1.sql'), encoding='utf-8') as file:
            made = sqlite3.connect(db)
            made.executescript(file.read() + 'PRAGMA journal_mode = WAL;')
            made.close()
        return db


def copy_store(source, target):
    """The store as it lies, with what waits in its write-ahead log."""
    for end in ('', '-wal'):
        for old in (target + end, target + '-shm'):
            if os.path.lexists(old):
                os.unlink(old)
        if os.path.exists(source + end):
            shutil.copyfile(source + end, target + end)
    if os.path.exists(target):
        os.chmod(target, 0o600)


class Oracle:
    """Reads a copy of a store with another build of SQLite, so that the store itself stays as it lies."""

    def __init__(self, path):
        self.directory = tempfile.mkdtemp(prefix='balint-oracle.')
        try:
            copy_store(path, os.path.join(self.directory, 'copy.db'))
            self.db = sqlite3.connect(os.path.join(self.directory, 'copy.db'))
        except (OSError, sqlite3.Error):
            shutil.rmtree(self.directory, ignore_errors=True)
            raise
        self.db.text_factory = lambda raw: raw.decode('utf-8', 'backslashreplace')

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.db.close()
        shutil.rmtree(self.directory, ignore_errors=True)

    def rows(self, sql, arguments=()):
        return self.db.execute(sql, arguments).fetchall()

    def value(self, sql, arguments=()):
        return self.rows(sql, arguments)[0][0]

    def integrity(self):
        return [row[0] for row in self.rows('PRAGMA integrity_check') if row[0] != 'ok'] \
            + [f'dangling: {row}' for row in self.rows('PRAGMA foreign_key_check')]

    def state(self):
        """All that the store says; what is made at random (UIDs, and so the change sets that hold them; numbers of evaluations; the store's own name) by its length only."""
        tables = {'schema': self.rows('SELECT type, name, sql FROM sqlite_schema ORDER BY name')}
        for (table,) in self.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"):
            hidden = {'session': 'uid', 'log': 'changes', 'identity': 'name', 'evaluation': 'id', 'answer': 'evaluation'}.get(table)
            columns = [row[1] for row in self.rows(f'PRAGMA table_info("{table}")')]
            chosen = ', '.join(f'length("{c}")' if c == hidden else f'"{c}"' for c in columns)
            tables[table] = sorted(self.rows(f'SELECT {chosen} FROM "{table}"'), key=repr)
        return tables


KNOWN_STATES = {}


def state_of(path):
    """What a store says, or None without one. The same bytes are read once."""
    if not os.path.exists(path):
        return None
    digest = hashlib.sha256()
    for end in ('', '-wal'):
        if os.path.exists(path + end):
            with open(path + end, 'rb') as file:
                digest.update(b'file' + file.read())
    if digest.digest() not in KNOWN_STATES:
        try:
            with Oracle(path) as oracle:
                KNOWN_STATES[digest.digest()] = oracle.state()
        except (sqlite3.Error, ValueError) as error:
            return {f'readable: {error}': []}
    return KNOWN_STATES[digest.digest()]


def difference(before, after):
    """Where two states differ, for diagnostics."""
    if before is None or after is None:
        return ['no store before' if before is None else 'no store afterwards']
    lines = [f'{table} is not there' for table in sorted(set(before) - set(after))][:3]
    for table in sorted(set(before) & set(after)):
        if before[table] != after[table]:
            new = [row for row in after[table] if row not in before[table]]
            old = [row for row in before[table] if row not in after[table]]
            lines.append(f'{table}: {new[:2]} instead of {old[:2]}')
    return lines


def signal_name(status):
    return signal.Signals(-status).name if status < 0 else str(status)


def argument(place, default):
    """A number from the command line."""
    return int(sys.argv[place]) if len(sys.argv) > place else default


def compiled(scene, name, arguments, source=None):
    """What the compiler makes of it, or None."""
    path = scene.path(name)
    made = subprocess.run(['cc', '-D_GNU_SOURCE', '-O1', '-g', *arguments, '-o', path], input=source, text=True, capture_output=True, check=False)
    return path if made.returncode == 0 else None


def failing_memory(scene):
    """The library that makes allocations fail, or None."""
    return compiled(scene, 'nomem.so', ['-fPIC', '-shared', '-fno-builtin', os.path.join(ROOT, 'tests', 'fault', 'nomem.c')])
