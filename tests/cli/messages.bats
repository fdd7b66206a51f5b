# shellcheck shell=bats disable=SC2154
# What the programs say to people is in their language; what they say to programs never changes.
load helper

programs='balint-group balint-calendar balint-attend balint-fees'

setup_file()
{
	# Locales as a machine in Italy has them, and in Turkey, where i and I are not the same letter.
	export LOCPATH=$BATS_FILE_TMPDIR/locales
	mkdir "$LOCPATH"
	for name in it_IT tr_TR; do localedef -i $name -f UTF-8 "$LOCPATH/$name.UTF-8" 2>/dev/null; done
}

# The stores and the calls that other files of tests know: a function of another file.
# shellcheck disable=SC1090  # whatever it is
borrow() { source <(sed -n "/^$2()/,/^}/p" "$BATS_TEST_DIRNAME/$1.bats"); }

in_italian() { env LANG=it_IT.UTF-8 "$@"; }

# says MESSAGE COMMAND...: what an Italian reader is told first.
says()
{
	local message=$1
	shift
	capture in_italian "$@"
	same "$1: $message" "${stderr_lines[0]}" "what '$*' says"
}

verbs() { "$1" --help | sed -n '/^verbs:/,/^$/s/^  \([^ ].*[^ ]\)   *.*/\1/p' | sed 's/  .*//'; }

verb_lines() { sed -n '/^verb.*:$/,/^$/p'; }

# summary VERB: as the list of verbs on standard input has it.
summary() { grep "^  $1  " | sed 's/^  [^ ].*[^ ]   *//'; }

@test "every message of the sources has its Italian, and nothing else has" {
	same '' "$("$ROOT/scripts/messages")" 'what is wrong with share/po/it.po'
}

@test "a message that is new, one that is gone, and a format that does not fit are found" {
	mkdir -p checkout/lib/base checkout/share/po checkout/scripts
	cp "$ROOT/scripts/messages" checkout/scripts
	printf '#include "x.h"\n#define BOTH(x) refuse(x, "in a macro")\nbool f(void) { return g ? refuse(w, a ? "one %%s" : "two " "%%" PRId64, h("not this")) : refuse(w, "%%s: %%s", b); }\n' >checkout/lib/base/x.c
	printf 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "one %%s"\nmsgstr "uno %%s"\n\nmsgid "gone"\nmsgstr "via"\n' >checkout/share/po/it.po
	capture checkout/scripts/messages
	same 1 "$status"
	same "$(printf 'share/po/it.po: without Italian: "%s"\n' 'in a macro' 'two %<PRId64>'; echo 'share/po/it.po: in no source: "gone"')" "$output"
	checkout/scripts/messages --missing | sed 's/msgstr ""$/msgstr "x"/; s/"two %<PRId64>"/&\nmsgstr "due %s"/' | sed '/due/{n;d}' >chunk.po
	capture checkout/scripts/messages --merge chunk.po
	same 1 "$status"
	[[ $stderr == *"format specifications in 'msgid' and 'msgstr'"* ]]
	sed -i 's/due %s/due %<PRId64>/' chunk.po
	silent checkout/scripts/messages --merge chunk.po
	silent checkout/scripts/messages
}

@test "a format whose words nothing looks up is found, and a command to type is none" {
	mkdir -p checkout/lib/base checkout/share/po checkout/scripts
	cp "$ROOT/scripts/messages" checkout/scripts
	printf 'char *f(void) { return g(memory_format("%%s is lost", a), memory_format(translated("%%s is found"), a), memory_format("balint-fees due %%s", a)); }\n' >checkout/lib/base/x.c
	printf 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "%%s is found"\nmsgstr "%%s trovato"\n' >checkout/share/po/it.po
	mkdir temporary
	TMPDIR=$PWD/temporary capture checkout/scripts/messages
	same 'lib/base/x.c:1: not translated: "%s is lost"' "$output"
	same 1 "$status"
	same '' "$(ls temporary)" 'what is left behind'
}

@test "the summary of every verb, and of every program, is there in Italian, and fits a line" {
	for program in $programs; do
		"$program" --help >english
		in_italian "$program" --help >italian
		[ "$(sed -n 3p english)" != "$(sed -n 3p italian)" ]
		same "usage: $program [shared options] VERB [options] [operands]" "$(head -n 1 english)"
		same "uso: $program [opzioni comuni] VERBO [opzioni] [argomenti]" "$(head -n 1 italian)"
		while read -r verb; do
			for language in english italian; do
				summary "$verb" <$language >$language.summary
				[ -s $language.summary ] || { echo "$program $verb has no summary: $language" && false; }
			done
			! cmp -s english.summary italian.summary || { echo "$program $verb is in English: $(cat english.summary)" && false; }
			# shellcheck disable=SC2086  # a verb may be two words
			in_italian "$program" $verb --help | sed -n '/^$/,$p' | sed 1d | tr -s '\n ' ' ' | grep -qF "$(cat italian.summary)"
		done < <(verbs "$program")
		# A verb may say more where the English does.
		paste -d '\t' <(verb_lines <english) <(verb_lines <italian) | awk -F '\t' 'length($2) > 80 && length($2) > length($1) { print $2; wide = 1 } END { exit wide }'
	done
}

@test "no line of --help is left in English but usage and columns" {
	for program in $programs; do
		# shellcheck disable=SC2086  # a verb may be two words
		while read -r verb; do
			"$program" $verb --help
			echo END
			in_italian "$program" $verb --help >&7
			echo END >&7
		done < <(verbs "$program") >english.help 7>italian.help
		sed -n '/options:$/,/^END$/p' english.help | sed '/columns:/,/^$/d; s/^ .\{29\}//' | grep ' [a-z]' | sort -u >english
		sed -n '/^opzioni/,/^END$/p' italian.help | sed '/colonne:/,/^$/d; s/^ .\{29\}//' | grep ' [a-z]' | sort -u >italian
		[ -s english ] && [ -s italian ]
		same '' "$(comm -12 english italian)" "what --help of $program says in English"
	done
}

@test "refusals, warnings and misuse are in Italian" {
	ninth
	says 'manca il verbo' balint-group
	says "verbo sconosciuto 'membri'; forse 'members'?" balint-group membri
	says "opzione sconosciuta '--mese'" balint-fees due --mese 3
	says "--month: '2021-13' non è un mese; scriverlo come 2021-03" balint-fees due --month 2021-13
	says "DATE: '2021-02-29' non è una data: febbraio 2021 ha 28 giorni" balint-calendar why 2021-02-29
	says "handle: 'nessuno' non esiste; si vedono con 'balint-group person list'" balint-group person show nessuno
	says "handle: 'rosi' non esiste; forse 'rossi'?" balint-attend mark 2021-02-17 rosi=present
	says "AMOUNT: '-5': un importo non è mai negativo" balint-fees pay rossi --on 2021-03-01 -- -5
	says "--columns: la colonna 'nome' non esiste; ci sono code, category, label" balint-group profession list -c nome
	says "'enrol' vuole HANDLE..." balint-group enrol
	says "iban: 'IT93S0200801058000040951624' non è un IBAN: le cifre di controllo non tornano; una cifra è sbagliata o due sono scambiate" \
		balint-group set iban=IT93S0200801058000040951624
	says "si può indicare solo una fra --header e --no-header" balint-group members --header --no-header
	says "'rossi' è iscritto come participant, non come conductor" balint-group enrol rossi --role conductor
	says "$PWD/none.db: qui non c'è un archivio; crearne uno con 'balint-group init'" balint-group members --db "$PWD/none.db"
	same 'uso: balint-group [opzioni comuni] VERBO [opzioni] [argomenti]; si veda '\''balint-group --help'\' "$(in_italian balint-group 2>&1 | tail -n 1)"
}

@test "the language is that of LANGUAGE, LC_ALL, LC_MESSAGES and LANG, installed or not" {
	language() { env -u LANG "$@" balint-group 2>&1 | sed -n '1s/.*: //p'; }
	for path in "$LOCPATH" ''; do
		export LOCPATH=$path
		same 'no verb' "$(language)"
		same 'manca il verbo' "$(language LANG=it_IT.UTF-8)"
		same 'manca il verbo' "$(language LANG=en_GB.UTF-8 LC_MESSAGES=it_IT.UTF-8)"
		same 'no verb' "$(language LANG=it_IT.UTF-8 LC_MESSAGES=C)"
		same 'manca il verbo' "$(language LANG=C LC_MESSAGES=C LC_ALL=it_IT.UTF-8)"
		same 'no verb' "$(language LANG=it_IT.UTF-8 LANGUAGE=en)"
		same 'manca il verbo' "$(language LANG=tr_TR.UTF-8 LANGUAGE=fr:it)"
		same 'no verb' "$(language LANG=tr_TR.UTF-8)"
		same 'no verb' "$(language LC_ALL=C LANGUAGE=it)"
		same 'no verb' "$(language LC_ALL=POSIX LANG=it_IT.UTF-8 LANGUAGE=it)"
		same 'manca il verbo' "$(language LC_ALL= LC_MESSAGES= LANG=it_IT.UTF-8 LC_TIME=C LC_CTYPE=C)"
	done
	unset LOCPATH
	same 'manca il verbo' "$(language LANG=it)"
	same 'manca il verbo' "$(language LANG=it_CH.UTF-8)"
	same 'no verb' "$(language LANG=item)"
}

@test "without its catalogue a program speaks English" {
	mkdir elsewhere
	cp "$(command -v balint-group)" elsewhere
	PATH=$PWD/elsewhere:$PATH
	same 'balint-group: no verb' "$(in_italian balint-group 2>&1 | head -n 1)"
}

@test "what is wrong in a file of members is in Italian too" {
	ninth
	printf 'handle,family,given,payer\nviola,Viola,,\nverdi,Verdi,Ugo,verdi\n' >people.csv
	capture in_italian balint-group import people.csv
	same "balint-group: people.csv:2: given: vuoto
balint-group: people.csv:3: payer: nessuno è pagante di sé stesso; lasciare vuoto" "$stderr"
}

@test "no message, no look for a catalogue" {
	ninth
	# What a sanitizer looks for itself is there in English too.
	export ASAN_OPTIONS=detect_leaks=0
	for language in C it_IT.UTF-8; do
		env LANG=$language strace -f -e trace=file -o calls balint-group members >/dev/null
		grep -q 'balint\.db' calls
		grep -e locale -e '\.mo"' -e '/proc/self/exe' calls | sed 's/^[0-9]* *//' >$language.looks || true
	done
	same "$(cat C.looks)" "$(cat it_IT.UTF-8.looks)" 'the files looked at'
	same '' "$(grep -v /proc/self/exe it_IT.UTF-8.looks)" 'the catalogues looked at'
}

@test "errors of the system are in the language too, those of every call that we make" {
	same 'balint-group: standard output: No space left on device' "$(balint-group --version 2>&1 >/dev/full)"
	same 'balint-group: standard output: Spazio esaurito sul dispositivo' "$(in_italian balint-group --version 2>&1 >/dev/full)"
	ninth
	says "$PWD non si può leggere: È una directory" balint-fees reconcile "$PWD"
	[[ $(/usr/bin/python3 -c 'import os, re
for text in set(re.findall(r"\[E[A-Z0-9]+\] = N_\(\"(.*)\"\)", open("'"$ROOT"'/lib/base/translation.c").read())) - {os.strerror(n) for n in range(1, 134)}: print(text)') == '' ]]
}

@test "what check finds is told in the reader's language in a table, and in English to scripts" {
	edition
	participant rossi Rossi Maria
	in_italian balint-group check -f table >shown || true
	grep -q 'nessun conduttore' shown
	grep -q '^warning  *edizione 1 ' shown
	for format in tsv csv csv-it jsonl; do
		same "$(balint-group check -f $format)" "$(in_italian balint-group check -f $format)" "$format"
	done
	same "$(balint-group check)" "$(in_italian balint-group check)"
	grep -q 'no conductor' <(in_italian balint-group check)
}

@test "why a date is free or not is told in the reader's language in a table, and in English to scripts" {
	ninth
	[[ $(in_italian balint-calendar why 2021-06-02 -f table --no-header) == *'(festa nazionale dal 2001, '* ]]
	[[ $(in_italian balint-calendar why 2021-02-17 -f table --no-header) == *'seduta 1 di 10' ]]
	for format in tsv jsonl; do
		same "$(balint-calendar why 2021-06-02 -f $format)" "$(in_italian balint-calendar why 2021-06-02 -f $format)"
	done
}

@test "what a notice failed of is kept in English" {
	ninth
	export BALINT_TODAY=2021-03-24
	capture in_italian balint-calendar remind --via "mbox:$PWD"
	same 3 "$status"
	same 'Is a directory' "$(sql "SELECT DISTINCT error FROM outbox WHERE status = 'queued' AND error IS NOT NULL" | sed 's/.*: //')"
}

@test "what reading verbs print is the same to the byte in every locale and format, tables apart" {
	borrow output lively_ninth
	borrow output credits
	borrow output reading
	prepared lively_ninth
	credits >credits.csv
	count=0
	while read -r command; do
		[[ $command != *--help && $command != *--month && $command != *'-f table'* ]] || continue
		formats=('')
		# shellcheck disable=SC2086  # a command line
		$command -f tsv >/dev/null 2>&1 && formats+=('-f csv-it')
		[ -n "$BRIEF" ] || [ ${#formats[@]} -eq 1 ] || formats+=('-f tsv' '-f csv' '-f jsonl')
		for format in "${formats[@]}"; do
			# shellcheck disable=SC2086
			LC_ALL=C $command $format >expected 2>/dev/null || true
			for locale in it_IT.UTF-8 $([ -n "$BRIEF" ] || echo tr_TR.UTF-8); do
				# shellcheck disable=SC2086
				LC_ALL=$locale $command $format >got 2>/dev/null || true
				cmp expected got || { echo "'$command $format' in $locale:" && diff expected got; }
				count=$((count + 1))
			done
		done
	done < <(reading)
	[ $count -gt "$(times 300 80)" ]
}

@test "tables differ by days, months and sentences only" {
	borrow output lively_ninth
	borrow output credits
	borrow output reading
	prepared lively_ninth
	credits >credits.csv
	while read -r command; do
		[[ $command != *--help ]] || continue
		# shellcheck disable=SC2086  # a command line
		LC_ALL=C.UTF-8 $command -f table >expected 2>/dev/null || continue
		# shellcheck disable=SC2086
		LC_ALL=tr_TR.UTF-8 $command -f table | diff expected -
		case $command in
		*' plan'* | *' suggest'* | *' list'* | *' next'* | *' why'* | *' check'* | *' grid'* | *' rota'*) continue ;;
		esac
		# shellcheck disable=SC2086
		LC_ALL=it_IT.UTF-8 $command -f table | diff expected -
	done < <(reading)
}

@test "what writing verbs print is the same in every locale, and so is what they write" {
	borrow dry_run writing
	cp "$DATA/school.ics" .
	printf 'date,handle,status\n2021-02-17,rossi,absent\n2021-03-03,rossi,present\n' >marks.csv
	printf 'date,amount,text,payer,iban\n2021-03-08,85.40,Gruppo Balint 9 ed 2020_Conti_marzo,TERESA CONTI,IT60X0542811101000000123456\n' >credits.csv
	printf 'handle,conduct\nrossi,5\n' >answers.csv
	printf 'family,given,status\nViola,Rita,waiting\n' >people.csv
	ninth
	balint-attend certify gallo --as-of 2021-02-17 >/dev/null
	sql "UPDATE certificate SET code = '7KQM-2XPA-HR94'"
	for locale in C it_IT.UTF-8 tr_TR.UTF-8; do
		(
			cp "$BALINT_DB" "$locale.db"
			rm -rf post demo.db
			export BALINT_DB=$PWD/$locale.db LC_ALL=$locale
			# shellcheck disable=SC2086  # a command line
			while read -r command; do
				printf '$ %s\n' "$command"
				$command
			done < <(writing | grep -v ' restore copy') >"$locale.out" 2>"$locale.err"
		)
		[ "$locale" = C ] || diff C.out "$locale.out"
	done
	for table in edition person enrolment session suspension change consent instalment entry allocation credit presentation outbox; do
		columns=$(sql "SELECT group_concat(quote(name)) FROM pragma_table_info('$table') WHERE name NOT LIKE '%\\_at' ESCAPE '\\' AND name <> 'uid'" | tr "'" '"')
		for locale in it_IT.UTF-8 tr_TR.UTF-8; do
			diff <(sqlite3 C.db "SELECT $columns FROM $table") <(sqlite3 $locale.db "SELECT $columns FROM $table")
		done
	done
}
