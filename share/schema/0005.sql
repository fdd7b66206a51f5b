-- Step 5: the register, complete.

-- Of whom it has been said that they can no longer fulfil a rule, so that it is said once.
CREATE TABLE warning (
  enrolment INTEGER NOT NULL REFERENCES enrolment (id),
  rule      TEXT NOT NULL CHECK (rule <> ''),
  PRIMARY KEY (enrolment, rule)
) STRICT, WITHOUT ROWID;

ALTER TABLE certificate ADD COLUMN revoked_for TEXT CHECK (revoked_for <> '');
ALTER TABLE certificate ADD COLUMN issued_on TEXT CHECK (issued_on IS date(issued_on, '+0 days')); -- in Rome, as the paper has it

-- A questionnaire that was filled in. Nothing leads from it to a person: its id is random, the rows lie in the order of the ids, and
-- the log says nothing of them.
CREATE TABLE evaluation (
  id      TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 32),
  edition INTEGER NOT NULL REFERENCES edition (id),
  form    TEXT NOT NULL CHECK (form <> '') -- the questionnaire
) STRICT, WITHOUT ROWID;
CREATE INDEX evaluation_edition ON evaluation (edition);

CREATE TABLE answer (
  evaluation TEXT NOT NULL REFERENCES evaluation (id),
  question   TEXT NOT NULL CHECK (question <> ''),
  value      TEXT NOT NULL CHECK (value <> ''),
  PRIMARY KEY (evaluation, question)
) STRICT, WITHOUT ROWID;

-- Who has handed one in, and needs no reminder.
CREATE TABLE respondent (
  enrolment INTEGER NOT NULL PRIMARY KEY REFERENCES enrolment (id)
) STRICT;

-- Marks that were taken back: announcements that the session has not seen yet, and marks of who was no member on that day. The mark
-- stays; while it is the newest, there is none that holds.
CREATE TABLE retraction (
  mark         INTEGER NOT NULL PRIMARY KEY REFERENCES mark (id),
  retracted_at TEXT NOT NULL,
  retracted_by TEXT NOT NULL
) STRICT;

-- The register: every session of a member's time with the mark that holds, or none (a hole), and the
-- minutes spent within the session, and of the whole session.
DROP VIEW marks;
DROP VIEW register;
CREATE VIEW register AS
SELECT m.edition, m.person, m.role, s.id AS session, s.date, s.start, s.finish, k.status, k.mode,
       CASE WHEN k.status = 'present' THEN coalesce((SELECT min(t.arrived) FROM spell AS t WHERE t.mark = k.id), s.start) END AS arrived,
       CASE WHEN k.status <> 'present' THEN 0
            WHEN k.status = 'present' THEN coalesce(
              (SELECT sum(max(0, 60 * substr(min(t."left", s.finish), 1, 2) + substr(min(t."left", s.finish), 4)
                               - 60 * substr(max(t.arrived, s.start), 1, 2) - substr(max(t.arrived, s.start), 4)))
                 FROM spell AS t WHERE t.mark = k.id), s.length)
        END AS minutes,
       k.id AS mark, m.id AS enrolment, s.length
  FROM enrolment AS m
  JOIN (SELECT *, 60 * substr(finish, 1, 2) + substr(finish, 4) - 60 * substr(start, 1, 2) - substr(start, 4) AS length FROM session) AS s
    ON s.edition = m.edition
  LEFT JOIN mark AS k ON k.id = (SELECT max(newest.id) FROM mark AS newest WHERE newest.session = s.id AND newest.person = m.person)
                        AND NOT EXISTS (SELECT 1 FROM retraction AS b WHERE b.mark = k.id)
 WHERE m.status IN ('active', 'withdrawn', 'completed')
   AND s.status = 'scheduled'
   AND (m.joined_on IS NOT NULL OR m.applied_on IS NULL)
   AND s.date >= coalesce(m.joined_on, '')
   AND s.date <= coalesce(m.left_on, '9999-12-31');

-- Every mark, those that have been replaced too: how it is typed (present, absent, excused, or place and times with commas), and
-- from when to when and for how many minutes of the session it says that somebody was there.
CREATE VIEW mark_words AS
SELECT k.id, k.session, k.person, k.status, k.mode, k.marked_at, k.marked_by,
       CASE WHEN k.status <> 'present' THEN k.status
            WHEN k.arrived IS NULL THEN iif(k.mode = 'online', 'online', 'present')
            ELSE iif(k.mode = 'online', 'online,', '') || k.spells END AS words,
       iif(k.status = 'present', coalesce(k.arrived, s.start), NULL) AS arrived,
       iif(k.status = 'present', coalesce(k."left", s.finish), NULL) AS "left",
       CASE WHEN k.status <> 'present' THEN 0
            WHEN k.arrived IS NULL THEN 60 * substr(s.finish, 1, 2) + substr(s.finish, 4) - 60 * substr(s.start, 1, 2) - substr(s.start, 4)
            ELSE (SELECT sum(max(0, 60 * substr(min(t."left", s.finish), 1, 2) + substr(min(t."left", s.finish), 4)
                                  - 60 * substr(max(t.arrived, s.start), 1, 2) - substr(max(t.arrived, s.start), 4)))
                    FROM spell AS t WHERE t.mark = k.id)
       END AS minutes
  FROM (SELECT m.id, m.session, m.person, m.status, m.mode, m.marked_at, m.marked_by,
               (SELECT min(t.arrived) FROM spell AS t WHERE t.mark = m.id) AS arrived,
               (SELECT max(t."left") FROM spell AS t WHERE t.mark = m.id) AS "left",
               (SELECT group_concat(arrived || '-' || "left")
                  FROM (SELECT t.arrived, t."left" FROM spell AS t WHERE t.mark = m.id ORDER BY t.arrived)) AS spells
          FROM mark AS m) AS k
  JOIN session AS s ON s.id = k.session;

CREATE VIEW marks AS
SELECT e.code AS edition, r.date, p.handle, w.status, w.mode, w.arrived, w."left", w.minutes, w.words AS mark, w.marked_at, w.marked_by,
       'holds' AS state
  FROM register AS r
  JOIN edition AS e ON e.id = r.edition
  JOIN person AS p ON p.id = r.person
  JOIN mark_words AS w ON w.id = r.mark
 ORDER BY e.number, e.year, e.code, r.date, p.family_key, p.given_key, p.handle;

-- Who presented, and what kind of thing; without a kind it is a turn that somebody has given out, and which is still to come.
CREATE VIEW presentations AS
SELECT e.code AS edition, s.date, p.handle, t.kind
  FROM presentation AS t
  JOIN session AS s ON s.id = t.session
  JOIN edition AS e ON e.id = s.edition
  JOIN person AS p ON p.id = t.person
 ORDER BY e.number, e.year, e.code, s.date, p.family_key, p.given_key, p.handle;

-- Certificates by their numbers. Whether one is stale is said by `certificates` and `verify`, which look at the register.
CREATE VIEW certificates AS
SELECT c.number || '/' || c.year AS number, c.code, p.handle, e.code AS edition, c.issued_on AS issued,
       CASE WHEN c.revoked_at IS NOT NULL THEN 'revoked'
            WHEN EXISTS (SELECT 1 FROM certificate AS n WHERE n.supersedes = c.id) THEN 'superseded'
            ELSE 'valid' END AS status
  FROM certificate AS c
  JOIN enrolment AS m ON m.id = c.enrolment
  JOIN edition AS e ON e.id = m.edition
  JOIN person AS p ON p.id = m.person
 ORDER BY c.year, c.number;
