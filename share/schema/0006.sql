-- Step 6: the whole life of an enrolment; the leaflet's text; erasure.

-- Since when somebody waits for a place: with the id, the order of the waiting list.
ALTER TABLE enrolment ADD COLUMN waiting_on TEXT CHECK (waiting_on IS date(waiting_on, '+0 days'));
UPDATE enrolment SET waiting_on = applied_on WHERE status = 'waiting';

-- What the leaflet says of the group, in place of the usual paragraph.
ALTER TABLE edition ADD COLUMN about TEXT CHECK (about <> '');

-- The program and the verb of a command, such as 'balint-group person set', which its line has among options; null of older ones.
ALTER TABLE log ADD COLUMN verb TEXT CHECK (verb <> '');

-- Payments of which a receipt was printed, with its number: they are no longer undone but reversed.
CREATE TABLE receipt (
  entry     INTEGER NOT NULL PRIMARY KEY REFERENCES entry (id),
  issued_at TEXT NOT NULL
) STRICT;

-- Somebody was forgotten, but a reader still kept old pages of the file: what is left of them is to be cleared away.
CREATE TABLE erasure (
  id    INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  since TEXT NOT NULL
) STRICT;

DROP VIEW members;
CREATE VIEW members AS
SELECT e.code AS edition, p.handle, p.family, p.given, m.role, m.status, p.profession, f.category, p.email, p.phone,
       CASE WHEN m.joined_on IS NULL AND m.applied_on IS NOT NULL THEN NULL -- has not joined, or never did
            ELSE coalesce(m.joined_on, (SELECT min(min(s.date), coalesce(m.left_on, '9999-12-31')) FROM session AS s WHERE s.edition = e.id)) END AS joined,
       m.left_on AS left, m.applied_on AS applied, m.waiting_on AS waiting,
       iif(m.status = 'waiting', row_number() OVER (PARTITION BY e.code, m.role, m.status ORDER BY m.waiting_on, m.id), NULL) AS place,
       m.reason, p.tax_code, payer.handle AS payer, p.born_on, p.born_in, p.language, iif(p.mail, 'yes', 'no') AS reminders
  FROM enrolment AS m
  JOIN edition AS e ON e.id = m.edition
  JOIN person AS p ON p.id = m.person
  LEFT JOIN person AS payer ON payer.id = p.payer
  LEFT JOIN profession AS f ON f.code = p.profession
 ORDER BY e.number, e.year, e.code, p.family_key, p.given_key, p.handle;

-- Certificates by their numbers. Whether one is stale is said by `certificates` and `verify`, which look at the register. Of whom was
-- forgotten the number stays, and says nothing.
DROP VIEW certificates;
CREATE VIEW certificates AS
SELECT c.number || '/' || c.year AS number, c.code, p.handle, e.code AS edition, c.issued_on AS issued,
       CASE WHEN substr(c.content, 1, 10) = '{"erased":' THEN 'erased'
            WHEN c.revoked_at IS NOT NULL THEN 'revoked'
            WHEN EXISTS (SELECT 1 FROM certificate AS n WHERE n.supersedes = c.id) THEN 'superseded'
            ELSE 'valid' END AS status
  FROM certificate AS c
  JOIN enrolment AS m ON m.id = c.enrolment
  JOIN edition AS e ON e.id = m.edition
  JOIN person AS p ON p.id = m.person
 ORDER BY c.year, c.number;
