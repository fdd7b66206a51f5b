-- The store of a Balint association. One file; every table is named for what one row is.
-- Money is integer cents, dates are ISO text, times of day HH:MM, moments UTC (2021-02-17T20:00:00Z).
-- Tables are singular; the views at the end are plural and have the columns of the listings.
-- What the log needs of every table: a primary key that is never null, no generated columns, no ON DELETE CASCADE.

-- The association: who runs the groups and is paid. Keys and their rules are known to `balint-group set`.
CREATE TABLE setting (
  key   TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL CHECK (value <> '')
) STRICT, WITHOUT ROWID;

CREATE TABLE profession (
  code     TEXT NOT NULL PRIMARY KEY,
  category TEXT NOT NULL CHECK (category <> ''), -- what tariffs are set for
  label    TEXT NOT NULL CHECK (label <> '')
) STRICT, WITHOUT ROWID;

-- A person, or an institution that pays for some. The keys are the names folded for sorting and comparing.
CREATE TABLE person (
  id           INTEGER PRIMARY KEY,
  handle       TEXT NOT NULL UNIQUE CHECK (handle <> ''),
  kind         TEXT NOT NULL DEFAULT 'person' CHECK (kind IN ('person', 'institution')),
  family       TEXT NOT NULL CHECK (family <> ''),
  given        TEXT NOT NULL CHECK ((given = '') = (kind = 'institution')),
  family_key   TEXT NOT NULL,
  given_key    TEXT NOT NULL,
  profession   TEXT REFERENCES profession (code),
  email        TEXT CHECK (email LIKE '_%@_%' AND instr(email, char(10)) = 0 AND instr(email, char(13)) = 0),
  phone        TEXT CHECK (phone <> ''),
  tax_code     TEXT CHECK (tax_code <> ''),
  born_on      TEXT CHECK (born_on IS date(born_on, '+0 days')),
  born_in      TEXT CHECK (born_in <> ''),
  language     TEXT CHECK (language IN ('it', 'en')),
  mail         INTEGER NOT NULL DEFAULT 1 CHECK (mail IN (0, 1)), -- 0: wants no reminders
  payer        INTEGER REFERENCES person (id) CHECK (payer <> id),
  forgotten_on TEXT CHECK (forgotten_on IS date(forgotten_on, '+0 days'))
) STRICT;
CREATE INDEX person_name ON person (family_key, given_key);
CREATE INDEX person_payer ON person (payer) WHERE payer IS NOT NULL;

-- One group's programme.
CREATE TABLE edition (
  id          INTEGER PRIMARY KEY,
  code        TEXT NOT NULL UNIQUE CHECK (code <> ''),
  number      INTEGER NOT NULL CHECK (number BETWEEN 1 AND 9999),
  year        INTEGER NOT NULL CHECK (year BETWEEN 1583 AND 9999), -- part of its name, never a date
  title       TEXT NOT NULL CHECK (title <> ''),
  programme   TEXT NOT NULL CHECK (programme IN ('familiarisation', 'annual', 'biennial', 'permanent')),
  composition TEXT NOT NULL CHECK (composition IN ('mixed', 'single')),
  every       INTEGER NOT NULL CHECK (every BETWEEN 1 AND 52), -- weeks
  at          TEXT NOT NULL CHECK (at GLOB '[0-2][0-9]:[0-5][0-9]' AND at <= '24:00'),
  minutes     INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
  venue       TEXT CHECK (venue <> ''),
  online      TEXT CHECK (online <> ''), -- the link; shown to members only
  min         INTEGER NOT NULL CHECK (min >= 1),
  max         INTEGER NOT NULL CHECK (max >= min),
  reference   TEXT NOT NULL CHECK (reference <> ''), -- template of the text on transfers
  joining     TEXT NOT NULL CHECK (joining IN ('whole', 'proportion')), -- what a late joiner pays
  leaving     TEXT NOT NULL DEFAULT 'whole' CHECK (leaving IN ('whole', 'proportion')), -- what a leaver pays
  status      TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'closed'))
) STRICT;

CREATE TABLE enrolment (
  id         INTEGER PRIMARY KEY,
  edition    INTEGER NOT NULL REFERENCES edition (id),
  person     INTEGER NOT NULL REFERENCES person (id),
  role       TEXT NOT NULL CHECK (role IN ('participant', 'conductor', 'co-conductor')),
  status     TEXT NOT NULL CHECK (status IN ('applicant', 'waiting', 'active', 'withdrawn', 'completed')),
  applied_on TEXT CHECK (applied_on IS date(applied_on, '+0 days')), -- also orders the waiting list, then id
  joined_on  TEXT CHECK (joined_on IS date(joined_on, '+0 days')),   -- null: from the first session; of an applicant: not yet
  left_on    TEXT CHECK (left_on IS date(left_on, '+0 days')),       -- the last day of membership
  reason     TEXT CHECK (reason <> ''),
  UNIQUE (edition, person),
  CHECK (left_on >= joined_on),
  CHECK ((left_on IS NOT NULL) = (status IN ('withdrawn', 'completed')))
) STRICT;
CREATE INDEX enrolment_person ON enrolment (person);

-- Days without sessions: a break is a range with both its ends, a closure one day that is not a national
-- holiday (a patron saint's day); without an edition, it holds for all.
CREATE TABLE suspension (
  id       INTEGER PRIMARY KEY,
  edition  INTEGER REFERENCES edition (id),
  kind     TEXT NOT NULL CHECK (kind IN ('break', 'closure')),
  first_on TEXT NOT NULL CHECK (first_on IS date(first_on, '+0 days')),
  last_on  TEXT NOT NULL CHECK (last_on IS date(last_on, '+0 days')),
  label    TEXT NOT NULL CHECK (label <> ''),
  CHECK (first_on <= last_on),
  CHECK (kind = 'break' OR first_on = last_on)
) STRICT;
CREATE INDEX suspension_edition ON suspension (edition, first_on);

-- One meeting. Its number is its place among the edition's sessions by date (view sessions).
CREATE TABLE session (
  id         INTEGER PRIMARY KEY,
  edition    INTEGER NOT NULL REFERENCES edition (id),
  date       TEXT NOT NULL CHECK (date IS date(date, '+0 days')),
  start      TEXT NOT NULL CHECK (start GLOB '[0-2][0-9]:[0-5][0-9]' AND start <= '24:00'),
  finish     TEXT NOT NULL CHECK (finish GLOB '[0-2][0-9]:[0-5][0-9]' AND finish <= '24:00'),
  planned_on TEXT CHECK (planned_on IS date(planned_on, '+0 days')), -- the date generated; null for a make-up session
  every      INTEGER CHECK (every BETWEEN 1 AND 52),                -- weeks of the cadence it was generated by
  status     TEXT NOT NULL DEFAULT 'scheduled' CHECK (status IN ('scheduled', 'cancelled')),
  note       TEXT CHECK (note <> ''),     -- the reason of a move, a cancellation, a new cadence
  override   TEXT CHECK (override <> ''), -- why it may be held on a day that is skipped
  venue      TEXT CHECK (venue <> ''),    -- only where it differs from the edition's
  online     TEXT CHECK (online <> ''),
  uid        TEXT NOT NULL UNIQUE CHECK (length(uid) = 36), -- RFC 5545: for ever the same
  sequence   INTEGER NOT NULL DEFAULT 0 CHECK (sequence >= 0), -- RFC 5545: rises with time, place, status
  changed_at TEXT NOT NULL CHECK (changed_at GLOB '????-??-??T??:??:??Z'),
  UNIQUE (edition, date),
  CHECK (start < finish),
  CHECK ((planned_on IS NULL) = (every IS NULL))
) STRICT;

-- A move waits for the yes of every active participant; one no closes it.
CREATE TABLE change (
  id        INTEGER PRIMARY KEY,
  session   INTEGER NOT NULL REFERENCES session (id),
  to_date   TEXT NOT NULL CHECK (to_date IS date(to_date, '+0 days')),
  to_start  TEXT NOT NULL CHECK (to_start GLOB '[0-2][0-9]:[0-5][0-9]' AND to_start <= '24:00'),
  reason    TEXT NOT NULL CHECK (reason <> ''),
  status    TEXT NOT NULL CHECK (status IN ('open', 'made', 'refused')),
  opened_at TEXT NOT NULL,
  closed_at TEXT
) STRICT;
CREATE INDEX change_session ON change (session);

CREATE TABLE consent (
  change      INTEGER NOT NULL REFERENCES change (id),
  person      INTEGER NOT NULL REFERENCES person (id),
  answer      TEXT NOT NULL CHECK (answer IN ('yes', 'no')),
  answered_at TEXT NOT NULL,
  PRIMARY KEY (change, person)
) STRICT, WITHOUT ROWID;

-- The register: marks are never overwritten, the newest of a session and person holds.
CREATE TABLE mark (
  id        INTEGER PRIMARY KEY,
  session   INTEGER NOT NULL REFERENCES session (id),
  person    INTEGER NOT NULL REFERENCES person (id),
  status    TEXT NOT NULL CHECK (status IN ('present', 'absent', 'excused')),
  mode      TEXT CHECK (mode IN ('room', 'online')),
  marked_at TEXT NOT NULL,
  marked_by TEXT NOT NULL,
  CHECK ((mode IS NOT NULL) = (status = 'present'))
) STRICT;
CREATE INDEX mark_session ON mark (session, person, id);
CREATE INDEX mark_person ON mark (person);

-- From when to when somebody was there; a mark without spells means the whole session.
CREATE TABLE spell (
  mark    INTEGER NOT NULL REFERENCES mark (id),
  arrived TEXT NOT NULL CHECK (arrived GLOB '[0-2][0-9]:[0-5][0-9]' AND arrived <= '24:00'),
  "left"  TEXT NOT NULL CHECK ("left" GLOB '[0-2][0-9]:[0-5][0-9]' AND "left" <= '24:00'),
  PRIMARY KEY (mark, arrived),
  CHECK (arrived < "left")
) STRICT, WITHOUT ROWID;

-- Who brings a case; of the case itself the store keeps nothing but its kind.
CREATE TABLE presentation (
  session INTEGER NOT NULL REFERENCES session (id),
  person  INTEGER NOT NULL REFERENCES person (id),
  kind    TEXT CHECK (kind IN ('case', 'group-event', 'institution')), -- null: a turn that is still to come
  PRIMARY KEY (session, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX presentation_person ON presentation (person);

CREATE TABLE certificate (
  id         INTEGER PRIMARY KEY,
  year       INTEGER NOT NULL, -- of the series, whose numbers have no gaps
  number     INTEGER NOT NULL CHECK (number >= 1),
  code       TEXT NOT NULL UNIQUE CHECK (code <> ''),
  enrolment  INTEGER NOT NULL REFERENCES enrolment (id),
  content    TEXT NOT NULL CHECK (content <> ''), -- what it says, as JSON
  issued_at  TEXT NOT NULL,
  supersedes INTEGER UNIQUE REFERENCES certificate (id),
  revoked_at TEXT,
  UNIQUE (year, number)
) STRICT;
CREATE INDEX certificate_enrolment ON certificate (enrolment);

-- The net price of an edition for a category of professions.
CREATE TABLE tariff (
  edition  INTEGER NOT NULL REFERENCES edition (id),
  category TEXT NOT NULL CHECK (category <> ''),
  net      INTEGER NOT NULL CHECK (net >= 0),
  rate     INTEGER NOT NULL CHECK (rate BETWEEN 0 AND 10000), -- VAT, in hundredths of a percent
  nature   TEXT CHECK (nature GLOB 'N[1-7]*'),                -- of an exemption (N4, N2.2)
  PRIMARY KEY (edition, category),
  CHECK (nature IS NULL OR rate = 0)
) STRICT, WITHOUT ROWID;

-- What one participant owes at one month's end: the charges of the ledger. Fixed when planned.
CREATE TABLE instalment (
  id         INTEGER PRIMARY KEY,
  enrolment  INTEGER NOT NULL REFERENCES enrolment (id),
  due_on     TEXT NOT NULL CHECK (due_on IS date(due_on, 'start of month', '+1 month', '-1 day')),
  net        INTEGER NOT NULL CHECK (net >= 0),
  vat        INTEGER NOT NULL CHECK (vat >= 0),
  gross      INTEGER NOT NULL CHECK (gross = net + vat),
  reference  TEXT NOT NULL CHECK (length(reference) BETWEEN 1 AND 140),
  planned_on TEXT NOT NULL CHECK (planned_on IS date(planned_on, '+0 days')),
  UNIQUE (enrolment, due_on)
) STRICT;
CREATE INDEX instalment_due ON instalment (due_on);

-- An incoming line of the bank's statement.
CREATE TABLE credit (
  id          INTEGER PRIMARY KEY,
  booked_on   TEXT NOT NULL CHECK (booked_on IS date(booked_on, '+0 days')),
  amount      INTEGER NOT NULL CHECK (amount > 0),
  payer       TEXT,
  iban        TEXT,
  text        TEXT NOT NULL,
  source      TEXT NOT NULL, -- kind of file it came from
  bank_key    TEXT NOT NULL, -- the bank's own id, else a hash of the line
  occurrence  INTEGER NOT NULL DEFAULT 1 CHECK (occurrence >= 1),
  imported_at TEXT NOT NULL,
  UNIQUE (bank_key, occurrence)
) STRICT;

-- The ledger beside the charges. Append-only: what is wrong is reversed by a new entry.
CREATE TABLE entry (
  id          INTEGER PRIMARY KEY,
  kind        TEXT NOT NULL CHECK (kind IN ('payment', 'adjustment', 'refund', 'reversal')),
  person      INTEGER NOT NULL REFERENCES person (id), -- whose account
  instalment  INTEGER REFERENCES instalment (id),      -- what is adjusted
  amount      INTEGER NOT NULL CHECK (amount <> 0),    -- received, refunded; more or less to pay; a reversal: minus the reversed
  date        TEXT NOT NULL CHECK (date IS date(date, '+0 days')),
  text        TEXT CHECK (text <> ''),
  credit      INTEGER UNIQUE REFERENCES credit (id),
  reverses    INTEGER UNIQUE REFERENCES entry (id),
  recorded_at TEXT NOT NULL,
  CHECK ((instalment IS NOT NULL) = (kind = 'adjustment') OR kind = 'reversal'),
  CHECK ((reverses IS NOT NULL) = (kind = 'reversal')),
  CHECK (amount > 0 OR kind IN ('adjustment', 'reversal'))
) STRICT;
CREATE INDEX entry_person ON entry (person, date);
CREATE INDEX entry_instalment ON entry (instalment, amount) WHERE instalment IS NOT NULL;

-- How much of a payment goes to which instalment; negative when taken back.
CREATE TABLE allocation (
  id         INTEGER PRIMARY KEY,
  entry      INTEGER NOT NULL REFERENCES entry (id),
  instalment INTEGER NOT NULL REFERENCES instalment (id),
  amount     INTEGER NOT NULL CHECK (amount <> 0),
  date       TEXT NOT NULL CHECK (date IS date(date, '+0 days'))
) STRICT;
CREATE INDEX allocation_entry ON allocation (entry);
CREATE INDEX allocation_instalment ON allocation (instalment, amount);

-- A trigger for UPDATE or DELETE does not see INSERT OR REPLACE: the third refuses an id that is there.
CREATE TRIGGER entry_stays BEFORE UPDATE ON entry BEGIN SELECT raise(ABORT, 'the ledger is append-only: reverse the entry'); END;
CREATE TRIGGER entry_kept BEFORE DELETE ON entry BEGIN SELECT raise(ABORT, 'the ledger is append-only: reverse the entry'); END;
CREATE TRIGGER entry_new BEFORE INSERT ON entry WHEN EXISTS (SELECT 1 FROM entry WHERE id = new.id)
 BEGIN SELECT raise(ABORT, 'the ledger is append-only: reverse the entry'); END;
CREATE TRIGGER allocation_stays BEFORE UPDATE ON allocation BEGIN SELECT raise(ABORT, 'the ledger is append-only: reverse the entry'); END;
CREATE TRIGGER allocation_kept BEFORE DELETE ON allocation BEGIN SELECT raise(ABORT, 'the ledger is append-only: reverse the entry'); END;

CREATE TRIGGER allocation_new BEFORE INSERT ON allocation WHEN EXISTS (SELECT 1 FROM allocation WHERE id = new.id)
 BEGIN SELECT raise(ABORT, 'the ledger is append-only: reverse the entry'); END;

-- The payer book: whose transfers come from which account, as a person has said.
CREATE TABLE payer (
  iban       TEXT NOT NULL CHECK (iban <> ''),
  person     INTEGER NOT NULL REFERENCES person (id),
  learned_at TEXT NOT NULL,
  PRIMARY KEY (iban, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX payer_person ON payer (person);

-- Notices that wait, went, failed or expired; the key makes each of them once.
CREATE TABLE outbox (
  id         INTEGER PRIMARY KEY,
  key        TEXT NOT NULL UNIQUE CHECK (key <> ''), -- kind, session and sequence or instalment and step, person
  kind       TEXT NOT NULL CHECK (kind IN ('reminder', 'cancellation', 'move', 'consent', 'request', 'overdue')),
  person     INTEGER NOT NULL REFERENCES person (id),
  session    INTEGER REFERENCES session (id),
  instalment INTEGER REFERENCES instalment (id),
  status     TEXT NOT NULL CHECK (status IN ('queued', 'sent', 'failed', 'expired', 'dropped')),
  queued_at  TEXT NOT NULL,
  expires_at TEXT,
  done_at    TEXT,
  error      TEXT
) STRICT;
CREATE INDEX outbox_queued ON outbox (id) WHERE status = 'queued';

-- Every writing command, with the change set of SQLite's session extension.
CREATE TABLE log (
  id      INTEGER PRIMARY KEY,
  at      TEXT NOT NULL,
  who     TEXT NOT NULL,
  command TEXT NOT NULL,
  schema  INTEGER NOT NULL,
  changes BLOB NOT NULL,
  undoes  INTEGER UNIQUE REFERENCES log (id)
) STRICT;

-- The brochure's professions.
INSERT INTO profession (code, category, label) VALUES
  ('medico', 'medici-psicologi', 'Medico'),
  ('psicologo', 'medici-psicologi', 'Psicologo'),
  ('psicoterapeuta', 'medici-psicologi', 'Psicoterapeuta'),
  ('infermiere', 'altre-professioni', 'Infermiere'),
  ('educatore', 'altre-professioni', 'Educatore'),
  ('terp', 'altre-professioni', 'Tecnico della riabilitazione psichiatrica'),
  ('assistente-sociale', 'altre-professioni', 'Assistente sociale'),
  ('vigilatrice-infanzia', 'altre-professioni', 'Vigilatrice d''infanzia'),
  ('oss', 'altre-professioni', 'Operatore socio-sanitario'),
  ('insegnante', 'altre-professioni', 'Insegnante'),
  ('tecnico', 'altre-professioni', 'Tecnico'),
  ('altro', 'altre-professioni', 'Altra professione');

-- Views: the reports, for whoever asks by hand. None depends on today.

CREATE VIEW editions AS
SELECT e.code, e.number, e.year, e.title, e.status,
       min(s.date) AS first, max(s.date) AS last, count(s.id) AS sessions,
       (SELECT count(*) FROM enrolment AS m
         WHERE m.edition = e.id AND m.role = 'participant' AND m.status = 'active') AS participants
  FROM edition AS e
  LEFT JOIN session AS s ON s.edition = e.id
 GROUP BY e.id
 ORDER BY e.number, e.year, e.code;

CREATE VIEW people AS
SELECT p.handle, p.family, p.given, p.profession, f.category, p.email, p.phone, payer.handle AS payer
  FROM person AS p
  LEFT JOIN profession AS f ON f.code = p.profession
  LEFT JOIN person AS payer ON payer.id = p.payer
 ORDER BY p.family_key, p.given_key, p.handle;

CREATE VIEW members AS
SELECT e.code AS edition, p.handle, p.family, p.given, m.role, m.status, p.profession, f.category, p.email, p.phone,
       CASE WHEN m.joined_on IS NULL AND m.applied_on IS NOT NULL THEN NULL -- has not joined, or never did
            ELSE coalesce(m.joined_on, (SELECT min(min(s.date), coalesce(m.left_on, '9999-12-31')) FROM session AS s WHERE s.edition = e.id)) END AS joined,
       m.left_on AS left
  FROM enrolment AS m
  JOIN edition AS e ON e.id = m.edition
  JOIN person AS p ON p.id = m.person
  LEFT JOIN profession AS f ON f.code = p.profession
 ORDER BY e.number, e.year, e.code, p.family_key, p.given_key, p.handle;

CREATE VIEW sessions AS
SELECT e.code AS edition,
       row_number() OVER (PARTITION BY s.edition ORDER BY s.date) AS number,
       s.date,
       substr('SunMonTueWedThuFriSat', 3 * strftime('%w', s.date) + 1, 3) AS weekday,
       s.start,
       s.finish AS "end",
       s.status,
       s.note
  FROM session AS s
  JOIN edition AS e ON e.id = s.edition
 ORDER BY e.number, e.year, e.code, s.date;

CREATE VIEW breaks AS
SELECT e.code AS edition, b.first_on AS "from", b.last_on AS "to", b.label
  FROM suspension AS b
  LEFT JOIN edition AS e ON e.id = b.edition
 WHERE b.kind = 'break'
 ORDER BY b.first_on, b.last_on, e.code;

CREATE VIEW closures AS
SELECT e.code AS edition, c.first_on AS date, c.label
  FROM suspension AS c
  LEFT JOIN edition AS e ON e.id = c.edition
 WHERE c.kind = 'closure'
 ORDER BY c.first_on, e.code;

-- The register: every session of a member's time with the mark that holds, or none (a hole), and the
-- minutes spent within the session.
CREATE VIEW register AS
SELECT m.edition, m.person, m.role, s.id AS session, s.date, s.start, s.finish, k.status, k.mode,
       CASE WHEN k.status = 'present' THEN coalesce((SELECT min(t.arrived) FROM spell AS t WHERE t.mark = k.id), s.start) END AS arrived,
       CASE WHEN k.status = 'present' THEN coalesce((SELECT max(t."left") FROM spell AS t WHERE t.mark = k.id), s.finish) END AS left,
       CASE WHEN k.status <> 'present' THEN 0
            WHEN k.status = 'present' THEN coalesce(
              (SELECT sum(max(0, 60 * substr(min(t."left", s.finish), 1, 2) + substr(min(t."left", s.finish), 4)
                               - 60 * substr(max(t.arrived, s.start), 1, 2) - substr(max(t.arrived, s.start), 4)))
                 FROM spell AS t WHERE t.mark = k.id),
              60 * substr(s.finish, 1, 2) + substr(s.finish, 4) - 60 * substr(s.start, 1, 2) - substr(s.start, 4))
        END AS minutes
  FROM enrolment AS m
  JOIN session AS s ON s.edition = m.edition
  LEFT JOIN mark AS k ON k.id = (SELECT max(newest.id) FROM mark AS newest WHERE newest.session = s.id AND newest.person = m.person)
 WHERE m.status IN ('active', 'withdrawn', 'completed')
   AND s.status = 'scheduled'
   AND (m.joined_on IS NOT NULL OR m.applied_on IS NULL)
   AND s.date >= coalesce(m.joined_on, '')
   AND s.date <= coalesce(m.left_on, '9999-12-31');

CREATE VIEW marks AS
SELECT e.code AS edition, r.date, p.handle, r.status, r.mode, r.arrived, r.left, r.minutes
  FROM register AS r
  JOIN edition AS e ON e.id = r.edition
  JOIN person AS p ON p.id = r.person
 WHERE r.status IS NOT NULL
 ORDER BY e.number, e.year, e.code, r.date, p.family_key, p.given_key, p.handle;

-- Amounts in the views that follow are euro with two decimals, as in the listings.
CREATE VIEW tariffs AS
SELECT e.code AS edition, t.category,
       printf('%.2f', t.net / 100.0) AS net, printf('%g', t.rate / 100.0) AS rate, t.nature,
       printf('%.2f', (t.net * t.rate + 5000) / 10000 / 100.0) AS vat,
       printf('%.2f', (t.net + (t.net * t.rate + 5000) / 10000) / 100.0) AS gross
  FROM tariff AS t
  JOIN edition AS e ON e.id = t.edition
 ORDER BY e.number, e.year, e.code, t.category;

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
