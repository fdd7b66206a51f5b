# shellcheck shell=bats disable=SC2154
# balint-fees credits, match, unmatch, dismiss: what a person does with the credits that wait.
load helper
load bank

ACCOUNT=IT60X0542811101000000123456

setup()
{
	scene
	ninth
	camt >march.xml <<-END
		2021-03-01|85.40|ROSSI MARIA||Gruppo Balint 9 ed 2020_Rossi_febbraio
		2021-03-02|61.00|ZANETTI GIOVANNI|$ACCOUNT|chissà
		2021-03-03|146.40|TOSI CLAUDIA||per due
		2021-03-04|25.00|USAI STEFANO||donazione
	END
	takes_over march.xml
}

@test "credits lists those that wait, in the order in which they came" {
	prints waiting id,date,amount,payer,text <<-'END'
		2|2021-03-02|61.00|ZANETTI GIOVANNI|chissà
		3|2021-03-03|146.40|TOSI CLAUDIA|per due
		4|2021-03-04|25.00|USAI STEFANO|donazione
	END
}

@test "the columns of credits" {
	run balint-fees credits -f tsv -H
	[[ ${lines[0]} == "id${TAB}date${TAB}amount${TAB}payer${TAB}text${TAB}verdict${TAB}handle${TAB}month${TAB}allocated${TAB}reason"* ]]
}

@test "what waits is judged as things stand now" {
	same unknown "$(waiting id,verdict | sed -n 's/^2\t//p')"
	sql "INSERT INTO payer SELECT '$ACCOUNT', id, '2021-03-01' FROM person WHERE handle = 'bianchi'"
	[[ $(waiting id,verdict | sed -n 's/^2\t//p') != unknown ]]
	same bianchi "$(waiting id,handle | sed -n 's/^2\t//p')" 'who it may be'
}

@test "credits reads only" {
	unchanged run balint-fees credits
	unchanged run balint-fees credits --all
}

@test "--all shows the settled ones too" {
	balint-fees dismiss 4 >/dev/null
	same $'1|matched|rossi|2021-02|85.40\n4|dismissed|||' \
		"$(balint-fees credits --all -f tsv -c id,verdict,handle,month,allocated | grep -v '^[23]' | tr '\t' '|')"
	same $'1\n2\n3\n4' "$(balint-fees credits --all -f tsv -c id | sort -u)" 'all of them'
}

@test "--all shows what the bank has taken back" {
	camt >storno.xml <<<'2021-03-08|-85.40|ROSSI MARIA||Gruppo Balint 9 ed 2020_Rossi_febbraio||storno'
	takes_over storno.xml
	same reversed "$(balint-fees credits --all -f tsv -c id,verdict | sed -n 's/^1\t//p')" 'the verdict on what was taken back'
	same $'2\n3\n4' "$(waiting id)" 'what waits'
}

@test "a store without credits has none to list" {
	rm "$BALINT_DB"*
	ninth
	silent balint-fees credits
	silent balint-fees credits --all
}

@test "match records a credit by hand: the month named, else the oldest that is open" {
	succeeds balint-fees match 2 bianchi:2021-04
	same '2021-04|61.00' "$(paid bianchi)"
	same $'3\n4' "$(waiting id)" 'what still waits'
	succeeds balint-fees match 4 greco
	same '2021-02|25.00' "$(paid greco)"
	silent balint-group check
}

@test "the payment by hand has the day of the transfer and the transfer behind it" {
	balint-fees match 2 bianchi:2021-02 >/dev/null
	same 'payment|6100|2021-03-02|2' "$(sql "SELECT kind, amount, date, credit FROM entry WHERE credit = 2")"
}

@test "several operands split the credit by what is open, in the order given" {
	succeeds balint-fees match 3 rossi:2021-03 bianchi:2021-02
	same $'2021-02|85.40\n2021-03|85.40' "$(paid rossi)"
	same '2021-02|61.00' "$(paid bianchi)"
	refused 1 "*'bianchi' gets nothing*" balint-fees match 2 rossi:2021-04 bianchi:2021-03
	balint-fees match 2 rossi:2021-04=36.60 bianchi:2021-03 >/dev/null
	same '36.60' "$(paid rossi | sed -n 's/2021-04|//p')" 'what was said for Rossi'
	same $'2021-02|61.00\n2021-03|24.40' "$(paid bianchi)" 'the rest for Bianchi'
}

@test "what is left over of several people must be said to be somebody's" {
	refused 1 "* of 146.40 is left over; say for whom it is, as in bianchi=AMOUNT" balint-fees match 3 rossi:2021-03=10 bianchi:2021-02=10
}

@test "one person, several months" {
	balint-fees match 3 bianchi:2021-03 bianchi:2021-02 greco:2021-02 >/dev/null
	same $'2021-02|61.00\n2021-03|61.00' "$(paid bianchi)"
	same '2021-02|24.40' "$(paid greco)"
}

@test "what is more than is open stays as credit of the person" {
	capture balint-fees match 3 bianchi:2021-02
	ended 0
	same '2021-02|61.00' "$(paid bianchi)"
	same 85.40 "$(balint-fees status -c handle,credit | sed -n 's/^bianchi\t//p')" 'the credit'
	silent balint-group check
}

@test "--dry-run writes nothing" {
	unchanged run balint-fees match 2 bianchi --dry-run
	unchanged run balint-fees dismiss 2 --dry-run
	unchanged run balint-fees unmatch 1 --dry-run
}

@test "what cannot be matched is refused" {
	refused 1 "*'bianci'*" balint-fees match 2 bianci:2021-02
	refused 1 '*2021-12*' balint-fees match 2 bianchi:2021-12
	refused 1 '*99*' balint-fees match 99 bianchi
	refused 1 '*1*' balint-fees match 1 bianchi
	refused 2 '*' balint-fees match 2
	refused 2 '*' balint-fees match
	rejected balint-fees match x bianchi
	rejected balint-fees match 2 bianchi:2021-13
	refused 1 '*gallo*' balint-fees match 2 gallo
}

@test "unmatch opens the instalments again, and the credit waits" {
	succeeds balint-fees unmatch 1
	same '' "$(paid rossi)"
	same $'1\n2\n3\n4' "$(waiting id)" 'what waits'
	same $'payment|8540\nreversal|-8540' "$(sql 'SELECT kind, amount FROM entry ORDER BY id')" 'the ledger keeps both'
	silent balint-group check
	succeeds balint-fees match 1 rossi:2021-03
	same '2021-03|85.40' "$(paid rossi)" 'matched otherwise'
}

@test "unmatch takes back all that a credit was split into" {
	balint-fees match 3 rossi:2021-03 bianchi:2021-02 >/dev/null
	succeeds balint-fees unmatch 3
	same '2021-02|85.40' "$(paid rossi)"
	same '' "$(paid bianchi)"
	same 0 "$(sql 'SELECT given FROM credit_account WHERE id = 3')" 'what is recorded of it'
}

@test "unmatch of what is not matched is refused" {
	refused 1 '*2*' balint-fees unmatch 2
	refused 1 '*99*' balint-fees unmatch 99
	balint-fees unmatch 1 >/dev/null
	refused 1 '*1*' balint-fees unmatch 1
	refused 2 '*' balint-fees unmatch
	rejected balint-fees unmatch x
}

@test "what was unmatched is not matched again unasked" {
	balint-fees unmatch 1 >/dev/null
	takes_over march.xml
	same '' "$(paid rossi)"
	takes_over
	same '' "$(paid rossi)" 'reconcile without a file leaves it to a person too'
	same ambiguous "$(balint-fees credits -c id,verdict | sed -n 's/^1\t//p')"
}

@test "dismiss: it is no fee, and leaves the list" {
	succeeds balint-fees dismiss 4 --reason 'donazione'
	same $'2\n3' "$(waiting id)"
	same donazione "$(sql 'SELECT reason FROM dismissal WHERE credit = 4')"
	capture balint-fees reconcile
	ended 3
	succeeds balint-fees dismiss 2 3
	same '' "$(waiting id)"
	judged 0 </dev/null
}

@test "the file that brought a dismissed credit does not bring it back" {
	balint-fees dismiss 2 3 4 >/dev/null
	before=$(fingerprint)
	capture balint-fees reconcile march.xml --apply --probable -f tsv -c verdict
	ended 0
	same duplicate "$(uniq <<<"$output")"
	same "$before" "$(fingerprint)" 'the store'
}

@test "match takes a dismissal back" {
	balint-fees dismiss 2 >/dev/null
	succeeds balint-fees match 2 bianchi:2021-02
	same '2021-02|61.00' "$(paid bianchi)"
	same matched "$(balint-fees credits --all -f tsv -c id,verdict | sed -n 's/^2\t//p')"
}

@test "match takes the dismissal of a storno back too" {
	camt >storno.xml <<<'2021-03-08|-85.40|||???||storno'
	balint-fees reconcile storno.xml --apply >/dev/null 2>&1 || same 3 $? 'the exit status: it waits'
	balint-fees dismiss 5
	succeeds balint-fees match 5 1
	same $'1\treversed\n5\treversed' "$(balint-fees credits --all -f tsv -c id,verdict | grep '^[15]')"
	same '' "$(sql 'SELECT * FROM dismissal')" 'the dismissals'
}

@test "what cannot be dismissed is refused, and then none of them is" {
	refused 1 '*1*' balint-fees dismiss 1
	refused 1 '*99*' balint-fees dismiss 2 99
	same '' "$(sql 'SELECT * FROM dismissal')"
	refused 2 '*' balint-fees dismiss
	rejected balint-fees dismiss x
}

@test "-e shows what concerns an edition, and refuses one that is not there" {
	refused 1 '*' balint-fees credits -e 77
	succeeds balint-fees credits -e 9
}

@test "output that finds a full disk" {
	keep
	capture sh -c 'balint-fees credits >/dev/full'
	ended 1
	kept
}

@test "a storno that was unmatched is not matched again unasked" {
	printf 'Data,Importo,Causale\n05/03/2021,"61,00",balint 9 ed 2020 maggio marzo\n11/03/2021,"-61,00",STORNO balint 9 ed 2020 maggio marzo\n' >storno.csv
	succeeds balint-fees reconcile storno.csv --apply --quiet
	storno=$(sql 'SELECT credit FROM storno')
	succeeds balint-fees unmatch "$storno"
	takes_over
	same 0 "$(sql 'SELECT count(*) FROM storno')"
	same ambiguous "$(balint-fees credits -c id,verdict | sed -n "s/^$storno\t//p")"
	succeeds balint-fees match "$storno" "$(sql "SELECT max(id) FROM credit WHERE id < $storno")"
	same 1 "$(sql 'SELECT count(*) FROM storno')"
}
