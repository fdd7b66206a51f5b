# shellcheck shell=bats disable=SC2154,SC2094
# The administrator's evening of entry: twelve people in one line, one corrected, the report right at once.
load helper

setup()
{
	scene
	prepared dozen
	export BALINT_TODAY=2021-02-17T23:10
}

# Twelve participants and two conductors, ten sessions, the first of them tonight.
dozen()
{
	local name
	edition --max 12
	sessions --from 2021-02-17 --count 10
	for name in bianchi conti deluca esposito fontana greco maggio muller neri ricci rossi verdi; do person $name "${name^}" Ada; done
	person ferraris Ferraris Elena
	person gallo Gallo Pietro
	balint-group enrol bianchi conti deluca esposito fontana greco maggio muller neri ricci rossi verdi --on 2021-02-17 >/dev/null
	balint-group enrol ferraris --role conductor --on 2021-02-17 >/dev/null
	balint-group enrol gallo --role co-conductor --on 2021-02-17 >/dev/null
}

# entry: the twelve in one line.
entry()
{
	balint-attend mark 17/02/2021 bianchi=present conti=21:07 deluca=21:10 esposito=21:11 fontana=21:00-22:00 \
		greco=21:00-21:40,21:55-22:30 maggio=21:00-21:40,21:30-22:30 muller=online neri=online,21:20 ricci=excused rossi=absent verdi=present
}

@test "twelve people are marked in one line, in silence, and all of it is one command of the log" {
	before=$(balint-group log | wc -l)
	silent entry
	same $((before + 1)) "$(balint-group log | wc -l)" 'the commands in the log'
	silent balint-attend list --unmarked
	prints balint-attend list -c handle,status,mode,arrived,left,minutes <<-'END'
		bianchi|present|room|21:00|22:30|90
		conti|present|room|21:07|22:30|83
		deluca|present|room|21:10|22:30|80
		esposito|present|room|21:11|22:30|79
		fontana|present|room|21:00|22:00|60
		greco|present|room|21:00|22:30|75
		maggio|present|room|21:00|22:30|90
		muller|present|online|21:00|22:30|90
		neri|present|online|21:20|22:30|70
		ricci|excused||||0
		rossi|absent||||0
		verdi|present|room|21:00|22:30|90
	END
}

@test "one is corrected, and the report is right at once" {
	silent entry
	silent balint-attend mark 2021-02-17 rossi=21:30
	prints balint-attend report -c handle,held,present,late,absent,excused,unmarked,minutes,possible,percent,best,verdict <<-'END'
		bianchi|1|1|0|0|0|0|90|90|100.0|100.0|open
		conti|1|1|0|0|0|0|83|90|92.2|99.2|open
		deluca|1|1|0|0|0|0|80|90|88.8|98.8|open
		esposito|1|1|1|0|0|0|79|90|87.7|98.7|open
		fontana|1|1|0|0|0|0|60|90|66.6|96.6|open
		greco|1|1|0|0|0|0|75|90|83.3|98.3|open
		maggio|1|1|0|0|0|0|90|90|100.0|100.0|open
		muller|1|1|0|0|0|0|90|90|100.0|100.0|open
		neri|1|1|1|0|0|0|70|90|77.7|97.7|open
		ricci|1|0|0|0|1|0|0|90|0.0|90.0|open
		rossi|1|1|1|0|0|0|60|90|66.6|96.6|open
		verdi|1|1|0|0|0|0|90|90|100.0|100.0|open
	END
}

@test "the line typed again after the correction puts back what it says, and typed twice changes nothing" {
	entry
	unchanged silent entry
	balint-attend mark 2021-02-17 rossi=21:30
	silent entry
	prints balint-attend list --person rossi -c status <<<absent
	prints balint-attend list --person rossi --history -c status <<<$'absent\npresent\nabsent'
}

@test "one handle mistyped among twelve, and nobody is marked" {
	refused 1 "handle: unknown 'rosi'; did you mean 'rossi'?" balint-attend mark 2021-02-17 bianchi=present conti=21:07 rosi=absent --rest present
	same 12 "$(balint-attend list --unmarked | wc -l)" 'the holes'
}

@test "each of the ways of being there or not has a sign of its own, and every member as many signs as there are sessions" {
	entry
	person zeta Zeta Ugo
	balint-group edition set 1 --max 13
	balint-group enrol zeta --on 2021-03-01 >/dev/null
	export BALINT_TODAY=2021-03-03T23:00
	balint-attend grid -c handle,marks >grid
	same 13 "$(grep -cv '^\(ferraris\|gallo\)' grid)" 'the participants'
	while IFS=$TAB read -r handle marks; do
		same 10 "${#marks}" "the signs of $handle"
	done <grid
	sign() { grep "^$1$TAB" grid | cut -f2 | cut -c"$2"; }
	# present, late, online, absent, excused, a hole, not enrolled
	for case in 'bianchi 1' 'esposito 1' 'muller 1' 'rossi 1' 'ricci 1' 'bianchi 2' 'zeta 1'; do
		# shellcheck disable=SC2086  # words on purpose
		sign $case
	done >signs
	same 7 "$(sort -u signs | wc -l)" 'the different signs'
	same "$(sign bianchi 1)" "$(sign conti 1)" 'the sign of who is seven minutes late'
}

@test "the grid agrees with the report" {
	entry
	same "$(balint-attend report -c handle,percent,best,verdict)" "$(balint-attend grid -c handle,percent,best,verdict | grep -v '^\(ferraris\|gallo\)')"
}

@test "twelve by twenty fit 80 columns" {
	edition --every 1w --max 12
	sessions --from 2021-02-17 --count 20
	for name in a b c d e f g h i j k l; do person "$name" "Castelnuovo-Berardinelli$name" 'Maria Immacolata'; done
	balint-group enrol a b c d e f g h i j k l --on 2021-02-17 >/dev/null
	script -qec 'stty cols 80; balint-attend grid' /dev/null | tr -d '\r' | sed $'s/\e\[[0-9;]*m//g' >grid
	[ "$(wc -L <grid)" -le 80 ] || same 'at most 80 columns' "$(cat grid)"
	same 12 "$(grep -c '^ *Castelnuovo\|^[a-l] ' grid)" 'the rows of members'
}

@test "what is listed as CSV is read again, and gives the same register" {
	for format in csv csv-it; do
		prepared dozen
		entry
		balint-attend list >before
		balint-attend list -f $format >register.csv
		unchanged succeeds balint-attend import register.csv
		prepared dozen
		succeeds balint-attend import register.csv
		balint-attend list -c date,handle,status,mode,arrived,left,minutes,mark >after
		cut -f1-8 before | diff - after
	done
}

@test "the evening from a file, and from a pipe, is the same as by hand" {
	entry
	balint-attend list -c date,handle,status,mode,arrived,left,minutes >before
	prepared dozen
	cat >sera.csv <<-'END'
		date;handle;status;arrived;left;mode
		17/02/2021;bianchi;present;;;
		17/02/2021;conti;present;21:07;;
		17/02/2021;deluca;present;21:10;;
		17/02/2021;esposito;present;21:11;;
		17/02/2021;fontana;present;21:00;22:00;
		17/02/2021;greco;present;21:00;21:40;
		17/02/2021;greco;present;21:55;22:30;
		17/02/2021;maggio;present;21:00;21:40;
		17/02/2021;maggio;present;21:30;22:30;
		17/02/2021;muller;present;;;online
		17/02/2021;neri;present;21:20;;online
		17/02/2021;ricci;excused;;;
		17/02/2021;rossi;absent;;;
		17/02/2021;verdi;present;;;
	END
	succeeds balint-attend import - <sera.csv
	balint-attend list -c date,handle,status,mode,arrived,left,minutes | diff before -
	unchanged succeeds balint-attend import sera.csv
}

@test "a dry run marks nothing, and says what the mark would say" {
	keep
	silent balint-attend mark -n 2021-02-17 --rest present
	capture balint-attend mark -n 2021-02-17 rosi=present
	same 1 "$status" 'the exit status for an unknown handle'
	kept
}

@test "the sheet of the evening has everybody's name, and no handle or address" {
	succeeds balint-attend sheet 2021-02-17
	for name in Bianchi Conti Deluca Esposito Fontana Greco Maggio Muller Neri Ricci Rossi Verdi Ferraris Gallo; do
		[[ $output == *$name* ]] || same "$name on the sheet" "$output"
	done
	[[ $output != *@* ]]
	[ "$(wc -L <<<"$output")" -le 80 ] || same 'at most 80 columns' "$output"
	succeeds balint-attend sheet 2021-02-17 --html
	[[ $output == *'</html>'* && $output != *'src="http'* && $output != *'href="http'* && $output != *'<script'* ]]
}
