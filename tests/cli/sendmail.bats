# shellcheck shell=bats disable=SC2154,SC2016
# The way `sendmail`: what a program like it is given, and what its exit status means; then a real one.
load helper
load post

setup()
{
	scene
	ninth
	export BALINT_TODAY=$FIRST_DAY
}

teardown() { end_smtp; }

# shown STATUS: the people whose notices `outbox list` has in that state, sorted.
shown() { balint-group outbox list -f jsonl | grep "\"status\":\"$1\"" | sed 's/.*"person":"\([^"]*\)".*/\1/' | sort; }

# called_with [ARGUMENT...]: each call has these arguments, and those that the contract names.
called_with()
{
	for argv in sent/*.argv; do
		address=$(sed -n 's/^To: .*<\(.*\)>$/\1/p; s/^ .*<\(.*\)>$/\1/p; /^$/q' "${argv%.argv}.mail")
		printf '%s\0' "$@" -i -f segreteria@example.org -- "$address" | cmp - "$argv"
	done
}

@test "the program gets -i -f SENDER -- ADDRESS and a mail with LF line ends, once for each member" {
	fake_sendmail
	silent balint-calendar remind
	same "$(addresses)" "$(to "$(taken)")"
	called_with
	same "$EVERYBODY mails" "$(mails check "$(taken)")"
	same "sent $EVERYBODY" "$(states)"
	before=$(calls)
	unchanged silent balint-calendar remind
	same "$before" "$(calls)" 'the calls after a second run'
}

@test "arguments of the setting come first" {
	fake_sendmail
	balint-group set sendmail="$PWD/sendmail --account=x  -v"
	silent balint-calendar remind
	called_with --account=x -v
}

@test "what the program prints is not mixed into anything" {
	fake_sendmail
	sed -i '2i echo noise' sendmail
	silent balint-calendar remind
	same "$EVERYBODY" "$(calls)"
}

@test "exit status 75: it stays queued, exit 3; a later run sends it with the same Message-ID" {
	fake_sendmail
	echo 75 >answers/all
	ends 3 'balint-calendar: *' balint-calendar remind
	same "queued $EVERYBODY" "$(states)"
	same "$(balint-group members -c handle | sort)" "$(shown queued)"
	ends 3 'balint-calendar: *' balint-calendar remind
	rm answers/all
	on 2021-03-26 silent balint-calendar remind
	same "sent $EVERYBODY" "$(states)"
	same "$(addresses)" "$(to "$(taken)")"
	same "$(mails list "$(taken)" to,id)" "$(mails list "$(refused_mails)" to,id | sort -u)" 'the Message-IDs'
	before=$(calls)
	silent balint-calendar remind
	same "$before" "$(calls)"
}

@test "one that must wait does not keep the others" {
	fake_sendmail
	echo 75 >answers/rossi@example.org
	ends 3 'balint-calendar: *rossi*' balint-calendar remind
	same $'queued 1\nsent '$((EVERYBODY - 1)) "$(states)"
	same rossi "$(shown queued)"
	rm answers/rossi@example.org
	before=$(calls)
	silent balint-calendar remind
	same $((before + 1)) "$(calls)" 'the calls'
	same "$(addresses)" "$(to "$(taken)")"
}

@test "any other exit status: failed, shown, exit 3; the others are sent; it is not tried again by itself" {
	fake_sendmail
	echo 1 >answers/rossi@example.org
	echo 67 >answers/conti@example.org
	echo 255 >answers/bianchi@example.org
	ends 3 'balint-calendar: *rossi*' balint-calendar remind
	[[ $stderr == *conti* && $stderr == *bianchi* && $stderr == *67* ]]
	same "failed 3
sent $((EVERYBODY - 3))" "$(states)"
	same $'bianchi\nconti\nrossi' "$(shown failed)"
	rm answers/*
	before=$(calls)
	balint-calendar remind || [ $? -eq 3 ]
	same "$before" "$(calls)" 'the calls of a second run'
	same $'bianchi\nconti\nrossi' "$(shown failed)"
}

@test "outbox retry sends what has failed, with the same Message-ID" {
	fake_sendmail
	echo 67 >answers/rossi@example.org
	ends 3 '*' balint-calendar remind
	rm answers/rossi@example.org
	id=$(balint-group outbox list -f jsonl | grep '"status":"failed"' | sed 's/.*"id":\([0-9]*\).*/\1/')
	succeeds balint-group outbox retry "$id"
	same rossi "$(shown queued)"
	silent balint-calendar remind
	same "sent $EVERYBODY" "$(states)"
	same "$(mails list "$(refused_mails)" to,id)" "$(mails list "$(taken)" to,id | grep rossi)"
}

@test "outbox drop ends it" {
	fake_sendmail
	echo 67 >answers/rossi@example.org
	ends 3 '*' balint-calendar remind
	rm answers/rossi@example.org
	id=$(balint-group outbox list -f jsonl | grep '"status":"failed"' | sed 's/.*"id":\([0-9]*\).*/\1/')
	succeeds balint-group outbox drop "$id"
	same rossi "$(shown dropped)"
	before=$(calls)
	silent balint-calendar remind
	same "$before" "$(calls)"
}

@test "a program that dies of a signal, or does not read, has not taken the mail" {
	fake_sendmail
	sed -i '2i [ ! -e die ] || kill -9 $$' sendmail
	touch die
	ends 3 '*' balint-calendar remind
	same 0 "$(sql "SELECT count(*) FROM notices WHERE status = 'sent'")"
	cp -p sendmail whole
	printf '#!/bin/sh\nexit 75\n' >sendmail
	rm -f die
	for id in $(balint-group outbox list -f jsonl | grep '"status":"failed"' | sed 's/.*"id":\([0-9]*\).*/\1/'); do balint-group outbox retry "$id"; done
	ends 3 '*' balint-calendar remind
	same "queued $EVERYBODY" "$(states)"
	cp -p whole sendmail
	silent balint-calendar remind
	same "$(addresses)" "$(to "$(taken)")"
}

@test "a program that takes a mail without reading it to its end harms nobody" {
	fake_sendmail
	printf '#!/bin/sh\nexit 0\n' >sendmail
	silent balint-calendar remind
	same "sent $EVERYBODY" "$(states)"
}

@test "a program that is not there: one message, exit 3, everything waits" {
	fake_sendmail
	mv sendmail elsewhere
	ends 3 "balint-calendar: *$PWD/sendmail*" balint-calendar remind
	same 1 "${#stderr_lines[@]}" "the lines on standard error: $stderr"
	same "queued $EVERYBODY" "$(states)"
	echo 'not a program' >sendmail
	ends 3 "balint-calendar: *$PWD/sendmail*" balint-calendar remind
	same "queued $EVERYBODY" "$(states)"
	chmod 755 sendmail
	capture balint-calendar remind
	same 3 "$status" 'the exit status with a file that is no program'
	same 0 "$(sql "SELECT count(*) FROM notices WHERE status = 'sent'")"
	rm sendmail
	mv elsewhere sendmail
}

@test "nothing in a name, an address or a setting reaches a shell" {
	fake_sendmail
	# shellcheck disable=SC2016  # not to be expanded
	person evil '$(touch hit1)' '`touch hit2`; touch hit3 | touch hit4' --profession medico --email '$(touch${IFS}hit5)@example.org' ||
		person evil '$(touch hit1)' '`touch hit2`; touch hit3 | touch hit4' --profession medico --email "a'b|c\`d\`@example.org"
	balint-group enrol evil >/dev/null
	# shellcheck disable=SC2016
	balint-group set association='$(touch hit6)' sendmail="$PWD/sendmail ;touch hit7 \$(touch\${IFS}hit8)"
	silent balint-calendar remind
	same "$(addresses)" "$(to "$(taken)")"
	same '' "$(find . -name 'hit*')" 'what a shell did'
	argv=$(grep -lzF -- "$(sql "SELECT email FROM person WHERE handle = 'evil'")" sent/*.argv)
	# shellcheck disable=SC2016
	printf '%s\0' ';touch' hit7 '$(touch${IFS}hit8)' -i -f segreteria@example.org -- "$(sql "SELECT email FROM person WHERE handle = 'evil'")" | cmp - "$argv"
}

@test "an address that begins with a dash is no option" {
	fake_sendmail
	person dash Dash Ada --profession medico --email '-bs@example.org' || skip 'such an address is refused'
	balint-group enrol dash >/dev/null
	silent balint-calendar remind
	argv=$(grep -lzFx -- '-bs@example.org' sent/*.argv)
	printf '%s\0' -i -f segreteria@example.org -- -bs@example.org | cmp - "$argv"
}

@test "the program inherits no descriptor of ours" {
	fake_sendmail
	printf '#!/bin/sh\nls /proc/$$/fd >>%s/descriptors\n' "$PWD" >sendmail
	./sendmail
	sort -u descriptors >without_us
	silent balint-calendar remind
	same '' "$(sort -u descriptors | comm -13 without_us -)" 'the descriptors'
}

# ---- msmtp, and a server on the loopback

# smtp: a server whose mails go to `smtp/mails`, and a configuration of msmtp for it.
smtp()
{
	mkdir -p smtp
	mkfifo smtp/stop
	"$ROOT/tests/oracles/smtp.py" "$PWD/smtp" <smtp/stop >smtp/out 2>&1 3>&- &
	server=$!
	exec 8>smtp/stop
	until [ -s smtp/port ]; do
		kill -0 $server || { cat smtp/out && return 1; }
		sleep 0.05
	done
	msmtp_towards "$(cat smtp/port)"
	balint-group set sendmail="/usr/bin/msmtp --file=$PWD/msmtprc" via=sendmail
}

msmtp_towards()
{
	printf 'account default\nhost 127.0.0.1\nport %s\ntls off\nauth off\ntimeout 20\n' "$1" >msmtprc
	chmod 600 msmtprc
}

end_smtp()
{
	[ -n "${server:-}" ] || return 0
	exec 8>&-
	wait "$server"
	server=
}

@test "msmtp: the mails arrive with the right envelopes, and whole" {
	smtp
	silent balint-calendar remind
	same "$EVERYBODY mails" "$(mails check smtp/mails)"
	same "$(addresses)" "$(to smtp/mails)"
	mails list smtp/mails to | sed 's/^/segreteria@example.org /' >expected
	same "$(cat expected)" "$(cut -d ' ' -f 2- smtp/envelopes | LC_ALL=C sort)" 'the envelopes'
	while read -r number _ address; do grep -q "^\(To:\)\? .*<$address>$" "smtp/mails/$number"; done <smtp/envelopes
	# What went through the server is what lies in a Maildir.
	sql "UPDATE outbox SET status = 'queued', done_at = NULL"
	silent remind
	same "$(mails list "$PWD/post" to,id,subject,to_name,types,date,from)" "$(mails list smtp/mails to,id,subject,to_name,types,date,from)"
	unpack smtp/mails
	mv parts through
	unpack
	diff -r parts through
}

@test "msmtp: dots and From at the start of lines arrive as they are" {
	smtp
	mkdir -p own/templates/it
	printf 'Ciao\n.\n..due\nFrom qui\n>From là\n.\n' >own/templates/it/notice.txt
	balint-group set directory="$PWD/own"
	silent balint-calendar remind
	unpack smtp/mails
	same "$EVERYBODY" "$(find parts -name text.plain | wc -l)"
	for file in parts/*/text.plain; do same $'Ciao\n.\n..due\nFrom qui\n>From là\n.' "$(cat "$file")"; done
	balint-calendar remind --days 30 --via - >box
	unpack box
	same "$EVERYBODY" "$(find parts -name text.plain | wc -l)"
	for file in parts/*/text.plain; do same $'Ciao\n.\n..due\nFrom qui\n>From là\n.' "$(cat "$file")" 'the text in an mbox'; done
}

@test "msmtp: a server that refuses somebody for good, or for now: msmtp says 65 and 69, so both have failed and are shown" {
	smtp
	printf '%s\n' 'rossi@example.org 550 no such user' 'conti@example.org 451 later' >smtp/answers
	ends 3 'balint-calendar: *' balint-calendar remind
	[[ $stderr == *rossi* && $stderr == *conti* ]]
	same $'conti\nrossi' "$(shown failed)"
	same $((EVERYBODY - 2)) "$(to smtp/mails | wc -l)"
	rm smtp/answers
	for id in $(balint-group outbox list -f jsonl | grep '"status":"failed"' | sed 's/.*"id":\([0-9]*\).*/\1/'); do balint-group outbox retry "$id"; done
	silent balint-calendar remind
	same "$(addresses)" "$(to smtp/mails)"
}

@test "msmtp: no server, and everything waits until there is one" {
	smtp
	msmtp_towards 1
	ends 3 'balint-calendar: *' balint-calendar remind
	same "queued $EVERYBODY" "$(states)"
	msmtp_towards "$(cat smtp/port)"
	silent balint-calendar remind
	same "$(addresses)" "$(to smtp/mails)"
}
