# shellcheck shell=bats disable=SC2154
# balint-calendar notify: members hear of what was cancelled, moved, added or changed, and of what they are asked.
load helper
load post

setup()
{
	scene
	ninth
}

# what: of each calendar part, without who and whose: method|sequence|status|begins|ends, the different ones.
what() { mails events | cut -f 3,5-8 | sort -u | tr '\t' '|'; }

# A move of 31 March to 1 April at 20:30, with everybody's yes or by force.
ask() { balint-calendar move 2021-03-31 --to 2021-04-01 --at 20:30 --reason 'Settimana santa' >/dev/null; }
asked() { balint-group members --role participant --status active -c handle; }
force() { balint-calendar move 2021-03-31 --to 2021-04-01 --at 20:30 --reason 'Settimana santa' --override >/dev/null; }

# kinds: which notices there are, in which state.
kinds() { sqlite3 -separator ' ' "$BALINT_DB" 'SELECT kind, status, count(*) FROM notices GROUP BY 1, 2 ORDER BY 1, 2'; }

@test "a cancellation goes to every member, conductors too, once" {
	uid=$(sql "SELECT uid FROM session WHERE date = '2021-03-31'")
	silent notify
	same 0 "$(came)" 'the mails before'
	balint-calendar cancel 2021-03-31 --reason 'Neve, tanta'
	silent notify
	same "$(addresses)" "$(to)"
	same 'CANCEL|1|CANCELLED|2021-03-31T19:00Z|2021-03-31T20:30Z' "$(what)"
	same "$uid" "$(mails events | cut -f 4 | sort -u)" 'the UID'
	unpack
	each_says 'Neve, tanta'
	unchanged silent notify
	same "$EVERYBODY" "$(came)"
	whole
}

@test "a restored session is confirmed, with a higher SEQUENCE" {
	balint-calendar cancel 2021-03-31 --reason Neve
	silent notify
	empty_box
	balint-calendar restore 2021-03-31
	silent notify
	same "$(addresses)" "$(to)"
	same 'REQUEST|2|CONFIRMED|2021-03-31T19:00Z|2021-03-31T20:30Z' "$(what)"
	whole
}

@test "what was undone before anybody heard of it is not told first" {
	balint-calendar cancel 2021-03-31 --reason Neve
	balint-calendar restore 2021-03-31
	silent notify
	same '' "$(mails events | grep CANCEL || true)" 'the cancellations'
	[ "$(came)" -le "$EVERYBODY" ]
}

@test "a move by everybody's yes: the question to those asked, then the new time to every member" {
	ask
	silent notify
	same "$(sql "SELECT email FROM person WHERE handle IN (SELECT handle FROM members WHERE role = 'participant')" | LC_ALL=C sort)" "$(to)" 'who is asked'
	same '' "$(mails events)" 'the calendar parts of a question'
	unpack
	each_says 'Settimana santa'
	each_says '31 marzo'
	each_says '1° aprile'
	each_says 20:30
	whole
	silent notify
	same 11 "$(came)" 'the questions after a second run'
	empty_box
	asked | balint-calendar consent 2021-03-31 - --yes >/dev/null
	silent notify
	same "$(addresses)" "$(to)" 'who hears of the move'
	same 'REQUEST|1|CONFIRMED|2021-04-01T18:30Z|2021-04-01T20:00Z' "$(what)"
	whole
	silent notify
	same "$EVERYBODY" "$(came)"
}

@test "a question that was answered meanwhile, or ended, is not sent" {
	ask
	balint-calendar consent 2021-03-31 rossi bianchi --yes >/dev/null
	silent notify
	same 9 "$(came)" 'the questions'
	[[ $(to) != *rossi@* && $(to) != *bianchi@* ]]
	empty_box
	balint-calendar move 2021-04-14 --to 2021-04-15 --reason Ponte >/dev/null
	balint-calendar retract 2021-04-14 >/dev/null
	silent notify
	same 0 "$(came)" 'the questions that were retracted'
}

@test "a question is dropped too when a failing sendmail kept it until the answer" {
	fake_sendmail
	echo 75 >answers/all
	ask
	ends 3 '*' balint-calendar notify
	balint-calendar consent 2021-03-31 rossi --yes >/dev/null
	rm answers/all
	silent balint-calendar notify
	same 10 "$(to "$(taken)" | wc -l)"
	[[ $(to "$(taken)") != *rossi@* ]]
}

@test "the conductors are asked too where the association wants it" {
	balint-group set consent=everyone
	ask
	silent notify
	same "$(addresses)" "$(to)"
}

@test "a move by force is told to every member" {
	force
	silent notify
	same "$(addresses)" "$(to)"
	same 'REQUEST|1|CONFIRMED|2021-04-01T18:30Z|2021-04-01T20:00Z' "$(what)"
	unpack
	each_says 20:30
}

@test "who is a member on the old day or on the new one hears of a move" {
	balint-group withdraw ricci --on 2021-04-01
	person neri Neri Ada --profession medico --email neri@example.org
	balint-group enrol neri --on 2021-04-02 >/dev/null
	balint-calendar move 2021-03-31 --to 2021-04-08 --reason Ponte --override >/dev/null
	silent notify
	[[ $(to) == *neri@* && $(to) == *ricci@* ]]
	same $((EVERYBODY + 1)) "$(came)"
}

@test "an added session and another room are told" {
	balint-calendar add 2021-05-05 --reason Recupero
	silent notify
	same "$(addresses)" "$(to)"
	same 'REQUEST|0|CONFIRMED|2021-05-05T19:00Z|2021-05-05T20:30Z' "$(what)"
	whole
	empty_box
	balint-calendar set 2021-05-05 --venue 'Sala Città, 2° piano'
	silent notify
	same "$(addresses)" "$(to)"
	same 'REQUEST|1|CONFIRMED|2021-05-05T19:00Z|2021-05-05T20:30Z' "$(what)"
	same 'Sala Città, 2° piano' "$(mails events | cut -f 9 | sort -u)" 'the place'
	unpack
	each_says 'Sala Città, 2° piano'
	whole
	empty_box
	balint-calendar set 2021-05-05 --at 20:00
	silent notify
	same 'REQUEST|2|CONFIRMED|2021-05-05T18:00Z|2021-05-05T19:30Z' "$(what)"
}

@test "an object says one session, its method is the mail's, and SEQUENCE never falls" {
	force
	silent notify
	balint-calendar cancel 2021-04-01 --reason Neve
	silent notify
	balint-calendar restore 2021-04-01
	silent notify
	balint-calendar cancel 2021-04-01 --reason Ancora
	silent notify
	same 'CANCEL|2
CANCEL|4
REQUEST|1
REQUEST|3' "$(mails events | cut -f 3,5 | sort -u | tr '\t' '|')"
	same $((4 * EVERYBODY)) "$(came)"
	same $((4 * EVERYBODY)) "$(mails list "$PWD/post" id | sort -u | wc -l)" 'the Message-IDs'
	same 1 "$(mails events | cut -f 4 | sort -u | wc -l)" 'the UIDs'
	whole
}

@test "undo does not lower what members have heard" {
	balint-calendar cancel 2021-03-31 --reason Neve
	silent notify
	balint-group undo 2>/dev/null || skip 'there is no undo yet'
	silent notify
	[ "$(mails events | cut -f 5 | sort -n | tail -n 1)" -gt 1 ]
}

@test "after the start nobody is told: expired, exit 0" {
	balint-calendar cancel 2021-03-31 --reason Neve
	on 2021-03-31T21:00 capture notify
	same 0 "$status"
	same 0 "$(came)"
	same "cancellation expired $EVERYBODY" "$(kinds)"
	on 2021-03-31T21:00 unchanged silent notify
}

@test "a minute before the start they are" {
	balint-calendar cancel 2021-03-31 --reason Neve
	on 2021-03-31T20:59 silent notify
	same "$EVERYBODY" "$(came)"
}

@test "a change of what is over already is told to nobody" {
	balint-calendar move 2021-03-17 --to 2021-03-18 --reason 'Tenuta il giorno dopo' --override >/dev/null
	silent notify
	same 0 "$(came)"
}

@test "who left before the session hears nothing" {
	balint-group withdraw ricci --on 2021-04-01
	balint-calendar cancel 2021-04-14 --reason Neve
	silent notify
	same $((EVERYBODY - 1)) "$(came)"
	[[ $(to) != *ricci@* ]]
}

@test "reminders are not its business" {
	fake_sendmail
	echo 75 >answers/all
	on 2021-03-25 ends 3 '*' balint-calendar remind
	rm answers/all
	before=$(calls)
	on 2021-03-25 silent balint-calendar notify
	same "$before" "$(calls)"
	same "reminder queued $EVERYBODY" "$(kinds)"
}

@test "all open editions are meant unless one is named" {
	balint-group edition add 10 --number 10 --year 2021 --min 1 >/dev/null
	balint-group -e 10 enrol rossi >/dev/null
	sessions -e 10 --from 2021-03-26 --count 2
	balint-calendar -e 10 cancel 2021-03-26 --reason Neve
	balint-calendar -e 9 cancel 2021-03-31 --reason Neve
	silent notify -e 10
	same rossi@example.org "$(to)"
	silent notify
	same $((EVERYBODY + 1)) "$(came)"
}

@test "a dry run shows what would go, and writes nothing anywhere" {
	balint-calendar cancel 2021-03-31 --reason Neve
	unchanged succeeds notify -n
	same "$(balint-group members -c handle | sort)" "$(cut -f 2 <<<"$output" | sort)"
	[ ! -e post ]
	shown=$(cut -f 1-3 <<<"$output" | sort)
	succeeds notify -v
	same "$shown" "$(cut -f 1-3 <<<"$output" | sort)" 'what went'
}

@test "a person without an address is named, the others hear it, exit 3" {
	participant neri Neri Ada
	balint-calendar cancel 2021-03-31 --reason Neve
	ends 3 'balint-calendar: *neri*' notify
	same "$(addresses)" "$(to)"
}

@test "without a way or a sender it says so, and what waits goes on waiting" {
	balint-calendar cancel 2021-03-31 --reason Neve
	refused 1 '*via*' balint-calendar notify
	balint-group set from=
	refused 1 '*from*' notify
	same "cancellation queued $EVERYBODY" "$(kinds)"
}

@test "standard output on a full disk: exit 74, and everything is still to be told" {
	balint-calendar cancel 2021-03-31 --reason Neve
	capture sh -c 'balint-calendar notify --via - >/dev/full'
	same 74 "$status"
	same "cancellation queued $EVERYBODY" "$(kinds)"
	balint-calendar notify --via - >box
	same "$(addresses)" "$(to box)"
}

@test "a verb that is refused leaves no word of it" {
	refused 1 '*' balint-calendar cancel 2021-03-30 --reason Neve
	unchanged balint-calendar cancel 2021-03-31 --reason Neve -n
	silent notify
	same 0 "$(came)"
}
