# shellcheck shell=bats disable=SC2154
# What every verb refuses: misuse, bad input, stores that are none. One clear line, the right exit status, nothing on
# standard output, and the store as it was, to the byte.
load helper

# Every verb, with operands and options that it takes.
verbs()
{
	cat <<-'END'
		balint-group get
		balint-group set grace=11
		balint-group profession list
		balint-group profession add studente --category studenti --label Studente
		balint-group edition add 10 --number 10 --year 2021
		balint-group edition list
		balint-group edition show
		balint-group edition set 9 --title Corso
		balint-group edition clone 9 10 --start 2022-02-16
		balint-group edition close 9 --early
		balint-group edition reopen 9
		balint-group person add verdi --family Verdi --given Ugo
		balint-group person list
		balint-group person show rossi
		balint-group person set rossi --phone 1
		balint-group edition remove 10
		balint-group person remove rossi
		balint-group unenrol rossi
		balint-group forget rossi
		balint-group import -
		balint-group enrol rossi
		balint-group admit rossi
		balint-group withdraw rossi --on 2021-03-20
		balint-group members
		balint-group renewal places
		balint-group renewal
		balint-group brochure
		balint-group roster
		balint-group check
		balint-group outbox list
		balint-group outbox show 1
		balint-group outbox retry 1
		balint-group outbox drop 1
		balint-group log
		balint-group backup copy.db
		balint-group restore none.jsonl
		balint-group export
		balint-group demo demo.db
		balint-group log --show 2
		balint-group undo 36
		balint-calendar plan --from 2021-02-17 --count 10
		balint-calendar suggest --between 2021-02-17..2021-06-23 --count 10
		balint-calendar generate --from 2021-02-17 --count 10
		balint-calendar renew --year 2021
		balint-calendar list
		balint-calendar next
		balint-calendar why 2021-06-02
		balint-calendar holiday list --year 2021
		balint-calendar patron list torino
		balint-calendar break add 2021-12-20..2022-01-06 Natale
		balint-calendar break list
		balint-calendar break remove 2021-07-01..2021-08-31
		balint-calendar closure add 2021-12-08 Chiusura
		balint-calendar closure list
		balint-calendar closure remove 2021-06-24
		balint-calendar import -
		balint-calendar move 2021-04-14 --to 2021-04-15 --reason Ponte
		balint-calendar retract 2021-04-14
		balint-calendar consent 2021-04-14 rossi --yes
		balint-calendar changes
		balint-calendar cancel 2021-04-14 --reason Neve
		balint-calendar restore 2021-04-14
		balint-calendar add 2021-05-05
		balint-calendar set 2021-04-14 --venue Sala
		balint-calendar issue list
		balint-calendar issue
		balint-calendar diff
		balint-calendar export
		balint-calendar print
		balint-calendar remind --via -
		balint-calendar notify --via -
		balint-attend mark 2021-02-17 rossi=present
		balint-attend announce 2021-03-31 rossi
		balint-attend import -
		balint-attend list
		balint-attend grid
		balint-attend sheet 2021-03-31
		balint-attend report
		balint-attend requirements
		balint-attend rules
		balint-attend conductors
		balint-attend evaluate form
		balint-attend evaluate import none.csv
		balint-attend evaluate report
		balint-attend evaluate pending
		balint-attend evaluate received rossi
		balint-attend rota
		balint-attend rota set 2021-05-12 rossi
		balint-attend rota clear 2021-05-12
		balint-attend rota swap 2021-05-12 2021-05-26
		balint-attend rota history
		balint-attend present 2021-02-17 rossi
		balint-attend certify ferraris
		balint-attend verify 7KQM-2XPA-HR94
		balint-attend revoke 7KQM-2XPA-HR94
		balint-attend certificates
		balint-fees tariff set altre-professioni 260
		balint-fees tariff list
		balint-fees plan
		balint-fees due
		balint-fees pay rossi 10 --on 2021-03-01
		balint-fees adjust rossi --less 10 --reason borsa
		balint-fees refund rossi 10 --on 2021-03-01
		balint-fees reverse 1 --reason errore
		balint-fees status
		balint-fees qr rossi
		balint-fees request --via -
		balint-fees arrears
		balint-fees receipt 1
		balint-fees statement rossi
		balint-fees journal
		balint-fees reconcile none.csv
		balint-fees match 1 rossi
		balint-fees unmatch 1
		balint-fees dismiss 1
		balint-fees credits
		balint-fees payers list
		balint-fees payers forget IT60X0542811101000000123456 rossi
		balint-fees explain rossi
	END
}

# Those that cannot do without a store.
stored() { verbs | grep -vE '^balint-(calendar (plan|suggest|why|holiday|patron)|group (restore|demo))'; }

# each STATUS MESSAGE WORDS [PATTERN]: every verb (like PATTERN) is refused so with these words added.
each()
{
	local status=$1 message=$2 extra=$3 pattern=${4:-.}
	while read -r command; do
		# shellcheck disable=SC2086  # a command line
		refused "$status" "$message" $command $extra
	done < <(verbs | grep -E "$pattern")
}

@test "an unknown option" {
	ninth
	each 2 "unknown option '--colour'" --colour
	each 2 "unknown option '-Z'" -Z '^balint-(fees|attend)'
}

@test "an option without its value" {
	ninth
	each 2 "option '--edition' wants a value" --edition
	each 2 "option '-d' wants a value" -d '^balint-(fees|attend)'
}

@test "an option with a value that takes none" {
	ninth
	each 2 "option '--quiet' *" --quiet=yes
}

@test "an edition, and all of them" {
	ninth
	each 2 'only one of --edition or --all-editions can be given' '-e 9 --all-editions' '^balint-(calendar (break|closure|import)|attend (report|requirements))'
	BALINT_EDITION=9 succeeds balint-attend report --all-editions -q
}

@test "one operand too many" {
	ninth
	each 2 "'surplus' is one operand too many" surplus \
		'(set 9|edition (clone|close|reopen)|add 10|list|show rossi|studente|verdi|set rossi|admit|withdraw|members|roster|renewal|brochure|log|undo|backup|demo|check|outbox list|outbox show|--count|next|why|holiday|patron|break|closure|import|export|print|move|retract|changes|cancel|restore|calendar add|calendar set|issue|diff|remind|notify|report|rota$|rota (set|swap|history)|attend present|verify|revoke|certificates|evaluate (form|import|report|pending)|tariff|due|pay|status|qr|request|arrears|journal|adjust|refund|reverse|receipt 1|statement|reconcile|credits|payers|explain)'
}

@test "no operand where one is needed" {
	ninth
	while read -r command; do
		# shellcheck disable=SC2086  # a command line
		refused 2 "* wants *" $command
	done <<-'END'
		balint-group set
		balint-group profession add --category c --label L
		balint-group edition add --number 1 --year 2021
		balint-group edition set --title T
		balint-group edition clone 9 --start 2022-02-16
		balint-group edition reopen
		balint-group person show
		balint-group person set --phone 1
		balint-group enrol
		balint-group withdraw --on 2021-03-20
		balint-group outbox show
		balint-group outbox drop
		balint-group backup
		balint-group restore
		balint-group demo
		balint-calendar why
		balint-calendar break add
		balint-calendar break remove
		balint-calendar closure add
		balint-calendar closure remove
		balint-calendar import
		balint-attend mark
		balint-attend announce 2021-03-31
		balint-attend import
		balint-attend sheet
		balint-attend evaluate import
		balint-attend evaluate received
		balint-attend rota set 2021-05-12
		balint-attend rota clear
		balint-attend rota swap 2021-05-12
		balint-attend present 2021-02-17
		balint-attend certify
		balint-attend verify
		balint-attend revoke
		balint-fees tariff set
		balint-fees pay --on 2021-03-01
		balint-fees qr
		balint-fees adjust --less 1 --reason X
		balint-fees refund --on 2021-03-01
		balint-fees reverse --reason X
		balint-fees receipt
		balint-fees statement
		balint-fees match 1
		balint-fees unmatch
		balint-fees dismiss
		balint-fees payers forget
		balint-fees explain
	END
}

@test "an unknown verb, no verb, half a verb" {
	for program in balint-group balint-calendar balint-attend balint-fees; do
		refused 2 "unknown verb 'frobnicate'*" $program frobnicate
		refused 2 'no verb' $program
	done
	refused 2 "'person' wants one of: add, list, show, set, remove" balint-group person
	refused 2 "'outbox' wants one of: list, show, retry, drop" balint-group outbox
	refused 2 "'holiday' wants one of: list" balint-calendar holiday
	refused 2 "'evaluate' wants one of: form, import, report, pending, received" balint-attend evaluate
	refused 2 "'tariff' wants one of: set, list" balint-fees tariff frobnicate
	refused 2 "'payers' wants one of: list, forget" balint-fees payers
}

@test "a verb that is nearly right is offered" {
	refused 2 "unknown verb 'member'; did you mean 'members'?" balint-group member
	refused 2 "unknown verb 'genrate'; did you mean 'generate'?" balint-calendar genrate
	refused 2 "unknown verb 'stauts'; did you mean 'status'?" balint-fees stauts
}

@test "an unknown edition" {
	ninth
	each 1 "edition: unknown 'nono'; 'balint-group edition list' shows them" '--edition nono' \
		'(edition show$|enrol|admit|withdraw|members|roster|brochure|renewal|outbox list|plan|suggest|generate|renew|calendar list|next|why|break list|closure list|add 2021|group import|calendar import|calendar export|print|calendar (move|break remove|closure remove)|retract|consent|changes|cancel|calendar restore|calendar add|calendar set|issue|diff|remind|notify|mark|attend [^rv]|report|requirements|rota|tariff|due|fees pay |status|qr|request|arrears|journal|adjust|statement|reconcile|fees match|credits)'
}

@test "a date that does not exist, wherever a date is taken" {
	ninth
	for date in '2021-02-29 February 2021' '31/02/2026 February 2026'; do
		read -r day month <<<"$date"
		while read -r command; do
			# shellcheck disable=SC2086  # a command line
			refused 2 "*'$day' is not a date: $month has 28 days" $command
		done <<-END
			balint-group enrol rossi --on $day
			balint-group admit rossi --on $day
			balint-group withdraw rossi --on $day
			balint-group edition clone 9 10 --start $day
			balint-group edition close 9 --on $day
			balint-calendar plan --count 1 --from $day
			balint-calendar plan --from 2021-02-17 --until $day
			balint-calendar suggest --count 1 --between $day..2027-01-01
			balint-calendar suggest --count 1 --between 2021-01-01..$day
			balint-calendar generate --count 1 --from $day
			balint-calendar list --from $day
			balint-calendar list --until $day
			balint-calendar why $day
			balint-calendar break add $day..2027-01-01 X
			balint-calendar break add 2021-01-01..$day X
			balint-calendar break remove $day..2027-01-01
			balint-calendar closure add $day X
			balint-calendar closure remove $day
			balint-calendar move $day --to 2021-04-15 --reason X
			balint-calendar move 2021-04-14 --to $day --reason X
			balint-calendar retract $day
			balint-calendar consent $day rossi --yes
			balint-calendar cancel $day --reason X
			balint-calendar restore $day
			balint-calendar add $day
			balint-calendar set $day --venue X
			balint-calendar diff --since $day
			balint-attend mark $day rossi=present
			balint-attend announce $day rossi
			balint-attend list --session $day
			balint-attend grid --as-of $day
			balint-attend grid --from $day
			balint-attend grid --until $day
			balint-attend sheet $day
			balint-attend report --as-of $day
			balint-attend requirements --as-of $day
			balint-attend conductors --from $day
			balint-attend conductors --until $day
			balint-attend rota set $day rossi
			balint-attend rota clear $day
			balint-attend rota swap $day 2021-05-26
			balint-attend rota swap 2021-05-26 $day
			balint-attend present $day rossi
			balint-attend certify rossi --as-of $day
			balint-fees due --until $day
			balint-fees pay rossi 10 --on $day
			balint-fees adjust rossi --less 10 --reason X --on $day
			balint-fees refund rossi 10 --on $day
			balint-fees reverse 1 --reason X --on $day
			balint-fees status --as-of $day
			balint-fees arrears --as-of $day
			balint-fees statement rossi --as-of $day
			balint-fees journal --as-of $day
			balint-fees journal --from $day
			balint-fees journal --until $day
		END
	done
}

@test "an unknown handle, wherever a handle is taken" {
	ninth
	while read -r command; do
		# shellcheck disable=SC2086  # a command line
		refused 1 "*handle: unknown 'rosssi'; did you mean 'rossi'?" $command
	done <<-'END'
		balint-group person show rosssi
		balint-group person set rosssi --phone 1
		balint-group person set bianchi --payer rosssi
		balint-group enrol bianchi rosssi
		balint-group admit rosssi
		balint-group withdraw rosssi --on 2021-03-20
		balint-group outbox list --person rosssi
		balint-attend mark 2021-02-17 bianchi=present rosssi=present
		balint-attend announce 2021-03-31 bianchi rosssi
		balint-attend list --person rosssi
		balint-attend report --person rosssi
		balint-attend report --person rosssi --all-editions
		balint-attend requirements --person rosssi
		balint-attend conductors --person rosssi
		balint-attend evaluate received bianchi rosssi
		balint-attend rota set 2021-05-12 rosssi
		balint-attend rota history --person rosssi
		balint-attend present 2021-02-17 rosssi
		balint-attend certify rosssi
		balint-attend certificates --person rosssi
		balint-fees plan rosssi
		balint-fees pay rosssi 10 --on 2021-03-01
		balint-fees qr rosssi
		balint-fees adjust rosssi --less 10 --reason X
		balint-fees refund rosssi 10 --on 2021-03-01
		balint-fees statement rosssi
	END
}

@test "a negative amount" {
	ninth
	refused 2 "NET: '-350': an amount is never negative" balint-fees tariff set -- medici-psicologi -350
	refused 2 "AMOUNT: '-10,00': an amount is never negative" balint-fees pay --on 2021-03-01 -- rossi -10,00
	refused 2 "AMOUNT: '-10,00': an amount is never negative" balint-fees refund --on 2021-03-01 -- rossi -10,00
	refused 2 "--less: '-10,00': an amount is never negative" balint-fees adjust rossi --less -10,00 --reason X
	refused 2 "--more: '-10,00': an amount is never negative" balint-fees adjust rossi --more -10,00 --reason X
}

@test "days before a session that are no number of days" {
	ninth
	for days in 0 -1 10000 7.5 sette ''; do
		refused 2 "--days: '$days' is not a whole number from 1 to 9999" balint-calendar remind "--days=$days" --via -
	done
}

@test "ways for mail that are none" {
	ninth
	for verb in remind notify; do
		for via in post '' Sendmail 'sendmail ' sendmail:/bin/true maildir mbox=post -- ./post; do
			refused 2 "--via: '$via' is none of sendmail, maildir:DIR, mbox:FILE, -" balint-calendar $verb "--via=$via"
		done
		refused 2 "--via: 'maildir:' wants a directory behind the colon" balint-calendar $verb --via maildir:
		refused 2 "--via: 'mbox:' wants a file behind the colon" balint-calendar $verb --via mbox:
		refused 2 "--via: 'post' is none of *" balint-calendar $verb --via post --dry-run
	done
}

@test "mail without a way to go, or without a sender" {
	ninth
	export BALINT_TODAY=2021-03-24
	for verb in remind notify; do
		refused 1 "no way to deliver mail is set; name one with --via, or for good: balint-group set via=sendmail" balint-calendar $verb
	done
	balint-group set from=
	for verb in remind notify; do
		refused 1 "mails need a sender; set one: balint-group set from='Segreteria <name@example.org>'" balint-calendar $verb --via -
		refused 1 "mails need a sender; *" balint-calendar $verb --via - --dry-run
	done
}

# texts MESSAGE TEXT: every door that takes free text refuses TEXT, naming itself. Of these, names cannot be empty, facts
# can be taken away.
texts()
{
	names "$@"
	facts "$@"
}

names()
{
	local message=$1 text=$2
	refused 2 "--association: $message" balint-group init --association "$text" --payee A --iban "$IBAN"
	refused 2 "--payee: $message" balint-group init --association A --payee "$text" --iban "$IBAN"
	refused 1 "payee: $message" balint-group set "payee=$text"
	refused 2 "--label: $message" balint-group profession add x --category c --label "$text"
	refused 2 "--category: $message" balint-group profession add x --category "$text" --label L
	refused 2 "--title: $message" balint-group edition add 10 --number 1 --year 2021 --title "$text"
	refused 2 "--title: $message" balint-group edition set 9 --title "$text"
	refused 2 "--reference: $message" balint-group edition set 9 --reference "$text"
	refused 2 "--family: $message" balint-group person add x --family "$text" --given G
	refused 2 "--given: $message" balint-group person add x --family F --given "$text"
	refused 2 "--family: $message" balint-group person set rossi --family "$text"
	refused 2 "--reason: $message" balint-group withdraw rossi --on 2021-03-20 --reason "$text"
	refused 2 "LABEL: $message" balint-calendar break add 2021-12-20..2022-01-06 "$text"
	refused 2 "LABEL: $message" balint-calendar closure add 2021-12-20 "$text"
	refused 2 "--reason: $message" balint-calendar move 2021-04-14 --to 2021-04-15 --reason "$text"
	refused 2 "--reason: $message" balint-calendar cancel 2021-04-14 --reason "$text"
	refused 2 "--reason: $message" balint-calendar restore 2021-04-14 --reason "$text"
	refused 2 "--reason: $message" balint-calendar add 2021-05-05 --reason "$text"
	refused 2 "--text: $message" balint-fees pay rossi 10 --on 2021-03-01 --text "$text"
	refused 2 "--reason: $message" balint-fees adjust rossi --less 10 --reason "$text"
	refused 2 "--text: $message" balint-fees refund rossi 10 --on 2021-03-01 --text "$text"
	refused 2 "--reason: $message" balint-fees reverse 1 --reason "$text"
	refused 2 "--reason: $message" balint-attend revoke 7KQM-2XPA-HR94 --reason "$text"
}

facts()
{
	local message=$1 text=$2
	refused 1 "sendmail: $message" balint-group set "sendmail=$text"
	refused 2 "--venue: $message" balint-group edition set 9 --venue "$text"
	refused 2 "--online: $message" balint-group edition set 9 --online "$text"
	refused 2 "--venue: $message" balint-calendar add 2021-05-05 --venue "$text"
	refused 2 "--online: $message" balint-calendar set 2021-04-14 --online "$text"
	refused 2 "--phone: $message" balint-group person set rossi --phone "$text"
	refused 2 "--email: $message" balint-group person set rossi --email "$text"
	refused 2 "--born-in: $message" balint-group person set rossi --born-in "$text"
}

@test "control characters: ESC" {
	ninth
	texts 'control character U+001B at character 2' $'a\e[31mb'
}

@test "control characters: CR" {
	ninth
	texts 'control character U+000D at character 2' $'a\rb'
}

@test "control characters: line feed, TAB, DEL, CSI, and those that turn the direction of text" {
	ninth
	for character in $'\n:U+000A' $'\t:U+0009' $'\x7f:U+007F' $'\xc2\x9b:U+009B' $'\xe2\x80\xae:U+202E' $'\xe2\x81\xa6:U+2066'; do
		refused 2 "--family: control character ${character#*:} at character 2" balint-group person add x --given G --family "a${character%%:U*}b"
	done
}

@test "bytes that are not UTF-8" {
	ninth
	texts 'not UTF-8: byte 0xff at character 2' $'a\xffb'
}

@test "UTF-8 that is no text: overlong forms, surrogates, beyond the last character, cut off" {
	ninth
	for bytes in $'\xc0\xaf' $'\xed\xa0\x80' $'\xf4\x90\x80\x80' $'\xe2\x82'; do
		refused 2 '--family: not UTF-8: *' balint-group person add x --given G --family "a$bytes"
	done
}

@test "empty names, and those of spaces alone" {
	ninth
	names 'an empty text' ''
	names 'an empty text' '   '
}

@test "texts beyond a thousand characters" {
	ninth
	texts '100000 characters; the most is 1000' "$(head -c 100000 /dev/zero | tr '\0' x)"
}

@test "ten megabytes in a line of handles" {
	ninth
	head -c 10000000 /dev/zero | tr '\0' x >handles
	echo >>handles
	refused 1 '-:1: handle: *' balint-group enrol - <handles
	[ "${#stderr}" -lt 2000 ]
	refused 1 '-:1: handle: *' balint-fees plan - <handles
	refused 1 '-:1: handle: *' balint-attend announce 2021-03-31 - <handles
}

@test "NUL, control characters and broken UTF-8 in a line of handles" {
	ninth
	printf 'rossi\nbian\0chi\n' >handles
	refused 1 '-:2: a NUL byte' balint-group enrol - <handles
	printf 'rossi\nbian\033chi\n' >handles
	refused 1 "-:2: handle: unknown 'bian\x1bchi'; did you mean 'bianchi'?" balint-group enrol - <handles
	printf 'rossi\nbian\377chi\n' >handles
	refused 1 "-:2: handle: unknown 'bian\xffchi'*" balint-group enrol - <handles
}

@test "terminal escapes in a message are shown, not sent" {
	ninth
	evil=$'\e]0;owned\a'
	refused 1 "handle: unknown '\x1b]0;owned\x07'; *" balint-group person show "$evil"
	refused 2 "unknown verb '\x1b]0;owned\x07'*" balint-group "$evil"
	refused 2 "unknown option '--\x1b]0;owned\x07'" balint-group members "--$evil"
	refused 2 "--columns: unknown column '\x1b]0;owned\x07'; *" balint-group members -c "$evil"
	refused 1 "there is no setting '\x1b]0;owned\x07'; *" balint-group set "$evil=1"
	refused 1 "edition: unknown '\x1b]0;owned\x07'; *" balint-group members -e "$evil"
	refused 2 "DATE: '\x1b]0;owned\x07' is not a date; *" balint-calendar why "$evil"
	refused 2 "AMOUNT: '\x1b]0;owned\x07' is not an amount; *" balint-fees pay rossi "$evil" --on 2021-03-01
	refused 1 "'\x1b]0;owned\x07' is not the number of a notice; *" balint-group outbox drop "$evil"
	refused 2 "--kind: '\x1b]0;owned\x07' is none of *" balint-group outbox list --kind "$evil"
	refused 2 "ID: '\x1b]0;owned\x07' is not a number of the ledger" balint-fees reverse "$evil" --reason X
	refused 1 "rossi: '\x1b]0;owned\x07' is none of *" balint-attend mark 2021-02-17 "rossi=$evil"
	refused 1 "'\x1b]0;owned\x07' is not the code of a certificate: *" balint-attend verify "$evil"
	refused 2 "--via: '\x1b]0;owned\x07' is none of *" balint-calendar notify --via "$evil"
}

@test "SQL in a handle is a handle" {
	ninth
	refused 1 "handle: unknown 'x'' OR 1=1 --'; *" balint-group person show "x'' OR 1=1 --"
	silent balint-attend list --person rossi
}

@test "a day that is none in BALINT_TODAY" {
	ninth
	for today in 2021-02-29 2021-03-20T25:00 tomorrow 2021-03-20T; do
		BALINT_TODAY=$today capture balint-fees due
		same 2 "$status" "the exit status with BALINT_TODAY=$today"
		[[ ${stderr_lines[0]} == "balint-fees: BALINT_TODAY: '"* && -z $output ]]
	done
}

# ---- stores that are none

# store FILE MESSAGE: every verb that needs a store refuses FILE, which stays as it is.
store()
{
	local message=$2
	export BALINT_DB=$1
	while read -r command; do
		# shellcheck disable=SC2086  # a command line
		refused 1 "$message" $command
	done < <(stored)
}

@test "no store" {
	store none/at/all.db "none/at/all.db: there is no store; make one with 'balint-group init'"
	[ ! -e none ]
}

@test "no store by default either" {
	unset BALINT_DB
	capture balint-group get
	same "balint-group: $HOME/.local/share/balint/balint.db: there is no store; make one with 'balint-group init'" "$stderr"
	same '' "$(ls -A "$HOME")" 'the home'
}

@test "an empty file" {
	: >empty.db
	store empty.db 'empty.db: not a balint store'
	refused 1 'empty.db: not a balint store' balint-group init --association A --payee A --iban "$IBAN"
}

@test "a text file" {
	printf 'cognome,nome\n%.0s' {1..100} >text.db
	store text.db 'text.db: *not a balint store*'
	refused 1 'text.db: *not a balint store*' balint-group init --association A --payee A --iban "$IBAN"
}

@test "a directory" {
	mkdir directory.db
	store directory.db 'directory.db: *'
	same '' "$(ls -A directory.db)" 'the directory'
}

@test "another program's SQLite file" {
	sqlite3 foreign.db 'CREATE TABLE person (id INTEGER PRIMARY KEY, handle TEXT); INSERT INTO person VALUES (1, "rossi")'
	store foreign.db 'foreign.db: not a balint store'
	refused 1 'foreign.db: not a balint store' balint-group init --association A --payee A --iban "$IBAN"
}

@test "a newer store" {
	ninth
	sql 'PRAGMA user_version = 99'
	store "$BALINT_DB" "$BALINT_DB: made by a newer version of the toolkit *"
	refused 1 "$BALINT_DB: made by a newer version of the toolkit *" balint-group init --association A --payee A --iban "$IBAN"
}

@test "a store that was cut off" {
	ninth
	head -c 5000 "$BALINT_DB" >cut.db
	before=$(sha256sum <cut.db)
	capture balint-group members -d cut.db
	[[ $status -eq 1 && -z $output && $stderr == 'balint-group: cut.db: damaged, or not a balint store '* ]]
	same "$before" "$(sha256sum <cut.db)" 'the file'
}

# ---- a store that may be read and not written

teardown() { unshelve; }

@test "a store that may only be read is read" {
	ninth
	read_only
	same 'balint.db' "$(ls "$shelf/store")" 'the directory'
	prints unprivileged balint-group get payee <<<'payee|Associazione IL NODO group'
	succeeds unprivileged balint-fees due --all
	same 55 "${#lines[@]}" 'the instalments'
	succeeds unprivileged balint-calendar export
	succeeds unprivileged balint-attend report
	succeeds unprivileged balint-attend grid
	succeeds unprivileged balint-attend sheet 2021-03-31
	same 'balint.db' "$(ls "$shelf/store")" 'the directory'
}

@test "a store that may only be read is not written" {
	ninth
	read_only
	before=$(sha256sum <"$BALINT_DB")
	while read -r command; do
		# shellcheck disable=SC2086  # a command line
		capture unprivileged $command
		same 1 "$status" "the exit status of '$command'"
		same "${command%% *}: $BALINT_DB: may not be written" "$stderr" "what '$command' says"
		same '' "$output" 'standard output'
	done <<-'END'
		balint-group set grace=11
		balint-group person add verdi --family Verdi --given Ugo
		balint-calendar closure add 2021-12-08 Chiusura
		balint-calendar import -
		balint-calendar remind --days 30 --via -
		balint-calendar notify --via -
		balint-attend mark 2021-02-17 rossi=present
		balint-attend evaluate received rossi
		balint-attend rota set 2021-05-12 rossi
		balint-attend present 2021-02-17 rossi
		balint-fees pay rossi 10 --on 2021-03-01
	END
	same "$before" "$(sha256sum <"$BALINT_DB")" 'the store'
	same 'balint.db' "$(ls "$shelf/store")" 'the directory'
}

@test "a store that may not be read says so" {
	ninth
	read_only
	chmod 000 "$BALINT_DB"
	capture unprivileged balint-group get payee
	same 1 "$status" 'the exit status'
	[[ $stderr == "balint-group: $BALINT_DB: "* ]] || same "balint-group: $BALINT_DB: …" "$stderr" 'the message'
}
