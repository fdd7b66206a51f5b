# shellcheck shell=bats disable=SC2154
# balint-group demo: the store that is built in, and the script of which it came.
load helper

DEMO=$ROOT/share/demo.jsonl

demo() { balint-group demo -q "$BALINT_DB" >/dev/null; }

# essence: an export without what is made at random, and without the user who made it; evaluations come in a random order.
essence()
{
	sed -E 's/("(uid|name)":)"[0-9a-f-]{32,36}"/\1"…"/; s/("(marked|retracted)_by":)"[^"]*"/\1"segreteria"/; s/("code":)"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}"/\1"…"/
		s/("table":"evaluation","id":)"[0-9a-f]{32}"/\1"…"/; s/("evaluation":)"[0-9a-f]{32}"/\1"…"/' "$1" | sort
}

@test "demo makes a store, and says how to go on" {
	capture balint-group demo "my demo.db"
	same 0 "$status" 'the exit status'
	same 'my demo.db' "$output"
	same "balint-group: to play with it: export BALINT_DB='$PWD/my demo.db' BALINT_EDITION=9 BALINT_TODAY=2021-04-20" "$stderr" 'what it says'
	same 600 "$(stat -c %a 'my demo.db')" 'its mode'
	same $'wal\nok' "$(sqlite3 'my demo.db' 'PRAGMA journal_mode; PRAGMA integrity_check; PRAGMA foreign_key_check')" 'the store'
	prints balint-group demo quiet.db --quiet <<<quiet.db
	same 'my demo.db quiet.db ' "$(find . -name '*.db*' -printf '%f\n' | sort | tr '\n' ' ')" 'what is there'
}

@test "what is there is not written over, nor does a dry run write" {
	demo
	before=$(fingerprint)
	refused 1 "$BALINT_DB: is already there; take another name for the demo" balint-group demo "$BALINT_DB"
	refused 1 "*is already there*" balint-group demo "$BALINT_DB" --dry-run
	same "$before" "$(fingerprint)" 'the store'
	prints balint-group demo other.db -q -n <<<other.db
	[ ! -e other.db ]
	capture balint-group demo no/where/demo.db -q
	same '0 no/where/demo.db' "$status $output"
	refused 2 "'demo' wants FILE" balint-group demo
	refused 1 'a store is a file and no stream: name it' balint-group demo -
	refused 1 'nn/: is a folder; name a file in it' balint-group demo nn/
	refused 1 'nn/: is a folder; name a file in it' balint-group demo nn/ -n
	[ ! -e nn ]
	ln -s nowhere link.db
	refused 1 'link.db: is a link to where nothing is; remove it, or name another file' balint-group demo link.db
}

@test "its last day is without errors, and there is something of everything" {
	demo
	export BALINT_TODAY=2021-04-20
	capture balint-group check
	same 0 "$status" 'the exit status'
	[[ $output != *error* ]]
	export BALINT_EDITION=9
	same 16 "$(balint-group members | wc -l)" 'the members'
	prints balint-group members --status waiting -c handle <<<$'neri\nvilla'
	prints balint-calendar list -c number,date,status <<-'END'
		1|2021-02-17|held
		2|2021-03-03|held
		3|2021-03-17|held
		4|2021-03-31|cancelled
		5|2021-04-15|held
		6|2021-04-28|scheduled
		7|2021-05-12|scheduled
		8|2021-05-26|scheduled
		9|2021-06-09|scheduled
		10|2021-06-23|scheduled
	END
	prints balint-calendar issue list -c issued,sessions <<<'2021-02-01|10'
	prints balint-fees arrears -c handle,month,open <<-'END'
		maggio|2021-02|31.00
		esposito|2021-03|61.00
		maggio|2021-03|61.00
		rossi|2021-03|70.80
	END
	prints balint-attend rota history -c date,handle,kind <<-'END'
		2021-02-17|conti|case
		2021-03-03|esposito|case
		2021-03-17|dangelo|group-event
		2021-04-15|maggio|case
	END
	same 'absent excused present' "$(balint-attend list -c status | sort -u | paste -sd' ')" 'the marks'
	same 'cancellation consent move overdue reminder request' "$(balint-group outbox list -c kind | sort -u | paste -sd' ')" 'the notices'
	same sent "$(balint-group outbox list -c status | sort -u)" 'how they stand'
	prints balint-attend certificates -e 8 -c handle,status <<<$'conti|valid\nbarbieri|valid'
	same '' "$(balint-fees due --all -e 8)" 'what is due of the eighth edition'
	prints balint-group log -c command <<<"balint-group demo -q $BALINT_DB"
}

@test "nobody in it is real" {
	same '' "$(grep -oE '[A-Za-z0-9.]+@[A-Za-z0-9.]+' "$DEMO" | grep -v '@example\.org$')" 'the addresses of somebody else'
	same segreteria "$(grep -oE '"marked_by":"[^"]*"' "$DEMO" | sort -u | cut -d'"' -f4)" 'who marked'
	[ "$(stat -c %s "$DEMO")" -lt 200000 ]
}

@test "it is what the script makes" {
	script=$ROOT/share/examples/demo.sh
	silent sh "$script"
	balint-group export >made
	[ -z "${UPDATE_GOLDEN:-}" ] || sed -E 's/("(marked|retracted)_by"):"[^"]*"/\1:"segreteria"/' made >"$DEMO"
	diff -u <(essence "$DEMO") <(essence made)
	balint-group demo -q built-in.db
	balint-group export -d built-in.db | cmp - "$DEMO"
}
