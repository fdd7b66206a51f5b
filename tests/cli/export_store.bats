# shellcheck shell=bats disable=SC2154
# balint-group export: the whole store but its log, as JSON lines in a stated order.
load helper

setup()
{
	scene
	prepared balint_demo
}

balint_demo() { balint-group demo -q "$BALINT_DB" >/dev/null; }

@test "another program writes the same of the same tables" {
	/usr/bin/python3 - "$BALINT_DB" "$ROOT/share/man/balint-formats.5" >expected <<-'END'
		import json, re, sqlite3, sys
		store = sqlite3.connect(sys.argv[1])
		page = open(sys.argv[2], encoding='utf-8').read()
		tables = re.search(r'\.\\" ORDER OF TABLES\n(.*?)\n\.\\" END', page, re.S).group(1).split()
		there = {name for name, in store.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")}
		assert there == set(tables) | {'log', 'erasure'}, there ^ set(tables)
		for table in tables:  # parents come before children
		    for key in store.execute(f'PRAGMA foreign_key_list("{table}")'):
		        assert tables.index(key[2]) <= tables.index(table), (table, key)
		out, rows = sys.stdout, 0
		print('{"balint":"export","schema":%d}' % store.execute('PRAGMA user_version').fetchone())
		for table in tables:
		    columns = store.execute(f'PRAGMA table_info("{table}")').fetchall()
		    key = ', '.join(f'"{name}"' for _, name in sorted((c[5], c[1]) for c in columns if c[5]))
		    for row in store.execute(f'SELECT * FROM "{table}" ORDER BY {key}'):
		        print(json.dumps({'table': table, **dict(zip([c[1] for c in columns], row))}, ensure_ascii=False, separators=(',', ':')))
		        rows += 1
		print('{"balint":"end","rows":%d}' % rows)
	END
	balint-group export | cmp - expected
}

@test "the same content is the same bytes, and nothing is changed" {
	unchanged succeeds balint-group export
	first=$output
	sql 'VACUUM'
	succeeds balint-group export
	same "$first" "$output"
	balint-group backup copy.db >/dev/null
	succeeds balint-group export -d copy.db
	same "$first" "$output"
}

@test "texts are escaped, and none is lost" {
	sql "UPDATE person SET phone = char(34, 92, 9, 10, 27, 127, 133, 8232, 128512) || cast(x'C3E9FF' AS TEXT) WHERE handle = 'rossi'"
	balint-group export >export
	same '"phone":"\"\\\u0009\u000a\u001b\u007f\u0085\u2028'$'\xf0\x9f\x98\x80''\udcc3\udce9\udcff"' "$(grep -o '"phone":"[^ ]*",' export | sed 's/,$//')"
	/usr/bin/python3 -c 'import json, sys; [json.loads(line) for line in sys.stdin]' <export
	refused 1 "export:*: person: 'phone' has a control character" balint-group restore export -d again.db
	sql "UPDATE person SET phone = char(34, 92, 9, 10, 8232, 128512) || cast(x'C3E9FF' AS TEXT) WHERE handle = 'rossi'"
	balint-group export >export
	succeeds balint-group restore export -q -d again.db
	same "$(sql "SELECT hex(phone) FROM person WHERE handle = 'rossi'")" "$(sqlite3 again.db "SELECT hex(phone) FROM person WHERE handle = 'rossi'")" 'the phone'
	balint-group export -d again.db | cmp - export
}

@test "the log is no part of it" {
	balint-group set payee=Segreto
	balint-group set payee='Associazione IL NODO group'
	same '' "$(balint-group export | grep Segreto)" 'what the log knows'
	refused 2 "'export' prints no rows: --format, --columns and --header have no meaning" balint-group export -f csv
	refused 2 "'x' is one operand too many" balint-group export x
}

@test "many rows stream" {
	[ -z "$BRIEF" ] || skip 'done with the other programs'
	edition
	sql "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000)
		INSERT INTO suspension (kind, first_on, last_on, label) SELECT 'closure', date('2021-01-01', (i % 3000) || ' days'), date('2021-01-01', (i % 3000) || ' days'), 'Chiuso ' || i FROM n"
	(ulimit -v 120000 && balint-group export >export)
	same "{\"balint\":\"end\",\"rows\":$(($(wc -l <export) - 2))}" "$(tail -n 1 export)"
	(ulimit -v 120000 && balint-group restore -q export -d again.db >/dev/null)
	balint-group export -d again.db | cmp - export
}
