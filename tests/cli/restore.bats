# shellcheck shell=bats disable=SC2154
# balint-group restore: a backup or an export comes back whole, and what was there is kept.
load helper

NOW=6 # the schema of the programs

setup()
{
	scene
	prepared demo
	export BALINT_TODAY=2021-04-20
}

demo() { balint-group demo -q "$BALINT_DB" >/dev/null; }

teardown() { unshelve; }

# there: the names of what lies here, but for those of a running SQLite.
there() { find . -mindepth 1 -maxdepth 1 ! -name home ! -name '.*' -printf '%f\n' | sort | tr '\n' ' '; }

# dump FILE: what it says, but for the last line of its log.
dump()
{
	local last
	last=$(sqlite3 "$1" "SELECT 'INSERT INTO log VALUES(' || max(id) || ',' FROM log")
	sqlite3 "$1" .dump | grep -vF "$last"
}

kept() { printf '%s: kept as it was in %s' "$BALINT_DB" "$BALINT_DB.before-restore$1"; }

# spoiled: an attempt leaves the store as it was, and nothing else.
spoiled()
{
	local before=$1
	shift
	refused 1 "$@"
	same "$before" "$(there)" 'what is there'
}

@test "a backup comes back, and the store as it was is kept" {
	balint-group backup copy.db >/dev/null
	before=$(sha256sum copy.db)
	balint-group set grace=3
	old=$(sql .dump)
	warns "$(kept)" balint-group restore copy.db
	same "$BALINT_DB" "$output"
	same "$(sqlite3 copy.db .dump | grep -v COMMIT)" "$(dump "$BALINT_DB" | grep -v COMMIT)" 'the store'
	same "$old" "$(sqlite3 "$BALINT_DB.before-restore" .dump)" 'what is kept'
	same $'600\ndelete' "$(stat -c %a "$BALINT_DB.before-restore"; sqlite3 "$BALINT_DB.before-restore" 'PRAGMA journal_mode')" 'what is kept'
	same wal "$(sql 'PRAGMA journal_mode')" 'the store'
	same "$before" "$(sha256sum copy.db)" 'the backup'
	prints balint-group get grace <<<'grace|10'
	prints balint-group log -c id,command <<<$'2|balint-group restore copy.db\n1|balint-group demo -q '"$(sql "SELECT substr(command, 22) FROM log WHERE id = 1")"
	same "||$NOW" "$(sql "SELECT changes, added, schema FROM log WHERE id = 2")" 'the change set'
	warns "$(kept .2)" balint-group restore "$BALINT_DB.before-restore"
	prints balint-group get grace <<<'grace|3'
	capture balint-group restore copy.db --quiet
	same "0 $BALINT_DB balint-group: $(kept .3)" "$status $output $stderr"
	same 'balint.db balint.db.before-restore balint.db.before-restore.2 balint.db.before-restore.3 copy.db ' "$(there)" 'what is there'
}

@test "an export comes back, with a log of one line, and gives the same export" {
	balint-group export >export
	balint-group set grace=3
	warns "$(kept)" balint-group restore export
	balint-group export | cmp - export
	prints balint-group log -c id,command <<<'1|balint-group restore export'
	balint-group restore -q - <export >/dev/null
	balint-group export | cmp - export
	balint-group restore -q <(cat export) >/dev/null
	balint-group export | cmp - export
	tr '\n' '~' <export | sed 's/~/\r\n/g' | balint-group restore -q - >/dev/null
	balint-group export | cmp - export
}

@test "where there is no store, it is made" {
	balint-group backup copy.db >/dev/null
	balint-group export >export
	(umask 000 && prints balint-group restore copy.db -d new/folder/one.db <<<new/folder/one.db)
	same "$(dump copy.db | grep -v COMMIT)" "$(sqlite3 new/folder/one.db .dump | grep -v 'COMMIT\|VALUES([12],.*balint-group ')" 'the store'
	(umask 000 && prints balint-group restore export -d two.db <<<two.db)
	balint-group export -d two.db | cmp - export
	same $'600\n600\n700\nwal\nwal' "$(stat -c %a new/folder/one.db two.db new/folder; sqlite3 new/folder/one.db 'PRAGMA journal_mode'; sqlite3 two.db 'PRAGMA journal_mode')" 'what they are'
	same one.db "$(ls new/folder)" 'what is in the folder'
	same "$(sql 'SELECT * FROM sqlite_schema ORDER BY name' | cut -d'|' -f1-3,5-)" "$(sqlite3 two.db 'SELECT * FROM sqlite_schema ORDER BY name' | cut -d'|' -f1-3,5-)" 'the schema'
}

@test "a dry run says what would be done, and writes nothing" {
	balint-group backup copy.db >/dev/null
	balint-group export >export
	for file in copy.db export; do
		unchanged capture balint-group restore "$file" -n
		same "0 $BALINT_DB balint-group: $BALINT_DB would be kept in $BALINT_DB.before-restore" "$status $output $stderr"
		prints balint-group restore "$file" --dry-run -d no/where/new.db <<<no/where/new.db
	done
	same 'balint.db copy.db export ' "$(there)" 'what is there'
	sed -i 's/"mail":1/"mail":7/' export
	refused 1 'export:*: person: CHECK constraint failed: mail IN (0, 1)' balint-group restore export -n
}

@test "what is of an older schema is brought up to date, and the file stays as it is" {
	for from in 1 2 3 4 5; do
		rm -f old.db* again.db* expected.db* new.db*
		sqlite3 old.db <"$DATA/schema-$from.sql"
		before=$(sha256sum old.db)
		cp old.db expected.db
		balint-group members -q -d expected.db >/dev/null
		warns "what is restored is brought up to date from schema $from to $NOW" balint-group restore old.db -d again.db
		same "$(sqlite3 expected.db .dump | grep -v 'INTO identity\|COMMIT')" "$(dump again.db | grep -v 'INTO identity\|COMMIT')" 'the store'
		same "$before" "$(sha256sum old.db)" 'the file'
		# The same as an export, such as a program of that schema would have written.
		older_export old.db >export
		warns "what is restored is brought up to date from schema $from to $NOW" balint-group restore export -d new.db
		same "$(balint-group export -d expected.db | grep -v '"identity"')" "$(balint-group export -d new.db | grep -v '"identity"')" 'the export'
	done
}

older_export()
{
	/usr/bin/python3 - "$1" <<-'END'
		import json, sqlite3, sys
		store, rows = sqlite3.connect(sys.argv[1]), 0
		print(json.dumps({'balint': 'export', 'schema': store.execute('PRAGMA user_version').fetchone()[0]}))
		for table, in store.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'log'").fetchall():
		    names = [column[1] for column in store.execute(f'PRAGMA table_info("{table}")')]
		    for row in store.execute(f'SELECT * FROM "{table}"'):
		        print(json.dumps({'table': table, **dict(zip(names, row))}))
		        rows += 1
		print(json.dumps({'balint': 'end', 'rows': rows}))
	END
}

@test "an export that is wrong is refused with the line" {
	balint-group export >export
	balint-group set grace=3
	row=$(grep -n '"table":"person"' export | head -n 1 | cut -d: -f1)
	while IFS='~' read -r message edit; do
		sed -E "$edit" export >wrong
		cmp -s export wrong && { echo "'$edit' changes nothing" && false; }
		spoiled 'balint.db export wrong ' "wrong:$row: $message" balint-group restore wrong
	done <<-END
		there is no table 'people' to be restored~${row}s/person/people/
		there is no table 'log' to be restored~${row}s/person/log/
		there is no table 'sqlite_schema' to be restored~${row}s/person/sqlite_schema/
		there is no table 'members' to be restored~${row}s/person/members/
		names no table~${row}s/"table"/"tables"/
		names no table~${row}s/"person"/7/
		person: 'family' is missing~${row}s/"family"/"familie"/
		person: there is no 'age'~${row}s/}\$/,"age":7}/
		'family' is there twice~${row}s/"given"/"family"/
		person: 'id' must be a whole number~${row}s/"id":1/"id":"1"/
		person: 'family' must be a text~${row}s/"family":"[^"]*"/"family":7/
		byte *: no whole number is here~${row}s/"id":1/"id":1.0/
		byte *: no whole number is here~${row}s/"id":1/"id":01/
		byte *: a number is too large~${row}s/"id":1/"id":9223372036854775808/
		byte *: a text, a whole number or null should be here~${row}s/"id":1/"id":true/
		byte *: a text, a whole number or null should be here~${row}s/"id":1/"id":[1]/
		person: NOT NULL constraint failed: person.family~${row}s/"family":"[^"]*"/"family":null/
		person: CHECK constraint failed: family <> ''~${row}s/"family":"[^"]*"/"family":""/
		byte 1: no JSON object begins here~${row}s/^/person /
		byte *: something stands behind the object~${row}s/\$/ {}/
		byte *: a comma or the end of the object should be here~${row}s/,"id"/ "id"/
		byte *: an escape stands for nothing~${row}s/"family":"/&\\\\u0000/
		byte *: an escape stands for nothing~${row}s/"family":"/&\\\\ud800x/
		byte *: an escape stands for nothing~${row}s/"family":"/&\\\\q/
		byte *: a text does not end~${row}s/"}?\$//;${row}s/(.*)"[^"]*\$/\\1/;${row}s/,"[^"]*\$/,"x/
		byte *: a control character stands for itself~${row}s/"family":"/&\x1b/
		byte *: a control character stands for itself~${row}s/"family":"/&\x00/
		byte *: is not UTF-8~${row}s/"family":"/&\xff/
		byte *: no JSON object begins here~${row}s/.*//
		is neither a row nor the end of an export~${row}s/.*/{"balint":"now"}/
	END
	prints balint-group get grace <<<'grace|3'
}

@test "so is one that is cut off, goes on, or is none" {
	balint-group export >export
	rows=$(($(wc -l <export) - 2))
	for lines in 1 2 100 $((rows + 1)); do
		head -n "$lines" export >wrong
		spoiled 'balint.db export wrong ' "wrong: is cut off behind line $lines: the last line, which says how many rows there are, is missing" balint-group restore wrong
	done
	head -c 5000 export >wrong
	spoiled 'balint.db export wrong ' 'wrong:*: byte *: *' balint-group restore wrong
	sed 50d export >wrong
	spoiled 'balint.db export wrong ' "wrong:$((rows + 1)): says that there are $rows rows, and there are $((rows - 1))" balint-group restore wrong
	{ cat export && echo '{}'; } >wrong
	spoiled 'balint.db export wrong ' "wrong:$((rows + 3)): stands behind the end of the export" balint-group restore wrong
	sed 1d export >wrong
	spoiled 'balint.db export wrong ' 'wrong: is neither a backup nor an export of a balint store' balint-group restore wrong
	sed '1s/6/99/' export >wrong
	spoiled 'balint.db export wrong ' 'wrong: made by a newer version of the toolkit (schema 99, this one knows 6); install that one' balint-group restore wrong
	sed '1s/6/0/' export >wrong
	spoiled 'balint.db export wrong ' 'wrong: schema 0 is not known' balint-group restore wrong
	sed '/"identity"/d' export | sed "\$s/$rows/$((rows - 1))/" >wrong
	spoiled 'balint.db export wrong ' "wrong: the row of 'identity' is missing" balint-group restore wrong
	sed '0,/"session":1,/s//"session":99,/' export >wrong
	spoiled 'balint.db export wrong ' 'wrong: * points to a row of session that is not there' balint-group restore wrong
	sed '0,/"table":"entry",\(.*\)"amount":8540/s//"table":"entry",\1"amount":1/' export >wrong
	spoiled 'balint.db export wrong ' 'wrong: payment 1: 85.40 of 0.01 is allocated' balint-group restore wrong
	: >wrong
	spoiled 'balint.db export wrong ' 'wrong: is empty' balint-group restore wrong
	echo hallo >wrong
	spoiled 'balint.db export wrong ' 'wrong: is neither a backup nor an export of a balint store' balint-group restore wrong
	rm wrong
	spoiled 'balint.db export ' 'wrong: No such file or directory' balint-group restore wrong
	spoiled 'balint.db export ' '. cannot be read: Is a directory' balint-group restore .
}

@test "long lines are read up to sixteen mebibytes" {
	balint-group export >export
	long=$(head -c 10000000 /dev/zero | tr '\0' x)
	{ sed '/"family":"Rossi"/,$d' export && grep '"family":"Rossi"' export | while read -r line; do printf '%s\n' "${line/\"phone\":null/\"phone\":\"$long\"}"; done && sed '1,/"family":"Rossi"/d' export; } >longer
	balint-group restore -q longer -d long.db >/dev/null
	balint-group export -d long.db | cmp - longer
	{ head -n 5 export && head -c 20000000 /dev/zero | tr '\0' x; } >wrong
	refused 1 'wrong:6: is longer than 16 MiB' balint-group restore wrong
}

@test "a backup with anything else in it is refused" {
	while IFS='~' read -r message change; do
		rm -f copy.db*
		balint-group backup copy.db >/dev/null
		sqlite3 copy.db "$change"
		spoiled 'balint.db copy.db ' "copy.db: $message" balint-group restore copy.db
	done <<-'END'
		the table 'note' is none of the toolkit's; drop it in a copy of the file, and restore that~CREATE TABLE note (text TEXT)
		the view 'late' is none of the toolkit's; drop it in a copy of the file, and restore that~CREATE VIEW late AS SELECT 1
		the trigger 'evil' is none of the toolkit's; drop it in a copy of the file, and restore that~CREATE TRIGGER evil AFTER INSERT ON log BEGIN DELETE FROM person; END
		the index 'more' is none of the toolkit's; drop it in a copy of the file, and restore that~CREATE INDEX more ON person (phone)
		the view 'members' is not that of the toolkit; take another backup~DROP VIEW members; CREATE VIEW members AS SELECT * FROM person
		the view 'members' is missing; take another backup~DROP VIEW members
		the trigger 'entry_kept' is missing; take another backup~DROP TRIGGER entry_kept
		the table 'person' is not that of the toolkit; take another backup~ALTER TABLE person ADD COLUMN age INTEGER
		the view 'members' is missing; take another backup~CREATE TABLE note (text TEXT); DROP VIEW members
	END
	rm copy.db
	balint-group backup copy.db >/dev/null
	sqlite3 copy.db 'ANALYZE' # what the planner has learned does no harm
	warns "$(kept)" balint-group restore copy.db
}

@test "so is one that is damaged, foreign, newer, or no file" {
	balint-group backup good.db >/dev/null
	while IFS='~' read -r message change; do
		cp good.db copy.db
		sqlite3 copy.db "$change"
		spoiled 'balint.db copy.db good.db ' "copy.db: $message" balint-group restore copy.db
	done <<-'END'
		CHECK constraint failed in person~PRAGMA ignore_check_constraints = 1; UPDATE person SET mail = 7 WHERE id = 1
		enrolment 1 points to a row of person that is not there~PRAGMA foreign_keys = 0; DELETE FROM person WHERE id = (SELECT person FROM enrolment WHERE id = 1)
		consent points to a row of change that is not there~PRAGMA foreign_keys = 0; DELETE FROM change
		made by a newer version of the toolkit (schema 99, this one knows 6); install that one~PRAGMA user_version = 99
		schema 0 is not known~PRAGMA user_version = 0
		not a balint store~PRAGMA application_id = 7
		the row of 'identity' is missing~DELETE FROM identity
		payment 1: 85.40 of 0.01 is allocated~DROP TRIGGER entry_stays; UPDATE entry SET amount = 1 WHERE id = 1; CREATE TRIGGER entry_stays BEFORE UPDATE ON entry BEGIN SELECT raise(ABORT, 'the ledger is append-only: reverse the entry'); END
	END
	page=$(sqlite3 good.db "SELECT rootpage FROM sqlite_schema WHERE name = 'person_name'")
	cp good.db copy.db
	dd if=/dev/zero of=copy.db bs=4096 seek=$((page - 1)) count=1 conv=notrunc status=none
	spoiled 'balint.db copy.db good.db ' 'copy.db: *' balint-group restore copy.db
	head -c 100000 good.db >copy.db
	spoiled 'balint.db copy.db good.db ' 'copy.db: damaged, *' balint-group restore copy.db
	head -c 50 good.db >copy.db
	spoiled 'balint.db copy.db good.db ' 'copy.db: *not a balint store*' balint-group restore copy.db
	sqlite3 utf16.db 'PRAGMA encoding = "UTF-16"; PRAGMA application_id = 1111575625; PRAGMA user_version = 6; CREATE TABLE person (id INTEGER)'
	refused 1 'utf16.db: its texts are not UTF-8' balint-group restore utf16.db
	capture sh -c 'balint-group restore - <good.db'
	same '1 balint-group: standard input: a backup cannot be restored out of a stream; name its file' "$status $stderr"
	refused 1 "$BALINT_DB: is the store itself" balint-group restore "$BALINT_DB"
	ln -s "$BALINT_DB" link.db
	refused 1 "$BALINT_DB: is the store itself" balint-group restore link.db
	refused 1 'nofile: No such file or directory' balint-group restore nofile --db new/deep/s.db
	refused 1 'copy.db: *' balint-group restore copy.db --db new/deep/s.db
	[ ! -e new ]
	refused 2 "'restore' wants FILE" balint-group restore
}

@test "a store that is in use elsewhere is read with what waits in its log of writes" {
	cp "$BALINT_DB" other.db
	sqlite3 other.db '.dbconfig no_ckpt_on_close on' 'PRAGMA journal_mode = WAL' "UPDATE person SET phone = '1' WHERE handle = 'rossi'" >/dev/null
	[ -s other.db-wal ]
	before=$(cat other.db other.db-wal | sha256sum)
	warns "$(kept)" balint-group restore other.db
	prints balint-group person show rossi -c phone <<<1
	same "$before" "$(cat other.db other.db-wal | sha256sum)" 'the other store'
}

@test "what is no store is not replaced" {
	balint-group backup good.db >/dev/null
	echo mine >text
	refused 1 'text: not a balint store; move it away, and what lies beside it, to have one made here' balint-group restore good.db -d text
	sqlite3 foreign.db 'CREATE TABLE t (a)'
	refused 1 'foreign.db: not a balint store; move it away, and what lies beside it, to have one made here' balint-group restore good.db -d foreign.db
	mkdir folder
	refused 1 'folder: is not a file' balint-group restore good.db -d folder
	same mine "$(cat text)"
	ln -s nowhere link.db
	refused 1 'link.db: is a link to where nothing is; remove it, or name another file' balint-group restore good.db -d link.db
	same 'balint.db folder foreign.db good.db link.db text ' "$(there)" 'what is there'
}

@test "a damaged store is replaced, and kept as it was" {
	balint-group backup good.db >/dev/null
	page=$(sql "SELECT rootpage FROM sqlite_schema WHERE name = 'person'")
	dd if=/dev/urandom of="$BALINT_DB" bs=4096 seek=$((page - 1)) count=1 conv=notrunc status=none
	damaged=$(tail -c +4097 "$BALINT_DB" | sha256sum)
	capture balint-group members -e 9
	same 1 "$status" 'the exit status of a listing'
	capture balint-group restore good.db
	same "0 balint-group: $BALINT_DB: cannot be read, so what it has mailed since may go again: see 'balint-group outbox list'
balint-group: $(kept)" "$status $stderr"
	prints balint-group check -e 9 </dev/null
	same "$damaged" "$(tail -c +4097 "$BALINT_DB.before-restore" | sha256sum)" 'what is kept'
	dd if=/dev/urandom of="$BALINT_DB" bs=1 seek=100 count=3000 conv=notrunc status=none # the schema
	capture balint-group restore good.db -q
	[[ $status -eq 0 || $stderr == "balint-group: $BALINT_DB: too damaged to be written ("*"); move it away, and what lies beside it, and restore again" ]] ||
		same '' "$status $stderr"
	head -c 8192 good.db >"$BALINT_DB"
	capture balint-group restore good.db -q
	[[ $status -eq 0 || $stderr == "balint-group: $BALINT_DB: too damaged to be written ("*"); move it away, and what lies beside it, and restore again" ]] ||
		same '' "$status $stderr"
	mv "$BALINT_DB" away
	prints balint-group restore good.db <<<"$BALINT_DB"
}

@test "pages of another size, and a store without a log of writes, are no hindrance" {
	balint-group backup copy.db >/dev/null
	sqlite3 copy.db 'PRAGMA page_size = 8192; VACUUM'
	warns "$(kept)" balint-group restore copy.db
	same '4096 wal' "$(sql 'PRAGMA page_size; PRAGMA journal_mode' | paste -sd' ')" 'the store'
	balint-group export >export
	sqlite3 "$BALINT_DB" 'PRAGMA journal_mode = DELETE; PRAGMA page_size = 1024; VACUUM' >/dev/null
	warns "$(kept .2)" balint-group restore export
	same '1024 wal' "$(sql 'PRAGMA page_size; PRAGMA journal_mode' | paste -sd' ')" 'the store'
	balint-group export | cmp - export
}

@test "who may not write the store is told so" {
	balint-group backup good.db >/dev/null
	read_only
	cp good.db "$shelf/good.db"
	chmod 644 "$shelf/good.db"
	before=$(sha256sum <"$BALINT_DB")
	capture unprivileged balint-group restore "$shelf/good.db"
	same "1 balint-group: $BALINT_DB: may not be written" "$status $stderr"
	same "$before" "$(sha256sum <"$BALINT_DB")" 'the store'
}

@test "a store that stays busy is not replaced" {
	balint-group backup good.db >/dev/null
	mkfifo hold
	sqlite3 "$BALINT_DB" <hold &
	exec 7>hold
	echo 'BEGIN IMMEDIATE;' >&7
	sleep 0.3
	SECONDS=0
	capture balint-group restore good.db
	same "75 balint-group: $BALINT_DB: the store is busy: another command has been writing for 10 seconds; try again" "$status $stderr"
	[ "$SECONDS" -ge 9 ]
	exec 7>&-
	wait
	same 'balint.db good.db hold ' "$(there)" 'what is there'
}

@test "readers see the old store or the new one, and writers are not lost" {
	balint-group export >one
	balint-group set payee='Il Nodo'
	balint-group export >two
	for i in $(seq 10); do
		balint-group restore -q one >/dev/null 2>>err &
		balint-group restore -q two >/dev/null 2>>err &
		balint-group export >"seen.$i" 2>>err &
		balint-group person add "p$i" --family P --given "G$i" >/dev/null 2>>err &
		wait
	done
	same '' "$(grep -v 'another command is restoring it; try again\|: kept as it was in ' err || true)" 'what they said'
	for i in $(seq 10); do
		# What the writer has written is in the store, or in what was kept of it.
		found=
		for file in "$BALINT_DB" "$BALINT_DB".before-restore*; do
			[ -z "$(sqlite3 "$file" "SELECT 1 FROM person WHERE handle = 'p$i'")" ] || found=yes
		done
		same yes "$found" "whether p$i is found"
		grep -v '"handle":"p[0-9]' "seen.$i" | sed '$d' >seen
		cmp -s seen <(sed '$d' one) || cmp seen <(sed '$d' two)
	done
	same ok "$(sql 'PRAGMA integrity_check')" 'the store'
	same '' "$(find . -name '*unfinished*')" 'what is left over'
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

@test "without room the store stays as it is" {
	balint-group backup good.db >/dev/null
	balint-group export >export
	for room in 0 1 8 64 200 300 400 450; do
		for file in good.db export; do
			keep
			capture confined "$room" balint-group restore "$file"
			[ "$status" -ne 0 ] || continue
			same 1 "$status" "the exit status with $room KiB"
			[[ ${#stderr_lines[@]} -eq 1 && $stderr == "balint-group: $BALINT_DB: "*'; nothing was changed' ]] || same '' "$stderr" "the message with $room KiB"
			same "$(sqlite3 good.db .dump | grep -v 'INTO log')" "$(sql .dump | grep -v 'INTO log')" 'the store'
			same 'balint.db export good.db ' "$(there)" 'what is there'
		done
	done
}
