# shellcheck shell=bats disable=SC2154
# What people see: tables and calendar sheets on a terminal; colours; the words of their language.
load helper

# lively: weekly Wednesdays in April to June 2021; a holiday skips 2 June, 28 April is cancelled, 12 May has moved to Friday.
lively() { prepared make_lively; }

make_lively()
{
	edition --every 1w
	sessions --from 2021-04-07 --count 11
	sql "UPDATE session SET status = 'cancelled', note = 'Neve' WHERE date = '2021-04-28'"
	sql "UPDATE session SET date = '2021-05-14' WHERE date = '2021-05-12'"
}

# on_terminal COLUMNS COMMAND: what the command sends to a terminal so wide, escape sequences made visible.
on_terminal() { TERM=${kind-xterm-256color} script -qec "stty cols $1; $2" /dev/null | tr -d '\r' | visible; }

# The same without its colours.
plain() { sed 's/<ESC>\[[0-9]*m//g'; }

@test "a table on a terminal: bold header, held and skipped faint, today bold, cancelled red" {
	lively
	on_terminal 80 'BALINT_TODAY=2021-05-14 balint-calendar list' | golden terminal-list.txt
}

@test "between its sessions today has a line of its own" {
	lively
	on_terminal 80 'BALINT_TODAY=2021-05-20 balint-calendar list --from 2021-05-14' | golden terminal-today.txt
}

@test "in Italian: the days of the week, today, and how far away" {
	lively
	LANG=it_IT.UTF-8 BALINT_TODAY=2021-05-20 balint-calendar list -f table --from 2021-05-14 | golden terminal-italian.txt
}

@test "the language is that of LC_ALL, else LC_TIME, else LANG; in tables only" {
	ninth
	weekday() { env "$@" balint-calendar next -f table --no-header -c weekday; }
	same Wed "$(weekday LANG=C.UTF-8)"
	same mer "$(weekday LANG=it_IT.UTF-8)"
	same mer "$(weekday LANG=en_GB.UTF-8 LC_TIME=it_CH)"
	same Wed "$(weekday LANG=it_IT.UTF-8 LC_TIME=en_GB LC_ALL=)"
	same Wed "$(weekday LANG=it_IT.UTF-8 LC_TIME=it_IT LC_ALL=C)"
	same Wed "$(weekday -u LANG)"
	for format in tsv csv csv-it jsonl; do
		same "$(balint-calendar list -f "$format")" "$(LC_ALL=it_IT.UTF-8 balint-calendar list -f "$format")" "$format"
	done
}

@test "no other format has the gaps, today or how far away" {
	lively
	for format in tsv csv csv-it jsonl; do
		BALINT_TODAY=2021-05-20 capture balint-calendar list -f "$format" --no-header
		same 11 "${#lines[@]}" "the rows of $format"
		[[ $output != *today* && $output != *skipped* ]]
	done
	BALINT_TODAY=2021-05-20 prints balint-calendar next <<<'8|2021-05-26|Wed|21:00|22:30|scheduled|'
}

@test "a table without its note has sessions only" {
	lively
	BALINT_TODAY=2021-05-20 prints balint-calendar list -f table --no-header -c number,date --from 2021-05-19 --until 2021-06-09 <<-'END'
		7  2021-05-19
		8  2021-05-26
		9  2021-06-09
	END
}

@test "--status has only what it asks for, in a table too" {
	lively
	prints balint-calendar list --status cancelled -f table <<-'END'
		number  date        weekday  start  end    status     note
		     4  2021-04-28  Wed      21:00  22:30  cancelled  Neve
	END
	BALINT_TODAY=2021-05-20 prints balint-calendar list --status held --from 2021-05-14 -f table --no-header -c number,date <<<$'6  2021-05-14\n7  2021-05-19'
}

@test "next says how far away it is" {
	lively
	note() { BALINT_TODAY=$1 LANG=$2 balint-calendar next -f table --no-header -c note; }
	same 'in 13 days' "$(note 2021-05-27 C)"
	same 'in 2 days; moved from 2021-05-12' "$(note 2021-05-12 C)"
	same 'tomorrow; moved from 2021-05-12' "$(note 2021-05-13 C)"
	same 'tonight; moved from 2021-05-12' "$(note 2021-05-14 C)"
	same 'now; moved from 2021-05-12' "$(note 2021-05-14T21:30 C)"
	same 'fra 2 giorni; moved from 2021-05-12' "$(note 2021-05-12 it_IT)"
	same 'domani; moved from 2021-05-12' "$(note 2021-05-13 it_IT)"
	same 'stasera; moved from 2021-05-12' "$(note 2021-05-14 it_IT)"
	same 'in corso; moved from 2021-05-12' "$(note 2021-05-14T21:00 it_IT)"
	sql "UPDATE session SET start = '15:00', finish = '16:30', note = 'Aula 3' WHERE date = '2021-05-19'"
	same 'tomorrow; Aula 3' "$(note 2021-05-18 C)"
	same 'today; Aula 3' "$(note 2021-05-19 C)"
}

@test "NO_COLOR, set and not empty, leaves no colour; nor does a terminal that is dumb or unknown" {
	lively
	bold() { on_terminal 80 "$1 balint-calendar next" | grep -c '<ESC>' || true; }
	same 1 "$(bold '')"
	same 1 "$(bold NO_COLOR=)"
	same 0 "$(bold NO_COLOR=1)"
	same 0 "$(bold NO_COLOR=0)"
	same 0 "$(bold TERM=dumb)"
	same 0 "$(bold TERM=)"
	same 0 "$(bold 'env -u TERM')"
	for month in '' '--month'; do
		same "$(on_terminal 80 "NO_COLOR=1 balint-calendar list $month")" "$(on_terminal 80 "balint-calendar list $month" | plain)"
	done
}

@test "no colour goes elsewhere than to a terminal, nor into another format" {
	lively
	export TERM=xterm-256color
	for options in '-f table' --month; do
		# shellcheck disable=SC2086  # options
		capture balint-calendar list $options
		[[ $output == *2021-06-23* && $output != *$'\e'* ]]
	done
	for format in tsv csv csv-it jsonl; do
		[[ $(on_terminal 80 "balint-calendar list -f $format") != *'<ESC>'* ]]
	done
}

@test "a check's errors are red, its warnings are not" {
	lively
	balint-calendar closure add 2021-05-05 Patrono 2>/dev/null
	balint-group edition set 1 --min 5
	participant rossi Rossi Maria
	on_terminal 200 'balint-group check' >shown
	grep -q '^<ESC>\[31merror .*Patrono.*<ESC>\[0m$' shown
	grep -q '^warning ' shown
}

@test "colours take no room, and end on their line" {
	lively
	sql "UPDATE session SET note = printf('%.300c', 'x') WHERE date = '2021-04-28'"
	for width in 60 80 132; do
		on_terminal "$width" 'balint-calendar list' >coloured
		plain <coloured >shown
		[ "$(wc -L <shown)" -le "$width" ]
		same "$(grep -c '<ESC>\[[1-9]' coloured)" "$(grep -c '<ESC>\[0m$' coloured)"
	done
	grep -q 'xxx…$' shown
}

@test "a narrow table leaves out the end before it shortens the reason beyond use" {
	lively
	same "number  date        weekday  start  status   note
        2021-06-02  Wed      21:00  skipped  Festa della Re…" "$(on_terminal 60 'balint-calendar list --from 2021-06-01 --until 2021-06-08' | plain)"
}

@test "what a note hides is shown, not sent" {
	lively
	sql "UPDATE session SET note = 'a' || char(27) || ']0;b' || char(7) WHERE date = '2021-04-28'"
	[[ $(on_terminal 80 'balint-calendar list') == *'a\x1b]0;b\x07<ESC>[0m'* ]]
	[[ $(balint-calendar list --month) == *'a\x1b]0;b\x07'* ]]
}

@test "--month: sheets, three side by side, a legend, and what is on their days" {
	lively
	BALINT_TODAY=2021-04-03 balint-calendar list --month | golden month.txt
	BALINT_TODAY=2021-04-03 on_terminal 80 'NO_COLOR=1 balint-calendar list --month' | golden month.txt
}

@test "--month in Italian, in colours, on the day of a session" {
	lively
	on_terminal 60 'LC_ALL=it_IT.UTF-8 BALINT_TODAY=2021-05-14 balint-calendar list --month' | golden month-italian.txt
}

@test "as many sheets stand side by side as the terminal has room for" {
	edition
	sessions --from 2021-04-07 --count 16
	across() { on_terminal "$1" 'balint-calendar list --month' | grep -c '^ *Mo Tu'; }
	same 8 "$(across 30)"
	same 8 "$(across 46)"
	same 4 "$(across 47)"
	same 3 "$(across 80)"
	same 2 "$(across 132)"
	same 8 "$(on_terminal 10 'balint-calendar list --month' | grep -c '^ *Mo Tu')"
}

@test "--month MONTH is that month alone, with something in it or not" {
	lively
	BALINT_TODAY=2021-05-20 balint-calendar list --month 2021-06 >shown
	same 'June 2021' "$(sed -n '1s/^ *//p' shown)"
	same 1 "$(grep -c 'Mo Tu' shown)"
	same '2021-06-02 2021-06-09 2021-06-16 2021-06-23' "$(grep -o '2021-[0-9-]*' shown | paste -sd ' ')"
	BALINT_TODAY=2021-05-20 capture balint-calendar list --month 2024-02
	same "    February 2024
 Mo Tu We Th Fr Sa Su
           1  2  3  4
  5  6  7  8  9 10 11
 12 13 14 15 16 17 18
 19 20 21 22 23 24 25
 26 27 28 29" "$output"
	same 'balint-calendar: edition 1 has none such; its sessions are from 2021-04-07 to 2021-06-23' "$stderr"
}

@test "--month begins with this month, and has all of an edition that is over" {
	lively
	months() { balint-calendar list --month "$@" | grep -o '[A-Z][a-z]* 20[0-9]*' | paste -sd ,; }
	same 'April 2021,May 2021,June 2021' "$(months)"
	same 'May 2021,June 2021' "$(BALINT_TODAY=2021-05-31 months)"
	same 'April 2021,May 2021,June 2021' "$(BALINT_TODAY=2021-07-01 months)"
	same 'April 2021,May 2021' "$(BALINT_TODAY=2021-05-31 months --until 2021-05-31)"
	same 'June 2021' "$(months --status skipped)"
	same 'April 2021' "$(BALINT_TODAY=2021-05-31 months --status cancelled)"
}

@test "days that touch share a mark, and today's is always seen" {
	edition
	sessions --from 2021-04-07 --count 4
	week() { BALINT_TODAY=$1 balint-calendar list --month 2021-04 | grep ' 5.* 6.* 7' | head -n 1; }
	sql "UPDATE session SET date = '2021-04-08' WHERE date = '2021-04-21'"
	same '  5  6[ 7| 8] 9 10 11' "$(week 2021-03-01)"
	same '  5> 6[ 7| 8] 9 10 11' "$(week 2021-04-06)"
	same '  5  6> 7| 8] 9 10 11' "$(week 2021-04-07)"
	same '  5  6[ 7> 8] 9 10 11' "$(week 2021-04-08)"
	same '  5  6[ 7| 8> 9<10 11' "$(week 2021-04-09)"
	same '  5  6[ 7| 8] 9>10<11' "$(week 2021-04-10)"
}

@test "an empty calendar says what to do next, to people only" {
	edition
	for options in 'list -f table' 'next -f table' 'list --month'; do
		# shellcheck disable=SC2086  # options
		capture balint-calendar $options
		same 0 "$status"
		same "balint-calendar: edition 1 has no sessions yet; make them with 'balint-calendar generate -e 1'" "$stderr"
		# shellcheck disable=SC2086  # options
		succeeds balint-calendar $options --quiet
	done
	silent balint-calendar list
	silent balint-calendar next
	sessions --from 2021-04-07 --count 2
	BALINT_TODAY=2022-01-01 warns 'edition 1 has no session to come; the last one is that of 2021-04-21' balint-calendar next -f table
	BALINT_TODAY=2022-01-01 silent balint-calendar next
}

@test "sheets are no rows, and a month is for them" {
	lively
	message='--month shows months, not rows: --format, --columns and --header have no meaning'
	for option in '-f tsv' '-f table' '-c date' -H --no-header; do
		# shellcheck disable=SC2086  # options
		refused 2 "$message" balint-calendar list --month $option
	done
	refused 2 'a MONTH is for --month: list --month 2021-05' balint-calendar list 2021-05
	refused 2 'MONTH says which days are meant: --from, --until and --year have no meaning beside it' balint-calendar list --month 2021-05 --year 2021
	refused 2 "MONTH: '2021-13' is not a month*" balint-calendar list --month 2021-13
	refused 2 "'2021-06' is one operand too many" balint-calendar list --month 2021-05 2021-06
}

@test "sheets that cannot be written are a failure" {
	lively
	capture sh -c 'balint-calendar list --month >/dev/full'
	same 1 "$status"
	same 'balint-calendar: standard output: No space left on device' "$stderr"
}
