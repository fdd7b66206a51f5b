# shellcheck shell=bats disable=SC2154
# balint-group backup: a copy beside running programs, whole or not there.
load helper

setup()
{
	scene
	ninth
}

teardown() { unshelve; }

# there: the names of what lies here.
there() { find . -mindepth 1 -maxdepth 1 ! -name 'balint.db*' ! -name home ! -name '.*' -printf '%f\n' | sort | tr '\n' ' '; }

# as_it_was FILE: a plain single file that says what the store says, for its owner alone.
as_it_was()
{
	same "$(sql .dump)" "$(sqlite3 "$1" .dump)" "what $1 says"
	same $'delete\nok\n1111575625\n6' "$(sqlite3 "$1" 'PRAGMA journal_mode; PRAGMA integrity_check; PRAGMA foreign_key_check; PRAGMA application_id; PRAGMA user_version')" "what $1 is"
	same 600 "$(stat -c %a "$1")" 'its mode'
	same 1 "$(stat -c %h "$1")" 'the number of its names'
}

@test "it is a plain single file that says the same, whatever the umask" {
	(umask 000 && prints balint-group backup copy.db <<<copy.db)
	as_it_was copy.db
	(umask 777 && prints balint-group backup closed.db <<<closed.db)
	as_it_was closed.db
	same 'closed.db copy.db ' "$(there)" 'what is there'
	prints balint-group get payee -d copy.db <<<'payee|Associazione IL NODO group'
}

@test "it leaves the store as it is" {
	unchanged succeeds balint-group backup copy.db
	unchanged succeeds balint-group backup copy.db -q
}

@test "what still waits in the log of writes is in it" {
	sqlite3 "$BALINT_DB" '.dbconfig no_ckpt_on_close on' "UPDATE person SET phone = '1' WHERE handle = 'rossi'" >/dev/null
	[ -s "$BALINT_DB-wal" ]
	succeeds balint-group backup copy.db
	same 1 "$(sqlite3 copy.db "SELECT phone FROM person WHERE handle = 'rossi'")" 'the phone'
}

@test "a file that is there is kept under the first name that is free" {
	echo mine >copy.db
	echo other >copy.db.2
	warns 'what was there is kept in copy.db.1' balint-group backup copy.db
	warns 'what was there is kept in copy.db.3' balint-group backup copy.db
	same 'copy.db copy.db.1 copy.db.2 copy.db.3 ' "$(there)" 'what is there'
	same $'mine\nother' "$(cat copy.db.1 copy.db.2)" 'what is kept'
	as_it_was copy.db
	as_it_was copy.db.3
}

@test "a link stands for the file that it leads to, and one to nowhere is refused" {
	mkdir away
	echo mine >away/elsewhere
	ln -s away/elsewhere copy.db
	capture balint-group backup copy.db
	same "0 $PWD/away/elsewhere balint-group: what was there is kept in $PWD/away/elsewhere.1" "$status $output $stderr"
	same away/elsewhere "$(readlink copy.db)" 'the link'
	as_it_was away/elsewhere
	same mine "$(cat away/elsewhere.1)"
	ln -s nowhere away.db
	refused 1 'away.db: is a link to where nothing is; remove it, or name another file' balint-group backup away.db
	same nowhere "$(readlink away.db)"
	[ ! -e nowhere ]
}

@test "in a folder it is named by the clock" {
	mkdir safe
	export BALINT_TODAY=2021-03-25T21:05
	prints balint-group backup safe <<<safe/balint-2021-03-25T2105.db
	prints balint-group backup safe/ <<<safe/balint-2021-03-25T2105-2.db
	prints balint-group backup safe <<<safe/balint-2021-03-25T2105-3.db
	: >safe/balint-2021-03-26T0000.db-wal
	BALINT_TODAY=2021-03-26 prints balint-group backup safe <<<safe/balint-2021-03-26T0000-2.db
	for file in safe/*.db; do as_it_was "$file"; done
	ln -s safe link
	prints balint-group backup link <<<link/balint-2021-03-25T2105-4.db
}

@test "the store itself is refused, by whatever name" {
	ln "$BALINT_DB" hard.db
	ln -s "$BALINT_DB" soft.db
	mkdir folder
	for name in "$BALINT_DB" balint.db ./folder/../balint.db hard.db soft.db; do
		refused 1 "$name: is the store itself; a backup wants another file" balint-group backup "$name"
	done
}

@test "so is what belongs to a store that is in use, and what is no file" {
	for end in -wal -shm -journal; do
		refused 1 "copy.db$end: a name that ends in $end belongs to what lies beside a store; take another" balint-group backup "copy.db$end"
	done
	: >used.db-wal
	refused 1 'used.db: has a log of writes beside it, as a store that is in use; take another name' balint-group backup used.db
	mkfifo pipe
	refused 1 'pipe: is not a file' balint-group backup pipe
	refused 1 '/dev/null: is not a file' balint-group backup /dev/null
	refused 1 "a backup is a file and no stream: name it, or take 'balint-group export'" balint-group backup -
	refused 1 'no/where.db: No such file or directory; nothing was changed' balint-group backup no/where.db
	refused 2 "'backup' wants FILE" balint-group backup
	refused 2 "'backup' writes nothing: --dry-run has no meaning" balint-group backup copy.db -n
	same 'pipe used.db-wal ' "$(there)" 'what is there'
}

@test "a damaged store makes none, and the last one stays" {
	succeeds balint-group backup copy.db
	cp copy.db before.db
	sql 'PRAGMA ignore_check_constraints = 1; UPDATE person SET mail = 7 WHERE id = 1'
	refused 1 'the store is damaged (CHECK constraint failed in person), and no backup was made of it; restore the last one' balint-group backup copy.db
	sql 'UPDATE person SET mail = 1 WHERE id = 1; PRAGMA foreign_keys = 0; DELETE FROM person WHERE id = 1'
	refused 1 'the store is damaged (enrolment 1 points to a row of person that is not there), and no backup was made of it; restore the last one' \
		balint-group backup copy.db
	cmp before.db copy.db
	same 'before.db copy.db ' "$(there)" 'what is there'
}

@test "what somebody added to the store is in it, with a warning" {
	sql 'CREATE TABLE note (text TEXT)'
	warns "the table 'note' is none of the toolkit's: 'restore' will not take the backup with it; see balint(7)" balint-group backup copy.db
	same note "$(sqlite3 copy.db "SELECT name FROM sqlite_schema WHERE name = 'note'")" 'the table'
	sql 'DROP TABLE note; ANALYZE'
	succeeds balint-group backup other.db
}

@test "who may only read the store may make one elsewhere" {
	read_only
	mkdir -m 777 "$shelf/safe"
	before=$(sha256sum <"$BALINT_DB")
	capture unprivileged balint-group backup "$shelf/safe/copy.db"
	same "0 $shelf/safe/copy.db " "$status $output $stderr"
	same "$before" "$(sha256sum <"$BALINT_DB")" 'the store'
	same "$(sqlite3 "file:$BALINT_DB?immutable=1" .dump)" "$(sqlite3 "$shelf/safe/copy.db" .dump)" 'the copy'
}

@test "a store of an older schema is brought up to date first" {
	sqlite3 old.db <"$DATA/schema-3.sql"
	capture balint-group backup copy.db -d old.db
	same 0 "$status" 'the exit status'
	same 6 "$(sqlite3 copy.db 'PRAGMA user_version')" 'the schema'
}

@test "what one that was killed has left goes, and what somebody is at stays" {
	: >copy.db.unfinished
	echo half >copy.db.unfinished-journal
	succeeds balint-group backup copy.db
	as_it_was copy.db
	same 'copy.db ' "$(there)" 'what is there'
	mkdir safe
	: >safe/balint-2021-01-01T0000.db.unfinished
	echo mine >safe/other.unfinished
	succeeds balint-group backup safe
	same 'balint-2021-03-20T0000.db other.unfinished ' "$(ls safe | tr '\n' ' ')" 'what is in the folder'
	: >copy.db.unfinished
	exec 8<copy.db.unfinished
	flock -x 8
	capture balint-group backup copy.db
	same '75 balint-group: copy.db: another backup is being written there; try again' "$status $stderr"
	[ -e copy.db.unfinished ] && same "" "$(cat copy.db.unfinished)" 'what somebody is at'
	exec 8<&-
	rm copy.db.unfinished
	mkdir copy.db.unfinished
	refused 1 "copy.db: 'copy.db.unfinished' is in the way; move it elsewhere" balint-group backup copy.db
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

@test "without room there is none, and the old one stays" {
	echo mine >copy.db
	mkdir safe
	for room in 0 1 8 64 200 300; do
		for target in copy.db safe; do
			capture confined "$room" balint-group backup "$target"
			same 1 "$status" "the exit status with $room KiB"
			[[ ${#stderr_lines[@]} -eq 1 && $stderr == 'balint-group: '*'; nothing was changed' ]] || same '' "$stderr" "the message with $room KiB"
			same mine "$(cat copy.db)"
			same 'copy.db safe ' "$(there)" 'what is there'
			same '' "$(ls -A safe)" 'what is in the folder'
		done
	done
}

@test "writers and readers go on meanwhile" {
	for i in $(seq 20); do
		balint-group person add "p$i" --family P --given "G$i" >/dev/null 2>>err &
		balint-group backup "copy$((i % 4)).db" >/dev/null 2>>busy &
		balint-fees status >/dev/null 2>>err &
	done
	wait
	same '' "$(cat err)" 'what they said'
	same '' "$(grep -v 'is being written there; try again\|is kept in' busy || true)" 'what the backups said'
	same 20 "$(sql "SELECT count(*) FROM person WHERE family = 'P'")" 'the people'
	for file in copy*; do same ok "$(sqlite3 "$file" 'PRAGMA integrity_check')" "the state of $file"; done
	same '' "$(find . -name '*unfinished*')" 'what is left over'
}
