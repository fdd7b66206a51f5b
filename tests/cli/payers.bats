# shellcheck shell=bats disable=SC2154
# The payer book: whose transfers come from which account, as matches by hand have taught it.
load helper
load bank

ACCOUNT=IT60X0542811101000000123456
OTHER=DE89370400440532013000

setup()
{
	scene
	ninth
}

# taught: a transfer from ACCOUNT that a person has said is Bianchi's.
taught()
{
	transfer chissà 61.00 'ZANETTI GIOVANNI' $ACCOUNT
	takes_over transfer.xml
	balint-fees match 1 bianchi:2021-02 >/dev/null
}

@test "a match by hand teaches whose account it is" {
	taught
	prints balint-fees payers list -c iban,handle,family,given <<<"$ACCOUNT|bianchi|Bianchi|Luca"
	[[ $(balint-fees payers list -c learned) == 2021-03-* ]]
	run balint-fees payers list -H
	same 'iban|handle|family|given|learned' "${lines[0]//$TAB/|}"
}

@test "a match by the program, or of a transfer whose account is not known, teaches nothing" {
	transfer 'Gruppo Balint 9 ed 2020_Rossi_febbraio' 85.40 'ROSSI MARIA' $ACCOUNT
	takes_over transfer.xml
	transfer chissà 61.00 'ZANETTI GIOVANNI'
	takes_over transfer.xml
	balint-fees match 2 bianchi:2021-02 >/dev/null
	silent balint-fees payers list
}

@test "what was learned decides the next time" {
	taught
	is 'matched|bianchi|2021-03|61.00' for 'Gruppo Balint 9 ed 2020 marzo' 61.00 'ZANETTI GIOVANNI' $ACCOUNT
	waits for 'Gruppo Balint 9 ed 2020 marzo' 61.00 'ZANETTI GIOVANNI' $OTHER
}

@test "the account of several people decides nothing between them" {
	taught
	camt >second.xml <<<"2021-03-02|61.00|ZANETTI GIOVANNI|$ACCOUNT|per Greco"
	takes_over second.xml --probable
	id=$(sql 'SELECT max(id) FROM credit')
	[ -z "$(sql "SELECT id FROM entry WHERE credit = $id")" ] || balint-fees unmatch "$id" >/dev/null
	balint-fees match "$id" greco:2021-02 >/dev/null
	same $'bianchi\ngreco' "$(balint-fees payers list -c handle)" 'the people of the account'
	waits for 'Gruppo Balint 9 ed 2020 marzo' 61.00 'ZANETTI GIOVANNI' $ACCOUNT
	is 'matched|greco|2021-03|61.00' for 'Gruppo Balint 9 ed 2020_Greco_marzo' 61.00 'ZANETTI GIOVANNI' $ACCOUNT
}

@test "one transfer for two people teaches both" {
	transfer 'per due' 146.40 'TOSI CLAUDIA' $ACCOUNT
	takes_over transfer.xml
	balint-fees match 1 rossi:2021-02 bianchi:2021-02 >/dev/null
	same $'bianchi\nrossi' "$(balint-fees payers list -c handle | sort)"
}

@test "unmatch keeps what was learned, forget forgets it" {
	taught
	balint-fees unmatch 1 >/dev/null
	same bianchi "$(balint-fees payers list -c handle)" 'after unmatch'
	succeeds balint-fees payers forget $ACCOUNT
	silent balint-fees payers list
	waits for 'Gruppo Balint 9 ed 2020 marzo' 61.00 'ZANETTI GIOVANNI' $ACCOUNT
}

@test "forget takes one of the people, or all of the account; spaces in the IBAN do not matter" {
	for handle in bianchi greco rossi; do
		sql "INSERT INTO payer SELECT '$ACCOUNT', id, '2021-03-01' FROM person WHERE handle = '$handle'"
	done
	sql "INSERT INTO payer SELECT '$OTHER', id, '2021-03-01' FROM person WHERE handle = 'ricci'"
	succeeds balint-fees payers forget $ACCOUNT greco
	same $'bianchi\nricci\nrossi' "$(balint-fees payers list -c handle | sort)"
	succeeds balint-fees payers forget 'IT60 X054 2811 1010 0000 0123 456'
	same ricci "$(balint-fees payers list -c handle)"
}

@test "what cannot be forgotten is refused" {
	refused 1 '*' balint-fees payers forget $ACCOUNT
	sql "INSERT INTO payer SELECT '$ACCOUNT', id, '2021-03-01' FROM person WHERE handle = 'bianchi'"
	refused 1 '*' balint-fees payers forget $ACCOUNT greco
	refused 1 "*'bianci'*" balint-fees payers forget $ACCOUNT bianci
	refused 2 '*' balint-fees payers forget
	unchanged run balint-fees payers forget $ACCOUNT --dry-run
}

@test "payers list reads only" {
	taught
	unchanged run balint-fees payers list
	capture sh -c 'balint-fees payers list >/dev/full'
	ended 1
}
