# shellcheck shell=bats disable=SC2154
# What backup, restore, demo and init do where something lies that is not theirs.
load helper

setup()
{
	scene
	prepared demo
	export BALINT_TODAY=2021-04-20
}

demo() { balint-group demo -q "$BALINT_DB" >/dev/null; }

# there: the names of what lies here.
there() { find . -mindepth 1 -maxdepth 1 ! -name home ! -name '.*' -printf '%f\n' | sort | tr '\n' ' '; }

# written FILE: a store whose last change is in its log of writes only, and nobody is at it.
written() { sqlite3 "$1" '.dbconfig no_ckpt_on_close on' 'PRAGMA journal_mode = WAL' "UPDATE person SET phone = '1' WHERE handle = 'rossi'" >/dev/null; }

@test "where a log of writes lies without its store, no store is made" {
	balint-group backup good.db >/dev/null
	for end in -wal -journal; do
		echo stale >"new.db$end"
		for trial in '' -n; do
			# shellcheck disable=SC2086
			{
				refused 1 "new.db$end: lies there without its store; move it away" balint-group restore good.db -d new.db $trial
				refused 1 "new.db$end: lies there without its store; move it away" balint-group demo new.db $trial
				refused 1 "new.db$end: lies there without its store; move it away" balint-group init --association A --payee A --iban "$IBAN" -d new.db $trial
			}
		done
		same "balint.db good.db new.db$end " "$(there)" 'what is there'
		rm "new.db$end"
	done
	echo stale >balint.db.before-restore-wal
	capture balint-group restore good.db
	same "balint-group: $BALINT_DB: kept as it was in $BALINT_DB.before-restore.2" "$stderr"
}

@test "a store named by a link is read with its log of writes" {
	cp "$BALINT_DB" s.db
	mkdir d
	ln -s ../s.db d/link.db
	written s.db
	[ -s s.db-wal ]
	balint-group restore d/link.db -d new.db >/dev/null
	same 1 "$(sqlite3 new.db "SELECT phone FROM person WHERE handle = 'rossi'")" 'the phone'
}

@test "who may not write reads a store by a link with its log of writes" {
	written "$BALINT_DB"
	read_only
	cp balint.db-wal balint.db-shm "$shelf/store/" 2>/dev/null || { chmod 755 "$shelf/store" && cp balint.db-wal balint.db-shm "$shelf/store/"; }
	chmod 555 "$shelf/store"
	chmod 444 "$shelf"/store/balint.db-*
	mkdir "$shelf/d"
	ln -s ../store/balint.db "$shelf/d/link.db"
	capture unprivileged balint-group person show rossi -c phone -d "$shelf/d/link.db"
	same '0 1 ' "$status $output $stderr"
	unshelve
}

@test "of a store with another name, beside which something may lie, nothing is restored" {
	cp "$BALINT_DB" s.db
	mkdir d
	ln s.db d/hard.db
	written s.db
	refused 1 'd/hard.db: is a store that has another name too, and what was written last may lie beside that; make a backup of it, and restore that' \
		balint-group restore d/hard.db
	balint-group backup good.db >/dev/null
	ln good.db again.db # a backup has nothing beside it
	balint-group restore -q again.db >/dev/null
}

@test "what lies beside a file that nobody is at is not read, and the file's folder stays as it is" {
	cp "$BALINT_DB" s.db
	written s.db
	rm -f s.db-shm
	before=$(there)
	refused 1 "s.db: what $PWD/s.db-wal holds is not in it yet; 'balint-group log --db s.db' brings it in" balint-group restore s.db
	same "$before" "$(there)" 'what is there'
	balint-group log --db s.db >/dev/null
	balint-group restore -q s.db >/dev/null
	same 1 "$(sql "SELECT phone FROM person WHERE handle = 'rossi'")" 'the phone'
	balint-group backup good.db >/dev/null
	echo stale >good.db-wal
	refused 1 "good.db: $PWD/good.db-wal lies beside it and is none of it; move it away" balint-group restore good.db
}

@test "what is nobody's half copy is not taken for one" {
	balint-group backup b.db >/dev/null
	mkdir a
	cp b.db b.db.restored.unfinished
	cp b.db own
	mv b.db b
	refused 1 "b.db: 'b.db.restored.unfinished' is in the way; move it elsewhere" balint-group restore b.db.restored.unfinished --db b.db
	cmp own b.db.restored.unfinished
	mv b.db.restored.unfinished a/s.unfinished
	refused 1 "a/s: 'a/s.unfinished' is in the way; move it elsewhere" balint-group backup a/s --db a/s.unfinished
	cmp own a/s.unfinished
	mv a/s.unfinished a/balint-2021-04-20T0000.db.unfinished
	capture balint-group backup a --db a/balint-2021-04-20T0000.db.unfinished
	cmp own a/balint-2021-04-20T0000.db.unfinished
	echo precious >bk.unfinished
	refused 1 "bk: 'bk.unfinished' is in the way; move it elsewhere" balint-group backup bk
	echo precious >d.db.restored.unfinished
	refused 1 "d.db: 'd.db.restored.unfinished' is in the way; move it elsewhere" balint-group demo d.db
	ln own e.db.restored.unfinished
	refused 1 "e.db: 'e.db.restored.unfinished' is in the way; move it elsewhere" balint-group demo e.db
	same $'precious\nprecious' "$(cat bk.unfinished d.db.restored.unfinished)" 'what is hers'
	cp own f.db.restored.unfinished
	truncate -s 8192 g.db.restored.unfinished
	prints balint-group demo -q f.db <<<f.db
	prints balint-group demo -q g.db <<<g.db
	rm own
}

@test "a name is a file's, whatever SQLite would make of it" {
	for name in :memory: file:x.db 'file:y.db?mode=memory'; do
		prints balint-group demo -q "$name" <<<"$name"
		[ -f "$name" ]
		prints balint-group person show rossi -c handle -d "$name" <<<rossi
		prints balint-group backup "$name.copy" -d "$name" <<<"$name.copy"
		rm "$name"
		prints balint-group restore "$name.copy" -d "$name" <<<"$name"
		chmod 444 "$name"
		prints balint-group person show rossi -c handle -d "$name" <<<rossi
	done
	same ':memory: :memory:.copy balint.db file:x.db file:x.db.copy file:y.db?mode=memory file:y.db?mode=memory.copy ' "$(there)" 'what is there'
}

@test "what a signal interrupts leaves no half copy" {
	balint-group export >export
	mkfifo slow
	for signal in INT TERM HUP; do
		# In bash what runs in the background ignores an interrupt, under nohup a hang-up too; python gives them back.
		/usr/bin/python3 -c 'import os, signal, sys; [signal.signal(s, signal.SIG_DFL) for s in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM)]; os.execvp(sys.argv[1], sys.argv[1:])' \
			balint-group restore slow -q 2>err &
		exec 7>slow
		head -c 20000 export >&7
		for _ in $(seq 100); do [ ! -e balint.db.restored.unfinished ] || break; sleep 0.05; done
		[ -e balint.db.restored.unfinished ]
		kill -s "$signal" $!
		status=0
		wait $! || status=$?
		exec 7>&-
		same "$((128 + $(kill -l "$signal")))" "$status" 'how it ended'
		same 'balint.db err export slow ' "$(there)" 'what is there'
	done
}

@test "what has gone since the backup does not go again" {
	balint-group backup copy.db >/dev/null
	balint-fees request --month 2021-05 -e 9 --via maildir:out -q >/dev/null
	balint-calendar remind --days 10 -e 9 --via maildir:out -q >/dev/null
	gone=$(find out/new -type f | wc -l)
	[ "$gone" -gt 5 ]
	capture balint-group restore copy.db -n
	[[ $stderr == *"balint-group: $gone notices that have gone since stay marked as sent, and do not go again" ]]
	outbox=$(sql 'SELECT key, kind, person, session, change, instalment, step, status, done_at, address, via, told FROM outbox ORDER BY key')
	capture balint-group restore copy.db
	same 0 "$status" 'the exit status'
	same "balint-group: $gone notices that have gone since stay marked as sent, and do not go again
balint-group: $BALINT_DB: kept as it was in $BALINT_DB.before-restore" "$stderr" 'what it says'
	same "$outbox" "$(sql 'SELECT key, kind, person, session, change, instalment, step, status, done_at, address, via, told FROM outbox ORDER BY key')" 'the outbox'
	balint-fees request --month 2021-05 -e 9 --via maildir:out -q >/dev/null
	balint-calendar remind --days 10 -e 9 --via maildir:out -q >/dev/null
	same "$gone" "$(find out/new -type f | wc -l)" 'the mails'
}

@test "what went about something that the backup has not is named" {
	balint-group backup copy.db >/dev/null
	balint-calendar add 2021-06-30 -e 9 >/dev/null
	balint-calendar notify -e 9 --via maildir:out -q >/dev/null
	lost=$(find out/new -type f | wc -l)
	[ "$lost" -gt 5 ]
	capture balint-group restore copy.db
	[[ $stderr == *"balint-group: $lost notices that went since are about what is not in copy.db: entered again, it is mailed again, unless you drop that ('balint-group outbox drop')"* ]] ||
		same '' "$stderr"
	same '' "$(sql "SELECT key FROM outbox WHERE kind = 'addition'")" 'what is left of it'
}

@test "of another association's store, or one that cannot be read, nothing is taken over" {
	balint-group backup copy.db >/dev/null
	balint-calendar remind --days 10 -e 9 --via maildir:out -q >/dev/null
	sqlite3 copy.db "UPDATE identity SET name = lower(hex(zeroblob(16)))"
	warns "$BALINT_DB: kept as it was in $BALINT_DB.before-restore" balint-group restore copy.db
	sql 'DROP VIEW members'
	capture balint-group restore copy.db
	same "balint-group: $BALINT_DB: cannot be read, so what it has mailed since may go again: see 'balint-group outbox list'
balint-group: $BALINT_DB: kept as it was in $BALINT_DB.before-restore.2" "$stderr"
}

sequences() { sql "SELECT date, sequence FROM session WHERE edition = (SELECT id FROM edition WHERE code = '9') AND date > '2021-04-20' ORDER BY date"; }

@test "a session's SEQUENCE does not go back" {
	export BALINT_EDITION=9
	before=$(sequences)
	balint-group backup copy.db >/dev/null
	balint-calendar set 2021-06-09 --venue 'Sala B' >/dev/null
	balint-calendar cancel 2021-06-23 --reason Sciopero >/dev/null
	balint-calendar cancel 2021-05-26 --reason Sciopero >/dev/null
	balint-calendar restore 2021-05-26 >/dev/null
	changed=$(sequences)
	capture balint-group restore copy.db
	[[ $stderr == *'balint-group: 2 sessions come back with another time, place or status: tell the members'* ]] || same '' "$stderr"
	# Each of the two rises once more; the one that is as it was keeps what it had.
	same "$(awk -F'|' -v OFS='|' '/2021-06-(09|23)/ { $2++ } 1' <<<"$changed")" "$(sequences)" 'the sequences'
	[ "$(sequences)" != "$before" ]
	capture balint-group restore balint.db.before-restore
	same "$(awk -F'|' -v OFS='|' '/2021-06-(09|23)/ { $2 += 2 } 1' <<<"$changed")" "$(sequences)" 'the sequences, and back'
	capture balint-group restore "$BALINT_DB.before-restore.2" -n -q
	same 0 "$status"
}

@test "the log says which verb it was" {
	balint-group export | balint-group restore -q - -d new.db >/dev/null
	same 'balint-group restore' "$(sqlite3 new.db 'SELECT verb FROM log')" 'the verb'
	same 'balint-group demo' "$(sql 'SELECT verb FROM log')" 'the verb'
}

@test "names that no command could have written are not restored, and check finds them" {
	balint-group export >export
	balint-group backup good.db >/dev/null
	row=$(grep -n '"handle":"rossi"' export | cut -d: -f1)
	while IFS='~' read -r subject message edit change; do
		sed -E "${row}$edit" export >wrong
		cmp -s export wrong && { echo "'$edit' changes nothing" && false; }
		refused 1 "wrong: $subject: $message" balint-group restore wrong -d new.db
		cp good.db copy.db
		sqlite3 copy.db "$change"
		refused 1 "copy.db: $subject: $message" balint-group restore copy.db -d new.db
		capture balint-group check -d copy.db -e 9 -c level,finding
		same 3 "$status" 'the exit status of check'
		[[ $output == *"error$TAB$message"* ]] || same "$message" "$output"
	done <<-'END'
		../../ro ssi~'../../ro ssi' is not a handle: at most 64 of a-z, 0-9, '.', '_', '-', the first one a letter or digit~s/"handle":"rossi"/"handle":"..\/..\/ro ssi"/~UPDATE person SET handle = '../../ro ssi' WHERE handle = 'rossi'
		rossi~is sorted and found by another name than 'Rossi Maria'~s/"family_key":"rossi"/"family_key":"aaa"/~UPDATE person SET family_key = 'aaa' WHERE handle = 'rossi'
	END
	sed -E "${row}s/\"family\":\"Rossi/&\\\\u001b[2J/" export >wrong
	refused 1 "wrong:$row: person: 'family' has a control character" balint-group restore wrong -d new.db
	sed -E "${row}s/\"family\":\"Rossi/&\\\\u009b/" export >wrong
	refused 1 "wrong:$row: person: 'family' has a control character" balint-group restore wrong -d new.db
	sed -E '0,/"code":"9"/s//"code":"9 x"/' export >wrong
	refused 1 "wrong: 9 x: '9 x' is not *" balint-group restore wrong -d new.db
}
