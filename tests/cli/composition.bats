# shellcheck shell=bats
# An edition of a single profession, or of mixed ones, against the professions of its participants.
load helper

setup()
{
	scene
	prepared people
}

# Two conductors, so that check has nothing else to say, and participants to choose from.
people()
{
	edition "$@"
	sessions --from 2021-03-31 --count 10
	person ferraris Ferraris Elena --profession psicoterapeuta
	person gallo Gallo Pietro --profession medico
	balint-group enrol ferraris --role conductor >/dev/null
	balint-group enrol gallo --role co-conductor >/dev/null
	for name in rossi conti fontana; do person $name "${name^}" Anna --profession medico; done
	person bianchi Bianchi Luca --profession oss
	person verdi Verdi Ugo --profession terp
	person nessuno Nessuno Ada
}

enrol() { balint-group enrol "$@" >/dev/null; }
single() { balint-group edition set 1 --composition single; }
found() { balint-group check -c finding,cure; }

@test "a single profession is in order, whatever that of the conductors" {
	single
	silent enrol rossi conti fontana nessuno
	same '' "$(found)" 'what check finds'
}

@test "participants of another profession are a warning, with the command that mends it" {
	single
	enrol rossi conti verdi bianchi -q
	same "of a single profession, and not all participants are 'medico': bianchi (oss), verdi (terp)${TAB}balint-group edition set 1 --composition mixed" \
		"$(found)" 'what check finds'
	silent sh -c "$(balint-group check -c cure)"
	same '' "$(found)" 'what check finds then'
}

@test "of as many of the one as of the other, the first by name is taken for the usual one" {
	single
	enrol verdi bianchi -q
	same "of a single profession, and not all participants are 'oss': verdi (terp)" "$(balint-group check -c finding)"
}

@test "enrolling somebody of another profession is done, and warned of at once" {
	single
	enrol rossi
	warning="'bianchi' is of the profession 'oss', and edition 1 is one of a single profession, 'medico'; if it is to be mixed: balint-group edition set 1 --composition mixed"
	warns "$warning" balint-group enrol bianchi --status waiting
	prints balint-group members --status waiting -c handle <<<bianchi
	warns "$warning" balint-group admit
	same 'bianchi rossi' "$(balint-group members --role participant --status active -c handle | xargs)" 'the participants'
	succeeds balint-group enrol verdi -q
}

@test "the same profession, no profession, a conductor, or nobody to compare with: no warning" {
	single
	silent enrol bianchi
	silent enrol nessuno
	balint-group withdraw bianchi --on 2021-04-01
	silent enrol rossi
	silent enrol conti fontana
	person medici Medici Ada --profession psicologo
	silent enrol medici --role co-conductor
}

@test "a mixed edition of three of one profession or more is a warning too" {
	enrol rossi conti
	same '' "$(found)" 'what check finds of two'
	enrol fontana
	same "of mixed professions, and all 3 participants are 'medico'${TAB}balint-group edition set 1 --composition single" "$(found)" 'what check finds'
	enrol nessuno
	same '' "$(found)" 'what check finds while one is not known'
	balint-group withdraw nessuno --on 2021-04-01
	silent sh -c "$(balint-group check -c cure)"
	same '' "$(found)" 'what check finds then'
}

@test "a mixed edition warns of nobody" {
	silent enrol rossi bianchi verdi
	same '' "$(found)" 'what check finds'
}

@test "only active participants count" {
	single
	enrol rossi conti
	enrol bianchi -q
	balint-group withdraw bianchi --on 2021-04-01
	enrol verdi --status waiting -q
	same "free places: 10; on the waiting list: 1${TAB}balint-group admit" "$(found)" 'what check finds'
}

@test "closed editions, and others than the one that is named, are left alone" {
	enrol rossi conti fontana
	balint-group edition add 2 --number 2 --year 2021 --composition single >/dev/null
	same '' "$(balint-group check -e 2 -c finding)"
	sql "UPDATE edition SET status = 'closed' WHERE code = '1'"
	same '' "$(balint-group check -c finding)"
}
