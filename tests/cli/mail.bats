# shellcheck shell=bats disable=SC2154,SC2317,SC2030,SC2031,SC2094
# The mails of every kind, in both languages, as Python's email, python3-icalendar and zbarimg read them; and what never
# becomes part of one.
load helper
load post

KINDS='addition amendment cancellation consent move overdue reminder request restoration'

setup() { scene; }

# everything LANGUAGE: a store with hard names, in $boxes/KIND the mails of each kind, in $parts/KIND/ADDRESS/ the parts of one,
# in $facts what the headers of each say: box to to_name subject id date from reply_to auto.
everything()
{
	local made=$BATS_FILE_TMPDIR/every-$1
	if [ ! -d "$made" ]; then
		rm -rf "$made.new"
		mkdir -p "$made.new/boxes"
		BALINT_DB=$made.new/balint.db make_everything "$1" "$made.new/boxes"
		mails unpack "$made.new/boxes" "$made.new/parts"
		mails list "$made.new/boxes" box,to,to_name,subject,id,date,from,reply_to,auto >"$made.new/facts"
		mv "$made.new" "$made"
	fi
	boxes=$made/boxes
	parts=$made/parts
	facts=$made/facts
	cp -p "$made/balint.db" "$BALINT_DB"
}

make_everything()
{
	local -x BALINT_TODAY=2021-03-20
	local language=$1 dir=$2
	sh "$ROOT/share/examples/ninth-edition.sh"
	balint-group set language="$language" 'from=Segreterià Il Nodo <segreteria@example.org>' 'reply-to=Città <risposte@example.org>' \
		'association=Il Nodo: "gruppo" è, <sì> & no' >/dev/null
	balint-group edition set 9 --title 'Gruppò Balint' --venue 'Torino, Sala «Città»; 2° piano'
	person angelo "D'Angelò \"=cmd\"" 'Zoë <x>' --profession medico --email "o'zoe+balint@example.org"
	balint-group enrol angelo >/dev/null
	balint-fees plan >/dev/null
	go() { silent balint-calendar notify --via "maildir:$dir/$1"; }
	on "$FIRST_DAY" silent balint-calendar remind --via "maildir:$dir/reminder"
	balint-calendar move 2021-04-28 --to 2021-04-29 --at 20:30 --reason 'Perché «ponte», sì' >/dev/null
	go consent
	balint-group members --role participant --status active -c handle | balint-calendar consent 2021-04-28 - --yes >/dev/null
	go move
	balint-calendar cancel 2021-04-14 --reason 'Neve & "gelo" <tanto>'
	go cancellation
	balint-calendar restore 2021-04-14
	go restoration
	balint-calendar add 2021-05-05 --reason 'Recupero è' >/dev/null
	go addition
	balint-calendar set 2021-05-05 --venue 'Sala È'
	go amendment
	balint-fees pay rossi 85.40 --on 2021-03-01 >/dev/null
	silent balint-fees request --month 2021-03 --via "maildir:$dir/request"
	on 2021-04-20 silent balint-fees request --overdue --via "maildir:$dir/overdue"
}

# readers KIND: the addresses of those that mails of the kind are for.
readers()
{
	case $1 in
	consent | request | overdue) balint-group members --role participant --status active -c email ;;
	*) balint-group members --status active -c email ;;
	esac
}

# each_language COMMAND...: for each language, which is printed to be seen if it fails.
each_language()
{
	for language in $(times 'it en' it); do
		echo "in $language:"
		everything "$language"
		"$@"
	done
}

# address HANDLE
address() { sql "SELECT email FROM person WHERE handle = '$1'"; }

@test "each kind goes to those it is for, one mail each" {
	right()
	{
		for kind in $KINDS; do readers "$kind" | sed "s/^/$kind$TAB/"; done | LC_ALL=C sort >expected
		same "$(cat expected)" "$(cut -f 1,2 "$facts" | uniq)"
		# Only of what is overdue there are several: an instalment each.
		same "$(grep -v overdue expected)" "$(cut -f 1,2 "$facts" | grep -v overdue)"
		same "$(balint-fees due --until 2021-04-19 -c email | LC_ALL=C sort)" "$(sed -n "s/^overdue$TAB\\([^$TAB]*\\).*/\\1/p" "$facts")" 'the overdue instalments'
	}
	each_language right
}

@test "Python's email finds no defect; headers are ASCII; one recipient; text before HTML; nothing fetched; calendars whole" {
	right() { same "$(find "$boxes" -path '*/new/*' | wc -l) mails" "$(mails check "$boxes")"; }
	each_language right
}

@test "no member's address is in another's mail, not even encoded" {
	right()
	{
		sql 'SELECT email FROM person WHERE email IS NOT NULL' >addresses
		same 14 "$(wc -l <addresses)" 'the number of addresses'
		same '' "$(mails strangers "$boxes" addresses)"
		# The oracle does find them.
		echo risposte@example.org >>addresses
		same "$(cut -f 1 "$facts" | wc -l)" "$(mails strangers "$boxes" addresses | grep -c risposte)" 'the mails with the address for answers'
	}
	each_language right
}

@test "names are readable in To and in the texts" {
	right()
	{
		cut -f 1-3 "$facts" >names
		for handle in esposito muller angelo dangelo; do
			given=$(sql "SELECT given FROM person WHERE handle = '$handle'")
			name=$(sql "SELECT given || ' ' || family FROM person WHERE handle = '$handle'")
			for kind in $KINDS; do
				grep -qxF "$kind$TAB$(address "$handle")$TAB$name" names
				says "$parts/$kind/$(address "$handle")/text.plain" "$given"
				says "$parts/$kind/$(address "$handle")/page" "$given"
			done
		done
	}
	each_language right
	grep -qxF "reminder${TAB}esposito@example.org${TAB}Nicolò Esposito" names
	grep -qxF "reminder${TAB}muller@example.org${TAB}Hannah Müller" names
	grep -qxF "reminder${TAB}o'zoe+balint@example.org${TAB}Zoë <x> D'Angelò \"=cmd\"" names
}

@test "who it is from, where answers go, when, and that a program wrote it" {
	right()
	{
		same 'Segreterià Il Nodo <segreteria@example.org>' "$(cut -f 7 "$facts" | uniq)"
		same 'Città <risposte@example.org>' "$(cut -f 8 "$facts" | uniq)"
		same auto-generated "$(cut -f 9 "$facts" | uniq)"
		cut -f 5 "$facts" | sort >ids
		same "$(wc -l <ids)" "$(uniq ids | wc -l)" 'the different Message-IDs'
		same '' "$(grep -v '@example.org>$' ids || true)" 'the Message-IDs of another domain'
		same '2021-03-20 2021-03-24 2021-04-20' "$(cut -f 6 "$facts" | cut -c 1-10 | sort -u | paste -sd ' ')" 'the days, in Rome'
	}
	each_language right
}

@test "without reply-to, answers go to the sender" {
	ninth
	on "$FIRST_DAY" silent remind
	same 'Segreteria <segreteria@example.org>' "$(mails list "$PWD/post" reply_to | uniq)"
}

@test "the texts name the session or instalment, the new and the old day, and the reason" {
	# KIND|ITALIAN|ENGLISH, several words with + between them.
	while IFS='|' read -r kind italian english; do
		for language in it en; do
			everything $language
			words=$italian
			[ $language = it ] || words=$english
			while read -r word; do
				says "$parts/$kind/rossi@example.org/text.plain" "$word"
				says "$parts/$kind/rossi@example.org/page" "$word"
			done < <(tr + '\n' <<<"$words")
		done
	done <<-'END'
		reminder|31 marzo+21:00|31 March+21:00
		cancellation|14 aprile+Neve & "gelo" <tanto>|14 April+Neve & "gelo" <tanto>
		restoration|14 aprile|14 April
		move|29 aprile+20:30+28 aprile|29 April+20:30+28 April
		addition|5 maggio+21:00|5 May+21:00
		amendment|5 maggio+Sala È|5 May+Sala È
		consent|28 aprile+29 aprile+20:30+Perché «ponte», sì|28 April+29 April+20:30+Perché «ponte», sì
		request|31 marzo+Associazione IL NODO group+marzo|31 March+Associazione IL NODO group+marzo
		overdue|31 marzo+Associazione IL NODO group+marzo|31 March+Associazione IL NODO group+marzo
	END
}

@test "the two languages differ in every kind; a member may have their own" {
	everything it
	cut -f 1,4 "$facts" >italian
	everything en
	cut -f 1,4 "$facts" >english
	same '' "$(comm -12 <(sort -u italian) <(sort -u english))" 'subjects that are the same'
	ninth
	balint-group person set muller --language en
	on "$FIRST_DAY" silent remind
	unpack
	says parts/muller@example.org/text.plain '31 March'
	says parts/rossi@example.org/text.plain '31 marzo'
}

@test "the calendar part: the right time in UTC, the SEQUENCE, and the method that the change asks for; none where there is no session to keep" {
	right()
	{
		mails events "$boxes" | cut -f 1,3,5- | sort -u | tr '\t' '|' >events
		# The edition's place has changed after its calendar was made: SEQUENCE 1.
		same "addition|REQUEST|0|CONFIRMED|2021-05-05T19:00Z|2021-05-05T20:30Z|Torino, Sala «Città»; 2° piano
amendment|REQUEST|1|CONFIRMED|2021-05-05T19:00Z|2021-05-05T20:30Z|Sala È
cancellation|CANCEL|2|CANCELLED|2021-04-14T19:00Z|2021-04-14T20:30Z|Torino, Sala «Città»; 2° piano
move|REQUEST|2|CONFIRMED|2021-04-29T18:30Z|2021-04-29T20:00Z|Torino, Sala «Città»; 2° piano
reminder|$(sed -n 's/^reminder|\([A-Z]*\)|.*/\1/p' events)|1|CONFIRMED|2021-03-31T19:00Z|2021-03-31T20:30Z|Torino, Sala «Città»; 2° piano
restoration|REQUEST|3|CONFIRMED|2021-04-14T19:00Z|2021-04-14T20:30Z|Torino, Sala «Città»; 2° piano" "$(cat events)" 'the sessions'
		same "$(cut -f 1,2 "$facts" | grep -v '^consent\|^request\|^overdue')" "$(mails events "$boxes" | cut -f 1,2)" 'the mails with a calendar part'
	}
	each_language right
}

@test "before the clocks change: 17 March, 21:00 in Rome, is 20:00 UTC" {
	ninth
	on 2021-03-12 silent remind
	same 2021-03-17T20:00Z "$(mails events | cut -f 7 | sort -u)"
}

@test "the calendar part has the UID of the feed, so that no phone shows the session twice" {
	everything it
	uid=$(mails events "$boxes/reminder" | cut -f 4 | sort -u)
	balint-calendar export | tr -d '\r' | grep -qx "UID:$uid"
}

@test "a payment request has the amount and day of the fee CSV, the IBAN, the reference as one line, and the QR of balint-fees qr to the byte" {
	right()
	{
		balint-fees due --month 2021-03 -c handle,email,amount,reference >due
		same 12 "$(wc -l <due)" 'the participants'
		while IFS=$TAB read -r handle email amount reference; do
			[ "$language" = en ] || amount=${amount/./,}
			says "$parts/request/$email/text.plain" "$amount"
			says "$parts/request/$email/page" "$amount"
			tr -d ' ' <"$parts/request/$email/text.plain" | grep -q "$IBAN"
			tr -d ' ' <"$parts/request/$email/page" | grep -q "$IBAN"
			grep -qF -- "$reference" "$parts/request/$email/text.plain"
			grep -qF -- "$reference" "$parts/request/$email/page"
			zbarimg -q --raw -Sdisable -Sqrcode.enable "$parts/request/$email/image.png" >scanned
			balint-fees qr "$handle" --month 2021-03 --as payload >payload
			# zbarimg ends what it has read with a newline.
			[ -z "$(tail -c 1 payload)" ] || echo >>payload
			cmp payload scanned
		done <due
	}
	each_language right
}

@test "a session held only online, and one without a place, make good mails too" {
	ninth
	balint-group edition set 9 --venue '' 2>/dev/null || skip 'a venue cannot be taken away'
	on "$FIRST_DAY" silent remind
	whole
	balint-group edition set 9 --online ''
	on 2021-04-10 silent remind
	whole
	same $((2 * EVERYBODY)) "$(came)"
}

@test "very long names, titles and reasons make good mails" {
	ninth
	long=$(printf 'Lunghissimò %.0s' $(seq 40))
	balint-group edition set 9 --title "${long:0:100}" || true
	balint-calendar cancel 2021-03-31 --reason "$long" || balint-calendar cancel 2021-03-31 --reason "${long:0:100}"
	balint-group person set rossi --family "${long:0:200}" || balint-group person set rossi --family "${long:0:60}"
	silent notify
	whole
	same "$EVERYBODY" "$(came)"
}

@test "a line that begins with From or a dot, and one that looks like a header, stay text" {
	ninth
	balint-group person set rossi --family 'From: x@example.org' --given 'From'
	balint-calendar cancel 2021-03-31 --reason 'Bcc: x@example.org'
	silent balint-calendar notify --via "mbox:$PWD/box"
	same "$EVERYBODY mails" "$(mails check box)"
	same "$(addresses)" "$(to box)"
}

# ---- what never gets into the store

# Each of these texts is refused in each of these places.
hostile() { printf '%s\0' $'a\nBcc: x@example.org' $'a\rb' $'a\r\nX: y' $'\n' $'a\e[2Jb' $'a\x7fb' $'a\xc3'; }

# never COMMAND...: exit 1 or 2, a message, nothing on standard output, and the store as it was.
never()
{
	keep
	capture "$@"
	[[ $status == [12] && -z $output && $stderr == balint-* ]] || { printf '%q ' "$@" && printf '\nexit status %s\n%s\n' "$status" "$stderr" && return 1; }
	[[ $stderr != *$'\r'* && $stderr != *$'\e'* ]]
	kept
}

@test "CR, LF and their like never get into a name, an address or a setting" {
	ninth
	while IFS= read -r -d '' bad; do
		for option in --family --given --email; do
			never balint-group person set rossi $option "$bad"
		done
		never balint-group person set rossi --email "${bad}@example.org"
		never balint-group person set rossi --email "x@example.org$bad"
		never balint-group person set rossi --email "$bad <x@example.org>"
		never balint-group person add new --family "$bad" --given Ada
		never balint-group person add new --family Neri --given "$bad"
		never balint-group person add new --family Neri --given Ada --email "x@example.org$bad"
		for key in from reply-to; do
			never balint-group set "$key=$bad <x@example.org>"
			never balint-group set "$key=A <x@example.org$bad>"
			never balint-group set "$key=A <x@example.org>$bad"
		done
		for key in association payee sendmail via; do
			never balint-group set "$key=x$bad"
		done
		never balint-group edition set 9 --title "$bad"
		never balint-group edition set 9 --venue "$bad"
		never balint-calendar cancel 2021-03-31 --reason "$bad"
		never balint-calendar move 2021-03-31 --to 2021-04-01 --reason "$bad"
		never balint-calendar set 2021-03-31 --venue "$bad"
		BALINT_DB=$PWD/new.db never balint-group init --association A --payee A --iban "$IBAN" --from "A$bad <x@example.org>"
		BALINT_DB=$PWD/new.db never balint-group init --association "A$bad" --payee A --iban "$IBAN"
		BALINT_DB=$PWD/new.db never balint-group init --association A --payee A --iban "$IBAN" --reply-to "x@example.org$bad"
		[ ! -e new.db ]
	done < <(hostile)
}

@test "a NUL among handles is refused" {
	ninth
	printf 'rossi\0bianchi\n' >handles
	never balint-group enrol - <handles
}

@test "what is no address is refused" {
	ninth
	for bad in x '@example.org' 'x@' 'x y@example.org' 'x@example.org, y@example.org' 'x@example.org;y@example.org' '<x@example.org>' 'x@exa mple.org' 'a@b@c' \
		'x@example.org>' '(x)@example.org' 'x,y@example.org' '"x@example.org'; do
		never balint-group person set rossi --email "$bad"
		never balint-group set "from=A <$bad>"
	done
}

@test "a store into which somebody wrote a line break makes no mail of it" {
	ninth
	sql "UPDATE person SET family = 'Rossi' || char(10) || 'Bcc: x@example.org' WHERE handle = 'rossi'" || skip 'the store itself refuses it'
	on "$FIRST_DAY" capture remind
	same '' "$(mails check | grep Bcc || true)" 'the mails with another header'
	[ "$(came)" -ge $((EVERYBODY - 1)) ]
	sql "UPDATE person SET email = 'rossi@example.org' || char(10) || 'Bcc: x@example.org' WHERE handle = 'rossi'" || return 0
	on 2021-04-10 capture remind
	same '' "$(mails check | grep Bcc || true)" 'the mails with another header'
	[ "$(came)" -ge $((2 * (EVERYBODY - 1))) ]
}
