# shellcheck shell=bats disable=SC2154
# balint-group edition: the programmes that the association runs.
load helper

setup()
{
	scene
	association
}

show() { balint-group edition show "$@" -f jsonl; }

@test "add makes an edition and prints its code" {
	prints balint-group edition add 9 --number 9 --year 2020 <<<9
	prints balint-group edition list <<<'9|9|2020|Gruppo Balint|open|||0|0'
}

@test "an edition is by default annual, mixed, every two weeks at 21:00 for 90 minutes, for 10 to 12 people" {
	balint-group edition add 9 --number 9 --year 2020 >/dev/null
	prints show -c title,programme,composition,every,at,minutes,venue,online,min,max,reference <<-'END'
		{"title":"Gruppo Balint","programme":"annual","composition":"mixed","every":2,"at":"21:00","minutes":90,"venue":null,"online":null,"min":10,"max":12,"reference":"{title} {number} ed {year}_{family}_{month}"}
	END
}

@test "add takes all that makes an edition" {
	balint-group edition add corso.1 --number 1 --year 2024 --title 'Corso di familiarizzazione' --programme familiarisation \
		--composition single --every 1w --at 18:30 --minutes 60 --venue 'Torino, via Po' --online https://example.org/j/1 --about 'Per i pediatri di Torino.' \
		--min 6 --max 10 --reference '{title}_{family}_{month}'
	prints balint-group edition show -f tsv <<-'END'
		corso.1|1|2024|Corso di familiarizzazione|open|||0|0|familiarisation|single|1|18:30|60|Torino, via Po|https://example.org/j/1|6|10|{title}_{family}_{month}|whole|whole|Per i pediatri di Torino.
	END
}

@test "each kind of programme of the contract can be had" {
	for programme in familiarisation annual biennial permanent; do
		succeeds balint-group edition add $programme --number 1 --year 2021 --programme $programme
	done
}

@test "list shows first and last session, how many sessions and active participants" {
	ninth
	prints balint-group edition list -H <<-'END'
		code|number|year|title|status|first|last|sessions|participants
		9|9|2020|Gruppo Balint|open|2021-02-17|2021-06-23|10|11
	END
}

@test "editions are listed by number, ten after nine" {
	balint-group edition add 10 --number 10 --year 2021 >/dev/null
	balint-group edition add 9 --number 9 --year 2020 >/dev/null
	prints balint-group edition list -c code <<-'END'
		9
		10
	END
}

@test "show takes the edition by operand, by --edition, or the only open one" {
	balint-group edition add 9 --number 9 --year 2020 >/dev/null
	prints balint-group edition show -c code <<<9
	balint-group edition add 10 --number 10 --year 2021 >/dev/null
	prints balint-group edition show 9 -c code <<<9
	prints balint-group edition show -e 10 -c code <<<10
	BALINT_EDITION=9 prints balint-group edition show -c code <<<9
}

@test "when several are open, one must be named" {
	balint-group edition add 9 --number 9 --year 2020 >/dev/null
	balint-group edition add 10 --number 10 --year 2021 >/dev/null
	refused 1 'several editions are open (9, 10); name one with --edition' balint-group edition show
	refused 1 'several editions are open (9, 10); name one with --edition' balint-group members
}

@test "where none is open, that is said" {
	refused 1 "there is no open edition; add one with 'balint-group edition add'" balint-group members
}

@test "an unknown edition is refused, and a like one offered" {
	balint-group edition add 2021a --number 9 --year 2020 >/dev/null
	refused 1 "edition: unknown '2021b'; did you mean '2021a'?" balint-group edition show 2021b
	refused 1 "edition: unknown '2021b'; did you mean '2021a'?" balint-group members -e 2021b
	BALINT_EDITION=2021b refused 1 "edition: unknown '2021b'; did you mean '2021a'?" balint-group members
	refused 1 "edition: unknown '2021b'; did you mean '2021a'?" balint-group edition set 2021b --title X
}

@test "adding it again changes nothing" {
	balint-group edition add 9 --number 9 --year 2020 --venue Torino >/dev/null
	unchanged prints balint-group edition add 9 --number 9 --year 2020 --venue Torino <<<9
	unchanged prints balint-group edition add 9 --number 9 --year 2020 <<<9
}

@test "adding it with other content names the difference and the verb that changes it" {
	balint-group edition add 9 --number 9 --year 2020 >/dev/null
	refused 1 "edition '9' is there, its title is 'Gruppo Balint' and not 'Corso'; to change it: balint-group edition set 9 --title Corso" \
		balint-group edition add 9 --number 9 --year 2020 --title Corso
}

@test "what that message says to do, does it: for each option" {
	balint-group edition add 9 --number 9 --year 2020 --venue Torino --online https://example.org/1 >/dev/null
	for option in '--number 8' '--year 2021' '--title Corso' '--programme permanent' '--composition single' '--every 1w' \
		'--at 20:30' '--minutes 60' '--venue Milano' '--online https://example.org/2' '--min 9' '--max 11' '--reference {family}' '--joining proportion' '--leaving proportion' '--about Mensile'; do
		# shellcheck disable=SC2086  # an option and its value
		capture balint-group edition add 9 --number 9 --year 2020 $option
		same 1 "$status" "the exit status with $option"
		silent sh -c "${stderr##*to change it: }"
		balint-group edition set 9 --number 9 --year 2020
	done
	prints balint-group edition show -c title,programme,composition,every,at,minutes,venue,online,min,max,reference <<-'END'
		Corso|permanent|single|1|20:30|60|Milano|https://example.org/2|9|11|{family}
	END
}

@test "about says what the leaflet says of the group; a long one is compared whole, and an empty one goes" {
	long=$(printf 'è%.0s' {1..990})
	balint-group edition add 9 --number 9 --year 2020 --about "$long a" >/dev/null
	unchanged prints balint-group edition add 9 --number 9 --year 2020 --about "$long a" <<<9
	refused 1 "edition '9' is there with another about; to change it: balint-group edition set 9 --about TEXT" \
		balint-group edition add 9 --number 9 --year 2020 --about "$long b"
	refused 2 '*control character*' balint-group edition set 9 --about $'due\nrighe'
	silent balint-group edition set 9 --venue Torino
	prints balint-group edition show -c about <<<"$long a"
	silent balint-group edition set 9 --about ''
	prints balint-group edition show -f jsonl -c about <<<'{"about":null}'
}

@test "set changes what it is told and nothing else" {
	balint-group edition add 9 --number 9 --year 2020 --venue Torino >/dev/null
	silent balint-group edition set 9 --title Corso --every 1w --at 20:30 --minutes 60 --max 10
	prints balint-group edition show -c number,title,every,at,minutes,venue,min,max <<<'9|Corso|1|20:30|60|Torino|10|10'
}

@test "setting what is set already changes nothing, not even the log" {
	balint-group edition add 9 --number 9 --year 2020 >/dev/null
	unchanged silent balint-group edition set 9 --number 9 --every 2w
}

@test "an empty venue or link takes it away, an empty title is none" {
	balint-group edition add 9 --number 9 --year 2020 --venue Torino --online https://example.org/1 >/dev/null
	silent balint-group edition set 9 --venue '' --online ''
	prints balint-group edition show -c venue,online <<<'|'
	refused 2 '--title: an empty text' balint-group edition set 9 --title ''
}

@test "the link is one of the web" {
	local cure="is not a link; write it as https://example.org/j/1, without spaces, quotation marks and accents"
	refused 1 "--online: 'zoom' $cure" balint-group edition add 9 --number 9 --year 2020 --online zoom
	balint-group edition add 9 --number 9 --year 2020 --online https://example.org/1 >/dev/null
	refused 1 "--online: 'https://example.org/a b' $cure" balint-group edition set 9 --online 'https://example.org/a b'
	refused 1 "--online: 'javascript:alert(1)' $cure" balint-group edition set 9 --online 'javascript:alert(1)'
	silent balint-group edition set 9 --online 'https://zoom.example.org/j/123?pwd=aB1.2'
	prints balint-group edition show -c online <<<'https://zoom.example.org/j/123?pwd=aB1.2'
}

@test "number and year are needed, and the code" {
	refused 2 '--number N is needed' balint-group edition add 9 --year 2020
	refused 2 '--year Y is needed' balint-group edition add 9 --number 9
	refused 2 "'edition add' wants CODE" balint-group edition add --number 9 --year 2020
}

@test "a code can be typed in a shell" {
	for code in 'a b' '' '-9' '../x' 'ò' "9'"; do
		refused 1 "'$code' is not a code: at most 64 letters, digits, '.', '_', '-', the first one a letter or digit" \
			balint-group edition add --number 9 --year 2020 -- "$code"
	done
}

@test "values that make no sense are refused" {
	no() { refused 2 "$1" balint-group edition add 9 --number 9 --year 2020 "${@:2}"; }
	no "--number: '0' is not a whole number from 1 to 9999" --number 0
	no "--number: '-1' is not a whole number from 1 to 9999" --number -1
	no "--every: '3' is not *" --every 3
	no "--every: '0w' is not *" --every 0w
	no "--at: '25:00' is not a time of day; write it as 21:00" --at 25:00
	no "--at: '21:60' is not a time of day; write it as 21:00" --at 21:60
	no "--minutes: '0' is not a whole number from 1 to *" --minutes 0
	no "--programme: 'x' is none of familiarisation|annual|biennial|permanent" --programme x
	no "--composition: 'x' is none of mixed|single" --composition x
	no '--title: an empty text' --title ''
}

@test "an edition has room for its fewest participants" {
	refused 1 'at least 5 participants and at most 3 cannot be; set --min and --max' balint-group edition add 9 --number 9 --year 2020 --min 5 --max 3
	balint-group edition add 9 --number 9 --year 2020 >/dev/null
	refused 1 'at least 10 participants and at most 5 cannot be; set --min and --max' balint-group edition set 9 --max 5
}

@test "a session ends before midnight" {
	refused 1 '*midnight' balint-group edition add 9 --number 9 --year 2020 --at 23:00
}

@test "a template of references has only places that can be filled" {
	refused 1 "'{cognome}' has an unknown placeholder at '{cognome}'; there are {title} {number} {year} {family} {given} {month} {code} {handle}" \
		balint-group edition add 9 --number 9 --year 2020 --reference '{cognome}'
	refused 1 "'x {family' has an unknown placeholder at '{family'; *" \
		balint-group edition add 9 --number 9 --year 2020 --reference 'x {family'
}
