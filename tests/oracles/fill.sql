-- 20,000 sessions, 10,000 each in two editions 1 and 2 of a store that has just been made: every day from 2001 on, in
-- the years in which the clocks change by one rule and for which pytz, too, knows it. Those of edition 1 are in the
-- evening; those of edition 2 at any time of the day but the hour that is left out or repeated, the last one until
-- midnight. Some are cancelled, some are in another room, whose name is folded at every place that there is.
BEGIN;
WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 9999)
INSERT INTO session (edition, date, start, finish, planned_on, every, status, note, venue, uid, sequence, changed_at)
SELECT e.id, date('2001-01-01', '+' || i || ' days'),
       CASE WHEN e.code = '1' THEN '21:00' WHEN i % 11 = 0 THEN '00:30' ELSE printf('%02d:%02d', (240 + i * 37 % 1111) / 60, (240 + i * 37 % 1111) % 60) END,
       CASE WHEN e.code = '1' THEN '22:30' WHEN i % 11 = 0 THEN '01:15' ELSE printf('%02d:%02d', (330 + i * 37 % 1111) / 60, (330 + i * 37 % 1111) % 60) END,
       date('2001-01-01', '+' || i || ' days'), 1,
       iif(i % 7 = 3, 'cancelled', 'scheduled'), iif(i % 7 = 3, 'Neve, "molta"; \n', NULL), CASE i % 3 WHEN 1 THEN 'Aula ' || i || ', piano \ ' || (i % 4) WHEN 2 THEN substr('abcdefgh', i % 8 + 1) || replace(hex(zeroblob(i % 50)), '00', 'è€🙂') END,
       printf('%08x-%04x-4000-8000-000000000000', i * 2654435761 % 4294967296, e.number), i % 5 + 10 * (i % 1000 = 0),
       strftime('%Y-%m-%dT%H:%M:%SZ', '2000-12-01', '+' || i || ' hours')
  FROM n, edition AS e
 WHERE e.code IN ('1', '2');
COMMIT;
