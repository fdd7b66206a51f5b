# shellcheck shell=bats disable=SC2154,SC2119
# balint-group brochure: the edition's leaflet.
load helper
load page

# own NAME: a template of the association's own, with the text of standard input.
own()
{
	mkdir -p "$PWD/own/templates/it"
	balint-group set directory="$PWD/own"
	cat >"own/templates/$1"
}

# leaflet [OPTION...]: as one line, so that it is of no matter where lines were wrapped.
leaflet() { balint-group brochure "$@" | tr -s '\n ' ' '; }

# says TEXT [OPTION...], and lacks TEXT [OPTION...].
says()
{
	local text=$1
	shift
	leaflet "$@" >said
	grep -qF -- "$text" said || { printf 'it does not say: %s\n%s\n' "$text" "$(cat said)" && false; }
}

lacks()
{
	local text=$1
	shift
	leaflet "$@" >said
	! grep -qF -- "$text" said || { printf 'it says: %s\n%s\n' "$text" "$(cat said)" && false; }
}

@test "the ninth edition's, as text and as a page, in both languages" {
	ninth
	balint-group set bic=UNCRITMM phone='+39 011 000000' address='via Po 1, 10124 Torino' website=https://balint.example.org/
	for language in it en; do
		balint-group brochure --language $language | golden "brochure-ninth-$language.txt"
		balint-group brochure --language $language --html | golden "brochure-ninth-$language.html"
	done
}

@test "the ninth edition comes out to the letter" {
	ninth
	for text in 'Gruppo Balint 9 ed 2020' 'da 10 a 12 partecipanti' 'Elena Ferraris, psicoterapeuta; Pietro Gallo, medico (co-conduzione)' \
		'mercoledì, ogni due settimane, dalle 21:00 alle 22:30' 'Torino, o via Zoom' \
		'10 sedute: 17 febbraio 2021; 3, 17, 31 marzo; 14, 28 aprile; 12, 26 maggio; 9, 23 giugno' \
		'circa due mesi in estate' 'con il consenso di tutti i partecipanti;' 'puntualità e continuità' \
		'Medici e psicologi € 350,00 + IVA (22 %) = € 427,00, in 5 rate di € 85,40' \
		'Altre professioni € 250,00 + IVA (22 %) = € 305,00, in 5 rate di € 61,00' \
		'alla fine di ogni mese: 28 febbraio, 31 marzo, 30 aprile, 31 maggio, 30 giugno 2021' \
		'Intestato a Associazione IL NODO group' 'IBAN IT92 S020 0801 0580 0004 0951 624' 'Causale Gruppo Balint 9 ed 2020_cognome_mese' \
		'Posta segreteria@example.org'; do
		says "$text"
	done
	for text in 'doctors and psychologists' 'Wednesdays, every two weeks, from 21:00 to 22:30' '17 February 2021; 3, 17, 31 March; 14, 28 April; 12, 26 May; 9, 23 June' \
		'€ 350.00 + VAT (22%) = € 427.00, in 5 instalments of € 85.40' 'Gruppo Balint 9 ed 2020_surname_month'; do
		leaflet --language en | grep -qiF "$text"
	done
}

@test "no participant is in it, and no link of a meeting" {
	ninth
	sql "UPDATE session SET online = 'https://zoom.example.org/j/111'"
	for option in '' --html; do
		# shellcheck disable=SC2086  # an option or none
		balint-group brochure $option >out
		[ "$(grep -c 'Rossi\|rossi@\|Müller\|zoom.example\|elena.ferraris@' out)" -eq 0 ]
	done
}

@test "a page is well-formed and takes nothing from elsewhere" {
	ninth
	for language in it en; do
		balint-group brochure --html --language $language | well_formed >tags
		grep -qx '<time datetime=2021-02-17' tags
		grep -qx '<time datetime=2021-06-30' tags
		grep -q "<html lang=$language" tags
	done
}

@test "what the edition is about stands in the place of the usual paragraph" {
	ninth
	says 'Un gruppo Balint è'
	balint-group edition set 9 --about 'Per chi lavora nei reparti di <pediatria> & dintorni.'
	says '──── Per chi lavora nei reparti di <pediatria> & dintorni. Gruppo '
	lacks 'Un gruppo Balint è'
	balint-group brochure --html | grep -qF 'reparti di &lt;pediatria&gt; &amp; dintorni.'
}

@test "what is not known yet is left out" {
	edition --max 9
	balint-group brochure | golden brochure-empty-it.txt
	balint-group brochure --language en | golden brochure-empty-en.txt
	balint-group brochure --html | well_formed >texts
	for word in Calendario Conduzione Sospensioni Quota IBAN Informazioni Dove; do
		[ "$(grep -c "^$word" texts)" -eq 0 ]
	done
}

@test "prices without a calendar are told without instalments" {
	edition
	balint-fees tariff set medici-psicologi 350
	says 'Medici e psicologi € 350,00 + IVA (22 %) = € 427,00 Si paga con bonifico Intestato a Circolo Balint'
	lacks 'Altre professioni'
	lacks 'infermieri'
	says 'medici di famiglia, specialisti, ospedalieri e funzionari, psicologi, psicoterapeuti Quando'
}

@test "VAT of nothing, exemptions and gifts are said as they are" {
	edition
	sessions --from 2021-05-05 --count 4
	balint-group profession add volontario --category esenti --label Volontario >/dev/null
	balint-group profession add tirocinante --category amici_di-casa --label OSS-T >/dev/null
	balint-fees tariff set medici-psicologi 100 --vat 0
	balint-fees tariff set altre-professioni 0
	balint-fees tariff set esenti 100,01 --nature N4
	balint-fees tariff set amici_di-casa 10 --vat 4.5
	says 'Medici e psicologi € 100,00, senza IVA, in 2 rate di € 50,00'
	says 'Altre professioni gratuito '
	says 'Esenti € 100,01, esente IVA, natura N4, in una rata di € 50,01 e una rata di € 50,00'
	says 'Amici di casa € 10,00 + IVA (4,5 %) = € 10,45, in una rata di € 5,23 e una rata di € 5,22'
	says 'volontario'
	says 'OSS-T'
	says 'Other professions free of charge To be paid' --language en
	for category in medici-psicologi esenti amici_di-casa; do balint-fees tariff set $category 0 >/dev/null; done
	says 'Altre professioni gratuito Aggiornato'
	[ "$(balint-group brochure --html | well_formed | grep -c IBAN)" -eq 0 ]
}

@test "what is paid in one month is no instalment" {
	edition
	sessions --from 2021-05-05 --count 2
	balint-fees tariff set medici-psicologi 100
	says '€ 100,00 + IVA (22 %) = € 122,00 Si paga con bonifico entro il 31 maggio 2021 Intestato'
}

@test "instalments are those that most participants of the whole edition have" {
	edition
	sessions --from 2021-10-06 --count 10
	balint-fees tariff set medici-psicologi 350
	says 'in 5 rate di € 85,40'
	for handle in rossi bianchi greco; do participant $handle ${handle^} Ada; done
	balint-fees plan rossi --instalments 1 >/dev/null
	balint-fees plan bianchi greco --months 2021-12..2022-02 >/dev/null
	says 'in una rata di € 142,34 e 2 rate di € 142,33'
	says 'alla fine di ogni mese: 31 dicembre 2021, 31 gennaio, 28 febbraio 2022'
}

@test "sessions that are otherwise than the others are named, and what is cancelled is not there" {
	ninth
	balint-calendar cancel 2021-04-14 --reason Neve
	balint-calendar move 2021-05-26 --to 2021-05-27 --override --reason Sciopero
	balint-calendar set 2021-06-09 --venue 'Aula <magna>'
	balint-calendar set 2021-06-23 --at 20:30
	says '9 sedute: 17 febbraio 2021; 3, 17, 31 marzo; 28 aprile; 12, 27 maggio; 9, 23 giugno'
	says 'Eccezioni giovedì 27 maggio; mercoledì 9 giugno, Aula <magna>; mercoledì 23 giugno dalle 20:30 alle 22:00'
	says 'Exceptions Thursday 27 May; Wednesday 9 June, Aula <magna>; Wednesday 23 June from 20:30 to 22:00' --language en
	balint-group brochure --html | grep -qF 'mercoledì 9 giugno, Aula &lt;magna&gt;;'
}

@test "dates skipped for a holiday or a closure are told one by one, those of a break are not" {
	edition
	balint-calendar closure add 2021-05-12 Gita --all-editions
	balint-calendar break add 2021-06-07..2021-06-20 Esami
	sessions --from 2021-05-05 --until 2021-06-30 --every 1w
	says '5 sedute: 5, 19, 26 maggio 2021; 23, 30 giugno'
	says 'Saltano mercoledì 12 maggio (Gita); mercoledì 2 giugno (Festa della Repubblica)'
	says '12 maggio 2021 Gita 7–20 giugno 2021 Esami'
}

@test "the calendar is that of the years that are not over, or of the last one" {
	edition
	sessions --from 2020-11-04 --count 8
	balint-calendar break add 2020-08-01..2020-08-31 Agosto 2>/dev/null
	BALINT_TODAY=2020-12-31 says '8 sedute: 4, 18 novembre 2020; 2, 16, 30 dicembre; 13, 27 gennaio 2021; 10 febbraio'
	BALINT_TODAY=2020-12-31 says '1°–31 agosto 2020 Agosto'
	BALINT_TODAY=2021-01-01 says '3 sedute: 13, 27 gennaio 2021; 10 febbraio'
	BALINT_TODAY=2021-01-01 lacks Agosto
	BALINT_TODAY=2023-01-01 says '3 sedute: 13, 27 gennaio 2021; 10 febbraio'
	sql "UPDATE session SET status = 'cancelled' WHERE date > '2021-01-13'"
	BALINT_TODAY=2021-01-01 says '1 seduta: 13 gennaio 2021'
	BALINT_TODAY=2021-01-01 says '1 session: 13 January 2021' --language en
}

@test "sessions without a weekday in common have none" {
	edition
	for date in 2021-05-03 2021-05-11 2021-05-19; do balint-calendar add $date >/dev/null; done
	says 'Quando ogni due settimane, dalle 21:00 alle 22:30'
	lacks Eccezioni
	balint-calendar add 2021-05-26
	says 'Quando mercoledì, ogni due settimane'
	says 'Eccezioni lunedì 3 maggio; martedì 11 maggio'
}

@test "every kind of group says which it is" {
	edition --max 12 --min 12
	says 'Gruppo annuale, tra professioni diverse («alla Balint»); 12 partecipanti'
	for kind in 'familiarisation|Percorso di familiarizzazione con il lavoro Balint,|Familiarisation course' 'biennial|Gruppo biennale,|Group of two years' \
		'permanent|Gruppo permanente,|Permanent group'; do
		IFS='|' read -r programme italian english <<<"$kind"
		balint-group edition set 1 --programme "$programme"
		says "$italian"
		says "$english" --language en
	done
	lacks 'ogni settimana'
	balint-group edition set 1 --every 1w --programme familiarisation
	says 'ogni settimana, dalle 21:00'
	lacks 'Il gruppo si ferma'
	balint-group edition set 1 --every 4w
	says 'ogni 4 settimane'
}

@test "a group of one profession is for that of its participants" {
	edition --composition single
	says 'Gruppo annuale, di una sola professione; da'
	lacks 'Per chi'
	lacks 'infermieri'
	participant rossi Rossi Ada
	says 'Per chi medici di famiglia, specialisti, ospedalieri e funzionari Quando'
}

@test "with the consent of everyone that of the conductors is asked too" {
	ninth
	balint-group set consent=everyone
	says 'con il consenso di tutti i partecipanti e dei conduttori;'
	says 'with the consent of all participants and of the conductors;' --language en
}

@test "questions go to the address for answers, if there is one" {
	ninth
	says 'Posta segreteria@example.org'
	balint-group set 'reply-to=Ada <ada@example.org>'
	says 'Posta ada@example.org'
	balint-group set reply-to= from=
	lacks 'Informazioni e iscrizioni'
	balint-group set phone=011
	says 'Informazioni e iscrizioni Telefono 011 '
}

@test "who has left or waits to lead is not named" {
	ninth
	balint-group withdraw gallo --on 2021-03-19
	says 'Conduzione Elena Ferraris, psicoterapeuta Quando'
	balint-group person set ferraris --profession ''
	says 'Conduzione Elena Ferraris Quando'
	balint-group withdraw ferraris --on 2021-03-19
	lacks Conduzione
}

@test "the language is that of the setting" {
	ninth
	same "$(balint-group brochure --language it)" "$(balint-group brochure)"
	balint-group set language=en
	same "$(balint-group brochure --language en)" "$(balint-group brochure)"
}

@test "the association's own templates come first, and a broken one is refused" {
	ninth
	own it/category.txt <<<'[{{label}}]'
	says '[Medici psicologi] € 350,00'
	own it/brochure.txt <<<'{{title}}: {{#months}}{{month}}{{#next}}, {{/next}}{{/months}}{{#fees}}; {{category}} {{gross}}{{/fees}}'
	prints balint-group brochure <<<$'Gruppo Balint: febbraio, marzo, aprile, maggio, giugno; medici-psicologi 427,00;\naltre-professioni 305,00'
	own it/brochure.txt <<<'{{#fees}}'
	refused 1 "$PWD/own/templates/it/brochure.txt:1:*" balint-group brochure
	succeeds balint-group brochure --html
}

@test "hostile texts reach neither the terminal nor the page" {
	ninth
	sql "UPDATE edition SET title = '<script>alert(1)</script>' || char(27) || ']0;x' || char(7), venue = '=cmd|'' /C calc''!A0', about = 'a' || char(10) || 'b' || char(155) || '\"&';
		UPDATE person SET family = '<i>' || char(27) || '[2J' WHERE handle = 'gallo';
		UPDATE profession SET label = '<img src=x>' WHERE code = 'medico';
		UPDATE suspension SET label = '</dd>{{title}}' || char(13);
		UPDATE setting SET value = '<b>' || char(27) WHERE key = 'association';
		INSERT INTO setting VALUES ('phone', '<a href=x>')"
	balint-group brochure >text
	[ "$(tr -d '\12\40-\176\200-\377' <text | wc -c)" -eq 0 ]
	[ "$(LC_ALL=C grep -c $'\x9b' <(sed 's/\xc2\x9b/\x9b/' text))" -eq 0 ]
	balint-group brochure --html >page
	[ "$(tr -d '\12\15\40-\176\200-\377' <page | wc -c)" -eq 0 ]
	well_formed <page >tags
	grep -qF '</dd>{{title}}' tags
}

@test "only of an edition that is there, and with no operand" {
	association
	refused 1 "there is no open edition; add one with 'balint-group edition add'" balint-group brochure
	refused 2 "--language: 'fr' is none of it|en" balint-group brochure --language fr
}
