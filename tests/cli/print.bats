# shellcheck shell=bats disable=SC2154,SC1112
# balint-calendar print: the calendar that members get.
load helper

# The ninth edition with everything that can happen to a calendar. The moves and the cancellation are written by hand.
eventful_ninth()
{
	ninth
	balint-group edition set 9 --venue "D'Angelò \"=cmd\" <b> & C." --title "Gruppo <Balint> & 'amici'"
	balint-group person set gallo --family '<i>Gallo</i>'
	balint-calendar closure add 2021-03-31 'Chiusura <dell’istituto>'
	sql "DELETE FROM session WHERE date = '2021-03-31';
		UPDATE session SET status = 'cancelled', note = 'malattia dei <conduttori>' WHERE date = '2021-04-14';
		UPDATE session SET date = '2021-05-27', note = 'sciopero' WHERE date = '2021-05-26';
		UPDATE session SET date = '2021-06-02', override = 'deciso da tutti', venue = 'Aula magna' WHERE date = '2021-06-09';
		UPDATE session SET note = 'new cadence after Pasqua' WHERE date = '2021-04-28';
		INSERT INTO session (edition, date, start, finish, note, uid, changed_at)
		SELECT id, '2021-05-19', '20:00', '21:30', 'recupero', printf('%36s', 'x'), '2021-03-20T00:00:00Z' FROM edition"
}

# own NAME: a file of the association's own, with the text of standard input.
own()
{
	mkdir -p "$PWD/own/templates/it"
	balint-group set directory="$PWD/own"
	cat >"own/templates/$1"
}

# checked: standard input is a page whose elements are nested as they must be; prints its tags and texts.
checked()
{
	/usr/bin/python3 -c '
import sys
from html.parser import HTMLParser
class Checker(HTMLParser):
    void = {"meta", "br", "link"}
    def __init__(self):
        super().__init__()
        self.open = []
    def handle_starttag(self, tag, attributes):
        print("<" + tag, *(f"{name}={value}" for name, value in attributes))
        for name, value in attributes:
            assert name not in ("src", "href", "action") and not name.startswith("on"), name
        assert tag not in ("script", "link", "img", "iframe", "b", "i"), tag
        if tag not in self.void:
            self.open.append(tag)
    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, (self.open, tag)
        self.open.pop()
    def handle_data(self, data):
        if self.open and self.open[-1] == "style":
            assert "@import" not in data and "url(" not in data
        elif data.strip():
            print(data.strip())
checker = Checker()
checker.feed(sys.stdin.read())
checker.close()
assert not checker.open, checker.open'
}

@test "the ninth edition, as text and as a page, in both languages" {
	ninth
	for language in it en; do
		balint-calendar print --language $language | golden "ninth-calendar-$language.txt"
		balint-calendar print --language $language --html | golden "ninth-calendar-$language.html"
	done
}

@test "everything that can happen to a calendar" {
	prepared eventful_ninth
	for language in it en; do
		balint-calendar print --language $language | golden "eventful-calendar-$language.txt"
		balint-calendar print --language $language --html | golden "eventful-calendar-$language.html"
	done
}

@test "the language is that of the setting" {
	ninth
	balint-group set language=en
	same "$(balint-calendar print --language en)" "$(balint-calendar print)"
	[ "$(balint-calendar print --language it)" != "$(balint-calendar print)" ]
}

@test "no address of a member and no link is in it" {
	ninth
	for option in '' --html; do
		succeeds balint-calendar print $option
		[[ $output == *Ferraris* && $output != *@example.org* && $output != *zoom.example* && $output != *Rossi* ]]
	done
}

@test "an edition that only meets online says so, without the link" {
	edition --online https://zoom.example.org/j/1
	sessions --from 2021-04-07 --count 2
	succeeds balint-calendar print
	[[ $output == *'Sede        in linea'* && $output != *zoom* ]]
	succeeds balint-calendar print --language en --html
	[[ $output == *'<dt>Place</dt><dd>online</dd>'* && $output != *zoom* ]]
}

@test "the year is this one, else that of the next session, else that of the last" {
	edition
	sessions --from 2021-12-01 --until 2022-02-28
	year() { balint-calendar print | sed -n 's/^Calendario //p'; }
	for expected in 2020-06-01:2021 2021-03-20:2021 2021-12-31:2021 2022-01-01:2022 2022-12-31:2022 2030-01-01:2022; do
		BALINT_TODAY=${expected%:*} same "${expected#*:}" "$(BALINT_TODAY=${expected%:*} year)" "the year on ${expected%:*}"
	done
	sql "DELETE FROM session WHERE date LIKE '2022%'; UPDATE session SET date = '2023-02-01' WHERE date = '2021-12-15'"
	same 2023 "$(BALINT_TODAY=2022-05-01 year)" 'the year between two'
	same 2021 "$(balint-calendar print --year 2021 | sed -n 's/^Calendario //p')"
}

@test "a year without a session is refused" {
	ninth
	refused 1 "edition 9 has no session in 2030; 'balint-calendar list -e 9' shows those that it has" balint-calendar print --year 2030 --html
}

@test "an edition without any session is refused" {
	edition
	refused 1 "edition 1 has no sessions yet; make them with 'balint-calendar generate -e 1'" balint-calendar print
}

@test "only the sessions of that year, and the skipped dates of that year" {
	edition
	balint-calendar break add 2021-12-20..2022-01-10 Natale
	sessions --from 2021-11-24 --until 2022-02-28
	succeeds balint-calendar print --year 2021
	[[ $output == *'Sedute      1, 24 novembre'* && $output == *'8 dicembre   non si tiene: Immacolata'* && $output == *'22 dicembre  non si tiene: Natale'* && $output != *'5 gennaio '* ]]
	succeeds balint-calendar print --year 2022
	[[ $output == *'5 gennaio    non si tiene: Natale'* && $output != *dicembre\ \ * ]]
	[[ $output == *"20 dicembre 2021 – 10 gennaio 2022  Natale"* ]]
}

@test "text fits into 80 columns, whatever the names" {
	edition --venue "$(printf 'v%.0s' {1..120})" --title "$(printf 'parola %.0s' {1..17})x"
	balint-group set association="$(printf 'ente %.0s' {1..30})"
	balint-calendar closure add 2021-04-21 "$(printf 'lunga %.0s' {1..40})"
	sessions --from 2021-03-24 --count 26
	for language in it en; do
		balint-calendar print --language $language >text
		[ "$(wc -L <text)" -eq 80 ]
		same '' "$(grep -n ' $' text)" 'blanks at line ends'
	done
}

@test "a page is well-formed, names its language and takes nothing from elsewhere" {
	prepared eventful_ninth
	for language in it en; do
		balint-calendar print --language $language --html | checked >tags
		grep -qx "<html lang=$language" tags
		grep -qx '<caption' tags
		grep -qx '<th scope=col class=number' tags
		same 10 "$(grep -c '^<th scope=row class=number$' tags)" 'sessions'
		grep -qxF "Gruppo <Balint> & 'amici' 9 ed 2020" tags
		grep -qxF 'D'"'"'Angelò "=cmd" <b> & C.' tags
	done
}

@test "control characters that were written into the store by hand do not reach the terminal" {
	ninth
	sql "UPDATE setting SET value = 'A' || char(27) || '[2J' WHERE key = 'association'"
	for option in '' --html; do
		succeeds balint-calendar print $option
		[[ $output == *'A\x1b[2J'* && $output != *$'\e'* ]]
	done
}

@test "a template of the association's own comes first, with partials of the toolkit's or its own" {
	ninth
	own it/calendar.txt <<-'END'
		{{title}}: {{#sessions}}{{#skipped}}-{{/skipped}}{{^skipped}}{{number}}{{/skipped}} {{/sessions}}
		  {{> rule}}
		  {{> firma}}
	END
	own firma.txt <<<'La {{conductors}}segreteria'
	balint-group edition set 9 --title 'Corso'
	prints balint-calendar print <<-'END'
		Corso: 1 2 3 4 5 6 7 8 9 10
		  Una seduta ogni due settimane, di mercoledì, dalle 21:00 alle 22:30; nessuna
		  nelle festività nazionali e nelle sospensioni.
		  La segreteria
	END
	# Another language and the page stay those of the toolkit; without the directory all do.
	same "$(balint-calendar print --language en | head -n 1)" 'Associazione IL NODO group'
	balint-calendar print --html | grep -q '<h1>Corso'
	balint-group set directory=
	same 'Associazione IL NODO group' "$(balint-calendar print | head -n 1)"
}

@test "a template for all languages comes after that for one, and before the toolkit's" {
	ninth
	own calendar.txt <<<'for all'
	prints balint-calendar print <<<'for all'
	own it/calendar.txt <<<'for one'
	prints balint-calendar print <<<'for one'
	prints balint-calendar print --language en <<<'for all'
}

@test "a template that begins with a byte order mark is read without it" {
	ninth
	printf '\xef\xbb\xbf{{title}}\n' | own it/calendar.txt
	prints balint-calendar print <<<'Gruppo Balint'
}

@test "a broken template is refused at its line and column, and nothing is printed" {
	ninth
	while IFS='|' read -r text message; do
		printf '%b' "$text" | own it/calendar.txt
		refused 1 "$PWD/own/templates/it/calendar.txt:$message" balint-calendar print
	done <<-'END'
		Ciao\n{{#sessions}}\n|2:1: the section 'sessions' is not closed
		perché {{title|1:8: the tag that begins here is not closed: '}}' is missing
		{{#a}}\n{{/b}}|2:1: 'b' is closed where 'a' is open
		{{/a}}|1:1: no section 'a' is open here
		a\n\n {{ una seduta }}|3:2: 'una seduta' is no name: letters, digits, '_', '-' and '.' between them
		Citt\xe0|1:5: byte 0xe0 is not UTF-8 text
		a\n\0b|2:1: byte 0x00 is not UTF-8 text
		{{> calendar}}|1:1: more than 64 sections and partials within each other
		{{> ../../secret}}|1:1: '../../secret' is no name: letters, digits, '_', '-' and '.' between them
	END
}

@test "a broken partial is refused at its own line" {
	ninth
	own it/rule.txt <<<$'\n{{#rule}}'
	refused 1 "$PWD/own/templates/it/rule.txt:2:1: the section 'rule' is not closed" balint-calendar print
	refused 1 "$PWD/own/templates/it/rule.txt:2:1: the section 'rule' is not closed" balint-calendar print --html
}

@test "what is no readable file of a sensible size is refused" {
	ninth
	own it/calendar.txt </dev/null
	silent balint-calendar print
	head -c 1048576 /dev/zero | tr '\0' ' ' >own/templates/it/calendar.txt
	silent balint-calendar print
	printf x >>own/templates/it/calendar.txt
	refused 1 "$PWD/own/templates/it/calendar.txt is larger than 1 MiB" balint-calendar print
	rm own/templates/it/calendar.txt
	mkdir own/templates/it/calendar.txt
	refused 1 "$PWD/own/templates/it/calendar.txt is not a file" balint-calendar print
	rmdir own/templates/it/calendar.txt
	mkfifo own/templates/it/calendar.txt
	refused 1 "$PWD/own/templates/it/calendar.txt is not a file" balint-calendar print
	rm own/templates/it/calendar.txt
	ln -s calendar.txt own/templates/it/calendar.txt
	refused 1 "$PWD/own/templates/it/calendar.txt cannot be read: Too many levels of symbolic links" balint-calendar print
}

@test "a directory that has gone is refused, with the way out" {
	ninth
	own it/calendar.txt <<<x
	mv own elsewhere
	refused 1 "the setting directory is '$PWD/own': No such file or directory; to do without it: balint-group set directory=" balint-calendar print
	touch own
	refused 1 "the setting directory is '$PWD/own': Not a directory; to do without it: balint-group set directory=" balint-calendar print
	silent balint-group set directory=
	succeeds balint-calendar print
}

@test "options about columns have no meaning here" {
	ninth
	refused 2 '*--format*' balint-calendar print -f csv
	refused 2 "--language: 'fr' is none of it|en" balint-calendar print --language fr
	refused 2 '--year: *' balint-calendar print --year 0
}

@test "a full disk is an error" {
	ninth
	for option in '' --html; do
		run -1 sh -c "balint-calendar print $option >/dev/full"
		same 'balint-calendar: standard output: No space left on device' "$output"
	done
}
