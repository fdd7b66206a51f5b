# shellcheck shell=bats disable=SC2154,SC2030,SC2031,SC2086
# Bad input to the verbs of the register: one clear line that names the place, and a store that is the same to the byte.
load helper

setup()
{
	scene
	prepared evenings
}

# Three participants and a conductor; two evenings of the register.
evenings()
{
	edition
	sessions --from 2021-02-17 --count 4
	for name in rossi bianchi verdi; do person $name "${name^}" Maria --email $name@example.org; done
	person gallo Gallo Pietro
	person neri Neri Ada
	balint-group enrol rossi bianchi verdi --on 2021-02-17 >/dev/null
	balint-group enrol gallo --role conductor --on 2021-02-17 >/dev/null
	balint-attend mark 2021-02-17 --rest present
	balint-attend mark 2021-03-03 rossi=21:07 --rest present
}

# plain WHAT TEXT: no control character but the line end, no byte that is not UTF-8, and of a size to be read.
plain()
{
	local said=${2//$'\n'/}
	[ ${#said} -lt 4000 ] || same 'less than 4000 characters' "${said:0:200}…" "$1"
	[[ $said != *[[:cntrl:]]* ]] || same 'no control characters' "$said" "$1"
	[[ $said != *[![:ascii:]]* ]] || iconv -f UTF-8 -t UTF-8 <<<"$said" >/dev/null || same 'UTF-8' "$(od -c <<<"$said")" "$1"
}

# giant: a word of 100,000 letters.
giant() { printf '%0100000d' 0; }

# wrong STATUS MESSAGE COMMAND...: as `refused`, and what is said can be shown on any terminal.
wrong()
{
	refused "$@"
	plain "what '${*:3:2}' says" "$stderr"
}

# faulty [MESSAGE]: `import bad.csv` (standard input) is refused with 1, each line beginning with the file's name; the
# first one like MESSAGE; the store as it was.
faulty()
{
	local pattern=${1:-*} line
	cat >bad.csv
	keep
	capture balint-attend import bad.csv
	same 1 "$status" "the exit status of the import of $(head -c 300 bad.csv | tr -d '\0' | visible)"
	same '' "$output" 'standard output'
	[ -n "$stderr" ]
	for line in "${stderr_lines[@]}"; do
		[[ $line == "balint-attend: bad.csv"* ]] || same 'balint-attend: bad.csv…' "$line" 'a line of the refusal'
	done
	pattern=${pattern//[/\\[}
	# shellcheck disable=SC2053  # a pattern on purpose
	[[ ${stderr_lines[0]} == "balint-attend: bad.csv"$pattern ]] || same "balint-attend: bad.csv$pattern" "${stderr_lines[0]}" 'the first line'
	plain 'standard error' "$stderr"
	kept
}

# row ROW...: a file of marks with these rows.
row() { printf '%s\n' date,handle,status,arrived,left,mode "$@"; }

# ---- verbs that take a date

@test "every verb that takes a date refuses days that do not exist" {
	local verb day
	for verb in 'mark DAY rossi=present' 'mark DAY --rest present' 'announce DAY rossi' 'present DAY rossi --kind case' 'sheet DAY' \
		'rota set DAY rossi' 'rota swap DAY 2021-03-31' 'rota swap 2021-03-31 DAY' 'rota clear DAY' \
		'list --session DAY' 'report --as-of DAY'; do
		wrong 2 "*'2021-02-29' is not a date: February 2021 has 28 days" balint-attend ${verb/DAY/2021-02-29}
		wrong 2 '*is not a date*' balint-attend ${verb%%DAY*} $'2021-02-17\e]0;x\a' ${verb##*DAY}
	done
	for day in 31/02/2021 2021-13-01 17.02.2021 oggi '' 2021-02-1 99999999999-01-01; do
		wrong 2 "*'$day' is not a date*" balint-attend announce "$day" rossi
	done
}

@test "every verb that means a session refuses a day without one, and names the nearest" {
	for verb in 'mark DAY rossi=present' 'announce DAY rossi' 'present DAY rossi --kind case' 'sheet DAY' 'rota set DAY rossi' \
		'rota swap DAY 2021-03-31' 'rota clear DAY' 'list --session DAY'; do
		wrong 1 'edition 1 has no session on 2021-03-30; the nearest is on 2021-03-31' balint-attend ${verb/DAY/2021-03-30}
	done
}

@test "no verb takes a cancelled session for one that is held" {
	balint-calendar cancel 2021-03-31 --reason Neve >/dev/null
	for verb in 'mark DAY rossi=excused' 'announce DAY rossi' 'present DAY rossi --kind case' 'rota set DAY rossi'; do
		wrong 1 '*2021-03-31 is cancelled*' balint-attend ${verb/DAY/2021-03-31}
	done
}

@test "what has not happened yet cannot be recorded" {
	wrong 1 '*has not begun*' balint-attend mark 2021-03-31 rossi=present
	wrong 1 '*has not begun*' balint-attend present 2021-03-31 rossi --kind case
	printf '%s\n' date,handle,status 2021-03-31,rossi,present | faulty ':2:*has not begun*'
}

@test "an announced absence stands in nobody's way: the session can be moved, and cancelled" {
	balint-attend announce 2021-03-31 rossi
	succeeds balint-calendar move 2021-03-31 --to 2021-04-01 --reason Sala --override
	prints balint-attend list --person rossi --session 2021-04-01 -c status <<<excused
	succeeds balint-calendar cancel 2021-04-01 --reason Neve
	silent balint-attend list --session 2021-04-01
	succeeds balint-calendar restore 2021-04-01
	prints balint-attend list --session 2021-04-01 -c handle,status <<<'rossi|excused'
}

# ---- verbs that take people

@test "every verb that takes people refuses those whom it does not know, with the like ones" {
	local giant verb
	giant=$(giant)
	for verb in 'announce 2021-03-31 bianchi WHO' 'present 2021-03-03 WHO --kind case' 'rota set 2021-03-31 WHO' \
		'list --person WHO' 'report --person WHO' 'requirements --person WHO' 'certify WHO' 'evaluate received WHO' 'mark 2021-03-17 WHO=absent'; do
		wrong 1 "handle: unknown 'rosi'; did you mean 'rossi'?" balint-attend ${verb/WHO/rosi}
		wrong 1 "*'neri'*" balint-attend ${verb/WHO/neri}
		wrong 1 '*' balint-attend ${verb%%WHO*} $'\e]0;x\a'"${verb##*WHO}"
		wrong 1 '*' balint-attend ${verb%%WHO*} $'rossi\nbianchi'
		wrong 1 '*' balint-attend ${verb%%WHO*} $'ro\xff\xfe'
		wrong 1 '*' balint-attend ${verb%%WHO*} "$giant"
	done
}

@test "handles from standard input are refused by their line" {
	for verb in 'announce 2021-03-31 -' 'certify -' 'evaluate received -'; do
		printf 'rosi\tMaria\n' >names
		wrong 1 "*unknown 'rosi'*" balint-attend $verb <names
		printf 'ros\0si\n' >names
		wrong 1 '*' balint-attend $verb <names
	done
}

@test "only participants take turns and present" {
	wrong 1 '*gallo*' balint-attend rota set 2021-03-31 gallo
	wrong 1 '*gallo*' balint-attend present 2021-03-03 gallo --kind case
	balint-attend mark 2021-03-17 rossi=absent
	wrong 1 '*rossi*' balint-attend present 2021-03-17 rossi --kind case
}

@test "what a verb does not take is misused" {
	while read -r command; do
		wrong 2 '*' $command
	done <<-'END'
		balint-attend announce
		balint-attend announce 2021-03-31
		balint-attend import
		balint-attend import a.csv b.csv
		balint-attend list more
		balint-attend grid more
		balint-attend rota --count x
		balint-attend rota --count -1
		balint-attend rota --count 0
		balint-attend rota --count 99999999999999999999
		balint-attend rota set 2021-03-31
		balint-attend rota swap 2021-03-31
		balint-attend rota clear
		balint-attend rota turn
		balint-attend present 2021-03-03 rossi --kind
		balint-attend sheet
		balint-attend sheet 2021-03-03 2021-03-17
		balint-attend certify
		balint-attend certify rossi --all
		balint-attend certify rossi --language fr
		balint-attend verify
		balint-attend revoke
		balint-attend evaluate
		balint-attend evaluate import
		balint-attend evaluate report more
		balint-attend evaluate received
		balint-attend evaluate answers
		balint-attend report --rule
		balint-attend present 2021-03-03 rossi --kind Case
		balint-attend present 2021-03-03 rossi --content caso
	END
}

@test "an unknown code is refused, however it is written" {
	local giant code
	giant=$(giant)
	for code in x '' $'\e[31m' "'; DROP TABLE certificate; --" $'\xff' "$giant"; do
		keep
		capture balint-attend verify "$code"
		[ "$status" -ne 0 ]
		plain 'what verify says' "$stderr$output"
		kept
		wrong 1 '*' balint-attend revoke "$code"
	done
}

@test "an unknown rule or questionnaire is refused, and no path leads out of its folder" {
	local giant name
	giant=$(giant)
	for name in ecn '' ../rules/ecm /etc/passwd 'ecm.rule' $'e\ecm' $'\xff' "$giant"; do
		wrong 1 '*' balint-attend report --rule "$name"
		wrong 1 '*' balint-attend requirements --rule "$name"
		wrong 1 '*' balint-attend certify rossi --rule "$name"
		wrong 1 '*' balint-attend evaluate report --form "$name"
	done
}

# ---- import of marks

@test "a file that is none is refused" {
	wrong 1 '*none.csv*' balint-attend import none.csv
	wrong 1 '*' balint-attend import .
	faulty '*' </dev/null
	printf '\xef\xbb\xbf' | faulty
	printf '\n\n\n' | faulty
	printf 'PK\x03\x04\0\0\0' | faulty
	printf '\xff\xfed\0a\0t\0e\0' | faulty '*UTF-16*'
	head -c 20000 /dev/zero | faulty
	head -c 1000 /dev/urandom | faulty
}

@test "a header alone is a register of no marks, and changes nothing" {
	row >empty.csv
	keep
	succeeds balint-attend import empty.csv
	kept
	printf 'date,handle,status' >empty.csv
	succeeds balint-attend import empty.csv
	kept
}

@test "the columns must be known, there, and there once" {
	printf 'date,handle\n2021-03-17,rossi\n' | faulty '*status*'
	printf 'handle,status\nrossi,present\n' | faulty '*date*'
	printf 'date,status\n2021-03-17,present\n' | faulty '*handle*'
	printf 'date,handle,status,note\n2021-03-17,rossi,present,x\n' | faulty ":1:*note*"
	printf 'date,handle,status,status\n2021-03-17,rossi,present,absent\n' | faulty ':1:*status*'
	printf 'date,handle,status,=cmd\n2021-03-17,rossi,present,x\n' | faulty ':1:*'
	printf 'date,handle,status,\e]0;x\a\n2021-03-17,rossi,present,x\n' | faulty ':1:*'
	printf '2021-03-17,rossi,present\n' | faulty
	printf 'date,handle,status\n2021-03-17,rossi\n' | faulty ':2:*'
	printf 'date,handle,status\n2021-03-17,rossi,present,room,more\n' | faulty ':2:*'
}

@test "every bad line is named with its column, and the good ones are not entered" {
	cat >bad.csv <<-'END'
		date,handle,status,arrived,left,mode
		2021-03-17,rossi,present,,,
		2021-02-29,rossi,present,,,
		2021-03-17,rosi,present,,,
		2021-03-17,bianchi,presents,,,
		2021-03-17,bianchi,present,25:00,,
		2021-03-17,bianchi,present,21:00,21:60,
		2021-03-17,bianchi,present,,,zoom
		2021-03-18,verdi,present,,,
		2021-03-17,neri,present,,,
	END
	keep
	capture balint-attend import bad.csv
	same 1 "$status"
	kept
	same '3 date
4 handle
5 status
6 arrived
7 left
8 mode
9 date
10 handle' "$(sed -n 's/^balint-attend: bad\.csv:\([0-9]*\): *\([a-z]*\): .*/\1 \2/p' <<<"$stderr")" 'lines and columns'
	[[ ${stderr_lines[0]} == *"'2021-02-29' is not a date: February 2021 has 28 days"* ]]
	[[ ${stderr_lines[1]} == *"unknown 'rosi'; did you mean 'rossi'?" ]]
	prints balint-attend list --session 2021-03-17 </dev/null
}

@test "lines are counted as an editor counts them, blank ones, CR LF and line ends in quotes included" {
	printf 'date,handle,status\r\n\r\n2021-03-17,rossi,present\r\n2021-03-17,rosi,present\r\n' | faulty ':4:*rosi*'
	printf 'date,handle,status\n"2021-03-17",rossi,"present"\n\n\n2021-03-17,"rosi",present' | faulty ':5:*rosi*'
}

@test "marks that contradict each other or themselves are refused" {
	row 2021-03-17,rossi,present,,, 2021-03-17,rossi,absent,,, | faulty ':3:*'
	row 2021-03-17,rossi,absent,,, 2021-03-17,rossi,excused,,, | faulty ':3:*'
	row 2021-03-17,rossi,present,21:00,21:30,room 2021-03-17,rossi,present,21:40,22:00,online | faulty ':3:*'
	row 2021-03-17,rossi,absent,21:00,, | faulty ':2:*'
	row 2021-03-17,rossi,excused,,22:00, | faulty ':2:*'
	row 2021-03-17,rossi,absent,,,room | faulty ':2:*'
	row 2021-03-17,rossi,present,22:00,21:00, | faulty ':2:*'
	row 2021-03-17,rossi,present,19:00,20:00, | faulty ':2:*'
	row 2021-03-17,rossi,present,21:00,23:59, | faulty ':2:*'
	row 2021-03-17,rossi,present,-1:00,, | faulty ':2:*'
	row 2021-03-17,rossi,,,, | faulty ':2:*'
	row 2021-03-17,,present,,, | faulty ':2:*'
	row ,rossi,present,,, | faulty ':2:*'
}

@test "quotes that do not fit, NUL bytes, formulas, escapes and giants are refused" {
	printf 'date,handle,status\n2021-03-17,"rossi,present\n2021-03-17,bianchi,present\n' | faulty
	printf 'date,handle,status\n2021-03-17,ro"ssi,present\n' | faulty
	printf 'date,handle,status\n2021-03-17,"rossi"x,present\n' | faulty
	printf 'date,handle,status\n2021-03-17,ros\0si,present\n' | faulty
	printf 'date,handle,status\n2021-03-17,rossi,present\0\n' | faulty
	printf 'date,handle,status\0\n2021-03-17,rossi,present\n' | faulty
	row '2021-03-17,=cmd,present,,,' | faulty ':2:*handle*'
	row '2021-03-17,=rossi,present,,,' | faulty ':2:*handle*'
	row '2021-03-17,"D'\''Angelò ""=cmd""",present,,,' | faulty ':2:*handle*'
	row "2021-03-17,\"=HYPERLINK(\"\"http://x\"\")\",present,,," | faulty ':2:*handle*'
	row $'2021-03-17,\e]0;x\a,present,,,' | faulty ':2:*'
	row $'2021-03-17,rossi,\e[2Jpresent,,,' | faulty ':2:*'
	row $'2021-03-17,ross\xec,present,,,' | faulty ':2:*handle*'
	row $'2021-03-17,\xe2\x80\xaerossi,present,,,' | faulty ':2:*'
	{ printf 'date,handle,status\n2021-03-17,'; head -c 10000000 /dev/zero | tr '\0' x; printf ',present\n'; } | faulty ':2:*'
	{ printf 'date,handle,'; head -c 10000000 /dev/zero | tr '\0' x; } | faulty
	{ printf 'date,handle,status\n2021-03-17,"'; head -c 10000000 /dev/zero | tr '\0' '\n'; printf '",present\n'; } | faulty
}

@test "a thousand faults are not cut short, and none is entered" {
	{
		row
		for n in $(seq 1000); do echo "2021-03-17,x$n,present,,,"; done
		echo 2021-03-17,rossi,present,,,
	} >bad.csv
	keep
	capture balint-attend import bad.csv
	same 1 "$status"
	same 1000 "$(grep -c '^balint-attend: bad.csv:[0-9]*:' <<<"$stderr")" 'the faults'
	kept
}

@test "a mark of old spreadsheets is read: byte order mark, semicolons, CR LF, Windows-1252, an Italian date" {
	printf '\xef\xbb\xbfdate;handle;status\r\n17/03/2021;rossi;present\r\n' | succeeds balint-attend import -
	printf 'date\thandle\tstatus\r17/03/2021\tbianchi\tabsent\r' | succeeds balint-attend import -
	printf '"date","handle","status"\n 2021-03-17 , verdi ,"excused"' | succeeds balint-attend import -
	prints balint-attend list --session 2021-03-17 -c handle,status <<<$'bianchi|absent\nrossi|present\nverdi|excused'
}

# ---- evaluations


@test "a byte order mark before the lines of standard input is none of their text" {
	printf '\xef\xbb\xbfrossi=present\n' >marks
	succeeds balint-attend mark 2021-03-17 - <marks
	printf '\xef\xbb\xbfrossi\r\n' >handles
	succeeds balint-attend announce 2021-03-31 - <handles
	succeeds balint-attend evaluate received - <handles
	same 'rossi|present' "$(sql "SELECT handle, status FROM marks WHERE date = '2021-03-17'")" 'the mark'
	# Elsewhere it is text, which no handle has.
	printf 'bianchi=present\n\xef\xbb\xbfverdi=present\n' >marks
	wrong 1 '*' balint-attend mark 2021-03-17 - <marks
}

@test "answers that are none are refused, and leave no trace" {
	for content in '' '\xef\xbb\xbf' '\n\n' 'x,y\n1,2\n' 'q\0\n1\n' '=cmd\n1\n' '"q\n1\n' '\e]0;x\a\n1\n' '\xff\xfeq\0'; do
		# shellcheck disable=SC2059  # a format on purpose
		printf "$content" >bad.csv
		keep
		capture balint-attend evaluate import bad.csv
		same 1 "$status" "the exit status for '$content'"
		same '' "$output"
		[[ $stderr == "balint-attend: bad.csv"* ]] || same 'balint-attend: bad.csv…' "$stderr"
		plain 'standard error' "$stderr"
		kept
	done
	wrong 1 '*none.csv*' balint-attend evaluate import none.csv
}

# answers ROW...: a file of answers with these rows.
answers() { printf '%s\n' conduct,safety,frequency,kept,handle "$@"; }

@test "every bad answer is named by its line and question, and the good ones are not entered" {
	answers 5,4,right,bene,rossi 6,4,right,, 5,-1,right,, 5,4,often,, 5,4.5,right,, 5,4,right,,rosi 5,=1+1,right,, $'5,4,right,\e[2J,' 5,4,right,,neri >bad.csv
	keep
	capture balint-attend evaluate import bad.csv
	same 1 "$status" 'the exit status'
	same '' "$output"
	same '3 conduct
4 safety
5 frequency
6 safety
7 handle
8 safety
9 kept
10 handle' "$(sed -n 's/^balint-attend: bad\.csv:\([0-9]*\): *\([a-z]*\): .*/\1 \2/p' <<<"$stderr")" 'lines and questions'
	plain 'standard error' "$stderr"
	kept
}

@test "under five answers nothing of them is shown, and with the fifth all of them" {
	answers 5,4,right,Quarzo,rossi 5,4,right,,bianchi 1,4,right,,verdi 2,4,too-few,, >four.csv
	succeeds balint-attend evaluate import -q four.csv
	for format in table tsv csv jsonl; do
		capture balint-attend evaluate report -f $format
		[[ $output$stderr != *Quarzo* && $output$stderr != *too-few* && $output != *[1-9].[0-9]* ]] || same 'nothing' "$output"
	done
	answers 3,2,right,, >fifth.csv
	succeeds balint-attend evaluate import -q fifth.csv
	capture balint-attend evaluate report
	same 0 "$status"
	[[ $output == *conduct* ]] || same 'the questions' "$output"
}

@test "nothing leads from an answer to a person: not the store, not its log, not the order of the rows" {
	answers 5,4,right,Quarzo,rossi 1,1,too-few,Feldspato,bianchi 2,2,right,Mica,verdi >three.csv
	before=$(balint-group log | wc -l)
	succeeds balint-attend evaluate import -q three.csv
	same "$before" "$(balint-group log | wc -l)" 'the commands in the log'
	sql .dump >dump
	same 3 "$(grep -c 'Quarzo\|Feldspato\|Mica' dump)" 'the rows that hold an answer'
	same '' "$(grep 'Quarzo\|Feldspato\|Mica' dump | grep 'rossi\|bianchi\|verdi')" 'rows with an answer and a name'
	same '' "$(grep 'log\|entry\|change' dump | grep 'Quarzo\|three.csv\|evaluate')" 'the log'
	silent balint-attend evaluate pending
}

@test "who has handed an answer in is asked no more, by handle or by hand; the others are" {
	prints balint-attend evaluate pending -c handle <<<$'bianchi\nrossi\nverdi'
	answers 5,4,right,,rossi >one.csv
	succeeds balint-attend evaluate import -q one.csv
	prints balint-attend evaluate pending -c handle <<<$'bianchi\nverdi'
	succeeds balint-attend evaluate received verdi
	prints balint-attend evaluate pending -c handle <<<bianchi
	keep
	capture balint-attend evaluate import one.csv
	[ "$status" -ne 0 ] || same 0 "$status"
	kept
}

# ---- texts that are hostile and have every right to be there

# guests: people whose names try to be something else.
guests()
{
	evenings
	person angelo "D'Angelò \"=cmd\"" '<script>alert(1)</script>'
	person formula "=cmd|' /C calc'!A0" '+39'
	person brace '{{family}}' '{{> style}}'
	person wide 'Żółć & Söhne' '日本語'
	balint-group enrol angelo formula brace wide --on 2021-02-17 >/dev/null
	for date in 2021-02-17 2021-03-03 2021-03-17; do balint-attend mark -q $date --rest present; done
}

@test "names with quotes, formulas, tags and braces stay names in every paper" {
	prepared guests
	for paper in 'grid --html' 'sheet 2021-03-17 --html' 'certify --all --html'; do
		# The edition is over for them when its last session is not held.
		[ "$paper" = 'sheet 2021-03-17 --html' ] || balint-calendar cancel 2021-03-31 --reason Neve >/dev/null 2>&1 || true
		BALINT_TODAY=2021-04-01 succeeds balint-attend $paper
		[[ $output == *'D&#39;Angelò'* || $output == *"D'Angelò"* || $output == *'D&#x27;Angelò'* || $output == *'D&apos;Angelò'* ]]
		[[ $output == *'&lt;script&gt;'* && $output != *'<script'* ]] || same 'escaped' "$(grep -i script <<<"$output")" "$paper"
		[[ $output == *'{{family}}'* ]] || same '{{family}}' "$(grep -i brac <<<"$output")" "$paper"
		[[ $output == *'日本語'* ]]
	done
	# shellcheck disable=SC2016
	/usr/bin/python3 -c 'import csv, sys
rows = {row["handle"]: row for row in csv.DictReader(open(sys.argv[1], encoding="utf-8-sig", newline=""), delimiter=";")}
assert rows["formula"]["family"] == "\x27=cmd|\x27 /C calc\x27!A0", rows["formula"]
assert rows["formula"]["given"] == "\x27+39", rows["formula"]
assert rows["angelo"]["family"] == "D\x27Angelò \"=cmd\"", rows["angelo"]' <(balint-attend grid -f csv-it)
}

@test "the sheet and the certificate in text have the names as they are" {
	prepared guests
	balint-calendar cancel 2021-03-31 --reason Neve >/dev/null
	export BALINT_TODAY=2021-04-01
	succeeds balint-attend sheet 2021-03-17
	[[ $output == *"D'Angelò \"=cmd\""* && $output == *'日本語'* ]]
	succeeds balint-attend certify angelo brace
	[[ $output == *"<script>alert(1)</script> D'Angelò \"=cmd\""* && $output == *'{{> style}} {{family}}'* ]]
}

# ---- the machine

@test "a full disk fails a verb that reads, and a verb that writes has done its work" {
	balint-attend mark 2021-03-17 --rest present
	balint-calendar cancel 2021-03-31 --reason Neve >/dev/null
	export BALINT_TODAY=2021-04-01
	while read -r command; do
		capture sh -c "$command >/dev/full"
		same 1 "$status" "the exit status of '$command'"
		same 'balint-attend: standard output: No space left on device' "$stderr" "standard error of '$command'"
	done <<-'END'
		balint-attend list
		balint-attend list --history
		balint-attend grid
		balint-attend grid --html
		balint-attend report
		balint-attend report --rule ecm
		balint-attend requirements
		balint-attend rules
		balint-attend conductors
		balint-attend sheet 2021-03-17
		balint-attend sheet 2021-03-17 --html
		balint-attend evaluate form
		balint-attend certify rossi --dry-run
	END
	capture sh -c 'balint-attend certify rossi >/dev/full'
	same 74 "$status" 'the exit status of certify'
	same 1 "$(balint-attend certificates | wc -l)" 'the certificates'
	capture sh -c 'balint-attend certificates >/dev/full'
	same 1 "$status" 'the exit status of certificates'
	capture sh -c "balint-attend verify '$(balint-attend certificates -c code)' >/dev/full"
	same 1 "$status" 'the exit status of verify'
}

# together COMMAND...: six of it at once, and all of them well.
together()
{
	local job jobs=()
	for _ in 1 2 3 4 5 6; do
		"$@" >>together.out 2>>together.err &
		jobs+=($!)
	done
	for job in "${jobs[@]}"; do wait "$job" || same 0 $? "the exit status of one of '$*'"; done
	same '' "$(cat together.err)" 'standard error'
}

@test "six at once leave what one leaves" {
	printf '%s\n' date,handle,status 2021-03-17,rossi,absent 2021-03-17,bianchi,present 2021-03-17,verdi,excused >marks.csv
	together balint-attend import -q marks.csv
	same 3 "$(balint-attend list --session 2021-03-17 --history | wc -l)" 'the marks, old ones included'
	together balint-attend announce 2021-03-31 bianchi
	same 1 "$(balint-attend list --session 2021-03-31 --history | wc -l)" 'the marks of the announced absence'
	together balint-attend present 2021-03-03 rossi --kind case
	same 1 "$(sql 'SELECT count(*) FROM presentations')" 'the presentations'
	prepared evenings
	balint-attend mark 2021-03-17 --rest present
	balint-calendar cancel 2021-03-31 --reason Neve >/dev/null
	BALINT_TODAY=2021-04-01 together balint-attend certify rossi bianchi verdi -q
	same 3 "$(balint-attend certificates | wc -l)" 'the certificates'
}

@test "what is done twice is done once" {
	printf '%s\n' date,handle,status 2021-03-17,rossi,absent 2021-03-17,bianchi,present 2021-03-17,verdi,excused >marks.csv
	for command in 'mark 2021-03-03 rossi=21:00-21:40,21:55-22:30' 'import marks.csv' 'announce 2021-03-31 verdi' 'rota set 2021-03-31 rossi' \
		'rota clear 2021-03-31' 'present 2021-03-03 rossi --kind case' 'evaluate received rossi'; do
		capture balint-attend $command
		same 0 "$status" "the exit status of '$command' ($stderr)"
		unchanged succeeds balint-attend $command
	done
}

@test "a dry run of every verb that writes writes nothing" {
	printf '%s\n' date,handle,status 2021-03-17,rossi,absent >marks.csv
	keep
	while read -r command; do
		capture balint-attend -n $command
		same 0 "$status" "the exit status of '$command' ($stderr)"
		kept
	done <<-'END'
		mark 2021-03-17 rossi=absent
		import marks.csv
		announce 2021-03-31 rossi
		rota set 2021-03-31 rossi
		present 2021-03-03 rossi --kind case
		evaluate received rossi
	END
}
