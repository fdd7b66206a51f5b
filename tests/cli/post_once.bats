# shellcheck shell=bats disable=SC2154
# Each notice comes once: two runs at a time, and a year of daily runs over five editions.
load helper
load post

setup() { scene; }

# together COMMAND...: four of it at once; their exit statuses are 0, and they say nothing.
together()
{
	local i
	for i in 1 2 3 4; do
		{ "$@" >"together.$i.out" 2>"together.$i.err"; echo $? >"together.$i.status"; } 3>&- &
	done
	wait
	for i in 1 2 3 4; do
		same 0 "$(cat together.$i.status)" "an exit status ($(cat together.$i.err))"
		same '' "$(cat together.$i.out together.$i.err)" 'what a run says'
	done
}

@test "four runs at a time into a Maildir: once each" {
	ninth
	cp -p "$BALINT_DB" before.db
	for round in $(seq "$(times 12 3)"); do
		cp -p before.db "$BALINT_DB"
		rm -rf post
		on "$FIRST_DAY" together remind
		same "$(addresses)" "$(to)" "the mails of round $round"
		same "sent $EVERYBODY" "$(states)"
	done
	whole
}

@test "four runs at a time, by different ways: each takes some, and none comes twice" {
	ninth
	cp -p "$BALINT_DB" before.db
	for round in $(seq "$(times 8 2)"); do
		cp -p before.db "$BALINT_DB"
		rm -rf one two three four
		for box in one two three four; do
			on "$FIRST_DAY" balint-calendar remind --days 30 --via "maildir:$PWD/$box" 3>&- &
		done
		wait
		cat <(to one) <(to two) <(to three) <(to four) 2>/dev/null | sort | uniq -c | sed 's/^ *//' >counts
		same "$(addresses | sed 's/^/2 /')" "$(cat counts)" "the mails of round $round"
	done
}

@test "four runs at a time with sendmail: it is called once for each member" {
	ninth
	fake_sendmail
	cp -p "$BALINT_DB" before.db
	for round in $(seq "$(times 8 2)"); do
		cp -p before.db "$BALINT_DB"
		rm -rf sent/*
		on "$FIRST_DAY" together balint-calendar remind
		same "$(addresses)" "$(to "$(taken)")" "the mails of round $round"
		same "$EVERYBODY" "$(calls)"
	done
}

@test "remind, notify and request at a time do not trouble each other" {
	ninth
	cp -p "$BALINT_DB" before.db
	for round in $(seq "$(times 8 2)"); do
		cp -p before.db "$BALINT_DB"
		rm -rf post
		balint-calendar cancel 2021-04-14 --reason Neve
		on "$FIRST_DAY" balint-calendar remind --via "maildir:$PWD/post" >remind.said 2>&1 3>&- &
		on "$FIRST_DAY" balint-calendar notify --via "maildir:$PWD/post" >notify.said 2>&1 3>&- &
		on "$FIRST_DAY" balint-fees request --month 2021-03 --via "maildir:$PWD/post" >request.said 2>&1 3>&- &
		wait
		same '' "$(cat ./*.said)" "what they say in round $round"
		same $((EVERYBODY + EVERYBODY + 11)) "$(came)"
	done
}

@test "while mail is delivered, others may write into the store" {
	ninth
	fake_sendmail
	sed -i 's/^cat /sleep 0.2; cat /' sendmail
	on "$FIRST_DAY" balint-calendar remind 3>&- &
	runs=$!
	until [ "$(calls)" -ge 2 ]; do kill -0 $runs && sleep 0.02; done
	SECONDS=0
	silent balint-group set grace=5
	[ "$SECONDS" -lt 2 ]
	kill -0 $runs
	wait $runs
	same "sent $EVERYBODY" "$(states)"
}

# five: editions of four members each, on five days of the week, for a year from September 2020; a conductor is in all.
five() { prepared make_five; }

make_five()
{
	# shellcheck disable=SC2119
	make_association --from segreteria@example.org
	local e m
	person guida Guida Eva --profession psicoterapeuta --email guida@example.org
	for e in 1 2 3 4 5; do
		balint-group edition add "e$e" --number "$e" --year 2020 --min 1 --every 2w >/dev/null
		balint-group -e "e$e" enrol guida --role conductor >/dev/null
		for m in a b c; do
			person "p$e$m" "Fam$e$m" Ugo --profession medico --email "p$e$m@example.org"
			balint-group -e "e$e" enrol "p$e$m" >/dev/null
		done
		balint-calendar -e "e$e" generate --from "2020-09-0$((e + 1))" --until 2021-08-31 >/dev/null
	done
}

@test "a year of daily runs over five editions, some of them missed: each session is reminded once to each member" {
	five
	# Seeded; nobody is away for eight days, so that no session has begun before anybody looked.
	awk -v days="$(times 380 60)" 'BEGIN { srand(20201); away = 0
		for (day = 0; day < days; day++) {
			if (away < 6 && rand() < 0.4) { away++; continue }
			away = 0
			print day
		} }' >days
	while read -r day; do date -ud "2020-08-25 + $day days" +%F; done <days >dates
	[ "$(wc -l <dates)" -gt "$(times 180 25)" ]
	while read -r today; do
		BALINT_TODAY=$today balint-calendar remind --via "maildir:$PWD/post" >>said 2>&1 || echo "exit $? on $today" >>said
	done <dates
	same '' "$(cat said)" 'what cron hears'
	last=$(tail -n 1 dates)
	sqlite3 -separator "$TAB" "$BALINT_DB" "
		SELECT p.email, s.uid
		  FROM session AS s
		  JOIN enrolment AS m ON m.edition = s.edition AND m.status = 'active'
		  JOIN person AS p ON p.id = m.person
		 WHERE s.status = 'scheduled' AND julianday(s.date) - julianday('$last') <= 7" | LC_ALL=C sort >expected
	[ "$(wc -l <expected)" -gt "$(times 400 60)" ]
	mails events | cut -f 2,4 | LC_ALL=C sort >got
	same "$(cat expected)" "$(cat got)" 'who was reminded of what'
	same "$(wc -l <expected)" "$(mails list "$PWD/post" id | sort -u | wc -l)" 'the Message-IDs'
}
