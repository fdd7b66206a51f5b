# shellcheck shell=bats
# balint-group enrol, withdraw: who is a member of an edition, as what, from when and until when.
load helper

setup()
{
	scene
	prepared four_people
}

four_people()
{
	edition --max 3
	person rossi Rossi Maria --profession medico
	person bianchi Bianchi Luca --profession oss
	person verdi Verdi Ugo --profession oss
	person neri Neri Ada --profession oss
}

joined() { balint-group members -c handle,role,status,joined,left; }

@test "enrol makes active participants, and prints their handles" {
	prints balint-group enrol rossi bianchi <<-'END'
		rossi
		bianchi
	END
	prints balint-group members -c handle,role,status <<-'END'
		bianchi|participant|active
		rossi|participant|active
	END
}

@test "the handles can come from standard input, from the first field of each line" {
	succeeds sh -c 'printf "rossi\tRossi\tMaria\nbianchi\n" | balint-group enrol -'
	same $'rossi\nbianchi' "$output"
}

@test "all of a list can be enrolled by a pipe" {
	succeeds sh -c 'balint-group person list | grep -w oss | balint-group enrol -'
	same $'bianchi\nneri\nverdi' "$output"
}

@test "an error in a list names its line, and nobody is enrolled" {
	printf 'rossi\nbianch\n' >handles
	refused 1 "-:2: handle: unknown 'bianch'; did you mean 'bianchi'?" balint-group enrol - <handles
	silent balint-group members
}

@test "conductors and co-conductors are enrolled by their role" {
	succeeds balint-group enrol rossi --role conductor
	succeeds balint-group enrol bianchi --role co-conductor
	prints balint-group members -c handle,role <<-'END'
		bianchi|co-conductor
		rossi|conductor
	END
}

@test "an applicant and somebody who waits have not joined" {
	succeeds balint-group enrol rossi --status applicant
	succeeds balint-group enrol bianchi --status waiting
	sessions --from 2021-02-17 --count 3
	prints joined <<-'END'
		bianchi|participant|waiting||
		rossi|participant|applicant||
	END
}

@test "before the edition has begun, somebody joins from its first session" {
	sessions --from 2021-04-07 --count 3
	succeeds balint-group enrol rossi
	prints joined <<<'rossi|participant|active|2021-04-07|'
}

@test "that holds for whoever was enrolled before there were sessions" {
	succeeds balint-group enrol rossi
	prints joined <<<'rossi|participant|active||'
	sessions --from 2021-02-17 --count 3
	prints joined <<<'rossi|participant|active|2021-02-17|'
}

@test "once it has begun, somebody joins today" {
	sessions --from 2021-02-17 --count 5
	succeeds balint-group enrol rossi
	prints joined <<<'rossi|participant|active|2021-03-20|'
}

@test "--on says another day, which may lie ahead" {
	sessions --from 2021-02-17 --count 3
	succeeds balint-group enrol rossi --on 2021-02-20
	succeeds balint-group enrol bianchi --on 01/05/2021
	prints joined <<-'END'
		bianchi|participant|active|2021-05-01|
		rossi|participant|active|2021-02-20|
	END
}

@test "enrolling again changes nothing" {
	balint-group enrol rossi >/dev/null
	balint-group enrol bianchi --role conductor --on 2021-03-01 >/dev/null
	unchanged prints balint-group enrol rossi <<<rossi
	unchanged prints balint-group enrol bianchi --role conductor --on 2021-03-01 <<<bianchi
}

@test "enrolling again on another day, when the edition has begun, changes nothing" {
	sessions --from 2021-02-17 --count 5
	balint-group enrol rossi >/dev/null
	BALINT_TODAY=2021-03-25 unchanged prints balint-group enrol rossi <<<rossi
}

@test "enrolling from the very day that somebody is enrolled from changes nothing" {
	sessions --from 2021-04-07 --count 3
	balint-group enrol rossi >/dev/null
	unchanged prints balint-group enrol rossi --on 2021-04-07 <<<rossi
}

@test "enrolling again as something else is refused" {
	balint-group enrol rossi >/dev/null
	refused 1 "'rossi' is enrolled as participant, not as conductor" balint-group enrol rossi --role conductor
}

@test "an edition is full with its most participants" {
	balint-group enrol rossi bianchi verdi >/dev/null
	refused 1 'edition 1 is full: it has 3 participants of at most 3; use --status waiting' balint-group enrol neri
}

@test "a list that does not fit is not enrolled in part" {
	balint-group enrol rossi >/dev/null
	refused 1 'edition 1 is full: *' balint-group enrol bianchi verdi neri
	prints balint-group members -c handle <<<rossi
}

@test "who is there already does not count twice" {
	balint-group enrol rossi bianchi >/dev/null
	prints balint-group enrol rossi bianchi verdi <<-'END'
		rossi
		bianchi
		verdi
	END
}

@test "conductors and the waiting list take no place" {
	balint-group enrol rossi bianchi >/dev/null
	succeeds balint-group enrol verdi --role conductor
	succeeds balint-group enrol neri --status waiting
	person viola Viola Eva
	succeeds balint-group enrol viola
}

@test "a place that somebody leaves is free" {
	balint-group enrol rossi bianchi verdi >/dev/null
	balint-group withdraw rossi --on 2021-03-20
	succeeds balint-group enrol neri
}

@test "somebody may be in several editions" {
	balint-group edition add 2 --number 2 --year 2021 >/dev/null
	balint-group enrol rossi -e 1 >/dev/null
	succeeds balint-group enrol rossi -e 2 --role conductor
	prints balint-group members -e 2 -c handle,role <<<'rossi|conductor'
}

@test "an institution cannot be enrolled" {
	balint-group person add asl --family 'ASL TO3' --institution >/dev/null
	refused 1 "'asl' is an institution*" balint-group enrol asl
}

@test "once it is over, whoever is entered belongs to it from its first session" {
	sessions --from 2021-02-17 --count 3
	succeeds balint-group enrol rossi
	prints joined <<<'rossi|participant|active|2021-02-17|'
}

@test "what enrol cannot take is refused" {
	refused 2 "'enrol' wants HANDLE..." balint-group enrol
	refused 1 "handle: unknown 'rosi'; did you mean 'rossi'?" balint-group enrol bianchi rosi
	refused 1 "edition: unknown '7'*" balint-group enrol rossi -e 7
	refused 2 "--role: 'x' is none of participant|conductor|co-conductor" balint-group enrol rossi --role x
	refused 2 "--status: 'x' is none of applicant|waiting|active" balint-group enrol rossi --status x
	refused 2 "--on: '2021-02-29' is not a date: February 2021 has 28 days" balint-group enrol rossi --on 2021-02-29
}

@test "withdraw ends a membership: the day is its last" {
	sessions --from 2021-02-17 --count 3
	balint-group enrol rossi --on 2021-02-17 >/dev/null
	silent balint-group withdraw rossi --on 2021-03-17 --reason trasloco
	prints joined <<<'rossi|participant|withdrawn|2021-02-17|2021-03-17'
}

@test "a session of the last day still counts, the next does not" {
	sessions --from 2021-02-17 --count 3
	balint-group enrol rossi --on 2021-02-17 >/dev/null
	balint-group withdraw rossi --on 2021-03-03
	succeeds balint-attend mark 2021-03-03 rossi=present
	refused 1 "'rossi' is not enrolled on 2021-03-17" balint-attend mark 2021-03-17 rossi=present
}

@test "withdrawing again changes nothing, on another day it is refused" {
	balint-group enrol rossi >/dev/null
	balint-group withdraw rossi --on 2021-04-01
	unchanged silent balint-group withdraw rossi --on 01/04/2021
	refused 1 "'rossi' has left on 2021-04-01*" balint-group withdraw rossi --on 2021-04-02
	refused 1 "'rossi' was a member until 2021-04-01*" balint-group enrol rossi
}

@test "who was never a member cannot leave, nor before they came" {
	refused 1 "'rossi' is not a member of edition 1" balint-group withdraw rossi --on 2021-04-01
	balint-group enrol rossi --on 2021-03-01 >/dev/null
	refused 1 "'rossi' is enrolled only from 2021-03-01" balint-group withdraw rossi --on 2021-02-28
}

@test "who leaves the waiting list has never joined" {
	sessions --from 2021-02-17 --count 3
	balint-group enrol rossi --status waiting >/dev/null
	balint-group withdraw rossi --on 2021-04-01
	prints joined <<<'rossi|participant|withdrawn||2021-04-01'
	silent balint-attend report
	refused 1 "'rossi' is not enrolled on 2021-03-17" balint-attend mark 2021-03-17 rossi=present
}

@test "what withdraw cannot take is refused" {
	balint-group enrol rossi >/dev/null
	refused 2 '--on DATE is needed' balint-group withdraw rossi
	refused 2 "--on: '31/02/2026' is not a date: February 2026 has 28 days" balint-group withdraw rossi --on 31/02/2026
	refused 2 "'withdraw' wants HANDLE" balint-group withdraw --on 2021-04-01
	refused 2 "'bianchi' is one operand too many" balint-group withdraw rossi bianchi --on 2021-04-01
	refused 1 "handle: unknown 'rosi'; did you mean 'rossi'?" balint-group withdraw rosi --on 2021-04-01
}

@test "what a refusal says to type means the edition that was named, not the usual one" {
	balint-group enrol rossi >/dev/null
	balint-group edition add 2 --number 2 --year 2021 --min 1 >/dev/null
	export BALINT_EDITION=1
	balint-group enrol rossi -e 2 >/dev/null
	capture balint-group enrol rossi --status waiting -e 2
	succeeds sh -c "$(sed 's/.*to end that: \(.*\) --on DATE\(.*\); to take.*/\1 --on 2021-03-20\2/' <<<"$stderr")"
	prints balint-group members -e 1 -c handle,status <<<'rossi|active'
	prints balint-group members -e 2 -c handle,status <<<'rossi|withdrawn'
}

@test "nobody leaves before the first session who was there from it on, unless that is still to come" {
	balint-group enrol rossi bianchi >/dev/null
	sessions --from 2021-02-17 --count 10
	refused 1 "'rossi' belongs to edition 1 only from its first session, on 2021-02-17" balint-group withdraw rossi --on 2012-05-12
	refused 1 "'rossi' belongs to edition 1 only from its first session, on 2021-02-17" balint-group withdraw rossi --on 2021-02-16
	printf 'family,given,left\nRossi,Maria,2012-05-12\n' >file.csv
	refused 1 "file.csv:2: left: 'rossi' belongs to edition 1 only from its first session, on 2021-02-17" balint-group import file.csv --update
	BALINT_TODAY=2021-02-10 silent balint-group withdraw rossi --on 2021-02-11
	silent balint-group withdraw bianchi --on 2021-02-17
}
