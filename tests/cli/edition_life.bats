# shellcheck shell=bats disable=SC2154
# balint-group edition clone, close, reopen: next year's edition like this one, and the end of one.
load helper

setup()
{
	scene
	ninth
	unset BALINT_EDITION
}

clone() { balint-group edition clone "$@" -q; }
days() { sql "SELECT kind, first_on, last_on, label FROM suspension AS s JOIN edition AS e ON e.id = s.edition WHERE e.code = '$1' ORDER BY first_on"; }

# ---- clone

@test "the tenth edition like the ninth: facts, breaks, closures, tariffs" {
	warns 'its calendar is still to be made: balint-calendar generate --from 2022-02-16 --count 10 -e 10' \
		balint-group edition clone 9 10 --start 2022-02-16
	same 10 "$output" 'what it prints'
	prints balint-group edition show 10 -c number,year,title,status,programme,composition,every,at,minutes <<<'10|2021|Gruppo Balint|open|annual|mixed|2|21:00|90'
	prints balint-group edition show 10 -c venue,online,min,max,reference,joining,leaving \
		<<<'Torino, o via Zoom|https://zoom.example.org/j/000|10|12|{title} {number} ed {year}_{family}_{month}|whole|whole'
	prints days 10 <<-'END'
		break|2022-04-15|2022-04-19|Sospensione pasquale
		closure|2022-06-24|2022-06-24|San Giovanni, patrono di Torino
		break|2022-07-01|2022-08-31|Sospensione estiva
		break|2022-12-20|2023-01-10|Sospensione natalizia
	END
	same "$(balint-fees tariff list -e 9)" "$(balint-fees tariff list -e 10)" 'its tariffs'
	silent balint-group members -e 10
	same 0 "$(sql "SELECT count(*) FROM session AS s JOIN edition AS e ON e.id = s.edition WHERE e.code = '10'")" 'its sessions'
}

@test "what it says to do next makes the calendar, and is not said any more" {
	capture balint-group edition clone 9 10 --start 2022-02-16
	succeeds sh -c "$(sed 's/.*made: //' <<<"$stderr")"
	same 10 "${#lines[@]}" 'the sessions'
	same '2022-02-16 2022-06-22' "$(balint-group edition show 10 -c first,last | tr '\t' ' ')"
	unchanged prints balint-group edition clone 9 10 --start 2022-02-16 <<<10
}

@test "the same again changes nothing" {
	clone 9 10 --start 2022-02-16 --conductors
	unchanged prints balint-group edition clone 9 10 --start 2022-02-16 --conductors -q <<<10
	unchanged prints balint-group edition clone 9 10 --start 2022-03-16 -q <<<10
}

@test "number and year follow, or are said" {
	clone 9 10 --start 2022-02-16
	clone 9 11 --start 2024-02-14
	clone 9 9bis --start 2021-09-15
	clone 9 corso --start 2022-02-16 --number 1 --year 2022
	prints balint-group edition list -c code,number,year <<-'END'
		corso|1|2022
		9|9|2020
		9bis|10|2020
		10|10|2021
		11|10|2023
	END
}

@test "other content is refused, with the difference and the verb that changes it" {
	clone 9 10 --start 2022-02-16 --conductors
	refused 1 "edition '10' is there, its year is '2021' and not '2022'; to change it: balint-group edition set 10 --year 2022" \
		balint-group edition clone 9 10 --start 2023-02-15
	refused 1 "edition '10' is there, its number is '10' and not '12'; to change it: balint-group edition set 10 --number 12" \
		balint-group edition clone 9 10 --start 2022-02-16 --number 12
	balint-group edition set 9 --venue ''
	refused 1 "edition '10' is there, its venue is 'Torino, o via Zoom' and not ''; to change it: balint-group edition set 10 --venue ''" \
		balint-group edition clone 9 10 --start 2022-02-16
	balint-group edition set 9 --venue 'Torino, o via Zoom'
	balint-calendar break remove 2022-04-15..2022-04-19 -e 10
	refused 1 "edition '10' is there, without the break 2022-04-15..2022-04-19; to add it: balint-calendar break add 2022-04-15..2022-04-19 LABEL -e 10" \
		balint-group edition clone 9 10 --start 2022-02-16
	balint-calendar break add 2022-04-15..2022-04-19 Pasqua -e 10
	balint-calendar closure remove 2022-06-24 -e 10
	refused 1 "edition '10' is there, without the closure of 2022-06-24; to add it: balint-calendar closure add 2022-06-24 LABEL -e 10" \
		balint-group edition clone 9 10 --start 2022-02-16
	balint-calendar closure add 2022-06-24 Patrono -e 10
	balint-fees tariff set altre-professioni 260 -e 10
	refused 1 "edition '10' is there, its tariff of 'altre-professioni' is 260.00 and not 250.00; to change it: balint-fees tariff set altre-professioni 250.00 -e 10" \
		balint-group edition clone 9 10 --start 2022-02-16
	balint-fees tariff set altre-professioni 250 --vat 10 -e 10
	refused 1 "edition '10' is there, its tariff of 'altre-professioni' has another VAT; 'balint-fees tariff list' shows it" \
		balint-group edition clone 9 10 --start 2022-02-16
	sql "DELETE FROM tariff WHERE rate = 1000"
	refused 1 "edition '10' is there, without a tariff of 'altre-professioni'; to set it: balint-fees tariff set altre-professioni 250.00 -e 10" \
		balint-group edition clone 9 10 --start 2022-02-16
	balint-fees tariff set altre-professioni 250 -e 10
	sql "DELETE FROM enrolment WHERE role = 'co-conductor' AND edition = (SELECT id FROM edition WHERE code = '10')"
	refused 1 "edition '10' is there, and 'gallo' does not conduct it; to enrol them: balint-group enrol gallo --role co-conductor -e 10" \
		balint-group edition clone 9 10 --start 2022-02-16 --conductors
	unchanged prints balint-group edition clone 9 10 --start 2022-02-16 -q <<<10
}

@test "what the new edition has more is its own affair" {
	clone 9 10 --start 2022-02-16
	balint-calendar break add 2022-11-01..2022-11-06 Ponte -e 10
	balint-group profession add studente --category studenti --label Studente
	balint-fees tariff set studenti 100 -e 10
	unchanged prints balint-group edition clone 9 10 --start 2022-02-16 -q <<<10
}

@test "--conductors enrols the same conductors, from the first session on" {
	balint-group withdraw gallo --on 2021-03-03 -e 9
	person villa Villa Pia --profession medico
	balint-group enrol villa --role co-conductor -e 9 >/dev/null
	clone 9 10 --start 2022-02-16 --conductors
	prints balint-group members -e 10 -c handle,role,status,joined <<-'END'
		ferraris|conductor|active|
		villa|co-conductor|active|
	END
	balint-calendar generate --from 2022-02-16 --count 10 -e 10 >/dev/null
	same '2022-02-16 2022-02-16' "$(balint-group members -e 10 -c joined | xargs)" 'when they joined'
	same "$(balint-group members -e 9 --role participant | wc -l)" 11 'the participants of the ninth, who stay there'
}

@test "a closed edition can be copied, with who conducted it" {
	BALINT_TODAY=2021-07-01 balint-group edition close 9 -q
	clone 9 10 --start 2022-02-16 --conductors
	same 'ferraris gallo' "$(balint-group members -c handle | xargs)" 'who conducts the only open one'
	prints balint-group edition show 10 -c status <<<open
}

@test "days for all editions are not copied, for they hold anyway" {
	balint-calendar break add 2021-11-01..2021-11-07 Ognissanti --all-editions
	clone 9 10 --start 2022-02-16
	same 4 "$(days 10 | wc -l)" 'its own days'
	same 1 "$(balint-calendar break list -e 10 | grep -c Ognissanti)" 'what holds for it'
}

@test "a break with Easter in it keeps its distances to Easter, whatever the year" {
	for year in 2022 2023 2024 2027 2035 2038; do
		clone 9 "e$year" --start $year-02-14
		read -r first last <<<"$(sql "SELECT first_on, last_on FROM suspension AS s JOIN edition AS e ON e.id = s.edition
			WHERE e.code = 'e$year' AND label LIKE '%pasquale'" | tr '|' ' ')"
		easter=$(grep "^$year" "$DATA/easter.tsv" | cut -f 2)
		same "$(date -d "$easter - 2 days" +%F) $(date -d "$easter + 2 days" +%F)" "$first $last" "the Easter break of $year"
	done
}

@test "an edition of the same year's autumn has the breaks of its own season" {
	clone 9 10 --start 2021-09-15
	prints days 10 <<-'END'
		break|2021-12-20|2022-01-10|Sospensione natalizia
		break|2022-04-15|2022-04-19|Sospensione pasquale
		closure|2022-06-24|2022-06-24|San Giovanni, patrono di Torino
		break|2022-07-01|2022-08-31|Sospensione estiva
	END
	sessions --from 2021-09-15 --every 2w --count 10 -e 10
	same 0 "$(balint-calendar list -e 10 -c date | grep -c -e 2021-12-22 -e 2022-01-05)" 'sessions at Christmas'
	unchanged prints balint-group edition clone 9 10 --start 2021-09-15 -q <<<10
}

@test "one of the winter after an autumn's has that very spring's" {
	clone 9 10 --start 2021-09-15
	sessions --from 2021-09-15 --every 2w --count 10 -e 10
	clone 10 11 --start 2022-02-16
	prints days 11 <<-'END'
		break|2022-04-15|2022-04-19|Sospensione pasquale
		closure|2022-06-24|2022-06-24|San Giovanni, patrono di Torino
		break|2022-07-01|2022-08-31|Sospensione estiva
		break|2022-12-20|2023-01-10|Sospensione natalizia
	END
}

@test "of two years' breaks each stays in its year" {
	balint-group edition add 20 --number 20 --year 2020 --programme biennial >/dev/null
	for year in 2021 2022; do
		balint-calendar break add $year-07-01..$year-08-31 "Estate $year" -e 20
		balint-calendar break add $year-12-2$((year - 2020))..$year-12-31 "Natale $year" -e 20
	done
	sessions --from 2021-02-03 --until 2022-12-14 -e 20
	clone 20 21 --start 2022-10-05
	prints days 21 <<-'END'
		break|2022-12-21|2022-12-31|Natale 2021
		break|2023-07-01|2023-08-31|Estate 2022
		break|2023-12-22|2023-12-31|Natale 2022
		break|2024-07-01|2024-08-31|Estate 2021
	END
}

@test "it says what is perhaps not meant so" {
	next='balint-group: its calendar is still to be made: balint-calendar generate --from'
	capture balint-group edition clone 9 10 --start 2021-09-16
	prints printf '%s' "$stderr" <<-END
		balint-group: 2021-09-16 is not on the weekday on which edition 9 began
		balint-group: the year in its name is that of edition 9, 2020; if it is another: balint-group edition set 10 --year Y
		$next 2021-09-16 --count 10 -e 10
	END
	capture balint-group edition clone 9 10bis --start 2021-09-15
	prints printf '%s' "$stderr" <<-END
		balint-group: it has the title, the number and the year of edition 10; to tell them apart: balint-group edition set 10bis --number N --year Y
		$next 2021-09-15 --count 10 -e 10bis
	END
	balint-group edition set 9 --reference '{family}'
	capture balint-group edition clone 9 11 --start 2022-02-16 --number 11
	prints printf '%s' "$stderr" <<-END
		balint-group: the references of its payments are those of edition 9; to tell them apart: balint-group edition set 11 --reference TEMPLATE
		$next 2022-02-16 --count 10 -e 11
	END
	balint-group edition set 9 --reference '{family} {number}'
	warns "${next#*: } 2021-09-15 --count 10 -e 12" balint-group edition clone 9 12 --start 2021-09-15 --number 12 --year 2020
}

@test "a break over the New Year stays whole, and so does one within the year" {
	clone 9 12 --start 2024-02-14
	same 'break|2024-12-20|2025-01-10|Sospensione natalizia' "$(days 12 | tail -n 1)"
	balint-group edition add 20 --number 20 --year 2020 >/dev/null
	sessions --from 2020-10-07 --until 2021-06-30 -e 20
	balint-calendar break add 2020-12-20..2021-01-06 Natale -e 20
	clone 20 21 --start 2021-10-06
	same 'break|2021-12-20|2022-01-06|Natale' "$(days 21)"
}

@test "the 29th of February becomes the 28th, and a week of a leap year keeps its ends" {
	balint-group edition add 24 --number 24 --year 2024 >/dev/null
	sessions --from 2024-01-10 --count 5 -e 24
	balint-calendar closure add 2024-02-29 Bisestile -e 24
	balint-calendar break add 2024-02-12..2024-02-29 Carnevale -e 24
	clone 24 25 --start 2025-01-08
	clone 24 28 --start 2028-01-12
	same $'break|2025-02-12|2025-02-28|Carnevale\nclosure|2025-02-28|2025-02-28|Bisestile' "$(days 25)"
	same $'break|2028-02-12|2028-02-29|Carnevale\nclosure|2028-02-29|2028-02-29|Bisestile' "$(days 28)"
}

@test "patron saints keep their day, or have that of the year where it moves" {
	balint-calendar closure remove 2021-06-24 -e 9
	balint-calendar closure add --patron TO --year 2021 -e 9 >/dev/null
	moving=$(grep -v '^#' "$ROOT/share/patrons.tsv" | grep -m 1 'easter+' | cut -f 2)
	balint-calendar closure add --patron "$moving" --year 2021 -e 9 -c date >/dev/null
	clone 9 10 --start 2022-02-16
	expected=$( (balint-calendar patron list torino --year 2022 -c date; balint-calendar patron list "$moving" --year 2022 -c date) | sort)
	same "$expected" "$(days 10 | sed -n 's/^closure|\([^|]*\).*/\1/p' | sort)" 'the patron saints'\'' days'
}

@test "the text about the group goes with it" {
	sql "UPDATE edition SET about = 'Un gruppo di parola.' WHERE code = '9'"
	clone 9 10 --start 2022-02-16
	same 'Un gruppo di parola.' "$(sql "SELECT about FROM edition WHERE code = '10'")"
	unchanged prints balint-group edition clone 9 10 --start 2022-02-16 -q <<<10
	sql "UPDATE edition SET about = NULL WHERE code = '10'"
	refused 1 "edition '10' is there, its about is '' and not 'Un gruppo di parola.'; to change it: balint-group edition set 10 --about 'Un gruppo di parola.'" \
		balint-group edition clone 9 10 --start 2022-02-16
}

@test "what clone cannot take is refused" {
	refused 2 '--start DATE is needed' balint-group edition clone 9 10
	refused 2 "'edition clone' wants CODE NEW" balint-group edition clone 9 --start 2022-02-16
	refused 2 "--start: '2022-02-30' is not a date: February 2022 has 28 days" balint-group edition clone 9 10 --start 2022-02-30
	refused 1 "edition: unknown '8'*" balint-group edition clone 8 10 --start 2022-02-16
	refused 1 "edition '9' is there, its number is '9' and not '10'*" balint-group edition clone 9 9 --start 2022-02-16
	refused 1 "'a b' is not a code: *" balint-group edition clone 9 'a b' --start 2022-02-16
	refused 1 "the break 'Sospensione natalizia' would lie beyond the years that there are*" balint-group edition clone 9 10 --start 9999-02-17 --year 2021
	balint-group edition add 30 --number 9999 --year 2021 >/dev/null
	refused 1 'edition 30 has no sessions from which to count the years to the new one; to make them: balint-calendar generate --from DATE --count N -e 30' \
		balint-group edition clone 30 31 --start 2022-02-16
	sessions --from 2021-02-17 --count 2 -e 30
	refused 1 'no number comes after 9999; say another: --number N' balint-group edition clone 30 31 --start 2022-02-16
	balint-group edition set 30 --number 30 --year 9999
	refused 1 '10000 is not a year of a group; say another: --year Y' balint-group edition clone 30 31 --start 2022-02-16
}

# ---- close and reopen

closing() { balint-group edition close "$@" -q; }
ends() { sql "SELECT DISTINCT status, left FROM members WHERE edition = '9'"; }

@test "closing an edition completes its members with its last session" {
	export BALINT_TODAY=2021-07-15
	closing 9
	same 'completed|2021-06-23' "$(ends)"
	prints balint-group edition show 9 -c status <<<closed
	same 13 "$(balint-group members -e 9 --status completed -c handle | wc -l)" 'who has completed it'
}

@test "the only open edition is meant; then none is" {
	export BALINT_TODAY=2021-07-15
	closing
	refused 1 "there is no open edition; add one with 'balint-group edition add'" balint-group edition close
	refused 1 "edition: unknown '8'*" balint-group edition close 8
}

@test "who joined after that day completes it on the day they joined" {
	export BALINT_TODAY=2021-07-15
	person neri Neri Ada --profession medico
	balint-group enrol neri --on 2021-07-01 -e 9 >/dev/null
	closing 9
	same 2021-07-01 "$(sql "SELECT left FROM members WHERE handle = 'neri'")"
}

@test "--on says another last day, but none before a session that was held" {
	export BALINT_TODAY=2021-07-15
	refused 1 'edition 9 has met on 2021-06-23, so has not ended before' balint-group edition close 9 --on 2021-06-22
	closing 9 --on 2021-06-30
	same 'completed|2021-06-30' "$(ends)"
}

@test "sessions to come are a reason not to close, unless it ends early" {
	refused 1 'edition 9 has sessions to come (7, the last on 2021-06-23); close it after them, or before them with --early' balint-group edition close 9
	refused 1 'edition 9 has met on 2021-03-17, so has not ended before' balint-group edition close 9 --early --on 2021-03-16
	capture balint-group edition close 9 --early
	same "balint-group: sessions to come stay in the calendar, and nobody is reminded of them: 7; 'balint-calendar next --count 7 -e 9' lists them" "${stderr_lines[0]}"
	same 'completed|2021-03-20' "$(ends)"
	same 7 "$(balint-calendar next --count 7 -e 9 | wc -l)" 'what the hint lists'
	silent balint-calendar remind --days 30 --via maildir:post
}

@test "cancelled sessions are not to come; without any session it ends today" {
	balint-group edition add 1 --number 1 --year 2021 --min 1 >/dev/null
	person neri Neri Ada
	balint-group enrol neri -e 1 >/dev/null
	sessions --from 2021-05-05 --count 1 -e 1
	balint-calendar cancel 2021-05-05 --reason Neve -e 1 -q
	closing 1
	same 2021-03-20 "$(sql "SELECT left FROM members WHERE handle = 'neri'")"
}

@test "it says what is still open, and where to look" {
	export BALINT_TODAY=2021-07-15
	person neri Neri Ada
	person monti Monti Ivo
	balint-group enrol neri --status waiting --on 2021-05-01 -e 9 >/dev/null
	balint-group enrol monti --status applicant --on 2021-05-01 -e 9 >/dev/null
	balint-fees pay rossi 427 --on 2021-03-01 -e 9 >/dev/null
	capture balint-group edition close 9
	same 0 "$status" 'the exit status'
	prints printf '%s' "$stderr" <<-'END'
		balint-group: who had applied or waited is withdrawn: monti, neri
		balint-group: instalments are still to be paid: 50, 3538.00 in all; 'balint-fees due --all -e 9' lists them
		balint-group: the register has holes: 110; 'balint-attend report -e 9' says whose
	END
	same 50 "$(balint-fees due --all -e 9 | wc -l)" 'what the hint lists'
	same 110 "$(balint-attend report -e 9 -c unmarked | total)" 'what the hint counts'
	prints balint-group members -e 9 --status withdrawn -c handle,joined,left <<-'END'
		monti||2021-06-23
		neri||2021-06-23
	END
}

@test "notices that wait are counted" {
	balint-calendar cancel 2021-06-23 --reason Neve
	capture balint-group edition close 9 --early
	same "balint-group: notices still wait: 13; 'balint-group outbox list --status queued -e 9' lists them" "${stderr_lines[-1]}"
	same 13 "$(balint-group outbox list --status queued -e 9 | wc -l)" 'what the hint lists'
}

@test "all settled, it is silent" {
	export BALINT_TODAY=2021-07-15
	for date in $(balint-calendar list -c date); do balint-attend mark "$date" --rest present; done
	for handle in $(balint-fees status -c handle); do
		balint-fees pay "$handle" "$(balint-fees status -c handle,open | sed -n "s/^$handle\t//p")" --on 2021-06-30 >/dev/null
	done
	silent balint-group edition close 9
}

@test "closed again, nothing changes; another day is refused" {
	export BALINT_TODAY=2021-07-15
	closing 9
	unchanged silent balint-group edition close 9
	unchanged silent balint-group edition close 9 --on 2021-06-23
	refused 1 'edition 9 was closed on 2021-06-23; to close it on another day, first: balint-group edition reopen 9' balint-group edition close 9 --on 2021-06-30
}

@test "nobody is enrolled or admitted in a closed edition" {
	export BALINT_TODAY=2021-07-15
	person neri Neri Ada --profession medico
	closing 9
	message='edition 9 is closed; to open it again: balint-group edition reopen 9'
	refused 1 "$message" balint-group enrol neri -e 9
	refused 1 "$message" balint-group enrol neri --status waiting -e 9
	refused 1 "'rossi' was a member until 2021-06-23 (completed); to take the end of the edition back: balint-group edition reopen 9" balint-group enrol rossi -e 9
	refused 1 "'rossi' has left on 2021-06-23 (completed)" balint-group withdraw rossi --on 2021-06-30 -e 9
}

@test "a closed edition is looked at and paid by its name" {
	export BALINT_TODAY=2021-07-15
	before=$(balint-fees due --all)
	closing 9
	silent balint-fees due --all
	same "$before" "$(balint-fees due --all -e 9)" 'the fee rows'
	succeeds balint-fees pay rossi 85.40 --on 2021-07-10 -e 9
	same 54 "$(balint-fees due --all -e 9 | wc -l)" 'what is still due'
	same 11 "$(balint-attend report -e 9 | wc -l)" 'the rows of the register'
}

@test "a certificate says the same after the end as before it" {
	export BALINT_TODAY=2021-07-15
	for date in $(balint-calendar list -c date); do balint-attend mark "$date" --rest present; done
	balint-attend certify rossi >/dev/null
	closing 9
	same valid "$(balint-attend certificates -e 9 -c status)"
	succeeds balint-attend certify bianchi -e 9
}

@test "reopen takes it back for everybody whom the end concerned, and nobody else" {
	export BALINT_TODAY=2021-07-15
	for name in neri monti viola; do person $name "${name^}" Ada; done
	balint-group enrol neri viola --status waiting --on 2021-05-01 >/dev/null
	balint-group enrol monti --status applicant --on 2021-05-01 >/dev/null
	balint-group withdraw rossi --on 2021-06-23
	balint-group withdraw viola --on 2021-06-23
	state() { sql "SELECT * FROM enrolment; SELECT * FROM edition"; }
	before=$(state)
	closing 9
	silent balint-group edition reopen 9
	same "$before" "$(state)" 'the edition and its enrolments'
	unchanged silent balint-group edition reopen 9
	refused 1 "edition: unknown '8'*" balint-group edition reopen 8
	refused 2 "'edition reopen' wants CODE" balint-group edition reopen
}

@test "an open question is settled by the end, and nobody moves a session any more" {
	balint-calendar move 2021-04-14 --to 2021-04-15 --reason Ponte >/dev/null
	closing 9 --early
	prints balint-calendar changes -e 9 -c date,status <<<'2021-04-14|lapsed'
	same 1 "$(balint-calendar list -e 9 -c date | grep -c 2021-04-14)" 'the session'
}

@test "dry runs of the three change nothing" {
	unchanged capture balint-group edition clone 9 10 --start 2022-02-16 -n
	same 10 "$output"
	BALINT_TODAY=2021-07-15 unchanged balint-group edition close 9 -n -q
	BALINT_TODAY=2021-07-15 closing 9
	unchanged silent balint-group edition reopen 9 -n
}
