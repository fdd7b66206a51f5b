# shellcheck shell=bats disable=SC2154,SC2030,SC2031,SC2153
# balint-group init: the store of an association.
load helper

start() { balint-group init --association 'Circolo Balint' --payee 'Circolo Balint' --iban "$IBAN" "$@"; }

@test "init makes the store and prints its name" {
	prints start <<<"$BALINT_DB"
	[ -f "$BALINT_DB" ]
}

@test "the store can be read and written by its owner alone, whatever the umask" {
	for mask in 000 022 077; do
		(umask $mask && start --db "$mask.db" >/dev/null)
		same 600 "$(stat -c %a "$mask.db")" "the mode under umask $mask"
	done
}

@test "a store that is named by no option and no BALINT_DB lies in XDG_DATA_HOME" {
	unset BALINT_DB
	export XDG_DATA_HOME=$BATS_TEST_TMPDIR/data
	prints start <<<"$XDG_DATA_HOME/balint/balint.db"
	[ -f "$XDG_DATA_HOME/balint/balint.db" ]
}

@test "without XDG_DATA_HOME it lies in ~/.local/share" {
	unset BALINT_DB
	prints start <<<"$HOME/.local/share/balint/balint.db"
	[ -f "$HOME/.local/share/balint/balint.db" ]
}

@test "--db wins over BALINT_DB, and BALINT_DB over XDG_DATA_HOME" {
	export XDG_DATA_HOME=$BATS_TEST_TMPDIR/data
	prints start --db other.db <<<other.db
	prints start <<<"$BALINT_DB"
	[ ! -e "$XDG_DATA_HOME" ]
}

@test "all that init is told becomes a setting" {
	balint-group init --association 'Il Nodo' --payee 'Il Nodo APS' --iban 'IT92 S020 0801 0580 0004 0951 624' --bic UNCRITMM \
		--from 'Segreteria <segreteria@example.org>' --reply-to risposte@example.org --language en >/dev/null
	prints balint-group get <<-'END'
		association|Il Nodo
		bic|UNCRITMM
		consent|participants
		dunning|7,21,42
		from|Segreteria <segreteria@example.org>
		grace|10
		iban|IT92S0200801058000040951624
		language|en
		payee|Il Nodo APS
		reply-to|risposte@example.org
		rota|no
		threshold|90
	END
}

@test "the language is Italian unless said otherwise" {
	start >/dev/null
	prints balint-group get language <<<'language|it'
}

@test "init again with the same content succeeds and changes nothing" {
	start >/dev/null
	unchanged prints start <<<"$BALINT_DB"
}

@test "init again may leave options out" {
	start --bic UNCRITMM >/dev/null
	unchanged prints start <<<"$BALINT_DB"
}

@test "init again adds what has no value yet" {
	start >/dev/null
	prints start --bic UNCRITMM <<<"$BALINT_DB"
	prints balint-group get bic <<<'bic|UNCRITMM'
}

@test "init again with other content names the difference and the verb that changes it" {
	start >/dev/null
	refused 1 "association is 'Circolo Balint' and not 'Altri'; to change it: balint-group set association=Altri" \
		balint-group init --association Altri --payee 'Circolo Balint' --iban "$IBAN"
}

@test "what that message says to do, does it" {
	start >/dev/null
	capture balint-group init --association "L'altro circolo" --payee 'Circolo Balint' --iban "$IBAN"
	silent sh -c "${stderr##*to change it: }"
	prints balint-group get association <<<"association|L'altro circolo"
}

@test "IBANs are checked by their digits, and Italian ones by their CIN" {
	while IFS=$TAB read -r iban _ verdict; do
		case $verdict in
		ok*) succeeds balint-group init --association A --payee A --iban "$iban" --db "$iban.db" ;;
		bad*) refused 1 "iban: '$iban' is not an IBAN: *" balint-group init --association A --payee A --iban "$iban" ;;
		esac
	done < <(tail -n +2 "$DATA/iban.tsv")
}

@test "a foreign IBAN has no CIN to check" {
	balint-group init --association A --payee A --iban 'DE89 3704 0044 0532 0130 00' >/dev/null
	prints balint-group get iban <<<'iban|DE89370400440532013000'
}

@test "what is no IBAN at all is refused" {
	refused 1 "iban: 'IT20A0200801058000040951624' is not an IBAN: its CIN is A and should be S" \
		balint-group init --association A --payee A --iban IT20A0200801058000040951624
	refused 1 "iban: 'IT00' is not an IBAN" balint-group init --association A --payee A --iban IT00
}

@test "a BIC has eight or eleven characters" {
	refused 1 'bic: *' start --bic UNCR
}

@test "a mailbox without an address is refused" {
	refused 1 "from: 'Segreteria' is not a mail address such as name@example.org" start --from Segreteria
}

@test "a line break in a mailbox, which would become a header of mail, is refused" {
	refused 2 '--from: control character U+000D at character 10' start --from $'A <a@b.c>\r\nBcc: x@y.z'
}

@test "a language that papers are not written in is refused" {
	refused 2 "--language: 'fr' is none of it|en" start --language fr
}

@test "association, payee and IBAN are needed" {
	refused 2 '--association NAME is needed' balint-group init
	refused 2 '--payee NAME is needed' balint-group init --association A
	refused 2 '--iban IBAN is needed' balint-group init --association A --payee A
}

@test "an association has a name" {
	refused 2 '--association: an empty text' balint-group init --association '' --payee A --iban "$IBAN"
	refused 2 '--association: an empty text' balint-group init --association '  ' --payee A --iban "$IBAN"
}

@test "init leaves nothing behind that is no store" {
	run start --from nobody
	run start --dry-run
	same home "$(find . -mindepth 1 -maxdepth 1 ! -name '.*' -printf '%f\n')" 'the directory'
}
