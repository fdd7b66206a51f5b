# shellcheck shell=bats
# balint-calendar break, closure: the days without sessions that the group chose.
load helper

setup()
{
	scene
	edition
}

@test "break add suspends the sessions of some days, in silence" {
	silent balint-calendar break add 2021-07-01..2021-08-31 'Sospensione estiva'
	silent balint-calendar break add 20/12/2020..10/01/2021 'Sospensione natalizia'
	prints balint-calendar break list -H <<-'END'
		from|to|label
		2020-12-20|2021-01-10|Sospensione natalizia
		2021-07-01|2021-08-31|Sospensione estiva
	END
}

@test "closure add takes one day" {
	silent balint-calendar closure add 2021-06-24 'San Giovanni'
	silent balint-calendar closure add 07/12/2021 "Sant'Ambrogio"
	prints balint-calendar closure list <<-'END'
		2021-06-24|San Giovanni
		2021-12-07|Sant'Ambrogio
	END
	silent balint-calendar break list
}

@test "a break may be a single day" {
	silent balint-calendar break add 2021-04-02..2021-04-02 'Venerdì santo'
	prints balint-calendar break list <<<'2021-04-02|2021-04-02|Venerdì santo'
}

@test "adding it again changes nothing" {
	balint-calendar break add 2021-07-01..2021-08-31 Estate
	balint-calendar closure add 2021-06-24 Patrono
	unchanged silent balint-calendar break add 2021-07-01..2021-08-31 Estate
	unchanged silent balint-calendar closure add 2021-06-24 Patrono
}

@test "adding it under another name is refused, and says how to change it" {
	balint-calendar break add 2021-07-01..2021-08-31 Estate
	balint-calendar closure add 2021-06-24 Patrono
	refused 1 "that break is there as 'Estate', not 'Ferie'; to change it: balint-calendar break remove 2021-07-01..2021-08-31, then add" \
		balint-calendar break add 2021-07-01..2021-08-31 Ferie
	refused 1 "that closure is there as 'Patrono', not 'Neve'; to change it: balint-calendar closure remove 2021-06-24, then add" \
		balint-calendar closure add 2021-06-24 Neve
}

@test "remove takes it back" {
	balint-calendar break add 2021-07-01..2021-08-31 Estate
	balint-calendar closure add 2021-06-24 Patrono
	silent balint-calendar break remove 2021-07-01..31/08/2021
	silent balint-calendar closure remove 24/06/2021
	silent balint-calendar break list
	silent balint-calendar closure list
}

@test "what is not there cannot be taken back" {
	balint-calendar break add 2021-07-01..2021-08-31 Estate
	refused 1 "there is no such break; 'balint-calendar break list' shows them" balint-calendar break remove 2021-07-01..2021-08-30
	refused 1 "there is no such closure; 'balint-calendar closure list' shows them" balint-calendar closure remove 2021-06-24
}

@test "each edition has its own, and shares those of all editions" {
	balint-group edition add 2 --number 2 --year 2021 >/dev/null
	balint-calendar break add -e 1 2021-07-01..2021-08-31 Estate
	balint-calendar break add --all-editions 2021-12-20..2022-01-06 Natale
	balint-calendar closure add --all-editions 2021-06-24 Patrono
	prints balint-calendar break list -e 1 -c label <<<$'Estate\nNatale'
	prints balint-calendar break list -e 2 -c label <<<Natale
	prints balint-calendar break list --all-editions -c label <<<Natale
	prints balint-calendar closure list -e 2 -c label <<<Patrono
	prints balint-calendar plan --from 2021-07-07 --count 1 -e 2 -c date <<<2021-07-07
	prints balint-calendar plan --from 2021-12-22 --count 1 -e 2 -c date,note <<-'END'
		2021-12-22|Natale
		2022-01-05|Natale
		2022-01-19|
	END
}

@test "what holds for all editions is taken back for all" {
	balint-calendar break add --all-editions 2021-12-20..2022-01-06 Natale
	balint-calendar closure add --all-editions 2021-06-24 Patrono
	silent balint-calendar break remove --all-editions 2021-12-20..2022-01-06
	silent balint-calendar closure remove --all-editions 2021-06-24
	silent balint-calendar break list
	silent balint-calendar closure list
}

@test "a break or closure over a session that is there is added, with a warning" {
	sessions --from 2021-04-14 --count 3
	warns 'edition 1, 2021-04-28: a session on a skipped date: Neve (closure)' balint-calendar closure add 2021-04-28 Neve
	prints balint-calendar list -c date <<<$'2021-04-14\n2021-04-28\n2021-05-12'
}

@test "the warning is of what was added, not of what was there before" {
	sessions --from 2021-04-14 --count 3
	balint-calendar closure add --quiet 2021-04-28 Neve
	silent balint-calendar closure add 2021-06-24 Patrono
}

@test "--quiet keeps the warning back" {
	sessions --from 2021-04-14 --count 3
	silent balint-calendar closure add --quiet 2021-04-28 Neve
}

@test "what they cannot take is refused" {
	refused 2 "'break add' wants A..B LABEL" balint-calendar break add 2021-07-01..2021-08-31
	refused 2 "'2021-08-31..2021-07-01' ends before it begins" balint-calendar break add 2021-08-31..2021-07-01 X
	refused 2 "'2021-07-01' is not a range of dates; write it as 2025-12-20..2026-01-06" balint-calendar break add 2021-07-01 X
	refused 2 "'2021-02-29' is not a date: February 2021 has 28 days" balint-calendar break add 2021-02-01..2021-02-29 X
	refused 2 'LABEL: an empty text' balint-calendar break add 2021-07-01..2021-08-31 ''
	refused 2 'LABEL: control character U+000A at character 2' balint-calendar break add 2021-07-01..2021-08-31 $'a\nb'
	refused 2 "'break remove' wants A..B" balint-calendar break remove
	refused 2 "'closure add' wants DATE LABEL, or --patron CITY" balint-calendar closure add 2021-06-24
	refused 2 "DATE: '31/02/2026' is not a date: February 2026 has 28 days" balint-calendar closure add 31/02/2026 X
	refused 2 'LABEL: an empty text' balint-calendar closure add 2021-06-24 ' '
	refused 2 "'closure remove' wants DATE" balint-calendar closure remove
	refused 1 "edition: unknown '7'*" balint-calendar closure add 2021-06-24 X -e 7
}
