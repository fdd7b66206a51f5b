-- A transfer for each open instalment of open.sql, in no order, by references as banks mangle them a little: case and separators.
SELECT date('2021-03-01', (i.id * 7919 % 300) || ' days') AS date,
       printf('%.2f', i.gross / 100.0) AS amount,
       CASE i.id % 7
         WHEN 0 THEN i.reference
         WHEN 1 THEN upper(i.reference)
         WHEN 2 THEN upper(replace(i.reference, '_', ' '))
         WHEN 3 THEN replace(i.reference, '_', '-')
         WHEN 4 THEN upper(replace(replace(i.reference, '_', ''), ' ', ''))
         WHEN 5 THEN replace(replace(i.reference, '_', ' / '), 'Balint', 'balint')
         ELSE upper(replace(replace(i.reference, '_', '?'), 'Balint', 'Bali nt'))
       END AS text,
       upper(p.family || ' ' || p.given) AS payer,
       NULL AS iban
  FROM instalment AS i
  JOIN enrolment AS m ON m.id = i.enrolment
  JOIN person AS p ON p.id = m.person
 ORDER BY i.id * 7919 % 300, i.id * 31337 % 99991;
