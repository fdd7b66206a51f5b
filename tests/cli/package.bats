# shellcheck shell=bats disable=SC2154,SC2016,SC2030,SC2031,SC2153
# `make dist` and `make deb`: what is in them, and that it works where it is unpacked.
load helper

programs=(balint-group balint-calendar balint-attend balint-fees)

# Once for all tests, out of the sources as they are.
setup_file()
{
	make -s -C "$ROOT" deb PACK="$BATS_FILE_TMPDIR" >"$BATS_FILE_TMPDIR/log" 2>&1 || { tail -n 50 "$BATS_FILE_TMPDIR/log" && return 1; }
	dpkg-deb -x "$BATS_FILE_TMPDIR"/deb/balint_*.deb "$BATS_FILE_TMPDIR/root"
}

setup()
{
	scene
	version=$(sed -n 's/^VERSION := //p' "$ROOT/Makefile")
	archive=$BATS_FILE_TMPDIR/balint-$version.tar.gz
	package=$BATS_FILE_TMPDIR/deb/balint_${version}_$(dpkg --print-architecture).deb
	root=$BATS_FILE_TMPDIR/root
}

# unpacked: PATH finds the programs of the package, and nothing of this tree.
unpacked()
{
	export PATH=$root/usr/bin:${PATH#*:} BALINT_TODAY=2021-03-24
	same "$root/usr/bin/balint-calendar" "$(command -v balint-calendar)" 'the program that is run'
}

field() { dpkg-deb -f "$package" "$1"; }

# ---- the archive

@test "the archive has every file of the sources, under its name and version, and nobody's" {
	tar -tvf "$archive" >list
	same '' "$(awk '$2 != "0/0" || $6 !~ /^balint-'"${version//./[.]}"'[/]/' list)" 'what is not so'
	tar -tf "$archive" | sed "s,^balint-$version/,," | sort >packed
	sort packed | uniq -d | diff /dev/null -
	for file in Makefile README.md share/doc/LICENCE share/debian/rules cmd/balint-fees/main.c lib/base/text.c tests/cli/package.bats; do
		grep -qx "$file" packed
	done
	same '' "$(grep -e '^build/' -e '^[.]git/' packed)" 'what was built'
	same 1 "$(awk '{ print $4, $5 }' list | sort -u | wc -l)" 'the number of dates'
}

@test "the same sources give the same archive, out of the archive too" {
	mkdir unpacked
	tar -C unpacked -xf "$archive"
	find unpacked -exec touch {} +
	make -s -C "unpacked/balint-$version" dist PACK="$PWD/again" >/dev/null
	cmp "$archive" "again/balint-$version.tar.gz"
}

@test "what is there once is said once: the version, and the licence" {
	succeeds "$root/usr/bin/balint-group" --version
	same "balint-group $version" "$output"
	same "$version" "$(field Version)" 'the version of the package'
	same "$version" "$(dpkg-parsechangelog -l "$ROOT/share/debian/changelog" -S Version)" 'the version of the changelog'
	same "$(sed '1,2d' "$ROOT/share/doc/LICENCE")" "$(sed '1,/^License: ISC$/d' "$ROOT/share/debian/copyright" | sed '1,/^License: ISC$/d; s/^ //; s/^[.]$//')" \
		'the licence in the copyright file'
	same "$(sed -n 's/^Copyright \(20.*\)/\1/p' "$ROOT/share/doc/LICENCE")" "$(sed -n 's/^Copyright: //p' "$ROOT/share/debian/copyright")" 'the holder'
}

@test "a changelog about another version is told of before anything is built" {
	mkdir unpacked
	tar -C unpacked -xf "$archive"
	capture make -s -C "unpacked/balint-$version" deb VERSION=9.9 PACK="$PWD/again"
	same 2 "$status" 'the exit status'
	same "share/debian/changelog is about $version, and not about 9.9" "${stderr_lines[0]}" 'the message'
	[ ! -e again/deb ]
}

# ---- the package

@test "lintian finds no error in the package, and warns of nothing" {
	cd "$BATS_FILE_TMPDIR/deb"
	capture lintian --allow-root --fail-on error,warning --display-info balint_*.changes
	same '' "$output" 'what lintian says'
	same 0 "$status" 'the exit status'
}

@test "the package has what an administrator looks for, where Debian has it" {
	dpkg-deb -c "$package" | awk '{ print $6 }' >list
	for program in "${programs[@]}"; do
		for file in bin/$program share/man/man1/$program.1.gz share/bash-completion/completions/$program \
			share/fish/vendor_completions.d/$program.fish; do
			grep -qx "./usr/$file" list
		done
	done
	for file in libexec/balint/balint-post share/man/man7/balint.7.gz share/man/man5/balint-formats.5.gz share/zsh/vendor-completions/_balint \
		share/doc/balint/README.md.gz share/doc/balint/copyright share/doc/balint/changelog.gz share/doc/balint/examples \
		share/balint/examples/balint-post.timer share/balint/examples/ninth-edition.sh share/balint/banks/unicredit.bank; do
		grep -qx "./usr/$file" list
	done
	same '' "$(grep -v '^[.]/$\|^[.]/usr/' list)" 'what lies elsewhere'
	same ninth-edition.sh "$(cd "$root/usr/share/doc/balint/examples" && echo ninth*)" 'the examples among the documents'
}

@test "the package is built with what install-deps installs, and needs what it uses" {
	# Every Debian machine that builds has the compiler; debhelper is for packages alone.
	sed -n "s/^build='\(.*\)'/\1/p" "$ROOT/scripts/install-deps" | tr ' ' '\n' | grep -vx 'gcc\|make\|libc6-dev' | sort >installed
	awk '/^[^ ]/ { inside = $1 == "Build-Depends:"; $1 = "" } inside' "$ROOT/share/debian/control" | grep -o '[a-z][a-z0-9.+-]*[a-z0-9]' |
		grep -vx debhelper-compat | sort >wanted
	diff installed wanted
	for library in libsqlite3-0 libical3 libgmime-3.0-0 libcsv3 libexpat1 tzdata; do
		[[ $(field Depends) == *$library* ]] || { field Depends; false; }
	done
	[[ $(field Recommends) == *mail-transport-agent*libqrencode4* ]]
	ldd "$root/usr/bin/balint-group" | grep -q libsqlite3.so
}

@test "the unpacked package does its work: an edition, its mail, its manual, its completion" {
	unpacked
	sh "$root/usr/share/doc/balint/examples/ninth-edition.sh"
	same 55 "$(balint-fees due --all | wc -l)" 'the instalments'
	capture balint-calendar remind --via -
	same '0  13' "$status $stderr $(grep -c '^To: ' <<<"$output")" 'the exit status, standard error, and the mails'
	succeeds balint-group check
	succeeds balint-attend mark 2021-02-17 --rest present
	for page in "$root"/usr/share/man/man?/*.gz; do
		gunzip <"$page" | mandoc -Tutf8 | sed 's/.\x08//g' | grep -qx NAME
	done
	bash -c 'source "$1"; COMP_LINE="balint-group enrol ros"; COMP_POINT=${#COMP_LINE}; _balint balint-group ros; echo "${COMPREPLY[@]}"' - \
		"$root/usr/share/bash-completion/completions/balint-group" | grep -x rossi
}
