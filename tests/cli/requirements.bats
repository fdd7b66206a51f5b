# shellcheck shell=bats
# balint-attend requirements: each requirement of a rule with its figures.
load helper

# Ten sessions, and these people from the first of them on.
group()
{
	edition
	sessions --from 2021-02-17 --count 10
	for name in rossi bianchi; do
		person $name "${name^}" Maria
		balint-group enrol $name --on 2021-02-17 >/dev/null
	done
}

setup()
{
	scene
	prepared group
}

# mark FROM UNTIL MARK...: the same marks at each session of these days.
mark()
{
	local from=$1 until=$2
	shift 2
	while read -r date; do balint-attend mark -q "$date" "$@"; done < <(balint-calendar list --from "$from" --until "$until" -c date)
}

@test "a row a person and requirement, by the rule that holds" {
	export BALINT_TODAY=2021-06-24
	mark 2021-02-17 2021-06-09 rossi=present bianchi=present
	balint-attend mark -q 2021-06-23 rossi=absent bianchi=absent
	balint-attend mark -q 2021-06-09 bianchi=21:01
	prints balint-attend requirements -H <<-'END'
		handle|rule|requirement|wanted|attained|best|unit|verdict|edition|minutes|possible
		bianchi|threshold|minutes|90|89.8|89.8|%|fail|1|809|900
		rossi|threshold|minutes|90|90.0|90.0|%|pass|1|810|900
	END
	balint-group set rule=ecm
	prints balint-attend requirements --person rossi -c rule,requirement,verdict <<<'ecm|minutes|pass'
}

@test "units, units in the room and months, each for itself" {
	export BALINT_TODAY=2021-04-01
	mark 2021-02-17 2021-03-17 rossi=present bianchi=online
	mark 2021-03-31 2021-03-31 rossi=21:01 bianchi=absent
	prints balint-attend requirements --rule balint-units -c handle,requirement,wanted,attained,best,unit,verdict <<-'END'
		bianchi|units|30|6.0|18.0|units|fail
		bianchi|room-units|20|0.0|12.0|units|fail
		bianchi|months|6|1.0|4.0|months|fail
		rossi|units|30|7.0|19.0|units|fail
		rossi|room-units|20|7.0|19.0|units|fail
		rossi|months|6|1.0|4.0|months|fail
	END
}

@test "a rule without requirements has no rows" {
	silent balint-attend requirements --rule none
}

@test "holes make it incomplete, and what is to come open" {
	prints balint-attend requirements -c handle,attained,best,verdict <<-'END'
		bianchi||100.0|incomplete
		rossi||100.0|incomplete
	END
	mark 2021-02-17 2021-03-17 rossi=present
	prints balint-attend requirements --person rossi -c attained,best,verdict <<<'100.0|100.0|open'
	prints balint-attend requirements --person rossi --as-of 2021-02-16 -c attained,best,verdict,minutes,possible <<<'|100.0|open|0|0'
}

@test "all editions are judged one by one, and together" {
	export BALINT_TODAY=2021-06-24
	mark 2021-02-17 2021-06-23 rossi=present
	balint-group edition add 0 --number 1 --year 2020 --min 1 >/dev/null
	sessions -e 0 --from 2020-10-07 --count 5
	balint-group enrol -e 0 rossi --on 2020-10-07 >/dev/null
	export BALINT_EDITION=0
	mark 2020-10-07 2020-12-02 rossi=present
	unset BALINT_EDITION
	prints balint-attend requirements --all-editions --person rossi --rule balint-units -c requirement,attained,verdict,edition <<-'END'
		units|10.0|fail|0
		room-units|10.0|fail|0
		months|1.0|fail|0
		units|20.0|fail|1
		room-units|20.0|pass|1
		months|4.0|fail|1
		units|30.0|pass|*
		room-units|30.0|pass|*
		months|8.0|pass|*
	END
	prints balint-attend requirements --all-editions -c handle,attained,best,verdict,edition,minutes,possible <<-'END'
		bianchi|||incomplete|1|0|0
		bianchi|||incomplete|*|0|0
		rossi|100.0|100.0|pass|0|450|450
		rossi|100.0|100.0|pass|1|900|900
		rossi|100.0|100.0|pass|*|1350|1350
	END
}

@test "who conducts in one edition and takes part in another is judged together by where they took part" {
	balint-group edition add 0 --number 1 --year 2020 --min 1 >/dev/null
	sessions -e 0 --from 2020-10-07 --count 2
	balint-group edition add 2 --number 2 --year 2020 --min 1 >/dev/null
	sessions -e 2 --from 2020-10-08 --count 2
	balint-group enrol -e 0 rossi --role conductor --on 2020-10-07 >/dev/null
	balint-group enrol -e 2 rossi --role co-conductor --on 2020-10-07 >/dev/null
	mark_one() { balint-attend -e 1 mark -q 2021-02-17 rossi=present && balint-attend -e 1 mark -q 2021-03-03 rossi=absent && balint-attend -e 1 mark -q 2021-03-17 rossi=absent; }
	mark_one
	prints balint-attend requirements --all-editions --person rossi -c minutes,possible,edition,verdict <<<$'180|180|0|\n90|270|1|fail\n180|180|2|\n90|270|*|fail'
	person gallo Gallo Pietro
	balint-group enrol -e 0 gallo --role conductor --on 2020-10-07 >/dev/null
	balint-group enrol -e 2 gallo --role conductor --on 2020-10-07 >/dev/null
	prints balint-attend requirements --all-editions --person gallo -c minutes,possible,edition,verdict <<<$'180|180|0|\n180|180|2|\n360|360|*|'
}

@test "what it says of a requirement is what the report says of the rule" {
	export BALINT_TODAY=2021-05-01
	mark 2021-02-17 2021-04-28 rossi=present
	mark 2021-02-17 2021-03-31 bianchi=absent
	same "$(balint-attend report -q --rule ecm -c handle,percent,best,verdict,edition,minutes,possible)" \
		"$(balint-attend requirements --rule ecm -c handle,attained,best,verdict,edition,minutes,possible)"
}

@test "figures are numbers in every format" {
	mark 2021-02-17 2021-03-17 rossi=21:10
	prints balint-attend requirements --person rossi -f jsonl <<<'{"handle":"rossi","rule":"threshold","requirement":"minutes","wanted":90,"attained":88.8,"best":96.6,"unit":"%","verdict":"open","edition":"1","minutes":240,"possible":270}'
	prints balint-attend requirements --person rossi -f csv-it -c wanted,attained <<<$'<BOM>wanted;attained<CR>\n90;88,8<CR>'
}
