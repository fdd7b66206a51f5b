# shellcheck shell=bats
# balint-calendar closure add --patron and patron list: the patron saints' days, offered by name and never applied unasked.
load helper

setup()
{
	scene
	edition
}

@test "the patron saint's day becomes a closure of the years with sessions" {
	sessions --from 2021-11-10 --count 6
	prints balint-calendar closure add --patron TO <<-'END'
		2021-06-24|San Giovanni Battista (patrono di Torino)
		2022-06-24|San Giovanni Battista (patrono di Torino)
	END
	prints balint-calendar closure list <<-'END'
		2021-06-24|San Giovanni Battista (patrono di Torino)
		2022-06-24|San Giovanni Battista (patrono di Torino)
	END
}

@test "a calendar of one year gets one closure, whatever year it is today" {
	sessions --from 2024-01-10 --count 4
	prints balint-calendar closure add --patron Milano -c date <<<2024-12-07
}

@test "without sessions, or for all editions, it is this year and the next" {
	prints balint-calendar closure add --patron roma -c date <<<$'2021-06-29\n2022-06-29'
	sessions --from 2024-01-10 --count 4
	prints balint-calendar closure add --patron mi --all-editions -c date <<<$'2021-12-07\n2022-12-07'
	prints balint-calendar closure list --all-editions -c date <<<$'2021-12-07\n2022-12-07'
	BALINT_TODAY=9999-01-01 prints balint-calendar closure add --patron mi --all-editions -c date <<<9999-12-07
}

@test "--year says which" {
	prints balint-calendar closure add --patron bolzano --year 2025 <<<'2025-06-09|Lunedì di Pentecoste (festa di Bolzano)'
	prints balint-calendar closure add --patron bolzano --year 1583 -c date <<<1583-05-30
}

@test "the same again changes nothing, and prints the same" {
	balint-calendar closure add --patron TO --year 2021
	unchanged prints balint-calendar closure add --patron torino --year 2021 <<<'2021-06-24|San Giovanni Battista (patrono di Torino)'
}

@test "it is skipped from then on, and not before" {
	prints balint-calendar plan --from 2021-06-10 --count 2 -c date,note <<<$'2021-06-10|\n2021-06-24|'
	balint-calendar closure add --patron TO
	prints balint-calendar plan --from 2021-06-10 --count 2 -c date,note <<-'END'
		2021-06-10|
		2021-06-24|San Giovanni Battista (patrono di Torino)
		2021-07-08|
	END
	prints balint-calendar why 2021-06-24 -c reason <<<'San Giovanni Battista (patrono di Torino) (closure)'
}

@test "a session that is there already is warned of" {
	sessions --from 2021-06-10 --count 2
	warns 'edition 1, 2021-06-24: a session on a skipped date: San Giovanni Battista (patrono di Torino) (closure)' \
		balint-calendar closure add --patron TO
	prints balint-calendar closure list -c date <<<2021-06-24
}

@test "a closure of that day with another label is refused, and nothing is added" {
	balint-calendar closure add 2022-06-24 Neve
	refused 1 "2022-06-24: that closure is there as 'Neve', not 'San Giovanni Battista (patrono di Torino)'; to change it: balint-calendar closure remove 2022-06-24, then add" \
		balint-calendar closure add --patron TO
}

@test "a city that is not in the table is refused" {
	refused 1 "patron: unknown 'Tornio'; did you mean 'Torino'?" balint-calendar closure add --patron Tornio
	refused 1 "patron: unknown 'XX'; 'balint-calendar patron list' shows the cities" balint-calendar closure add --patron XX
	refused 1 "patron: unknown 'a\x1b[31mb'*" balint-calendar closure add --patron $'a\e[31mb'
	refused 1 "patron: 'MS' has several capitals; name one of: Carrara, Massa" balint-calendar closure add --patron MS
}

@test "DATE LABEL or --patron, one of them" {
	refused 2 "'closure add' wants DATE LABEL, or --patron CITY" balint-calendar closure add
	refused 2 "'closure add' wants DATE LABEL or --patron CITY, not both" balint-calendar closure add 2021-06-24 --patron TO
	refused 2 "'closure add' wants DATE LABEL or --patron CITY, not both" balint-calendar closure add 2021-06-24 X --patron TO
	refused 2 '--year goes with --patron; a DATE has its year' balint-calendar closure add 2021-06-24 X --year 2021
	refused 2 "--year: '1582' lies before the Gregorian calendar; years run from 1583" balint-calendar closure add --patron TO --year 1582
	refused 1 "edition: unknown '7'*" balint-calendar closure add --patron TO -e 7
}

@test "the list has every capital by name, with the day of the year" {
	succeeds balint-calendar patron list --year 2021
	same 119 "${#lines[@]}" 'the number of cities'
	same "Agrigento${TAB}AG${TAB}2021-02-25${TAB}San Gerlando" "${lines[0]}"
	same "Viterbo${TAB}VT${TAB}2021-09-04${TAB}Santa Rosa" "${lines[118]}"
	succeeds balint-calendar patron list
	[[ $output == *"Torino${TAB}TO${TAB}2021-06-24${TAB}"* ]]
}

@test "the list of one city, or of the capitals of a province" {
	prints balint-calendar patron list torino --year 2030 <<<'Torino|TO|2030-06-24|San Giovanni Battista'
	prints balint-calendar patron list bt --year 2024 -c city,date <<-'END'
		Andria|2024-09-15
		Barletta|2024-12-30
		Trani|2024-06-02
	END
	refused 1 "patron: unknown 'Tornio'; did you mean 'Torino'?" balint-calendar patron list Tornio
	refused 2 "--year: '1582' lies before the Gregorian calendar; years run from 1583" balint-calendar patron list --year 1582
}

@test "the list needs no store" {
	rm "$BALINT_DB"
	prints balint-calendar patron list VE -c date,saint <<<'2021-11-21|Madonna della Salute'
}

@test "every row of the table is listed as it stands there" {
	for year in {2000..2040..8}; do
		balint-calendar patron list --year "$year" -c code,city,saint | LC_ALL=C sort >listed
		grep -v '^#' "$ROOT/share/patrons.tsv" | cut -f 1,2,4 | LC_ALL=C sort | diff - listed
	done
}

@test "cities with an article keep their grammar" {
	edition
	prints balint-calendar closure add --patron AQ --year 2022 <<<"2022-06-10|San Massimo d'Aveia (patrono dell'Aquila)"
	succeeds balint-calendar closure add --patron 'La Spezia' --year 2022
	[[ $output == *'(patrono della Spezia)' ]]
}
