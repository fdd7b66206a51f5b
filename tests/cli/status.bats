# shellcheck shell=bats
# balint-fees status: where each participant's account stands.
load helper
load accounts

@test "what is charged, paid, open, overdue and due next, by name" {
	ninth
	balint-fees pay rossi 85.40 --on 2021-02-27 >/dev/null
	balint-fees pay bianchi 50 --on 2021-02-27 >/dev/null
	prints balint-fees status -H <<-'END'
		handle|family|given|charged|adjusted|paid|open|overdue|next_due|credit
		bianchi|Bianchi|Luca|305.00|0.00|50.00|255.00|11.00|2021-03-31|0.00
		conti|Conti|Teresa|427.00|0.00|0.00|427.00|85.40|2021-03-31|0.00
		dangelo|D'Angelo|Anna|427.00|0.00|0.00|427.00|85.40|2021-03-31|0.00
		deluca|De Luca|Giorgio|305.00|0.00|0.00|305.00|61.00|2021-03-31|0.00
		esposito|Esposito|Nicolò|305.00|0.00|0.00|305.00|61.00|2021-03-31|0.00
		fontana|Fontana|Bruno|427.00|0.00|0.00|427.00|85.40|2021-03-31|0.00
		greco|Greco|Silvia|305.00|0.00|0.00|305.00|61.00|2021-03-31|0.00
		maggio|Maggio|Ida|305.00|0.00|0.00|305.00|61.00|2021-03-31|0.00
		muller|Müller|Hannah|427.00|0.00|0.00|427.00|85.40|2021-03-31|0.00
		ricci|Ricci|Paolo|305.00|0.00|0.00|305.00|61.00|2021-03-31|0.00
		rossi|Rossi|Maria|427.00|0.00|85.40|341.60|0.00|2021-03-31|0.00
	END
}

# of HANDLE [OPTION...]: paid, open, overdue and next_due of one.
of()
{
	local handle=$1
	shift
	balint-fees status "$@" -c handle,paid,open,overdue,next_due | sed -n "s/^$handle\t//p"
}

@test "on its day an instalment is due, the day after it is overdue" {
	ninth
	BALINT_TODAY=2021-03-31 prints of rossi <<<'0.00|427.00|85.40|2021-03-31'
	BALINT_TODAY=2021-04-01 prints of rossi <<<'0.00|427.00|170.80|2021-04-30'
}

@test "--as-of looks at another day: later payments are not there yet" {
	ninth
	balint-fees pay rossi 85.40 --on 2021-03-05 >/dev/null
	prints of rossi --as-of 2021-03-04 <<<'0.00|427.00|85.40|2021-03-31'
	prints of rossi --as-of 05/03/2021 <<<'85.40|341.60|0.00|2021-03-31'
	prints of rossi --as-of 2021-06-30 <<<'85.40|341.60|256.20|2021-06-30'
	prints of rossi --as-of 2021-07-01 <<<'85.40|341.60|341.60|'
}

@test "who has paid all owes nothing next" {
	ninth
	balint-fees pay rossi 427 --on 2021-02-27 >/dev/null
	prints of rossi <<<'427.00|0.00|0.00|'
}

@test "a payment for a later month leaves the earlier ones overdue" {
	ninth
	balint-fees pay rossi 85.40 --on 2021-02-27 --month 2021-03 >/dev/null
	prints of rossi <<<'85.40|341.60|85.40|2021-04-30'
}

@test "who has left still stands there" {
	ninth
	balint-group withdraw rossi --on 2021-03-01
	prints of rossi <<<'0.00|427.00|85.40|2021-03-31'
}

@test "the columns add up for everybody" {
	ninth
	for amount in 1 61 100.10; do balint-fees pay greco $amount --on 2021-03-01 >/dev/null; done
	balint-fees status -c charged,adjusted,paid,open |
		/usr/bin/python3 -c '
import sys
from decimal import Decimal
for charged, adjusted, paid, still in (map(Decimal, line.split()) for line in sys.stdin): assert charged + adjusted - paid == still'
}

@test "without an edition named, all open ones count together" {
	edition
	balint-group edition add 2 --number 2 --year 2021 >/dev/null
	person rossi Rossi Maria --profession medico
	for code in 1 2; do
		balint-group enrol rossi -e $code >/dev/null
		balint-fees tariff set medici-psicologi "${code}00" -e $code
		balint-fees plan --months 2021-04..2021-04 -e $code >/dev/null
	done
	same 36600 "$(balint-fees status -c open | total)" 'what is open in all'
	prints balint-fees status -e 2 -c handle,open <<<'rossi|244.00'
}

@test "where nobody owes anything, it is silent" {
	association
	silent balint-fees status
}

@test "a wrong date or edition is refused" {
	ninth
	refused 2 "--as-of: '31/02/2026' is not a date: February 2026 has 28 days" balint-fees status --as-of 31/02/2026
	refused 1 "edition: unknown '7'*" balint-fees status -e 7
}

# row HANDLE [OPTION...]: charged, adjusted, paid, open and credit of one.
row()
{
	local handle=$1
	shift
	balint-fees status "$@" -c handle,charged,adjusted,paid,open,credit | sed -n "s/^$handle\t//p"
}

@test "payments, refunds, reversals and discounts count from their days on" {
	prepared eventful_accounts
	prints row bianchi --as-of 2021-02-25 <<<'305.00|0.00|0.00|305.00|0.00'
	prints row bianchi --as-of 2021-02-26 <<<'305.00|0.00|305.00|0.00|95.00'
	prints row bianchi --as-of 2021-03-14 <<<'305.00|0.00|305.00|0.00|95.00'
	prints row bianchi --as-of 2021-03-15 <<<'305.00|0.00|305.00|0.00|45.00'
	prints row rossi -e 9 --as-of 2021-03-04 <<<'427.00|0.00|170.80|256.20|0.00'
	prints row rossi -e 9 --as-of 2021-03-05 <<<'427.00|0.00|270.80|156.20|0.00'
	prints row rossi -e 9 --as-of 2021-03-08 <<<'427.00|0.00|170.80|256.20|0.00'
	prints row rossi -e 9 --as-of 2021-03-10 <<<'427.00|-25.40|170.80|230.80|0.00'
	prints row rossi -e 9 --as-of 2021-03-11 <<<'427.00|-15.40|170.80|240.80|0.00'
	prints row rossi -e 9 <<<'427.00|-25.40|170.80|230.80|0.00'
	prints row rossi <<<'727.00|-25.40|170.80|530.80|0.00'
}

@test "a refund that is reversed is credit again" {
	prepared eventful_accounts
	reverse 8 2021-03-17 'tornato indietro' >/dev/null
	prints row bianchi --as-of 2021-03-16 <<<'305.00|0.00|305.00|0.00|45.00'
	prints row bianchi <<<'305.00|0.00|305.00|0.00|95.00'
}

@test "an institution has a row of its own: it owes nothing itself, and its credit is there" {
	prepared eventful_accounts
	prints row asl <<<'0.00|0.00|0.00|0.00|48.20'
	prints row asl --as-of 2021-03-03 <<<'0.00|0.00|0.00|0.00|0.00'
	prints row conti <<<'427.00|0.00|85.40|341.60|0.00'
	prints row greco <<<'305.00|0.00|72.00|233.00|0.00'
	same "$(balint-fees due --all -c amount | total)" "$(balint-fees status -c open | total)" 'what is open'
	# What came in is what was paid of instalments, refunded, or is credit.
	same "$(sql "SELECT sum(amount) FROM entry WHERE kind = 'payment' OR reverses = 2")" \
		$(($(balint-fees status -c paid | total) + $(balint-fees status -c credit | total) + 5000)) 'all payments'
}

@test "who has only a credit is listed: with the editions that they belong to, and where all are meant" {
	prepared eventful_accounts
	person neri Neri Ada --profession medico
	entry payment neri 1000 2021-03-01 >/dev/null
	same '' "$(row neri -e 9)"
	prints row neri <<<'0.00|0.00|0.00|0.00|10.00'
	balint-group enrol neri -e 9 >/dev/null
	prints row neri -e 9 <<<'0.00|0.00|0.00|0.00|10.00'
	same '' "$(row asl -e 10)"
	sql "UPDATE edition SET status = 'closed'"
	prints balint-fees status -c handle,open,credit <<-'END'
		asl|0.00|48.20
		bianchi|0.00|45.00
		neri|0.00|10.00
	END
}
