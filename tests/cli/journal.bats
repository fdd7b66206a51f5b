# shellcheck shell=bats disable=SC2154
# balint-fees journal: the ledger for accountants, read by hledger.
load helper
load accounts

setup()
{
	scene
	command -v hledger >/dev/null || { echo 'hledger is missing: scripts/install-deps tests' && false; }
}

# The balances of a journal on standard input as handle or account and amount; zeros are left out.
balance() { LC_ALL=C.UTF-8 hledger -f - balance --flat --no-total -O csv "$@" | tail -n +2 | tr -d '"' | sed "s/,/$TAB/; s/ EUR$//"; }

# The same of assets:receivable, without that.
receivable() { balance assets:receivable | sed 's/^assets:receivable://' | sort; }

# bank: the only balance there.
bank() { balance assets:bank | cut -f 2; }

checks() { LC_ALL=C.UTF-8 hledger -f - check --strict accounts commodities balancednoautoconversion ordereddates; }

@test "what a journal looks like" {
	prepared eventful_accounts
	balint-fees journal --until 2021-03-31 | golden eventful-journal.txt
}

@test "hledger reads it, strictly, and every transaction balances" {
	prepared eventful_accounts
	succeeds balint-fees journal
	checks <<<"$output"
	for options in '--as-of 2021-03-05' '-e 9' '-e 10' '--from 2021-03-01 --until 2021-03-31'; do
		# shellcheck disable=SC2086  # options
		succeeds balint-fees journal $options
		checks <<<"$output"
	done
}

@test "receivables are what status has open, on any day" {
	prepared eventful_accounts
	reverse 8 2021-03-17 'tornato indietro' >/dev/null
	for day in 2021-02-20 2021-02-26 2021-03-04 2021-03-05 2021-03-07 2021-03-08 2021-03-11 2021-03-15 2021-03-17 2021-12-31; do
		same "$(balint-fees status --as-of $day -c handle,open | grep -v "${TAB}0.00$" | sort)" "$(balint-fees journal --as-of $day | receivable)" "receivables on $day"
		same "$(balint-fees status --as-of $day -e 9 -c handle,open | grep -v "${TAB}0.00$" | sort)" "$(balint-fees journal --as-of $day -e 9 | receivable)" \
			"those of edition 9 on $day"
		same "$(balint-fees status --as-of $day -c handle,credit | grep -v "${TAB}0.00$" | sort)" \
			"$(balint-fees journal --as-of $day | balance liabilities:credit | sed 's/^liabilities:credit://; s/-//' | sort)" "credits on $day"
	done
}

@test "the bank is payments less refunds, less what was reversed" {
	prepared eventful_accounts
	same 831.80 "$(balint-fees journal | bank)"
	same "$(sql "SELECT printf('%.2f', (sum(iif(e.kind = 'payment', e.amount, 0)) - sum(iif(e.kind = 'refund', e.amount, 0))
		+ sum(iif(e.kind = 'reversal' AND o.kind = 'payment', e.amount, 0))) / 100.0)
		FROM entry AS e LEFT JOIN entry AS o ON o.id = e.reverses")" "$(balint-fees journal | bank)" 'the bank'
}

@test "income is net and VAT is apart, adjustments too" {
	prepared eventful_accounts
	same "$(sql "SELECT printf('%.2f', -sum(net) / 100.0) FROM instalment")" "$(balint-fees journal | balance income:fees --depth 2 | cut -f 2)" 'income'
	# 25.40 of 85.40 less: 20.82 net and 4.58 VAT.
	same 20.82 "$(balint-fees journal | balance income:adjustments | cut -f 2)" 'adjustments'
	same "$(sql "SELECT printf('%.2f', (458 - sum(vat)) / 100.0) FROM instalment")" "$(balint-fees journal | balance liabilities:vat | cut -f 2)" 'VAT'
}

@test "an instalment is charged on the day it is due; --from and --until take the transactions of those days" {
	ninth
	balint-fees pay rossi 85.40 --on 2021-02-27 >/dev/null
	dates() { grep -o '^[0-9-]\{10\}' | uniq; }
	prints eval 'balint-fees journal | dates' <<<$'2021-02-27\n2021-02-28\n2021-03-31\n2021-04-30\n2021-05-31\n2021-06-30'
	prints eval 'balint-fees journal --from 2021-03-31 --until 30/04/2021 | dates' <<<$'2021-03-31\n2021-04-30'
	prints eval 'balint-fees journal --as-of 2021-02-26 --until 2021-02-28 | dates' <<<2021-02-28
}

@test "payment, reversal and new payment on one day balance, as do credit taken later and a refund" {
	ninth
	balint-fees pay rossi 85.40 --on 2021-03-01 >/dev/null
	reverse 1 2021-03-01 'due volte' >/dev/null
	entry payment rossi 10000 2021-03-01 >/dev/null
	allocate 3 5000 2021-03-05 rossi 2021-02
	allocate 3 -1000 2021-03-06 rossi 2021-02
	refund 3 rossi 2000 2021-03-06 'in piu' >/dev/null
	succeeds balint-fees journal --until 2021-03-30
	checks <<<"$output"
	same "rossi${TAB}387.00" "$(balint-fees journal | receivable | grep rossi)"
	same 80.00 "$(balint-fees journal | bank)"
	same -40.00 "$(balint-fees journal | balance liabilities:credit | cut -f 2)" 'credit'
	grep -q '(2) Rossi Maria | reversal: due volte' <<<"$output"
}

@test "odd names and texts stay in their descriptions" {
	edition --reference '{family} {month}'
	balint-fees tariff set medici-psicologi 100
	participant a '; comment' '=cmd|x'
	participant b 'Two  blanks' '(1) * ! 2021-01-01'
	participant c '@ 5 EUR' 'a:b, date:x'
	participant d 'Nicolò 王' '{{x}} "q" \n'
	participant x.y_z-1 'include /etc/passwd' 'end comment'
	balint-fees plan --months 2021-03..2021-03 >/dev/null
	for handle in a b c d x.y_z-1; do balint-fees pay $handle 10 --on 2021-03-01 --text '; assets:bank  5 EUR' >/dev/null; done
	sql "UPDATE person SET given = 'x' || char(10) || '2021-01-01 evil' || char(10) || '  a  1' || char(27) WHERE handle = 'd'"
	succeeds balint-fees journal
	[[ $output != *$'\e'* ]]
	checks <<<"$output"
	same 10 "$(LC_ALL=C.UTF-8 hledger -f - print <<<"$output" | grep -c '^2021')" 'the transactions'
	same 50.00 "$(bank <<<"$output")"
	for handle in a b c d x.y_z-1; do same "$handle${TAB}112.00" "$(receivable <<<"$output" | grep "^$handle$TAB")"; done
}

@test "an empty ledger is a journal too" {
	association
	succeeds balint-fees journal
	checks <<<"$output"
	same '' "$(balance <<<"$output")"
}

@test "closed editions are in it" {
	prepared eventful_accounts
	before=$(balint-fees journal)
	sql "UPDATE edition SET status = 'closed'"
	same "$before" "$(balint-fees journal)"
}

@test "what journal cannot take is refused" {
	ninth
	refused 2 '--from lies after --until' balint-fees journal --from 2021-03-02 --until 2021-03-01
	refused 2 "--until: '2021-02-29' is not a date: February 2021 has 28 days" balint-fees journal --until 2021-02-29
	refused 1 "edition: unknown '7'*" balint-fees journal -e 7
	refused 2 '*--format*' balint-fees journal -f csv
}
