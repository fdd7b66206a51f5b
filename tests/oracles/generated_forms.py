"""The same statement as files of three kinds, each with the truth of its lines, for statements.py."""
import json
import os
from xml.sax.saxutils import escape

from generated_store import OURS
from generated_texts import italian, money

BLOCK = 50  # UniCredit's descriptions
DEBITS = (('COMMISSIONI', -323), ('IMPOSTA DI BOLLO', -2500), ('BONIFICO A TIPOGRAFIA ROSSI', -12000), ('AFFITTO SALA MARZO', -8540))


def in_blocks(text):
    return [text[at:at + BLOCK] for at in range(0, len(text), BLOCK)]


def truth(credit, line, lines, cls, why):
    return {'line': line, 'date': credit.date.isoformat(), 'amount': credit.amount, 'class': cls, 'expect': credit.expect, 'why': why, 'manner': credit.manner,
            'payer': credit.by, 'due': [[c.person.handle, c.edition.code, c.month] for c in credit.due], 'allocated': credit.allocated,
            'undoes': lines.get(credit.undoes), 'text': credit.text}


class Form:
    """A file and the truth of its lines."""

    def __init__(self, name, statement, rng):
        self.name, self.statement, self.rng = name, statement, rng
        self.rows, self.truths, self.lines = [], [], {}

    def put(self, text, credit=None, cls=None, why=None):
        self.rows.append(text)
        if credit:
            self.lines[credit] = len(self.rows)
            self.truths.append(truth(credit, len(self.rows), self.lines, cls or credit.cls, why or credit.why))

    def movements(self):
        """The credits, and now and then something that goes out."""
        rng = self.rng
        for credit in self.statement.credits:
            yield credit, None
            if rng.random() < 0.12:
                yield credit, rng.choice(DEBITS)

    def save(self, directory, encoding='utf-8'):
        with open(os.path.join(directory, self.name), 'wb') as file:
            file.write(('\n'.join(self.rows) + '\n').encode(encoding))
        with open(os.path.join(directory, self.name.split('.')[0] + '.truth'), 'w', encoding='utf-8') as file:
            for row in self.truths:
                file.write(json.dumps(row, ensure_ascii=False) + '\n')


class Generic(Form):
    """CSV with a column for everything."""

    def write(self, directory):
        self.put('date,amount,payer,iban,text,id')
        for credit, debit in self.movements():
            if debit:
                self.put(f'{credit.date},{"-" + money(-debit[1])},,,{debit[0]},')
                continue
            sign = '-' if credit.amount < 0 else ''
            cells = (str(credit.date), sign + money(abs(credit.amount)), credit.payer, credit.iban, credit.text, credit.trn)
            self.put(','.join(f'"{cell}"' if ',' in cell or '"' in cell else cell for cell in cells), credit)
        self.save(directory)


class Unicredit(Form):
    """One description in blocks of fifty characters, at whose ends words break; no column for the payer or the account."""

    def write(self, directory):
        self.put('Data Registrazione;Data valuta;Descrizione;Importo (EUR);')
        for credit, debit in self.movements():
            day = f'{credit.date:%d.%m.%Y}'
            if debit:
                self.put(f'{day};{day};{debit[0]};{italian(debit[1])};')
                continue
            fields = self.fields(credit)
            if len(credit.text + credit.payer) % 2:  # one text, broken after each block; twins alike
                blocks = ' '.join(in_blocks(' '.join(fields)))
            else:  # each field begins a block
                blocks = ''.join(block.ljust(BLOCK) for field in fields for block in in_blocks(field)).rstrip()
            cls, why = self.judged(credit, blocks)
            self.put(f'{day};{day};{blocks};{italian(credit.amount)};', credit, cls, why)
        self.save(directory, 'cp1252')

    @staticmethod
    def fields(credit):
        if credit.by == 'nobody' and not credit.payer:
            return [credit.text]
        head, text = ('STORNO BONIFICO', credit.undoes.text) if credit.undoes else ('BONIFICO A VOSTRO FAVORE', credit.text)
        return [head, f'BONIFICO SEPA DA:{credit.payer}', f'PER:{text}', 'COMM:0,00 SPESE:0,00'] + ([f'TRN:{credit.trn}'] if credit.trn else [])

    def judged(self, credit, blocks):
        """The breaks may have made a name of half another one; the account is not there to help."""
        if credit.cls != 'sure':
            return credit.cls, credit.why
        if credit.needs_iban:
            return 'likely', 'without the account nobody can tell'
        part = blocks[blocks.index('DA:') + 3:].split(' COMM:')[0] if 'DA:' in blocks else blocks
        before = f'{credit.payer} PER:{credit.text}'
        if self.statement.texts.may_mislead(before, part, credit.due):
            return 'likely', 'the pieces read as something else'
        return 'sure', credit.why


class Camt(Form):
    """camt.053.001.08, one entry a line, with balances that add up and an entry that is not booked."""

    def write(self, directory):
        moves = list(self.movements())
        total = sum(debit[1] if debit else credit.amount for credit, debit in moves)
        first, last = moves[0][0].date, moves[-1][0].date
        self.put('<?xml version="1.0" encoding="UTF-8"?>')
        self.put('<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId>'
                 f'<CreDtTm>{last}T06:00:00+01:00</CreDtTm></GrpHdr><Stmt><Id>S1</Id><Acct><Id><IBAN>{OURS}</IBAN></Id><Ccy>EUR</Ccy></Acct>')
        for code, cents, day in (('OPBD', 100000, first), ('CLBD', 100000 + total, last)):
            self.put(f'<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">{money(abs(cents))}</Amt>'
                     f'<CdtDbtInd>{"CRDT" if cents >= 0 else "DBIT"}</CdtDbtInd><Dt><Dt>{day}</Dt></Dt></Bal>')
        for credit, debit in moves:
            if debit:
                self.put(self.entry(credit.date, debit[1], f'<AddtlNtryInf>{debit[0]}</AddtlNtryInf>'))
            else:
                self.put(self.entry(credit.date, credit.amount, self.details(credit), credit.undoes is not None), credit)
        pending = next(c for c in self.statement.credits if c.cls == 'sure' and c.amount > 0)
        self.put(self.entry(last, pending.amount, self.details(pending), status='PDNG'))
        self.put('</Stmt></BkToCstmrStmt></Document>')
        self.save(directory)

    @staticmethod
    def entry(day, cents, details, reversal=False, status='BOOK'):
        return (f'<Ntry><Amt Ccy="EUR">{money(abs(cents))}</Amt><CdtDbtInd>{"CRDT" if cents > 0 else "DBIT"}</CdtDbtInd>'
                + ('<RvslInd>true</RvslInd>' if reversal else '') +
                f'<Sts><Cd>{status}</Cd></Sts><BookgDt><Dt>{day}</Dt></BookgDt><ValDt><Dt>{day}</Dt></ValDt>{details}</Ntry>')

    @staticmethod
    def details(credit):
        reference = f'<Refs><AcctSvcrRef>{credit.trn}</AcctSvcrRef></Refs>' if credit.trn else '<Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>'
        name = f'<Dbtr><Pty><Nm>{escape(credit.payer)}</Nm></Pty></Dbtr>' if credit.payer else ''
        account = f'<DbtrAcct><Id><IBAN>{credit.iban}</IBAN></Id></DbtrAcct>' if credit.iban else ''
        parties = f'<RltdPties>{name}{account}</RltdPties>' if name or account else ''
        return f'<NtryDtls><TxDtls>{reference}{parties}<RmtInf><Ustrd>{escape(credit.text)}</Ustrd></RmtInf></TxDtls></NtryDtls>'
