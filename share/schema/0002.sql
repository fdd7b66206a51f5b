-- Step 2: calendars that were issued; changes that know where they come from; a notice of every kind of change.

-- A calendar as it was handed to the members; what changed since is a difference to it.
CREATE TABLE issue (
  id        INTEGER PRIMARY KEY,
  edition   INTEGER NOT NULL REFERENCES edition (id),
  issued_on TEXT NOT NULL CHECK (issued_on IS date(issued_on, '+0 days')),
  issued_at TEXT NOT NULL
) STRICT;
CREATE INDEX issue_edition ON issue (edition, issued_on);

-- Its sessions, as they stood that day; the place is the session's own, else the edition's of that time.
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
CREATE INDEX issued_session_session ON issued_session (session);

-- The time that a session was planned for, of which a later move or another time tells nothing.
ALTER TABLE session ADD COLUMN planned_start TEXT CHECK (planned_start GLOB '[0-2][0-9]:[0-5][0-9]' AND planned_start <= '24:00');
ALTER TABLE session ADD COLUMN planned_finish TEXT CHECK (planned_finish GLOB '[0-2][0-9]:[0-5][0-9]' AND planned_finish <= '24:00');
UPDATE session SET planned_start = start, planned_finish = finish WHERE planned_on IS NOT NULL;

-- A move waits for the yes of every active participant; one no closes it. It has lapsed when it was retracted, or
-- the session was cancelled or moved otherwise, before everybody had answered.
CREATE TABLE change_2 (
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
INSERT INTO change_2
SELECT c.id, c.session, s.date, s.start, c.to_date, c.to_start, c.reason, c.status, c.opened_at, iif(c.status = 'open', NULL, coalesce(c.closed_at, c.opened_at))
  FROM change AS c
  JOIN session AS s ON s.id = c.session;
DROP TABLE change;
ALTER TABLE change_2 RENAME TO change;
CREATE INDEX change_session ON change (session);
CREATE UNIQUE INDEX change_open ON change (session) WHERE status = 'open';

-- Notices that wait, went, failed or expired; the key makes each of them once.
CREATE TABLE outbox_2 (
  id         INTEGER PRIMARY KEY,
  key        TEXT NOT NULL UNIQUE CHECK (key <> ''), -- kind, session and sequence or instalment and step, person
  kind       TEXT NOT NULL CHECK (kind IN ('reminder', 'cancellation', 'restoration', 'move', 'addition', 'amendment', 'consent', 'request', 'overdue')),
  person     INTEGER NOT NULL REFERENCES person (id),
  session    INTEGER REFERENCES session (id),
  change     INTEGER REFERENCES change (id), -- what consent is asked to
  instalment INTEGER REFERENCES instalment (id),
  status     TEXT NOT NULL CHECK (status IN ('queued', 'sent', 'failed', 'expired', 'dropped')),
  queued_at  TEXT NOT NULL,
  expires_at TEXT,
  done_at    TEXT,
  error      TEXT,
  CHECK ((change IS NOT NULL) = (kind = 'consent'))
) STRICT;
INSERT INTO outbox_2 (id, key, kind, person, session, instalment, status, queued_at, expires_at, done_at, error)
SELECT id, key, kind, person, session, instalment, status, queued_at, expires_at, done_at, error
  FROM outbox
 WHERE kind <> 'consent'; -- no program of the first step has asked for one
DROP TABLE outbox;
ALTER TABLE outbox_2 RENAME TO outbox;
CREATE INDEX outbox_queued ON outbox (id) WHERE status = 'queued';
CREATE INDEX outbox_session ON outbox (session) WHERE session IS NOT NULL;
CREATE INDEX outbox_change ON outbox (change, person) WHERE change IS NOT NULL;

-- The note of a session that was moved says from where.
DROP VIEW sessions;
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

-- Who is asked about an open change, and what they said: the participants to whom the session belongs, or with the setting
-- consent=everyone all such members. Who enrols meanwhile is asked, who withdraws no longer.
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

-- What was issued, and how many sessions it had.
CREATE VIEW issues AS
SELECT e.code AS edition, i.issued_on AS issued, count(d.session) AS sessions, min(d.date) AS first, max(d.date) AS last, i.id
  FROM issue AS i
  JOIN edition AS e ON e.id = i.edition
  LEFT JOIN issued_session AS d ON d.issue = i.id
 GROUP BY i.id
 ORDER BY e.number, e.year, e.code, i.id;
