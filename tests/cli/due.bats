# shellcheck shell=bats
# balint-fees due: the fee CSV, the transfers that each member must still make.
load helper

@test "the fee CSV of March, as the contract has it" {
	edition
	balint-group edition set 1 --number 9 --year 2020
	sessions --from 2021-02-17 --count 10
	balint-fees tariff set medici-psicologi 350
	balint-fees tariff set altre-professioni 250
	person rossi Rossi Maria --profession medico
	person bianchi Bianchi Luca --profession insegnante
	balint-group enrol rossi bianchi --on 2021-02-17 >/dev/null
	balint-fees plan >/dev/null
	balint-fees due --month 2021-03 -f csv -c due_on,amount,iban,reference >got
	printf '%s\r\n' 'due_on,amount,iban,reference' \
		'2021-03-31,61.00,IT92S0200801058000040951624,Gruppo Balint 9 ed 2020_Bianchi_marzo' \
		'2021-03-31,85.40,IT92S0200801058000040951624,Gruppo Balint 9 ed 2020_Rossi_marzo' | diff - got
}

@test "all columns, in the order of the contract" {
	ninth
	run balint-fees due --month 2021-03 -H
	same 'due_on|amount|currency|payee|iban|reference|handle|family|given|email|edition|month|net|vat|gross|paid|status' "$(visible <<<"${lines[0]}")"
	same "2021-03-31|85.40|EUR|Associazione IL NODO group|$IBAN|Gruppo Balint 9 ed 2020_D'Angelo_marzo|dangelo|D'Angelo|Anna|dangelo@example.org|9|2021-03|70.00|15.40|85.40|0.00|open" \
		"$(visible <<<"${lines[3]}")"
}

@test "without an option, those due by the end of this month" {
	ninth
	same $'2021-02-28\n2021-03-31' "$(balint-fees due -c due_on | uniq)"
	same 2021-02-28 "$(BALINT_TODAY=2021-02-01 balint-fees due -c due_on | uniq)"
	BALINT_TODAY=2021-01-31 silent balint-fees due
}

@test "--month takes one month, --until those due until that day, --all the later ones too" {
	ninth
	same 2021-05-31 "$(balint-fees due --month 2021-05 -c due_on | uniq)" 'of May'
	same $'2021-02-28\n2021-03-31\n2021-04-30' "$(balint-fees due --until 2021-04-30 -c due_on | uniq)" 'until 30 April'
	same $'2021-02-28\n2021-03-31' "$(balint-fees due --until 29/04/2021 -c due_on | uniq)" 'until 29 April'
	same 55 "$(balint-fees due --all | wc -l)" 'the number of all'
	silent balint-fees due --month 2022-03
}

@test "rows come by due date, family and given name, without regard to accents and case" {
	edition
	balint-fees tariff set medici-psicologi 350
	participant a rossi Ugo
	participant b Rossi anna
	participant c Ésposito Ida
	participant d Esposito Leo
	balint-fees plan --months 2021-03..2021-04 >/dev/null
	prints balint-fees due --all -c due_on,handle <<-'END'
		2021-03-31|c
		2021-03-31|d
		2021-03-31|b
		2021-03-31|a
		2021-04-30|c
		2021-04-30|d
		2021-04-30|b
		2021-04-30|a
	END
}

@test "amount is what is still open; what is paid is gone" {
	ninth
	balint-fees pay rossi 85.40 --on 2021-02-27 >/dev/null
	balint-fees pay bianchi 50 --on 2021-02-27 >/dev/null
	prints balint-fees due --month 2021-02 -c handle,amount,gross,paid,status <<-'END'
		bianchi|11.00|61.00|50.00|partial
		conti|85.40|85.40|0.00|open
		dangelo|85.40|85.40|0.00|open
		deluca|61.00|61.00|0.00|open
		esposito|61.00|61.00|0.00|open
		fontana|85.40|85.40|0.00|open
		greco|61.00|61.00|0.00|open
		maggio|61.00|61.00|0.00|open
		muller|85.40|85.40|0.00|open
		ricci|61.00|61.00|0.00|open
	END
}

@test "who has left still owes what was planned" {
	ninth
	balint-group withdraw rossi --on 2021-03-01
	same 5 "$(balint-fees due --all -c handle | grep -c rossi)" 'the instalments of rossi'
}

@test "where none is named, all open editions are meant" {
	edition
	balint-group edition add 2 --number 2 --year 2021 >/dev/null
	person rossi Rossi Maria --profession medico
	for code in 1 2; do
		balint-group enrol rossi -e $code >/dev/null
		balint-fees tariff set medici-psicologi "${code}00" -e $code
		balint-fees plan --months 2021-03..2021-03 -e $code >/dev/null
	done
	prints balint-fees due -c edition,amount <<-'END'
		1|122.00
		2|244.00
	END
	prints balint-fees due -e 2 -c edition,amount <<<'2|244.00'
	BALINT_EDITION=1 prints balint-fees due -c edition,amount <<<'1|122.00'
}

@test "a changed payee or IBAN is that of every transfer still to make" {
	ninth
	balint-group set payee='Il Nodo' iban=DE89370400440532013000
	same "Il Nodo${TAB}DE89370400440532013000" "$(balint-fees due --all -c payee,iban | uniq)"
}

@test "due and status agree to the cent" {
	ninth
	balint-fees pay rossi 100 --on 2021-02-27 >/dev/null
	same "$(balint-fees due --all -c amount | total)" "$(balint-fees status -c open | total)" 'what is open'
	same "$(balint-fees due --until 2021-03-19 -c amount | total)" "$(balint-fees status -c overdue | total)" 'what is overdue'
}

@test "where nothing is planned, nothing is due" {
	association
	silent balint-fees due --all
	prints balint-fees due --all -c due_on,amount -H <<<'due_on|amount'
}

@test "what due cannot take is refused" {
	ninth
	for month in 2021-3 2021-13 2021-00 03/2021 marzo 2021-03-01 ''; do
		refused 2 "--month: '$month' is not a month; write it as 2021-03" balint-fees due --month "$month"
	done
	refused 2 "--until: '2021-02-29' is not a date: February 2021 has 28 days" balint-fees due --until 2021-02-29
	refused 2 'only one of --month, --until or --all can be given' balint-fees due --all --month 2021-03
	refused 2 'only one of --month, --until or --all can be given' balint-fees due --until 2021-03-31 --month 2021-03
	refused 1 "edition: unknown '7'*" balint-fees due -e 7
}
