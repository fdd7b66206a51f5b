# shellcheck shell=bats
# balint-fees pay: a payment entered by hand.
load helper

setup()
{
	scene
	ninth
}

# account HANDLE: each of its instalments: month, still open, paid.
account() { balint-fees due --all -f tsv -c handle,month,amount,paid | sed -n "s/^$1\t//p"; }

@test "pay prints the number of the entry in the ledger" {
	prints balint-fees pay rossi 85.40 --on 2021-02-27 <<<1
	prints balint-fees pay bianchi 61,00 --on 27/02/2021 <<<2
}

@test "a payment goes to the oldest open instalment first" {
	balint-fees pay rossi 85.40 --on 2021-02-27 >/dev/null
	prints account rossi <<-'END'
		2021-03|85.40|0.00
		2021-04|85.40|0.00
		2021-05|85.40|0.00
		2021-06|85.40|0.00
	END
}

@test "170.00 are February in full and 84.60 of March: 0.80 are still open" {
	balint-fees pay rossi 170 --on 2021-03-02 >/dev/null
	prints account rossi <<-'END'
		2021-03|0.80|84.60
		2021-04|85.40|0.00
		2021-05|85.40|0.00
		2021-06|85.40|0.00
	END
}

@test "427.00 are all of it" {
	balint-fees pay rossi 427 --on 2021-02-27 >/dev/null
	silent account rossi
	run balint-fees status -c handle,charged,paid,open,overdue,next_due
	[[ $output == *"rossi${TAB}427.00${TAB}427.00${TAB}0.00${TAB}0.00${TAB}"* ]]
}

@test "--month says which instalment it is for" {
	balint-fees pay rossi 85.40 --on 2021-02-27 --month 2021-04 >/dev/null
	prints account rossi <<-'END'
		2021-02|85.40|0.00
		2021-03|85.40|0.00
		2021-05|85.40|0.00
		2021-06|85.40|0.00
	END
}

@test "the same payment again prints the same number and changes nothing" {
	balint-fees pay rossi 85.40 --on 2021-02-27 >/dev/null
	before=$(fingerprint)
	warns "85.40 of 'rossi' on 2021-02-27 is there already; a second one needs --again" balint-fees pay rossi 85,40 --on 27/02/2021
	same 1 "$output" 'the number'
	same "$before" "$(fingerprint)" 'the store'
}

@test "a second payment of the same person, amount and day needs --again" {
	balint-fees pay rossi 85.40 --on 2021-02-27 >/dev/null
	prints balint-fees pay rossi 85.40 --on 2021-02-27 --again <<<2
	prints account rossi <<-'END'
		2021-04|85.40|0.00
		2021-05|85.40|0.00
		2021-06|85.40|0.00
	END
}

@test "the same payment for another month is refused" {
	balint-fees pay rossi 85.40 --on 2021-02-27 --month 2021-04 >/dev/null
	refused 1 '*--again*' balint-fees pay rossi 85.40 --on 2021-02-27 --month 2021-05
	unchanged run balint-fees pay rossi 85.40 --on 2021-02-27 --month 2021-04
	same 0 "$status" 'the exit status'
}

@test "another person, amount or day is another payment" {
	balint-fees pay rossi 50 --on 2021-02-27 >/dev/null
	prints balint-fees pay conti 50 --on 2021-02-27 <<<2
	prints balint-fees pay rossi 50.01 --on 2021-02-27 <<<3
	prints balint-fees pay rossi 50 --on 2021-02-28 <<<4
}

@test "what is more than is open stays the payer's credit, and that is said" {
	warns "73.00 is more than is open, and stays as credit of 'rossi'" balint-fees pay rossi 500 --on 2021-03-01
	same 1 "$output" 'the number'
	silent account rossi
	run balint-fees status -c handle,open,credit
	[[ $output == *"rossi${TAB}0.00${TAB}73.00"* ]]
}

@test "a payment is never allocated beyond its amount, nor an instalment beyond its own" {
	for amount in 100 0.01 85.39 1000; do
		run balint-fees pay rossi $amount --on 2021-03-01
	done
	same '' "$(sql 'SELECT e.id FROM entry AS e JOIN allocation AS a ON a.entry = e.id GROUP BY e.id HAVING sum(a.amount) > e.amount')" 'payments allocated beyond their amount'
	same '' "$(sql 'SELECT i.id FROM instalment AS i JOIN allocation AS a ON a.instalment = i.id GROUP BY i.id HAVING sum(a.amount) > i.gross')" 'instalments paid beyond their amount'
	silent balint-group check
}

@test "credit is taken by the instalments that are planned next" {
	participant neri Neri Ada
	run balint-fees pay neri 100 --on 2021-03-01
	balint-fees plan >/dev/null
	prints account neri <<-'END'
		2021-03|6.75|100.00
		2021-04|106.75|0.00
		2021-05|106.75|0.00
		2021-06|106.75|0.00
	END
}

@test "it may have a note" {
	balint-fees pay rossi 85.40 --on 2021-02-27 --text 'GRUPPO BALINT ROSSI FEB' >/dev/null
	same 'GRUPPO BALINT ROSSI FEB' "$(sql 'SELECT text FROM entry')"
}

@test "where several editions are open, one must be named" {
	balint-group edition add 10 --number 10 --year 2021 >/dev/null
	refused 1 'several editions are open (9, 10); name one with --edition' balint-fees pay rossi 85.40 --on 2021-02-27
	succeeds balint-fees pay rossi 85.40 --on 2021-02-27 -e 9
}

@test "what is no payment is refused" {
	refused 1 'a payment of 0.00 is none' balint-fees pay rossi 0 --on 2021-02-27
	for amount in x '' 1.234,50 85.401 85.4x; do
		refused 2 "AMOUNT: '$amount' is not an amount; write it as 350, 350.00 or 350,00" balint-fees pay rossi "$amount" --on 2021-02-27
	done
}

@test "a negative amount is refused as what it is" {
	refused 2 "AMOUNT: '-85.40': an amount is never negative" balint-fees pay --on 2021-02-27 -- rossi -85.40
	refused 2 "*: an amount is never negative" balint-fees pay rossi -85.40 --on 2021-02-27
}

@test "what pay cannot take is refused" {
	refused 2 '--on DATE is needed' balint-fees pay rossi 85.40
	refused 2 "'pay' wants HANDLE AMOUNT" balint-fees pay rossi --on 2021-02-27
	refused 2 "--on: '2021-02-29' is not a date: February 2021 has 28 days" balint-fees pay rossi 85.40 --on 2021-02-29
	refused 1 "handle: unknown 'rosi'; did you mean 'rossi'?" balint-fees pay rosi 85.40 --on 2021-02-27
	refused 1 "--month: 'rossi' has no instalment in 2021-12" balint-fees pay rossi 85.40 --on 2021-02-27 --month 2021-12
	refused 2 "--month: '2021-13' is not a month; write it as 2021-03" balint-fees pay rossi 85.40 --on 2021-02-27 --month 2021-13
	person neri Neri Ada
	refused 1 "'neri' is not a member of edition 9" balint-fees pay neri 85.40 --on 2021-02-27
	refused 1 "'gallo' is *" balint-fees pay gallo 85.40 --on 2021-02-27
}
