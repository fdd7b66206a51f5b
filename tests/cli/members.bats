# shellcheck shell=bats
# balint-group members: who is in an edition.
load helper

@test "members lists them by family and given name, with all columns of the contract" {
	ninth
	balint-group members -f csv | golden ninth-members.csv
}

@test "--role and --status choose among them" {
	ninth
	balint-group withdraw rossi --on 2021-04-20
	prints balint-group members --role conductor -c handle <<<ferraris
	prints balint-group members --role co-conductor -c handle <<<gallo
	prints balint-group members --status withdrawn -c handle,left <<<'rossi|2021-04-20'
	silent balint-group members --status waiting
	prints balint-group members --role participant --status active -c handle <<-'END'
		bianchi
		conti
		dangelo
		deluca
		esposito
		fontana
		greco
		maggio
		muller
		ricci
	END
}

@test "the only open edition is meant, or the one that is named" {
	edition
	participant rossi Rossi Maria
	prints balint-group members -c handle <<<rossi
	balint-group edition add 2 --number 2 --year 2021 >/dev/null
	prints balint-group members -e 1 -c handle <<<rossi
	prints balint-group -e 1 members -c handle <<<rossi
	silent balint-group members -e 2
}

@test "a role or status that there is not is refused" {
	edition
	refused 2 "--role: 'x' is none of participant|conductor|co-conductor" balint-group members --role x
	refused 2 "--status: 'x' is none of applicant|waiting|active|withdrawn|completed" balint-group members --status x
}
