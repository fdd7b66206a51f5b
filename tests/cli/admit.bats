# shellcheck shell=bats
# balint-group admit, and the life of an enrolment: applicant, waiting, active, withdrawn; places, and who is next for them.
load helper

setup()
{
	scene
	prepared five_people
}

# An edition with two places, sessions from 17 February on, and people to fill them; today is 20 March.
five_people()
{
	edition --max 2
	sessions --from 2021-02-17 --count 10
	person rossi Rossi Maria --profession medico
	person bianchi Bianchi Luca --profession oss
	person verdi Verdi Ugo --profession oss
	person neri Neri Ada --profession terp
	person viola Viola Eva --profession medico
}

enrol() { balint-group enrol "$@" >/dev/null; }
admit() { balint-group admit "$@" >/dev/null; }
life() { sql "SELECT handle, status, applied, waiting, joined, left, place FROM members WHERE handle = '$1'"; }
waiting() { sql "SELECT group_concat(handle, ' ') FROM (SELECT handle FROM members WHERE status = 'waiting' ORDER BY place)"; }

@test "an applicant, who waits, who joins, who leaves: one enrolment, each step with its day" {
	enrol rossi --status applicant --on 2021-01-10
	same 'rossi|applicant|2021-01-10||||' "$(life rossi)"
	prints balint-group enrol rossi --status waiting --on 2021-01-20 <<<rossi
	same 'rossi|waiting|2021-01-10|2021-01-20|||1' "$(life rossi)"
	prints balint-group admit rossi --on 2021-03-10 <<<rossi
	same 'rossi|active|2021-01-10|2021-01-20|2021-03-10||' "$(life rossi)"
	silent balint-group withdraw rossi --on 2021-03-17
	same 'rossi|withdrawn|2021-01-10|2021-01-20|2021-03-10|2021-03-17|' "$(life rossi)"
	same 1 "$(sql 'SELECT count(*) FROM enrolment')" 'the enrolments'
}

@test "a step without a day is of today" {
	enrol rossi --status applicant
	BALINT_TODAY=2021-03-22 enrol rossi --status waiting
	BALINT_TODAY=2021-03-24 prints balint-group admit rossi <<<rossi
	same 'rossi|active|2021-03-20|2021-03-22|2021-03-24||' "$(life rossi)"
}

@test "whoever is enrolled as active goes the same way as by admit" {
	enrol rossi --status applicant --on 2021-03-01
	prints balint-group enrol rossi <<<rossi
	same 'rossi|active|2021-03-01||2021-03-20||' "$(life rossi)"
	enrol bianchi --status waiting --on 2021-03-01
	enrol bianchi --status active --on 2021-03-11
	same 'bianchi|active|2021-03-01|2021-03-01|2021-03-11||' "$(life bianchi)"
}

@test "the same step again changes nothing, another day is refused" {
	enrol rossi --status applicant --on 2021-03-01
	unchanged prints balint-group enrol rossi --status applicant <<<rossi
	unchanged prints balint-group enrol rossi --status applicant --on 2021-03-01 <<<rossi
	refused 1 "'rossi' is enrolled from 2021-03-01, not from 2021-03-02" balint-group enrol rossi --status applicant --on 2021-03-02
	enrol rossi --status waiting --on 2021-03-05
	unchanged prints balint-group enrol rossi --status waiting <<<rossi
	refused 1 "'rossi' is enrolled from 2021-03-05, not from 2021-03-01" balint-group enrol rossi --status waiting --on 2021-03-01
	admit --on 2021-03-17
	unchanged prints balint-group admit rossi <<<rossi
	unchanged prints balint-group admit rossi --on 2021-03-17 <<<rossi
	unchanged prints balint-group enrol rossi <<<rossi
	refused 1 "'rossi' is enrolled from 2021-03-17, not from 2021-03-18" balint-group admit rossi --on 2021-03-18
}

@test "no step leads back, and the refusal says what does" {
	enrol rossi --status waiting --on 2021-03-01
	refused 1 "'rossi' is on the waiting list since 2021-03-01; to take them off it: balint-group withdraw rossi --on DATE -e 1" \
		balint-group enrol rossi --status applicant
	admit
	refused 1 "'rossi' takes part already; to end that: balint-group withdraw rossi --on DATE -e 1; to take a mistake back: balint-group undo" \
		balint-group enrol rossi --status waiting
	refused 1 "'rossi' is enrolled as participant, not as conductor" balint-group enrol rossi --role conductor
}

@test "no step lies before the one that led to it" {
	enrol rossi --status applicant --on 2021-03-10
	refused 1 "'rossi' has applied only on 2021-03-10" balint-group enrol rossi --status waiting --on 2021-03-09
	refused 1 "'rossi' has applied only on 2021-03-10" balint-group admit rossi --on 2021-03-09
	refused 1 "'rossi' has applied only on 2021-03-10" balint-group withdraw rossi --on 2021-03-09
	enrol rossi --status waiting --on 2021-03-12
	refused 1 "'rossi' waits only from 2021-03-12" balint-group enrol rossi --on 2021-03-11
	refused 1 "'rossi' waits only from 2021-03-12" balint-group withdraw rossi --on 2021-03-11
}

@test "admit takes the next of the list: by the day of waiting, then as they were entered" {
	enrol verdi --status waiting --on 2021-03-02
	enrol rossi --status applicant --on 2021-01-01
	enrol neri --status waiting --on 2021-03-01
	enrol bianchi --status waiting --on 2021-03-02
	same 'neri verdi bianchi' "$(waiting)"
	prints balint-group admit <<<neri
	prints balint-group admit <<<verdi
	same bianchi "$(waiting)"
	same applicant "$(sql "SELECT status FROM members WHERE handle = 'rossi'")" 'who has only applied'
}

@test "admit HANDLE goes past the list, and leaves its order" {
	enrol verdi neri rossi --status waiting
	prints balint-group admit neri <<<neri
	same 'verdi rossi' "$(waiting)"
}

@test "with nobody on the list, admit says whom it could take" {
	enrol rossi --status applicant
	refused 1 "nobody is on the waiting list of edition 1; 'balint-group members --status applicant -e 1' lists who may be admitted by name" balint-group admit
	refused 1 "'bianchi' has not applied to edition 1; to enrol them: balint-group enrol bianchi -e 1" balint-group admit bianchi
	refused 1 "handle: unknown 'rosi'; did you mean 'rossi'?" balint-group admit rosi
	refused 2 "'neri' is one operand too many" balint-group admit rossi neri
}

@test "who is to wait only from some day on is not next before" {
	enrol rossi --status waiting --on 2021-04-01
	refused 1 'nobody is on the waiting list of edition 1*' balint-group admit
	prints balint-group admit --on 2021-04-01 <<<rossi
}

@test "before the first session, who is admitted joins with it; without a calendar, today" {
	balint-group edition add 2 --number 2 --year 2021 >/dev/null
	enrol rossi bianchi --status waiting -e 2
	admit -e 2
	same 'rossi|active|2021-03-20|2021-03-20|2021-03-20||' "$(life rossi)"
	sessions --from 2021-04-07 --count 3 -e 2
	admit -e 2
	same 'bianchi|active|2021-03-20|2021-03-20|2021-04-07||' "$(life bianchi)"
}

@test "who has applied and is active has joined on a day, and so has the register" {
	enrol rossi --status applicant --on 2021-01-01
	admit rossi --on 2021-03-03
	prints balint-attend report -c handle,held,unmarked <<<'rossi|2|2'
	succeeds balint-attend mark 2021-03-03 rossi=present
	refused 1 "'rossi' is not enrolled on 2021-02-17" balint-attend mark 2021-02-17 rossi=present
}

# ---- places

full() { enrol rossi bianchi --on 2021-02-17; }

@test "a full edition says how many of how many there are, and how to make room" {
	full
	enrol neri --status waiting
	refused 1 'edition 1 is full: it has 2 participants of at most 2; to make room: balint-group withdraw HANDLE --on DATE -e 1, or balint-group edition set 1 --max 3' \
		balint-group admit
	refused 1 'edition 1 is full: it has 2 participants of at most 2; use --status waiting' balint-group enrol verdi
	balint-group edition set 1 --max 3
	prints balint-group admit <<<neri
}

@test "a withdrawal frees the place from the next day on, and not before" {
	full
	silent balint-group withdraw rossi --on 2021-03-31
	enrol neri verdi --status waiting
	refused 1 'edition 1 is full: it has 2 participants of at most 2; a place is free from 2021-04-01: --on 2021-04-01' balint-group admit
	refused 1 'edition 1 is full: *' balint-group admit --on 2021-03-31
	refused 1 'edition 1 is full: it has 2 participants of at most 2; a place is free from 2021-04-01: --on 2021-04-01' balint-group enrol viola
	prints balint-group admit --on 2021-04-01 <<<neri
	refused 1 'edition 1 is full: *use*' balint-group enrol viola --on 2021-04-01
	refused 1 'edition 1 is full: *to make room*' balint-group admit --on 2021-04-01
	prints balint-group members --status active -c handle,joined <<-'END'
		bianchi|2021-02-17
		neri|2021-04-01
	END
}

@test "a place must be free for the whole time, not on the first day alone" {
	enrol rossi --on 2021-02-17
	enrol bianchi --on 2021-05-01
	refused 1 'edition 1 is full: it has 2 participants of at most 2*' balint-group enrol verdi --on 2021-03-20
	balint-group withdraw bianchi --on 2021-05-31
	refused 1 'edition 1 is full: it has 2 participants of at most 2; a place is free from 2021-06-01: --on 2021-06-01' balint-group enrol verdi --on 2021-03-20
	prints balint-group enrol verdi --on 2021-06-01 <<<verdi
}

@test "without a calendar, whoever is to leave has left by the first session" {
	balint-group edition add 2 --number 2 --year 2021 --min 1 --max 1 >/dev/null
	enrol rossi -e 2
	balint-group withdraw rossi --on 2021-04-30 -e 2
	prints balint-group enrol bianchi -e 2 <<<bianchi
	sessions --from 2021-05-05 --count 3 -e 2
	same '' "$(balint-group check -e 2 -c finding | grep participants)" 'what check says of their number'
}

@test "two who meet on some days are one too many, and check says when" {
	full
	balint-group withdraw rossi --on 2021-04-30
	balint-group enrol neri --on 2021-05-01 >/dev/null
	same '' "$(balint-group check -c finding | grep participants)" 'what check says'
	sql "UPDATE enrolment SET joined_on = '2021-04-14' WHERE person = (SELECT id FROM person WHERE handle = 'neri')"
	same '3 participants on 2021-04-14, more than 2' "$(balint-group check -c finding | grep participants)" 'what check says'
	same '' "$(BALINT_TODAY=2021-05-01 balint-group check -c finding | grep participants)" 'what check says later'
}

@test "conductors need no place" {
	full
	prints balint-group enrol neri --role conductor <<<neri
	enrol verdi --role co-conductor --status applicant
	prints balint-group admit verdi <<<verdi
	refused 1 'nobody is on the waiting list*' balint-group admit
}

# ---- who is next

@test "withdraw says from when on there is a place, and who is next" {
	full
	enrol verdi neri --status waiting
	warns "a place is free from 2021-03-18; next is 'verdi': balint-group admit" balint-group withdraw rossi --on 2021-03-17
	succeeds sh -c "$(sed 's/.*: //' <<<"$stderr")"
	same verdi "$output"
	warns "a place is free from 2021-05-01; next is 'neri': balint-group admit --on 2021-05-01" balint-group withdraw bianchi --on 2021-04-30
	succeeds sh -c "$(sed 's/.*: //' <<<"$stderr")"
	same neri "$output"
}

@test "it says so once: the same withdrawal again is silent" {
	full
	enrol verdi --status waiting
	balint-group withdraw rossi --on 2021-03-17 -q
	unchanged silent balint-group withdraw rossi --on 2021-03-17
}

@test "it is silent where no place becomes free, or nobody waits" {
	balint-group edition set 1 --max 3
	enrol rossi bianchi verdi --on 2021-02-17
	enrol neri --status applicant
	silent balint-group withdraw rossi --on 2021-03-17
	enrol neri --status waiting
	enrol viola --on 2021-03-18
	sql 'UPDATE edition SET max = 2'
	silent balint-group withdraw viola --on 2021-03-19
	silent balint-group withdraw neri --on 2021-03-20
}

@test "with several open editions it names the one that is meant" {
	full
	enrol verdi --status waiting
	balint-group edition add 2 --number 2 --year 2021 >/dev/null
	warns "a place is free from 2021-03-18; next is 'verdi': balint-group admit -e 1" balint-group withdraw rossi --on 2021-03-17 -e 1
}

# ---- giving up, and coming back

@test "an applicant and somebody who waits may give up, and have never joined" {
	enrol rossi --status applicant --on 2021-03-01
	enrol bianchi verdi --status waiting --on 2021-03-01
	silent balint-group withdraw rossi --on 2021-03-05 --reason 'ha cambiato idea'
	silent balint-group withdraw bianchi --on 2021-03-05
	same 'rossi|withdrawn|2021-03-01|||2021-03-05|' "$(life rossi)"
	same 'bianchi|withdrawn|2021-03-01|2021-03-01||2021-03-05|' "$(life bianchi)"
	same verdi "$(waiting)"
	silent balint-attend report
}

@test "who gave up may begin anew, at the end of the list, on a day that is said" {
	enrol rossi bianchi --status waiting --on 2021-03-01
	balint-group withdraw rossi --on 2021-03-05
	refused 1 "'rossi' gave up on 2021-03-05; to take them up again: balint-group enrol rossi --status waiting --on DATE -e 1" \
		balint-group enrol rossi --status waiting
	refused 1 "'rossi' gave up on 2021-03-05, so cannot begin anew before that day" balint-group enrol rossi --status waiting --on 2021-03-04
	refused 1 "'rossi' gave up on 2021-03-05; *" balint-group admit rossi
	prints balint-group enrol rossi --status waiting --on 2021-03-08 <<<rossi
	same 'bianchi rossi' "$(waiting)"
	same 'rossi|waiting|2021-03-01|2021-03-08|||2' "$(life rossi)"
	balint-group withdraw bianchi --on 2021-03-09
	prints balint-group enrol bianchi --on 2021-03-10 <<<bianchi
	same 'bianchi|active|2021-03-01|2021-03-01|2021-03-10||' "$(life bianchi)"
}

@test "who has left may go on from the next day, as if nothing had been; a gap cannot be told" {
	enrol rossi --on 2021-02-17
	balint-group withdraw rossi --on 2021-03-10 --reason 'per errore'
	message="'rossi' was a member until 2021-03-10; to go on without a gap: balint-group enrol rossi --on 2021-03-11 -e 1; to take a mistake back: balint-group undo"
	refused 1 "$message" balint-group enrol rossi
	refused 1 "$message" balint-group enrol rossi --on 2021-03-12
	refused 1 "$message" balint-group enrol rossi --on 2021-03-10
	refused 1 "$message" balint-group enrol rossi --status waiting --on 2021-03-11
	refused 1 "$message" balint-group admit rossi
	prints balint-group enrol rossi --on 2021-03-11 <<<rossi
	prints balint-group members -c handle,status,joined,left <<<'rossi|active|2021-02-17|'
	same '' "$(sql 'SELECT reason FROM enrolment')" 'the reason'
}

@test "the place may be somebody else's by then" {
	full
	balint-group withdraw rossi --on 2021-03-10
	enrol neri --on 2021-03-11
	refused 1 'edition 1 is full: it has 2 participants of at most 2; use --status waiting' balint-group enrol rossi --on 2021-03-11
}

# ---- what follows from it

@test "who is admitted late pays the whole, or in proportion to the sessions left, as the edition has it" {
	balint-fees tariff set altre-professioni 250 --vat 22
	enrol neri bianchi --status waiting --on 2021-03-01
	admit --on 2021-03-20
	prints balint-fees plan neri --instalments 1 -c handle,net,gross <<<'neri|250.00|305.00'
	balint-group edition set 1 --joining proportion
	admit --on 2021-04-01
	prints balint-fees plan bianchi -c handle,due_on,net,gross <<-'END'
		bianchi|2021-04-30|50.00|61.00
		bianchi|2021-05-31|50.00|61.00
		bianchi|2021-06-30|50.00|61.00
	END
	enrol verdi --status waiting
	refused 1 "'verdi' is not an active participant of edition 1" balint-fees plan verdi
}

@test "who is admitted is asked about an open change, if the session is theirs" {
	enrol rossi --on 2021-02-17
	enrol neri bianchi --status waiting --on 2021-03-01
	balint-group edition set 1 --max 3
	balint-calendar move 2021-05-12 --to 2021-05-13 --reason Ponte >/dev/null
	prints balint-calendar changes -c missing <<<rossi
	admit --on 2021-05-12
	prints balint-calendar changes -c missing <<<'neri rossi'
	admit --on 2021-05-13
	prints balint-calendar changes -c missing <<<'neri rossi'
	balint-calendar consent 2021-05-12 rossi --yes >/dev/null
	balint-group withdraw neri --on 2021-05-12
	prints balint-calendar changes -c status,missing <<<'open|neri'
}

@test "a reminder goes to who is a member on the day of the session, not before" {
	balint-group set from=segreteria@example.org
	for handle in rossi neri; do balint-group person set $handle --email $handle@example.org; done
	enrol rossi --on 2021-02-17
	enrol neri --status waiting --on 2021-03-01
	admit --on 2021-04-01
	balint-group withdraw rossi --on 2021-03-31
	BALINT_TODAY=2021-03-30 prints balint-calendar remind --days 2 --via maildir:post -c person <<<rossi
	BALINT_TODAY=2021-04-13 prints balint-calendar remind --days 2 --via maildir:post -c person <<<neri
}

@test "dry runs of admit change nothing, and print who would be next" {
	enrol neri --status waiting
	unchanged prints balint-group admit -n <<<neri
	same neri "$(waiting)"
}

# ---- the waiting list, against a model

@test "the order of the list is that of the days, whatever happens in between" {
	for letter in {a..l}; do person "$letter" "F$letter" "G$letter"; done
	balint-group edition set 1 --max 4
	/usr/bin/python3 - "$(times 60 25)" <<-'END'
		import os, random, subprocess, sys
		random.seed(9)
		people = {letter: None for letter in 'abcdefghijkl'}  # or [status, day of waiting, id, first day, last day]
		def run(*words):
		    done = subprocess.run(['balint-group', *words], capture_output=True, text=True)
		    assert done.returncode in (0, 1), (words, done)
		    return done
		def queue():
		    return sorted((p for p in people if people[p] and people[p][0] == 'waiting'), key=lambda p: people[p][1:3])
		def most(day):  # participants on any one day from then on; days are days of May
		    members = [m for m in people.values() if m and m[0] == 'member']
		    return max(sum(m[3] <= d <= m[4] for m in members) for d in range(day, 40))
		ids = 0
		for step in range(int(sys.argv[1])):
		    day = random.randint(1, 28)
		    on = f'2021-05-{day:02}'
		    someone = random.choice(list(people))
		    was = people[someone]
		    what = random.choice(['apply', 'wait', 'wait', 'admit', 'admit', 'next', 'withdraw'])
		    if what == 'apply' and not was:
		        ids += 1
		        assert run('enrol', someone, '--status', 'applicant', '--on', '2021-04-01').returncode == 0
		        people[someone] = ['applicant', 0, ids]
		    elif what == 'wait' and (not was or was[0] == 'applicant'):
		        ids += not was
		        assert run('enrol', someone, '--status', 'waiting', '--on', on).returncode == 0
		        people[someone] = ['waiting', day, was[2] if was else ids]
		    elif what in ('admit', 'next'):
		        line = [p for p in queue() if people[p][1] <= day]
		        who = someone if what == 'admit' else line[0] if line else None
		        done = run('admit', *([who] if what == 'admit' else []), '--on', on)
		        may = who and people[who] and people[who][0] in ('applicant', 'waiting') and people[who][1] <= day and most(day) < 4
		        if who and people[who] and people[who][0] == 'member':
		            may = people[who][3] == day and people[who][4] == 99
		            assert (done.returncode == 0) == may, (who, people[who], day, done)
		            continue
		        assert (done.returncode == 0) == bool(may), (who, who and people[who], day, done)
		        if may:
		            assert done.stdout == who + '\n', (done.stdout, who)
		            people[who] = ['member', people[who][1], people[who][2], day, 99]
		    elif what == 'withdraw' and was and was[0] != 'gone' and not (was[0] == 'member' and was[4] != 99):
		        done = run('withdraw', someone, '--on', on)
		        may = day >= (was[3] if was[0] == 'member' else was[1])
		        assert (done.returncode == 0) == may, (someone, was, day, done)
		        if may and was[0] == 'member': was[4] = day
		        elif may: was[0] = 'gone'
		    said = subprocess.run(['sqlite3', os.environ['BALINT_DB'],
		        "SELECT handle FROM members WHERE status = 'waiting' ORDER BY place"], capture_output=True, text=True).stdout.split()
		    assert said == queue(), (step, said, queue())
	END
}
