-- A store as the toolkit of schema 4 wrote it: that of schema 3, brought up to date, with the evening of 31 March marked and
-- corrected, an absence said beforehand, reminders, notices and payment requests delivered, two steps of dunning, and what readers
-- want; presentations and a certificate, for which it had no verbs, were entered by hand. The people are invented.
-- `sqlite3 FILE <schema-4.sql` makes it.
PRAGMA application_id=1111575625;
PRAGMA user_version=4;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE setting (
  key   TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL CHECK (value <> '')
) STRICT, WITHOUT ROWID;
INSERT INTO setting VALUES('association','Associazione IL NODO group');
INSERT INTO setting VALUES('dunning','10,30');
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
INSERT INTO profession VALUES('volontario','esenti','Volontario');
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
INSERT INTO person VALUES(3,'rossi','person','Rossi','Maria','rossi','maria','medico','rossi@example.org',NULL,NULL,'1980-05-06','Torino','en',1,NULL,NULL);
INSERT INTO person VALUES(4,'bianchi','person','Bianchi','Luca','bianchi','luca','insegnante','bianchi@example.org',NULL,NULL,NULL,NULL,NULL,1,NULL,NULL);
INSERT INTO person VALUES(5,'dangelo','person','D''Angelo','Anna','dangelo','anna','psicologo','dangelo@example.org',NULL,NULL,NULL,NULL,NULL,1,NULL,NULL);
INSERT INTO person VALUES(6,'esposito','person','Esposito','Nicolò','esposito','nicolo','infermiere','esposito@example.org',NULL,NULL,NULL,NULL,NULL,1,NULL,NULL);
INSERT INTO person VALUES(7,'muller','person','Müller','Hannah','muller','hannah','medico','muller@example.org',NULL,NULL,NULL,NULL,NULL,1,NULL,NULL);
INSERT INTO person VALUES(8,'deluca','person','De Luca','Giorgio','de luca','giorgio','educatore','deluca@example.org',NULL,NULL,NULL,NULL,NULL,1,NULL,NULL);
INSERT INTO person VALUES(9,'maggio','person','Maggio','Ida','maggio','ida','assistente-sociale','maggio@example.org',NULL,NULL,NULL,NULL,NULL,1,NULL,NULL);
INSERT INTO person VALUES(10,'conti','person','Conti','Teresa','conti','teresa','psicoterapeuta','conti@example.org',NULL,NULL,NULL,NULL,NULL,1,NULL,NULL);
INSERT INTO person VALUES(11,'ricci','person','Ricci','Paolo','ricci','paolo','oss','ricci@example.org',NULL,NULL,NULL,NULL,NULL,1,NULL,NULL);
INSERT INTO person VALUES(12,'greco','person','Greco','Silvia','greco','silvia','terp','greco@example.org',NULL,NULL,NULL,NULL,NULL,0,NULL,NULL);
INSERT INTO person VALUES(13,'fontana','person','Fontana','Bruno','fontana','bruno','medico','fontana@example.org',NULL,NULL,NULL,NULL,NULL,1,NULL,NULL);
INSERT INTO person VALUES(14,'asl','institution','ASL Città di Torino','','asl citta di torino','',NULL,'asl@example.org',NULL,NULL,NULL,NULL,NULL,1,NULL,NULL);
INSERT INTO person VALUES(15,'neri','person','Neri','Ugo','neri','ugo','volontario','neri@example.org',NULL,NULL,NULL,NULL,NULL,1,14,NULL);
INSERT INTO person VALUES(16,'verdi','person','Verdi','Lia','verdi','lia','volontario',NULL,NULL,NULL,NULL,NULL,NULL,1,NULL,NULL);
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
INSERT INTO edition VALUES(1,'9',9,2020,'Gruppo Balint','annual','mixed',2,'21:00',90,'Torino, o via Zoom','https://zoom.example.org/j/000',10,14,'{title} {number} ed {year}_{family}_{month}','whole','proportion','open');
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
INSERT INTO enrolment VALUES(14,1,15,'participant','active',NULL,NULL,NULL,NULL);
INSERT INTO enrolment VALUES(15,1,16,'participant','active',NULL,NULL,NULL,NULL);
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
  changed_at TEXT NOT NULL CHECK (changed_at GLOB '????-??-??T??:??:??Z'), planned_start TEXT CHECK (planned_start GLOB '[0-2][0-9]:[0-5][0-9]' AND planned_start <= '24:00'), planned_finish TEXT CHECK (planned_finish GLOB '[0-2][0-9]:[0-5][0-9]' AND planned_finish <= '24:00'),
  UNIQUE (edition, date),
  CHECK (start < finish),
  CHECK ((planned_on IS NULL) = (every IS NULL))
) STRICT;
INSERT INTO session VALUES(1,1,'2021-02-17','21:00','22:30','2021-02-17',2,'scheduled',NULL,NULL,NULL,NULL,'4d257501-aa71-4a6b-97ea-666d5574917f',0,'2021-02-10T08:00:00Z','21:00','22:30');
INSERT INTO session VALUES(2,1,'2021-03-03','21:00','22:30','2021-03-03',2,'scheduled',NULL,NULL,NULL,NULL,'fbd7220f-51f0-4245-9741-83b37d398d82',0,'2021-02-10T08:00:00Z','21:00','22:30');
INSERT INTO session VALUES(3,1,'2021-03-18','21:00','22:30','2021-03-17',2,'scheduled','Sciopero',NULL,NULL,NULL,'d14b54f4-532f-407f-845e-a835ec240e39',1,'2021-02-18T09:00:00Z','21:00','22:30');
INSERT INTO session VALUES(4,1,'2021-03-31','21:00','22:30','2021-03-31',2,'scheduled',NULL,NULL,NULL,NULL,'793203cb-2c6c-4d05-938e-091df0642a01',0,'2021-02-10T08:00:00Z','21:00','22:30');
INSERT INTO session VALUES(5,1,'2021-04-14','21:00','22:30','2021-04-14',2,'scheduled',NULL,NULL,NULL,NULL,'442639f1-e893-47ce-a697-479f3d837551',0,'2021-02-10T08:00:00Z','21:00','22:30');
INSERT INTO session VALUES(6,1,'2021-04-28','21:00','22:30','2021-04-28',2,'scheduled',NULL,NULL,NULL,NULL,'24fe9b06-9f33-4031-9f72-4580da62ecd6',0,'2021-02-10T08:00:00Z','21:00','22:30');
INSERT INTO session VALUES(7,1,'2021-05-12','21:00','22:30','2021-05-12',2,'cancelled','Conduttrice ammalata',NULL,NULL,NULL,'990e9b81-b544-4c4c-b4e4-dfe2e6b146d7',1,'2021-02-18T09:00:00Z','21:00','22:30');
INSERT INTO session VALUES(8,1,'2021-05-26','21:00','22:30','2021-05-26',2,'scheduled',NULL,NULL,'Biblioteca civica',NULL,'14550dcc-49f6-4152-9a90-4060543838dd',1,'2021-02-18T09:00:00Z','21:00','22:30');
INSERT INTO session VALUES(9,1,'2021-06-09','21:00','22:30','2021-06-09',2,'cancelled','Sala occupata',NULL,NULL,NULL,'89db7817-8ca8-4f08-825d-bb36fbbcedd0',1,'2021-03-20T08:00:00Z','21:00','22:30');
INSERT INTO session VALUES(10,1,'2021-06-23','21:00','22:30','2021-06-23',2,'scheduled',NULL,NULL,NULL,NULL,'1124fa05-387c-4d97-b4a0-705981d1b6fa',0,'2021-02-10T08:00:00Z','21:00','22:30');
INSERT INTO session VALUES(11,1,'2021-05-19','21:00','22:30',NULL,NULL,'scheduled','Recupero del 12 maggio',NULL,NULL,NULL,'667da5c1-8622-487f-98b5-3ab849cac8ee',0,'2021-02-18T09:00:00Z',NULL,NULL);
CREATE TABLE consent (
  change      INTEGER NOT NULL REFERENCES change (id),
  person      INTEGER NOT NULL REFERENCES person (id),
  answer      TEXT NOT NULL CHECK (answer IN ('yes', 'no')),
  answered_at TEXT NOT NULL,
  PRIMARY KEY (change, person)
) STRICT, WITHOUT ROWID;
INSERT INTO consent VALUES(1,3,'yes','2021-02-18T09:00:00Z');
INSERT INTO consent VALUES(1,4,'yes','2021-02-18T09:00:00Z');
INSERT INTO consent VALUES(1,9,'no','2021-02-18T09:00:00Z');
INSERT INTO consent VALUES(2,3,'yes','2021-02-18T09:00:00Z');
INSERT INTO consent VALUES(2,4,'yes','2021-02-18T09:00:00Z');
INSERT INTO consent VALUES(2,5,'yes','2021-02-18T09:00:00Z');
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
INSERT INTO mark VALUES(1,1,3,'present','room','2021-02-18T09:00:00Z','root');
INSERT INTO mark VALUES(2,1,4,'present','online','2021-02-18T09:00:00Z','root');
INSERT INTO mark VALUES(3,1,12,'excused',NULL,'2021-02-18T09:00:00Z','root');
INSERT INTO mark VALUES(4,1,5,'present','room','2021-02-18T09:00:00Z','root');
INSERT INTO mark VALUES(5,1,6,'present','room','2021-02-18T09:00:00Z','root');
INSERT INTO mark VALUES(6,1,7,'present','room','2021-02-18T09:00:00Z','root');
INSERT INTO mark VALUES(7,1,8,'present','room','2021-02-18T09:00:00Z','root');
INSERT INTO mark VALUES(8,1,9,'present','room','2021-02-18T09:00:00Z','root');
INSERT INTO mark VALUES(9,1,10,'present','room','2021-02-18T09:00:00Z','root');
INSERT INTO mark VALUES(10,1,11,'present','room','2021-02-18T09:00:00Z','root');
INSERT INTO mark VALUES(11,1,13,'present','room','2021-02-18T09:00:00Z','root');
INSERT INTO mark VALUES(12,1,15,'present','room','2021-02-18T09:00:00Z','root');
INSERT INTO mark VALUES(13,1,16,'present','room','2021-02-18T09:00:00Z','root');
INSERT INTO mark VALUES(14,2,3,'absent',NULL,'2021-03-20T08:00:00Z','root');
INSERT INTO mark VALUES(15,2,4,'present','room','2021-03-20T08:00:00Z','root');
INSERT INTO mark VALUES(16,2,5,'present','room','2021-03-20T08:00:00Z','root');
INSERT INTO mark VALUES(17,2,6,'present','room','2021-03-20T08:00:00Z','root');
INSERT INTO mark VALUES(18,2,7,'present','room','2021-03-20T08:00:00Z','root');
INSERT INTO mark VALUES(19,2,8,'present','room','2021-03-20T08:00:00Z','root');
INSERT INTO mark VALUES(20,2,9,'present','room','2021-03-20T08:00:00Z','root');
INSERT INTO mark VALUES(21,2,10,'present','room','2021-03-20T08:00:00Z','root');
INSERT INTO mark VALUES(22,2,11,'present','room','2021-03-20T08:00:00Z','root');
INSERT INTO mark VALUES(23,2,12,'present','room','2021-03-20T08:00:00Z','root');
INSERT INTO mark VALUES(24,2,13,'present','room','2021-03-20T08:00:00Z','root');
INSERT INTO mark VALUES(25,2,15,'present','room','2021-03-20T08:00:00Z','root');
INSERT INTO mark VALUES(26,2,16,'present','room','2021-03-20T08:00:00Z','root');
INSERT INTO mark VALUES(27,3,8,'excused',NULL,'2021-03-20T08:00:00Z','root');
INSERT INTO mark VALUES(28,3,3,'present','room','2021-03-20T08:00:00Z','root');
INSERT INTO mark VALUES(29,3,4,'present','room','2021-03-20T08:00:00Z','root');
INSERT INTO mark VALUES(30,3,5,'present','room','2021-03-20T08:00:00Z','root');
INSERT INTO mark VALUES(31,3,6,'present','room','2021-03-20T08:00:00Z','root');
INSERT INTO mark VALUES(32,3,7,'present','room','2021-03-20T08:00:00Z','root');
INSERT INTO mark VALUES(33,3,9,'present','room','2021-03-20T08:00:00Z','root');
INSERT INTO mark VALUES(34,3,10,'present','room','2021-03-20T08:00:00Z','root');
INSERT INTO mark VALUES(35,3,11,'present','room','2021-03-20T08:00:00Z','root');
INSERT INTO mark VALUES(36,3,12,'present','room','2021-03-20T08:00:00Z','root');
INSERT INTO mark VALUES(37,3,13,'present','room','2021-03-20T08:00:00Z','root');
INSERT INTO mark VALUES(38,3,15,'present','room','2021-03-20T08:00:00Z','root');
INSERT INTO mark VALUES(39,3,16,'present','room','2021-03-20T08:00:00Z','root');
INSERT INTO mark VALUES(40,2,3,'excused',NULL,'2021-03-20T08:00:00Z','root');
INSERT INTO mark VALUES(41,4,3,'present','room','2021-04-01T10:00:00Z','root');
INSERT INTO mark VALUES(42,4,4,'present','online','2021-04-01T10:00:00Z','root');
INSERT INTO mark VALUES(43,4,10,'absent',NULL,'2021-04-01T10:00:00Z','root');
INSERT INTO mark VALUES(44,4,5,'present','room','2021-04-01T10:00:00Z','root');
INSERT INTO mark VALUES(45,4,6,'present','room','2021-04-01T10:00:00Z','root');
INSERT INTO mark VALUES(46,4,7,'present','room','2021-04-01T10:00:00Z','root');
INSERT INTO mark VALUES(47,4,8,'present','room','2021-04-01T10:00:00Z','root');
INSERT INTO mark VALUES(48,4,9,'present','room','2021-04-01T10:00:00Z','root');
INSERT INTO mark VALUES(49,4,12,'present','room','2021-04-01T10:00:00Z','root');
INSERT INTO mark VALUES(50,4,13,'present','room','2021-04-01T10:00:00Z','root');
INSERT INTO mark VALUES(51,4,15,'present','room','2021-04-01T10:00:00Z','root');
INSERT INTO mark VALUES(52,4,16,'present','room','2021-04-01T10:00:00Z','root');
INSERT INTO mark VALUES(53,4,10,'excused',NULL,'2021-04-01T10:00:00Z','root');
INSERT INTO mark VALUES(54,4,3,'present','room','2021-04-01T10:00:00Z','root');
INSERT INTO mark VALUES(55,6,9,'excused',NULL,'2021-04-12T06:00:00Z','root');
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
INSERT INTO spell VALUES(41,'21:11','22:30');
INSERT INTO spell VALUES(42,'21:00','21:40');
INSERT INTO spell VALUES(42,'21:55','22:30');
INSERT INTO spell VALUES(54,'21:07','22:30');
CREATE TABLE presentation (
  session INTEGER NOT NULL REFERENCES session (id),
  person  INTEGER NOT NULL REFERENCES person (id),
  kind    TEXT CHECK (kind IN ('case', 'group-event', 'institution')), -- null: a turn that is still to come
  PRIMARY KEY (session, person)
) STRICT, WITHOUT ROWID;
INSERT INTO presentation VALUES(1,3,'case');
INSERT INTO presentation VALUES(2,4,'institution');
INSERT INTO presentation VALUES(6,10,NULL);
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
INSERT INTO certificate VALUES(1,2021,1,'ABCD-EFGH-JKLM',11,'{}','2021-04-02T08:00:00Z',NULL,'2021-04-03T08:00:00Z');
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
INSERT INTO tariff VALUES(1,'esenti',20000,0,'N4');
INSERT INTO tariff VALUES(1,'medici-psicologi',35000,2200,NULL);
CREATE TABLE instalment (
  id         INTEGER PRIMARY KEY,
  enrolment  INTEGER NOT NULL REFERENCES enrolment (id),
  due_on     TEXT NOT NULL CHECK (due_on IS date(due_on, 'start of month', '+1 month', '-1 day')),
  net        INTEGER NOT NULL CHECK (net >= 0),
  vat        INTEGER NOT NULL CHECK (vat >= 0),
  gross      INTEGER NOT NULL CHECK (gross = net + vat),
  reference  TEXT NOT NULL CHECK (length(reference) BETWEEN 1 AND 140),
  planned_on TEXT NOT NULL CHECK (planned_on IS date(planned_on, '+0 days')), rate INTEGER CHECK (rate BETWEEN 0 AND 10000), nature TEXT CHECK (nature GLOB 'N[1-7]*'),
  UNIQUE (enrolment, due_on)
) STRICT;
INSERT INTO instalment VALUES(1,4,'2021-02-28',5000,1100,6100,'Gruppo Balint 9 ed 2020_Bianchi_febbraio','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(2,4,'2021-03-31',5000,1100,6100,'Gruppo Balint 9 ed 2020_Bianchi_marzo','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(3,4,'2021-04-30',5000,1100,6100,'Gruppo Balint 9 ed 2020_Bianchi_aprile','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(4,4,'2021-05-31',5000,1100,6100,'Gruppo Balint 9 ed 2020_Bianchi_maggio','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(5,4,'2021-06-30',5000,1100,6100,'Gruppo Balint 9 ed 2020_Bianchi_giugno','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(6,10,'2021-02-28',7000,1540,8540,'Gruppo Balint 9 ed 2020_Conti_febbraio','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(7,10,'2021-03-31',7000,1540,8540,'Gruppo Balint 9 ed 2020_Conti_marzo','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(8,10,'2021-04-30',7000,1540,8540,'Gruppo Balint 9 ed 2020_Conti_aprile','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(9,10,'2021-05-31',7000,1540,8540,'Gruppo Balint 9 ed 2020_Conti_maggio','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(10,10,'2021-06-30',7000,1540,8540,'Gruppo Balint 9 ed 2020_Conti_giugno','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(11,5,'2021-02-28',7000,1540,8540,'Gruppo Balint 9 ed 2020_D''Angelo_febbraio','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(12,5,'2021-03-31',7000,1540,8540,'Gruppo Balint 9 ed 2020_D''Angelo_marzo','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(13,5,'2021-04-30',7000,1540,8540,'Gruppo Balint 9 ed 2020_D''Angelo_aprile','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(14,5,'2021-05-31',7000,1540,8540,'Gruppo Balint 9 ed 2020_D''Angelo_maggio','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(15,5,'2021-06-30',7000,1540,8540,'Gruppo Balint 9 ed 2020_D''Angelo_giugno','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(16,8,'2021-02-28',5000,1100,6100,'Gruppo Balint 9 ed 2020_De Luca_febbraio','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(17,8,'2021-03-31',5000,1100,6100,'Gruppo Balint 9 ed 2020_De Luca_marzo','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(18,8,'2021-04-30',5000,1100,6100,'Gruppo Balint 9 ed 2020_De Luca_aprile','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(19,8,'2021-05-31',5000,1100,6100,'Gruppo Balint 9 ed 2020_De Luca_maggio','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(20,8,'2021-06-30',5000,1100,6100,'Gruppo Balint 9 ed 2020_De Luca_giugno','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(21,6,'2021-02-28',5000,1100,6100,'Gruppo Balint 9 ed 2020_Esposito_febbraio','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(22,6,'2021-03-31',5000,1100,6100,'Gruppo Balint 9 ed 2020_Esposito_marzo','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(23,6,'2021-04-30',5000,1100,6100,'Gruppo Balint 9 ed 2020_Esposito_aprile','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(24,6,'2021-05-31',5000,1100,6100,'Gruppo Balint 9 ed 2020_Esposito_maggio','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(25,6,'2021-06-30',5000,1100,6100,'Gruppo Balint 9 ed 2020_Esposito_giugno','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(26,13,'2021-02-28',7000,1540,8540,'Gruppo Balint 9 ed 2020_Fontana_febbraio','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(27,13,'2021-03-31',7000,1540,8540,'Gruppo Balint 9 ed 2020_Fontana_marzo','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(28,13,'2021-04-30',7000,1540,8540,'Gruppo Balint 9 ed 2020_Fontana_aprile','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(29,13,'2021-05-31',7000,1540,8540,'Gruppo Balint 9 ed 2020_Fontana_maggio','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(30,13,'2021-06-30',7000,1540,8540,'Gruppo Balint 9 ed 2020_Fontana_giugno','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(31,12,'2021-02-28',5000,1100,6100,'Gruppo Balint 9 ed 2020_Greco_febbraio','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(32,12,'2021-03-31',5000,1100,6100,'Gruppo Balint 9 ed 2020_Greco_marzo','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(33,12,'2021-04-30',5000,1100,6100,'Gruppo Balint 9 ed 2020_Greco_aprile','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(34,12,'2021-05-31',5000,1100,6100,'Gruppo Balint 9 ed 2020_Greco_maggio','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(35,12,'2021-06-30',5000,1100,6100,'Gruppo Balint 9 ed 2020_Greco_giugno','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(36,9,'2021-02-28',5000,1100,6100,'Gruppo Balint 9 ed 2020_Maggio_febbraio','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(37,9,'2021-03-31',5000,1100,6100,'Gruppo Balint 9 ed 2020_Maggio_marzo','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(38,9,'2021-04-30',5000,1100,6100,'Gruppo Balint 9 ed 2020_Maggio_aprile','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(39,9,'2021-05-31',5000,1100,6100,'Gruppo Balint 9 ed 2020_Maggio_maggio','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(40,9,'2021-06-30',5000,1100,6100,'Gruppo Balint 9 ed 2020_Maggio_giugno','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(41,7,'2021-02-28',7000,1540,8540,'Gruppo Balint 9 ed 2020_Müller_febbraio','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(42,7,'2021-03-31',7000,1540,8540,'Gruppo Balint 9 ed 2020_Müller_marzo','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(43,7,'2021-04-30',7000,1540,8540,'Gruppo Balint 9 ed 2020_Müller_aprile','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(44,7,'2021-05-31',7000,1540,8540,'Gruppo Balint 9 ed 2020_Müller_maggio','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(45,7,'2021-06-30',7000,1540,8540,'Gruppo Balint 9 ed 2020_Müller_giugno','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(46,11,'2021-02-28',5000,1100,6100,'Gruppo Balint 9 ed 2020_Ricci_febbraio','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(47,11,'2021-03-31',5000,1100,6100,'Gruppo Balint 9 ed 2020_Ricci_marzo','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(48,11,'2021-04-30',5000,1100,6100,'Gruppo Balint 9 ed 2020_Ricci_aprile','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(49,11,'2021-05-31',5000,1100,6100,'Gruppo Balint 9 ed 2020_Ricci_maggio','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(50,11,'2021-06-30',5000,1100,6100,'Gruppo Balint 9 ed 2020_Ricci_giugno','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(51,3,'2021-02-28',7000,1540,8540,'Gruppo Balint 9 ed 2020_Rossi_febbraio','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(52,3,'2021-03-31',7000,1540,8540,'Gruppo Balint 9 ed 2020_Rossi_marzo','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(53,3,'2021-04-30',7000,1540,8540,'Gruppo Balint 9 ed 2020_Rossi_aprile','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(54,3,'2021-05-31',7000,1540,8540,'Gruppo Balint 9 ed 2020_Rossi_maggio','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(55,3,'2021-06-30',7000,1540,8540,'Gruppo Balint 9 ed 2020_Rossi_giugno','2021-02-10',2200,NULL);
INSERT INTO instalment VALUES(56,14,'2021-02-28',4000,0,4000,'Gruppo Balint 9 ed 2020_Neri_febbraio','2021-02-10',0,'N4');
INSERT INTO instalment VALUES(57,14,'2021-03-31',4000,0,4000,'Gruppo Balint 9 ed 2020_Neri_marzo','2021-02-10',0,'N4');
INSERT INTO instalment VALUES(58,14,'2021-04-30',4000,0,4000,'Gruppo Balint 9 ed 2020_Neri_aprile','2021-02-10',0,'N4');
INSERT INTO instalment VALUES(59,14,'2021-05-31',4000,0,4000,'Gruppo Balint 9 ed 2020_Neri_maggio','2021-02-10',0,'N4');
INSERT INTO instalment VALUES(60,14,'2021-06-30',4000,0,4000,'Gruppo Balint 9 ed 2020_Neri_giugno','2021-02-10',0,'N4');
INSERT INTO instalment VALUES(61,15,'2021-02-28',4000,0,4000,'Gruppo Balint 9 ed 2020_Verdi_febbraio','2021-02-10',0,'N4');
INSERT INTO instalment VALUES(62,15,'2021-03-31',4000,0,4000,'Gruppo Balint 9 ed 2020_Verdi_marzo','2021-02-10',0,'N4');
INSERT INTO instalment VALUES(63,15,'2021-04-30',4000,0,4000,'Gruppo Balint 9 ed 2020_Verdi_aprile','2021-02-10',0,'N4');
INSERT INTO instalment VALUES(64,15,'2021-05-31',4000,0,4000,'Gruppo Balint 9 ed 2020_Verdi_maggio','2021-02-10',0,'N4');
INSERT INTO instalment VALUES(65,15,'2021-06-30',4000,0,4000,'Gruppo Balint 9 ed 2020_Verdi_giugno','2021-02-10',0,'N4');
CREATE TABLE log (
  id      INTEGER PRIMARY KEY,
  at      TEXT NOT NULL,
  who     TEXT NOT NULL,
  command TEXT NOT NULL,
  schema  INTEGER NOT NULL,
  changes BLOB NOT NULL,
  undoes  INTEGER UNIQUE REFERENCES log (id)
, added TEXT) STRICT;
INSERT INTO log VALUES(1,'2021-02-10T08:00:00Z','root','balint-group init --association ''Associazione IL NODO group'' --payee ''Associazione IL NODO group'' --iban ''IT92 S020 0801 0580 0004 0951 624'' --from ''Segreteria <segreteria@example.org>'' --language it',3,X'5402010073657474696e6700120003057061796565031a4173736f6369617a696f6e6520494c204e4f444f2067726f75701200030466726f6d032353656772657465726961203c73656772657465726961406578616d706c652e6f72673e120003046962616e031b495439325330323030383031303538303030303430393531363234120003086c616e6775616765030269741200030b6173736f63696174696f6e031a4173736f6369617a696f6e6520494c204e4f444f2067726f7570',NULL,NULL);
INSERT INTO log VALUES(2,'2021-02-10T08:00:00Z','root','balint-group edition add 9 --number 9 --year 2020 --title ''Gruppo Balint'' --programme annual --composition mixed --every 2w --at 21:00 --minutes 90 --min 10 --max 12 --venue ''Torino, o via Zoom'' --online https://zoom.example.org/j/000',3,X'541201000000000000000000000000000000000065646974696f6e0012000100000000000000010301390100000000000000090100000000000007e4030d47727570706f2042616c696e740306616e6e75616c03056d69786564010000000000000002030532313a303001000000000000005a0312546f72696e6f2c206f20766961205a6f6f6d031e68747470733a2f2f7a6f6f6d2e6578616d706c652e6f72672f6a2f30303001000000000000000a01000000000000000c032b7b7469746c657d207b6e756d6265727d206564207b796561727d5f7b66616d696c797d5f7b6d6f6e74687d030577686f6c65030577686f6c6503046f70656e',NULL,NULL);
INSERT INTO log VALUES(3,'2021-02-10T08:00:00Z','root','balint-group person add ferraris --family Ferraris --given Elena --profession psicoterapeuta --email elena.ferraris@example.org',3,X'54110100000000000000000000000000000000706572736f6e001200010000000000000001030866657272617269730306706572736f6e030846657272617269730305456c656e61030866657272617269730305656c656e61030e707369636f746572617065757461031a656c656e612e6665727261726973406578616d706c652e6f726705050505050100000000000000010505',NULL,NULL);
INSERT INTO log VALUES(4,'2021-02-10T08:00:00Z','root','balint-group person add gallo --family Gallo --given Pietro --profession medico --email pietro.gallo@example.org',3,X'54110100000000000000000000000000000000706572736f6e001200010000000000000002030567616c6c6f0306706572736f6e030547616c6c6f030650696574726f030567616c6c6f030670696574726f03066d656469636f031870696574726f2e67616c6c6f406578616d706c652e6f726705050505050100000000000000010505',NULL,NULL);
INSERT INTO log VALUES(5,'2021-02-10T08:00:00Z','root','balint-group enrol ferraris --role conductor',3,X'5409010000000000000000656e726f6c6d656e740012000100000000000000010100000000000000010100000000000000010309636f6e647563746f72030661637469766505050505',NULL,NULL);
INSERT INTO log VALUES(6,'2021-02-10T08:00:00Z','root','balint-group enrol gallo --role co-conductor',3,X'5409010000000000000000656e726f6c6d656e74001200010000000000000002010000000000000001010000000000000002030c636f2d636f6e647563746f72030661637469766505050505',NULL,NULL);
INSERT INTO log VALUES(7,'2021-02-10T08:00:00Z','root','balint-group person add rossi --family Rossi --given Maria --profession medico --email rossi@example.org',3,X'54110100000000000000000000000000000000706572736f6e0012000100000000000000030305726f7373690306706572736f6e0305526f73736903054d617269610305726f73736903056d6172696103066d656469636f0311726f737369406578616d706c652e6f726705050505050100000000000000010505',NULL,NULL);
INSERT INTO log VALUES(8,'2021-02-10T08:00:00Z','root','balint-group enrol rossi',3,X'5409010000000000000000656e726f6c6d656e74001200010000000000000003010000000000000001010000000000000003030b7061727469636970616e74030661637469766505050505',NULL,NULL);
INSERT INTO log VALUES(9,'2021-02-10T08:00:00Z','root','balint-group person add bianchi --family Bianchi --given Luca --profession insegnante --email bianchi@example.org',3,X'54110100000000000000000000000000000000706572736f6e00120001000000000000000403076269616e6368690306706572736f6e03074269616e63686903044c75636103076269616e63686903046c756361030a696e7365676e616e746503136269616e636869406578616d706c652e6f726705050505050100000000000000010505',NULL,NULL);
INSERT INTO log VALUES(10,'2021-02-10T08:00:00Z','root','balint-group enrol bianchi',3,X'5409010000000000000000656e726f6c6d656e74001200010000000000000004010000000000000001010000000000000004030b7061727469636970616e74030661637469766505050505',NULL,NULL);
INSERT INTO log VALUES(11,'2021-02-10T08:00:00Z','root','balint-group person add dangelo --family ''D''\''''Angelo'' --given Anna --profession psicologo --email dangelo@example.org',3,X'54110100000000000000000000000000000000706572736f6e001200010000000000000005030764616e67656c6f0306706572736f6e03084427416e67656c6f0304416e6e61030764616e67656c6f0304616e6e610309707369636f6c6f676f031364616e67656c6f406578616d706c652e6f726705050505050100000000000000010505',NULL,NULL);
INSERT INTO log VALUES(12,'2021-02-10T08:00:00Z','root','balint-group enrol dangelo',3,X'5409010000000000000000656e726f6c6d656e74001200010000000000000005010000000000000001010000000000000005030b7061727469636970616e74030661637469766505050505',NULL,NULL);
INSERT INTO log VALUES(13,'2021-02-10T08:00:00Z','root','balint-group person add esposito --family Esposito --given ''Nicolò'' --profession infermiere --email esposito@example.org',3,X'54110100000000000000000000000000000000706572736f6e00120001000000000000000603086573706f7369746f0306706572736f6e03084573706f7369746f03074e69636f6cc3b203086573706f7369746f03066e69636f6c6f030a696e6665726d6965726503146573706f7369746f406578616d706c652e6f726705050505050100000000000000010505',NULL,NULL);
INSERT INTO log VALUES(14,'2021-02-10T08:00:00Z','root','balint-group enrol esposito',3,X'5409010000000000000000656e726f6c6d656e74001200010000000000000006010000000000000001010000000000000006030b7061727469636970616e74030661637469766505050505',NULL,NULL);
INSERT INTO log VALUES(15,'2021-02-10T08:00:00Z','root','balint-group person add muller --family ''Müller'' --given Hannah --profession medico --email muller@example.org',3,X'54110100000000000000000000000000000000706572736f6e00120001000000000000000703066d756c6c65720306706572736f6e03074dc3bc6c6c6572030648616e6e616803066d756c6c6572030668616e6e616803066d656469636f03126d756c6c6572406578616d706c652e6f726705050505050100000000000000010505',NULL,NULL);
INSERT INTO log VALUES(16,'2021-02-10T08:00:00Z','root','balint-group enrol muller',3,X'5409010000000000000000656e726f6c6d656e74001200010000000000000007010000000000000001010000000000000007030b7061727469636970616e74030661637469766505050505',NULL,NULL);
INSERT INTO log VALUES(17,'2021-02-10T08:00:00Z','root','balint-group person add deluca --family ''De Luca'' --given Giorgio --profession educatore --email deluca@example.org',3,X'54110100000000000000000000000000000000706572736f6e001200010000000000000008030664656c7563610306706572736f6e03074465204c756361030747696f7267696f03076465206c756361030767696f7267696f03096564756361746f7265031264656c756361406578616d706c652e6f726705050505050100000000000000010505',NULL,NULL);
INSERT INTO log VALUES(18,'2021-02-10T08:00:00Z','root','balint-group enrol deluca',3,X'5409010000000000000000656e726f6c6d656e74001200010000000000000008010000000000000001010000000000000008030b7061727469636970616e74030661637469766505050505',NULL,NULL);
INSERT INTO log VALUES(19,'2021-02-10T08:00:00Z','root','balint-group person add maggio --family Maggio --given Ida --profession assistente-sociale --email maggio@example.org',3,X'54110100000000000000000000000000000000706572736f6e00120001000000000000000903066d616767696f0306706572736f6e03064d616767696f030349646103066d616767696f03036964610312617373697374656e74652d736f6369616c6503126d616767696f406578616d706c652e6f726705050505050100000000000000010505',NULL,NULL);
INSERT INTO log VALUES(20,'2021-02-10T08:00:00Z','root','balint-group enrol maggio',3,X'5409010000000000000000656e726f6c6d656e74001200010000000000000009010000000000000001010000000000000009030b7061727469636970616e74030661637469766505050505',NULL,NULL);
INSERT INTO log VALUES(21,'2021-02-10T08:00:00Z','root','balint-group person add conti --family Conti --given Teresa --profession psicoterapeuta --email conti@example.org',3,X'54110100000000000000000000000000000000706572736f6e00120001000000000000000a0305636f6e74690306706572736f6e0305436f6e746903065465726573610305636f6e74690306746572657361030e707369636f7465726170657574610311636f6e7469406578616d706c652e6f726705050505050100000000000000010505',NULL,NULL);
INSERT INTO log VALUES(22,'2021-02-10T08:00:00Z','root','balint-group enrol conti',3,X'5409010000000000000000656e726f6c6d656e7400120001000000000000000a01000000000000000101000000000000000a030b7061727469636970616e74030661637469766505050505',NULL,NULL);
INSERT INTO log VALUES(23,'2021-02-10T08:00:00Z','root','balint-group person add ricci --family Ricci --given Paolo --profession oss --email ricci@example.org',3,X'54110100000000000000000000000000000000706572736f6e00120001000000000000000b030572696363690306706572736f6e03055269636369030550616f6c6f03057269636369030570616f6c6f03036f737303117269636369406578616d706c652e6f726705050505050100000000000000010505',NULL,NULL);
INSERT INTO log VALUES(24,'2021-02-10T08:00:00Z','root','balint-group enrol ricci',3,X'5409010000000000000000656e726f6c6d656e7400120001000000000000000b01000000000000000101000000000000000b030b7061727469636970616e74030661637469766505050505',NULL,NULL);
INSERT INTO log VALUES(25,'2021-02-10T08:00:00Z','root','balint-group person add greco --family Greco --given Silvia --profession terp --email greco@example.org',3,X'54110100000000000000000000000000000000706572736f6e00120001000000000000000c0305677265636f0306706572736f6e0305477265636f030653696c7669610305677265636f030673696c7669610304746572700311677265636f406578616d706c652e6f726705050505050100000000000000010505',NULL,NULL);
INSERT INTO log VALUES(26,'2021-02-10T08:00:00Z','root','balint-group enrol greco',3,X'5409010000000000000000656e726f6c6d656e7400120001000000000000000c01000000000000000101000000000000000c030b7061727469636970616e74030661637469766505050505',NULL,NULL);
INSERT INTO log VALUES(27,'2021-02-10T08:00:00Z','root','balint-group person add fontana --family Fontana --given Bruno --profession medico --email fontana@example.org',3,X'54110100000000000000000000000000000000706572736f6e00120001000000000000000d0307666f6e74616e610306706572736f6e0307466f6e74616e6103054272756e6f0307666f6e74616e6103056272756e6f03066d656469636f0313666f6e74616e61406578616d706c652e6f726705050505050100000000000000010505',NULL,NULL);
INSERT INTO log VALUES(28,'2021-02-10T08:00:00Z','root','balint-group enrol fontana',3,X'5409010000000000000000656e726f6c6d656e7400120001000000000000000d01000000000000000101000000000000000d030b7061727469636970616e74030661637469766505050505',NULL,NULL);
INSERT INTO log VALUES(29,'2021-02-10T08:00:00Z','root','balint-calendar break add 2020-12-20..2021-01-10 ''Sospensione natalizia''',3,X'540601000000000073757370656e73696f6e0012000100000000000000010100000000000000010305627265616b030a323032302d31322d3230030a323032312d30312d31300315536f7370656e73696f6e65206e6174616c697a6961',NULL,NULL);
INSERT INTO log VALUES(30,'2021-02-10T08:00:00Z','root','balint-calendar break add 2021-04-02..2021-04-06 ''Sospensione pasquale''',3,X'540601000000000073757370656e73696f6e0012000100000000000000020100000000000000010305627265616b030a323032312d30342d3032030a323032312d30342d30360314536f7370656e73696f6e65207061737175616c65',NULL,NULL);
INSERT INTO log VALUES(31,'2021-02-10T08:00:00Z','root','balint-calendar break add 2021-07-01..2021-08-31 ''Sospensione estiva''',3,X'540601000000000073757370656e73696f6e0012000100000000000000030100000000000000010305627265616b030a323032312d30372d3031030a323032312d30382d33310312536f7370656e73696f6e6520657374697661',NULL,NULL);
INSERT INTO log VALUES(32,'2021-02-10T08:00:00Z','root','balint-calendar closure add 2021-06-24 ''San Giovanni, patrono di Torino''',3,X'540601000000000073757370656e73696f6e0012000100000000000000040100000000000000010307636c6f73757265030a323032312d30362d3234030a323032312d30362d3234031f53616e2047696f76616e6e692c20706174726f6e6f20646920546f72696e6f',NULL,NULL);
INSERT INTO log VALUES(33,'2021-02-10T08:00:00Z','root','balint-calendar generate --from 2021-02-17 --every 2w --count 10',3,X'5411010000000000000000000000000000000073657373696f6e001200010000000000000009010000000000000001030a323032312d30362d3039030532313a3030030532323a3330030a323032312d30362d303901000000000000000203097363686564756c656405050505032438396462373831372d386361382d346630382d383235642d6262333666626263656464300100000000000000000314323032312d30322d31305430383a30303a30305a030532313a3030030532323a33301200010000000000000008010000000000000001030a323032312d30352d3236030532313a3030030532323a3330030a323032312d30352d323601000000000000000203097363686564756c656405050505032431343535306463632d343966362d343135322d396139302d3430363035343338333864640100000000000000000314323032312d30322d31305430383a30303a30305a030532313a3030030532323a3330120001000000000000000a010000000000000001030a323032312d30362d3233030532313a3030030532323a3330030a323032312d30362d323301000000000000000203097363686564756c656405050505032431313234666130352d333837632d346439372d623461302d3730353938316431623666610100000000000000000314323032312d30322d31305430383a30303a30305a030532313a3030030532323a33301200010000000000000001010000000000000001030a323032312d30322d3137030532313a3030030532323a3330030a323032312d30322d313701000000000000000203097363686564756c656405050505032434643235373530312d616137312d346136622d393765612d3636366435353734393137660100000000000000000314323032312d30322d31305430383a30303a30305a030532313a3030030532323a33301200010000000000000002010000000000000001030a323032312d30332d3033030532313a3030030532323a3330030a323032312d30332d303301000000000000000203097363686564756c656405050505032466626437323230662d353166302d343234352d393734312d3833623337643339386438320100000000000000000314323032312d30322d31305430383a30303a30305a030532313a3030030532323a33301200010000000000000003010000000000000001030a323032312d30332d3137030532313a3030030532323a3330030a323032312d30332d313701000000000000000203097363686564756c656405050505032464313462353466342d353332662d343037662d383435652d6138333565633234306533390100000000000000000314323032312d30322d31305430383a30303a30305a030532313a3030030532323a33301200010000000000000004010000000000000001030a323032312d30332d3331030532313a3030030532323a3330030a323032312d30332d333101000000000000000203097363686564756c656405050505032437393332303363622d326336632d346430352d393338652d3039316466303634326130310100000000000000000314323032312d30322d31305430383a30303a30305a030532313a3030030532323a33301200010000000000000005010000000000000001030a323032312d30342d3134030532313a3030030532323a3330030a323032312d30342d313401000000000000000203097363686564756c656405050505032434343236333966312d653839332d343763652d613639372d3437396633643833373535310100000000000000000314323032312d30322d31305430383a30303a30305a030532313a3030030532323a33301200010000000000000006010000000000000001030a323032312d30342d3238030532313a3030030532323a3330030a323032312d30342d323801000000000000000203097363686564756c656405050505032432346665396230362d396633332d343033312d396637322d3435383064613632656364360100000000000000000314323032312d30322d31305430383a30303a30305a030532313a3030030532323a33301200010000000000000007010000000000000001030a323032312d30352d3132030532313a3030030532323a3330030a323032312d30352d313201000000000000000203097363686564756c656405050505032439393065396238312d623534342d346334632d623465342d6466653265366231343664370100000000000000000314323032312d30322d31305430383a30303a30305a030532313a3030030532323a3330',NULL,NULL);
INSERT INTO log VALUES(34,'2021-02-10T08:00:00Z','root','balint-fees tariff set medici-psicologi 350 --vat 22',3,X'5405010200000074617269666600120001000000000000000103106d65646963692d707369636f6c6f67690100000000000088b801000000000000089805',NULL,NULL);
INSERT INTO log VALUES(35,'2021-02-10T08:00:00Z','root','balint-fees tariff set altre-professioni 250 --vat 22',3,X'540501020000007461726966660012000100000000000000010311616c7472652d70726f66657373696f6e690100000000000061a801000000000000089805',NULL,NULL);
INSERT INTO log VALUES(36,'2021-02-10T08:00:00Z','root','balint-fees plan',3,X'540a01000000000000000000696e7374616c6d656e7400120001000000000000000901000000000000000a030a323032312d30352d3331010000000000001b5801000000000000060401000000000000215c032447727570706f2042616c696e74203920656420323032305f436f6e74695f6d616767696f030a323032312d30322d313001000000000000089805120001000000000000002d010000000000000007030a323032312d30362d3330010000000000001b5801000000000000060401000000000000215c032647727570706f2042616c696e74203920656420323032305f4dc3bc6c6c65725f676975676e6f030a323032312d30322d313001000000000000089805120001000000000000000801000000000000000a030a323032312d30342d3330010000000000001b5801000000000000060401000000000000215c032447727570706f2042616c696e74203920656420323032305f436f6e74695f617072696c65030a323032312d30322d313001000000000000089805120001000000000000002c010000000000000007030a323032312d30352d3331010000000000001b5801000000000000060401000000000000215c032647727570706f2042616c696e74203920656420323032305f4dc3bc6c6c65725f6d616767696f030a323032312d30322d313001000000000000089805120001000000000000000b010000000000000005030a323032312d30322d3238010000000000001b5801000000000000060401000000000000215c032947727570706f2042616c696e74203920656420323032305f4427416e67656c6f5f666562627261696f030a323032312d30322d313001000000000000089805120001000000000000002f01000000000000000b030a323032312d30332d333101000000000000138801000000000000044c0100000000000017d4032347727570706f2042616c696e74203920656420323032305f52696363695f6d61727a6f030a323032312d30322d313001000000000000089805120001000000000000000a01000000000000000a030a323032312d30362d3330010000000000001b5801000000000000060401000000000000215c032447727570706f2042616c696e74203920656420323032305f436f6e74695f676975676e6f030a323032312d30322d313001000000000000089805120001000000000000002e01000000000000000b030a323032312d30322d323801000000000000138801000000000000044c0100000000000017d4032647727570706f2042616c696e74203920656420323032305f52696363695f666562627261696f030a323032312d30322d3130010000000000000898051200010000000000000029010000000000000007030a323032312d30322d3238010000000000001b5801000000000000060401000000000000215c032847727570706f2042616c696e74203920656420323032305f4dc3bc6c6c65725f666562627261696f030a323032312d30322d313001000000000000089805120001000000000000000d010000000000000005030a323032312d30342d3330010000000000001b5801000000000000060401000000000000215c032747727570706f2042616c696e74203920656420323032305f4427416e67656c6f5f617072696c65030a323032312d30322d3130010000000000000898051200010000000000000028010000000000000009030a323032312d30362d333001000000000000138801000000000000044c0100000000000017d4032547727570706f2042616c696e74203920656420323032305f4d616767696f5f676975676e6f030a323032312d30322d313001000000000000089805120001000000000000000c010000000000000005030a323032312d30332d3331010000000000001b5801000000000000060401000000000000215c032647727570706f2042616c696e74203920656420323032305f4427416e67656c6f5f6d61727a6f030a323032312d30322d313001000000000000089805120001000000000000002b010000000000000007030a323032312d30342d3330010000000000001b5801000000000000060401000000000000215c032647727570706f2042616c696e74203920656420323032305f4dc3bc6c6c65725f617072696c65030a323032312d30322d313001000000000000089805120001000000000000000f010000000000000005030a323032312d30362d3330010000000000001b5801000000000000060401000000000000215c032747727570706f2042616c696e74203920656420323032305f4427416e67656c6f5f676975676e6f030a323032312d30322d313001000000000000089805120001000000000000002a010000000000000007030a323032312d30332d3331010000000000001b5801000000000000060401000000000000215c032547727570706f2042616c696e74203920656420323032305f4dc3bc6c6c65725f6d61727a6f030a323032312d30322d313001000000000000089805120001000000000000000e010000000000000005030a323032312d30352d3331010000000000001b5801000000000000060401000000000000215c032747727570706f2042616c696e74203920656420323032305f4427416e67656c6f5f6d616767696f030a323032312d30322d3130010000000000000898051200010000000000000024010000000000000009030a323032312d30322d323801000000000000138801000000000000044c0100000000000017d4032747727570706f2042616c696e74203920656420323032305f4d616767696f5f666562627261696f030a323032312d30322d3130010000000000000898051200010000000000000001010000000000000004030a323032312d30322d323801000000000000138801000000000000044c0100000000000017d4032847727570706f2042616c696e74203920656420323032305f4269616e6368695f666562627261696f030a323032312d30322d3130010000000000000898051200010000000000000025010000000000000009030a323032312d30332d333101000000000000138801000000000000044c0100000000000017d4032447727570706f2042616c696e74203920656420323032305f4d616767696f5f6d61727a6f030a323032312d30322d3130010000000000000898051200010000000000000002010000000000000004030a323032312d30332d333101000000000000138801000000000000044c0100000000000017d4032547727570706f2042616c696e74203920656420323032305f4269616e6368695f6d61727a6f030a323032312d30322d3130010000000000000898051200010000000000000026010000000000000009030a323032312d30342d333001000000000000138801000000000000044c0100000000000017d4032547727570706f2042616c696e74203920656420323032305f4d616767696f5f617072696c65030a323032312d30322d3130010000000000000898051200010000000000000003010000000000000004030a323032312d30342d333001000000000000138801000000000000044c0100000000000017d4032647727570706f2042616c696e74203920656420323032305f4269616e6368695f617072696c65030a323032312d30322d3130010000000000000898051200010000000000000027010000000000000009030a323032312d30352d333101000000000000138801000000000000044c0100000000000017d4032547727570706f2042616c696e74203920656420323032305f4d616767696f5f6d616767696f030a323032312d30322d313001000000000000089805120001000000000000002001000000000000000c030a323032312d30332d333101000000000000138801000000000000044c0100000000000017d4032347727570706f2042616c696e74203920656420323032305f477265636f5f6d61727a6f030a323032312d30322d3130010000000000000898051200010000000000000004010000000000000004030a323032312d30352d333101000000000000138801000000000000044c0100000000000017d4032647727570706f2042616c696e74203920656420323032305f4269616e6368695f6d616767696f030a323032312d30322d313001000000000000089805120001000000000000002101000000000000000c030a323032312d30342d333001000000000000138801000000000000044c0100000000000017d4032447727570706f2042616c696e74203920656420323032305f477265636f5f617072696c65030a323032312d30322d3130010000000000000898051200010000000000000005010000000000000004030a323032312d30362d333001000000000000138801000000000000044c0100000000000017d4032647727570706f2042616c696e74203920656420323032305f4269616e6368695f676975676e6f030a323032312d30322d313001000000000000089805120001000000000000002201000000000000000c030a323032312d30352d333101000000000000138801000000000000044c0100000000000017d4032447727570706f2042616c696e74203920656420323032305f477265636f5f6d616767696f030a323032312d30322d313001000000000000089805120001000000000000000601000000000000000a030a323032312d30322d3238010000000000001b5801000000000000060401000000000000215c032647727570706f2042616c696e74203920656420323032305f436f6e74695f666562627261696f030a323032312d30322d313001000000000000089805120001000000000000002301000000000000000c030a323032312d30362d333001000000000000138801000000000000044c0100000000000017d4032447727570706f2042616c696e74203920656420323032305f477265636f5f676975676e6f030a323032312d30322d313001000000000000089805120001000000000000000701000000000000000a030a323032312d30332d3331010000000000001b5801000000000000060401000000000000215c032347727570706f2042616c696e74203920656420323032305f436f6e74695f6d61727a6f030a323032312d30322d313001000000000000089805120001000000000000001b01000000000000000d030a323032312d30332d3331010000000000001b5801000000000000060401000000000000215c032547727570706f2042616c696e74203920656420323032305f466f6e74616e615f6d61727a6f030a323032312d30322d313001000000000000089805120001000000000000001a01000000000000000d030a323032312d30322d3238010000000000001b5801000000000000060401000000000000215c032847727570706f2042616c696e74203920656420323032305f466f6e74616e615f666562627261696f030a323032312d30322d3130010000000000000898051200010000000000000019010000000000000006030a323032312d30362d333001000000000000138801000000000000044c0100000000000017d4032747727570706f2042616c696e74203920656420323032305f4573706f7369746f5f676975676e6f030a323032312d30322d3130010000000000000898051200010000000000000018010000000000000006030a323032312d30352d333101000000000000138801000000000000044c0100000000000017d4032747727570706f2042616c696e74203920656420323032305f4573706f7369746f5f6d616767696f030a323032312d30322d313001000000000000089805120001000000000000001f01000000000000000c030a323032312d30322d323801000000000000138801000000000000044c0100000000000017d4032647727570706f2042616c696e74203920656420323032305f477265636f5f666562627261696f030a323032312d30322d313001000000000000089805120001000000000000001e01000000000000000d030a323032312d30362d3330010000000000001b5801000000000000060401000000000000215c032647727570706f2042616c696e74203920656420323032305f466f6e74616e615f676975676e6f030a323032312d30322d313001000000000000089805120001000000000000001d01000000000000000d030a323032312d30352d3331010000000000001b5801000000000000060401000000000000215c032647727570706f2042616c696e74203920656420323032305f466f6e74616e615f6d616767696f030a323032312d30322d313001000000000000089805120001000000000000001c01000000000000000d030a323032312d30342d3330010000000000001b5801000000000000060401000000000000215c032647727570706f2042616c696e74203920656420323032305f466f6e74616e615f617072696c65030a323032312d30322d3130010000000000000898051200010000000000000012010000000000000008030a323032312d30342d333001000000000000138801000000000000044c0100000000000017d4032647727570706f2042616c696e74203920656420323032305f4465204c7563615f617072696c65030a323032312d30322d3130010000000000000898051200010000000000000036010000000000000003030a323032312d30352d3331010000000000001b5801000000000000060401000000000000215c032447727570706f2042616c696e74203920656420323032305f526f7373695f6d616767696f030a323032312d30322d3130010000000000000898051200010000000000000013010000000000000008030a323032312d30352d333101000000000000138801000000000000044c0100000000000017d4032647727570706f2042616c696e74203920656420323032305f4465204c7563615f6d616767696f030a323032312d30322d3130010000000000000898051200010000000000000037010000000000000003030a323032312d30362d3330010000000000001b5801000000000000060401000000000000215c032447727570706f2042616c696e74203920656420323032305f526f7373695f676975676e6f030a323032312d30322d3130010000000000000898051200010000000000000010010000000000000008030a323032312d30322d323801000000000000138801000000000000044c0100000000000017d4032847727570706f2042616c696e74203920656420323032305f4465204c7563615f666562627261696f030a323032312d30322d3130010000000000000898051200010000000000000034010000000000000003030a323032312d30332d3331010000000000001b5801000000000000060401000000000000215c032347727570706f2042616c696e74203920656420323032305f526f7373695f6d61727a6f030a323032312d30322d3130010000000000000898051200010000000000000011010000000000000008030a323032312d30332d333101000000000000138801000000000000044c0100000000000017d4032547727570706f2042616c696e74203920656420323032305f4465204c7563615f6d61727a6f030a323032312d30322d3130010000000000000898051200010000000000000035010000000000000003030a323032312d30342d3330010000000000001b5801000000000000060401000000000000215c032447727570706f2042616c696e74203920656420323032305f526f7373695f617072696c65030a323032312d30322d313001000000000000089805120001000000000000003201000000000000000b030a323032312d30362d333001000000000000138801000000000000044c0100000000000017d4032447727570706f2042616c696e74203920656420323032305f52696363695f676975676e6f030a323032312d30322d3130010000000000000898051200010000000000000016010000000000000006030a323032312d30332d333101000000000000138801000000000000044c0100000000000017d4032647727570706f2042616c696e74203920656420323032305f4573706f7369746f5f6d61727a6f030a323032312d30322d3130010000000000000898051200010000000000000033010000000000000003030a323032312d30322d3238010000000000001b5801000000000000060401000000000000215c032647727570706f2042616c696e74203920656420323032305f526f7373695f666562627261696f030a323032312d30322d3130010000000000000898051200010000000000000017010000000000000006030a323032312d30342d333001000000000000138801000000000000044c0100000000000017d4032747727570706f2042616c696e74203920656420323032305f4573706f7369746f5f617072696c65030a323032312d30322d313001000000000000089805120001000000000000003001000000000000000b030a323032312d30342d333001000000000000138801000000000000044c0100000000000017d4032447727570706f2042616c696e74203920656420323032305f52696363695f617072696c65030a323032312d30322d3130010000000000000898051200010000000000000014010000000000000008030a323032312d30362d333001000000000000138801000000000000044c0100000000000017d4032647727570706f2042616c696e74203920656420323032305f4465204c7563615f676975676e6f030a323032312d30322d313001000000000000089805120001000000000000003101000000000000000b030a323032312d30352d333101000000000000138801000000000000044c0100000000000017d4032447727570706f2042616c696e74203920656420323032305f52696363695f6d616767696f030a323032312d30322d3130010000000000000898051200010000000000000015010000000000000006030a323032312d30322d323801000000000000138801000000000000044c0100000000000017d4032947727570706f2042616c696e74203920656420323032305f4573706f7369746f5f666562627261696f030a323032312d30322d313001000000000000089805',NULL,NULL);
INSERT INTO log VALUES(37,'2021-02-10T08:00:00Z','root','balint-group edition set 9 --max 14 --leaving proportion',3,X'541201000000000000000000000000000000000065646974696f6e00170001000000000000000100000000000000000000000001000000000000000c0000030577686f6c65000000000000000000000000000001000000000000000e0000030a70726f706f7274696f6e00',NULL,NULL);
INSERT INTO log VALUES(38,'2021-02-10T08:00:00Z','root','balint-group profession add volontario --category esenti --label Volontario',3,X'540301000070726f66657373696f6e001200030a766f6c6f6e746172696f03066573656e7469030a566f6c6f6e746172696f',NULL,NULL);
INSERT INTO log VALUES(39,'2021-02-10T08:00:00Z','root','balint-fees tariff set esenti 200 --vat 0 --nature N4',3,X'5405010200000074617269666600120001000000000000000103066573656e7469010000000000004e2001000000000000000003024e34',NULL,NULL);
INSERT INTO log VALUES(40,'2021-02-10T08:00:00Z','root','balint-group person add asl --institution --family ''ASL Città di Torino'' --email asl@example.org',3,X'54110100000000000000000000000000000000706572736f6e00120001000000000000000e030361736c030b696e737469747574696f6e031441534c2043697474c3a020646920546f72696e6f0300031361736c20636974746120646920746f72696e6f030005030f61736c406578616d706c652e6f726705050505050100000000000000010505',NULL,NULL);
INSERT INTO log VALUES(41,'2021-02-10T08:00:00Z','root','balint-group person add neri --family Neri --given Ugo --profession volontario --email neri@example.org --payer asl',3,X'54110100000000000000000000000000000000706572736f6e00120001000000000000000f03046e6572690306706572736f6e03044e657269030355676f03046e657269030375676f030a766f6c6f6e746172696f03106e657269406578616d706c652e6f7267050505050501000000000000000101000000000000000e05',NULL,NULL);
INSERT INTO log VALUES(42,'2021-02-10T08:00:00Z','root','balint-group enrol neri',3,X'5409010000000000000000656e726f6c6d656e7400120001000000000000000e01000000000000000101000000000000000f030b7061727469636970616e74030661637469766505050505',NULL,NULL);
INSERT INTO log VALUES(43,'2021-02-10T08:00:00Z','root','balint-group person add verdi --family Verdi --given Lia --profession volontario',3,X'54110100000000000000000000000000000000706572736f6e001200010000000000000010030576657264690306706572736f6e0305566572646903034c69610305766572646903036c6961030a766f6c6f6e746172696f0505050505050100000000000000010505',NULL,NULL);
INSERT INTO log VALUES(44,'2021-02-10T08:00:00Z','root','balint-group enrol verdi',3,X'5409010000000000000000656e726f6c6d656e7400120001000000000000000f010000000000000001010000000000000010030b7061727469636970616e74030661637469766505050505',NULL,NULL);
INSERT INTO log VALUES(45,'2021-02-10T08:00:00Z','root','balint-fees plan',3,X'540a01000000000000000000696e7374616c6d656e7400120001000000000000004001000000000000000f030a323032312d30352d3331010000000000000fa0010000000000000000010000000000000fa0032447727570706f2042616c696e74203920656420323032305f56657264695f6d616767696f030a323032312d30322d313001000000000000000003024e34120001000000000000004101000000000000000f030a323032312d30362d3330010000000000000fa0010000000000000000010000000000000fa0032447727570706f2042616c696e74203920656420323032305f56657264695f676975676e6f030a323032312d30322d313001000000000000000003024e34120001000000000000003f01000000000000000f030a323032312d30342d3330010000000000000fa0010000000000000000010000000000000fa0032447727570706f2042616c696e74203920656420323032305f56657264695f617072696c65030a323032312d30322d313001000000000000000003024e34120001000000000000003e01000000000000000f030a323032312d30332d3331010000000000000fa0010000000000000000010000000000000fa0032347727570706f2042616c696e74203920656420323032305f56657264695f6d61727a6f030a323032312d30322d313001000000000000000003024e34120001000000000000003d01000000000000000f030a323032312d30322d3238010000000000000fa0010000000000000000010000000000000fa0032647727570706f2042616c696e74203920656420323032305f56657264695f666562627261696f030a323032312d30322d313001000000000000000003024e34120001000000000000003c01000000000000000e030a323032312d30362d3330010000000000000fa0010000000000000000010000000000000fa0032347727570706f2042616c696e74203920656420323032305f4e6572695f676975676e6f030a323032312d30322d313001000000000000000003024e34120001000000000000003b01000000000000000e030a323032312d30352d3331010000000000000fa0010000000000000000010000000000000fa0032347727570706f2042616c696e74203920656420323032305f4e6572695f6d616767696f030a323032312d30322d313001000000000000000003024e34120001000000000000003a01000000000000000e030a323032312d30342d3330010000000000000fa0010000000000000000010000000000000fa0032347727570706f2042616c696e74203920656420323032305f4e6572695f617072696c65030a323032312d30322d313001000000000000000003024e34120001000000000000003901000000000000000e030a323032312d30332d3331010000000000000fa0010000000000000000010000000000000fa0032247727570706f2042616c696e74203920656420323032305f4e6572695f6d61727a6f030a323032312d30322d313001000000000000000003024e34120001000000000000003801000000000000000e030a323032312d30322d3238010000000000000fa0010000000000000000010000000000000fa0032547727570706f2042616c696e74203920656420323032305f4e6572695f666562627261696f030a323032312d30322d313001000000000000000003024e34',NULL,NULL);
INSERT INTO log VALUES(46,'2021-02-10T08:00:00Z','root','balint-calendar issue',3,X'5404010000006973737565001200010000000000000001010000000000000001030a323032312d30322d31300314323032312d30322d31305430383a30303a30305a540801020000000000006973737565645f73657373696f6e001200010000000000000001010000000000000008030a323032312d30352d3236030532313a3030030532323a333003097363686564756c65640312546f72696e6f2c206f20766961205a6f6f6d031e68747470733a2f2f7a6f6f6d2e6578616d706c652e6f72672f6a2f3030301200010000000000000001010000000000000009030a323032312d30362d3039030532313a3030030532323a333003097363686564756c65640312546f72696e6f2c206f20766961205a6f6f6d031e68747470733a2f2f7a6f6f6d2e6578616d706c652e6f72672f6a2f303030120001000000000000000101000000000000000a030a323032312d30362d3233030532313a3030030532323a333003097363686564756c65640312546f72696e6f2c206f20766961205a6f6f6d031e68747470733a2f2f7a6f6f6d2e6578616d706c652e6f72672f6a2f3030301200010000000000000001010000000000000001030a323032312d30322d3137030532313a3030030532323a333003097363686564756c65640312546f72696e6f2c206f20766961205a6f6f6d031e68747470733a2f2f7a6f6f6d2e6578616d706c652e6f72672f6a2f3030301200010000000000000001010000000000000003030a323032312d30332d3137030532313a3030030532323a333003097363686564756c65640312546f72696e6f2c206f20766961205a6f6f6d031e68747470733a2f2f7a6f6f6d2e6578616d706c652e6f72672f6a2f3030301200010000000000000001010000000000000002030a323032312d30332d3033030532313a3030030532323a333003097363686564756c65640312546f72696e6f2c206f20766961205a6f6f6d031e68747470733a2f2f7a6f6f6d2e6578616d706c652e6f72672f6a2f3030301200010000000000000001010000000000000005030a323032312d30342d3134030532313a3030030532323a333003097363686564756c65640312546f72696e6f2c206f20766961205a6f6f6d031e68747470733a2f2f7a6f6f6d2e6578616d706c652e6f72672f6a2f3030301200010000000000000001010000000000000004030a323032312d30332d3331030532313a3030030532323a333003097363686564756c65640312546f72696e6f2c206f20766961205a6f6f6d031e68747470733a2f2f7a6f6f6d2e6578616d706c652e6f72672f6a2f3030301200010000000000000001010000000000000007030a323032312d30352d3132030532313a3030030532323a333003097363686564756c65640312546f72696e6f2c206f20766961205a6f6f6d031e68747470733a2f2f7a6f6f6d2e6578616d706c652e6f72672f6a2f3030301200010000000000000001010000000000000006030a323032312d30342d3238030532313a3030030532323a333003097363686564756c65640312546f72696e6f2c206f20766961205a6f6f6d031e68747470733a2f2f7a6f6f6d2e6578616d706c652e6f72672f6a2f303030',NULL,NULL);
INSERT INTO log VALUES(47,'2021-02-18T09:00:00Z','root','balint-attend mark 2021-02-17 rossi=21:07 bianchi=21:00-21:40,21:55-22:30,online greco=excused --rest present',3,X'5407010000000000006d61726b00120001000000000000000901000000000000000101000000000000000a030770726573656e740304726f6f6d0314323032312d30322d31385430393a30303a30305a0304726f6f741200010000000000000008010000000000000001010000000000000009030770726573656e740304726f6f6d0314323032312d30322d31385430393a30303a30305a0304726f6f74120001000000000000000b01000000000000000101000000000000000d030770726573656e740304726f6f6d0314323032312d30322d31385430393a30303a30305a0304726f6f74120001000000000000000a01000000000000000101000000000000000b030770726573656e740304726f6f6d0314323032312d30322d31385430393a30303a30305a0304726f6f74120001000000000000000d010000000000000001010000000000000010030770726573656e740304726f6f6d0314323032312d30322d31385430393a30303a30305a0304726f6f74120001000000000000000c01000000000000000101000000000000000f030770726573656e740304726f6f6d0314323032312d30322d31385430393a30303a30305a0304726f6f741200010000000000000001010000000000000001010000000000000003030770726573656e740304726f6f6d0314323032312d30322d31385430393a30303a30305a0304726f6f741200010000000000000002010000000000000001010000000000000004030770726573656e7403066f6e6c696e650314323032312d30322d31385430393a30303a30305a0304726f6f74120001000000000000000301000000000000000101000000000000000c030765786375736564050314323032312d30322d31385430393a30303a30305a0304726f6f741200010000000000000004010000000000000001010000000000000005030770726573656e740304726f6f6d0314323032312d30322d31385430393a30303a30305a0304726f6f741200010000000000000005010000000000000001010000000000000006030770726573656e740304726f6f6d0314323032312d30322d31385430393a30303a30305a0304726f6f741200010000000000000006010000000000000001010000000000000007030770726573656e740304726f6f6d0314323032312d30322d31385430393a30303a30305a0304726f6f741200010000000000000007010000000000000001010000000000000008030770726573656e740304726f6f6d0314323032312d30322d31385430393a30303a30305a0304726f6f7454030102007370656c6c001200010000000000000002030532313a3535030532323a33301200010000000000000002030532313a3030030532313a34301200010000000000000001030532313a3037030532323a3330',NULL,NULL);
INSERT INTO log VALUES(48,'2021-02-18T09:00:00Z','root','balint-calendar move 2021-03-31 --to 2021-03-30 --reason ''Sala occupata''',3,X'540a010000000000000000006368616e6765001200010000000000000001010000000000000004030a323032312d30332d3331030532313a3030030a323032312d30332d3330030532313a3030030d53616c61206f6363757061746103046f70656e0314323032312d30322d31385430393a30303a30305a05540c0100000000000000000000006f7574626f780012000100000000000000090310636f6e73656e743a343a303a313a31310307636f6e73656e7401000000000000000b0100000000000000040100000000000000010503067175657565640314323032312d30322d31385430393a30303a30305a05050512000100000000000000080310636f6e73656e743a343a303a313a31300307636f6e73656e7401000000000000000a0100000000000000040100000000000000010503067175657565640314323032312d30322d31385430393a30303a30305a050505120001000000000000000b0310636f6e73656e743a343a303a313a31330307636f6e73656e7401000000000000000d0100000000000000040100000000000000010503067175657565640314323032312d30322d31385430393a30303a30305a050505120001000000000000000a0310636f6e73656e743a343a303a313a31320307636f6e73656e7401000000000000000c0100000000000000040100000000000000010503067175657565640314323032312d30322d31385430393a30303a30305a050505120001000000000000000d0310636f6e73656e743a343a303a313a31360307636f6e73656e740100000000000000100100000000000000040100000000000000010503067175657565640314323032312d30322d31385430393a30303a30305a050505120001000000000000000c0310636f6e73656e743a343a303a313a31350307636f6e73656e7401000000000000000f0100000000000000040100000000000000010503067175657565640314323032312d30322d31385430393a30303a30305a0505051200010000000000000001030f636f6e73656e743a343a303a313a330307636f6e73656e740100000000000000030100000000000000040100000000000000010503067175657565640314323032312d30322d31385430393a30303a30305a0505051200010000000000000002030f636f6e73656e743a343a303a313a340307636f6e73656e740100000000000000040100000000000000040100000000000000010503067175657565640314323032312d30322d31385430393a30303a30305a0505051200010000000000000003030f636f6e73656e743a343a303a313a350307636f6e73656e740100000000000000050100000000000000040100000000000000010503067175657565640314323032312d30322d31385430393a30303a30305a0505051200010000000000000004030f636f6e73656e743a343a303a313a360307636f6e73656e740100000000000000060100000000000000040100000000000000010503067175657565640314323032312d30322d31385430393a30303a30305a0505051200010000000000000005030f636f6e73656e743a343a303a313a370307636f6e73656e740100000000000000070100000000000000040100000000000000010503067175657565640314323032312d30322d31385430393a30303a30305a0505051200010000000000000006030f636f6e73656e743a343a303a313a380307636f6e73656e740100000000000000080100000000000000040100000000000000010503067175657565640314323032312d30322d31385430393a30303a30305a0505051200010000000000000007030f636f6e73656e743a343a303a313a390307636f6e73656e740100000000000000090100000000000000040100000000000000010503067175657565640314323032312d30322d31385430393a30303a30305a050505',NULL,NULL);
INSERT INTO log VALUES(49,'2021-02-18T09:00:00Z','root','balint-calendar consent 2021-03-31 rossi bianchi --yes',3,X'540401020000636f6e73656e7400120001000000000000000101000000000000000303037965730314323032312d30322d31385430393a30303a30305a120001000000000000000101000000000000000403037965730314323032312d30322d31385430393a30303a30305a540c0100000000000000000000006f7574626f7800170001000000000000000100000000000003067175657565640000050000000000000000030764726f7070656400000314323032312d30322d31385430393a30303a30305a00170001000000000000000200000000000003067175657565640000050000000000000000030764726f7070656400000314323032312d30322d31385430393a30303a30305a00',NULL,NULL);
INSERT INTO log VALUES(50,'2021-02-18T09:00:00Z','root','balint-calendar consent 2021-03-31 maggio --no',3,X'540401020000636f6e73656e7400120001000000000000000101000000000000000903026e6f0314323032312d30322d31385430393a30303a30305a540a010000000000000000006368616e676500170001000000000000000100000000000003046f70656e000500000000000000030772656675736564000314323032312d30322d31385430393a30303a30305a540c0100000000000000000000006f7574626f7800170001000000000000000900000000000003067175657565640000050000000000000000030764726f7070656400000314323032312d30322d31385430393a30303a30305a00170001000000000000000800000000000003067175657565640000050000000000000000030764726f7070656400000314323032312d30322d31385430393a30303a30305a00170001000000000000000b00000000000003067175657565640000050000000000000000030764726f7070656400000314323032312d30322d31385430393a30303a30305a00170001000000000000000a00000000000003067175657565640000050000000000000000030764726f7070656400000314323032312d30322d31385430393a30303a30305a00170001000000000000000d00000000000003067175657565640000050000000000000000030764726f7070656400000314323032312d30322d31385430393a30303a30305a00170001000000000000000c00000000000003067175657565640000050000000000000000030764726f7070656400000314323032312d30322d31385430393a30303a30305a00170001000000000000000300000000000003067175657565640000050000000000000000030764726f7070656400000314323032312d30322d31385430393a30303a30305a00170001000000000000000400000000000003067175657565640000050000000000000000030764726f7070656400000314323032312d30322d31385430393a30303a30305a00170001000000000000000500000000000003067175657565640000050000000000000000030764726f7070656400000314323032312d30322d31385430393a30303a30305a00170001000000000000000600000000000003067175657565640000050000000000000000030764726f7070656400000314323032312d30322d31385430393a30303a30305a00170001000000000000000700000000000003067175657565640000050000000000000000030764726f7070656400000314323032312d30322d31385430393a30303a30305a00',NULL,NULL);
INSERT INTO log VALUES(51,'2021-02-18T09:00:00Z','root','balint-calendar move 2021-04-14 --to 2021-04-15 --at 20:30 --reason ''Trasloco; la sala è chiusa''',3,X'540a010000000000000000006368616e6765001200010000000000000002010000000000000005030a323032312d30342d3134030532313a3030030a323032312d30342d3135030532303a3330031b547261736c6f636f3b206c612073616c6120c3a82063686975736103046f70656e0314323032312d30322d31385430393a30303a30305a05540c0100000000000000000000006f7574626f7800120001000000000000000f030f636f6e73656e743a353a303a323a340307636f6e73656e740100000000000000040100000000000000050100000000000000020503067175657565640314323032312d30322d31385430393a30303a30305a050505120001000000000000000e030f636f6e73656e743a353a303a323a330307636f6e73656e740100000000000000030100000000000000050100000000000000020503067175657565640314323032312d30322d31385430393a30303a30305a050505120001000000000000001a0310636f6e73656e743a353a303a323a31360307636f6e73656e740100000000000000100100000000000000050100000000000000020503067175657565640314323032312d30322d31385430393a30303a30305a05050512000100000000000000190310636f6e73656e743a353a303a323a31350307636f6e73656e7401000000000000000f0100000000000000050100000000000000020503067175657565640314323032312d30322d31385430393a30303a30305a05050512000100000000000000180310636f6e73656e743a353a303a323a31330307636f6e73656e7401000000000000000d0100000000000000050100000000000000020503067175657565640314323032312d30322d31385430393a30303a30305a0505051200010000000000000012030f636f6e73656e743a353a303a323a370307636f6e73656e740100000000000000070100000000000000050100000000000000020503067175657565640314323032312d30322d31385430393a30303a30305a0505051200010000000000000013030f636f6e73656e743a353a303a323a380307636f6e73656e740100000000000000080100000000000000050100000000000000020503067175657565640314323032312d30322d31385430393a30303a30305a0505051200010000000000000010030f636f6e73656e743a353a303a323a350307636f6e73656e740100000000000000050100000000000000050100000000000000020503067175657565640314323032312d30322d31385430393a30303a30305a0505051200010000000000000011030f636f6e73656e743a353a303a323a360307636f6e73656e740100000000000000060100000000000000050100000000000000020503067175657565640314323032312d30322d31385430393a30303a30305a05050512000100000000000000160310636f6e73656e743a353a303a323a31310307636f6e73656e7401000000000000000b0100000000000000050100000000000000020503067175657565640314323032312d30322d31385430393a30303a30305a05050512000100000000000000170310636f6e73656e743a353a303a323a31320307636f6e73656e7401000000000000000c0100000000000000050100000000000000020503067175657565640314323032312d30322d31385430393a30303a30305a0505051200010000000000000014030f636f6e73656e743a353a303a323a390307636f6e73656e740100000000000000090100000000000000050100000000000000020503067175657565640314323032312d30322d31385430393a30303a30305a05050512000100000000000000150310636f6e73656e743a353a303a323a31300307636f6e73656e7401000000000000000a0100000000000000050100000000000000020503067175657565640314323032312d30322d31385430393a30303a30305a050505',NULL,NULL);
INSERT INTO log VALUES(52,'2021-02-18T09:00:00Z','root','balint-calendar consent 2021-04-14 rossi bianchi dangelo --yes',3,X'540401020000636f6e73656e7400120001000000000000000201000000000000000303037965730314323032312d30322d31385430393a30303a30305a120001000000000000000201000000000000000503037965730314323032312d30322d31385430393a30303a30305a120001000000000000000201000000000000000403037965730314323032312d30322d31385430393a30303a30305a540c0100000000000000000000006f7574626f7800170001000000000000000f00000000000003067175657565640000050000000000000000030764726f7070656400000314323032312d30322d31385430393a30303a30305a00170001000000000000000e00000000000003067175657565640000050000000000000000030764726f7070656400000314323032312d30322d31385430393a30303a30305a00170001000000000000001000000000000003067175657565640000050000000000000000030764726f7070656400000314323032312d30322d31385430393a30303a30305a00',NULL,NULL);
INSERT INTO log VALUES(53,'2021-02-18T09:00:00Z','root','balint-calendar move 2021-06-23 --to 2021-06-22 --reason Esami',3,X'540a010000000000000000006368616e676500120001000000000000000301000000000000000a030a323032312d30362d3233030532313a3030030a323032312d30362d3232030532313a303003054573616d6903046f70656e0314323032312d30322d31385430393a30303a30305a05540c0100000000000000000000006f7574626f780012000100000000000000240311636f6e73656e743a31303a303a333a31320307636f6e73656e7401000000000000000c01000000000000000a0100000000000000030503067175657565640314323032312d30322d31385430393a30303a30305a05050512000100000000000000250311636f6e73656e743a31303a303a333a31330307636f6e73656e7401000000000000000d01000000000000000a0100000000000000030503067175657565640314323032312d30322d31385430393a30303a30305a05050512000100000000000000260311636f6e73656e743a31303a303a333a31350307636f6e73656e7401000000000000000f01000000000000000a0100000000000000030503067175657565640314323032312d30322d31385430393a30303a30305a05050512000100000000000000270311636f6e73656e743a31303a303a333a31360307636f6e73656e7401000000000000001001000000000000000a0100000000000000030503067175657565640314323032312d30322d31385430393a30303a30305a05050512000100000000000000200310636f6e73656e743a31303a303a333a380307636f6e73656e7401000000000000000801000000000000000a0100000000000000030503067175657565640314323032312d30322d31385430393a30303a30305a05050512000100000000000000210310636f6e73656e743a31303a303a333a390307636f6e73656e7401000000000000000901000000000000000a0100000000000000030503067175657565640314323032312d30322d31385430393a30303a30305a05050512000100000000000000220311636f6e73656e743a31303a303a333a31300307636f6e73656e7401000000000000000a01000000000000000a0100000000000000030503067175657565640314323032312d30322d31385430393a30303a30305a05050512000100000000000000230311636f6e73656e743a31303a303a333a31310307636f6e73656e7401000000000000000b01000000000000000a0100000000000000030503067175657565640314323032312d30322d31385430393a30303a30305a050505120001000000000000001b0310636f6e73656e743a31303a303a333a330307636f6e73656e7401000000000000000301000000000000000a0100000000000000030503067175657565640314323032312d30322d31385430393a30303a30305a050505120001000000000000001f0310636f6e73656e743a31303a303a333a370307636f6e73656e7401000000000000000701000000000000000a0100000000000000030503067175657565640314323032312d30322d31385430393a30303a30305a050505120001000000000000001e0310636f6e73656e743a31303a303a333a360307636f6e73656e7401000000000000000601000000000000000a0100000000000000030503067175657565640314323032312d30322d31385430393a30303a30305a050505120001000000000000001d0310636f6e73656e743a31303a303a333a350307636f6e73656e7401000000000000000501000000000000000a0100000000000000030503067175657565640314323032312d30322d31385430393a30303a30305a050505120001000000000000001c0310636f6e73656e743a31303a303a333a340307636f6e73656e7401000000000000000401000000000000000a0100000000000000030503067175657565640314323032312d30322d31385430393a30303a30305a050505',NULL,NULL);
INSERT INTO log VALUES(54,'2021-02-18T09:00:00Z','root','balint-calendar retract 2021-06-23',3,X'540a010000000000000000006368616e676500170001000000000000000300000000000003046f70656e00050000000000000003066c6170736564000314323032312d30322d31385430393a30303a30305a540c0100000000000000000000006f7574626f7800170001000000000000002400000000000003067175657565640000050000000000000000030764726f7070656400000314323032312d30322d31385430393a30303a30305a00170001000000000000002500000000000003067175657565640000050000000000000000030764726f7070656400000314323032312d30322d31385430393a30303a30305a00170001000000000000002600000000000003067175657565640000050000000000000000030764726f7070656400000314323032312d30322d31385430393a30303a30305a00170001000000000000002700000000000003067175657565640000050000000000000000030764726f7070656400000314323032312d30322d31385430393a30303a30305a00170001000000000000002000000000000003067175657565640000050000000000000000030764726f7070656400000314323032312d30322d31385430393a30303a30305a00170001000000000000002100000000000003067175657565640000050000000000000000030764726f7070656400000314323032312d30322d31385430393a30303a30305a00170001000000000000002200000000000003067175657565640000050000000000000000030764726f7070656400000314323032312d30322d31385430393a30303a30305a00170001000000000000002300000000000003067175657565640000050000000000000000030764726f7070656400000314323032312d30322d31385430393a30303a30305a00170001000000000000001b00000000000003067175657565640000050000000000000000030764726f7070656400000314323032312d30322d31385430393a30303a30305a00170001000000000000001f00000000000003067175657565640000050000000000000000030764726f7070656400000314323032312d30322d31385430393a30303a30305a00170001000000000000001e00000000000003067175657565640000050000000000000000030764726f7070656400000314323032312d30322d31385430393a30303a30305a00170001000000000000001d00000000000003067175657565640000050000000000000000030764726f7070656400000314323032312d30322d31385430393a30303a30305a00170001000000000000001c00000000000003067175657565640000050000000000000000030764726f7070656400000314323032312d30322d31385430393a30303a30305a00',NULL,NULL);
INSERT INTO log VALUES(55,'2021-02-18T09:00:00Z','root','balint-calendar move 2021-03-17 --to 2021-03-18 --override --reason Sciopero',3,X'540a010000000000000000006368616e6765001200010000000000000004010000000000000003030a323032312d30332d3137030532313a3030030a323032312d30332d3138030532313a303003085363696f7065726f03046d6164650314323032312d30322d31385430393a30303a30305a0314323032312d30322d31385430393a30303a30305a5411010000000000000000000000000000000073657373696f6e00170001000000000000000300030a323032312d30332d3137000000000005000000000100000000000000000314323032312d30322d31305430383a30303a30305a00000000030a323032312d30332d3138000000000003085363696f7065726f000000000100000000000000010314323032312d30322d31385430393a30303a30305a0000540c0100000000000000000000006f7574626f7800120001000000000000002d030a6d6f76653a333a313a3603046d6f7665010000000000000006010000000000000003050503067175657565640314323032312d30322d31385430393a30303a30305a050505120001000000000000002c030a6d6f76653a333a313a3503046d6f7665010000000000000005010000000000000003050503067175657565640314323032312d30322d31385430393a30303a30305a050505120001000000000000002f030a6d6f76653a333a313a3803046d6f7665010000000000000008010000000000000003050503067175657565640314323032312d30322d31385430393a30303a30305a050505120001000000000000002e030a6d6f76653a333a313a3703046d6f7665010000000000000007010000000000000003050503067175657565640314323032312d30322d31385430393a30303a30305a0505051200010000000000000029030a6d6f76653a333a313a3203046d6f7665010000000000000002010000000000000003050503067175657565640314323032312d30322d31385430393a30303a30305a0505051200010000000000000028030a6d6f76653a333a313a3103046d6f7665010000000000000001010000000000000003050503067175657565640314323032312d30322d31385430393a30303a30305a050505120001000000000000002b030a6d6f76653a333a313a3403046d6f7665010000000000000004010000000000000003050503067175657565640314323032312d30322d31385430393a30303a30305a050505120001000000000000002a030a6d6f76653a333a313a3303046d6f7665010000000000000003010000000000000003050503067175657565640314323032312d30322d31385430393a30303a30305a0505051200010000000000000036030b6d6f76653a333a313a313603046d6f7665010000000000000010010000000000000003050503067175657565640314323032312d30322d31385430393a30303a30305a0505051200010000000000000034030b6d6f76653a333a313a313303046d6f766501000000000000000d010000000000000003050503067175657565640314323032312d30322d31385430393a30303a30305a0505051200010000000000000035030b6d6f76653a333a313a313503046d6f766501000000000000000f010000000000000003050503067175657565640314323032312d30322d31385430393a30303a30305a0505051200010000000000000032030b6d6f76653a333a313a313103046d6f766501000000000000000b010000000000000003050503067175657565640314323032312d30322d31385430393a30303a30305a0505051200010000000000000033030b6d6f76653a333a313a313203046d6f766501000000000000000c010000000000000003050503067175657565640314323032312d30322d31385430393a30303a30305a0505051200010000000000000030030a6d6f76653a333a313a3903046d6f7665010000000000000009010000000000000003050503067175657565640314323032312d30322d31385430393a30303a30305a0505051200010000000000000031030b6d6f76653a333a313a313003046d6f766501000000000000000a010000000000000003050503067175657565640314323032312d30322d31385430393a30303a30305a050505',NULL,NULL);
INSERT INTO log VALUES(56,'2021-02-18T09:00:00Z','root','balint-calendar cancel 2021-05-12 --reason ''Conduttrice ammalata''',3,X'5411010000000000000000000000000000000073657373696f6e00170001000000000000000700000000000003097363686564756c656405000000000100000000000000000314323032312d30322d31305430383a30303a30305a000000000000000000030963616e63656c6c65640314436f6e647574747269636520616d6d616c617461000000000100000000000000010314323032312d30322d31385430393a30303a30305a0000540c0100000000000000000000006f7574626f78001200010000000000000040031363616e63656c6c6174696f6e3a373a313a3130030c63616e63656c6c6174696f6e01000000000000000a010000000000000007050503067175657565640314323032312d30322d31385430393a30303a30305a0505051200010000000000000041031363616e63656c6c6174696f6e3a373a313a3131030c63616e63656c6c6174696f6e01000000000000000b010000000000000007050503067175657565640314323032312d30322d31385430393a30303a30305a0505051200010000000000000042031363616e63656c6c6174696f6e3a373a313a3132030c63616e63656c6c6174696f6e01000000000000000c010000000000000007050503067175657565640314323032312d30322d31385430393a30303a30305a0505051200010000000000000043031363616e63656c6c6174696f6e3a373a313a3133030c63616e63656c6c6174696f6e01000000000000000d010000000000000007050503067175657565640314323032312d30322d31385430393a30303a30305a0505051200010000000000000044031363616e63656c6c6174696f6e3a373a313a3135030c63616e63656c6c6174696f6e01000000000000000f010000000000000007050503067175657565640314323032312d30322d31385430393a30303a30305a0505051200010000000000000045031363616e63656c6c6174696f6e3a373a313a3136030c63616e63656c6c6174696f6e010000000000000010010000000000000007050503067175657565640314323032312d30322d31385430393a30303a30305a050505120001000000000000003f031263616e63656c6c6174696f6e3a373a313a39030c63616e63656c6c6174696f6e010000000000000009010000000000000007050503067175657565640314323032312d30322d31385430393a30303a30305a050505120001000000000000003e031263616e63656c6c6174696f6e3a373a313a38030c63616e63656c6c6174696f6e010000000000000008010000000000000007050503067175657565640314323032312d30322d31385430393a30303a30305a050505120001000000000000003d031263616e63656c6c6174696f6e3a373a313a37030c63616e63656c6c6174696f6e010000000000000007010000000000000007050503067175657565640314323032312d30322d31385430393a30303a30305a050505120001000000000000003c031263616e63656c6c6174696f6e3a373a313a36030c63616e63656c6c6174696f6e010000000000000006010000000000000007050503067175657565640314323032312d30322d31385430393a30303a30305a050505120001000000000000003b031263616e63656c6c6174696f6e3a373a313a35030c63616e63656c6c6174696f6e010000000000000005010000000000000007050503067175657565640314323032312d30322d31385430393a30303a30305a050505120001000000000000003a031263616e63656c6c6174696f6e3a373a313a34030c63616e63656c6c6174696f6e010000000000000004010000000000000007050503067175657565640314323032312d30322d31385430393a30303a30305a0505051200010000000000000039031263616e63656c6c6174696f6e3a373a313a33030c63616e63656c6c6174696f6e010000000000000003010000000000000007050503067175657565640314323032312d30322d31385430393a30303a30305a0505051200010000000000000038031263616e63656c6c6174696f6e3a373a313a32030c63616e63656c6c6174696f6e010000000000000002010000000000000007050503067175657565640314323032312d30322d31385430393a30303a30305a0505051200010000000000000037031263616e63656c6c6174696f6e3a373a313a31030c63616e63656c6c6174696f6e010000000000000001010000000000000007050503067175657565640314323032312d30322d31385430393a30303a30305a050505',NULL,NULL);
INSERT INTO log VALUES(57,'2021-02-18T09:00:00Z','root','balint-calendar add 2021-05-19 --reason ''Recupero del 12 maggio''',3,X'5411010000000000000000000000000000000073657373696f6e00120001000000000000000b010000000000000001030a323032312d30352d3139030532313a3030030532323a3330050503097363686564756c65640316526563757065726f2064656c203132206d616767696f050505032436363764613563312d383632322d343837662d393862352d3361623834396361633865650100000000000000000314323032312d30322d31385430393a30303a30305a0505540c0100000000000000000000006f7574626f78001200010000000000000046030f6164646974696f6e3a31313a303a3103086164646974696f6e01000000000000000101000000000000000b050503067175657565640314323032312d30322d31385430393a30303a30305a0505051200010000000000000047030f6164646974696f6e3a31313a303a3203086164646974696f6e01000000000000000201000000000000000b050503067175657565640314323032312d30322d31385430393a30303a30305a0505051200010000000000000049030f6164646974696f6e3a31313a303a3403086164646974696f6e01000000000000000401000000000000000b050503067175657565640314323032312d30322d31385430393a30303a30305a0505051200010000000000000048030f6164646974696f6e3a31313a303a3303086164646974696f6e01000000000000000301000000000000000b050503067175657565640314323032312d30322d31385430393a30303a30305a050505120001000000000000004b030f6164646974696f6e3a31313a303a3603086164646974696f6e01000000000000000601000000000000000b050503067175657565640314323032312d30322d31385430393a30303a30305a050505120001000000000000004a030f6164646974696f6e3a31313a303a3503086164646974696f6e01000000000000000501000000000000000b050503067175657565640314323032312d30322d31385430393a30303a30305a050505120001000000000000004d030f6164646974696f6e3a31313a303a3803086164646974696f6e01000000000000000801000000000000000b050503067175657565640314323032312d30322d31385430393a30303a30305a050505120001000000000000004c030f6164646974696f6e3a31313a303a3703086164646974696f6e01000000000000000701000000000000000b050503067175657565640314323032312d30322d31385430393a30303a30305a050505120001000000000000004f03106164646974696f6e3a31313a303a313003086164646974696f6e01000000000000000a01000000000000000b050503067175657565640314323032312d30322d31385430393a30303a30305a050505120001000000000000004e030f6164646974696f6e3a31313a303a3903086164646974696f6e01000000000000000901000000000000000b050503067175657565640314323032312d30322d31385430393a30303a30305a050505120001000000000000005203106164646974696f6e3a31313a303a313303086164646974696f6e01000000000000000d01000000000000000b050503067175657565640314323032312d30322d31385430393a30303a30305a050505120001000000000000005303106164646974696f6e3a31313a303a313503086164646974696f6e01000000000000000f01000000000000000b050503067175657565640314323032312d30322d31385430393a30303a30305a050505120001000000000000005003106164646974696f6e3a31313a303a313103086164646974696f6e01000000000000000b01000000000000000b050503067175657565640314323032312d30322d31385430393a30303a30305a050505120001000000000000005103106164646974696f6e3a31313a303a313203086164646974696f6e01000000000000000c01000000000000000b050503067175657565640314323032312d30322d31385430393a30303a30305a050505120001000000000000005403106164646974696f6e3a31313a303a313603086164646974696f6e01000000000000001001000000000000000b050503067175657565640314323032312d30322d31385430393a30303a30305a050505',NULL,NULL);
INSERT INTO log VALUES(58,'2021-02-18T09:00:00Z','root','balint-calendar set 2021-05-26 --venue ''Biblioteca civica''',3,X'5411010000000000000000000000000000000073657373696f6e0017000100000000000000080000000000000000000500000100000000000000000314323032312d30322d31305430383a30303a30305a00000000000000000000000003114269626c696f746563612063697669636100000100000000000000010314323032312d30322d31385430393a30303a30305a0000540c0100000000000000000000006f7574626f780012000100000000000000600310616d656e646d656e743a383a313a31320309616d656e646d656e7401000000000000000c010000000000000008050503067175657565640314323032312d30322d31385430393a30303a30305a05050512000100000000000000610310616d656e646d656e743a383a313a31330309616d656e646d656e7401000000000000000d010000000000000008050503067175657565640314323032312d30322d31385430393a30303a30305a05050512000100000000000000620310616d656e646d656e743a383a313a31350309616d656e646d656e7401000000000000000f010000000000000008050503067175657565640314323032312d30322d31385430393a30303a30305a05050512000100000000000000630310616d656e646d656e743a383a313a31360309616d656e646d656e74010000000000000010010000000000000008050503067175657565640314323032312d30322d31385430393a30303a30305a0505051200010000000000000056030f616d656e646d656e743a383a313a320309616d656e646d656e74010000000000000002010000000000000008050503067175657565640314323032312d30322d31385430393a30303a30305a0505051200010000000000000057030f616d656e646d656e743a383a313a330309616d656e646d656e74010000000000000003010000000000000008050503067175657565640314323032312d30322d31385430393a30303a30305a0505051200010000000000000055030f616d656e646d656e743a383a313a310309616d656e646d656e74010000000000000001010000000000000008050503067175657565640314323032312d30322d31385430393a30303a30305a050505120001000000000000005b030f616d656e646d656e743a383a313a370309616d656e646d656e74010000000000000007010000000000000008050503067175657565640314323032312d30322d31385430393a30303a30305a050505120001000000000000005a030f616d656e646d656e743a383a313a360309616d656e646d656e74010000000000000006010000000000000008050503067175657565640314323032312d30322d31385430393a30303a30305a0505051200010000000000000059030f616d656e646d656e743a383a313a350309616d656e646d656e74010000000000000005010000000000000008050503067175657565640314323032312d30322d31385430393a30303a30305a0505051200010000000000000058030f616d656e646d656e743a383a313a340309616d656e646d656e74010000000000000004010000000000000008050503067175657565640314323032312d30322d31385430393a30303a30305a050505120001000000000000005f0310616d656e646d656e743a383a313a31310309616d656e646d656e7401000000000000000b010000000000000008050503067175657565640314323032312d30322d31385430393a30303a30305a050505120001000000000000005e0310616d656e646d656e743a383a313a31300309616d656e646d656e7401000000000000000a010000000000000008050503067175657565640314323032312d30322d31385430393a30303a30305a050505120001000000000000005d030f616d656e646d656e743a383a313a390309616d656e646d656e74010000000000000009010000000000000008050503067175657565640314323032312d30322d31385430393a30303a30305a050505120001000000000000005c030f616d656e646d656e743a383a313a380309616d656e646d656e74010000000000000008010000000000000008050503067175657565640314323032312d30322d31385430393a30303a30305a050505',NULL,NULL);
INSERT INTO log VALUES(59,'2021-02-18T09:00:00Z','root','balint-fees pay rossi 100 --on 2021-02-17',3,X'540a01000000000000000000656e74727900120001000000000000000103077061796d656e7401000000000000000305010000000000002710030a323032312d30322d31370505050314323032312d30322d31385430393a30303a30305a5406010000000000616c6c6f636174696f6e0012000100000000000000010100000000000000010100000000000000330501000000000000215c030a323032312d30322d31371200010000000000000002010000000000000001010000000000000034050100000000000005b4030a323032312d30322d3137',NULL,NULL);
INSERT INTO log VALUES(60,'2021-03-06T08:00:00Z','root','balint-fees reconcile febbraio.csv --apply',3,X'54040100000073746174656d656e74001200010000000000000001030c666562627261696f2e637376030767656e657269630314323032312d30332d30365430383a30303a30305a540a01000000000000000000656e74727900120001000000000000000203077061796d656e74010000000000000004050100000000000017d4030a323032312d30332d303105010000000000000001050314323032312d30332d30365430383a30303a30305a120001000000000000000303077061796d656e7401000000000000000a0501000000000000215c030a323032312d30332d303105010000000000000002050314323032312d30332d30365430383a30303a30305a120001000000000000000403077061796d656e740100000000000000050501000000000000215c030a323032312d30332d303205010000000000000003050314323032312d30332d30365430383a30303a30305a120001000000000000000503077061796d656e74010000000000000008050100000000000017d4030a323032312d30332d303205010000000000000003050314323032312d30332d30365430383a30303a30305a5406010000000000616c6c6f636174696f6e001200010000000000000003010000000000000002010000000000000001050100000000000017d4030a323032312d30332d303112000100000000000000040100000000000000030100000000000000060501000000000000215c030a323032312d30332d3031120001000000000000000501000000000000000401000000000000000b0501000000000000215c030a323032312d30332d30321200010000000000000006010000000000000005010000000000000010050100000000000017d4030a323032312d30332d3032',NULL,'{"credit": [1, 6]}');
INSERT INTO log VALUES(61,'2021-03-06T08:00:00Z','root','balint-fees match 4 fontana:2021-02',3,X'540a01000000000000000000656e74727900120001000000000000000603077061796d656e7401000000000000000d0501000000000000215c030a323032312d30332d303305010000000000000004050314323032312d30332d30365430383a30303a30305a5406010000000000616c6c6f636174696f6e00120001000000000000000701000000000000000601000000000000001a0501000000000000215c030a323032312d30332d3033540301020070617965720012000316474232394e57424b363031363133333139323638313901000000000000000d030a323032312d30332d3036',NULL,NULL);
INSERT INTO log VALUES(62,'2021-03-06T08:00:00Z','root','balint-fees dismiss 5 --reason dono',3,X'54030100006469736d697373616c0012000100000000000000050304646f6e6f0314323032312d30332d30365430383a30303a30305a',NULL,NULL);
INSERT INTO log VALUES(63,'2021-03-12T08:00:00Z','root','balint-fees reconcile marzo.csv --apply',3,X'54040100000073746174656d656e7400120001000000000000000203096d61727a6f2e637376030767656e657269630314323032312d30332d31325430383a30303a30305a540a01000000000000000000656e74727900120001000000000000000803077061796d656e740100000000000000070501000000000000215c030a323032312d30332d313005010000000000000008050314323032312d30332d31325430383a30303a30305a12000100000000000000070308726576657273616c01000000000000000a0501ffffffffffffdea4030a323032312d30332d3038030673746f726e6f050100000000000000030314323032312d30332d31325430383a30303a30305a5406010000000000616c6c6f636174696f6e0012000100000000000000090100000000000000080100000000000000290501000000000000215c030a323032312d30332d313012000100000000000000080100000000000000030100000000000000060501ffffffffffffdea4030a323032312d30332d30385402010073746f726e6f001200010000000000000007010000000000000002',NULL,'{"credit": [7, 8]}');
INSERT INTO log VALUES(64,'2021-03-12T08:00:00Z','root','balint-fees pay greco 330 --on 2021-03-01',3,X'540a01000000000000000000656e74727900120001000000000000000903077061796d656e7401000000000000000c050100000000000080e8030a323032312d30332d30310505050314323032312d30332d31325430383a30303a30305a5406010000000000616c6c6f636174696f6e00120001000000000000000b010000000000000009010000000000000020050100000000000017d4030a323032312d30332d3031120001000000000000000a01000000000000000901000000000000001f050100000000000017d4030a323032312d30332d3031120001000000000000000d010000000000000009010000000000000022050100000000000017d4030a323032312d30332d3031120001000000000000000c010000000000000009010000000000000021050100000000000017d4030a323032312d30332d3031120001000000000000000e010000000000000009010000000000000023050100000000000017d4030a323032312d30332d3031',NULL,NULL);
INSERT INTO log VALUES(65,'2021-03-12T08:00:00Z','root','balint-fees refund greco 20 --on 2021-03-09 --text ''restituiti in contanti''',3,X'540a01000000000000000000656e74727900120001000000000000000a0306726566756e6401000000000000000c050100000000000007d0030a323032312d30332d303903167265737469747569746920696e20636f6e74616e746905050314323032312d30332d31325430383a30303a30305a5406010000000000616c6c6f636174696f6e00120001000000000000000f0100000000000000090501000000000000000a0100000000000007d0030a323032312d30332d3039',NULL,NULL);
INSERT INTO log VALUES(66,'2021-03-12T08:00:00Z','root','balint-fees adjust esposito --less 20 --reason ''Borsa di studio''',3,X'540a01000000000000000000656e74727900120001000000000000000b030a61646a7573746d656e7401000000000000000601000000000000001501fffffffffffff830030a323032312d30332d3132030f426f7273612064692073747564696f05050314323032312d30332d31325430383a30303a30305a',NULL,NULL);
INSERT INTO log VALUES(67,'2021-03-12T08:00:00Z','root','balint-fees adjust deluca --more 5 --reason Libro --month 2021-04',3,X'540a01000000000000000000656e74727900120001000000000000000c030a61646a7573746d656e740100000000000000080100000000000000120100000000000001f4030a323032312d30332d313203054c6962726f05050314323032312d30332d31325430383a30303a30305a',NULL,NULL);
INSERT INTO log VALUES(68,'2021-03-12T08:00:00Z','root','balint-fees pay ricci 10 --on 2021-03-03',3,X'540a01000000000000000000656e74727900120001000000000000000d03077061796d656e7401000000000000000b050100000000000003e8030a323032312d30332d30330505050314323032312d30332d31325430383a30303a30305a5406010000000000616c6c6f636174696f6e00120001000000000000001001000000000000000d01000000000000002e050100000000000003e8030a323032312d30332d3033',NULL,NULL);
INSERT INTO log VALUES(69,'2021-03-12T08:00:00Z','root','balint-fees reverse 13 --reason ''Era di un altro''',3,X'540a01000000000000000000656e74727900120001000000000000000e0308726576657273616c01000000000000000b0501fffffffffffffc18030a323032312d30332d3132030f45726120646920756e20616c74726f0501000000000000000d0314323032312d30332d31325430383a30303a30305a5406010000000000616c6c6f636174696f6e00120001000000000000001101000000000000000d01000000000000002e0501fffffffffffffc18030a323032312d30332d3132',NULL,NULL);
INSERT INTO log VALUES(70,'2021-03-20T08:00:00Z','root','balint-attend mark 2021-03-03 rossi=absent --rest present',3,X'5407010000000000006d61726b00120001000000000000000f010000000000000002010000000000000004030770726573656e740304726f6f6d0314323032312d30332d32305430383a30303a30305a0304726f6f74120001000000000000000e0100000000000000020100000000000000030306616273656e74050314323032312d30332d32305430383a30303a30305a0304726f6f74120001000000000000001a010000000000000002010000000000000010030770726573656e740304726f6f6d0314323032312d30332d32305430383a30303a30305a0304726f6f74120001000000000000001901000000000000000201000000000000000f030770726573656e740304726f6f6d0314323032312d30332d32305430383a30303a30305a0304726f6f74120001000000000000001801000000000000000201000000000000000d030770726573656e740304726f6f6d0314323032312d30332d32305430383a30303a30305a0304726f6f741200010000000000000012010000000000000002010000000000000007030770726573656e740304726f6f6d0314323032312d30332d32305430383a30303a30305a0304726f6f741200010000000000000013010000000000000002010000000000000008030770726573656e740304726f6f6d0314323032312d30332d32305430383a30303a30305a0304726f6f741200010000000000000010010000000000000002010000000000000005030770726573656e740304726f6f6d0314323032312d30332d32305430383a30303a30305a0304726f6f741200010000000000000011010000000000000002010000000000000006030770726573656e740304726f6f6d0314323032312d30332d32305430383a30303a30305a0304726f6f74120001000000000000001601000000000000000201000000000000000b030770726573656e740304726f6f6d0314323032312d30332d32305430383a30303a30305a0304726f6f74120001000000000000001701000000000000000201000000000000000c030770726573656e740304726f6f6d0314323032312d30332d32305430383a30303a30305a0304726f6f741200010000000000000014010000000000000002010000000000000009030770726573656e740304726f6f6d0314323032312d30332d32305430383a30303a30305a0304726f6f74120001000000000000001501000000000000000201000000000000000a030770726573656e740304726f6f6d0314323032312d30332d32305430383a30303a30305a0304726f6f74',NULL,NULL);
INSERT INTO log VALUES(71,'2021-03-20T08:00:00Z','root','balint-attend mark 2021-03-18 deluca=excused --rest present',3,X'5407010000000000006d61726b00120001000000000000002401000000000000000301000000000000000c030770726573656e740304726f6f6d0314323032312d30332d32305430383a30303a30305a0304726f6f74120001000000000000002501000000000000000301000000000000000d030770726573656e740304726f6f6d0314323032312d30332d32305430383a30303a30305a0304726f6f74120001000000000000002601000000000000000301000000000000000f030770726573656e740304726f6f6d0314323032312d30332d32305430383a30303a30305a0304726f6f741200010000000000000027010000000000000003010000000000000010030770726573656e740304726f6f6d0314323032312d30332d32305430383a30303a30305a0304726f6f741200010000000000000020010000000000000003010000000000000007030770726573656e740304726f6f6d0314323032312d30332d32305430383a30303a30305a0304726f6f741200010000000000000021010000000000000003010000000000000009030770726573656e740304726f6f6d0314323032312d30332d32305430383a30303a30305a0304726f6f74120001000000000000002201000000000000000301000000000000000a030770726573656e740304726f6f6d0314323032312d30332d32305430383a30303a30305a0304726f6f74120001000000000000002301000000000000000301000000000000000b030770726573656e740304726f6f6d0314323032312d30332d32305430383a30303a30305a0304726f6f74120001000000000000001b010000000000000003010000000000000008030765786375736564050314323032312d30332d32305430383a30303a30305a0304726f6f74120001000000000000001f010000000000000003010000000000000006030770726573656e740304726f6f6d0314323032312d30332d32305430383a30303a30305a0304726f6f74120001000000000000001e010000000000000003010000000000000005030770726573656e740304726f6f6d0314323032312d30332d32305430383a30303a30305a0304726f6f74120001000000000000001d010000000000000003010000000000000004030770726573656e740304726f6f6d0314323032312d30332d32305430383a30303a30305a0304726f6f74120001000000000000001c010000000000000003010000000000000003030770726573656e740304726f6f6d0314323032312d30332d32305430383a30303a30305a0304726f6f74',NULL,NULL);
INSERT INTO log VALUES(72,'2021-03-20T08:00:00Z','root','balint-attend mark 2021-03-03 rossi=excused',3,X'5407010000000000006d61726b001200010000000000000028010000000000000002010000000000000003030765786375736564050314323032312d30332d32305430383a30303a30305a0304726f6f74',NULL,NULL);
INSERT INTO log VALUES(73,'2021-03-20T08:00:00Z','root','balint-group withdraw ricci --on 2021-03-20 --reason trasferita',3,X'5409010000000000000000656e726f6c6d656e7400170001000000000000000b00000003066163746976650000050500000000030977697468647261776e0000030a323032312d30332d3230030a74726173666572697461540a01000000000000000000656e74727900120001000000000000000f030a61646a7573746d656e7401000000000000000b01000000000000002f01fffffffffffff416030a323032312d30332d323003246c656674206f6e20323032312d30332d32303a2033206f662031302073657373696f6e7305050314323032312d30332d32305430383a30303a30305a1200010000000000000012030a61646a7573746d656e7401000000000000000b01000000000000003201ffffffffffffe82c030a323032312d30332d323003246c656674206f6e20323032312d30332d32303a2033206f662031302073657373696f6e7305050314323032312d30332d32305430383a30303a30305a1200010000000000000010030a61646a7573746d656e7401000000000000000b01000000000000003001ffffffffffffe82c030a323032312d30332d323003246c656674206f6e20323032312d30332d32303a2033206f662031302073657373696f6e7305050314323032312d30332d32305430383a30303a30305a1200010000000000000011030a61646a7573746d656e7401000000000000000b01000000000000003101ffffffffffffe82c030a323032312d30332d323003246c656674206f6e20323032312d30332d32303a2033206f662031302073657373696f6e7305050314323032312d30332d32305430383a30303a30305a540c0100000000000000000000006f7574626f7800170001000000000000001600000000000003067175657565640000050000000000000000030764726f7070656400000314323032312d30332d32305430383a30303a30305a00',NULL,NULL);
INSERT INTO log VALUES(74,'2021-03-20T08:00:00Z','root','balint-calendar issue',3,X'5404010000006973737565001200010000000000000002010000000000000001030a323032312d30332d32300314323032312d30332d32305430383a30303a30305a540801020000000000006973737565645f73657373696f6e001200010000000000000002010000000000000008030a323032312d30352d3236030532313a3030030532323a333003097363686564756c656403114269626c696f7465636120636976696361031e68747470733a2f2f7a6f6f6d2e6578616d706c652e6f72672f6a2f3030301200010000000000000002010000000000000009030a323032312d30362d3039030532313a3030030532323a333003097363686564756c65640312546f72696e6f2c206f20766961205a6f6f6d031e68747470733a2f2f7a6f6f6d2e6578616d706c652e6f72672f6a2f303030120001000000000000000201000000000000000a030a323032312d30362d3233030532313a3030030532323a333003097363686564756c65640312546f72696e6f2c206f20766961205a6f6f6d031e68747470733a2f2f7a6f6f6d2e6578616d706c652e6f72672f6a2f303030120001000000000000000201000000000000000b030a323032312d30352d3139030532313a3030030532323a333003097363686564756c65640312546f72696e6f2c206f20766961205a6f6f6d031e68747470733a2f2f7a6f6f6d2e6578616d706c652e6f72672f6a2f3030301200010000000000000002010000000000000001030a323032312d30322d3137030532313a3030030532323a333003097363686564756c65640312546f72696e6f2c206f20766961205a6f6f6d031e68747470733a2f2f7a6f6f6d2e6578616d706c652e6f72672f6a2f3030301200010000000000000002010000000000000003030a323032312d30332d3138030532313a3030030532323a333003097363686564756c65640312546f72696e6f2c206f20766961205a6f6f6d031e68747470733a2f2f7a6f6f6d2e6578616d706c652e6f72672f6a2f3030301200010000000000000002010000000000000002030a323032312d30332d3033030532313a3030030532323a333003097363686564756c65640312546f72696e6f2c206f20766961205a6f6f6d031e68747470733a2f2f7a6f6f6d2e6578616d706c652e6f72672f6a2f3030301200010000000000000002010000000000000005030a323032312d30342d3134030532313a3030030532323a333003097363686564756c65640312546f72696e6f2c206f20766961205a6f6f6d031e68747470733a2f2f7a6f6f6d2e6578616d706c652e6f72672f6a2f3030301200010000000000000002010000000000000004030a323032312d30332d3331030532313a3030030532323a333003097363686564756c65640312546f72696e6f2c206f20766961205a6f6f6d031e68747470733a2f2f7a6f6f6d2e6578616d706c652e6f72672f6a2f3030301200010000000000000002010000000000000007030a323032312d30352d3132030532313a3030030532323a3330030963616e63656c6c65640312546f72696e6f2c206f20766961205a6f6f6d031e68747470733a2f2f7a6f6f6d2e6578616d706c652e6f72672f6a2f3030301200010000000000000002010000000000000006030a323032312d30342d3238030532313a3030030532323a333003097363686564756c65640312546f72696e6f2c206f20766961205a6f6f6d031e68747470733a2f2f7a6f6f6d2e6578616d706c652e6f72672f6a2f303030',NULL,NULL);
INSERT INTO log VALUES(75,'2021-03-20T08:00:00Z','root','balint-calendar cancel 2021-06-09 --reason ''Sala occupata''',3,X'5411010000000000000000000000000000000073657373696f6e00170001000000000000000900000000000003097363686564756c656405000000000100000000000000000314323032312d30322d31305430383a30303a30305a000000000000000000030963616e63656c6c6564030d53616c61206f63637570617461000000000100000000000000010314323032312d30332d32305430383a30303a30305a0000540c0100000000000000000000006f7574626f78001200010000000000000064031263616e63656c6c6174696f6e3a393a313a31030c63616e63656c6c6174696f6e010000000000000001010000000000000009050503067175657565640314323032312d30332d32305430383a30303a30305a0505051200010000000000000065031263616e63656c6c6174696f6e3a393a313a32030c63616e63656c6c6174696f6e010000000000000002010000000000000009050503067175657565640314323032312d30332d32305430383a30303a30305a0505051200010000000000000066031263616e63656c6c6174696f6e3a393a313a33030c63616e63656c6c6174696f6e010000000000000003010000000000000009050503067175657565640314323032312d30332d32305430383a30303a30305a0505051200010000000000000067031263616e63656c6c6174696f6e3a393a313a34030c63616e63656c6c6174696f6e010000000000000004010000000000000009050503067175657565640314323032312d30332d32305430383a30303a30305a050505120001000000000000006d031363616e63656c6c6174696f6e3a393a313a3130030c63616e63656c6c6174696f6e01000000000000000a010000000000000009050503067175657565640314323032312d30332d32305430383a30303a30305a050505120001000000000000006c031263616e63656c6c6174696f6e3a393a313a39030c63616e63656c6c6174696f6e010000000000000009010000000000000009050503067175657565640314323032312d30332d32305430383a30303a30305a050505120001000000000000006f031363616e63656c6c6174696f6e3a393a313a3133030c63616e63656c6c6174696f6e01000000000000000d010000000000000009050503067175657565640314323032312d30332d32305430383a30303a30305a050505120001000000000000006e031363616e63656c6c6174696f6e3a393a313a3132030c63616e63656c6c6174696f6e01000000000000000c010000000000000009050503067175657565640314323032312d30332d32305430383a30303a30305a0505051200010000000000000069031263616e63656c6c6174696f6e3a393a313a36030c63616e63656c6c6174696f6e010000000000000006010000000000000009050503067175657565640314323032312d30332d32305430383a30303a30305a0505051200010000000000000068031263616e63656c6c6174696f6e3a393a313a35030c63616e63656c6c6174696f6e010000000000000005010000000000000009050503067175657565640314323032312d30332d32305430383a30303a30305a050505120001000000000000006b031263616e63656c6c6174696f6e3a393a313a38030c63616e63656c6c6174696f6e010000000000000008010000000000000009050503067175657565640314323032312d30332d32305430383a30303a30305a050505120001000000000000006a031263616e63656c6c6174696f6e3a393a313a37030c63616e63656c6c6174696f6e010000000000000007010000000000000009050503067175657565640314323032312d30332d32305430383a30303a30305a0505051200010000000000000070031363616e63656c6c6174696f6e3a393a313a3135030c63616e63656c6c6174696f6e01000000000000000f010000000000000009050503067175657565640314323032312d30332d32305430383a30303a30305a0505051200010000000000000071031363616e63656c6c6174696f6e3a393a313a3136030c63616e63656c6c6174696f6e010000000000000010010000000000000009050503067175657565640314323032312d30332d32305430383a30303a30305a050505',NULL,NULL);
INSERT INTO log VALUES(76,'2021-04-01T10:00:00Z','root','balint-attend mark 2021-03-31 --rest present rossi=21:11 bianchi=online,21:00-21:40,21:55-22:30 conti=absent',4,X'5407010000000000006d61726b00120001000000000000002d010000000000000004010000000000000006030770726573656e740304726f6f6d0314323032312d30342d30315431303a30303a30305a0304726f6f74120001000000000000002c010000000000000004010000000000000005030770726573656e740304726f6f6d0314323032312d30342d30315431303a30303a30305a0304726f6f74120001000000000000002f010000000000000004010000000000000008030770726573656e740304726f6f6d0314323032312d30342d30315431303a30303a30305a0304726f6f74120001000000000000002e010000000000000004010000000000000007030770726573656e740304726f6f6d0314323032312d30342d30315431303a30303a30305a0304726f6f741200010000000000000029010000000000000004010000000000000003030770726573656e740304726f6f6d0314323032312d30342d30315431303a30303a30305a0304726f6f74120001000000000000002b01000000000000000401000000000000000a0306616273656e74050314323032312d30342d30315431303a30303a30305a0304726f6f74120001000000000000002a010000000000000004010000000000000004030770726573656e7403066f6e6c696e650314323032312d30342d30315431303a30303a30305a0304726f6f741200010000000000000034010000000000000004010000000000000010030770726573656e740304726f6f6d0314323032312d30342d30315431303a30303a30305a0304726f6f74120001000000000000003201000000000000000401000000000000000d030770726573656e740304726f6f6d0314323032312d30342d30315431303a30303a30305a0304726f6f74120001000000000000003301000000000000000401000000000000000f030770726573656e740304726f6f6d0314323032312d30342d30315431303a30303a30305a0304726f6f741200010000000000000030010000000000000004010000000000000009030770726573656e740304726f6f6d0314323032312d30342d30315431303a30303a30305a0304726f6f74120001000000000000003101000000000000000401000000000000000c030770726573656e740304726f6f6d0314323032312d30342d30315431303a30303a30305a0304726f6f7454030102007370656c6c00120001000000000000002a030532313a3030030532313a3430120001000000000000002a030532313a3535030532323a33301200010000000000000029030532313a3131030532323a3330',NULL,NULL);
INSERT INTO log VALUES(77,'2021-04-01T10:00:00Z','root','balint-attend mark 2021-03-31 conti=excused rossi=21:07',4,X'5407010000000000006d61726b001200010000000000000036010000000000000004010000000000000003030770726573656e740304726f6f6d0314323032312d30342d30315431303a30303a30305a0304726f6f74120001000000000000003501000000000000000401000000000000000a030765786375736564050314323032312d30342d30315431303a30303a30305a0304726f6f7454030102007370656c6c001200010000000000000036030532313a3037030532323a3330',NULL,NULL);
INSERT INTO log VALUES(78,'2021-04-01T10:00:00Z','root','balint-group person set rossi --language en',4,X'54110100000000000000000000000000000000706572736f6e00170001000000000000000300000000000000000000000005000000000000000000000000000000000302656e000000',NULL,NULL);
INSERT INTO log VALUES(79,'2021-04-01T10:00:00Z','root','balint-group person set greco --reminders no',4,X'54110100000000000000000000000000000000706572736f6e00170001000000000000000c00000000000000000000000000010000000000000001000000000000000000000000000000000100000000000000000000',NULL,NULL);
INSERT INTO log VALUES(80,'2021-04-01T10:00:00Z','root','balint-group set dunning=10,30 ''from=Segreteria <segreteria@example.org>''',4,X'5402010073657474696e67001200030764756e6e696e67030531302c3330',NULL,NULL);
INSERT INTO log VALUES(81,'2021-04-12T06:00:00Z','root','balint-calendar remind --via maildir:/srv/post',4,X'540f0100000000000000000000000000006f7574626f780017000100000000000000740000000000000003067175657565640005000000050000000000000000030765787069726564000314323032312d30342d31325430363a30303a30305a0000000308746f6f206c6174651200010000000000000080030e72656d696e6465723a353a303a32030872656d696e64657201000000000000000201000000000000000505050503067175657565640314323032312d30342d31325430363a30303a30305a0505050505120001000000000000007f030f72656d696e6465723a353a303a3133030872656d696e64657201000000000000000d01000000000000000505050503067175657565640314323032312d30342d31325430363a30303a30305a05050505051200010000000000000081030e72656d696e6465723a353a303a39030872656d696e64657201000000000000000901000000000000000505050503067175657565640314323032312d30342d31325430363a30303a30305a0505050505120001000000000000007e030e72656d696e6465723a353a303a31030872656d696e64657201000000000000000101000000000000000505050503067175657565640314323032312d30342d31325430363a30303a30305a05050505051200010000000000000082030e72656d696e6465723a353a303a37030872656d696e64657201000000000000000701000000000000000505050503067175657565640314323032312d30342d31325430363a30303a30305a0505050505120001000000000000007d030e72656d696e6465723a353a303a36030872656d696e64657201000000000000000601000000000000000505050503067175657565640314323032312d30342d31325430363a30303a30305a05050505051200010000000000000083030f72656d696e6465723a353a303a3135030872656d696e64657201000000000000000f01000000000000000505050503067175657565640314323032312d30342d31325430363a30303a30305a0505050505120001000000000000007c030e72656d696e6465723a353a303a38030872656d696e64657201000000000000000801000000000000000505050503067175657565640314323032312d30342d31325430363a30303a30305a0505050505120001000000000000007b030e72656d696e6465723a353a303a35030872656d696e64657201000000000000000501000000000000000505050503067175657565640314323032312d30342d31325430363a30303a30305a05050505051200010000000000000084030e72656d696e6465723a353a303a33030872656d696e64657201000000000000000301000000000000000505050503067175657565640314323032312d30342d31325430363a30303a30305a0505050505120001000000000000007a030f72656d696e6465723a353a303a3130030872656d696e64657201000000000000000a01000000000000000505050503067175657565640314323032312d30342d31325430363a30303a30305a05050505051200010000000000000085030f72656d696e6465723a353a303a3136030872656d696e64657201000000000000001001000000000000000505050503067175657565640314323032312d30342d31325430363a30303a30305a05050505030a6e6f20616464726573731200010000000000000079030e72656d696e6465723a353a303a34030872656d696e64657201000000000000000401000000000000000505050503067175657565640314323032312d30342d31325430363a30303a30305a0505050505',NULL,NULL);
INSERT INTO log VALUES(82,'2021-04-12T06:00:00Z','root','balint-calendar notify --via maildir:/srv/post',4,X'540f0100000000000000000000000000006f7574626f780017000100000000000000410000000000000003067175657565640005000000050000000000000000030764726f70706564000314323032312d30342d31325430363a30303a30305a00000003106e6f206c6f6e676572206f6620757365170001000000000000004500000000000000000000000000050000000000000000000000000000030a6e6f2061646472657373170001000000000000006300000000000000000000000000050000000000000000000000000000030a6e6f2061646472657373170001000000000000001a00000000000000000000000000050000000000000000000000000000030a6e6f206164647265737317000100000000000000500000000000000003067175657565640005000000050000000000000000030764726f70706564000314323032312d30342d31325430363a30303a30305a00000003106e6f206c6f6e676572206f6620757365170001000000000000005400000000000000000000000000050000000000000000000000000000030a6e6f2061646472657373170001000000000000007100000000000000000000000000050000000000000000000000000000030a6e6f206164647265737317000100000000000000360000000000000003067175657565640005000000050000000000000000030765787069726564000314323032312d30342d31325430363a30303a30305a0000000308746f6f206c61746517000100000000000000340000000000000003067175657565640005000000050000000000000000030765787069726564000314323032312d30342d31325430363a30303a30305a0000000308746f6f206c61746517000100000000000000350000000000000003067175657565640005000000050000000000000000030765787069726564000314323032312d30342d31325430363a30303a30305a0000000308746f6f206c617465170001000000000000005f0000000000000003067175657565640005000000050000000000000000030764726f70706564000314323032312d30342d31325430363a30303a30305a00000003106e6f206c6f6e676572206f6620757365',NULL,NULL);
INSERT INTO log VALUES(83,'2021-04-12T06:00:00Z','root','balint-fees request --via maildir:/srv/post',4,X'540f0100000000000000000000000000006f7574626f7800120001000000000000009b030c726571756573743a31383a3803077265717565737401000000000000000805050100000000000000120503067175657565640314323032312d30342d31325430363a30303a30305a0505050505120001000000000000009a030c726571756573743a31333a35030772657175657374010000000000000005050501000000000000000d0503067175657565640314323032312d30342d31325430363a30303a30305a05050505051200010000000000000099030c726571756573743a383a313003077265717565737401000000000000000a05050100000000000000080503067175657565640314323032312d30342d31325430363a30303a30305a05050505051200010000000000000098030b726571756573743a333a3403077265717565737401000000000000000405050100000000000000030503067175657565640314323032312d30342d31325430363a30303a30305a0505050505120001000000000000009f030c726571756573743a34333a37030772657175657374010000000000000007050501000000000000002b0503067175657565640314323032312d30342d31325430363a30303a30305a0505050505120001000000000000009e030c726571756573743a33383a3903077265717565737401000000000000000905050100000000000000260503067175657565640314323032312d30342d31325430363a30303a30305a0505050505120001000000000000009d030d726571756573743a32383a313303077265717565737401000000000000000d050501000000000000001c0503067175657565640314323032312d30342d31325430363a30303a30305a0505050505120001000000000000009c030c726571756573743a32333a3603077265717565737401000000000000000605050100000000000000170503067175657565640314323032312d30342d31325430363a30303a30305a05050505051200010000000000000092030c726571756573743a33373a3903077265717565737401000000000000000905050100000000000000250503067175657565640314323032312d30342d31325430363a30303a30305a05050505051200010000000000000093030c726571756573743a34323a37030772657175657374010000000000000007050501000000000000002a0503067175657565640314323032312d30342d31325430363a30303a30305a05050505051200010000000000000090030c726571756573743a32323a3603077265717565737401000000000000000605050100000000000000160503067175657565640314323032312d30342d31325430363a30303a30305a05050505051200010000000000000091030d726571756573743a32373a313303077265717565737401000000000000000d050501000000000000001b0503067175657565640314323032312d30342d31325430363a30303a30305a05050505051200010000000000000096030d726571756573743a36323a3136030772657175657374010000000000000010050501000000000000003e0503067175657565640314323032312d30342d31325430363a30303a30305a05050505030a6e6f20616464726573731200010000000000000097030d726571756573743a35383a313403077265717565737401000000000000000e050501000000000000003a0503067175657565640314323032312d30342d31325430363a30303a30305a05050505051200010000000000000094030d726571756573743a34373a313103077265717565737401000000000000000b050501000000000000002f0503067175657565640314323032312d30342d31325430363a30303a30305a05050505051200010000000000000095030c726571756573743a35323a3303077265717565737401000000000000000305050100000000000000340503067175657565640314323032312d30342d31325430363a30303a30305a05050505051200010000000000000089030d726571756573743a34363a313103077265717565737401000000000000000b050501000000000000002e0503067175657565640314323032312d30342d31325430363a30303a30305a05050505051200010000000000000088030c726571756573743a33363a3903077265717565737401000000000000000905050100000000000000240503067175657565640314323032312d30342d31325430363a30303a30305a0505050505120001000000000000008b030d726571756573743a35373a313403077265717565737401000000000000000e05050100000000000000390503067175657565640314323032312d30342d31325430363a30303a30305a0505050505120001000000000000008a030d726571756573743a36313a3136030772657175657374010000000000000010050501000000000000003d0503067175657565640314323032312d30342d31325430363a30303a30305a05050505030a6e6f2061646472657373120001000000000000008d030c726571756573743a373a313003077265717565737401000000000000000a05050100000000000000070503067175657565640314323032312d30342d31325430363a30303a30305a0505050505120001000000000000008c030b726571756573743a323a3403077265717565737401000000000000000405050100000000000000020503067175657565640314323032312d30342d31325430363a30303a30305a0505050505120001000000000000008f030c726571756573743a31373a3803077265717565737401000000000000000805050100000000000000110503067175657565640314323032312d30342d31325430363a30303a30305a0505050505120001000000000000008e030c726571756573743a31323a35030772657175657374010000000000000005050501000000000000000c0503067175657565640314323032312d30342d31325430363a30303a30305a050505050512000100000000000000a0030c726571756573743a35333a3303077265717565737401000000000000000305050100000000000000350503067175657565640314323032312d30342d31325430363a30303a30305a050505050512000100000000000000a1030d726571756573743a36333a3136030772657175657374010000000000000010050501000000000000003f0503067175657565640314323032312d30342d31325430363a30303a30305a05050505030a6e6f20616464726573731200010000000000000086030c726571756573743a363a313003077265717565737401000000000000000a05050100000000000000060503067175657565640314323032312d30342d31325430363a30303a30305a05050505051200010000000000000087030c726571756573743a32313a3603077265717565737401000000000000000605050100000000000000150503067175657565640314323032312d30342d31325430363a30303a30305a0505050505',NULL,NULL);
INSERT INTO log VALUES(84,'2021-04-12T06:00:00Z','root','balint-fees request --overdue --via maildir:/srv/post',4,X'540f0100000000000000000000000000006f7574626f780017000100000000000000960000000000000003067175657565640005000000030a6e6f20616464726573730000000000000000030764726f70706564000314323032312d30342d31325430363a30303a30305a000000030e6f766572647565206279206e6f77170001000000000000008a0000000000000003067175657565640005000000030a6e6f20616464726573730000000000000000030764726f70706564000314323032312d30342d31325430363a30303a30305a000000030e6f766572647565206279206e6f7712000100000000000000a2030f6f7665726475653a36313a313a313603076f766572647565010000000000000010050501000000000000003d01000000000000000103067175657565640314323032312d30342d31325430363a30303a30305a05050505030a6e6f206164647265737312000100000000000000a3030f6f7665726475653a36323a313a313603076f766572647565010000000000000010050501000000000000003e01000000000000000103067175657565640314323032312d30342d31325430363a30303a30305a05050505030a6e6f2061646472657373',NULL,NULL);
INSERT INTO log VALUES(85,'2021-04-12T06:00:00Z','root','balint-attend mark 2021-04-28 maggio=excused',4,X'5407010000000000006d61726b001200010000000000000037010000000000000006010000000000000009030765786375736564050314323032312d30342d31325430363a30303a30305a0304726f6f74',NULL,NULL);
CREATE TABLE issue (
  id        INTEGER PRIMARY KEY,
  edition   INTEGER NOT NULL REFERENCES edition (id),
  issued_on TEXT NOT NULL CHECK (issued_on IS date(issued_on, '+0 days')),
  issued_at TEXT NOT NULL
) STRICT;
INSERT INTO issue VALUES(1,1,'2021-02-10','2021-02-10T08:00:00Z');
INSERT INTO issue VALUES(2,1,'2021-03-20','2021-03-20T08:00:00Z');
CREATE TABLE issued_session (
  issue   INTEGER NOT NULL REFERENCES issue (id),
  session INTEGER NOT NULL REFERENCES session (id),
  date    TEXT NOT NULL CHECK (date IS date(date, '+0 days')),
  start   TEXT NOT NULL CHECK (start GLOB '[0-2][0-9]:[0-5][0-9]' AND start <= '24:00'),
  finish  TEXT NOT NULL CHECK (finish GLOB '[0-2][0-9]:[0-5][0-9]' AND finish <= '24:00'),
  status  TEXT NOT NULL CHECK (status IN ('scheduled', 'cancelled')),
  venue   TEXT CHECK (venue <> ''),
  online  TEXT CHECK (online <> ''),
  PRIMARY KEY (issue, session)
) STRICT, WITHOUT ROWID;
INSERT INTO issued_session VALUES(1,1,'2021-02-17','21:00','22:30','scheduled','Torino, o via Zoom','https://zoom.example.org/j/000');
INSERT INTO issued_session VALUES(1,2,'2021-03-03','21:00','22:30','scheduled','Torino, o via Zoom','https://zoom.example.org/j/000');
INSERT INTO issued_session VALUES(1,3,'2021-03-17','21:00','22:30','scheduled','Torino, o via Zoom','https://zoom.example.org/j/000');
INSERT INTO issued_session VALUES(1,4,'2021-03-31','21:00','22:30','scheduled','Torino, o via Zoom','https://zoom.example.org/j/000');
INSERT INTO issued_session VALUES(1,5,'2021-04-14','21:00','22:30','scheduled','Torino, o via Zoom','https://zoom.example.org/j/000');
INSERT INTO issued_session VALUES(1,6,'2021-04-28','21:00','22:30','scheduled','Torino, o via Zoom','https://zoom.example.org/j/000');
INSERT INTO issued_session VALUES(1,7,'2021-05-12','21:00','22:30','scheduled','Torino, o via Zoom','https://zoom.example.org/j/000');
INSERT INTO issued_session VALUES(1,8,'2021-05-26','21:00','22:30','scheduled','Torino, o via Zoom','https://zoom.example.org/j/000');
INSERT INTO issued_session VALUES(1,9,'2021-06-09','21:00','22:30','scheduled','Torino, o via Zoom','https://zoom.example.org/j/000');
INSERT INTO issued_session VALUES(1,10,'2021-06-23','21:00','22:30','scheduled','Torino, o via Zoom','https://zoom.example.org/j/000');
INSERT INTO issued_session VALUES(2,1,'2021-02-17','21:00','22:30','scheduled','Torino, o via Zoom','https://zoom.example.org/j/000');
INSERT INTO issued_session VALUES(2,2,'2021-03-03','21:00','22:30','scheduled','Torino, o via Zoom','https://zoom.example.org/j/000');
INSERT INTO issued_session VALUES(2,3,'2021-03-18','21:00','22:30','scheduled','Torino, o via Zoom','https://zoom.example.org/j/000');
INSERT INTO issued_session VALUES(2,4,'2021-03-31','21:00','22:30','scheduled','Torino, o via Zoom','https://zoom.example.org/j/000');
INSERT INTO issued_session VALUES(2,5,'2021-04-14','21:00','22:30','scheduled','Torino, o via Zoom','https://zoom.example.org/j/000');
INSERT INTO issued_session VALUES(2,6,'2021-04-28','21:00','22:30','scheduled','Torino, o via Zoom','https://zoom.example.org/j/000');
INSERT INTO issued_session VALUES(2,7,'2021-05-12','21:00','22:30','cancelled','Torino, o via Zoom','https://zoom.example.org/j/000');
INSERT INTO issued_session VALUES(2,8,'2021-05-26','21:00','22:30','scheduled','Biblioteca civica','https://zoom.example.org/j/000');
INSERT INTO issued_session VALUES(2,9,'2021-06-09','21:00','22:30','scheduled','Torino, o via Zoom','https://zoom.example.org/j/000');
INSERT INTO issued_session VALUES(2,10,'2021-06-23','21:00','22:30','scheduled','Torino, o via Zoom','https://zoom.example.org/j/000');
INSERT INTO issued_session VALUES(2,11,'2021-05-19','21:00','22:30','scheduled','Torino, o via Zoom','https://zoom.example.org/j/000');
CREATE TABLE IF NOT EXISTS "change" (
  id         INTEGER PRIMARY KEY,
  session    INTEGER NOT NULL REFERENCES session (id),
  from_date  TEXT NOT NULL CHECK (from_date IS date(from_date, '+0 days')),
  from_start TEXT NOT NULL CHECK (from_start GLOB '[0-2][0-9]:[0-5][0-9]' AND from_start <= '24:00'),
  to_date    TEXT NOT NULL CHECK (to_date IS date(to_date, '+0 days')),
  to_start   TEXT NOT NULL CHECK (to_start GLOB '[0-2][0-9]:[0-5][0-9]' AND to_start <= '24:00'),
  reason     TEXT NOT NULL CHECK (reason <> ''),
  status     TEXT NOT NULL CHECK (status IN ('open', 'made', 'refused', 'lapsed')),
  opened_at  TEXT NOT NULL,
  closed_at  TEXT,
  CHECK ((status = 'open') = (closed_at IS NULL))
) STRICT;
INSERT INTO change VALUES(1,4,'2021-03-31','21:00','2021-03-30','21:00','Sala occupata','refused','2021-02-18T09:00:00Z','2021-02-18T09:00:00Z');
INSERT INTO change VALUES(2,5,'2021-04-14','21:00','2021-04-15','20:30','Trasloco; la sala è chiusa','open','2021-02-18T09:00:00Z',NULL);
INSERT INTO change VALUES(3,10,'2021-06-23','21:00','2021-06-22','21:00','Esami','lapsed','2021-02-18T09:00:00Z','2021-02-18T09:00:00Z');
INSERT INTO change VALUES(4,3,'2021-03-17','21:00','2021-03-18','21:00','Sciopero','made','2021-02-18T09:00:00Z','2021-02-18T09:00:00Z');
CREATE TABLE statement (
  id         INTEGER PRIMARY KEY,
  file       TEXT NOT NULL,
  source     TEXT NOT NULL CHECK (source <> ''), -- the kind of file: unicredit, camt.053, mt940 …
  applied_at TEXT NOT NULL
) STRICT;
INSERT INTO statement VALUES(1,'febbraio.csv','generic','2021-03-06T08:00:00Z');
INSERT INTO statement VALUES(2,'marzo.csv','generic','2021-03-12T08:00:00Z');
CREATE TABLE IF NOT EXISTS "credit" (
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
INSERT INTO credit VALUES(1,1,'2021-03-01',6100,'LUCA BIANCHI','IT60X0542811101000000123456','Gruppo Balint 9 ed 2020_Bianchi_febbraio','2021-03-01:8f165f68bf6da6bc',1);
INSERT INTO credit VALUES(2,1,'2021-03-01',8540,'TERESA CONTI',NULL,'Gruppo Balint 9 ed 2020_Conti_febbraio','2021-03-01:93ad1d514dae687e',1);
INSERT INTO credit VALUES(3,1,'2021-03-02',14640,'ANNA D''ANGELO',NULL,'Gruppo Balint 9 ed 2020 D''Angelo e De Luca febbraio','2021-03-02:e7cd8ea4c50731c9',1);
INSERT INTO credit VALUES(4,1,'2021-03-03',8540,NULL,'GB29NWBK60161331926819','bonifico','2021-03-03:0367b120b1031f4c',1);
INSERT INTO credit VALUES(5,1,'2021-03-04',2500,NULL,NULL,'dono per il gruppo','2021-03-04:db8b1e9a45b8395e',1);
INSERT INTO credit VALUES(6,1,'2021-03-05',3000,'ENNIO ROSSETTI',NULL,'libri','2021-03-05:010d31664082b59d',1);
INSERT INTO credit VALUES(7,2,'2021-03-08',-8540,'TERESA CONTI',NULL,'STORNO Gruppo Balint 9 ed 2020_Conti_febbraio','2021-03-08:5414edca34a1cae2',1);
INSERT INTO credit VALUES(8,2,'2021-03-10',8540,'HANNAH MUELLER','DE89370400440532013000','Gruppo Balint 9 ed 2020_Muller_febbraio','2021-03-10:f662573a14bec277',1);
CREATE TABLE IF NOT EXISTS "entry" (
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
INSERT INTO entry VALUES(1,'payment',3,NULL,10000,'2021-02-17',NULL,NULL,NULL,'2021-02-18T09:00:00Z');
INSERT INTO entry VALUES(2,'payment',4,NULL,6100,'2021-03-01',NULL,1,NULL,'2021-03-06T08:00:00Z');
INSERT INTO entry VALUES(3,'payment',10,NULL,8540,'2021-03-01',NULL,2,NULL,'2021-03-06T08:00:00Z');
INSERT INTO entry VALUES(4,'payment',5,NULL,8540,'2021-03-02',NULL,3,NULL,'2021-03-06T08:00:00Z');
INSERT INTO entry VALUES(5,'payment',8,NULL,6100,'2021-03-02',NULL,3,NULL,'2021-03-06T08:00:00Z');
INSERT INTO entry VALUES(6,'payment',13,NULL,8540,'2021-03-03',NULL,4,NULL,'2021-03-06T08:00:00Z');
INSERT INTO entry VALUES(7,'reversal',10,NULL,-8540,'2021-03-08','storno',NULL,3,'2021-03-12T08:00:00Z');
INSERT INTO entry VALUES(8,'payment',7,NULL,8540,'2021-03-10',NULL,8,NULL,'2021-03-12T08:00:00Z');
INSERT INTO entry VALUES(9,'payment',12,NULL,33000,'2021-03-01',NULL,NULL,NULL,'2021-03-12T08:00:00Z');
INSERT INTO entry VALUES(10,'refund',12,NULL,2000,'2021-03-09','restituiti in contanti',NULL,NULL,'2021-03-12T08:00:00Z');
INSERT INTO entry VALUES(11,'adjustment',6,21,-2000,'2021-03-12','Borsa di studio',NULL,NULL,'2021-03-12T08:00:00Z');
INSERT INTO entry VALUES(12,'adjustment',8,18,500,'2021-03-12','Libro',NULL,NULL,'2021-03-12T08:00:00Z');
INSERT INTO entry VALUES(13,'payment',11,NULL,1000,'2021-03-03',NULL,NULL,NULL,'2021-03-12T08:00:00Z');
INSERT INTO entry VALUES(14,'reversal',11,NULL,-1000,'2021-03-12','Era di un altro',NULL,13,'2021-03-12T08:00:00Z');
INSERT INTO entry VALUES(15,'adjustment',11,47,-3050,'2021-03-20','left on 2021-03-20: 3 of 10 sessions',NULL,NULL,'2021-03-20T08:00:00Z');
INSERT INTO entry VALUES(16,'adjustment',11,48,-6100,'2021-03-20','left on 2021-03-20: 3 of 10 sessions',NULL,NULL,'2021-03-20T08:00:00Z');
INSERT INTO entry VALUES(17,'adjustment',11,49,-6100,'2021-03-20','left on 2021-03-20: 3 of 10 sessions',NULL,NULL,'2021-03-20T08:00:00Z');
INSERT INTO entry VALUES(18,'adjustment',11,50,-6100,'2021-03-20','left on 2021-03-20: 3 of 10 sessions',NULL,NULL,'2021-03-20T08:00:00Z');
CREATE TABLE IF NOT EXISTS "allocation" (
  id         INTEGER PRIMARY KEY,
  entry      INTEGER NOT NULL REFERENCES entry (id), -- the payment
  instalment INTEGER REFERENCES instalment (id),
  refund     INTEGER REFERENCES entry (id),
  amount     INTEGER NOT NULL CHECK (amount <> 0),
  date       TEXT NOT NULL CHECK (date IS date(date, '+0 days')),
  CHECK ((instalment IS NULL) <> (refund IS NULL))
) STRICT;
INSERT INTO allocation VALUES(1,1,51,NULL,8540,'2021-02-17');
INSERT INTO allocation VALUES(2,1,52,NULL,1460,'2021-02-17');
INSERT INTO allocation VALUES(3,2,1,NULL,6100,'2021-03-01');
INSERT INTO allocation VALUES(4,3,6,NULL,8540,'2021-03-01');
INSERT INTO allocation VALUES(5,4,11,NULL,8540,'2021-03-02');
INSERT INTO allocation VALUES(6,5,16,NULL,6100,'2021-03-02');
INSERT INTO allocation VALUES(7,6,26,NULL,8540,'2021-03-03');
INSERT INTO allocation VALUES(8,3,6,NULL,-8540,'2021-03-08');
INSERT INTO allocation VALUES(9,8,41,NULL,8540,'2021-03-10');
INSERT INTO allocation VALUES(10,9,31,NULL,6100,'2021-03-01');
INSERT INTO allocation VALUES(11,9,32,NULL,6100,'2021-03-01');
INSERT INTO allocation VALUES(12,9,33,NULL,6100,'2021-03-01');
INSERT INTO allocation VALUES(13,9,34,NULL,6100,'2021-03-01');
INSERT INTO allocation VALUES(14,9,35,NULL,6100,'2021-03-01');
INSERT INTO allocation VALUES(15,9,NULL,10,2000,'2021-03-09');
INSERT INTO allocation VALUES(16,13,46,NULL,1000,'2021-03-03');
INSERT INTO allocation VALUES(17,13,46,NULL,-1000,'2021-03-12');
CREATE TABLE storno (
  credit INTEGER NOT NULL PRIMARY KEY REFERENCES credit (id),
  undoes INTEGER NOT NULL UNIQUE REFERENCES credit (id)
) STRICT;
INSERT INTO storno VALUES(7,2);
CREATE TABLE dismissal (
  credit       INTEGER NOT NULL PRIMARY KEY REFERENCES credit (id),
  reason       TEXT CHECK (reason <> ''),
  dismissed_at TEXT NOT NULL
) STRICT;
INSERT INTO dismissal VALUES(5,'dono','2021-03-06T08:00:00Z');
CREATE TABLE IF NOT EXISTS "payer" (
  iban       TEXT NOT NULL CHECK (iban <> ''),
  person     INTEGER NOT NULL REFERENCES person (id),
  learned_on TEXT NOT NULL CHECK (learned_on IS date(learned_on, '+0 days')),
  PRIMARY KEY (iban, person)
) STRICT, WITHOUT ROWID;
INSERT INTO payer VALUES('GB29NWBK60161331926819',13,'2021-03-06');
CREATE TABLE identity (
  id   INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL CHECK (length(name) = 32)
) STRICT;
INSERT INTO identity VALUES(1,'79f8c4290e9ca6be0272d5c01346a24b');
CREATE TABLE IF NOT EXISTS "outbox" (
  id         INTEGER PRIMARY KEY,
  key        TEXT NOT NULL UNIQUE CHECK (key <> ''), -- kind, session and sequence or instalment and step, person
  kind       TEXT NOT NULL CHECK (kind IN ('reminder', 'cancellation', 'restoration', 'move', 'addition', 'amendment', 'consent',
                                           'request', 'overdue')),
  person     INTEGER NOT NULL REFERENCES person (id),
  session    INTEGER REFERENCES session (id),
  change     INTEGER REFERENCES change (id), -- what consent is asked to
  instalment INTEGER REFERENCES instalment (id),
  step       INTEGER CHECK (step >= 1), -- of an overdue instalment: the first, second … notice
  status     TEXT NOT NULL CHECK (status IN ('queued', 'sent', 'failed', 'expired', 'dropped')),
  queued_at  TEXT NOT NULL,
  done_at    TEXT,
  address    TEXT CHECK (address <> ''), -- where it went, and how
  via        TEXT CHECK (via <> ''),
  told       TEXT, -- of a session: its date and start, as who got the mail knows them now, or by word of whoever dropped it
  error      TEXT, -- why it could not go (yet), or of one that was dropped why; null where a person dropped it
  CHECK ((change IS NOT NULL) = (kind = 'consent'))
) STRICT;
INSERT INTO outbox VALUES(1,'consent:4:0:1:3','consent',3,4,1,NULL,NULL,'dropped','2021-02-18T09:00:00Z','2021-02-18T09:00:00Z',NULL,NULL,NULL,'no longer of use');
INSERT INTO outbox VALUES(2,'consent:4:0:1:4','consent',4,4,1,NULL,NULL,'dropped','2021-02-18T09:00:00Z','2021-02-18T09:00:00Z',NULL,NULL,NULL,'no longer of use');
INSERT INTO outbox VALUES(3,'consent:4:0:1:5','consent',5,4,1,NULL,NULL,'dropped','2021-02-18T09:00:00Z','2021-02-18T09:00:00Z',NULL,NULL,NULL,'no longer of use');
INSERT INTO outbox VALUES(4,'consent:4:0:1:6','consent',6,4,1,NULL,NULL,'dropped','2021-02-18T09:00:00Z','2021-02-18T09:00:00Z',NULL,NULL,NULL,'no longer of use');
INSERT INTO outbox VALUES(5,'consent:4:0:1:7','consent',7,4,1,NULL,NULL,'dropped','2021-02-18T09:00:00Z','2021-02-18T09:00:00Z',NULL,NULL,NULL,'no longer of use');
INSERT INTO outbox VALUES(6,'consent:4:0:1:8','consent',8,4,1,NULL,NULL,'dropped','2021-02-18T09:00:00Z','2021-02-18T09:00:00Z',NULL,NULL,NULL,'no longer of use');
INSERT INTO outbox VALUES(7,'consent:4:0:1:9','consent',9,4,1,NULL,NULL,'dropped','2021-02-18T09:00:00Z','2021-02-18T09:00:00Z',NULL,NULL,NULL,'no longer of use');
INSERT INTO outbox VALUES(8,'consent:4:0:1:10','consent',10,4,1,NULL,NULL,'dropped','2021-02-18T09:00:00Z','2021-02-18T09:00:00Z',NULL,NULL,NULL,'no longer of use');
INSERT INTO outbox VALUES(9,'consent:4:0:1:11','consent',11,4,1,NULL,NULL,'dropped','2021-02-18T09:00:00Z','2021-02-18T09:00:00Z',NULL,NULL,NULL,'no longer of use');
INSERT INTO outbox VALUES(10,'consent:4:0:1:12','consent',12,4,1,NULL,NULL,'dropped','2021-02-18T09:00:00Z','2021-02-18T09:00:00Z',NULL,NULL,NULL,'no longer of use');
INSERT INTO outbox VALUES(11,'consent:4:0:1:13','consent',13,4,1,NULL,NULL,'dropped','2021-02-18T09:00:00Z','2021-02-18T09:00:00Z',NULL,NULL,NULL,'no longer of use');
INSERT INTO outbox VALUES(12,'consent:4:0:1:15','consent',15,4,1,NULL,NULL,'dropped','2021-02-18T09:00:00Z','2021-02-18T09:00:00Z',NULL,NULL,NULL,'no longer of use');
INSERT INTO outbox VALUES(13,'consent:4:0:1:16','consent',16,4,1,NULL,NULL,'dropped','2021-02-18T09:00:00Z','2021-02-18T09:00:00Z',NULL,NULL,NULL,'no longer of use');
INSERT INTO outbox VALUES(14,'consent:5:0:2:3','consent',3,5,2,NULL,NULL,'dropped','2021-02-18T09:00:00Z','2021-02-18T09:00:00Z',NULL,NULL,NULL,'no longer of use');
INSERT INTO outbox VALUES(15,'consent:5:0:2:4','consent',4,5,2,NULL,NULL,'dropped','2021-02-18T09:00:00Z','2021-02-18T09:00:00Z',NULL,NULL,NULL,'no longer of use');
INSERT INTO outbox VALUES(16,'consent:5:0:2:5','consent',5,5,2,NULL,NULL,'dropped','2021-02-18T09:00:00Z','2021-02-18T09:00:00Z',NULL,NULL,NULL,'no longer of use');
INSERT INTO outbox VALUES(17,'consent:5:0:2:6','consent',6,5,2,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-02-18T09:05:00Z',NULL,NULL,NULL,NULL);
INSERT INTO outbox VALUES(18,'consent:5:0:2:7','consent',7,5,2,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-02-18T09:05:00Z',NULL,NULL,NULL,NULL);
INSERT INTO outbox VALUES(19,'consent:5:0:2:8','consent',8,5,2,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-02-18T09:05:00Z',NULL,NULL,NULL,NULL);
INSERT INTO outbox VALUES(20,'consent:5:0:2:9','consent',9,5,2,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-02-18T09:05:00Z',NULL,NULL,NULL,NULL);
INSERT INTO outbox VALUES(21,'consent:5:0:2:10','consent',10,5,2,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','conti@example.org','maildir:/srv/post',NULL,NULL);
INSERT INTO outbox VALUES(22,'consent:5:0:2:11','consent',11,5,2,NULL,NULL,'dropped','2021-02-18T09:00:00Z','2021-03-20T08:00:00Z',NULL,NULL,NULL,'no longer of use');
INSERT INTO outbox VALUES(23,'consent:5:0:2:12','consent',12,5,2,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','greco@example.org','maildir:/srv/post',NULL,NULL);
INSERT INTO outbox VALUES(24,'consent:5:0:2:13','consent',13,5,2,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','fontana@example.org','maildir:/srv/post',NULL,NULL);
INSERT INTO outbox VALUES(25,'consent:5:0:2:15','consent',15,5,2,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','neri@example.org','maildir:/srv/post',NULL,NULL);
INSERT INTO outbox VALUES(26,'consent:5:0:2:16','consent',16,5,2,NULL,NULL,'queued','2021-02-18T09:00:00Z',NULL,NULL,NULL,NULL,'no address');
INSERT INTO outbox VALUES(27,'consent:10:0:3:3','consent',3,10,3,NULL,NULL,'dropped','2021-02-18T09:00:00Z','2021-02-18T09:00:00Z',NULL,NULL,NULL,'no longer of use');
INSERT INTO outbox VALUES(28,'consent:10:0:3:4','consent',4,10,3,NULL,NULL,'dropped','2021-02-18T09:00:00Z','2021-02-18T09:00:00Z',NULL,NULL,NULL,'no longer of use');
INSERT INTO outbox VALUES(29,'consent:10:0:3:5','consent',5,10,3,NULL,NULL,'dropped','2021-02-18T09:00:00Z','2021-02-18T09:00:00Z',NULL,NULL,NULL,'no longer of use');
INSERT INTO outbox VALUES(30,'consent:10:0:3:6','consent',6,10,3,NULL,NULL,'dropped','2021-02-18T09:00:00Z','2021-02-18T09:00:00Z',NULL,NULL,NULL,'no longer of use');
INSERT INTO outbox VALUES(31,'consent:10:0:3:7','consent',7,10,3,NULL,NULL,'dropped','2021-02-18T09:00:00Z','2021-02-18T09:00:00Z',NULL,NULL,NULL,'no longer of use');
INSERT INTO outbox VALUES(32,'consent:10:0:3:8','consent',8,10,3,NULL,NULL,'dropped','2021-02-18T09:00:00Z','2021-02-18T09:00:00Z',NULL,NULL,NULL,'no longer of use');
INSERT INTO outbox VALUES(33,'consent:10:0:3:9','consent',9,10,3,NULL,NULL,'dropped','2021-02-18T09:00:00Z','2021-02-18T09:00:00Z',NULL,NULL,NULL,'no longer of use');
INSERT INTO outbox VALUES(34,'consent:10:0:3:10','consent',10,10,3,NULL,NULL,'dropped','2021-02-18T09:00:00Z','2021-02-18T09:00:00Z',NULL,NULL,NULL,'no longer of use');
INSERT INTO outbox VALUES(35,'consent:10:0:3:11','consent',11,10,3,NULL,NULL,'dropped','2021-02-18T09:00:00Z','2021-02-18T09:00:00Z',NULL,NULL,NULL,'no longer of use');
INSERT INTO outbox VALUES(36,'consent:10:0:3:12','consent',12,10,3,NULL,NULL,'dropped','2021-02-18T09:00:00Z','2021-02-18T09:00:00Z',NULL,NULL,NULL,'no longer of use');
INSERT INTO outbox VALUES(37,'consent:10:0:3:13','consent',13,10,3,NULL,NULL,'dropped','2021-02-18T09:00:00Z','2021-02-18T09:00:00Z',NULL,NULL,NULL,'no longer of use');
INSERT INTO outbox VALUES(38,'consent:10:0:3:15','consent',15,10,3,NULL,NULL,'dropped','2021-02-18T09:00:00Z','2021-02-18T09:00:00Z',NULL,NULL,NULL,'no longer of use');
INSERT INTO outbox VALUES(39,'consent:10:0:3:16','consent',16,10,3,NULL,NULL,'dropped','2021-02-18T09:00:00Z','2021-02-18T09:00:00Z',NULL,NULL,NULL,'no longer of use');
INSERT INTO outbox VALUES(40,'move:3:1:1','move',1,3,NULL,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-02-18T09:05:00Z',NULL,NULL,NULL,NULL);
INSERT INTO outbox VALUES(41,'move:3:1:2','move',2,3,NULL,NULL,NULL,'failed','2021-02-18T09:00:00Z','2021-02-18T09:05:00Z',NULL,NULL,NULL,'no such mailbox');
INSERT INTO outbox VALUES(42,'move:3:1:3','move',3,3,NULL,NULL,NULL,'expired','2021-02-18T09:00:00Z','2021-03-19T08:00:00Z',NULL,NULL,NULL,NULL);
INSERT INTO outbox VALUES(43,'move:3:1:4','move',4,3,NULL,NULL,NULL,'expired','2021-02-18T09:00:00Z','2021-03-19T08:00:00Z',NULL,NULL,NULL,NULL);
INSERT INTO outbox VALUES(44,'move:3:1:5','move',5,3,NULL,NULL,NULL,'expired','2021-02-18T09:00:00Z','2021-03-19T08:00:00Z',NULL,NULL,NULL,NULL);
INSERT INTO outbox VALUES(45,'move:3:1:6','move',6,3,NULL,NULL,NULL,'expired','2021-02-18T09:00:00Z','2021-03-19T08:00:00Z',NULL,NULL,NULL,NULL);
INSERT INTO outbox VALUES(46,'move:3:1:7','move',7,3,NULL,NULL,NULL,'expired','2021-02-18T09:00:00Z','2021-03-19T08:00:00Z',NULL,NULL,NULL,NULL);
INSERT INTO outbox VALUES(47,'move:3:1:8','move',8,3,NULL,NULL,NULL,'expired','2021-02-18T09:00:00Z','2021-03-19T08:00:00Z',NULL,NULL,NULL,NULL);
INSERT INTO outbox VALUES(48,'move:3:1:9','move',9,3,NULL,NULL,NULL,'expired','2021-02-18T09:00:00Z','2021-03-19T08:00:00Z',NULL,NULL,NULL,NULL);
INSERT INTO outbox VALUES(49,'move:3:1:10','move',10,3,NULL,NULL,NULL,'expired','2021-02-18T09:00:00Z','2021-03-19T08:00:00Z',NULL,NULL,NULL,NULL);
INSERT INTO outbox VALUES(50,'move:3:1:11','move',11,3,NULL,NULL,NULL,'expired','2021-02-18T09:00:00Z','2021-03-19T08:00:00Z',NULL,NULL,NULL,NULL);
INSERT INTO outbox VALUES(51,'move:3:1:12','move',12,3,NULL,NULL,NULL,'expired','2021-02-18T09:00:00Z','2021-03-19T08:00:00Z',NULL,NULL,NULL,NULL);
INSERT INTO outbox VALUES(52,'move:3:1:13','move',13,3,NULL,NULL,NULL,'expired','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z',NULL,NULL,NULL,'too late');
INSERT INTO outbox VALUES(53,'move:3:1:15','move',15,3,NULL,NULL,NULL,'expired','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z',NULL,NULL,NULL,'too late');
INSERT INTO outbox VALUES(54,'move:3:1:16','move',16,3,NULL,NULL,NULL,'expired','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z',NULL,NULL,NULL,'too late');
INSERT INTO outbox VALUES(55,'cancellation:7:1:1','cancellation',1,7,NULL,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','elena.ferraris@example.org','maildir:/srv/post','2021-05-12 21:00',NULL);
INSERT INTO outbox VALUES(56,'cancellation:7:1:2','cancellation',2,7,NULL,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','pietro.gallo@example.org','maildir:/srv/post','2021-05-12 21:00',NULL);
INSERT INTO outbox VALUES(57,'cancellation:7:1:3','cancellation',3,7,NULL,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','rossi@example.org','maildir:/srv/post','2021-05-12 21:00',NULL);
INSERT INTO outbox VALUES(58,'cancellation:7:1:4','cancellation',4,7,NULL,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','bianchi@example.org','maildir:/srv/post','2021-05-12 21:00',NULL);
INSERT INTO outbox VALUES(59,'cancellation:7:1:5','cancellation',5,7,NULL,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','dangelo@example.org','maildir:/srv/post','2021-05-12 21:00',NULL);
INSERT INTO outbox VALUES(60,'cancellation:7:1:6','cancellation',6,7,NULL,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','esposito@example.org','maildir:/srv/post','2021-05-12 21:00',NULL);
INSERT INTO outbox VALUES(61,'cancellation:7:1:7','cancellation',7,7,NULL,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','muller@example.org','maildir:/srv/post','2021-05-12 21:00',NULL);
INSERT INTO outbox VALUES(62,'cancellation:7:1:8','cancellation',8,7,NULL,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','deluca@example.org','maildir:/srv/post','2021-05-12 21:00',NULL);
INSERT INTO outbox VALUES(63,'cancellation:7:1:9','cancellation',9,7,NULL,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','maggio@example.org','maildir:/srv/post','2021-05-12 21:00',NULL);
INSERT INTO outbox VALUES(64,'cancellation:7:1:10','cancellation',10,7,NULL,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','conti@example.org','maildir:/srv/post','2021-05-12 21:00',NULL);
INSERT INTO outbox VALUES(65,'cancellation:7:1:11','cancellation',11,7,NULL,NULL,NULL,'dropped','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z',NULL,NULL,NULL,'no longer of use');
INSERT INTO outbox VALUES(66,'cancellation:7:1:12','cancellation',12,7,NULL,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','greco@example.org','maildir:/srv/post','2021-05-12 21:00',NULL);
INSERT INTO outbox VALUES(67,'cancellation:7:1:13','cancellation',13,7,NULL,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','fontana@example.org','maildir:/srv/post','2021-05-12 21:00',NULL);
INSERT INTO outbox VALUES(68,'cancellation:7:1:15','cancellation',15,7,NULL,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','neri@example.org','maildir:/srv/post','2021-05-12 21:00',NULL);
INSERT INTO outbox VALUES(69,'cancellation:7:1:16','cancellation',16,7,NULL,NULL,NULL,'queued','2021-02-18T09:00:00Z',NULL,NULL,NULL,NULL,'no address');
INSERT INTO outbox VALUES(70,'addition:11:0:1','addition',1,11,NULL,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','elena.ferraris@example.org','maildir:/srv/post','2021-05-19 21:00',NULL);
INSERT INTO outbox VALUES(71,'addition:11:0:2','addition',2,11,NULL,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','pietro.gallo@example.org','maildir:/srv/post','2021-05-19 21:00',NULL);
INSERT INTO outbox VALUES(72,'addition:11:0:3','addition',3,11,NULL,NULL,NULL,'failed','2021-02-18T09:00:00Z','2021-02-18T09:05:00Z',NULL,NULL,NULL,'550 no such user');
INSERT INTO outbox VALUES(73,'addition:11:0:4','addition',4,11,NULL,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','bianchi@example.org','maildir:/srv/post','2021-05-19 21:00',NULL);
INSERT INTO outbox VALUES(74,'addition:11:0:5','addition',5,11,NULL,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','dangelo@example.org','maildir:/srv/post','2021-05-19 21:00',NULL);
INSERT INTO outbox VALUES(75,'addition:11:0:6','addition',6,11,NULL,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','esposito@example.org','maildir:/srv/post','2021-05-19 21:00',NULL);
INSERT INTO outbox VALUES(76,'addition:11:0:7','addition',7,11,NULL,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','muller@example.org','maildir:/srv/post','2021-05-19 21:00',NULL);
INSERT INTO outbox VALUES(77,'addition:11:0:8','addition',8,11,NULL,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','deluca@example.org','maildir:/srv/post','2021-05-19 21:00',NULL);
INSERT INTO outbox VALUES(78,'addition:11:0:9','addition',9,11,NULL,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','maggio@example.org','maildir:/srv/post','2021-05-19 21:00',NULL);
INSERT INTO outbox VALUES(79,'addition:11:0:10','addition',10,11,NULL,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','conti@example.org','maildir:/srv/post','2021-05-19 21:00',NULL);
INSERT INTO outbox VALUES(80,'addition:11:0:11','addition',11,11,NULL,NULL,NULL,'dropped','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z',NULL,NULL,NULL,'no longer of use');
INSERT INTO outbox VALUES(81,'addition:11:0:12','addition',12,11,NULL,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','greco@example.org','maildir:/srv/post','2021-05-19 21:00',NULL);
INSERT INTO outbox VALUES(82,'addition:11:0:13','addition',13,11,NULL,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','fontana@example.org','maildir:/srv/post','2021-05-19 21:00',NULL);
INSERT INTO outbox VALUES(83,'addition:11:0:15','addition',15,11,NULL,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','neri@example.org','maildir:/srv/post','2021-05-19 21:00',NULL);
INSERT INTO outbox VALUES(84,'addition:11:0:16','addition',16,11,NULL,NULL,NULL,'queued','2021-02-18T09:00:00Z',NULL,NULL,NULL,NULL,'no address');
INSERT INTO outbox VALUES(85,'amendment:8:1:1','amendment',1,8,NULL,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','elena.ferraris@example.org','maildir:/srv/post','2021-05-26 21:00',NULL);
INSERT INTO outbox VALUES(86,'amendment:8:1:2','amendment',2,8,NULL,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','pietro.gallo@example.org','maildir:/srv/post','2021-05-26 21:00',NULL);
INSERT INTO outbox VALUES(87,'amendment:8:1:3','amendment',3,8,NULL,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','rossi@example.org','maildir:/srv/post','2021-05-26 21:00',NULL);
INSERT INTO outbox VALUES(88,'amendment:8:1:4','amendment',4,8,NULL,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','bianchi@example.org','maildir:/srv/post','2021-05-26 21:00',NULL);
INSERT INTO outbox VALUES(89,'amendment:8:1:5','amendment',5,8,NULL,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','dangelo@example.org','maildir:/srv/post','2021-05-26 21:00',NULL);
INSERT INTO outbox VALUES(90,'amendment:8:1:6','amendment',6,8,NULL,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','esposito@example.org','maildir:/srv/post','2021-05-26 21:00',NULL);
INSERT INTO outbox VALUES(91,'amendment:8:1:7','amendment',7,8,NULL,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','muller@example.org','maildir:/srv/post','2021-05-26 21:00',NULL);
INSERT INTO outbox VALUES(92,'amendment:8:1:8','amendment',8,8,NULL,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','deluca@example.org','maildir:/srv/post','2021-05-26 21:00',NULL);
INSERT INTO outbox VALUES(93,'amendment:8:1:9','amendment',9,8,NULL,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','maggio@example.org','maildir:/srv/post','2021-05-26 21:00',NULL);
INSERT INTO outbox VALUES(94,'amendment:8:1:10','amendment',10,8,NULL,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','conti@example.org','maildir:/srv/post','2021-05-26 21:00',NULL);
INSERT INTO outbox VALUES(95,'amendment:8:1:11','amendment',11,8,NULL,NULL,NULL,'dropped','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z',NULL,NULL,NULL,'no longer of use');
INSERT INTO outbox VALUES(96,'amendment:8:1:12','amendment',12,8,NULL,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','greco@example.org','maildir:/srv/post','2021-05-26 21:00',NULL);
INSERT INTO outbox VALUES(97,'amendment:8:1:13','amendment',13,8,NULL,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','fontana@example.org','maildir:/srv/post','2021-05-26 21:00',NULL);
INSERT INTO outbox VALUES(98,'amendment:8:1:15','amendment',15,8,NULL,NULL,NULL,'sent','2021-02-18T09:00:00Z','2021-04-12T06:00:00Z','neri@example.org','maildir:/srv/post','2021-05-26 21:00',NULL);
INSERT INTO outbox VALUES(99,'amendment:8:1:16','amendment',16,8,NULL,NULL,NULL,'queued','2021-02-18T09:00:00Z',NULL,NULL,NULL,NULL,'no address');
INSERT INTO outbox VALUES(100,'cancellation:9:1:1','cancellation',1,9,NULL,NULL,NULL,'sent','2021-03-20T08:00:00Z','2021-04-12T06:00:00Z','elena.ferraris@example.org','maildir:/srv/post','2021-06-09 21:00',NULL);
INSERT INTO outbox VALUES(101,'cancellation:9:1:2','cancellation',2,9,NULL,NULL,NULL,'sent','2021-03-20T08:00:00Z','2021-04-12T06:00:00Z','pietro.gallo@example.org','maildir:/srv/post','2021-06-09 21:00',NULL);
INSERT INTO outbox VALUES(102,'cancellation:9:1:3','cancellation',3,9,NULL,NULL,NULL,'sent','2021-03-20T08:00:00Z','2021-04-12T06:00:00Z','rossi@example.org','maildir:/srv/post','2021-06-09 21:00',NULL);
INSERT INTO outbox VALUES(103,'cancellation:9:1:4','cancellation',4,9,NULL,NULL,NULL,'sent','2021-03-20T08:00:00Z','2021-04-12T06:00:00Z','bianchi@example.org','maildir:/srv/post','2021-06-09 21:00',NULL);
INSERT INTO outbox VALUES(104,'cancellation:9:1:5','cancellation',5,9,NULL,NULL,NULL,'sent','2021-03-20T08:00:00Z','2021-04-12T06:00:00Z','dangelo@example.org','maildir:/srv/post','2021-06-09 21:00',NULL);
INSERT INTO outbox VALUES(105,'cancellation:9:1:6','cancellation',6,9,NULL,NULL,NULL,'sent','2021-03-20T08:00:00Z','2021-04-12T06:00:00Z','esposito@example.org','maildir:/srv/post','2021-06-09 21:00',NULL);
INSERT INTO outbox VALUES(106,'cancellation:9:1:7','cancellation',7,9,NULL,NULL,NULL,'sent','2021-03-20T08:00:00Z','2021-04-12T06:00:00Z','muller@example.org','maildir:/srv/post','2021-06-09 21:00',NULL);
INSERT INTO outbox VALUES(107,'cancellation:9:1:8','cancellation',8,9,NULL,NULL,NULL,'sent','2021-03-20T08:00:00Z','2021-04-12T06:00:00Z','deluca@example.org','maildir:/srv/post','2021-06-09 21:00',NULL);
INSERT INTO outbox VALUES(108,'cancellation:9:1:9','cancellation',9,9,NULL,NULL,NULL,'sent','2021-03-20T08:00:00Z','2021-04-12T06:00:00Z','maggio@example.org','maildir:/srv/post','2021-06-09 21:00',NULL);
INSERT INTO outbox VALUES(109,'cancellation:9:1:10','cancellation',10,9,NULL,NULL,NULL,'sent','2021-03-20T08:00:00Z','2021-04-12T06:00:00Z','conti@example.org','maildir:/srv/post','2021-06-09 21:00',NULL);
INSERT INTO outbox VALUES(110,'cancellation:9:1:12','cancellation',12,9,NULL,NULL,NULL,'sent','2021-03-20T08:00:00Z','2021-04-12T06:00:00Z','greco@example.org','maildir:/srv/post','2021-06-09 21:00',NULL);
INSERT INTO outbox VALUES(111,'cancellation:9:1:13','cancellation',13,9,NULL,NULL,NULL,'sent','2021-03-20T08:00:00Z','2021-04-12T06:00:00Z','fontana@example.org','maildir:/srv/post','2021-06-09 21:00',NULL);
INSERT INTO outbox VALUES(112,'cancellation:9:1:15','cancellation',15,9,NULL,NULL,NULL,'sent','2021-03-20T08:00:00Z','2021-04-12T06:00:00Z','neri@example.org','maildir:/srv/post','2021-06-09 21:00',NULL);
INSERT INTO outbox VALUES(113,'cancellation:9:1:16','cancellation',16,9,NULL,NULL,NULL,'queued','2021-03-20T08:00:00Z',NULL,NULL,NULL,NULL,'no address');
INSERT INTO outbox VALUES(114,'reminder:1:0:3','reminder',3,1,NULL,NULL,NULL,'sent','2021-02-10T08:00:00Z','2021-02-10T08:00:05Z',NULL,NULL,NULL,NULL);
INSERT INTO outbox VALUES(115,'reminder:2:0:4','reminder',4,2,NULL,NULL,NULL,'expired','2021-02-24T08:00:00Z','2021-03-04T08:00:00Z',NULL,NULL,NULL,NULL);
INSERT INTO outbox VALUES(116,'reminder:4:0:4','reminder',4,4,NULL,NULL,NULL,'expired','2021-03-19T12:00:00Z','2021-04-12T06:00:00Z',NULL,NULL,NULL,'too late');
INSERT INTO outbox VALUES(117,'reminder:4:0:5','reminder',5,4,NULL,NULL,NULL,'failed','2021-03-19T12:00:00Z','2021-03-19T12:00:05Z',NULL,NULL,NULL,'no such mailbox');
INSERT INTO outbox VALUES(118,'request:56:1:14','request',14,NULL,NULL,56,NULL,'sent','2021-02-20T08:00:00Z','2021-02-20T08:00:05Z',NULL,NULL,NULL,NULL);
INSERT INTO outbox VALUES(119,'overdue:56:1:14','overdue',14,NULL,NULL,56,NULL,'sent','2021-03-20T08:00:00Z','2021-04-12T06:00:00Z','asl@example.org','maildir:/srv/post',NULL,NULL);
INSERT INTO outbox VALUES(120,'request:1:1:3','request',3,NULL,NULL,1,NULL,'dropped','2021-02-20T08:00:00Z','2021-02-21T08:00:00Z',NULL,NULL,NULL,'no longer of use');
INSERT INTO outbox VALUES(121,'reminder:5:0:4','reminder',4,5,NULL,NULL,NULL,'sent','2021-04-12T06:00:00Z','2021-04-12T06:00:00Z','bianchi@example.org','maildir:/srv/post','2021-04-14 21:00',NULL);
INSERT INTO outbox VALUES(122,'reminder:5:0:10','reminder',10,5,NULL,NULL,NULL,'sent','2021-04-12T06:00:00Z','2021-04-12T06:00:00Z','conti@example.org','maildir:/srv/post','2021-04-14 21:00',NULL);
INSERT INTO outbox VALUES(123,'reminder:5:0:5','reminder',5,5,NULL,NULL,NULL,'sent','2021-04-12T06:00:00Z','2021-04-12T06:00:00Z','dangelo@example.org','maildir:/srv/post','2021-04-14 21:00',NULL);
INSERT INTO outbox VALUES(124,'reminder:5:0:8','reminder',8,5,NULL,NULL,NULL,'sent','2021-04-12T06:00:00Z','2021-04-12T06:00:00Z','deluca@example.org','maildir:/srv/post','2021-04-14 21:00',NULL);
INSERT INTO outbox VALUES(125,'reminder:5:0:6','reminder',6,5,NULL,NULL,NULL,'sent','2021-04-12T06:00:00Z','2021-04-12T06:00:00Z','esposito@example.org','maildir:/srv/post','2021-04-14 21:00',NULL);
INSERT INTO outbox VALUES(126,'reminder:5:0:1','reminder',1,5,NULL,NULL,NULL,'sent','2021-04-12T06:00:00Z','2021-04-12T06:00:00Z','elena.ferraris@example.org','maildir:/srv/post','2021-04-14 21:00',NULL);
INSERT INTO outbox VALUES(127,'reminder:5:0:13','reminder',13,5,NULL,NULL,NULL,'sent','2021-04-12T06:00:00Z','2021-04-12T06:00:00Z','fontana@example.org','maildir:/srv/post','2021-04-14 21:00',NULL);
INSERT INTO outbox VALUES(128,'reminder:5:0:2','reminder',2,5,NULL,NULL,NULL,'sent','2021-04-12T06:00:00Z','2021-04-12T06:00:00Z','pietro.gallo@example.org','maildir:/srv/post','2021-04-14 21:00',NULL);
INSERT INTO outbox VALUES(129,'reminder:5:0:9','reminder',9,5,NULL,NULL,NULL,'sent','2021-04-12T06:00:00Z','2021-04-12T06:00:00Z','maggio@example.org','maildir:/srv/post','2021-04-14 21:00',NULL);
INSERT INTO outbox VALUES(130,'reminder:5:0:7','reminder',7,5,NULL,NULL,NULL,'sent','2021-04-12T06:00:00Z','2021-04-12T06:00:00Z','muller@example.org','maildir:/srv/post','2021-04-14 21:00',NULL);
INSERT INTO outbox VALUES(131,'reminder:5:0:15','reminder',15,5,NULL,NULL,NULL,'sent','2021-04-12T06:00:00Z','2021-04-12T06:00:00Z','neri@example.org','maildir:/srv/post','2021-04-14 21:00',NULL);
INSERT INTO outbox VALUES(132,'reminder:5:0:3','reminder',3,5,NULL,NULL,NULL,'sent','2021-04-12T06:00:00Z','2021-04-12T06:00:00Z','rossi@example.org','maildir:/srv/post','2021-04-14 21:00',NULL);
INSERT INTO outbox VALUES(133,'reminder:5:0:16','reminder',16,5,NULL,NULL,NULL,'queued','2021-04-12T06:00:00Z',NULL,NULL,NULL,NULL,'no address');
INSERT INTO outbox VALUES(134,'request:6:10','request',10,NULL,NULL,6,NULL,'sent','2021-04-12T06:00:00Z','2021-04-12T06:00:00Z','conti@example.org','maildir:/srv/post',NULL,NULL);
INSERT INTO outbox VALUES(135,'request:21:6','request',6,NULL,NULL,21,NULL,'sent','2021-04-12T06:00:00Z','2021-04-12T06:00:00Z','esposito@example.org','maildir:/srv/post',NULL,NULL);
INSERT INTO outbox VALUES(136,'request:36:9','request',9,NULL,NULL,36,NULL,'sent','2021-04-12T06:00:00Z','2021-04-12T06:00:00Z','maggio@example.org','maildir:/srv/post',NULL,NULL);
INSERT INTO outbox VALUES(137,'request:46:11','request',11,NULL,NULL,46,NULL,'sent','2021-04-12T06:00:00Z','2021-04-12T06:00:00Z','ricci@example.org','maildir:/srv/post',NULL,NULL);
INSERT INTO outbox VALUES(138,'request:61:16','request',16,NULL,NULL,61,NULL,'dropped','2021-04-12T06:00:00Z','2021-04-12T06:00:00Z',NULL,NULL,NULL,'overdue by now');
INSERT INTO outbox VALUES(139,'request:57:14','request',14,NULL,NULL,57,NULL,'sent','2021-04-12T06:00:00Z','2021-04-12T06:00:00Z','asl@example.org','maildir:/srv/post',NULL,NULL);
INSERT INTO outbox VALUES(140,'request:2:4','request',4,NULL,NULL,2,NULL,'sent','2021-04-12T06:00:00Z','2021-04-12T06:00:00Z','bianchi@example.org','maildir:/srv/post',NULL,NULL);
INSERT INTO outbox VALUES(141,'request:7:10','request',10,NULL,NULL,7,NULL,'sent','2021-04-12T06:00:00Z','2021-04-12T06:00:00Z','conti@example.org','maildir:/srv/post',NULL,NULL);
INSERT INTO outbox VALUES(142,'request:12:5','request',5,NULL,NULL,12,NULL,'sent','2021-04-12T06:00:00Z','2021-04-12T06:00:00Z','dangelo@example.org','maildir:/srv/post',NULL,NULL);
INSERT INTO outbox VALUES(143,'request:17:8','request',8,NULL,NULL,17,NULL,'sent','2021-04-12T06:00:00Z','2021-04-12T06:00:00Z','deluca@example.org','maildir:/srv/post',NULL,NULL);
INSERT INTO outbox VALUES(144,'request:22:6','request',6,NULL,NULL,22,NULL,'sent','2021-04-12T06:00:00Z','2021-04-12T06:00:00Z','esposito@example.org','maildir:/srv/post',NULL,NULL);
INSERT INTO outbox VALUES(145,'request:27:13','request',13,NULL,NULL,27,NULL,'sent','2021-04-12T06:00:00Z','2021-04-12T06:00:00Z','fontana@example.org','maildir:/srv/post',NULL,NULL);
INSERT INTO outbox VALUES(146,'request:37:9','request',9,NULL,NULL,37,NULL,'sent','2021-04-12T06:00:00Z','2021-04-12T06:00:00Z','maggio@example.org','maildir:/srv/post',NULL,NULL);
INSERT INTO outbox VALUES(147,'request:42:7','request',7,NULL,NULL,42,NULL,'sent','2021-04-12T06:00:00Z','2021-04-12T06:00:00Z','muller@example.org','maildir:/srv/post',NULL,NULL);
INSERT INTO outbox VALUES(148,'request:47:11','request',11,NULL,NULL,47,NULL,'sent','2021-04-12T06:00:00Z','2021-04-12T06:00:00Z','ricci@example.org','maildir:/srv/post',NULL,NULL);
INSERT INTO outbox VALUES(149,'request:52:3','request',3,NULL,NULL,52,NULL,'sent','2021-04-12T06:00:00Z','2021-04-12T06:00:00Z','rossi@example.org','maildir:/srv/post',NULL,NULL);
INSERT INTO outbox VALUES(150,'request:62:16','request',16,NULL,NULL,62,NULL,'dropped','2021-04-12T06:00:00Z','2021-04-12T06:00:00Z',NULL,NULL,NULL,'overdue by now');
INSERT INTO outbox VALUES(151,'request:58:14','request',14,NULL,NULL,58,NULL,'sent','2021-04-12T06:00:00Z','2021-04-12T06:00:00Z','asl@example.org','maildir:/srv/post',NULL,NULL);
INSERT INTO outbox VALUES(152,'request:3:4','request',4,NULL,NULL,3,NULL,'sent','2021-04-12T06:00:00Z','2021-04-12T06:00:00Z','bianchi@example.org','maildir:/srv/post',NULL,NULL);
INSERT INTO outbox VALUES(153,'request:8:10','request',10,NULL,NULL,8,NULL,'sent','2021-04-12T06:00:00Z','2021-04-12T06:00:00Z','conti@example.org','maildir:/srv/post',NULL,NULL);
INSERT INTO outbox VALUES(154,'request:13:5','request',5,NULL,NULL,13,NULL,'sent','2021-04-12T06:00:00Z','2021-04-12T06:00:00Z','dangelo@example.org','maildir:/srv/post',NULL,NULL);
INSERT INTO outbox VALUES(155,'request:18:8','request',8,NULL,NULL,18,NULL,'sent','2021-04-12T06:00:00Z','2021-04-12T06:00:00Z','deluca@example.org','maildir:/srv/post',NULL,NULL);
INSERT INTO outbox VALUES(156,'request:23:6','request',6,NULL,NULL,23,NULL,'sent','2021-04-12T06:00:00Z','2021-04-12T06:00:00Z','esposito@example.org','maildir:/srv/post',NULL,NULL);
INSERT INTO outbox VALUES(157,'request:28:13','request',13,NULL,NULL,28,NULL,'sent','2021-04-12T06:00:00Z','2021-04-12T06:00:00Z','fontana@example.org','maildir:/srv/post',NULL,NULL);
INSERT INTO outbox VALUES(158,'request:38:9','request',9,NULL,NULL,38,NULL,'sent','2021-04-12T06:00:00Z','2021-04-12T06:00:00Z','maggio@example.org','maildir:/srv/post',NULL,NULL);
INSERT INTO outbox VALUES(159,'request:43:7','request',7,NULL,NULL,43,NULL,'sent','2021-04-12T06:00:00Z','2021-04-12T06:00:00Z','muller@example.org','maildir:/srv/post',NULL,NULL);
INSERT INTO outbox VALUES(160,'request:53:3','request',3,NULL,NULL,53,NULL,'sent','2021-04-12T06:00:00Z','2021-04-12T06:00:00Z','rossi@example.org','maildir:/srv/post',NULL,NULL);
INSERT INTO outbox VALUES(161,'request:63:16','request',16,NULL,NULL,63,NULL,'queued','2021-04-12T06:00:00Z',NULL,NULL,NULL,NULL,'no address');
INSERT INTO outbox VALUES(162,'overdue:61:1:16','overdue',16,NULL,NULL,61,1,'queued','2021-04-12T06:00:00Z',NULL,NULL,NULL,NULL,'no address');
INSERT INTO outbox VALUES(163,'overdue:62:1:16','overdue',16,NULL,NULL,62,1,'queued','2021-04-12T06:00:00Z',NULL,NULL,NULL,NULL,'no address');
CREATE INDEX person_name ON person (family_key, given_key);
CREATE INDEX person_payer ON person (payer) WHERE payer IS NOT NULL;
CREATE INDEX enrolment_person ON enrolment (person);
CREATE INDEX suspension_edition ON suspension (edition, first_on);
CREATE INDEX mark_session ON mark (session, person, id);
CREATE INDEX mark_person ON mark (person);
CREATE INDEX presentation_person ON presentation (person);
CREATE INDEX certificate_enrolment ON certificate (enrolment);
CREATE INDEX instalment_due ON instalment (due_on);
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
CREATE INDEX issue_edition ON issue (edition, issued_on);
CREATE INDEX issued_session_session ON issued_session (session);
CREATE INDEX change_session ON change (session);
CREATE UNIQUE INDEX change_open ON change (session) WHERE status = 'open';
CREATE VIEW sessions AS
SELECT e.code AS edition,
       row_number() OVER (PARTITION BY s.edition ORDER BY s.date) AS number,
       s.date,
       substr('SunMonTueWedThuFriSat', 3 * strftime('%w', s.date) + 1, 3) AS weekday,
       s.start,
       s.finish AS "end",
       s.status,
       CASE WHEN s.status = 'scheduled' AND s.date <> s.planned_on THEN 'moved from ' || s.planned_on || coalesce(': ' || s.note, '')
            ELSE s.note END AS note
  FROM session AS s
  JOIN edition AS e ON e.id = s.edition
 ORDER BY e.number, e.year, e.code, s.date;
CREATE VIEW change_asked AS
SELECT c.id AS change, m.person, p.handle, a.answer
  FROM change AS c
  JOIN session AS s ON s.id = c.session
  JOIN enrolment AS m ON m.edition = s.edition AND m.status IN ('active', 'withdrawn', 'completed')
                     AND (m.joined_on IS NOT NULL OR m.applied_on IS NULL)
                     AND s.date BETWEEN coalesce(m.joined_on, '') AND coalesce(m.left_on, '9999-12-31')
  JOIN person AS p ON p.id = m.person
  LEFT JOIN consent AS a ON a.change = c.id AND a.person = m.person
 WHERE c.status = 'open'
   AND (m.role = 'participant' OR EXISTS (SELECT 1 FROM setting WHERE key = 'consent' AND value = 'everyone'))
 ORDER BY c.id, p.family_key, p.given_key, p.handle;
CREATE VIEW changes AS
SELECT e.code AS edition, c.from_date AS date, c.to_date AS "to", c.reason, c.status,
       (SELECT group_concat(handle, ' ') FROM (SELECT handle FROM change_asked WHERE change = c.id AND answer IS NOT 'yes')) AS missing,
       c.to_start AS at, c.id
  FROM change AS c
  JOIN session AS s ON s.id = c.session
  JOIN edition AS e ON e.id = s.edition
 ORDER BY e.number, e.year, e.code, c.id;
CREATE VIEW issues AS
SELECT e.code AS edition, i.issued_on AS issued, count(d.session) AS sessions, min(d.date) AS first, max(d.date) AS last, i.id
  FROM issue AS i
  JOIN edition AS e ON e.id = i.edition
  LEFT JOIN issued_session AS d ON d.issue = i.id
 GROUP BY i.id
 ORDER BY e.number, e.year, e.code, i.id;
CREATE INDEX credit_day ON credit (booked_on, amount);
CREATE INDEX entry_person ON entry (person, date);
CREATE INDEX entry_instalment ON entry (instalment, amount) WHERE instalment IS NOT NULL;
CREATE INDEX entry_credit ON entry (credit) WHERE credit IS NOT NULL;
CREATE INDEX allocation_entry ON allocation (entry);
CREATE INDEX allocation_instalment ON allocation (instalment, amount) WHERE instalment IS NOT NULL;
CREATE INDEX allocation_refund ON allocation (refund) WHERE refund IS NOT NULL;
CREATE TRIGGER entry_stays BEFORE UPDATE ON entry BEGIN SELECT raise(ABORT, 'the ledger is append-only: reverse the entry'); END;
CREATE TRIGGER entry_kept BEFORE DELETE ON entry BEGIN SELECT raise(ABORT, 'the ledger is append-only: reverse the entry'); END;
CREATE TRIGGER entry_new BEFORE INSERT ON entry WHEN EXISTS (SELECT 1 FROM entry WHERE id = new.id OR reverses = new.reverses)
 BEGIN SELECT raise(ABORT, 'the ledger is append-only: reverse the entry'); END;
CREATE TRIGGER allocation_stays BEFORE UPDATE ON allocation BEGIN SELECT raise(ABORT, 'the ledger is append-only: reverse the entry'); END;
CREATE TRIGGER allocation_kept BEFORE DELETE ON allocation BEGIN SELECT raise(ABORT, 'the ledger is append-only: reverse the entry'); END;
CREATE TRIGGER allocation_new BEFORE INSERT ON allocation WHEN EXISTS (SELECT 1 FROM allocation WHERE id = new.id)
 BEGIN SELECT raise(ABORT, 'the ledger is append-only: reverse the entry'); END;
CREATE INDEX payer_person ON payer (person);
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
CREATE INDEX outbox_queued ON outbox (id) WHERE status = 'queued';
CREATE INDEX outbox_session ON outbox (session, person) WHERE session IS NOT NULL;
CREATE INDEX outbox_change ON outbox (change, person) WHERE change IS NOT NULL;
CREATE INDEX outbox_instalment ON outbox (instalment) WHERE instalment IS NOT NULL;
CREATE INDEX outbox_payer ON outbox (person, instalment) WHERE instalment IS NOT NULL;
CREATE INDEX outbox_failed ON outbox (id) WHERE status = 'failed';
CREATE VIEW notices AS
SELECT e.code AS edition, o.id, o.kind, p.handle AS person, coalesce(s.date, i.due_on) AS date, o.status,
       o.queued_at AS queued, o.done_at AS done, o.key, o.error
  FROM outbox AS o
  JOIN person AS p ON p.id = o.person
  LEFT JOIN session AS s ON s.id = o.session
  LEFT JOIN instalment AS i ON i.id = o.instalment
  LEFT JOIN enrolment AS m ON m.id = i.enrolment
  JOIN edition AS e ON e.id = coalesce(s.edition, m.edition)
 ORDER BY o.id;
CREATE VIEW membership AS
SELECT edition, person, role, coalesce(joined_on, '') AS first, coalesce(left_on, '9999-12-31') AS last
  FROM enrolment
 WHERE status IN ('active', 'withdrawn', 'completed') AND (joined_on IS NOT NULL OR applied_on IS NULL);
CREATE VIEW news AS
SELECT o.id AS notice, coalesce(h.told, s.planned_on || ' ' || coalesce(s.planned_start, s.start)) AS told,
       CASE WHEN NOT EXISTS (SELECT 1 FROM membership AS m
                              WHERE m.edition = s.edition AND m.person = o.person
                                AND (s.date BETWEEN m.first AND m.last
                                     OR substr(coalesce(h.told, s.planned_on), 1, 10) BETWEEN m.first AND m.last)) THEN NULL
            WHEN h.kind = 'cancellation' THEN iif(s.status = 'cancelled', NULL, 'restoration')
            WHEN h.id IS NULL AND s.planned_on IS NULL THEN iif(s.status = 'cancelled', NULL, 'addition')
            WHEN s.status = 'cancelled' THEN 'cancellation'
            WHEN substr(coalesce(h.told, s.planned_on), 1, 10) <> s.date THEN 'move'
            WHEN EXISTS (SELECT 1 FROM outbox AS a
                          WHERE a.session = o.session AND a.person = o.person AND a.kind = 'amendment' AND a.id <= o.id
                            AND a.id > coalesce(h.id, 0)) THEN 'amendment'
            WHEN coalesce(h.told, s.planned_on || ' ' || coalesce(s.planned_start, s.start)) <> s.date || ' ' || s.start THEN 'move'
            END AS news
  FROM outbox AS o
  JOIN session AS s ON s.id = o.session
  LEFT JOIN outbox AS h ON h.id = (SELECT l.id FROM outbox AS l
                                    WHERE l.session = o.session AND l.person = o.person AND l.told IS NOT NULL AND l.id < o.id
                                    ORDER BY l.done_at DESC, l.id DESC
                                    LIMIT 1)
 WHERE o.kind NOT IN ('reminder', 'consent');
COMMIT;
