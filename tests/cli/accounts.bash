# shellcheck shell=bash
# Ledgers for the tests of the reports, with entries of every kind written by hand.

# entry KIND HANDLE AMOUNT DATE [TEXT [COLUMN VALUE]...]: an entry of the ledger, in cents; prints its number.
entry()
{
	local kind=$1 handle=$2 amount=$3 date=$4 text=${5:-} columns= values=
	shift $(($# < 5 ? $# : 5))
	while [ $# -gt 1 ]; do
		columns="$columns, $1" values="$values, $2"
		shift 2
	done
	text=${text//\'/\'\'}
	sql "INSERT INTO entry (kind, person, amount, date, text, recorded_at$columns)
		SELECT '$kind', id, $amount, '$date', nullif('$text', ''), '2021-03-20T00:00:00Z'$values FROM person WHERE handle = '$handle';
		SELECT last_insert_rowid()"
}

# instalment HANDLE MONTH [EDITION]: its number.
instalment()
{
	sql "SELECT i.id FROM instalment AS i JOIN enrolment AS m ON m.id = i.enrolment JOIN person AS p ON p.id = m.person JOIN edition AS e ON e.id = m.edition
		WHERE p.handle = '$1' AND i.due_on LIKE '$2-%' AND e.code LIKE '${3:-%}'"
}

# allocate ENTRY AMOUNT DATE HANDLE MONTH [EDITION]: so much of a payment to an instalment, in cents.
allocate()
{
	sql "INSERT INTO allocation (entry, instalment, amount, date) VALUES ($1, $(instalment "$4" "$5" "${6:-%}"), $2, '$3')"
}

# adjust HANDLE MONTH AMOUNT DATE REASON: more or less to pay, in cents; prints its number.
adjust() { entry adjustment "$1" "$3" "$4" "$5" instalment "$(instalment "$1" "$2")"; }

# refund ENTRY HANDLE AMOUNT DATE TEXT: money of that payment back to who paid it; prints its number.
refund()
{
	local number
	number=$(entry refund "$2" "$3" "$4" "$5")
	sql "INSERT INTO allocation (entry, refund, amount, date) VALUES ($1, $number, $3, '$4')"
	echo "$number"
}

# reverse ENTRY DATE REASON: takes an entry back, as the ledger does; prints its number.
reverse()
{
	sql "INSERT INTO entry (kind, person, instalment, amount, date, text, reverses, recorded_at)
		SELECT 'reversal', person, instalment, -amount, '$2', '${3//\'/\'\'}', id, '2021-03-20T00:00:00Z' FROM entry WHERE id = $1;
		SELECT last_insert_rowid();
		INSERT INTO allocation (entry, instalment, refund, amount, date)
		SELECT entry, instalment, refund, -sum(amount), '$2' FROM allocation
		 WHERE entry = (SELECT id FROM entry WHERE id = $1 AND kind = 'payment') OR refund = $1
		 GROUP BY entry, instalment, refund HAVING sum(amount) <> 0"
}

# The ninth edition with an institution that pays for three, and everything that can happen to money. Beside it edition 10,
# without VAT, in which Rossi is too.
eventful_accounts()
{
	ninth
	balint-group person add asl --family 'ASL TO3' --institution --email asl@example.org >/dev/null
	for handle in conti dangelo greco; do balint-group person set $handle --payer asl; done
	balint-group person set rossi --tax-code RSSMRA80A41H501Y
	balint-group edition add 10 --number 10 --year 2021 >/dev/null
	balint-group enrol rossi -e 10 >/dev/null
	balint-fees tariff set medici-psicologi 300 --nature N4 -e 10
	balint-fees plan rossi --months 2021-09..2021-11 -e 10 >/dev/null
	sql "UPDATE instalment SET rate = iif(vat = 0, 0, 2200), nature = iif(vat = 0, 'N4', NULL)"
	balint-fees pay rossi 170.80 --on 2021-03-02 --text 'rossi feb mar' -e 9 >/dev/null           # 1
	balint-fees pay rossi 100 --on 2021-03-05 -e 9 >/dev/null                                     # 2, an error
	reverse 2 2021-03-08 'di un altro conto' >/dev/null                                           # 3
	adjust rossi 2021-06 -2540 2021-03-10 'sconto <famiglia> & "amici"' >/dev/null                # 4
	adjust rossi 2021-05 1000 2021-03-11 'dispense' >/dev/null                                    # 5
	reverse 5 2021-03-12 'dispense rese' >/dev/null                                               # 6
	balint-fees pay bianchi 400 --on 2021-02-26 -q -e 9 >/dev/null                                # 7, 95.00 too much
	refund 7 bianchi 5000 2021-03-15 'restituzione' >/dev/null                                    # 8
	entry payment asl 30000 2021-03-04 'ASL TO3 febbraio e altro' >/dev/null                      # 9
	allocate 9 8540 2021-03-04 conti 2021-02
	allocate 9 8540 2021-03-04 dangelo 2021-02
	allocate 9 6100 2021-03-04 greco 2021-02
	allocate 9 2000 2021-03-04 fontana 2021-02
	balint-fees pay greco 11 --on 2021-03-06 -e 9 >/dev/null                                      # 10, herself
}
