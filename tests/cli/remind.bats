# shellcheck shell=bats disable=SC2154,SC2030,SC2031,SC2016
# balint-calendar remind: each member is reminded of each session, once.
load helper
load post

setup()
{
	scene
	ninth
	export BALINT_TODAY=$FIRST_DAY
}

teardown() { unshelve; }

@test "the session of 31 March is reminded on 24 March, not on the 23rd" {
	on 2021-03-23 silent remind
	same 0 "$(came)" 'the mails of 23 March'
	silent remind
	same "$(addresses)" "$(to)" 'who is reminded'
	same "$EVERYBODY" "$(came)" 'the mails of 24 March'
	same "2021-03-31T19:00Z" "$(mails events | cut -f 7 | sort -u)" 'the session'
}

@test "--days says how many calendar days before, DST or not" {
	on 2021-03-27T23:59 silent remind --days 3
	same 0 "$(came)"
	on 2021-03-28 silent remind --days 3
	same "$EVERYBODY" "$(came)"
	on 2021-04-12T23:59 silent remind --days 1
	same "$EVERYBODY" "$(came)" 'the mails two evenings before'
	on 2021-04-13 silent remind --days 1
	same $((2 * EVERYBODY)) "$(came)"
	on 2021-04-15 silent remind --days 60
	same $((6 * EVERYBODY)) "$(came)" 'the mails of all sessions of the next 60 days'
}

@test "twice is once" {
	silent remind
	unchanged silent remind
	on 2021-03-25 unchanged silent remind
	on 2021-03-31T20:59 unchanged silent remind
	same "$EVERYBODY" "$(came)"
}

@test "twice is once though the mail was read, or thrown away" {
	silent remind
	for file in post/new/*; do mv "$file" "post/cur/${file##*/}:2,S"; done
	silent remind
	empty_box
	silent remind
	same 0 "$(came)"
}

@test "a missed day is caught up at the next run" {
	on 2021-03-23 silent remind
	on 2021-03-30 silent remind
	on 2021-03-31 silent remind
	same "$(addresses)" "$(to)"
}

@test "an hour before the start it is still worth it, from the start on it is not" {
	cp -p "$BALINT_DB" before.db
	on 2021-03-31T20:59 silent remind
	same "$EVERYBODY" "$(came)"
	empty_box
	cp -p before.db "$BALINT_DB"
	on 2021-03-31T21:00 silent remind
	on 2021-04-01 silent remind
	same 0 "$(came)" 'the mails after the start'
	same 0 "$(sql "SELECT count(*) FROM notices WHERE status = 'sent'")"
}

@test "what could not go before the start has expired, and that is no failure" {
	fake_sendmail
	echo 75 >answers/all
	ends 3 '*' balint-calendar remind
	same "queued $EVERYBODY" "$(states)"
	rm answers/all
	before=$(calls)
	on 2021-03-31T21:00 capture balint-calendar remind
	same 0 "$status" 'the exit status'
	same "$before" "$(calls)" 'the calls of sendmail'
	same "expired $EVERYBODY" "$(states)"
	on 2021-04-01 unchanged succeeds balint-calendar remind
}

@test "conductors are reminded; applicants, those who wait and those who left are not" {
	balint-group edition set 9 --max 20
	for status in applicant waiting; do
		person "$status" "$status" Ugo --profession medico --email "$status@example.org"
		balint-group enrol "$status" --status "$status" >/dev/null
	done
	balint-group withdraw ricci --on 2021-03-20
	silent remind
	same "$(addresses)" "$(to)"
	[[ $(to) == *elena.ferraris@* && $(to) == *pietro.gallo@* ]]
	[[ $(to) != *applicant@* && $(to) != *waiting@* && $(to) != *ricci@* ]]
}

@test "who leaves on a later day than the session's is still reminded of it, and of none afterwards" {
	balint-group withdraw ricci --on 2021-04-10
	silent remind --days 30
	same '2021-03-31T19:00Z' "$(mails events | grep ricci | cut -f 7)"
}

@test "who joins after the first run is reminded by the next, alone" {
	silent remind
	empty_box
	participant neri Neri Ada --email neri@example.org
	silent remind
	same neri@example.org "$(to)"
	silent remind
	same 1 "$(came)"
}

@test "who joins between two sessions is reminded of the later one only" {
	person neri Neri Ada --profession medico --email neri@example.org
	balint-group enrol neri --on 2021-04-01 >/dev/null
	silent remind --days 30
	same 2021-04-14T19:00Z "$(mails events | grep neri | cut -f 7)"
}

@test "what waits goes to the address of that day, or no more if its reader has left or wants none" {
	fake_sendmail
	echo 75 >answers/all
	ends 3 '*' balint-calendar remind
	rm answers/all
	balint-group person set rossi --email nuova@example.org
	balint-group person set conti --reminders no
	balint-group withdraw ricci --on 2021-03-25
	silent balint-calendar remind
	same "$(addresses | grep -v conti)" "$(to "$(taken)")"
	[[ $(to "$(taken)") == *nuova@* && $(to "$(taken)") != *ricci@* ]]
	same "dropped 2
sent $((EVERYBODY - 2))" "$(states)"
}

@test "two people of one address get a mail each" {
	balint-group person set rossi --email conti@example.org
	silent remind
	same "$EVERYBODY" "$(came)"
	same $'Maria Rossi\nTeresa Conti' "$(mails list "$PWD/post" to,to_name | grep '^conti@' | cut -f 2 | sort)"
}

@test "who wants no reminders gets none, and gets them again when that changes" {
	balint-group person set rossi --reminders no
	silent remind
	same $((EVERYBODY - 1)) "$(came)"
	[[ $(to) != *rossi@* ]]
	balint-group person set rossi --reminders yes
	empty_box
	silent remind
	same rossi@example.org "$(to)"
}

@test "who wants no reminders still hears of a cancellation" {
	balint-group person set rossi --reminders no
	balint-calendar cancel 2021-03-31 --reason Neve
	silent notify
	same "$(addresses)" "$(to)"
}

@test "a person without an address is named, the others get theirs, exit 3; with an address the next run sends it" {
	participant neri Neri Ada
	ends 3 'balint-calendar: *neri*' remind
	same 1 "${#stderr_lines[@]}" 'the lines on standard error'
	same "$(addresses)" "$(to)"
	ends 3 'balint-calendar: *neri*' remind
	same "$EVERYBODY" "$(came)" 'the mails after a second run'
	balint-group person set neri --email neri@example.org
	empty_box
	silent remind
	same neri@example.org "$(to)"
}

@test "who has no address and wants no reminders is nobody's trouble" {
	participant neri Neri Ada
	balint-group person set neri --reminders no
	silent remind
	same "$EVERYBODY" "$(came)"
}

# A second edition, with a session on 26 March, and two members who are in both.
tenth()
{
	balint-group edition add 10 --number 10 --year 2021 --min 1 >/dev/null
	balint-group -e 10 enrol rossi bianchi >/dev/null
	sessions -e 10 --from 2021-03-26 --count 2
}

@test "all open editions are meant unless one is named" {
	tenth
	silent remind -e 10
	same $'bianchi@example.org\nrossi@example.org' "$(to)"
	same 2021-03-26T20:00Z "$(mails events | cut -f 7 | sort -u)" 'the sessions'
	silent remind
	same $((EVERYBODY + 2)) "$(came)"
	same 2 "$(to | grep -c rossi)" "Rossi's mails"
}

@test "a dry run shows what would go, and writes nothing anywhere" {
	unchanged succeeds remind -n
	same "$EVERYBODY" "${#lines[@]}" 'the rows'
	same "$(balint-group members -c handle | sort)" "$(cut -f 2 <<<"$output" | sort)" 'the people'
	same "$EVERYBODY" "$(cut -f 1 <<<"$output" | sort -u | wc -l)" 'the keys'
	same '' "$(awk -F'\t' 'NF != 4 || $3 == ""' <<<"$output")" 'rows without a subject'
	same queued "$(cut -f 4 <<<"$output" | sort -u)" 'the status'
	[ ! -e post ]
	unchanged prints balint-calendar remind -n <<<"${output//$TAB/|}"
	shown=$output
	silent remind
	same "$(cut -f 2,3 <<<"$shown" | sort)" "$(join_subjects | sort)" 'the subjects'
	unchanged silent remind -n
}

# Of each mail the handle and the subject.
join_subjects()
{
	mails list "$PWD/post" to,subject | while IFS=$TAB read -r address subject; do
		printf '%s\t%s\n' "$(sql "SELECT handle FROM person WHERE email = '$address'")" "$subject"
	done
}

@test "-v and --format list what went; on a terminal it is shown anyway" {
	cp -p "$BALINT_DB" before.db
	succeeds remind -v
	same "$EVERYBODY" "${#lines[@]}" 'the rows'
	same sent "$(cut -f 4 <<<"$output" | sort -u)" 'the status'
	cp -p before.db "$BALINT_DB"
	rm -r post
	succeeds remind -v -f jsonl
	same "$EVERYBODY" "$(grep -c '^{"key":.*"person":.*"subject":.*"status":"sent"}$' <<<"$output")"
	cp -p before.db "$BALINT_DB"
	rm -r post
	script -qec "balint-calendar remind --via 'maildir:$PWD/post'" /dev/null >shown
	same "$EVERYBODY" "$(grep -c ' sent' shown)" 'the rows on a terminal'
	grep -q 'key .*person .*subject .*status' shown
}

@test "-c chooses and orders the columns" {
	succeeds remind -v -c status,person
	same $'sent\trossi' "$(grep rossi <<<"$output")"
}

@test "on standard output there are mails and nothing else" {
	cp -p "$BALINT_DB" before.db
	for options in '' '-v' '-v -f jsonl'; do
		cp -p before.db "$BALINT_DB"
		# shellcheck disable=SC2086  # options
		balint-calendar remind --via - $options >box 2>/dev/null
		same "$(addresses)" "$(to box)" "the mails with '$options'"
		same '' "$(grep -E "^(key|reminder:|\{)" box || true)" "rows among the mails with '$options'"
		same "$EVERYBODY mails" "$(mails check box)"
	done
}

@test "an mbox grows" {
	silent balint-calendar remind --via "mbox:$PWD/box"
	same "$(addresses)" "$(to box)"
	on 2021-04-10 silent balint-calendar remind --via "mbox:$PWD/box"
	same $((2 * EVERYBODY)) "$(to box | wc -l)"
	same "$((2 * EVERYBODY)) mails" "$(mails check box)"
}

@test "what holds the mails of members is for their keeper only" {
	umask 022
	silent remind
	silent balint-calendar remind --days 30 --via "mbox:$PWD/box"
	same '' "$(find post box -perm /077)" 'what others may read'
}

@test "a cancelled session is not reminded; a reminder that waits is dropped by the cancellation" {
	fake_sendmail
	echo 75 >answers/all
	ends 3 '*' balint-calendar remind
	rm answers/all
	balint-calendar cancel 2021-03-31 --reason Neve
	before=$(calls)
	silent balint-calendar remind
	same "$before" "$(calls)" 'the calls of sendmail'
	same 0 "$(sql "SELECT count(*) FROM notices WHERE kind = 'reminder' AND status IN ('queued', 'sent')")"
}

@test "reminders do not take other notices along" {
	balint-calendar cancel 2021-04-14 --reason Sciopero
	silent remind
	same 2021-03-31T19:00Z "$(mails events | cut -f 7 | sort -u)"
	same "$EVERYBODY" "$(came)"
}

@test "a moved session is reminded again, with its new SEQUENCE, and by another mail" {
	silent remind
	uid=$(mails events | cut -f 4 | sort -u)
	balint-calendar move 2021-03-31 --to 2021-04-01 --at 20:30 --reason Aula --override >/dev/null
	on 2021-03-25 silent remind
	same $((2 * EVERYBODY)) "$(came)"
	same "$uid|0|2021-03-31T19:00Z
$uid|1|2021-04-01T18:30Z" "$(mails events | cut -f 4,5,7 | sort -u | tr '\t' '|')"
	same $((2 * EVERYBODY)) "$(mails list "$PWD/post" id | sort -u | wc -l)" 'the Message-IDs'
}

@test "a session moved away is reminded when its new day is near" {
	balint-calendar move 2021-03-31 --to 2021-04-12 --reason Aula --override >/dev/null
	silent remind
	same 0 "$(came)"
	on 2021-04-05 silent remind
	same 2021-04-12T19:00Z "$(mails events | cut -f 7 | sort -u)"
}

@test "without a way it says so, and with the setting it needs no option" {
	refused 1 '*via*' balint-calendar remind
	balint-group set via="maildir:$PWD/post"
	silent balint-calendar remind
	same "$EVERYBODY" "$(came)"
	for via in pigeon maildir: mbox: maildir '' sendmail:x -x; do
		refused 2 "*--via*" balint-calendar remind --via "$via"
	done
}

@test "without a sender it says so" {
	balint-group set from=
	refused 1 '*from*' remind
	[ ! -e post ]
}

@test "--days wants a number" {
	refused 2 '*--days*' remind --days x
	refused 2 '*--days*' remind --days -1
}

@test "with nobody to remind it is silent, also without sessions" {
	balint-group edition add 11 --number 11 --year 2022 >/dev/null
	unchanged silent remind -e 11
	on 2022-01-01 unchanged silent remind
}

# still_queued: nothing went, nothing is lost.
still_queued() { same "queued $EVERYBODY" "$(states)" 'the notices'; }

@test "standard output on a full disk: exit 74, and everything is still to be sent" {
	capture sh -c 'balint-calendar remind --via - >/dev/full'
	same 74 "$status" 'the exit status'
	[[ $stderr == 'balint-calendar: '*'standard output: No space left on device' ]] || same 'the reason' "$stderr" 'standard error'
	still_queued
	balint-calendar remind --via - >box
	same "$(addresses)" "$(to box)"
}

@test "a place that cannot be written: one message, exit 3, everything is still to be sent" {
	echo >file
	for via in "maildir:$PWD/file/post" "mbox:$PWD/none/box" mbox:/dev/full "mbox:$PWD" "maildir:$PWD/file"; do
		ends 3 'balint-calendar: *' balint-calendar remind --via "$via"
		same 1 "${#stderr_lines[@]}" "the lines on standard error for $via: $stderr"
		still_queued
	done
	silent remind
	same "$(addresses)" "$(to)"
}

@test "a directory where one may not write: everything is still to be sent" {
	[ "$(id -u)" -eq 0 ] || skip 'needs another user'
	shelf=$(mktemp -d "${TMPDIR:-/tmp}/balint-tests.XXXXXX")
	mkdir "$shelf/store" "$shelf/closed"
	cp -r "${BALINT_BIN:-$ROOT/build}"/balint-* "${BALINT_BIN:-$ROOT/build}/libexec" "$shelf"
	cp "$BALINT_DB" "$shelf/store/balint.db"
	chown -R 65534:65534 "$shelf/store"
	chmod -R a+rX "$shelf"
	chmod 755 "$shelf/store" "$shelf/closed"
	export BALINT_DB=$shelf/store/balint.db PATH=$shelf:$PATH
	ends 3 'balint-calendar: *Permission denied*' unprivileged balint-calendar remind --via "maildir:$shelf/closed/post"
	still_queued
}

@test "a full disk under the Maildir: what went is there, the rest is still to be sent" {
	unshare --mount true 2>/dev/null || skip 'nothing can be mounted here'
	mkdir small
	cat >full.sh <<-'END'
		mount -t tmpfs -o size=64k,mode=0700 balint-test small || exit 77
		balint-calendar remind --days 90 --via "maildir:$PWD/small/post" 2>err
		echo $? >status
		cp -r small/post post
	END
	unshare --mount sh full.sh || [ $? -ne 77 ] || skip 'nothing can be mounted here'
	same 3 "$(cat status)" 'the exit status'
	grep -q 'No space left on device' err
	total=$(sql 'SELECT count(*) FROM notices')
	sent=$(sql "SELECT count(*) FROM notices WHERE status = 'sent'")
	same "$sent" "$(came)" 'the mails'
	[ "$sent" -gt 0 ] && [ "$sent" -lt "$total" ]
	same "$((total - sent))" "$(sql "SELECT count(*) FROM notices WHERE status = 'queued'")" 'the notices that wait'
	whole
	silent remind --days 90
	same "$total" "$(came)"
	same "$total" "$(mails list "$PWD/post" id | sort -u | wc -l)" 'the Message-IDs'
}

@test "a full disk under the store, at any moment: each comes once, at last" {
	unshare --mount true 2>/dev/null || skip 'nothing can be mounted here'
	mkdir small
	cat >full.sh <<-'END'
		mount -t tmpfs -o size=3m,mode=0700 balint-test small || exit 77
		for room in 0 4 8 12 16 24 32 36 40 48 64 80 96 192; do
			rm -rf small/* post
			cp -p "$source" small/balint.db
			free=$(stat -f -c '%a * %S / 1024' small)
			head -c $((($free - room) * 1024)) /dev/zero >small/filler
			balint-calendar remind --db small/balint.db --via "maildir:$PWD/post" 2>>err
			echo $? >>statuses
			came=$(find post/new -type f 2>/dev/null | wc -l)
			rm small/filler
			balint-calendar remind --db small/balint.db --via "maildir:$PWD/post" 2>&1
			echo "$? $(find post/new -type f | wc -l) $(sqlite3 -separator ' ' small/balint.db 'SELECT status, count(*) FROM notices GROUP BY 1')" >>after
			echo "$room KiB: $(tail -n 1 statuses), $came came" >>log
		done
	END
	cp -p "$BALINT_DB" queued.db
	ends 3 '*' balint-calendar remind --db queued.db --via "maildir:$PWD/full.sh"
	for source in "$BALINT_DB" queued.db; do
		source=$source unshare --mount sh full.sh || [ $? -ne 77 ] || skip 'nothing can be mounted here'
	done
	cat log err
	same "0 $EVERYBODY sent $EVERYBODY" "$(sort -u after)" 'the exit status, the mails and the notices after another run'
	# Refused where nothing could be queued, 3 where it could not be noted down that a mail went, 0 where there is room.
	same '0 1 3' "$(sort -u statuses | paste -sd ' ')" 'the exit statuses on a full disk'
	grep -v 'what has not gone waits for the next run$' err >errors
	same '' "$(grep -v '^balint-\(calendar\|post\): small/balint.db: .*; nothing was changed$' errors || true)" 'other messages'
}

@test "ctrl-C in the midst: the next run sends the rest" {
	fake_sendmail
	sed -i 's/^cat /sleep 0.1; cat /' sendmail
	/usr/bin/python3 -c '
import os, signal, subprocess, sys, time
run = subprocess.Popen(sys.argv[1:], start_new_session=True, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
deadline = time.time() + 20
while len([name for name in os.listdir("sent") if name.endswith(".mail")]) < 3 and time.time() < deadline: time.sleep(0.01)
os.killpg(run.pid, signal.SIGINT)
print(run.wait())
try: # the helper has had the signal too, and may still hold the notice that was on its way
    while time.time() < deadline: os.killpg(run.pid, 0); time.sleep(0.01)
except ProcessLookupError: pass' balint-calendar remind >status
	same -2 "$(cat status)" 'how it ended'
	waiting=$(sql "SELECT count(*) FROM notices WHERE status = 'queued'")
	[ "$waiting" -gt 0 ] && [ "$waiting" -lt "$EVERYBODY" ]
	same $((EVERYBODY - waiting)) "$(sql "SELECT count(*) FROM notices WHERE status = 'sent'")"
	sed -i 's/^sleep 0.1; //' sendmail
	silent balint-calendar remind
	same "sent $EVERYBODY" "$(states)"
	same "$(addresses)" "$(to "$(taken)" | sort -u)"
	same "$EVERYBODY" "$(mails list "$(taken)" id | sort -u | wc -l)" 'the Message-IDs'
}

@test "an association's own template that is broken loses nothing" {
	mkdir -p own/templates/it
	printf '{{#session}}\n' >own/templates/it/notice.txt
	balint-group set directory="$PWD/own"
	ends 3 "balint-calendar: *$PWD/own/templates/it/notice.txt:*" remind
	same "balint-calendar: $((EVERYBODY - 1)) more: the same" "$(grep -v 'notice.txt:1:1:' <<<"$stderr")" 'lines that do not say where it is broken'
	same 0 "$(came)"
	same 0 "$(sql "SELECT count(*) FROM notices WHERE status <> 'queued'")"
	rm own/templates/it/notice.txt
	silent remind
	same "$(addresses)" "$(to)"
}

@test "an association's own template is used" {
	mkdir -p own/templates/it
	printf 'Ci vediamo!\n' >own/templates/it/notice.txt
	balint-group set directory="$PWD/own"
	silent remind
	unpack
	same 'Ci vediamo!' "$(cat parts/*/text.plain | sort -u)"
}

@test "a program of the delivery that is not there: nothing is lost" {
	mkdir bin
	cp "${BALINT_BIN:-$ROOT/build}"/balint-* bin
	PATH=$PWD/bin:$PATH capture remind
	same 1 "$status" 'the exit status'
	[[ $stderr == balint-calendar:*balint-post* ]]
	silent remind
	same "$(addresses)" "$(to)"
}
