# shellcheck shell=bats
# The views, for sqlite3 and anything else that reads SQLite.
load helper

setup()
{
	scene
	prepared lively_ninth
}

lively_ninth()
{
	ninth
	balint-attend mark 2021-02-17 rossi=21:07 bianchi=21:00-21:40,21:55-22:30,online greco=excused --rest present
	balint-attend mark 2021-03-03 rossi=absent
	balint-fees pay rossi 100 --on 2021-02-27 >/dev/null
	balint-group withdraw ricci --on 2021-03-20
	person zeta Zeta Ugo
	balint-group enrol zeta --status waiting >/dev/null
}

# columns VIEW
columns() { sql "SELECT group_concat(name, ' ') FROM pragma_table_info('$1')"; }

# rows VIEW COLUMN,...: the rows of edition 9, as tsv.
rows() { sqlite3 -separator "$TAB" "$BALINT_DB" "SELECT $2 FROM $1 WHERE edition = '9'"; }

@test "members: edition, and the columns of balint-group members" {
	same 'edition handle family given role status profession category email phone joined left applied waiting place reason tax_code payer born_on born_in language reminders' \
		"$(columns members)"
	same "$(balint-group members)" "$(rows members 'handle, family, given, role, status, profession, category, email, phone, joined, "left",
		applied, waiting, place, reason, tax_code, payer, born_on, born_in, language, reminders')"
}

@test "sessions: edition, and the columns of balint-calendar list" {
	same 'edition number date weekday start end status note' "$(columns sessions)"
	same "$(balint-calendar list | sed 's/held/scheduled/')" "$(rows sessions 'number, date, weekday, start, "end", status, note')"
}

@test "marks: edition, and the columns of balint-attend list" {
	same 'edition date handle status mode arrived left minutes mark marked_at marked_by state' "$(columns marks)"
	same "$(balint-attend list)" "$(rows marks 'date, handle, status, mode, arrived, "left", minutes, mark, marked_at, marked_by, state')"
}

@test "presentations: edition, the columns of balint-attend rota history, and turns by hand" {
	balint-attend present 2021-02-17 rossi
	balint-attend present 2021-03-03 conti --kind group-event
	same 'edition date handle kind' "$(columns presentations)"
	same "$(balint-attend rota history -c edition,date,handle,kind)" "$(rows presentations 'edition, date, handle, kind')"
	balint-attend rota set 2021-04-14 conti
	same "2021-04-14${TAB}conti" "$(sqlite3 -separator "$TAB" "$BALINT_DB" 'SELECT date, handle FROM presentations WHERE kind IS NULL')"
}

@test "certificates: the columns of balint-attend certificates; of what is stale it knows nothing" {
	for name in ferraris gallo; do balint-attend certify $name --as-of 2021-03-10 >/dev/null; done
	balint-attend certify gallo --as-of 2021-03-11 -q >/dev/null
	same 'number code handle edition issued status' "$(columns certificates)"
	same "$(balint-attend certificates)" "$(rows certificates 'number, code, handle, edition, issued, status')"
	balint-attend mark 2021-03-03 ferraris=absent
	same 'stale valid' "$(balint-attend certificates -c status | head -n 1) $(sql 'SELECT status FROM certificates LIMIT 1')"
}

@test "notices: the columns of balint-group outbox list" {
	balint-calendar cancel 2021-04-14 --reason Neve
	same 'edition id kind person date status queued done key error' "$(columns notices)"
	same "$(balint-group outbox list)" "$(rows notices 'id, kind, person, edition, date, status, queued, done, key, error')"
}

@test "due: the columns of balint-fees due, and the rows of due --all" {
	same 'due_on amount currency payee iban reference handle family given email edition month net vat gross paid status' "$(columns due)"
	same "$(balint-fees due --all)" "$(rows due '*')"
}

@test "status: edition, and the columns of balint-fees status that do not depend on today" {
	same 'edition handle family given charged adjusted paid open' "$(columns status)"
	same "$(balint-fees status -c handle,family,given,charged,adjusted,paid,open)" "$(rows status 'handle, family, given, charged, adjusted, paid, open')"
}

@test "the views have all editions, due and status those that are open" {
	balint-group edition add 10 --number 10 --year 2021 >/dev/null
	sessions --from 2021-04-07 --count 2 -e 10
	balint-group enrol rossi -e 10 >/dev/null
	balint-fees tariff set medici-psicologi 100 -e 10
	balint-fees plan -e 10 >/dev/null
	for view in members sessions due status; do
		same $'9\n10' "$(sql "SELECT DISTINCT edition FROM $view ORDER BY CAST(edition AS INTEGER)")" "the editions of $view"
	done
	same "$(balint-fees due --all | sort)" "$(sqlite3 -separator "$TAB" "$BALINT_DB" 'SELECT * FROM due' | sort)" 'due --all over all editions'
	sql "UPDATE edition SET status = 'closed' WHERE code = '9'"
	for view in due status; do
		same 10 "$(sql "SELECT DISTINCT edition FROM $view")" "the editions of $view"
	done
	same "$(balint-fees due --all)" "$(sqlite3 -separator "$TAB" "$BALINT_DB" 'SELECT * FROM due')" 'due --all when 9 is closed'
}

@test "no view depends on today" {
	same '' "$(sql "SELECT name FROM sqlite_schema WHERE type = 'view' AND (sql LIKE '%''now''%' OR sql LIKE '%current_%' OR sql LIKE '%date()%' OR sql LIKE '%random%')")"
}

@test "every view can be read, and needs nothing but SQLite" {
	for view in $(sql "SELECT name FROM sqlite_schema WHERE type = 'view'"); do
		sql "SELECT count(*) FROM $view" >/dev/null
	done
	/usr/bin/python3 -c '
import sqlite3, sys
store = sqlite3.connect(sys.argv[1])
assert store.execute("SELECT count(*) FROM due").fetchone()[0] == 54' "$BALINT_DB"
}

@test "the store says what it is" {
	[ "$(sql 'PRAGMA application_id')" -ne 0 ]
	same wal "$(sql 'PRAGMA journal_mode')" 'the journal mode'
	[ "$(sql 'PRAGMA user_version')" -ge 1 ]
}

@test "the ledger cannot be edited behind the toolkit's back" {
	run sql 'UPDATE entry SET amount = 1'
	[[ $status -ne 0 && $output == *append-only* ]]
	run sql 'DELETE FROM allocation'
	[[ $status -ne 0 && $output == *append-only* ]]
}
