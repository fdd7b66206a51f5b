# shellcheck shell=bash disable=SC2154
# What the tests of certificates share: groups whose register is complete, and their codes.

# over: on the day after the last session of the ninth edition, and of the group below.
over() { export BALINT_TODAY=2021-06-24; }

# group [HANDLE...]: an edition of ten sessions, 21:00 to 22:30, that is over; everybody (default: rossi) was at all of them.
group()
{
	over
	prepared make_group "${@:-rossi}"
}

make_group()
{
	edition --title 'Gruppo Balint'
	sessions --from 2021-02-17 --count 10
	for name in "$@"; do
		person "$name" "${name^}" Maria
		balint-group enrol "$name" --on 2021-02-17 >/dev/null
	done
	mark_all
}

# concluded: the ninth edition, when all of it is marked: Rossi misses one session and a few minutes, Bianchi two sessions.
concluded()
{
	over
	prepared make_concluded
}

make_concluded()
{
	BALINT_TODAY=2021-01-10 ninth
	mark_all
	balint-attend mark 2021-03-03 rossi=absent bianchi=absent
	balint-attend mark 2021-03-17 rossi=21:11 bianchi=excused conti=online,21:07
	balint-group person set conti --born-on 1980-01-01 --born-in Torino --tax-code RSSMRA80A41L219Q
}

mark_all()
{
	local date
	while read -r date; do
		balint-attend mark "$date" --rest present
	done < <(balint-calendar list --status held -c date)
}

# own_rule NAME: a rule of the association's own, with the text of standard input.
own_rule()
{
	mkdir -p "$PWD/own/rules"
	cat >"own/rules/$1.rule"
	balint-group set directory="$PWD/own"
}

# certified HANDLE [OPTION...]: issues, in silence, and prints the code.
certified()
{
	balint-attend certify "$@" >/dev/null || return
	code "$1"
}

# code HANDLE: the code of their newest certificate; number HANDLE: its number.
code() { balint-attend certificates --person "$1" -c code | tail -n 1; }
number() { balint-attend certificates --person "$1" -c number | tail -n 1; }

# A filter for codes, of which no two are the same.
without_code() { sed -E 's/[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}/XXXX-XXXX-XXXX/'; }

# well_formed: standard input is a page whose elements are nested as they must be, which takes nothing from elsewhere; prints its texts.
well_formed()
{
	/usr/bin/python3 -c '
import sys
from html.parser import HTMLParser
class Checker(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open = []
    def handle_starttag(self, tag, attributes):
        assert tag not in ("script", "link", "img", "iframe", "b", "i"), tag
        for name, value in attributes:
            assert name not in ("src", "href", "action", "style") and not name.startswith("on"), name
        if tag != "meta":
            self.open.append(tag)
    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, (self.open, tag)
        self.open.pop()
    def handle_data(self, data):
        if self.open and self.open[-1] == "style":
            assert "@import" not in data and "url(" not in data and "http" not in data
        elif data.strip():
            print(data.strip())
checker = Checker()
checker.feed(sys.stdin.read())
checker.close()
assert not checker.open, checker.open'
}
