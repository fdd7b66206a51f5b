# shellcheck shell=bats disable=SC2154
# balint-fees arrears: what is overdue.
load helper
load accounts

@test "what was due before today and is not fully paid, by due date and name" {
	ninth
	balint-fees pay rossi 85.40 --on 2021-02-27 >/dev/null
	balint-fees pay bianchi 50 --on 2021-02-27 >/dev/null
	prints balint-fees arrears -H <<-'END'
		handle|family|given|month|due_on|open|days|reminders|payer|edition|email
		bianchi|Bianchi|Luca|2021-02|2021-02-28|11.00|20|0||9|bianchi@example.org
		conti|Conti|Teresa|2021-02|2021-02-28|85.40|20|0||9|conti@example.org
		dangelo|D'Angelo|Anna|2021-02|2021-02-28|85.40|20|0||9|dangelo@example.org
		deluca|De Luca|Giorgio|2021-02|2021-02-28|61.00|20|0||9|deluca@example.org
		esposito|Esposito|Nicolò|2021-02|2021-02-28|61.00|20|0||9|esposito@example.org
		fontana|Fontana|Bruno|2021-02|2021-02-28|85.40|20|0||9|fontana@example.org
		greco|Greco|Silvia|2021-02|2021-02-28|61.00|20|0||9|greco@example.org
		maggio|Maggio|Ida|2021-02|2021-02-28|61.00|20|0||9|maggio@example.org
		muller|Müller|Hannah|2021-02|2021-02-28|85.40|20|0||9|muller@example.org
		ricci|Ricci|Paolo|2021-02|2021-02-28|61.00|20|0||9|ricci@example.org
	END
}

@test "on its day nothing is overdue, the day after it is so for one day" {
	ninth
	BALINT_TODAY=2021-02-28 silent balint-fees arrears
	same 11 "$(BALINT_TODAY=2021-03-01 balint-fees arrears -c days | grep -c '^1$')"
	same 1 "$(balint-fees arrears --as-of 2021-03-01 -c days | sort -u)"
	same $'1\n32' "$(balint-fees arrears --as-of 2021-04-01 -c days | sort -un)"
	same "$(balint-fees status -c overdue --as-of 2021-06-03 | total)" "$(balint-fees arrears --as-of 2021-06-03 -c open | total)" 'the sum'
}

@test "as of a day: payments, refunds, reversals and discounts by their days" {
	prepared eventful_accounts
	rossi() { balint-fees arrears --as-of "$1" -c handle,month,open | sed -n 's/^rossi\t//p'; }
	prints rossi 2021-03-01 <<<'2021-02|85.40'
	silent rossi 2021-03-02
	# April: 100.00 came on the 5th and went again on the 8th; May: 10.00 more were taken back; June: 25.40 less.
	prints rossi 2021-07-01 <<-'END'
		2021-04|85.40
		2021-05|85.40
		2021-06|60.00
	END
}

@test "who is to pay: the payer and their address" {
	prepared eventful_accounts
	prints balint-fees arrears --as-of 2021-03-03 -c handle,open,payer,email <<-'END'
		conti|85.40|asl|asl@example.org
		dangelo|85.40|asl|asl@example.org
		deluca|61.00||deluca@example.org
		esposito|61.00||esposito@example.org
		fontana|85.40||fontana@example.org
		greco|61.00|asl|asl@example.org
		maggio|61.00||maggio@example.org
		muller|85.40||muller@example.org
		ricci|61.00||ricci@example.org
	END
	balint-group person set asl --email ''
	same '' "$(balint-fees arrears --as-of 2021-03-03 -c handle,email | sed -n 's/^conti\t//p')" 'the address of a payer who has none'
}

@test "reminders are the requests and dunning letters that went out, until that day" {
	ninth
	for notice in request:sent:2021-03-01 overdue:sent:2021-03-10 overdue:failed:2021-03-11 overdue:queued: request:dropped:2021-03-12; do
		IFS=: read -r kind state day <<<"$notice"
		sql "INSERT INTO outbox (key, kind, person, instalment, status, queued_at, done_at)
			SELECT '$notice', '$kind', m.person, $(instalment rossi 2021-02), '$state', '2021-03-01T08:00:00Z', nullif('$day', '') || 'T08:00:00Z'
			  FROM enrolment AS m JOIN person AS p ON p.id = m.person WHERE p.handle = 'rossi'"
	done
	rossi() { balint-fees arrears "$@" -c handle,reminders | sed -n 's/^rossi\t//p'; }
	prints rossi <<<2
	prints rossi --as-of 2021-03-09 <<<1
	same 0 "$(balint-fees arrears -c handle,reminders | sed -n 's/^conti\t//p')" 'those of another'
}

@test "what went to the payer of several is counted for each of them, what went before there was a payer too" {
	ninth
	balint-group person add asl --family 'ASL TO3' --institution --email asl@example.org >/dev/null
	BALINT_TODAY=2021-02-20 balint-fees request --via - >/dev/null
	for handle in conti greco; do balint-group person set $handle --payer asl; done
	BALINT_TODAY=2021-03-10 balint-fees request --overdue --via - >/dev/null
	same $'conti\t2\ngreco\t2\nrossi\t2' "$(balint-fees arrears -c handle,reminders | grep -E 'conti|greco|rossi')"
	same 21 "$(sql "SELECT count(*) FROM outbox WHERE status = 'sent'")" 'the mails: 11 requests and 10 reminders, one of them for two'
}

@test "all open editions, or the one that is named" {
	prepared eventful_accounts
	prints balint-fees arrears --as-of 2021-12-31 -e 10 -c handle,edition,month,open <<-'END'
		rossi|10|2021-09|100.00
		rossi|10|2021-10|100.00
		rossi|10|2021-11|100.00
	END
	same $'10\n9' "$(balint-fees arrears --as-of 2021-12-31 -c edition | sort -u)"
	sql "UPDATE edition SET status = 'closed' WHERE code = '9'"
	same 10 "$(balint-fees arrears --as-of 2021-12-31 -c edition | sort -u)"
	same 9 "$(balint-fees arrears --as-of 2021-12-31 -e 9 -c edition | sort -u)"
}

@test "on a terminal what is older than 30 days stands out" {
	ninth
	script -qec 'stty cols 200; TERM=xterm-256color balint-fees arrears --as-of 2021-04-05' /dev/null | visible | tr -d '\r' >shown
	same 11 "$(grep -c '^<ESC>\[31m.*2021-02-28.*  36 .*<ESC>\[0m' shown)" 'red rows'
	same 11 "$(grep -c '^[a-z].*2021-03-31.*   5 ' shown)" 'plain rows'
}

@test "a discount that leaves nothing open leaves no arrears" {
	ninth
	adjust rossi 2021-02 -8540 2021-03-01 'borsa di studio' >/dev/null
	same '' "$(balint-fees arrears -c handle | grep rossi)"
}

@test "what arrears cannot take is refused" {
	ninth
	refused 2 "--as-of: '2021-02-29' is not a date: February 2021 has 28 days" balint-fees arrears --as-of 2021-02-29
	refused 1 "edition: unknown '7'*" balint-fees arrears -e 7
}
