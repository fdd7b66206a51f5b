# shellcheck shell=bats disable=SC2154
# What a mail is to those who read it: Python's email, mutt, zbarimg; and the mails of remind.
load helper

MAKE_MAIL=${BALINT_BIN:-$ROOT/build}/tests/make_mail
BY_EMAIL=$ROOT/tests/oracles/by_email.py

teardown() { [ ! -S "$BATS_TEST_TMPDIR/tmux" ] || tmux -S "$BATS_TEST_TMPDIR/tmux" kill-server || true; }

# mail KEY=VALUE...: makes one (see tests/unit/make_mail.c) into the file `mail`.
mail() { "$MAKE_MAIL" "$@" >mail; }

# reads KEY=VALUE... <<<NAME|SUBJECT: so Python reads the mail that is made of these.
reads()
{
	local expected
	IFS= read -r expected
	mail "$@"
	same "$expected" "$("$BY_EMAIL" mail | cut -f1,3 | tr '\t' '|')" "what Python reads of '$*'"
}

@test "names and subjects read as they were written" {
	reads name='Nicolò Müller' subject='Incontro di mercoledì' <<<'Nicolò Müller|Incontro di mercoledì'
	reads name=$'D\'Angelò "=cmd"' subject='Però: "1, 2" (3) <4>' <<<$'D\'Angelò "=cmd"|Però: "1, 2" (3) <4>'
	reads name='De Luca, Giorgio' subject='A, B' <<<'De Luca, Giorgio|A, B'
	reads name='' subject='' <<<'|'
	reads name='=?utf-8?q?x?=' subject='=?utf-8?q?y?=' <<<'=?utf-8?q?x?=|=?utf-8?q?y?='
	reads name='Дмитро Володимирович Зеленський-Бондаренко' subject='山田太郎 🎉' <<<'Дмитро Володимирович Зеленський-Бондаренко|山田太郎 🎉'
	local long='Società Cooperativa Sociale «Città di Torino» per la Promozione della Psicoterapia, della Formazione e della Ricerca — è così'
	reads name="$long" subject="$long" <<<"$long|$long"
	reads name=$'Ugo\r\nBcc: a@example.org' subject=$'A\nB: c' <<<'Ugo  Bcc: a@example.org|A B: c'
}

@test "random texts read as they were written, whatever they are made of" {
	"$ROOT/tests/oracles/random_mails.py" "$MAKE_MAIL" "$(times 300 60)"
}

@test "the parts come in the order of how much they say" {
	mail
	same multipart/alternative,text/plain,text/html "$("$BY_EMAIL" mail | cut -f4)"
	mail method=CANCEL calendar=$'BEGIN:VCALENDAR\r\n' qr=BCD
	same multipart/alternative,text/plain,multipart/related,text/html,image/png,text/calendar "$("$BY_EMAIL" mail | cut -f4)"
}

@test "a calendar arrives to the byte" {
	ninth
	balint-calendar export >feed.ics
	mail method=PUBLISH calendar=@feed.ics
	"$BY_EMAIL" --calendar mail >got.ics
	cmp feed.ics got.ics
	"$ROOT/tests/oracles/by_icalendar.py" got.ics >events
	same 10 "$(wc -l <events)" 'the number of events'
}

@test "a code arrives to the byte, as a picture that the HTML shows" {
	mail qr=@"$DATA/epc-1.txt" html='<p><img src="cid:qr"></p>'
	"$BY_EMAIL" --picture qr.png mail
	zbarimg --quiet --nodbus --raw -Sbinary qr.png >got
	cmp "$DATA/epc-1.txt" got
	same '<p><img src="cid:qr"></p>' "$("$BY_EMAIL" --html mail)"
}

@test "mails of one mbox are told apart" {
	"$MAKE_MAIL" via=mbox:box token=1 subject=Uno text=$'From here\n>From there\n\nFrom everywhere\n' >/dev/null
	"$MAKE_MAIL" via=mbox:box token=2 subject=Due text=$'\n\nFrom x\n\n\n' >/dev/null
	"$MAKE_MAIL" via=- token=3 subject=Tre >>box
	same $'Uno\nDue\nTre' "$("$BY_EMAIL" box | cut -f3)"
}

@test "mutt shows the name, the subject and the text" {
	"$MAKE_MAIL" via=mbox:box name='Nicolò Müller' subject='Incontro di mercoledì' text=$'Caro Nicolò,\nperò a Müller … no.\n' qr=BCD \
		method=REQUEST calendar=$'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' >/dev/null
	mkdir "$HOME/Mail" # or mutt asks whether it should
	tmux -S tmux -f /dev/null new-session -d -x 100 -y 30 'LANG=C.UTF-8 mutt -n -F /dev/null -R -f box'
	shows 'Segreteria .* Incontro di mercoledì'
	tmux -S tmux send-keys Enter
	shows '^To: Nicolò Müller <rossi@example.org>$'
	shows '^Caro Nicolò,$'
	shows '^però a Müller … no[.]$'
}

# shows PATTERN: a line like that comes onto the screen.
shows()
{
	local tries
	for tries in {1..200}; do
		tmux -S tmux capture-pane -p >screen
		! grep -q -- "$1" screen || return 0
		sleep 0.1
	done
	printf "after %s looks there is no '%s' on the screen:\n" "$tries" "$1"
	cat screen
	return 1
}

@test "remind writes each member a mail of its own" {
	ninth
	BALINT_TODAY=2021-03-25 balint-calendar remind --via mbox:box
	"$BY_EMAIL" box >table
	same "$(balint-group members -c email | sort)" "$(cut -f2 table | sort)" 'the addresses'
	# Nobody's address stands in a mail to somebody else.
	same "$(wc -l <table)" "$(grep -c '^To: ' box)"
	local address
	while read -r address; do
		same 1 "$(grep -c "$address" box)" "how often there is $address"
	done < <(cut -f2 table)
	[ "$(stat -c %a box)" = 600 ]
}

@test "on standard output there are mails and nothing else, whatever is asked for" {
	ninth
	local option
	for option in --verbose --format=csv --format=csv-it --format=jsonl --header '-c person'; do
		cp "$BALINT_DB" before
		# shellcheck disable=SC2086  # two words
		BALINT_TODAY=2021-03-25 balint-calendar remind --via - $option >box
		same 13 "$("$BY_EMAIL" box | wc -l)" "the mails with $option"
		same "$(head -c 5 box)" 'From ' "how they begin with $option"
		same '' "$(tail -n 1 box)" "how they end with $option"
		# shellcheck disable=SC2086
		BALINT_TODAY=2021-03-25 silent balint-calendar remind --via - $option
		mv before "$BALINT_DB"
	done
}
