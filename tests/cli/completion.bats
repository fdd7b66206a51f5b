# shellcheck shell=bats disable=SC2154,SC2016,SC2086,SC2030,SC2031
# What the shells complete comes from the programs' own tables and from the store, which is only looked at.
load helper

programs='balint-group balint-calendar balint-attend balint-fees'

# The ninth edition with something of everything that can be completed.
make_lived_in()
{
	sh "$ROOT/share/examples/ninth-edition.sh"
	balint-group edition add 10 --number 10 --year 2021
	balint-group edition close 9 2>/dev/null || true
	export BALINT_EDITION=9
	balint-group person add verdi --family Verdi --given Ugo
	balint-group person add asl --institution --family 'ASL "TO1"; $(touch harm)'
	balint-group person set rossi --payer asl
	balint-group enrol verdi --role co-conductor --status applicant
	balint-calendar move 2021-04-14 --to 2021-04-15 --reason 'Aula occupata'
	balint-calendar cancel 2021-06-09 --reason 'Sciopero'
	balint-calendar issue
	balint-attend mark 2021-02-17 --rest present
	balint-attend certify rossi --as-of 2021-02-17
	balint-fees pay bianchi 61 --on 2021-03-01
	printf '%s\n' 'Data,Importo,Ordinante,IBAN,Causale' '30/03/2021,"85,40",MARIA ROSSI,IT60X0542811101000000123456,??' \
		'30/03/2021,"61,00",LUCA BIANCHI,IT40S0542811101000000123457,??' >bank.csv
	balint-fees reconcile bank.csv --bank generic --apply -q || true
	balint-fees match 2 bianchi
	balint-group outbox drop 1
}

lived_in() { prepared make_lived_in_silence; export BALINT_EDITION=9; }
make_lived_in_silence() { make_lived_in >/dev/null; }

verbs() { "$1" --help | sed -n '/^verbs:/,/^$/s/^  \([^ ][^ ]* \{0,1\}[^ ]*\)  .*/\1/p' | sed 's/ $//'; }

# options: those that a --help on standard input lists.
options() { sed -n 's/^ \{2,6\}\(-[a-zA-Z], \)\{0,1\}\(--[^ ]*\).*/\2/p'; }

# ---- the shells: each reads command lines from standard input, and prints `LINE|WORD` for each word that is offered

# The function alone; readline would replace what stands after the last blank, = or :.
in_bash()
{
	bash --norc --noprofile -c '
		source "$1"
		while IFS= read -r COMP_LINE; do
			COMP_POINT=${#COMP_LINE}
			_balint "${COMP_LINE%% *}" "${COMP_LINE##*[ =:]}"
			[[ ${#COMPREPLY[@]} -eq 0 ]] || printf "$COMP_LINE|%s\n" "${COMPREPLY[@]}"
		done' - "$ROOT/share/completions/balint.bash"
}

in_zsh()
{
	zsh -f -c '
		compadd() { print -rl -- "$asked|"${(P)^@[-1]} }
		compset() { }
		_files() { print -r -- "$asked|FILE" }
		while IFS= read -r asked; do
			words=(${(z)asked}) PREFIX=
			if [[ $asked == *" " ]]; then words+=("") else PREFIX=$words[-1]; fi
			CURRENT=$#words
			. "$1"
		done' - "$ROOT/share/completions/_balint"
}

in_fish()
{
	fish --no-config -c '
		source $argv[1]
		while read line
			for word in (complete -C $line)
				echo $line"|"(string split -f 1 \t -- $word)
			end
		end' -- "$ROOT/share/completions/balint.fish"
}

# offered LINE: what the program offers for that line as it stands, without the shells.
offered()
{
	local words
	read -ra words <<<"$1"
	[[ $1 != *' ' ]] || words+=('')
	"${words[0]}" --complete "${words[@]:1}"
}

# offers LINE WORDS: exactly these, in that order.
offers()
{
	succeeds offered "$1"
	same "$2" "${lines[*]}" "what is offered for '$1'"
}

# lacks LINE WORD: the program does not offer that.
lacks() { if offered "$1" | grep -x -e "$2"; then echo "is offered for '$1'"; return 1; fi; }

# ---- every verb, in every shell

# The command lines of every verb, and what should be offered for them: its first word, its second, its options.
expect_verbs()
{
	local program verb
	for program in $programs; do
		verbs "$program" | sed 's/ .*//' | uniq | sed "s/^/$program |/"
		while read -r verb; do
			[[ $verb != *' '* ]] || echo "$program ${verb% *} |${verb#* }"
			"$program" $verb --help | options | sed "s/^/$program $verb --|/"
		done < <(verbs "$program")
	done
}

@test "every verb of every program, and each of its options, is completed in bash, zsh and fish" {
	expect_verbs | sort -u >expected
	[ "$(grep -c -- '--|--help$' expected)" -gt 80 ]
	cut -d'|' -f1 expected | uniq >asked
	for shell in bash zsh fish; do
		"in_$shell" <asked | sort -u >"$shell"
		same '' "$(comm -23 expected "$shell" | head)" "what $shell lacks"
		# After a noun that is a verb too, more may be offered.
		same '' "$(comm -13 expected "$shell" | grep -e '--|' | head)" "the options in $shell that no verb has"
	done
}

@test "an option is shown with the verbs that take it, and only those" {
	for program in $programs; do
		while read -r verb; do
			"$program" $verb --help >help
			for option in $(options <help); do
				value=
				case $option in
				--dry-run) wrong="writes nothing: --dry-run has no meaning" ;;
				--format | --columns | --header | --no-header) wrong="prints no rows" ;;
				*) continue ;;
				esac
				case $option in --format) value=tsv ;; --columns) value=no-such-column ;; esac
				# Nothing is done: the store is not there, or the operands are wrong.
				"$program" --db /nonexistent/store $verb "$option" ${value:+"$value"} >out 2>&1 </dev/null || true
				! grep -q "$wrong" out || { echo "$program $verb $option"; cat out; false; }
			done
		done < <(verbs "$program")
	done
	for line in 'balint-group members --dry-run' 'balint-fees explain --dry-run x'; do
		lacks "${line%% --*} --" --dry-run
		capture $line
		same 2 "$status"
	done
	lacks 'balint-group enrol --' --format
	lacks 'balint-calendar print --' --columns
}

# ---- words of the store

@test "operands and values of options come from the store, in bash, zsh and fish" {
	lived_in
	cat >expected <<-END
	balint-group -e |9
	balint-group admit |verdi
	balint-group outbox list --kind |amendment
	balint-group outbox drop |2
	balint-group person add --profession |psicoterapeuta
	balint-group profession add --category |medici-psicologi
	balint-group edition show |10
	balint-group set |language=
	balint-group set language=|language=en
	balint-group get |threshold
	balint-group person show |rossi
	balint-calendar cancel |2021-02-17
	balint-calendar restore |2021-06-09
	balint-calendar retract |2021-04-14
	balint-calendar consent 2021-04-14 |bianchi
	balint-calendar break remove |2021-04-02..2021-04-06
	balint-calendar closure remove |2021-06-24
	balint-calendar diff --since |2021-03-20
	balint-calendar list --month |2021-02
	balint-calendar print --year |2021
	balint-calendar suggest --weekday mon,|mon,wed
	balint-attend mark |2021-02-17
	balint-attend mark 2021-02-17 |rossi=
	balint-attend mark 2021-02-17 rossi=|rossi=excused
	balint-attend mark --rest |present
	balint-attend report --rule |ecm
	balint-attend evaluate form --form |balint
	balint-fees tariff set |altre-professioni
	balint-fees pay |asl
	balint-fees pay bianchi 61 --month |2021-03
	balint-fees receipt |1
	balint-fees match |1
	balint-fees match 1 |rossi
	balint-fees match 1 rossi:|rossi:2021-05
	balint-fees unmatch |2
	balint-fees payers forget |IT40S0542811101000000123457
	balint-fees payers forget IT40S0542811101000000123457 |bianchi
	balint-fees reconcile --bank |unicredit
	balint-fees reconcile --bank |camt.053
	balint-fees plan --months |2021-02..2021-06
	balint-fees due --columns due_on,|due_on,reference
	balint-fees due -f|-fcsv-it
	END
	cut -d'|' -f1 expected >asked
	for shell in bash zsh fish; do
		"in_$shell" <asked >"$shell"
		# Bash replaces what stands after = or : alone.
		[ "$shell" != bash ] || sed -i 's/^\(.* \)\([^ |]*[=:]\)|/\1\2|\2/' bash
		same '' "$(grep -vFxf "$shell" expected)" "what $shell lacks"
	done
}

@test "what can be meant is offered, and nothing else" {
	lived_in
	offers 'balint-attend revoke ' "$(balint-attend certificates -c code)"
	offers 'balint-group undo --columns ' 'id at who command undone'
	offers 'balint-calendar retract ' 2021-04-14
	offers 'balint-group admit ' verdi
	offers 'balint-fees dismiss ' 1
	offers 'balint-fees unmatch ' 2
	offers 'balint-fees match ' 1
	offers 'balint-group outbox retry ' 1
	offers 'balint-group enrol --role ' 'participant conductor co-conductor'
	offers 'balint-attend mark 2021-02-17 rossi=' 'rossi=present rossi=absent rossi=excused rossi=online'
	offers 'balint-group withdraw rossi --on ' 2021-03-20
	offers 'balint-group edition add ' "$(balint-group edition add --help | options | tr '\n' ' ' | sed 's/ $//')"
}

@test "what was given is not offered again" {
	lived_in
	lacks 'balint-group enrol rossi ' rossi
	lacks 'balint-attend mark 2021-02-17 rossi=present ' rossi=
	lacks 'balint-group enrol rossi --role conductor --' --role
	lacks 'balint-group -q enrol --' --quiet
	offered 'balint-calendar suggest --weekday mon --' | grep -x -e --weekday
}

@test "the words before say which store and which edition is meant" {
	lived_in
	cp "$BALINT_DB" other.db
	export BALINT_DB=$PWD/nothing.db
	lacks 'balint-attend sheet ' '2021.*'
	lacks 'balint-attend -d other.db -e 10 sheet ' '2021.*'
	for line in 'balint-attend -d other.db -e 9 sheet ' 'balint-attend --db=other.db --ed 9 sheet ' 'balint-attend sheet -qdother.db -e9 ' \
		'balint-attend sheet --db other.db '; do
		[ "$(offered "$line" | grep -c '^2021-')" -eq 10 ] || { echo "$line"; false; }
	done
	export BALINT_DB=$PWD/other.db BALINT_EDITION=10
	lacks 'balint-attend sheet ' '2021.*'
	unset BALINT_EDITION # the open ones
	[ "$(offered 'balint-attend sheet ' | grep -c '^2021-')" -eq 10 ]
}

@test "where a file is wanted the shell looks for it" {
	edition
	mkdir files && : >files/some.csv
	for line in 'balint-group --db' 'balint-fees reconcile' 'balint-attend import' 'balint-calendar remind --via mbox:' 'balint-group set directory='; do
		[[ $line == *[=:] ]] || line+=' '
		capture offered "$line"
		same 3 "$status" "the exit status for '$line'"
		echo "${line}files/" >>asked
	done
	in_fish <asked | sed 's/.*|//' >found
	same $'files/some.csv\nfiles/some.csv\nfiles/some.csv\nmbox:files/some.csv\ndirectory=files/some.csv' "$(cat found)"
	same 5 "$(in_zsh <asked | grep -c '|FILE$')"
	same '' "$(in_bash <asked)" 'what bash is told'
}

# typed LINE...: each as bash, with readline, has it after TAB.
typed()
{
	cat >rc <<-END
	bind 'set enable-bracketed-paste off'
	bind -x '"\C-o": printf "%s\n" "\$READLINE_LINE" >>$PWD/typed'
	source '$ROOT/share/completions/balint.bash'
	END
	rm -f typed
	printf '%s\t\017\001\013' "$@" | HISTFILE='' bash --noprofile --rcfile rc -i >/dev/null 2>&1
	cat typed
}

@test "blanks, quotes, = and : are no trouble for bash" {
	lived_in
	typed 'balint-group enr' 'balint-attend mark 2021-02-17 ross' 'balint-attend mark 2021-02-17 rossi=pr' 'balint-fees match 1 rossi:2021-05' \
		'balint-fees match 1 rossi:' 'balint-group members --role=con' 'balint-group members -f j' 'balint-calendar closure add --patron Asc' \
		'balint-calendar closure add --patron "Asc' "balint-calendar closure add --patron 'Asc" 'balint-calendar closure add --patron Ascoli\ P' \
		'balint-calendar closure add --patron=Ascoli\ P' "balint-calendar closure add --patron L\\'" 'balint-group set pay' \
		'balint-group set payee=' 'balint-group set "payee=' 'balint-calendar break remove 2021-07' 'balint-group --db=rc members --st' \
		'balint-group -d rc' 'balint-group set via=mbox:r' "balint-group -d ~/no members --status 'a" >got
	cat >wanted <<-'END'
	balint-group enrol 
	balint-attend mark 2021-02-17 rossi=
	balint-attend mark 2021-02-17 rossi=present 
	balint-fees match 1 rossi:2021-05 
	balint-fees match 1 rossi:2021-0
	balint-group members --role=conductor 
	balint-group members -f jsonl 
	balint-calendar closure add --patron Ascoli\ Piceno 
	balint-calendar closure add --patron "Ascoli Piceno" 
	balint-calendar closure add --patron 'Ascoli Piceno' 
	balint-calendar closure add --patron Ascoli\ Piceno 
	balint-calendar closure add --patron=Ascoli\ Piceno 
	balint-calendar closure add --patron L\'Aquila 
	balint-group set payee=
	balint-group set payee=Associazione\ IL\ NODO\ group 
	balint-group set "payee=Associazione IL NODO group" 
	balint-calendar break remove 2021-07-01..2021-08-31 
	balint-group --db=rc members --status 
	balint-group -d rc 
	balint-group set via=mbox:rc 
	balint-group -d ~/no members --status 'a
	END
	diff -u wanted got
}

@test "zsh itself completes as its function is told" {
	lived_in
	mkdir functions
	cp "$ROOT/share/completions/_balint" functions
	cat >try <<-'END'
	zmodload zsh/zpty
	zpty z zsh -f
	zpty -w z "PS1=; fpath=($PWD/functions \$fpath); autoload -U compinit; compinit -D -u; LISTMAX=1000
	say() { print -r -- \"\$BUFFER\" >>typed; BUFFER=; }; zle -N say; bindkey '^O' say; print ready >ready"
	while [[ ! -e ready ]]; do zpty -r -t z line; sleep 0.05; done
	integer count=0
	for line in "$@"; do
		zpty -w -n z "$line"$'\t\x0f'
		count+=1
		while [[ ! -e typed || $(wc -l <typed) -lt count ]]; do zpty -r -t z line; sleep 0.02; done
	done
	zpty -d z
	END
	timeout 60 zsh -f try 'balint-group enr' 'balint-attend mark 2021-02-17 ross' 'balint-attend mark 2021-02-17 rossi=pr' \
		'balint-fees match 1 rossi:2021-05' 'balint-calendar closure add --patron "Asc' 'balint-group set payee=' 'balint-group -d ready' \
		'balint-calendar remind --via mbox:try' >/dev/null 2>&1
	cat >wanted <<-'END'
	balint-group enrol 
	balint-attend mark 2021-02-17 rossi=
	balint-attend mark 2021-02-17 rossi=present 
	balint-fees match 1 rossi:2021-05 
	balint-calendar closure add --patron "Ascoli Piceno" 
	balint-group set payee=Associazione\ IL\ NODO\ group 
	balint-group -d ready 
	balint-calendar remind --via mbox:try 
	END
	diff -u wanted typed
}

@test "no placeholder is forgotten" {
	lived_in
	# What only who types it can know.
	free=' NAME:--association NAME:--payee IBAN:--iban BIC MAILBOX TEXT T F G A CF PLACE N URL TEMPLATE HH:MM AMOUNT NET NEW LABEL RATE N4'
	free+=' CODE:edition CODE:profession HANDLE:payers HANDLE:person DATE:closure DATE:add DATE:--from DATE:--until DATE:--to DATE:--born-on DATE:--start A..B:break A..B:--between '
	missing=
	for program in $programs; do
		while read -r verb; do
			usage=$("$program" $verb --help | awk -v RS= 'NR == 1' | tr -s '\n ' ' ')
			while read -r option argument; do
				[ -n "$argument" ] || continue
				capture offered "$program $verb $option "
				[ "$status" -eq 3 ] || [ -n "$output" ] || [[ $free == *" $argument "* || $free == *" $argument:$option "* ]] \
					|| missing+="$program $verb $option $argument"$'\n'
			done < <(grep -o -e '--[a-z-]* [^] )|]*' <<<"$usage")
			operands=$(sed 's/\[--[^]]*\]//g; s/(--[^)]*)//g; s/--[a-z-]* [^ ]*//g' <<<"${usage#*"$verb"}")
			line="$program $verb "
			for operand in $operands; do
				name=${operand//[][]/}
				name=${name%%[=:]*}
				name=${name%...}
				capture offered "$line"
				[ "$status" -eq 3 ] || grep -qv '^--' <<<"$output" || [[ $free == *" $name "* || $free == *" $name:${verb%% *} "* ]] \
					|| missing+="$line$operand"$'\n'
				line+='x '
			done
		done < <(verbs "$program")
	done
	same '' "$missing" 'the placeholders for which nothing is offered'
}

# ---- nothing is harmed

@test "hostile texts in the store are quoted, shown, or not offered" {
	association
	balint-group person add x --family $'D\'Angelo "$(touch harm)" `touch harm`; touch harm &' --given Eve >/dev/null
	sql "PRAGMA ignore_check_constraints = 1;
		INSERT INTO profession (code, category, label) VALUES ('\$(touch harm)', '\`touch harm\`', 'x' || char(27) || ']0;x' || char(10) || 'y');
		INSERT INTO profession (code, category, label) VALUES ('line' || char(10) || 'feed', 'escape' || char(27), 'x'), ('; touch harm', '-q', 'x');"
	lacks 'balint-group person add --profession ' 'line\|feed'
	lacks 'balint-group profession add --category ' 'escape.*'
	balint-group --describe person add --profession '' >described
	grep -qxF '$(touch harm)'$'\t''x\x1b]0;x\x0ay' described
	typed "balint-group person add --profession '\$" 'balint-group person add --profession \;' 'balint-group person add --profession \$' >got
	diff -u - got <<-'END'
	balint-group person add --profession '$(touch harm)' 
	balint-group person add --profession \;\ touch\ harm 
	balint-group person add --profession \$\(touch\ harm\) 
	END
	echo 'balint-group person add --profession ' | tee >(in_zsh >zsh) | in_fish >fish
	[ ! -e harm ]
}

@test "what is typed is never run" {
	association
	hostile=('$(touch harm)' '`touch harm`' '"$(touch harm)"' '${x:-$(touch harm)}' '$((x=$(touch harm)))' '<(touch harm)' '~$(touch harm)/')
	for word in "${hostile[@]}"; do
		echo "balint-group -d $word members --role "
		echo "balint-group person show $word"
	done >asked
	in_bash <asked >/dev/null
	in_zsh <asked >/dev/null 2>&1
	in_fish <asked >/dev/null 2>&1
	[ ! -e harm ]
}

# looks LINE: it is completed in silence, and nothing in the store's folder changes.
looks()
{
	find . -type f ! -name '.*' -newermt '1970-01-01' -exec sha256sum {} + | sort >"$BATS_TEST_TMPDIR/.before"
	capture offered "$1"
	same '' "$stderr" "standard error for '$1'"
	find . -type f ! -name '.*' -newermt '1970-01-01' -exec sha256sum {} + | sort >"$BATS_TEST_TMPDIR/.after"
	diff "$BATS_TEST_TMPDIR/.before" "$BATS_TEST_TMPDIR/.after"
}

@test "a store that is absent, old, newer, damaged or none gives no words, and stays as it is" {
	ninth
	mv "$BALINT_DB" good.db
	looks 'balint-group person show '
	[ ! -e "$BALINT_DB" ]
	cp good.db "$BALINT_DB"
	sql 'PRAGMA user_version = 5'
	looks 'balint-group person show '
	same '' "$(grep rossi <<<"$output")"
	sql 'PRAGMA user_version = 9999'
	looks 'balint-group person show '
	same '' "$(grep rossi <<<"$output")"
	head -c 30000 good.db >"$BALINT_DB"
	looks 'balint-group person show '
	head -c 100000 /dev/urandom >"$BALINT_DB"
	looks 'balint-group person show '
	same '' "$(grep rossi <<<"$output")"
	: >"$BALINT_DB"
	looks 'balint-group person show '
	rm "$BALINT_DB"
	mkdir "$BALINT_DB"
	looks 'balint-group person show '
	rmdir "$BALINT_DB"
	mkfifo "$BALINT_DB"
	capture timeout 5 balint-group --complete person show ''
	[ "$status" -ne 124 ]
	rm "$BALINT_DB"
	# Verbs and options need no store.
	offered 'balint-group ' | grep -qx enrol
	offered 'balint-group enrol --' | grep -qx -e --role
	offered 'balint-fees reconcile --bank ' | grep -qx unicredit
	(unset BALINT_DB HOME && offered 'balint-group ') | grep -qx enrol
}

@test "every verb for which the table of placeholders knows something of its own is there" {
	count=0
	while IFS='|' read -r program verb; do
		verbs "balint-${program,,}" | grep -qxF "$verb" || { echo "balint-${program,,} has no verb '$verb'" && false; }
		count=$((count + 1))
	done < <(sed -n 's/^\t{ \([A-Z]*\), "\([^"]*\)", .*/\1|\2/p' "$ROOT/lib/command/meaning.c")
	[ $count -gt 20 ]
}

@test "completing beside a writer neither waits nor disturbs" {
	ninth
	mkfifo orders
	sqlite3 "$BALINT_DB" <orders >/dev/null &
	exec 7>orders
	echo "BEGIN IMMEDIATE; INSERT INTO profession VALUES ('nuovo', 'x', 'y'); PRAGMA user_version;" >&7
	until [ -s "$BALINT_DB-wal" ] || [ -e "$BALINT_DB-shm" ]; do sleep 0.02; done
	timeout 5 balint-group --complete person show '' | grep -qx rossi
	lacks 'balint-group person add --profession ' nuovo
	echo 'COMMIT;' >&7
	exec 7>&-
	wait
	balint-group --complete person add --profession '' | grep -qx nuovo
}

@test "a store that may only be read is completed from" {
	ninth
	read_only
	unprivileged balint-group --complete person show '' | grep -qx rossi
	same balint.db "$(ls -A "$shelf/store")" 'what lies in the folder'
}

teardown() { unshelve; }
