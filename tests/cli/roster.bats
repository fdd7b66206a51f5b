# shellcheck shell=bats disable=SC2154
# balint-group roster: how members are reached, as rows and as vCards.
load helper

# Three who take part, one who waits, one who has left; names and numbers of every kind.
group()
{
	edition --title 'Gruppo; Balint, "uno"'
	balint-group set association='Circolo, "Balint"; \ Torino'
	person rossi Rossi Maria --profession medico --email rossi@example.org --phone '+39 335 555 0101'
	person dangelo "D'Angelò" 'Anna;Sofia' --profession assistente-sociale --phone '011, 555 0102'
	person lungo "Von Österreich-Überlingen und zu Großmüllheim, Ñandú \\ Ångström ÀÈÌÒÙ àèìòù 漢字漢字漢字漢字" Zoë --email lungo@example.org --phone 3395550103
	person attesa Attesa Ugo
	person uscita Uscita Ida
	balint-group enrol dangelo lungo uscita --on 2021-01-01 >/dev/null
	balint-group enrol rossi --role conductor >/dev/null
	balint-group enrol attesa --status waiting >/dev/null
	balint-group withdraw uscita --on 2021-02-01
}

@test "roster lists who takes part, with what reaches them" {
	ninth
	balint-group set association=A
	balint-group person set rossi --phone '011 555'
	prints balint-group roster --role conductor -H <<-'END'
		family|given|role|profession|email|phone|handle
		Ferraris|Elena|conductor|psicoterapeuta|elena.ferraris@example.org||ferraris
	END
	same "$(balint-group members --status active -c family,given,role,profession,email,phone,handle)" "$(balint-group roster)"
	same '011 555' "$(balint-group roster -f tsv -c handle,phone | sed -n "s/^rossi$TAB//p")"
}

@test "--status, --all and --role choose" {
	group
	prints balint-group roster -c handle <<<$'dangelo\nrossi\nlungo'
	prints balint-group roster -c handle --status waiting <<<attesa
	prints balint-group roster -c handle --all <<<$'attesa\ndangelo\nrossi\nuscita\nlungo'
	prints balint-group roster -c handle --all --role conductor <<<rossi
	refused 2 'only one of --status or --all can be given' balint-group roster --all --status active
	same 1 "$(balint-group roster --vcard --role conductor | grep -c BEGIN)"
	same 5 "$(balint-group roster --vcard --all | grep -c BEGIN)"
	silent balint-group roster --vcard --status completed
}

@test "vobject reads every card back as what the store has" {
	group
	balint-group roster --vcard --all >cards.vcf
	balint-group members -f jsonl >members.jsonl
	balint-group profession list -f jsonl >professions.jsonl
	/usr/bin/python3 - <<-'END'
		import json, vobject
		raw = open('cards.vcf', 'rb').read()
		assert raw.count(b'\n') == raw.count(b'\r\n') == raw.count(b'\r'), 'CR LF'
		for line in raw.split(b'\r\n'):
		    assert len(line) <= 75, line
		    line.decode()  # no character is cut
		rows = [json.loads(line) for line in open('members.jsonl')]
		labels = {row['code']: row['label'] for row in map(json.loads, open('professions.jsonl'))}
		cards = list(vobject.readComponents(raw.decode()))
		assert len(cards) == len(rows) == 5
		uids = set()
		for card, row in zip(cards, rows):
		    card.validate()
		    assert card.version.value == '3.0'
		    assert (card.n.value.family, card.n.value.given) == (row['family'], row['given']), card.n.value
		    assert card.fn.value == row['given'] + ' ' + row['family'], card.fn.value
		    assert card.org.value == ['Circolo, "Balint"; \\ Torino'], card.org.value
		    assert card.categories.value == ['Gruppo; Balint, "uno" 1'], card.categories.value
		    for name, expected in ('email', row['email']), ('tel', row['phone']), ('title', labels.get(row['profession'])):
		        found = getattr(card, name).value if name in card.contents else None
		        assert found == expected, (name, found, expected)
		    if row['phone']:
		        mobile = row['handle'] in ('rossi', 'lungo')
		        assert card.tel.params['TYPE'] == ['CELL' if mobile else 'VOICE'], row
		    uids.add(card.uid.value)
		assert len(uids) == 5
	END
}

@test "a UID stays the same, in this store; another store has others" {
	group
	uids() { balint-group roster --vcard --all | grep ^UID; }
	before=$(uids)
	balint-group person set rossi --family Rossi-Neri --email ''
	balint-group roster --vcard --role conductor | visible | grep -v ^UID | diff - <(sed 's/$/<CR>/' <<-'END'
		BEGIN:VCARD
		VERSION:3.0
		N:Rossi-Neri;Maria;;;
		FN:Maria Rossi-Neri
		TEL;TYPE=CELL:+39 335 555 0101
		ORG:Circolo\, "Balint"\; \\ Torino
		TITLE:Medico
		CATEGORIES:Gruppo\; Balint\, "uno" 1
		END:VCARD
	END
	)
	same "$before" "$(uids)"
	sql "UPDATE identity SET name = lower(hex(randomblob(16)))"
	[ "$before" != "$(uids)" ]
}

@test "control characters that somebody has put into the store cannot break out of their line" {
	group
	sql "UPDATE person SET phone = 'x' || char(13, 10) || 'END:VCARD' || char(27) || ']0;owned' WHERE handle = 'rossi'"
	balint-group roster --vcard --role conductor >cards.vcf
	same 1 "$(grep -c ^END cards.vcf)"
	run ! grep -q $'\e' cards.vcf
}

@test "cards are no rows" {
	group
	refused 2 '--vcard writes cards, not rows: --format, --columns and --header have no meaning' balint-group roster --vcard -f csv
}
