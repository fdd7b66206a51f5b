# shellcheck shell=bash disable=SC2154,SC2034  # bats has status, output, lines, stderr, stderr_lines
# What every command test starts from, and the few words in which the tests are written.
#
# The programs come from $BALINT_BIN (default: build/ of this checkout). Each test has a directory, a store and a home of
# its own; the day is 20 March 2021.
bats_require_minimum_version 1.5.0

ROOT=${BATS_TEST_DIRNAME%/*/*}
GOLDEN=$ROOT/tests/golden
DATA=$ROOT/tests/data
TAB=$'\t'
IBAN=IT92S0200801058000040951624
BRIEF=${BALINT_BRIEF:-}
export GOLDEN DATA TAB IBAN

setup() { scene; }

scene()
{
	# Bats notes where it is before each command, which takes longer than most of them. That a test's own line failed is
	# enough to know: not in these words.
	# shellcheck disable=SC2016  # expanded by the trap
	trap '[[ $BASH_SOURCE == *.bash ]] || bats_debug_trap "$BASH_SOURCE"' DEBUG
	local bin=${BALINT_BIN:-$ROOT/build} name
	for name in "${!XDG_@}" "${!BALINT_@}" TZ LC_ALL LC_TIME LC_MESSAGES LANGUAGE NO_COLOR; do unset "$name"; done
	export PATH=$bin:$PATH HOME=$BATS_TEST_TMPDIR/home LANG=C.UTF-8 TERM=dumb
	export BALINT_DB=$BATS_TEST_TMPDIR/balint.db BALINT_TODAY=2021-03-20
	mkdir "$HOME"
	cd "$BATS_TEST_TMPDIR" || return
	exec </dev/null
}

# ---- stores to start from

# prepared COMMAND...: the store that COMMAND makes; made once for a file of tests, copied for each of them.
prepared()
{
	local name made
	name="$*"
	if [ ${#name} -gt 80 ]; then
		"$@"
		return
	fi
	made=$BATS_FILE_TMPDIR/${name//[^A-Za-z0-9.]/_}
	if [ ! -e "$made" ]; then
		make_store "$made.$BATS_TEST_NUMBER" "$@"
		mv "$made.$BATS_TEST_NUMBER" "$made"
	fi
	cp -p "$made" "$BALINT_DB"
}

make_store()
{
	local -x BALINT_DB=$1
	shift
	"$@"
}

# association [OPTION...]: a new store; the arguments are options of `init`.
association() { prepared make_association "$@"; }

# shellcheck disable=SC2120  # through prepared()
make_association() { balint-group init --association 'Circolo Balint' --payee 'Circolo Balint' --iban "$IBAN" "$@" >/dev/null; }

# edition [OPTION...]: an association with one open edition, 1, and nobody in it; the arguments are options of `edition add`.
edition() { prepared make_edition "$@"; }

make_edition()
{
	# shellcheck disable=SC2119
	make_association
	balint-group edition add 1 --number 1 --year 2021 --min 1 "$@" >/dev/null
}

# The ninth edition of share/examples.
ninth() { prepared sh "$ROOT/share/examples/ninth-edition.sh"; }

# person HANDLE FAMILY GIVEN [OPTION...]
person()
{
	local handle=$1 family=$2 given=$3
	shift 3
	balint-group person add "$handle" --family "$family" --given "$given" "$@" >/dev/null
}

# participant HANDLE FAMILY GIVEN [OPTION...]: a doctor, enrolled.
participant()
{
	person "$@" --profession medico
	balint-group enrol "$1" >/dev/null
}

# sessions OPTION...: `generate`, in silence.
sessions() { balint-calendar generate "$@" >/dev/null; }

# ---- a store that may be read and not written

# read_only: the store lies where nobody may write, and the programs where anybody may run them; the tests' own directory
# is closed to other users. unshelve, as a teardown, takes both away.
read_only()
{
	shelf=$(mktemp -d "${TMPDIR:-/tmp}/balint-tests.XXXXXX")
	mkdir "$shelf/bin" "$shelf/store"
	cp "${BALINT_BIN:-$ROOT/build}"/balint-* "$shelf/bin"
	cp "$BALINT_DB" "$shelf/store/balint.db"
	chmod 444 "$shelf/store/balint.db"
	chmod 555 "$shelf/store"
	chmod 755 "$shelf" "$shelf/bin"
	export BALINT_DB=$shelf/store/balint.db PATH=$shelf/bin:$PATH
}

unshelve()
{
	[ -n "${shelf:-}" ] || return 0
	chmod 755 "$shelf/store"
	rm -rf "$shelf"
}

# unprivileged COMMAND...: as somebody who may not write there, an ordinary user if the tests run as root.
unprivileged()
{
	if [ "$(id -u)" -eq 0 ]; then
		setpriv --reuid 65534 --regid 65534 --clear-groups "$@"
	else
		"$@"
	fi
}

# ---- what is expected

# A filter that makes control characters visible, TAB as |, for comparisons and messages.
visible() { sed $'s/\t/|/g; s/\r/<CR>/g; s/\e/<ESC>/g; s/\xef\xbb\xbf/<BOM>/g'; }

# same EXPECTED GOT [WHAT]
same()
{
	[ "$1" = "$2" ] && return
	printf '%s is not as expected:\n' "${3:-the output}"
	diff -u --label expected --label got <(printf '%s\n' "$1") <(printf '%s\n' "$2") | visible
	return 1
}

# golden NAME: standard input equals tests/golden/NAME. With UPDATE_GOLDEN set, becomes it.
golden()
{
	cat >"$BATS_TEST_TMPDIR/golden"
	[ -z "${UPDATE_GOLDEN:-}" ] || cp "$BATS_TEST_TMPDIR/golden" "$GOLDEN/$1"
	diff -u --label "golden/$1" --label got "$GOLDEN/$1" "$BATS_TEST_TMPDIR/golden"
}

# capture COMMAND...: `run --separate-stderr` without its processes; tests make thousands of calls.
capture()
{
	local out=$BATS_TEST_TMPDIR/.out err=$BATS_TEST_TMPDIR/.err
	status=0
	"$@" >"$out" 2>"$err" || status=$?
	IFS= read -r -d '' output <"$out" || true
	IFS= read -r -d '' stderr <"$err" || true
	while [[ $output == *$'\n' ]]; do output=${output%$'\n'}; done
	while [[ $stderr == *$'\n' ]]; do stderr=${stderr%$'\n'}; done
	lines=()
	stderr_lines=()
	[ -z "$output" ] || mapfile -t lines <<<"$output"
	[ -z "$stderr" ] || mapfile -t stderr_lines <<<"$stderr"
}

# succeeds COMMAND...: exit status 0 and not a word on standard error. What it prints is in $output.
succeeds()
{
	capture "$@"
	[ "$status" -eq 0 ] && [ -z "$stderr" ] && return
	printf '$ %s\nexit status %s\n%s\n%s\n' "$*" "$status" "$output" "$stderr" | visible
	return 1
}

# prints COMMAND... <<END: succeeds, and prints the lines of standard input, where | stands for TAB.
prints()
{
	local expected got
	IFS= read -r -d '' expected || true
	succeeds "$@" </dev/null
	got=${output//$'\t'/|}
	got=${got//$'\r'/<CR>}
	got=${got//$'\xef\xbb\xbf'/<BOM>}
	same "${expected%$'\n'}" "$got" "what '$*' prints"
}

# silent COMMAND...: succeeds and prints nothing.
silent()
{
	succeeds "$@"
	same '' "$output" "what '$*' prints"
}

# warns MESSAGE COMMAND...: does its work, and has one line to say.
warns()
{
	local message=$1
	shift
	capture "$@"
	same 0 "$status" "the exit status of '$*'"
	same "$1: $message" "$stderr" 'the warning'
}

# refused STATUS MESSAGE COMMAND...: that exit status; the message, and for a misuse (2) the usage too, on standard
# error; nothing on standard output; the store as it was. A * in MESSAGE stands for any text.
refused()
{
	local expected=$1 message=$2 command name pattern
	shift 2
	command="$*"
	keep
	capture "$@"
	same "$expected" "$status" "the exit status of '${command:0:200}'"
	same '' "$output" 'standard output'
	# A test's own function has no name of its own to begin messages with.
	name=$1
	[[ $name == balint-* ]] || name=${stderr%%:*}
	message="$name: $message"
	pattern=${message//\\/\\\\}
	pattern=${pattern//[/\\[}
	pattern=${pattern//\?/\\?}
	# shellcheck disable=SC2053  # a pattern on purpose
	[[ ${stderr_lines[0]} == $pattern ]] || same "$message" "${stderr_lines[0]}" 'the message'
	if [ "$expected" -eq 2 ]; then
		[[ $stderr == *$'\n'"usage: $name "* ]] || same "$message"$'\n'"usage: $name …" "$stderr" 'standard error'
	else
		same 1 "${#stderr_lines[@]}" 'the number of lines on standard error'
	fi
	kept
}

# keep: sets the store's bytes aside; kept: they are as they were. The same bytes, and no journal beside them, say the same.
keep()
{
	local copy=$BATS_TEST_TMPDIR/.kept
	[ -f "$BALINT_DB" ] || { rm -f "$copy" && return; }
	[[ ${keeping:-} == "$BALINT_DB" && $copy -nt $BALINT_DB ]] || cp "$BALINT_DB" "$copy"
	keeping=$BALINT_DB
}

kept()
{
	local copy=$BATS_TEST_TMPDIR/.kept
	if [ -s "$BALINT_DB-wal" ]; then
		echo 'the store has a journal'
		return 1
	elif [ ! -f "$copy" ]; then
		[ ! -f "$BALINT_DB" ] || { echo 'there is a store now' && return 1; }
	elif ! cmp -s "$copy" "$BALINT_DB"; then
		echo 'the store has changed:'
		diff <(sqlite3 "$copy" .dump 2>&1) <(sqlite3 "$BALINT_DB" .dump 2>&1)
		return 1
	fi
}

# The store to the byte (as it lies, journal included) and by what it says.
fingerprint()
{
	sha256sum <"$BALINT_DB"
	[ ! -s "$BALINT_DB-wal" ] || sha256sum <"$BALINT_DB-wal"
	sqlite3 "$BALINT_DB" .dump 2>&1 | sha256sum
}

# unchanged COMMAND...: the command leaves the store as it was, to the byte.
unchanged()
{
	local before
	before=$(fingerprint)
	"$@"
	same "$before" "$(fingerprint)" "the store after '$*'"
}

# times FULL FEW: how often to repeat what the same run of the tests has repeated already with other programs (BALINT_BRIEF).
times() { if [ -n "$BRIEF" ]; then echo "$2"; else echo "$1"; fi; }

# total: the sum of a column of numbers with equally many decimals, in units of the last one.
total() { awk '{ sub(/[.]/, ""); sum += $1 } END { print sum + 0 }'; }

# sql STATEMENT: what the sqlite3 shell says of the store.
sql() { sqlite3 "$BALINT_DB" "$1"; }
