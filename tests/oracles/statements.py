#!/usr/bin/python3 -B
"""A store and statements of a bank with 1,000 credits, and for each of them what an honest expert would make of it.

usage: statements.py SEED DIRECTORY

Makes DIRECTORY/store.db with the programs found in PATH, and there too, in three forms, the same statement:
generic.csv, unicredit.csv, camt.xml, each with FORM.truth, a JSON object a line:

    line, date, amount    of the file, to find the credit by; a storno has a negative amount
    class                 sure     whoever has the line and the store is certain: must be matched, to exactly that
                          likely   there is an answer, but a person should look: if it is matched, then to exactly that
                          never    several could be meant, or nobody: must not be matched
    expect, why           the verdict one would expect of it, and the reason, in words
    manner, payer         how it was written, and by whom it was paid: for the statistics
    due                   [handle, edition, month] of the instalments it is for, in the order in which they are paid
    allocated             how much each of them then takes, if all that is sure before was matched
    undoes                of a storno: the line that it takes back

The same seed gives the same bytes. The lines come by date; what is sure does not depend on what is only likely.
"""
import datetime
import os
import random
import re
import sys

from generated_forms import Camt, Generic, Unicredit
from generated_store import INSTITUTIONS, MONTHS, NEAR_FAMILIES, World, fold, iban_of
from generated_texts import Texts, glue, label, month_name, plain

CREDITS = 1000
SOON = datetime.date(2022, 12, 31)


class Credit:
    """One line of the statement, in whatever form."""

    def __init__(self, date, amount, text, cls, manner, due=(), expect=None, why='', payer='', by='self', iban='', trn='', undoes=None):
        self.date, self.amount, self.text, self.cls, self.manner, self.due = date, amount, text, cls, manner, list(due)
        self.payer, self.by, self.iban, self.trn, self.undoes = payer, by, iban, trn, undoes
        self.expect = expect or {'sure': 'matched', 'likely': 'probable', 'never': 'ambiguous'}[cls]
        self.why = why
        self.needs_iban = False
        self.allocated = []


class Statement:
    """The stories of all participants, turned into credits."""

    def __init__(self, world, seed):
        self.world, self.rng = world, random.Random(f'statement {seed}')
        self.texts = Texts(world, self.rng)
        self.credits, self.number = [], 0
        self.spare = []  # claims that nothing sure is for
        for edition in world.editions:
            self.tell(edition)
        self.spare.sort(key=lambda claim: self.rng.random())
        self.tell_likely()
        self.tell_never()
        self.tell_stornos()
        self.fill()
        self.credits.sort(key=lambda credit: credit.date)
        self.allocate()

    # ---- small parts

    def trn(self):
        self.number += 1
        return f'1101{self.rng.randrange(10 ** 6):06}{self.number:06}'

    def day(self, claim, late=25):
        year, month = map(int, claim.month.split('-'))
        last = datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(1)
        return min(last + datetime.timedelta(self.rng.randint(-20, late)), SOON)

    def pays(self, person, manner):
        """Who pays for somebody: (name, kind, IBAN, class that is left)."""
        rng, kind = self.rng, self.rng.random()
        strange = iban_of(rng) if rng.random() < 0.7 else ''
        if person.payer and kind < 0.6:
            name, iban = self.world.institutions[person.payer]
            return name.upper(), 'institution', iban, 'sure'
        if kind < 0.78:
            clear = manner in ('exact', 'upper', 'separators', 'partial') or not set(fold(person.given).split()) & self.texts.families
            return self.texts.called(person), 'self', person.iban if person.known or rng.random() < 0.6 else '', 'sure' if clear else 'likely'
        if kind < 0.88:
            return self.texts.stranger(), 'spouse', strange, 'sure'
        if kind < 0.93:
            return f'{plain(person.family)} {self.texts.stranger().split()[1]}'.upper(), 'spouse of that name', strange, 'sure'
        if kind < 0.96:
            other = rng.choice([p for p in self.world.people if fold(p.family) != fold(person.family)])
            return self.texts.called(other, strict=True), 'another member', '', 'sure' if manner in ('exact', 'upper') else 'likely'
        return '', 'not said', '', 'sure'

    def add(self, date, amount, text, cls, manner, due=(), person=None, **more):
        """A credit; with a person, somebody is found who pays for them."""
        if person is not None:
            payer, by, iban, left = self.pays(person, manner)
            more = dict(dict(payer=payer, by=by, iban=iban), **more)
            if cls == 'sure' and left != 'sure':
                cls, more['why'] = left, 'the payer is called like another member'
        more.setdefault('trn', self.trn())
        assert len(text) <= 140, text
        self.credits.append(Credit(date, amount, text, cls, manner, due, **more))
        return self.credits[-1]

    # ---- the members' stories

    def tell(self, edition):
        rng, monthly = self.rng, {}
        for member in edition.members:
            claims, lot = self.world.account(member, edition), rng.random()
            if edition.namesakes(member):  # every other month stays for what is ambiguous
                monthly[member] = claims[::2]
                self.spare += claims[1::2]
            elif lot < 0.06 and len(claims) <= 12:
                self.whole(claims)
            elif lot < 0.16:
                self.blocks(claims)
            elif lot < 0.84:
                kept = [claim for claim in claims if rng.random() < 0.92]
                monthly[member] = kept
                self.spare += [claim for claim in claims if claim not in kept]
            else:
                self.spare += claims
        self.pairs(edition, monthly)
        for member, claims in monthly.items():
            for claim in claims:
                self.single(claim)

    def whole(self, claims):
        """427.00: all of it."""
        who, what = self.texts.spell(label(claims[0])), self.texts.edition(claims[0].edition)
        text = self.rng.choice((f'{what}_{who}', f'{what} {who} saldo', f'{what} - {who} - quota intera', f'{who} {what} tutte le rate'))
        self.add(self.day(claims[0]), sum(c.gross for c in claims), text, 'sure', 'whole amount', claims, person=claims[0].person, by='self')

    def blocks(self, claims):
        """Two or three months in one transfer, sometimes less than they are."""
        while claims:
            many = self.rng.choice((2, 2, 3))
            part, claims = claims[:many], claims[many:]
            names = [self.texts.short_month(c) if self.rng.random() < 0.5 else self.texts.month(c) for c in part]
            joint = self.rng.choice((' ', ' e ', '/', ', ', ' - ', '+'))
            months = joint.join(names)
            who, what = self.texts.spell(label(part[0])), self.texts.edition(part[0].edition)
            text = self.rng.choice((f'{what} {who} {months}', f'{what}_{who}_{months}', f'{who} {months} {what}'))
            short = self.rng.choice((0, 0, 0, 80)) if len(part) > 1 else 0
            mixed = fold(part[0].person.family) in MONTHS and text.startswith(who) \
                or any(fold(member.family) in [month_name(c) for c in part] for member in part[0].edition.members)
            self.add(self.day(part[-1]), sum(c.gross for c in part) - short, text, 'likely' if mixed else 'sure',
                     'list of months' if not short else 'list of months, less', part, person=part[0].person,
                     why='a surname that is a month, and a list of months' if mixed else '')

    def pairs(self, edition, monthly):
        """`Rossi e Verdi marzo`, in one transfer; an institution's three."""
        rng = self.rng
        simple = [m for m in monthly if not edition.namesakes(m) and re.fullmatch('[A-Z][a-z]+', m.family) and fold(m.family) not in MONTHS
                  and m.family not in ('Banca', 'Favore', 'Conti')]
        for handle in self.world.institutions:
            three = [m for m in simple if m.payer == handle]
            if len(three) == 3:
                self.together(monthly, three, 2, self.world.institutions[handle])
        for _ in range(3):
            if len(simple) > 1:
                self.together(monthly, rng.sample(simple, 2), 1, None)

    def together(self, monthly, people, times, institution):
        rng = self.rng
        months = sorted(set.intersection(*({c.month for c in monthly[p]} for p in people)))
        for month in rng.sample(months, min(times, len(months))):
            due = [next(c for c in monthly[p] if c.month == month) for p in people]
            for person, claim in zip(people, due):
                monthly[person] = [c for c in monthly[person] if c is not claim]
            names = rng.choice((' e ', ', ', ' + ', '/', ' ')).join(self.texts.spell(p.family) for p in people)
            text = f'{self.texts.edition(due[0].edition)} {names} {self.texts.month(due[0])}'
            payer, iban = institution or (self.texts.called(people[0], strict=True), '')
            self.add(self.day(due[0]), sum(c.gross for c in due), text, 'sure', 'several people', due, payer=payer.upper(), iban=iban,
                     by='institution' if institution else 'self')

    def single(self, claim):
        """One month, in one of the manners; now and then in two parts, or as true twins."""
        rng, texts = self.rng, self.texts
        if claim.gross % 2 == 0 and rng.random() < 0.03:
            return self.twins(claim)
        if rng.random() < 0.1:
            return self.parts(claim)
        manner = rng.choice(('exact', 'exact', 'upper', 'upper', 'upper', 'separators', 'separators', 'glued', 'broken', 'broken', 'cut', 'around', 'around',
                             'abbreviated', 'numeric', 'wordy', 'wordy', 'unnumbered'))
        if manner == 'unnumbered' and not texts.alone(claim.person):
            manner = 'wordy'
        if manner == 'broken':
            return self.broken(claim)
        cls = 'likely' if manner == 'glued' and texts.glue_misleads(claim) else 'sure'
        self.add(self.day(claim), claim.gross, getattr(texts, manner)(claim), cls, manner, [claim], person=claim.person,
                 why='glued, the namesakes cannot be told apart' if cls == 'likely' else '')

    def broken(self, claim):
        before = self.rng.choice((self.texts.upper, self.texts.separators, self.texts.glued))(claim)
        after = self.texts.broken(before)
        bad = self.texts.may_mislead(before, after, [claim]) or self.texts.glue_misleads(claim)
        self.add(self.day(claim), claim.gross, after, 'likely' if bad else 'sure', 'broken', [claim], person=claim.person,
                 why='the pieces read as something else' if bad else '')

    def parts(self, claim):
        first, day = self.rng.randrange(500, claim.gross - 500), self.day(claim, 0)
        for amount, later in ((first, 0), (claim.gross - first, self.rng.randint(1, 30))):
            text = self.rng.choice((self.texts.exact, self.texts.upper, self.texts.wordy))(claim)
            self.add(min(day + datetime.timedelta(later), SOON), amount, text, 'sure', 'partial', [claim], person=claim.person)

    def twins(self, claim):
        """Two halves on the same day, alike to the letter, without an id of the bank's."""
        first = self.add(self.day(claim), claim.gross // 2, self.texts.exact(claim), 'sure', 'true twins', [claim], person=claim.person, trn='')
        self.credits.append(Credit(first.date, first.amount, first.text, first.cls, 'true twins', [claim], why=first.why, payer=first.payer, by=first.by,
                                   iban=first.iban))

    # ---- what has an answer, but not a certain one

    def take(self, wanted=lambda claim: True):
        """A claim that nothing else is for, now or later; none if there is no such."""
        for claim in self.spare:
            if wanted(claim):
                self.spare.remove(claim)
                return claim
        return None

    def tell_likely(self):
        def plain_one(c):
            return not c.edition.namesakes(c.person) and not self.texts.twice(c) and not c.edition.template

        tellers = ((self.typo, 22, lambda c: plain_one(c) and len(c.person.family) > 4), (self.no_title, 8, plain_one), (self.wrong_year, 6, plain_one),
                   (self.two_letters, 6, plain_one), (self.too_much, 10, plain_one), (self.by_payer_name, 8, self.is_split_by_name),
                   (self.by_amount, 8, self.is_split_by_amount), (self.by_iban, 8, lambda c: c.person.known and c.edition.namesakes(c.person)),
                   (self.iban_alone, 8, lambda c: c.person.known and len(c.person.editions) == 1 and not self.texts.twice(c)),
                   (self.iban_of_another, 5, plain_one), (self.ordinal, 5, plain_one), (self.one_edition_has_it, 6, self.is_in_one))
        for teller, count, wanted in tellers:
            for _ in range(count):
                claim = self.take(wanted)
                if claim:
                    teller(claim)

    def likely(self, claim, text, manner, why, **more):
        more.setdefault('amount', claim.gross)
        amount = more.pop('amount')
        more.setdefault('person', claim.person)
        return self.add(self.day(claim), amount, text, more.pop('cls', 'likely'), manner, [claim], why=why, **more)

    def typo(self, claim):
        wrong = self.texts.mistyped(claim.person.family)
        if wrong:
            self.likely(claim, claim.reference.replace(claim.person.family, wrong), 'typing error', f'{wrong} is nobody: {claim.person.family}?',
                        payer=self.texts.stranger(), by='spouse', iban='', expect='ambiguous')

    def no_title(self, claim):
        text = f'{claim.edition.number} ed {self.texts.spell(claim.person.family)} {month_name(claim)}'
        self.likely(claim, text, 'half an edition', 'title and year are not said')

    def wrong_year(self, claim):
        year = claim.edition.year + self.rng.choice((1, -1))
        self.likely(claim, f'{claim.edition.title} {claim.edition.number} ed {year}_{claim.person.family}_{month_name(claim)}', "another year's edition",
                    f'there is no {claim.edition.number} ed {year}')

    def two_letters(self, claim):
        name = month_name(claim)
        if not any(c is not claim and month_name(c)[:2] == name[:2] for c in self.world.account(claim.person, claim.edition)):
            self.likely(claim, claim.reference[:len(claim.reference) - len(name) + 2], 'cut to two letters', 'only one of the months begins so')

    def too_much(self, claim):
        self.likely(claim, self.texts.exact(claim), 'too much', 'more than that month is', amount=claim.gross + self.rng.choice((1, 460, 1000)))

    def namesake_reference(self, claim):
        """The reference as if there were no namesakes."""
        return claim.reference.replace(f'{claim.person.family} {claim.person.given}', claim.person.family)

    def is_split_by_name(self, claim):
        return bool(claim.edition.namesakes(claim.person)) and not claim.edition.template

    def is_split_by_amount(self, claim):
        mates = claim.edition.namesakes(claim.person)
        return bool(mates) and not claim.edition.template and all(self.world.claims[m.handle, claim.edition.code, claim.month].gross != claim.gross for m in mates)

    def by_payer_name(self, claim):
        self.likely(claim, self.namesake_reference(claim), 'namesakes, payer named', 'the payer has the given name of one of them',
                    payer=self.texts.called(claim.person, strict=True), by='self', iban='')

    def by_amount(self, claim):
        self.likely(claim, self.namesake_reference(claim), 'namesakes, other amounts', 'only one of them owes so much', payer=self.texts.stranger(), by='spouse',
                    iban='')

    def by_iban(self, claim):
        text = self.namesake_reference(claim)
        text = text if text != claim.reference else f'{self.texts.edition(claim.edition)} {claim.person.family} {self.texts.month(claim)}'
        credit = self.likely(claim, text, 'namesakes, known account', 'the payer book knows whose account it is', cls='sure', by='self',
                             payer=plain(claim.person.family).upper(), iban=claim.person.iban)
        credit.needs_iban = True

    def iban_alone(self, claim):
        credit = self.likely(claim, f'quota gruppo balint {month_name(claim)}', 'known account, month', 'no name, but the account and the month', by='self',
                             payer=self.texts.stranger(), iban=claim.person.iban)
        credit.needs_iban = True

    def iban_of_another(self, claim):
        other = next((p for p in self.world.people if p.known and p is not claim.person and fold(p.family) != fold(claim.person.family)), None)
        if other:
            self.likely(claim, claim.reference, "another's known account", 'the reference says one thing, the account another', by='another member',
                        payer=self.texts.called(other, strict=True), iban=other.iban, expect='ambiguous')

    def ordinal(self, claim):
        place = [c.month for c in self.world.account(claim.person, claim.edition)].index(claim.month) + 1
        text = f'{self.texts.edition(claim.edition)} {self.texts.spell(claim.person.family)} rata n. {place}'
        self.likely(claim, text, 'a number for a month', 'no month is said')

    def is_in_one(self, claim):
        """Of all who have this name, only one has an instalment of that month."""
        return not claim.edition.template and not self.texts.alone(claim.person) and not self.texts.twice(claim) and not any(
            c is not claim and c.month == claim.month and set(fold(c.person.family).split()) & set(fold(claim.person.family).split())
            for c in self.world.claims.values())

    def one_edition_has_it(self, claim):
        self.likely(claim, f'balint {self.texts.spell(label(claim))} {month_name(claim)} {claim.month[:4]}', 'month of one edition only',
                    'of the namesakes, one has that month')

    # ---- what has no answer

    def never(self, claim, text, manner, why, expect='ambiguous', **more):
        amount = more.pop('amount', claim.gross)
        more.setdefault('payer', self.texts.stranger())
        more.setdefault('by', 'spouse')
        self.add(self.day(claim), amount, text, 'never', manner, expect=expect, why=why, **more)

    def some(self, count, wanted=lambda claim: True):
        """Claims to be alluded to; nothing is paid of them, so that they may serve again."""
        fitting = [claim for claim in self.world.claims.values() if wanted(claim)]
        return self.rng.sample(fitting, min(count, len(fitting)))

    def tell_never(self):
        untold = {id(claim) for claim in self.spare}

        def idle(c):
            return id(c) in untold and sum(id(o) in untold for o in self.world.account(c.person, c.edition)) > 2

        for claim in self.some(30, lambda c: not c.edition.template and idle(c)):
            text = claim.reference[:claim.reference.rindex('_')]
            self.never(claim, text, 'no month', 'one person, no month: the oldest open at most', 'probable', payer=self.texts.called(claim.person), by='self')
        for claim in self.some(20, idle):
            self.never(claim, self.rng.choice(('BONIFICO', 'quota', 'saldo quota corso', 'pagamento')), 'a payer, no text', 'a name, no month', 'probable',
                       payer=self.texts.called(claim.person, strict=True), by='self')
        self.never_namesakes()
        self.never_edition()
        self.never_month()
        self.never_names()
        self.never_paid()
        self.never_people()

    def never_namesakes(self):
        for claim in self.some(20, lambda c: self.is_split_by_name(c) and not self.is_split_by_amount(c)):
            self.never(claim, self.namesake_reference(claim), 'namesakes', 'two of that name in the edition')

        def across(c):
            return any(o.month == c.month and o.person is not c.person and fold(o.person.family) == fold(c.person.family) for o in self.world.claims.values())

        def twice(c):
            return any(o.person is c.person and o.edition is not c.edition and o.month == c.month for o in self.world.claims.values())

        for claim in self.some(15, across):
            self.never(claim, f'balint {claim.person.family} {month_name(claim)} {claim.month[:4]}', 'namesakes of two editions', 'two of that name have that month')
        for claim in self.some(6, twice):
            self.never(claim, f'balint {claim.person.family} {claim.person.given} {month_name(claim)} {claim.month[:4]}', 'member of two editions', 'which edition?')

    def never_edition(self):
        rng = self.rng
        for claim in self.some(18, lambda c: not c.edition.template and not c.edition.namesakes(c.person)):
            others = [e for e in self.world.editions if not e.template and e is not claim.edition
                      and not any(set(fold(m.family).split()) & set(fold(claim.person.family).split()) for m in e.members)]
            if others:
                other = rng.choice(others)
                self.never(claim, f'{other.title} {other.number} ed {other.year}_{claim.person.family}_{month_name(claim)}', 'wrong edition',
                           f'not in {other.code}, but in {claim.edition.code}', payer=self.texts.called(claim.person, strict=True), by='self')
        numbers = {e.number for e in self.world.editions}
        for claim in self.some(8, lambda c: not c.edition.template):
            number = rng.choice([n for n in range(21, 60) if n not in numbers])
            self.never(claim, f'Gruppo Balint {number} ed 2018_{claim.person.family}_{month_name(claim)}', 'no such edition', 'there is no such edition')

    def never_month(self):
        rng = self.rng
        for claim in self.some(8, lambda c: not c.edition.template and not self.texts.twice(c)):
            missing = [m for m in MONTHS if m not in {month_name(c) for c in self.world.account(claim.person, claim.edition)}]
            if missing:
                self.never(claim, claim.reference.replace(month_name(claim), rng.choice(missing)), 'no such month', 'the edition has no such month')
        for claim in self.some(14, lambda c: self.texts.twice(c)):
            self.never(claim, f'{claim.edition.title} {claim.edition.number} ed {claim.edition.year}_{label(claim)}_{month_name(claim)}', 'month without its year',
                       'the edition has it twice')

        def half(c):
            return not c.edition.template and not self.texts.twice(c) and any(
                o is not c and month_name(o)[:2] == month_name(c)[:2] for o in self.world.account(c.person, c.edition))

        for claim in self.some(8, half):
            self.never(claim, claim.reference[:len(claim.reference) - len(month_name(claim)) + 2], 'cut to two letters of two months', 'marzo or maggio?')
        for claim in self.some(8, lambda c: not c.edition.template and len(c.person.family) > 5):
            cut = claim.reference[:claim.reference.index(claim.person.family) + 3]
            self.never(claim, cut, 'cut in the name', 'three letters of a name', 'unknown')
        for claim in self.some(8, lambda c: fold(c.person.family) in MONTHS and not c.edition.template):
            self.never(claim, f'{claim.edition.title} {claim.edition.number} ed {claim.edition.year}_{claim.person.family}', 'a month for a name, no month',
                       'a surname that is a month, and no month')

    def disguised(self, text):
        return self.rng.choice((text, text, plain(text).upper().replace('_', ' '), glue(text), glue(text).upper()))

    def never_names(self):
        rng = self.rng
        strange = [name for name in NEAR_FAMILIES if not set(fold(name).split()) & self.texts.families]
        for claim in self.some(40, lambda c: not c.edition.template):
            name = rng.choice(strange)
            text = rng.choice((claim.reference, self.texts.wordy(claim))).replace(label(claim), name).replace(claim.person.family, name)
            if name in text:
                self.never(claim, self.disguised(text), 'a name that is near', f'{name} is nobody', 'unknown',
                           payer=f'{name} {self.texts.stranger().split()[1]}'.upper(), by='nobody')
        for real, other in (('Rossi', 'Rosi'), ('Rossi', 'Rossini'), ('Luca', 'De Luca'), ('De Luca', 'Luca'), ('Rosi', 'Rossi'), ('Rossini', 'Rossi')):
            without = [e for e in self.world.editions if not e.template and other not in [m.family for m in e.members]]
            for claim in self.some(4, lambda c, r=real, w=tuple(without): c.edition in w and c.person.family == r):
                self.never(claim, self.disguised(claim.reference.replace(label(claim), other)), 'a name of another edition', f'no {other} in the edition', 'unknown',
                           payer=self.texts.stranger())
        for claim in self.some(8, lambda c: not c.edition.template):
            text = rng.choice((f'BONIFICO A VOSTRO FAVORE {claim.edition.title} {claim.edition.number} ed {claim.edition.year} {month_name(claim)}',
                               f'BANCA CONTI CORRENTI {claim.edition.title.upper()} {month_name(claim).upper()}'))
            self.never(claim, text, 'no name but bank words', 'Favore, Banca and Conti are the bank\'s words', 'unknown')

    def never_paid(self):
        """A month that is paid is paid again: whose money it is, is clear; for what, is not."""
        paid = [c for c in self.credits if c.cls == 'sure' and c.manner in ('exact', 'upper', 'wordy') and len(c.due) == 1]
        for credit in self.rng.sample(paid, min(8, len(paid))):
            later = min(credit.date + datetime.timedelta(self.rng.randint(3, 60)), SOON)
            self.add(later, credit.amount, credit.text, 'likely', 'paid already', credit.due, expect='ambiguous', why='that month is paid',
                     payer=credit.payer, by=credit.by, iban=credit.iban)

    def never_people(self):
        for edition in self.world.editions:
            simple = [m for m in edition.members if re.fullmatch('[A-Z][a-z]+', m.family) and not edition.namesakes(m) and fold(m.family) not in MONTHS]
            for _ in range(3):
                if len(simple) < 2 or edition.template:
                    continue
                one, two = self.rng.sample(simple, 2)
                claim = self.rng.choice(self.world.account(one, edition))
                other = self.world.claims[two.handle, edition.code, claim.month]
                self.never(claim, f'{self.texts.edition(edition)} {one.family} e {two.family} {self.texts.month(claim)}', 'two people, odd amount',
                           'two people, and it is not the sum', amount=claim.gross + other.gross - 777)

    # ---- what the bank takes back

    def tell_stornos(self):
        """The transfer came, went back, and came again."""
        plain_ones = [c for c in self.credits if c.cls == 'sure' and c.manner in ('exact', 'upper', 'separators') and len(c.due) == 1 and c.due[0].gross == c.amount]
        paid_twice = {id(c.due[0]) for c in self.credits if c.manner == 'paid already'}
        for credit in [c for c in plain_ones if id(c.due[0]) not in paid_twice and c.date.isoformat() < '2022-09'][:5]:
            credit.cls, credit.expect, credit.why = 'likely', 'matched', 'the bank takes it back later'
            back = credit.date + datetime.timedelta(self.rng.randint(2, 9))
            self.credits.append(Credit(back, -credit.amount, f'STORNO {credit.text}', 'sure', 'storno', credit.due, expect='matched',
                                       payer=credit.payer, iban=credit.iban, trn=self.trn(), undoes=credit))
            self.add(back + datetime.timedelta(self.rng.randint(2, 20)), credit.amount, credit.text, 'sure', 'again after a storno', credit.due, payer=credit.payer,
                     by=credit.by, iban=credit.iban)

    # ---- the rest of the account

    def fill(self):
        """Other people's money, until there are a thousand credits."""
        rng = self.rng
        mounts = sorted({claim.gross for claim in self.world.claims.values()})
        more = CREDITS - sum(c.amount > 0 for c in self.credits)
        assert more > 60, f'only {more} left for what is not about fees'
        while more > 0:
            more -= 1
            day = datetime.date(2020, 5, 10) + datetime.timedelta(rng.randrange(950))
            month = MONTHS[day.month - 1]
            amount = rng.choice(mounts) if rng.random() < 0.4 else rng.randrange(1, 300000)
            payer, text = rng.choice((
                ('REGIONE PIEMONTE', f'CONTRIBUTO {day.year} DELIBERA N. {rng.randrange(900)}'), ('', f'INTERESSI CREDITORI AL 31/12/{day.year}'),
                (self.texts.stranger(), 'DONAZIONE'), (self.texts.stranger(), f'QUOTA ASSOCIATIVA {day.year}'),
                (INSTITUTIONS[1][0].upper(), f'FATTURA N. {rng.randrange(99)} DEL {day:%d/%m/%Y}'),
                (self.texts.stranger(), f'AFFITTO {month.upper()} {day.year}'), ('INPS', f'STIPENDIO {month.upper()} {day.year}'),
                ('NEXI SPA', f'ACCREDITO POS {day:%d%m%Y}'),
                (self.texts.stranger(), f'corso di formazione {month}'), (self.texts.stranger(), f'gruppo balint {month}'), ('AGENZIA ENTRATE', 'CINQUE PER MILLE'),
                (self.texts.stranger(), f'9 ed {day.year} {month}')))
            credit = self.add(day, amount, text, 'never', 'not about fees', expect='unknown', why='nothing in it is about an instalment', payer=payer, by='nobody',
                              trn=self.trn() if rng.random() < 0.9 else '')
            if rng.random() < 0.03 and more > 0:
                more -= 1
                self.credits.append(Credit(day, amount, text, 'never', 'not about fees', expect='unknown', why=credit.why, payer=payer, by='nobody'))

    def allocate(self):
        """What each takes, if all that is sure is matched; checks that the stories agree with each other."""
        left = {claim: claim.gross for claim in self.world.claims.values()}
        for credit in self.credits:
            if credit.undoes:
                for claim, amount in zip(credit.due, credit.undoes.allocated):
                    left[claim] += amount
                credit.allocated = [-amount for amount in credit.undoes.allocated]
                continue
            rest = credit.amount
            for claim in credit.due:
                share = min(rest, left[claim])
                credit.allocated.append(share)
                rest -= share
            if credit.cls == 'sure' or credit.expect == 'matched':
                for claim, share in zip(credit.due, credit.allocated):
                    left[claim] -= share
                assert rest == 0 and credit.allocated and all(credit.allocated), (credit.manner, credit.text, credit.amount, credit.allocated)
            else:
                assert credit.cls == 'never' or credit.due, credit.manner
        assert all(amount >= 0 for amount in left.values())


def main():
    seed, directory = sys.argv[1:]
    world = World(seed)
    world.build(os.path.join(directory, 'store.db'))
    statement = Statement(world, seed)
    for form, name in ((Generic, 'generic.csv'), (Unicredit, 'unicredit.csv'), (Camt, 'camt.xml')):
        form(name, statement, random.Random(f'{name} {seed}')).write(directory)


if __name__ == '__main__':
    main()
