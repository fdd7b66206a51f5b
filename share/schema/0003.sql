-- Step 3: bank statements; transfers for several people; refunds; what an instalment's VAT is.

-- What the VAT in it is, or why there is none, as the tariff had it when it was planned; null where that is not known.
ALTER TABLE instalment ADD COLUMN rate INTEGER CHECK (rate BETWEEN 0 AND 10000);
ALTER TABLE instalment ADD COLUMN nature TEXT CHECK (nature GLOB 'N[1-7]*');
UPDATE instalment
   SET (rate, nature) = (SELECT t.rate, t.nature
                           FROM enrolment AS m
                           JOIN person AS p ON p.id = m.person
                           JOIN profession AS f ON f.code = p.profession
                           JOIN tariff AS t ON t.edition = m.edition AND t.category = f.category
                          WHERE m.id = instalment.enrolment
                            AND (SELECT sum(o.vat) FROM instalment AS o WHERE o.enrolment = m.id)
                                = ((SELECT sum(o.net) FROM instalment AS o WHERE o.enrolment = m.id) * t.rate + 5000) / 10000);

DROP VIEW status;
DROP VIEW due;
DROP VIEW payment_rest;
DROP VIEW instalment_account;

-- A file of the bank from which credits were taken over.
CREATE TABLE statement (
  id         INTEGER PRIMARY KEY,
  file       TEXT NOT NULL,
  source     TEXT NOT NULL CHECK (source <> ''), -- the kind of file: unicredit, camt.053, mt940 …
  applied_at TEXT NOT NULL
) STRICT;

-- An incoming line of the bank's statement, or with a negative amount a storno: the bank takes one back. Never changed.
CREATE TABLE credit_2 (
  id         INTEGER PRIMARY KEY,
  statement  INTEGER NOT NULL REFERENCES statement (id),
  booked_on  TEXT NOT NULL CHECK (booked_on IS date(booked_on, '+0 days')),
  amount     INTEGER NOT NULL CHECK (amount <> 0),
  payer      TEXT,
  iban       TEXT,
  text       TEXT NOT NULL,
  bank_key   TEXT NOT NULL, -- the bank's own id, else the date and a hash of the line
  occurrence INTEGER NOT NULL DEFAULT 1 CHECK (occurrence >= 1),
  UNIQUE (bank_key, occurrence)
) STRICT;
INSERT INTO statement (file, source, applied_at)
SELECT source, coalesce(nullif(source, ''), 'unknown'), imported_at
  FROM credit
 GROUP BY source, imported_at
 ORDER BY min(id);
INSERT INTO credit_2
SELECT c.id, s.id, c.booked_on, c.amount, c.payer, c.iban, c.text, c.bank_key, c.occurrence
  FROM credit AS c
  JOIN statement AS s ON s.file = c.source AND s.applied_at = c.imported_at;

-- The ledger beside the charges. Append-only: what is wrong is reversed by a new entry.
CREATE TABLE entry_2 (
  id          INTEGER PRIMARY KEY,
  kind        TEXT NOT NULL CHECK (kind IN ('payment', 'adjustment', 'refund', 'reversal')),
  person      INTEGER NOT NULL REFERENCES person (id), -- whose account; of a payment: who paid
  instalment  INTEGER REFERENCES instalment (id),      -- what is adjusted
  amount      INTEGER NOT NULL CHECK (amount <> 0),    -- received, refunded; more or less to pay; a reversal: minus the reversed
  date        TEXT NOT NULL CHECK (date IS date(date, '+0 days')),
  text        TEXT CHECK (text <> ''),
  credit      INTEGER REFERENCES credit (id), -- of a payment: the transfer, which may be for several people
  reverses    INTEGER UNIQUE REFERENCES entry (id),
  recorded_at TEXT NOT NULL,
  CHECK ((instalment IS NOT NULL) = (kind = 'adjustment') OR kind = 'reversal'),
  CHECK ((reverses IS NOT NULL) = (kind = 'reversal')),
  CHECK (credit IS NULL OR kind = 'payment'),
  CHECK (amount > 0 OR kind IN ('adjustment', 'reversal'))
) STRICT;
INSERT INTO entry_2 SELECT id, kind, person, instalment, amount, date, text, iif(kind = 'payment', credit, NULL), reverses, recorded_at FROM entry;

-- How much of a payment goes to which instalment, or back to who paid; negative when taken back.
CREATE TABLE allocation_2 (
  id         INTEGER PRIMARY KEY,
  entry      INTEGER NOT NULL REFERENCES entry (id), -- the payment
  instalment INTEGER REFERENCES instalment (id),
  refund     INTEGER REFERENCES entry (id),
  amount     INTEGER NOT NULL CHECK (amount <> 0),
  date       TEXT NOT NULL CHECK (date IS date(date, '+0 days')),
  CHECK ((instalment IS NULL) <> (refund IS NULL))
) STRICT;
INSERT INTO allocation_2 SELECT id, entry, instalment, NULL, amount, date FROM allocation;

DROP TABLE allocation;
DROP TABLE entry;
DROP TABLE credit;
ALTER TABLE credit_2 RENAME TO credit;
ALTER TABLE entry_2 RENAME TO entry;
ALTER TABLE allocation_2 RENAME TO allocation;
CREATE INDEX outbox_instalment ON outbox (instalment) WHERE instalment IS NOT NULL;
CREATE INDEX credit_day ON credit (booked_on, amount);
CREATE INDEX entry_person ON entry (person, date);
CREATE INDEX entry_instalment ON entry (instalment, amount) WHERE instalment IS NOT NULL;
CREATE INDEX entry_credit ON entry (credit) WHERE credit IS NOT NULL;
CREATE INDEX allocation_entry ON allocation (entry);
CREATE INDEX allocation_instalment ON allocation (instalment, amount) WHERE instalment IS NOT NULL;
CREATE INDEX allocation_refund ON allocation (refund) WHERE refund IS NOT NULL;

-- A trigger for UPDATE or DELETE does not see INSERT OR REPLACE: the third refuses what is there and would give way.
CREATE TRIGGER entry_stays BEFORE UPDATE ON entry BEGIN SELECT raise(ABORT, 'the ledger is append-only: reverse the entry'); END;
CREATE TRIGGER entry_kept BEFORE DELETE ON entry BEGIN SELECT raise(ABORT, 'the ledger is append-only: reverse the entry'); END;
CREATE TRIGGER entry_new BEFORE INSERT ON entry WHEN EXISTS (SELECT 1 FROM entry WHERE id = new.id OR reverses = new.reverses)
 BEGIN SELECT raise(ABORT, 'the ledger is append-only: reverse the entry'); END;
CREATE TRIGGER allocation_stays BEFORE UPDATE ON allocation BEGIN SELECT raise(ABORT, 'the ledger is append-only: reverse the entry'); END;
CREATE TRIGGER allocation_kept BEFORE DELETE ON allocation BEGIN SELECT raise(ABORT, 'the ledger is append-only: reverse the entry'); END;
CREATE TRIGGER allocation_new BEFORE INSERT ON allocation WHEN EXISTS (SELECT 1 FROM allocation WHERE id = new.id)
 BEGIN SELECT raise(ABORT, 'the ledger is append-only: reverse the entry'); END;

-- Which credit a storno takes back.
CREATE TABLE storno (
  credit INTEGER NOT NULL PRIMARY KEY REFERENCES credit (id),
  undoes INTEGER NOT NULL UNIQUE REFERENCES credit (id)
) STRICT;

-- A credit that is no fee: somebody has said so.
CREATE TABLE dismissal (
  credit       INTEGER NOT NULL PRIMARY KEY REFERENCES credit (id),
  reason       TEXT CHECK (reason <> ''),
  dismissed_at TEXT NOT NULL
) STRICT;

-- The payer book: whose transfers come from which account, as a person has said.
CREATE TABLE payer_2 (
  iban       TEXT NOT NULL CHECK (iban <> ''),
  person     INTEGER NOT NULL REFERENCES person (id),
  learned_on TEXT NOT NULL CHECK (learned_on IS date(learned_on, '+0 days')),
  PRIMARY KEY (iban, person)
) STRICT, WITHOUT ROWID;
INSERT INTO payer_2 SELECT iban, person, substr(learned_at, 1, 10) FROM payer;
DROP TABLE payer;
ALTER TABLE payer_2 RENAME TO payer;
CREATE INDEX payer_person ON payer (person);

-- What a bulk import has added to a table, instead of a change set: a JSON object {"credit": [first id, last id]}.
ALTER TABLE log ADD COLUMN added TEXT;

-- Every instalment with what has become of it, in cents: open = charged + adjusted - paid.
CREATE VIEW instalment_account AS
SELECT i.id, i.enrolment, m.edition, m.person, i.due_on, i.net, i.vat, i.gross, i.reference,
       coalesce((SELECT sum(a.amount) FROM entry AS a WHERE a.instalment = i.id), 0) AS adjusted,
       coalesce((SELECT sum(a.amount) FROM allocation AS a WHERE a.instalment = i.id), 0) AS paid
  FROM instalment AS i
  JOIN enrolment AS m ON m.id = i.enrolment;

-- What is left of each payment after its allocations and its reversal: the payer's credit, in cents.
CREATE VIEW payment_rest AS
SELECT e.id, e.person, e.date,
       e.amount + coalesce((SELECT sum(r.amount) FROM entry AS r WHERE r.reverses = e.id), 0)
                - coalesce((SELECT sum(a.amount) FROM allocation AS a WHERE a.entry = e.id), 0) AS rest
  FROM entry AS e
 WHERE e.kind = 'payment';

-- What is still to be paid in open editions, ready for transfers.
CREATE VIEW due AS
SELECT i.due_on,
       printf('%.2f', (i.gross + i.adjusted - i.paid) / 100.0) AS amount,
       'EUR' AS currency,
       (SELECT value FROM setting WHERE key = 'payee') AS payee,
       (SELECT value FROM setting WHERE key = 'iban') AS iban,
       i.reference,
       p.handle, p.family, p.given, p.email,
       e.code AS edition,
       substr(i.due_on, 1, 7) AS month,
       printf('%.2f', i.net / 100.0) AS net,
       printf('%.2f', i.vat / 100.0) AS vat,
       printf('%.2f', i.gross / 100.0) AS gross,
       printf('%.2f', i.paid / 100.0) AS paid,
       CASE WHEN i.paid > 0 THEN 'partial' ELSE 'open' END AS status
  FROM instalment_account AS i
  JOIN edition AS e ON e.id = i.edition AND e.status = 'open'
  JOIN person AS p ON p.id = i.person
 WHERE i.gross + i.adjusted > i.paid
 ORDER BY i.due_on, p.family_key, p.given_key, p.handle, e.number, e.year, e.code;

-- Each participant's account in an open edition; what is overdue depends on the day and is not here.
CREATE VIEW status AS
SELECT e.code AS edition, p.handle, p.family, p.given,
       printf('%.2f', sum(i.gross) / 100.0) AS charged,
       printf('%.2f', sum(i.adjusted) / 100.0) AS adjusted,
       printf('%.2f', sum(i.paid) / 100.0) AS paid,
       printf('%.2f', sum(i.gross + i.adjusted - i.paid) / 100.0) AS open
  FROM instalment_account AS i
  JOIN edition AS e ON e.id = i.edition AND e.status = 'open'
  JOIN person AS p ON p.id = i.person
 GROUP BY e.id, p.id
 ORDER BY e.number, e.year, e.code, p.family_key, p.given_key, p.handle;

-- What has become of each credit, in cents: how much of it is recorded as payments.
CREATE VIEW credit_account AS
SELECT c.id, c.booked_on, c.amount, c.payer, c.iban, c.text, s.source,
       coalesce((SELECT sum(e.amount + coalesce((SELECT r.amount FROM entry AS r WHERE r.reverses = e.id), 0))
                   FROM entry AS e
                  WHERE e.credit = c.id), 0) AS given,
       CASE WHEN EXISTS (SELECT 1 FROM dismissal WHERE credit = c.id) THEN 'dismissed'
            WHEN EXISTS (SELECT 1 FROM storno WHERE credit = c.id OR undoes = c.id) THEN 'reversed'
            WHEN EXISTS (SELECT 1 FROM entry AS e
                          WHERE e.credit = c.id AND NOT EXISTS (SELECT 1 FROM entry AS r WHERE r.reverses = e.id)) THEN 'matched'
            ELSE 'waiting' END AS state
  FROM credit AS c
  JOIN statement AS s ON s.id = c.statement;
