# shellcheck shell=bats
# balint-fees reverse: what is wrong in the ledger is taken back by a new entry.
load helper

setup()
{
	scene
	ninth
}

# account HANDLE: each of its instalments: month, still open, paid.
account() { balint-fees due --all -f tsv -c handle,month,amount,paid | sed -n "s/^$1\t//p"; }

# of HANDLE: what is charged, adjusted, paid, open, and credit.
of() { balint-fees status -c handle,charged,adjusted,paid,open,credit | sed -n "s/^$1\t//p"; }

@test "a payment that is reversed leaves its instalments open, and history stays" {
	balint-fees pay rossi 170 --on 2021-03-01 >/dev/null
	prints balint-fees reverse 1 --reason 'di Rosi' --on 2021-03-10 <<<2
	prints of rossi <<<'427.00|0.00|0.00|427.00|0.00'
	same $'1|payment|17000|2021-03-01||\n2|reversal|-17000|2021-03-10|di Rosi|1' "$(sql 'SELECT id, kind, amount, date, text, reverses FROM entry ORDER BY id')" 'the entries'
	same $'8540|2021-03-01\n8460|2021-03-01\n-8540|2021-03-10\n-8460|2021-03-10' "$(sql 'SELECT amount, date FROM allocation ORDER BY id')" 'the allocations'
	same '170.00:257.00' "$(balint-fees status --as-of 2021-03-09 -c handle,paid,open | sed -n 's/^rossi\t//p' | tr '\t' :)" 'the day before'
	silent balint-group check
}

@test "its credit goes with it" {
	run balint-fees pay rossi 500 --on 2021-03-01
	balint-fees reverse 1 --reason errore >/dev/null
	prints of rossi <<<'427.00|0.00|0.00|427.00|0.00'
}

@test "what it leaves open takes the credit of another payment" {
	balint-fees pay rossi 85.40 --on 2021-02-27 >/dev/null
	run balint-fees pay rossi 400 --on 2021-03-01
	balint-fees reverse 1 --reason doppio >/dev/null
	prints account rossi <<<'2021-02|27.00|58.40'
	prints of rossi <<<'427.00|0.00|400.00|27.00|0.00'
}

@test "reversing the reversed again with the same reason changes nothing" {
	balint-fees pay rossi 85.40 --on 2021-02-27 >/dev/null
	balint-fees reverse 1 --reason errore >/dev/null
	unchanged prints balint-fees reverse 1 --reason errore <<<2
	BALINT_TODAY=2021-04-01 unchanged prints balint-fees reverse 1 --reason errore <<<2
	refused 1 'entry 1 is reversed already, by 2 for another reason' balint-fees reverse 1 --reason altro
}

@test "a reversal cannot be reversed, but what it took back can be entered anew" {
	balint-fees pay rossi 85.40 --on 2021-02-27 >/dev/null
	balint-fees reverse 1 --reason errore >/dev/null
	refused 1 'entry 2 is a reversal itself; what it has taken back can be entered anew' balint-fees reverse 2 --reason x
	prints balint-fees pay rossi 85.40 --on 2021-02-27 <<<3
}

@test "an adjustment that is reversed leaves the instalment as it was planned" {
	balint-fees adjust rossi --less 100 --reason borsa >/dev/null
	prints balint-fees reverse 2 --reason errore <<<3
	prints of rossi <<<'427.00|-85.40|0.00|341.60|0.00'
	prints balint-fees reverse 1 --reason errore <<<4
	prints of rossi <<<'427.00|0.00|0.00|427.00|0.00'
}

@test "without what was more, the surplus goes to what is open, or is credit" {
	balint-fees adjust rossi --more 50 --reason libro --month 2021-02 >/dev/null
	balint-fees pay rossi 135.40 --on 2021-03-20 >/dev/null
	prints balint-fees reverse 1 --reason 'non ordinato' <<<3
	prints account rossi <<-'END'
		2021-03|35.40|50.00
		2021-04|85.40|0.00
		2021-05|85.40|0.00
		2021-06|85.40|0.00
	END
	balint-fees adjust rossi --more 50 --reason libro --month 2021-06 >/dev/null
	balint-fees pay rossi 341.60 --on 2021-03-20 >/dev/null
	warns "'rossi' has a credit of 50.00; to give it back: balint-fees refund rossi 50.00 --on DATE" balint-fees reverse 4 --reason 'non ordinato'
}

@test "without what was less, the instalment is open again and takes credit" {
	run balint-fees pay rossi 400 --on 2021-03-01
	balint-fees adjust rossi --less 100 --reason borsa 2>/dev/null
	prints of rossi <<<'427.00|-100.00|327.00|0.00|73.00'
	for id in 2 3; do balint-fees reverse $id --reason revoca >/dev/null; done
	prints of rossi <<<'427.00|0.00|400.00|27.00|0.00'
}

@test "what was more cannot go while it is needed for what was less" {
	balint-fees adjust rossi --more 50 --reason libro --month 2021-03 >/dev/null
	balint-fees adjust rossi --less 100 --reason borsa --month 2021-03 >/dev/null
	refused 1 'only 35.40 is still charged of that instalment; reverse what was taken off it first' balint-fees reverse 1 --reason x
	balint-fees reverse 2 --reason revoca >/dev/null
	prints balint-fees reverse 1 --reason x <<<4
}

@test "a refund that is reversed is credit again, which goes to what is open" {
	run balint-fees pay rossi 500 --on 2021-03-01
	balint-fees refund rossi 73 --on 2021-03-02 >/dev/null
	warns "'rossi' has a credit of 73.00; to give it back: balint-fees refund rossi 73.00 --on DATE" \
		balint-fees reverse 2 --reason 'bonifico tornato' --on 2021-03-05
	same 3 "$output" 'the number'
	prints of rossi <<<'427.00|0.00|427.00|0.00|73.00'
	prints balint-fees refund rossi 73 --on 2021-03-02 <<<4
	balint-fees adjust rossi --more 20 --reason libro >/dev/null
	run balint-fees reverse 4 --reason 'bonifico tornato'
	prints of rossi <<<'427.00|20.00|447.00|0.00|53.00'
	silent balint-group check
}

@test "a payment of which a part was given back: the refund is reversed first" {
	run balint-fees pay rossi 500 --on 2021-03-01
	balint-fees refund rossi 50 --on 2021-03-02 >/dev/null
	refused 1 'part of payment 1 has been given back; reverse the refund first: balint-fees reverse 2 --reason T' balint-fees reverse 1 --reason x
	balint-fees reverse 2 --reason x >/dev/null
	prints balint-fees reverse 1 --reason x <<<4
	prints of rossi <<<'427.00|0.00|0.00|427.00|0.00'
}

@test "a payment from the bank may be reversed; the transfer waits again" {
	sql "INSERT INTO statement VALUES (1, 'marzo.csv', 'unicredit', '2021-03-20T10:00:00Z');
	     INSERT INTO credit VALUES (1, 1, '2021-03-01', 8540, 'ROSSI MARIA', NULL, 'rossi feb', 'k', 1);
	     INSERT INTO entry (kind, person, amount, date, credit, recorded_at)
	     SELECT 'payment', id, 8540, '2021-03-01', 1, '2021-03-20T10:00:00Z' FROM person WHERE handle = 'rossi'"
	same matched "$(sql 'SELECT state FROM credit_account')" 'its state'
	balint-fees reverse 1 --reason 'di Rosi' >/dev/null
	same 'waiting|0' "$(sql 'SELECT state, given FROM credit_account')" 'its state'
}

@test "the day is today, or the last one on which the entry did something" {
	balint-fees pay rossi 85.40 --on 2021-03-25 >/dev/null
	balint-fees pay conti 85.40 --on 2021-03-01 >/dev/null
	balint-fees reverse 1 --reason x >/dev/null
	balint-fees reverse 2 --reason x >/dev/null
	same $'2021-03-25\n2021-03-20' "$(sql "SELECT date FROM entry WHERE kind = 'reversal' ORDER BY id")"
}

@test "nothing is reversed before it was done" {
	balint-fees pay rossi 85.40 --on 2021-03-10 >/dev/null
	refused 1 '--on: entry 1 still did something on 2021-03-10, and cannot be reversed on 2021-03-09' balint-fees reverse 1 --reason x --on 2021-03-09
	prints balint-fees reverse 1 --reason x --on 2021-03-10 <<<2
}

@test "what is no entry is refused" {
	refused 1 "there is no entry 7 in the ledger; 'balint-fees statement HANDLE' shows those of a person" balint-fees reverse 7 --reason x
	refused 2 "ID: 'rossi' is not a number of the ledger" balint-fees reverse rossi --reason x
	refused 2 "ID: '' is not a number of the ledger" balint-fees reverse '' --reason x
	refused 2 "ID: '99999999999999999999' is not a number of the ledger" balint-fees reverse 99999999999999999999 --reason x
	refused 2 "ID: '-1' is not a number of the ledger" balint-fees reverse --reason x -- -1
	refused 2 '--reason T is needed' balint-fees reverse 1
	refused 2 '--reason: an empty text' balint-fees reverse 1 --reason ''
	refused 2 "'reverse' wants ID" balint-fees reverse --reason x
}
