# shellcheck shell=bats disable=SC2154
# balint-fees request: asking by mail for what is due, and dunning. What is in the letters is tested in
# tests/unit/test_payment_letter.c.
load helper

# An edition of four with instalments of 100.00 from February to June 2021; an institution pays for two of them.
four() { prepared make_four; }

make_four()
{
	make_edition --title Corso
	balint-group set from='Segreteria <segreteria@example.org>' bic=UNCRITMM
	balint-group person add asl --family 'ASL TO3' --institution --email asl@example.org >/dev/null
	participant conti Conti Teresa --email conti@example.org --payer asl
	participant greco Greco Silvia --email greco@example.org --payer asl
	participant rossi Rossi Maria --email rossi@example.org
	participant zeta Zeta Ugo --email zeta@example.org
	sessions --from 2021-02-17 --every 2w --count 10
	balint-fees tariff set medici-psicologi 500 --nature N4
	balint-fees plan >/dev/null
}

# on DAY COMMAND...: as if it were that day.
on() { BALINT_TODAY=$1 "${@:2}"; }

# asks OPTION...: what a request does, its mails put aside.
asks() { succeeds balint-fees request --via - "$@"; }
duns() { asks --overdue "$@"; }

# outbox: what there is, as `kind person month step status`.
outbox()
{
	sql "SELECT o.kind, p.handle, substr(i.due_on, 1, 7), coalesce(o.step, '-'), o.status
		FROM outbox AS o JOIN person AS p ON p.id = o.person JOIN instalment AS i ON i.id = o.instalment ORDER BY o.id" | tr '|' ' '
}

# went: what was sent, as `kind person month step day`, the day that of Rome.
went()
{
	sql "SELECT o.kind, p.handle, substr(i.due_on, 1, 7), coalesce(o.step, '-'), date(o.done_at, '+2 hours')
		FROM outbox AS o JOIN person AS p ON p.id = o.person JOIN instalment AS i ON i.id = o.instalment
		WHERE o.status = 'sent' ORDER BY o.done_at, o.id" | tr '|' ' '
}

# key KIND HANDLE MONTH PERSON [STEP]: the key of a notice about the instalment of HANDLE.
key()
{
	local instalment
	instalment=$(sql "SELECT i.id FROM instalment AS i JOIN enrolment AS m ON m.id = i.enrolment JOIN person AS p ON p.id = m.person
		WHERE p.handle = '$2' AND i.due_on LIKE '$3-%'")
	echo "$1:$instalment:${5:+$5:}$(sql "SELECT id FROM person WHERE handle = '$4'")"
}

@test "what is due by the end of the month is asked for, one mail a payer and due day" {
	four
	on 2021-02-20 prints balint-fees request -n <<-END
		$(key request conti 2021-02 asl)|asl|Corso 1 ed 2021, rata di febbraio 2021|queued
		$(key request rossi 2021-02 rossi)|rossi|Corso 1 ed 2021, rata di febbraio 2021|queued
		$(key request zeta 2021-02 zeta)|zeta|Corso 1 ed 2021, rata di febbraio 2021|queued
	END
	same '' "$(outbox)" 'the outbox after a dry run'
	on 2021-02-20 asks
	same 3 "$(grep -c '^Subject: ' <<<"$output")" 'the number of mails'
	same "$(printf 'request %s 2021-02 - sent\n' asl rossi zeta)" "$(outbox)"
}

@test "the instalments of each are due_list_by_payer's, whoever has the lowest id" {
	four
	while IFS=$TAB read -r due handle; do
		on 2021-06-15 balint-fees request -n -c person | grep -qx "$handle" || { echo "$handle is not asked on $due" && false; }
	done < <(on 2021-06-15 balint-fees due --by payer -c due_on,handle)
	same "$(on 2021-06-15 balint-fees due --by payer -c handle)" "$(on 2021-06-15 balint-fees request -n -c person)" 'whom it asks, in order'
}

@test "twice is once, and cron hears nothing" {
	four
	on 2021-02-20 asks
	on 2021-02-20 silent balint-fees request --via -
	on 2021-02-21 unchanged silent balint-fees request --via -
	same 3 "$(outbox | wc -l)" 'the notices'
}

@test "a month that was missed is caught up, with the month that is" {
	four
	on 2021-04-10 asks
	same "$(for month in 02 03 04; do printf 'request %s 2021-'$month' - sent\n' asl rossi zeta; done)" "$(outbox)"
}

@test "--month: that month alone, be it still to come" {
	four
	on 2021-02-20 asks --month 2021-05
	same "$(printf 'request %s 2021-05 - sent\n' asl rossi zeta)" "$(outbox)"
	on 2021-02-20 silent balint-fees request --month 2021-12 --via -
	on 2021-06-20 asks
	same $'3 2021-02\n3 2021-03\n3 2021-04\n3 2021-05\n3 2021-06' "$(outbox | cut -d ' ' -f 3 | sort | uniq -c | sed 's/^ *//')"
}

@test "what is paid is not asked for; of what is paid in part the rest is" {
	four
	balint-fees pay rossi 100 --on 2021-02-18 >/dev/null
	balint-fees pay zeta 30 --on 2021-02-18 >/dev/null
	balint-fees pay asl 200 --on 2021-02-18 >/dev/null
	on 2021-02-20 asks
	same 'request zeta 2021-02 - sent' "$(outbox)"
}

@test "a discount that leaves nothing to pay leaves nothing to ask for" {
	four
	balint-fees adjust rossi --less 100 --reason borsa --month 2021-02 >/dev/null
	on 2021-02-20 asks
	same $'asl\nzeta' "$(outbox | cut -d ' ' -f 2)"
}

@test "one that is queued and paid meanwhile is dropped, and comes back if the payment is taken back" {
	four
	balint-group person set zeta --email ''
	capture on 2021-02-20 balint-fees request --via -
	same 3 "$status"
	same "balint-fees: 'zeta' has no mail address; add it: balint-group person set zeta --email ADDRESS" "$stderr"
	same 'request zeta 2021-02 - queued' "$(outbox | grep zeta)"
	payment=$(balint-fees pay zeta 100 --on 2021-02-21)
	balint-group person set zeta --email zeta@example.org
	on 2021-02-22 silent balint-fees request --via -
	same 'request zeta 2021-02 - dropped' "$(outbox | grep zeta)"
	balint-fees reverse "$payment" --reason storno --on 2021-02-23 >/dev/null
	on 2021-02-24 asks
	[[ $output == *zeta@example.org* && $output != *rossi@example.org* ]]
	same 'request zeta 2021-02 - sent' "$(outbox | grep zeta)"
}

@test "without an address: named once, the others are sent, and it goes when there is one" {
	four
	balint-group person set asl --email ''
	capture on 2021-03-20 balint-fees request --via -
	same 3 "$status"
	same "balint-fees: 'asl' has no mail address; add it: balint-group person set asl --email ADDRESS" "$stderr"
	same 4 "$(outbox | grep -c 'sent$')" 'those sent'
	same $'request asl 2021-02 - queued\nrequest asl 2021-03 - queued' "$(outbox | grep asl)"
	balint-group person set asl --email asl@example.org
	on 2021-03-21 asks
	same 2 "$(grep -c '^To: .*asl@example.org' <<<"$output")" 'the mails of the institution'
	same 0 "$(outbox | grep -c queued)" 'those that wait'
}

@test "an institution's notice is the same one when the instalment that it hangs on is paid, and counts for the others" {
	four
	on 2021-02-20 asks
	balint-fees pay conti 100 --on 2021-02-21 >/dev/null
	on 2021-02-22 silent balint-fees request --via -
	on 2021-03-07 duns
	same 'overdue asl 2021-02 1 sent' "$(outbox | grep 'overdue asl')"
	same "$(key overdue conti 2021-02 asl 1)" "$(sql "SELECT o.key FROM outbox AS o JOIN person AS p ON p.id = o.person WHERE o.kind = 'overdue' AND p.handle = 'asl'")"
	# Greco's is counted although the notice hangs on Conti's instalment.
	on 2021-03-08 prints balint-fees arrears -c handle,month,reminders <<-'END'
		greco|2021-02|2
		rossi|2021-02|2
		zeta|2021-02|2
	END
}

@test "who gets a payer is asked no more, the payer is" {
	four
	on 2021-02-20 asks
	balint-group person set zeta --payer asl
	on 2021-03-02 asks
	same $'request asl 2021-02 - sent\nrequest asl 2021-03 - sent\nrequest rossi 2021-02 - sent\nrequest rossi 2021-03 - sent\nrequest zeta 2021-02 - sent' "$(outbox | sort)"
	on 2021-03-08 duns
	same $'overdue asl 2021-02 1 sent\noverdue rossi 2021-02 1 sent' "$(outbox | grep overdue | sort)"
}

@test "dunning: the steps go on their days, and each once, over half a year of daily runs" {
	four
	balint-fees pay zeta 500 --on 2021-02-17 >/dev/null
	balint-fees pay asl 1000 --on 2021-02-17 >/dev/null
	for days in $(seq 0 180); do
		day=$(date -d "2021-02-17 + $days days" +%F)
		on "$day" balint-fees request --via - >>mails
		on "$day" balint-fees request --overdue --via - >>mails
		case $day in
		2021-04-25) balint-fees pay rossi 60 --on "$day" >/dev/null ;;  # of February, too late for the last step
		2021-05-25) balint-fees pay rossi 140 --on "$day" >/dev/null ;; # February and March, of which one step was left
		2021-07-10) balint-fees pay rossi 300 --on "$day" >/dev/null ;;
		esac
	done
	diff - <(went) <<-'END'
		request rossi 2021-02 - 2021-02-17
		request rossi 2021-03 - 2021-03-01
		overdue rossi 2021-02 1 2021-03-07
		overdue rossi 2021-02 2 2021-03-21
		request rossi 2021-04 - 2021-04-01
		overdue rossi 2021-03 1 2021-04-07
		overdue rossi 2021-02 3 2021-04-11
		overdue rossi 2021-03 2 2021-04-21
		request rossi 2021-05 - 2021-05-01
		overdue rossi 2021-04 1 2021-05-07
		overdue rossi 2021-03 3 2021-05-12
		overdue rossi 2021-04 2 2021-05-21
		request rossi 2021-06 - 2021-06-01
		overdue rossi 2021-05 1 2021-06-07
		overdue rossi 2021-04 3 2021-06-11
		overdue rossi 2021-05 2 2021-06-21
		overdue rossi 2021-06 1 2021-07-07
	END
	same 17 "$(grep -c '^Subject: ' mails)" 'the number of mails'
	same 'rossi@example.org' "$(grep -o '[a-z]*@example.org' <(grep '^To: ' mails) | sort -u)" 'to whom they went'
}

@test "dunning: after a long pause the first step goes first, and the next ones not before their time" {
	four
	for day in 2021-06-01 2021-06-14 2021-06-15 2021-07-05 2021-07-06 2021-09-30; do
		on $day duns --month 2021-02
		on $day silent balint-fees request --overdue --month 2021-02 --via -
	done
	diff - <(went | grep rossi) <<-'END'
		overdue rossi 2021-02 1 2021-06-01
		overdue rossi 2021-02 2 2021-06-15
		overdue rossi 2021-02 3 2021-07-06
	END
	same 9 "$(outbox | wc -l)" 'the notices, all of February'
}

@test "dunning: a request that went late is given its time, one that went in time is not counted" {
	four
	on 2021-03-10 asks --month 2021-02
	on 2021-03-16 silent balint-fees request --overdue --via -
	on 2021-03-17 duns
	same "$(printf 'overdue %s 2021-02 1 sent\n' asl rossi zeta)" "$(outbox | grep overdue)"
	on 2021-03-25 asks
	on 2021-04-07 duns --month 2021-03
	same 3 "$(outbox | grep -c 'overdue .* 2021-03 1 sent')" 'the first steps of March'
}

@test "dunning asks too: what was overdue and said so is not requested afterwards" {
	four
	on 2021-03-10 duns
	on 2021-03-10 asks
	same "$(printf 'overdue %s 2021-02 1 sent\n' asl rossi zeta; printf 'request %s 2021-03 - sent\n' asl rossi zeta)" "$(outbox)"
}

@test "dunning: a request that still waits gives way to the first step" {
	four
	balint-group person set zeta --email ''
	capture on 2021-02-20 balint-fees request --via -
	capture on 2021-03-10 balint-fees request --overdue --via -
	same 3 "$status"
	same $'request zeta 2021-02 - dropped\noverdue zeta 2021-02 1 queued' "$(outbox | grep zeta)"
	balint-group person set zeta --email zeta@example.org
	on 2021-03-11 silent balint-fees request --month 2021-02 --via -
	on 2021-03-11 duns
	same 1 "$(grep -c '^To: ' <<<"$output")" 'the mails'
}

@test "dunning: it gives way too when the notices hang on another instalment by then" {
	four
	balint-group person set asl --email ''
	capture on 2021-02-20 balint-fees request --via -
	balint-group person set conti --payer ''
	capture on 2021-03-10 balint-fees request --overdue --via -
	same $'request asl 2021-02 - dropped\noverdue asl 2021-02 1 queued' "$(outbox | grep asl)"
	same "$(key overdue greco 2021-02 asl 1)" "$(sql "SELECT o.key FROM outbox AS o JOIN person AS p ON p.id = o.person WHERE o.kind = 'overdue' AND p.handle = 'asl'")"
	same $'overdue conti 2021-02 1 sent' "$(outbox | grep conti)"
}

@test "dunning: a step that waits, failed or was taken out is not followed by the next" {
	four
	on 2021-03-07 duns
	for state in "queued', done_at = NULL, error = 'x" "failed', error = 'x" "dropped', error = NULL, via = 'x"; do
		cp "$BALINT_DB" before
		sql "UPDATE outbox SET status = '$state' WHERE person = (SELECT id FROM person WHERE handle = 'zeta')"
		on 2021-03-21 duns
		same $'overdue asl 2021-02 2 sent\noverdue rossi 2021-02 2 sent' "$(outbox | grep ' 2 ')" "the second steps, zeta's first being $state"
		mv before "$BALINT_DB"
	done
	# One that was dropped because there was nothing to pay comes back.
	sql "UPDATE outbox SET status = 'dropped', error = 'no longer of use' WHERE person = (SELECT id FROM person WHERE handle = 'zeta')"
	on 2021-03-21 duns
	same 'overdue zeta 2021-02 1 sent' "$(outbox | grep zeta)"
}

@test "dunning: the setting says on which days, and how many steps there are" {
	four
	balint-group set dunning=1,3
	on 2021-02-28 silent balint-fees request --overdue --via -
	on 2021-03-01 duns
	on 2021-03-02 silent balint-fees request --overdue --via -
	on 2021-03-03 duns
	on 2021-03-30 silent balint-fees request --overdue --via -
	same $'3 1\n3 2' "$(outbox | cut -d ' ' -f 4 | sort | uniq -c | sed 's/^ *//')"
	balint-group set dunning=1,3,40
	on 2021-04-08 silent balint-fees request --overdue --month 2021-02 --via -
	on 2021-04-09 duns --month 2021-02
	same 3 "$(outbox | grep -c ' 3 sent')" 'the third steps'
}

@test "dunning: what is paid is left in peace, what is paid meanwhile is dropped" {
	four
	balint-fees pay rossi 100 --on 2021-03-01 >/dev/null
	balint-group person set zeta --email ''
	capture on 2021-03-07 balint-fees request --overdue --via -
	same $'overdue asl 2021-02 1 sent\noverdue zeta 2021-02 1 queued' "$(outbox)"
	balint-fees pay zeta 100 --on 2021-03-08 >/dev/null
	on 2021-03-09 silent balint-fees request --overdue --via -
	same 'overdue zeta 2021-02 1 dropped' "$(outbox | grep zeta)"
}

@test "all open editions, or the one that is named" {
	four
	balint-group edition add 2 --number 2 --year 2021 --min 1 >/dev/null
	balint-group enrol rossi --edition 2 >/dev/null
	balint-fees tariff set medici-psicologi 50 --edition 2
	balint-fees plan --months 2021-02..2021-02 --edition 2 >/dev/null
	on 2021-02-20 prints balint-fees request -n -c person,subject -e 2 <<<'rossi|Gruppo Balint 2 ed 2021, rata di febbraio 2021'
	on 2021-02-20 asks
	same 'asl rossi rossi zeta' "$(outbox | cut -d ' ' -f 2 | xargs)"
	sql "UPDATE edition SET status = 'closed' WHERE code = '1'"
	on 2021-03-10 duns
	same 'overdue rossi 2021-02 1 sent' "$(outbox | grep overdue)"
	on 2021-03-10 duns -e 1
	same 4 "$(outbox | grep -c overdue)" 'the first steps'
}

# mails: the mails of the file `mails`, opened by Python: for each a line of its address and subject, its parts decoded into
# ADDRESS.txt, ADDRESS.html and ADDRESS.png.
mails()
{
	/usr/bin/python3 - <<-'END'
		import email, email.policy, mailbox
		for raw in mailbox.mbox('mails'):
		    mail = email.message_from_bytes(raw.as_bytes(), policy=email.policy.default)
		    assert not mail.defects and not any(part.defects for part in mail.walk())
		    address = mail['to'].addresses[0].addr_spec
		    print(address, mail['subject'])
		    for part in mail.walk():
		        if not part.is_multipart():
		            ending = {'text/plain': 'txt', 'text/html': 'html', 'image/png': 'png'}[part.get_content_type()]
		            content = part.get_content()
		            open(f'{address}.{ending}', 'wb').write(content if isinstance(content, bytes) else content.encode())
	END
}

@test "no member's name or address is in the mail to another, but in that of who pays for them" {
	four
	on 2021-02-20 silent balint-fees request --via mbox:mails
	prints mails <<-'END'
		asl@example.org Corso 1 ed 2021, rata di febbraio 2021
		rossi@example.org Corso 1 ed 2021, rata di febbraio 2021
		zeta@example.org Corso 1 ed 2021, rata di febbraio 2021
	END
	names() { grep -ohE '(asl|conti|greco|rossi|zeta)@example.org|Conti|Greco|Rossi|Zeta|ASL' "$1".txt "$1".html | sort -u | xargs; }
	same 'ASL Conti Greco' "$(names asl@example.org)"
	same Rossi "$(names rossi@example.org)"
	same Zeta "$(names zeta@example.org)"
}

@test "the picture in the mail is the code that qr draws, of what is still open" {
	four
	balint-fees pay rossi 14.60 --on 2021-02-18 >/dev/null
	on 2021-02-20 silent balint-fees request --via mbox:mails
	mails >/dev/null
	for handle in rossi asl; do
		balint-fees qr "$handle" --month 2021-02 --as payload >payload
		zbarimg --quiet --nodbus --raw -Sbinary "$handle@example.org.png" | cmp - payload
		same 1 "$(grep -c '<img [^>]*src="cid:qr"' "$handle@example.org.html")" 'the pictures in the page'
	done
	grep -qx 'Importo: € 85,40' rossi@example.org.txt
	grep -qx '(già pagati € 14,60 su € 100,00)' rossi@example.org.txt
	grep -qx 'Corso 1 ed 2021_Rossi_febbraio' rossi@example.org.txt
}

@test "what a letter needs and is not set is refused before anything is queued" {
	four
	for setting in payee:'the holder of the account':NAME iban:'the account to pay to':IBAN; do
		IFS=: read -r name what value <<<"$setting"
		cp "$BALINT_DB" before
		sql "DELETE FROM setting WHERE key = '$name'"
		for option in '' --overdue; do
			# shellcheck disable=SC2086  # or none
			on 2021-03-20 refused 1 "a request needs $what; set it: balint-group set $name=$value" balint-fees request --via - $option
		done
		mv before "$BALINT_DB"
	done
	same '' "$(outbox)"
}

@test "without a payee nothing is refused where nothing is due" {
	four
	sql "DELETE FROM setting WHERE key = 'payee'"
	on 2021-01-20 silent balint-fees request --via -
}

@test "who can have no reference is left out and named, and all others are asked" {
	four
	balint-group edition set 1 --reference '{family} {family} {month}'
	balint-group person set asl --family "$(printf 'Azienda%.0s ' {1..10})"
	local left="balint-fees: what is due on 2021-02-28 is not asked for: the reference of 'asl' has more than 140 characters; shorten *"
	for option in '--via -' -n; do
		cp "$BALINT_DB" before
		# shellcheck disable=SC2086  # two words
		capture on 2021-02-20 balint-fees request $option
		same 3 "$status"
		[[ ${stderr_lines[0]} == $left ]] || same "$left" "$stderr" 'standard error'
		same 1 "${#stderr_lines[@]}" 'the lines on standard error'
		[ "$option" != -n ] || same $'rossi\nzeta' "$(cut -f 2 <<<"$output")" 'who would be asked'
		[ "$option" = -n ] || same $'request rossi 2021-02 - sent\nrequest zeta 2021-02 - sent' "$(outbox)"
		mv before "$BALINT_DB"
	done
	capture on 2021-03-10 balint-fees request --overdue --via -
	same 3 "$status"
	[[ $stderr == $left ]] || same "$left" "$stderr" 'standard error'
	same $'overdue rossi 2021-02 1 sent\noverdue zeta 2021-02 1 sent' "$(outbox)"
	balint-group edition set 1 --reference '{family} {month}'
	on 2021-03-11 duns
	same 'overdue asl 2021-02 1 sent' "$(outbox | grep asl)"
}

@test "what request cannot take is refused" {
	four
	refused 2 "--month: '2021-13' is not a month*" balint-fees request --month 2021-13
	refused 2 "--via: 'pigeon' is none of sendmail, maildir:DIR, mbox:FILE, -" balint-fees request --via pigeon
	refused 2 "*" balint-fees request rossi --via -
	refused 1 "edition: unknown '7'*" balint-fees request -e 7 --via -
	refused 1 "no way to deliver mail is set; name one with --via, or for good: balint-group set via=sendmail" balint-fees request
	balint-group set from=
	refused 1 "mails need a sender; set one: balint-group set from='Segreteria <name@example.org>'" balint-fees request --via -
}
