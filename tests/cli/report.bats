# shellcheck shell=bats
# balint-attend report: who attended how much, and what can still be reached.
load helper

# group [HANDLE...]: an edition of ten sessions, and these people enrolled from the first of them (default: rossi).
group() { prepared make_group "${@:-rossi}"; }

make_group()
{
	edition
	sessions --from 2021-02-17 --count 10
	for name in "$@"; do
		person "$name" "${name^}" Maria
		balint-group enrol "$name" --on 2021-02-17 >/dev/null
	done
}

# On the evening after the last session.
over() { export BALINT_TODAY=2021-06-24; }

# attends HANDLE MARK...: one mark for each session from the first on; - for none.
attends()
{
	local handle=$1 mark
	shift
	while read -r date; do
		[ $# -gt 0 ] || break
		mark=$1
		shift
		[ "$mark" = - ] || balint-attend mark -q "$date" "$handle=$mark"
	done < <(balint-calendar list -c date)
}

# times N MARK: the mark, N times.
times() { for _ in $(seq "$1"); do echo "$2"; done; }

@test "the columns of the contract, a row a participant, by name" {
	group rossi bianchi
	attends rossi present 21:11 absent
	attends bianchi present present
	prints balint-attend report -q -H <<-'END'
		handle|held|present|late|absent|excused|unmarked|minutes|possible|percent|best|verdict|edition|of_edition
		bianchi|3|2|0|0|0|1|180|180|100.0|100.0|incomplete|1|100.0
		rossi|3|2|1|1|0|0|169|270|62.5|88.7|fail|1|62.5
	END
}

@test "held is present, absent, excused and unmarked together; late is among present" {
	group rossi bianchi
	attends rossi 21:11 absent excused
	attends bianchi - 21:11
	while IFS=$TAB read -r held present late absent excused unmarked; do
		same "$held" $((present + absent + excused + unmarked)) held
		[ "$late" -le "$present" ]
	done < <(balint-attend report -c held,present,late,absent,excused,unmarked)
}

@test "ten minutes late is punctual, eleven is late" {
	group
	attends rossi 21:10
	prints balint-attend report --as-of 2021-02-17 -c present,late,minutes <<<'1|0|80'
	attends rossi 21:11
	prints balint-attend report --as-of 2021-02-17 -c present,late,minutes <<<'1|1|79'
}

@test "the grace is a setting" {
	group
	attends rossi 21:11
	balint-group set grace=11
	prints balint-attend report --as-of 2021-02-17 -c late <<<0
	balint-group set grace=0
	attends rossi 21:01
	prints balint-attend report --as-of 2021-02-17 -c late <<<1
}

@test "a hole in the register is no absence: it is left out, and the verdict is incomplete" {
	group
	over
	# shellcheck disable=SC2046  # words on purpose
	attends rossi $(times 9 present)
	prints balint-attend report <<<'rossi|10|9|0|0|0|1|810|810|100.0|100.0|incomplete|1|100.0'
}

@test "who has no mark at all has no percentage" {
	group
	prints balint-attend report -c held,unmarked,minutes,possible,percent,verdict <<<'3|3|0|0||incomplete'
}

@test "enrolled from session 4 and present at 7 of 7 is all of it, and 70 percent of the edition" {
	edition
	sessions --from 2021-02-17 --count 10
	participant rossi Rossi Maria
	over
	for date in 2021-03-31 2021-04-14 2021-04-28 2021-05-12 2021-05-26 2021-06-09 2021-06-23; do
		balint-attend mark $date rossi=present
	done
	prints balint-attend report <<<'rossi|7|7|0|0|0|0|630|630|100.0|100.0|pass|1|70.0'
}

@test "withdrawn after 5, present at 4, is 4 of 5" {
	group
	balint-group withdraw rossi --on 2021-04-20
	over
	attends rossi present present absent present present
	prints balint-attend report <<<'rossi|5|4|0|1|0|0|360|450|80.0|80.0|fail|1|40.0'
}

@test "a cancelled session is not held: 8 of 9" {
	group
	sql "UPDATE session SET status = 'cancelled' WHERE date = '2021-03-31'"
	over
	while read -r date; do balint-attend mark "$date" rossi=present; done < <(balint-calendar list --status held -c date | head -8)
	balint-attend mark -q 2021-06-23 rossi=absent
	prints balint-attend report -q -c held,present,absent,minutes,possible,percent <<<'9|8|1|720|810|88.8'
}

@test "810 of 900 minutes passes 90 percent, 809 fails and is never printed as 90" {
	group rossi bianchi
	over
	# shellcheck disable=SC2046  # words on purpose
	attends rossi $(times 9 present) absent
	# shellcheck disable=SC2046
	attends bianchi $(times 8 present) 21:01 absent
	prints balint-attend report -q -c handle,minutes,possible,percent,verdict <<-'END'
		bianchi|809|900|89.8|fail
		rossi|810|900|90.0|pass
	END
}

@test "of 10, 11, 12, 18, 19, 20 sessions, 90 percent are 9, 10, 11, 17, 18, 18" {
	for case in '10 9' '11 10' '12 11' '18 17' '19 18' '20 18'; do
		read -r held need <<<"$case"
		rm -f "$BALINT_DB"
		edition --every 1w
		sessions --from 2020-01-08 --count "$held"
		participant rossi Rossi Maria
		participant bianchi Bianchi Luca
		participant verdi Verdi Ugo
		sql "UPDATE enrolment SET joined_on = NULL;
			INSERT INTO mark (session, person, status, mode, marked_at, marked_by)
			SELECT s.number, p.id, iif(s.number <= $need - (p.handle = 'rossi'), 'present', 'absent'),
			       iif(s.number <= $need - (p.handle = 'rossi'), 'room', NULL), '2020-12-31T12:00:00Z', 'test'
			  FROM (SELECT id AS number FROM session) AS s, person AS p WHERE p.handle <> 'verdi'"
		prints balint-attend report -q -c handle,held,present,verdict <<-END
			bianchi|$held|$need|pass
			rossi|$held|$((need - 1))|fail
			verdi|$held|0|incomplete
		END
	done
}

@test "the threshold is a setting" {
	group
	over
	# shellcheck disable=SC2046  # words on purpose
	attends rossi $(times 8 present) absent absent
	prints balint-attend report -q -c percent,verdict <<<'80.0|fail'
	balint-group set threshold=80
	prints balint-attend report -c percent,verdict <<<'80.0|pass'
}

@test "best is what can still be reached: while the threshold can, the verdict is open" {
	group
	attends rossi absent present present
	prints balint-attend report -c minutes,possible,percent,best,verdict <<<'180|270|66.6|90.0|open'
}

@test "when the threshold can no longer be reached, the verdict is fail" {
	group
	attends rossi absent absent present
	prints balint-attend report -q -c best,verdict <<<'80.0|fail'
}

@test "a threshold that is reached whatever comes is passed" {
	group
	export BALINT_TODAY=2021-06-20
	# shellcheck disable=SC2046  # words on purpose
	attends rossi $(times 8 present)
	prints balint-attend report --as-of 2021-05-26 -c percent,best,verdict <<<'100.0|100.0|open'
	balint-attend mark 2021-06-09 rossi=present
	prints balint-attend report -c percent,best,verdict <<<'100.0|100.0|pass'
}

@test "a session counts as held from its first minute" {
	group
	BALINT_TODAY=2021-03-31T20:59 prints balint-attend report -c held <<<3
	BALINT_TODAY=2021-03-31T21:00 prints balint-attend report -c held <<<4
}

@test "--as-of looks back to the evening of a day" {
	group
	attends rossi present absent excused
	prints balint-attend report --as-of 2021-02-16 -c held,unmarked <<<'0|0'
	prints balint-attend report --as-of 2021-02-17 -c held,present,absent <<<'1|1|0'
	prints balint-attend report --as-of 03/03/2021 -c held,present,absent <<<'2|1|1'
}

@test "--person takes one member; conductors too, who count as present unless marked" {
	group rossi bianchi
	person gallo Gallo Pietro
	balint-group enrol gallo --role conductor --on 2021-02-17 >/dev/null
	attends gallo - absent
	prints balint-attend report -c handle <<<$'bianchi\nrossi'
	prints balint-attend report --person rossi -c handle <<<rossi
	prints balint-attend report --person gallo -c handle,held,present,absent,unmarked,minutes,possible <<<'gallo|3|2|1|0|180|270'
	prints balint-attend report --person gallo -c percent,best,verdict <<<'66.6|90.0|' # no rule speaks of them
}

@test "what the report says of marks is what the register lists" {
	group rossi bianchi
	attends rossi 21:05 absent 21:00-22:00
	attends bianchi online excused -
	for name in rossi bianchi; do
		same "$(balint-attend list --person $name -c minutes | total)" "$(balint-attend report --person $name -c minutes)" "the minutes of $name"
	done
}

@test "an unknown handle or a wrong date is refused" {
	group
	refused 1 "handle: unknown 'rosi'; did you mean 'rossi'?" balint-attend report --person rosi
	person neri Neri Ada
	refused 1 "'neri' is not a member of edition 1" balint-attend report --person neri
	refused 2 "--as-of: '2021-02-29' is not a date: February 2021 has 28 days" balint-attend report --as-of 2021-02-29
}

@test "of_edition leaves out what is to come, is cancelled, or a hole" {
	group rossi bianchi
	sql "UPDATE session SET status = 'cancelled' WHERE date = '2021-03-03'"
	attends rossi present - 21:45
	prints balint-attend report --person rossi -c minutes,of_edition <<<'135|75.0'
	attends bianchi present
	prints balint-attend report --person bianchi -c minutes,of_edition <<<'90|100.0'
	prints balint-attend report --person rossi --as-of 2021-02-16 -c held,of_edition <<<'0|'
}

@test "--rule judges by another rule than the one that is set" {
	group
	over
	# shellcheck disable=SC2046  # words on purpose
	attends rossi $(times 8 present) absent absent
	prints balint-attend report -q -c percent,verdict <<<'80.0|fail'
	prints balint-attend report --rule none -c percent,verdict <<<'80.0|pass'
	balint-group set threshold=80
	prints balint-attend report -c verdict <<<pass
	prints balint-attend report -q --rule ecm -c verdict <<<fail
	balint-group set rule=ecm
	prints balint-attend report -q -c verdict <<<fail
	prints balint-attend report --rule threshold -c verdict <<<pass
	refused 1 "rule: unknown 'emc'; there are balint-units, ecm, none, threshold" balint-attend report --rule emc
}

@test "a rule that is set and not there is refused with the command that mends it" {
	group
	balint-group set rule=gone
	refused 1 "the setting rule is 'gone', but there is no such rule; 'balint-attend rules' lists them; to do without it: balint-group set rule=" \
		balint-attend report
	balint-group set rule=
	succeeds balint-attend report
}

# A second edition, closed by now, in which rossi took part and bianchi, of the first, conducted.
twice()
{
	group rossi bianchi
	balint-group edition add 0 --number 1 --year 2020 --min 1 >/dev/null
	sessions -e 0 --from 2020-10-07 --count 3
	balint-group enrol -e 0 rossi --on 2020-10-07 >/dev/null
	balint-group enrol -e 0 bianchi --role conductor --on 2020-10-07 >/dev/null
	balint-attend -e 0 mark -q 2020-10-07 rossi=absent
	balint-attend -e 0 mark -q 2020-10-21 rossi=present
	balint-attend -e 0 mark -q 2020-11-04 rossi=present
	sql "UPDATE edition SET status = 'closed' WHERE code = '0'"
	attends rossi present
}

@test "--all-editions has a row an edition, of one person in whatever role or of all participants" {
	twice
	prints balint-attend report --all-editions -c handle,held,percent,edition <<-'END'
		bianchi|3||1
		rossi|3|66.6|0
		rossi|3|100.0|1
	END
	prints balint-attend report --all-editions --person rossi --as-of 2020-10-21 -c held,present,edition <<<$'2|1|0\n0|0|1'
	prints balint-attend report --all-editions --person bianchi -c held,present,unmarked,edition,verdict <<<$'3|3|0|0|\n3|0|3|1|incomplete'
	person neri Neri Ada
	silent balint-attend report --all-editions --person neri
	refused 1 "handle: unknown 'rosi'; did you mean 'rossi'?" balint-attend report --all-editions --person rosi
}

@test "--all-editions asks for no edition, however many are open" {
	twice
	sql "UPDATE edition SET status = 'open'"
	refused 1 '*' balint-attend report
	succeeds balint-attend report --all-editions
	same 3 "${#lines[@]}" 'the number of rows'
}

@test "an evening of entry: twelve marks in a line, one corrected, and the report right at once" {
	ninth
	silent balint-attend mark 2021-02-17 rossi=21:07 bianchi=absent conti=excused dangelo=online,21:00-21:40,21:55-22:30 deluca=21:11 \
		esposito=present fontana=21:00-22:00 greco=present maggio=online muller=present ricci=21:00-21:40,21:30-22:30 gallo=present
	silent balint-attend mark 2021-02-17 bianchi=21:30
	prints balint-attend report --as-of 2021-02-17 -c handle,present,late,excused,minutes <<-'END'
		bianchi|1|1|0|60
		conti|0|0|1|0
		dangelo|1|0|0|75
		deluca|1|1|0|79
		esposito|1|0|0|90
		fontana|1|0|0|60
		greco|1|0|0|90
		maggio|1|0|0|90
		muller|1|0|0|90
		ricci|1|0|0|90
		rossi|1|0|0|83
	END
}
