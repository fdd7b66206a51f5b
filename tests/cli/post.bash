# shellcheck shell=bash disable=SC2154,SC2034,SC2015  # bats and helper have status, output, stderr
# The post of the tests: a Maildir, a fake sendmail, and words for what came. Load it after helper.

# The fourth session of the ninth edition is on 31 March 2021 at 21:00; it has 13 members, 2 of them conductors.
FIRST_DAY=2021-03-24
EVERYBODY=13

# remind [OPTION...], notify [OPTION...]: into the Maildir `post`.
remind() { balint-calendar remind --via "maildir:$PWD/post" "$@"; }
notify() { balint-calendar notify --via "maildir:$PWD/post" "$@"; }

# on DAY COMMAND...: as if it were that day.
on() { BALINT_TODAY=$1 "${@:2}"; }

# mails VERB [PLACE [ARGUMENT]]: see tests/oracles/mails.py; of the Maildir unless said.
mails() { "$ROOT/tests/oracles/mails.py" "$1" "${2:-$PWD/post}" "${@:3}"; }

# came: how many mails lie in the Maildir.
came() { find post/new post/cur -type f 2>/dev/null | wc -l; }

# to: to whom, one address a line.
to() { mails list "${1:-$PWD/post}" to; }

# empty_box: somebody takes the mail out of the Maildir.
empty_box() { find post/new post/cur -type f -delete; }

# unpack [PLACE]: the parts of the mails go to `parts/ADDRESS/text.plain` and the like; see tests/oracles/mails.py.
unpack()
{
	rm -rf parts
	mails unpack "${1:-$PWD/post}" parts
	[ -d parts ]
}

# says FILE WORDS: it has them, capitals and line breaks apart.
says()
{
	grep -qiF -- "$2" <<<"$(tr -s ' \n' ' ' <"$1")" && return
	printf "no '%s' in %s:\n" "$2" "$1"
	cat "$1"
	return 1
}

# each_says WORDS: each text and each page that was unpacked does.
each_says()
{
	local file
	for file in parts/*/text.plain parts/*/page; do says "$file" "$1"; done
}

# addresses: every member's, sorted.
addresses() { sql "SELECT email FROM person WHERE email IS NOT NULL AND handle IN (SELECT handle FROM members WHERE status = 'active')" | LC_ALL=C sort; }

# states: how many notices are in which state, as the store's view has them: `sent 13`.
states() { sqlite3 -separator ' ' "$BALINT_DB" 'SELECT status, count(*) FROM notices GROUP BY status ORDER BY status'; }

# whole: every mail of the Maildir is as mails should be.
whole() { same "$(came) mails" "$(mails check)" 'what is wrong with the mails'; }

# ends STATUS MESSAGE COMMAND...: does what can be done, ends with that status and one line on standard error like MESSAGE;
# `*` stands for any text.
ends()
{
	local expected=$1 message=$2
	shift 2
	capture "$@"
	same "$expected" "$status" "the exit status of '$*' ($stderr)"
	# shellcheck disable=SC2053  # a pattern on purpose
	[[ $stderr == $message ]] || same "$message" "$stderr" 'standard error'
}

# ---- a fake sendmail

# fake_sendmail: `sent/N.argv` has the arguments of a call, each ended by NUL, `sent/N.mail` what it read. It exits with what
# `answers/ADDRESS` says, else `answers/all`, else 0; a mail that it did not take goes to `sent/N.refused`.
fake_sendmail()
{
	mkdir -p sent answers
	cat >sendmail <<-'END'
		#!/bin/sh
		cd "$(dirname "$0")" || exit 70
		number=$(mktemp sent/XXXXXXXX)
		for address; do :; done
		printf '%s\0' "$@" >"$number.argv"
		cat >"$number" || exit
		status=$(cat "answers/$address" 2>/dev/null || cat answers/all 2>/dev/null || echo 0)
		[ "$status" -eq 0 ] && mv "$number" "$number.mail" || mv "$number" "$number.refused"
		exit "$status"
	END
	chmod 755 sendmail
	balint-group set sendmail="$PWD/sendmail" via=sendmail
}

# taken: a directory with the mails that it took; refused_mails: with those that it did not.
taken() { of_sendmail mail; }
refused_mails() { of_sendmail refused; }

of_sendmail()
{
	rm -rf "by-sendmail.$1"
	mkdir "by-sendmail.$1"
	find sent -name "*.$1" -exec cp {} "by-sendmail.$1" \;
	printf '%s\n' "$PWD/by-sendmail.$1"
}

# calls: how often it was called.
calls() { find sent -name '*.argv' | wc -l; }
