# shellcheck shell=bats disable=SC2154,SC1112
# balint-fees reconcile: what came in, and whom and which month it is for.
load helper
load bank

setup()
{
	scene
	ninth
}

# D'Alò of the vectors, who pays 61.00 a month from February on.
dalo()
{
	person dalo "D'Alò" Nicolò --profession oss
	balint-group enrol dalo --on 2021-02-17 >/dev/null
	balint-fees plan dalo >/dev/null
}

# namesakes: Maria and Mario Rossi in one edition, with equal fees, and Bianchi, who pays less.
namesakes() { prepared make_namesakes; }

make_namesakes()
{
	make_edition
	balint-group edition set 1 --number 9 --year 2020
	person rossi Rossi Maria --profession medico
	person rossi.mario Rossi Mario --profession medico
	person bianchi Bianchi Luca --profession insegnante
	balint-group enrol rossi rossi.mario bianchi --on 2021-02-17 >/dev/null
	sessions --from 2021-02-17 --count 10
	balint-fees tariff set medici-psicologi 350
	balint-fees tariff set altre-professioni 250
	balint-fees plan >/dev/null
}

# ---- what a preview shows

@test "the statement of the vectors: Rossi's February, D'Alò's March, and one that nobody is sure of" {
	dalo
	for file in camt053-001-02.xml camt053-001-08.xml; do
		capture balint-fees reconcile "$DATA/$file" -f tsv -c line,date,amount,payer,text,verdict,handle,month,allocated
		ended 3
		same 3 "${#lines[@]}" 'the number of rows: one a credit, none for what went out'
		same '10|2021-03-04|85.40|ROSSI MARIA|GRUPPO BALINT 9 ED 2020-ROSSI-FEBBRAIO|matched|rossi|2021-02|85.40' "${lines[0]//$TAB/|}"
		[[ ${lines[1]//$TAB/|} == "22|2021-03-04|61.00|D'ALO' NICOLO'|Gruppo Balint 9 ed 2020_D Alo"*"_marzo|matched|dalo|2021-03|61.00" ]]
		[[ ${lines[2]//$TAB/|} == '22|2021-03-04|61.00|BIANCHI & FIGLI SNC|bonifico|'* ]]
		[[ ${lines[2]} != *matched* ]]
	done
}

@test "MT940: the line is that of the movement, and words that its lines broke are whole" {
	judged 0 "$DATA/mt940-1.sta" <<<'5|matched|rossi|2021-02|85.40'
}

@test "the columns, in the order of the contract" {
	capture balint-fees reconcile "$DATA/mt940-1.sta" -f tsv -H
	[[ ${lines[0]} == "line${TAB}date${TAB}amount${TAB}payer${TAB}text${TAB}verdict${TAB}handle${TAB}month${TAB}allocated${TAB}reason"* ]]
	[[ $TAB${lines[0]}$TAB == *"$TAB"edition"$TAB"* && $TAB${lines[0]}$TAB == *"$TAB"credit"$TAB"* ]]
}

@test "every row has a reason" {
	dalo
	capture balint-fees reconcile "$DATA/camt053-001-08.xml" -f tsv -c reason
	same 3 "${#lines[@]}" 'the reasons'
	for line in "${lines[@]}"; do [[ $line == *[a-z]* ]]; done
}

@test "a preview writes nothing, not even to the log" {
	dalo
	unchanged run balint-fees reconcile "$DATA/camt053-001-08.xml"
	same 3 "$status" 'the exit status'
	unchanged run balint-fees reconcile "$DATA/mt940-1.sta" -f csv-it
	same 0 "$status" 'the exit status'
}

@test "totals on standard error count lines, credits, what is matched, debits and pending ones" {
	dalo
	camt >many.xml <<-'END'
		2021-03-01|85.40|ROSSI MARIA||Gruppo Balint 9 ed 2020_Rossi_febbraio
		2021-03-01|61.00|||Gruppo Balint 9 ed 2020_Bianchi_febbraio
		2021-03-01|61.00|||Gruppo Balint 9 ed 2020_Greco_febbraio
		2021-03-02|7.00|||Interessi
		2021-03-02|-3.23|||Commissioni
		2021-03-02|-2.00|||Bollo
		2021-03-03|61.00|||Gruppo Balint 9 ed 2020_Ricci_febbraio||pending
	END
	capture balint-fees reconcile many.xml
	ended 3
	for count in 7 4 3 2 1; do grep -qw $count <<<"$stderr" || same "the number $count" "$stderr" 'standard error'; done
	same 4 "${#lines[@]}" 'the rows'
}

@test "all formats say the same" {
	dalo
	file=$DATA/camt053-001-08.xml
	capture balint-fees reconcile "$file" -f jsonl -c line,amount,verdict,handle,month,allocated
	same '{"line":10,"amount":85.40,"verdict":"matched","handle":"rossi","month":"2021-02","allocated":85.40}' "${lines[0]}"
	capture balint-fees reconcile "$file" -f csv -c amount,payer
	same $'amount,payer\r\n85.40,ROSSI MARIA\r\n61.00,D\'ALO\' NICOLO\'\r\n61.00,BIANCHI & FIGLI SNC\r' "$output"
	capture balint-fees reconcile "$file" -f csv-it -c date,amount
	[[ $output == *$'04/03/2021;85,40\r\n'* ]]
	capture balint-fees reconcile "$file" -f table -c handle,month
	[[ ${lines[0]} == handle*month* && $output == *'rossi '*2021-02* ]]
}

@test "what the bank writes cannot reach a terminal or a spreadsheet as a command" {
	unicredit >odd.csv <<<'04.03.2021|1,00|=cmd|x'
	capture balint-fees reconcile odd.csv -f csv-it -c text
	[[ $output == *"'=cmd"* ]]
	unicredit >odd.csv <<<$'04.03.2021|1,00|bonifico \e]0;x\a fine'
	keep
	capture balint-fees reconcile odd.csv -f table
	[[ $status == [13] && $output$stderr != *$'\e'* ]]
	kept
}

# ---- what --apply does

@test "--apply writes every credit, and the payments of those that are matched" {
	dalo
	capture balint-fees reconcile --apply "$DATA/camt053-001-08.xml"
	ended 3
	same $'2021-03-04|8540\n2021-03-04|6100\n2021-03-04|6100' "$(sql 'SELECT booked_on, amount FROM credit ORDER BY amount DESC, id')" 'the credits'
	same '2021-02|85.40' "$(paid rossi)" "Rossi's"
	same '2021-03|61.00' "$(paid dalo)" "D'Alò's"
	same '' "$(paid bianchi)" "Bianchi's"
	same IT60X0542811101000000123456 "$(sql 'SELECT iban FROM credit WHERE iban IS NOT NULL')" 'the account of the payer'
	silent balint-group check
}

@test "--apply prints the rows that the preview printed" {
	dalo
	columns=line,date,amount,payer,text,verdict,handle,month,allocated,reason
	capture balint-fees reconcile "$DATA/camt053-001-08.xml" -f tsv -c $columns
	preview=$output
	capture balint-fees reconcile "$DATA/camt053-001-08.xml" -f tsv -c $columns --apply
	ended 3
	same 3 "${#lines[@]}" 'the number of rows'
	same "$preview" "$output" 'the rows'
}

@test "if all is matched, the exit status is 0" {
	judged 0 --apply "$DATA/mt940-1.sta" <<<'5|matched|rossi|2021-02|85.40'
	same '2021-02|85.40' "$(paid rossi)"
}

@test "the payment has the day of the booking, and the transfer behind it" {
	takes_over "$DATA/mt940-1.sta"
	same 'payment|8540|2021-03-04|1' "$(sql 'SELECT kind, amount, date, credit FROM entry')"
	[[ $(balint-fees status --as-of 2021-03-03 -c handle,paid | grep rossi) == *"${TAB}0.00" ]]
	[[ $(balint-fees status --as-of 2021-03-04 -c handle,paid | grep rossi) == *"${TAB}85.40" ]]
}

@test "one file is one entry of the log" {
	before=$(balint-group log | wc -l)
	takes_over "$DATA/mt940-1.sta"
	same $((before + 1)) "$(balint-group log | wc -l)" 'the entries of the log'
}

@test "--dry-run with --apply prints and writes nothing" {
	unchanged judged 0 --apply --dry-run "$DATA/mt940-1.sta" <<<'5|matched|rossi|2021-02|85.40'
}

@test "--probable is for --apply" {
	refused 2 '*--apply*' balint-fees reconcile "$DATA/mt940-1.sta" --probable
}

@test "what is probable is applied only on request" {
	transfer 'Gruppo Balint 9 ed 2020_Bianchi' 61.00 'BIANCHI LUCA'
	judged 3 transfer.xml -c verdict,handle,month,allocated <<<'probable|bianchi|2021-02|61.00'
	takes_over transfer.xml
	same '' "$(paid bianchi)" 'after --apply'
	takes_over transfer.xml
	same '' "$(paid bianchi)" 'after --apply again'
	takes_over transfer.xml --probable
	same '2021-02|61.00' "$(paid bianchi)" 'after --apply --probable'
	same 1 "$(sql 'SELECT count(*) FROM credit')" 'the number of credits'
	before=$(fingerprint)
	takes_over transfer.xml --probable
	same "$before" "$(fingerprint)" 'the store after once more'
}

@test "--apply --probable applies both at once" {
	camt >both.xml <<-'END'
		2021-03-01|85.40|||Gruppo Balint 9 ed 2020_Rossi_febbraio
		2021-03-02|61.00|BIANCHI LUCA||quota
		2021-03-02|61.00|GRECO SILVIA||quota
	END
	takes_over both.xml --probable
	same '2021-02|85.40' "$(paid rossi)"
	same '2021-02|61.00' "$(paid bianchi)"
	same '2021-02|61.00' "$(paid greco)"
}

@test "without a file, what waits is judged again: preview, then --apply" {
	transfer 'Gruppo Balint 9 ed 2020_Neri_marzo' 85.40 'NERI ADA'
	takes_over transfer.xml
	same 1 "$(sql 'SELECT count(*) FROM credit')" 'the number of credits'
	person neri Neri Ada --profession medico
	balint-group enrol neri --on 2021-02-17 >/dev/null
	balint-fees plan neri >/dev/null
	takes_over transfer.xml
	same '' "$(paid neri)" 'the same file again'
	unchanged judged 0 -c verdict,handle,month,allocated <<<'matched|neri|2021-03|85.40'
	judged 0 --apply -c verdict,handle,month,allocated <<<'matched|neri|2021-03|85.40'
	same '2021-03|85.40' "$(paid neri)" 'at last'
	judged 0 </dev/null
	judged 0 --apply </dev/null
}

@test "without a file, what still waits needs a person" {
	transfer 'chissà' 85.40 'NERI ADA'
	takes_over transfer.xml
	capture balint-fees reconcile -f tsv -c verdict
	ended 3
	same unknown "$output"
}

@test "-e looks at one edition, without it all open ones" {
	balint-group edition add 10 --number 10 --year 2021 --min 1 >/dev/null
	person neri Neri Ada --profession medico
	balint-group -e 10 enrol neri --on 2021-02-17 >/dev/null
	balint-fees -e 10 tariff set medici-psicologi 350
	balint-fees -e 10 plan --months 2021-03..2021-04 >/dev/null
	transfer 'Gruppo Balint 10 ed 2021_Neri_marzo' 213.50
	judged 0 transfer.xml -c verdict,handle,month,allocated,edition <<<'matched|neri|2021-03|213.50|10'
	judged 0 transfer.xml -e 10 -c verdict,handle <<<'matched|neri'
	capture balint-fees reconcile transfer.xml -e 9 -f tsv -c verdict
	ended 3
	[[ $output != matched ]]
}

# ---- references as they come back (RULES 7.3)

@test "a reference in any manner is Rossi's March" {
	for text in 'Gruppo Balint 9 ed 2020_Rossi_marzo' 'GRUPPO BALINT 9 ED 2020 ROSSI MARZO' 'gruppobalint9ed2020rossimarzo' \
		'Gruppo Balint 9 ed 2020?Rossi?marzo' 'GRUPPO BALI NT 9 ED 2020 ROSSI MAR ZO' 'balint rossi mar 2021' 'Rossi 03/2021 gruppo balint' \
		'gruppo balint 9° ed. 2020 – Rossi – mese di marzo' 'GRUPPO BALINT 9 ED 2020-ROSSI-MARZO' 'Gruppo Balint 9 ed 2020_Rossi_mar' \
		'BONIFICO A VOSTRO FAVORE DISPOSTO DA ZANETTI GIOVANNI VIA ROMA 12 TORINO PER Gruppo Balint 9 ed 2020_Rossi_marzo DATA 05.04.2021'; do
		is 'matched|rossi|2021-03|85.40' for "$text"
	done
}

@test "UniCredit: words broken at the ends of its blocks of fifty are read" {
	unicredit >blocks.csv <<-'END'
		31.03.2021|85,40|BONIFICO SEPA DA:ROSSI MARIA PER:GRUPPO BALINT 9 E D 2020 ROSSI MARZO COMM:0,00 SPESE:0,00 TRN:110121 0900001234
		31.03.2021|61,00|BONIFICO A VOSTRO FAVORE                          BONIFICO SEPA DA:BIANCHI LUCA                     PER:GRUPPO BALINT 9 ED 2020-BIANCHI-MARZO         COMM:0,00                                         TRN:1101210900001235
		31.03.2021|-2,50|COMMISSIONI
		01.04.2021|1.061,00|BONIFICO SEPA DA:ZANETTI PER:QUOTA ASSOCIATIVA
	END
	judged 3 blocks.csv -c line,amount,verdict <<-'END'
		2|85.40|matched
		3|61.00|matched
		5|1061.00|unknown
	END
	takes_over blocks.csv
	same '2021-03|85.40' "$(paid rossi)"
	same '2021-03|61.00' "$(paid bianchi)"
}

@test "several Ustrd are one text, and a batch is several transfers" {
	dalo
	takes_over "$DATA/camt053-001-02.xml"
	same '2021-03|61.00' "$(paid dalo)"
	same 3 "$(sql 'SELECT count(*) FROM credit')"
}

# ---- names (RULES 7.4)

@test "a name is the same with and without its apostrophe and accents" {
	for name in "D'Angelo" 'D’Angelo' DANGELO 'D ANGELO' "d'angelo"; do
		is 'matched|dangelo|2021-03|85.40' for "Gruppo Balint 9 ed 2020_${name}_marzo"
	done
	for name in Müller Mueller Muller MULLER MUELLER; do
		is 'matched|muller|2021-03|85.40' for "Gruppo Balint 9 ed 2020_${name}_marzo"
	done
	for name in 'De Luca' DELUCA 'DE LUCA' 'De  Luca'; do
		is 'matched|deluca|2021-03|61.00' for "Gruppo Balint 9 ed 2020_${name}_marzo" 61.00
	done
}

@test "Nicolò is NICOLO', as a family name" {
	person nicolo Nicolò Pietro --profession medico
	balint-group enrol nicolo --on 2021-02-17 >/dev/null
	balint-fees plan nicolo >/dev/null
	for name in Nicolò "NICOLO'" NICOLO nicolo; do
		is 'matched|nicolo|2021-03|85.40' for "Gruppo Balint 9 ed 2020_${name}_marzo"
	done
}

@test "a name that is near is another name" {
	for name in Rosi Rossini Rosso Luca Muler Conte Maggi Fontanella; do
		waits for "Gruppo Balint 9 ed 2020_${name}_marzo" 85.40 "${name^^} GIOVANNI"
		waits for "GRUPPOBALINT9ED2020${name^^}MARZO" 61.00
	done
}

@test "with Luca beside De Luca, each gets what is theirs" {
	person luca Luca Anna --profession oss
	balint-group enrol luca --on 2021-02-17 >/dev/null
	balint-fees plan luca >/dev/null
	is 'matched|luca|2021-03|61.00' for 'Gruppo Balint 9 ed 2020_Luca_marzo' 61.00
	is 'matched|deluca|2021-03|61.00' for 'Gruppo Balint 9 ed 2020_De Luca_marzo' 61.00
	is 'matched|deluca|2021-03|61.00' for 'GRUPPO BALINT 9 ED 2020 DE LUCA MARZO' 61.00
}

@test "a surname may be a month" {
	is 'matched|maggio|2021-03|61.00' for 'Gruppo Balint 9 ed 2020_Maggio_marzo' 61.00
	is 'matched|maggio|2021-05|61.00' for 'GRUPPO BALINT 9 ED 2020 MAGGIO MAGGIO' 61.00
	is 'matched|rossi|2021-05|85.40' for 'Gruppo Balint 9 ed 2020_Rossi_maggio'
	waits for 'Gruppo Balint 9 ed 2020_Maggio' 61.00
	waits for 'Gruppo Balint 9 ed 2020 maggio' 61.00
}

@test "a surname may be a word of the bank" {
	balint-group edition set 9 --max 20
	for name in Favore Banca; do
		person "${name,,}" $name Ugo --profession medico
		balint-group enrol "${name,,}" --on 2021-02-17 >/dev/null
		balint-fees plan "${name,,}" >/dev/null
	done
	is 'matched|rossi|2021-03|85.40' for 'BONIFICO A VOSTRO FAVORE BANCA ORDINANTE CONTI CORRENTI Gruppo Balint 9 ed 2020_Rossi_marzo'
	is 'matched|favore|2021-03|85.40' for 'BONIFICO A VOSTRO FAVORE GRUPPO BALINT 9 ED 2020-FAVORE-MARZO'
	is 'matched|conti|2021-03|85.40' for 'BANCA DI TORINO CONTI CORRENTI GRUPPO BALINT 9 ED 2020-CONTI-MARZO'
	waits for 'BONIFICO A VOSTRO FAVORE GRUPPO BALINT 9 ED 2020 MARZO'
}

@test "odd names are matched like others" {
	participant odd "D'Angelò \"=cmd\"" 'a;b,c'
	balint-fees plan odd >/dev/null
	reference=$(balint-fees due --all -c handle,reference | sed -n 's/^odd\t//p' | head -n 1)
	amount=$(balint-fees due --all -c handle,amount | sed -n 's/^odd\t//p' | head -n 1)
	verdict "$reference" "$amount"
	[[ $output == 'matched|odd|2021-'* ]]
}

# ---- never the wrong person (RULES 8.2)

@test "two of the same name and amount: nobody gets it" {
	namesakes
	is ambiguous for 'Gruppo Balint 9 ed 2020_Rossi_marzo'
	is ambiguous for 'Gruppo Balint 9 ed 2020_Rossi_marzo' 85.40 'ROSSI GIOVANNI' IT60X0542811101000000123456
	takes_over transfer.xml --probable
	same '' "$(sql 'SELECT * FROM entry')" 'the ledger'
}

@test "MARIO in the text settles it" {
	namesakes
	is 'matched|rossi.mario|2021-03|85.40' for 'Gruppo Balint 9 ed 2020_Rossi Mario_marzo'
	is 'matched|rossi.mario|2021-03|85.40' for 'GRUPPO BALINT 9 ED 2020 MARIO ROSSI MARZO'
	is 'matched|rossi|2021-03|85.40' for 'gruppobalint9ed2020rossimariamarzo'
}

@test "a known account settles it" {
	namesakes
	sql "INSERT INTO payer SELECT 'IT60X0542811101000000123456', id, '2021-03-01' FROM person WHERE handle = 'rossi.mario'"
	is 'matched|rossi.mario|2021-03|85.40' for 'Gruppo Balint 9 ed 2020_Rossi_marzo' 85.40 'ROSSI' IT60X0542811101000000123456
	is ambiguous for 'Gruppo Balint 9 ed 2020_Rossi_marzo' 85.40 'ROSSI' DE89370400440532013000
}

@test "a person without a month, with the right amount: the oldest that is open, and only probable" {
	is 'probable|bianchi|2021-02|61.00' for 'Gruppo Balint 9 ed 2020_Bianchi' 61.00 'ZANETTI GIOVANNI'
	balint-fees pay bianchi 61 --on 2021-02-27 >/dev/null
	is 'probable|bianchi|2021-03|61.00' for 'quota' 61.00 'BIANCHI LUCA'
}

@test "another edition's reference of somebody who is in this one only is not theirs by itself" {
	balint-group edition add 8 --number 8 --year 2020 --min 1 >/dev/null
	person neri Neri Ada --profession medico
	balint-group -e 8 enrol neri >/dev/null
	balint-fees -e 8 tariff set medici-psicologi 350
	balint-fees -e 8 plan --months 2021-02..2021-06 >/dev/null
	waits for 'Gruppo Balint 8 ed 2020_Rossi_marzo' 85.40 'ROSSI MARIA'
	waits for 'Gruppo Balint 7 ed 2019_Rossi_marzo' 85.40 'ROSSI MARIA'
	is 'matched|neri|2021-03|85.40' for 'Gruppo Balint 8 ed 2020_Neri_marzo'
}

@test "a month that the edition has not, or that is paid, is not given to another month" {
	waits for 'Gruppo Balint 9 ed 2020_Rossi_settembre'
	balint-fees pay rossi 85.40 --on 2021-03-01 --month 2021-03 >/dev/null
	verdict 'Gruppo Balint 9 ed 2020_Rossi_marzo'
	[[ $output != *2021-0[2456]* ]]
}

@test "a conductor owes nothing: nothing is theirs" {
	waits for 'Gruppo Balint 9 ed 2020_Gallo_marzo' 85.40 'GALLO PIETRO'
}

# ---- several instalments, several people (RULES 8.3)

@test "170.80 feb mar are both" {
	transfer 'Gruppo Balint 9 ed 2020_Rossi_feb mar' 170.80
	judged 0 transfer.xml <<-'END'
		6|matched|rossi|2021-02|85.40
		6|matched|rossi|2021-03|85.40
	END
}

@test "427.00 are all" {
	transfer 'Gruppo Balint 9 ed 2020_Rossi' 427.00
	judged 0 --apply transfer.xml -c verdict,handle,month,allocated <<-'END'
		matched|rossi|2021-02|85.40
		matched|rossi|2021-03|85.40
		matched|rossi|2021-04|85.40
		matched|rossi|2021-05|85.40
		matched|rossi|2021-06|85.40
	END
	same 42700 "$(sql 'SELECT sum(amount) FROM entry')" 'what was received'
}

@test "170.00 are February in full and 84.60 of March: 0.80 are still open" {
	transfer 'Gruppo Balint 9 ed 2020_Rossi_feb mar' 170.00
	judged 0 --apply transfer.xml -c handle,month,allocated <<-'END'
		rossi|2021-02|85.40
		rossi|2021-03|84.60
	END
	same 0.80 "$(balint-fees due --month 2021-03 -c handle,amount | sed -n 's/^rossi\t//p')" 'what is open of March'
}

@test "a part, and later the rest" {
	camt >parts.xml <<-'END'
		2021-03-05|50.00|||Gruppo Balint 9 ed 2020_Rossi_marzo
		2021-03-20|35.40|||Gruppo Balint 9 ed 2020_Rossi_marzo saldo
	END
	judged 0 parts.xml -c handle,month,allocated <<-'END'
		rossi|2021-03|50.00
		rossi|2021-03|35.40
	END
}

@test "146.40 of Rossi and Bianchi are 85.40 and 61.00" {
	transfer 'Gruppo Balint 9 ed 2020 Rossi e Bianchi marzo' 146.40
	capture balint-fees reconcile --apply transfer.xml -f tsv -c handle,month,allocated
	ended 0
	same $'bianchi|2021-03|61.00\nrossi|2021-03|85.40' "$(sort <<<"${output//$TAB/|}")"
	same '2021-03|85.40' "$(paid rossi)"
	same '2021-03|61.00' "$(paid bianchi)"
	same 14640 "$(sql 'SELECT given FROM credit_account')" 'what is recorded of the credit'
	waits for 'Gruppo Balint 9 ed 2020 Greco e Ricci marzo' 100.00
}

@test "what is more than is open stays as credit, and no other month gets it unasked" {
	transfer 'Gruppo Balint 9 ed 2020_Rossi_marzo' 90.00
	takes_over transfer.xml --probable
	[[ $(paid rossi) == '2021-03|85.40' || $(paid rossi) == '' ]]
	same '' "$(sql 'SELECT id FROM instalment_account WHERE paid > gross + adjusted')" 'instalments paid beyond their amount'
	silent balint-group check
}

# ---- again, and again in part (RULES 8.4)

@test "the same file twice adds nothing" {
	dalo
	takes_over "$DATA/camt053-001-08.xml"
	before=$(fingerprint)
	takes_over "$DATA/camt053-001-08.xml" -f tsv -c verdict
	same $'duplicate\nduplicate\nduplicate' "$output"
	same "$before" "$(fingerprint)" 'the store'
	capture balint-fees reconcile "$DATA/camt053-001-08.xml" -f tsv -c verdict
	same $'duplicate\nduplicate\nduplicate' "$output" 'the preview'
}

@test "duplicates that are settled need no person, those that still wait do" {
	takes_over "$DATA/mt940-1.sta"
	judged 0 "$DATA/mt940-1.sta" -c verdict <<<duplicate
	judged 0 --apply "$DATA/mt940-1.sta" -c verdict <<<duplicate
	transfer chissà 12.00
	takes_over transfer.xml
	judged 3 transfer.xml -c verdict <<<duplicate
}

@test "part of a file, then the whole of it" {
	movements='2021-03-01|85.40|||Gruppo Balint 9 ed 2020_Rossi_febbraio
2021-03-01|61.00|||Gruppo Balint 9 ed 2020_Bianchi_febbraio
2021-03-02|61.00|||Gruppo Balint 9 ed 2020_Greco_febbraio'
	head -n 2 <<<"$movements" | camt >part.xml
	camt <<<"$movements" >whole.xml
	judged 0 --apply part.xml -c verdict,handle <<<$'matched|rossi\nmatched|bianchi'
	capture balint-fees reconcile whole.xml --apply -f tsv -c verdict
	ended 0
	same $'duplicate\nduplicate\nmatched' "$output"
	same 3 "$(sql 'SELECT count(*) FROM credit')" 'the number of credits'
}

@test "true twins in one file are two, and stay two" {
	line='31.03.2021|42,70|BONIFICO SEPA DA:ROSSI MARIA PER:Gruppo Balint 9 ed 2020_Rossi_marzo'
	unicredit >one.csv <<<"$line"
	unicredit >twins.csv <<<"$line"$'\n'"$line"
	judged 0 --apply twins.csv <<-'END'
		2|matched|rossi|2021-03|42.70
		3|matched|rossi|2021-03|42.70
	END
	same '2021-03|85.40' "$(paid rossi)"
	before=$(fingerprint)
	judged 0 --apply twins.csv -c verdict <<<$'duplicate\nduplicate'
	judged 0 --apply one.csv -c verdict <<<duplicate
	same "$before" "$(fingerprint)" 'the store'
}

@test "one of two twins first, then both" {
	line='31.03.2021|42,70|BONIFICO SEPA DA:ROSSI MARIA PER:Gruppo Balint 9 ed 2020_Rossi_marzo'
	unicredit >one.csv <<<"$line"
	unicredit >twins.csv <<<"$line"$'\n'"$line"
	takes_over one.csv
	judged 0 --apply twins.csv -c verdict <<<$'duplicate\nmatched'
	same '2021-03|85.40' "$(paid rossi)"
}

@test "the bank's own id decides: two of them are two transfers, one of them is one" {
	camt >ids.xml <<-'END'
		2021-03-31|42.70|ROSSI MARIA||Gruppo Balint 9 ed 2020_Rossi_marzo|A1
		2021-03-31|42.70|ROSSI MARIA||Gruppo Balint 9 ed 2020_Rossi_marzo|A2
	END
	takes_over ids.xml
	same '2021-03|85.40' "$(paid rossi)"
	camt >later.xml <<-'END'
		2021-03-31|42.70|ROSSI MARIA||Gruppo Balint 9 ed 2020 Rossi marzo|A2
		2021-03-31|42.70|ROSSI MARIA||Gruppo Balint 9 ed 2020_Rossi_aprile|A3
	END
	capture balint-fees reconcile later.xml --apply -f tsv -c verdict
	same $'duplicate\nmatched' "$output"
	same $'2021-03|85.40\n2021-04|42.70' "$(paid rossi)"
}

@test "an id that covers a batch counts with the place in it" {
	# Two transactions under the id of their entry, alike in all else.
	transfer 'Gruppo Balint 9 ed 2020_Rossi_marzo'
	half='<Amt Ccy="EUR">42.70</Amt><CdtDbtInd>CRDT</CdtDbtInd>'
	sed "s,</Refs>,&$half,; s,<TxDtls>.*</TxDtls>,<Btch><NbOfTxs>2</NbOfTxs></Btch>&&,; s,<NtryDtls>,<AcctSvcrRef>BATCH</AcctSvcrRef>&," transfer.xml >batch.xml
	xmllint --noout batch.xml
	takes_over batch.xml
	same '2021-03|85.40' "$(paid rossi)"
	same 2 "$(sql 'SELECT count(*) FROM credit')" 'the number of credits'
	capture balint-fees reconcile batch.xml --apply -f tsv -c verdict
	same $'duplicate\nduplicate' "$output"
}

@test "the same days from another kind of file: a person decides, nothing is paid twice" {
	camt >march.xml <<<'2021-03-31|85.40|ROSSI MARIA||Gruppo Balint 9 ed 2020_Rossi_marzo'
	unicredit >march.csv <<<'31.03.2021|85,40|BONIFICO SEPA DA:ROSSI MARIA PER:Gruppo Balint 9 ed 2020_Rossi_aprile'
	takes_over march.xml
	judged 3 march.csv -c verdict <<<ambiguous
	takes_over march.csv --probable
	same '2021-03|85.40' "$(paid rossi)"
}

@test "the same transfer under the same id, from another kind of file, is never paid twice" {
	takes_over "$DATA/camt053-001-08.xml"
	capture balint-fees reconcile "$DATA/mt940-1.sta" --apply --probable -f tsv -c verdict
	[[ $output == duplicate || $output == ambiguous ]]
	same '2021-02|85.40' "$(paid rossi)"
}

# ---- what the bank takes back, what is no money yet (RULES 8.5)

@test "a storno opens the instalment again; history stays" {
	camt >first.xml <<<'2021-03-01|85.40|ROSSI MARIA|IT60X0542811101000000123456|Gruppo Balint 9 ed 2020_Rossi_febbraio|A1'
	camt >second.xml <<<'2021-03-05|-85.40|ROSSI MARIA|IT60X0542811101000000123456|Gruppo Balint 9 ed 2020_Rossi_febbraio|A2|storno'
	takes_over first.xml
	same '2021-02|85.40' "$(paid rossi)"
	capture balint-fees reconcile second.xml -f tsv -c line,amount
	same '6|-85.40' "${output//$TAB/|}" 'the row of the storno'
	takes_over second.xml
	same '' "$(paid rossi)" 'after the storno'
	same $'payment|8540\nreversal|-8540' "$(sql 'SELECT kind, amount FROM entry ORDER BY id')" 'the ledger'
	same $'1|8540\n2|-8540' "$(sql 'SELECT id, amount FROM credit ORDER BY id')" 'the credits'
	silent balint-group check
	before=$(fingerprint)
	takes_over second.xml
	same "$before" "$(fingerprint)" 'the store after the same storno'
}

@test "a storno is of the credit that says as much as it, not of one that says less" {
	camt >three.xml <<-'END'
		2021-03-01|85.40|||Gruppo Balint 9 ed 2020_Rossi_febbraio|A1
		2021-03-02|85.40|||Gruppo Balint 9 ed 2020_Rossi|A2
		2021-03-05|-85.40|||Gruppo Balint 9 ed 2020_Rossi_febbraio|A3|storno
	END
	takes_over three.xml
	same '' "$(paid rossi)" 'after the storno'
	same $'payment|8540\nreversal|-8540' "$(sql 'SELECT kind, amount FROM entry ORDER BY id')" 'the ledger'
}

@test "what went back and came again is paid" {
	camt >three.xml <<-'END'
		2021-03-01|85.40|ROSSI MARIA||Gruppo Balint 9 ed 2020_Rossi_febbraio|A1
		2021-03-05|-85.40|ROSSI MARIA||Gruppo Balint 9 ed 2020_Rossi_febbraio|A2|storno
		2021-03-09|85.40|ROSSI MARIA||Gruppo Balint 9 ed 2020_Rossi_febbraio|A3
	END
	takes_over three.xml
	same '2021-02|85.40' "$(paid rossi)"
	same 3 "$(sql 'SELECT count(*) FROM credit')"
	silent balint-group check
}

@test "what a storno leaves open and other credit takes is open no longer to the next transfer" {
	balint-fees pay rossi 427 --on 2021-03-01 --month 2021-03 >/dev/null
	camt >three.xml <<-'END'
		2021-03-02|85.40|ROSSI MARIA||Gruppo Balint 9 ed 2020_Rossi_febbraio|A1
		2021-03-05|-85.40|ROSSI MARIA||Gruppo Balint 9 ed 2020_Rossi_febbraio|A2|storno
		2021-03-09|85.40|ROSSI MARIA||Gruppo Balint 9 ed 2020_Rossi_febbraio|A3
	END
	capture balint-fees reconcile three.xml --apply -f tsv -c date,verdict,month,allocated
	same $'2021-03-02|matched|2021-02|85.40\n2021-03-05|matched|2021-02|-85.40' "$(grep -v 03-09 <<<"$output" | tr '\t' '|')" 'the credit and the storno'
	[[ $output != *2021-03-09*2021-02* ]]
	silent balint-group check
}

@test "what a storno of the same day takes back is not recorded, whichever the file has first" {
	camt >newest_first.xml <<-'END'
		2021-03-05|-85.40|||storno|A2|storno
		2021-03-05|85.40|ROSSI MARIA||bonifico|A1
	END
	balint-fees reconcile newest_first.xml --apply >/dev/null 2>&1 || same 3 $? 'the exit status: both wait'
	capture balint-fees reconcile --apply --probable
	ended 0
	same '' "$(paid rossi)" 'what is paid after the storno'
	same 0 "$(sql 'SELECT total(given) FROM credit_account' | cut -d. -f1)" 'what of the credits is recorded'
}

@test "pending entries are counted, and no money" {
	camt >pending.xml <<<'2021-03-01|85.40|ROSSI MARIA||Gruppo Balint 9 ed 2020_Rossi_febbraio|A1|pending'
	capture balint-fees reconcile pending.xml --apply
	ended 0
	same '' "$output" 'the rows'
	grep -qw 1 <<<"$stderr"
	same '' "$(sql 'SELECT * FROM credit; SELECT * FROM entry')" 'credits and ledger'
}

@test "camt.052 is what a bank expects, not what it has booked" {
	sed 's/camt.053.001.08/camt.052.001.08/; s/BkToCstmrStmt/BkToCstmrAcctRpt/g; s/<Stmt>/<Rpt>/; s,</Stmt>,</Rpt>,' "$DATA/camt053-001-08.xml" >report.xml
	capture balint-fees reconcile report.xml --apply
	[[ $status == [01] ]] || ended 0
	same '' "$(sql 'SELECT * FROM credit; SELECT * FROM entry')" 'credits and ledger'
}

# ---- what cannot be read (RULES 8.6)

@test "an amount that cannot be read is named with its line, and nothing of the file is applied" {
	unicredit >bad.csv <<-'END'
		31.03.2021|85,40|BONIFICO SEPA DA:ROSSI MARIA PER:Gruppo Balint 9 ed 2020_Rossi_marzo
		31.03.2021|8x,40|BONIFICO SEPA DA:BIANCHI LUCA PER:Gruppo Balint 9 ed 2020_Bianchi_marzo
		31.03.2021||BONIFICO SEPA DA:GRECO SILVIA PER:Gruppo Balint 9 ed 2020_Greco_marzo
		32.03.2021|61,00|BONIFICO SEPA DA:RICCI PAOLO PER:Gruppo Balint 9 ed 2020_Ricci_marzo
	END
	keep
	for apply in '' --apply '--apply --probable'; do
		# shellcheck disable=SC2086  # options
		capture balint-fees reconcile bad.csv $apply
		ended 1
		same '' "$output" 'standard output'
		for line in 3 4 5; do [[ $'\n'$stderr == *$'\n'"balint-fees: bad.csv:$line:"* ]] || same "a message on line $line" "$stderr"; done
		[[ $stderr != *bad.csv:2:* ]]
		kept
	done
}

@test "an amount of camt that cannot be read is named with its line" {
	sed '12s/85.40/85.4x/; 11s/85.40/85.4x/' "$DATA/camt053-001-08.xml" >bad.xml
	keep
	capture balint-fees reconcile bad.xml --apply
	ended 1
	[[ $stderr == *'bad.xml:'[0-9]* ]]
	kept
}

@test "balances that do not add up: the file is refused" {
	sed 's/1204.17/1204.18/' "$DATA/camt053-001-08.xml" >bad.xml
	refused 1 '*' balint-fees reconcile bad.xml --apply
	refused 1 '*' balint-fees reconcile bad.xml
	sed 's/1082,17/1082,18/' "$DATA/mt940-1.sta" >bad.sta
	refused 1 '*' balint-fees reconcile bad.sta --apply
}

@test "an XML with a DOCTYPE is refused" {
	sed '1a <!DOCTYPE Document [<!ENTITY a "b">]>' "$DATA/camt053-001-08.xml" >bad.xml
	keep
	capture balint-fees reconcile bad.xml --apply
	ended 1
	[[ $stderr == *DOCTYPE* || $stderr == *bad.xml:2* ]]
	kept
}

@test "what is no statement is refused" {
	: >empty.csv
	mkdir folder
	printf 'una lettera\nalla banca\n' >letter.txt
	printf '\0\1\2' >bytes
	head -c 1200 "$DATA/camt053-001-08.xml" >cut.xml
	keep
	for file in empty.csv folder letter.txt bytes cut.xml none.csv; do
		capture balint-fees reconcile $file --apply
		ended 1
		same '' "$output" "what is printed of $file"
		[[ $stderr == *$file* ]] || same "a message that names $file" "$stderr"
		kept
	done
}

@test "a statement without movements is fine" {
	unicredit >none.csv </dev/null
	capture balint-fees reconcile none.csv --apply
	ended 0
	same '' "$output"
}

@test "a bank that is not known is refused, with those that are" {
	rejected balint-fees reconcile "$DATA/mt940-1.sta" --bank unicredito
	[[ $stderr == *unicredit* ]]
}

@test "--bank says what the file is" {
	unicredit >march.csv <<<'31.03.2021|85,40|BONIFICO SEPA DA:ROSSI MARIA PER:Gruppo Balint 9 ed 2020_Rossi_marzo'
	judged 0 march.csv --bank unicredit <<<'2|matched|rossi|2021-03|85.40'
	judged 0 "$DATA/mt940-1.sta" --bank mt940 <<<'5|matched|rossi|2021-02|85.40'
	keep
	capture balint-fees reconcile "$DATA/mt940-1.sta" --bank unicredit
	ended 1
	kept
}

@test "a dash is standard input, also a pipe" {
	tail -n +1 "$DATA/mt940-1.sta" | balint-fees reconcile - -f tsv -c handle,month >got 2>/dev/null
	same "rossi${TAB}2021-02" "$(cat got)"
	balint-fees reconcile - --apply <"$DATA/mt940-1.sta" >/dev/null 2>&1
	same '2021-02|85.40' "$(paid rossi)"
	judged 0 "$DATA/mt940-1.sta" -c verdict <<<duplicate
}

@test "output that finds a full disk: 1 for a preview, 74 after --apply, and the money is there" {
	keep
	capture sh -c "balint-fees reconcile '$DATA/mt940-1.sta' >/dev/full"
	ended 1
	kept
	capture sh -c "balint-fees reconcile '$DATA/mt940-1.sta' --apply >/dev/full"
	ended 74
	same '2021-02|85.40' "$(paid rossi)"
}

@test "misuse" {
	refused 2 '*' balint-fees reconcile one two
	refused 2 '*' balint-fees reconcile --bank
	refused 2 '*' balint-fees reconcile "$DATA/mt940-1.sta" --nothing
	refused 1 '*' balint-fees reconcile "$DATA/mt940-1.sta" -e 77
	refused 2 '*' balint-fees reconcile "$DATA/mt940-1.sta" -c nothing
}

@test "what is due, and what came in, is accounted for to the cent" {
	dalo
	takes_over "$DATA/camt053-001-08.xml" --probable
	same 20740 "$(sql 'SELECT sum(amount) FROM credit')" 'the credits'
	same "$(sql 'SELECT sum(given) FROM credit_account')" "$(sql 'SELECT sum(amount) FROM entry')" 'the ledger'
	same "$(sql 'SELECT sum(amount) FROM allocation')" "$(sql 'SELECT sum(paid) FROM instalment_account')" 'the instalments'
}
