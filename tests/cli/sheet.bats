# shellcheck shell=bats disable=SC2154
# balint-attend sheet: the sheet that members sign.
load helper
load page

# The ninth edition with names that break naive writers; somebody has announced that she will not come, somebody is to come later.
crowded_ninth()
{
	ninth
	balint-group person set rossi --family "D'Angelò \"=cmd\"" --given '<script>alert(1)</script>'
	balint-group person set greco --family 'Castelli-Gattinara di Zubiena Rossi' --given 'Maria Vittoria'
	balint-group person set ricci --family 'Zhang 王小明的很长的名字' --given 小明小明
	balint-attend mark 2021-03-31 maggio=excused gallo=excused
	sql "UPDATE enrolment SET joined_on = '2021-04-01' WHERE person = (SELECT id FROM person WHERE handle = 'muller')"
	balint-group withdraw conti --on 2021-03-30
}

@test "the sheet of a session, as text and as a page, in both languages" {
	ninth
	balint-attend mark 2021-03-31 maggio=excused
	for language in it en; do
		balint-attend sheet 2021-03-31 --language $language | golden "sheet-ninth-$language.txt"
		balint-attend sheet 2021-03-31 --language $language --html | golden "sheet-ninth-$language.html"
	done
}

@test "the language is that of the setting" {
	ninth
	same "$(balint-attend sheet 2021-03-31 --language it)" "$(balint-attend sheet 31/03/2021)"
	balint-group set language=en
	same "$(balint-attend sheet 2021-03-31 --language en)" "$(balint-attend sheet 2021-03-31)"
}

@test "names of all kinds stay in their column, and 80 columns are enough" {
	prepared crowded_ninth
	balint-attend sheet 2021-03-31 --language en | golden sheet-names.txt
	same 80 "$(balint-attend sheet 2021-03-31 | /usr/bin/python3 -c '
import sys, unicodedata
print(max(sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in line.rstrip("\n")) for line in sys.stdin))')" 'the widest line'
}

@test "whoever is enrolled on that day has a row, and nobody else" {
	prepared crowded_ninth
	person neri Neri Ada
	balint-group edition set 9 --max 14
	balint-group enrol neri --status waiting >/dev/null
	has() { balint-attend sheet "$1" | grep -c "^ *[0-9][0-9]*  $2" || true; }
	same 1 "$(has 2021-03-17 Conti)"
	same 0 "$(has 2021-03-31 Conti)"
	same 0 "$(has 2021-03-31 Müller)"
	same 1 "$(has 2021-04-14 Müller)"
	same 0 "$(has 2021-03-31 Neri)"
	# Nine participants of eleven, and two conductors.
	same 11 "$(has 2021-03-31 '[^ ]')"
	same 11 "$(balint-attend sheet 2021-03-31 --html | grep -c '<th scope="row">')"
}

@test "an announced absence is printed in the row; other marks leave it to be signed" {
	prepared crowded_ninth
	succeeds balint-attend sheet 2021-03-31
	same 2 "$(grep -c 'assenza annunciata$' <<<"$output")"
	[[ $output == *'Maggio Ida                    assenza annunciata'* && $output == *'Gallo Pietro                  assenza annunciata'* ]]
	balint-attend mark 2021-02-17 rossi=absent bianchi=21:07
	succeeds balint-attend sheet 2021-02-17
	same 12 "$(grep -c '__:__  __:__  _____' <<<"$output")"
}

@test "another room or time is that of the evening; no link is printed" {
	edition --venue 'Via Po 1' --online https://zoom.example.org/j/1
	sessions --from 2021-04-07 --count 2
	participant rossi Rossi Maria
	sql "UPDATE session SET venue = 'Aula magna', start = '20:00', finish = '21:30' WHERE date = '2021-04-21'"
	succeeds balint-attend sheet 2021-04-07
	[[ $output == *'Sede        Via Po 1'* && $output == *'Data        mercoledì 7 aprile 2021, 21:00–22:30'* && $output == *'Foglio firme, seduta 1'* ]]
	succeeds balint-attend sheet 2021-04-21
	[[ $output == *'Sede        Aula magna'* && $output == *'mercoledì 21 aprile 2021, 20:00–21:30'* && $output == *'Foglio firme, seduta 2'* ]]
	balint-group edition set 1 --venue ''
	for option in '' --html; do
		# shellcheck disable=SC2086  # options
		succeeds balint-attend sheet 2021-04-07 --language en $option
		[[ $output == *online* && $output != *zoom* && $output != *@example* ]]
	done
}

@test "without members there is still a sheet of the session" {
	edition
	sessions --from 2021-04-07 --count 2
	for option in '' --html; do
		# shellcheck disable=SC2086  # options
		succeeds balint-attend sheet 2021-04-07 $option
		[[ $output != *Conduzione* && $output != *__* ]]
	done
	balint-attend sheet 2021-04-07 --html | well_formed >tags
}

@test "a cancelled session or a date without one is refused" {
	ninth
	sql "UPDATE session SET status = 'cancelled', note = 'malattia' WHERE date = '2021-04-14'; UPDATE session SET status = 'cancelled' WHERE date = '2021-04-28'"
	refused 1 'the session of 2021-04-14 is cancelled: malattia' balint-attend sheet 2021-04-14
	refused 1 'the session of 2021-04-28 is cancelled' balint-attend sheet 2021-04-28 --html
	refused 1 'edition 9 has no session on 2021-04-01; the nearest is on 2021-03-31' balint-attend sheet 2021-04-01
	refused 2 "DATE: '2021-04-31' is not a date: April 2021 has 30 days" balint-attend sheet 2021-04-31
	refused 2 "'sheet' wants DATE" balint-attend sheet
	refused 2 "'sheet' prints no rows: --format, --columns and --header have no meaning" balint-attend sheet 2021-03-31 -f csv
}

@test "a page is well-formed, takes nothing from elsewhere, and shows names as they are" {
	prepared crowded_ninth
	for language in it en; do
		balint-attend sheet 2021-03-31 --html --language $language | well_formed >tags
		grep -qx "<html lang=$language" tags
		grep -qxF 'D'"'"'Angelò "=cmd" <script>alert(1)</script>' tags
		grep -qxF 'Castelli-Gattinara di Zubiena Rossi Maria Vittoria' tags
		same 9 "$(grep -c '^<td class=signature$' tags)" 'rows to sign'
	done
}

@test "on paper the conductors stay together, with the last of the participants" {
	ninth
	balint-attend sheet 2021-03-31 --html >page
	same 1 "$(grep -c '<tbody' page)" 'the groups of rows, between which browsers break whatever is said'
	grep -qx '  tr.group, tr.group ~ tr { break-before: avoid; }' page
	same 1 "$(grep -c '^<tr class="group">' page)" 'the heading of the conductors'
}

@test "a template of the association's own comes first" {
	ninth
	mkdir -p own/templates
	echo '{{session}} {{iso}}: {{#participants}}{{row}} {{called}}{{#more}}, {{/more}}{{/participants}}' >own/templates/sheet.txt
	balint-group set directory="$PWD/own"
	prints balint-attend sheet 2021-03-31 <<-'END'
		4 2021-03-31: 1 Luca Bianchi, 2 Teresa Conti, 3 Anna D'Angelo, 4 Giorgio De
		Luca, 5 Nicolò Esposito, 6 Bruno Fontana, 7 Silvia Greco, 8 Ida Maggio, 9 Hannah
		Müller, 10 Paolo Ricci, 11 Maria Rossi
	END
}

@test "control characters that were written into the store by hand do not reach the terminal" {
	ninth
	sql "UPDATE person SET family = 'A' || char(27) || '[2J' WHERE handle = 'rossi'"
	for option in '' --html; do
		# shellcheck disable=SC2086  # options
		succeeds balint-attend sheet 2021-03-31 $option
		[[ $output == *'A\x1b[2J'* && $output != *$'\e'* ]]
	done
}

@test "what cannot be written is a failure" {
	ninth
	for option in '' --html; do
		run -1 sh -c "balint-attend sheet 2021-03-31 $option >/dev/full"
		same 'balint-attend: standard output: No space left on device' "$output"
	done
}
