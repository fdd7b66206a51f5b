-- A million transfers of people whom nobody knows.
WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 999999)
SELECT date('2021-01-01', (i / 2740) || ' days') AS date,
       printf('%d.%02d', 10 + i * 7919 % 490, i % 100) AS amount,
       printf('Fattura n. %06d, saldo della fornitura di cancelleria', i) AS text,
       printf('Ditta %05d', i * 31337 % 99991) AS payer,
       NULL AS iban
  FROM n;
