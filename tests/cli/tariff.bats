# shellcheck shell=bats
# balint-fees tariff: what an edition costs, by category of profession.
load helper

setup()
{
	scene
	edition
}

@test "set says the net price of a category, in silence; list has VAT and gross too" {
	silent balint-fees tariff set medici-psicologi 350 --vat 22
	silent balint-fees tariff set altre-professioni 250 --vat 22
	prints balint-fees tariff list -H <<-'END'
		category|net|rate|nature|vat|gross
		medici-psicologi|350.00|22||77.00|427.00
		altre-professioni|250.00|22||55.00|305.00
	END
}

@test "VAT is 22 percent unless said otherwise, once on the price, half up" {
	balint-fees tariff set medici-psicologi 1250.75
	prints balint-fees tariff list -c net,vat,gross <<<'1250.75|275.17|1525.92'
	balint-fees tariff set medici-psicologi 0.25 --vat 10
	prints balint-fees tariff list -c net,vat,gross <<<'0.25|0.03|0.28'
}

@test "rates may have decimals, with a point or a comma" {
	balint-fees tariff set medici-psicologi 100 --vat 4,5
	prints balint-fees tariff list -c rate,vat,gross <<<'4.5|4.50|104.50'
	balint-fees tariff set medici-psicologi 100 --vat 5.25
	prints balint-fees tariff list -c rate,vat,gross <<<'5.25|5.25|105.25'
}

@test "what is exempt has its nature and no VAT" {
	silent balint-fees tariff set medici-psicologi 350 --nature N4
	silent balint-fees tariff set altre-professioni 250 --nature N2.2 --vat 0
	prints balint-fees tariff list <<-'END'
		medici-psicologi|350.00|0|N4|0.00|350.00
		altre-professioni|250.00|0|N2.2|0.00|250.00
	END
}

@test "amounts may be written 350, 350.00 and 350,00" {
	for amount in 350 350.00 350,00; do
		silent balint-fees tariff set medici-psicologi $amount
		prints balint-fees tariff list -c net <<<350.00
	done
}

@test "setting what is set already changes nothing, not even the log" {
	balint-fees tariff set medici-psicologi 350
	unchanged silent balint-fees tariff set medici-psicologi 350,00 --vat 22
}

@test "another price takes the place of the old one" {
	balint-fees tariff set medici-psicologi 350
	silent balint-fees tariff set medici-psicologi 360
	prints balint-fees tariff list -c net <<<360.00
}

@test "what is planned keeps its amounts, and that is said" {
	ninth
	warns '25 instalments are planned already and keep their amounts' balint-fees tariff set medici-psicologi 360
	prints balint-fees due --month 2021-03 -c handle,amount <<-'END'
		bianchi|61.00
		conti|85.40
		dangelo|85.40
		deluca|61.00
		esposito|61.00
		fontana|85.40
		greco|61.00
		maggio|61.00
		muller|85.40
		ricci|61.00
		rossi|85.40
	END
}

@test "each edition has its own" {
	balint-group edition add 2 --number 2 --year 2021 >/dev/null
	balint-fees tariff set medici-psicologi 350 -e 1
	silent balint-fees tariff list -e 2
	refused 1 'several editions are open (1, 2); name one with --edition' balint-fees tariff list
}

@test "amounts that cannot be read are refused" {
	for amount in x '' 35x 350.001 1.234,50 '350 €' 1e3 ' ' 0x10 92233720368547758.08 99999999999999999999; do
		refused 2 "NET: '$amount' is not an amount; write it as 350, 350.00 or 350,00" balint-fees tariff set medici-psicologi "$amount"
	done
}

@test "there is a most expensive edition" {
	silent balint-fees tariff set medici-psicologi 999999999.99 --vat 0
	refused 2 "NET: '1000000000' is too much: the most is 999999999.99" balint-fees tariff set medici-psicologi 1000000000
}

@test "a negative amount is refused as what it is" {
	refused 2 "NET: '-350': an amount is never negative" balint-fees tariff set -- medici-psicologi -350
	refused 2 "*: no amount and no number here is ever negative" balint-fees tariff set medici-psicologi -350
}

@test "rate and nature are checked" {
	refused 2 "--vat: '101' is not a percentage from 0 to 100" balint-fees tariff set medici-psicologi 350 --vat 101
	refused 2 "--vat: '-1' is not a percentage from 0 to 100" balint-fees tariff set medici-psicologi 350 --vat -1
	refused 2 "--vat: 'x' is not a percentage from 0 to 100" balint-fees tariff set medici-psicologi 350 --vat x
	refused 1 "--nature: 'X' is not the nature of an exemption, such as N4 or N2.2" balint-fees tariff set medici-psicologi 350 --nature X
	refused 1 '--nature: what is exempt has no VAT; *' balint-fees tariff set medici-psicologi 350 --nature N4 --vat 22
}

@test "an unknown category is refused, and a like one offered" {
	refused 1 "category: unknown 'medici'; *" balint-fees tariff set medici 350
	refused 1 "category: unknown 'medici-psicologo'; did you mean 'medici-psicologi'?" balint-fees tariff set medici-psicologo 350
	refused 2 "'tariff set' wants CATEGORY NET" balint-fees tariff set medici-psicologi
}
