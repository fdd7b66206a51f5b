# shellcheck shell=bats disable=SC2154
# balint-group renewal: who is in which year of the programme, who did not present, and how many places are free.
load helper

# group CODE NUMBER FROM COUNT PROGRAMME [OPTION...]: an edition and its calendar, all of the same title.
group()
{
	local code=$1 number=$2 from=$3 count=$4 programme=$5
	shift 5
	balint-group edition add "$code" --number "$number" --year "${from%%-*}" --programme "$programme" --min 1 "$@" >/dev/null
	balint-calendar generate --from "$from" --count "$count" -e "$code" >/dev/null
}

enrol() { balint-group enrol "$@" >/dev/null; }
years() { balint-group renewal -e "$1" -c handle,year,standing; }

setup()
{
	scene
	association
	for name in rossi bianchi verdi neri; do person $name "${name^}" Ada --profession medico; done
	person viola Viola Eva
}

@test "the ninth edition is everybody's first year" {
	rm "$BALINT_DB"
	ninth
	balint-attend present 2021-02-17 rossi
	balint-attend present 2021-03-03 rossi --kind institution
	balint-attend present 2021-03-17 greco
	balint-attend rota set 2021-03-31 conti
	for date in 2021-02-17 2021-03-03; do balint-attend mark $date bianchi=absent --rest present; done
	prints balint-group renewal <<-'END'
		bianchi|Bianchi|Luca|insegnante|1|first|3|0|incomplete|2021-02-17
		conti|Conti|Teresa|psicoterapeuta|1|first|3|0|incomplete|2021-02-17
		dangelo|D'Angelo|Anna|psicologo|1|first|3|0|incomplete|2021-02-17
		deluca|De Luca|Giorgio|educatore|1|first|3|0|incomplete|2021-02-17
		esposito|Esposito|Nicolò|infermiere|1|first|3|0|incomplete|2021-02-17
		fontana|Fontana|Bruno|medico|1|first|3|0|incomplete|2021-02-17
		greco|Greco|Silvia|terp|1|first|3|1|incomplete|2021-02-17
		maggio|Maggio|Ida|assistente-sociale|1|first|3|0|incomplete|2021-02-17
		muller|Müller|Hannah|medico|1|first|3|0|incomplete|2021-02-17
		ricci|Ricci|Paolo|oss|1|first|3|0|incomplete|2021-02-17
		rossi|Rossi|Maria|medico|1|first|3|2|incomplete|2021-02-17
	END
	same "$(balint-attend report -c handle,held,verdict)" "$(balint-group renewal -c handle,held,verdict)" 'what the register says'
	balint-attend mark 2021-03-17 --rest present
	same 'fail' "$(BALINT_TODAY=2021-03-20 balint-group set threshold=90; balint-group renewal -c handle,verdict | sed -n 's/^bianchi\t//p')"
}

@test "an annual programme is one year: who comes again has done it" {
	group 8 8 2020-01-08 10 annual
	group 9 9 2021-01-13 10 annual
	enrol rossi --on 2020-01-08 -e 8
	enrol rossi bianchi --on 2021-01-13 -e 9
	prints years 8 <<<'rossi|1|first'
	prints years 9 <<<$'bianchi|1|first\nrossi|2|over'
	prints balint-group renewal -e 9 -c handle,since <<<$'bianchi|2021-01-13\nrossi|2020-01-08'
}

@test "an annual edition is one year, though its calendar was renewed" {
	group 8 8 2020-10-07 30 annual
	enrol rossi --on 2020-10-07 -e 8
	BALINT_TODAY=2021-12-01 prints years 8 <<<'rossi|1|first'
}

@test "a biennial programme in two editions: the first year, the second, over" {
	group 7 7 2019-02-13 10 biennial
	group 8 8 2020-02-12 10 biennial
	group 9 9 2021-02-17 10 biennial
	enrol rossi --on 2019-02-13 -e 7
	enrol rossi bianchi --on 2020-02-12 -e 8
	enrol rossi bianchi verdi --on 2021-02-17 -e 9
	prints years 7 <<<'rossi|1|first'
	prints years 8 <<<$'bianchi|1|first\nrossi|2|second'
	prints years 9 <<<$'bianchi|2|second\nrossi|3|over\nverdi|1|first'
	prints balint-group renewal places -e 9 <<-'END'
		medico|3|1|2|
		|3|1|2|11
	END
}

@test "a biennial edition of two years: the second begins twelve months after its first session" {
	group 9 9 2020-09-16 40 biennial --every 2w
	enrol rossi --on 2020-09-16 -e 9
	enrol bianchi --on 2021-10-01 -e 9
	BALINT_TODAY=2020-09-01 prints years 9 <<<$'bianchi|1|first\nrossi|1|first'
	prints years 9 <<<$'bianchi|1|first\nrossi|1|first'
	BALINT_TODAY=2021-09-28 prints years 9 <<<$'bianchi|1|first\nrossi|1|first'
	BALINT_TODAY=2021-09-29 prints years 9 <<<$'bianchi|1|first\nrossi|2|second'
	BALINT_TODAY=2022-06-30 prints years 9 <<<$'bianchi|1|first\nrossi|2|second'
	BALINT_TODAY=2022-06-30 prints balint-group renewal places -e 9 <<<$'medico|2|1|1|\n|2|1|1|11'
}

@test "a year counts only for who had a session in it" {
	group 8 8 2020-02-12 10 biennial
	group 9 9 2021-02-17 10 biennial
	enrol rossi --on 2020-02-12 -e 8
	balint-group withdraw rossi --on 2020-02-20 -e 8
	enrol bianchi --status waiting --on 2020-02-12 -e 8
	enrol verdi --on 2020-08-01 -e 8
	enrol neri --role conductor -e 8
	enrol rossi bianchi verdi neri --on 2021-02-17 -e 9
	prints years 9 <<-'END'
		bianchi|1|first
		neri|1|first
		rossi|2|second
		verdi|1|first
	END
	prints balint-group renewal -e 9 -c handle,since <<-'END'
		bianchi|2021-02-17
		neri|2021-02-17
		rossi|2020-02-12
		verdi|2021-02-17
	END
}

@test "a permanent group has no end" {
	for n in 5 6 7 8; do group $n $n $((2012 + n))-02-13 10 permanent && enrol rossi --on $((2012 + n))-02-13 -e $n; done
	prints years 6 <<<'rossi|2|second'
	prints years 8 <<<'rossi|4|later'
	prints balint-group renewal places -e 8 <<<$'medico|1|1|0|\n|1|1|0|11'
}

@test "another title or another programme is another course" {
	group 6 6 2020-01-08 10 familiarisation
	group 7 7 2020-01-08 10 annual --title Corso
	group 9 9 2021-01-13 10 annual
	for code in 6 7 9; do enrol rossi --on 2020-01-08 -e $code; done
	prints years 9 <<<'rossi|1|first'
	prints years 6 <<<'rossi|1|first'
}

@test "participants who take part, and those who have completed; nobody else" {
	group 9 9 2021-02-17 3 annual
	enrol rossi bianchi --on 2021-02-17 -e 9
	enrol verdi --role conductor -e 9
	enrol neri --status waiting -e 9
	balint-group withdraw bianchi --on 2021-03-10 -e 9
	prints years 9 <<<'rossi|1|first'
	BALINT_TODAY=2021-07-01 balint-group edition close 9 -q
	BALINT_TODAY=2021-07-01 prints years 9 <<<'rossi|1|first'
}

@test "an edition before its first session, without a calendar, without anybody" {
	balint-group edition add 9 --number 9 --year 2021 --max 10 >/dev/null
	silent balint-group renewal
	prints balint-group renewal places <<<'|0|0|0|10'
	enrol rossi
	prints balint-group renewal -c handle,year,standing,held,presented,verdict,since <<<'rossi|1|first|0|0||'
}

@test "places by profession: who stays, who leaves, and what is free then" {
	group 8 8 2020-02-12 10 biennial --max 4
	group 9 9 2021-02-17 10 biennial --max 4
	person conti Conti Teresa --profession oss
	enrol rossi conti --on 2020-02-12 -e 8
	enrol rossi conti bianchi viola --on 2021-02-17 -e 9
	prints balint-group renewal places -e 9 -H <<-'END'
		profession|members|staying|leaving|free
		medico|2|1|1|
		oss|1|0|1|
		unknown|1|1|0|
		|4|2|2|2
	END
	sql 'UPDATE edition SET min = 1, max = 1'
	prints balint-group renewal places -e 9 -c free <<<$'\n\n\n0'
}

@test "a rule that cannot be read is refused" {
	group 9 9 2021-02-17 3 annual
	sql "INSERT INTO setting VALUES ('rule', 'nessuna')"
	refused 1 "the setting rule is 'nessuna', but there is no such rule; *" balint-group renewal
}

@test "a table fits into 80 columns, and leaves out no word" {
	rm "$BALINT_DB"
	ninth
	script -qec 'stty cols 80; balint-group renewal' /dev/null | tr -d '\r' >shown
	same 12 "$(wc -l <shown)" 'the lines'
	[ "$(wc -L <shown)" -le 80 ]
	same 'handle family given year standing held presented verdict' "$(head -n 1 shown | xargs)" 'the columns'
	! grep -q … shown
}
