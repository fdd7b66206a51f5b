# shellcheck shell=bats disable=SC2154
# balint-fees statement: somebody's account on paper.
load helper
load accounts

# checked: standard input is a page whose elements are nested as they must be and that takes nothing from elsewhere; prints its texts.
checked()
{
	/usr/bin/python3 -c '
import sys
from html.parser import HTMLParser
class Checker(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open = []
    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            assert name not in ("src", "href", "action") and not name.startswith("on"), name
        assert tag not in ("script", "link", "img", "iframe", "b", "i", "famiglia"), tag
        if tag != "meta":
            self.open.append(tag)
    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, (self.open, tag)
        self.open.pop()
    def handle_data(self, data):
        if self.open and self.open[-1] == "style":
            assert "@import" not in data and "url(" not in data
        elif data.strip():
            print(data.strip())
checker = Checker()
checker.feed(sys.stdin.read())
checker.close()
assert not checker.open, checker.open'
}

@test "accounts in which everything has happened, as text and as a page, in both languages" {
	prepared eventful_accounts
	for language in it en; do
		for handle in rossi bianchi asl conti; do
			balint-fees statement $handle --language $language | golden "statement-$handle-$language.txt"
		done
		balint-fees statement rossi --language $language --html | golden "statement-rossi-$language.html"
		balint-fees statement asl --language $language --html | golden "statement-asl-$language.html"
	done
}

@test "a page is well-formed and takes nothing from elsewhere" {
	prepared eventful_accounts
	for handle in rossi bianchi asl conti; do
		balint-fees statement $handle --html | checked >texts
		grep -q 'Estratto conto' texts
	done
	balint-fees statement rossi --html | checked | grep -qF 'Rettifica n. 4, rata di giugno 2021: sconto <famiglia> & "amici"'
}

@test "the language is that of the setting" {
	prepared eventful_accounts
	same "$(balint-fees statement rossi --language it)" "$(balint-fees statement rossi)"
	balint-group set language=en
	same "$(balint-fees statement rossi --language en)" "$(balint-fees statement rossi)"
}

# last_balance HANDLE [OPTION...]: the balance after the last movement, as a number.
last_balance() { balint-fees statement --language en "$@" | sed -n '/^Movements/,/^$/p' | grep '^  [ 0-9]*[0-9] [A-Z]' | tail -n 1 | cut -c 26-37 | tr -d ' ,'; }

@test "the last balance is what status has open, less the credit, on any day" {
	prepared eventful_accounts
	reverse 8 2021-03-17 'tornato indietro' >/dev/null
	for day in 2021-02-20 2021-02-26 2021-03-04 2021-03-05 2021-03-08 2021-03-11 2021-03-15 2021-03-17 2021-12-31; do
		while read -r handle open credit; do
			[ "$handle" != asl ] || open=$(balint-fees status --as-of $day -c handle,open | grep '^conti\|^dangelo\|^greco' | cut -f 2 | total | sed 's/..$/.&/')
			same "$(/usr/bin/python3 -c 'import sys; from decimal import Decimal as D; print(D(sys.argv[1]) - D(sys.argv[2]))' "$open" "$credit")" \
				"$(last_balance "$handle" --as-of $day)" "the balance of $handle on $day"
		done < <(balint-fees status --as-of $day -c handle,open,credit | grep '^rossi\|^bianchi\|^asl\|^conti\|^greco')
	done
}

@test "what is to be paid is what due --by payer has" {
	prepared eventful_accounts
	for handle in rossi asl fontana; do
		same "$(balint-fees due --all --by payer -c handle,amount,reference | sed -n "s/^$handle\t//p")" \
			"$(balint-fees statement $handle --language en | sed -n 's/^  by [^ ]* [^ ]* [^ ]*  *\([0-9.]*\)  \(.*\)$/\1\t\2/p' | sed 's/ (overdue)$//')" "the transfers of $handle"
	done
}

@test "a year has its movements, the balance before them, and its instalments" {
	edition
	balint-fees tariff set medici-psicologi 100
	participant rossi Rossi Maria
	balint-fees plan --months 2020-11..2021-02 >/dev/null
	balint-fees pay rossi 30.50 --on 2020-12-01 -q >/dev/null
	balint-fees pay rossi 70 --on 2021-01-15 -q >/dev/null
	succeeds balint-fees statement rossi --year 2021
	[[ $output == *'Estratto conto di Maria Rossi, 2021'* && $output == *'pagato 39,50, residuo 21,50'* && $output != *novembre* ]]
	sed -n '/^Movimenti/,/^$/p' <<<"$output" | diff - <(cat <<-'END'
		Movimenti
		  data           importo       saldo
		  01/01/2021                   30,50  Saldo riportato
		  15/01/2021      -70,00      -39,50  Pagamento n. 2
		                                      dicembre 2020: 30,50
		                                      gennaio 2021: 30,50
		                                      febbraio 2021: 9,00
		  31/01/2021       30,50       -9,00  Rata: Gruppo Balint 1 ed
		                                      2021_Rossi_gennaio
		  28/02/2021       30,50       21,50  Rata: Gruppo Balint 1 ed
		                                      2021_Rossi_febbraio

	END
	)
	[[ $(balint-fees statement rossi --year 2020) == *'30,50       30,50  Rata: Gruppo Balint 1 ed'*2021_Rossi_dicembre* ]]
	[[ $(balint-fees statement rossi --year 2022) == *'01/01/2022                   21,50  Saldo riportato'* ]]
	[[ $(balint-fees statement rossi --year 2019) == *'01/01/2019                    0,00  Saldo riportato'* ]]
}

@test "of one edition: its instalments and what was paid of them, by whomever" {
	prepared eventful_accounts
	succeeds balint-fees statement rossi -e 10 --language en
	[[ $output == *'Gruppo Balint 10 ed 2021'* && $output != *'Gruppo Balint 9'* && $output == *'in all  300.00'* ]]
	same 230.80 "$(last_balance rossi -e 9)"
	same 0.00 "$(last_balance bianchi -e 9)"
	same 916.20 "$(last_balance asl -e 9)"
	[[ $(balint-fees statement bianchi -e 9 --language en) == *'-305.00'*'Payment no. 7'* ]]
}

@test "VAT: its rate, the nature of an exemption, or what is known where neither is" {
	prepared eventful_accounts
	vat() { balint-fees statement rossi "$@" | grep 'totale\|total '; }
	prints vat -e 9 <<<'  IVA 22 %: imponibile 329,18, imposta 72,42, totale 401,60'
	prints vat -e 10 --language en <<<'  exempt from VAT, nature N4: total 300.00'
	sql "UPDATE instalment SET nature = 'N2.2' WHERE nature = 'N4'"
	prints vat -e 10 <<<'  non soggetto a IVA, natura N2.2: totale 300,00'
	sql 'UPDATE instalment SET rate = NULL, nature = NULL'
	prints vat -e 10 <<<'  senza IVA: totale 300,00'
	prints vat -e 9 --language en <<<'  VAT: net 329.18, tax 72.42, total 401.60'
	sql "UPDATE instalment SET rate = iif(due_on < '2021-04', 1000, 2250) WHERE vat > 0"
	prints vat -e 9 <<-'END'
		  IVA 10 %: imponibile 140,00, imposta 30,80, totale 170,80
		  IVA 22,5 %: imponibile 189,18, imposta 41,62, totale 230,80
	END
}

@test "text fits into 80 columns, whatever the names and amounts" {
	edition --title "$(printf 'parola %.0s' {1..12})x" --reference '{family} {month}'
	balint-group set association="$(printf 'ente %.0s' {1..30})"
	balint-fees tariff set medici-psicologi 800000000
	participant rossi "$(printf 'cognome%.0s' {1..16})" "$(printf 'nome %.0s' {1..30})"
	balint-fees plan --months 2021-01..2021-03 >/dev/null
	balint-fees pay rossi 999999999.99 --on 2021-03-01 --text "$(printf 'testo %.0s' {1..60})" -q >/dev/null
	for language in it en; do
		for paper in 'statement rossi' 'receipt 1'; do
			# shellcheck disable=SC2086  # a verb and its operand
			balint-fees $paper --language $language >text
			[ "$(wc -L <text)" -le 80 ]
			same '' "$(grep -n ' $' text)" 'blanks at line ends'
		done
	done
}

@test "hostile texts reach neither the terminal nor the page" {
	ninth
	entry payment rossi 1000 2021-03-01 'x' >/dev/null
	sql "UPDATE person SET family = '<script>' || char(27) || '[2J' WHERE handle = 'rossi'; UPDATE instalment SET reference = '{{association}} <b>' WHERE id = $(instalment rossi 2021-03)"
	for option in '' --html; do
		for paper in 'statement rossi' 'receipt 1'; do
			# shellcheck disable=SC2086  # options
			succeeds balint-fees $paper $option
			[[ $output != *$'\e'* && $output == *'\x1b[2J'* ]]
		done
		# shellcheck disable=SC2086
		[[ $(balint-fees statement rossi $option) == *'{{association}}'* ]]
	done
	balint-fees statement rossi --html | checked >/dev/null
	balint-fees receipt 1 --html | checked >/dev/null
}

@test "a template of the association's own comes first" {
	ninth
	mkdir -p own/templates
	balint-group set directory="$PWD/own"
	echo '{{name}}: {{#transfers}}{{amount}} {{/transfers}}' >own/templates/statement.txt
	prints balint-fees statement rossi <<<'Maria Rossi: 85,40 85,40 85,40 85,40 85,40'
	echo '{{#x}}' >own/templates/statement.txt
	refused 1 "$PWD/own/templates/statement.txt:1:1: the section 'x' is not closed" balint-fees statement rossi
}

@test "who has no account, and what statement cannot take, is refused" {
	ninth
	refused 1 "'ferraris' has no account: nothing was charged or paid" balint-fees statement ferraris
	refused 1 "handle: unknown 'rosssi'; did you mean 'rossi'?" balint-fees statement rosssi
	refused 2 "--language: 'fr' is none of it|en" balint-fees statement rossi --language fr
	refused 2 '*--format*' balint-fees statement rossi -f csv
	refused 2 "'statement' wants HANDLE" balint-fees statement
	refused 2 "'bianchi' is one operand too many" balint-fees statement rossi bianchi
	balint-group edition add 10 --number 10 --year 2021 >/dev/null
	refused 1 "'rossi' has no account in this edition: nothing was charged or paid" balint-fees statement rossi -e 10
}
