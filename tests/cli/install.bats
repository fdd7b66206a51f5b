# shellcheck shell=bats disable=SC2154
# `make install` into any directory just works, and no program pays for a library that it does not use.
load helper

programs=(balint-group balint-calendar balint-attend balint-fees)

# Into a directory that is moved afterwards: nothing in it knows where it was made for.
setup_file()
{
	local bin=${BALINT_BIN:-$ROOT/build}
	make -s -C "$ROOT" O="${bin#"$ROOT"/}" install DESTDIR="$BATS_FILE_TMPDIR/stage" PREFIX=/any/dir
	mv "$BATS_FILE_TMPDIR/stage/any/dir" "$BATS_FILE_TMPDIR/prefix"
}

setup()
{
	scene
	prefix=$BATS_FILE_TMPDIR/prefix
}

# installed: PATH finds the installed programs, and the store is the ninth edition, in the week before a session.
installed()
{
	ninth
	export PATH=$prefix/bin:${PATH#*:} BALINT_TODAY=2021-03-24
	same "$prefix/bin/balint-calendar" "$(command -v balint-calendar)" 'the program that is run'
}

@test "the installed programs and manual pages are there and run" {
	for program in "${programs[@]}"; do
		"$prefix/bin/$program" --version | grep -q "^$program [0-9]"
		[ -s "$prefix/share/man/man1/$program.1" ]
		cmp "$ROOT/share/completions/balint.bash" "$prefix/share/bash-completion/completions/$program"
		cmp "$ROOT/share/completions/balint.fish" "$prefix/share/fish/vendor_completions.d/$program.fish"
	done
	cmp "$ROOT/share/completions/_balint" "$prefix/share/zsh/site-functions/_balint"
	cmp "$ROOT/share/doc/LICENCE" "$prefix/share/doc/balint/LICENCE"
	[ -s "$prefix/share/man/man7/balint.7" ]
	[ -s "$prefix/share/man/man5/balint-formats.5" ]
	diff -r "$ROOT/share/templates" "$prefix/share/balint/templates"
	diff -r "$ROOT/share/banks" "$prefix/share/balint/banks"
	diff -r "$ROOT/share/examples" "$prefix/share/balint/examples"
	PATH=$prefix/bin:$PATH sh "$prefix/share/balint/examples/ninth-edition.sh"
	same 55 "$("$prefix/bin/balint-fees" due --all | wc -l)" 'the instalments'
}

@test "nothing is installed but the four programs, their helper and what they share" {
	same "$(printf '%s\n' bin libexec share)" "$(ls "$prefix")"
	same "$(printf 'bin/%s\n' "${programs[@]}" | sort)"$'\nlibexec/balint/balint-post' "$(cd "$prefix" && find bin libexec -type f | sort)"
}

@test "an installed program finds its messages in Italian" {
	same 'balint-fees: manca il verbo' "$(LANG=it_IT.UTF-8 "$prefix/bin/balint-fees" 2>&1 | head -n 1)"
}

@test "what was installed can be taken away again, and nothing else" {
	local bin=${BALINT_BIN:-$ROOT/build}
	for verb in install uninstall; do
		mkdir -p there/share/doc/other
		: >there/share/doc/other/README
		make -s -C "$ROOT" O="${bin#"$ROOT"/}" "$verb" DESTDIR="$PWD" PREFIX=/there
		[ "$verb" = uninstall ] || [ "$(find there -type f | wc -l)" -gt 40 ]
	done
	same there/share/doc/other/README "$(find there ! -type d)" 'what is left'
}

@test "an installed program finds the helper that delivers mail" {
	installed
	capture balint-calendar remind --via -
	same "0 " "$status $stderr" 'the exit status, and standard error'
	same 13 "$(grep -c '^To: ' <<<"$output")" 'the mails'
}

@test "so does one that is called through a link to it, or to its folder" {
	installed
	mkdir links
	ln -s "$prefix/bin/balint-calendar" links/balint-calendar
	ln -s "$prefix/bin" folder
	for program in links/balint-calendar folder/balint-calendar "$PWD/links/balint-calendar"; do
		succeeds "$program" remind --via - --dry-run
		same 13 "${#lines[@]}" "what $program would send"
	done
	capture links/balint-calendar remind --via -
	same '0  13' "$status $stderr $(grep -c '^To: ' <<<"$output")" 'the exit status, standard error, and the mails'
}

@test "without the helper nothing is queued, and the message says what is missing" {
	installed
	cp -r "$prefix/bin" bin
	refused 1 "libexec/balint/balint-post, which delivers mail, is not where it was installed beside $PWD/bin/balint-calendar" \
		bin/balint-calendar remind --via -
	same 0 "$(sql 'SELECT count(*) FROM outbox')" 'what is queued'
	succeeds bin/balint-calendar next
}

@test "the helper is for the programs alone, and says so" {
	capture "$prefix/libexec/balint/balint-post"
	same '2 balint-post: this program is run by balint-calendar and balint-fees' "$status $stderr"
}

# linked FILE PATTERN: the libraries like PATTERN that it is linked with, by itself or through another.
linked() { ldd "$1" | awk -v pattern="$2" '$1 ~ pattern { print $1 }'; }

@test "no program is linked with what makes mail, and only the calendar with libical" {
	for program in "${programs[@]}"; do
		[ -n "$(linked "$prefix/bin/$program" '^libc[.]so')" ]
		same '' "$(linked "$prefix/bin/$program" 'gmime|glib|gobject|gio')" "the libraries of $program for mail"
		[ "$program" = balint-calendar ] || same '' "$(linked "$prefix/bin/$program" 'ical|icu')" "the libraries of $program for calendars"
	done
	[ -n "$(linked "$prefix/bin/balint-calendar" ical)" ]
	[ -n "$(linked "$prefix/libexec/balint/balint-post" gmime)" ]
}
