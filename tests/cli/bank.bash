# shellcheck shell=bash disable=SC2154  # bats has status, output, stderr
# Files of a bank for the tests, and words for what becomes of them. Load it after helper.

# A camt.053.001.08 file on standard output. Each line of standard input is one booked movement:
#	DATE|AMOUNT|PAYER|IBAN|TEXT[|ID[|storno or pending]]
# The balances add up, from 1,000.00.
camt()
{
	awk -F'|' -v ours="$IBAN" '
		function xml(text) { gsub(/&/, "\\&amp;", text); gsub(/</, "\\&lt;", text); gsub(/"/, "\\&quot;", text); return text }
		function balance(code, amount, day) {
			return "<Bal><Tp><CdOrPrtry><Cd>" code "</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">" sprintf("%.2f", amount) "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>" day "</Dt></Dt></Bal>"
		}
		{
			cents = int($2 * 100 + ($2 < 0 ? -0.5 : 0.5))
			status = $7 == "pending" ? "PDNG" : "BOOK"
			if (status == "BOOK") total += cents
			amount = sprintf("%.2f", (cents < 0 ? -cents : cents) / 100)
			entries = entries "<Ntry><Amt Ccy=\"EUR\">" amount "</Amt><CdtDbtInd>" (cents < 0 ? "DBIT" : "CRDT") "</CdtDbtInd>" \
				($7 == "storno" ? "<RvslInd>true</RvslInd>" : "") "<Sts><Cd>" status "</Cd></Sts><BookgDt><Dt>" $1 "</Dt></BookgDt><ValDt><Dt>" $1 "</Dt></ValDt>" \
				"<NtryDtls><TxDtls><Refs>" ($6 == "" ? "<EndToEndId>NOTPROVIDED</EndToEndId>" : "<AcctSvcrRef>" $6 "</AcctSvcrRef>") "</Refs>" \
				($3 $4 == "" ? "" : "<RltdPties>" ($3 == "" ? "" : "<Dbtr><Pty><Nm>" xml($3) "</Nm></Pty></Dbtr>") \
				($4 == "" ? "" : "<DbtrAcct><Id><IBAN>" $4 "</IBAN></Id></DbtrAcct>") "</RltdPties>") \
				"<RmtInf><Ustrd>" xml($5) "</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\n"
			if (day == "") day = $1
			last = $1
		}
		END {
			print "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
			print "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><GrpHdr><MsgId>M</MsgId><CreDtTm>" last "T06:00:00+01:00</CreDtTm></GrpHdr>"
			print "<Stmt><Id>S</Id><Acct><Id><IBAN>" ours "</IBAN></Id><Ccy>EUR</Ccy></Acct>"
			print balance("OPBD", 1000, day)
			print balance("CLBD", 1000 + total / 100, last)
			printf "%s", entries
			print "</Stmt></BkToCstmrStmt></Document>"
		}'
}

# UniCredit's CSV on standard output, from lines DATE|AMOUNT|TEXT such as 04.03.2021|1.085,40|BONIFICO …
unicredit()
{
	echo 'Data Registrazione;Data valuta;Descrizione;Importo (EUR);'
	awk -F'|' '{ print $1 ";" $1 ";" $3 ";" $2 ";" }'
}

# transfer TEXT [AMOUNT [PAYER [IBAN]]]: writes `transfer.xml`, a statement of one credit, of 31 March.
transfer() { camt <<<"2021-03-31|${2:-85.40}|${3:-}|${4:-}|$1|${5:-}" >transfer.xml; }

# ended STATUS: how the command that was captured did.
ended()
{
	[ "$status" = "$1" ] && return
	printf 'exit status %s, not %s\n%s\n%s\n' "$status" "$1" "$output" "$stderr" | visible
	return 1
}

# judged STATUS ARGUMENT... <<END: `reconcile` ends so, and its rows are those of standard input, where | stands for TAB;
# the columns are line, verdict, handle, month and allocated, unless the arguments choose others.
judged()
{
	local wanted=$1 expected columns='-c line,verdict,handle,month,allocated'
	shift
	IFS= read -r -d '' expected || true
	[[ " $* " != *' -c '* ]] || columns=
	# shellcheck disable=SC2086  # two words
	capture balint-fees reconcile -f tsv $columns "$@" </dev/null
	ended "$wanted"
	same "${expected%$'\n'}" "${output//$'\t'/|}" "the rows of 'reconcile $*'"
}

# verdict TEXT [AMOUNT [PAYER [IBAN]]]: what a preview says of such a transfer: verdict, and to whom and for which months if it is matched.
verdict()
{
	transfer "$@"
	capture balint-fees reconcile transfer.xml -f tsv -c verdict,handle,month,allocated
	[[ $status == [03] ]] || ended 3
	[[ $output == matched* || $output == probable* ]] || output=${output%%$'\t'*}
	output=${output//$'\t'/|}
}

# is VERDICT for TEXT…: that is what `verdict` says of the transfer.
is()
{
	local expected=$1
	shift 2
	verdict "$@"
	same "$expected" "$output" "the verdict on '$*'"
}

# waits for TEXT…: the transfer is not matched.
waits()
{
	shift
	verdict "$@"
	[[ $output != matched* ]] || same 'not matched' "$output" "the verdict on '$*'"
}

# paid HANDLE: what is paid of each instalment of somebody, where it is something: month, paid.
paid()
{
	sql "SELECT substr(i.due_on, 1, 7) || '|' || printf('%.2f', i.paid / 100.0) FROM instalment_account AS i JOIN person AS p ON p.id = i.person
	      WHERE p.handle = '$1' AND i.paid <> 0 ORDER BY i.due_on"
}

# takes_over ARGUMENT...: `reconcile --apply`, whatever is left for a person to look at.
takes_over()
{
	capture balint-fees reconcile --apply "$@"
	[[ $status == [03] ]] || ended 3
}

# waiting COLUMNS: the credits that wait.
waiting() { balint-fees credits -f tsv -c "$1"; }

# rejected COMMAND...: it will not do that (1 or 2, as the fault lies in the store or in the word), says why, and changes nothing.
rejected()
{
	keep
	capture "$@"
	[[ $status == [12] && -z $output && $stderr == balint-fees:* ]] || ended '1 or 2, with a message and no output'
	kept
}
