# shellcheck shell=bats disable=SC2154
# The files that reconcile reads: any CSV by its columns, the association's own profiles, whose account it is.
load helper

setup()
{
	scene
	ninth
}

@test "--columns says what the columns of any CSV hold, by their names or numbers" {
	printf 'Quando|x;Quanto;Chi;Che cosa\n30/03/2021;85,40;ANNA;balint 9 ed 2020 rossi febbraio\n' >any.csv
	prints balint-fees reconcile any.csv -q --columns 'date=1,amount=Quanto,payer=Chi,text=4,line,date,amount,payer,text,verdict,handle,month,allocated,edition,credit' -f jsonl <<-'END'
		{"line":2,"date":"2021-03-30","amount":85.40,"payer":"ANNA","text":"balint 9 ed 2020 rossi febbraio","verdict":"matched","handle":"rossi","month":"2021-02","allocated":85.40,"edition":"9","credit":null}
	END
}

@test "what has no = in --columns chooses what is printed" {
	printf 'a,b,c\n2021-03-30,85.40,balint 9 ed 2020 rossi febbraio\n' >any.csv
	prints balint-fees reconcile any.csv -q --columns 'date=1,line,amount=b,handle,text=c' <<<'2|rossi'
	refused 1 "*'quando=1' is not a column*" balint-fees reconcile any.csv --columns 'quando=1,amount=b'
	refused 2 "*unknown column 'a=1'*" balint-fees credits --columns a=1
}

@test "a profile of the association's own, in its directory" {
	mkdir -p ours/banks
	printf 'header Giorno | Quanto\ndate Giorno\namount Quanto\ntext Perché\ndecimal comma\n' >ours/banks/cassa.bank
	printf 'Giorno;Quanto;Perché\n30/03/2021;85,40;balint 9 ed 2020 rossi febbraio\n' >list.csv
	refused 1 "*no bank is known with such columns*" balint-fees reconcile list.csv
	balint-group set directory="$PWD/ours"
	prints balint-fees reconcile list.csv -q -c line,handle,month <<<'2|rossi|2021-02'
	capture balint-fees reconcile list.csv
	[[ $stderr == *'cassa, 2021-03-30 to 2021-03-30: 1 line read'* ]]
	mv ours elsewhere
	refused 1 "the setting directory is '$PWD/ours': No such file or directory; to do without it: balint-group set directory=" balint-fees reconcile list.csv
}

@test "a statement of another account is told" {
	sed 's/IT92S0200801058000040951624/IT60X0542811101000000123456/' "$DATA/mt940-1.sta" >other.sta
	capture balint-fees reconcile other.sta
	[[ $stderr == *"of the account IT60X0542811101000000123456, and not of the association's $IBAN"* ]]
	capture balint-fees reconcile "$DATA/mt940-1.sta"
	[[ $stderr != *'of the account'* && $stderr == *'the balances add up: 1000.00 + 85.40 - 3.23 = 1082.17'* ]]
}

@test "the newest line may come first: the older transfer is judged first" {
	printf 'Data,Importo,Causale\n30/03/2021,"100,00",balint 9 ed 2020 rossi feb mar\n26/02/2021,"70,80",balint 9 ed 2020 rossi feb mar\n' >newest.csv
	prints balint-fees reconcile newest.csv -q -c line,month,allocated <<-'END'
		3|2021-02|70.80
		2|2021-02|14.60
		2|2021-03|85.40
	END
}

@test "the same number of the bank twice in one file is one transfer" {
	printf 'Data,Importo,Causale,TRN\n30/03/2021,"85,40",balint 9 ed 2020 rossi marzo,A1\n30/03/2021,"85,40",balint 9 ed 2020 rossi marzo,A1\n' >twice.csv
	succeeds balint-fees reconcile twice.csv --apply -q -c line,verdict
	same $'2\tmatched\n3\tduplicate' "$output"
	same 1 "$(sql 'SELECT count(*) FROM credit')"
	same 85.40 "$(balint-fees status -c handle,paid | sed -n 's/^rossi\t//p')"
}

@test "a payment that somebody has typed is not recorded again" {
	balint-fees pay rossi 85.40 --on 2021-03-28 --month 2021-04 >/dev/null
	printf 'Data,Importo,Causale\n30/03/2021,"85,40",balint 9 ed 2020 rossi marzo\n' >typed.csv
	capture balint-fees reconcile typed.csv --apply -q -c verdict,reason
	same 3 "$status"
	[[ $output == "ambiguous${TAB}entry 1 is a payment of that amount, made by hand"* ]]
	silent balint-fees dismiss 1
	same 85.40 "$(balint-fees status -c handle,paid | sed -n 's/^rossi\t//p')"
}

@test "a payment of each of two that somebody has typed: their transfer is not recorded again" {
	balint-fees pay rossi 85.40 --on 2021-03-29 --month 2021-04 >/dev/null
	printf 'Data,Importo,Causale\n30/03/2021,"146,40",balint 9 ed 2020 rossi e bianchi marzo\n' >typed.csv
	capture balint-fees reconcile typed.csv -q -c verdict,reason
	[[ $output == "ambiguous${TAB}entry 1 is a payment of that amount, made by hand"* ]]
}

@test "money of somebody called Storni is money, and what comes in with the word storno waits" {
	participant storni Storni Luca
	balint-fees plan storni >/dev/null
	printf '%s\n' 'Data Registrazione;Data valuta;Descrizione;Importo (EUR);' \
		'05.03.2021;05.03.2021;BONIFICO SEPA DA: STORNI LUCA PER: GRUPPO BALINT 9 ED 2020 STORNI MARZO COMM: 0,00;85,40;' \
		'06.03.2021;06.03.2021;STORNO ADDEBITO CANONE;12,00;' >list.csv
	capture balint-fees reconcile list.csv -q -c line,verdict,handle,month
	same "2${TAB}matched${TAB}storni${TAB}2021-03" "${lines[0]}"
	[[ ${lines[1]} == 3${TAB}unknown* ]]
}

@test "a storno of which only payer and amount fit is booked on request only" {
	printf 'Data,Importo,Ordinante,Causale\n05/03/2021,"61,00",MAGGIO IDA,balint 9 ed 2020 maggio marzo\n11/03/2021,"-61,00",,STORNO commissioni maggio ida\n' >list.csv
	capture balint-fees reconcile list.csv --apply -q -c verdict,allocated,reason
	same 3 "$status"
	[[ ${lines[1]} == "probable${TAB}${TAB}a storno of credit 1, by payer and amount only" ]]
	same 61.00 "$(balint-fees status -c handle,paid | sed -n 's/^maggio\t//p')"
}

@test "every credit is in the sums" {
	printf 'Data,Importo,Causale\n05/03/2021,"61,00",balint 9 ed 2020 maggio marzo\n06/03/2021,"20,00",dono\n' >list.csv
	capture balint-fees reconcile list.csv
	[[ $stderr == *'2 credits of 81.00'*'61.00 would be booked as payments, 20.00 not, 0.00 there already'*'a preview, nothing is written'* ]]
	capture balint-fees reconcile list.csv --apply --dry-run
	[[ $stderr == *'a dry run, nothing is written'* ]]
	capture balint-fees reconcile list.csv --apply
	[[ $stderr == *'61.00 booked as payments, 20.00 not, 0.00 there already'*'1 credit waits for a person; see: balint-fees credits' ]]
	capture balint-fees reconcile list.csv --apply
	[[ $stderr == *'0.00 booked as payments, 0.00 not, 81.00 there already'* ]]
}

@test "on a terminal long work shows how far it is, unless it is asked to be quiet" {
	{
		echo date,amount,text
		seq -f '2021-03-30,1.00,dono %g' 250000
	} >long.csv
	shown() { script -qec "balint-fees reconcile long.csv $1 >/dev/null" /dev/null | tr '\r' '\n'; }
	[[ $(shown) == *'credits judged: '*' of 250000, '* ]]
	[[ $(shown --quiet) != *'judged'* ]]
}
