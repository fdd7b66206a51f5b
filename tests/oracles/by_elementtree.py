#!/usr/bin/python3
"""Lists the movements of a camt.053 file, read as a tree and by RULES 8 alone, as tests/unit/bank_outcome.h writes them, without lines.

`--random SEED` writes such a file instead: of version .02 or .08, with or without a prefix and an envelope.
"""
import random
import sys
import xml.etree.ElementTree as tree
from decimal import Decimal


def below(element, *path):
    """The elements at the end of the path, whatever their name space."""
    found = [element]
    for name in path:
        found = [child for one in found for child in one if child.tag.rpartition("}")[2] == name]
    return found


def text(element, *paths):
    """The text at the first path that has one."""
    for path in paths:
        for found in below(element, *path.split("/")):
            words = " ".join((found.text or "").split())
            if words:
                return words
    return ""


def is_of_word(character):
    return character.isalnum() or character >= "\x80"


def join(pieces):
    joined = ""
    for number, piece in enumerate(pieces):
        cut = number > 0 and len(pieces[number - 1]) == 140
        if joined and is_of_word(joined[-1]) and is_of_word(piece[0]) and not cut:
            joined += " "
        joined += piece
    return joined


def message(entry, detail):
    pieces = [found.text for found in below(detail, "RmtInf", "Ustrd")]
    structured = [found.text for found in below(detail, "RmtInf", "Strd", "CdtrRefInf", "Ref")]
    said = " ".join([join(pieces)] * bool(pieces) + structured)
    return said or text(detail, "AddtlTxInf") or text(entry, "AddtlNtryInf")


def bank_id(element, path):
    found = text(element, path)
    return "" if found in ("NONREF", "NOTPROVIDED") else found


def line(entry, detail, amount, reference, words):
    storno = text(entry, "RvslInd") == "true" or bool(below(detail, "RtrInf"))
    side = "Dbtr" if (amount > 0) != storno else "Cdtr"
    parties = "RltdPties/"
    payer = text(detail, f"{parties}{side}/Nm", f"{parties}{side}/Pty/Nm", f"{parties}Ultmt{side}/Nm", f"{parties}Ultmt{side}/Pty/Nm")
    iban = text(detail, f"{parties}{side}Acct/Id/IBAN")
    status = text(entry, "Sts/Cd", "Sts")
    days = [text(entry, f"{name}/Dt", f"{name}/DtTm")[:10] for name in ("BookgDt", "ValDt")]
    marks = " storno" * storno + " pending" * (status != "BOOK")
    return f"{days[0]} {days[1]} {amount:.2f} {payer}|{iban}|{words}|{reference}{marks}"


def lines(entry):
    sign = {"CRDT": 1, "DBIT": -1}
    whole = Decimal(text(entry, "Amt")) * sign[text(entry, "CdtDbtInd")]
    of_entry = bank_id(entry, "AcctSvcrRef")
    details = below(entry, "NtryDtls", "TxDtls")
    if len(details) == 1:
        own = of_entry or bank_id(details[0], "Refs/AcctSvcrRef")
        return [line(entry, details[0], whole, own and own + "/0", message(entry, details[0]))]
    amounts = [text(detail, "Amt", "AmtDtls/TxAmt/Amt") for detail in details]
    if not details or not amounts[0]:
        nothing = tree.Element("TxDtls")
        words = text(entry, "AddtlNtryInf")
        if int(text(entry, "NtryDtls/Btch/NbOfTxs") or 1) > 1 or len(details) > 1:
            words = f"{words} (a batch; the bank does not list its amounts)".strip()
        return [line(entry, nothing, whole, of_entry and of_entry + "/0", words)]
    found = []
    for index, detail in enumerate(details):
        own = bank_id(detail, "Refs/AcctSvcrRef")
        reference = own + "/0" if own and own != of_entry else of_entry and f"{of_entry}/{index}"
        amount = Decimal(amounts[index]) * sign[text(entry, "CdtDbtInd")]
        # What the bank says of the whole comes after the transactions, which are handed over before it is read.
        words = message(tree.Element("Ntry"), detail)
        found.append(line(entry, detail, amount, reference, words))
    return found


WORDS = "GRUPPO BALINT 9 ED 2020 Rossi D'Alò _marzo mar-zo Müller & < > 03/2021 bonifico € NICOLO' per".split()


def escape(words):
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def any_words(chance, most):
    return " ".join(chance.choice(WORDS) for _ in range(chance.randint(1, most)))[:140].strip()


def any_detail(chance, new, amount, sign, listed):
    parts = []
    if chance.random() < 0.7:
        reference = chance.choice(["TRN%06d" % chance.randint(0, 999999), "NOTPROVIDED"])
        parts.append(f"<Refs><EndToEndId>E2E</EndToEndId><AcctSvcrRef>{reference}</AcctSvcrRef></Refs>")
    if listed and new:
        parts.append(f'<Amt Ccy="EUR">{amount}</Amt><CdtDbtInd>{sign}</CdtDbtInd>')
    elif listed:
        parts.append(f'<AmtDtls><TxAmt><Amt Ccy="EUR">{amount}</Amt></TxAmt></AmtDtls>')
    names = [("Dbtr", "IT60X0542811101000000123456"), ("Cdtr", "IT92S0200801058000040951624")]
    parties = ""
    for side, iban in names:
        for who in chance.sample([side, "Ultmt" + side], chance.randint(0, 2)):
            name = f"<Nm>{escape(any_words(chance, 3))}</Nm>"
            parties += f"<{who}><Pty>{name}</Pty></{who}>" if new else f"<{who}>{name}</{who}>"
        if chance.random() < 0.5:
            parties += f"<{side}Acct><Id><IBAN>{iban}</IBAN></Id></{side}Acct>"
    if parties:
        parts.append(f"<RltdPties>{parties}</RltdPties>")
    remittance = "".join(f"<Ustrd>{escape(any_words(chance, 30))}</Ustrd>" for _ in range(chance.randint(0, 3)))
    if chance.random() < 0.2:
        remittance += f"<Strd><CdtrRefInf><Ref>RF18{chance.randint(0, 99999)}</Ref></CdtrRefInf></Strd>"
    if remittance:
        parts.append(f"<RmtInf>{remittance}</RmtInf>")
    if chance.random() < 0.1:
        parts.append("<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>")
    if chance.random() < 0.3:
        parts.append(f"<AddtlTxInf>{escape(any_words(chance, 5))}</AddtlTxInf>")
    return f"<TxDtls>{''.join(parts)}</TxDtls>\n"


def any_entry(chance, new):
    count = chance.choice([0, 1, 1, 1, 1, 2, 3, 7])
    amounts = [Decimal(chance.randint(1, 99999)) / 100 for _ in range(max(count, 1))]
    sign = chance.choice(["CRDT", "CRDT", "CRDT", "DBIT"])
    status = chance.choice(["BOOK"] * 6 + ["PDNG", "INFO"])
    listed = chance.random() < 0.8
    parts = [f'<Amt Ccy="EUR">{sum(amounts)}</Amt><CdtDbtInd>{sign}</CdtDbtInd>']
    if chance.random() < 0.2:
        parts.append(f"<RvslInd>{chance.choice(['true', 'false'])}</RvslInd>")
    parts.append(f"<Sts><Cd>{status}</Cd></Sts>" if new else f"<Sts>{status}</Sts>")
    day = "2021-03-%02d" % chance.randint(1, 31)
    parts.append(chance.choice([f"<BookgDt><Dt>{day}</Dt></BookgDt>", f"<BookgDt><DtTm>{day}T10:11:12+01:00</DtTm></BookgDt>"]))
    if chance.random() < 0.8:
        parts.append(f"<ValDt>\n<Dt>\n{day}</Dt></ValDt>")
    if chance.random() < 0.7:
        parts.append(f"<AcctSvcrRef>{chance.choice(['0120210304%06d' % chance.randint(0, 999999), 'NONREF'])}</AcctSvcrRef>")
    parts.append("<BkTxCd><Domn><Cd>PMNT</Cd></Domn></BkTxCd>")
    details = "".join(any_detail(chance, new, amount, sign, listed) for amount in amounts[:count])
    batch = f"<Btch><NbOfTxs>{max(count, 2)}</NbOfTxs></Btch>" if count > 1 or (count == 0 and chance.random() < 0.3) else ""
    if details or batch:
        parts.append(f"<NtryDtls>{batch}{details}</NtryDtls>")
    if chance.random() < 0.5:
        parts.append(f"<AddtlNtryInf>{escape(any_words(chance, 5))}</AddtlNtryInf>")
    moved = sum(amounts) * (1 if sign == "CRDT" else -1) if status == "BOOK" else 0
    return "<Ntry>" + "".join(parts) + "</Ntry>\n", moved


def any_file(seed):
    chance = random.Random(seed)
    new = chance.random() < 0.5
    entries = [any_entry(chance, new) for _ in range(chance.randint(0, 40))]
    balance = ""
    for code, amount in (("OPBD", Decimal(100)), ("CLBD", 100 + sum(moved for _, moved in entries))):
        sign = "CRDT" if amount >= 0 else "DBIT"
        balance += f'<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">{abs(amount)}</Amt><CdtDbtInd>{sign}</CdtDbtInd>'
        balance += "<Dt><Dt>2021-03-31</Dt></Dt></Bal>\n"
    account = "<Acct><Id><IBAN>IT92S0200801058000040951624</IBAN></Id></Acct>"
    body = f"<BkToCstmrStmt><Stmt><Id>S</Id>{account}\n{balance}{''.join(entry for entry, _ in entries)}</Stmt></BkToCstmrStmt>"
    version = "08" if new else "02"
    space = f"urn:iso:std:iso:20022:tech:xsd:camt.053.001.{version}"
    if chance.random() < 0.5:
        body = body.replace("</", "\0").replace("<", "<d:").replace("\0", "</d:")
        document = f'<d:Document xmlns:d="{space}">{body}</d:Document>'
    else:
        document = f'<Document xmlns="{space}">{body}</Document>'
    if chance.random() < 0.3:
        document = f'<e:CBIBdyBkToCstmrStmt xmlns:e="urn:CBI:xsd:CBIBdyBkToCstmrStmt"><e:CBIEnvelBkToCstmrStmt>{document}</e:CBIEnvelBkToCstmrStmt></e:CBIBdyBkToCstmrStmt>'
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + document + "\n"


def main():
    sys.stdout.reconfigure(encoding="utf-8")
    if sys.argv[1] == "--random":
        sys.stdout.write(any_file(int(sys.argv[2])))
        return
    for element in tree.parse(sys.argv[1]).iter():
        if element.tag.rpartition("}")[2] == "Stmt":
            for entry in below(element, "Ntry"):
                print("\n".join(lines(entry)))


main()
