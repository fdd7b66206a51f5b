# shellcheck shell=bats disable=SC2154
# move, consent, retract, changes: a session goes elsewhere when everybody who is asked has agreed.
load helper

setup()
{
	scene
	ninth
}

# The handles of those who are asked: eleven.
asked() { balint-group members --role participant --status active -c handle; }

# agree HANDLE...: to the move of 31 March.
agree() { balint-calendar consent 2021-03-31 "$@" --yes -c status; }

# ask: the move of 31 March to 1 April.
ask() { balint-calendar move 2021-03-31 --to 2021-04-01 --reason 'Settimana santa' -c status,missing; }

# Where the fourth session is, and its identity.
fourth() { sql "SELECT date, start, finish, sequence FROM session WHERE planned_on = '2021-03-31'"; }

@test "a move waits for everybody's answer, and the session stays where it is" {
	prints balint-calendar move 2021-03-31 --to 2021-04-01 --reason 'Settimana santa' <<-'END'
		2021-03-31|2021-04-01|Settimana santa|open|bianchi conti dangelo deluca esposito fontana greco maggio muller ricci rossi|21:00
	END
	same '2021-03-31|21:00|22:30|0' "$(fourth)"
	same "$(balint-calendar changes)" "$(balint-calendar move 2021-03-31 --to 2021-04-01 --reason 'Settimana santa')"
}

@test "asking the same again changes nothing" {
	ask
	unchanged prints ask <<<'open|bianchi conti dangelo deluca esposito fontana greco maggio muller ricci rossi'
}

@test "ten yes do not move it, and the missing one is named; the eleventh does" {
	ask
	asked | head -n 10 | agree -
	prints balint-calendar changes -c status,missing <<<'open|rossi'
	same '2021-03-31|21:00|22:30|0' "$(fourth)"
	prints balint-calendar consent 2021-03-31 rossi --yes -c status,missing <<<'made|'
	same '2021-04-01|21:00|22:30|1' "$(fourth)"
}

@test "the last yes and the move are one transaction" {
	ask
	asked | head -n 10 | agree -
	before=$(sql 'SELECT max(id) FROM log')
	agree rossi
	same 1 "$(sql "SELECT count(*) FROM log WHERE id > $before")" 'the entries of the log'
	same 'made|2021-04-01' "$(sql "SELECT c.status, s.date FROM change AS c JOIN session AS s ON s.id = c.session")"
}

@test "one no refuses it for good" {
	ask
	asked | head -n 10 | agree -
	prints balint-calendar consent 2021-03-31 rossi --no -c status <<<refused
	same '2021-03-31|21:00|22:30|0' "$(fourth)"
	refused 1 "no change of the session of 2021-03-31 is open; *" balint-calendar consent 2021-03-31 rossi --yes
	refused 1 'the move to 2021-04-01 was refused; to ask once more: --again' balint-calendar move 2021-03-31 --to 2021-04-01 --reason Ancora
	prints balint-calendar move 2021-03-31 --to 2021-04-01 --reason Ancora --again -c status <<<open
	same 11 "$(balint-calendar changes --status open -c missing | wc -w)" 'those asked again'
}

@test "another date may be asked for after a no" {
	ask
	balint-calendar consent 2021-03-31 rossi --no
	prints balint-calendar move 2021-03-31 --to 2021-03-30 --reason Meglio -c to,status <<<'2021-03-30|open'
	prints balint-calendar changes -c to,status <<-'END'
		2021-04-01|refused
		2021-03-30|open
	END
	same "$(balint-calendar changes --status refused -c to)" 2021-04-01
}

@test "who has withdrawn is not asked" {
	balint-group withdraw ricci --on 2021-03-19
	prints ask <<<'open|bianchi conti dangelo deluca esposito fontana greco maggio muller rossi'
	refused 1 "'ricci' is not asked: only participants who are members on that day are *" balint-calendar consent 2021-03-31 ricci --yes
	asked | agree -
	same '2021-04-01|21:00|22:30|1' "$(fourth)"
}

@test "the withdrawal of the last one missing makes the move" {
	ask
	asked | grep -v rossi | agree -
	balint-group withdraw rossi --on 2021-03-20
	same '2021-04-01|21:00|22:30|1' "$(fourth)"
	prints balint-calendar changes -c status <<<made
}

@test "who enrols while a change is open is asked too" {
	ask
	asked >before
	participant neri Neri Ada
	prints balint-calendar changes -c missing <<<'bianchi conti dangelo deluca esposito fontana greco maggio muller neri ricci rossi'
	agree - <before
	same '2021-03-31|21:00|22:30|0' "$(fourth)"
	same 1 "$(sql "SELECT count(*) FROM outbox AS o JOIN person AS p ON p.id = o.person WHERE p.handle = 'neri' AND o.kind = 'consent'")"
	prints agree neri <<<made
}

@test "conductors are asked where the association wants it" {
	conductor=$(balint-group members --role conductor -c handle | head -n 1)
	balint-group set consent=everyone
	ask
	asked | agree -
	prints balint-calendar changes -c status,missing <<<"open|$(balint-group members -c handle,role | grep -v participant | cut -f 1 | tr '\n' ' ' | sed 's/ $//')"
	balint-group set consent=participants
	prints balint-calendar changes -c status <<<made
	same '2021-04-01|21:00|22:30|1' "$(fourth)"
	balint-calendar move 2021-04-14 --to 2021-04-15 --reason X
	refused 1 "'$conductor' is not asked: *" balint-calendar consent 2021-04-14 "$conductor" --yes
	balint-group set consent=everyone
	prints balint-calendar consent 2021-04-14 "$conductor" --yes -c status <<<open
}

@test "an answer may change while the change is open" {
	ask
	agree rossi
	unchanged agree rossi
	prints balint-calendar consent 2021-03-31 rossi --no -c status <<<refused
}

@test "--override moves at once, and the log and the changes say so" {
	prints balint-calendar move 2021-03-31 --to 2021-04-01 --reason 'Aula chiusa' --override -c status,missing <<<'made|'
	same '2021-04-01|21:00|22:30|1' "$(fourth)"
	[[ $(balint-group log --limit 1 -c command) == *--override* ]]
	prints balint-calendar list --from 2021-03-31 --until 2021-04-13 <<<'4|2021-04-01|Thu|21:00|22:30|scheduled|moved from 2021-03-31: Aula chiusa'
	unchanged balint-calendar move 2021-03-31 --to 2021-04-01 --reason 'Aula chiusa' --override
}

@test "a session may move to another time of the same day, and keeps its length" {
	prints balint-calendar move 2021-03-31 --to 2021-03-31 --at 20:00 --reason Presto --override -c to,at <<<'2021-03-31|20:00'
	same '2021-03-31|20:00|21:30|1' "$(fourth)"
	refused 1 'the session of 2021-03-31 is there already, at that time' balint-calendar move 2021-03-31 --to 2021-03-31 --reason Presto
	refused 1 'a session of 90 minutes from 23:00 on would end after midnight' \
		balint-calendar move 2021-03-31 --to 2021-04-01 --at 23:00 --reason Tardi
}

@test "numbers follow the dates" {
	balint-calendar move 2021-03-31 --to 2021-04-15 --reason Ponte --override
	prints balint-calendar list --from 2021-04-01 --until 2021-04-30 -c number,date <<-'END'
		4|2021-04-14
		5|2021-04-15
		6|2021-04-28
	END
}

@test "no two sessions on one date" {
	refused 1 'edition 9 has a session on 2021-04-14 already' balint-calendar move 2021-03-31 --to 2021-04-14 --reason X
	refused 1 'edition 9 has a session on 2021-04-14 already' balint-calendar move 2021-03-31 --to 2021-04-14 --reason X --override
	balint-calendar cancel 2021-04-14 --reason Sciopero
	refused 1 'the cancelled session of 2021-04-14 is there; *' balint-calendar move 2021-03-31 --to 2021-04-14 --reason X --override
}

@test "no session on a skipped date without --override" {
	refused 1 '2021-06-02 is skipped: Festa della Repubblica (national holiday since 2001, L. 336/2000); to have a session all the same: --override with --reason' \
		balint-calendar move 2021-05-26 --to 2021-06-02 --reason X
	balint-calendar move 2021-05-26 --to 2021-06-02 --reason 'Tutti liberi' --override
	same 'Tutti liberi' "$(sql "SELECT override FROM session WHERE date = '2021-06-02'")"
	prints balint-group check -c level,finding <<<"$(balint-group check -c level,finding)"
	same '' "$(balint-group check -c finding | grep skipped || true)" 'the findings'
	balint-calendar move 2021-06-02 --to 2021-06-03 --reason X --override
	same '' "$(sql "SELECT override FROM session WHERE date = '2021-06-03'")" 'the override of a common day'
}

@test "the last yes is refused when the date was taken meanwhile, and nothing is lost" {
	ask
	asked | head -n 10 | agree -
	balint-calendar closure add 2021-04-01 'Aula chiusa'
	refused 1 '2021-04-01 is skipped: Aula chiusa (closure); *' balint-calendar consent 2021-03-31 rossi --yes
	warns 'a change that everybody has agreed to stays open: 2021-04-01 is skipped: Aula chiusa (closure); to end the question: balint-calendar retract 2021-03-31' \
		balint-group withdraw rossi --on 2021-03-20
	balint-calendar closure remove 2021-04-01
	prints balint-calendar consent 2021-03-31 bianchi --yes -c status <<<made
}

@test "what has begun is not moved, and nothing goes into the past, but by --override" {
	refused 1 'the session of 2021-03-17 has begun; *' balint-calendar move 2021-03-17 --to 2021-04-01 --reason X
	refused 1 '2021-03-18 is past; *' balint-calendar move 2021-03-31 --to 2021-03-18 --reason X
	prints balint-calendar move 2021-03-17 --to 2021-03-18 --reason 'Tenuta il giorno dopo' --override -c status <<<made
	same 0 "$(sql "SELECT count(*) FROM outbox")" 'the notices of what is past'
}

@test "a change whose session has begun can no longer be agreed to" {
	balint-group set via=-
	ask
	export BALINT_TODAY=2021-03-31T21:00
	refused 1 'the session has begun: it is too late to move it; to end the question: balint-calendar retract' balint-calendar consent 2021-03-31 rossi --yes
	prints balint-group check -c level,subject,finding,cure <<-'END'
		warning|edition 9, 2021-03-31|the session has begun, and its move to 2021-04-01 still waits for answers|balint-calendar retract 2021-03-31
		warning|outbox|11 notices wait since 2021-03-19|balint-calendar notify
	END
	prints balint-calendar retract 2021-03-31 -c status <<<lapsed
	silent balint-group check
}

@test "a change that can no longer be made is found" {
	ask
	balint-calendar add 2021-04-01
	prints balint-group check -c finding <<<'its move to 2021-04-01 cannot be made: edition 9 has a session on 2021-04-01 already'
}

@test "a cancelled session is not moved, and a cancellation ends what was asked" {
	ask
	balint-calendar cancel 2021-03-31 --reason Neve
	prints balint-calendar changes -c status <<<lapsed
	refused 1 "the session of 2021-03-31 is cancelled; 'balint-calendar restore' takes that back" balint-calendar move 2021-03-31 --to 2021-04-01 --reason X
}

@test "one change at a time: another waits until the first is retracted" {
	ask
	refused 1 'its move to 2021-04-01 waits for answers; to ask for another: balint-calendar retract 2021-03-31' \
		balint-calendar move 2021-03-31 --to 2021-03-30 --reason X
	prints balint-calendar retract 2021-03-31 -c status <<<lapsed
	refused 1 'no change of the session of 2021-03-31 is open; *' balint-calendar retract 2021-03-31
	prints balint-calendar move 2021-03-31 --to 2021-03-30 --reason X -c status <<<open
}

@test "--override overtakes an open change" {
	ask
	balint-calendar move 2021-03-31 --to 2021-03-30 --reason Subito --override
	prints balint-calendar changes -c to,status <<-'END'
		2021-04-01|lapsed
		2021-03-30|made
	END
}

@test "nobody to ask: the move is made" {
	balint-group edition add 10 --number 10 --year 2021
	sessions -e 10 --from 2021-04-07 --count 2
	prints balint-calendar -e 10 move 2021-04-07 --to 2021-04-08 --reason X -c status,missing <<<'made|'
}

@test "there and back: the UID stays, the SEQUENCE rises each time" {
	uid=$(sql "SELECT uid FROM session WHERE date = '2021-03-31'")
	balint-calendar move 2021-03-31 --to 2021-04-01 --reason A --override
	balint-calendar move 2021-04-01 --to 2021-03-31 --reason B --override
	balint-calendar cancel 2021-03-31 --reason C
	balint-calendar restore 2021-03-31
	same "$uid|4|2021-03-31" "$(sql "SELECT uid, sequence, date FROM session WHERE planned_on = '2021-03-31'")"
	prints balint-calendar list --from 2021-03-31 --until 2021-03-31 -c note <<<B
}

@test "the question goes to everybody asked, once; the move to every member, once" {
	ask
	same 'consent|queued|11' "$(sql 'SELECT kind, status, count(*) FROM outbox GROUP BY 1, 2')"
	asked | head -n 5 | agree -
	asked | agree -
	members=$(balint-group members --status active | wc -l)
	same "consent|dropped|11
move|queued|$members" "$(sql 'SELECT kind, status, count(*) FROM outbox GROUP BY 1, 2')"
	same "$members" "$(sql "SELECT count(DISTINCT key) FROM outbox WHERE kind = 'move'")"
}

@test "a later notice of a session replaces what still waits" {
	balint-calendar move 2021-03-31 --to 2021-04-01 --reason A --override
	balint-calendar cancel 2021-04-01 --reason B
	members=$(balint-group members --status active | wc -l)
	same "cancellation|queued|$members
move|dropped|$members" "$(sql 'SELECT kind, status, count(*) FROM outbox GROUP BY 1, 2')"
}

@test "what is misused" {
	refused 2 '--to DATE is needed' balint-calendar move 2021-03-31 --reason X
	refused 2 '--reason T is needed' balint-calendar move 2021-03-31 --to 2021-04-01
	refused 2 '*--yes*--no*' balint-calendar consent 2021-03-31 rossi
	refused 2 '*--yes*--no*' balint-calendar consent 2021-03-31 rossi --yes --no
	refused 2 "'consent' wants DATE HANDLE..." balint-calendar consent 2021-03-31 --yes
	refused 1 'edition 9 has no session on 2021-04-01; the nearest is on 2021-03-31' balint-calendar move 2021-04-01 --to 2021-04-02 --reason X
}

@test "bad handles in a list of answers are all named, and none counts" {
	ask
	printf 'rossi\nrosssi\nnobody\n' >handles
	capture balint-calendar consent 2021-03-31 - --yes <handles
	same 1 "$status" 'the exit status'
	same "balint-calendar: -:2: handle: unknown 'rosssi'; did you mean 'rossi'?" "${stderr_lines[0]}"
	same 2 "${#stderr_lines[@]}" 'the lines on standard error'
	same 0 "$(sql 'SELECT count(*) FROM consent')" 'the answers'
}

@test "changes: the view has the columns of the listing" {
	ask
	balint-calendar move 2021-04-14 --to 2021-04-15 --reason 'Con "virgolette"' --override
	same "$(balint-calendar changes)" "$(sqlite3 -separator "$TAB" "$BALINT_DB" "SELECT date, \"to\", reason, status, missing, at FROM changes WHERE edition = '9'")"
}

@test "eleven answers at once make one move" {
	ask
	for handle in $(asked); do
		balint-calendar consent 2021-03-31 "$handle" --yes -c status >"$handle.out" 2>&1 &
	done
	wait
	same 1 "$(cat ./*.out | grep -c '^made$')" 'the answers that made it'
	same 10 "$(cat ./*.out | grep -c '^open$')" 'the answers before'
	same '2021-04-01|21:00|22:30|1' "$(fourth)"
	same "$(balint-group members --status active | wc -l)" "$(sql "SELECT count(*) FROM outbox WHERE kind = 'move'")" 'the notices'
}

@test "what cannot follow any more: a target that has gone by" {
	balint-group set via=-
	balint-calendar move 2021-04-14 --to 2021-04-01 --reason Prima
	export BALINT_TODAY=2021-04-10
	asked | head -n 10 >ten
	balint-calendar consent 2021-04-14 - --yes -c status <ten
	refused 1 '2021-04-01 is past; to end the question: balint-calendar retract 2021-04-14' balint-calendar consent 2021-04-14 rossi --yes
	prints balint-group check -c finding <<-'END'
		its move to 2021-04-01 cannot be made: 2021-04-01 is past
		1 notice waits since 2021-03-19
	END
	warns 'a change that everybody has agreed to stays open: 2021-04-01 is past; to end the question: balint-calendar retract 2021-04-14' \
		balint-group withdraw rossi --on 2021-04-10
}

@test "asked is to whom the session belongs, whatever day it is said" {
	balint-group withdraw ricci --on 2021-04-14
	person neri Neri Ada --profession medico
	balint-group enrol neri --on 2021-04-15
	prints balint-calendar move 2021-04-14 --to 2021-04-15 --reason Ponte -c missing <<<'bianchi conti dangelo deluca esposito fontana greco maggio muller ricci rossi'
	prints balint-calendar move 2021-04-28 --to 2021-04-29 --reason Ponte -c missing <<<'bianchi conti dangelo deluca esposito fontana greco maggio muller neri rossi'
	balint-calendar cancel 2021-04-14 --reason Neve
	same 1 "$(sql "SELECT count(*) FROM outbox AS o JOIN person AS p ON p.id = o.person WHERE p.handle = 'ricci' AND o.kind = 'cancellation'")"
	same 0 "$(sql "SELECT count(*) FROM outbox AS o JOIN person AS p ON p.id = o.person WHERE p.handle = 'neri' AND o.kind = 'cancellation'")"
}

@test "what is said later takes the place of what waits or has failed" {
	dropped() { sql "SELECT kind, error, count(*) FROM outbox WHERE status = 'dropped' GROUP BY 1, 2"; }
	balint-calendar cancel 2021-04-14 --reason Neve
	sql "UPDATE outbox SET status = 'failed', error = 'no such mailbox' WHERE id = 1"
	balint-calendar restore 2021-04-14
	same 'cancellation|superseded|13' "$(dropped)"
	same '13' "$(sql "SELECT count(*) FROM outbox WHERE kind = 'restoration' AND status = 'queued'")" 'what waits'
	ask
	agree rossi
	balint-calendar retract 2021-03-31 -c status
	same $'cancellation|superseded|13\nconsent|answered|1\nconsent|the question is settled|10' "$(dropped)"
}

@test "who need not answer any more gets no question, and who is asked again does" {
	ask
	question() { sql "SELECT status || coalesce(': ' || o.error, '') FROM outbox AS o JOIN person AS p ON p.id = o.person WHERE p.handle = '$1' AND o.kind = 'consent'"; }
	same queued "$(question ricci)"
	agree ricci
	same 'dropped: answered' "$(question ricci)" 'the question of one who has answered'
	balint-group withdraw greco --on 2021-03-20
	same 'dropped: not asked any more' "$(question greco)" 'the question of one who has left'
	balint-group set consent=everyone
	same 2 "$(sql "SELECT count(*) FROM outbox AS o JOIN enrolment AS m ON m.person = o.person WHERE m.role <> 'participant' AND o.kind = 'consent' AND o.status = 'queued'")"
	balint-group set consent=participants
	same 0 "$(sql "SELECT count(*) FROM outbox AS o JOIN enrolment AS m ON m.person = o.person WHERE m.role <> 'participant' AND o.kind = 'consent' AND o.status = 'queued'")"
	balint-group set consent=everyone
	same 2 "$(sql "SELECT count(*) FROM outbox AS o JOIN enrolment AS m ON m.person = o.person WHERE m.role <> 'participant' AND o.kind = 'consent' AND o.status = 'queued'")"
}

@test "another time of the session ends what was asked" {
	ask
	balint-calendar set 2021-03-31 --venue 'Sala B'
	prints balint-calendar changes -c status <<<open
	balint-calendar set 2021-03-31 --minutes 170
	prints balint-calendar changes -c status <<<lapsed
}

@test "a session that was held is not moved to a day that is still to come" {
	balint-attend mark 2021-03-17 --rest present
	refused 1 'the register has marks for 2021-03-17: a session that was held is not still to come' \
		balint-calendar move 2021-03-17 --to 2021-04-15 --reason X --override
	prints balint-calendar move 2021-03-17 --to 2021-03-18 --reason X --override -c status <<<made
}

@test "what was made is not taken for what is asked of another session" {
	balint-calendar move 2021-03-31 --to 2021-04-01 --reason A --override
	balint-calendar add 2021-03-31
	refused 1 'edition 9 has a session on 2021-04-01 already' balint-calendar move 2021-03-31 --to 2021-04-01 --reason A --override
	balint-calendar move 2021-03-31 --to 2021-03-31 --at 20:00 --reason B --override
	unchanged prints balint-calendar move 2021-03-31 --to 2021-03-31 --at 20:00 --reason B --override -c status <<<made
}

@test "the same answer once more changes nothing, also when it is made or refused" {
	ask
	agree - < <(asked)
	unchanged prints agree rossi bianchi <<<made
	refused 1 'edition 9 has no session on 2021-03-31; *' balint-calendar consent 2021-03-31 rossi --no
	balint-calendar move 2021-04-14 --to 2021-04-15 --reason X
	balint-calendar consent 2021-04-14 rossi --no
	unchanged prints balint-calendar consent 2021-04-14 rossi --no -c status <<<refused
	refused 1 'no change of the session of 2021-04-14 is open; *' balint-calendar consent 2021-04-14 bianchi --no
}

@test "who had left before hears nothing; who was a member on the old day hears of the move" {
	balint-group withdraw ricci --on 2021-04-01
	told() { sql "SELECT o.kind FROM outbox AS o JOIN person AS p ON p.id = o.person WHERE p.handle = 'ricci'"; }
	balint-calendar cancel 2021-04-14 --reason Neve
	same '' "$(told)" 'what ricci hears of a session after their time'
	balint-calendar move 2021-03-31 --to 2021-04-15 --reason Ponte --override
	same move "$(told)" 'what ricci hears of a session that leaves their time'
}
