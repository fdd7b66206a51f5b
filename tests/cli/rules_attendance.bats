# shellcheck shell=bats disable=SC2154,SC2030,SC2031
# The worked cases of attendance: minutes, grace, spells, the measure, thresholds, certificates, turns.
load helper

DATES=(2021-02-17 2021-03-03 2021-03-17 2021-03-31 2021-04-14 2021-04-28 2021-05-12 2021-05-26 2021-06-09 2021-06-23)

# group [HANDLE...]: ten sessions of 90 minutes, and these people (default: rossi) enrolled from the first of them;
# the day is that after the last session.
group()
{
	prepared make_group "${@:-rossi}"
	export BALINT_TODAY=2021-06-24
}

make_group()
{
	local name
	edition
	sessions --from 2021-02-17 --count 10
	for name in "$@"; do person "$name" "${name^}" Maria; done
	balint-group enrol "$@" --on 2021-02-17 >/dev/null
}

# three [MARK...]: three participants and a conductor, each session marked so for all three participants.
three()
{
	prepared make_three
	export BALINT_TODAY=2021-02-16
}

make_three()
{
	make_group rossi bianchi verdi
	person gallo Gallo Pietro
	balint-group enrol gallo --role conductor --on 2021-02-17 >/dev/null
}

# attends HANDLE MARK...: one mark for each session from the first on; - for none.
attends()
{
	local handle=$1 mark n=0
	shift
	for mark in "$@"; do
		[ "$mark" = - ] || balint-attend mark -q "${DATES[n]}" "$handle=$mark"
		n=$((n + 1))
	done
}

# of N MARK: the mark, N times.
of() { for _ in $(seq "$1"); do echo "$2"; done; }

# turns [OPTION...]: date and presenter, from the rota.
turns() { balint-attend rota -c date,handle "$@"; }

# presenter DATE: who the rota says presents that day.
presenter() { turns | grep "^$1" | cut -f2; }

# ---- 5.1 marks

@test "a session that has begun, is not cancelled and has no mark is a hole, and no absence" {
	three
	export BALINT_TODAY=2021-03-17T21:00
	balint-attend mark 2021-02-17 rossi=present verdi=absent
	balint-calendar cancel 2021-03-03 --reason Neve >/dev/null
	prints balint-attend list --unmarked -c date,handle <<-'END'
		2021-02-17|bianchi
		2021-03-17|bianchi
		2021-03-17|rossi
		2021-03-17|verdi
	END
	prints balint-attend report -q -c handle,held,absent,unmarked,verdict <<-'END'
		bianchi|2|0|2|incomplete
		rossi|2|0|1|incomplete
		verdi|2|1|1|incomplete
	END
}

@test "a session that has not begun is no hole, nor one before who joined or after who left" {
	three
	person neri Neri Ada
	balint-group enrol neri --on 2021-03-10 >/dev/null
	balint-group withdraw verdi --on 2021-03-10
	export BALINT_TODAY=2021-03-31T20:59
	prints balint-attend list --unmarked -c date,handle <<-'END'
		2021-02-17|bianchi
		2021-02-17|rossi
		2021-02-17|verdi
		2021-03-03|bianchi
		2021-03-03|rossi
		2021-03-03|verdi
		2021-03-17|bianchi
		2021-03-17|neri
		2021-03-17|rossi
	END
}

@test "the register keeps the mark that was corrected, with who and when, and only the newest counts" {
	group
	BALINT_TODAY=2021-02-18T09:30 balint-attend mark 2021-02-17 rossi=absent
	BALINT_TODAY=2021-02-19T10:15 balint-attend mark 2021-02-17 rossi=21:07
	prints balint-attend list -c handle,status,minutes <<<'rossi|present|83'
	prints balint-attend list --history -c handle,status,arrived <<-'END'
		rossi|absent|
		rossi|present|21:07
	END
	same 2 "$(balint-attend list --history -c state | sort -u | grep -c .)" 'the states'
	same 2 "$(balint-attend list --history -c marked_at | sort -u | grep -c .)" 'the moments'
	same 1 "$(balint-attend list --history -c marked_by | sort -u | grep -c .)" 'the people who marked'
}

@test "a mark taken back and given again leaves its whole history" {
	group
	for mark in present absent present; do balint-attend mark -q 2021-02-17 rossi=$mark; done
	prints balint-attend list --history -c status <<<$'present\nabsent\npresent'
	prints balint-attend list -c status <<<present
}

@test "an announced absence is excused, by all that are named or none" {
	three
	silent balint-attend announce 2021-03-31 rossi verdi
	prints balint-attend list -c date,handle,status,minutes <<<$'2021-03-31|rossi|excused|0\n2021-03-31|verdi|excused|0'
	refused 1 "handle: unknown 'rosi'; did you mean 'rossi'?" balint-attend announce 2021-04-14 bianchi rosi
	unchanged silent balint-attend announce 2021-03-31 rossi verdi
	prints balint-attend report -c handle,held <<<$'bianchi|0\nrossi|0\nverdi|0'
}

@test "who announced an absence and came after all is present" {
	three
	balint-attend announce 2021-02-17 rossi
	export BALINT_TODAY=2021-02-18
	balint-attend mark 2021-02-17 rossi=21:05
	prints balint-attend list -c handle,status,minutes <<<'rossi|present|85'
}

# ---- 5.2 minutes

@test "minutes count, and ten minutes of grace: 21:07 and 21:10 are punctual, 21:11 is late" {
	prepared make_group seven ten eleven leaves dropped twice
	export BALINT_TODAY=2021-02-18
	silent balint-attend mark 2021-02-17 seven=21:07 ten=21:10 eleven=21:11 leaves=21:00-22:00 \
		dropped=21:00-21:40,21:55-22:30 twice=21:00-21:40,21:30-22:30
	prints balint-attend report -c handle,late,minutes,possible <<-'END'
		dropped|0|75|90
		eleven|1|79|90
		leaves|0|60|90
		seven|0|83|90
		ten|0|80|90
		twice|0|90|90
	END
}

@test "the same minutes from a file: rows of one date and person are spells" {
	prepared make_group seven ten eleven leaves dropped twice
	export BALINT_TODAY=2021-02-18
	cat >marks.csv <<-'END'
		date,handle,status,arrived,left,mode
		2021-02-17,seven,present,21:07,,
		2021-02-17,ten,present,21:10,22:30,room
		2021-02-17,dropped,present,21:00,21:40,online
		2021-02-17,eleven,present,21:11,,room
		17/02/2021,dropped,present,21:55,22:30,online
		2021-02-17,leaves,present,,22:00,
		2021-02-17,twice,present,21:00,21:40,
		2021-02-17,twice,present,21:30,22:30,
	END
	succeeds balint-attend import marks.csv
	prints balint-attend list -c handle,mode,arrived,left,minutes <<-'END'
		dropped|online|21:00|22:30|75
		eleven|room|21:11|22:30|79
		leaves|room|21:00|22:00|60
		seven|room|21:07|22:30|83
		ten|room|21:10|22:30|80
		twice|room|21:00|22:30|90
	END
}

@test "lateness is that of the first arrival, in whatever order the spells are given" {
	group rossi bianchi
	balint-attend mark -q 2021-02-17 rossi=21:55-22:30,21:00-21:40 bianchi=21:55-22:30,21:11-21:40
	prints balint-attend report --as-of 2021-02-17 -c handle,late,minutes <<<$'bianchi|1|64\nrossi|0|75'
}

# ---- 5.3 the measure

@test "enrolled from session 4 and present at 7 of 7: all of their own, 70 percent of the edition" {
	edition
	sessions --from 2021-02-17 --count 10
	person rossi Rossi Maria
	balint-group enrol rossi --on 2021-03-31 >/dev/null
	export BALINT_TODAY=2021-06-24
	for date in "${DATES[@]:3}"; do balint-attend mark -q "$date" rossi=present; done
	prints balint-attend report -c held,present,minutes,possible,percent,verdict,of_edition <<<'7|7|630|630|100.0|pass|70.0'
}

@test "withdrawn after 5 and present at 4: 4 of 5" {
	group
	balint-group withdraw rossi --on 2021-04-20
	# shellcheck disable=SC2046  # words on purpose
	attends rossi absent $(of 4 present)
	prints balint-attend report -c held,present,minutes,possible,percent,verdict <<<'5|4|360|450|80.0|fail'
}

@test "10 planned, 1 cancelled, present at 8: 8 of 9" {
	group
	BALINT_TODAY=2021-06-20 balint-calendar cancel 2021-06-23 --reason Sciopero >/dev/null
	# shellcheck disable=SC2046  # words on purpose
	attends rossi $(of 8 present) absent
	prints balint-attend report -q -c held,present,minutes,possible,percent,of_edition <<<'9|8|720|810|88.8|88.8'
}

@test "holes are left out and counted apart, and with one the verdict is incomplete whatever the rest says" {
	group rossi bianchi
	# shellcheck disable=SC2046  # words on purpose
	attends rossi $(of 9 present)
	# shellcheck disable=SC2046
	attends bianchi $(of 9 absent)
	prints balint-attend report -q -c handle,held,unmarked,minutes,possible,percent,verdict <<-'END'
		bianchi|10|1|0|810|0.0|incomplete
		rossi|10|1|810|810|100.0|incomplete
	END
}

# ---- 5.4 thresholds

@test "810 of 900 minutes passes 90 percent; 809 fails, and nothing says 90 of it" {
	group rossi bianchi
	# shellcheck disable=SC2046  # words on purpose
	attends rossi $(of 9 present) absent
	# shellcheck disable=SC2046
	attends bianchi $(of 8 present) 21:01 absent
	prints balint-attend report -q -c handle,minutes,possible,percent,best,verdict <<-'END'
		bianchi|809|900|89.8|89.8|fail
		rossi|810|900|90.0|90.0|pass
	END
	prints balint-attend report -q --rule ecm -c handle,percent,verdict <<<$'bianchi|89.8|fail\nrossi|90.0|pass'
	prints balint-attend grid -c handle,percent,best,verdict <<<$'bianchi|89.8|89.8|fail\nrossi|90.0|90.0|pass'
	for format in table tsv csv jsonl; do
		[[ $(balint-attend requirements --rule ecm --person bianchi -f $format -c attained,best) != *90* ]]
	done
}

@test "90 percent of 10, 11, 12, 18, 19, 20 sessions are 9, 10, 11, 17, 18, 18" {
	local held need n
	while read -r held need; do
		rm -f "$BALINT_DB"
		edition --every 1w
		balint-calendar generate --from 2020-01-08 --count "$held" -c date >days
		person rossi Rossi Maria
		person bianchi Bianchi Luca
		balint-group enrol rossi bianchi --on 2020-01-08 >/dev/null
		n=0
		echo date,handle,status >marks.csv
		while read -r date; do
			n=$((n + 1))
			echo "$date,bianchi,$([ $n -le "$need" ] && echo present || echo absent)"
			echo "$date,rossi,$([ $n -lt "$need" ] && echo present || echo absent)"
		done <days >>marks.csv
		balint-attend import -q marks.csv >/dev/null
		prints balint-attend report -q -c handle,held,present,verdict <<<"bianchi|$held|$need|pass"$'\n'"rossi|$held|$((need - 1))|fail"
	done <<-'END'
		10 9
		11 10
		12 11
		18 17
		19 18
		20 18
	END
}

# ---- 5.5 what can still be reached

@test "best is what is reached if nothing more is missed: of all planned sessions" {
	group
	attends rossi absent 21:30 present
	BALINT_TODAY=2021-03-20 prints balint-attend report -q -c held,minutes,possible,percent,best,verdict <<<'3|150|270|55.5|86.6|fail'
	BALINT_TODAY=2021-03-20 prints balint-attend report --as-of 2021-02-17 -c held,percent,best,verdict <<<'1|0.0|90.0|open'
}

@test "a cancelled session is neither missed nor reached" {
	group
	export BALINT_TODAY=2021-03-20
	attends rossi absent present present
	prints balint-attend report -c best,verdict <<<'90.0|open'
	balint-calendar cancel 2021-06-23 --reason Sciopero >/dev/null
	prints balint-attend report -q -c best,verdict <<<'88.8|fail'
}

@test "a report warns when the threshold has become impossible, once a person, on standard error only" {
	group rossi bianchi verdi
	export BALINT_TODAY=2021-03-20
	printf '%s\n' date,handle,status,arrived 2021-02-17,rossi,absent, 2021-03-03,rossi,absent, 2021-03-17,rossi,absent, \
		2021-02-17,verdi,absent, 2021-03-03,verdi,present,21:01 2021-02-17,bianchi,absent, >marks.csv
	balint-attend mark 2021-02-17 --rest present
	balint-attend import marks.csv
	balint-attend mark 2021-03-03 --rest present
	balint-attend mark 2021-03-17 --rest present
	capture balint-attend report -c handle,best,verdict
	same 0 "$status" 'the exit status'
	same $'bianchi\t90.0\topen\nrossi\t70.0\tfail\nverdi\t89.8\tfail' "$output"
	same 2 "${#stderr_lines[@]}" 'the lines of the warning'
	[[ $stderr == *[Rr]ossi* && $stderr == *[Vv]erdi* && $stderr != *ianchi* ]]
	succeeds balint-attend report
}

# ---- 5.6 rules

@test "rules are named, ecm and none among them" {
	group
	balint-attend rules | cut -f1 >names
	grep -qx ecm names
	grep -qx none names
	[ "$(wc -l <names)" -ge 3 ]
}

@test "ecm wants 90 percent of the minutes whatever the association wants; none wants nothing" {
	group
	balint-group set threshold=80
	# shellcheck disable=SC2046  # words on purpose
	attends rossi $(of 8 present) absent absent
	prints balint-attend report -c percent,verdict <<<'80.0|pass'
	prints balint-attend report -q --rule ecm -c percent,verdict <<<'80.0|fail'
	prints balint-attend report --rule none -c percent,verdict <<<'80.0|pass'
	refused 1 "*'ecn'*" balint-attend report --rule ecn
	refused 1 "*'../ecm'*" balint-attend requirements --rule ../ecm
}

@test "each requirement is printed with its figures and pass or fail, and all of them make the verdict" {
	group rossi bianchi
	# shellcheck disable=SC2046  # words on purpose
	attends rossi $(of 10 present)
	# shellcheck disable=SC2046
	attends bianchi $(of 8 present) absent absent
	for rule in $(balint-attend rules | cut -f1); do
		for name in rossi bianchi; do
			verdict=pass
			while IFS=$TAB read -r handle of got; do
				same "$name $rule" "$handle $of"
				[[ $got == @(pass|fail) ]] || same 'pass or fail' "$got"
				[ "$got" = pass ] || verdict=fail
			done < <(balint-attend requirements --rule "$rule" --person $name -c handle,rule,verdict)
			prints balint-attend report -q --rule "$rule" --person $name -c verdict <<<$verdict
		done
	done
	capture balint-attend requirements --rule ecm --person bianchi -c wanted,attained,best,verdict
	[[ $output == *90*"$TAB"*80*"$TAB"*80*"$TAB"fail ]] || same '90 wanted, 80 attained' "$output"
}

# ---- 5.7 certificates

# certified HANDLE: issues, and sets code.
certified()
{
	balint-attend certify "$1" >paper
	code=$(balint-attend certificates -c handle,code | grep "^$1$TAB" | tail -1 | cut -f2)
	[ -n "$code" ]
}

# standing CODE STATUS: what verify says of it, and 3 unless it is valid.
standing()
{
	capture balint-attend verify "$1" -c status
	same "$2" "$output" "what verify says"
	if [ "$2" = valid ]; then same 0 "$status"; else same 3 "$status"; fi
}

# whole: rossi and bianchi were there every evening.
whole()
{
	prepared make_whole
	export BALINT_TODAY=2021-06-24
}

make_whole()
{
	local date
	make_group rossi bianchi
	for date in "${DATES[@]}"; do BALINT_TODAY=2021-06-24 balint-attend mark "$date" --rest present; done
}

@test "a certificate says who, how much, its number and its code, and the code verifies" {
	whole
	certified rossi
	grep -q 'Maria Rossi' paper
	grep -qF "$code" paper
	grep -qF "$(balint-attend certificates -c number)" paper
	prints balint-attend certificates -c handle,edition,status <<<'rossi|1|valid'
	standing "$code" valid
	succeeds balint-attend verify "$code"
	[[ $output == *rossi* || $output == *Rossi* ]]
}

@test "a changed mark makes it stale, a reissue supersedes it, and the old code says so" {
	whole
	certified rossi
	old=$code
	balint-attend mark 2021-02-17 bianchi=21:07
	standing "$old" valid
	balint-attend mark 2021-02-17 rossi=21:07
	standing "$old" stale
	certified rossi
	[ "$code" != "$old" ]
	standing "$old" superseded
	standing "$code" valid
	prints balint-attend certificates -c handle,status <<<$'rossi|superseded\nrossi|valid'
}

@test "the same certificate again is the same, and no new one" {
	whole
	certified rossi
	cp paper first
	unchanged balint-attend certify rossi >again
	diff first again
	same 1 "$(balint-attend certificates | wc -l)" 'the number of certificates'
}

@test "one that is revoked says so, and the next takes the next number" {
	whole
	certified rossi
	silent balint-attend revoke "$code" --reason 'Nome sbagliato'
	standing "$code" revoked
	unchanged capture balint-attend revoke "$code" --reason 'Nome sbagliato'
	old=$code
	certified rossi
	[ "$code" != "$old" ]
	standing "$old" revoked
	standing "$code" valid
}

@test "with holes in the register it is refused, and they are listed" {
	whole
	person verdi Verdi Ugo
	balint-group enrol verdi --on 2021-05-20 >/dev/null
	balint-attend mark 2021-06-09 verdi=present
	keep
	capture balint-attend certify verdi
	same 1 "$status" 'the exit status'
	same '' "$output" 'standard output'
	[[ $stderr == *2021-05-26* && $stderr == *2021-06-23* && $stderr != *2021-06-09* ]] || same 'the two holes' "$stderr"
	kept
	capture balint-attend certify rossi verdi
	same 1 "$status" 'the exit status for both'
	kept
	silent balint-attend certificates
}

@test "the numbers have no gaps, whatever was refused, tried or printed again between them" {
	whole
	balint-attend certify rossi >/dev/null
	capture balint-attend certify -n bianchi
	capture balint-attend certify rosi
	balint-attend certify rossi >/dev/null
	balint-attend certify bianchi >/dev/null
	balint-attend mark 2021-02-17 rossi=21:07
	balint-attend certify --all >/dev/null
	same '1 2 3' "$(balint-attend certificates -c number | sed 's:^2021/::; s:/2021$::' | paste -sd' ')" 'the numbers'
}

@test "the code of no certificate is not valid" {
	whole
	certified rossi
	for wrong in X '' "${code}x" "${code%?}" "=$code" "$code'" '%'; do
		capture balint-attend verify "$wrong"
		[ "$status" -ne 0 ] || same 'not valid' "$wrong: $output"
		[[ $output != *valid* ]]
	done
}

# ---- 5.8 presenters

@test "everybody presents before anybody presents twice, and counts differ by one at most" {
	three
	turns --count 10 >rota
	same "$(printf '%s\n' "${DATES[@]}")" "$(cut -f1 rota)" 'the dates'
	for first in 1 4 7; do
		same 3 "$(tail -n +$first rota | head -3 | cut -f2 | sort -u | wc -l)" "the presenters from session $first on"
	done
	same '3 3 4' "$(cut -f2 rota | sort | uniq -c | awk '{ print $1 }' | sort | paste -sd' ')" 'the turns of each'
	same "" "$(grep gallo rota)" "the turns of the conductor"
}

@test "who was absent on their turn goes next" {
	three
	first=$(presenter 2021-02-17)
	second=$(presenter 2021-03-03)
	export BALINT_TODAY=2021-02-18
	balint-attend mark 2021-02-17 "$first=absent" --rest present
	balint-attend present 2021-02-17 "$second" --kind case
	same "$first" "$(presenter 2021-03-03)" 'who goes next'
}

@test "who was given a turn by hand and was absent goes next, before those who would come first" {
	three
	last=$(presenter 2021-03-17)
	balint-attend rota set 2021-02-17 "$last"
	same "$last" "$(presenter 2021-02-17)" 'who was given the turn'
	export BALINT_TODAY=2021-02-18
	balint-attend mark 2021-02-17 "$last=absent" --rest present
	same "$last" "$(presenter 2021-03-03)" 'who goes next'
}

@test "a cancelled session keeps its presenter for the next" {
	three
	turns --count 4 | cut -f2 >before
	balint-calendar cancel 2021-02-17 --reason Neve >/dev/null
	turns --count 4 | cut -f2 >after
	diff before after
	same 2021-03-03 "$(turns --count 1 | cut -f1)" 'the first date'
}

@test "a cancelled session keeps a presenter set by hand for the next" {
	three
	last=$(presenter 2021-03-17)
	balint-attend rota set 2021-02-17 "$last"
	balint-calendar cancel 2021-02-17 --reason Neve >/dev/null
	same "$last" "$(presenter 2021-03-03)" 'who presents at the next'
}

@test "in a new edition those who did not present come first" {
	three
	export BALINT_TODAY=2021-06-24
	for mark in '2021-02-17 rossi' '2021-03-03 bianchi' '2021-03-17 rossi'; do
		read -r date handle <<<"$mark"
		balint-attend mark "$date" --rest present
		balint-attend present "$date" "$handle" --kind case
	done
	balint-group edition add 2 --number 2 --year 2022 --min 1 >/dev/null
	sessions -e 2 --from 2022-01-12 --count 4
	balint-group enrol -e 2 rossi bianchi verdi --on 2022-01-12 >/dev/null
	export BALINT_TODAY=2022-01-01
	turns -e 2 | head -3 | cut -f2 >rota
	same verdi "$(head -1 rota)" 'who comes first'
	same $'bianchi\nrossi\nverdi' "$(sort rota)" 'who comes at all'
}

@test "whoever has announced an absence has another evening" {
	three
	first=$(presenter 2021-02-17)
	balint-attend announce 2021-02-17 "$first"
	[ "$(presenter 2021-02-17)" != "$first" ]
	same "$first" "$(presenter 2021-03-03)" 'who comes at the next'
}

@test "who has left or has not yet come has no turn" {
	three
	balint-group withdraw rossi --on 2021-03-10
	person neri Neri Ada
	balint-group enrol neri --on 2021-05-01 >/dev/null
	turns --count 10 >rota
	same '' "$(awk '$1 > "2021-03-10" && $2 == "rossi"' rota)" 'the turns of rossi after leaving'
	same '' "$(awk '$1 < "2021-05-01" && $2 == "neri"' rota)" 'the turns of neri before coming'
	grep -q neri rota
}

@test "two turns are swapped by hand, and given back" {
	three
	turns --count 10 >before
	first=$(presenter 2021-02-17)
	third=$(presenter 2021-03-17)
	succeeds balint-attend rota swap 2021-02-17 2021-03-17
	same "$third" "$(presenter 2021-02-17)" 'who has the first turn'
	same "$first" "$(presenter 2021-03-17)" 'who has the third turn'
	succeeds balint-attend rota clear 2021-02-17
	succeeds balint-attend rota clear 2021-03-17
	turns --count 10 | diff before -
}

@test "three kinds are recorded, and nothing of what" {
	three
	export BALINT_TODAY=2021-03-20
	for mark in '2021-02-17 rossi case' '2021-03-03 bianchi group-event' '2021-03-17 verdi institution'; do
		read -r date handle kind <<<"$mark"
		balint-attend mark "$date" --rest present
		silent balint-attend present "$date" "$handle" --kind "$kind"
	done
	prints sql "SELECT date || '|' || handle || '|' || kind FROM presentations" <<-'END'
		2021-02-17|rossi|case
		2021-03-03|bianchi|group-event
		2021-03-17|verdi|institution
	END
	refused 2 "--kind: 'patient' is none of case|group-event|institution" balint-attend present 2021-02-17 rossi --kind patient
	refused 2 '*' balint-attend present 2021-02-17 rossi --kind case --title 'Il caso'
}
