# shellcheck shell=bats disable=SC2154
# balint-attend verify, revoke and certificates: what became of certificates that were issued (RULES 5.7).
load helper
load certificates

# holds CODE; does_not CODE STATUS NOTE: what verify says, by its exit status too.
holds()
{
	prints balint-attend verify "$1" -c status,note <<<'valid|'
}

does_not()
{
	capture balint-attend verify "$1" -c status,note
	same 3 "$status" 'the exit status'
	same "$2$TAB$3" "$output" 'the status and the note'
	same '' "$stderr" 'standard error'
}

@test "verify prints what a certificate says" {
	concluded
	balint-attend certify conti --rule ecm >/dev/null
	code=$(code conti)
	prints balint-attend verify "$code" -f table <<-END
		number             1/2021
		code               $code
		status             valid
		handle             conti
		name               Teresa Conti
		edition            9
		role               participant
		first              2021-02-17
		last               2021-06-23
		sessions           10
		attended           10
		scheduled_minutes  900
		attended_minutes   893
		percent            99.2
		rule               ecm
		issued             2021-06-24
		note
		as_of
		born_on            1980-01-01
		born_in            Torino
		tax_code           RSSMRA80A41L219Q
		association        Associazione IL NODO group
		conductors         Elena Ferraris, Pietro Gallo
		dates              2021-02-17, 2021-03-03, 2021-03-17, 2021-03-31, 2021-04-14, 2021-04-28, 2021-05-12, 2021-05-26, 2021-06-09, 2021-06-23
	END
	prints balint-attend verify "$(certified gallo --as-of 2021-03-31)" -c number,handle,role,last,percent,rule,as_of,conductors \
		<<<'2/2021|gallo|co-conductor|2021-03-31|100.0|none|2021-03-31|Elena Ferraris'
}

@test "a code may be typed in small letters, without hyphens, with blanks" {
	concluded
	code=$(certified conti)
	holds "${code,,}"
	holds "${code//-/}"
	holds "${code//-/ }"
	holds " ${code,,} "
}

@test "a code that is none, or nobody's, is refused, and no other is offered" {
	concluded
	code=$(certified conti)
	for wrong in '' x 1/2021 "${code}A" "${code%?}" "${code%?}0" "${code%?}ì"; do
		refused 1 "'$wrong' is not the code of a certificate: twelve letters and digits, such as 7KQM-2XPA-HR94, with no 0, O, 1 and I" balint-attend verify "$wrong"
		refused 1 "'$wrong' is not the code of a certificate: *" balint-attend revoke "$wrong"
	done
	last=${code: -1}
	near=${code%?}$(tr 2-9A-HJ-NP-Z 3-9A-HJ-NP-Z2 <<<"$last")
	refused 1 "there is no certificate with the code $near" balint-attend verify "$near"
	refused 1 "there is no certificate with the code $near" balint-attend revoke "$near"
}

@test "the whole life: issued, the same again, stale, valid again, reissued, superseded, revoked" {
	concluded
	first=$(certified conti)
	holds "$first"
	unchanged succeeds balint-attend certify conti
	balint-attend mark 2021-04-14 conti=absent
	does_not "$first" stale 'the register says now: sessions attended 9 (not 10), minutes attended 803 (not 893), not there on 2021-04-14'
	refused 1 "'conti' does not fulfil the rule threshold: 89.2 % of the minutes (803 of 900), 90 % wanted; *" balint-attend certify conti
	balint-attend mark 2021-04-14 conti=present
	holds "$first"
	balint-attend mark 2021-04-14 conti=21:05
	does_not "$first" stale 'the register says now: minutes attended 888 (not 893)'
	balint-attend certify conti -q >/dev/null
	second=$(code conti)
	does_not "$first" superseded "superseded by 2/2021, code $second"
	holds "$second"
	# The old one says so even if its facts are so again.
	balint-attend mark 2021-04-14 conti=present
	does_not "$first" superseded "superseded by 2/2021, code $second"
	does_not "$second" stale 'the register says now: minutes attended 893 (not 888)'
	balint-attend mark 2021-04-14 conti=21:05
	silent balint-attend revoke "$second" --reason 'emesso per errore'
	does_not "$second" revoked 'revoked on 2021-06-24: emesso per errore'
	balint-attend certify conti >/dev/null
	third=$(code conti)
	does_not "$second" revoked "revoked on 2021-06-24: emesso per errore; superseded by 3/2021, code $third"
	holds "$third"
	# Where one that is not the next holds, both are named.
	does_not "$first" superseded "superseded by 2/2021, code $second; what holds now is 3/2021, code $third"
	prints balint-attend certificates -c number,status <<-'END'
		1/2021|superseded
		2/2021|revoked
		3/2021|valid
	END
	balint-attend revoke "$third"
	does_not "$first" superseded "superseded by 2/2021, code $second"
	balint-attend certify conti >/dev/null
	fourth=$(code conti)
	does_not "$second" revoked "revoked on 2021-06-24: emesso per errore; superseded by 3/2021, code $third; what holds now is 4/2021, code $fourth"
	balint-attend mark 2021-04-14 conti=21:06
	does_not "$first" superseded "superseded by 2/2021, code $second"
}

@test "a hole in the register makes it stale" {
	concluded
	code=$(certified conti)
	sql "DELETE FROM spell; DELETE FROM mark WHERE person = (SELECT id FROM person WHERE handle = 'conti')
		AND session IN (SELECT id FROM session WHERE date = '2021-06-23')"
	capture balint-attend verify "$code" -c status,note
	[[ $status -eq 3 && $output == *'sessions attended 9 (not 10), sessions without a mark 1 (not 0)'* && $output == *'not there on 2021-06-23'* ]]
}

@test "a certificate that does not say what there is to say is stale" {
	concluded
	code=$(certified conti)
	sql "UPDATE certificate SET content = json_remove(content, '$.facts.attended_minutes')"
	does_not "$code" stale 'the register says now: minutes attended 893 (not none)'
	sql "UPDATE certificate SET content = '{}'"
	capture balint-attend verify "$code" -c status,note
	[[ $status -eq 3 && $output == "stale${TAB}the register says now: given name Teresa (not none), "* ]]
	prints balint-attend certificates -c number,status <<<'1/2021|stale'
}

@test "a session that was cancelled or added afterwards makes it stale" {
	concluded
	code=$(certified conti)
	sql "UPDATE session SET status = 'cancelled' WHERE date = '2021-02-17'"
	capture balint-attend verify "$code" -c status,note
	[[ $status -eq 3 && $output == *'first session 2021-03-03 (not 2021-02-17)'*'sessions 9 (not 10)'*'minutes scheduled 810 (not 900)'* ]]
	sql "UPDATE session SET status = 'scheduled' WHERE date = '2021-02-17'"
	holds "$code"
	balint-calendar add 2021-06-25 >/dev/null
	holds "$code"
	BALINT_TODAY=2021-06-26 capture balint-attend verify "$code" -c status,note
	[[ $status -eq 3 && $output == *'sessions without a mark 1 (not 0)'* ]]
}

@test "another name, birth or tax code makes it stale, and so do other conductors and another edition" {
	concluded
	code=$(certified conti)
	stale()
	{
		capture balint-attend verify "$code" -c status,note
		same "stale${TAB}the register says now: $1" "$output" 'the status and the note'
	}
	balint-group person set conti --family "Conti D'Arco" --given Tea
	stale "given name Tea (not Teresa), family name Conti D'Arco (not Conti)"
	balint-group person set conti --family Conti --given Teresa --born-in Ivrea --born-on ''
	stale 'born on none (not 1980-01-01), born in Ivrea (not Torino)'
	balint-group person set conti --born-in Torino --born-on 1980-01-01 --tax-code 12345678903
	stale 'tax code 12345678903 (not RSSMRA80A41L219Q)'
	balint-group person set conti --tax-code RSSMRA80A41L219Q
	holds "$code"
	balint-group person set gallo --given Piero
	stale 'conductors Elena Ferraris, Piero Gallo (not Elena Ferraris, Pietro Gallo)'
	balint-group person set gallo --given Pietro
	balint-group edition set 9 --title Corso
	stale 'title Corso (not Gruppo Balint)'
	balint-group edition set 9 --title 'Gruppo Balint'
	holds "$code"
}

@test "another role of a conductor makes it stale" {
	concluded
	code=$(certified conti)
	sql "UPDATE enrolment SET role = iif(role = 'conductor', 'co-conductor', 'conductor') WHERE role <> 'participant'"
	capture balint-attend verify "$code" -c status,note
	same "stale${TAB}the register says now: conductors Pietro Gallo, Elena Ferraris (not Elena Ferraris, Pietro Gallo)" "$output" 'the status and the note'
}

@test "what is not about the attendance does not make it stale" {
	concluded
	code=$(certified conti)
	balint-group person set conti --email other@example.org --phone 1 --language en
	balint-group set association=Altra language=en threshold=95 rule=ecm grace=0 >/dev/null
	balint-attend mark 2021-03-03 greco=absent
	holds "$code"
}

@test "a place that the rule counts makes it stale, one that it does not leaves it" {
	concluded
	own_rule aula <<-'END'
		label-it    In aula
		unit        45
		room-units  10
	END
	with=$(certified greco --rule aula) without=$(certified maggio)
	balint-attend mark 2021-03-17 greco=online maggio=online
	does_not "$with" stale 'the register says now: other figures of the rule'
	holds "$without"
}

@test "the rule is that of the day of issue, though its file says something else now, or is gone" {
	concluded
	own_rule corso <<<$'label-it Corso\nminutes 90 %'
	code=$(certified conti --rule corso)
	own_rule corso <<<$'label-it Corso\nminutes 100 %'
	holds "$code"
	balint-group set directory=
	rm -r own
	holds "$code"
}

@test "one that is as of a day does not care what comes after it" {
	concluded
	code=$(certified conti --as-of 2021-03-31)
	balint-attend mark 2021-06-23 conti=absent
	holds "$code"
	balint-attend mark 2021-03-31 conti=absent
	does_not "$code" stale 'the register says now: sessions attended 3 (not 4), minutes attended 263 (not 353), not there on 2021-03-31'
}

@test "dates that were swapped are named, though the figures stay" {
	group
	balint-attend mark 2021-03-03 rossi=absent
	code=$(certified rossi)
	balint-attend mark 2021-03-03 rossi=present
	balint-attend mark 2021-03-17 rossi=absent
	does_not "$code" stale 'the register says now: there on 2021-03-03, not there on 2021-03-17'
}

@test "an edition that is closed changes nothing" {
	concluded
	code=$(certified conti)
	sql "UPDATE edition SET status = 'closed'"
	holds "$code"
	same 1 "$(balint-attend certificates | wc -l)" 'the certificates'
}

@test "verify writes nothing" {
	concluded
	code=$(certified conti)
	unchanged holds "$code"
	balint-attend mark 2021-04-14 conti=absent
	unchanged capture balint-attend verify "$code"
}

@test "a dry run of revoke writes nothing" {
	concluded
	code=$(certified conti)
	unchanged silent balint-attend revoke "$code" --reason errore --dry-run
	holds "$code"
}

@test "revoking again for the same reason, or without one, changes nothing" {
	concluded
	code=$(certified conti)
	silent balint-attend revoke "${code,,}" --reason 'persona sbagliata'
	unchanged silent balint-attend revoke "$code" --reason 'persona sbagliata'
	unchanged silent balint-attend revoke "$code"
	refused 1 'it was revoked on 2021-06-24 already, for another reason: persona sbagliata' balint-attend revoke "$code" --reason altro
	does_not "$code" revoked 'revoked on 2021-06-24: persona sbagliata'
}

@test "a certificate can be revoked without a reason, which can be given later, once" {
	concluded
	code=$(certified conti)
	silent balint-attend revoke "$code"
	does_not "$code" revoked 'revoked on 2021-06-24'
	unchanged silent balint-attend revoke "$code"
	BALINT_TODAY=2021-06-30 silent balint-attend revoke "$code" --reason errore
	does_not "$code" revoked 'revoked on 2021-06-24: errore'
	refused 1 'it was revoked on 2021-06-24 already, for another reason: errore' balint-attend revoke "$code" --reason altro
}

@test "a superseded one can be revoked too; its successor stays" {
	concluded
	first=$(certified conti)
	balint-attend mark 2021-04-14 conti=21:05
	second=$(certified conti -q)
	silent balint-attend revoke "$first" --reason errore
	does_not "$first" revoked "revoked on 2021-06-24: errore; superseded by 2/2021, code $second"
	holds "$second"
}

@test "a revoked one is not made valid by the register" {
	concluded
	code=$(certified conti)
	balint-attend revoke "$code"
	balint-attend mark 2021-04-14 conti=absent
	does_not "$code" revoked 'revoked on 2021-06-24'
}

@test "the list has those of all editions, by number, with what became of them" {
	concluded
	for name in conti greco maggio; do certified $name >/dev/null; done
	balint-attend mark 2021-04-14 conti=absent
	balint-attend revoke "$(code greco)"
	balint-group edition add 10 --number 10 --year 2021 --min 1 >/dev/null
	sessions --from 2021-06-23 --count 1 -e 10
	balint-group enrol conti -e 10 --on 2021-06-23 >/dev/null
	BALINT_TODAY=2021-12-30 balint-attend mark 2021-06-23 conti=present -e 10
	BALINT_TODAY=2022-01-02 balint-attend certify conti -e 10 >/dev/null
	prints balint-attend certificates -H -c number,handle,edition,issued,status <<-'END'
		number|handle|edition|issued|status
		1/2021|conti|9|2021-06-24|stale
		2/2021|greco|9|2021-06-24|revoked
		3/2021|maggio|9|2021-06-24|valid
		1/2022|conti|10|2022-01-02|valid
	END
	prints balint-attend certificates --person conti -c number <<<$'1/2021\n1/2022'
	prints balint-attend certificates -e 10 -c number <<<1/2022
	silent balint-attend certificates -e 10 --person greco
	refused 1 "handle: unknown 'grecco'; did you mean 'greco'?" balint-attend certificates --person grecco
	same "number${TAB}code${TAB}handle${TAB}edition${TAB}issued${TAB}status" "$(balint-attend certificates -H | head -n 1)" 'the columns'
}

@test "ten certificates come after nine" {
	concluded
	balint-attend certify --all --rule none >/dev/null
	same "$(seq 11)" "$(balint-attend certificates -c number | sed 's|/.*||')" 'the numbers'
}

@test "a table fits into 80 columns" {
	concluded
	balint-attend certify --all -q >/dev/null || true
	script -qec 'stty cols 80; balint-attend certificates' /dev/null | tr -d '\r' >shown
	[ "$(wc -L <shown)" -le 80 ]
	same 'number  code            handle    edition  issued      status' "$(head -n 1 shown)"
}

@test "issuing and revoking stand in the log" {
	concluded
	code=$(certified conti)
	balint-attend revoke "$code" --reason errore
	same "balint-attend certify conti
balint-attend revoke $code --reason errore" "$(balint-group log -c command | head -n 2 | tac)" 'the log'
}
