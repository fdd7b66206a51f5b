# shellcheck shell=bats disable=SC2154,SC2086
# undo: every writing verb of the four programs, and what stands in the way.
load helper
load undo

# What is said to those who named no command.
on='; for an earlier one: balint-group log, then balint-group undo ID'

verbs() { "$1" --help | sed -n '/^verbs:/,/^$/s/^  \([^ ][^ ]* \{0,1\}[^ ]*\)  .*/\1/p' | sed 's/ $//'; }

# Whether a verb only reads: then it says that a dry run of it has no meaning, once it has as many operands as it wants.
only_reads()
{
	local operands
	for operands in '' x 'x x' 'x x x'; do
		capture "$1" $2 $operands --dry-run
		[[ $stderr != *"'$2' writes nothing"* ]] || return 0
	done
	return 1
}

# The ninth edition with a certificate, whose code is known.
eventful() { prepared make_eventful; }

make_eventful()
{
	sh "$ROOT/share/examples/ninth-edition.sh"
	balint-attend mark 2021-02-17 gallo=present
	balint-attend certify gallo --as-of 2021-02-17 >/dev/null
	sqlite3 "$BALINT_DB" "UPDATE certificate SET code = '7KQM-2XPA-HR94'"
}

@test "every writing verb has a sample here, or a reason why it is not undone" {
	edition
	for program in balint-group balint-calendar balint-attend balint-fees; do
		verbs "$program" >verbs
		[ "$(wc -l <verbs)" -gt 15 ]
		while read -r verb; do
			only_reads "$program" "$verb" || grep -q "^$program $verb\( \|$\)" <(samples) || grep -q "^$program $verb:" <(exceptions) \
				|| { echo "$program $verb is neither undone by a test nor excepted" && false; }
		done <verbs
	done
}

@test "every sample is undone, done again, and undone again" {
	eventful
	files
	while read -r command; do
		before=$(contents)
		command=${command/LAST/$(sql 'SELECT max(id) FROM outbox')}
		capture $command
		same 0 "$status" "the exit status of '$command': $stderr"
		after=$(contents)
		[ "$before" != "$after" ] || { echo "'$command' changed nothing" && false; }
		id=$(last)
		undone "$before"
		same "$id" "${output%%$'\t'*}" "what was undone of '$command'"
		undone "$after" $((id + 1))
		[ -z "$BRIEF" ] || continue
		undone "$before" "$id"
		undone "$after" $((id + 3))
	done < <(samples)
	succeeds balint-group check -c finding
}

@test "everything is undone in reverse, back to the store as init made it" {
	association --association 'Associazione IL NODO group' --payee 'Associazione IL NODO group' --from 'Segreteria <segreteria@example.org>' --language it
	made=$(contents)
	sh "$ROOT/share/examples/ninth-edition.sh"
	files
	export BALINT_EDITION=9
	while read -r command; do
		capture ${command/LAST/$(sql 'SELECT max(id) FROM outbox')}
	done < <(samples | grep -v 'revoke\|-e 12')
	[ "$(last)" -gt 80 ]
	unset BALINT_EDITION
	while capture balint-group undo && [ "$status" -eq 0 ]; do :; done
	same 'balint-group: command 1 cannot be undone: it made the store; whoever wants none deletes the file' "$stderr" 'the last refusal'
	same "$made" "$(contents)" 'the store'
}

@test "random commands undone in reverse give back what was" {
	local -a pool before
	local now next i round
	ninth
	files
	balint-group person add neri --family Neri --given Ada --profession medico >/dev/null
	cp "$BALINT_DB" ninth.db
	RANDOM=7
	mapfile -t pool <<-'END'
		balint-calendar cancel 2021-04-14 --reason Neve
		balint-calendar restore 2021-04-14
		balint-calendar move 2021-04-28 --to 2021-04-29 --reason Ponte --override
		balint-calendar move 2021-04-14 --to 2021-04-16 --reason Ponte
		balint-calendar consent 2021-04-14 rossi --no
		balint-calendar set 2021-04-14 --venue Altrove
		balint-calendar set 2021-04-14 --venue Sala --at 20:00
		balint-calendar add 2021-05-05 --reason Recupero
		balint-group edition set 9 --venue Sala
		balint-group edition set 9 --venue Torino --title Corso
		balint-group enrol neri
		balint-group withdraw bianchi --on 2021-03-20
		balint-group person set rossi --phone 1
		balint-group person set rossi --phone 2 --email r@example.org
		balint-fees plan neri
		balint-fees pay rossi 50 --on 2021-03-01
		balint-fees pay rossi 120 --on 2021-03-02
		balint-fees adjust rossi --less 20 --reason borsa
		balint-fees reverse 1 --reason errore
		balint-fees refund rossi 5 --on 2021-03-05
		balint-fees reconcile credits.csv --apply -q
		balint-fees unmatch 1
		balint-attend mark 2021-02-17 rossi=21:07 --rest present
		balint-attend import marks.csv
		balint-attend present 2021-03-03 rossi --kind case
		balint-attend rota swap 2021-05-12 2021-05-26
		balint-calendar issue
		balint-group outbox drop 3
	END
	for ((round = 0; round < $(times 50 6); round++)); do
		cp ninth.db "$BALINT_DB"
		before=()
		now=$(sql 'SELECT max(id) FROM log' && contents)
		for ((i = 0; i < 3; i++)); do
			capture ${pool[RANDOM % ${#pool[@]}]}
			next=$(sql 'SELECT max(id) FROM log' && contents)
			[ "${now%%$'\n'*}" = "${next%%$'\n'*}" ] || before+=("${now#*$'\n'}")
			now=$next
		done
		for ((i = ${#before[@]}; i-- > 0;)); do
			undone "${before[i]}"
		done
	done
}

# ---- which command

@test "without an ID it is the last command that stands; the log says what was undone by which" {
	edition
	balint-group set grace=11
	balint-group set grace=12
	prints balint-group undo -c id,command,undone <<<'4|balint-group set grace=12|5'
	prints balint-group undo -c id,command,undone <<<'3|balint-group set grace=11|6'
	prints balint-group log -c id,command,undoes,undone --limit 4 <<-'END'
		6|balint-group undo -c id,command,undone|3|
		5|balint-group undo -c id,command,undone|4|
		4|balint-group set grace=12||5
		3|balint-group set grace=11||6
	END
	balint-group set grace=13
	prints balint-group undo -c id <<<7
	prints balint-group undo -c id <<<2
	refused 1 'command 1 cannot be undone: it made the store; whoever wants none deletes the file' balint-group undo
}

@test "the ID of an undo does again what it took back, as often as one likes" {
	edition
	balint-group set grace=11
	before=$(contents)
	balint-group set grace=12
	after=$(contents)
	for ((id = 4; id < 12; id += 2)); do
		undone "$before" 4
		refused 1 "command 4 is undone already; to do it again: balint-group undo $((id + 1))" balint-group undo 4
		undone "$after" $((id + 1))
		refused 1 "command $((id + 1)) is undone already; to do it again: balint-group undo $((id + 2))" balint-group undo $((id + 1))
	done
	prints balint-group log -c id,undoes,undone --limit 4 <<<$'12|11|\n11|10|12\n10|9|\n9|8|12'
	undone "$before" 6
	refused 1 'command 4 is undone already; to do it again: balint-group undo 13' balint-group undo 4
	undone "$after" 5
}

@test "without an ID nobody undoes what another user did; with one anybody does" {
	edition
	balint-group set grace=11
	balint-group set language=en
	sql "UPDATE log SET who = 'anna' WHERE id = 4"
	prints balint-group undo -c id,who <<<"3|$(id -un)"
	prints balint-group undo 4 -c id,who <<<'4|anna'
	sql "UPDATE log SET who = 'anna'"
	refused 1 "the log has no command of '$(id -un)' that is not undone; 'balint-group log' shows those of others" balint-group undo
}

@test "an ID is a number of the log" {
	edition
	for id in x 0 -1 1.5 '' 99999999999999999999; do
		refused 2 "ID: '$id' is not the number of a command; 'balint-group log' shows them" balint-group undo -- "$id"
	done
	refused 1 "there is no command 99 in the log; 'balint-group log' shows them" balint-group undo 99
	refused 2 "'3' is one operand too many" balint-group undo 2 3
	sql 'DELETE FROM log'
	refused 1 "the log has no command of *" balint-group undo
}

@test "a dry run says what would be undone" {
	ninth
	unchanged prints balint-group undo -n -c id,command,undone <<<'36|balint-fees plan|37'
	unchanged refused 1 'command 7 cannot be undone: command 8 (balint-group enrol rossi) builds on it; undo that first: balint-group undo 8' balint-group undo 7 -n
}

@test "what is never undone says so by name" {
	replaced='it replaced the whole store; to have another one in its place, restore that'
	edition
	person neri Neri Ada
	balint-group -q forget neri >/dev/null
	refused 1 "command 4 cannot be undone: who is forgotten stays forgotten$on" balint-group undo
	refused 1 'command 4 cannot be undone: who is forgotten stays forgotten' balint-group undo 4
	refused 1 'command 3 cannot be undone: its change set was erased with somebody who was forgotten' balint-group undo 3
	warns 'command 4 has forgotten somebody, and has no change set' balint-group log --show 4
	warns 'the change set of command 3 was erased with somebody who was forgotten' balint-group log --show 3
	balint-group backup copy.db -q >/dev/null
	balint-group -qd "$BALINT_DB" restore copy.db >/dev/null
	refused 1 "command 5 cannot be undone: $replaced$on" balint-group undo
	refused 1 "command 5 cannot be undone: $replaced" balint-group undo 5
	warns 'command 5 has replaced the whole store, and has no change set' balint-group log --show 5
	balint-group demo -q demo.db >/dev/null
	refused 1 'command 1 cannot be undone: it made the store; whoever wants none deletes the file' balint-group undo -d demo.db
	warns 'command 1 has made the store, and has no change set' balint-group log --show 1 -d demo.db
	# A word of a command line is not its verb.
	balint-group set payee=forget
	succeeds balint-group undo
}

@test "of a command without a verb or a change set nothing untrue is said" {
	edition
	balint-group set grace=11
	sql "UPDATE log SET changes = x'', verb = NULL WHERE id = 3"
	refused 1 'command 3 cannot be undone: the log has no change set of it' balint-group undo 3
	warns 'the log has no change set of command 3' balint-group log --show 3
}

@test "undo does not cross a schema" {
	edition
	sql 'UPDATE log SET schema = 5 WHERE id = 2'
	refused 1 "command 2 cannot be undone: the store has been brought up to date since (schema 5, now $(sql 'PRAGMA user_version')), and nothing before that is undone""$on" balint-group undo
}

@test "what was erased with somebody who was forgotten is not undone" {
	edition
	balint-group set grace=11
	sql "UPDATE log SET changes = x'', command = '' WHERE id = 3"
	refused 1 'command 3 cannot be undone: its change set was erased with somebody who was forgotten'"$on" balint-group undo
	prints balint-group undo 2 -c id <<<2
}

# ---- what stands in the way

@test "a later command that changed the same is named, and is to be undone first" {
	ninth
	balint-group person set rossi --phone 1
	balint-group person set rossi --phone 2
	balint-group person set bianchi --phone 3
	refused 1 'command 37 cannot be undone: command 38 (balint-group person set rossi --phone 2) has changed the same person since; undo that first: balint-group undo 38' balint-group undo 37
	succeeds balint-group undo 38
	succeeds balint-group undo 37
	same $'\n3' "$(sql "SELECT coalesce(phone, '') FROM person WHERE handle IN ('rossi', 'bianchi') ORDER BY handle DESC")"
}

@test "other columns of the same row do not stand in the way" {
	ninth
	balint-group person set rossi --phone 1
	balint-group person set rossi --email r@example.org
	succeeds balint-group undo 37
	same '|r@example.org' "$(sql "SELECT phone, email FROM person WHERE handle = 'rossi'")"
}

@test "of several later commands the last one that stands is named" {
	edition
	for grace in 11 12 13 14; do balint-group set grace=$grace; done
	balint-group undo >/dev/null
	balint-group set language=en
	refused 1 'command 3 cannot be undone: command 5 (balint-group set grace=13) has changed the same setting since; *: balint-group undo 5' balint-group undo 3
	balint-group undo 7 >/dev/null # grace=14 again
	refused 1 'command 3 cannot be undone: command 6 (balint-group set grace=14) has changed the same setting since; *: balint-group undo 6' balint-group undo 3
	for id in 6 5 4 3; do succeeds balint-group undo $id; done
	refused 1 'command 11 cannot be undone: command 13 (balint-group undo 3) has changed the same setting since; *: balint-group undo 13' balint-group undo 11
}

@test "a long command line is shortened in the message" {
	edition
	balint-group set association=A
	balint-group set association="$(printf 'B%.0s' {1..300})"
	refused 1 "command 3 cannot be undone: command 4 (balint-group set association=$(printf 'B%.0s' {1..30})…) has changed the same setting since; undo that first: balint-group undo 4" balint-group undo 3
}

@test "what builds on it is to be undone first" {
	ninth
	refused 1 'command 2 cannot be undone: command 35 (balint-fees tariff set altre-professioni 250 --vat 22) builds on it; undo that first: balint-group undo 35' balint-group undo 2
	refused 1 'command 8 cannot be undone: command 36 (balint-fees plan) builds on it; undo that first: balint-group undo 36' balint-group undo 8
}

@test "what has taken its place is to be undone first" {
	ninth
	balint-calendar move 2021-04-14 --to 2021-04-15 --reason Ponte --override >/dev/null
	balint-calendar add 2021-04-14 --reason Recupero >/dev/null
	refused 1 'command 37 cannot be undone: command 38 (balint-calendar add 2021-04-14 --reason Recupero) has since put another session in its place; undo that first: balint-group undo 38' balint-group undo 37
	succeeds balint-group undo
	succeeds balint-group undo
}

@test "what was added under the same number meanwhile is not overwritten" {
	edition
	person a A A
	succeeds balint-group undo
	person b B B
	refused 1 'command 4 cannot be undone: command 5 (balint-group person add b --family B --given B) has changed the same person since; undo that first: balint-group undo 5' balint-group undo 4
	succeeds balint-group undo
	succeeds balint-group undo 4
	same a "$(sql 'SELECT handle FROM person')"
}

@test "what was changed behind the log's back is not overwritten" {
	edition
	balint-group set grace=11
	sql "UPDATE setting SET value = '12' WHERE key = 'grace'"
	refused 1 'command 3 cannot be undone: what it did to setting grace has been changed since, by nothing that the log knows of'"$on" balint-group undo
	sql "DELETE FROM setting WHERE key = 'grace'"
	refused 1 'command 3 cannot be undone: what it did to setting grace has been changed since, by nothing that the log knows of'"$on" balint-group undo
}

@test "what check would find an error of is not done" {
	ninth
	balint-calendar closure add 2021-05-05 Chiusura
	balint-calendar closure remove 2021-05-05
	balint-calendar add 2021-05-05 --reason Recupero >/dev/null
	refused 1 "command 38 cannot be undone: 'check' would then find an error, of edition 9, 2021-05-05: a session on a skipped date: Chiusura (closure)" balint-group undo 38
	# What was wrong before stands in nobody's way.
	sql "INSERT INTO suspension (kind, first_on, last_on, label) VALUES ('closure', '2021-05-12', '2021-05-12', 'Festa')"
	capture balint-group check
	same 3 "$status" 'the exit status of check'
	balint-group set grace=11
	succeeds balint-group undo
}

@test "a change set that cannot be read is refused" {
	edition
	balint-group set grace=11
	for bytes in 5401 54010173 5402010073657474696e670012 00 540201007365747469696e67001200030566; do
		sql "UPDATE log SET changes = x'$bytes' WHERE id = 3"
		refused 1 "the change set of command 3 cannot be read; run 'balint-group check'""$on" balint-group undo
	done
	for added in '{"sqlite_schema": [1, 2]}' '{"x\" WHERE 1 --": [1, 2]}' xx '' 5 '[[1, 2]]' '{"person": "xx"}' '{"person": [1]}' '{"person": [1, 2.5]}' '{"log": [1, 2]}'; do
		sql "UPDATE log SET changes = x'', added = '$added' WHERE id = 3"
		refused 1 "the change set of command 3 cannot be read; run 'balint-group check'" balint-group undo 3
	done
	for added in xx '' '{"person": "xx"}'; do
		sql "UPDATE log SET added = '$added' WHERE id = 3"
		refused 1 "the change set of command 3 cannot be read; run 'balint-group check'" balint-group log --show 3
	done
}

@test "a range that is larger than any table ends" {
	edition
	balint-group set grace=11
	sql "UPDATE log SET changes = x'', added = '{\"session\": [1, 4000000000000]}' WHERE id = 3"
	succeeds timeout 20 balint-group undo
}

@test "check finds what cannot be read in the log, and restore tells of it" {
	edition
	balint-group set grace=11
	broken='the change set of command 3 in the log cannot be read: nothing takes that command back'
	for damage in "changes = x'54FFFF'" "changes = x'', added = 'xx'"; do
		sql "UPDATE log SET $damage WHERE id = 3"
		capture balint-group check -c level,subject,finding,cure
		same 3 "$status" 'the exit status of check'
		[[ $output == "error${TAB}store${TAB}$broken${TAB}restore a backup"* ]]
	done
	balint-group backup copy.db -q >/dev/null
	warns "$broken" balint-group restore copy.db -d new.db
}

@test "what check warns of afterwards and not before is told" {
	ninth
	balint-group edition set 9 --max 13
	participant neri Neri Ada
	participant verdi Verdi Ugo
	balint-fees plan -q >/dev/null
	warns "afterwards 'check' finds, of edition 9: 13 participants, more than 12" balint-group undo 37
}

# ---- SEQUENCE

sequence() { sql "SELECT sequence FROM session WHERE edition = 1 ORDER BY date LIMIT 1"; }

@test "the SEQUENCE of a session only rises, whatever is undone and done again" {
	ninth
	export BALINT_TODAY=2021-02-01
	before=$(contents)
	balint-calendar set 2021-02-17 --venue Altrove
	once=$(contents)
	BALINT_TODAY=2021-02-02 balint-calendar set 2021-02-17 --at 20:00
	twice=$(contents)
	last=$(sequence)
	while read -r id expected; do
		undone "${!expected}" $id
		same $((last += 1)) "$(sequence)" "the SEQUENCE after 'undo $id'"
	done <<-'END'
		38 once
		37 before
		40 once
		39 twice
		38 once
		37 before
	END
	balint-calendar set 2021-02-17 --venue Altrove
	same $((last + 1)) "$(sequence)"
	once=$(contents)
	undone "$before"
	undone "$once" "$(last)"
}

@test "a session that comes back has a higher SEQUENCE than it had" {
	ninth
	balint-calendar add 2021-05-05 --reason Recupero >/dev/null
	succeeds balint-group undo
	succeeds balint-group undo 38
	same 1 "$(sql "SELECT sequence FROM session WHERE date = '2021-05-05'")"
	same 0 "$(sql "SELECT max(sequence) FROM session WHERE date <> '2021-05-05'")"
	succeeds balint-group undo
	succeeds balint-group undo 40
	same 2 "$(sql "SELECT sequence FROM session WHERE date = '2021-05-05'")"
}

# ---- what was sent or issued

# delivered KIND...: the notices that wait have gone.
delivered() { balint-calendar notify --via "maildir:$PWD/box" >/dev/null; }

@test "a change of the calendar of which the word has gone names what takes it back" {
	ninth
	while IFS='|' read -r command words; do
		$command >/dev/null
		id=$(last)
		undone_before=$(contents)
		cp "$BALINT_DB" waiting.db
		succeeds balint-group undo # while it waits
		cp waiting.db "$BALINT_DB"
		same "$undone_before" "$(contents)"
		delivered
		refused 1 "command $id cannot be undone: $words""$on" balint-group undo
	done <<-'END'
		balint-calendar cancel 2021-04-14 --reason Neve|the word of the cancellation has gone to 13 people; to take it back: balint-calendar restore 2021-04-14
		balint-calendar restore 2021-04-14|the word that it is held has gone to 13 people; to cancel it: balint-calendar cancel 2021-04-14 --reason T
		balint-calendar move 2021-04-14 --to 2021-04-16 --reason Ponte --override|the word of the move has gone to 13 people; to move it back: balint-calendar move 2021-04-16 --to 2021-04-14 --reason T
		balint-calendar add 2021-05-05 --reason Recupero|the word of the session has gone to 13 people; to cancel it: balint-calendar cancel 2021-05-05 --reason T
		balint-calendar set 2021-05-05 --venue Altrove|the word of the change has gone to 13 people; to change it back: balint-calendar set 2021-05-05, or balint-group edition set
		balint-calendar move 2021-04-28 --to 2021-04-29 --reason Ponte|the question has gone to 11 people; to ask no longer: balint-calendar retract 2021-04-28
	END
}

@test "what was delivered does not come back; what only waits, or has failed, is undone" {
	ninth
	export BALINT_TODAY=2021-03-29
	before=$(contents)
	capture balint-calendar remind --via sendmail
	same 3 "$status" 'the exit status without a sendmail'
	undone "$before"
	succeeds balint-group undo 38
	succeeds balint-calendar remind --via "maildir:$PWD/box"
	refused 1 'command 37 cannot be undone: mails have gone to 13 people, and do not come back' balint-group undo 37
	before=$(contents)
	succeeds balint-fees request --month 2021-03 --via "maildir:$PWD/box"
	refused 1 "command $(last) cannot be undone: mails have gone to 11 people, and do not come back""$on" balint-group undo
}

@test "a notice that failed gives way" {
	ninth
	before=$(contents)
	balint-calendar cancel 2021-04-14 --reason Neve
	sql "UPDATE outbox SET status = 'failed', done_at = '2021-03-19T23:00:00Z', error = 'nowhere'"
	undone "$before"
	succeeds balint-group undo -q 38
	same failed "$(sql 'SELECT DISTINCT status FROM outbox')"
}

@test "a session about which mails have gone since is not taken away" {
	ninth
	succeeds balint-calendar remind --days 12 --via "maildir:$PWD/box"
	refused 1 'command 33 cannot be undone: mails about the session of 2021-03-31 have gone since; to cancel it: balint-calendar cancel 2021-03-31 --reason T' balint-group undo 33
}

@test "a session of which a reminder has told how it stands now is not changed back" {
	ninth
	balint-calendar set 2021-03-31 --venue Altrove
	balint-group outbox list -c id | while read -r id; do balint-group outbox drop "$id"; done
	succeeds balint-calendar remind --days 12 --via "maildir:$PWD/box"
	refused 1 'command 37 cannot be undone: mails about the session of 2021-03-31 have gone since, and say how it stands now; to change it: balint-calendar cancel, restore, move or set' balint-group undo 37
}

@test "what was issued with a calendar is changed, not undone" {
	ninth
	balint-calendar issue >/dev/null
	refused 1 'command 33 cannot be undone: the calendar was issued on 2021-03-20 with the session of 2021-02-17; to cancel it: balint-calendar cancel 2021-02-17 --reason T; if nobody has that calendar yet, undo the issue first: balint-group undo 37' balint-group undo 33
	balint-calendar cancel 2021-04-14 --reason Neve
	before=$(contents)
	balint-calendar issue >/dev/null
	refused 1 'command 38 cannot be undone: the calendar was issued on 2021-03-20 with the session of 2021-04-14 as it is now; to change it: *; if nobody has that calendar yet, undo the issue first: balint-group undo 39' balint-group undo 38
	undone "$before"
	succeeds balint-group undo
	succeeds balint-group undo
	succeeds balint-group undo -q 33
}

@test "a certificate is revoked, not undone" {
	eventful
	refused 1 'command 38 cannot be undone: certificates are numbered without gaps; to take one back: balint-attend revoke 7KQM-2XPA-HR94 --reason T'"$on" balint-group undo
	balint-attend revoke 7KQM-2XPA-HR94 --reason errore
	succeeds balint-group undo
	same valid "$(balint-attend certificates -c status)"
}

@test "whoever has handed in a questionnaire stays enrolled" {
	ninth
	person neri Neri Ada --profession medico
	balint-group enrol neri
	balint-attend evaluate received neri
	refused 1 "command 38 cannot be undone: 'neri' has handed in a questionnaire since; if not: balint-attend evaluate received neri --remove -e 9""$on" balint-group undo
	balint-attend evaluate received neri --remove
	succeeds balint-group undo
}

@test "what a report has warned of goes with the enrolment" {
	ninth
	person neri Neri Ada --profession medico
	balint-group enrol neri
	sql "INSERT INTO warning SELECT id, 'ecm' FROM enrolment ORDER BY id DESC LIMIT 1"
	succeeds balint-group undo
	same 0 "$(sql 'SELECT count(*) FROM warning')"
}

# ---- money

asked() { succeeds balint-fees request --month 2021-03 --via "maildir:$PWD/box"; }

@test "the ledger is undone by a reversal once payment has been asked for" {
	ninth
	balint-fees pay rossi 200 --on 2021-03-01 -q >/dev/null
	balint-fees adjust rossi --less 10 --reason borsa --month 2021-03 -q >/dev/null
	balint-fees reverse 2 --reason errore -q >/dev/null
	balint-fees pay bianchi 61 --on 2021-03-01 -q >/dev/null
	asked
	refused 1 "command 36 cannot be undone: 'bianchi' has been asked since to pay for 2021-03; to change that: balint-fees adjust bianchi --less AMOUNT --month 2021-03 --reason T -e 9" balint-group undo 36
	refused 1 "command 37 cannot be undone: 'rossi' has been asked since to pay what entry 1 left open; to take it back: balint-fees reverse 1 --reason T" balint-group undo 37
	refused 1 "command 38 cannot be undone: *" balint-group undo 38
	refused 1 "command 39 cannot be undone: 'rossi' has been asked since to pay what entry 3 left open; to enter it anew: balint-fees pay, adjust or match" balint-group undo 39
	# Of February nobody has been asked for anything.
	succeeds balint-group undo 40
	# What is entered after the mails went is undone as anything else.
	before=$(contents)
	balint-fees pay bianchi 10 --on 2021-03-02 >/dev/null
	undone "$before"
	balint-fees pay conti 200 --on 2021-03-02 -q >/dev/null
	undone "$before"
}

@test "a payment of which a receipt was printed is reversed, not undone" {
	ninth
	before=$(contents)
	balint-fees pay rossi 100 --on 2021-03-01 -q >/dev/null
	undone "$before"
	balint-fees pay rossi 100 --on 2021-03-01 -q >/dev/null
	id=$(last)
	succeeds balint-fees receipt 1
	same "$id" "$(last)" 'the last command of the log'
	refused 1 "command $id cannot be undone: receipt 1 was printed, and its number is not given again; to take the payment back: balint-fees reverse 1 --reason T" balint-group undo "$id"
	unchanged succeeds balint-fees receipt 1 --html
	succeeds balint-fees reverse 1 --reason errore -q
	same 3 "$(balint-fees pay rossi 100 --on 2021-03-01 -q)" 'the number of the next payment'
}

@test "who pays for another has been asked for theirs too" {
	ninth
	person asl ASL Torino --email asl@example.org
	balint-group person set rossi --payer asl
	balint-group person set bianchi --payer asl
	balint-fees pay rossi 85.40 --on 2021-03-01 --month 2021-03 >/dev/null
	id=$(last)
	balint-fees adjust bianchi --less 10 --reason borsa --month 2021-03 >/dev/null
	export BALINT_TODAY=2021-03-21
	asked
	refused 1 "command $id cannot be undone: 'rossi' has been asked since *" balint-group undo $id
	refused 1 "command $((id + 1)) cannot be undone: 'bianchi' has been asked since *" balint-group undo $((id + 1))
}

# ---- in bulk

@test "a bulk import is undone, done again and undone" {
	ninth
	files
	before=$(contents)
	balint-fees reconcile credits.csv --apply -q >/dev/null
	after=$(contents)
	prints balint-group log --show 37 -c table,operation,key,column,after <<-'END'
		credit|added|1..1||
		statement|insert|1|file|credits.csv
		statement|insert|1|source|generic
		statement|insert|1|applied_at|2021-03-19T23:00:00Z
		entry|insert|1|kind|payment
		entry|insert|1|person|10
		entry|insert|1|amount|8540
		entry|insert|1|date|2021-03-08
		entry|insert|1|credit|1
		entry|insert|1|recorded_at|2021-03-19T23:00:00Z
		allocation|insert|1|entry|1
		allocation|insert|1|instalment|7
		allocation|insert|1|amount|8540
		allocation|insert|1|date|2021-03-08
	END
	undone "$before"
	undone "$after" 38
	undone "$before"
	undone "$after" 40
	balint-fees unmatch 1 >/dev/null
	refused 1 'command 37 cannot be undone: command 42 (balint-fees unmatch 1) *; undo that first: balint-group undo 42' balint-group undo 37
}

@test "marks that came from a file go and come back" {
	ninth
	files
	before=$(contents)
	balint-attend import marks.csv >/dev/null
	prints balint-group log --show 37 <<<'mark|added|1..2|||'
	after=$(contents)
	undone "$before"
	undone "$after" 38
	balint-attend mark 2021-02-17 rossi=21:05
	undone "$after"
	undone "$before" 37
	balint-attend mark 2021-02-17 rossi=21:05
	refused 1 'command 42 cannot be undone: command 43 (balint-attend mark 2021-02-17 rossi=21:05) has changed the same mark since; undo that first: balint-group undo 43' balint-group undo 42
}
