#!/usr/bin/env bats
# The tour of README.md does what it shows.

@test "every command of the README prints what stands below it" {
	root=$(cd "$BATS_TEST_DIRNAME/../.." && pwd)
	cd "$BATS_TEST_TMPDIR"
	PATH=${BALINT_BIN:-$root/build}:$PATH
	unset BALINT_EDITION BALINT_TODAY
	export BALINT_DB=balint.db
	commands=0
	expected=
	command=
	# Runs the command that was read, and compares what it prints with the lines that followed.
	finish() {
		[ -n "$command" ] || return 0
		commands=$((commands + 1))
		got=$(sh -c "$command" 2>&1 | tr -d '\r') || true
		diff -u <(printf '%s' "$expected") <(printf '%s' "${got:+$got$'\n'}") || { echo "of: $command"; return 1; }
	}
	while IFS= read -r line; do
		case $line in
		'$ '*) finish; command=${line#'$ '}; expected= ;;
		'```') finish; command= ;;
		*) [ -z "$command" ] || expected+=$line$'\n' ;;
		esac
	done < <(sed -n '/^```/,/^```/p' "$root/README.md")
	finish
	[ "$commands" -gt 10 ]
}
