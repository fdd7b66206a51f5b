# shellcheck shell=bats
# A store of an older schema: brought up to date by whoever may, whole, once, and with the old one kept.
load helper

NOW=6 # the schema of the programs

# old [SCHEMA]: as the programs of that schema left it, by default those of the first.
old()
{
	from=${1:-1}
	prepared make_old "$from"
}

make_old()
{
	sqlite3 "$BALINT_DB" <"$DATA/schema-$1.sql"
	sqlite3 "$BALINT_DB" 'PRAGMA journal_mode = WAL' >/dev/null
	chmod 600 "$BALINT_DB"
}

# notice [FILE] [KEPT]: what the user is told.
notice() { printf '%s: brought up to date from schema %s to %s; the file as it was is kept in %s' "${1:-$BALINT_DB}" "$from" "$NOW" "${2:-${1:-$BALINT_DB}.schema-$from}"; }

# beside: the files there are, but for those of a running SQLite.
beside() { find . -maxdepth 1 -name '*.db*' ! -name '*-shm' ! -name '*-wal' -printf '%f\n' | sort | tr '\n' ' '; }

# schema FILE: all that was made, in SQL.
schema() { sqlite3 "$1" 'SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name'; }

# found: what `check` finds of what the old programs looked at, which knew nothing of mails.
found() { balint-group check | grep -vE $'\tbalint-group outbox |^warning\t(outbox|via)\t|\tno mail address|\t[0-9]+ participants on ' || true; }

# sound: what SQLite and the programs find wrong with the store, and its version.
sound()
{
	sql 'PRAGMA integrity_check; PRAGMA foreign_key_check; PRAGMA user_version'
	found
}

# What the old programs said, by their own listings; their columns, which more may have joined.
listings()
{
	while read -r since command; do
		[ "$since" -le "$from" ] || continue
		printf '$ %s\n' "$command"
		[ "$command" != 'balint-group check' ] || command=found
		# shellcheck disable=SC2086  # a command line
		$command 2>&1 | sed -E "/^(dunning|rota)$TAB/d" # settings that came later
	done <<-'END'
		1 balint-group get
		1 balint-group profession list
		1 balint-group edition list -c code,number,year,title,status,first,last,sessions,participants
		1 balint-group person list -c handle,family,given,profession,category,email,phone,payer
		1 balint-group members -c handle,family,given,role,status,profession,category,email,phone,joined,left
		1 balint-group log -c id,at,who,command
		1 balint-group check
		1 balint-calendar list --skipped -c number,date,weekday,start,end,status,note
		1 balint-calendar break list -c from,to,label
		1 balint-calendar closure list -c date,label
		2 balint-calendar changes -c date,to,reason,status,missing,at
		2 balint-calendar issue list -c issued,sessions,first,last
		2 balint-calendar diff -c change,date,to,start,end,venue,reason
		1 balint-attend list -c date,handle,status,mode,arrived,left,minutes
		1 balint-attend report -q -c handle,held,present,late,absent,excused,unmarked,minutes,possible,percent,best,verdict
		1 balint-fees tariff list -c category,net,rate,nature,vat,gross
		1 balint-fees due --all -c due_on,amount,currency,payee,iban,reference,handle,family,given,email,edition,month,net,vat,gross,paid,status
		1 balint-fees status -c handle,family,given,charged,adjusted,paid,open,overdue,next_due
		3 balint-fees arrears -c handle,family,given,month,due_on,open,days,reminders,payer,edition,email
		3 balint-fees credits --all -c id,date,amount,payer,text,verdict,handle,month,allocated,reason,edition,iban,source
		3 balint-fees payers list
		3 balint-fees statement conti
		3 balint-fees receipt 9
		4 balint-group person show rossi -c handle,language,reminders
		4 balint-group outbox list -c id,kind,person,edition,date,status,queued,done,key,error
		5 balint-group members -e 8 -c handle,role,status,joined,left
		5 balint-attend list --history -c date,handle,status,mode,arrived,left,minutes,mark,marked_at,marked_by,state
		5 balint-attend requirements -c handle,rule,requirement,wanted,attained,best,unit,verdict,edition,minutes,possible
		5 balint-attend report -q --all-editions -c handle,held,present,percent,verdict,edition,of_edition
		5 balint-attend conductors
		5 balint-attend rota --all -c date,handle,status,family,given,kind
		5 balint-attend rota history
		5 balint-attend certificates
		5 balint-attend verify 2EAX-A24M-2XLR
		5 balint-attend evaluate report -f tsv -c question,label,value,count,percent,answers,mean
		5 balint-attend evaluate pending
	END
	printf '$ balint-calendar export\n'
	balint-calendar export | tr -d '\r' | grep -E '^(UID:|DTSTART;|DTEND;|SEQUENCE:|STATUS:|LAST-MODIFIED:)'
}

teardown() { unshelve; }

@test "what the listings said they say again" {
	for from in 1 2 3 4 5; do
		old "$from"
		warns "$(notice)" balint-group members
		listings | golden "schema-$from.txt"
		same $'ok\n'"$NOW" "$(sound)" 'the state of the store'
	done
}

@test "so they do where changes waited in the log of writes, and where there never was one" {
	old
	sqlite3 "$BALINT_DB" '.dbconfig no_ckpt_on_close on' "UPDATE person SET phone = '1' WHERE handle = 'rossi'" >/dev/null
	[ -s "$BALINT_DB-wal" ]
	warns "$(notice)" balint-group person show rossi -c phone
	same 1 "$output"
	same 1 "$(sqlite3 "$BALINT_DB.schema-1" "SELECT phone FROM person WHERE handle = 'rossi'")" 'what the copy says'

	sqlite3 plain.db <"$DATA/schema-1.sql"
	export BALINT_DB=plain.db
	warns "$(notice)" balint-group members
	listings | golden schema-1.txt
}

@test "its schema is that of a new store" {
	balint-group init -d new.db --association A --payee A --iban "$IBAN"
	for from in 1 2 3 4 5; do
		old "$from"
		warns "$(notice)" balint-group members
		same "$(schema new.db)" "$(schema "$BALINT_DB")" 'the schema'
	done
}

# columns FILE TABLE: the names of a table's columns.
columns() { sqlite3 "$1" "SELECT name FROM pragma_table_info('$2') ORDER BY cid"; }

@test "every row of every table is there" {
	for from in 1 2 3 4 5; do
		old "$from"
		warns "$(notice)" balint-group members
		kept=kept.db
		cp "$BALINT_DB.schema-$from" $kept
		[ "$from" -ge 4 ] || sqlite3 $kept "UPDATE outbox SET error = 'no longer of use' WHERE status = 'dropped'" # see below
		rm -f gone
		rows=0
		for table in $(sqlite3 "$kept" "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"); do
			[ "$from $table" != '1 change' ] || continue # a change made has got the time of it, see below
			comm -23 <(columns "$kept" "$table" | sort) <(columns "$BALINT_DB" "$table" | sort) | sed "s/^/$table./" >>gone
			shared=$(columns "$kept" "$table" | grep -Fx -f <(columns "$BALINT_DB" "$table") | sed 's/.*/quote("&")/' | paste -sd,)
			sqlite3 "$kept" "SELECT $shared FROM \"$table\"" | sort >before
			sqlite3 "$BALINT_DB" "SELECT $shared FROM \"$table\"" | sort >after
			same "$(cat before)" "$(cat after)" "the rows of $table"
			rows=$((rows + $(wc -l <before)))
		done
		case $from in
		4 | 5) same '' "$(cat gone)" 'the columns that are gone' ;;
		3) same outbox.expires_at "$(cat gone)" 'the columns that are gone' ;;
		*) same $'credit.imported_at\ncredit.source\noutbox.expires_at\npayer.learned_at' "$(cat gone)" 'the columns that are gone' ;;
		esac
		[ "$rows" -gt 200 ]
	done
}

@test "changes say from when they are, and sessions when they were planned" {
	old
	warns "$(notice)" balint-group members
	same "10|10|2021-02-17 21:00|22:30" "$(sql "SELECT count(*), count(planned_start), min(planned_on || ' ' || planned_start), max(planned_finish) FROM session")" 'the sessions'
	same "$(cat <<-'END'
		1|2021-03-31|21:00|2021-03-30|20:30|sala occupata|refused|2021-02-20T09:00:00Z|2021-02-21T09:00:00Z
		3|2021-03-31|21:00|2021-04-01|21:00|sala occupata|open|2021-03-01T09:00:00Z|
		4|2021-03-17|21:00|2021-03-17|21:00|orario|made|2021-03-02T09:00:00Z|2021-03-02T09:00:00Z
		END
	)" "$(sql 'SELECT id, from_date, from_start, to_date, to_start, reason, status, opened_at, closed_at FROM change ORDER BY id')" 'the changes'
	notices="SELECT id, key, kind, person, session, instalment, status, queued_at, done_at, iif(status = 'dropped', 'no longer of use', error) FROM outbox ORDER BY id"
	same "$(sqlite3 "$BALINT_DB.schema-1" "$notices")" "$(sql "$notices")" 'the notices'
	same 4 "$(sql 'SELECT count(*) FROM outbox WHERE change IS NULL')" 'the number of notices'
	same $'3|bianchi\n3|rossi' "$(sql "SELECT c.change, p.handle FROM consent AS c JOIN person AS p ON p.id = c.person WHERE answer = 'yes' ORDER BY 2")" 'who said yes'
}

@test "credits say from which file they are, and instalments what the VAT in them is" {
	old 2
	# Of one whose tariff is another today, nobody knows.
	sql "UPDATE person SET profession = 'medico' WHERE handle = 'verdi'"
	warns "$(notice)" balint-group members
	same "$(cat <<-'END'
		1|unicredit|unicredit|2021-03-10T08:00:00Z|6100|matched
		2|unicredit|unicredit|2021-03-10T08:00:00Z|0|waiting
		4|camt.053|camt.053|2021-03-11T08:00:00Z|0|waiting
		5|camt.053|camt.053|2021-03-11T08:00:00Z|0|waiting
		9||unknown|2021-03-13T08:00:00Z|0|waiting
		END
	)" "$(sql 'SELECT c.id, s.file, s.source, s.applied_at, a.given, a.state FROM credit AS c JOIN statement AS s ON s.id = c.statement JOIN credit_account AS a ON a.id = c.id ORDER BY c.id')" 'the credits'
	same 3 "$(sql 'SELECT count(*) FROM statement')" 'the number of files'
	same "$(cat <<-'END'
		2200||55
		0|N4|5
		||5
		END
	)" "$(sql 'SELECT rate, nature, count(*) FROM instalment GROUP BY rate, nature ORDER BY min(id)')" 'the rates'
	same 2200 "$(sql "SELECT DISTINCT i.rate FROM instalment AS i JOIN enrolment AS m ON m.id = i.enrolment JOIN person AS p ON p.id = m.person WHERE p.handle = 'rossi'")" 'that of a doctor'
}

@test "a notice that was dropped says so, and one that waits can be delivered, dropped and listed" {
	old 3
	warns "$(notice)" balint-group outbox list
	same "$(sqlite3 "$BALINT_DB.schema-3" 'SELECT count(*) FROM outbox')" "${#lines[@]}" 'the number of notices'
	same 'no longer of use|31' "$(sql "SELECT error, count(*) FROM outbox WHERE status = 'dropped' GROUP BY 1")" 'why they were dropped'
	same 0 "$(sql 'SELECT count(*) FROM outbox WHERE step IS NOT NULL OR address IS NOT NULL OR via IS NOT NULL')" 'what no old program knew'
	prints balint-group outbox list --status failed -c kind,person,error <<-'END'
		move|gallo|no such mailbox
		addition|rossi|550 no such user
		reminder|dangelo|no such mailbox
	END
	waiting=$(balint-group outbox list --status queued -c id | wc -l)
	silent balint-group outbox retry "$(balint-group outbox list --kind addition --status failed -c id)"
	same $((waiting + 1)) "$(balint-group outbox list --status queued -c id | wc -l)" 'the number of those that wait'
	succeeds bash -c 'balint-group outbox list --status queued -c id | balint-group outbox drop -'
	silent balint-group outbox list --status queued
}

@test "a migrated store has a name of its own, another than any other" {
	old 3
	warns "$(notice)" balint-group members
	name=$(sql 'SELECT name FROM identity')
	[[ $name =~ ^[0-9a-f]{32}$ ]]
	rm "$BALINT_DB.schema-3"
	old 3
	warns "$(notice)" balint-group members
	[ "$name" != "$(sql 'SELECT name FROM identity')" ]
}

@test "who was on the waiting list has waited since they applied, and nobody else has" {
	old 5
	warns "$(notice)" balint-group members
	same $'bruno|2021-03-29|2021-03-29\ncosta|2021-03-22|2021-03-22\nsala|2021-04-12|' \
		"$(sql "SELECT p.handle, m.applied_on, m.waiting_on FROM enrolment AS m JOIN person AS p ON p.id = m.person WHERE m.applied_on IS NOT NULL ORDER BY 1")" 'since when they wait'
	same 0 "$(sql 'SELECT count(*) FROM edition WHERE about IS NOT NULL')" 'what leaflets say'
}

@test "refunds, and credits where none belongs, do no harm" {
	old 2
	sql "INSERT INTO entry (id, kind, person, amount, date, credit, recorded_at) VALUES (20, 'refund', 12, 500, '2021-03-03', 9, '2021-03-03T09:00:00Z')"
	before=$(sql 'SELECT * FROM status; SELECT * FROM payment_rest; SELECT * FROM due')
	warns "$(notice)" balint-fees status
	same "$before" "$(sql 'SELECT * FROM status; SELECT * FROM payment_rest; SELECT * FROM due')" 'the accounts'
	same '20|refund|12|500|' "$(sql "SELECT id, kind, person, amount, credit FROM entry WHERE kind = 'refund'")" 'the refund'
	same $'ok\n'"$NOW" "$(sql 'PRAGMA integrity_check; PRAGMA foreign_key_check; PRAGMA user_version')" 'the state of the store'
}

@test "a reading verb and a writing one, init among them, bring it up to date; --quiet says nothing of it" {
	old
	warns "$(notice)" balint-fees status
	old
	rm "$BALINT_DB.schema-1"
	warns "$(notice)" balint-group set grace=5
	same 5 "$(sql "SELECT value FROM setting WHERE key = 'grace'")" 'grace'
	same "$NOW|balint-group set grace=5" "$(sql 'SELECT schema, command FROM log ORDER BY id DESC LIMIT 1')" 'the log'
	same 1 "$(sql 'SELECT DISTINCT schema FROM log WHERE id < (SELECT max(id) FROM log)')" 'the schema of what was logged before'
	old
	rm "$BALINT_DB.schema-1"
	warns "$(notice)" balint-group init --association 'Associazione IL NODO group' --payee 'Associazione IL NODO group' --iban "$IBAN" \
		--from 'Segreteria <segreteria@example.org>' --language it
	old
	rm "$BALINT_DB.schema-1"
	succeeds balint-group members --quiet
	same 'balint.db balint.db.schema-1 ' "$(beside)" 'what is there'
}

@test "a verb that is refused has brought it up to date all the same, and says so" {
	old
	capture balint-group withdraw nobody --on 2021-03-20
	same 1 "$status" 'the exit status'
	same "balint-group: $(notice)" "${stderr_lines[0]}" 'the first line'
	[[ ${stderr_lines[1]} == *"unknown 'nobody'"* ]]
	silent balint-group set grace=10
}

@test "the old store is kept: whole, in one plain file, for its owner alone" {
	for from in 1 2 3 4 5; do
		rm -f "$BALINT_DB".schema-* again.db*
		old "$from"
		before=$(sqlite3 "$BALINT_DB" .dump)
		(umask 000 && balint-group members >/dev/null 2>&1)
		same 600 "$(stat -c %a "$BALINT_DB.schema-$from")" 'its mode'
		same "$(stat -c %u:%g "$BALINT_DB")" "$(stat -c %u:%g "$BALINT_DB.schema-$from")" 'its owner'
		same 1 "$(stat -c %h "$BALINT_DB.schema-$from")" 'the number of its names'
		same "$from"$'\n1111575625\ndelete\nok' "$(sqlite3 "$BALINT_DB.schema-$from" 'PRAGMA user_version; PRAGMA application_id; PRAGMA journal_mode; PRAGMA integrity_check')" 'what it is'
		same "$before" "$(sqlite3 "$BALINT_DB.schema-$from" .dump)" 'what it says'
		same "balint.db balint.db.schema-$from " "$(beside)" 'what is there'
		cp "$BALINT_DB.schema-$from" again.db
		warns "$(notice again.db)" balint-group members -d again.db
	done
}

@test "what has its name stays, even a link to nowhere" {
	old
	echo mine >"$BALINT_DB.schema-1"
	ln -s nowhere "$BALINT_DB.schema-1.2"
	warns "$(notice "$BALINT_DB" "$BALINT_DB.schema-1.3")" balint-group members
	same mine "$(cat "$BALINT_DB.schema-1")"
	same nowhere "$(readlink "$BALINT_DB.schema-1.2")"
	same 1 "$(sqlite3 "$BALINT_DB.schema-1.3" 'PRAGMA user_version')" 'the version of the copy'
	[ ! -e nowhere ]
}

@test "twenty at once, readers and writers: all work, one brings it up to date" {
	for journal in WAL DELETE; do
		old
		rm -f "$BALINT_DB".schema-* err.*
		sql "PRAGMA journal_mode = $journal" >/dev/null
		for i in $(seq 10); do
			{ balint-group person add "p$i" --family P --given "G$i" >/dev/null 2>"err.w$i" || echo failed >>"err.w$i"; } &
			{ balint-fees status >"out.r$i" 2>"err.r$i" || echo failed >>"err.r$i"; } &
		done
		wait
		same "$(cut -d: -f2- <<<": $(notice)")" "$(cat err.* | cut -d: -f2-)" 'what they said'
		same 10 "$(sql "SELECT count(*) FROM person WHERE family = 'P'")" 'the number of persons added'
		for i in $(seq 2 10); do cmp out.r1 "out.r$i"; done
		same 'balint.db balint.db.schema-1 ' "$(beside)" 'what is there'
		same $'ok\n'"$NOW" "$(sound)" 'the state of the store'
	done
}

@test "who may not write it is told who may" {
	old
	read_only
	older="$BALINT_DB: made by an older version of the toolkit (schema $from, this one knows $NOW)"
	for verb in members 'set grace=5 -n' 'set grace=5'; do
		capture unprivileged sh -c "balint-group $verb"
		same 1 "$status" 'the exit status'
		case $verb in
		members) same "balint-group: $older; the first command of somebody who may write it and its folder brings it up to date" "$stderr" ;;
		*) same "balint-group: $BALINT_DB: may not be written" "$stderr" ;;
		esac
	done
	same balint.db "$(ls "$shelf/store")" 'what is there'
	same 1 "$(sqlite3 "file:$BALINT_DB?immutable=1" 'PRAGMA user_version')" 'the schema'
}

@test "a dry run writes nothing, not even this" {
	old
	refused 1 "$BALINT_DB: made by an older version of the toolkit (schema $from, this one knows $NOW); a dry run does not bring it up to date, any other command does" \
		balint-group set grace=5 --dry-run
	same 'balint.db ' "$(beside)" 'what is there'
}

@test "a store of no known schema is refused" {
	old
	for version in 0 -1 -2147483648; do
		sql "PRAGMA user_version = $version"
		refused 1 "$BALINT_DB: schema $version is not known" balint-group members
		refused 1 "$BALINT_DB: schema $version is not known" balint-group set grace=5
	done
	same 'balint.db ' "$(beside)" 'what is there'
}

# not_migrated BECAUSE: it stays as it is, and nothing is kept.
not_migrated()
{
	refused 1 "$BALINT_DB: cannot be brought up to date from schema $from to $NOW: $1; mend it with the version that made it, or restore a backup" balint-group members
	refused 1 "$BALINT_DB: cannot be brought up to date from schema $from to $NOW: *" balint-group set grace=5
	same "$from" "$(sql 'PRAGMA user_version')" 'the schema'
	same 'balint.db ' "$(beside)" 'what is there'
}

@test "a reference to what is not there stops it" {
	old
	sql 'PRAGMA foreign_keys = 0; DELETE FROM session WHERE id = 4'
	not_migrated '* points to a row of session that is not there'
	old
	sql 'PRAGMA foreign_keys = 0; UPDATE change SET session = 99 WHERE id = 1'
	not_migrated 'change 1 points to a row of session that is not there'
}

@test "damage stops it" {
	old
	sql "PRAGMA ignore_check_constraints = 1; UPDATE person SET mail = 7 WHERE id = 1"
	not_migrated 'CHECK constraint failed in person'
	old
	page=$(sql "SELECT rootpage FROM sqlite_schema WHERE name = 'person_name'")
	dd if=/dev/zero of="$BALINT_DB" bs=4096 seek=$((page - 1)) count=1 conv=notrunc status=none
	refused 1 "$BALINT_DB: damaged, *; restore a backup" balint-group members
	old
	head -c 200000 "$BALINT_DB" >cut && cat cut >"$BALINT_DB"
	refused 1 "$BALINT_DB: damaged, *; restore a backup" balint-group members
	same 'balint.db ' "$(beside)" 'what is there'
}

@test "what the new schema does not allow stops it" {
	old
	sql "INSERT INTO change (session, to_date, to_start, reason, status, opened_at) VALUES (4, '2021-04-02', '21:00', 'x', 'open', '2021-03-01T09:00:00Z')"
	not_migrated 'UNIQUE constraint failed: change.session'
	old
	sql 'CREATE TABLE issue (id INTEGER PRIMARY KEY)'
	not_migrated 'table issue already exists'
	old 2
	sql 'CREATE TABLE storno (id INTEGER PRIMARY KEY)'
	not_migrated 'table storno already exists'
	old 3
	sql 'CREATE TABLE identity (id INTEGER PRIMARY KEY)'
	not_migrated 'table identity already exists'
	for from in 1 2 3 4 5; do
		ninth
		sql "PRAGMA user_version = $from"
		not_migrated '*'
	done
}

@test "tables and views that somebody added stay" {
	old
	sql 'CREATE TABLE note (text TEXT); INSERT INTO note VALUES (1); CREATE VIEW moves AS SELECT c.id, c.to_date, s.number FROM change AS c, sessions AS s'
	before=$(sql 'SELECT * FROM moves ORDER BY 1, 2, 3')
	warns "$(notice)" balint-group members
	same "$before" "$(sql 'SELECT * FROM moves ORDER BY 1, 2, 3')" 'the view'
	same 1 "$(sql 'SELECT text FROM note')" 'the table'
	old 2
	sql 'CREATE VIEW given AS SELECT c.text, e.amount, a.instalment FROM credit AS c JOIN entry AS e ON e.credit = c.id JOIN allocation AS a ON a.entry = e.id'
	before=$(sql 'SELECT * FROM given ORDER BY 1, 2, 3')
	[ -n "$before" ]
	warns "$(notice)" balint-group members
	same "$before" "$(sql 'SELECT * FROM given ORDER BY 1, 2, 3')" 'the view'
	for from in 2 3; do # one that makes no sense any more, or never did, is no reason to stay old
		rm -f "$BALINT_DB".schema-*
		old "$from"
		sql 'CREATE VIEW late AS SELECT key, expires_at FROM outbox; CREATE VIEW old AS SELECT id, imported_at FROM credit'
		warns "$(notice)" balint-group members
		same 2 "$(sql "SELECT count(*) FROM sqlite_schema WHERE name IN ('late', 'old')")" 'the views'
	done
}

# confined KIB COMMAND...: no file may become larger, and that is no signal.
confined()
{
	(
		trap '' XFSZ
		ulimit -f "$1"
		shift
		"$@"
	)
}

@test "without room for the old and the new one, it stays old" {
	for room in 0 1 8 64 200 256; do
		old
		keep
		capture confined "$room" balint-group members
		same 1 "$status" 'the exit status'
		[[ ${#stderr_lines[@]} -eq 1 && $stderr == "balint-group: $BALINT_DB: "*'; nothing was changed' ]] || same '' "$stderr" "the message with $room KiB"
		kept
		same 'balint.db ' "$(beside)" 'what is there'
	done
	capture confined 1024 balint-group members
	same "balint-group: $(notice)" "$stderr" 'what it says'
	same 0 "$status" 'the exit status'
}

# unnamed FILE: all that the store says but its name, which is made at random.
unnamed() { sqlite3 "$1" .dump | sed -E "s/^(INSERT INTO identity VALUES\(1,')[0-9a-f]{32}'/\1'/"; }

# killed_while_migrating TIMES: at moments spread over the time that it takes, and some more.
killed_while_migrating()
{
	local i start took
	rm -rf "$BALINT_DB"*
	old "$from"
	start=$(date +%s%N)
	balint-group members >listing 2>/dev/null
	took=$(($(date +%s%N) - start))
	cp "$BALINT_DB" migrated.db
	for i in $(seq 0 "$1"); do
		rm -f "$BALINT_DB"*
		old "$from"
		balint-group members >/dev/null 2>&1 &
		sleep "$(awk -v i="$i" -v took="$took" -v times="$1" 'BEGIN { print i * took * 4 / 3e9 / times }')"
		kill -9 $! 2>/dev/null || true
		wait $! || true
		version=$(sql 'PRAGMA user_version')
		echo "$version" >>"versions-$from"
		case $version in
		"$from") same "$(sqlite3 "$BATS_FILE_TMPDIR/make_old_$from" .dump)" "$(sql .dump)" 'the old store' ;;
		"$NOW") same "$(unnamed migrated.db)" "$(unnamed "$BALINT_DB")" 'the new store' ;;
		*) same "$from or $NOW" "$version" 'the schema' ;;
		esac
		[ "$version" -eq "$from" ] || same "$from" "$(sqlite3 "$BALINT_DB.schema-$from" 'PRAGMA user_version')" 'the schema of the copy'
		balint-group members 2>/dev/null | cmp - listing
		same $'ok\n'"$NOW" "$(sound)" 'the state of the store'
		same '' "$(find . -name '*.new*')" 'what is left over'
		same "$from" "$(sqlite3 "$BALINT_DB.schema-$from" 'PRAGMA user_version')" 'the schema of the copy'
	done
	same "$from"$'\n'"$NOW" "$(sort -u "versions-$from")" 'the schemas found after a kill'
}

@test "killed at any moment, it is the old one or the new one, and the next command works" {
	from=1
	killed_while_migrating "$(times 40 12)"
	from=2
	killed_while_migrating "$(times 20 8)"
	from=3
	killed_while_migrating "$(times 20 8)"
}
