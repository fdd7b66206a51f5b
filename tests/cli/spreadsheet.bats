# shellcheck shell=bats disable=SC2154
# csv-it in a spreadsheet set to Italian: LibreOffice opens it as balint-formats(5) says, and every cell is what it was.
load helper

setup()
{
	scene
	command -v soffice >/dev/null || { echo 'LibreOffice is missing: scripts/install-deps tests' && false; }
}

# opened FILE: its cells after LibreOffice has read it, a line each: row, column, type, value, text shown.
opened()
{
	soffice "-env:UserInstallation=file://$BATS_TEST_TMPDIR/office" --headless --infilter=CSV:59,34,76,1,,1040,true,true \
		--convert-to ods --outdir "$BATS_TEST_TMPDIR" "$1" >"$BATS_TEST_TMPDIR/said" 2>&1
	/usr/bin/python3 - "${1%.*}.ods" <<-'END'
		import sys, xml.etree.ElementTree as xml, zipfile
		office, table, text = ('{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}' % name for name in ('office', 'table', 'text'))
		root = xml.fromstring(zipfile.ZipFile(sys.argv[1]).read('content.xml'))
		row = 0
		for line in root.iter(table + 'table-row'):
		    column = 0
		    for cell in line.iter(table + 'table-cell'):
		        kind = cell.get(office + 'value-type')
		        shown = '\n'.join(''.join(part.itertext()) for part in cell.iter(text + 'p'))
		        assert cell.get(table + 'formula') is None, 'a formula: ' + shown
		        value = cell.get(office + 'date-value') or cell.get(office + 'value') or ''
		        for _ in range(int(cell.get(table + 'number-columns-repeated', 1))):
		            if kind: print(row, column, kind, value, shown, sep='|')
		            column += 1
		    row += int(line.get(table + 'number-rows-repeated', 1))
	END
}

@test "the fee CSV: amounts are numbers, days are days, all else is text" {
	ninth
	balint-fees pay rossi 50 --on 2021-02-27 >/dev/null
	balint-group edition set 9 --reference '{month} {year}'
	balint-fees due --all -f csv-it >due.csv
	opened due.csv >cells
	balint-fees due --all | /usr/bin/python3 -c '
import sys
cells = {tuple(map(int, line.split("|")[:2])): line.rstrip("\n").split("|")[2:] for line in open("cells")}
rows = [line.rstrip("\n").split("\t") for line in sys.stdin]
assert max(row for row, column in cells) == len(rows) == 55
for at, row in enumerate(rows, 1):
    for column, text in enumerate(row):
        kind, value, shown = cells.get((at, column), ("", "", ""))
        expected = ("date", text) if column == 0 else ("float", "%g" % float(text)) if column in (1, 12, 13, 14, 15) else ("string", "")
        assert (kind, value) == expected, (at, column, kind, value, text)
        assert expected[0] != "string" or shown == text, (shown, text)'
}

@test "texts stay what they are: =cmd, 02008, Vero, marzo 2021, IBANs, telephone numbers" {
	association
	person a '=cmd|x' 'D"Angelo' --phone 0115551234
	person b 02008 01058 --phone '+39 011'
	person c Vero 'marzo 2021' --phone 1E5
	person d 3/4 12:30 --phone "$IBAN"
	person e "'t Hooft" '€ 5,00' --phone -5
	person f '(5)' '50%' --phone ,5
	balint-group person list -f csv-it -c handle,family,given,phone >people.csv
	opened people.csv >cells
	same '' "$(cut -d '|' -f 3 cells | sort -u | grep -vx string)" 'the types'
	cut -d '|' -f 5- cells | paste -d '~' - - - - | sort >shown
	# The apostrophe before a formula is seen: that is what keeps it a text in every spreadsheet.
	diff shown - <<-'END'
		a~'=cmd|x~D"Angelo~0115551234
		b~02008~01058~'+39 011
		c~Vero~marzo 2021~1E5
		d~3/4~12:30~IT92S0200801058000040951624
		e~''t Hooft~€ 5,00~'-5
		f~(5)~50%~,5
		handle~family~given~phone
	END
}

@test "amounts with thousands, cents and a minus are numbers" {
	edition
	balint-fees tariff set medici-psicologi 1234567.89 --vat 0
	participant rossi Rossi Maria
	balint-fees plan --months 2021-03..2021-03 >/dev/null
	sql "INSERT INTO entry (kind, person, instalment, amount, date, text, recorded_at) SELECT 'adjustment', 1, 1, -123456709, '2021-03-01', 'sconto', '2021-03-01T00:00:00Z'"
	balint-fees status -f csv-it -c charged,adjusted,open,next_due >status.csv
	opened status.csv >cells
	grep '^1' cells | cut -d '|' -f 3,4 | diff - <(printf '%s\n' 'float|1234567.89' 'float|-1234567.09' 'float|0.8' 'date|2021-03-31')
}
