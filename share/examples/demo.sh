#!/bin/sh
# A store to play with: the eighth edition with its past, and the ninth on 20 April 2021. The people are invented.
# `balint-group demo FILE` makes the same; this is how it came to be.
#
#	BALINT_DB=demo.db sh demo.sh
set -eu
unset BALINT_EDITION

# A command that works prints names of what it made; here only what is refused is of interest.
quietly() { "$@" >/dev/null; }

# What follows is done on that day. Mail goes to nobody: it is written out and thrown away.
on() { export BALINT_TODAY="$1"; }

# person HANDLE FAMILY GIVEN PROFESSION
person() { quietly balint-group person add "$1" --family "$2" --given "$3" --profession "$4" --email "$5"; }

# pay DATE: all that is due by the end of that month is paid on that day, but by those who are named.
pay()
{
	day=$1
	shift
	balint-fees due --until "$day" -c handle,amount | while read -r handle amount; do
		case " $* " in
		*" $handle "*) ;;
		*) quietly balint-fees pay "$handle" "$amount" --on "$day" ;;
		esac
	done
}

# ---- The association and its eighth edition: ten evenings from January to June 2020.

on 2019-11-04
quietly balint-group init --association 'Associazione IL NODO group' --payee 'Associazione IL NODO group' \
	--iban 'IT92 S020 0801 0580 0004 0951 624' --from 'Segreteria <segreteria@example.org>' --language it
quietly balint-group set threshold=80
quietly balint-group edition add 8 --number 8 --year 2019 --title 'Gruppo Balint' --programme annual \
	--composition mixed --every 2w --at 21:00 --minutes 90 --min 8 --max 12 \
	--venue 'Torino' --online 'https://zoom.example.org/j/000'
export BALINT_EDITION=8

person ferraris Ferraris Elena psicoterapeuta elena.ferraris@example.org
person gallo Gallo Pietro medico pietro.gallo@example.org
quietly balint-group enrol ferraris --role conductor
quietly balint-group enrol gallo --role co-conductor
while read -r handle family given profession; do
	person "$handle" "$family" "$given" "$profession" "$handle@example.org"
	quietly balint-group enrol "$handle"
done <<-'END'
	barbieri Barbieri Laura medico
	conti Conti Teresa psicoterapeuta
	ricci Ricci Paolo oss
	fontana Fontana Bruno medico
	marchetti Marchetti Sara infermiere
	pellegrini Pellegrini Dario educatore
	sala Sala Marta psicologo
	vitale Vitale Enzo insegnante
END
quietly balint-calendar break add 2019-12-20..2020-01-07 'Sospensione natalizia'
quietly balint-calendar break add 2020-04-10..2020-04-14 'Sospensione pasquale'
quietly balint-calendar closure add 2020-06-24 'San Giovanni, patrono di Torino'
quietly balint-calendar generate --from 2020-01-15 --count 10
quietly balint-calendar issue
quietly balint-fees tariff set medici-psicologi 350 --vat 22
quietly balint-fees tariff set altre-professioni 250 --vat 22
quietly balint-fees plan

# DATE PRESENTER MARK...: the evening, and who brought a case.
while read -r date presenter marks; do
	on "$date"T22:45
	# shellcheck disable=SC2086  # a list of marks
	quietly balint-attend mark "$date" $marks --rest present
	quietly balint-attend present "$date" "$presenter" --kind case
done <<-'END'
	2020-01-15 conti ricci=21:10
	2020-01-29 barbieri vitale=excused
	2020-02-12 ricci sala=21:15
	2020-02-26 fontana marchetti=absent pellegrini=excused
	2020-03-11 sala barbieri=online conti=online,21:00-22:00
	2020-03-25 marchetti vitale=online
	2020-04-08 pellegrini ricci=excused
	2020-04-22 vitale fontana=21:05
	2020-05-06 conti sala=excused
	2020-05-20 barbieri marchetti=21:20-22:30
END
for day in 2020-01-31 2020-02-29 2020-03-31 2020-04-30 2020-05-31; do
	on "$day"
	pay "$day"
done

on 2020-06-05
quietly balint-attend evaluate import - <<-'END'
	conduct,safety,listening,work,recommend,kept
	5,4,5,5,yes,
	4,4,5,4,yes,Il clima del gruppo
	5,5,4,4,no,
	4,3,5,5,yes,
	5,4,4,4,yes,La puntualità
	3,4,4,3,no,

END
quietly balint-attend certify conti barbieri
quietly balint-group edition close 8

# ---- The ninth edition, as in its own script; a twelfth participant, and two who wait for a place.

on 2021-01-11
sh "$(dirname "$0")/ninth-edition.sh"
export BALINT_EDITION=9
person serra Serra Chiara vigilatrice-infanzia serra@example.org
quietly balint-group enrol serra
quietly balint-fees plan serra
on 2021-01-18
person neri Neri Ada medico neri@example.org
quietly balint-group enrol neri --status waiting
on 2021-01-20
person villa Villa Marco insegnante villa@example.org
quietly balint-group enrol villa --status waiting
on 2021-02-01
quietly balint-calendar issue
quietly balint-fees adjust greco --less 100 --reason 'borsa di studio'

# A reminder before each evening, then the register. The session of 31 March is cancelled, that of 14 April moved by all.
on 2021-02-15
quietly balint-calendar remind --days 3 --via -
on 2021-02-17T22:45
quietly balint-attend mark 2021-02-17 rossi=21:12 greco=excused --rest present
quietly balint-attend present 2021-02-17 conti --kind case
on 2021-03-01
quietly balint-calendar remind --days 3 --via -
on 2021-03-03T22:45
quietly balint-attend mark 2021-03-03 bianchi=absent deluca=online muller=21:00-22:00 --rest present
quietly balint-attend present 2021-03-03 esposito --kind case
on 2021-03-15
quietly balint-calendar remind --days 3 --via -
on 2021-03-17T22:45
quietly balint-attend mark 2021-03-17 rossi=21:20 maggio=excused serra=online --rest present
quietly balint-attend present 2021-03-17 dangelo --kind group-event
on 2021-03-29
quietly balint-calendar cancel 2021-03-31 --reason 'sede chiusa per lavori'
quietly balint-calendar move 2021-04-14 --to 2021-04-15 --reason 'sala occupata'
quietly balint-calendar notify --via -
on 2021-03-30
quietly balint-calendar consent 2021-04-14 rossi bianchi dangelo esposito muller deluca --yes
on 2021-04-01
quietly balint-calendar consent 2021-04-14 maggio conti ricci greco fontana serra --yes
quietly balint-calendar notify --via -
on 2021-04-13
quietly balint-calendar remind --days 3 --via -
on 2021-04-15T22:45
quietly balint-attend mark 2021-04-15 ricci=excused fontana=21:05-22:30 bianchi=online --rest present
quietly balint-attend present 2021-04-15 maggio --kind case

# The money: some pay late, one in part, one too much, and some not yet.
on 2021-02-28
pay 2021-02-28 bianchi maggio rossi
on 2021-03-02
quietly balint-fees pay rossi 100 --on 2021-03-02 --text 'arrotondato'
quietly balint-fees pay maggio 30 --on 2021-03-02
on 2021-03-12
quietly balint-fees pay bianchi 61 --on 2021-03-12
on 2021-03-22
quietly balint-fees request --month 2021-03 --via -
on 2021-03-31
pay 2021-03-31 maggio esposito deluca rossi conti
on 2021-04-07
quietly balint-fees pay deluca 61 --on 2021-04-07
quietly balint-fees pay conti 256,20 --on 2021-04-07 --text 'fino a maggio'
on 2021-04-16
quietly balint-fees request --overdue --via -
