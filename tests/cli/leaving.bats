# shellcheck shell=bats
# RULES 6.4: what a leaver pays, the whole or until leaving.
load helper

# group [OPTION...]: ten sessions from 17 February to 23 June 2021, every two weeks, at 350 net; the options are the edition's.
group()
{
	edition "$@"
	sessions --from 2021-02-17 --count 10
	balint-fees tariff set medici-psicologi 350
}

# of HANDLE: what is charged, adjusted, paid, open, and credit.
of() { balint-fees status -c handle,charged,adjusted,paid,open,credit | sed -n "s/^$1\t//p"; }

@test "the brochure sells the whole edition: a leaver pays the whole" {
	ninth
	silent balint-group withdraw rossi --on 2021-03-31
	prints of rossi <<<'427.00|0.00|0.00|427.00|0.00'
	same 0 "$(sql 'SELECT count(*) FROM entry')" 'the entries'
}

@test "where the edition says so, a leaver pays until leaving: 4 of 10 sessions are 170.80" {
	ninth
	balint-group edition set 9 --leaving proportion
	warns "256.20 of the price for 'rossi' is written off: 4 of 10 sessions" balint-group withdraw rossi --on 2021-03-31
	same '' "$output" 'the output'
	prints of rossi <<<'427.00|-256.20|0.00|170.80|0.00'
	prints sh -c "balint-fees due --all -c handle,month,amount | grep rossi" <<-'END'
		rossi|2021-02|85.40
		rossi|2021-03|85.40
	END
	same $'-8540|2021-03-31|left on 2021-03-31: 4 of 10 sessions\n-8540|2021-03-31|left on 2021-03-31: 4 of 10 sessions\n-8540|2021-03-31|left on 2021-03-31: 4 of 10 sessions' \
		"$(sql 'SELECT amount, date, text FROM entry ORDER BY id')" 'the entries'
}

@test "the last day still counts" {
	ninth
	balint-group edition set 9 --leaving proportion
	warns "298.90 of the price for 'rossi' is written off: 3 of 10 sessions" balint-group withdraw rossi --on 2021-03-30
	prints of rossi <<<'427.00|-298.90|0.00|128.10|0.00'
}

@test "what was paid beyond that is credit" {
	ninth
	balint-group edition set 9 --leaving proportion
	balint-fees pay rossi 427 --on 2021-03-01 >/dev/null
	capture balint-group withdraw rossi --on 2021-03-31
	same "balint-group: 256.20 of the price for 'rossi' is written off: 4 of 10 sessions
balint-group: 'rossi' has a credit of 256.20; to give it back: balint-fees refund rossi 256.20 --on DATE" "$stderr" 'the warnings'
	prints of rossi <<<'427.00|-256.20|170.80|0.00|256.20'
	prints balint-fees refund rossi 256.20 --on 2021-04-01 <<<5
	silent balint-group check --strict
}

@test "repeated, it changes nothing" {
	ninth
	balint-group edition set 9 --leaving proportion
	run balint-group withdraw rossi --on 2021-03-31
	unchanged silent balint-group withdraw rossi --on 2021-03-31
	for id in 1 2 3; do balint-fees reverse $id --reason 'paga tutto' >/dev/null; done
	unchanged silent balint-group withdraw rossi --on 2021-03-31
	prints of rossi <<<'427.00|0.00|0.00|427.00|0.00'
}

@test "a dry run says what it would write off" {
	ninth
	balint-group edition set 9 --leaving proportion
	unchanged warns "256.20 of the price for 'rossi' is written off: 4 of 10 sessions" balint-group withdraw rossi --on 2021-03-31 -n
}

@test "before the first session nothing is owed, after the last one all" {
	ninth
	balint-group edition set 9 --leaving proportion
	BALINT_TODAY=2021-02-16 warns "427.00 of the price for 'rossi' is written off: 0 of 10 sessions" balint-group withdraw rossi --on 2021-02-16
	silent balint-group withdraw conti --on 2021-06-23
	prints of conti <<<'427.00|0.00|0.00|427.00|0.00'
}

@test "half a cent is rounded up" {
	edition --leaving proportion
	sessions --from 2021-02-17 --count 8
	balint-fees tariff set medici-psicologi 0.10 --nature N4
	participant rossi Rossi Maria --profession medico
	sql "UPDATE enrolment SET joined_on = NULL"
	balint-fees plan --instalments 1 >/dev/null
	warns "0.06 of the price for 'rossi' is written off: 3 of 8 sessions" balint-group withdraw rossi --on 2021-03-17
	prints of rossi <<<'0.10|-0.06|0.00|0.04|0.00'
}

@test "a late joiner in proportion has bought the sessions from then on: 7, and pays 3 of them" {
	group --joining proportion --leaving proportion
	participant rossi Rossi Maria
	balint-fees plan >/dev/null
	prints of rossi <<<'298.90|0.00|0.00|298.90|0.00'
	warns "170.80 of the price for 'rossi' is written off: 3 of 7 sessions" balint-group withdraw rossi --on 2021-04-30
	prints of rossi <<<'298.90|-170.80|0.00|128.10|0.00'
}

@test "a late joiner who pays the whole, and stays to the end, has nothing written off" {
	group --leaving proportion
	participant rossi Rossi Maria
	balint-fees plan >/dev/null
	silent balint-group withdraw rossi --on 2021-06-23
	prints of rossi <<<'427.00|0.00|0.00|427.00|0.00'
}

@test "a discount is a part of the price, and is shared too" {
	ninth
	balint-group edition set 9 --leaving proportion
	balint-fees adjust rossi --less 27 --reason sconto >/dev/null
	warns "240.00 of the price for 'rossi' is written off: 4 of 10 sessions" balint-group withdraw rossi --on 2021-03-31
	prints of rossi <<<'427.00|-267.00|0.00|160.00|0.00'
}

@test "what a payer has paid beyond that goes to the others it pays for" {
	ninth
	balint-group edition set 9 --leaving proportion
	balint-group person add asl --family 'ASL Torino' --institution >/dev/null
	balint-group person set rossi --payer asl
	balint-group person set conti --payer asl
	balint-fees pay asl 700 --on 2021-03-01 >/dev/null
	capture balint-group withdraw rossi --on 2021-03-31
	same '427.00:0.00' "$(balint-fees status -c handle,paid,open | sed -n 's/^conti\t//p' | tr '\t' :)" 'what was paid for Conti'
	[[ $stderr == *"'asl' has a credit of 102.20; to give it back: balint-fees refund asl 102.20 --on DATE" ]]
}

@test "conductors, and participants who were never planned, have nothing to write off" {
	ninth
	balint-group edition set 9 --leaving proportion
	silent balint-group withdraw gallo --on 2021-03-31
	participant neri Neri Ada
	silent balint-group withdraw neri --on 2021-03-31
	same 0 "$(sql 'SELECT count(*) FROM entry')" 'the entries'
}

@test "edition show says what a leaver pays" {
	edition
	prints balint-group edition show -c joining,leaving <<<'whole|whole'
	silent balint-group edition set 1 --leaving proportion
	prints balint-group edition show -c joining,leaving <<<'whole|proportion'
	silent balint-group edition set 1 --title Corso
	prints balint-group edition show -c leaving <<<proportion
	refused 2 "--leaving: 'half' is none of whole|proportion" balint-group edition set 1 --leaving half
}
