# shellcheck shell=bats
# balint-fees adjust: discounts, scholarships, write-offs, extras.
load helper

setup()
{
	scene
	ninth
}

# account HANDLE: each of its instalments: month, still open, paid.
account() { balint-fees due --all -f tsv -c handle,month,amount,paid | sed -n "s/^$1\t//p"; }

# of HANDLE: what is charged, adjusted, paid, open, and credit.
of() { balint-fees status -c handle,charged,adjusted,paid,open,credit | sed -n "s/^$1\t//p"; }

@test "less goes to the oldest open instalments first, and prints the numbers in the ledger" {
	prints balint-fees adjust rossi --less 100 --reason 'borsa di studio' <<-'END'
		1
		2
	END
	prints account rossi <<-'END'
		2021-03|70.80|0.00
		2021-04|85.40|0.00
		2021-05|85.40|0.00
		2021-06|85.40|0.00
	END
	prints of rossi <<<'427.00|-100.00|0.00|327.00|0.00'
	same $'adjustment|-8540|2021-03-20|borsa di studio\nadjustment|-1460|2021-03-20|borsa di studio' \
		"$(sql 'SELECT kind, amount, date, text FROM entry ORDER BY id')" 'the entries'
}

@test "what is planned stays as it was planned" {
	before=$(sql 'SELECT * FROM instalment')
	balint-fees adjust rossi --less 427 --reason esonero >/dev/null
	same "$before" "$(sql 'SELECT * FROM instalment')" 'the instalments'
	silent account rossi
}

@test "less of a month is off that month's instalment alone" {
	prints balint-fees adjust rossi --less 20 --reason sconto --month 2021-05 <<<1
	prints account rossi <<-'END'
		2021-02|85.40|0.00
		2021-03|85.40|0.00
		2021-04|85.40|0.00
		2021-05|65.40|0.00
		2021-06|85.40|0.00
	END
}

@test "more goes to the next instalment that is due from its day on" {
	prints balint-fees adjust rossi --more 15 --reason libro <<<1
	prints balint-fees adjust rossi --more 5 --reason libro --on 2021-03-31 <<<2
	prints balint-fees adjust rossi --more 7 --reason libro --on 2021-04-01 <<<3
	prints account rossi <<-'END'
		2021-02|85.40|0.00
		2021-03|105.40|0.00
		2021-04|92.40|0.00
		2021-05|85.40|0.00
		2021-06|85.40|0.00
	END
}

@test "after the last is due, more goes to the last; with a month to that one" {
	balint-fees adjust rossi --more 15 --reason libro --on 2021-07-01 >/dev/null
	balint-fees adjust rossi --more 1 --reason mora --month 2021-02 >/dev/null
	prints of rossi <<<'427.00|16.00|0.00|443.00|0.00'
	[[ $(account rossi) == "2021-02${TAB}86.40${TAB}0.00"*"2021-06${TAB}100.40${TAB}0.00" ]]
}

@test "an instalment is never less than nothing: the most is what is charged" {
	refused 1 "--less: 'rossi' is charged 427.00, and no more than that can be taken off" balint-fees adjust rossi --less 427.01 --reason x
	refused 1 "--less: 'rossi' is charged 85.40 in that month, and no more than that can be taken off" \
		balint-fees adjust rossi --less 85.41 --reason x --month 2021-03
	balint-fees adjust rossi --less 27 --reason x >/dev/null
	refused 1 "--less: 'rossi' is charged 400.00, and no more than that can be taken off" balint-fees adjust rossi --less 400.01 --reason y
	balint-fees adjust rossi --less 400 --reason y >/dev/null
	prints of rossi <<<'427.00|-427.00|0.00|0.00|0.00'
	same 0 "$(sql 'SELECT count(*) FROM instalment_account WHERE gross + adjusted < 0')" 'instalments below nothing'
}

@test "what is then paid too much goes to the next open instalments" {
	balint-fees pay rossi 85.40 --on 2021-02-27 >/dev/null
	prints balint-fees adjust rossi --less 30 --reason sconto --month 2021-02 <<<2
	prints account rossi <<-'END'
		2021-03|55.40|30.00
		2021-04|85.40|0.00
		2021-05|85.40|0.00
		2021-06|85.40|0.00
	END
	same $'1|1|8540|2021-02-27\n1|1|-3000|2021-03-20\n1|2|3000|2021-03-20' \
		"$(sql 'SELECT entry, instalment - (SELECT min(i.instalment) FROM allocation AS i) + 1, amount, date FROM allocation ORDER BY id')" 'the allocations'
}

@test "and where none is open, is credit that can be given back" {
	balint-fees pay rossi 427 --on 2021-02-27 >/dev/null
	warns "'rossi' has a credit of 100.00; to give it back: balint-fees refund rossi 100.00 --on DATE" \
		balint-fees adjust rossi --less 100 --reason 'borsa di studio'
	prints of rossi <<<'427.00|-100.00|327.00|0.00|100.00'
	prints balint-fees refund rossi 100 --on 2021-03-21 <<<4
}

@test "of several instalments that are paid, the last ones become less" {
	balint-fees pay rossi 427 --on 2021-02-27 >/dev/null
	balint-fees adjust rossi --less 100 --reason borsa 2>/dev/null
	same $'2021-05-31|-1460\n2021-06-30|-8540' "$(sql "SELECT i.due_on, e.amount FROM entry AS e JOIN instalment AS i ON i.id = e.instalment WHERE e.kind = 'adjustment' ORDER BY e.id")"
}

@test "what is open goes first, whichever month it is, with one entry for each instalment" {
	balint-fees pay rossi 85.40 --on 2021-02-27 --month 2021-06 >/dev/null
	balint-fees pay rossi 50 --on 2021-02-27 --month 2021-03 >/dev/null
	balint-fees adjust rossi --less 300 --reason borsa 2>/dev/null
	same $'2021-02-28|-8540\n2021-03-31|-3540\n2021-04-30|-8540\n2021-05-31|-8540\n2021-06-30|-840' \
		"$(sql "SELECT i.due_on, e.amount FROM entry AS e JOIN instalment AS i ON i.id = e.instalment WHERE e.kind = 'adjustment' ORDER BY e.id")"
	prints of rossi <<<'427.00|-300.00|127.00|0.00|8.40'
}

@test "more takes the credit that is there" {
	run balint-fees pay rossi 437 --on 2021-02-27
	balint-fees adjust rossi --more 15 --reason libro >/dev/null
	prints account rossi <<<'2021-03|5.00|95.40'
	prints of rossi <<<'427.00|15.00|437.00|5.00|0.00'
}

@test "the same again prints the same numbers and changes nothing" {
	balint-fees adjust rossi --less 100 --reason borsa >/dev/null
	before=$(fingerprint)
	warns "100.00 less for 'rossi' on 2021-03-20 is there already; a second one needs --again" balint-fees adjust rossi --less 100,00 --reason borsa
	same $'1\n2' "$output" 'the numbers'
	same "$before" "$(fingerprint)" 'the store'
	prints balint-fees adjust rossi --less 100 --reason borsa --again <<-'END'
		3
		4
	END
	warns "100.00 less for 'rossi' on 2021-03-20 is there already; a second one needs --again" balint-fees adjust rossi --less 100 --reason borsa
	same $'1\n2' "$output" 'the numbers'
}

@test "the same for another month or reason is refused without --again" {
	balint-fees adjust rossi --more 10 --reason libro --month 2021-04 >/dev/null
	warns "10.00 more for 'rossi' on 2021-03-20 is there already; a second one needs --again" balint-fees adjust rossi --more 10 --reason libro
	refused 1 "an adjustment of that amount and day for 'rossi' is there, for another month or reason; if this is a second one, give --again" \
		balint-fees adjust rossi --more 10 --reason libro --month 2021-05
	refused 1 "an adjustment of that amount and day for 'rossi' is there, *" balint-fees adjust rossi --more 10 --reason dispense
	prints balint-fees adjust rossi --more 10 --reason dispense --again <<<2
}

@test "another person, amount, day or direction is another adjustment" {
	balint-fees adjust rossi --more 10 --reason libro >/dev/null
	prints balint-fees adjust conti --more 10 --reason libro <<<2
	prints balint-fees adjust rossi --more 10.01 --reason libro <<<3
	prints balint-fees adjust rossi --more 10 --reason libro --on 2021-03-21 <<<4
	prints balint-fees adjust rossi --less 10 --reason libro <<<5
}

@test "one that was reversed is not there any more" {
	balint-fees adjust rossi --more 10 --reason libro >/dev/null
	balint-fees reverse 1 --reason 'non ordinato' >/dev/null
	prints balint-fees adjust rossi --more 10 --reason libro <<<3
}

@test "an instalment that is due and taken off is no longer overdue" {
	balint-fees adjust rossi --less 85.40 --reason borsa >/dev/null
	same '0.00' "$(balint-fees status -c handle,overdue | sed -n 's/^rossi\t//p')"
}

@test "as of an earlier day, it is not there yet" {
	balint-fees pay rossi 427 --on 2021-03-01 >/dev/null
	balint-fees adjust rossi --less 100 --reason borsa --on 2021-03-10 2>/dev/null
	for day in 2021-02-28:0.00:0.00:427.00 2021-03-09:0.00:427.00:0.00 2021-03-10:-100.00:327.00:0.00; do
		same "${day#*:}" "$(balint-fees status --as-of "${day%%:*}" -c handle,adjusted,paid,open | sed -n 's/^rossi\t//p' | tr '\t' :)" "as of ${day%%:*}"
	done
}

@test "a discount dated before the payment frees the money on the day of the payment" {
	balint-fees pay rossi 427 --on 2021-03-10 >/dev/null
	balint-fees adjust rossi --less 100 --reason borsa --on 2021-03-01 2>/dev/null
	same '-100.00:0.00:327.00' "$(balint-fees status --as-of 2021-03-05 -c handle,adjusted,paid,open | sed -n 's/^rossi\t//p' | tr '\t' :)"
	same '-100.00:327.00:0.00' "$(balint-fees status --as-of 2021-03-10 -c handle,adjusted,paid,open | sed -n 's/^rossi\t//p' | tr '\t' :)"
}

@test "what adjust cannot take is refused" {
	refused 2 'one of --less or --more is needed' balint-fees adjust rossi --reason x
	refused 2 'only one of --less or --more can be given' balint-fees adjust rossi --less 1 --more 1 --reason x
	refused 2 '--reason T is needed' balint-fees adjust rossi --less 1
	refused 2 '--reason: an empty text' balint-fees adjust rossi --less 1 --reason ''
	refused 2 "'adjust' wants HANDLE" balint-fees adjust --less 1 --reason x
	refused 2 "--less: '-1': an amount is never negative" balint-fees adjust rossi --less -1 --reason x
	refused 2 "--more: '1.234,50' is not an amount; write it as 350, 350.00 or 350,00" balint-fees adjust rossi --more 1.234,50 --reason x
	refused 1 'an adjustment of 0.00 is none' balint-fees adjust rossi --less 0 --reason x
	refused 1 "handle: unknown 'rosi'; did you mean 'rossi'?" balint-fees adjust rosi --less 1 --reason x
	refused 1 "--month: 'rossi' has no instalment in 2021-12" balint-fees adjust rossi --less 1 --reason x --month 2021-12
	refused 1 "'gallo' has no instalments in edition 9; 'balint-fees plan -e 9' writes those of the participants" balint-fees adjust gallo --less 1 --reason x
	person neri Neri Ada
	refused 1 "'neri' is not a member of edition 9" balint-fees adjust neri --less 1 --reason x
}
