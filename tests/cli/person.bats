# shellcheck shell=bats disable=SC2154,SC1112
# balint-group person: the people whom the association knows.
load helper

setup()
{
	scene
	association
}

@test "add makes a person and prints the handle" {
	prints balint-group person add rossi.maria --family Rossi --given Maria <<<rossi.maria
}

@test "without a handle it is made of the family name" {
	prints balint-group person add --family Rossi --given Maria <<<rossi
	prints balint-group person add --family "D'Angelo" --given Anna <<<dangelo
	prints balint-group person add --family 'De Luca' --given Giorgio <<<deluca
	prints balint-group person add --family Müller --given Hannah <<<muller
	prints balint-group person add --family Nicolò --given Ugo <<<nicolo
}

@test "a name that no handle can be made of needs one" {
	refused 1 "no handle can be made of '王'; give one: person add HANDLE --family …" \
		balint-group person add --family 王 --given 小明
	prints balint-group person add wang --family 王 --given 小明 <<<wang
}

@test "show prints all that is known of a person" {
	balint-group person add asl --family 'ASL TO3' --institution >/dev/null
	balint-group person add rossi --family Rossi --given Maria --profession medico --email maria.rossi@example.org \
		--phone '+39 011 0000000' --tax-code RSSMRA80A01L219M --payer asl >/dev/null
	prints balint-group person show rossi -H <<-'END'
		handle|family|given|profession|category|email|phone|payer|tax_code|kind|language|reminders|born_on|born_in
		rossi|Rossi|Maria|medico|medici-psicologi|maria.rossi@example.org|+39 011 0000000|asl|RSSMRA80A01L219M|person||yes||
	END
}

@test "list has everybody, by name, without regard to accents and case" {
	person z rossi Ugo
	person y Rossi anna
	person x Ésposito Ida
	person w esposito Leo
	person v "D'Angelo" Anna
	person u Dallara Ugo
	person t Müller Eva
	person s Mulas Eva
	prints balint-group person list -H -c handle,family,given <<-'END'
		handle|family|given
		u|Dallara|Ugo
		v|D'Angelo|Anna
		x|Ésposito|Ida
		w|esposito|Leo
		s|Mulas|Eva
		t|Müller|Eva
		y|Rossi|anna
		z|rossi|Ugo
	END
}

@test "adding somebody again changes nothing" {
	balint-group person add rossi --family Rossi --given Maria --profession medico >/dev/null
	unchanged prints balint-group person add rossi --family Rossi --given Maria --profession medico <<<rossi
	unchanged prints balint-group person add --family Rossi --given Maria --profession medico <<<rossi
	unchanged prints balint-group person add --family Rossi --given Maria <<<rossi
}

@test "adding with other data names the difference and the verb that changes it" {
	person rossi Rossi Maria --email a@example.org
	refused 1 "'rossi' is there, its email is 'a@example.org' and not 'b@example.org'; to change it: balint-group person set rossi --email b@example.org" \
		balint-group person add rossi --family Rossi --given Maria --email b@example.org
}

@test "what that message says to do, does it: for each option, apostrophes included" {
	balint-group person add asl --family 'ASL TO3' --institution >/dev/null
	balint-group person add inps --family INPS --institution >/dev/null
	person rossi Rossi Maria --profession medico --email a@example.org --phone 1 --tax-code RSSMRA80A01L219M --payer asl --language it \
		--born-on 1980-01-01 --born-in Torino
	again() { balint-group person add rossi --family Rossi --given Maria "$@"; }
	for option in --given=Marìa --profession=oss --email=b@example.org --phone=2 --tax-code=12345678903 --payer=inps --language=en --reminders=no \
		--born-on=31/12/1979 --born-in=Ivrea "--family=D'Angelo"; do
		capture again "$option"
		same 1 "$status" "the exit status with $option"
		silent sh -c "${stderr##*to change it: }"
		[ "$option" != --given=Marìa ] || balint-group person set rossi --given Maria
	done
	prints balint-group person show rossi <<<"rossi|D'Angelo|Maria|oss|altre-professioni|b@example.org|2|inps|12345678903|person|en|no|1979-12-31|Ivrea"
}

@test "a namesake with other data needs a handle" {
	person rossi Rossi Maria
	refused 1 "'rossi' is there with other data; if this is another person, give a handle: person add HANDLE --family …" \
		balint-group person add --family Rossi --given Mario
	prints balint-group person add rossi.mario --family Rossi --given Mario <<<rossi.mario
}

@test "a namesake may be written otherwise" {
	person dangelo "D'Angelo" Anna
	refused 1 "'dangelo' is there with other data; *" balint-group person add --family DANGELO --given ANNA --phone 1
	refused 1 "'dangelo' is there with other data; *" balint-group person add --family 'D’Angelo' --given Anna --phone 1
}

@test "a namesake who has a handle is found again without it" {
	person rossi Rossi Maria
	person rossi.mario Rossi Mario
	unchanged prints balint-group person add --family Rossi --given Mario <<<rossi.mario
}

@test "a handle is short and can be typed in a shell" {
	for handle in Rossi 'rossi m' '' -rossi "d'angelo" nicolò ../x rossi/m "$(printf 'x%.0s' {1..65})"; do
		refused 1 "'$handle' is not a handle: at most 64 of a-z, 0-9, '.', '_', '-', the first one a letter or digit" \
			balint-group person add --family Rossi --given Maria -- "$handle"
	done
}

@test "set changes what it is told and nothing else" {
	person rossi Rossi Maria --profession medico --email a@example.org
	silent balint-group person set rossi --phone '+39 011 1' --profession oss
	prints balint-group person show rossi <<<'rossi|Rossi|Maria|oss|altre-professioni|a@example.org|+39 011 1|||person||yes||'
}

@test "an empty text takes a fact away; names stay" {
	person rossi Rossi Maria --profession medico --email a@example.org --phone 1
	silent balint-group person set rossi --email '' --phone '' --profession ''
	prints balint-group person show rossi <<<'rossi|Rossi|Maria|||||||person||yes||'
	refused 2 '--family: an empty text' balint-group person set rossi --family ''
	refused 2 '--given: an empty text' balint-group person set rossi --given ''
}

@test "setting what is set already changes nothing, not even the log" {
	person rossi Rossi Maria --profession medico
	unchanged silent balint-group person set rossi --given Maria --profession medico
}

@test "a person has a family and a given name, an institution one name" {
	refused 2 '--family F is needed' balint-group person add x --given Maria
	refused 1 '--given NAME is needed, or --institution' balint-group person add x --family Rossi
	refused 2 '--family: an empty text' balint-group person add x --family '' --given Maria
	refused 2 '--given: an empty text' balint-group person add x --family Rossi --given ' '
	prints balint-group person add asl --family 'ASL TO3' --institution <<<asl
	prints balint-group person show asl -c family,given,kind <<<'ASL TO3||institution'
}

@test "an unknown profession is refused, and a like one offered" {
	refused 1 "profession: unknown 'medicco'; did you mean 'medico'?" \
		balint-group person add rossi --family Rossi --given Maria --profession medicco
	person rossi Rossi Maria
	refused 1 "profession: unknown 'medicco'; did you mean 'medico'?" balint-group person set rossi --profession medicco
}

@test "a mail address is one address" {
	for address in x x@ @x 'a b@example.org' a@example.org,b@example.org 'A <a@example.org>'; do
		refused 1 "--email: '$address' is not a mail address such as name@example.org" \
			balint-group person add rossi --family Rossi --given Maria --email "$address"
	done
}

@test "codice fiscale and partita IVA are checked by their check characters" {
	person rossi Rossi Maria
	for code in RSSMRA80A01L219M RSSMRA80A01LNMVB 12345678903; do
		silent balint-group person set rossi --tax-code $code
	done
	refused 1 "--tax-code: 'RSSMRA80A01L219X': its check character is X and should be M" balint-group person set rossi --tax-code RSSMRA80A01L219X
	refused 1 "--tax-code: '12345678901': its check character is 1 and should be 3" balint-group person set rossi --tax-code 12345678901
	refused 1 "--tax-code: 'RSSMRA'*" balint-group person set rossi --tax-code RSSMRA
}

@test "somebody reads another language than the association writes, or wants no reminders" {
	prints balint-group person add muller --family Müller --given Hannah --language en --reminders no <<<muller
	prints balint-group person show muller -c language,reminders <<<'en|no'
	unchanged prints balint-group person add muller --family Müller --given Hannah --language en --reminders no <<<muller
	unchanged prints balint-group person add --family Müller --given Hannah --reminders no <<<muller
	refused 1 "'muller' is there, its reminders is 'no' and not 'yes'; to change it: balint-group person set muller --reminders yes" \
		balint-group person add muller --family Müller --given Hannah --reminders yes
	silent balint-group person set muller --reminders yes
	prints balint-group person show muller -c language,reminders <<<'en|yes'
	silent balint-group person set muller --language ''
	prints balint-group person show muller -c language,reminders <<<'|yes'
	unchanged silent balint-group person set muller --language '' --reminders yes
	unchanged prints balint-group person add muller --family Müller --given Hannah --language '' --reminders yes <<<muller
}

@test "there are two languages, and two answers" {
	person rossi Rossi Maria
	refused 2 "--language: 'fr' is none of it|en" balint-group person set rossi --language fr
	refused 2 "--language: 'de' is none of it|en" balint-group person add x --family X --given Y --language de
	refused 2 "--reminders: 'maybe' is none of yes|no" balint-group person set rossi --reminders maybe
	refused 2 "--reminders: '' is none of yes|no" balint-group person set rossi --reminders ''
}

@test "they are checked where somebody is added too, spaces and small letters apart" {
	add() { balint-group person add "$1" --family Rossi --given Maria --tax-code "$2"; }
	refused 1 "--tax-code: 'RSSMRA80A01L219X': its check character is X and should be M" add rossi RSSMRA80A01L219X
	refused 1 "--tax-code: 'RSSMRA80A01LNMVM': its check character is M and should be B" add rossi RSSMRA80A01LNMVM
	refused 1 "--tax-code: 'RSSMRA80A01L21'*" add rossi RSSMRA80A01L21
	prints add rossi 'rss mra 80a01 l219m' <<<rossi
	prints add omocoda rssmra80a01lnmvb <<<omocoda
	prints add provvisoria 12345678903 <<<provvisoria
	same $'RSSMRA80A01L219M\nRSSMRA80A01LNMVB\n12345678903' "$(sql 'SELECT tax_code FROM person ORDER BY id')" 'what is kept'
}

@test "an institution has a partita IVA" {
	refused 1 "--tax-code: '00743110158': its check character is 8 and should be 7" \
		balint-group person add asl --family 'ASL Torino' --institution --tax-code 00743110158
	prints balint-group person add asl --family 'ASL Torino' --institution --tax-code '007 4311 0157' <<<asl
	prints balint-group person show asl -c tax_code <<<00743110157
}

@test "the payer is known, and somebody else" {
	person rossi Rossi Maria
	refused 1 "--payer: handle: unknown 'asl'; 'balint-group person list' shows them" balint-group person set rossi --payer asl
	refused 1 '--payer: nobody is their own payer; *' balint-group person set rossi --payer rossi
}

@test "birth: a day in the past and a place, which an empty text takes away" {
	prints balint-group person add rossi --family Rossi --given Maria --born-on 01/02/1980 --born-in "Reggio nell'Emilia" <<<rossi
	prints balint-group person show rossi -c born_on,born_in <<<"1980-02-01|Reggio nell'Emilia"
	unchanged prints balint-group person add rossi --family Rossi --given Maria --born-on 1980-02-01 <<<rossi
	refused 1 "'rossi' is there, its born-on is '1980-02-01' and not '1980-02-02'; to change it: balint-group person set rossi --born-on 1980-02-02" \
		balint-group person add rossi --family Rossi --given Maria --born-on 1980-02-02
	refused 1 '--born-on: 2021-03-21 lies in the future' balint-group person set rossi --born-on 2021-03-21
	refused 1 '--born-on: 2021-03-21 lies in the future' balint-group person add --family Neri --given Ada --born-on 2021-03-21
	silent balint-group person set rossi --born-on 2021-03-20
	for day in 1980-02-30 1980 x; do
		refused 1 "--born-on: '$day' is not a date*" balint-group person set rossi --born-on "$day"
	done
	silent balint-group person set rossi --born-on '' --born-in ''
	prints balint-group person show rossi -c born_on,born_in <<<'|'
}

@test "a codice fiscale is of somebody born on that day, whichever is said first" {
	person rossi Rossi Maria --tax-code RSSMRA80A41L219Q
	silent balint-group person set rossi --born-on 1980-01-01
	refused 1 'the tax code RSSMRA80A41L219Q is not of somebody born on 1980-01-02' balint-group person set rossi --born-on 1980-01-02
	refused 1 'the tax code RSSMRA80A41L219Q is not of somebody born on 1980-02-01' balint-group person set rossi --born-on 1980-02-01
	silent balint-group person set rossi --born-on 1980-01-01 --tax-code RSSMRA80A01LNMVB
	silent balint-group person set rossi --tax-code 12345678903 --born-on 1980-02-01
	refused 1 'the tax code RSSMRA80A01L219M is not of somebody born on 1980-02-01' balint-group person set rossi --tax-code RSSMRA80A01L219M
	refused 1 'the tax code RSSMRA80A01L219M is not of somebody born on 1981-01-01' \
		balint-group person add x --family X --given Y --tax-code RSSMRA80A01L219M --born-on 1981-01-01
}

@test "an institution was not born" {
	balint-group person add asl --family 'ASL TO3' --institution >/dev/null
	refused 1 "'asl' is an institution, and was not born" balint-group person set asl --born-on 1980-01-01
	refused 1 "'inps' is an institution, and was not born" balint-group person add inps --family INPS --institution --born-in Roma
}

@test "an unknown handle is refused, and a like one offered" {
	person rossi Rossi Maria
	refused 1 "handle: unknown 'rosi'; did you mean 'rossi'?" balint-group person show rosi
	refused 1 "handle: unknown 'rosi'; did you mean 'rossi'?" balint-group person set rosi --phone 1
	refused 1 "handle: unknown 'verdi'; 'balint-group person list' shows them" balint-group person show verdi
}
