# shellcheck shell=bats disable=SC2154
# balint-fees receipt: the receipt of one payment.
load helper
load accounts

@test "receipts of a participant, of an institution, and of more than was open, in both languages" {
	prepared eventful_accounts
	for language in it en; do
		for payment in 1 7 9; do
			balint-fees receipt $payment --language $language | golden "receipt-$payment-$language.txt"
		done
		balint-fees receipt 9 --language $language --html | golden "receipt-9-$language.html"
	done
}

@test "the language is that of the setting" {
	prepared eventful_accounts
	same "$(balint-fees receipt 1 --language it)" "$(balint-fees receipt 1)"
	balint-group set language=en
	same "$(balint-fees receipt 1 --language en)" "$(balint-fees receipt 1)"
}

@test "the amount in words" {
	ninth
	words() { balint-fees receipt "$(balint-fees pay rossi "$1" --on 2021-03-01 -q)" --language "$2" | sed -n 's/^Euro .*(\(.*\))$/\1/p'; }
	prints words 85.40 it <<<'ottantacinque/40'
	prints words 85.40 en <<<'eighty-five/40'
	prints words 1028.03 it <<<'milleventotto/03'
}

@test "the shares of net and VAT of an instalment paid in parts add up to its own" {
	ninth
	for amount in 10 0.01 33.33 42.05 0.02; do balint-fees pay rossi $amount --on 2021-03-01 -q >/dev/null; done
	sums() { for id in 1 2 3 4 5; do balint-fees receipt $id --language en --html; done | sed -n 's|.*In all</th><td class="amount">\([0-9.]*\)</td><td class="amount">\([0-9.]*\)<.*|\1 \2|p'; }
	net=$(sums | cut -d ' ' -f 1 | total) vat=$(sums | cut -d ' ' -f 2 | total)
	# 85.41: February whole, and one cent of March.
	same $((7000 + 1)) "$net" 'the net'
	same 1540 "$vat" 'the VAT'
}

@test "it stays the same when other payments of the instalment are reversed" {
	ninth
	balint-fees pay rossi 33.33 --on 2021-03-01 >/dev/null
	balint-fees pay rossi 33.34 --on 2021-03-02 >/dev/null
	before=$(balint-fees receipt 2)
	reverse 1 2021-03-03 'di altri' >/dev/null
	same "$before" "$(balint-fees receipt 2)"
}

@test "what is exempt has the nature of the exemption, and no VAT" {
	prepared eventful_accounts
	balint-fees pay rossi 100 --on 2021-03-18 -e 10 >/dev/null
	succeeds balint-fees receipt 11
	[[ $output == *'esente IVA, natura N4'* && $output == *'in tutto 100,00'* ]]
	[[ $output != *imponibile* ]]
}

@test "a payment that has gone nowhere yet is a receipt all the same" {
	prepared eventful_accounts
	number=$(entry payment maggio 1234 2021-03-19)
	succeeds balint-fees receipt "$number"
	[[ $output == *'Euro            12,34 (dodici/34)'* && $output == *'Non ancora attribuito a una rata: 12,34'* && $output != *Per$'\n'* ]]
}

@test "what is no payment, was reversed, or is not there, is refused" {
	prepared eventful_accounts
	refused 1 'payment 2 was reversed on 2021-03-08, by entry 3, and has no receipt' balint-fees receipt 2
	refused 1 'entry 3 is a reversal; only a payment has a receipt' balint-fees receipt 3
	refused 1 'entry 4 is an adjustment; only a payment has a receipt' balint-fees receipt 4
	refused 1 'entry 8 is a refund; only a payment has a receipt' balint-fees receipt 8
	refused 1 'there is no entry 99 in the ledger' balint-fees receipt 99
	for id in x -1 1x '' 1.5 9999999999999999999; do
		refused 2 "ID: '$id' is not a number of the ledger" balint-fees receipt -- "$id"
	done
	refused 2 "'receipt' wants ID" balint-fees receipt
	refused 2 "--language: 'fr' is none of it|en" balint-fees receipt 1 --language fr
}

@test "that one was printed is known to the store, once" {
	prepared eventful_accounts
	succeeds balint-fees receipt 1
	same 1 "$(sql 'SELECT group_concat(entry) FROM receipt')"
	unchanged succeeds balint-fees receipt 1 --html
	refused 1 'entry 3 is *' balint-fees receipt 3
	refused 1 'there is no entry 99 in the ledger' balint-fees receipt 99
	same 1 "$(sql 'SELECT group_concat(entry) FROM receipt')"
}

@test "several at once are noted once" {
	prepared eventful_accounts
	for n in 1 2 3 4 5 6; do balint-fees receipt 1 >"printed.$n" 2>>said & done
	wait
	same 1 "$(sql 'SELECT group_concat(entry) FROM receipt')"
	same 1 "$(for n in 1 2 3 4 5 6; do md5sum <"printed.$n"; done | sort -u | wc -l)" 'the number of different receipts'
	! grep -v 'the store cannot be written now' said
}

@test "one that cannot be noted is printed all the same, and a warning says so" {
	prepared eventful_accounts
	cp "$BALINT_DB" whole.db
	unnoted='the store cannot be written now and does not know of this receipt: until it is printed again, an undo could give its number to another payment'
	expected=$(balint-fees receipt 1)
	cp whole.db "$BALINT_DB"
	mkfifo begun go
	{ echo 'BEGIN IMMEDIATE; SELECT 1;'; cat go; } | sqlite3 "$BALINT_DB" >begun &
	read -r _ <begun
	capture balint-fees receipt 1
	echo 'ROLLBACK;' >go
	wait
	same "balint-fees: $unnoted" "$stderr"
	same "$expected" "$output"
	read_only
	capture unprivileged balint-fees receipt 1
	same "balint-fees: $unnoted" "$stderr"
	same "$expected" "$output"
}

teardown() { unshelve; }
