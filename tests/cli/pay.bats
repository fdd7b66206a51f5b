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

# Rossi and Conti are paid for by an institution.
institution()
{
	balint-group person add asl --family 'ASL Torino' --institution >/dev/null
	for handle in rossi conti; do balint-group person set $handle --payer asl; done
}

# open_of HANDLE...: what is open of each of them.
open_of() { for handle in "$@"; do balint-fees status -c handle,open | sed -n "s/^$handle\t//p"; done | xargs; }

@test "an institution pays for its participants: the oldest instalments first, whosever they are" {
	institution
	prints balint-fees pay asl 200 --on 2021-03-01 <<<1
	prints account conti <<-'END'
		2021-03|56.20|29.20
		2021-04|85.40|0.00
		2021-05|85.40|0.00
		2021-06|85.40|0.00
	END
	prints account rossi <<-'END'
		2021-03|85.40|0.00
		2021-04|85.40|0.00
		2021-05|85.40|0.00
		2021-06|85.40|0.00
	END
	same asl "$(sql 'SELECT p.handle FROM entry AS e JOIN person AS p ON p.id = e.person')" 'whose payment it is'
	same 427.00 "$(open_of dangelo)" 'what another owes'
}

@test "an institution may say the month, for all of them" {
	institution
	balint-fees pay asl 170.80 --on 2021-03-01 --month 2021-05 >/dev/null
	same 0 "$(balint-fees due --month 2021-05 -c handle | grep -cE 'rossi|conti')" 'open instalments of May'
	same '341.60 341.60' "$(open_of rossi conti)"
	refused 1 "--month: 'asl' has no instalment in 2021-12" balint-fees pay asl 10 --on 2021-03-01 --month 2021-12
}

@test "what an institution pays beyond is its credit, not theirs" {
	institution
	warns "146.00 is more than is open, and stays as credit of 'asl'" balint-fees pay asl 1000 --on 2021-03-01
	same 0.00 "$(balint-fees status -c handle,credit | sed -n 's/^rossi\t//p')" 'the credit of Rossi'
	same '14600' "$(sql "SELECT r.rest FROM payment_rest AS r JOIN person AS p ON p.id = r.person WHERE p.handle = 'asl'")" 'its credit'
	unchanged run balint-fees pay asl 1000 --on 2021-03-01
}

@test "the credit of an institution is taken by the instalments of those it pays for, the oldest first" {
	institution
	run balint-fees pay asl 1000 --on 2021-03-01
	balint-group edition set 9 --max 13
	participant neri Neri Ada --payer asl
	participant verdi Verdi Ugo --payer asl
	balint-fees plan >/dev/null
	same '106.75:39.25' "$(balint-fees status -c handle,paid | sed -n 's/^\(neri\|verdi\)\t//p' | paste -sd :)" 'what is paid of each'
	prints account verdi <<-'END'
		2021-03|67.50|39.25
		2021-04|106.75|0.00
		2021-05|106.75|0.00
		2021-06|106.75|0.00
	END
}

@test "somebody whose payer is an institution pays a part themselves: for their own instalments" {
	institution
	balint-fees pay rossi 100 --on 2021-03-01 >/dev/null
	same '327.00 427.00' "$(open_of rossi conti)"
	warns "73.00 is more than is open, and stays as credit of 'rossi'" balint-fees pay rossi 400 --on 2021-03-02
	same '0.00 427.00' "$(open_of rossi conti)"
}

@test "a participant who pays for another pays their own first, then the other's, month by month" {
	balint-group person set conti --payer rossi
	balint-fees pay rossi 200 --on 2021-03-01 >/dev/null
	same '312.40 341.60' "$(open_of rossi conti)"
	balint-fees pay conti 10 --on 2021-03-01 >/dev/null
	same '312.40 331.60' "$(open_of rossi conti)"
}

@test "an institution that pays for nobody of the edition owes nothing there" {
	balint-group person add asl --family 'ASL Torino' --institution >/dev/null
	refused 1 "'asl' is not a member of edition 9" balint-fees pay asl 10 --on 2021-03-01
	balint-group person set gallo --payer asl
	refused 1 "'asl' is not a member of edition 9" balint-fees pay asl 10 --on 2021-03-01
}

@test "a payment counts as of its day, not before what it takes was charged" {
	balint-fees adjust rossi --more 50 --reason libro --month 2021-02 --on 2021-03-10 >/dev/null
	balint-fees pay rossi 477 --on 2021-02-27 >/dev/null
	same $'8540|2021-02-27\n5000|2021-03-10' "$(sql 'SELECT amount, date FROM allocation ORDER BY id LIMIT 2')" 'the allocations'
	for day in 2021-03-09:427.00:0.00:50.00 2021-03-10:477.00:0.00:0.00; do
		same "${day#*:}" "$(sql "SELECT printf('%.2f:%.2f:%.2f', sum(a.amount) / 100.0,
		    (42700 + (SELECT coalesce(sum(amount), 0) FROM entry WHERE kind = 'adjustment' AND date <= '${day%%:*}') - sum(a.amount)) / 100.0,
		    (47700 - sum(a.amount)) / 100.0) FROM allocation AS a WHERE a.date <= '${day%%:*}'")" "paid, open and credit as of ${day%%:*}"
	done
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
	refused 2 "*: no amount and no number here is ever negative" balint-fees pay rossi -85.40 --on 2021-02-27
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
