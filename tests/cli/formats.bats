# shellcheck shell=bats
# The five formats, the choice of columns, the header; shared options before and after the verb.
load helper

# hostile: an edition whose people have names that break naive writers.
hostile() { prepared make_hostile; }

make_hostile()
{
	edition
	person a '=cmd|x' "D'Angelò \"x\"" --phone '-39 011'
	person b "'t Hooft" 'a;b,c' --phone '+39 011'
	person c '@SUM(A1)' '\n' --phone "'1"
	person d 'Zhang 王' 'x = y' --phone '1'
}

@test "tsv: TAB between columns, no header, no totals" {
	ninth
	balint-calendar next --count 2 -f tsv >got
	printf '4\t2021-03-31\tWed\t21:00\t22:30\tscheduled\t\n5\t2021-04-14\tWed\t21:00\t22:30\tscheduled\t\n' | diff - got
}

@test "tsv is the default where standard output is no terminal" {
	ninth
	same "$(balint-fees status -f tsv)" "$(balint-fees status)"
}

@test "a table is the default on a terminal" {
	ninth
	same "$(balint-calendar next -f table)" "$(script -qec 'balint-calendar next' /dev/null | tr -d '\r')"
}

@test "csv: header, CRLF, quotes where they are needed" {
	ninth
	balint-group edition show -f csv -c code,title,venue,min >got
	printf 'code,title,venue,min\r\n9,Gruppo Balint,"Torino, o via Zoom",10\r\n' | diff - got
}

@test "csv-it: BOM, semicolons, decimal comma, day before month" {
	ninth
	balint-fees due --month 2021-03 -f csv-it -c due_on,amount,handle,month >got
	printf '\xef\xbb\xbfdue_on;amount;handle;month\r\n31/03/2021;61,00;"bianchi";2021-03\r\n' | diff - <(head -n 2 got)
}

@test "jsonl: an object a line; amounts with two decimals, counts as integers, nothing as null" {
	ninth
	prints balint-fees due --month 2021-02 -f jsonl -c due_on,amount,handle,paid <<<"$(printf '{"due_on":"2021-02-28","amount":%s,"handle":"%s","paid":0.00}\n' \
		61.00 bianchi 85.40 conti 85.40 dangelo 61.00 deluca 61.00 esposito 85.40 fontana 61.00 greco 61.00 maggio 85.40 muller 61.00 ricci 85.40 rossi)"
	prints balint-calendar next -f jsonl <<<'{"number":4,"date":"2021-03-31","weekday":"Wed","start":"21:00","end":"22:30","status":"scheduled","note":null}'
	prints balint-attend report --person rossi -f jsonl <<<'{"handle":"rossi","held":3,"present":0,"late":0,"absent":0,"excused":0,"unmarked":3,"minutes":0,"possible":0,"percent":null,"best":100.0,"verdict":"incomplete","edition":"9","of_edition":null}'
}

@test "table: columns aligned by the width of their letters, numbers to the right" {
	hostile
	balint-group person list -f table -c handle,family,given,phone | golden hostile-table.txt
}

@test "a header by -H, none by --no-header, in every format that may have one" {
	ninth
	for format in table tsv csv csv-it; do
		same 2 "$(balint-calendar next -f $format -H | wc -l)" "lines of $format with -H"
		same 1 "$(balint-calendar next -f $format --no-header | wc -l)" "lines of $format with --no-header"
	done
	prints balint-calendar next -H -c date <<<$'date\n2021-03-31'
	prints balint-calendar next --header -c date <<<$'date\n2021-03-31'
	refused 2 'only one of --header or --no-header can be given' balint-calendar next -H --no-header
}

@test "an empty cell alone is still a row" {
	ninth
	printf 'note\r\n""\r\n' | diff - <(balint-calendar next -c note -f csv)
	same 1 "$(balint-calendar next -c note | wc -l)" 'the lines of tsv'
}

@test "a narrow terminal loses columns, a file or a pipe none" {
	ninth
	same "$(balint-group members -f table | head -n 1 | wc -w)" 21 'the columns in a pipe'
	for width in 60 80 200; do
		script -qec "stty cols $width; balint-group members" /dev/null | tr -d '\r' >shown
		same 14 "$(wc -l <shown)" 'the lines'
		[ "$(wc -L <shown)" -le $width ]
		[[ $(head -n 1 shown) == handle* ]]
	done
}

@test "without rows there is a header where there is one otherwise" {
	ninth
	for format in csv csv-it table; do
		same 1 "$(balint-calendar list --year 1999 -f $format | wc -l)" "lines of $format"
	done
	silent balint-calendar list --year 1999 -f tsv
	silent balint-calendar list --year 1999 -f jsonl
}

@test "-c chooses columns and their order, in every format" {
	ninth
	prints balint-calendar next -c weekday,date <<<'Wed|2021-03-31'
	prints balint-calendar next --columns weekday,date -f csv <<<$'weekday,date<CR>\nWed,2021-03-31<CR>'
	prints balint-calendar next -c weekday,date -f jsonl <<<'{"weekday":"Wed","date":"2021-03-31"}'
	prints balint-calendar next -c weekday,date -f table <<<$'weekday  date\nWed      2021-03-31'
}

@test "an unknown column or format is refused, and the known ones named" {
	ninth
	refused 2 "--columns: unknown column 'day'; there are number, date, weekday, start, end, status, note" balint-calendar next -c date,day
	refused 2 "--columns: unknown column ''; there are *" balint-calendar next -c ''
	refused 2 "--columns: unknown column ''; there are *" balint-calendar next -c date,
	refused 2 "--format: 'xml' is none of table|tsv|csv|csv-it|jsonl" balint-calendar next -f xml
}

@test "shared options stand before the verb or after it, short or long" {
	ninth
	expected=$(printf 'handle,open\r\nbianchi,305.00\r\n')
	mv "$BALINT_DB" other.db
	unset BALINT_DB
	for line in '-d other.db -e 9 -f csv -c handle,open -q status' 'status -d other.db -e 9 -f csv -c handle,open -q' \
		'-d other.db -e 9 status -f csv -c handle,open' '--db other.db --edition 9 --format csv --columns handle,open --quiet status' \
		'status --db=other.db --edition=9 --format=csv --columns=handle,open' '-dother.db -e9 -fcsv status -chandle,open'; do
		# shellcheck disable=SC2086  # a command line
		same "$expected" "$(balint-fees $line | head -n 2)" "balint-fees $line"
	done
}

@test "a shared option may stand before a noun with its verb, or after them" {
	ninth
	prints balint-group -c code profession list <<<"$(balint-group profession list -c code)"
	prints balint-group -f csv edition list -c code <<<$'code<CR>\n9<CR>'
}

@test "options may follow operands" {
	ninth
	prints balint-group person show rossi -c family <<<Rossi
	prints balint-calendar why 2021-06-02 -c verdict <<<skipped
}

@test "csv of hostile names, read by Python's csv, is what went in" {
	hostile
	balint-group person list -f csv | /usr/bin/python3 -c '
import csv, io, sys
rows = list(csv.reader(io.StringIO(sys.stdin.buffer.read().decode(), newline=""), strict=True))
print(*(row[:3] + [row[6]] for row in rows), sep="\n")' >got
	cat >expected <<-'END'
		['handle', 'family', 'given', 'phone']
		['a', '=cmd|x', 'D\'Angelò "x"', '-39 011']
		['d', 'Zhang 王', 'x = y', '1']
		['c', '@SUM(A1)', '\\n', "'1"]
		['b', "'t Hooft", 'a;b,c', '+39 011']
	END
	diff <(sort expected) <(sort got)
}

@test "csv-it of hostile names has no cell that a spreadsheet would run, and loses nothing" {
	hostile
	balint-group person list -f csv-it | /usr/bin/python3 -c '
import csv, io, sys
raw = sys.stdin.buffer.read()
assert raw.startswith(b"\xef\xbb\xbf") and raw.count(b"\n") == raw.count(b"\r\n")
header, *rows = csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";", strict=True)
for row in rows:
    for cell in row:
        assert not cell or cell[0] not in "=+-@\t\r\n", cell
        assert cell[:1] != "\x27" or cell[1:2] in tuple("=+-@\t\r\n\x27"), cell
print(*(cell[1:] if cell[:1] == "\x27" else cell for row in rows for cell in (row[1], row[2], row[6])), sep="\n")' >got
	printf '%s\n' '=cmd|x' "D'Angelò \"x\"" '-39 011' "'t Hooft" 'a;b,c' '+39 011' '@SUM(A1)' '\n' "'1" 'Zhang 王' 'x = y' 1 | sort | diff - <(sort got)
}

@test "csv-it leaves numbers and dates alone, negative ones too" {
	hostile
	sql "UPDATE edition SET title = '-1'"
	balint-group edition show -f csv-it -c title,number -f csv-it | visible >got
	printf '<BOM>title;number<CR>\n"'"'"'-1";1<CR>\n' | diff - got
}

@test "jsonl of hostile names, read by Python's json, is what went in" {
	hostile
	balint-group person list -f jsonl | /usr/bin/python3 -c '
import json, sys
for line in sys.stdin:
    row = json.loads(line)
    print(row["handle"], row["family"], row["given"], row["phone"], row["email"], sep="|")' | sort >got
	cat <<-'END' | diff - got
		a|=cmd|x|D'Angelò "x"|-39 011|None
		b|'t Hooft|a;b,c|+39 011|None
		c|@SUM(A1)|\n|'1|None
		d|Zhang 王|x = y|1|None
	END
}

# No door lets control characters in; the writers do not rely on it.
control() { edition && person a x x && sql "UPDATE person SET family = 'a' || char(9) || 'b\\c' || char(10) || 'd' || char(27) || 'e' || char(13)"; }

@test "tsv escapes TAB, line feed and backslash" {
	control
	balint-group person list -c handle,family >got
	printf 'a\ta\\tb\\\\c\\nd\ee\r\n' | diff - got
}

@test "a table shows control characters, and lets none through to a terminal" {
	control
	prints balint-group person list -c family --no-header -f table <<<'a\x09b\c\x0ad\x1be\x0d'
	same 'a\x09b\c\x0ad\x1be\x0d' "$(script -qec 'balint-group person list -c family --no-header' /dev/null | tr -d '\r')"
}

@test "csv and jsonl carry control characters as they must" {
	control
	balint-group person list -c family -f csv | /usr/bin/python3 -c '
import csv, io, sys
assert list(csv.reader(io.StringIO(sys.stdin.buffer.read().decode(), newline="")))[1] == ["a\tb\\c\nd\x1be\r"]'
	balint-group person list -c family -f jsonl | /usr/bin/python3 -c '
import json, sys
assert json.loads(sys.stdin.read())["family"] == "a\tb\\c\nd\x1be\r"'
	balint-group person list -c family -f csv-it | /usr/bin/python3 -c '
import csv, io, sys
assert list(csv.reader(io.StringIO(sys.stdin.buffer.read().decode("utf-8-sig"), newline=""), delimiter=";"))[1] == ["a\tb\\c\nd\x1be\r"]'
}

# The columns of every listing, as the contract has them, and a call of it.
listings()
{
	cat <<-'END'
		key value: balint-group get
		code category label: balint-group profession list
		code number year title status first last sessions participants: balint-group edition list
		handle family given profession category email phone payer: balint-group person list
		handle family given role status profession category email phone joined left: balint-group members
		handle family given profession year standing held presented verdict since: balint-group renewal
		profession members staying leaving free: balint-group renewal places
		handle family given role status profession category email phone joined left applied waiting place reason tax_code payer born_on born_in language reminders: balint-group members
		handle action: balint-group import people.csv --dry-run
		family given role profession email phone handle: balint-group roster --all
		level subject finding cure: balint-group check
		id kind person edition date status queued done key error: balint-group outbox list
		id at who command: balint-group log
		what rows action until: balint-group forget viola --dry-run --quiet
		id at who command undoes undone: balint-group log
		table operation key column before after: balint-group log --show 2
		id at who command undone: balint-group undo -n
		number date weekday start end status note: balint-calendar plan --from 2021-05-05 --count 5
		number date weekday start end status note: balint-calendar generate --from 2021-02-17 --count 10 --dry-run
		number date weekday start end status note: balint-calendar renew --year 2022 --dry-run
		from lost last weekday: balint-calendar suggest --between 2021-02-17..2021-06-23 --count 10
		number date weekday start end status note: balint-calendar list --skipped
		number date weekday start end status note: balint-calendar next
		date verdict reason: balint-calendar why 2021-06-02
		date name kind: balint-calendar holiday list --year 2021
		city code date saint: balint-calendar patron list --year 2021
		from to label: balint-calendar break list
		key person subject status: balint-calendar remind --days 11 --dry-run
		key person subject status: balint-calendar notify --dry-run
		date handle status mode arrived left minutes mark marked_at marked_by state: balint-attend list
		date handle status mode arrived left minutes mark marked_at marked_by state: balint-attend list --history
		date handle status mode arrived left minutes mark marked_at marked_by state: balint-attend list --unmarked
		date handle action: balint-attend import marks.csv --dry-run
		handle held present late absent excused unmarked minutes possible percent best verdict: balint-attend report
		handle family given marks percent best verdict role: balint-attend grid
		date handle status mode arrived left minutes: balint-attend list
		handle held present late absent excused unmarked minutes possible percent best verdict edition of_edition: balint-attend report
		handle rule requirement wanted attained best unit verdict edition minutes possible: balint-attend requirements
		name label requirements: balint-attend rules
		handle edition led co_led minutes cases group_events institutions first last: balint-attend conductors
		date handle status: balint-attend rota --all
		date handle kind edition: balint-attend rota history
		category net rate nature vat gross: balint-fees tariff list
		handle due_on net vat gross reference: balint-fees plan
		due_on amount currency payee iban reference handle family given email edition month net vat gross paid status: balint-fees due --all
		handle family given charged adjusted paid open overdue next_due: balint-fees status
		handle family given month due_on open days reminders: balint-fees arrears
		key person subject status: balint-fees request --dry-run
	END
}

@test "every listing has its columns, in the order of the contract" {
	ninth
	balint-attend mark 2021-02-17 rossi=21:07 --rest present
	balint-attend list -f csv >marks.csv
	printf 'family,given,status\nViola,Rita,waiting\nRossi,Maria,active\n' >people.csv
	balint-attend present 2021-03-17 rossi --kind institution
	person viola Viola Ada
	person zeta Zeta Ugo --email zeta@example.org
	balint-group enrol zeta >/dev/null
	balint-calendar cancel 2021-04-14 --reason Neve
	while IFS=: read -r columns command; do
		# shellcheck disable=SC2086  # a command line
		succeeds $command -f csv
		[[ ${lines[0]%$'\r'}, == "${columns// /,},"* ]] || same "${columns// /,}" "${lines[0]%$'\r'}" "the header of '$command'"
	done < <(listings | grep -v ': balint-fees plan')
}

@test "every listing says the same in every format" {
	ninth
	balint-attend mark 2021-02-17 rossi=21:07 greco=excused --rest online
	balint-attend mark 2021-02-17 rossi=21:00-21:40,21:55
	balint-attend list -f csv >marks.csv
	printf 'family,given,status\nViola,Rita,waiting\nRossi,Maria,active\n' >people.csv
	balint-attend present 2021-03-17 rossi --kind institution
	balint-fees pay rossi 100 --on 2021-02-27 >/dev/null
	balint-calendar set 2021-05-12 --venue Sala
	balint-group withdraw ricci --on 2021-03-20
	person viola Viola Ada
	person zeta Zeta Ugo
	balint-group enrol zeta --status waiting >/dev/null
	balint-calendar cancel 2021-06-09 --reason Neve
	sql "UPDATE outbox SET status = 'failed', error = 'no; such, \"mailbox\"' WHERE id = 2"
	while IFS=: read -r columns command; do
		for format in tsv csv csv-it jsonl; do
			# shellcheck disable=SC2086  # a command line
			$command -f $format >got.$format
		done
		/usr/bin/python3 - "$columns" "$command" <<-'END'
			import csv, json, re, sys
			columns, command = sys.argv[1].split(), sys.argv[2]
			def text(value):
			    return '' if value is None else str(value)
			def italian(cell):  # what a reader of csv-it makes of a cell
			    if cell[:1] == "'": return cell[1:]
			    if cell[2:3] == cell[5:6] == '/' and len(cell) == 10: return f'{cell[6:]}-{cell[3:5]}-{cell[:2]}'
			    return cell.replace(',', '.') if re.fullmatch(r'\d+(,\d+)?', cell) else cell
			plain = {'\\t': '\t', '\\n': '\n', '\\\\': '\\'}
			tsv = [[re.sub(r'\\.', lambda m: plain[m[0]], cell) for cell in line.rstrip('\n').split('\t')] for line in open('got.tsv')]
			rows = list(csv.reader(open('got.csv', newline='')))
			semicolon = list(csv.reader(open('got.csv-it', newline='', encoding='utf-8-sig'), delimiter=';'))
			objects = [json.loads(line, parse_float=str, parse_int=str) for line in open('got.jsonl')]
			assert rows[0] == semicolon[0] and rows[0][:len(columns)] == columns, (command, rows[0])
			assert rows[1:] == tsv, (command, 'csv')
			assert [[italian(cell) for cell in row] for row in semicolon[1:]] == tsv, (command, 'csv-it')
			assert [list(row) for row in objects] == rows[:1] * len(objects), (command, 'the keys')
			assert [[text(value) for value in row.values()] for row in objects] == tsv, (command, 'jsonl')
			assert tsv or 'check' in command, (command, 'has no rows')
		END
	done < <(listings)
}

@test "--help of a listing names its columns" {
	while IFS=: read -r columns command; do
		read -r program verb rest <<<"$command"
		[[ ! $rest =~ ^(list|add|show|history|places)(\ |$) ]] || verb="$verb ${rest%% *}"
		# shellcheck disable=SC2086  # a noun and its verb
		run $program $verb --help
		[[ $(tr -s ' \n' ' ' <<<"$output") == *"columns: $columns"* ]] || { echo "$program $verb --help does not say 'columns: $columns'" && false; }
	done < <(listings)
}
