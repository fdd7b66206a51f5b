# shellcheck shell=bats disable=SC1003,SC2154
# balint-calendar export, read by three other programs: python3-icalendar, khal and ical.js. Each says what it found, and
# tests/oracles/expected.py what `list` and the store say: how many events, their UIDs, when they begin and end in UTC,
# title, status, sequence, place and organizer. There must be no difference, and no ATTENDEE.
load helper

ORACLES=$ROOT/tests/oracles

setup_file()
{
	[ -e "$ROOT/build/oracles/node_modules/ical.js" ] || { echo 'ical.js is missing; run: scripts/install-deps tests' >&2; return 1; }
}

# The ends of the readers' names.
icalendar() { "$ORACLES/by_icalendar.py" "$1"; }
icaljs() { node "$ORACLES/by_icaljs.mjs" "$1"; }
khal_print() { "$ORACLES/by_khal.py" "$1" print; }
khal_import() { "$ORACLES/by_khal.py" "$1" import; }

# What is expected of the editions goes to the files `expected` and, without SEQUENCE, which khal does not show, `expected.khal`.
expect()
{
	"$ORACLES/expected.py" "$BALINT_DB" "$@" >expected
	sed 's/"sequence":[0-9]*,//' expected >expected.khal
}

# agrees READER FEED: what it reads is what is expected.
agrees()
{
	local wanted=expected
	[[ $1 != khal_* ]] || wanted=expected.khal
	"$1" "$2" >got
	cmp -s "$wanted" got && return
	printf '%s reads %s otherwise:\n' "$1" "$2"
	diff -u --label expected --label "$1" "$wanted" got | cut -c -1000 | head -n 20
	return 1
}

# The same feed with a zone that no program knows by itself: what is read then comes from the VTIMEZONE.
with_unknown_zone() { sed 's,Europe/Rome,X-Roma,' "$1"; }

large() { prepared make_large; }

make_large()
{
	make_association --from 'Segreteria <segreteria@example.org>'
	balint-group set association='Società "Balint", sì; o no: forse' >/dev/null
	balint-group edition add 1 --number 1 --year 2021 >/dev/null
	balint-group edition add 2 --number 2 --year 2021 --title 'A, b; c \ d "e" 🙂' --venue 'Via Po 1; Torino, Italia' >/dev/null
	sqlite3 "$BALINT_DB" <"$ORACLES/fill.sql"
	sqlite3 "$BALINT_DB" "DELETE FROM session WHERE date >= date('2001-01-01', '+$(times 10000 1000) days')"
}

@test "10 events: the ninth edition is the same to all three" {
	ninth
	balint-calendar export >feed.ics
	expect 9
	same 10 "$(wc -l <expected)" 'the number of events'
	for reader in icalendar icaljs khal_print khal_import; do agrees $reader feed.ics; done
	same segreteria@example.org "$(grep -o '[^: ]*@[^: ]*' feed.ics | tr -d '\r' | sort -u)" 'the addresses in the feed'
}

@test "26 events: so are the Wednesdays of half a year, with some cancelled and some elsewhere" {
	edition --every 1w --venue 'Torino'
	balint-group set from=a@example.org
	sessions --from 2021-08-18 --count 26
	sql "UPDATE session SET status = 'cancelled', sequence = 1 WHERE date IN ('2021-10-27', '2021-12-29')"
	sql "UPDATE session SET venue = 'Via Po 1, Torino', start = '18:15', finish = '20:00', sequence = 3 WHERE date IN ('2021-09-01', '2021-11-03')"
	balint-calendar export >feed.ics
	expect 1
	same 26 "$(wc -l <expected)" 'the number of events'
	for reader in icalendar icaljs khal_print khal_import; do agrees $reader feed.ics; done
}

@test "a parser that does not know the zone finds the same moments by the feed's own description of it" {
	edition --every 1w
	balint-group set from=a@example.org
	sessions --from 2021-02-10 --count 45
	balint-calendar export | with_unknown_zone /dev/stdin >feed.ics
	same 0 "$(grep -c Europe/Rome feed.ics)" 'the lines with the zone that they know'
	expect 1
	for reader in icalendar icaljs khal_print; do agrees $reader feed.ics; done
	# And it is this description that they use: with another one they find other moments, in summer only.
	sed 's/TZOFFSETTO:+0200/TZOFFSETTO:+0300/' feed.ics >wrong.ics
	for reader in icalendar icaljs khal_print; do
		$reader wrong.ics >got
		same "$(grep -c 'T19:00Z","ends":"2021-..-..T20:30Z' expected)" "$(grep -c 'T18:00Z","ends":"2021-..-..T19:30Z' got)" "summer to $reader"
		same "$(grep -c 'T20:00Z' expected)" "$(grep -c 'T20:00Z' got)" "winter to $reader"
	done
}

@test "hostile texts come back as they went in" {
	association --from 'a@example.org'
	balint-group set association="D'Angelò, \"Società\"; s:p\\a" >/dev/null
	long=$(printf 'perché così, è 🙂; €%.0s' {1..17})
	local -a texts=("D'Angelò \"=cmd\"" 'a,b;c:d' 'a \ b' ',,,;;;' '"' '^n ^^ ^'"'" 'BEGIN:VEVENT' ' a  b ' '=1+1' '🙂' "${long:0:300}"
		"$(printf 'è%.0s' {1..300})" "$(printf '€%.0s' {1..300})" "$(printf '🙂%.0s' {1..300})" "$(printf 'x%.0s' {1..400})" '%s%n' '<b>&amp;' 'à̀' 'שלום' '座談会')
	for i in "${!texts[@]}"; do
		balint-group edition add "e$i" --number $((i + 1)) --year 2021 --title "${texts[i]}" --venue "${texts[-i - 1]}" >/dev/null
		sessions -e "e$i" --from 2021-10-27 --count 2
		editions+=("e$i")
	done
	balint-calendar export --all >feed.ics
	expect "${editions[@]}"
	same $((2 * ${#texts[@]})) "$(wc -l <expected)" 'the number of events'
	same 300 "$(sqlite3 "$BALINT_DB" "SELECT length(title) FROM edition WHERE code = 'e13'")" 'the characters of a title'
	for reader in icalendar icaljs khal_print; do agrees $reader feed.ics; done
}

# python3-icalendar 4.0, which khal uses too, unescapes twice: it takes \\n for a line feed, and \\\\ for one backslash.
@test "backslashes come back as they went in, before every character" {
	association --from 'a@example.org'
	balint-group edition add 1 --number 1 --year 2021 --title 'a\nb\Nc\\n\\\N \, \; \\, \\; \t' --venue 'C:\nuovo\\' >/dev/null
	sessions --from 2021-10-27 --count 1
	balint-calendar export >feed.ics
	expect 1
	agrees icaljs feed.ics
}

@test "a line feed cannot get in, and one put into the store by hand ends no line of the feed" {
	ninth
	for text in $'a\nb' $'a\rb' $'a\r\nATTENDEE:mailto:x@example.org'; do
		refused 2 '*control character*' balint-group edition set 9 --title "$text"
		refused 2 '*control character*' balint-group edition set 9 --venue "$text"
		refused 1 '*control character*' balint-group set association="$text"
	done
	sql "UPDATE edition SET title = 'a' || char(13, 10) || 'ATTENDEE:mailto:x@example.org', venue = 'b' || char(10, 7, 27, 127) || 'c'"
	balint-calendar export >feed.ics
	for reader in icalendar icaljs; do
		$reader feed.ics >got
		same 10 "$(grep -cE '"summary":"a( |\\n)+ATTENDEE:mailto:x@example.org 9 ed 2020".*"location":"b( |\\n)+c"' got)" "the events to $reader"
	done
}

@test "thousands of events: the same to python3-icalendar" {
	large
	balint-calendar export --all >feed.ics
	expect 1 2
	same "$(times 20000 2000)" "$(wc -l <expected)" 'the number of events'
	[ "$(sql "SELECT count(*) FROM session WHERE finish = '24:00'")" -gt 0 ]
	agrees icalendar feed.ics
}

@test "thousands of events: the same to ical.js" {
	large
	balint-calendar export --all >feed.ics
	expect 1 2
	agrees icaljs feed.ics
}

# Importing so many takes khal minutes: a transaction each.
@test "thousands of events: the same to khal, which shows them from the file" {
	large
	balint-calendar export --all >feed.ics
	expect 1 2
	agrees khal_print feed.ics
}

@test "thousands of events: the same data twice are the same bytes, from a copy of the store too" {
	large
	balint-calendar export --all >first.ics
	BALINT_TODAY=2040-01-01 TZ=Asia/Tokyo balint-calendar export --all >second.ics
	cmp first.ics second.ics
	sql "VACUUM INTO 'copy.db'"
	balint-calendar -d copy.db export --all >third.ics
	cmp first.ics third.ics
}
