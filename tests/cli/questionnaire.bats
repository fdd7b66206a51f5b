# shellcheck shell=bats disable=SC2154
# balint-attend evaluate form: the questionnaire to hand out; and questionnaires of the association's own.
load helper

# own NAME: a questionnaire of the association's own, with the text of standard input.
own()
{
	mkdir -p own/questionnaires
	balint-group set directory="$PWD/own"
	cat >"own/questionnaires/$1.form"
}

small() { printf '%s\n' 'title-it Domande' 'title-en Questions' 'question a scale 1 3' 'it Quanto?' 'labels-it poco | molto' 'question b text' 'it Che cosa?' 'en What?'; }

@test "the questionnaire as text, in the association's language or another" {
	ninth
	balint-attend evaluate form | golden questionnaire-it.txt
	balint-attend evaluate form --language en | golden questionnaire-en.txt
	balint-group set language=en
	balint-attend evaluate form | golden questionnaire-en.txt
	same 80 "$(cat "$GOLDEN"/questionnaire-*.txt | wc -L)" 'the widest line'
}

@test "as a page it is whole and takes nothing from elsewhere" {
	ninth
	balint-group edition set 9 --title "Gruppo <Balint> & 'amici'"
	for language in it en; do
		balint-attend evaluate form --html --language $language >page
		grep -q "^<html lang=\"$language\">" page
		grep -q 'Gruppo &lt;Balint&gt; &amp; ' page
		[ "$(grep -c '<li>' page)" -eq 12 ]
		[ "$(grep -o 'class="box"' page | wc -l)" -eq 42 ]
		[ -z "$(grep -E '<(script|img|link|iframe)|src=|href=|url\(|@import' page)" ]
		/usr/bin/python3 -c 'import sys, xml.dom.minidom as x; x.parseString(sys.stdin.read().replace("<!DOCTYPE html>", "").replace("<meta charset=\"utf-8\">", "").replace("initial-scale=1\">", "initial-scale=1\"/>"))' <page
	done
}

@test "rows if a format, columns or a header are asked for: which columns a file of answers has" {
	ninth
	succeeds balint-attend evaluate form -f tsv
	same 12 "${#lines[@]}" 'the questions'
	same "conduct${TAB}scale${TAB}1${TAB}5${TAB}${TAB}La conduzione ha tenuto il gruppo sulla relazione tra chi cura e chi è curato." "${lines[0]}"
	same "place${TAB}choice${TAB}${TAB}${TAB}yes|partly|no${TAB}Il luogo, o il collegamento a distanza, è adatto al lavoro del gruppo." "${lines[8]}"
	prints balint-attend evaluate form -c question,kind --language en <<-'END'
		conduct|scale
		safety|scale
		listening|scale
		cases|scale
		work|scale
		burden|scale
		frequency|choice
		time|choice
		place|choice
		recommend|choice
		kept|text
		changed|text
	END
	same "question${TAB}kind${TAB}least${TAB}most${TAB}choices${TAB}label" "$(balint-attend evaluate form -H | head -n 1)"
	refused 2 '--html makes a page, not rows: *' balint-attend evaluate form --html -f tsv
	refused 2 '--html makes a page, not rows: *' balint-attend evaluate form --html -c question
	refused 2 '--html makes a page, not rows: *' balint-attend evaluate form --html --no-header
}

@test "a questionnaire of the association's own is found by its name" {
	ninth
	small | own ours
	prints balint-attend evaluate form --form ours -f csv <<-'END'
		question,kind,least,most,choices,label<CR>
		a,scale,1,3,,Quanto?<CR>
		b,text,,,,Che cosa?<CR>
	END
	prints balint-attend evaluate form --form ours --language en -c label <<<$'Quanto?\nWhat?'
	succeeds balint-attend evaluate form --form ours
	[[ $output == *$'\nDomande\n'*$'\n    poco  [_] 1  [_] 2  [_] 3  molto\n'* ]]
}

@test "a scale whose labels leave no room on its line has them above; no box parts from its number" {
	ninth
	printf '%s\n' 'title-it T' 'question a scale 0 10' 'it Quanto?' 'labels-it per niente | del tutto' 'question b scale 0 10' 'it E poi?' 'question c scale 1 5' 'it E?' \
		'labels-it in completo disaccordo, mai | in completo accordo, sempre' 'question d scale 1 5' 'it E?' 'labels-it mai, o quasi mai | sempre' | own wide
	balint-attend evaluate form --form wide --language it | sed 1,6d >got
	diff - got <<-'END'
		 1  Quanto?

		    0: per niente   10: del tutto
		    [_] 0  [_] 1  [_] 2  [_] 3  [_] 4  [_] 5  [_] 6  [_] 7  [_] 8  [_] 9  [_] 10

		 2  E poi?

		    [_] 0  [_] 1  [_] 2  [_] 3  [_] 4  [_] 5  [_] 6  [_] 7  [_] 8  [_] 9  [_] 10

		 3  E?

		    1: in completo disaccordo, mai   5: in completo accordo, sempre
		    [_] 1  [_] 2  [_] 3  [_] 4  [_] 5

		 4  E?

		    mai, o quasi mai  [_] 1  [_] 2  [_] 3  [_] 4  [_] 5  sempre
	END
}

@test "without an intro one blank line is before the first question" {
	ninth
	small | own ours
	same $'Domande\n────\n\n 1  Quanto?' "$(balint-attend evaluate form --form ours | sed -n '4,7s/─────*/────/;4,7p')"
}

@test "one of the association's own comes before the toolkit's of the same name" {
	ninth
	small | own balint
	prints balint-attend evaluate form -c question <<<$'a\nb'
	balint-group set directory=
	same 12 "$(balint-attend evaluate form -c question | wc -l)" 'the questions'
}

@test "a questionnaire that is not there is refused with those that are" {
	ninth
	small | own ours
	refused 1 "questionnaire: unknown 'our'; did you mean 'ours'?; there are balint, ours" balint-attend evaluate form --form our
	refused 1 "questionnaire: unknown '../own/questionnaires/ours'; *" balint-attend evaluate form --form ../own/questionnaires/ours
	refused 1 "questionnaire: unknown '*" balint-attend evaluate import --form $'\e[2J' -
	refused 1 "questionnaire: unknown ''; *" balint-attend evaluate report --form ''
}

@test "a directory that has gone is refused, with the way out" {
	ninth
	small | own ours
	mv own elsewhere
	for command in 'form -f tsv' 'form --form ours' 'import none.csv' report; do
		# shellcheck disable=SC2086  # a verb and its options
		refused 1 "the setting directory is '$PWD/own': No such file or directory; to do without it: balint-group set directory=" balint-attend evaluate $command
	done
}

@test "a malformed questionnaire is refused at its line" {
	ninth
	while IFS='|' read -r text message; do
		printf '%b' "title-it T\n$text" | own ours
		refused 1 "$PWD/own/questionnaires/ours.form$message" balint-attend evaluate form --form ours
	done <<-'END'
		question a scale 1|:2: '1' is not the least and the most of a scale, from 0 to 10, such as 1 5
		question a text\n|:2: the question 'a' has no text: a line 'it' or 'en' below it
		|: there is no question
		question a text\nit \e[2J|:3: it: control character U+001B at character 1
		colour red|:2: unknown 'colour'; there are title-it, title-en, intro-it, intro-en, question, it, en, labels-it, labels-en
	END
	small | sed 's/$/\r/' | own ours
	succeeds balint-attend evaluate form --form ours
	rm own/questionnaires/ours.form
	mkdir own/questionnaires/ours.form
	refused 1 "$PWD/own/questionnaires/ours.form is not a file" balint-attend evaluate form --form ours
}

@test "hostile words of an own questionnaire stay words" {
	ninth
	printf '%s\n' 'title-it <script>alert(1)</script> {{x}}' 'question a choice x|y' 'it =cmd "<b>"' 'labels-it <i>a | b&c' | own ours
	succeeds balint-attend evaluate form --form ours --html
	[[ $output == *'&lt;script&gt;alert(1)&lt;/script&gt; {{x}}'* && $output == *'=cmd &quot;&lt;b&gt;&quot;'* && $output != *'<script'* ]]
	prints balint-attend evaluate form --form ours -f csv-it --no-header -c label <<<"<BOM>\"'=cmd \"\"<b>\"\"\"<CR>"
}
