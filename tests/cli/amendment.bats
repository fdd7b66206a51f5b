# shellcheck shell=bats
# cancel, restore, add, set: what happens to one session.
load helper

setup()
{
	scene
	ninth
}

# of DATE: status, sequence, note.
of() { sql "SELECT status, sequence, note FROM session WHERE date = '$1'"; }

# What waits to be sent.
waiting() { sql "SELECT kind, count(*) FROM outbox WHERE status = 'queued' GROUP BY kind"; }

members() { balint-group members --status active | wc -l; }

@test "a cancelled session stays in the calendar, with its number and the reason" {
	silent balint-calendar cancel 2021-04-14 --reason Sciopero
	prints balint-calendar list --from 2021-04-14 --until 2021-04-28 <<-'END'
		5|2021-04-14|Wed|21:00|22:30|cancelled|Sciopero
		6|2021-04-28|Wed|21:00|22:30|scheduled|
	END
	same 10 "$(balint-calendar list | wc -l)"
	same "cancellation|$(members)" "$(waiting)"
}

@test "cancelling for the same reason again changes nothing, for another one is refused" {
	balint-calendar cancel 2021-04-14 --reason Sciopero
	unchanged silent balint-calendar cancel 2021-04-14 --reason Sciopero
	refused 1 'the session of 2021-04-14 is cancelled already, for another reason' balint-calendar cancel 2021-04-14 --reason Neve
}

@test "what the register has marks of is not cancelled" {
	balint-attend mark 2021-03-17 rossi=present
	refused 1 'the register has marks for 2021-03-17: a session that was held cannot be cancelled' balint-calendar cancel 2021-03-17 --reason X
	silent balint-calendar cancel 2021-03-03 --reason 'Nessuno è venuto'
	same '' "$(waiting)" 'notices of what is past'
}

@test "a session has no other time while the register has times of it" {
	balint-attend mark 2021-03-17 rossi=21:07 bianchi=21:30-22:00 greco=present conti=absent
	local cure='first: balint-attend mark 2021-03-17 bianchi=present, and the times again after it'
	for change in '--at 20:30' '--minutes 120'; do
		refused 1 "'bianchi' is marked from 21:30 on 2021-03-17, as 1 other is, which another time would change; $cure" \
			balint-calendar set 2021-03-17 $change
	done
	refused 1 "'bianchi' is marked from 21:30 on 2021-03-17, as 1 other is, which another time would change; $cure" \
		balint-calendar move 2021-03-17 --to 2021-03-18 --at 20:30 --reason Errore --override
	silent balint-calendar set 2021-03-17 --venue Aula --at 21:00
	succeeds balint-calendar move 2021-03-17 --to 2021-03-18 --reason Errore --override
	balint-attend mark 2021-03-18 bianchi=present
	refused 1 "'rossi' is marked from 21:07 on 2021-03-18, which another time *" balint-calendar set 2021-03-18 --at 20:30
	balint-attend mark 2021-03-18 rossi=present
	silent balint-calendar set 2021-03-18 --at 20:30
	silent balint-attend mark 2021-03-18 rossi=20:37 bianchi=21:00-21:30
	prints balint-attend list -c handle,arrived,minutes <<<$'bianchi|21:00|30\nconti||0\ngreco|20:30|90\nrossi|20:37|83'
}

@test "an announced absence does not hold a session: it is cancelled, moved, and the absence stays with it" {
	balint-attend announce 2021-04-14 rossi
	silent balint-calendar cancel 2021-04-14 --reason Sciopero
	silent balint-attend list
	balint-calendar restore 2021-04-14
	balint-calendar move 2021-04-14 --to 2021-04-15 --reason Ponte --override
	prints balint-attend list -c date,handle,status <<<'2021-04-15|rossi|excused'
}

@test "restore takes a cancellation back" {
	balint-calendar cancel 2021-04-14 --reason Sciopero
	silent balint-calendar restore 2021-04-14
	same 'scheduled|2|' "$(of 2021-04-14)"
	same "restoration|$(members)" "$(waiting)"
	refused 1 'the session of 2021-04-14 is not cancelled' balint-calendar restore 2021-04-14
}

@test "a restored session that was moved says so again" {
	balint-calendar move 2021-04-14 --to 2021-04-15 --reason Ponte --override
	balint-calendar cancel 2021-04-15 --reason Sciopero
	balint-calendar restore 2021-04-15
	prints balint-calendar list --from 2021-04-15 --until 2021-04-15 -c note <<<'moved from 2021-04-14: Ponte'
}

@test "a session is not restored onto a date that is skipped by now, but with a reason" {
	balint-calendar cancel 2021-04-14 --reason Sciopero
	balint-calendar closure add 2021-04-14 'Aula chiusa'
	refused 1 '2021-04-14 is skipped: Aula chiusa (closure); *' balint-calendar restore 2021-04-14
	refused 2 '--override wants a --reason' balint-calendar restore 2021-04-14 --override
	silent balint-calendar restore 2021-04-14 --override --reason 'Si fa via Zoom'
	same '' "$(balint-group check -c finding | grep skipped || true)"
}

@test "a make-up session is added, numbered by its date" {
	prints balint-calendar add 05/05/2021 <<<2021-05-05
	prints balint-calendar list --from 2021-04-28 --until 2021-05-12 -c number,date,start,end <<-'END'
		6|2021-04-28|21:00|22:30
		7|2021-05-05|21:00|22:30
		8|2021-05-12|21:00|22:30
	END
	same "addition|$(members)" "$(waiting)"
	unchanged prints balint-calendar add 2021-05-05 <<<2021-05-05
	refused 1 'edition 9 has a session on 2021-05-05 already' balint-calendar add 2021-05-05 --at 20:00
}

@test "it can have its own time, length, room, link and reason" {
	balint-calendar add 2021-05-05 --at 20:00 --minutes 120 --venue 'Sala B' --online https://example.org/b --reason Recupero
	prints balint-calendar list --from 2021-05-05 --until 2021-05-05 -c start,end,note <<<'20:00|22:00|Recupero'
	same 'Sala B|https://example.org/b' "$(sql "SELECT venue, online FROM session WHERE date = '2021-05-05'")"
	refused 1 'a session of 120 minutes from 23:00 on would end after midnight' balint-calendar add 2021-05-06 --at 23:00 --minutes 120
}

@test "no session is added on a skipped date without --override and a reason" {
	refused 1 '2021-06-02 is skipped: Festa della Repubblica *' balint-calendar add 2021-06-02
	refused 2 '--override wants a --reason' balint-calendar add 2021-06-02 --override
	prints balint-calendar add 2021-06-02 --override --reason 'Tutti liberi' <<<2021-06-02
	same '' "$(balint-group check -c finding | grep skipped || true)"
}

@test "nor where a session is, cancelled or not" {
	refused 1 'edition 9 has a session on 2021-04-14 already' balint-calendar add 2021-04-14
	balint-calendar cancel 2021-04-14 --reason X
	refused 1 "the cancelled session of 2021-04-14 is there; 'balint-calendar restore' takes the cancellation back" balint-calendar add 2021-04-14
}

@test "one evening in another room, with another link, at another time" {
	silent balint-calendar set 2021-04-14 --venue 'Sala B' --online https://example.org/b --at 20:30
	same '2021-04-14|20:30|22:00|Sala B|https://example.org/b|1' \
		"$(sql "SELECT date, start, finish, venue, online, sequence FROM session WHERE date = '2021-04-14'")"
	same "amendment|$(members)" "$(waiting)"
	unchanged silent balint-calendar set 2021-04-14 --venue 'Sala B'
	silent balint-calendar set 2021-04-14 --venue '' --minutes 60
	same '20:30|21:30||2' "$(sql "SELECT start, finish, venue, sequence FROM session WHERE date = '2021-04-14'")"
	refused 2 'nothing to change: give one of the options' balint-calendar set 2021-04-14
	refused 1 'edition 9 has no session on 2021-04-15; *' balint-calendar set 2021-04-15 --venue X
}

@test "a cancelled session is not set" {
	balint-calendar cancel 2021-04-14 --reason X
	refused 1 "the session of 2021-04-14 is cancelled; 'balint-calendar restore' takes that back" balint-calendar set 2021-04-14 --venue Y
}

@test "another place of the edition raises the SEQUENCE of the sessions that are held there" {
	balint-calendar set 2021-04-14 --venue 'Sala B'
	balint-group edition set 9 --venue 'Sala C'
	same '2021-03-17|0|Torino, o via Zoom
2021-03-31|1|Sala C
2021-04-14|1|Sala B' "$(sql "SELECT s.date, s.sequence, coalesce(s.venue, e.venue) FROM session AS s JOIN edition AS e ON e.id = s.edition
		WHERE s.date BETWEEN '2021-03-10' AND '2021-04-20' ORDER BY s.date")"
	balint-group edition set 9 --online https://example.org/c
	same 2 "$(sql "SELECT sequence FROM session WHERE date = '2021-04-14'")"
	unchanged balint-group edition set 9 --venue 'Sala C'
}

@test "what is misused" {
	refused 2 '--reason T is needed' balint-calendar cancel 2021-04-14
	refused 2 "DATE: '2021-02-29' is not a date: *" balint-calendar cancel 2021-02-29 --reason X
	refused 2 '--reason: an empty text' balint-calendar cancel 2021-04-14 --reason ''
	refused 1 'edition 9 has no session on 2021-04-15; the nearest is on 2021-04-14' balint-calendar cancel 2021-04-15 --reason X
	refused 1 'edition 9 has no session on 2021-04-15; the nearest is on 2021-04-14' balint-calendar restore 2021-04-15
}

@test "the first place that an edition gets is that of its past sessions too, and they say that they changed" {
	balint-group edition add 10 --number 10 --year 2021
	sessions -e 10 --from 2021-03-10 --count 2
	balint-group edition set 10 --venue 'Via Roma 1'
	same '2021-03-10|1|
2021-03-24|1|' "$(sql "SELECT s.date, s.sequence, s.venue FROM session AS s JOIN edition AS e ON e.id = s.edition WHERE e.code = '10' ORDER BY 1")"
	balint-group edition set 10 --online https://example.org/c
	same '2021-03-10|2|
2021-03-24|2|' "$(sql "SELECT s.date, s.sequence, s.venue FROM session AS s JOIN edition AS e ON e.id = s.edition WHERE e.code = '10' ORDER BY 1")"
}

@test "a restored session has the reason of its move, and --reason is for --override" {
	balint-calendar move 2021-04-14 --to 2021-04-15 --reason Ponte --override
	balint-calendar cancel 2021-04-15 --reason Neve
	refused 2 '--reason says why there is an --override; *' balint-calendar restore 2021-04-15 --reason X
	balint-calendar closure add 2021-04-15 Chiuso
	balint-calendar restore 2021-04-15 --override --reason 'Via Zoom'
	same 'Ponte|Via Zoom' "$(sql "SELECT note, override FROM session WHERE date = '2021-04-15'")"
}

@test "a link is a link" {
	refused 1 '--online: *' balint-calendar set 2021-04-14 --online 'zoom'
	refused 1 '--online: *' balint-calendar add 2021-05-05 --online 'ftp://example.org'
}
