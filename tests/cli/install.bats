#!/usr/bin/env bats
# `make install` into any directory just works.

setup() {
	root=$(cd "$BATS_TEST_DIRNAME/../.." && pwd)
	bin=${BALINT_BIN:-$root/build}
}

@test "the installed programs and manual pages are there and run" {
	make -s -C "$root" O="${bin#"$root"/}" install DESTDIR="$BATS_TEST_TMPDIR/stage" PREFIX=/any/dir
	prefix=$BATS_TEST_TMPDIR/stage/any/dir
	for program in balint-group balint-calendar balint-attend balint-fees; do
		"$prefix/bin/$program" --version | grep -q "^$program [0-9]"
		[ -s "$prefix/share/man/man1/$program.1" ]
		[ -s "$prefix/share/bash-completion/completions/$program" ]
	done
	[ -s "$prefix/share/man/man7/balint.7" ]
	diff -r "$root/share/templates" "$prefix/share/balint/templates"
	diff -r "$root/share/banks" "$prefix/share/balint/banks"
	[ -s "$prefix/share/man/man5/balint-formats.5" ]
	BALINT_DB=$BATS_TEST_TMPDIR/balint.db PATH=$prefix/bin:$PATH sh "$prefix/share/balint/examples/ninth-edition.sh"
	[ "$(BALINT_DB=$BATS_TEST_TMPDIR/balint.db "$prefix/bin/balint-fees" due --all | wc -l)" -eq 55 ]
}
