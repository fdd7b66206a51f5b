-- A register of so many editions (temp table size), each of 10 sessions and 20 participants who have a mark for every session, a quarter
-- of them with times: 200 marks an edition. Run on a store that has just been made.
PRAGMA synchronous = OFF;
BEGIN;
CREATE TEMP TABLE n AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) SELECT i FROM n;
INSERT INTO edition (id, code, number, year, title, programme, composition, every, at, minutes, min, max, reference, joining)
SELECT i, 'e' || i, 1 + i % 9999, 2020, 'Gruppo', 'annual', 'mixed', 2, '21:00', 90, 1, 99, '{family}', 'whole'
  FROM n WHERE i <= (SELECT editions FROM size);
INSERT INTO person (id, handle, family, given, family_key, given_key)
SELECT i, printf('p%06d', i), printf('Cognome%05d', i * 7919 % 100000), 'Nome', printf('cognome%05d', i * 7919 % 100000), 'nome'
  FROM n WHERE i <= 20 * (SELECT editions FROM size);
INSERT INTO enrolment (edition, person, role, status)
SELECT (id + 19) / 20, id, 'participant', 'active' FROM person WHERE id <= 20 * (SELECT editions FROM size);
INSERT INTO session (edition, date, start, finish, uid, changed_at)
SELECT e.id, date('2020-01-01', '+' || (14 * n.i) || ' days'), '21:00', '22:30', printf('%08x-0000-4000-8000-%012x', e.id, n.i), '2020-01-01T00:00:00Z'
  FROM edition AS e, n WHERE n.i <= 10;
INSERT INTO mark (session, person, status, mode, marked_at, marked_by)
SELECT s.id, m.person, iif((s.id + m.person) % 10 = 0, 'absent', 'present'), iif((s.id + m.person) % 10 = 0, NULL, 'room'), '2020-12-31T12:00:00Z', 'bench'
  FROM session AS s
  JOIN enrolment AS m ON m.edition = s.edition
 ORDER BY s.id, m.person;
INSERT INTO spell (mark, arrived, "left")
SELECT id, '21:07', '22:30' FROM mark WHERE status = 'present' AND id % 4 = 0;
COMMIT;
