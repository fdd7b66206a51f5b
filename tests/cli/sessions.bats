# shellcheck shell=bats
# balint-calendar list, next, why: which sessions there are, and why not.
load helper

@test "list has the sessions in their order; what has begun is held" {
	ninth
	prints balint-calendar list <<-'END'
		1|2021-02-17|Wed|21:00|22:30|held|
		2|2021-03-03|Wed|21:00|22:30|held|
		3|2021-03-17|Wed|21:00|22:30|held|
		4|2021-03-31|Wed|21:00|22:30|scheduled|
		5|2021-04-14|Wed|21:00|22:30|scheduled|
		6|2021-04-28|Wed|21:00|22:30|scheduled|
		7|2021-05-12|Wed|21:00|22:30|scheduled|
		8|2021-05-26|Wed|21:00|22:30|scheduled|
		9|2021-06-09|Wed|21:00|22:30|scheduled|
		10|2021-06-23|Wed|21:00|22:30|scheduled|
	END
}

@test "a session is held from its first minute" {
	ninth
	BALINT_TODAY=2021-03-31 prints balint-calendar list --from 2021-03-31 --until 2021-03-31 -c status <<<scheduled
	BALINT_TODAY=2021-03-31T20:59 prints balint-calendar list --from 2021-03-31 --until 2021-03-31 -c status <<<scheduled
	BALINT_TODAY=2021-03-31T21:00 prints balint-calendar list --from 2021-03-31 --until 2021-03-31 -c status <<<held
	BALINT_TODAY=2021-04-01 prints balint-calendar list --from 2021-03-31 --until 2021-03-31 -c status <<<held
}

@test "--from and --until take both their days" {
	ninth
	prints balint-calendar list --from 2021-04-14 --until 12/05/2021 -c number,date <<-'END'
		5|2021-04-14
		6|2021-04-28
		7|2021-05-12
	END
	prints balint-calendar list --from 2021-04-15 --until 2021-05-11 -c number <<<6
	silent balint-calendar list --from 2021-06-01 --until 2021-05-01
}

@test "--year takes the sessions of a solar year, with the numbers that they have" {
	edition
	sessions --from 2021-12-15 --count 4
	prints balint-calendar list --year 2022 -c number,date <<-'END'
		3|2022-01-12
		4|2022-01-26
	END
	silent balint-calendar list --year 2023
}

@test "--status takes those that are so" {
	ninth
	prints balint-calendar list --status held -c number <<<$'1\n2\n3'
	prints balint-calendar list --status scheduled --until 2021-04-14 -c number <<<$'4\n5'
	silent balint-calendar list --status cancelled
}

@test "--skipped has the dates of the cadence without a session too, with their reason" {
	edition
	balint-calendar closure add 2021-05-19 Patrono
	sessions --from 2021-05-05 --count 3
	prints balint-calendar list --skipped <<-'END'
		1|2021-05-05|Wed|21:00|22:30|scheduled|
		|2021-05-19|Wed|21:00|22:30|skipped|Patrono
		|2021-06-02|Wed|21:00|22:30|skipped|Festa della Repubblica
		2|2021-06-16|Wed|21:00|22:30|scheduled|
		3|2021-06-30|Wed|21:00|22:30|scheduled|
	END
}

@test "--status skipped has those alone" {
	edition
	sessions --from 2021-05-05 --count 3
	prints balint-calendar list --status skipped <<<'|2021-06-02|Wed|21:00|22:30|skipped|Festa della Repubblica'
}

@test "a cancelled session stays in the list with its reason, and is not the next" {
	ninth
	sql "UPDATE session SET status = 'cancelled', note = 'Neve' WHERE date = '2021-03-31'"
	prints balint-calendar list --status cancelled <<<'4|2021-03-31|Wed|21:00|22:30|cancelled|Neve'
	prints balint-calendar next <<<'5|2021-04-14|Wed|21:00|22:30|scheduled|'
}

@test "next is the coming session, or as many as are asked for" {
	ninth
	prints balint-calendar next <<<'4|2021-03-31|Wed|21:00|22:30|scheduled|'
	prints balint-calendar next --count 2 <<-'END'
		4|2021-03-31|Wed|21:00|22:30|scheduled|
		5|2021-04-14|Wed|21:00|22:30|scheduled|
	END
	same 7 "$(balint-calendar next --count 99 | wc -l)" 'the number of coming sessions'
}

@test "on its own day, before it begins, a session is the next; after the last one there is none" {
	ninth
	BALINT_TODAY=2021-03-31 prints balint-calendar next -c date <<<2021-03-31
	BALINT_TODAY=2021-03-31T23:00 prints balint-calendar next -c date <<<2021-04-14
	BALINT_TODAY=2021-06-24 silent balint-calendar next
}

@test "an edition without sessions lists none" {
	edition
	silent balint-calendar list
	silent balint-calendar list --skipped
	silent balint-calendar next
}

@test "why tells a session from a holiday, a break, a closure and a free day" {
	ninth
	prints balint-calendar why 2021-02-17 <<<'2021-02-17|held|session 1 of 10'
	prints balint-calendar why 2021-03-31 <<<'2021-03-31|scheduled|session 4 of 10'
	prints balint-calendar why 2021-06-02 <<<'2021-06-02|skipped|Festa della Repubblica (national holiday since 2001, L. 336/2000)'
	prints balint-calendar why 2021-07-14 <<<'2021-07-14|skipped|Sospensione estiva (break from 2021-07-01 to 2021-08-31)'
	prints balint-calendar why 2021-06-24 <<<'2021-06-24|skipped|San Giovanni, patrono di Torino (closure)'
	prints balint-calendar why 2021-03-18 <<<'2021-03-18|free|between two sessions; the next is on 2021-03-31'
}

@test "why of a free day says where the calendar stands" {
	edition
	prints balint-calendar why 2021-05-04 <<<'2021-05-04|free|neither a session, nor a holiday, break or closure'
	balint-calendar break add 2021-05-19..2021-05-19 Gita
	sessions --from 2021-05-05 --until 2021-06-30
	balint-calendar break remove 2021-05-19..2021-05-19
	prints balint-calendar why 2021-05-04 <<<'2021-05-04|free|before the calendar, which begins on 2021-05-05'
	prints balint-calendar why 2021-05-12 <<<'2021-05-12|free|between two sessions; the next is on 2021-06-16'
	prints balint-calendar why 2021-05-19 <<<'2021-05-19|free|a date of the cadence without a session; the next is on 2021-06-16'
	prints balint-calendar why 2021-07-01 <<<'2021-07-01|free|after the calendar, which ends on 2021-06-30'
	prints balint-calendar why 2021-07-14 <<<'2021-07-14|free|after the calendar, which ends on 2021-06-30; a date of its cadence'
}

@test "why of a cancelled session says the reason" {
	ninth
	sql "UPDATE session SET status = 'cancelled', note = 'Neve' WHERE date = '2021-04-14'"
	prints balint-calendar why 2021-04-14 <<<'2021-04-14|cancelled|session 5 of 10: Neve'
	sql "UPDATE session SET note = NULL WHERE date = '2021-04-14'"
	prints balint-calendar why 2021-04-14 <<<'2021-04-14|cancelled|session 5 of 10'
	prints balint-calendar why 2021-04-01 <<<'2021-04-01|free|between two sessions; the next is on 2021-04-28'
}

@test "why follows a session that was moved, from both sides" {
	ninth
	sql "UPDATE session SET date = '2021-04-15', note = 'sciopero dei treni' WHERE date = '2021-04-14'"
	prints balint-calendar why 2021-04-14 <<<'2021-04-14|moved|moved to 2021-04-15: sciopero dei treni'
	prints balint-calendar why 2021-04-15 <<<'2021-04-15|scheduled|session 5 of 10, moved from 2021-04-14: sciopero dei treni'
	run balint-calendar closure add 2021-04-14 Neve
	prints balint-calendar why 2021-04-14 -c verdict <<<moved
	# Another session on the date that the first one left.
	sql "UPDATE session SET date = '2021-04-14', note = 'scambio' WHERE date = '2021-04-28'"
	prints balint-calendar why 2021-04-14 <<<'2021-04-14|scheduled|session 5 of 10, moved from 2021-04-28: scambio; on a skipped date: Neve (closure)'
}

@test "why of a session on a skipped date says what it defies, and by whose leave" {
	ninth
	sql "UPDATE session SET date = '2021-06-02', note = 'sala libera' WHERE date = '2021-06-09'"
	prints balint-calendar why 2021-06-02 -c reason \
		<<<'session 9 of 10, moved from 2021-06-09: sala libera; on a skipped date: Festa della Repubblica (national holiday since 2001, L. 336/2000)'
	sql "UPDATE session SET planned_on = NULL, every = NULL, note = NULL, override = 'tutti d''accordo' WHERE date = '2021-06-02'"
	prints balint-calendar why 2021-06-02 -c reason \
		<<<"session 9 of 10, a make-up session; on a skipped date: Festa della Repubblica (national holiday since 2001, L. 336/2000); nevertheless: tutti d'accordo"
}

@test "why knows what move, cancel and add have done" {
	ninth
	balint-calendar move 2021-04-14 --to 2021-04-15 --reason 'sciopero dei treni' --override >/dev/null
	balint-calendar cancel 2021-04-28 --reason Neve >/dev/null
	balint-calendar add 2021-06-02 --reason 'tutti in città' --override >/dev/null
	balint-calendar move 2021-05-12 --to 2021-05-01 --reason 'sala libera' --override >/dev/null
	law='national holiday since 1949, L. 260/1949'
	prints balint-calendar why 2021-04-14 <<<'2021-04-14|moved|moved to 2021-04-15: sciopero dei treni'
	prints balint-calendar why 2021-04-15 <<<'2021-04-15|scheduled|session 5 of 11, moved from 2021-04-14: sciopero dei treni'
	prints balint-calendar why 2021-04-28 <<<'2021-04-28|cancelled|session 6 of 11: Neve'
	prints balint-calendar why 2021-05-01 -c reason \
		<<<"session 7 of 11, moved from 2021-05-12; on a skipped date: Festa del lavoro ($law); nevertheless: sala libera"
	prints balint-calendar why 2021-06-02 -c reason <<-'END'
		session 9 of 11, a make-up session; on a skipped date: Festa della Repubblica (national holiday since 2001, L. 336/2000); nevertheless: tutti in città
	END
}

@test "a long label is whole, to the last letter" {
	edition
	label=$(printf 'è%.0s' {1..1000})
	balint-calendar break add 2021-05-04..2021-05-06 "$label"
	prints balint-calendar why 2021-05-05 -c reason <<<"$label (break from 2021-05-04 to 2021-05-06)"
	prints balint-calendar plan --from 2021-05-05 --until 2021-05-05 -c note <<<"$label"
}

@test "why knows the law of each holiday, without a store too" {
	prints balint-calendar why 2028-10-04 <<<"2028-10-04|skipped|San Francesco d'Assisi (national holiday since 2026, L. 151/2025)"
	prints balint-calendar why 2021-06-24 -c verdict <<<free
	prints balint-calendar why 1986-06-02 <<<'1986-06-02|skipped|Festa della Repubblica (national holiday in 1986, L. 200/1986)'
	prints balint-calendar why 2011-03-17 <<<"2011-03-17|skipped|Anniversario dell'Unità d'Italia (national holiday in 2011, DL 5/2011)"
	prints balint-calendar why 1976-11-04 <<<'1976-11-04|skipped|Unità nazionale (national holiday until 1976, L. 54/1977)'
	prints balint-calendar why 1990-01-06 <<<'1990-01-06|skipped|Epifania (national holiday since 1986, DPR 792/1985)'
}

@test "both ends of a break are explained by it, the days around it are not" {
	edition
	balint-calendar break add 2025-12-20..2026-01-06 Natale
	prints balint-calendar why 2025-12-19 -c verdict <<<free
	prints balint-calendar why 2025-12-20 <<<'2025-12-20|skipped|Natale (break from 2025-12-20 to 2026-01-06)'
	prints balint-calendar why 2026-01-05 -c verdict <<<skipped
	prints balint-calendar why 2026-01-07 -c verdict <<<free
}

@test "what they cannot take is refused" {
	ninth
	refused 2 "DATE: '2021-02-29' is not a date: February 2021 has 28 days" balint-calendar why 2021-02-29
	refused 2 "'why' wants DATE" balint-calendar why
	refused 2 "--from: '31/02/2026' is not a date: February 2026 has 28 days" balint-calendar list --from 31/02/2026
	refused 2 "--until: 'x' is not a date; write it as 2021-02-17 or 17/02/2021" balint-calendar list --until x
	refused 2 "--year: '21x' is not a *" balint-calendar list --year 21x
	refused 2 "--status: 'x' is none of scheduled|held|cancelled|skipped" balint-calendar list --status x
	refused 2 "--count: '0' is not a whole number from 1 to 9999" balint-calendar next --count 0
}

@test "skipped dates stand by date, also where a session was moved past them" {
	edition
	sessions --from 2021-05-05 --count 4
	balint-calendar move 2021-05-19 --to 2021-06-10 --reason Ponte --override >/dev/null
	prints balint-calendar list --skipped -c number,date,status <<-'END'
		1|2021-05-05|scheduled
		|2021-06-02|skipped
		2|2021-06-10|scheduled
		3|2021-06-16|scheduled
		4|2021-06-30|scheduled
	END
}

@test "a skipped date on which a session is held all the same is not listed twice" {
	edition
	sessions --from 2021-05-05 --count 4
	balint-calendar add 2021-06-02 --override --reason 'Tutti liberi' >/dev/null
	prints balint-calendar list --skipped --from 2021-06-01 --until 2021-06-10 -c number,date,status,note <<<'3|2021-06-02|scheduled|Tutti liberi'
}
