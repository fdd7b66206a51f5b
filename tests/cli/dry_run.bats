# shellcheck shell=bats disable=SC2154
# --dry-run: what a writing verb would do.
load helper

# Calls of every writing verb, in an order in which each has something to do.
writing()
{
	cat <<-'END'
		balint-group set grace=11 payee=Altri
		balint-group profession add studente --category studenti --label Studente
		balint-group edition set 9 --title Corso
		balint-group person add neri --family Neri --given Ada --profession medico
		balint-group person set neri --phone 1 --email neri@example.org
		balint-group enrol neri
		balint-group import people.csv
		balint-fees plan
		balint-fees tariff set altre-professioni 260 --quiet
		balint-fees pay rossi 100 --on 2021-03-01
		balint-fees pay rossi 100 --on 2021-03-01 --again
		balint-fees pay rossi 300 --on 2021-03-02 --quiet
		balint-fees adjust rossi --less 100 --reason borsa --quiet
		balint-fees refund rossi 10 --on 2021-03-03
		balint-fees reverse 6 --reason errore --quiet
		balint-fees reconcile credits.csv --apply --quiet
		balint-fees unmatch 1
		balint-fees match 1 conti:2021-03
		balint-fees payers forget IT60X0542811101000000123456
		balint-fees unmatch 1
		balint-fees dismiss 1 --reason dono
		balint-calendar break add 2021-12-20..2022-01-06 Natale
		balint-calendar break remove 2021-12-20..2022-01-06
		balint-calendar closure add 2021-12-08 Chiusura
		balint-calendar closure remove 2021-12-08
		balint-calendar issue
		balint-calendar move 2021-04-14 --to 2021-04-15 --reason Ponte
		balint-calendar consent 2021-04-14 rossi --yes
		balint-calendar retract 2021-04-14
		balint-calendar move 2021-04-14 --to 2021-04-15 --reason Ponte --override
		balint-calendar cancel 2021-04-15 --reason Neve
		balint-calendar restore 2021-04-15
		balint-group outbox drop 50
		balint-group outbox retry 50
		balint-calendar add 2021-05-05 --reason Recupero
		balint-calendar set 2021-05-05 --venue Sala
		balint-calendar notify --via maildir:post -c person,subject
		balint-calendar remind --days 30 --via maildir:post -c person,subject
		balint-calendar closure add --patron MI
		balint-calendar import school.ics
		balint-attend mark 2021-02-17 rossi=21:07 --rest present
		balint-attend announce 2021-03-31 rossi
		balint-attend import marks.csv
		balint-attend evaluate import answers.csv --quiet
		balint-attend evaluate received bianchi
		balint-attend evaluate received bianchi --remove
		balint-attend present 2021-03-03 rossi --kind institution
		balint-attend present 2021-03-03 rossi --remove
		balint-attend rota set 2021-05-12 rossi
		balint-attend rota swap 2021-05-12 2021-05-26
		balint-attend rota clear 2021-05-26
		balint-attend revoke 7KQM-2XPA-HR94 --reason errore
		balint-group withdraw ricci --on 2021-03-20 --quiet
		balint-group edition set 9 --max 14
		balint-group person add villa --family Villa --given Pia --profession medico
		balint-group enrol villa --status applicant
		balint-group enrol villa --status waiting
		balint-group admit
		balint-group edition clone 9 11 --start 2022-02-16 --conductors --quiet
		balint-group edition close 11
		balint-group edition reopen 11
		balint-group edition close 11 --on 2021-03-31
		balint-group forget ricci --quiet
		balint-group person add verdi --family Verdi --given Ugo
		balint-group enrol verdi
		balint-group unenrol verdi
		balint-group person remove verdi
		balint-group edition add 12 --number 12 --year 2023
		balint-group edition remove 12
		balint-group edition add 10 --number 10 --year 2021
		balint-calendar generate --from 2021-05-05 --count 4 -e 10
		balint-calendar renew --year 2021 -e 10
		balint-group undo
		balint-group demo demo.db --quiet
		balint-group restore copy.db --quiet
	END
}

@test "a dry run prints what the verb prints, and changes not one byte" {
	ninth
	cp "$DATA/school.ics" .
	balint-group backup copy.db >/dev/null
	printf 'date,handle,status\n2021-02-17,rossi,absent\n2021-03-03,rossi,present\n' >marks.csv
	printf 'date,amount,text,payer,iban\n2021-03-08,85.40,Gruppo Balint 9 ed 2020_Conti_marzo,TERESA CONTI,IT60X0542811101000000123456\n' >credits.csv
	printf 'handle,conduct\nrossi,5\n' >answers.csv
	printf 'family,given,status\nViola,Rita,waiting\n' >people.csv
	# certify shows a draft, and is tested with it.
	balint-attend certify gallo --as-of 2021-02-17 >/dev/null
	sql "UPDATE certificate SET code = '7KQM-2XPA-HR94'"
	while read -r command; do
		# shellcheck disable=SC2086  # a command line
		unchanged succeeds $command --dry-run
		would=$output
		before=$(fingerprint)
		# shellcheck disable=SC2086
		if [[ $command == 'balint-group restore '* ]]; then
			warns "$BALINT_DB: kept as it was in $BALINT_DB.before-restore" $command # says so under --quiet too
		else
			succeeds $command
		fi
		same "$output" "$would" "what '$command' would print"
		[[ "$before" != "$(fingerprint)" || $command == *' demo '* ]] || { echo "'$command' changed nothing" && false; }
	done < <(writing)
}

@test "-n may stand before the verb" {
	ninth
	unchanged prints balint-group -n person add neri --family Neri --given Ada <<<neri
	unchanged succeeds balint-fees -n plan
}

@test "a dry run of init makes no file" {
	prints balint-group init --association A --payee A --iban "$IBAN" --dry-run <<<"$BALINT_DB"
	[ ! -e "$BALINT_DB" ]
}

@test "what is refused is refused in a dry run too" {
	ninth
	refused 1 "handle: unknown 'nobody'*" balint-group enrol nobody -n
	refused 1 "'rossi' is enrolled as participant, not as conductor" balint-group enrol rossi --role conductor -n
	refused 1 'edition 9 has a calendar already*' balint-calendar generate --from 2021-02-17 --count 11 -n
	refused 2 '--on DATE is needed' balint-group withdraw rossi -n
}

@test "a dry run of request lists who would be asked, and no mail is written" {
	ninth
	for via in '' '--via -' "--via maildir:$PWD/box" "--via mbox:$PWD/box" '--via sendmail'; do
		# shellcheck disable=SC2086  # an option
		unchanged succeeds balint-fees request --month 2021-03 $via --dry-run -c person,status
		same "$(balint-fees due --month 2021-03 -c handle | sed "s/\$/${TAB}queued/")" "$output" "whom 'request $via' would ask"
	done
	[ ! -e box ]
	succeeds balint-fees request --month 2021-03 --via -
	same 11 "$(grep -c '^To: ' <<<"$output")" 'the mails'
	silent balint-fees request --month 2021-03 --dry-run
}

@test "a dry run of what mails lists what would go, and no mail is written" {
	ninth
	balint-calendar cancel 2021-04-14 --reason Neve
	for command in 'remind --days 11' notify; do
		# shellcheck disable=SC2086  # a verb and its options
		for via in '' '--via -' "--via maildir:$PWD/box" "--via mbox:$PWD/box" '--via sendmail'; do
			unchanged succeeds balint-calendar $command $via --dry-run -c person,status
			same "$(balint-group members -c handle | sed "s/\$/${TAB}queued/" | sort)" "$(sort <<<"$output")" "what '$command $via' would send"
		done
		# shellcheck disable=SC2086
		succeeds balint-calendar $command --via -
		same 13 "$(grep -c '^To: ' <<<"$output")" "the mails of '$command'"
		# shellcheck disable=SC2086
		silent balint-calendar $command --dry-run
	done
	[ ! -e box ]
}

@test "who has no address is named in a dry run too" {
	ninth
	export BALINT_TODAY=2021-03-24
	balint-group person set rossi --email ''
	unchanged capture balint-calendar remind --dry-run -c person
	same 3 "$status" 'the exit status'
	same "balint-calendar: 'rossi' has no mail address; add it: balint-group person set rossi --email ADDRESS" "$stderr" 'the warning'
	same 13 "${#lines[@]}" 'the rows'
}

@test "a warning is given in a dry run too" {
	ninth
	warns '25 instalments are planned already and keep their amounts' balint-fees tariff set medici-psicologi 360 -n
}

@test "a dry run whose output nobody reads keeps no writer waiting" {
	edition
	mkfifo out
	balint-calendar generate --from 2021-02-17 --every 1w --count 3000 --dry-run >out 2>err &
	exec 7<out
	read -r -u 7 first
	[[ $first == "1${TAB}2021-02-17${TAB}"* ]]
	# It still writes: a pipe takes 64 KiB.
	kill -0 $!
	SECONDS=0
	silent balint-group set grace=5
	[ "$SECONDS" -lt 5 ]
	same 2999 "$(wc -l <&7)" 'the lines that follow'
	exec 7<&-
	wait $!
	[ ! -s err ]
}
