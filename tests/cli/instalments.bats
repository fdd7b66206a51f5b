# shellcheck shell=bats
# balint-fees plan: the instalments, their amounts, days and references.
load helper

# fee NET [OPTION...]: an edition of ten sessions from 17 February 2021 that costs so much, and rossi in it.
fee() { prepared make_fee "$@"; }

make_fee()
{
	local net=$1
	shift
	edition "$@"
	sessions --from 2021-02-17 --count 10
	balint-fees tariff set medici-psicologi "$net"
	person rossi Rossi Maria --profession medico
	balint-group enrol rossi --on 2021-02-17 >/dev/null
}

# references: those of all instalments, by day and name.
references() { balint-fees due --all -c reference; }

@test "plan writes an instalment for each month with a session, due on its last day" {
	fee 350
	prints balint-fees plan <<-'END'
		rossi|2021-02-28|70.00|15.40|85.40|Gruppo Balint 1 ed 2021_Rossi_febbraio
		rossi|2021-03-31|70.00|15.40|85.40|Gruppo Balint 1 ed 2021_Rossi_marzo
		rossi|2021-04-30|70.00|15.40|85.40|Gruppo Balint 1 ed 2021_Rossi_aprile
		rossi|2021-05-31|70.00|15.40|85.40|Gruppo Balint 1 ed 2021_Rossi_maggio
		rossi|2021-06-30|70.00|15.40|85.40|Gruppo Balint 1 ed 2021_Rossi_giugno
	END
}

@test "a month without a session has no instalment" {
	edition
	balint-calendar break add 2021-04-01..2021-04-30 Pausa
	sessions --from 2021-03-24 --until 2021-05-31
	balint-fees tariff set medici-psicologi 350
	participant rossi Rossi Maria
	succeeds balint-fees plan -c due_on
	same $'2021-03-31\n2021-05-31' "$output"
}

@test "--instalments takes so many month-ends in a row, from the first session's on" {
	fee 350
	prints balint-fees plan --instalments 7 -c due_on <<-'END'
		2021-02-28
		2021-03-31
		2021-04-30
		2021-05-31
		2021-06-30
		2021-07-31
		2021-08-31
	END
}

@test "the month-ends do not drift, and leap years have 29 February" {
	edition
	sessions --from 2024-01-31 --count 2
	balint-fees tariff set medici-psicologi 350
	participant rossi Rossi Maria
	prints balint-fees plan --instalments 4 -c due_on <<-'END'
		2024-01-31
		2024-02-29
		2024-03-31
		2024-04-30
	END
}

@test "--months takes each month of a range, and needs no sessions" {
	edition
	balint-fees tariff set medici-psicologi 350
	participant rossi Rossi Maria
	prints balint-fees plan --months 2021-11..2022-02 -c due_on <<-'END'
		2021-11-30
		2021-12-31
		2022-01-31
		2022-02-28
	END
}

@test "427.00 in three: the spare cent is on the first" {
	fee 350
	prints balint-fees plan --instalments 3 -c net,vat,gross <<-'END'
		116.67|25.67|142.34
		116.67|25.66|142.33
		116.66|25.67|142.33
	END
}

@test "427.00 in six: nets by cumulative rounding" {
	fee 350
	prints balint-fees plan --instalments 6 -c net,gross <<-'END'
		58.34|71.17
		58.33|71.17
		58.34|71.17
		58.33|71.17
		58.33|71.16
		58.33|71.16
	END
}

@test "427.00 in twelve, 305.00 in seven" {
	fee 350
	same '4 35.59 8 35.58' "$(balint-fees plan --instalments 12 -c gross | uniq -c | xargs)"
	rm "$BALINT_DB"
	fee 250
	same '1 43.58 6 43.57' "$(balint-fees plan --instalments 7 -c gross | uniq -c | xargs)"
}

# split NET RATE PARTS: net, VAT and gross of the instalments of such a fee.
split()
{
	fee 350
	balint-fees tariff set medici-psicologi "$1" --vat "$2"
	balint-fees plan --instalments "$3" -c net,vat,gross
}

@test "every split of the table comes out to the cent" {
	while IFS=$TAB read -r net rate parts; do
		split "$net" "$rate" "$parts" | sed "s/^/$net\t$rate\t$parts\t/"
	done < <(tail -n +2 "$DATA/instalments.tsv" | cut -f 1-3 | uniq) >got
	diff <(tail -n +2 "$DATA/instalments.tsv" | cut -f 1-3,5-) got
}

@test "net, VAT and gross add up, in every row and every column, and no row is a cent off its rate" {
	for net in 350 250 1250.75 99.99 0.07 1 333.33; do
		for parts in 2 3 7 12; do
			split $net 22 $parts | sed "s/^/$net $parts /"
		done
	done >splits
	/usr/bin/python3 - <<-'END'
		from collections import defaultdict
		from decimal import Decimal, ROUND_HALF_UP
		cent, rate, splits = Decimal('0.01'), Decimal('0.22'), defaultdict(list)
		for line in open('splits'):
		    net, parts, *row = map(Decimal, line.split())
		    splits[net, parts].append(row)
		assert len(splits) == 28
		for (net, parts), rows in splits.items():
		    vat = (net * rate).quantize(cent, ROUND_HALF_UP)
		    assert len(rows) == parts, rows
		    assert [sum(column) for column in zip(*rows)] == [net, vat, net + vat], rows
		    for n, v, g in rows:
		        assert n + v == g and min(n, v) >= 0, rows
		        assert abs(v - (n * rate).quantize(cent, ROUND_HALF_UP)) <= cent, rows
		    grosses = [g for _, _, g in rows]
		    assert grosses == sorted(grosses, reverse=True) and grosses[0] - grosses[-1] <= cent, rows
	END
}

@test "each pays by their category; conductors and the waiting list pay nothing" {
	ninth
	same 5 "$(balint-fees due --month 2021-03 -c amount | grep -c '^85.40$')" 'those who pay 85.40'
	same 6 "$(balint-fees due --month 2021-03 -c amount | grep -c '^61.00$')" 'those who pay 61.00'
	person neri Neri Ada --profession medico
	balint-group enrol neri --status waiting >/dev/null
	succeeds balint-fees plan
	[[ $output != *neri* && $output != *gallo* && $output != *ferraris* ]]
}

@test "planning again changes nothing, and prints what is there" {
	ninth
	unchanged succeeds balint-fees plan
	same 55 "${#lines[@]}" 'the number of instalments'
	unchanged succeeds balint-fees plan --instalments 5
	same 55 "${#lines[@]}" 'the number of instalments'
}

@test "other months than those that are planned are refused" {
	fee 350
	balint-fees plan >/dev/null
	refused 1 "'rossi' has 5 instalments already, due in other months; what is planned stays" balint-fees plan --instalments 3
	refused 1 "'rossi' has 5 instalments already, due in other months; what is planned stays" balint-fees plan --months 2021-03..2021-07
}

@test "planning again adds those of who came since, and leaves the others alone" {
	ninth
	before=$(sql 'SELECT * FROM instalment')
	participant neri Neri Ada
	succeeds balint-fees plan
	same "$before" "$(sql "SELECT * FROM instalment WHERE id <= 55")" 'the instalments of the others'
	[[ $output == *Neri_giugno* ]]
}

@test "handles choose whose instalments are planned" {
	fee 350
	participant bianchi Bianchi Luca
	prints balint-fees plan bianchi --instalments 1 -c handle,gross <<<'bianchi|427.00'
	silent sh -c 'balint-fees due --all -c handle | grep rossi || true'
	succeeds sh -c 'echo rossi | balint-fees plan - --instalments 2 -c handle,gross'
	same "rossi${TAB}213.50"$'\n'"rossi${TAB}213.50" "$output"
}

@test "a late joiner pays the whole fee, in the months that are left" {
	edition
	sessions --from 2021-02-17 --count 10
	balint-fees tariff set medici-psicologi 350
	participant rossi Rossi Maria
	prints balint-fees plan -c due_on,gross <<-'END'
		2021-03-31|106.75
		2021-04-30|106.75
		2021-05-31|106.75
		2021-06-30|106.75
	END
}

@test "where the edition says so, a late joiner pays in proportion to the sessions left: 7 of 10" {
	edition --joining proportion
	sessions --from 2021-02-17 --count 10
	balint-fees tariff set medici-psicologi 350
	participant rossi Rossi Maria
	prints balint-fees plan --instalments 1 -c net,vat,gross <<<'245.00|53.90|298.90'
}

@test "an exempt tariff has instalments without VAT" {
	fee 350
	balint-fees tariff set medici-psicologi 350 --nature N4
	prints balint-fees plan --instalments 3 -c net,vat,gross <<-'END'
		116.67|0.00|116.67
		116.67|0.00|116.67
		116.66|0.00|116.66
	END
}

@test "an instalment keeps the rate or the nature that it was planned with" {
	fee 350
	balint-fees plan --instalments 1 >/dev/null
	balint-fees tariff set medici-psicologi 350 --nature N2.2 --quiet
	participant conti Conti Teresa
	balint-fees plan --instalments 1 >/dev/null
	balint-fees tariff set medici-psicologi 350 --vat 9.5 --quiet
	same $'2200|\n0|N2.2' "$(sql 'SELECT rate, nature FROM instalment ORDER BY id')"
}

@test "1250.75 at 22 % have 275.17 of VAT, however many the instalments" {
	for count in 1 6 12; do
		rm -f "$BALINT_DB"
		fee 1250.75
		balint-fees plan --instalments $count -c net,vat,gross >plan
		same '125075 27517 152592' "$(cut -f 1 plan | total) $(cut -f 2 plan | total) $(cut -f 3 plan | total)" "the sums of $count"
	done
}

@test "every month has its Italian name" {
	edition
	balint-fees tariff set medici-psicologi 120
	participant rossi Rossi Maria
	balint-fees plan --months 2021-01..2021-12 >/dev/null
	run references
	same "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre" "$(printf '%s\n' "${lines[@]##*_}" | xargs)"
}

@test "names stand in the reference as they are written" {
	edition
	balint-fees tariff set medici-psicologi 350
	participant dangelo "D'Angelo" Anna
	participant deluca 'De Luca' Giorgio
	participant muller Müller Hannah
	participant maggio Maggio Ida
	prints balint-fees plan --months 2021-03..2021-03 -c reference <<-'END'
		Gruppo Balint 1 ed 2021_D'Angelo_marzo
		Gruppo Balint 1 ed 2021_De Luca_marzo
		Gruppo Balint 1 ed 2021_Maggio_marzo
		Gruppo Balint 1 ed 2021_Müller_marzo
	END
}

@test "two of the same family name have their given names added" {
	edition
	balint-fees tariff set medici-psicologi 350
	participant rossi Rossi Maria
	participant rossi.mario Rossi Mario
	participant rosi Rosi Ugo
	prints balint-fees plan --months 2021-03..2021-03 -c reference <<-'END'
		Gruppo Balint 1 ed 2021_Rosi_marzo
		Gruppo Balint 1 ed 2021_Rossi Maria_marzo
		Gruppo Balint 1 ed 2021_Rossi Mario_marzo
	END
}

@test "the same family name is the same however it is written" {
	edition
	balint-fees tariff set medici-psicologi 350
	participant a "D'Angelo" Anna
	participant b DANGELO Ugo
	participant c Nicolò Ida
	participant d nicolo Leo
	prints balint-fees plan --months 2021-03..2021-03 -c reference <<-'END'
		Gruppo Balint 1 ed 2021_D'Angelo Anna_marzo
		Gruppo Balint 1 ed 2021_DANGELO Ugo_marzo
		Gruppo Balint 1 ed 2021_Nicolò Ida_marzo
		Gruppo Balint 1 ed 2021_nicolo Leo_marzo
	END
}

@test "references planned before keep what they say" {
	edition
	balint-fees tariff set medici-psicologi 350
	participant rossi Rossi Maria
	balint-fees plan --months 2021-03..2021-03 >/dev/null
	participant rossi.mario Rossi Mario
	prints balint-fees plan --months 2021-03..2021-03 -c reference <<-'END'
		Gruppo Balint 1 ed 2021_Rossi_marzo
		Gruppo Balint 1 ed 2021_Rossi Mario_marzo
	END
}

@test "a conductor of the same family name is no second participant" {
	edition
	balint-fees tariff set medici-psicologi 350
	participant rossi Rossi Maria
	person rossi.mario Rossi Mario
	balint-group enrol rossi.mario --role conductor >/dev/null
	prints balint-fees plan --months 2021-03..2021-03 -c reference <<<'Gruppo Balint 1 ed 2021_Rossi_marzo'
}

@test "a month that comes twice has its year added" {
	edition
	balint-fees tariff set medici-psicologi 350
	participant rossi Rossi Maria
	balint-fees plan --months 2021-03..2022-03 >/dev/null
	run references
	same 'Gruppo Balint 1 ed 2021_Rossi_marzo 2022' "${lines[-1]}" 'the last reference'
	same 'Gruppo Balint 1 ed 2021_Rossi_aprile' "${lines[1]}" 'the second reference'
	same 13 "$(sort -u <<<"$output" | wc -l)" 'the number of different references'
}

@test "an edition may have a template of its own" {
	fee 350 --reference '{code}/{number}/{year} {title}: {given} {family} ({handle}), {month}'
	prints balint-fees plan --instalments 1 -c reference <<<'1/1/2021 Gruppo Balint: Maria Rossi (rossi), febbraio'
}

@test "a reference has at most 140 characters" {
	fee 350 --title "$(printf 'è%.0s' {1..115})"
	succeeds balint-fees plan --instalments 1 -c reference
	same 140 "${#output}" 'its length'
	rm "$BALINT_DB"
	fee 350 --title "$(printf 'è%.0s' {1..116})"
	refused 1 "the reference of 'rossi' has more than 140 characters; shorten the edition's --reference or --title: *" balint-fees plan --instalments 1
}

@test "a changed template or name leaves planned references alone" {
	ninth
	before=$(references | sort)
	balint-group edition set 9 --title Corso --reference '{family}'
	balint-group person set rossi --family Bianchini
	same "$before" "$(references | sort)" 'the references'
}

@test "without a profession, a tariff or a month there is nothing to plan" {
	edition
	person rossi Rossi Maria
	balint-group enrol rossi >/dev/null
	refused 1 "'rossi' has no profession, which decides the fee; set it: balint-group person set rossi --profession P" balint-fees plan
	balint-group person set rossi --profession medico
	refused 1 "'rossi': edition 1 has no tariff for 'medici-psicologi'; set it: balint-fees tariff set medici-psicologi NET -e 1" balint-fees plan
	balint-fees tariff set medici-psicologi 350
	refused 1 "'rossi': edition 1 has no sessions yet; *" balint-fees plan
}

@test "one who cannot be planned keeps all from being planned" {
	fee 350
	person bianchi Bianchi Luca
	balint-group enrol bianchi >/dev/null
	refused 1 "'bianchi' has no profession*" balint-fees plan
	silent balint-fees due --all
}

@test "what plan cannot take is refused" {
	fee 350
	refused 1 "handle: unknown 'rosi'; did you mean 'rossi'?" balint-fees plan rosi
	person gallo Gallo Pietro
	refused 1 "'gallo' is not a member of edition 1" balint-fees plan gallo
	balint-group enrol gallo --role conductor >/dev/null
	refused 1 "'gallo' is not an active participant of edition 1" balint-fees plan gallo
	refused 2 'only one of --months or --instalments can be given' balint-fees plan --months 2021-02..2021-04 --instalments 3
	refused 2 "--months: '2021-04' is not a range of months; write it as 2021-02..2021-06" balint-fees plan --months 2021-04
	refused 2 "--months: '2021-04..2021-02' ends before it begins" balint-fees plan --months 2021-04..2021-02
	refused 2 "--months: *2021-13*" balint-fees plan --months 2021-12..2021-13
	refused 2 "--instalments: '0' is not a whole number from 1 to *" balint-fees plan --instalments 0
}
