# shellcheck shell=bats
# balint-group log: which commands changed the store.
load helper

setup()
{
	scene
	edition
}

@test "log lists the commands that changed the store, the newest first" {
	balint-group set payee='Il Nodo'
	prints balint-group log -c id,command <<-END
		3|balint-group set 'payee=Il Nodo'
		2|balint-group edition add 1 --number 1 --year 2021 --min 1
		1|balint-group init --association 'Circolo Balint' --payee 'Circolo Balint' --iban $IBAN
	END
}

@test "what stands there can be typed again" {
	# shellcheck disable=SC2016  # a dollar sign in a name
	balint-group person add dangelo --family "D'Angelo" --given 'Anna "la rossa" \ $HOME' >/dev/null
	balint-group log --limit 1 -c command -f jsonl | /usr/bin/python3 -c 'import json, sys; print(json.load(sys.stdin)["command"])' >again
	unchanged succeeds sh again
	same dangelo "$output"
}

@test "it says who, and when: by the day that the toolkit takes for today" {
	prints balint-group log --limit 1 -c who <<<"$(id -un)"
	run balint-group log --limit 1 -c at
	same 2021-03-20 "$(TZ=Europe/Rome date -d "$output" +%F)" 'the day in Rome'
}

@test "--limit takes the last ones" {
	prints balint-group log --limit 1 -c id <<<2
	prints balint-group log --limit 99 -c id <<<$'2\n1'
	refused 2 "--limit: '0' is not a whole number from 1 to 9999" balint-group log --limit 0
	refused 2 "--limit: 'x' is not a whole number from 1 to 9999" balint-group log --limit x
}

@test "each writing verb is logged, once" {
	lines() { balint-group log | wc -l; }
	person rossi Rossi Maria --profession medico
	before=$(lines)
	printf 'date,handle,status\n2021-03-17,rossi,absent\n' >marks.csv
	printf 'family,given,profession\nViola,Rita,medico\n' >people.csv
	while read -r command; do
		# shellcheck disable=SC2086  # a command line without quotes
		$command >/dev/null
		same $((before += 1)) "$(lines)" "the length of the log after '$command'"
	done <<-'END'
		balint-group set grace=11
		balint-group profession add pediatra --category medici-psicologi --label Pediatra
		balint-group edition add 2 --number 2 --year 2022
		balint-group edition set 2 --title Corso
		balint-group person add bianchi --family Bianchi --given Luca
		balint-group person set bianchi --phone 1
		balint-group enrol rossi -e 1 --status waiting --on 2021-03-01
		balint-group admit -e 1 --on 2021-03-17
		balint-group import people.csv -e 1
		balint-group enrol rossi -e 1
		balint-calendar break add 2021-12-20..2022-01-06 Natale -e 1
		balint-calendar break remove 2021-12-20..2022-01-06 -e 1
		balint-calendar closure add 2021-06-24 Patrono -e 1
		balint-calendar closure remove 2021-06-24 -e 1
		balint-calendar generate --from 2021-03-17 --count 2 -e 1
		balint-attend mark 2021-03-17 rossi=present -e 1
		balint-attend announce 2021-03-31 rossi -e 1
		balint-attend import marks.csv -e 1
		balint-fees tariff set medici-psicologi 350 -e 1
		balint-fees plan -e 1
		balint-fees pay rossi 10 --on 2021-03-18 -e 1
		balint-calendar cancel 2021-03-31 --reason Neve -e 1
		balint-group outbox drop 1
		balint-group outbox retry 1
		balint-group withdraw rossi --on 2021-03-19 -e 1
		balint-group edition clone 1 3 --start 2022-03-16 --quiet
		balint-group edition close 1 --quiet
		balint-group edition reopen 1
		balint-group enrol bianchi -e 2
		balint-group unenrol bianchi -e 2
		balint-group person remove bianchi
		balint-group edition remove 2
		balint-group forget rossi -q
	END
}

@test "what is refused, read or only tried is not logged" {
	before=$(balint-group log)
	run balint-group enrol nobody
	run balint-group set payee=A --dry-run
	run balint-group members
	same "$before" "$(balint-group log)" 'the log'
}
