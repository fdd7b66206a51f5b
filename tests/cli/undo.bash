# shellcheck shell=bash
# What the tests of undo compare: all that the store says, but the log, and the SEQUENCE of sessions, which never falls.

# contents: the store as text.
contents()
{
	sqlite3 "$BALINT_DB" 'BEGIN' 'DELETE FROM log' 'UPDATE session SET sequence = 0' .dump ROLLBACK
}

# undone STORE [ID]: undo works, and gives those contents.
undone()
{
	local expected=$1
	shift
	succeeds balint-group undo -q "$@"
	same "$expected" "$(contents)" "the store after 'undo $*'"
}

# last: the number of the last command in the log.
last() { balint-group log --limit 1 -c id; }

# A calendar file, marks, credits, people and answers, for the verbs that read a file.
files()
{
	cp "$DATA/school.ics" .
	printf 'date,handle,status\n2021-02-17,rossi,absent\n2021-03-03,rossi,present\n' >marks.csv
	printf 'date,amount,text,payer,iban\n2021-03-08,85.40,Gruppo Balint 9 ed 2020_Conti_marzo,TERESA CONTI,IT60X0542811101000000123456\n' >credits.csv
	printf 'handle,conduct\nrossi,5\n' >answers.csv
	printf 'family,given,profession\nBruni,Carla,oss\n' >people.csv
}

# Calls of the writing verbs, in an order in which each has something to do. LAST is the notice queued last.
samples()
{
	cat <<-'END'
		balint-group set grace=11 payee=Altri consent=everyone
		balint-group profession add studente --category studenti --label Studente
		balint-group edition set 9 --title Corso --venue Sala --max 15
		balint-group person add neri --family Neri --given Ada --profession medico
		balint-group person set neri --phone 1 --email neri@example.org
		balint-group enrol neri
		balint-fees plan
		balint-group person add verdi --family Verdi --given Ugo
		balint-group enrol verdi --status waiting
		balint-group admit
		balint-group unenrol verdi
		balint-group person remove verdi
		balint-group import people.csv
		balint-fees tariff set altre-professioni 260 --quiet
		balint-fees pay rossi 100 --on 2021-03-01
		balint-fees pay rossi 100 --on 2021-03-01 --again
		balint-fees pay rossi 300 --on 2021-03-02 --quiet
		balint-fees adjust rossi --less 100 --reason borsa --quiet
		balint-fees adjust bianchi --more 10 --reason materiale
		balint-fees refund rossi 10 --on 2021-03-03
		balint-fees reverse 4 --reason errore --quiet
		balint-fees reconcile credits.csv --apply --quiet
		balint-fees unmatch 1
		balint-fees match 1 conti:2021-03
		balint-fees payers forget IT60X0542811101000000123456
		balint-fees unmatch 1
		balint-fees dismiss 1 --reason dono
		balint-calendar break add 2021-12-20..2022-01-06 Natale
		balint-calendar break remove 2021-12-20..2022-01-06
		balint-calendar closure add 2021-12-08 Chiusura
		balint-calendar closure remove 2021-12-08
		balint-calendar closure add --patron MI
		balint-calendar import school.ics
		balint-calendar issue
		balint-calendar move 2021-04-14 --to 2021-04-15 --reason Ponte
		balint-calendar consent 2021-04-14 rossi --yes
		balint-calendar retract 2021-04-14
		balint-calendar move 2021-04-14 --to 2021-04-15 --reason Ponte --override
		balint-calendar cancel 2021-04-15 --reason Neve
		balint-calendar restore 2021-04-15
		balint-calendar add 2021-05-05 --reason Recupero
		balint-calendar set 2021-05-05 --venue Altrove --at 20:30
		balint-group outbox drop LAST
		balint-group outbox retry LAST
		balint-attend mark 2021-02-17 rossi=21:07-22:00,online --rest present
		balint-attend mark 2021-02-17 rossi=excused
		balint-attend announce 2021-03-31 rossi
		balint-attend announce 2021-03-31 rossi --remove
		balint-attend import marks.csv
		balint-attend present 2021-03-03 rossi --kind institution
		balint-attend present 2021-03-03 rossi --remove
		balint-attend rota set 2021-05-12 rossi
		balint-attend rota swap 2021-05-12 2021-05-26
		balint-attend rota clear 2021-05-26
		balint-attend revoke 7KQM-2XPA-HR94 --reason errore
		balint-group withdraw ricci --on 2021-03-20 --reason trasloco
		balint-group edition clone 9 11 --start 2022-02-16 --conductors --quiet
		balint-group edition close 11
		balint-group edition reopen 11
		balint-group edition add 10 --number 10 --year 2021
		balint-group edition remove 10
		balint-group edition add 12 --number 12 --year 2021
		balint-calendar generate --from 2021-05-05 --count 4 -e 12
		balint-calendar renew --year 2021 -e 12
	END
}

# Verbs that undo does not take back, each with the reason.
exceptions()
{
	cat <<-'END'
		balint-group init: it makes the store
		balint-group restore: it replaces the store
		balint-group demo: it makes another store
		balint-group forget: who is forgotten stays forgotten
		balint-group undo: is taken back by itself, after each sample
		balint-calendar remind: what was delivered
		balint-calendar notify: what was delivered
		balint-fees request: what was delivered
		balint-attend certify: the series has no gaps; revoke
		balint-attend evaluate import: anonymous, outside the log
		balint-attend evaluate received: anonymous, outside the log
	END
}
