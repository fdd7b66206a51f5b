# shellcheck shell=bats disable=SC2154
# balint-attend grid: members by sessions, one sign a cell.
load helper
load page

setup()
{
	scene
	export BALINT_TODAY=2021-05-20
}

# signs: eight sessions and every sign that there is. Verdi came with the fourth session, Neri left after the second.
signs() { prepared make_signs; }

make_signs()
{
	edition
	sessions --from 2021-02-17 --count 8
	for name in bianchi neri rossi verdi; do
		person $name "${name^}" Maria
	done
	balint-group enrol bianchi neri rossi --on 2021-02-17 >/dev/null
	balint-group enrol verdi --on 2021-03-31 >/dev/null
	person gallo Gallo Pietro
	balint-group enrol gallo --role conductor --on 2021-02-17 >/dev/null
	balint-attend mark 2021-02-17 rossi=21:11 bianchi=online neri=present
	balint-attend mark 2021-03-03 rossi=absent bianchi=online,21:11 neri=present gallo=absent
	balint-attend mark 2021-03-17 rossi=excused bianchi=21:10
	balint-attend mark 2021-03-31 bianchi=present verdi=present
	balint-attend mark 2021-05-26 verdi=excused
	balint-group withdraw neri --on 2021-03-10
	sql "UPDATE session SET status = 'cancelled', note = 'neve' WHERE date = '2021-04-14'"
}

# crowd SESSIONS EVERY: twelve participants with names of all kinds, two conductors, and marks of all kinds until today.
crowd() { prepared make_crowd "$@"; }

make_crowd()
{
	local i date mark
	edition --every "$2" --max 20
	sessions --from 2020-10-07 --count "$1"
	participant bianchi Bianchi Luca
	participant castelli 'Castelli-Gattinara di Zubiena Rossi' 'Maria Vittoria'
	participant dangelo "D'Angelò" '"=cmd" <script>alert(1)</script>'
	participant deluca 'De Luca' Giorgio
	participant esposito Esposito Nicolò
	participant fontana Fontana Bruno
	participant greco Greco Silvia
	participant maggio Maggio Ida
	participant muller Müller Hannah
	participant ricci Ricci Paolo
	participant rossi Rossi 'Maria Antonietta'
	participant zhang 'Zhang 王小明的很长的名字' 小明小明
	person ferraris Ferraris Elena
	person gallo Gallo Pietro
	balint-group enrol ferraris --role conductor >/dev/null
	balint-group enrol gallo --role co-conductor >/dev/null
	sql "UPDATE enrolment SET joined_on = NULL;
		UPDATE enrolment SET joined_on = (SELECT date FROM session ORDER BY date LIMIT 1 OFFSET 3)
		 WHERE person = (SELECT id FROM person WHERE handle = 'greco');
		UPDATE enrolment SET status = 'withdrawn', left_on = (SELECT date FROM session ORDER BY date LIMIT 1 OFFSET 6)
		 WHERE person = (SELECT id FROM person WHERE handle = 'ricci');
		UPDATE session SET status = 'cancelled', note = 'neve' WHERE date = (SELECT date FROM session ORDER BY date LIMIT 1 OFFSET 4)"
	i=0
	for date in $(balint-calendar list --status held -c date); do
		i=$((i + 1))
		mark=
		[ $((i % 3)) -ne 0 ] || mark="$mark rossi=21:17"
		[ $((i % 4)) -ne 1 ] || mark="$mark bianchi=absent"
		[ $((i % 5)) -ne 2 ] || mark="$mark dangelo=online,21:00-21:40,21:55-22:30 zhang=online"
		[ $((i % 7)) -ne 6 ] || mark="$mark esposito=excused maggio=absent"
		[ $((i % 2)) -ne 0 ] || mark="$mark fontana=absent"
		[ $i -ne 4 ] || mark="$mark gallo=absent"
		# shellcheck disable=SC2086  # words on purpose
		if [ $i -eq 8 ]; then balint-attend mark "$date" rossi=present bianchi=present; else balint-attend mark "$date" --rest present $mark; fi
	done
	[ "$1" -ne 20 ] || balint-attend mark 2021-06-16 maggio=excused
}

# on_terminal COLUMNS COMMAND: what the command sends to a terminal so wide, escape sequences made visible.
on_terminal() { TERM=xterm-256color script -qec "stty cols $1; $2" /dev/null | tr -d '\r' | visible; }

# The same without its colours.
plain() { sed 's/<ESC>\[[0-9]*m//g'; }

# widest: the columns of the widest line, by another program's reckoning.
widest() { /usr/bin/python3 -c '
import sys, unicodedata
print(max(sum(2 if unicodedata.east_asian_width(c) in "WF" else 0 if unicodedata.combining(c) else 1 for c in line.rstrip("\n")) for line in sys.stdin))'; }

@test "for scripts: a row a member, one sign a session in order" {
	signs
	prints balint-attend grid -H <<-'END'
		handle|family|given|marks|percent|best|verdict|role
		bianchi|Bianchi|Maria|OLPPx??.|94.1|95.3|incomplete|participant
		neri|Neri|Maria|PP--x---|100.0|100.0|pass|participant
		rossi|Rossi|Maria|LAE?x??.|29.2|46.9|incomplete|participant
		verdi|Verdi|Maria|---Px??E|100.0|100.0|incomplete|participant
		gallo|Gallo|Pietro|PAPPxPP.|83.3|85.7||conductor
	END
}

@test "the place of a sign says which session it is about" {
	signs
	for date in $(balint-calendar list -c date); do
		number=$(balint-calendar list --from "$date" --until "$date" -c number)
		marks=$(balint-attend grid -c handle,marks | sed -n "s/^rossi$TAB//p")
		succeeds balint-attend grid --from "$date" --until "$date" -c handle,marks
		same "rossi$TAB${marks:number-1:1}" "${lines[2]}" "the sign of $date"
	done
	same "$(balint-calendar list | wc -l)" "$(balint-attend grid -c marks | head -n 1 | tr -d '\n' | wc -c)"
}

@test "the figures are those of the report, whatever sessions are shown" {
	crowd 20 2w
	for options in '' '--as-of 2021-01-20'; do
		# shellcheck disable=SC2086  # options
		balint-attend report $options -c handle,percent,best,verdict >report
		# shellcheck disable=SC2086
		balint-attend grid $options -c handle,percent,best,verdict,role | sed -n "s/${TAB}participant$//p" | diff report -
		# shellcheck disable=SC2086
		balint-attend grid $options --from 2021-04-01 --until 2021-05-31 -c handle,percent,best,verdict,role | sed -n "s/${TAB}participant$//p" | diff report -
	done
	for name in ferraris gallo; do
		same "$(balint-attend report --person $name -c percent)" "$(balint-attend grid -c handle,percent | sed -n "s/^$name$TAB//p")" "the figures of $name"
	done
}

@test "the present of a session are those of the report, too" {
	crowd 20 2w
	signs=$(balint-attend grid -c marks,role | sed -n "s/${TAB}participant$//p" | tr -cd 'PLO' | wc -c)
	same "$(balint-attend report -c present | total)" "$signs"
}

@test "grace says who is late, and late says more than online" {
	signs
	marks() { balint-attend grid --until 2021-03-17 -c handle,marks | sed -n "s/^$1$TAB//p"; }
	same OLP "$(marks bianchi)"
	balint-group set grace=11
	same OOP "$(marks bianchi)"
	same PAE "$(marks rossi)"
	balint-group set grace=9
	same OLL "$(marks bianchi)"
}

@test "--as-of: what came after that evening is still to come; what is announced stays announced" {
	signs
	prints balint-attend grid --as-of 2021-03-03 -c handle,marks,percent <<-'END'
		bianchi|OL..x...|93.8
		neri|PP--x---|100.0
		rossi|LA..x...|43.8
		verdi|---.x..E|
		gallo|PA..x...|50.0
	END
	BALINT_TODAY=2021-02-17T20:59 prints balint-attend grid -c marks --until 2021-02-17 <<<$'.\n.\n.\n-\n.'
	BALINT_TODAY=2021-02-17T21:00 prints balint-attend grid -c marks --until 2021-02-17 <<<$'O\nP\nL\n-\nP'
}

@test "every format has the rows" {
	signs
	capture balint-attend grid -f jsonl --until 2021-03-03
	same '{"handle":"bianchi","family":"Bianchi","given":"Maria","marks":"OL","percent":94.1,"best":95.3,"verdict":"incomplete","role":"participant"}' "${lines[0]}"
	succeeds balint-attend grid -f csv-it --until 2021-03-03
	[[ $output == *'"bianchi";"Bianchi";"Maria";"OL";94,1;95,3;"incomplete";"participant"'* ]]
	# A string of signs that begins as a formula does is text there.
	succeeds balint-attend grid -f csv-it -c handle,marks
	[[ $output == *"\"verdi\";\"'---Px??E\""* ]]
	succeeds balint-attend grid -f table -c handle,marks
	same 'handle   marks' "${lines[0]}"
	succeeds balint-attend grid -f table --no-header
	same 'bianchi' "${lines[0]%% *}"
}

@test "twelve members by twenty sessions fit 80 columns" {
	crowd 20 2w
	balint-attend grid -f table | golden grid-20.txt
	LANG=it_IT.UTF-8 balint-attend grid -f table | golden grid-20-it.txt
	same "$(cat "$GOLDEN/grid-20-it.txt")" "$(balint-attend grid -f table --language it)"
	on_terminal 80 'balint-attend grid' | plain | golden grid-20.txt
	same 80 "$(balint-attend grid -f table | widest)"
}

@test "where the terminal shows ASCII only, letters and plain bars" {
	crowd 20 2w
	for locale in C it_IT.ISO-8859-1 ''; do
		LANG=$locale balint-attend grid -f table --language en | golden grid-20-ascii.txt
	done
	same "$(cat "$GOLDEN/grid-20.txt")" "$(LANG=C LC_CTYPE=it_IT.utf8 balint-attend grid -f table)"
}

@test "colours on a terminal" {
	crowd 20 2w
	on_terminal 80 'balint-attend grid' | golden grid-20-colour.txt
	same "$(cat "$GOLDEN/grid-20.txt")" "$(on_terminal 80 'NO_COLOR=1 balint-attend grid')"
	[[ $(TERM=xterm balint-attend grid -f table) != *$'\e'* ]]
}

@test "ten sessions have whole days and verdicts in words" {
	ninth
	BALINT_TODAY=2021-02-18 balint-attend mark 2021-02-17 --rest present rossi=21:17 bianchi=absent
	BALINT_TODAY=2021-03-20 balint-attend grid -f table | golden grid-ninth.txt
}

@test "more sessions: narrower cells, then no bar, then blocks" {
	crowd 40 1w
	on_terminal 132 'balint-attend grid' | plain | golden grid-40-132.txt
	on_terminal 80 'balint-attend grid' | plain | golden grid-40-80.txt
	on_terminal 40 'balint-attend grid' | plain | golden grid-40-40.txt
}

@test "no line is wider than the terminal, and none ends in a blank" {
	for size in '20 2w' '40 1w'; do
		rm -f "$BALINT_DB"
		# shellcheck disable=SC2086  # words on purpose
		crowd $size
		for width in 30 31 37 44 50 59 60 61 72 79 80 81 100 131 160 240; do
			for locale in C.UTF-8 C; do
				on_terminal "$width" "LANG=$locale NO_COLOR=1 balint-attend grid" >shown
				[ "$(widest <shown)" -le "$width" ]
				same '' "$(grep -n ' $' shown)" "blanks at line ends at $width columns"
			done
			# Each sign of each member is there.
			LANG=C on_terminal "$width" 'NO_COLOR=1 balint-attend grid' | sed -n '/^Bi/s/^[^ ]* *[^ ]*//p' | sed 's/ [ 0-9]*\.[0-9].*//' | tr -d ' \n' >signs
			same "$(balint-attend grid -c marks | head -n 1)" "$(cat signs)" "the signs at $width columns"
		done
	done
	on_terminal 10 'balint-attend grid' | plain >shown
	[ "$(widest <shown)" -le 30 ]
}

@test "only some sessions" {
	crowd 20 2w
	balint-attend grid -f table --from 2021-04-01 --until 2021-05-31 | golden grid-some.txt
}

@test "verdicts by another rule than the usual one" {
	signs
	refused 1 "rule: unknown 'nosuch'; there are *" balint-attend grid --rule nosuch
	balint-group set threshold=20
	same pass "$(balint-attend grid -c handle,verdict | sed -n "s/^neri$TAB//p")"
}

@test "nothing to show is refused with what to do, as rows too" {
	association
	balint-group edition add 1 --number 1 --year 2021 --min 1 >/dev/null
	for option in '' '-f table' --html; do
		# shellcheck disable=SC2086  # options
		refused 1 "edition 1 has no sessions yet; make them with 'balint-calendar generate -e 1'" balint-attend grid $option
	done
	sessions --from 2021-02-17 --count 2
	for option in '' '-f table' --html; do
		# shellcheck disable=SC2086  # options
		refused 1 "edition 1 has no members yet; enrol them with 'balint-group enrol -e 1'" balint-attend grid $option
	done
	participant rossi Rossi Maria
	for option in '' '-f table' --html; do
		# shellcheck disable=SC2086  # options
		refused 1 "edition 1 has no session in those days; 'balint-calendar list -e 1' shows those that it has" balint-attend grid $option --from 2021-06-01
		# shellcheck disable=SC2086
		refused 2 '--from lies after --until' balint-attend grid $option --from 2021-03-01 --until 2021-02-01
	done
	refused 1 "edition 1 has no session in those days; 'balint-calendar list -e 1' shows those that it has" balint-attend grid --html --until 2020-06-01
}

@test "options that have no meaning are refused" {
	signs
	for option in '-f tsv' '-c marks' -H --no-header; do
		# shellcheck disable=SC2086  # options
		refused 2 '--html makes a page, not rows: --format, --columns and --header have no meaning' balint-attend grid --html $option
	done
	refused 2 'rows are in no language: --language has no meaning' balint-attend grid --language it
	refused 2 'rows are in no language: --language has no meaning' balint-attend grid --language it -f table -c marks
	refused 2 "--as-of: '2021-02-29' is not a date: February 2021 has 28 days" balint-attend grid --as-of 2021-02-29
}

@test "as a page, in both languages" {
	ninth
	BALINT_TODAY=2021-02-18 balint-attend mark 2021-02-17 --rest present rossi=21:17 bianchi=absent
	export BALINT_TODAY=2021-03-20
	for language in it en; do
		balint-attend grid --html --language $language | golden "grid-ninth-$language.html"
	done
	same "$(balint-attend grid --html --language it)" "$(balint-attend grid --html)"
}

@test "a page is well-formed, takes nothing from elsewhere, and shows names as they are" {
	crowd 20 2w
	for language in it en; do
		balint-attend grid --html --language $language | well_formed >tags
		grep -qx "<html lang=$language" tags
		grep -qxF 'D'"'"'Angelò "=cmd" <script>alert(1)</script>' tags
		same 1 "$(grep -c '^<table' tags)" tables
		same 12 "$(grep -c '^<td class=verdict ' tags)" verdicts
		# 14 members by 20 sessions, each cell with its meaning.
		same 280 "$(grep -c '^<td class=[a-z ]* title=' tags)" cells
	done
}

@test "more than forty sessions are several tables of a page, the figures in the last" {
	edition --every 1w
	sessions --from 2020-01-08 --count 85
	participant rossi Rossi Maria
	balint-attend grid --html --language en | well_formed >tags
	same 3 "$(grep -c '^<table class=dense' tags)" tables
	same 1 "$(grep -c '^<td class=verdict' tags)" verdicts
	same 85 "$(grep -c '^<time .*title=' tags)" days
}

@test "a printed table goes over pages, row by row, and the conductors stay together" {
	ninth
	balint-attend grid --html >page
	same 1 "$(grep -c '<tbody' page)" 'the groups of rows, between which browsers break whatever is said'
	same '' "$(grep -E '(^|[ ,])table[ ,{].*break-inside' page || true)" 'what keeps a table in one piece'
	grep -qx '  tr.sum, tr.group, tr.group ~ tr { break-before: avoid; }' page
	same 1 "$(grep -c '^<tr class="group">' page)" 'the heading of the conductors'
}

@test "a template of the association's own makes the page" {
	signs
	mkdir -p own/templates
	echo '{{title}}: {{#blocks}}{{#participants}}{{name}} {{#cells}}{{sign}}{{/cells}} {{percent}}{{#last}} {{verdict}}{{/last}}; {{/participants}}{{/blocks}}' >own/templates/grid.html
	balint-group set directory="$PWD/own"
	prints balint-attend grid --html <<<'Gruppo Balint: Bianchi Maria OR●●×??· 94,1 incomplete; Neri Maria ●●––×––– 100,0 pass; Rossi Maria RAG?×??· 29,2 incomplete; Verdi Maria –––●×??G 100,0 incomplete; '
}

@test "control characters that were written into the store by hand do not reach the terminal" {
	signs
	sql "UPDATE person SET family = 'A' || char(27) || '[2J' WHERE handle = 'rossi'"
	for options in '-f table' --html; do
		# shellcheck disable=SC2086  # options
		succeeds balint-attend grid $options
		[[ $output == *'A\x1b[2J'* && $output != *$'\e'* ]]
	done
}

@test "what cannot be written is a failure" {
	signs
	for option in '' '-f table' --html; do
		run -1 sh -c "balint-attend grid $option >/dev/full"
		same 'balint-attend: standard output: No space left on device' "$output"
	done
}
