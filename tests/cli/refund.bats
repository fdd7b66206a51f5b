# shellcheck shell=bats
# balint-fees refund: credit that is given back.
load helper

setup()
{
	scene
	ninth
}

# credit HANDLE
credit() { balint-fees status -c handle,credit | sed -n "s/^$1\t//p"; }

@test "a refund gives credit back and prints its number in the ledger" {
	run balint-fees pay rossi 500 --on 2021-03-01
	prints balint-fees refund rossi 50 --on 2021-03-10 --text 'bonifico a Rossi' <<<2
	same 23.00 "$(credit rossi)" 'the credit'
	same 'refund|5000|2021-03-10|bonifico a Rossi' "$(sql 'SELECT kind, amount, date, text FROM entry WHERE id = 2')" 'the entry'
	same '1|5000|2021-03-10' "$(sql 'SELECT entry, amount, date FROM allocation WHERE refund = 2')" 'what it comes from'
	silent balint-group check
}

@test "it comes from the oldest payments first" {
	balint-fees pay rossi 427 --on 2021-02-27 >/dev/null
	run balint-fees pay rossi 30 --on 2021-03-02
	run balint-fees pay rossi 20 --on 2021-03-01
	run balint-fees pay rossi 10 --on 2021-03-03
	prints balint-fees refund rossi 45 --on 2021-03-10 <<<5
	same $'3|2000\n2|2500' "$(sql 'SELECT entry, amount FROM allocation WHERE refund = 5 ORDER BY id')" 'what it comes from'
	same 15.00 "$(credit rossi)" 'the credit'
	prints balint-fees refund rossi 15 --on 2021-03-10 <<<6
	same $'2|500\n4|1000' "$(sql 'SELECT entry, amount FROM allocation WHERE refund = 6 ORDER BY id')" 'what the second one comes from'
	same 0.00 "$(credit rossi)" 'the credit'
}

@test "more than the credit is refused, and the credit is said" {
	refused 1 "'rossi' has no credit that could be given back" balint-fees refund rossi 1 --on 2021-03-10
	run balint-fees pay rossi 500 --on 2021-03-01
	refused 1 "'rossi' has a credit of 73.00, and no more than that can be given back" balint-fees refund rossi 73.01 --on 2021-03-10
	prints balint-fees refund rossi 73 --on 2021-03-10 <<<2
	refused 1 "'rossi' has no credit that could be given back" balint-fees refund rossi 1 --on 2021-03-10
}

@test "the same again prints the same number and changes nothing; a second one needs --again" {
	run balint-fees pay rossi 527 --on 2021-03-01
	balint-fees refund rossi 50 --on 2021-03-10 >/dev/null
	before=$(fingerprint)
	warns "a refund of 50.00 to 'rossi' on 2021-03-10 is there already; a second one needs --again" balint-fees refund rossi 50,00 --on 10/03/2021
	same 2 "$output" 'the number'
	same "$before" "$(fingerprint)" 'the store'
	prints balint-fees refund rossi 50 --on 2021-03-10 --again <<<3
	warns "a refund of 50.00 to 'rossi' on 2021-03-10 is there already; a second one needs --again" balint-fees refund rossi 50 --on 2021-03-10
}

@test "what was given back is not taken by the instalments planned next" {
	participant neri Neri Ada
	run balint-fees pay neri 100 --on 2021-03-01
	balint-fees refund neri 60 --on 2021-03-02 >/dev/null
	balint-fees plan >/dev/null
	same '40.00:0.00' "$(balint-fees status -c handle,paid,credit | sed -n 's/^neri\t//p' | tr '\t' :)"
}

@test "credit of an institution is given back to the institution" {
	balint-group person add asl --family 'ASL Torino' --institution >/dev/null
	balint-group person set rossi --payer asl
	run balint-fees pay asl 450 --on 2021-03-01
	refused 1 "'rossi' has no credit that could be given back" balint-fees refund rossi 23 --on 2021-03-02
	prints balint-fees refund asl 23 --on 2021-03-02 <<<2
}

@test "what refund cannot take is refused" {
	refused 2 '--on DATE is needed' balint-fees refund rossi 1
	refused 2 "'refund' wants HANDLE AMOUNT" balint-fees refund rossi --on 2021-03-10
	refused 2 "AMOUNT: 'x' is not an amount; write it as 350, 350.00 or 350,00" balint-fees refund rossi x --on 2021-03-10
	refused 2 "AMOUNT: '-1': an amount is never negative" balint-fees refund --on 2021-03-10 -- rossi -1
	refused 1 'a refund of 0.00 is none' balint-fees refund rossi 0 --on 2021-03-10
	refused 1 "handle: unknown 'rosi'; did you mean 'rossi'?" balint-fees refund rosi 1 --on 2021-03-10
}
