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

# seen COLUMNS: the log on a terminal of that width.
seen() { script -qc "stty cols $1; balint-group log" /dev/null </dev/null | sed 's/\x1b[^m]*m//g' | tr -d '\r'; }

@test "on a narrow terminal the command has all its words" {
	balint-group set payee='Associazione per la formazione dei gruppi Balint in Piemonte'
	balint-group undo >/dev/null
	same '                                        Piemonte' "$(seen 80 | grep Piemonte | tr -d "'")"
	same 'id at who undone command' "$(seen 80 | head -1 | tr -s ' ')"
	same 'id at who command undoes undone' "$(seen 140 | head -1 | tr -s ' ')"
}

# ---- --show: the rows

@test "--show lists each changed column, before and after" {
	person rossi Rossi Maria --phone 1
	balint-group person set rossi --phone '' --email r@example.org
	prints balint-group log --show 4 <<-'END'
		person|update|1|email||r@example.org
		person|update|1|phone|1|
	END
	prints balint-group log --show 3 -c operation,column,before,after <<-'END'
		insert|handle||rossi
		insert|kind||person
		insert|family||Rossi
		insert|given||Maria
		insert|family_key||rossi
		insert|given_key||maria
		insert|phone||1
		insert|mail||1
	END
	balint-calendar break add 2021-12-20..2022-01-06 Natale
	balint-calendar break remove 2021-12-20..2022-01-06
	prints balint-group log --show 6 <<-'END'
		suspension|delete|1|edition|1|
		suspension|delete|1|kind|break|
		suspension|delete|1|first_on|2021-12-20|
		suspension|delete|1|last_on|2022-01-06|
		suspension|delete|1|label|Natale|
	END
}

@test "--show names a row by all the columns of its key, even if it has no others" {
	sessions --from 2021-03-17 --count 2
	participant rossi Rossi Maria
	balint-attend rota set 2021-03-31 rossi -q
	prints balint-group log --show 6 <<<'presentation|insert|2 1|||'
	balint-fees tariff set medici-psicologi 350
	prints balint-group log --show 7 -c table,key,column,after <<<$'tariff|1 medici-psicologi|net|35000\ntariff|1 medici-psicologi|rate|2200'
}

@test "--show of an undo has before and after the other way round" {
	balint-group set grace=11
	balint-group set grace=12
	balint-group undo >/dev/null
	prints balint-group log --show 4 <<<'setting|update|grace|value|11|12'
	prints balint-group log --show 5 <<<'setting|update|grace|value|12|11'
}

@test "--show says of a bulk import which numbers it gave" {
	participant rossi Rossi Maria
	sessions --from 2021-03-17 --count 2
	printf 'date,handle,status,arrived\n2021-03-17,rossi,present,21:07\n' >marks.csv
	balint-attend import marks.csv >/dev/null
	prints balint-group log --show 6 <<<$'mark|added|1..1|||\nspell|insert|1 21:07|left||22:30'
}

@test "--show writes as any listing does" {
	balint-group set payee='=cmd|x; y'
	prints balint-group log --show 3 -f csv -c table,after <<<$'table,after<CR>\nsetting,"=cmd|x; y"<CR>'
	prints balint-group log --show 3 -f csv-it -c table,after <<<$'<BOM>table;after<CR>\n"setting";"\'=cmd|x; y"<CR>'
	prints balint-group log --show 3 -f table <<-'END'
		table    operation  key    column  before          after
		setting  update     payee  value   Circolo Balint  =cmd|x; y
	END
	sql "UPDATE log SET changes = CAST(replace(CAST(changes AS TEXT), 'cmd', char(27) || ']0') AS BLOB) WHERE id = 3"
	succeeds balint-group log --show 3 -f table
	[[ $output != *$'\e'* ]]
}

@test "--show wants the number of a command of the log, and nothing else" {
	refused 1 "there is no command 99 in the log; 'balint-group log' shows them" balint-group log --show 99
	refused 2 "--show: 'x' is not the number of a command" balint-group log --show x
	refused 2 'only one of --limit or --show can be given' balint-group log --show 1 --limit 2
	refused 2 "--columns: unknown column 'who'; there are table, operation, key, column, before, after" balint-group log --show 1 -c who
	refused 2 "--columns: unknown column 'after'; there are id, at, who, command, undoes, undone" balint-group log -c after
}

@test "--show says so where a change set was erased" {
	balint-group set grace=11
	sql "UPDATE log SET changes = x'' WHERE id = 3"
	warns 'the change set of command 3 was erased with somebody who was forgotten' balint-group log --show 3
	same '' "$output"
}

@test "--show names the columns as they were called under the schema of that time" {
	export BALINT_DB=$PWD/old.db
	sql ".read $DATA/schema-2.sql"
	sql 'PRAGMA journal_mode = WAL' >/dev/null
	chmod 600 old.db
	balint-group log -q >/dev/null
	# What is the status there is the step of a dunning now.
	succeeds balint-group log --show 56 -c table,operation,column,after
	[[ $output == *"outbox${TAB}insert${TAB}status${TAB}queued"* ]]
	balint-group log -c id | while read -r id; do
		succeeds balint-group log --show "$id" -c column
		[[ -n $output && ! $output =~ [0-9] ]]
	done
	refused 1 "command 56 cannot be undone: the store has been brought up to date since (schema 2, now $(sql 'PRAGMA user_version')), and nothing before that is undone" balint-group undo 56
}
