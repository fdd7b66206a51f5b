-- A store as large as a federation would make it: 100,000 participants with ten instalments each, and
-- 100,000 sessions. Run on a store that has just been made, with two editions 1 and 2.
PRAGMA synchronous = OFF;
BEGIN;
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
INSERT INTO person (handle, family, given, family_key, given_key, profession, email)
SELECT printf('p%06d', i), printf('Cognome%05d', i * 7919 % 100000), 'Nome', printf('cognome%05d', i * 7919 % 100000), 'nome', 'medico',
       printf('p%06d@example.org', i)
  FROM n;
INSERT INTO enrolment (edition, person, role, status)
SELECT 1, id, 'participant', 'active' FROM person;
WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 9)
INSERT INTO instalment (enrolment, due_on, net, vat, gross, reference, planned_on)
SELECT e.id, date('2021-01-01', '+' || (i + 1) || ' months', '-1 day'), 7000, 1540, 8540,
       'Gruppo Balint 1 ed 2021_' || p.family || '_mese ' || i, '2021-01-01'
  FROM n, enrolment AS e
  JOIN person AS p ON p.id = e.person;
WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 99999)
INSERT INTO session (edition, date, start, finish, planned_on, every, uid, changed_at)
SELECT 2, date('1700-01-01', '+' || i || ' days'), '21:00', '22:30', date('1700-01-01', '+' || i || ' days'), 1,
       printf('%08x-0000-4000-8000-000000000000', i), '2021-01-01T00:00:00Z'
  FROM n;
COMMIT;
