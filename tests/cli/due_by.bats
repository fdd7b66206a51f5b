# shellcheck shell=bats disable=SC2154
# balint-fees due --by payer: one transfer for all that an institution pays for.
load helper

asl_ninth()
{
	ninth
	balint-group person add asl --family 'ASL TO3' --institution --email asl@example.org >/dev/null
	for handle in conti dangelo greco; do balint-group person set $handle --payer asl; done
}

@test "one row a payer and due date, with the payer's names, address and reference" {
	prepared asl_ninth
	prints balint-fees due --month 2021-03 --by payer -c due_on,amount,reference,handle,family,given,email,net,vat,gross,paid,status <<-'END'
		2021-03-31|231.80|Gruppo Balint 9 ed 2020_ASL TO3_marzo|asl|ASL TO3||asl@example.org|190.00|41.80|231.80|0.00|open
		2021-03-31|61.00|Gruppo Balint 9 ed 2020_Bianchi_marzo|bianchi|Bianchi|Luca|bianchi@example.org|50.00|11.00|61.00|0.00|open
		2021-03-31|61.00|Gruppo Balint 9 ed 2020_De Luca_marzo|deluca|De Luca|Giorgio|deluca@example.org|50.00|11.00|61.00|0.00|open
		2021-03-31|61.00|Gruppo Balint 9 ed 2020_Esposito_marzo|esposito|Esposito|Nicolò|esposito@example.org|50.00|11.00|61.00|0.00|open
		2021-03-31|85.40|Gruppo Balint 9 ed 2020_Fontana_marzo|fontana|Fontana|Bruno|fontana@example.org|70.00|15.40|85.40|0.00|open
		2021-03-31|61.00|Gruppo Balint 9 ed 2020_Maggio_marzo|maggio|Maggio|Ida|maggio@example.org|50.00|11.00|61.00|0.00|open
		2021-03-31|85.40|Gruppo Balint 9 ed 2020_Müller_marzo|muller|Müller|Hannah|muller@example.org|70.00|15.40|85.40|0.00|open
		2021-03-31|61.00|Gruppo Balint 9 ed 2020_Ricci_marzo|ricci|Ricci|Paolo|ricci@example.org|50.00|11.00|61.00|0.00|open
		2021-03-31|85.40|Gruppo Balint 9 ed 2020_Rossi_marzo|rossi|Rossi|Maria|rossi@example.org|70.00|15.40|85.40|0.00|open
	END
}

@test "the columns are those of due, in every format" {
	prepared asl_ninth
	for format in tsv csv csv-it table; do
		same "$(balint-fees due -H -f $format | head -n 1 | tr -s ' ')" "$(balint-fees due --by payer -H -f $format | head -n 1 | tr -s ' ')" "the header of $format"
	done
	prints balint-fees due --month 2021-03 --by payer -f jsonl -c handle,amount,given,month <<<"$(balint-fees due --month 2021-03 --by payer -f tsv -c handle,amount,month |
		awk -F '\t' '{ printf "{\"handle\":\"%s\",\"amount\":%s,\"given\":%s,\"month\":\"%s\"}\n", $1, $2, ($1 == "asl" ? "\"\"" : "@"), $3 }' |
		while IFS= read -r line; do
			handle=${line#*\":\"} handle=${handle%%\"*}
			given=$(balint-group person show "$handle" -c given)
			line=${line/@/\"$given\"}
			printf '%s\n' "${line/\"given\":\"\"/\"given\":null}"
		done)"
	balint-fees due --month 2021-03 --by payer -f csv-it -c due_on,amount,family | head -n 2 | visible | diff - <(printf '%s\n' \
		'<BOM>due_on;amount;family<CR>' '31/03/2021;231,80;"ASL TO3"<CR>')
}

@test "nothing is lost: the sums of every column are those of due" {
	prepared asl_ninth
	balint-fees pay rossi 100 --on 2021-02-27 >/dev/null
	balint-fees pay conti 50 --on 2021-02-27 >/dev/null
	for column in amount net vat gross paid; do
		for choice in '' --all '--month 2021-02' '--until 2021-04-30'; do
			# shellcheck disable=SC2086  # options
			same "$(balint-fees due $choice -c $column | total)" "$(balint-fees due $choice --by payer -c $column | total)" "the sum of $column $choice"
		done
	done
	prints balint-fees due --month 2021-02 --by payer -c handle,amount,paid,status <<-'END'
		asl|181.80|50.00|partial
		bianchi|61.00|0.00|open
		deluca|61.00|0.00|open
		esposito|61.00|0.00|open
		fontana|85.40|0.00|open
		maggio|61.00|0.00|open
		muller|85.40|0.00|open
		ricci|61.00|0.00|open
	END
}

@test "what is paid is gone, and with the last of its people the institution too" {
	prepared asl_ninth
	balint-fees pay greco 61 --on 2021-02-27 >/dev/null
	prints eval 'balint-fees due --month 2021-02 --by payer -c handle,amount | grep asl' <<<'asl|170.80'
	for handle in conti dangelo; do balint-fees pay $handle 85.40 --on 2021-02-27 >/dev/null; done
	same '' "$(balint-fees due --month 2021-02 --by payer -c handle | grep asl)"
}

@test "without payers it is due itself" {
	ninth
	balint-fees pay rossi 100 --on 2021-02-27 >/dev/null
	same "$(balint-fees due --all)" "$(balint-fees due --all --by payer)"
	same "$(balint-fees due --all)" "$(balint-fees due --all --by participant)"
}

@test "over several editions a payer has a row for each" {
	prepared asl_ninth
	balint-group edition add 10 --number 10 --year 2021 >/dev/null
	balint-group enrol conti greco -e 10 >/dev/null
	balint-fees tariff set medici-psicologi 100 -e 10
	balint-fees tariff set altre-professioni 50 -e 10
	balint-fees plan --months 2021-03..2021-03 -e 10 >/dev/null
	prints eval 'balint-fees due --month 2021-03 --by payer -c handle,edition,amount,reference | grep asl' <<-'END'
		asl|9|231.80|Gruppo Balint 9 ed 2020_ASL TO3_marzo
		asl|10|183.00|Gruppo Balint 10 ed 2021_ASL TO3_marzo
	END
	prints balint-fees due --month 2021-03 --by payer -e 10 -c handle,edition,amount <<<'asl|10|183.00'
}

@test "one person of an institution has its reference too" {
	ninth
	balint-group person add asl --family 'ASL TO3' --institution >/dev/null
	balint-group person set conti --payer asl
	prints eval 'balint-fees due --month 2021-03 --by payer -c amount,reference,email | head -n 1' <<<'85.40|Gruppo Balint 9 ed 2020_ASL TO3_marzo|'
}

@test "a participant who pays for another too has one row, with a reference of their own name" {
	ninth
	balint-group person set conti --payer rossi
	prints eval 'balint-fees due --month 2021-03 --by payer -c handle,amount,reference | grep -i "rossi\|conti"' <<<'rossi|170.80|Gruppo Balint 9 ed 2020_Rossi_marzo'
	# When Rossi has paid their own, the row is about the other one only.
	balint-fees pay rossi 85.40 --on 2021-03-01 --month 2021-03 >/dev/null
	prints eval 'balint-fees due --month 2021-03 --by payer -c handle,amount,reference | grep -i "rossi\|conti"' <<<'rossi|85.40|Gruppo Balint 9 ed 2020_Rossi_marzo'
}

@test "a payer whose family name a participant has is named in full; a month of two years has its year" {
	edition --reference '{family}/{given}/{month}/{code}/{handle}/{title}/{number}/{year}'
	balint-fees tariff set medici-psicologi 100
	participant rossi Rossi Maria
	participant conti Conti Teresa
	person rossi.ugo Rossi Ugo
	balint-group person set conti --payer rossi.ugo
	balint-fees plan --months 2021-03..2022-03 >/dev/null
	prints eval 'balint-fees due --all --by payer -c reference | grep -i ugo | sed -n "1p;2p;\$p"' <<-'END'
		Rossi Ugo/Ugo/marzo 2021/1/rossi.ugo/Gruppo Balint/1/2021
		Rossi Ugo/Ugo/aprile/1/rossi.ugo/Gruppo Balint/1/2021
		Rossi Ugo/Ugo/marzo 2022/1/rossi.ugo/Gruppo Balint/1/2021
	END
}

@test "a reference that a transfer cannot carry is refused, and nothing is printed" {
	ninth
	balint-group person add asl --family "$(printf 'Azienda %.0s' {1..16})" --institution >/dev/null
	balint-group person set muller --payer asl
	refused 1 "the reference of 'asl' has more than 140 characters; *" balint-fees due --by payer
	succeeds balint-fees due
}

@test "what --by cannot take is refused" {
	ninth
	refused 2 "--by: 'month' is none of participant|payer" balint-fees due --by month
	refused 2 'only one of --month, --until or --all can be given' balint-fees due --by payer --all --month 2021-03
}
