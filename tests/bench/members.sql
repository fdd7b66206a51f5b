-- :members people with addresses in edition 1, which has one session on 31 March 2021. A temporary table `size` says how many.
INSERT INTO person (handle, family, given, family_key, given_key, email)
SELECT 'p' || value, 'Müller', 'Nicolò ' || value, 'muller', 'nicolo', 'p' || value || '@example.org'
  FROM generate_series(1, (SELECT members FROM size));
INSERT INTO enrolment (edition, person, role, status)
SELECT (SELECT id FROM edition WHERE code = '1'), id, 'participant', 'active' FROM person;
INSERT INTO session (edition, date, start, finish, planned_on, every, uid, changed_at)
SELECT id, '2021-03-31', '21:00', '22:30', '2021-03-31', 2, '00000000-0000-4000-8000-000000000000', '2021-03-01T00:00:00Z' FROM edition WHERE code = '1';
