# shellcheck shell=bats
# The ninth edition: a real programme, from its brochure, which must come out to the letter.
load helper

setup()
{
	scene
	ninth
}

@test "ten Wednesdays, 21:00 to 22:30, every fortnight" {
	balint-calendar list -f table | golden ninth-sessions.txt
}

@test "eleven participants, a conductor and a co-conductor" {
	same 11 "$(balint-group members --role participant | wc -l)" 'the number of participants'
	prints balint-group members --role conductor -c family <<<Ferraris
	prints balint-group members --role co-conductor -c family <<<Gallo
}

@test "the edition, as a person reads it" {
	balint-group edition show -f table | golden ninth-edition.txt
}

@test "doctors and psychologists pay 427.00, the others 305.00" {
	prints balint-fees tariff list <<-'END'
		medici-psicologi|350.00|22||77.00|427.00
		altre-professioni|250.00|22||55.00|305.00
	END
}

@test "fifty-five transfers, to the byte" {
	balint-fees due --all -f csv | golden ninth-due.csv
	same 55 "$(balint-fees due --all | wc -l)" 'their number'
}

@test "the same for an Italian spreadsheet" {
	balint-fees due --all -f csv-it | golden ninth-due-it.csv
}

@test "five month-ends, 85.40 or 61.00 each" {
	same '2021-02-28 2021-03-31 2021-04-30 2021-05-31 2021-06-30' "$(balint-fees due --all -c due_on | uniq | xargs)" 'the days'
	same '30 61.00 25 85.40' "$(balint-fees due --all -c amount | sort | uniq -c | xargs)" 'the amounts'
}

@test "the references of March, to the letter" {
	prints balint-fees due --month 2021-03 -c amount,reference <<-'END'
		61.00|Gruppo Balint 9 ed 2020_Bianchi_marzo
		85.40|Gruppo Balint 9 ed 2020_Conti_marzo
		85.40|Gruppo Balint 9 ed 2020_D'Angelo_marzo
		61.00|Gruppo Balint 9 ed 2020_De Luca_marzo
		61.00|Gruppo Balint 9 ed 2020_Esposito_marzo
		85.40|Gruppo Balint 9 ed 2020_Fontana_marzo
		61.00|Gruppo Balint 9 ed 2020_Greco_marzo
		61.00|Gruppo Balint 9 ed 2020_Maggio_marzo
		85.40|Gruppo Balint 9 ed 2020_Müller_marzo
		61.00|Gruppo Balint 9 ed 2020_Ricci_marzo
		85.40|Gruppo Balint 9 ed 2020_Rossi_marzo
	END
}

@test "the months of Rossi, and of Maggio in May" {
	same 'febbraio marzo aprile maggio giugno' "$(balint-fees due --all -c reference | sed -n 's/.*_Rossi_//p' | xargs)" 'the months of Rossi'
	[[ $(balint-fees due --month 2021-05 -c reference) == *'Gruppo Balint 9 ed 2020_Maggio_maggio'* ]]
	[[ $(balint-fees due --month 2021-04 -c reference) == *"Gruppo Balint 9 ed 2020_D'Angelo_aprile"* ]]
}

@test "where everybody stands on 20 March 2021" {
	balint-fees status -f table | golden ninth-status.txt
}

@test "the programs agree with each other" {
	same "$(balint-calendar list | wc -l)" "$(balint-group edition list -c sessions)" 'the number of sessions'
	same "$(balint-calendar list | wc -l)" "$(balint-calendar export | grep -c BEGIN:VEVENT)" 'the number of events'
	same "$(balint-group members --role participant -c handle)" "$(balint-fees status -c handle)" 'the participants'
	same "$(balint-group members --role participant -c handle)" "$(balint-attend report -c handle)" 'the participants'
	same "$(balint-fees due --all -c amount | total)" "$(balint-fees status -c open | total)" 'what is open'
}

@test "running the example again changes not one byte, logs nothing and says nothing" {
	before=$(balint-group log)
	unchanged silent sh "$ROOT/share/examples/ninth-edition.sh"
	same "$before" "$(balint-group log)" 'the log'
}

@test "running it again on another day changes nothing either" {
	BALINT_TODAY=2021-06-30 unchanged silent sh "$ROOT/share/examples/ninth-edition.sh"
}

@test "edited and run again, it adds what was added" {
	sed '/^participant fontana/a participant verdi Verdi Ugo oss' "$ROOT/share/examples/ninth-edition.sh" >edited.sh
	silent sh edited.sh
	same 12 "$(balint-group members --role participant | wc -l)" 'the number of participants'
	unchanged silent sh edited.sh
}

@test "edited in what is there already, it stops with a message that names the difference" {
	sed 's/^participant rossi Rossi Maria medico/participant rossi Rossi Maria oss/' "$ROOT/share/examples/ninth-edition.sh" >edited.sh
	refused 1 "'rossi' is there, its profession is 'medico' and not 'oss'; to change it: balint-group person set rossi --profession oss" sh edited.sh
}

@test "it is set up the same before the edition, during it and after it" {
	for today in 2020-11-01 2021-12-31; do
		BALINT_DB=$BATS_TEST_TMPDIR/$today.db BALINT_TODAY=$today sh "$ROOT/share/examples/ninth-edition.sh"
		same "$(balint-fees due --all)" "$(BALINT_DB=$BATS_TEST_TMPDIR/$today.db balint-fees due --all)" "the transfers, set up on $today"
		same "$(balint-group members)" "$(BALINT_DB=$BATS_TEST_TMPDIR/$today.db balint-group members)" "the members, set up on $today"
	done
}

@test "the store stays one file" {
	same 'balint.db home' "$(printf '%s ' * | sed 's/ $//')" 'the directory'
}
