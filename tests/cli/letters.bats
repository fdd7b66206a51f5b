# shellcheck shell=bats disable=SC2154,SC1112,SC2030,SC2031
# What members are told of their sessions: letters as they come out of the commands, and the golden letters of
# tests/unit/test_letter.c as other programs read them.
load helper

# calendar KIND METHOD ATTENDEE: the golden calendar in Italian, by python3-icalendar.
calendar() { "$ROOT/tests/oracles/by_icalendar.py" "$GOLDEN/letter-$1-it.ics" "$2" ${3:+"$3"}; }

# event DAY BEGINS ENDS SUMMARY STATUS SEQUENCE LOCATION: what the reader prints of an event of tests/unit/test_letter.c.
event() { printf '{"uid":"00000000-0000-4000-8000-0000%s","begins":"%s","ends":"%s","summary":"%s","status":"%s","sequence":%s,"location":"%s","organizer":"Circolo Balint <mailto:segreteria@example.org>"}' "$@"; }

# wholesome FILE: a page whose elements are nested as they must be, that loads nothing and runs nothing.
wholesome()
{
	/usr/bin/python3 - "$1" <<'END'
import re
import sys
from html.parser import HTMLParser


class Checker(HTMLParser):
    void = {"meta", "br"}
    plain = {"html", "head", "title", "style", "body", "p", "h2", "dl", "dt", "dd", "strong", "s", "time", "a", "footer"}

    def __init__(self):
        super().__init__()
        self.open, self.links, self.texts = [], [], []

    def handle_starttag(self, tag, attributes):
        assert tag in self.void | self.plain, tag
        for name, value in attributes:
            assert name in {"lang", "charset", "name", "content", "datetime", "href"}, name
            assert name != "href" or re.match("mailto:|https://zoom[.]example[.]org/", value), value
        if tag not in self.void:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, (self.open, tag)
        self.open.pop()

    def handle_data(self, data):
        assert self.open[-1:] != ["style"] or not re.search("@import|url[(]|expression|http", data), data


page = open(sys.argv[1], encoding="utf-8").read()
checker = Checker()
checker.feed(page)
checker.close()
assert not checker.open, checker.open
assert page.startswith("<!DOCTYPE html>\n"), page[:40]
END
}

@test "the calendars of letters have one event each, at the right time in UTC" {
	local rossi='Maria Rossi <mailto:rossi@example.org>' title='Gruppo Balint 9 ed 2020'
	same "$(event 20210331 2021-03-31T19:00Z 2021-03-31T20:30Z "$title" CONFIRMED 0 'Torino, via Po 1')" "$(calendar reminder PUBLISH)"
	same "$(event 20210331 2021-03-31T19:00Z 2021-03-31T20:30Z "ANNULLATA: $title" CANCELLED 1 'Torino, via Po 1')" "$(calendar cancellation CANCEL "$rossi")"
	same "$(event 20210331 2021-03-31T19:00Z 2021-03-31T20:30Z "$title" CONFIRMED 2 'Torino, via Po 1')" "$(calendar restoration REQUEST "$rossi")"
	same "$(event 20210331 2021-04-07T19:00Z 2021-04-07T20:30Z "$title" CONFIRMED 1 'Torino, via Po 1')" "$(calendar move REQUEST "$rossi")"
	same "$(event 20210407 2021-04-07T18:00Z 2021-04-07T19:30Z "$title" CONFIRMED 0 'Aula magna')" "$(calendar addition REQUEST "$rossi")"
	same "$(event 20210331 2021-03-31T18:30Z 2021-03-31T20:30Z "$title" CONFIRMED 1 'Aula magna')" "$(calendar amendment REQUEST "$rossi")"
}

@test "letters in HTML are whole, and load nothing" {
	for page in "$GOLDEN"/letter-*.html; do wholesome "$page"; done
}

# subjects VERB: what it would send to rossi.
subjects() { balint-calendar "$@" --dry-run -c person,subject -f tsv | sed -n "s/^rossi$TAB//p"; }

@test "each kind of news has its subject" {
	ninth
	balint-calendar cancel 2021-03-31 --reason neve >/dev/null
	balint-calendar cancel 2021-04-14 --reason neve >/dev/null
	balint-calendar restore 2021-04-14 >/dev/null
	balint-calendar move 2021-04-28 --to 2021-05-05 --reason ponte --override >/dev/null
	balint-calendar move 2021-05-26 --to 2021-05-27 --reason sciopero >/dev/null
	balint-calendar add 2021-05-19 --at 20:00 --reason recupero >/dev/null
	balint-calendar set 2021-05-12 --venue 'Aula magna' >/dev/null
	same "ANNULLATA: Seduta di mercoledì 31 marzo 2021, ore 21:00 – Gruppo Balint 9 ed 2020
CONFERMATA: Seduta di mercoledì 14 aprile 2021, ore 21:00 – Gruppo Balint 9 ed 2020
SPOSTATA: Seduta di mercoledì 28 aprile a mercoledì 5 maggio 2021, ore 21:00 – Gruppo Balint 9 ed 2020
RISPOSTA RICHIESTA: spostare la seduta di mercoledì 26 maggio 2021, ore 21:00? – Gruppo Balint 9 ed 2020
AGGIUNTA: Seduta di mercoledì 19 maggio 2021, ore 20:00 – Gruppo Balint 9 ed 2020
MODIFICATA: Seduta di mercoledì 12 maggio 2021, ore 21:00 – Gruppo Balint 9 ed 2020" "$(subjects notify)"
}

@test "a session is reminded in the reader's language" {
	ninth
	export BALINT_TODAY=2021-03-25
	same 'Seduta di mercoledì 31 marzo 2021, ore 21:00 – Gruppo Balint 9 ed 2020' "$(subjects remind)"
	sql "UPDATE person SET language = 'en' WHERE handle = 'rossi'"
	same 'Session of Wednesday 31 March 2021, 21:00 – Gruppo Balint 9 ed 2020' "$(subjects remind)"
}

@test "an association can have a letter of its own" {
	ninth
	export BALINT_TODAY=2021-03-25
	mkdir -p own/templates/it
	balint-group set directory="$PWD/own"
	echo '{{#reminder}}Ci vediamo {{date}} alle {{start}}, {{given}}?{{/reminder}}' >own/templates/it/notice-subject.txt
	same 'Ci vediamo mercoledì 31 marzo 2021 alle 21:00, Maria?' "$(subjects remind)"
}
