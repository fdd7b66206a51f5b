# shellcheck shell=bats disable=SC2154
# balint-attend rota: whose turn it is to present (RULES 5.8), and turns by hand.
load helper

setup()
{
	scene
	export BALINT_TODAY=2021-02-01
	prepared group
}

# Three participants and a conductor; eight sessions, a week apart.
group()
{
	edition --every 1w
	person gallo Gallo Pietro
	balint-group enrol gallo --role conductor >/dev/null
	for name in rossi bianchi verdi; do participant $name "${name^}" Maria; done
	sessions --from 2021-02-17 --count 8
}

# turns WORD...: the rota in short, a word a row: day and month, handle, and the first letter of the status.
turns()
{
	capture balint-attend rota "${rota[@]}" -q -c date,handle,status
	same 0 "$status" 'the exit status'
	same "$*" "$(sed -E "s/^2021-0([0-9])-([0-9]+)$TAB([^$TAB]*)$TAB(.).*/\2.\1:\3:\4/" <<<"$output" | tr '\n' ' ' | sed 's/ $//')" 'the turns'
}
rota=()

# present DATE HANDLE: on the evening of that day.
present() { BALINT_TODAY=$1T23:00 balint-attend present "$@"; }

cancel() { balint-calendar cancel "$1" --reason Neve; }

excuse() { balint-attend mark "$1" "$2=excused"; }

@test "everybody presents before anybody presents twice, by name, then in the order they had" {
	prints balint-attend rota -H <<-'END'
		date|handle|status|family|given|kind
		2021-02-17|bianchi|proposed|Bianchi|Maria|
		2021-02-24|rossi|proposed|Rossi|Maria|
		2021-03-03|verdi|proposed|Verdi|Maria|
		2021-03-10|bianchi|proposed|Bianchi|Maria|
		2021-03-17|rossi|proposed|Rossi|Maria|
		2021-03-24|verdi|proposed|Verdi|Maria|
		2021-03-31|bianchi|proposed|Bianchi|Maria|
		2021-04-07|rossi|proposed|Rossi|Maria|
	END
}

@test "--count takes the next sessions, --all the past too" {
	prints balint-attend rota --count 2 -c handle <<<$'bianchi\nrossi'
	present 2021-02-17 verdi --kind institution
	balint-attend rota set 2021-02-24 rossi
	cancel 2021-03-10
	export BALINT_TODAY=2021-03-05
	prints balint-attend rota --all -q -c date,handle,status,kind <<-'END'
		2021-02-17|verdi|presented|institution
		2021-02-24|rossi|missed|
		2021-03-03||unrecorded|
		2021-03-10|bianchi|cancelled|
		2021-03-17|bianchi|proposed|
		2021-03-24|rossi|proposed|
		2021-03-31|verdi|proposed|
		2021-04-07|bianchi|proposed|
	END
	refused 2 'only one of --count or --all can be given' balint-attend rota --count 1 --all
	refused 2 "--count: '0' is not a whole number from 1 to *" balint-attend rota --count 0
}

@test "it looks well at 80 columns, what is past is dim and what is open is red" {
	person alberti "Castiglion-Torresani degli Alberti" "Massimiliano Ferdinando"
	balint-group enrol alberti >/dev/null
	balint-attend rota -f table >table
	[ "$(head -n 2 table | tail -n 1 | wc -L)" -le 80 ]
	# shellcheck disable=SC2016
	script -qec 'stty cols 60; TERM=xterm balint-attend rota' /dev/null >narrow </dev/null
	[ "$(sed 's/\x1b\[[0-9;]*m//g; s/\r//' narrow | wc -L)" -le 60 ]
	for name in alberti bianchi rossi verdi; do excuse 2021-02-17 $name; done
	excuse 2021-02-24 bianchi
	BALINT_TODAY=2021-02-20 script -qec 'stty cols 80; TERM=xterm balint-attend rota --all -q' /dev/null >colours </dev/null
	grep -q $'\e\\[2m2021-02-17.*unrecorded' colours
	BALINT_TODAY=2021-02-10 script -qec 'stty cols 80; TERM=xterm balint-attend rota --all -q' /dev/null >colours </dev/null
	grep -q $'\e\\[31m2021-02-17.*open' colours
}

@test "what was recorded counts, whoever was proposed" {
	present 2021-02-17 rossi
	present 2021-02-24 rossi
	export BALINT_TODAY=2021-02-25
	turns 03.3:bianchi:p 10.3:verdi:p 17.3:bianchi:p 24.3:verdi:p 31.3:rossi:p 07.4:bianchi:p
}

@test "a session held without a record counts for nobody, and a warning says so" {
	present 2021-02-17 bianchi
	export BALINT_TODAY=2021-02-25
	warns "nobody is recorded for 2021-02-24, on which the next turns depend: balint-attend present 2021-02-24 HANDLE -e 1" balint-attend rota --count 1
	same "2021-03-03${TAB}rossi" "$(balint-attend rota --count 1 -q -c date,handle)"
	present 2021-02-24 verdi
	prints balint-attend rota --count 1 -c handle <<<rossi
}

@test "of an edition that is over no turn depends on who presented, and no warning says so" {
	BALINT_TODAY=2021-04-07T22:29 warns 'nobody is recorded for 2021-03-31, on which the next turns depend: balint-attend present 2021-03-31 HANDLE -e 1' balint-attend rota
	BALINT_TODAY=2021-04-07T22:30 silent balint-attend rota
	cancel 2021-04-07
	BALINT_TODAY=2021-04-01 silent balint-attend rota
}

@test "several turns by hand are taken back at once, or none" {
	for date in 2021-02-17 2021-03-03 2021-03-10; do balint-attend rota set $date verdi; done
	refused 1 'edition 1 has no session on 2021-03-04; *' balint-attend rota clear 2021-02-17 2021-03-04
	refused 2 "DATE: 'domani' is not a date; *" balint-attend rota clear 2021-02-17 domani
	printf '2021-02-17\tverdi\ndomani\n' >dates
	refused 1 "-:2: DATE: 'domani' is not a date; *" balint-attend rota clear - <dates
	silent balint-attend rota clear 2021-02-17 10/03/2021
	same "2021-03-03${TAB}verdi${TAB}fixed" "$(balint-attend rota -c date,handle,status | grep fixed)"
	balint-attend rota -c date,status | grep fixed | silent balint-attend rota clear -
	same '' "$(balint-attend rota -c date,handle,status | grep fixed)"
}

@test "while the session goes on its turn is to come, and whoever is marked absent by then has lost it" {
	export BALINT_TODAY=2021-02-17T21:30
	prints balint-attend rota --count 1 -c date,handle <<<'2021-02-17|bianchi'
	balint-attend mark 2021-02-17 bianchi=absent
	turns 17.2:rossi:p 24.2:bianchi:p 03.3:verdi:p 10.3:rossi:p 17.3:bianchi:p 24.3:verdi:p 31.3:rossi:p 07.4:bianchi:p
}

@test "who announces an absence gives way and goes next" {
	excuse 2021-02-17 bianchi
	turns 17.2:rossi:p 24.2:bianchi:p 03.3:verdi:p 10.3:rossi:p 17.3:bianchi:p 24.3:verdi:p 31.3:rossi:p 07.4:bianchi:p
	excuse 2021-02-24 bianchi
	turns 17.2:rossi:p 24.2:verdi:p 03.3:bianchi:p 10.3:rossi:p 17.3:verdi:p 24.3:bianchi:p 31.3:rossi:p 07.4:verdi:p
}

@test "who was absent on their turn goes next" {
	present 2021-02-17 bianchi
	BALINT_TODAY=2021-02-24T23:00 balint-attend mark 2021-02-24 rossi=absent
	present 2021-02-24 verdi
	export BALINT_TODAY=2021-02-25
	turns 03.3:rossi:p 10.3:bianchi:p 17.3:verdi:p 24.3:rossi:p 31.3:bianchi:p 07.4:verdi:p
}

@test "a cancelled session keeps its presenter for the next" {
	cancel 2021-02-17
	turns 24.2:bianchi:p 03.3:rossi:p 10.3:verdi:p 17.3:bianchi:p 24.3:rossi:p 31.3:verdi:p 07.4:bianchi:p
	cancel 2021-03-10
	turns 24.2:bianchi:p 03.3:rossi:p 17.3:verdi:p 24.3:bianchi:p 31.3:rossi:p 07.4:verdi:p
}

@test "a cancelled turn by hand goes on to the next session, even before those who presented less" {
	balint-attend rota set 2021-03-10 rossi
	cancel 2021-03-10
	turns 17.2:bianchi:p 24.2:rossi:p 03.3:verdi:p 17.3:rossi:p 24.3:bianchi:p 31.3:verdi:p 07.4:rossi:p
	prints balint-attend rota --all -c date,handle,status <<-'END'
		2021-02-17|bianchi|proposed
		2021-02-24|rossi|proposed
		2021-03-03|verdi|proposed
		2021-03-10|rossi|cancelled
		2021-03-17|rossi|proposed
		2021-03-24|bianchi|proposed
		2021-03-31|verdi|proposed
		2021-04-07|rossi|proposed
	END
}

@test "if all whose turn it could be are away, it is open, and nobody presents twice" {
	present 2021-02-17 bianchi
	present 2021-02-24 rossi
	export BALINT_TODAY=2021-02-25
	excuse 2021-03-03 verdi
	warns 'all whose turn 2021-03-03 could be will be away or have a turn by hand; give it out: balint-attend rota set 2021-03-03 HANDLE -e 1' \
		balint-attend rota --count 1
	turns 03.3::o 10.3:verdi:p 17.3:bianchi:p 24.3:rossi:p 31.3:verdi:p 07.4:bianchi:p
	silent balint-attend rota set 2021-03-03 rossi
	turns 03.3:rossi:f 10.3:verdi:p 17.3:bianchi:p 24.3:verdi:p 31.3:rossi:p 07.4:bianchi:p
}

@test "who joins late starts at the lowest count, and has nothing to catch up" {
	person neri Neri Ada
	balint-group enrol neri --on 2021-03-20 >/dev/null
	turns 17.2:bianchi:p 24.2:rossi:p 03.3:verdi:p 10.3:bianchi:p 17.3:rossi:p 24.3:neri:p 31.3:verdi:p 07.4:bianchi:p
}

@test "who has left has no turn" {
	balint-group withdraw rossi --on 2021-03-01
	turns 17.2:bianchi:p 24.2:rossi:p 03.3:verdi:p 10.3:bianchi:p 17.3:verdi:p 24.3:bianchi:p 31.3:verdi:p 07.4:bianchi:p
	refused 1 "'rossi' is not enrolled on 2021-03-10" balint-attend rota set 2021-03-10 rossi
}

@test "an edition without participants has open turns and no warning" {
	balint-group edition add 2 --number 2 --year 2021 --min 1 >/dev/null
	silent balint-attend rota -e 2
	sessions --from 2021-03-01 --count 1 -e 2
	prints balint-attend rota -e 2 -c date,handle,status <<<'2021-03-01||open'
}

@test "in a new edition those who did not present come first, then newcomers, then who presented longest ago" {
	for name in neri alba; do person $name "${name^}" Ada; done
	present 2021-02-17 verdi
	present 2021-02-24 bianchi
	balint-group edition add 2 --number 2 --year 2021 --min 1 --every 1w >/dev/null
	balint-group enrol alba bianchi neri rossi verdi -e 2 --on 2021-09-01 >/dev/null
	sessions --from 2021-09-01 --count 6 -e 2
	prints balint-attend rota -e 2 -c handle <<<$'rossi\nalba\nneri\nverdi\nbianchi\nrossi'
}

@test "the last edition decides, and over all of them who presented longest ago" {
	person neri Neri Ada
	present 2021-02-17 rossi
	present 2021-02-24 bianchi
	for code in 2 3; do
		balint-group edition add $code --number $code --year 2021 --min 1 --every 1w >/dev/null
		balint-group enrol bianchi rossi verdi -e $code --on 2021-09-01 >/dev/null
	done
	sessions --from 2021-06-02 --count 3 -e 2 # before they come to it
	sessions --from 2021-09-01 --count 3 -e 3
	prints balint-attend rota -e 3 -c handle <<<$'verdi\nrossi\nbianchi'
	balint-group edition add 4 --number 4 --year 2021 --min 1 --every 1w >/dev/null
	balint-group enrol bianchi rossi verdi -e 4 --on 2021-10-06 >/dev/null
	sessions --from 2021-10-06 --count 3 -e 4
	present 2021-09-01 rossi -e 3
	# Bianchi and Verdi did not present in edition 3; Verdi never did.
	prints balint-attend rota -e 4 -c handle <<<$'verdi\nbianchi\nrossi'
}

# ---- by hand

@test "a turn by hand is fixed, and the others move up" {
	silent balint-attend rota set 2021-03-03 bianchi
	turns 17.2:rossi:p 24.2:verdi:p 03.3:bianchi:f 10.3:rossi:p 17.3:verdi:p 24.3:bianchi:p 31.3:rossi:p 07.4:verdi:p
	silent balint-attend rota clear 2021-03-03
	turns 17.2:bianchi:p 24.2:rossi:p 03.3:verdi:p 10.3:bianchi:p 17.3:rossi:p 24.3:verdi:p 31.3:bianchi:p 07.4:rossi:p
}

@test "a turn by hand in a later round leaves the rounds before it alone" {
	balint-attend rota set 2021-03-17 bianchi
	turns 17.2:bianchi:p 24.2:rossi:p 03.3:verdi:p 10.3:rossi:p 17.3:bianchi:f 24.3:verdi:p 31.3:rossi:p 07.4:bianchi:p
}

@test "a turn by hand takes the place of an earlier one of that session" {
	balint-attend rota set 2021-03-03 bianchi
	balint-attend rota set 2021-03-03 rossi
	prints balint-attend rota -c date,handle,status --count 3 <<-'END'
		2021-02-17|bianchi|proposed
		2021-02-24|verdi|proposed
		2021-03-03|rossi|fixed
	END
}

@test "set and clear can be said again, and then change nothing" {
	balint-attend rota set 2021-03-03 bianchi
	unchanged silent balint-attend rota set 2021-03-03 bianchi
	balint-attend rota clear 2021-03-03
	unchanged silent balint-attend rota clear 2021-03-03
}

@test "who has a turn by hand and will be away is owed the next free one" {
	balint-attend rota set 2021-03-10 rossi
	balint-attend rota set 2021-03-17 bianchi
	excuse 2021-03-10 rossi
	turns 17.2:bianchi:p 24.2:rossi:p 03.3:verdi:p 10.3:verdi:p 17.3:bianchi:f 24.3:rossi:p 31.3:verdi:p 07.4:bianchi:p
}

@test "swap exchanges two turns of a round" {
	local changed
	changed='2021-02-17|verdi|fixed
2021-03-03|bianchi|fixed
2021-03-10|verdi|proposed
2021-03-24|bianchi|proposed
2021-03-31|verdi|proposed'
	unchanged prints balint-attend rota swap 2021-02-17 2021-03-03 -n -c date,handle,status <<<"$changed"
	prints balint-attend rota swap 2021-02-17 2021-03-03 -c date,handle,status <<<"$changed"
	turns 17.2:verdi:f 24.2:rossi:p 03.3:bianchi:f 10.3:verdi:p 17.3:rossi:p 24.3:bianchi:p 31.3:verdi:p 07.4:rossi:p
}

@test "swap said twice swaps back" {
	balint-attend rota swap 2021-02-17 2021-03-03
	succeeds balint-attend rota swap 2021-03-03 2021-02-17
	turns 17.2:bianchi:f 24.2:rossi:p 03.3:verdi:f 10.3:bianchi:p 17.3:rossi:p 24.3:verdi:p 31.3:bianchi:p 07.4:rossi:p
}

@test "swap in the round to come leaves this one alone" {
	balint-attend rota swap 2021-03-17 2021-03-24
	turns 17.2:bianchi:p 24.2:rossi:p 03.3:verdi:p 10.3:bianchi:p 17.3:verdi:f 24.3:rossi:f 31.3:bianchi:p 07.4:verdi:p
}

@test "swap over the border of two rounds leaves the turns before it as they were, by hand if need be" {
	balint-attend rota swap 2021-02-24 2021-03-10
	turns 17.2:bianchi:f 24.2:bianchi:f 03.3:verdi:p 10.3:rossi:f 17.3:verdi:p 24.3:rossi:p 31.3:bianchi:p 07.4:verdi:p
}

@test "swap leaves all turns before the later one as they were" {
	for name in alba dori elba; do participant $name "${name^}" Ada; done
	while read -r one other; do
		balint-attend rota -c date,handle >before
		a=$(grep "^$one" before | cut -f 2)
		b=$(grep "^$other" before | cut -f 2)
		balint-attend rota swap "$one" "$other"
		sed "s/^\($one\t\).*/\1$b/; s/^\($other\t\).*/\1$a/" before | awk -v last="$other" '$1 <= last' >expected
		same "$(cat expected)" "$(balint-attend rota -c date,handle | awk -v last="$other" '$1 <= last')" "the turns after swapping $one and $other"
		sql 'DELETE FROM presentation'
	done <<-'END'
		2021-02-17 2021-02-24
		2021-02-17 2021-03-24
		2021-03-17 2021-04-07
		2021-03-24 2021-03-31
		2021-03-10 2021-04-07
		2021-02-24 2021-03-31
		2021-03-24 2021-04-07
	END
}

@test "a swap that puts somebody where they are not is refused, and nothing is swapped" {
	excuse 2021-02-24 bianchi
	refused 1 "'bianchi' will not be there on 2021-02-24 (marked excused); to take that back: balint-attend announce 2021-02-24 bianchi --remove" balint-attend rota swap 2021-02-17 2021-02-24
	refused 1 "2021-02-17 is given twice: a swap wants two sessions" balint-attend rota swap 2021-02-17 17/02/2021
	refused 1 "'bianchi' has both turns" balint-attend rota swap 2021-02-17 2021-03-10
	balint-group withdraw verdi --on 2021-03-09
	refused 1 "'verdi' is not enrolled on 2021-03-10" balint-attend rota swap 2021-03-03 2021-03-10
	for name in bianchi rossi verdi; do excuse 2021-03-03 $name; done
	refused 1 'nobody has the turn of 2021-03-03; give it out by hand: balint-attend rota set 2021-03-03 HANDLE' \
		balint-attend rota swap 2021-03-03 2021-03-10
}

@test "turns are given to participants who will be there, for sessions to come" {
	refused 1 "'gallo' is enrolled as conductor; participants present" balint-attend rota set 2021-03-03 gallo
	person neri Neri Ada
	refused 1 "'neri' is not a member of edition 1" balint-attend rota set 2021-03-03 neri
	balint-group enrol neri --on 2021-03-05 >/dev/null
	refused 1 "'neri' is not enrolled on 2021-03-03" balint-attend rota set 2021-03-03 neri
	excuse 2021-03-03 rossi
	refused 1 "'rossi' will not be there on 2021-03-03 (marked excused); to take that back: balint-attend announce 2021-03-03 rossi --remove" balint-attend rota set 2021-03-03 rossi
	cancel 2021-03-17
	for verb in 'set 2021-03-17 rossi' 'clear 2021-03-17' 'swap 2021-03-17 2021-03-24'; do
		# shellcheck disable=SC2086  # a verb and its operands
		refused 1 'the session of 2021-03-17 is cancelled' balint-attend rota $verb
	done
	export BALINT_TODAY=2021-02-17T21:00
	for verb in 'set 2021-02-17 rossi' 'clear 2021-02-17' 'swap 2021-02-24 2021-02-17'; do
		# shellcheck disable=SC2086  # a verb and its operands
		refused 1 'the session of 2021-02-17 has begun; to record who presented: balint-attend present 2021-02-17 HANDLE -e 1' balint-attend rota $verb
	done
	refused 1 'edition 1 has no session on 2021-03-18; the nearest is on *' balint-attend rota set 2021-03-18 rossi
	refused 2 "'rota swap' wants DATE DATE" balint-attend rota swap 2021-03-24
	refused 2 "DATE: 'domani' is not a date; *" balint-attend rota swap 2021-03-24 domani
	refused 2 "'x' is one operand too many" balint-attend rota x
}

@test "a turn by hand of who has left meanwhile is nobody's" {
	balint-attend rota set 2021-03-10 rossi
	balint-group withdraw rossi --on 2021-03-01
	turns 17.2:bianchi:p 24.2:rossi:p 03.3:verdi:p 10.3:bianchi:p 17.3:verdi:p 24.3:bianchi:p 31.3:verdi:p 07.4:bianchi:p
}

@test "a turn by hand goes with a session that is moved" {
	balint-attend rota set 2021-03-03 bianchi
	balint-calendar move 2021-03-03 --to 2021-03-12 --reason Ponte --override >/dev/null
	turns 17.2:bianchi:p 24.2:rossi:p 10.3:verdi:p 12.3:bianchi:f 17.3:rossi:p 24.3:verdi:p 31.3:bianchi:p 07.4:rossi:p
}

@test "a turn by hand is logged, and seen in the view" {
	balint-attend rota set 2021-03-03 bianchi
	same 'balint-attend rota set 2021-03-03 bianchi' "$(balint-group log --limit 1 -c command)"
	prints sqlite3 "$BALINT_DB" 'SELECT date, handle, kind FROM presentations' <<<'2021-03-03|bianchi|'
}

# ---- history

@test "history lists who presented when, over all editions" {
	present 2021-02-17 verdi
	present 2021-02-17 bianchi --kind group-event
	present 2021-02-24 rossi --kind institution
	balint-attend rota set 2021-03-03 bianchi
	balint-group edition add 2 --number 2 --year 2021 --min 1 --every 1w >/dev/null
	balint-group enrol rossi -e 2 --on 2021-09-01 >/dev/null
	sessions --from 2021-09-01 --count 1 -e 2
	present 2021-09-01 rossi -e 2
	sql "UPDATE edition SET status = 'closed' WHERE code = '1'"
	prints balint-attend rota history -H <<-'END'
		date|handle|kind|edition
		2021-02-17|bianchi|group-event|1
		2021-02-17|verdi|case|1
		2021-02-24|rossi|institution|1
		2021-09-01|rossi|case|2
	END
	prints balint-attend rota history --person rossi -c date,edition <<<$'2021-02-24|1\n2021-09-01|2'
	prints balint-attend rota history -e 2 -c date,handle <<<'2021-09-01|rossi'
	prints balint-attend rota history -e 1 --person rossi -c date <<<'2021-02-24'
	silent balint-attend rota history --person gallo
	refused 1 "handle: unknown 'rosssi'; did you mean 'rossi'?" balint-attend rota history --person rosssi
}
