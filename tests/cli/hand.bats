# shellcheck shell=bats disable=SC2154
# Handing mails over: killed at any moment, and several at once.
load helper

MAKE_MAIL=${BALINT_BIN:-$ROOT/build}/tests/make_mail
BY_EMAIL=$ROOT/tests/oracles/by_email.py

@test "whoever is killed while handing over leaves one message in a Maildir" {
	local round
	"$MAKE_MAIL" html=@"$ROOT/share/examples/ninth-edition.sh" >mail
	for round in $(seq "$(times 150 30)"); do
		rm -rf m
		timeout -s KILL "0.00$((round % 10))$((RANDOM % 10))" "$MAKE_MAIL" via=maildir:m html=@"$ROOT/share/examples/ninth-edition.sh" >/dev/null 2>&1 || true
		[ ! -d m/new ] || find m/new -type f -exec cmp {} mail \;
		prints "$MAKE_MAIL" via=maildir:m html=@"$ROOT/share/examples/ninth-edition.sh" <<<'sent|'
		same 1 "$(find m -type f | wc -l)" "the files after round $round"
		find m/new -type f -exec cmp {} mail \;
	done
}

@test "many at once write into one mbox, one after the other" {
	seq 60 | xargs -P 12 -I{} "$MAKE_MAIL" via=mbox:box token={} subject={} text=@"$ROOT/share/examples/ninth-edition.sh" >/dev/null
	same "$(seq 60)" "$("$BY_EMAIL" box | cut -f3 | sort -n)" 'the subjects'
	same 60 "$(grep -c "^From segreteria@example.org Fri Mar 19 23:00:00 2021\$" box)"
}

@test "an mbox that stays locked is waited for ten seconds, and the mails for the next run" {
	ninth
	touch box
	/usr/bin/python3 -c 'import fcntl, time; box = open("box", "r+"); fcntl.lockf(box, fcntl.LOCK_EX); open("held", "w"); time.sleep(60)' 3>&- &
	echo $! >server.pid
	while [ ! -e held ]; do sleep 0.05; done
	SECONDS=0
	capture env BALINT_TODAY=2021-03-25 balint-calendar remind --via mbox:box
	((SECONDS >= 9 && SECONDS < 25)) || same 10 "$SECONDS" 'the seconds waited'
	same 3 "$status"
	same 1 "$(grep -c 'still waits: box is locked by another program$' <<<"$stderr")" 'the lines about it'
	[ ! -s box ]
	same queued "$(sql 'SELECT DISTINCT status FROM outbox')"
	kill "$(cat server.pid)"
	wait "$(cat server.pid)" || true
	rm server.pid
	BALINT_TODAY=2021-03-25 silent balint-calendar remind --via mbox:box
	same sent "$(sql 'SELECT DISTINCT status FROM outbox')"
}

@test "a closed pipe ends it silently" {
	head -c 3000000 /dev/zero | tr '\0' x >big
	run -141 bash -c "env --default-signal=PIPE '$MAKE_MAIL' via=- text=@big | true; exit \${PIPESTATUS[0]}"
	same '' "$output"
}
