-- 100,000 open instalments: 8,000 people with family names of their own (three syllables), 10,000 enrolments in editions of
-- twelve, ten months each. For fewer, `CREATE TEMP TABLE size AS SELECT 1000 AS enrolments` beforehand. Run on a store that has
-- just been made.
PRAGMA synchronous = OFF;
BEGIN;
CREATE TEMP TABLE IF NOT EXISTS size AS SELECT 10000 AS enrolments;
-- No syllable begins the name of a month or of a group, so that names begin and end where they seem to.
CREATE TEMP TABLE syllable AS
SELECT key AS i, value AS text
  FROM json_each('["ca","ri","na","ve","lo","ta","si","re","mi","do","cu","pe","za","fo","bi","ne","ru","va","co","te"]');
CREATE TEMP TABLE month_name AS
SELECT key AS i, value AS text
  FROM json_each('["febbraio","marzo","aprile","maggio","giugno","luglio","agosto","settembre","ottobre","novembre"]');
CREATE TEMP TABLE n AS
WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n, size WHERE i + 1 < size.enrolments)
SELECT i FROM n;

INSERT INTO person (handle, family, given, family_key, given_key, profession, email)
SELECT a.text || b.text || c.text, upper(substr(a.text, 1, 1)) || substr(a.text, 2) || b.text || c.text, 'Anna', a.text || b.text || c.text, 'anna', 'medico',
       a.text || b.text || c.text || '@example.org'
  FROM n, size
  JOIN syllable AS a ON a.i = n.i % 20
  JOIN syllable AS b ON b.i = n.i / 20 % 20
  JOIN syllable AS c ON c.i = n.i / 400 % 20
 WHERE n.i < size.enrolments * 4 / 5
 ORDER BY n.i;
INSERT INTO edition (code, number, year, title, programme, composition, every, at, minutes, min, max, reference, joining)
SELECT n.i + 1, n.i + 1, 2021, 'Gruppo Balint', 'annual', 'mixed', 2, '21:00', 90, 1, 12, '{title} {number} ed {year}_{family}_{month}', 'whole'
  FROM n, size
 WHERE n.i < (size.enrolments + 11) / 12
 ORDER BY n.i;
INSERT INTO tariff (edition, category, net, rate) SELECT id, 'medici-psicologi', 35000, 2200 FROM edition;
INSERT INTO enrolment (edition, person, role, status)
SELECT n.i / 12 + 1, n.i % (size.enrolments * 4 / 5) + 1, 'participant', 'active'
  FROM n, size
 ORDER BY n.i;
INSERT INTO instalment (enrolment, due_on, net, vat, gross, reference, planned_on, rate)
SELECT m.id, date('2021-03-01', k.i || ' months', '-1 day'), 3500, 770, 4270, 'Gruppo Balint ' || e.number || ' ed 2021_' || p.family || '_' || k.text, '2021-01-01', 2200
  FROM enrolment AS m
  JOIN edition AS e ON e.id = m.edition
  JOIN person AS p ON p.id = m.person
  JOIN month_name AS k
 ORDER BY m.id, k.i;
COMMIT;
