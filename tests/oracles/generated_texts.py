"""How people and banks write what a transfer is for: the manners of RULES 7.3, 7.4 and 8, for statements.py."""
import re
import unicodedata

from generated_store import MONTHS, STRANGE_FAMILIES, STRANGE_GIVEN, fold

ADDRESSES = ('VIA ROMA 12 10121 TORINO', 'C.SO FRANCIA 30 TORINO', 'VIA PO 1 10124 TORINO TO IT', 'PIAZZA STATUTO 9', 'STR. DEL NOBILE 3 MONCALIERI')
SHORT = ('gen', 'feb', 'mar', 'apr', 'mag', 'giu', 'lug', 'ago', 'set', 'ott', 'nov', 'dic')
LONGER = ('genn', 'febb', 'marz', 'aprl', 'magg', 'giug', 'lugl', 'agos', 'sett', 'otto', 'nov', 'dicem')
DASHES = ('-', ' ', '?', '/', '.', ' - ', ':', ' _ ', '--')


def plain(text):
    """Without accents, as a bank's terminal has it."""
    return ''.join(c for c in unicodedata.normalize('NFKD', text.replace('’', "'")) if not unicodedata.combining(c))


def glue(text):
    return re.sub(r'[^A-Za-z0-9]+', '', plain(text))


def money(cents):
    return f'{cents // 100}.{cents % 100:02}'


def italian(cents):
    """1.234,56; with a minus sign if it went out."""
    whole = f'{abs(cents) // 100:,}'.replace(',', '.')
    return f'{"-" if cents < 0 else ""}{whole},{abs(cents) % 100:02}'


def month_name(claim):
    return MONTHS[int(claim.month[5:]) - 1]


def label(claim):
    """The name by which the edition tells the participant from the others."""
    person = claim.person
    return f'{person.family} {person.given}' if claim.edition.namesakes(person) else person.family


class Texts:
    def __init__(self, world, rng):
        self.world, self.rng = world, rng
        self.families = world.families()

    # ---- names

    def spell(self, name):
        """RULES 7.4: what is the same name."""
        rng = self.rng
        forms = [name, plain(name), plain(name).replace("'", rng.choice(("'", ' ', '')))]
        if "'" in name:
            forms.append(name.replace("'", '’'))
        if name[-1] in 'òàùì':
            forms.append(plain(name) + "'")
        if 'ü' in name or 'ö' in name:
            forms.append(name.replace('ü', 'ue').replace('ö', 'oe'))
        if name.startswith(('De ', 'Di ', 'Lo ')):
            forms.append(name.replace(' ', ''))
        form = rng.choice(forms)
        return form.upper() if rng.random() < 0.5 else form

    def called(self, person, strict=False):
        """A person as the bank names who pays."""
        rng = self.rng
        family, given = plain(person.family).upper(), plain(person.given).upper()
        if person.family[-1] in 'ò':
            family += "'"
        forms = [f'{family} {given}', f'{given} {family}', f'{family} {given}', f'DOTT.SSA {given} {family}', f'{family} {given} E {self.stranger()}']
        return forms[0] if strict else rng.choice(forms)

    def stranger(self):
        return f'{self.rng.choice(STRANGE_FAMILIES)} {self.rng.choice(STRANGE_GIVEN)}'.upper()

    # ---- parts of a reference

    def edition(self, edition):
        rng = self.rng
        return rng.choice((f'{edition.title} {edition.number} ed {edition.year}', f'{edition.title.lower()} {edition.number}° ed. {edition.year}',
                           f'{edition.title.upper()} {edition.number} EDIZIONE {edition.year}', f'{edition.title} n. {edition.number} ed. {edition.year}'))

    def twice(self, claim):
        """Whether the edition has that month in another year too: then the year must be said."""
        return any(m[5:] == claim.month[5:] and m != claim.month for h, c, m in self.world.claims if h == claim.person.handle and c == claim.edition.code)

    def month(self, claim):
        name = month_name(claim)
        return f'{name} {claim.month[:4]}' if self.twice(claim) or self.rng.random() < 0.1 else name

    def short_month(self, claim):
        place = int(claim.month[5:]) - 1
        short = self.rng.choice((SHORT[place], SHORT[place], SHORT[place] + '.', LONGER[place]))
        return f'{short} {claim.month[:4]}' if self.twice(claim) or self.rng.random() < 0.3 else short

    def numeric_month(self, claim):
        year, month = claim.month.split('-')
        return self.rng.choice((f'{month}/{year}', f'{int(month)}/{year}', f'{month}-{year}', f'{year}-{month}', f'{month}.{year}'))

    def spelled(self, claim):
        """The reference with another spelling of the name."""
        return claim.reference.replace(claim.person.family, self.spell(claim.person.family))

    def separated(self, claim):
        """With other separators than the edition's, or none; those between digits stay."""
        dashes = DASHES if claim.edition.template or self.glue_misleads(claim) else DASHES + ('',)
        return re.sub(r' - |_|(?<!\d)/|/(?!\d)', self.rng.choice(dashes), self.spelled(claim))

    # ---- the manners of RULES 7.3, each for one instalment

    def exact(self, claim):
        return claim.reference

    def upper(self, claim):
        text = self.separated(claim) if self.rng.random() < 0.5 else self.spelled(claim).replace('_', ' ')
        return plain(text).upper()

    def separators(self, claim):
        return self.separated(claim)

    def glued(self, claim):
        text = glue(claim.reference)
        return self.rng.choice((text, text.lower(), text.upper()))

    def cut(self, claim):
        """Cut at the end, of the month at least three letters are left; with a year, nothing of that."""
        text = self.upper(claim) if self.rng.random() < 0.5 else self.spelled(claim)
        name = month_name(claim)
        if self.twice(claim) or not text.lower().endswith(name):
            return text
        return text[:len(text) - len(name) + self.rng.randint(3, len(name) - 1)]

    def around(self, claim):
        rng, text = self.rng, self.rng.choice((self.exact, self.upper, self.separators))(claim)
        before = ['', 'BONIFICO A VOSTRO FAVORE', 'DISPOSTO DA ' + self.stranger(), 'BONIFICO SEPA', 'PAGAMENTO', 'Causale:', 'versamento quota',
                  'BANCA ORDINANTE 03069', 'CONTI CORRENTI', 'ORD. DEL 05.03.2021']
        after = ['', f'EUR {money(claim.gross)}', f'IMPORTO {italian(claim.gross)}', 'DATA REGOLAMENTO 05.03.21', 'TRN 1101210340', 'GRAZIE', 'buona giornata',
                 'VALUTA 31/03/2021', rng.choice(ADDRESSES), 'NOTPROVIDED', 'COMM 0,00', 'cordiali saluti dal gruppo']
        for _ in range(9):
            whole = ' '.join(part for part in (rng.choice(before), rng.choice(before[:3]), text, rng.choice(after), rng.choice(after)) if part)
            if len(whole) <= 140:
                return whole
        return text

    def abbreviated(self, claim):
        who, what, month = self.spell(label(claim)), self.edition(claim.edition), self.short_month(claim)
        return self.rng.choice((f'{what} {who} {month}', f'{what}_{who}_{month}', f'{what} - {who} - {month}', f'{who} {month} {what}'))

    def numeric(self, claim):
        who, what, month = self.spell(label(claim)), self.edition(claim.edition), self.numeric_month(claim)
        return self.rng.choice((f'{what} {who} {month}', f'{who} {month} {what}', f'{what}_{who}_{month}', f'{what} {who} mese {month}'))

    def wordy(self, claim):
        who, what, month = self.spell(label(claim)), self.edition(claim.edition), self.month(claim)
        return self.rng.choice((f'{what} – {who} – mese di {month}', f'{who} - {what} - mese di {month}', f'Quota di {month} {what} {who}',
                                f'rata {month} {what}, {who}', f'{who}: pagamento {month} per {what}'))

    def unnumbered(self, claim):
        """`balint rossi mar 2021`: only where nobody else could be meant, see alone()."""
        who = self.spell(label(claim))
        month = self.rng.choice((self.short_month(claim).split()[0] + ' ' + claim.month[:4], month_name(claim) + ' ' + claim.month[:4], self.numeric_month(claim)))
        return self.rng.choice((f'balint {who} {month}', f'{who} {month} gruppo balint', f'gruppo balint {who} {month}', f'quota balint {month} {who}'))

    def alone(self, person):
        """The only one whose name has these words, and in one edition."""
        own = set(fold(person.family).split())
        return len(person.editions) == 1 and not any(own & set(fold(other.family).split()) for other in self.world.people if other is not person)

    # ---- what happens to a text on its way

    def broken(self, text, most=3):
        """With spaces where there were none."""
        for _ in range(self.rng.randint(1, most)):
            places = [i for i in range(1, len(text)) if text[i - 1].isalnum() and text[i].isalnum()]
            if not places:
                break
            at = self.rng.choice(places)
            text = text[:at] + ' ' + text[at:]
        return text

    def may_mislead(self, before, after, claims):
        """Whether a text that was broken reads as another name or month, or hides what tells namesakes or numbers apart."""
        after = re.sub(r'\b2 ?0 ?2 ?([0-3])\b', r'202\1', after)  # a year is read even so
        new = set(fold(after).split()) - set(fold(before).split())
        own = {fold(claim.person.family).replace(' ', '') for claim in claims} | {w for c in claims for w in fold(c.person.family).split()}
        months = {month_name(claim)[:3] for claim in claims}
        others = {family for family in self.families if len(family) >= 4} - own
        for piece in new:
            if piece in self.families or piece in SHORT and piece not in months or re.fullmatch(r'[a-z]*\d+', piece):
                return True
            if any(piece.startswith(other) or piece.endswith(other) for other in others):
                return True
        words = fold(after).split()
        return any(fold(label(claim)) not in ' '.join(words) for claim in claims if claim.edition.namesakes(claim.person))

    def glue_misleads(self, claim):
        """`russopieraprile`: Pier in April, or Piera."""
        given = fold(claim.person.given)
        return any(fold(n.given).startswith(given) or given.startswith(fold(n.given)) for n in claim.edition.namesakes(claim.person))

    def mistyped(self, name):
        """A typing error that makes no other name that we know."""
        rng = self.rng
        for _ in range(20):
            at = rng.randrange(1, len(name) - 1)
            twice, swapped, other = name[at] + name[at:], name[at + 1] + name[at] + name[at + 2:], rng.choice('aeinrt') + name[at + 1:]
            wrong = name[:at] + rng.choice((twice, swapped, other))
            if fold(wrong) != fold(name) and fold(wrong) not in self.families and len(fold(wrong)) >= 5:
                return wrong
        return None

