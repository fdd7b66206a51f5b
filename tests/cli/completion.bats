#!/usr/bin/env bats
# What the shells complete comes from the programs' own tables.

setup() {
	root=$(cd "$BATS_TEST_DIRNAME/../.." && pwd)
	PATH=${BALINT_BIN:-$root/build}:$PATH
}

# The words that bash offers for the command line given as words, the last of which is being typed.
completed() {
	bash -c 'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _balint "$1"; printf "%s\n" "${COMPREPLY[@]}"' - \
		"$root/share/completions/balint.bash" "$@"
}

@test "every verb of every program is offered" {
	for program in balint-group balint-calendar balint-attend balint-fees; do
		$program --help | sed -n '/^verbs:/,/^$/s/^  \([a-z]*\).*/\1/p' | uniq >"$BATS_TEST_TMPDIR/verbs"
		completed "$program" '' | grep -v '^--' >"$BATS_TEST_TMPDIR/offered"
		[ -s "$BATS_TEST_TMPDIR/verbs" ]
		diff "$BATS_TEST_TMPDIR/verbs" "$BATS_TEST_TMPDIR/offered"
	done
}

@test "the second word of a verb is offered after the first" {
	[ "$(completed balint-group outbox '' | grep -v '^--')" = $'list\nshow\nretry\ndrop' ]
	[ "$(completed balint-calendar break '' | grep -v '^--')" = $'add\nlist\nremove' ]
	[ "$(completed balint-attend evaluate '' | grep -v '^--')" = $'form\nimport\nreport\npending\nreceived' ]
	[ "$(completed balint-attend rota '' | grep -v '^--')" = $'set\nclear\nswap\nhistory' ]
}

@test "a verb's options are offered, and only those that begin so" {
	[ "$(completed balint-fees due --m)" = --month ]
	[ "$(completed balint-fees request --o)" = --overdue ]
	[ "$(completed balint-calendar remind --d)" = $'--days\n--db\n--dry-run' ]
	[ "$(completed balint-calendar notify --vi)" = --via ]
}

@test "the choices of an option are offered" {
	[ "$(completed balint-group enrol rossi --role co)" = $'conductor\nco-conductor' ]
	[ "$(completed balint-fees due -f j)" = jsonl ]
	[ "$(completed balint-attend present --kind '')" = $'case\ngroup-event\ninstitution' ]
	[ "$(completed balint-group person set rossi --language '')" = $'it\nen' ]
	[ "$(completed balint-group outbox list --status f)" = failed ]
}
