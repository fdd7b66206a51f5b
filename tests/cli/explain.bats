# shellcheck shell=bats disable=SC2154,SC1112
# balint-fees explain: the doctor of references. Whom and which month a text means, why, and what a bank will make of it.
load helper

setup()
{
	scene
	ninth
}

# explained TEXT: what it says, in $output; 3 where a person must look.
explained()
{
	capture balint-fees explain "$1" -f tsv
	[[ $status == [03] ]] && return
	printf 'explain %s: exit status %s\n%s\n' "$1" "$status" "$stderr"
	return 1
}

# says WORD...: each of these stands in what was printed, whatever its case.
says()
{
	local word
	for word in "$@"; do
		[[ ${output,,} == *"${word,,}"* ]] || same "something of '$word'" "$output" 'what explain prints'
	done
}

@test "the columns" {
	run balint-fees explain 'Gruppo Balint 9 ed 2020_Rossi_marzo' -f tsv -H
	[[ ${lines[0]} == "subject${TAB}found${TAB}meaning"* ]]
}

@test "a reference in order: who and which month" {
	explained 'Gruppo Balint 9 ed 2020_Rossi_marzo'
	says rossi marzo 2021-03
}

@test "a mangled one means the same" {
	explained 'GRUPPO BALI NT 9 ED 2020 ROSSI MAR ZO'
	says rossi 2021-03
	explained "gruppobalint9ed2020dangelomarzo"
	says 2021-03
	[[ ${output,,} == *dangelo* || ${output,,} == *"d'angelo"* ]]
}

@test "a name that is nobody's: the nearest that is known" {
	explained 'Gruppo Balint 9 ed 2020_Rosssi_marzo'
	says Rosssi rossi
	explained 'Gruppo Balint 9 ed 2020_Fontanna_marzo'
	says Fontanna fontana
}

@test "what is missing is said" {
	explained 'Gruppo Balint 9 ed 2020_Rossi'
	month=$output
	explained 'Gruppo Balint 9 ed 2020_Rossi_marzo'
	[[ $month != "$output" && $month != *2021-03* ]]
	explained 'bonifico'
	[[ $output == *[a-z]* && $output != *2021-* ]]
}

@test "two of a name are both named" {
	person rossi.mario Rossi Mario --profession medico
	balint-group enrol rossi.mario --on 2021-02-17 >/dev/null
	balint-fees plan rossi.mario >/dev/null
	explained 'balint rossi marzo'
	[[ $output == *rossi.mario* || $output == *'Rossi Mario'* || $output == *'Mario Rossi'* ]]
}

@test "what a bank will make of the text, by EPC217-08" {
	while IFS=$'\t' read -r text expected; do
		explained "$text"
		[[ $output == *"$expected"* ]] || same "$expected" "$output" "what a bank makes of '$text'"
	done < <(tail -n +2 "$DATA/remittance.tsv")
}

@test "it reads only, and agrees with reconcile" {
	unchanged run balint-fees explain 'Gruppo Balint 9 ed 2020_Rossi_marzo'
	load bank
	for text in 'Gruppo Balint 9 ed 2020_Maggio_marzo' 'balint bianchi mar 2021'; do
		verdict "$text" 61.00
		IFS='|' read -r kind handle month _ <<<"$output"
		same matched "$kind" "the verdict on '$text'"
		explained "$text"
		says "$handle" "$month"
	done
}

@test "hostile texts do no harm" {
	for text in '=cmd|x' $'a\tb' '"' "';--" '%s%n' 'àèìòù 王 🙂' "$(printf 'x%.0s' {1..3000})"; do
		capture balint-fees explain "$text"
		[[ $status == [013] ]]
	done
	capture balint-fees explain $'a\e]0;x\a' -f table
	[[ $output$stderr != *$'\e'* ]]
	[[ $status == [013] ]]
}

@test "misuse" {
	refused 2 '*' balint-fees explain
	refused 2 '*' balint-fees explain one two
	capture balint-fees explain ''
	[[ $status == [12] ]]
	capture sh -c 'balint-fees explain "Gruppo Balint 9 ed 2020_Rossi_marzo" >/dev/full'
	[ "$status" -eq 1 ]
}
