#!/usr/bin/env bats
# The EXAMPLES of the manual are run, each page in a store of the ninth edition of its own, on 20 March 2021.

setup_file()
{
	root=$(cd "$BATS_TEST_DIRNAME/../.." && pwd)
	PATH=${BALINT_BIN:-$root/build}:$PATH
	HOME=$BATS_FILE_TMPDIR
	BALINT_DB=$BATS_FILE_TMPDIR/balint.db
	BALINT_TODAY=2021-03-20
	LC_ALL=C.UTF-8
	export root PATH HOME BALINT_DB BALINT_TODAY LC_ALL
	unset BALINT_EDITION XDG_DATA_HOME
	sh "$root/share/examples/ninth-edition.sh"
}

# What the page says, and what comes out.
compare()
{
	"$root/tests/cli/manual-examples" wanted "$1" >wanted
	[ -s wanted ]
	"$root/tests/cli/manual-examples" actual "$1" >actual
	diff -u wanted actual
}

setup()
{
	cd "$BATS_TEST_TMPDIR"
	cp "$BALINT_DB" balint.db
	export BALINT_DB=balint.db
}

@test "the examples of balint-group(1) come out as printed" {
	compare "$root/share/man/balint-group.1"
}

@test "the examples of balint-calendar(1) come out as printed" {
	compare "$root/share/man/balint-calendar.1"
}

@test "the examples of balint-attend(1) come out as printed" {
	compare "$root/share/man/balint-attend.1"
}

@test "the examples of balint-fees(1) come out as printed" {
	compare "$root/share/man/balint-fees.1"
}

@test "the examples of balint-formats(5) come out as printed" {
	compare "$root/share/man/balint-formats.5"
}

@test "the tour of balint(7) comes out as printed" {
	compare "$root/share/man/balint.7"
}

@test "the tour of README.md comes out as printed" {
	rm balint.db
	compare "$root/README.md"
}
