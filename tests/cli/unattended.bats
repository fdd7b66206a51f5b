# shellcheck shell=bats disable=SC2154
# The examples for cron and systemd: what they run is there and knows its options, and one command that needs a person does
# not keep the others from running.
load helper

examples=$BATS_TEST_DIRNAME/../../share/examples

# The commands of the crontab, those of them that mail, and those of the service.
of_crontab() { sed -n 's/^[0-9][0-9 *,-]*\t//p' "$examples/crontab"; }
mailing() { of_crontab | grep -v ' backup '; }
of_service() { sed -n 's/^ExecStart=//; s/^ *\(balint-[a-z]* .*\) || end=.*/\1/p' "$examples/balint-post.service"; }

@test "the crontab has settings, and lines of five fields and a command" {
	while IFS= read -r line; do
		[[ -z $line || $line == '#'* || $line =~ ^[A-Z_]+=[^\$\"]+$ || $line =~ ^[0-9]+\ [0-9]+(\ [0-9*]+){3}$TAB'balint-'[a-z]+\ [^%]+$ ]] ||
			{ echo "$line" && false; }
	done <"$examples/crontab"
	same 5 "$(of_crontab | wc -l)" 'the number of commands'
}

@test "cron and systemd mail by the same commands, and these know what they are given" {
	same "$(mailing)" "$(of_service)" 'what the service runs'
	ninth
	export BALINT_TODAY=2021-03-24
	while read -r command; do
		# shellcheck disable=SC2086  # a command line
		unchanged succeeds $command --dry-run
	done < <(mailing)
}

@test "the backup of the crontab is made in its folder, without a word; and without the folder it is refused" {
	ninth
	command=$(of_crontab | grep ' backup ' | sed "s|/mnt/copie|$PWD/copies|")
	capture sh -c "$command"
	same 1 "$status" 'the exit status without the folder'
	[ ! -e copies ]
	mkdir copies
	silent sh -c "$command"
	same "$(sql .dump)" "$(sqlite3 copies/balint-*.db .dump)" 'what the backup says'
}

@test "the service runs all of its commands, and ends as the one that needs a person" {
	for program in balint-calendar balint-fees; do
		# shellcheck disable=SC2016  # expanded when it runs
		printf '#!/bin/sh\necho "%s $*"\n[ "$1" != notify ] || exit 3\n' "$program" >"$program"
		chmod +x "$program"
	done
	script=$(sed -n "/^ExecStart=/,/'\$/p" "$examples/balint-post.service" | sed "s/^ExecStart=.*-c '//; s/'\$//; s/\\\\\$//; s/\\\$\\\$/\$/g")
	capture env PATH="$PWD:$PATH" sh -c "$script"
	same 3 "$status" 'the exit status'
	same "$(of_service)" "$output" 'what was run'
}

@test "systemd takes the units" {
	command -v systemd-analyze >/dev/null || skip 'systemd-analyze is not installed'
	cp "$examples"/balint-post.* .
	succeeds systemd-analyze verify --man=no ./balint-post.service ./balint-post.timer
	# So it does with all that stands there as a comment.
	sed -i 's/^#\([A-Z][A-Za-z]*=\)/\1/; /^OnFailure=/d' balint-post.service
	grep -q '^NoNewPrivileges=yes' balint-post.service
	succeeds systemd-analyze verify --man=no ./balint-post.service
}
