#!/bin/sh
# The ninth edition, set up as an administrator would script it. The people are invented.
# Run it twice, or edit it and run it again: what is there already stays as it is.
#
#	BALINT_DB=balint.db sh ninth-edition.sh
set -eu

# A command that works prints names of what it made; here only what is refused is of interest.
quietly() { "$@" >/dev/null; }

# The association, and the edition.
quietly balint-group init --association 'Associazione IL NODO group' --payee 'Associazione IL NODO group' \
	--iban 'IT92 S020 0801 0580 0004 0951 624' --from 'Segreteria <segreteria@example.org>' --language it
quietly balint-group edition add 9 --number 9 --year 2020 --title 'Gruppo Balint' --programme annual \
	--composition mixed --every 2w --at 21:00 --minutes 90 --min 10 --max 12 \
	--venue 'Torino, o via Zoom' --online 'https://zoom.example.org/j/000'
export BALINT_EDITION=9

# The two conductors.
quietly balint-group person add ferraris --family Ferraris --given Elena --profession psicoterapeuta --email elena.ferraris@example.org
quietly balint-group person add gallo --family Gallo --given Pietro --profession medico --email pietro.gallo@example.org
quietly balint-group enrol ferraris --role conductor
quietly balint-group enrol gallo --role co-conductor

# The eleven participants: five pay the fee of doctors and psychologists, six that of the other professions.
participant()
{
	quietly balint-group person add "$1" --family "$2" --given "$3" --profession "$4" --email "$1@example.org"
	quietly balint-group enrol "$1"
}
participant rossi Rossi Maria medico
participant bianchi Bianchi Luca insegnante
participant dangelo "D'Angelo" Anna psicologo
participant esposito Esposito Nicolò infermiere
participant muller Müller Hannah medico
participant deluca 'De Luca' Giorgio educatore
participant maggio Maggio Ida assistente-sociale
participant conti Conti Teresa psicoterapeuta
participant ricci Ricci Paolo oss
participant greco Greco Silvia terp
participant fontana Fontana Bruno medico

# When the group does not meet: the patron saint's day of Turin, Christmas, Easter and the summer.
quietly balint-calendar break add 2020-12-20..2021-01-10 'Sospensione natalizia'
quietly balint-calendar break add 2021-04-02..2021-04-06 'Sospensione pasquale'
quietly balint-calendar break add 2021-07-01..2021-08-31 'Sospensione estiva'
quietly balint-calendar closure add 2021-06-24 'San Giovanni, patrono di Torino'
quietly balint-calendar generate --from 2021-02-17 --every 2w --count 10

# What it costs, and who pays what when.
quietly balint-fees tariff set medici-psicologi 350 --vat 22
quietly balint-fees tariff set altre-professioni 250 --vat 22
quietly balint-fees plan
