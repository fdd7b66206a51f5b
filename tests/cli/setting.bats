# shellcheck shell=bats
# balint-group get, set: the settings of the association.
load helper

setup()
{
	scene
	association --from 'Segreteria <segreteria@example.org>'
}

@test "get lists the settings that have a value, by key" {
	prints balint-group get <<-END
		association|Circolo Balint
		consent|participants
		dunning|7,21,42
		from|Segreteria <segreteria@example.org>
		grace|10
		iban|$IBAN
		language|it
		payee|Circolo Balint
		rota|no
		threshold|90
	END
}

@test "get KEY prints that one" {
	prints balint-group get payee <<<'payee|Circolo Balint'
	prints balint-group get payee -c value <<<'Circolo Balint'
}

@test "a setting without a value is no answer" {
	refused 1 "bic is not set; set it with 'balint-group set bic=…'" balint-group get bic
}

@test "an unknown setting is refused, and a like one offered" {
	refused 1 "there is no setting 'payeee'; did you mean 'payee'?" balint-group get payeee
	refused 1 "there is no setting 'payeee'; did you mean 'payee'?" balint-group set payeee=A
}

@test "set changes settings, in silence" {
	silent balint-group set payee='Il Nodo APS' grace=15
	prints balint-group get payee <<<'payee|Il Nodo APS'
	prints balint-group get grace <<<'grace|15'
}

@test "every setting of the contract can be set" {
	for setting in association=A payee=A iban=DE89370400440532013000 bic=UNCRITMM1XX 'from=A <a@example.org>' \
		reply-to=a@example.org 'sendmail=/bin/sh -c true' via=maildir:/var/mail/balint language=en consent=everyone dunning=10,30 rota=yes grace=0 rule=ecm threshold=80 \
		'phone=+39 011 000000' 'address=via Po 1, 10124 Torino' website=https://balint.example.org/gruppi; do
		silent balint-group set "$setting"
		prints balint-group get "${setting%%=*}" <<<"${setting%%=*}|${setting#*=}"
	done
}

@test "the directory is an absolute path to one that is there" {
	mkdir own
	silent balint-group set directory="$PWD/own"
	prints balint-group get directory <<<"directory|$PWD/own"
	refused 1 "directory: 'own' is not an absolute path; begin it with /" balint-group set directory=own
	refused 1 "directory: $PWD/none: No such file or directory" balint-group set directory="$PWD/none"
	touch file
	refused 1 "directory: $PWD/file: Not a directory" balint-group set directory="$PWD/file"
	silent balint-group set directory=
	refused 1 "directory is not set; set it with 'balint-group set directory=…'" balint-group get directory
}

@test "sendmail is an absolute path to a program, and perhaps arguments" {
	refused 1 "sendmail: 'msmtp' is not the absolute path of a program; begin it with /" balint-group set 'sendmail=msmtp -t'
	refused 1 "sendmail: $PWD/none: No such file or directory" balint-group set "sendmail=$PWD/none -t"
	refused 1 "sendmail: $PWD: not a program that can be run" balint-group set "sendmail=$PWD"
	printf '#!/bin/sh\n' >mailer
	refused 1 "sendmail: $PWD/mailer: not a program that can be run" balint-group set "sendmail=$PWD/mailer"
	chmod +x mailer
	silent balint-group set "sendmail=$PWD/mailer -t"
	prints balint-group get sendmail <<<"sendmail|$PWD/mailer -t"
	silent balint-group set sendmail=
	refused 1 'sendmail is not set; *' balint-group get sendmail
}

@test "via is a way for cron: its place is an absolute path" {
	for via in sendmail maildir:/var/mail/balint mbox:/tmp/out -; do
		silent balint-group set "via=$via"
		prints balint-group get via <<<"via|$via"
	done
	refused 1 "via: 'smtp' is none of sendmail, maildir:DIR, mbox:FILE, -" balint-group set via=smtp
	refused 1 "via: 'maildir:' wants a directory behind the colon" balint-group set via=maildir:
	refused 1 "via: 'Mail' is not an absolute path; begin it with /" balint-group set via=maildir:Mail
	refused 1 "via: 'out' is not an absolute path; begin it with /" balint-group set via=mbox:out
	prints balint-group get via <<<'via|-'
}

@test "the website is a link; the telephone is no book" {
	refused 1 "website: 'balint.example.org' *" balint-group set website=balint.example.org
	refused 1 "website: 'javascript:alert(1)' *" balint-group set 'website=javascript:alert(1)'
	refused 1 'phone: 61 characters; the most is 60' balint-group set "phone=$(printf '1%.0s' {1..61})"
	refused 1 'address: *control character*' balint-group set address=$'via Po\e[2J'
	silent balint-group set website=https://balint.example.org phone=1 address=A
	silent balint-group set website= phone= address=
	refused 1 'website is not set; *' balint-group get website
}

@test "a value may hold equals signs" {
	silent balint-group set 'association=A=B'
	prints balint-group get association <<<'association|A=B'
}

@test "an IBAN may hold spaces, and is kept without" {
	silent balint-group set 'iban=DE89 3704 0044 0532 0130 00'
	prints balint-group get iban <<<'iban|DE89370400440532013000'
}

@test "setting what is set already changes nothing, not even the log" {
	unchanged silent balint-group set payee='Circolo Balint' 'from=Segreteria <segreteria@example.org>'
}

@test "one bad setting of several leaves all as they were" {
	refused 1 "grace: 'x' is not a whole number from 0 to 120" balint-group set payee=A grace=x
}

@test "a setting takes only what makes sense for it" {
	refused 1 "threshold: '101' is not a whole number from 0 to 100" balint-group set threshold=101
	refused 1 "grace: '-1' is not a whole number from 0 to 120" balint-group set grace=-1
	refused 1 "consent: 'nobody' is none of participants|everyone" balint-group set consent=nobody
	refused 1 "language: 'fr' is none of it|en" balint-group set language=fr
	refused 1 "iban: 'IT20A0200801058000040951624' is not an IBAN: its CIN is A and should be S" \
		balint-group set iban=IT20A0200801058000040951624
	refused 1 "from: 'x' is not a mail address such as name@example.org" balint-group set from=x
	refused 1 'bic: *' balint-group set bic=X
}

@test "a setting without a value goes back to its default, or away" {
	balint-group set bic=UNCRITMM threshold=80
	silent balint-group set bic= threshold= from=
	prints balint-group get threshold <<<'threshold|90'
	refused 1 'bic is not set; *' balint-group get bic
	refused 1 'from is not set; *' balint-group get from
}

@test "association, payee and IBAN must have a value" {
	for key in association payee iban; do
		refused 1 "$key: *" balint-group set $key=
	done
}

@test "what is no KEY=VALUE is refused" {
	refused 1 "'payee' is not KEY=VALUE" balint-group set payee
	refused 2 "'set' wants KEY=VALUE..." balint-group set
}
