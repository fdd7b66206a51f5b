# shellcheck shell=bats disable=SC2154
# Output that cannot be written, and output that nobody wants any more.
load helper

setup()
{
	scene
	prepared lively_ninth
	credits >credits.csv
	printf 'date,handle,status\n2021-03-03,rossi,absent\n' >marks.csv
	printf 'family,given,status\nViola,Rita,waiting\n' >people.csv
}

# The ninth edition with something for every verb to say.
lively_ninth()
{
	ninth
	balint-attend mark 2021-02-17 rossi=21:07 --rest present
	printf 'conduct\n4\n5\n4\n3\n2\n' | balint-attend evaluate import -
	balint-attend present 2021-03-17 rossi
	person zeta Zeta Ugo --profession medico
	person viola Viola Ada
	run balint-calendar closure add 2021-04-14 Neve
	balint-calendar issue >/dev/null
	balint-calendar move 2021-05-26 --to 2021-05-27 --reason Ponte --override >/dev/null
	credits >credits.csv
	run balint-fees reconcile credits.csv --apply
	balint-fees match 1 muller >/dev/null
	balint-attend certify gallo --as-of 2021-02-17 >/dev/null
	sql "UPDATE certificate SET code = '7KQM-2XPA-HR94'"
}

credits()
{
	cat <<-'END'
		date,amount,text,payer,iban
		2021-03-08,20.00,dono,EVA MULLER,IT60X0542811101000000123456
		2021-03-08,30.00,dono,,
	END
}

# Every call that reads and prints.
reading()
{
	cat <<-'END'
		balint-group get
		balint-group get payee
		balint-group profession list
		balint-group edition list
		balint-group edition show
		balint-group person list
		balint-group person show rossi
		balint-group members
		balint-group renewal
		balint-group renewal places
		balint-group brochure
		balint-group brochure --html
		balint-group roster
		balint-group roster --vcard
		balint-group check
		balint-group outbox list
		balint-group outbox show 1
		balint-group outbox show 1 --text
		balint-group log
		balint-group export
		balint-group log --show 2
		balint-group --help
		balint-group --version
		balint-group members --help
		balint-calendar plan --from 2021-02-17 --count 10
		balint-calendar suggest --between 2021-02-17..2021-06-23 --count 5
		balint-calendar list
		balint-calendar list --month
		balint-calendar next
		balint-calendar why 2021-06-02
		balint-calendar holiday list --year 2021
		balint-calendar patron list
		balint-calendar break list
		balint-calendar closure list
		balint-calendar changes
		balint-calendar issue list
		balint-calendar diff
		balint-calendar diff --ics
		balint-calendar export
		balint-calendar export --person rossi --alarm 1d
		balint-calendar print
		balint-calendar print --html
		balint-calendar --help
		balint-attend list
		balint-attend list --history
		balint-attend list --unmarked
		balint-attend grid
		balint-attend grid -f table
		balint-attend grid --html
		balint-attend sheet 2021-03-31
		balint-attend sheet 2021-03-31 --html
		balint-attend report
		balint-attend requirements
		balint-attend rules
		balint-attend conductors
		balint-attend evaluate form
		balint-attend evaluate form --html
		balint-attend evaluate form -f csv
		balint-attend evaluate report
		balint-attend evaluate report -f table
		balint-attend evaluate report --html
		balint-attend evaluate pending
		balint-attend rota
		balint-attend rota --all
		balint-attend rota history
		balint-attend certificates
		balint-attend verify 7KQM-2XPA-HR94
		balint-attend --help
		balint-fees tariff list
		balint-fees due --all
		balint-fees due --all -f csv
		balint-fees due --all -f jsonl
		balint-fees due --all -f table
		balint-fees due --all --by payer
		balint-fees status
		balint-fees qr rossi
		balint-fees qr rossi --as svg
		balint-fees qr rossi --as png
		balint-fees qr rossi --as payload
		balint-fees arrears
		balint-fees statement rossi
		balint-fees statement rossi --html
		balint-fees journal
		balint-fees reconcile credits.csv --quiet
		balint-fees credits
		balint-fees credits --all
		balint-fees payers list
		balint-fees explain rossi
		balint-fees --help
	END
}

# Every call that writes and prints, the store's next state in order; and one that finds its work done already.
writing()
{
	cat <<-'END'
		balint-group profession add studente --category studenti --label Studente
		balint-group person add neri --family Neri --given Ada --profession medico
		balint-group enrol zeta
		balint-group import people.csv
		balint-fees plan zeta
		balint-fees pay rossi 10 --on 2021-03-01
		balint-fees pay rossi 20 --on 2021-03-01 -f jsonl
		balint-fees pay conti 500 --on 2021-03-01 -q
		balint-fees adjust conti --less 10 --reason borsa -q
		balint-fees refund conti 80 --on 2021-03-02
		balint-fees reverse 5 --reason errore -q
		balint-fees match 2 greco
		balint-attend certify ferraris --as-of 2021-02-17
		balint-attend certify gallo --as-of 2021-03-03 --html -q
		balint-calendar issue
		balint-calendar move 2021-06-09 --to 2021-06-10 --reason Ponte
		balint-calendar consent 2021-06-09 rossi --yes
		balint-calendar retract 2021-06-09
		balint-calendar add 2021-06-30
		balint-calendar renew --year 2021
		balint-attend import marks.csv
		balint-group undo -q
		balint-group edition add 10 --number 10 --year 2021
		balint-calendar generate --from 2021-05-05 --count 4 -e 10
		balint-group edition clone 9 11 --start 2022-02-16 -q
		balint-group forget viola -q
	END
}

# complains STATUS MESSAGE COMMAND: the last run ended so, with one line on standard error.
complains()
{
	same "$1" "$status" "the exit status of '$3'"
	same "${3%% *}: $2" "$stderr" "standard error of '$3'"
}

@test "a reading verb that finds the disk full ends with 1 and says so" {
	while read -r command; do
		capture sh -c "$command >/dev/full"
		complains 1 'standard output: No space left on device' "$command"
	done < <(reading)
}

@test "a writing verb that finds the disk full ends with 74, and its change is saved" {
	while read -r command; do
		before=$(balint-group log | wc -l)
		capture sh -c "$command >/dev/full"
		complains 74 'standard output: No space left on device; the change itself is saved' "$command"
		same $((before + 1)) "$(balint-group log | wc -l)" "the length of the log after '$command'"
	done < <(writing)
	prints balint-group person show neri -c family <<<Neri
	run balint-fees status -c handle,paid
	[[ $output == *"rossi${TAB}30.00"* && $output == *"zeta${TAB}0.00"* ]]
	same 4 "$(balint-calendar list -e 10 | wc -l)" 'the sessions of edition 10'
}

@test "rows of what was mailed that find the disk full end with 74, and those of a dry run with 1" {
	capture sh -c 'balint-calendar notify --dry-run >/dev/full'
	complains 1 'standard output: No space left on device' 'balint-calendar notify'
	capture sh -c 'balint-calendar notify -v --via maildir:box >/dev/full'
	complains 74 'standard output: No space left on device; the change itself is saved' 'balint-calendar notify'
	same 13 "$(find box/new -type f | wc -l)" 'the mails'
	silent balint-calendar notify -v --via maildir:box
}

@test "mails that find the disk full, or standard output closed, end with 74 and wait for the next run" {
	for redirection in '>/dev/full' '>&-'; do
		capture sh -c "balint-calendar remind --days 11 --via - $redirection"
		same 74 "$status" "the exit status of 'balint-calendar remind $redirection'"
		[[ ${#stderr_lines[@]} -eq 1 && $stderr == 'balint-calendar: '* ]] || { echo "it said '$stderr'" && false; }
		same 'queued 13' "$(sql "SELECT status, count(*) FROM outbox WHERE kind = 'reminder' GROUP BY status" | tr '|' ' ')" 'the reminders'
	done
	succeeds balint-calendar remind --days 11 --via -
	same 13 "$(grep -c '^To: ' <<<"$output")" 'the mails'
}

@test "backup, restore and demo that find the disk full, or standard output closed, end with 74 and have done it" {
	balint-group export >export
	for redirection in '>/dev/full' '>&-'; do
		rm -f copy.db demo.db*
		for command in 'backup copy.db' 'restore -q export' 'demo -q demo.db'; do
			capture sh -c "balint-group $command $redirection"
			same 74 "$status" "the exit status of '$command'"
			[[ ${stderr_lines[-1]} == 'balint-group: standard output: '*'; the change itself is saved' ]] || same '' "$stderr"
		done
		same "$(balint-group export)" "$(balint-group export -d copy.db)" 'the copy'
		same 'balint-group demo -q demo.db' "$(balint-group log -d demo.db -c command)" 'the demo'
	done
	same 2 "$(find . -name 'balint.db.before-restore*' | wc -l)" 'what is kept'
}

@test "init that finds the disk full ends with 74, and the store is there" {
	export BALINT_DB=$BATS_TEST_TMPDIR/new.db
	capture sh -c "balint-group init --association A --payee A --iban $IBAN >/dev/full"
	complains 74 'standard output: No space left on device; the change itself is saved' 'balint-group init'
	prints balint-group get association <<<'association|A'
}

@test "a dry run that finds the disk full ends with 1: it has saved nothing" {
	capture sh -c 'balint-group enrol zeta --dry-run >/dev/full'
	complains 1 'standard output: No space left on device' 'balint-group enrol'
}

@test "a reading verb whose standard output is closed ends with 1 and says so" {
	while read -r command; do
		capture sh -c "$command >&-"
		[[ $status -eq 1 && ${#stderr_lines[@]} -eq 1 && $stderr == "${command%% *}: standard output: "* ]] ||
			{ echo "'$command >&-' ended with $status and said '$stderr'" && false; }
	done < <(reading)
}

@test "a writing verb whose standard output is closed ends with 74, and its change is saved" {
	while read -r command; do
		capture sh -c "$command >&-"
		[[ $status -eq 74 && ${#stderr_lines[@]} -eq 1 && $stderr == "${command%% *}: standard output: "*'; the change itself is saved' ]] ||
			{ echo "'$command >&-' ended with $status and said '$stderr'" && false; }
	done < <(writing)
	prints balint-group person show neri -c family <<<Neri
}

@test "a closed descriptor does no harm to the store" {
	before=$(sql .dump)
	sh -c 'balint-fees due --all >&- 2>&- <&-' || true
	sh -c 'balint-group enrol nobody >&- 2>&- <&-' || true
	same "$before" "$(sql .dump)" 'the store'
	silent balint-group person set zeta --phone 1
}

# Runs a command into a pipe that nobody reads any more.
unread()
{
	/usr/bin/python3 -c '
import os, subprocess, sys
reader, writer = os.pipe()
os.close(reader)
ended = subprocess.run(sys.argv[1:], stdout=writer, stderr=subprocess.PIPE)
print(ended.returncode, ended.stderr.decode())' "$@"
}

@test "a closed pipe ends a reading verb in silence, by SIGPIPE" {
	while read -r command; do
		# shellcheck disable=SC2086  # a command line
		same '-13 ' "$(unread $command)" "the end of '$command'"
	done < <(reading)
}

@test "a closed pipe ends a writing verb in silence, its change saved" {
	while read -r command; do
		# shellcheck disable=SC2086  # a command line
		same '-13 ' "$(unread $command)" "the end of '$command'"
	done < <(writing)
	prints balint-group person show neri -c family <<<Neri
	same 4 "$(balint-calendar list -e 10 | wc -l)" 'the sessions of edition 10'
}

@test "a closed pipe ends what writes mails in silence, and they wait for the next run" {
	same '-13 ' "$(unread balint-calendar remind --days 11 --via -)" 'the end of remind'
	capture bash -c 'balint-calendar notify --via - | head -n 1'
	same '0 ' "$status $stderr" 'the end of notify | head'
	[[ $output == 'From '* ]]
	succeeds balint-calendar remind --days 11 --via -
	same 13 "$(grep -c '^To: ' <<<"$output")" 'the mails'
}

@test "| head -1 is silent" {
	while read -r command; do
		capture bash -c "$command | head -n 1"
		same 0 "$status" "the exit status of '$command | head -n 1'"
		same 1 "${#lines[@]}" "the lines of '$command | head -n 1'"
		same '' "$stderr" "standard error of '$command | head -n 1'"
	done < <(reading)
}

@test "nothing goes to standard output but what was asked for" {
	for command in 'balint-group set grace=10' 'balint-group edition set 9 --title Corso' 'balint-group person set rossi --phone 1' \
		'balint-group withdraw ricci --on 2021-03-20' 'balint-group outbox drop 1' 'balint-group outbox retry' 'balint-calendar break remove 2021-07-01..2021-08-31' \
		'balint-calendar closure remove 2021-06-24' 'balint-attend mark 2021-03-03 --rest present' 'balint-attend announce 2021-03-31 rossi' \
		'balint-attend revoke 7KQM-2XPA-HR94'; do
		# shellcheck disable=SC2086  # a command line
		silent $command
	done
}
