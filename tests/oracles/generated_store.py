"""An association with five open editions, for statements.py: people with homonyms, calendars that overlap, references.

The casts are fixed, since their names are the difficulty; which edition has which cast, who else is in it, numbers, years,
prices and who is known by their account follow from the seed. The store is made by the programs themselves.
"""
import collections
import os
import random
import re
import sqlite3
import subprocess
import unicodedata

MONTHS = ('gennaio', 'febbraio', 'marzo', 'aprile', 'maggio', 'giugno', 'luglio', 'agosto', 'settembre', 'ottobre', 'novembre', 'dicembre')
DOCTORS = ('medico', 'psicologo', 'psicoterapeuta')
OTHERS = ('infermiere', 'educatore', 'oss', 'insegnante', 'terp')
OURS = 'IT92S0200801058000040951624'

# Family name, given name; a star: the same person in another cast too; doctor, other: the group of professions.
CASTS = (
    (('Rossi', 'Maria', '*'), ('Luca', 'Anna'), ('De Luca', 'Giorgio'), ('Maggio', 'Ida'), ('Conti', 'Teresa'), ('Müller', 'Hannah'),
     ('Ferrari', 'Paolo', 'doctor'), ('Ferrari', 'Chiara', 'doctor')),
    (('Rossi', 'Maria', '*'), ('Rossi', 'Mario', 'doctor'), ("D'Angelo", 'Anna'), ("D'Alò", 'Nicolò'), ('Nicolò', 'Pietro'), ('Favore', 'Rita'),
     ('Aprile', 'Carlo'), ('Conti', 'Marco'), ('De Luca', 'Sara')),
    (('Banca', 'Sergio'), ('Rossini', 'Elena'), ('Rossi', 'Franco'), ("O'Connor", 'Brian'), ('Nuñez', 'Pilar'), ('Russo', 'Piera', 'doctor'),
     ('Russo', 'Pier', 'other')),
    (('Rosi', 'Ugo'), ('Rossi', 'Giulia'), ('Ferrari Bianchi', 'Laura'), ('Ferrari', 'Aldo'), ('Maggio', 'Ettore'), ('Marino', 'Dario'),
     ("D'Angelo", 'Bruna')),
    (('De Santis', 'Ivo'), ('Di Marco', 'Eva'), ('Lo Presti', 'Rosa'), ('Müller', 'Jörg'), ('Conti', 'Teresa'), ('Ricci', 'Paolo', 'other'),
     ('Ricci', 'Paola', 'other')),
)
OTHER_FAMILIES = ('Greco', 'Fontana', 'Gallo', 'Galli', 'Costa', 'Giordano', 'Mancini', 'Lombardi', 'Moretti', 'Barbieri', 'Santoro', 'Mariani',
                  'Rinaldi', 'Caruso', 'Ferrara', 'Martini', 'Longo', 'Gentile', 'Vitale', 'Coppola', 'Parisi', 'Fabbri', 'Marchetti', 'Grassi',
                  'Farina', 'Benedetti', 'Palumbo', 'Sanna', 'Donati', 'Silvestri', 'Pellegrini', 'Bianco', 'Colombo', 'Romano', 'Lo Bianco')
OTHER_GIVEN = ('Silvia', 'Bruno', 'Livia', 'Ezio', 'Nora', 'Dino', 'Irma', 'Fabio', 'Gaia', 'Omar', 'Lea', 'Renzo', 'Tea', 'Walter', 'Zoe')
# Never members: spouses and strangers.
STRANGE_FAMILIES = ('Zanetti', 'Bellini', 'Orlando', 'Pagani', 'Serra', 'Tosi', 'Valli', 'Zorzi', 'Brambilla', 'Cattaneo', 'Usai', 'Quaranta')
STRANGE_GIVEN = ('Giovanni', 'Stefano', 'Claudia', 'Roberta', 'Emanuele', 'Ginevra', 'Tommaso', 'Vittoria')
NEAR_FAMILIES = ('Rosso', 'Rossetti', 'Ferraris', 'Conte', 'Conterno', 'Marini', 'Bianchini', 'Lucas', 'Greci', 'Fontanella', 'Ricciardi', 'Costanzo',
                 'De Lucia', 'Delucchi', 'Maggi', 'Maggiore', 'Aprili', 'Bancale', 'Gallina', 'Muller-Weiss', "D'Angeli", 'Rosini', 'Russi')
INSTITUTIONS = (('ASL TO3', 'asl.to3'), ('Comune di Pinerolo', 'pinerolo'), ('Cooperativa Il Sentiero', 'sentiero'))
TEMPLATES = ('Quota Balint {code} {family} {given} {month}', '{title} n. {number}/{year} - {given} {family} - {month}', 'BALINT{number}/{family}/{month}')

Claim = collections.namedtuple('Claim', 'person edition month gross reference')


def fold(text):
    """Lower case without accents and apostrophes; whatever else is no letter or digit separates words."""
    bare = ''.join(c for c in unicodedata.normalize('NFKD', text) if not unicodedata.combining(c)).lower()
    return ' '.join(re.sub(r'[^a-z0-9]+', ' ', bare.replace("'", '').replace('’', '')).split())


def iban_of(rng):
    """An Italian IBAN with its CIN and check digits, by RULES 9.1."""
    odd = (1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23)
    account = f'{rng.choice((2008, 3069, 5428, 7601, 3015)):05}{rng.randrange(1000, 99999):05}{rng.randrange(10 ** 9):012}'
    total = sum(odd[int(c)] if place % 2 == 0 else int(c) for place, c in enumerate(account))
    bban = chr(ord('A') + total % 26) + account
    number = ''.join(str(int(c, 36)) for c in bban + 'IT00')
    return f'IT{98 - int(number) % 97:02}{bban}'


class Person:
    def __init__(self, handle, family, given, profession, iban):
        self.handle, self.family, self.given, self.profession, self.iban = handle, family, given, profession, iban
        self.payer = None  # an institution
        self.known = False  # whether the payer book has the account
        self.editions = []

    def __repr__(self):
        return self.handle


class Edition:
    def __init__(self, code, title, number, year, template, first, last, every):
        self.code, self.title, self.number, self.year, self.template = code, title, number, year, template
        self.first, self.last, self.every = first, last, every
        self.members = []

    def __repr__(self):
        return self.code

    def namesakes(self, person):
        return [other for other in self.members if fold(other.family) == fold(person.family) and other is not person]


class World:
    """All that is known before a credit comes in."""

    def __init__(self, seed):
        self.rng = random.Random(f'world {seed}')
        self.people, self.editions, self.claims = [], self.make_editions(), {}
        self.institutions = {handle: (name, iban_of(self.rng)) for name, handle in INSTITUTIONS}
        self.make_people()
        self.make_payers()

    def make_editions(self):
        rng, base = self.rng, self.rng.randrange(4, 17)
        paediatric = rng.choice((2, base, base + 1))  # another title, perhaps the same number
        return [Edition(str(base), 'Gruppo Balint', base, 2020, None, '2020-05-06', '2021-03-31', '2w'),
                Edition(str(base + 1), 'Gruppo Balint', base + 1, 2020, None, '2021-02-17', '2021-12-15', '2w'),
                Edition(f'q{base + 2}', 'Gruppo Balint', base + 2, 2021, rng.choice(TEMPLATES), '2021-09-08', '2022-07-06', '2w'),
                Edition('ped', 'Gruppo Balint Pediatri', paediatric, rng.choice((2020, 2021)), None, '2021-01-12', '2021-12-21', '1w'),
                Edition('due', 'Gruppo Balint', base + 3, 2021, None, '2021-03-15', '2022-12-20', '2w')]

    def handle_of(self, family, given):
        plain = fold(family).replace(' ', '')
        taken = {person.handle for person in self.people}
        for handle in (plain, f'{plain}.{fold(given)}', f'{plain}.{fold(given)}2'):
            if handle not in taken:
                return handle
        raise ValueError(handle)

    def make_people(self):
        rng, casts = self.rng, list(CASTS)
        rng.shuffle(casts)
        families = list(OTHER_FAMILIES)
        rng.shuffle(families)
        shared = {}
        for edition, cast in zip(self.editions, casts):
            for family, given, *mark in cast:
                person = shared.get((family, given)) if mark == ['*'] else None
                edition.members.append(person or self.add(family, given, mark))
                if mark == ['*']:
                    shared[(family, given)] = edition.members[-1]
            while len(edition.members) < rng.choice((10, 11, 11, 12)):
                edition.members.append(self.add(families.pop(), rng.choice(OTHER_GIVEN), []))
            for member in edition.members:
                member.editions.append(edition)

    def add(self, family, given, mark):
        group = DOCTORS if mark == ['doctor'] else OTHERS if mark == ['other'] else DOCTORS + OTHERS
        person = Person(self.handle_of(family, given), family, given, self.rng.choice(group), iban_of(self.rng))
        person.known = self.rng.random() < 0.25
        self.people.append(person)
        return person

    def make_payers(self):
        """Institutions pay for three people of an edition each; their names are plain."""
        for handle, edition in zip(self.institutions, self.rng.sample(self.editions, len(self.institutions))):
            plain = [m for m in edition.members if m.family in OTHER_FAMILIES and ' ' not in m.family and not m.payer and not edition.namesakes(m)]
            for member in self.rng.sample(plain, min(3, len(plain))):
                member.payer = handle
                member.known = False

    def sponsored(self, handle):
        return [person for person in self.people if person.payer == handle]

    def families(self):
        """All words of all family names, folded."""
        return {word for person in self.people for word in fold(person.family).split()} | {fold(p.family).replace(' ', '') for p in self.people}

    def commands(self):
        """What an administrator would type."""
        yield ['balint-group', 'init', '--association', 'Circolo Balint', '--payee', 'Circolo Balint', '--iban', OURS]
        for handle, (name, _) in self.institutions.items():
            yield ['balint-group', 'person', 'add', handle, '--institution', '--family', name]
        for p in self.people:
            yield ['balint-group', 'person', 'add', p.handle, '--family', p.family, '--given', p.given, '--profession', p.profession] \
                + (['--payer', p.payer] if p.payer else [])
        for e in self.editions:
            yield ['balint-group', 'edition', 'add', e.code, '--number', str(e.number), '--year', str(e.year), '--title', e.title] \
                + (['--reference', e.template] if e.template else [])
            yield ['balint-group', '-e', e.code, 'enrol'] + [m.handle for m in e.members]
        for year in (2020, 2021, 2022):
            yield ['balint-calendar', 'break', 'add', '--all-editions', f'{year}-07-25..{year}-09-01', 'Estate']
        for place, e in enumerate(self.editions):
            yield ['balint-calendar', '-e', e.code, 'generate', '--from', e.first, '--until', e.last, '--every', e.every]
            # The same price in two editions, odd ones in others.
            doctors, others = (('350', '250'), ('350', '250'), ('420.50', '301'), ('480', '330'), ('900', '640'))[place]
            yield ['balint-fees', '-e', e.code, 'tariff', 'set', 'medici-psicologi', doctors, '--vat', '22']
            yield ['balint-fees', '-e', e.code, 'tariff', 'set', 'altre-professioni', others] + (['--nature', 'N4'] if place == 3 else ['--vat', '22'])
            yield ['balint-fees', '-e', e.code, 'plan']

    def build(self, store, today='2023-01-31'):
        """Makes the store, and learns from it what the instalments are; the payer book, which matches teach, is written by hand."""
        environment = dict(os.environ, BALINT_DB=store, BALINT_TODAY=today)
        for argv in self.commands():
            subprocess.run(argv, env=environment, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        base = sqlite3.connect(store)
        base.executemany("INSERT INTO payer SELECT ?, id, '2021-01-01' FROM person WHERE handle = ?",
                         [(person.iban, person.handle) for person in self.people if person.known])
        base.commit()
        self.read(base)
        base.close()

    def read(self, base):
        people, editions = {p.handle: p for p in self.people}, {e.code: e for e in self.editions}
        rows = base.execute('SELECT p.handle, e.code, substr(i.due_on, 1, 7), i.gross, i.reference FROM instalment AS i'
                            '  JOIN enrolment AS m ON m.id = i.enrolment JOIN person AS p ON p.id = m.person JOIN edition AS e ON e.id = m.edition'
                            ' ORDER BY e.id, p.id, i.due_on')
        for handle, code, month, gross, reference in rows:
            self.claims[handle, code, month] = Claim(people[handle], editions[code], month, gross, reference)
        for claim in self.claims.values():
            self.expect_reference(claim)

    def expect_reference(self, claim):
        """RULES 7.1, counted by itself."""
        edition, person = claim.edition, claim.person
        month = MONTHS[int(claim.month[5:]) - 1]
        months = {m for h, c, m in self.claims if h == person.handle and c == edition.code}
        template = edition.template or '{title} {number} ed {year}_{family}_{month}'
        names = {'family': person.family, 'given': person.given}
        if edition.namesakes(person):
            names['family'] = f'{person.family} {person.given}'
        forms = [month] + [f'{month} {claim.month[:4]}'] * (sum(m[5:] == claim.month[5:] for m in months) > 1)
        expected = [template.format(title=edition.title, number=edition.number, year=edition.year, code=edition.code, month=form, **names) for form in forms]
        assert claim.reference == expected[-1] or claim.reference in expected and len(set(m[5:] for m in months)) < len(months), (claim.reference, expected)

    def account(self, person, edition):
        """The claims of one participant, by month."""
        return [claim for claim in self.claims.values() if claim.person is person and claim.edition is edition]
