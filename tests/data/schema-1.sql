-- A store as the toolkit of schema 1 wrote it: the ninth edition of share/examples with marks, payments and a withdrawal;
-- changes, answers and notices, for which it had tables but no verbs, were entered by hand. The people are invented.
-- `sqlite3 FILE <schema-1.sql` makes it.
PRAGMA application_id=1111575625;
PRAGMA user_version=1;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE setting (
  key   TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL CHECK (value <> '')
) STRICT, WITHOUT ROWID;
INSERT INTO setting VALUES('association','Associazione IL NODO group');
INSERT INTO setting VALUES('from','Segreteria <segreteria@example.org>');
INSERT INTO setting VALUES('iban','IT92S0200801058000040951624');
INSERT INTO setting VALUES('language','it');
INSERT INTO setting VALUES('payee','Associazione IL NODO group');
CREATE TABLE profession (
  code     TEXT NOT NULL PRIMARY KEY,
  category TEXT NOT NULL CHECK (category <> ''), -- what tariffs are set for
  label    TEXT NOT NULL CHECK (label <> '')
) STRICT, WITHOUT ROWID;
INSERT INTO profession VALUES('altro','altre-professioni','Altra professione');
INSERT INTO profession VALUES('assistente-sociale','altre-professioni','Assistente sociale');
INSERT INTO profession VALUES('educatore','altre-professioni','Educatore');
INSERT INTO profession VALUES('infermiere','altre-professioni','Infermiere');
INSERT INTO profession VALUES('insegnante','altre-professioni','Insegnante');
INSERT INTO profession VALUES('medico','medici-psicologi','Medico');
INSERT INTO profession VALUES('oss','altre-professioni','Operatore socio-sanitario');
INSERT INTO profession VALUES('psicologo','medici-psicologi','Psicologo');
INSERT INTO profession VALUES('psicoterapeuta','medici-psicologi','Psicoterapeuta');
INSERT INTO profession VALUES('tecnico','altre-professioni','Tecnico');
INSERT INTO profession VALUES('terp','altre-professioni','Tecnico della riabilitazione psichiatrica');
INSERT INTO profession VALUES('vigilatrice-infanzia','altre-professioni','Vigilatrice d''infanzia');
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
INSERT INTO person VALUES(1,'ferraris','person','Ferraris','Elena','ferraris','elena','psicoterapeuta','elena.ferraris@example.org',NULL,NULL,NULL,NULL,NULL,1,NULL,NULL);
INSERT INTO person VALUES(2,'gallo','person','Gallo','Pietro','gallo','pietro','medico','pietro.gallo@example.org',NULL,NULL,NULL,NULL,NULL,1,NULL,NULL);
INSERT INTO person VALUES(3,'rossi','person','Rossi','Maria','rossi','maria','medico','rossi@example.org',NULL,NULL,NULL,NULL,NULL,1,NULL,NULL);
INSERT INTO person VALUES(4,'bianchi','person','Bianchi','Luca','bianchi','luca','insegnante','bianchi@example.org',NULL,NULL,NULL,NULL,NULL,1,NULL,NULL);
INSERT INTO person VALUES(5,'dangelo','person','D''Angelo','Anna','dangelo','anna','psicologo','dangelo@example.org',NULL,NULL,NULL,NULL,NULL,1,NULL,NULL);
INSERT INTO person VALUES(6,'esposito','person','Esposito','Nicolò','esposito','nicolo','infermiere','esposito@example.org',NULL,NULL,NULL,NULL,NULL,1,NULL,NULL);
INSERT INTO person VALUES(7,'muller','person','Müller','Hannah','muller','hannah','medico','muller@example.org',NULL,NULL,NULL,NULL,NULL,1,NULL,NULL);
INSERT INTO person VALUES(8,'deluca','person','De Luca','Giorgio','de luca','giorgio','educatore','deluca@example.org',NULL,NULL,NULL,NULL,NULL,1,NULL,NULL);
INSERT INTO person VALUES(9,'maggio','person','Maggio','Ida','maggio','ida','assistente-sociale','maggio@example.org',NULL,NULL,NULL,NULL,NULL,1,NULL,NULL);
INSERT INTO person VALUES(10,'conti','person','Conti','Teresa','conti','teresa','psicoterapeuta','conti@example.org',NULL,NULL,NULL,NULL,NULL,1,NULL,NULL);
INSERT INTO person VALUES(11,'ricci','person','Ricci','Paolo','ricci','paolo','oss','ricci@example.org',NULL,NULL,NULL,NULL,NULL,1,NULL,NULL);
INSERT INTO person VALUES(12,'greco','person','Greco','Silvia','greco','silvia','terp','greco@example.org',NULL,NULL,NULL,NULL,NULL,1,NULL,NULL);
INSERT INTO person VALUES(13,'fontana','person','Fontana','Bruno','fontana','bruno','medico','fontana@example.org',NULL,NULL,NULL,NULL,NULL,1,NULL,NULL);
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
INSERT INTO edition VALUES(1,'9',9,2020,'Gruppo Balint','annual','mixed',2,'21:00',90,'Torino, o via Zoom','https://zoom.example.org/j/000',10,12,'{title} {number} ed {year}_{family}_{month}','whole','whole','open');
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
INSERT INTO enrolment VALUES(1,1,1,'conductor','active',NULL,NULL,NULL,NULL);
INSERT INTO enrolment VALUES(2,1,2,'co-conductor','active',NULL,NULL,NULL,NULL);
INSERT INTO enrolment VALUES(3,1,3,'participant','active',NULL,NULL,NULL,NULL);
INSERT INTO enrolment VALUES(4,1,4,'participant','active',NULL,NULL,NULL,NULL);
INSERT INTO enrolment VALUES(5,1,5,'participant','active',NULL,NULL,NULL,NULL);
INSERT INTO enrolment VALUES(6,1,6,'participant','active',NULL,NULL,NULL,NULL);
INSERT INTO enrolment VALUES(7,1,7,'participant','active',NULL,NULL,NULL,NULL);
INSERT INTO enrolment VALUES(8,1,8,'participant','active',NULL,NULL,NULL,NULL);
INSERT INTO enrolment VALUES(9,1,9,'participant','active',NULL,NULL,NULL,NULL);
INSERT INTO enrolment VALUES(10,1,10,'participant','active',NULL,NULL,NULL,NULL);
INSERT INTO enrolment VALUES(11,1,11,'participant','withdrawn',NULL,NULL,'2021-03-20','trasferita');
INSERT INTO enrolment VALUES(12,1,12,'participant','active',NULL,NULL,NULL,NULL);
INSERT INTO enrolment VALUES(13,1,13,'participant','active',NULL,NULL,NULL,NULL);
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
INSERT INTO suspension VALUES(1,1,'break','2020-12-20','2021-01-10','Sospensione natalizia');
INSERT INTO suspension VALUES(2,1,'break','2021-04-02','2021-04-06','Sospensione pasquale');
INSERT INTO suspension VALUES(3,1,'break','2021-07-01','2021-08-31','Sospensione estiva');
INSERT INTO suspension VALUES(4,1,'closure','2021-06-24','2021-06-24','San Giovanni, patrono di Torino');
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
INSERT INTO session VALUES(1,1,'2021-02-17','21:00','22:30','2021-02-17',2,'scheduled',NULL,NULL,NULL,NULL,'a3ec7fa0-e0b8-4693-8b5b-1d186a13b2b0',0,'2021-03-19T23:00:00Z');
INSERT INTO session VALUES(2,1,'2021-03-03','21:00','22:30','2021-03-03',2,'scheduled',NULL,NULL,NULL,NULL,'8f086f06-537a-49a6-8db8-4572b67df278',0,'2021-03-19T23:00:00Z');
INSERT INTO session VALUES(3,1,'2021-03-17','21:00','22:30','2021-03-17',2,'scheduled',NULL,NULL,NULL,NULL,'31bf8eac-5e45-4f9b-9dcd-b58d2dd45348',0,'2021-03-19T23:00:00Z');
INSERT INTO session VALUES(4,1,'2021-03-31','21:00','22:30','2021-03-31',2,'scheduled',NULL,NULL,NULL,NULL,'c079df43-f38f-4c1d-90fa-3ec7b1eabde5',0,'2021-03-19T23:00:00Z');
INSERT INTO session VALUES(5,1,'2021-04-14','21:00','22:30','2021-04-14',2,'scheduled',NULL,NULL,NULL,NULL,'c7c2a540-4f21-450c-b5de-9ebe21217220',0,'2021-03-19T23:00:00Z');
INSERT INTO session VALUES(6,1,'2021-04-28','21:00','22:30','2021-04-28',2,'scheduled',NULL,NULL,NULL,NULL,'12c482d8-e3d7-44c4-a192-0f574caf5d08',0,'2021-03-19T23:00:00Z');
INSERT INTO session VALUES(7,1,'2021-05-12','21:00','22:30','2021-05-12',2,'scheduled',NULL,NULL,NULL,NULL,'e0e6ed4c-761c-4fd3-b105-0cd9f2581ac7',0,'2021-03-19T23:00:00Z');
INSERT INTO session VALUES(8,1,'2021-05-26','21:00','22:30','2021-05-26',2,'scheduled',NULL,NULL,NULL,NULL,'145ddf57-397b-432d-b5d4-cb61cffe7a2e',0,'2021-03-19T23:00:00Z');
INSERT INTO session VALUES(9,1,'2021-06-09','21:00','22:30','2021-06-09',2,'scheduled',NULL,NULL,NULL,NULL,'ce69cbab-78df-4fbd-a3e8-71541d09f33b',0,'2021-03-19T23:00:00Z');
INSERT INTO session VALUES(10,1,'2021-06-23','21:00','22:30','2021-06-23',2,'scheduled',NULL,NULL,NULL,NULL,'99dc8fdb-0e20-4470-95cd-dc6e4325e3b4',0,'2021-03-19T23:00:00Z');
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
INSERT INTO change VALUES(1,4,'2021-03-30','20:30','sala occupata','refused','2021-02-20T09:00:00Z','2021-02-21T09:00:00Z');
INSERT INTO change VALUES(3,4,'2021-04-01','21:00','sala occupata','open','2021-03-01T09:00:00Z',NULL);
INSERT INTO change VALUES(4,3,'2021-03-17','21:00','orario','made','2021-03-02T09:00:00Z',NULL);
CREATE TABLE consent (
  change      INTEGER NOT NULL REFERENCES change (id),
  person      INTEGER NOT NULL REFERENCES person (id),
  answer      TEXT NOT NULL CHECK (answer IN ('yes', 'no')),
  answered_at TEXT NOT NULL,
  PRIMARY KEY (change, person)
) STRICT, WITHOUT ROWID;
INSERT INTO consent VALUES(1,10,'no','2021-02-21T09:00:00Z');
INSERT INTO consent VALUES(3,3,'yes','2021-03-02T10:00:00Z');
INSERT INTO consent VALUES(3,4,'yes','2021-03-02T10:00:00Z');
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
INSERT INTO mark VALUES(1,1,3,'present','room','2021-03-19T23:00:00Z','root');
INSERT INTO mark VALUES(2,1,4,'present','online','2021-03-19T23:00:00Z','root');
INSERT INTO mark VALUES(3,1,12,'excused',NULL,'2021-03-19T23:00:00Z','root');
INSERT INTO mark VALUES(4,1,5,'present','room','2021-03-19T23:00:00Z','root');
INSERT INTO mark VALUES(5,1,6,'present','room','2021-03-19T23:00:00Z','root');
INSERT INTO mark VALUES(6,1,7,'present','room','2021-03-19T23:00:00Z','root');
INSERT INTO mark VALUES(7,1,8,'present','room','2021-03-19T23:00:00Z','root');
INSERT INTO mark VALUES(8,1,9,'present','room','2021-03-19T23:00:00Z','root');
INSERT INTO mark VALUES(9,1,10,'present','room','2021-03-19T23:00:00Z','root');
INSERT INTO mark VALUES(10,1,11,'present','room','2021-03-19T23:00:00Z','root');
INSERT INTO mark VALUES(11,1,13,'present','room','2021-03-19T23:00:00Z','root');
INSERT INTO mark VALUES(12,2,3,'absent',NULL,'2021-03-19T23:00:00Z','root');
INSERT INTO mark VALUES(13,2,4,'present','room','2021-03-19T23:00:00Z','root');
INSERT INTO mark VALUES(14,2,5,'present','room','2021-03-19T23:00:00Z','root');
INSERT INTO mark VALUES(15,2,6,'present','room','2021-03-19T23:00:00Z','root');
INSERT INTO mark VALUES(16,2,7,'present','room','2021-03-19T23:00:00Z','root');
INSERT INTO mark VALUES(17,2,8,'present','room','2021-03-19T23:00:00Z','root');
INSERT INTO mark VALUES(18,2,9,'present','room','2021-03-19T23:00:00Z','root');
INSERT INTO mark VALUES(19,2,10,'present','room','2021-03-19T23:00:00Z','root');
INSERT INTO mark VALUES(20,2,11,'present','room','2021-03-19T23:00:00Z','root');
INSERT INTO mark VALUES(21,2,12,'present','room','2021-03-19T23:00:00Z','root');
INSERT INTO mark VALUES(22,2,13,'present','room','2021-03-19T23:00:00Z','root');
INSERT INTO mark VALUES(23,3,8,'excused',NULL,'2021-03-19T23:00:00Z','root');
INSERT INTO mark VALUES(24,3,3,'present','room','2021-03-19T23:00:00Z','root');
INSERT INTO mark VALUES(25,3,4,'present','room','2021-03-19T23:00:00Z','root');
INSERT INTO mark VALUES(26,3,5,'present','room','2021-03-19T23:00:00Z','root');
INSERT INTO mark VALUES(27,3,6,'present','room','2021-03-19T23:00:00Z','root');
INSERT INTO mark VALUES(28,3,7,'present','room','2021-03-19T23:00:00Z','root');
INSERT INTO mark VALUES(29,3,9,'present','room','2021-03-19T23:00:00Z','root');
INSERT INTO mark VALUES(30,3,10,'present','room','2021-03-19T23:00:00Z','root');
INSERT INTO mark VALUES(31,3,11,'present','room','2021-03-19T23:00:00Z','root');
INSERT INTO mark VALUES(32,3,12,'present','room','2021-03-19T23:00:00Z','root');
INSERT INTO mark VALUES(33,3,13,'present','room','2021-03-19T23:00:00Z','root');
CREATE TABLE spell (
  mark    INTEGER NOT NULL REFERENCES mark (id),
  arrived TEXT NOT NULL CHECK (arrived GLOB '[0-2][0-9]:[0-5][0-9]' AND arrived <= '24:00'),
  "left"  TEXT NOT NULL CHECK ("left" GLOB '[0-2][0-9]:[0-5][0-9]' AND "left" <= '24:00'),
  PRIMARY KEY (mark, arrived),
  CHECK (arrived < "left")
) STRICT, WITHOUT ROWID;
INSERT INTO spell VALUES(1,'21:07','22:30');
INSERT INTO spell VALUES(2,'21:00','21:40');
INSERT INTO spell VALUES(2,'21:55','22:30');
CREATE TABLE presentation (
  session INTEGER NOT NULL REFERENCES session (id),
  person  INTEGER NOT NULL REFERENCES person (id),
  kind    TEXT CHECK (kind IN ('case', 'group-event', 'institution')), -- null: a turn that is still to come
  PRIMARY KEY (session, person)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE tariff (
  edition  INTEGER NOT NULL REFERENCES edition (id),
  category TEXT NOT NULL CHECK (category <> ''),
  net      INTEGER NOT NULL CHECK (net >= 0),
  rate     INTEGER NOT NULL CHECK (rate BETWEEN 0 AND 10000), -- VAT, in hundredths of a percent
  nature   TEXT CHECK (nature GLOB 'N[1-7]*'),                -- of an exemption (N4, N2.2)
  PRIMARY KEY (edition, category),
  CHECK (nature IS NULL OR rate = 0)
) STRICT, WITHOUT ROWID;
INSERT INTO tariff VALUES(1,'altre-professioni',25000,2200,NULL);
INSERT INTO tariff VALUES(1,'medici-psicologi',35000,2200,NULL);
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
INSERT INTO instalment VALUES(1,4,'2021-02-28',5000,1100,6100,'Gruppo Balint 9 ed 2020_Bianchi_febbraio','2021-03-20');
INSERT INTO instalment VALUES(2,4,'2021-03-31',5000,1100,6100,'Gruppo Balint 9 ed 2020_Bianchi_marzo','2021-03-20');
INSERT INTO instalment VALUES(3,4,'2021-04-30',5000,1100,6100,'Gruppo Balint 9 ed 2020_Bianchi_aprile','2021-03-20');
INSERT INTO instalment VALUES(4,4,'2021-05-31',5000,1100,6100,'Gruppo Balint 9 ed 2020_Bianchi_maggio','2021-03-20');
INSERT INTO instalment VALUES(5,4,'2021-06-30',5000,1100,6100,'Gruppo Balint 9 ed 2020_Bianchi_giugno','2021-03-20');
INSERT INTO instalment VALUES(6,10,'2021-02-28',7000,1540,8540,'Gruppo Balint 9 ed 2020_Conti_febbraio','2021-03-20');
INSERT INTO instalment VALUES(7,10,'2021-03-31',7000,1540,8540,'Gruppo Balint 9 ed 2020_Conti_marzo','2021-03-20');
INSERT INTO instalment VALUES(8,10,'2021-04-30',7000,1540,8540,'Gruppo Balint 9 ed 2020_Conti_aprile','2021-03-20');
INSERT INTO instalment VALUES(9,10,'2021-05-31',7000,1540,8540,'Gruppo Balint 9 ed 2020_Conti_maggio','2021-03-20');
INSERT INTO instalment VALUES(10,10,'2021-06-30',7000,1540,8540,'Gruppo Balint 9 ed 2020_Conti_giugno','2021-03-20');
INSERT INTO instalment VALUES(11,5,'2021-02-28',7000,1540,8540,'Gruppo Balint 9 ed 2020_D''Angelo_febbraio','2021-03-20');
INSERT INTO instalment VALUES(12,5,'2021-03-31',7000,1540,8540,'Gruppo Balint 9 ed 2020_D''Angelo_marzo','2021-03-20');
INSERT INTO instalment VALUES(13,5,'2021-04-30',7000,1540,8540,'Gruppo Balint 9 ed 2020_D''Angelo_aprile','2021-03-20');
INSERT INTO instalment VALUES(14,5,'2021-05-31',7000,1540,8540,'Gruppo Balint 9 ed 2020_D''Angelo_maggio','2021-03-20');
INSERT INTO instalment VALUES(15,5,'2021-06-30',7000,1540,8540,'Gruppo Balint 9 ed 2020_D''Angelo_giugno','2021-03-20');
INSERT INTO instalment VALUES(16,8,'2021-02-28',5000,1100,6100,'Gruppo Balint 9 ed 2020_De Luca_febbraio','2021-03-20');
INSERT INTO instalment VALUES(17,8,'2021-03-31',5000,1100,6100,'Gruppo Balint 9 ed 2020_De Luca_marzo','2021-03-20');
INSERT INTO instalment VALUES(18,8,'2021-04-30',5000,1100,6100,'Gruppo Balint 9 ed 2020_De Luca_aprile','2021-03-20');
INSERT INTO instalment VALUES(19,8,'2021-05-31',5000,1100,6100,'Gruppo Balint 9 ed 2020_De Luca_maggio','2021-03-20');
INSERT INTO instalment VALUES(20,8,'2021-06-30',5000,1100,6100,'Gruppo Balint 9 ed 2020_De Luca_giugno','2021-03-20');
INSERT INTO instalment VALUES(21,6,'2021-02-28',5000,1100,6100,'Gruppo Balint 9 ed 2020_Esposito_febbraio','2021-03-20');
INSERT INTO instalment VALUES(22,6,'2021-03-31',5000,1100,6100,'Gruppo Balint 9 ed 2020_Esposito_marzo','2021-03-20');
INSERT INTO instalment VALUES(23,6,'2021-04-30',5000,1100,6100,'Gruppo Balint 9 ed 2020_Esposito_aprile','2021-03-20');
INSERT INTO instalment VALUES(24,6,'2021-05-31',5000,1100,6100,'Gruppo Balint 9 ed 2020_Esposito_maggio','2021-03-20');
INSERT INTO instalment VALUES(25,6,'2021-06-30',5000,1100,6100,'Gruppo Balint 9 ed 2020_Esposito_giugno','2021-03-20');
INSERT INTO instalment VALUES(26,13,'2021-02-28',7000,1540,8540,'Gruppo Balint 9 ed 2020_Fontana_febbraio','2021-03-20');
INSERT INTO instalment VALUES(27,13,'2021-03-31',7000,1540,8540,'Gruppo Balint 9 ed 2020_Fontana_marzo','2021-03-20');
INSERT INTO instalment VALUES(28,13,'2021-04-30',7000,1540,8540,'Gruppo Balint 9 ed 2020_Fontana_aprile','2021-03-20');
INSERT INTO instalment VALUES(29,13,'2021-05-31',7000,1540,8540,'Gruppo Balint 9 ed 2020_Fontana_maggio','2021-03-20');
INSERT INTO instalment VALUES(30,13,'2021-06-30',7000,1540,8540,'Gruppo Balint 9 ed 2020_Fontana_giugno','2021-03-20');
INSERT INTO instalment VALUES(31,12,'2021-02-28',5000,1100,6100,'Gruppo Balint 9 ed 2020_Greco_febbraio','2021-03-20');
INSERT INTO instalment VALUES(32,12,'2021-03-31',5000,1100,6100,'Gruppo Balint 9 ed 2020_Greco_marzo','2021-03-20');
INSERT INTO instalment VALUES(33,12,'2021-04-30',5000,1100,6100,'Gruppo Balint 9 ed 2020_Greco_aprile','2021-03-20');
INSERT INTO instalment VALUES(34,12,'2021-05-31',5000,1100,6100,'Gruppo Balint 9 ed 2020_Greco_maggio','2021-03-20');
INSERT INTO instalment VALUES(35,12,'2021-06-30',5000,1100,6100,'Gruppo Balint 9 ed 2020_Greco_giugno','2021-03-20');
INSERT INTO instalment VALUES(36,9,'2021-02-28',5000,1100,6100,'Gruppo Balint 9 ed 2020_Maggio_febbraio','2021-03-20');
INSERT INTO instalment VALUES(37,9,'2021-03-31',5000,1100,6100,'Gruppo Balint 9 ed 2020_Maggio_marzo','2021-03-20');
INSERT INTO instalment VALUES(38,9,'2021-04-30',5000,1100,6100,'Gruppo Balint 9 ed 2020_Maggio_aprile','2021-03-20');
INSERT INTO instalment VALUES(39,9,'2021-05-31',5000,1100,6100,'Gruppo Balint 9 ed 2020_Maggio_maggio','2021-03-20');
INSERT INTO instalment VALUES(40,9,'2021-06-30',5000,1100,6100,'Gruppo Balint 9 ed 2020_Maggio_giugno','2021-03-20');
INSERT INTO instalment VALUES(41,7,'2021-02-28',7000,1540,8540,'Gruppo Balint 9 ed 2020_Müller_febbraio','2021-03-20');
INSERT INTO instalment VALUES(42,7,'2021-03-31',7000,1540,8540,'Gruppo Balint 9 ed 2020_Müller_marzo','2021-03-20');
INSERT INTO instalment VALUES(43,7,'2021-04-30',7000,1540,8540,'Gruppo Balint 9 ed 2020_Müller_aprile','2021-03-20');
INSERT INTO instalment VALUES(44,7,'2021-05-31',7000,1540,8540,'Gruppo Balint 9 ed 2020_Müller_maggio','2021-03-20');
INSERT INTO instalment VALUES(45,7,'2021-06-30',7000,1540,8540,'Gruppo Balint 9 ed 2020_Müller_giugno','2021-03-20');
INSERT INTO instalment VALUES(46,11,'2021-02-28',5000,1100,6100,'Gruppo Balint 9 ed 2020_Ricci_febbraio','2021-03-20');
INSERT INTO instalment VALUES(47,11,'2021-03-31',5000,1100,6100,'Gruppo Balint 9 ed 2020_Ricci_marzo','2021-03-20');
INSERT INTO instalment VALUES(48,11,'2021-04-30',5000,1100,6100,'Gruppo Balint 9 ed 2020_Ricci_aprile','2021-03-20');
INSERT INTO instalment VALUES(49,11,'2021-05-31',5000,1100,6100,'Gruppo Balint 9 ed 2020_Ricci_maggio','2021-03-20');
INSERT INTO instalment VALUES(50,11,'2021-06-30',5000,1100,6100,'Gruppo Balint 9 ed 2020_Ricci_giugno','2021-03-20');
INSERT INTO instalment VALUES(51,3,'2021-02-28',7000,1540,8540,'Gruppo Balint 9 ed 2020_Rossi_febbraio','2021-03-20');
INSERT INTO instalment VALUES(52,3,'2021-03-31',7000,1540,8540,'Gruppo Balint 9 ed 2020_Rossi_marzo','2021-03-20');
INSERT INTO instalment VALUES(53,3,'2021-04-30',7000,1540,8540,'Gruppo Balint 9 ed 2020_Rossi_aprile','2021-03-20');
INSERT INTO instalment VALUES(54,3,'2021-05-31',7000,1540,8540,'Gruppo Balint 9 ed 2020_Rossi_maggio','2021-03-20');
INSERT INTO instalment VALUES(55,3,'2021-06-30',7000,1540,8540,'Gruppo Balint 9 ed 2020_Rossi_giugno','2021-03-20');
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
INSERT INTO entry VALUES(1,'payment',3,NULL,10000,'2021-02-27',NULL,NULL,NULL,'2021-03-19T23:00:00Z');
INSERT INTO entry VALUES(2,'payment',4,NULL,6100,'2021-02-28',NULL,NULL,NULL,'2021-03-19T23:00:00Z');
CREATE TABLE allocation (
  id         INTEGER PRIMARY KEY,
  entry      INTEGER NOT NULL REFERENCES entry (id),
  instalment INTEGER NOT NULL REFERENCES instalment (id),
  amount     INTEGER NOT NULL CHECK (amount <> 0),
  date       TEXT NOT NULL CHECK (date IS date(date, '+0 days'))
) STRICT;
INSERT INTO allocation VALUES(1,1,51,8540,'2021-02-27');
INSERT INTO allocation VALUES(2,1,52,1460,'2021-02-27');
INSERT INTO allocation VALUES(3,2,1,6100,'2021-02-28');
CREATE TABLE payer (
  iban       TEXT NOT NULL CHECK (iban <> ''),
  person     INTEGER NOT NULL REFERENCES person (id),
  learned_at TEXT NOT NULL,
  PRIMARY KEY (iban, person)
) STRICT, WITHOUT ROWID;
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
INSERT INTO outbox VALUES(2,'reminder 1 0 3','reminder',3,1,NULL,'sent','2021-02-10T08:00:00Z','2021-02-17T20:00:00Z','2021-02-10T08:00:05Z',NULL);
INSERT INTO outbox VALUES(3,'reminder 4 0 4','reminder',4,4,NULL,'queued','2021-03-20T08:00:00Z','2021-03-31T19:00:00Z',NULL,NULL);
INSERT INTO outbox VALUES(7,'move 3 1 5','move',5,3,NULL,'failed','2021-03-02T08:00:00Z',NULL,'2021-03-02T08:00:05Z','no such mailbox');
INSERT INTO outbox VALUES(9,'request 2 3','request',3,NULL,2,'dropped','2021-02-20T08:00:00Z',NULL,NULL,NULL);
CREATE TABLE log (
  id      INTEGER PRIMARY KEY,
  at      TEXT NOT NULL,
  who     TEXT NOT NULL,
  command TEXT NOT NULL,
  schema  INTEGER NOT NULL,
  changes BLOB NOT NULL,
  undoes  INTEGER UNIQUE REFERENCES log (id)
) STRICT;
INSERT INTO log VALUES(1,'2021-03-19T23:00:00Z','root','balint-group init --association ''Associazione IL NODO group'' --payee ''Associazione IL NODO group'' --iban ''IT92 S020 0801 0580 0004 0951 624'' --from ''Segreteria <segreteria@example.org>'' --language it',1,X'5402010073657474696e6700120003057061796565031a4173736f6369617a696f6e6520494c204e4f444f2067726f75701200030466726f6d032353656772657465726961203c73656772657465726961406578616d706c652e6f72673e120003046962616e031b495439325330323030383031303538303030303430393531363234120003086c616e6775616765030269741200030b6173736f63696174696f6e031a4173736f6369617a696f6e6520494c204e4f444f2067726f7570',NULL);
INSERT INTO log VALUES(2,'2021-03-19T23:00:00Z','root','balint-group edition add 9 --number 9 --year 2020 --title ''Gruppo Balint'' --programme annual --composition mixed --every 2w --at 21:00 --minutes 90 --min 10 --max 12 --venue ''Torino, o via Zoom'' --online https://zoom.example.org/j/000',1,X'541201000000000000000000000000000000000065646974696f6e0012000100000000000000010301390100000000000000090100000000000007e4030d47727570706f2042616c696e740306616e6e75616c03056d69786564010000000000000002030532313a303001000000000000005a0312546f72696e6f2c206f20766961205a6f6f6d031e68747470733a2f2f7a6f6f6d2e6578616d706c652e6f72672f6a2f30303001000000000000000a01000000000000000c032b7b7469746c657d207b6e756d6265727d206564207b796561727d5f7b66616d696c797d5f7b6d6f6e74687d030577686f6c65030577686f6c6503046f70656e',NULL);
INSERT INTO log VALUES(3,'2021-03-19T23:00:00Z','root','balint-group person add ferraris --family Ferraris --given Elena --profession psicoterapeuta --email elena.ferraris@example.org',1,X'54110100000000000000000000000000000000706572736f6e001200010000000000000001030866657272617269730306706572736f6e030846657272617269730305456c656e61030866657272617269730305656c656e61030e707369636f746572617065757461031a656c656e612e6665727261726973406578616d706c652e6f726705050505050100000000000000010505',NULL);
INSERT INTO log VALUES(4,'2021-03-19T23:00:00Z','root','balint-group person add gallo --family Gallo --given Pietro --profession medico --email pietro.gallo@example.org',1,X'54110100000000000000000000000000000000706572736f6e001200010000000000000002030567616c6c6f0306706572736f6e030547616c6c6f030650696574726f030567616c6c6f030670696574726f03066d656469636f031870696574726f2e67616c6c6f406578616d706c652e6f726705050505050100000000000000010505',NULL);
INSERT INTO log VALUES(5,'2021-03-19T23:00:00Z','root','balint-group enrol ferraris --role conductor',1,X'5409010000000000000000656e726f6c6d656e740012000100000000000000010100000000000000010100000000000000010309636f6e647563746f72030661637469766505050505',NULL);
INSERT INTO log VALUES(6,'2021-03-19T23:00:00Z','root','balint-group enrol gallo --role co-conductor',1,X'5409010000000000000000656e726f6c6d656e74001200010000000000000002010000000000000001010000000000000002030c636f2d636f6e647563746f72030661637469766505050505',NULL);
INSERT INTO log VALUES(7,'2021-03-19T23:00:00Z','root','balint-group person add rossi --family Rossi --given Maria --profession medico --email rossi@example.org',1,X'54110100000000000000000000000000000000706572736f6e0012000100000000000000030305726f7373690306706572736f6e0305526f73736903054d617269610305726f73736903056d6172696103066d656469636f0311726f737369406578616d706c652e6f726705050505050100000000000000010505',NULL);
INSERT INTO log VALUES(8,'2021-03-19T23:00:00Z','root','balint-group enrol rossi',1,X'5409010000000000000000656e726f6c6d656e74001200010000000000000003010000000000000001010000000000000003030b7061727469636970616e74030661637469766505050505',NULL);
INSERT INTO log VALUES(9,'2021-03-19T23:00:00Z','root','balint-group person add bianchi --family Bianchi --given Luca --profession insegnante --email bianchi@example.org',1,X'54110100000000000000000000000000000000706572736f6e00120001000000000000000403076269616e6368690306706572736f6e03074269616e63686903044c75636103076269616e63686903046c756361030a696e7365676e616e746503136269616e636869406578616d706c652e6f726705050505050100000000000000010505',NULL);
INSERT INTO log VALUES(10,'2021-03-19T23:00:00Z','root','balint-group enrol bianchi',1,X'5409010000000000000000656e726f6c6d656e74001200010000000000000004010000000000000001010000000000000004030b7061727469636970616e74030661637469766505050505',NULL);
INSERT INTO log VALUES(11,'2021-03-19T23:00:00Z','root','balint-group person add dangelo --family ''D''\''''Angelo'' --given Anna --profession psicologo --email dangelo@example.org',1,X'54110100000000000000000000000000000000706572736f6e001200010000000000000005030764616e67656c6f0306706572736f6e03084427416e67656c6f0304416e6e61030764616e67656c6f0304616e6e610309707369636f6c6f676f031364616e67656c6f406578616d706c652e6f726705050505050100000000000000010505',NULL);
INSERT INTO log VALUES(12,'2021-03-19T23:00:00Z','root','balint-group enrol dangelo',1,X'5409010000000000000000656e726f6c6d656e74001200010000000000000005010000000000000001010000000000000005030b7061727469636970616e74030661637469766505050505',NULL);
INSERT INTO log VALUES(13,'2021-03-19T23:00:00Z','root','balint-group person add esposito --family Esposito --given ''Nicolò'' --profession infermiere --email esposito@example.org',1,X'54110100000000000000000000000000000000706572736f6e00120001000000000000000603086573706f7369746f0306706572736f6e03084573706f7369746f03074e69636f6cc3b203086573706f7369746f03066e69636f6c6f030a696e6665726d6965726503146573706f7369746f406578616d706c652e6f726705050505050100000000000000010505',NULL);
INSERT INTO log VALUES(14,'2021-03-19T23:00:00Z','root','balint-group enrol esposito',1,X'5409010000000000000000656e726f6c6d656e74001200010000000000000006010000000000000001010000000000000006030b7061727469636970616e74030661637469766505050505',NULL);
INSERT INTO log VALUES(15,'2021-03-19T23:00:00Z','root','balint-group person add muller --family ''Müller'' --given Hannah --profession medico --email muller@example.org',1,X'54110100000000000000000000000000000000706572736f6e00120001000000000000000703066d756c6c65720306706572736f6e03074dc3bc6c6c6572030648616e6e616803066d756c6c6572030668616e6e616803066d656469636f03126d756c6c6572406578616d706c652e6f726705050505050100000000000000010505',NULL);
INSERT INTO log VALUES(16,'2021-03-19T23:00:00Z','root','balint-group enrol muller',1,X'5409010000000000000000656e726f6c6d656e74001200010000000000000007010000000000000001010000000000000007030b7061727469636970616e74030661637469766505050505',NULL);
INSERT INTO log VALUES(17,'2021-03-19T23:00:00Z','root','balint-group person add deluca --family ''De Luca'' --given Giorgio --profession educatore --email deluca@example.org',1,X'54110100000000000000000000000000000000706572736f6e001200010000000000000008030664656c7563610306706572736f6e03074465204c756361030747696f7267696f03076465206c756361030767696f7267696f03096564756361746f7265031264656c756361406578616d706c652e6f726705050505050100000000000000010505',NULL);
INSERT INTO log VALUES(18,'2021-03-19T23:00:00Z','root','balint-group enrol deluca',1,X'5409010000000000000000656e726f6c6d656e74001200010000000000000008010000000000000001010000000000000008030b7061727469636970616e74030661637469766505050505',NULL);
INSERT INTO log VALUES(19,'2021-03-19T23:00:00Z','root','balint-group person add maggio --family Maggio --given Ida --profession assistente-sociale --email maggio@example.org',1,X'54110100000000000000000000000000000000706572736f6e00120001000000000000000903066d616767696f0306706572736f6e03064d616767696f030349646103066d616767696f03036964610312617373697374656e74652d736f6369616c6503126d616767696f406578616d706c652e6f726705050505050100000000000000010505',NULL);
INSERT INTO log VALUES(20,'2021-03-19T23:00:00Z','root','balint-group enrol maggio',1,X'5409010000000000000000656e726f6c6d656e74001200010000000000000009010000000000000001010000000000000009030b7061727469636970616e74030661637469766505050505',NULL);
INSERT INTO log VALUES(21,'2021-03-19T23:00:00Z','root','balint-group person add conti --family Conti --given Teresa --profession psicoterapeuta --email conti@example.org',1,X'54110100000000000000000000000000000000706572736f6e00120001000000000000000a0305636f6e74690306706572736f6e0305436f6e746903065465726573610305636f6e74690306746572657361030e707369636f7465726170657574610311636f6e7469406578616d706c652e6f726705050505050100000000000000010505',NULL);
INSERT INTO log VALUES(22,'2021-03-19T23:00:00Z','root','balint-group enrol conti',1,X'5409010000000000000000656e726f6c6d656e7400120001000000000000000a01000000000000000101000000000000000a030b7061727469636970616e74030661637469766505050505',NULL);
INSERT INTO log VALUES(23,'2021-03-19T23:00:00Z','root','balint-group person add ricci --family Ricci --given Paolo --profession oss --email ricci@example.org',1,X'54110100000000000000000000000000000000706572736f6e00120001000000000000000b030572696363690306706572736f6e03055269636369030550616f6c6f03057269636369030570616f6c6f03036f737303117269636369406578616d706c652e6f726705050505050100000000000000010505',NULL);
INSERT INTO log VALUES(24,'2021-03-19T23:00:00Z','root','balint-group enrol ricci',1,X'5409010000000000000000656e726f6c6d656e7400120001000000000000000b01000000000000000101000000000000000b030b7061727469636970616e74030661637469766505050505',NULL);
INSERT INTO log VALUES(25,'2021-03-19T23:00:00Z','root','balint-group person add greco --family Greco --given Silvia --profession terp --email greco@example.org',1,X'54110100000000000000000000000000000000706572736f6e00120001000000000000000c0305677265636f0306706572736f6e0305477265636f030653696c7669610305677265636f030673696c7669610304746572700311677265636f406578616d706c652e6f726705050505050100000000000000010505',NULL);
INSERT INTO log VALUES(26,'2021-03-19T23:00:00Z','root','balint-group enrol greco',1,X'5409010000000000000000656e726f6c6d656e7400120001000000000000000c01000000000000000101000000000000000c030b7061727469636970616e74030661637469766505050505',NULL);
INSERT INTO log VALUES(27,'2021-03-19T23:00:00Z','root','balint-group person add fontana --family Fontana --given Bruno --profession medico --email fontana@example.org',1,X'54110100000000000000000000000000000000706572736f6e00120001000000000000000d0307666f6e74616e610306706572736f6e0307466f6e74616e6103054272756e6f0307666f6e74616e6103056272756e6f03066d656469636f0313666f6e74616e61406578616d706c652e6f726705050505050100000000000000010505',NULL);
INSERT INTO log VALUES(28,'2021-03-19T23:00:00Z','root','balint-group enrol fontana',1,X'5409010000000000000000656e726f6c6d656e7400120001000000000000000d01000000000000000101000000000000000d030b7061727469636970616e74030661637469766505050505',NULL);
INSERT INTO log VALUES(29,'2021-03-19T23:00:00Z','root','balint-calendar break add 2020-12-20..2021-01-10 ''Sospensione natalizia''',1,X'540601000000000073757370656e73696f6e0012000100000000000000010100000000000000010305627265616b030a323032302d31322d3230030a323032312d30312d31300315536f7370656e73696f6e65206e6174616c697a6961',NULL);
INSERT INTO log VALUES(30,'2021-03-19T23:00:00Z','root','balint-calendar break add 2021-04-02..2021-04-06 ''Sospensione pasquale''',1,X'540601000000000073757370656e73696f6e0012000100000000000000020100000000000000010305627265616b030a323032312d30342d3032030a323032312d30342d30360314536f7370656e73696f6e65207061737175616c65',NULL);
INSERT INTO log VALUES(31,'2021-03-19T23:00:00Z','root','balint-calendar break add 2021-07-01..2021-08-31 ''Sospensione estiva''',1,X'540601000000000073757370656e73696f6e0012000100000000000000030100000000000000010305627265616b030a323032312d30372d3031030a323032312d30382d33310312536f7370656e73696f6e6520657374697661',NULL);
INSERT INTO log VALUES(32,'2021-03-19T23:00:00Z','root','balint-calendar closure add 2021-06-24 ''San Giovanni, patrono di Torino''',1,X'540601000000000073757370656e73696f6e0012000100000000000000040100000000000000010307636c6f73757265030a323032312d30362d3234030a323032312d30362d3234031f53616e2047696f76616e6e692c20706174726f6e6f20646920546f72696e6f',NULL);
INSERT INTO log VALUES(33,'2021-03-19T23:00:00Z','root','balint-calendar generate --from 2021-02-17 --every 2w --count 10',1,X'540f01000000000000000000000000000073657373696f6e001200010000000000000009010000000000000001030a323032312d30362d3039030532313a3030030532323a3330030a323032312d30362d303901000000000000000203097363686564756c656405050505032463653639636261622d373864662d346662642d613365382d3731353431643039663333620100000000000000000314323032312d30332d31395432333a30303a30305a1200010000000000000008010000000000000001030a323032312d30352d3236030532313a3030030532323a3330030a323032312d30352d323601000000000000000203097363686564756c656405050505032431343564646635372d333937622d343332642d623564342d6362363163666665376132650100000000000000000314323032312d30332d31395432333a30303a30305a120001000000000000000a010000000000000001030a323032312d30362d3233030532313a3030030532323a3330030a323032312d30362d323301000000000000000203097363686564756c656405050505032439396463386664622d306532302d343437302d393563642d6463366534333235653362340100000000000000000314323032312d30332d31395432333a30303a30305a1200010000000000000001010000000000000001030a323032312d30322d3137030532313a3030030532323a3330030a323032312d30322d313701000000000000000203097363686564756c656405050505032461336563376661302d653062382d343639332d386235622d3164313836613133623262300100000000000000000314323032312d30332d31395432333a30303a30305a1200010000000000000002010000000000000001030a323032312d30332d3033030532313a3030030532323a3330030a323032312d30332d303301000000000000000203097363686564756c656405050505032438663038366630362d353337612d343961362d386462382d3435373262363764663237380100000000000000000314323032312d30332d31395432333a30303a30305a1200010000000000000003010000000000000001030a323032312d30332d3137030532313a3030030532323a3330030a323032312d30332d313701000000000000000203097363686564756c656405050505032433316266386561632d356534352d346639622d396463642d6235386432646434353334380100000000000000000314323032312d30332d31395432333a30303a30305a1200010000000000000004010000000000000001030a323032312d30332d3331030532313a3030030532323a3330030a323032312d30332d333101000000000000000203097363686564756c656405050505032463303739646634332d663338662d346331642d393066612d3365633762316561626465350100000000000000000314323032312d30332d31395432333a30303a30305a1200010000000000000005010000000000000001030a323032312d30342d3134030532313a3030030532323a3330030a323032312d30342d313401000000000000000203097363686564756c656405050505032463376332613534302d346632312d343530632d623564652d3965626532313231373232300100000000000000000314323032312d30332d31395432333a30303a30305a1200010000000000000006010000000000000001030a323032312d30342d3238030532313a3030030532323a3330030a323032312d30342d323801000000000000000203097363686564756c656405050505032431326334383264382d653364372d343463342d613139322d3066353734636166356430380100000000000000000314323032312d30332d31395432333a30303a30305a1200010000000000000007010000000000000001030a323032312d30352d3132030532313a3030030532323a3330030a323032312d30352d313201000000000000000203097363686564756c656405050505032465306536656434632d373631632d346664332d623130352d3063643966323538316163370100000000000000000314323032312d30332d31395432333a30303a30305a',NULL);
INSERT INTO log VALUES(34,'2021-03-19T23:00:00Z','root','balint-fees tariff set medici-psicologi 350 --vat 22',1,X'5405010200000074617269666600120001000000000000000103106d65646963692d707369636f6c6f67690100000000000088b801000000000000089805',NULL);
INSERT INTO log VALUES(35,'2021-03-19T23:00:00Z','root','balint-fees tariff set altre-professioni 250 --vat 22',1,X'540501020000007461726966660012000100000000000000010311616c7472652d70726f66657373696f6e690100000000000061a801000000000000089805',NULL);
INSERT INTO log VALUES(36,'2021-03-19T23:00:00Z','root','balint-fees plan',1,X'54080100000000000000696e7374616c6d656e7400120001000000000000000901000000000000000a030a323032312d30352d3331010000000000001b5801000000000000060401000000000000215c032447727570706f2042616c696e74203920656420323032305f436f6e74695f6d616767696f030a323032312d30332d3230120001000000000000002d010000000000000007030a323032312d30362d3330010000000000001b5801000000000000060401000000000000215c032647727570706f2042616c696e74203920656420323032305f4dc3bc6c6c65725f676975676e6f030a323032312d30332d3230120001000000000000000801000000000000000a030a323032312d30342d3330010000000000001b5801000000000000060401000000000000215c032447727570706f2042616c696e74203920656420323032305f436f6e74695f617072696c65030a323032312d30332d3230120001000000000000002c010000000000000007030a323032312d30352d3331010000000000001b5801000000000000060401000000000000215c032647727570706f2042616c696e74203920656420323032305f4dc3bc6c6c65725f6d616767696f030a323032312d30332d3230120001000000000000000b010000000000000005030a323032312d30322d3238010000000000001b5801000000000000060401000000000000215c032947727570706f2042616c696e74203920656420323032305f4427416e67656c6f5f666562627261696f030a323032312d30332d3230120001000000000000002f01000000000000000b030a323032312d30332d333101000000000000138801000000000000044c0100000000000017d4032347727570706f2042616c696e74203920656420323032305f52696363695f6d61727a6f030a323032312d30332d3230120001000000000000000a01000000000000000a030a323032312d30362d3330010000000000001b5801000000000000060401000000000000215c032447727570706f2042616c696e74203920656420323032305f436f6e74695f676975676e6f030a323032312d30332d3230120001000000000000002e01000000000000000b030a323032312d30322d323801000000000000138801000000000000044c0100000000000017d4032647727570706f2042616c696e74203920656420323032305f52696363695f666562627261696f030a323032312d30332d32301200010000000000000029010000000000000007030a323032312d30322d3238010000000000001b5801000000000000060401000000000000215c032847727570706f2042616c696e74203920656420323032305f4dc3bc6c6c65725f666562627261696f030a323032312d30332d3230120001000000000000000d010000000000000005030a323032312d30342d3330010000000000001b5801000000000000060401000000000000215c032747727570706f2042616c696e74203920656420323032305f4427416e67656c6f5f617072696c65030a323032312d30332d32301200010000000000000028010000000000000009030a323032312d30362d333001000000000000138801000000000000044c0100000000000017d4032547727570706f2042616c696e74203920656420323032305f4d616767696f5f676975676e6f030a323032312d30332d3230120001000000000000000c010000000000000005030a323032312d30332d3331010000000000001b5801000000000000060401000000000000215c032647727570706f2042616c696e74203920656420323032305f4427416e67656c6f5f6d61727a6f030a323032312d30332d3230120001000000000000002b010000000000000007030a323032312d30342d3330010000000000001b5801000000000000060401000000000000215c032647727570706f2042616c696e74203920656420323032305f4dc3bc6c6c65725f617072696c65030a323032312d30332d3230120001000000000000000f010000000000000005030a323032312d30362d3330010000000000001b5801000000000000060401000000000000215c032747727570706f2042616c696e74203920656420323032305f4427416e67656c6f5f676975676e6f030a323032312d30332d3230120001000000000000002a010000000000000007030a323032312d30332d3331010000000000001b5801000000000000060401000000000000215c032547727570706f2042616c696e74203920656420323032305f4dc3bc6c6c65725f6d61727a6f030a323032312d30332d3230120001000000000000000e010000000000000005030a323032312d30352d3331010000000000001b5801000000000000060401000000000000215c032747727570706f2042616c696e74203920656420323032305f4427416e67656c6f5f6d616767696f030a323032312d30332d32301200010000000000000024010000000000000009030a323032312d30322d323801000000000000138801000000000000044c0100000000000017d4032747727570706f2042616c696e74203920656420323032305f4d616767696f5f666562627261696f030a323032312d30332d32301200010000000000000001010000000000000004030a323032312d30322d323801000000000000138801000000000000044c0100000000000017d4032847727570706f2042616c696e74203920656420323032305f4269616e6368695f666562627261696f030a323032312d30332d32301200010000000000000025010000000000000009030a323032312d30332d333101000000000000138801000000000000044c0100000000000017d4032447727570706f2042616c696e74203920656420323032305f4d616767696f5f6d61727a6f030a323032312d30332d32301200010000000000000002010000000000000004030a323032312d30332d333101000000000000138801000000000000044c0100000000000017d4032547727570706f2042616c696e74203920656420323032305f4269616e6368695f6d61727a6f030a323032312d30332d32301200010000000000000026010000000000000009030a323032312d30342d333001000000000000138801000000000000044c0100000000000017d4032547727570706f2042616c696e74203920656420323032305f4d616767696f5f617072696c65030a323032312d30332d32301200010000000000000003010000000000000004030a323032312d30342d333001000000000000138801000000000000044c0100000000000017d4032647727570706f2042616c696e74203920656420323032305f4269616e6368695f617072696c65030a323032312d30332d32301200010000000000000027010000000000000009030a323032312d30352d333101000000000000138801000000000000044c0100000000000017d4032547727570706f2042616c696e74203920656420323032305f4d616767696f5f6d616767696f030a323032312d30332d3230120001000000000000002001000000000000000c030a323032312d30332d333101000000000000138801000000000000044c0100000000000017d4032347727570706f2042616c696e74203920656420323032305f477265636f5f6d61727a6f030a323032312d30332d32301200010000000000000004010000000000000004030a323032312d30352d333101000000000000138801000000000000044c0100000000000017d4032647727570706f2042616c696e74203920656420323032305f4269616e6368695f6d616767696f030a323032312d30332d3230120001000000000000002101000000000000000c030a323032312d30342d333001000000000000138801000000000000044c0100000000000017d4032447727570706f2042616c696e74203920656420323032305f477265636f5f617072696c65030a323032312d30332d32301200010000000000000005010000000000000004030a323032312d30362d333001000000000000138801000000000000044c0100000000000017d4032647727570706f2042616c696e74203920656420323032305f4269616e6368695f676975676e6f030a323032312d30332d3230120001000000000000002201000000000000000c030a323032312d30352d333101000000000000138801000000000000044c0100000000000017d4032447727570706f2042616c696e74203920656420323032305f477265636f5f6d616767696f030a323032312d30332d3230120001000000000000000601000000000000000a030a323032312d30322d3238010000000000001b5801000000000000060401000000000000215c032647727570706f2042616c696e74203920656420323032305f436f6e74695f666562627261696f030a323032312d30332d3230120001000000000000002301000000000000000c030a323032312d30362d333001000000000000138801000000000000044c0100000000000017d4032447727570706f2042616c696e74203920656420323032305f477265636f5f676975676e6f030a323032312d30332d3230120001000000000000000701000000000000000a030a323032312d30332d3331010000000000001b5801000000000000060401000000000000215c032347727570706f2042616c696e74203920656420323032305f436f6e74695f6d61727a6f030a323032312d30332d3230120001000000000000001b01000000000000000d030a323032312d30332d3331010000000000001b5801000000000000060401000000000000215c032547727570706f2042616c696e74203920656420323032305f466f6e74616e615f6d61727a6f030a323032312d30332d3230120001000000000000001a01000000000000000d030a323032312d30322d3238010000000000001b5801000000000000060401000000000000215c032847727570706f2042616c696e74203920656420323032305f466f6e74616e615f666562627261696f030a323032312d30332d32301200010000000000000019010000000000000006030a323032312d30362d333001000000000000138801000000000000044c0100000000000017d4032747727570706f2042616c696e74203920656420323032305f4573706f7369746f5f676975676e6f030a323032312d30332d32301200010000000000000018010000000000000006030a323032312d30352d333101000000000000138801000000000000044c0100000000000017d4032747727570706f2042616c696e74203920656420323032305f4573706f7369746f5f6d616767696f030a323032312d30332d3230120001000000000000001f01000000000000000c030a323032312d30322d323801000000000000138801000000000000044c0100000000000017d4032647727570706f2042616c696e74203920656420323032305f477265636f5f666562627261696f030a323032312d30332d3230120001000000000000001e01000000000000000d030a323032312d30362d3330010000000000001b5801000000000000060401000000000000215c032647727570706f2042616c696e74203920656420323032305f466f6e74616e615f676975676e6f030a323032312d30332d3230120001000000000000001d01000000000000000d030a323032312d30352d3331010000000000001b5801000000000000060401000000000000215c032647727570706f2042616c696e74203920656420323032305f466f6e74616e615f6d616767696f030a323032312d30332d3230120001000000000000001c01000000000000000d030a323032312d30342d3330010000000000001b5801000000000000060401000000000000215c032647727570706f2042616c696e74203920656420323032305f466f6e74616e615f617072696c65030a323032312d30332d32301200010000000000000012010000000000000008030a323032312d30342d333001000000000000138801000000000000044c0100000000000017d4032647727570706f2042616c696e74203920656420323032305f4465204c7563615f617072696c65030a323032312d30332d32301200010000000000000036010000000000000003030a323032312d30352d3331010000000000001b5801000000000000060401000000000000215c032447727570706f2042616c696e74203920656420323032305f526f7373695f6d616767696f030a323032312d30332d32301200010000000000000013010000000000000008030a323032312d30352d333101000000000000138801000000000000044c0100000000000017d4032647727570706f2042616c696e74203920656420323032305f4465204c7563615f6d616767696f030a323032312d30332d32301200010000000000000037010000000000000003030a323032312d30362d3330010000000000001b5801000000000000060401000000000000215c032447727570706f2042616c696e74203920656420323032305f526f7373695f676975676e6f030a323032312d30332d32301200010000000000000010010000000000000008030a323032312d30322d323801000000000000138801000000000000044c0100000000000017d4032847727570706f2042616c696e74203920656420323032305f4465204c7563615f666562627261696f030a323032312d30332d32301200010000000000000034010000000000000003030a323032312d30332d3331010000000000001b5801000000000000060401000000000000215c032347727570706f2042616c696e74203920656420323032305f526f7373695f6d61727a6f030a323032312d30332d32301200010000000000000011010000000000000008030a323032312d30332d333101000000000000138801000000000000044c0100000000000017d4032547727570706f2042616c696e74203920656420323032305f4465204c7563615f6d61727a6f030a323032312d30332d32301200010000000000000035010000000000000003030a323032312d30342d3330010000000000001b5801000000000000060401000000000000215c032447727570706f2042616c696e74203920656420323032305f526f7373695f617072696c65030a323032312d30332d3230120001000000000000003201000000000000000b030a323032312d30362d333001000000000000138801000000000000044c0100000000000017d4032447727570706f2042616c696e74203920656420323032305f52696363695f676975676e6f030a323032312d30332d32301200010000000000000016010000000000000006030a323032312d30332d333101000000000000138801000000000000044c0100000000000017d4032647727570706f2042616c696e74203920656420323032305f4573706f7369746f5f6d61727a6f030a323032312d30332d32301200010000000000000033010000000000000003030a323032312d30322d3238010000000000001b5801000000000000060401000000000000215c032647727570706f2042616c696e74203920656420323032305f526f7373695f666562627261696f030a323032312d30332d32301200010000000000000017010000000000000006030a323032312d30342d333001000000000000138801000000000000044c0100000000000017d4032747727570706f2042616c696e74203920656420323032305f4573706f7369746f5f617072696c65030a323032312d30332d3230120001000000000000003001000000000000000b030a323032312d30342d333001000000000000138801000000000000044c0100000000000017d4032447727570706f2042616c696e74203920656420323032305f52696363695f617072696c65030a323032312d30332d32301200010000000000000014010000000000000008030a323032312d30362d333001000000000000138801000000000000044c0100000000000017d4032647727570706f2042616c696e74203920656420323032305f4465204c7563615f676975676e6f030a323032312d30332d3230120001000000000000003101000000000000000b030a323032312d30352d333101000000000000138801000000000000044c0100000000000017d4032447727570706f2042616c696e74203920656420323032305f52696363695f6d616767696f030a323032312d30332d32301200010000000000000015010000000000000006030a323032312d30322d323801000000000000138801000000000000044c0100000000000017d4032947727570706f2042616c696e74203920656420323032305f4573706f7369746f5f666562627261696f030a323032312d30332d3230',NULL);
INSERT INTO log VALUES(37,'2021-03-19T23:00:00Z','root','balint-attend mark 2021-02-17 rossi=21:07 bianchi=21:00-21:40,21:55-22:30,online greco=excused --rest present',1,X'5407010000000000006d61726b00120001000000000000000901000000000000000101000000000000000a030770726573656e740304726f6f6d0314323032312d30332d31395432333a30303a30305a0304726f6f741200010000000000000008010000000000000001010000000000000009030770726573656e740304726f6f6d0314323032312d30332d31395432333a30303a30305a0304726f6f74120001000000000000000b01000000000000000101000000000000000d030770726573656e740304726f6f6d0314323032312d30332d31395432333a30303a30305a0304726f6f74120001000000000000000a01000000000000000101000000000000000b030770726573656e740304726f6f6d0314323032312d30332d31395432333a30303a30305a0304726f6f741200010000000000000001010000000000000001010000000000000003030770726573656e740304726f6f6d0314323032312d30332d31395432333a30303a30305a0304726f6f741200010000000000000002010000000000000001010000000000000004030770726573656e7403066f6e6c696e650314323032312d30332d31395432333a30303a30305a0304726f6f74120001000000000000000301000000000000000101000000000000000c030765786375736564050314323032312d30332d31395432333a30303a30305a0304726f6f741200010000000000000004010000000000000001010000000000000005030770726573656e740304726f6f6d0314323032312d30332d31395432333a30303a30305a0304726f6f741200010000000000000005010000000000000001010000000000000006030770726573656e740304726f6f6d0314323032312d30332d31395432333a30303a30305a0304726f6f741200010000000000000006010000000000000001010000000000000007030770726573656e740304726f6f6d0314323032312d30332d31395432333a30303a30305a0304726f6f741200010000000000000007010000000000000001010000000000000008030770726573656e740304726f6f6d0314323032312d30332d31395432333a30303a30305a0304726f6f7454030102007370656c6c001200010000000000000002030532313a3535030532323a33301200010000000000000002030532313a3030030532313a34301200010000000000000001030532313a3037030532323a3330',NULL);
INSERT INTO log VALUES(38,'2021-03-19T23:00:00Z','root','balint-attend mark 2021-03-03 rossi=absent --rest present',1,X'5407010000000000006d61726b00120001000000000000000d010000000000000002010000000000000004030770726573656e740304726f6f6d0314323032312d30332d31395432333a30303a30305a0304726f6f74120001000000000000000c0100000000000000020100000000000000030306616273656e74050314323032312d30332d31395432333a30303a30305a0304726f6f74120001000000000000000f010000000000000002010000000000000006030770726573656e740304726f6f6d0314323032312d30332d31395432333a30303a30305a0304726f6f74120001000000000000000e010000000000000002010000000000000005030770726573656e740304726f6f6d0314323032312d30332d31395432333a30303a30305a0304726f6f741200010000000000000012010000000000000002010000000000000009030770726573656e740304726f6f6d0314323032312d30332d31395432333a30303a30305a0304726f6f74120001000000000000001301000000000000000201000000000000000a030770726573656e740304726f6f6d0314323032312d30332d31395432333a30303a30305a0304726f6f741200010000000000000010010000000000000002010000000000000007030770726573656e740304726f6f6d0314323032312d30332d31395432333a30303a30305a0304726f6f741200010000000000000011010000000000000002010000000000000008030770726573656e740304726f6f6d0314323032312d30332d31395432333a30303a30305a0304726f6f74120001000000000000001601000000000000000201000000000000000d030770726573656e740304726f6f6d0314323032312d30332d31395432333a30303a30305a0304726f6f74120001000000000000001401000000000000000201000000000000000b030770726573656e740304726f6f6d0314323032312d30332d31395432333a30303a30305a0304726f6f74120001000000000000001501000000000000000201000000000000000c030770726573656e740304726f6f6d0314323032312d30332d31395432333a30303a30305a0304726f6f74',NULL);
INSERT INTO log VALUES(39,'2021-03-19T23:00:00Z','root','balint-attend mark 2021-03-17 deluca=excused --rest present',1,X'5407010000000000006d61726b00120001000000000000002001000000000000000301000000000000000c030770726573656e740304726f6f6d0314323032312d30332d31395432333a30303a30305a0304726f6f74120001000000000000002101000000000000000301000000000000000d030770726573656e740304726f6f6d0314323032312d30332d31395432333a30303a30305a0304726f6f74120001000000000000001b010000000000000003010000000000000006030770726573656e740304726f6f6d0314323032312d30332d31395432333a30303a30305a0304726f6f74120001000000000000001a010000000000000003010000000000000005030770726573656e740304726f6f6d0314323032312d30332d31395432333a30303a30305a0304726f6f741200010000000000000019010000000000000003010000000000000004030770726573656e740304726f6f6d0314323032312d30332d31395432333a30303a30305a0304726f6f741200010000000000000018010000000000000003010000000000000003030770726573656e740304726f6f6d0314323032312d30332d31395432333a30303a30305a0304726f6f74120001000000000000001f01000000000000000301000000000000000b030770726573656e740304726f6f6d0314323032312d30332d31395432333a30303a30305a0304726f6f74120001000000000000001e01000000000000000301000000000000000a030770726573656e740304726f6f6d0314323032312d30332d31395432333a30303a30305a0304726f6f74120001000000000000001d010000000000000003010000000000000009030770726573656e740304726f6f6d0314323032312d30332d31395432333a30303a30305a0304726f6f74120001000000000000001c010000000000000003010000000000000007030770726573656e740304726f6f6d0314323032312d30332d31395432333a30303a30305a0304726f6f741200010000000000000017010000000000000003010000000000000008030765786375736564050314323032312d30332d31395432333a30303a30305a0304726f6f74',NULL);
INSERT INTO log VALUES(40,'2021-03-19T23:00:00Z','root','balint-fees pay rossi 100 --on 2021-02-27',1,X'540a01000000000000000000656e74727900120001000000000000000103077061796d656e7401000000000000000305010000000000002710030a323032312d30322d32370505050314323032312d30332d31395432333a30303a30305a54050100000000616c6c6f636174696f6e00120001000000000000000101000000000000000101000000000000003301000000000000215c030a323032312d30322d323712000100000000000000020100000000000000010100000000000000340100000000000005b4030a323032312d30322d3237',NULL);
INSERT INTO log VALUES(41,'2021-03-19T23:00:00Z','root','balint-fees pay bianchi 61 --on 2021-02-28',1,X'540a01000000000000000000656e74727900120001000000000000000203077061796d656e74010000000000000004050100000000000017d4030a323032312d30322d32380505050314323032312d30332d31395432333a30303a30305a54050100000000616c6c6f636174696f6e0012000100000000000000030100000000000000020100000000000000010100000000000017d4030a323032312d30322d3238',NULL);
INSERT INTO log VALUES(42,'2021-03-19T23:00:00Z','root','balint-group withdraw ricci --on 2021-03-20 --reason trasferita',1,X'5409010000000000000000656e726f6c6d656e7400170001000000000000000b00000003066163746976650000050500000000030977697468647261776e0000030a323032312d30332d3230030a74726173666572697461',NULL);
CREATE INDEX person_name ON person (family_key, given_key);
CREATE INDEX person_payer ON person (payer) WHERE payer IS NOT NULL;
CREATE INDEX enrolment_person ON enrolment (person);
CREATE INDEX suspension_edition ON suspension (edition, first_on);
CREATE INDEX change_session ON change (session);
CREATE INDEX mark_session ON mark (session, person, id);
CREATE INDEX mark_person ON mark (person);
CREATE INDEX presentation_person ON presentation (person);
CREATE INDEX certificate_enrolment ON certificate (enrolment);
CREATE INDEX instalment_due ON instalment (due_on);
CREATE INDEX entry_person ON entry (person, date);
CREATE INDEX entry_instalment ON entry (instalment, amount) WHERE instalment IS NOT NULL;
CREATE INDEX allocation_entry ON allocation (entry);
CREATE INDEX allocation_instalment ON allocation (instalment, amount);
CREATE INDEX payer_person ON payer (person);
CREATE INDEX outbox_queued ON outbox (id) WHERE status = 'queued';
CREATE TRIGGER entry_stays BEFORE UPDATE ON entry BEGIN SELECT raise(ABORT, 'the ledger is append-only: reverse the entry'); END;
CREATE TRIGGER entry_kept BEFORE DELETE ON entry BEGIN SELECT raise(ABORT, 'the ledger is append-only: reverse the entry'); END;
CREATE TRIGGER entry_new BEFORE INSERT ON entry WHEN EXISTS (SELECT 1 FROM entry WHERE id = new.id)
 BEGIN SELECT raise(ABORT, 'the ledger is append-only: reverse the entry'); END;
CREATE TRIGGER allocation_stays BEFORE UPDATE ON allocation BEGIN SELECT raise(ABORT, 'the ledger is append-only: reverse the entry'); END;
CREATE TRIGGER allocation_kept BEFORE DELETE ON allocation BEGIN SELECT raise(ABORT, 'the ledger is append-only: reverse the entry'); END;
CREATE TRIGGER allocation_new BEFORE INSERT ON allocation WHEN EXISTS (SELECT 1 FROM allocation WHERE id = new.id)
 BEGIN SELECT raise(ABORT, 'the ledger is append-only: reverse the entry'); END;
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
 ORDER BY e.number, e.year, e.code, p.family_key, p.given_key, p.handle
;
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
CREATE VIEW tariffs AS
SELECT e.code AS edition, t.category,
       printf('%.2f', t.net / 100.0) AS net, printf('%g', t.rate / 100.0) AS rate, t.nature,
       printf('%.2f', (t.net * t.rate + 5000) / 10000 / 100.0) AS vat,
       printf('%.2f', (t.net + (t.net * t.rate + 5000) / 10000) / 100.0) AS gross
  FROM tariff AS t
  JOIN edition AS e ON e.id = t.edition
 ORDER BY e.number, e.year, e.code, t.category;
CREATE VIEW instalment_account AS
SELECT i.id, i.enrolment, m.edition, m.person, i.due_on, i.net, i.vat, i.gross, i.reference,
       coalesce((SELECT sum(a.amount) FROM entry AS a WHERE a.instalment = i.id), 0) AS adjusted,
       coalesce((SELECT sum(a.amount) FROM allocation AS a WHERE a.instalment = i.id), 0) AS paid
  FROM instalment AS i
  JOIN enrolment AS m ON m.id = i.enrolment;
CREATE VIEW payment_rest AS
SELECT e.id, e.person, e.date,
       e.amount + coalesce((SELECT sum(r.amount) FROM entry AS r WHERE r.reverses = e.id), 0)
                - coalesce((SELECT sum(a.amount) FROM allocation AS a WHERE a.entry = e.id), 0) AS rest
  FROM entry AS e
 WHERE e.kind = 'payment';
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
COMMIT;
