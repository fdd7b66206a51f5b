#!/usr/bin/env bats
# The manual against the programs: what --help says of every verb stands in its page, and the pages are well made.

programs='balint-group balint-calendar balint-attend balint-fees'

setup_file()
{
	root=$(cd "$BATS_TEST_DIRNAME/../.." && pwd)
	PATH=${BALINT_BIN:-$root/build}:$PATH
	LC_ALL=C.UTF-8
	export root PATH LC_ALL
	for page in "$root"/share/man/*.[157]; do
		render 1000 "$page" >"$BATS_FILE_TMPDIR/$(basename "$page")"
	done
}

setup()
{
	cd "$BATS_TEST_TMPDIR"
	unset BALINT_DB BALINT_EDITION BALINT_TODAY
}

# The page as plain text of that width, without the overstriking of bold and underlined letters.
render()
{
	mandoc -Tutf8 -O "width=$1" "$2" 2>/dev/null | sed 's/.\x08//g'
}

one_space() { sed 's/  */ /g; s/^ //; s/ $//'; }

# help_line PROGRAM VERB START: the paragraph of --help that begins so, as one line without that word.
help_line() { help_lines "$@" | tr '\n' ' ' | one_space | sed 's/^[a-z]*: *//'; }

help_lines()
{
	# shellcheck disable=SC2086  # a verb may be two words
	"$1" $2 --help | awk -v RS= -v start="$3" 'index($0, start) == 1'
}

verbs() { help_lines "$1" '' verbs: | sed -n 's/^  \([^ ][^ ]* \{0,1\}[^ ]*\)  .*/\1/p' | sed 's/ $//'; }

# The options of a paragraph of --help, as `-d, --db FILE` or `--all`.
options() { sed -n 's/^ \{2,6\}\(-[a-zA-Z], \)\{0,1\}\(--[^ ]*\)\( [^ ]*\)\{0,1\}.*/\1\2\3/p' | sed 's/ $//'; }

# section PROGRAM NAME: a section or subsection of its page, without the heading.
section()
{
	awk -v name="$2" '
	/^ ? ? ?[^ ]/ { inside = 0; heading = $0; sub(/^ */, "", heading); if (heading == name) inside = 1; next }
	inside
	' "$BATS_FILE_TMPDIR/$1.1"
}

# has_item PROGRAM VERB ITEM KIND: the verb's subsection has that item, or says whose options or columns it has.
has_item()
{
	local text other
	text=$(section "$1" "$2")
	if printf '%s\n' "$text" | awk -v item="$3" '
		{ sub(/^ */, "") }
		index($0, item) == 1 && (length($0) == length(item) || substr($0, length(item) + 1, 2) == "  ") { found = 1 }
		END { exit !found }'; then
		return 0
	fi
	while read -r other; do
		case $text in
		*"$4 of $other"[!a-z]*) has_item "$1" "$other" "$3" "$4" && return 0 ;;
		esac
	done <<-END
	$(verbs "$1")
	END
	return 1
}

# Calls a function with each program and verb.
each_verb()
{
	local program verb
	for program in $programs; do
		while read -r verb; do
			"$1" "$program" "$verb"
		done <<-END
		$(verbs "$program")
		END
	done
}

@test "every synopsis is the usage lines of the program's verbs" {
	for program in $programs; do
		verbs "$program" | while read -r verb; do
			help_line "$program" "$verb" usage:
			echo
		done >usage
		[ -s usage ]
		section "$program" SYNOPSIS | one_space | grep . >synopsis
		diff -u usage synopsis
	done
}

@test "every verb has a subsection" {
	missing() { [ -n "$(section "$1" "$2")" ] || echo "$1 $2"; }
	[ -z "$(each_verb missing | tee /dev/stderr)" ]
}

@test "every option of every verb is documented with its argument" {
	[ "$(help_lines balint-fees 'tariff set' options: | options | head -n 1)" = '--vat RATE' ]
	missing()
	{
		help_lines "$1" "$2" options: | options | while read -r option; do
			has_item "$1" "$2" "$option" options || echo "$1 $2 $option"
		done
	}
	[ -z "$(each_verb missing | tee /dev/stderr)" ]
}

@test "every column of every verb is explained" {
	[ "$(help_line balint-calendar 'break list' columns:)" = 'from to label' ]
	missing()
	{
		for column in $(help_line "$1" "$2" columns:); do
			has_item "$1" "$2" "$column" columns || echo "$1 $2 $column"
		done
	}
	[ -z "$(each_verb missing | tee /dev/stderr)" ]
}

@test "every page documents the shared options" {
	for program in $programs; do
		help_lines "$program" '' 'shared options' | options >shared
		[ "$(wc -l <shared)" -ge 8 ]
		while read -r option; do
			has_item "$program" OPTIONS "$option" none || { echo "$program $option"; false; }
		done <shared
	done
}

@test "every verb has an example" {
	missing()
	{
		"$root/tests/cli/manual-examples" wanted "$root/share/man/$1.1" | grep -q "^\\$ .*$1 $2\( \|\$\)" || echo "$1 $2"
	}
	[ -z "$(each_verb missing | tee /dev/stderr)" ]
}

@test "every view of the store is documented with its columns" {
	balint-group init --db balint.db --association A --payee A --iban IT92S0200801058000040951624
	text=$(tr '\n' ' ' <"$BATS_FILE_TMPDIR/balint-formats.5" | one_space)
	views=$(sqlite3 balint.db "SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name")
	[ -n "$views" ]
	for view in $views; do
		columns=$(sqlite3 balint.db "SELECT group_concat(name, ' ') FROM pragma_table_info('$view')")
		case $text in
		*" $view $columns "*) ;;
		*) echo "$view $columns"; false ;;
		esac
	done
}

@test "every page passes mandoc's lint" {
	for page in "$root"/share/man/*.[157]; do
		mandoc -Tlint -W style "$page" 2>&1 || true
	done | grep -v 'referenced manual not found\|outdated mandoc.db' >found || true
	cat found
	[ ! -s found ]
}

@test "every page fits into 80 columns" {
	for page in "$root"/share/man/*.[157]; do
		render 78 "$page" >narrow
		[ -s narrow ]
		[ "$(wc -L <narrow)" -le 80 ] || { echo "$page"; false; }
	done
}

@test "every page of ours that a page refers to is there" {
	sed -n 's/^\.Xr \(balint[a-z-]*\) \([157]\).*/\1.\2/p' "$root"/share/man/*.[157] | sort -u | while read -r page; do
		[ -e "$root/share/man/$page" ] || { echo "$page"; exit 1; }
	done
}
