# shellcheck shell=bats
# balint-calendar holiday: the national holidays, without a store too.
load helper

@test "the holidays of 2021" {
	prints balint-calendar holiday list --year 2021 <<-'END'
		2021-01-01|Capodanno|national
		2021-01-06|Epifania|national
		2021-04-04|Pasqua|national
		2021-04-05|Lunedì dell'Angelo|national
		2021-04-25|Liberazione|national
		2021-05-01|Festa del lavoro|national
		2021-06-02|Festa della Repubblica|national
		2021-08-15|Assunzione|national
		2021-11-01|Ognissanti|national
		2021-12-08|Immacolata|national
		2021-12-25|Natale|national
		2021-12-26|Santo Stefano|national
	END
}

@test "every year from 1950 to 2031 has the holidays of its laws" {
	for year in {1950..2031}; do
		balint-calendar holiday list --year "$year" -c date,name
	done >listed
	diff <(tail -n +2 "$DATA/it-holidays.tsv" | cut -f 1,3) listed
}

@test "Easter is right in every year of the table" {
	for year in {1950..2050}; do
		balint-calendar holiday list --year "$year" | sed -n "s/\t*Pasqua.*//p" | sed "s/^/$year\t/"
	done >listed
	diff "$DATA/easter.tsv" listed
}

# names YEAR: the names of its holidays, a line.
names() { balint-calendar holiday list --year "$1" -c name | paste -sd ','; }

@test "1977 takes five holidays away, and has the last Epiphany until 1986" {
	[[ $(names 1976) == *'San Giuseppe'* && $(names 1976) == *Ascensione* && $(names 1976) == *'Corpus Domini'* ]]
	[[ $(names 1976) == *'SS. Pietro e Paolo'* && $(names 1976) == *'Unità nazionale'* ]]
	same "Capodanno,Epifania,Pasqua,Lunedì dell'Angelo,Liberazione,Festa del lavoro,Assunzione,Ognissanti,Immacolata,Natale,Santo Stefano" \
		"$(names 1977)" 'the holidays of 1977'
	[[ $(names 1978) != *Epifania* && $(names 1985) != *Epifania* && $(names 1986) == *Epifania* ]]
}

@test "2 June is a holiday until 1976, in 1986 and from 2001 on" {
	for year in 1976 1986 2001; do [[ $(names $year) == *Repubblica* ]]; done
	for year in 1977 1985 1987 2000; do [[ $(names $year) != *Repubblica* ]]; done
}

@test "17 March was a holiday in 2011, 4 October is one from 2026 on" {
	[[ $(names 2011) == *"Unità d'Italia"* && $(names 2010) != *"Unità d'Italia"* && $(names 2012) != *"Unità d'Italia"* ]]
	[[ $(names 2025) != *Francesco* && $(names 2026) == *"San Francesco d'Assisi"* && $(names 2099) == *"San Francesco d'Assisi"* ]]
}

@test "two holidays on one day are one row with both names" {
	same "2011-04-25${TAB}Lunedì dell'Angelo; Liberazione${TAB}national" "$(balint-calendar holiday list --year 2011 | grep 04-25)"
}

@test "the years run from 1583" {
	succeeds balint-calendar holiday list --year 1583
	refused 2 "--year: '1582' lies before the Gregorian calendar; years run from 1583" balint-calendar holiday list --year 1582
}

@test "a year is needed, and is a number" {
	refused 2 '--year Y is needed' balint-calendar holiday list
	refused 2 "--year: '20x' is not a *" balint-calendar holiday list --year 20x
	refused 2 "--year: '-1' is not a *" balint-calendar holiday list --year -1
	refused 2 "'2021' is one operand too many" balint-calendar holiday list 2021 --year 2021
}
