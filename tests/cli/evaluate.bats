# shellcheck shell=bats disable=SC2154
# balint-attend evaluate: answers from a file, who has handed one in, and what they say together. Nobody's answers can be told
# apart (RULES 12).
load helper

setup()
{
	scene
	prepared make_group
	mkdir -p own/questionnaires
	cat >own/questionnaires/short.form <<-'END'
		title-it Domande
		title-en Questions
		question good scale 1 5
		it Quanto?
		en How good?
		labels-it poco | molto
		question again choice yes|no
		it Ancora?
		en Again?
		labels-it sì | no
		question words text
		it Che cosa?
		en What?
	END
	balint-group set directory="$PWD/own"
}

# Eight participants: one who has left, one who was there to the end, one who waits; and a conductor.
make_group()
{
	local name
	edition
	for name in abbate bruno colli donati elia fermi gatti; do
		participant $name "${name^}" Ada --email $name@example.org
	done
	participant hofer Hofer Ugo
	person conti Conti Teresa --profession medico
	balint-group enrol conti --role conductor >/dev/null
	person izzo Izzo Ugo --profession medico
	balint-group enrol izzo --status waiting >/dev/null
	balint-group withdraw gatti --on 2021-03-10
	sql "UPDATE enrolment SET status = 'completed', left_on = '2021-03-10' WHERE person = (SELECT id FROM person WHERE handle = 'fermi')"
}

# sheets FIRST LAST: that many evaluations without names, each with words of its own.
sheets()
{
	echo good,again,words
	for n in $(seq "$1" "$2"); do
		echo "$((n % 5 + 1)),yes,marker-$(printf %03d "$n")"
	done
}

# add [OPTION...]: standard input is a file of answers to the short questionnaire.
add() { cat >added.csv && succeeds balint-attend evaluate import added.csv --form short --quiet "$@"; }

# faults LINE... <<END: the lines of answers.csv are refused with these faults, and the store stays as it is.
faults()
{
	printf '%b\n' "$@" >answers.csv
	keep
	capture balint-attend evaluate import answers.csv --form short
	same 1 "$status" 'the exit status'
	same '' "$output" 'standard output'
	same "$(sed 's/^/balint-attend: answers.csv:/')" "$stderr" 'the faults'
	kept
}

# ---- what is entered

@test "answers by codes in any order, with and without who has answered" {
	add <<-'END'
		words,handle,good,again
		molto,abbate,5,yes
		,,4,
		poco,bruno,,no
	END
	same $'again|no\nagain|yes\ngood|4\ngood|5\nwords|molto\nwords|poco' "$(sql 'SELECT question, value FROM answer ORDER BY question, value')" 'the answers'
	same $'short|1|3' "$(sql 'SELECT form, edition, count(*) FROM evaluation GROUP BY form, edition')" 'the evaluations'
	prints balint-attend evaluate pending -c handle <<<$'colli\ndonati\nelia\nfermi\nhofer'
}

@test "columns by the texts of the questions, answers by their labels, as a form on the web writes them" {
	printf '\xef\xbb\xbfQuanto?;Ancora?;Che cosa?;Handle\r\n5;SÌ;"uno\r\ndue";abbate\r\nmolto;No;;bruno\r\n' | add
	same $'no\nyes\n5\n5\nuno due' "$(sql 'SELECT value FROM answer ORDER BY question, value')" 'the answers'
}

@test "what our own csv-it writes before a formula is taken off" {
	add <<<$'words\n\'=cmd|x\n'
	same '=cmd|x' "$(sql 'SELECT value FROM answer')" 'the answer'
}

@test "standard input is a file, and a dry run looks at it and keeps nothing" {
	sheets 1 6 >answers.csv
	unchanged succeeds balint-attend evaluate import - --form short --dry-run <answers.csv
	same $'6\t0' "$output" 'what it would enter'
	succeeds balint-attend evaluate import - --form short <answers.csv
	same $'6\t0' "$output" 'what it has entered'
	same 6 "$(sql 'SELECT count(*) FROM evaluation')" 'the evaluations'
	echo good >answers.csv
	refused 1 '-: there is no evaluation in it' balint-attend evaluate import - --form short -n <answers.csv
}

@test "the questionnaire of the toolkit is the usual one" {
	printf 'conduct,recommend,kept,handle\n4,non so,il gruppo,abbate\n' >answers.csv
	prints balint-attend evaluate import answers.csv --quiet -H <<<$'evaluations|handles\n1|1'
	same $'balint|conduct|4\nbalint|kept|il gruppo\nbalint|recommend|unsure' \
		"$(sql 'SELECT form, question, value FROM answer JOIN evaluation ON id = evaluation ORDER BY question')" 'the answers'
}

@test "each edition has its own" {
	balint-group edition add 2 --number 2 --year 2022 --min 1 >/dev/null
	sheets 1 5 | add -e 1
	refused 1 "edition 2 has no evaluations by the questionnaire 'balint'; enter them with 'balint-attend evaluate import'" balint-attend evaluate report -e 2
	succeeds balint-attend evaluate report -e 1
	refused 1 "handle: 'abbate' is not a participant of edition 2" balint-attend evaluate received abbate -e 2
	silent balint-attend evaluate pending -e 2
}

# ---- what is refused

@test "all faults of a file are named, and nothing is changed" {
	faults 'handle,good,again,words' 'abbate,6,yes,x' 'bruno,5,perhaps,x' ',,,' 'nobody,4,no,x' 'conti,4,no,x' 'izzo,4,no,x' 'colli,4,no,x' 'colli,4,no,x' \
		'donati,4,no' 'elia,,,' 'gatti,4,yes,a\033[2Jb' <<-'END'
		2: good: '6' is not a whole number from 1 to 5
		3: again: 'perhaps' is none of yes, no
		4: no question is answered
		5: handle: unknown 'nobody'; 'balint-group person list' shows them
		6: handle: 'conti' is not a participant of edition 1
		7: handle: 'izzo' is not a participant of edition 1
		9: handle: 'colli' is on line 8 too
		10: has 3 fields, and the header has 4
		11: no question is answered
		12: words: control character U+001B at character 2
	END
}

@test "faults of the header" {
	faults 'good,color' '5,x' '9,x' <<<"1: unknown column 'color'; there are handle, good, again, words"
	faults 'good,How good?,handle,handle' '5,5,x,y' <<<$'1: the column \'How good?\' stands twice\n1: the column \'handle\' stands twice'
	faults 'Informazioni cronologiche,good,E-mail' '2021/03/20 9:41:00 PM CET,5,x' <<-'END'
		1: take the column 'Informazioni cronologiche' out of the file: a time or a name beside the answers would say whose they are
		1: take the column 'E-mail' out of the file: a time or a name beside the answers would say whose they are
	END
	faults 'handle' 'abbate' <<<'1: there is no column of a question'
	printf 'good,"ag"ain\n5,yes\n' >answers.csv
	refused 1 'answers.csv:1: field 2 has a stray quotation mark; *' balint-attend evaluate import answers.csv --form short
}

@test "files that are none, or have nothing in them" {
	refused 1 'none.csv cannot be read: No such file or directory' balint-attend evaluate import none.csv
	: >answers.csv
	refused 1 'answers.csv: there is no evaluation in it' balint-attend evaluate import answers.csv
	printf 'good\n4\0\n' >answers.csv
	refused 1 'answers.csv:2: field 1 has a NUL byte in it' balint-attend evaluate import answers.csv --form short
	printf '\xff\xfeg\0' >answers.csv
	refused 1 'answers.csv:1: the file is UTF-16; save it as CSV (UTF-8)' balint-attend evaluate import answers.csv --form short
	{ echo words && head -c 10001 /dev/zero | tr '\0' x && echo; } >answers.csv
	refused 1 'answers.csv:2: words: 10001 characters; the most is 10000' balint-attend evaluate import answers.csv --form short
}

@test "who has handed one in cannot hand in another" {
	add <<<$'handle,good\nabbate,5'
	faults 'handle,good' 'abbate,4' 'bruno,4' <<<"2: handle: 'abbate' has handed one in already; leave the column empty if this is it"
	silent balint-attend evaluate received bruno
	faults 'handle,good' 'bruno,4' <<<"2: handle: 'bruno' has handed one in already; leave the column empty if this is it"
	add <<<$'handle,good\n,4'
}

@test "a file that is there already is refused, unless it is meant" {
	printf 'good,words\n5,x\n5,x\n4,\n4,y\n3,\n2,\n' >answers.csv
	add <answers.csv
	message='answers.csv: edition 1 has evaluations with just these answers already; to enter them once more: --again'
	refused 1 "$message" balint-attend evaluate import answers.csv --form short
	refused 1 "$message" balint-attend evaluate import answers.csv --form short -n
	# Some of it, in another order, is there too.
	printf 'words,good\n,4\nx,5\n,3\ny,4\n,2\n' >answers.csv
	refused 1 "$message" balint-attend evaluate import answers.csv --form short
	# One more of a kind than there is.
	printf 'good,words\n5,x\n5,x\n5,x\n4,\n3,\n' >answers.csv
	add <answers.csv
	same 11 "$(sql 'SELECT count(*) FROM evaluation')" 'the evaluations'
	add --again <answers.csv
	same 16 "$(sql 'SELECT count(*) FROM evaluation')" 'the evaluations'
	# The same answers in another edition are others.
	balint-group edition add 2 --number 2 --year 2022 --min 1 >/dev/null
	add -e 2 <answers.csv
}

@test "trying a few answers does not find out whether somebody gave them" {
	message='answers.csv: fewer than 5 evaluations: *'
	for count in 1 6; do
		sheets 1 $count | add
		for row in 2,yes,marker-001 2,yes,marker-999; do
			for rows in 1 4; do
				{ echo good,again,words && for _ in $(seq $rows); do echo $row; done; } >answers.csv
				capture balint-attend evaluate import answers.csv --form short -n
				same "0 $rows"$'\t0' "$status $output" "what a trial of $row says"
				[[ $stderr == "balint-attend: "$message ]]
			done
		done
	done
}

@test "a full disk that cannot take the row does not unsay what was entered" {
	sheets 1 5 >answers.csv
	run -74 sh -c 'balint-attend evaluate import answers.csv --form short >/dev/full'
	same 'balint-attend: standard output: No space left on device; the change itself is saved' "$output"
	same 5 "$(sql 'SELECT count(*) FROM evaluation')" 'the evaluations'
}

# ---- nothing leads from an answer to a person

@test "the store keeps who has answered apart from what was answered, and no time" {
	add <<-'END'
		handle,good,words
		abbate,5,marker-1
		bruno,4,marker-2
		colli,3,marker-3
	END
	same $'answer|evaluation\nanswer|question\nanswer|value\nevaluation|edition\nevaluation|form\nevaluation|id\nrespondent|enrolment' \
		"$(sql "SELECT t.name, c.name FROM sqlite_schema AS t, pragma_table_info(t.name) AS c WHERE t.name IN ('answer', 'evaluation', 'respondent') ORDER BY 1, 2")" 'the columns'
	sql .dump | grep -E 'INSERT INTO (answer|evaluation)' >rows
	same 9 "$(wc -l <rows)" 'the rows'
	same '' "$(grep -E 'abbate|bruno|colli|20[0-9][0-9]-' rows)" 'names and times beside answers'
	same 3 "$(sql 'SELECT count(*) FROM respondent')" 'who has answered'
	# No rowid tells the order either.
	run sqlite3 "$BALINT_DB" 'SELECT rowid FROM answer'
	[ "$status" -ne 0 ]
	run sqlite3 "$BALINT_DB" 'SELECT rowid FROM evaluation'
	[ "$status" -ne 0 ]
}

@test "the log says nothing, so that there is nothing to undo" {
	before=$(sql 'SELECT count(*), max(id) FROM log')
	sheets 1 6 | add
	silent balint-attend evaluate received abbate
	silent balint-attend evaluate received abbate --remove
	same "$before" "$(sql 'SELECT count(*), max(id) FROM log')" 'the log'
	same '' "$(balint-group log | grep evaluate || true)" 'the log'
}

@test "ids are random: the same file in two copies of a store has others" {
	sheets 1 20 >answers.csv
	cp "$BALINT_DB" other.db
	add <answers.csv
	BALINT_DB=$PWD/other.db succeeds balint-attend evaluate import answers.csv --form short
	sql 'SELECT id FROM evaluation' >ids
	BALINT_DB=$PWD/other.db sql 'SELECT id FROM evaluation' >>ids
	same 40 "$(sort -u ids | wc -l)" 'the ids'
	same 40 "$(grep -cE '^[0-9a-f]{32}$' ids)" 'those of 128 bits'
	# Twenty in the order of the file, by chance, once in 2×10^18.
	same no "$([ "$(sql "SELECT value FROM answer WHERE question = 'words' ORDER BY evaluation")" = "$(seq -f 'marker-%03g' 20)" ] && echo yes || echo no)" 'the order of the file'
}

# places: of each marker, in the order of the ids, where in the bytes of the store it is; each is there once.
places()
{
	local marker
	sql "SELECT value FROM answer WHERE question = 'words' ORDER BY evaluation" | while read -r marker; do
		grep -aob "$marker" "$BALINT_DB" | cut -d: -f1
	done
}

@test "the bytes of the store lie in the order of the ids too, and what came later among the rest" {
	sheets 1 8 | add
	places >bytes
	same 8 "$(wc -l <bytes)" 'the copies'
	same "$(sort -nr bytes)" "$(cat bytes)" 'the places'
	sheets 9 16 | add
	sheets 17 18 | add
	places >bytes
	same 18 "$(wc -l <bytes)" 'the copies'
	same "$(sort -nr bytes)" "$(cat bytes)" 'the places'
	[ ! -e "$BALINT_DB-wal" ]
	same ok "$(sql 'PRAGMA integrity_check; PRAGMA foreign_key_check')" 'the store'
}

@test "what a later import does not touch stays as it was said" {
	sheets 1 8 | add
	sql "SELECT * FROM answer ORDER BY 1, 2" >before
	sheets 9 12 | add
	sql "SELECT * FROM answer WHERE evaluation IN (SELECT evaluation FROM answer WHERE value IN ($(seq -f "'marker-%03g'" -s, 8))) ORDER BY 1, 2" | diff before -
}

@test "no trace in temporary files" {
	mkdir tmp
	export TMPDIR=$PWD/tmp
	sheets 1 8 >answers.csv
	# The leak sanitizer cannot work beside strace.
	ASAN_OPTIONS=detect_leaks=0 strace -f -e trace=openat -o trace balint-attend evaluate import answers.csv --form short
	same '' "$(grep 'O_CREAT\|O_TMPFILE' trace | grep -v "$BALINT_DB" || true)" 'the files made'
	same '' "$(ls -A tmp)" 'temporary files'
}

# ---- what they say together

@test "below five evaluations nothing is shown" {
	refused 1 "edition 1 has no evaluations by the questionnaire 'balint'; enter them with 'balint-attend evaluate import'" balint-attend evaluate report
	sheets 1 1 | add
	refused 1 'withheld: edition 1 has 1 evaluation, and with fewer than 5 nothing is shown' balint-attend evaluate report
	sheets 2 4 | add
	for option in '' --html '-f table' '-f jsonl'; do
		# shellcheck disable=SC2086  # an option
		refused 1 'withheld: edition 1 has 4 evaluations, and with fewer than 5 nothing is shown' balint-attend evaluate report $option
	done
	sheets 5 5 | add
	succeeds balint-attend evaluate report
}

@test "the distribution of each question, with its percentages and mean rounded down" {
	add <<-'END'
		good,again,words
		5,yes,
		5,yes,b
		4,yes,Zeta
		1,no,alfa
		5,,b
		4,no,È
	END
	prints balint-attend evaluate report --language en <<-'END'
		good|poco|1|1|16.6|6|4.0
		good||2|0|0.0|6|4.0
		good||3|0|0.0|6|4.0
		good||4|2|33.3|6|4.0
		good|molto|5|3|50.0|6|4.0
		again|sì|yes|3|60.0|5|
		again|no|no|2|40.0|5|
		words||alfa|||5|
		words||b|||5|
		words||b|||5|
		words||Zeta|||5|
		words||È|||5|
	END
	prints balint-attend evaluate report -c question,label,mean -f jsonl <<-'END'
		{"question":"good","label":"poco","mean":4.0}
		{"question":"good","label":null,"mean":4.0}
		{"question":"good","label":null,"mean":4.0}
		{"question":"good","label":null,"mean":4.0}
		{"question":"good","label":"molto","mean":4.0}
		{"question":"again","label":"sì","mean":null}
		{"question":"again","label":"no","mean":null}
		{"question":"words","label":null,"mean":null}
		{"question":"words","label":null,"mean":null}
		{"question":"words","label":null,"mean":null}
		{"question":"words","label":null,"mean":null}
		{"question":"words","label":null,"mean":null}
	END
}

@test "counts, percentages and means are those that sqlite3 and arithmetic find" {
	seq 137 | awk 'BEGIN { srand(7); print "good,again,words" } { print int(rand() * 5) + 1 "," (rand() < .3 ? "yes" : "no") "," }' | add
	balint-attend evaluate report -c question,value,count,percent,answers,mean | grep -v withheld | grep -v '^words' >got
	sql "SELECT question, value, count(*), sum(count(*)) OVER (PARTITION BY question), sum(CAST(value AS INTEGER) * count(*)) OVER (PARTITION BY question)
		FROM answer GROUP BY question, value ORDER BY question DESC, CASE value WHEN 'yes' THEN 0 WHEN 'no' THEN 1 ELSE value END" |
		awk -F'|' -v OFS='\t' '{ mean = int(10 * $5 / $4); $1 == "good" ? $6 = int(mean / 10) "." mean % 10 : $6 = ""; percent = int(1000 * $3 / $4)
			print $1, $2, $3, int(percent / 10) "." percent % 10, $4, $6 }' | diff - got
}

@test "a question that fewer than five have answered is withheld, whatever its kind" {
	add <<-'END'
		good,again,words
		5,yes,secret-1
		5,yes,secret-2
		4,yes,secret-3
		1,,secret-4
		5,no,
	END
	succeeds balint-attend evaluate report
	same $'again\twithheld\t\t\t\t\t\nwords\twithheld\t\t\t\t\t' "$(tail -n 2 <<<"$output")" 'what is withheld'
	for option in '' '-f table' --html '-f csv' '-f table -c value,count'; do
		# shellcheck disable=SC2086  # options
		succeeds balint-attend evaluate report $option
		[[ $output != *secret* ]]
	done
	same 2 "$(balint-attend evaluate report -f table | grep -c 'Meno di cinque risposte: non si mostrano.')" 'what is withheld'
	same 2 "$(balint-attend evaluate report --html | grep -c 'Meno di cinque risposte: non si mostrano.')" 'what is withheld'
}

@test "on a terminal the report is drawn" {
	{ sheets 1 11 && echo '2,no,"=cmd <script> & ""x"""' && echo "4,yes,$(printf 'una parola %.0s' {1..30})" && echo '4,,ééé  é'; } | add
	balint-attend evaluate report -f table | golden evaluation-it.txt
	balint-attend evaluate report -f table --language en | golden evaluation-en.txt
	same 80 "$(cat "$GOLDEN"/evaluation-*.txt | wc -L)" 'the widest line'
	same "$(balint-attend evaluate report -f table)" "$(script -qec 'balint-attend evaluate report' /dev/null | tr -d '\r')" 'what a terminal shows'
	# Columns make a table of it.
	same "question  count" "$(balint-attend evaluate report -f table -c question,count | head -n 1)"
	same "question  label  value" "$(balint-attend evaluate report -f table -H | sed -n '1s/  */  /gp' | cut -c1-22)"
}

@test "the page has the same figures, bars of their size, and takes nothing from elsewhere" {
	{ sheets 1 11 && echo '2,no,"=cmd <script> & ""x"""'; } | add
	for language in it en; do
		balint-attend evaluate report --html --language $language >page
		/usr/bin/python3 -c 'import sys, xml.dom.minidom as x; x.parseString(sys.stdin.read().replace("<!DOCTYPE html>", "").replace("<meta charset=\"utf-8\">", "").replace("initial-scale=1\">", "initial-scale=1\"/>"))' <page
		[ -z "$(grep -E '<(script|img|link|iframe)|src=|href=|url\(|@import' page)" ]
		grep -q '=cmd &lt;script&gt; &amp; &quot;x&quot;' page
	done
	sed -n 's/.*"figure">\([0-9]*\)<.*width: \([0-9]*\)%.*/\1 \2/p' page >figures
	same $'2 16\n4 33\n2 16\n2 16\n2 16\n11 91\n1 8' "$(cat figures)" 'the figures and widths'
	refused 2 '--html makes a page, not rows: *' balint-attend evaluate report --html -c question
}

@test "texts that steer a terminal do not reach it" {
	sheets 1 5 | add
	sql "UPDATE answer SET value = 'a' || char(27) || '[2J' WHERE value = 'marker-001'"
	for option in '-f table' --html; do
		# shellcheck disable=SC2086  # an option
		succeeds balint-attend evaluate report $option
		[[ $output == *'a\x1b[2J'* && $output != *$'\e'* ]]
	done
}

@test "evaluations by several questionnaires are not thrown together" {
	sheets 1 5 | add
	succeeds balint-attend evaluate report
	printf 'conduct\n4\n5\n4\n3\n2\n' >answers.csv
	succeeds balint-attend evaluate import answers.csv
	refused 1 'the evaluations of edition 1 are by several questionnaires: balint, short; say which with --form NAME' balint-attend evaluate report
	prints balint-attend evaluate report --form balint -c value,count,mean <<-'END'
		1|0|3.6
		2|1|3.6
		3|1|3.6
		4|2|3.6
		5|1|3.6
		||
		||
		||
		||
		||
		||
		||
		||
		||
		||
		||
	END
	same 5 "$(balint-attend evaluate report --form short -c question | grep -c words)" 'the texts'
}

@test "answers that the questionnaire no longer knows are left out, with a word" {
	sheets 1 6 | add
	sed -i 's/scale 1 5/scale 1 4/; /^question words/,$d' own/questionnaires/short.form
	warns "7 answers are left out, which the questionnaire 'short' as it is now does not know" balint-attend evaluate report
	same "good|poco|1|1|20.0|5|2.4" "$(head -n 1 <<<"$output" | tr '\t' '|')"
	succeeds balint-attend evaluate report --quiet
	rm own/questionnaires/short.form
	refused 1 "questionnaire: unknown 'short'; there are balint" balint-attend evaluate report
}

@test "a few that come alone, first or late, are warned of" {
	message='answers.csv: fewer than 5 evaluations: whoever sees the store or its report before and after learns what these say, and the same file would be entered twice; best enter all together'
	sheets 1 4 >answers.csv
	warns "$message" balint-attend evaluate import answers.csv --form short
	succeeds balint-attend evaluate import answers.csv --form short --quiet
	sheets 6 6 >answers.csv
	warns "$message" balint-attend evaluate import answers.csv --form short -n
	warns "$message" balint-attend evaluate import answers.csv --form short
	sheets 7 11 >answers.csv
	succeeds balint-attend evaluate import answers.csv --form short
}

# ---- who has not answered

@test "pending lists who was there to the end and has not answered, with their addresses" {
	prints balint-attend evaluate pending <<-'END'
		abbate|Abbate|Ada|abbate@example.org
		bruno|Bruno|Ada|bruno@example.org
		colli|Colli|Ada|colli@example.org
		donati|Donati|Ada|donati@example.org
		elia|Elia|Ada|elia@example.org
		fermi|Fermi|Ada|fermi@example.org
		hofer|Hofer|Ugo|
	END
	silent balint-attend evaluate received abbate fermi
	prints balint-attend evaluate pending -c handle <<<$'bruno\ncolli\ndonati\nelia\nhofer'
}

@test "received can be repeated, read its handles from elsewhere, and be taken back" {
	silent balint-attend evaluate received abbate bruno
	unchanged silent balint-attend evaluate received abbate bruno
	unchanged silent balint-attend evaluate received colli -n
	balint-attend evaluate pending -c handle,email | head -n 2 >handles
	silent balint-attend evaluate received - <handles
	silent balint-attend evaluate received gatti
	silent balint-attend evaluate received --remove abbate gatti
	unchanged silent balint-attend evaluate received --remove abbate
	prints balint-attend evaluate pending -c handle <<<$'abbate\nelia\nfermi\nhofer'
}

@test "received takes participants only, all of them or none" {
	for handle in conti izzo; do
		refused 1 "handle: '$handle' is not a participant of edition 1" balint-attend evaluate received $handle abbate
		refused 1 "handle: '$handle' is not a participant of edition 1" balint-attend evaluate received --remove abbate $handle
	done
	refused 1 "handle: unknown 'abate'; did you mean 'abbate'?" balint-attend evaluate received bruno abate
	refused 2 "'evaluate received' wants HANDLE..." balint-attend evaluate received
	same 7 "$(balint-attend evaluate pending | wc -l)" 'who is pending'
}

@test "evaluations are outside the log: no command line in it names a file of answers" {
	sheets 1 5 | add
	same '' "$(strings -a "$BALINT_DB" | grep -E 'answers\.csv|evaluate import' || true)" 'traces of the command'
}
