-- Step 4: the post.

-- Which store this is among all there are, so that no two of them give their messages the same id.
CREATE TABLE identity (
  id   INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL CHECK (length(name) = 32)
) STRICT;
INSERT INTO identity (id, name) VALUES (1, lower(hex(randomblob(16))));

-- Notices that wait, went, failed or expired; the key makes each of them once. When one is too late is known of its session, which
-- may have moved since. Made anew, as dropping a column would ask that the views of others make sense.
CREATE TABLE outbox_2 (
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
INSERT INTO outbox_2 (id, key, kind, person, session, change, instalment, status, queued_at, done_at, error)
SELECT id, key, kind, person, session, change, instalment, status, queued_at, done_at,
       iif(status = 'dropped', coalesce(error, 'no longer of use'), error) -- persons could not drop any, before
  FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_2 RENAME TO outbox;
CREATE INDEX outbox_queued ON outbox (id) WHERE status = 'queued';
CREATE INDEX outbox_session ON outbox (session, person) WHERE session IS NOT NULL;
CREATE INDEX outbox_change ON outbox (change, person) WHERE change IS NOT NULL;
CREATE INDEX outbox_instalment ON outbox (instalment) WHERE instalment IS NOT NULL;
CREATE INDEX outbox_payer ON outbox (person, instalment) WHERE instalment IS NOT NULL;
CREATE INDEX outbox_failed ON outbox (id) WHERE status = 'failed';

-- Every notice, with what it is about: the day of the session, or when the instalment is due.
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

-- Who is or was a member of an edition, and of which days the sessions are theirs.
CREATE VIEW membership AS
SELECT edition, person, role, coalesce(joined_on, '') AS first, coalesce(left_on, '9999-12-31') AS last
  FROM enrolment
 WHERE status IN ('active', 'withdrawn', 'completed') AND (joined_on IS NOT NULL OR applied_on IS NULL);

-- What a notice about a session is to tell its reader, by what they were told before (null: what was planned) and how the session
-- stands now; null if that is nothing, or they are no member on either day. Reminders and questions are none of these.
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
