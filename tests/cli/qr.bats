# shellcheck shell=bats disable=SC2154
# balint-fees qr: codes for the apps of banks, read back by zbarimg.
load helper

PICTURE=$ROOT/tests/oracles/qr_picture.py

# reads PICTURE: what zbarimg finds in it, to the byte.
reads() { zbarimg --quiet --nodbus --raw -Sbinary "$1"; }

# payload NAME REFERENCE AMOUNT: what is expected in a code of the ninth edition.
payload() { printf 'BCD\n002\n1\nSCT\n\nAssociazione IL NODO group\n%s\nEUR%s\n\n\n%s' "$IBAN" "$2" "$1"; }

# carries REFERENCE AMOUNT COMMAND...: the code has that reference and amount.
carries()
{
	local reference=$1 amount=$2
	shift 2
	succeeds "$@" --as payload
	same "$(payload "$reference" "$amount")" "$output" "the text in the code of '$*'"
}

# on_terminal LINES COLUMNS COMMAND: what the command sends to a terminal of that size.
on_terminal() { TERM=${kind-xterm-256color} script -qec "stty rows $1 cols $2; $3" /dev/null | tr -d '\r'; }

# The same edition with people whose names no bank carries, and an institution that pays for two of them.
hostile() { prepared make_hostile; }

make_hostile()
{
	make_edition
	balint-group set payee='Società "Nodo" & C.' bic=UNCRITMM >/dev/null
	person asl 'ASL «Città di Torino»' '' --institution
	participant cmd $'D\'Angelò "=cmd"' Ugo --payer asl
	participant celik 'Çelik–Straß' Ada --payer asl
	participant lone 'Łuk 王' Eva
	sessions --from 2021-03-03 --count 4 --every 2w
	balint-fees tariff set medici-psicologi 100 >/dev/null
	balint-fees plan >/dev/null
}

person()
{
	local handle=$1 family=$2 given=$3
	shift 3
	balint-group person add "$handle" --family "$family" ${given:+--given "$given"} "$@" >/dev/null
}

@test "the text in the code of the ninth edition, to the byte" {
	ninth
	balint-fees qr rossi --as payload | cmp - "$DATA/epc-1.txt"
}

@test "a PNG picture is read" {
	ninth
	balint-fees qr rossi --as png >rossi.png
	reads rossi.png | cmp - "$DATA/epc-1.txt"
	same '00 00 01 a8 00 00 01 a8 01' "$(od -An -tx1 -j16 -N9 rossi.png | xargs)" 'width, height and bits a pixel'
}

@test "an SVG picture is read, and needs nothing else" {
	ninth
	balint-fees qr rossi --as svg >rossi.svg
	"$PICTURE" svg <rossi.svg >rossi.pbm
	reads rossi.pbm | cmp - "$DATA/epc-1.txt"
	grep -q '<title>EUR 85.40, Gruppo Balint 9 ed 2020-Rossi-febbraio</title>' rossi.svg
	same 'http://www.w3.org/2000/svg' "$(grep -o 'http[^"]*' rossi.svg)" 'the addresses in it'
}

@test "blocks of text are read: in a file, on a terminal with colours, on one without" {
	ninth
	balint-fees qr rossi >rossi.txt
	"$PICTURE" text <rossi.txt >rossi.pbm
	reads rossi.pbm | cmp - "$DATA/epc-1.txt"
	balint-fees qr rossi --as utf8 | cmp - rossi.txt
	on_terminal 50 80 'balint-fees qr rossi' >coloured.txt
	"$PICTURE" text <coloured.txt >coloured.pbm
	reads coloured.pbm | cmp - "$DATA/epc-1.txt"
	NO_COLOR=1 on_terminal 50 80 'balint-fees qr rossi' >plain.txt
	! grep -q $'\e' plain.txt
	"$PICTURE" screen <plain.txt >plain.pbm
	reads plain.pbm | cmp - "$DATA/epc-1.txt"
	same "$(wc -l <coloured.txt)" "$(wc -l <plain.txt)" 'the number of lines'
}

@test "every code of the ninth edition is that of its line in the fee CSV" {
	ninth
	codes=0
	while IFS=$TAB read -r handle month amount reference; do
		reference=${reference//_/-}
		carries "${reference//ü/u}" "$amount" balint-fees qr "$handle" --month "$month"
		codes=$((codes + 1))
		[[ $month == 2021-03 ]] || continue
		balint-fees qr "$handle" --month "$month" --as png >code.png
		same "$output" "$(reads code.png)" "the code of '$handle'"
	done < <(balint-fees due --all -c handle,month,amount,reference)
	same 55 "$codes" 'the number of codes'
}

@test "names that no bank carries are written as banks want them" {
	hostile
	while read -r handle name; do
		balint-fees qr "$handle" --as payload >payload
		same "Gruppo Balint 1 ed 2021-$name-marzo" "$(tail -n +11 payload)" "the reference of '$handle'"
		same 'UNCRITMM Societa .Nodo. + C.' "$(sed -n 5,6p payload | xargs -d '\n')" 'the account'
		same 0 "$(LC_ALL=C tr -d '\n -~' <payload | wc -c)" 'the bytes that are not plain'
		balint-fees qr "$handle" --as png >code.png
		reads code.png | cmp - payload
		balint-fees qr "$handle" --as svg | "$PICTURE" svg >code.pbm
		reads code.pbm | cmp - payload
		balint-fees qr "$handle" | "$PICTURE" text >code.pbm
		reads code.pbm | cmp - payload
	done <<-'END'
		cmd D'Angelo ..cmd.
		celik Celik.Stras
		lone .uk .
		asl ASL .Citta di Torino.
	END
}

@test "the oldest open instalment, and what is still open of it" {
	ninth
	balint-fees pay rossi 170 --on 2021-03-02 >/dev/null
	carries 'Gruppo Balint 9 ed 2020-Rossi-marzo' 0.80 balint-fees qr rossi
	carries 'Gruppo Balint 9 ed 2020-Rossi-giugno' 85.40 balint-fees qr rossi --month 2021-06
	balint-fees pay rossi 0.80 --on 2021-03-02 >/dev/null
	carries 'Gruppo Balint 9 ed 2020-Rossi-aprile' 85.40 balint-fees qr rossi
}

@test "nothing open: what is so, and what to do" {
	ninth
	balint-fees pay rossi 85.40 --on 2021-03-02 >/dev/null
	refused 1 "--month: 'rossi' has nothing open in 2021-02: it is paid" balint-fees qr rossi --month 2021-02
	refused 1 "--month: 'rossi' has no instalment in 2021-12" balint-fees qr rossi --month 2021-12
	balint-fees pay rossi 341.60 --on 2021-03-03 >/dev/null
	refused 1 "'rossi' has nothing open: all instalments are paid" balint-fees qr rossi
	refused 1 "'gallo' has no instalments; they are planned with 'balint-fees plan'" balint-fees qr gallo
	refused 1 "handle: unknown 'rosi'; did you mean 'rossi'?" balint-fees qr rosi
}

@test "over all open editions: the oldest one; --edition chooses" {
	ninth
	balint-group edition add 10 --number 10 --year 2021 --min 1 >/dev/null
	balint-group enrol rossi -e 10 >/dev/null
	sessions --from 2021-05-05 --count 4 -e 10
	balint-fees tariff set medici-psicologi 100 -e 10
	balint-fees plan -e 10 >/dev/null
	carries 'Gruppo Balint 9 ed 2020-Rossi-febbraio' 85.40 balint-fees qr rossi
	carries 'Gruppo Balint 10 ed 2021-Rossi-maggio' 61.00 balint-fees qr rossi -e 10
	refused 1 "'rossi' has something open in 2021-05 in several editions (9, 10); name one with --edition" balint-fees qr rossi --month 2021-05
	carries 'Gruppo Balint 9 ed 2020-Rossi-maggio' 85.40 balint-fees qr rossi --month 2021-05 -e 9
	sql "UPDATE edition SET status = 'closed' WHERE code = '9'"
	carries 'Gruppo Balint 10 ed 2021-Rossi-maggio' 61.00 balint-fees qr rossi
	carries 'Gruppo Balint 9 ed 2020-Rossi-febbraio' 85.40 balint-fees qr rossi -e 9
}

@test "an institution pays in one transfer what those it pays for owe in a month" {
	ninth
	person asl 'ASL Città di Torino' '' --institution
	refused 1 "'asl' has no instalments; they are planned with 'balint-fees plan'" balint-fees qr asl
	for handle in rossi bianchi ricci; do balint-group person set $handle --payer asl; done
	carries 'Gruppo Balint 9 ed 2020-ASL Citta di Torino-febbraio' 207.40 balint-fees qr asl
	balint-fees pay bianchi 71 --on 2021-03-02 >/dev/null
	carries 'Gruppo Balint 9 ed 2020-ASL Citta di Torino-febbraio' 146.40 balint-fees qr asl
	carries 'Gruppo Balint 9 ed 2020-ASL Citta di Torino-marzo' 197.40 balint-fees qr asl --month 2021-03
	carries 'Gruppo Balint 9 ed 2020-Rossi-febbraio' 85.40 balint-fees qr rossi
	balint-group person set asl --family "$(printf 'x%.0s' {1..130})"
	refused 1 "the reference of 'asl' has more than 140 characters; *" balint-fees qr asl
}

@test "who pays for a namesake writes the same on the transfer as due --by payer says" {
	ninth
	person padre Rossi Carlo
	balint-group person set rossi --payer padre
	carries 'Gruppo Balint 9 ed 2020-Rossi Carlo-febbraio' 85.40 balint-fees qr padre
	same 'Gruppo Balint 9 ed 2020_Rossi Carlo_febbraio' "$(balint-fees due --by payer --month 2021-02 -f tsv -c handle,reference | sed -n 's/^padre\t//p')"
}

@test "the year is added to an institution's month where the edition has it twice" {
	edition --every 2w
	person asl ASL '' --institution
	participant rossi Rossi Maria --payer asl
	sessions --from 2021-03-03 --until 2022-03-31
	balint-fees tariff set medici-psicologi 120
	balint-fees plan >/dev/null
	[[ $(balint-fees qr asl --as payload) == *'Gruppo Balint 1 ed 2021-ASL-marzo 2021' ]]
	[[ $(balint-fees qr asl --month 2021-04 --as payload) == *'Gruppo Balint 1 ed 2021-ASL-aprile' ]]
}

@test "without a payee or an account there is no code, and the message says what to set" {
	ninth
	sql "DELETE FROM setting WHERE key = 'iban'"
	refused 1 'a QR code needs the account to pay to; set it: balint-group set iban=IBAN' balint-fees qr rossi
	sql "DELETE FROM setting WHERE key = 'payee'"
	refused 1 'a QR code needs the holder of the account; set it: balint-group set payee=NAME' balint-fees qr rossi
	sql "INSERT INTO setting VALUES ('payee', printf('%.71c', 'x'))"
	refused 1 'the payee has 71 characters, and a QR code holds 70; shorten it: balint-group set payee=NAME' balint-fees qr rossi
}

@test "a PNG picture is not for a terminal" {
	ninth
	capture on_terminal 50 80 'balint-fees qr rossi --as png; echo "status $?"'
	same $'balint-fees: a PNG picture is not for a terminal; send it to a file: --as png >rossi.png\nstatus 1' "$output"
}

@test "a terminal has a line above the code, and at most 80 columns" {
	ninth
	on_terminal 50 80 'balint-fees qr rossi' >shown
	same 'EUR 85.40, Gruppo Balint 9 ed 2020-Rossi-febbraio' "$(head -n 1 shown)"
	same 28 "$(wc -l <shown)" 'the lines'
	same $'BCD\n002' "$(on_terminal 50 80 'balint-fees qr rossi --as payload' | head -n 2)"
	same 11 "$(on_terminal 50 80 'balint-fees qr rossi --as payload' | wc -l)" 'the lines of the text'
	balint-group set payee="$(printf 'N%.0s' {1..70})" bic=UNCRITMMXXX
	balint-group edition set 9 --reference "{family}$(printf 'x%.0s' {1..120})_{month}"
	participant verdi Verdi Ugo
	balint-fees plan verdi >/dev/null
	balint-fees qr verdi | "$PICTURE" text >code.pbm
	same "$(balint-fees qr verdi --as payload)" "$(reads code.pbm)" 'a long text'
	[ "$(balint-fees qr verdi | wc -L)" -le 80 ]
}

@test "a low terminal gets less of a margin, then a line below the code; a narrow one is refused" {
	ninth
	same 28 "$(on_terminal 28 80 'balint-fees qr rossi' | wc -l)" 'the lines of a terminal of 28'
	same 26 "$(on_terminal 27 80 'balint-fees qr rossi' | wc -l)" 'the lines of a terminal of 27'
	same 26 "$(on_terminal 26 80 'balint-fees qr rossi' | wc -l)" 'the lines of a terminal of 26'
	on_terminal 25 80 'balint-fees qr rossi' >shown
	same 'The code has 25 lines and the window 25: enlarge it, or make a picture: --as svg' "$(tail -n 1 shown)"
	"$PICTURE" text <shown >code.pbm
	reads code.pbm | cmp - "$DATA/epc-1.txt"
	same 26 "$(on_terminal 24 80 'balint-fees qr rossi --quiet' | wc -l)" 'the lines with --quiet'
	capture on_terminal 50 52 'balint-fees qr rossi; echo "status $?"'
	same $'balint-fees: the code is 53 columns wide and the window 52; widen it, or make a picture: --as svg\nstatus 1' "$output"
}

@test "qr prints no rows, and reads only" {
	ninth
	unchanged succeeds balint-fees qr rossi
	refused 2 "'qr' prints no rows: --format, --columns and --header have no meaning" balint-fees qr rossi -f csv
	refused 2 "'qr' wants HANDLE" balint-fees qr
	refused 2 "--as: 'jpeg' is none of utf8|svg|png|payload" balint-fees qr rossi --as jpeg
	refused 2 "--month: '2021-13' is not a month; write it as 2021-03" balint-fees qr rossi --month 2021-13
}

@test "no other verb loads what makes codes" {
	ninth
	[[ $(ldd "$(command -v balint-fees)") != *qrencode* ]]
	loads() { LD_DEBUG=files "$@" 2>&1 >/dev/null | grep -c 'qrencode.*generating link map' || true; }
	same 1 "$(loads balint-fees qr rossi)" 'how often qr loads libqrencode'
	same 0 "$(loads balint-fees tariff list)" 'how often tariff list does'
}

@test "without the library that makes codes there is a message, and the text in the code all the same" {
	ninth
	mkdir broken
	: >broken/libqrencode.so.4
	export LD_LIBRARY_PATH=$PWD/broken
	for as in utf8 svg png; do
		refused 1 "QR codes need the library libqrencode.so.4; install it (Debian's package libqrencode4)" balint-fees qr rossi --as $as
	done
	balint-fees qr rossi --as payload | cmp - "$DATA/epc-1.txt"
}
