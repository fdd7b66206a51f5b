/*
 * What bank_outcome.h writes of camt, rule by rule. A test's statement is what stands between the account, which is on
 * line 1, and the end; so its first line is line 2.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cmocka.h>

#include "bank_outcome.h"
#include "vectors.h"

#define IBAN "IT92S0200801058000040951624"
#define PAYER "IT60X0542811101000000123456"
#define ACCOUNT "<Acct><Id><IBAN>" IBAN "</IBAN></Id></Acct>"
#define HEAD "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><Stmt><Id>S</Id>" ACCOUNT "\n"
#define TAIL "</Stmt></BkToCstmrStmt></Document>\n"
#define BALANCE(code, amount) \
	"<Bal><Tp><CdOrPrtry><Cd>" code "</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">" amount "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2021-03-04</Dt></Dt></Bal>\n"
#define AMOUNT(amount, sign) "<Amt Ccy=\"EUR\">" amount "</Amt><CdtDbtInd>" sign "</CdtDbtInd>"
#define DAY "<BookgDt><Dt>2021-03-04</Dt></BookgDt>"
#define BOOKED(amount, sign) AMOUNT(amount, sign) "<Sts><Cd>BOOK</Cd></Sts>" DAY
#define ENTRY(inner) "<Ntry>" inner "</Ntry>\n"
#define DETAILS(inner) "<NtryDtls>" inner "</NtryDtls>"
#define DETAIL(inner) "<TxDtls>" inner "</TxDtls>"
#define TEXT(text) "<RmtInf><Ustrd>" text "</Ustrd></RmtInf>"
#define NONE "= camt.053 " IBAN " - -\n"

static void
check_document(const char *document, const char *expected)
{
	check_bytes(camt_read, document, strlen(document), expected);
}

static void
check(const char *statement, const char *expected)
{
	size_t size = strlen(statement) + 1000;
	char *document = malloc(size);
	snprintf(document, size, HEAD "%s" TAIL, statement);
	check_document(document, expected);
	free(document);
}

/* A credit of 85.40 with this inside, or with this as its only transaction. */
#define CHECK_ENTRY(inner, expected) check(ENTRY(BOOKED("85.40", "CRDT") inner), "2: 2021-03-04  85.40 " expected "\n" NONE)
#define CHECK_DETAIL(inner, expected) CHECK_ENTRY(DETAILS(DETAIL(inner)), expected)

static void
the_vectors_of_both_versions_give_the_same(void **state)
{
	(void)state;
	static const char *const names[] = { "camt053-001-02.xml", "camt053-001-08.xml" };
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		FILE *file = open_data(names[i]);
		char *text = outcome_of(camt_read, file);
		assert_string_equal(text, "10: 2021-03-04 2021-03-04 85.40 ROSSI MARIA|" PAYER "|GRUPPO BALINT 9 ED 2020-ROSSI-FEBBRAIO|0120210304000123/0\n"
		                          "22: 2021-03-04 2021-03-04 61.00 D'ALO' NICOLO'||Gruppo Balint 9 ed 2020_D Alo_marzo|\n"
		                          "22: 2021-03-04 2021-03-04 61.00 BIANCHI & FIGLI SNC||bonifico|\n"
		                          "33: 2021-03-04 2021-03-04 -3.23 ||COMMISSIONI|\n"
		                          "= camt.053 " IBAN " 1000.00 1204.17\n");
		free(text);
		fclose(file);
	}
}

/* What the command prints; free it. */
static char *
printed(const char *command)
{
	FILE *pipe = popen(command, "r");
	char *text = NULL;
	size_t size = 0;
	ssize_t length = getdelim(&text, &size, '\0', pipe);
	assert_int_equal(pclose(pipe), 0);
	if (length < 0)
		text[0] = '\0';
	return text;
}

/* Without the numbers of lines and the last line, as the oracle has them. */
static void
strip_outcome(char *text)
{
	char *to = text;
	for (char *line = text; *line && *line != '='; ) {
		char *end = strchr(line, '\n') + 1, *from = strchr(line, ' ') + 1;
		memmove(to, from, (size_t)(end - from));
		to += end - from;
		line = end;
	}
	*to = '\0';
}

static void
check_with_oracle(const char *oracle, const char *path)
{
	char command[8192];
	FILE *file = fopen(path, "r");
	assert_non_null(file);
	char *ours = outcome_of(camt_read, file);
	fclose(file);
	if (!strstr(ours, "= camt.053 " IBAN))
		fail_msg("%s: %s", path, ours);
	strip_outcome(ours);
	snprintf(command, sizeof command, "%s '%s'", oracle, path);
	char *theirs = printed(command);
	if (strcmp(theirs, "\n") == 0)
		*theirs = '\0';
	assert_string_equal(ours, theirs);
	free(theirs);
	free(ours);
}

static void
an_independent_reader_says_the_same(void **state)
{
	(void)state;
	const char *root = getenv("BALINT_ROOT") ? getenv("BALINT_ROOT") : ".";
	char oracle[1024], path[2048], command[8192];
	snprintf(oracle, sizeof oracle, "python3 '%s/tests/oracles/by_elementtree.py'", root);
	for (int version = 2; version <= 8; version += 6) {
		snprintf(path, sizeof path, "%s/tests/data/camt053-001-%02d.xml", root, version);
		check_with_oracle(oracle, path);
	}
	char folder[] = "/tmp/test_camt.XXXXXX";
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/random.xml", folder);
	for (int seed = 1; seed <= 30; seed++) {
		snprintf(command, sizeof command, "%s --random %d >'%s' && xmllint --noout '%s'", oracle, seed, path, path);
		free(printed(command));
		check_with_oracle(oracle, path);
	}
	unlink(path);
	rmdir(folder);
}

static void
any_version_prefix_and_envelope_will_do(void **state)
{
	(void)state;
	check_document("<?xml version=\"1.0\"?><d:Document xmlns:d=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.13\"><d:BkToCstmrStmt><d:Stmt><d:Acct><d:Id><d:IBAN>" IBAN
	               "</d:IBAN></d:Id></d:Acct></d:Stmt></d:BkToCstmrStmt></d:Document>",
	    NONE);
	check_document("<CBIBdyBkToCstmrStmt xmlns=\"a\"><CBIHdr><Id>1</Id></CBIHdr><CBIEnvelBkToCstmrStmt><CBIBkToCstmrStmt>\n"
	               "<BkToCstmrStmt xmlns=\"b\"><GrpHdr><MsgId>M</MsgId></GrpHdr><Stmt><Id>1</Id>" ACCOUNT ENTRY(BOOKED("1", "CRDT")) "</Stmt></BkToCstmrStmt>"
	               "</CBIBkToCstmrStmt></CBIEnvelBkToCstmrStmt></CBIBdyBkToCstmrStmt>",
	    "2: 2021-03-04  1.00 |||\n" NONE);
	check_document("<BkToCstmrStmt><Stmt>" ACCOUNT "</Stmt></BkToCstmrStmt>", NONE);
}

static void
elements_of_other_places_are_not_taken_for_ours(void **state)
{
	(void)state;
	check("<SplmtryData><Envlp><Ntry>" BOOKED("1", "CRDT") "</Ntry></Envlp></SplmtryData><Id2/><RltdAcct><Id><IBAN>X</IBAN></Id></RltdAcct>\n"
	      ENTRY(BOOKED("85.40", "CRDT") "<Chrgs><Ntry><Amt Ccy=\"USD\">9</Amt></Ntry></Chrgs><AmtDtls><TxAmt><Amt Ccy=\"USD\">9</Amt></TxAmt></AmtDtls>"),
	    "3: 2021-03-04  85.40 |||\n" NONE);
}

static void
signs_and_reversals_say_where_the_money_goes(void **state)
{
	(void)state;
	check(ENTRY(BOOKED("85.40", "DBIT")), "2: 2021-03-04  -85.40 |||\n" NONE);
	check(ENTRY(BOOKED("85.40", "DBIT") "<RvslInd>true</RvslInd>"), "2: 2021-03-04  -85.40 ||| storno\n" NONE);
	check(ENTRY(BOOKED("85.40", "CRDT") "<RvslInd>1</RvslInd>"), "2: 2021-03-04  85.40 ||| storno\n" NONE);
	check(ENTRY(BOOKED("85.40", "CRDT") "<RvslInd>false</RvslInd>"), "2: 2021-03-04  85.40 |||\n" NONE);
	check(ENTRY(BOOKED("85.40", "DBIT") DETAILS(DETAIL("<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>"))), "2: 2021-03-04  -85.40 ||| storno\n" NONE);
	check(ENTRY(BOOKED("0.00", "CRDT")), NONE);
	check(ENTRY(BOOKED("1", "X")), "2! Ntry/CdtDbtInd: 'X' is neither CRDT nor DBIT\n");
	check(ENTRY(BOOKED("1", "CRDT") "<RvslInd>no</RvslInd>"), "2! Ntry/RvslInd: 'no' is neither true nor false\n");
}

static void
what_is_not_booked_is_pending(void **state)
{
	(void)state;
	check(ENTRY(AMOUNT("1", "CRDT") "<Sts>PDNG</Sts>"), "2:   1.00 ||| pending\n" NONE);
	check(ENTRY(AMOUNT("1", "CRDT") "<Sts><Cd>INFO</Cd></Sts>" DAY), "2: 2021-03-04  1.00 ||| pending\n" NONE);
	check(ENTRY(AMOUNT("1", "CRDT") "<Sts>\n <Cd>FUTR</Cd>\n</Sts>" DAY), "2: 2021-03-04  1.00 ||| pending\n" NONE);
	check(ENTRY(AMOUNT("1", "CRDT") "<Sts>BOOK</Sts>" DAY), "2: 2021-03-04  1.00 |||\n" NONE);
	check(ENTRY(AMOUNT("1", "CRDT") "<Sts>BOOK</Sts>"), "2! Ntry/BookgDt is missing, and the entry is booked\n");
	check(ENTRY(AMOUNT("1", "CRDT") "<Sts><Prtry>X</Prtry></Sts>" DAY), "2! Ntry/Sts: 'X' is none of BOOK, PDNG, INFO and FUTR\n");
	check(BALANCE("OPBD", "5.00") BALANCE("CLBD", "6.00") ENTRY(AMOUNT("7", "CRDT") "<Sts>PDNG</Sts>") ENTRY(BOOKED("1", "CRDT")),
	    "4:   7.00 ||| pending\n5: 2021-03-04  1.00 |||\n= camt.053 " IBAN " 5.00 6.00\n");
}

static void
nothing_of_a_report_is_booked(void **state)
{
	(void)state;
	check_document("<Document><BkToCstmrAcctRpt><Rpt><Id>R</Id>" ACCOUNT "\n" BALANCE("OPBD", "5.00") BALANCE("CLBD", "9.00") ENTRY(BOOKED("85.40", "CRDT"))
	               "</Rpt></BkToCstmrAcctRpt></Document>",
	    "4: 2021-03-04  85.40 ||| pending\n= camt.052 " IBAN " - -\n");
}

static void
amounts_are_decimal_and_in_euro(void **state)
{
	(void)state;
	check(ENTRY(BOOKED("85.4", "CRDT")) ENTRY(BOOKED(" 000085.40000 ", "CRDT")) ENTRY(BOOKED("85", "CRDT")) ENTRY(BOOKED("999999999.99", "CRDT")),
	    "2: 2021-03-04  85.40 |||\n3: 2021-03-04  85.40 |||\n4: 2021-03-04  85.00 |||\n5: 2021-03-04  999999999.99 |||\n" NONE);
	check(ENTRY(BOOKED("85,40", "CRDT")) ENTRY(BOOKED("-1", "CRDT")) ENTRY(BOOKED("1e3", "CRDT")) ENTRY(BOOKED(".", "CRDT")) ENTRY(BOOKED("1.000001", "CRDT")),
	    "2! Ntry/Amt: '85,40' is not an amount\n3! Ntry/Amt: '-1' is not an amount\n4! Ntry/Amt: '1e3' is not an amount\n5! Ntry/Amt: '.' is not an amount\n"
	    "6! Ntry/Amt: '1.000001' is not an amount\n");
	check(ENTRY(BOOKED("85.405", "CRDT")) ENTRY(BOOKED("1000000000", "CRDT")) ENTRY(BOOKED("1234567890123456789", "CRDT")),
	    "2! Ntry/Amt: '85.405' is not a whole number of cents\n3! Ntry/Amt: '1000000000' is more than any amount here: 999999999.99\n"
	    "4! Ntry/Amt: '1234567890123456789' is not an amount\n");
	check("<Ntry>\n<Amt Ccy=\"USD\">1</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>" DAY "</Ntry><Ntry><Amt>1</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>" DAY "</Ntry>",
	    "3! Ntry/Amt: the currency is 'USD'; only EUR is counted here\n3! Ntry/Amt: the currency is ''; only EUR is counted here\n");
	check_document("<BkToCstmrStmt><Stmt>\n<Acct><Id><IBAN>" IBAN "</IBAN></Id><Ccy>CHF</Ccy></Acct></Stmt></BkToCstmrStmt>", "2! the account is in CHF; only EUR is counted here\n");
}

static void
dates_are_days_that_exist(void **state)
{
	(void)state;
	check(ENTRY(AMOUNT("1", "CRDT") "<Sts>BOOK</Sts><BookgDt><DtTm>2021-03-04T23:59:59.123+01:00</DtTm></BookgDt><ValDt><Dt>2021-03-05Z</Dt></ValDt>"),
	    "2: 2021-03-04 2021-03-05 1.00 |||\n" NONE);
	check(ENTRY(AMOUNT("1", "CRDT") "<Sts>BOOK</Sts><BookgDt><Dt>2021-02-29</Dt></BookgDt><ValDt><Dt>04/03/2021</Dt></ValDt>")
	      ENTRY(AMOUNT("1", "CRDT") "<Sts>BOOK</Sts><BookgDt><Dt>2021-03-04 or so</Dt></BookgDt>"),
	    "2! Ntry/BookgDt/Dt: '2021-02-29' is not a date\n2! Ntry/ValDt/Dt: '04/03/2021' is not a date\n3! Ntry/BookgDt/Dt: '2021-03-04 or so' is not a date\n");
}

static void
everything_mandatory_that_is_missing_is_a_fault_of_the_entry(void **state)
{
	(void)state;
	check("\n<Ntry>\n</Ntry>\n", "3! Ntry/CdtDbtInd is missing\n3! Ntry/Amt is missing\n3! Ntry/Sts is missing\n");
	check(ENTRY(BOOKED("1", "CRDT") "<Amt Ccy=\"EUR\">2</Amt>"), "2! Ntry/Amt stands twice\n2: 2021-03-04  1.00 |||\n");
	check_document("<BkToCstmrStmt><Stmt>\n</Stmt></BkToCstmrStmt>", "2! the statement that ends here names no account (Acct/Id)\n");
	check("<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp></Bal>", "2! Bal/CdtDbtInd is missing\n2! Bal/Amt is missing\n");
}

static void
the_id_is_the_banks_and_never_the_payers(void **state)
{
	(void)state;
	CHECK_ENTRY("<AcctSvcrRef>A1</AcctSvcrRef>", "|||A1/0");
	CHECK_ENTRY("<AcctSvcrRef>A1</AcctSvcrRef>" DETAILS(DETAIL("<Refs><AcctSvcrRef>B1</AcctSvcrRef></Refs>")), "|||A1/0");
	CHECK_DETAIL("<Refs><MsgId>M</MsgId><AcctSvcrRef>B1</AcctSvcrRef><EndToEndId>E</EndToEndId></Refs>", "|||B1/0");
	CHECK_DETAIL("<Refs><MsgId>M</MsgId><EndToEndId>E</EndToEndId></Refs>", "|||");
	CHECK_ENTRY("<NtryRef>7</NtryRef><AcctSvcrRef>NOTPROVIDED</AcctSvcrRef>", "|||");
	CHECK_ENTRY("<AcctSvcrRef>0000</AcctSvcrRef>", "|||");
}

static void
the_payer_is_the_debtor_or_else_the_ultimate_one(void **state)
{
	(void)state;
	CHECK_DETAIL("<RltdPties><UltmtDbtr><Nm>Verdi</Nm></UltmtDbtr><Dbtr><Nm>Rossi\n Maria</Nm></Dbtr><Cdtr><Nm>Il Nodo</Nm></Cdtr></RltdPties>", "Rossi Maria|||");
	CHECK_DETAIL("<RltdPties><Dbtr><Pty><Nm>Rossi</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>it60 x054 2811 1010 0000 0123 456</IBAN></Id></DbtrAcct></RltdPties>", "Rossi|" PAYER "||");
	CHECK_DETAIL("<RltdPties><UltmtDbtr><Pty><Nm>Verdi</Nm></Pty></UltmtDbtr><DbtrAcct><Id><Othr><Id>12</Id></Othr></Id></DbtrAcct></RltdPties>", "Verdi|||");
	CHECK_DETAIL("<RltdPties><DbtrAcct><Id><IBAN>IT60-X05</IBAN></Id></DbtrAcct></RltdPties>", "|||");
}

static void
the_other_party_of_a_debit_is_the_creditor_unless_it_takes_a_credit_back(void **state)
{
	(void)state;
	static const char parties[] = "<RltdPties><Dbtr><Nm>Rossi</Nm></Dbtr><Cdtr><Nm>Il Nodo</Nm></Cdtr><CdtrAcct><Id><IBAN>" IBAN "</IBAN></Id></CdtrAcct></RltdPties>";
	char statement[2000];
	snprintf(statement, sizeof statement, ENTRY(BOOKED("1", "DBIT") DETAILS(DETAIL("%s"))), parties);
	check(statement, "2: 2021-03-04  -1.00 Il Nodo|" IBAN "||\n" NONE);
	snprintf(statement, sizeof statement, ENTRY(BOOKED("1", "DBIT") "<RvslInd>true</RvslInd>" DETAILS(DETAIL("%s"))), parties);
	check(statement, "2: 2021-03-04  -1.00 Rossi||| storno\n" NONE);
	snprintf(statement, sizeof statement, ENTRY(BOOKED("1", "CRDT") "<RvslInd>true</RvslInd>" DETAILS(DETAIL("%s"))), parties);
	check(statement, "2: 2021-03-04  1.00 Il Nodo|" IBAN "|| storno\n" NONE);
}

static void
several_pieces_are_one_text(void **state)
{
	(void)state;
	CHECK_DETAIL("<RmtInf><Ustrd>Balint_D Alo</Ustrd><Ustrd>_marzo</Ustrd></RmtInf>", "||Balint_D Alo_marzo|");
	CHECK_DETAIL("<RmtInf><Ustrd>Balint 9 </Ustrd><Ustrd> Rossi</Ustrd><Ustrd>marzo</Ustrd></RmtInf>", "||Balint 9 Rossi marzo|");
	CHECK_DETAIL("<RmtInf><Ustrd>Balint_</Ustrd><Ustrd>Rossi</Ustrd></RmtInf>", "||Balint_Rossi|");
#define WIDE "1234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890 ROSS"
	CHECK_DETAIL("<RmtInf><Ustrd>" WIDE "IMAR</Ustrd><Ustrd>ZO</Ustrd></RmtInf>", "||" WIDE "IMAR ZO|");
	CHECK_DETAIL("<RmtInf><Ustrd>" WIDE "I MAR</Ustrd><Ustrd>ZO</Ustrd></RmtInf>", "||" WIDE "I MARZO|");
	CHECK_DETAIL("<RmtInf><Ustrd>" WIDE "I MA </Ustrd><Ustrd>ZO</Ustrd></RmtInf>", "||" WIDE "I MA ZO|");
	CHECK_DETAIL("<RmtInf><Ustrd>" WIDE "I MAR</Ustrd><Ustrd> ZO</Ustrd></RmtInf>", "||" WIDE "I MAR ZO|");
}

static void
without_what_the_payer_wrote_the_bank_is_asked(void **state)
{
	(void)state;
	CHECK_DETAIL("<RmtInf><Ustrd>Rossi</Ustrd><Strd><CdtrRefInf><Ref>RF18539007547034</Ref></CdtrRefInf><AddtlRmtInf>marzo</AddtlRmtInf></Strd></RmtInf><AddtlTxInf>X</AddtlTxInf>",
	    "||Rossi RF18539007547034 marzo|");
	CHECK_ENTRY(DETAILS(DETAIL("<AddtlTxInf>BONIFICO</AddtlTxInf>")) "<AddtlNtryInf>X</AddtlNtryInf>", "||BONIFICO|");
	CHECK_ENTRY(DETAILS(DETAIL("<RmtInf><Ustrd> </Ustrd></RmtInf>")) "<AddtlNtryInf>BONIFICO</AddtlNtryInf>", "||BONIFICO|");
	CHECK_ENTRY("<AddtlNtryInf>BONIFICO</AddtlNtryInf>", "||BONIFICO|");
}

#define OLD(amount, text) DETAIL("<AmtDtls><InstdAmt><Amt Ccy=\"EUR\">9</Amt></InstdAmt><TxAmt><Amt Ccy=\"EUR\">" amount "</Amt></TxAmt></AmtDtls>" TEXT(text))
#define NEW(amount, text) DETAIL(AMOUNT(amount, "CRDT") TEXT(text))

static void
a_batch_is_one_line_a_transaction(void **state)
{
	(void)state;
	check(ENTRY(BOOKED("3", "CRDT") DETAILS(OLD("1", "A") OLD("2", "B"))), "2: 2021-03-04  1.00 ||A|\n2: 2021-03-04  2.00 ||B|\n" NONE);
	check(ENTRY(BOOKED("3", "CRDT") DETAILS(NEW("1", "A")) DETAILS(NEW("2", "B"))), "2: 2021-03-04  1.00 ||A|\n2: 2021-03-04  2.00 ||B|\n" NONE);
	check(ENTRY(BOOKED("3", "DBIT") DETAILS(OLD("1", "A") OLD("2", "B"))), "2: 2021-03-04  -1.00 ||A|\n2: 2021-03-04  -2.00 ||B|\n" NONE);
	check(ENTRY(BOOKED("3", "CRDT") DETAILS(NEW("4", "A") DETAIL(AMOUNT("1", "DBIT")))), "2: 2021-03-04  4.00 ||A|\n2: 2021-03-04  -1.00 |||\n" NONE);
	check(ENTRY(BOOKED("2", "CRDT") DETAILS(DETAIL("<AmtDtls><InstdAmt><Amt Ccy=\"EUR\">1</Amt></InstdAmt></AmtDtls>") NEW("1", "B"))),
	    "2: 2021-03-04  1.00 |||\n2: 2021-03-04  1.00 ||B|\n" NONE);
	check(ENTRY(BOOKED("3", "CRDT") DETAILS(OLD("1", "A") OLD("1", "B") OLD("0.50", "C"))),
	    "2: 2021-03-04  1.00 ||A|\n2: 2021-03-04  1.00 ||B|\n2: 2021-03-04  0.50 ||C|\n2! the entry is of 3.00, but its 3 transactions make 2.50\n");
	check(ENTRY(BOOKED("3", "CRDT") DETAILS(NEW("3", "A") DETAIL(TEXT("B")))),
	    "2: 2021-03-04  3.00 ||A|\n2! transaction 2 of the entry has no amount in EUR, but the first one has\n");
	check(ENTRY(BOOKED("3", "CRDT") DETAILS(NEW("x", "A") NEW("3", "B"))), "2! Ntry/NtryDtls/TxDtls/Amt: 'x' is not an amount\n");
	check("<Ntry>" AMOUNT("3", "CRDT") DETAILS(NEW("1", "A") NEW("2", "B")) "</Ntry>", "2! Ntry/Sts is missing\n");
}

static void
transactions_of_a_batch_have_ids_of_their_own_or_their_place(void **state)
{
	(void)state;
#define OWN(id) DETAIL("<Refs><AcctSvcrRef>" id "</AcctSvcrRef></Refs>" AMOUNT("1", "CRDT"))
#define ONE "2: 2021-03-04  1.00 |||"
	check(ENTRY(BOOKED("3", "CRDT") "<AcctSvcrRef>A</AcctSvcrRef>" DETAILS(OWN("A") OWN("B") OWN("NONREF"))), ONE "A/0\n" ONE "B/0\n" ONE "A/2\n" NONE);
	check(ENTRY(BOOKED("3", "CRDT") DETAILS(OWN("B") OWN("B") OWN("C"))), ONE "B/0\n" ONE "B/1\n" ONE "C/0\n" NONE);
	check(ENTRY(BOOKED("2", "CRDT") "<AcctSvcrRef>NONREF</AcctSvcrRef>" DETAILS(OWN("NONREF") OWN("NONREF"))), ONE "\n" ONE "\n" NONE);
}

static void
a_batch_that_is_not_listed_is_one_line(void **state)
{
	(void)state;
#define BATCH "<Btch><NbOfTxs>2</NbOfTxs></Btch>"
#define LISTLESS "(a batch; the bank does not list its amounts)"
	CHECK_ENTRY(DETAILS(BATCH) "<AddtlNtryInf>BONIFICI</AddtlNtryInf>", "||BONIFICI " LISTLESS "|");
	CHECK_ENTRY("<AcctSvcrRef>A</AcctSvcrRef>" DETAILS(DETAIL(TEXT("Rossi")) DETAIL(TEXT("Verdi"))), "||" LISTLESS "|A/0");
	CHECK_ENTRY(DETAILS(DETAIL(TEXT("Rossi")) NEW("1", "Verdi")), "||" LISTLESS "|");
	CHECK_ENTRY(DETAILS(BATCH NEW("1", "Rossi")), "||" LISTLESS "|");
	CHECK_ENTRY(DETAILS(BATCH NEW("85.40", "Rossi")), "||Rossi|");
	CHECK_ENTRY(DETAILS("<Btch><NbOfTxs>1</NbOfTxs></Btch>" NEW("86", "Rossi")), "||Rossi|");
}

static void
balances_open_and_close_the_statement(void **state)
{
	(void)state;
	check(BALANCE("PRCD", "10.00") BALANCE("CLBD", "11.00") BALANCE("CLAV", "99.00") ENTRY(BOOKED("1", "CRDT")), "5: 2021-03-04  1.00 |||\n= camt.053 " IBAN " 10.00 11.00\n");
	check(BALANCE("PRCD", "9.00") BALANCE("OPBD", "10.00") BALANCE("ITBD", "9.00"), "= camt.053 " IBAN " 10.00 -\n");
	check("<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp>" AMOUNT("10", "DBIT") "</Bal>" BALANCE("CLBD", "1.00") ENTRY(BOOKED("11", "CRDT")),
	    "3: 2021-03-04  11.00 |||\n= camt.053 " IBAN " -10.00 1.00\n");
#define DATED(code, amount, day) \
	"<Bal><Tp><CdOrPrtry><Cd>" code "</Cd></CdOrPrtry></Tp>" AMOUNT(amount, "CRDT") "<Dt><DtTm>2021-03-" day "T00:00:00</DtTm></Dt></Bal>\n"
	check(DATED("OPBD", "2", "02") DATED("CLBD", "3", "02") DATED("OPBD", "1", "01") DATED("CLBD", "2", "01") ENTRY(BOOKED("2", "CRDT")),
	    "6: 2021-03-04  2.00 |||\n= camt.053 " IBAN " 1.00 3.00\n");
	check(BALANCE("OPBD", "10.00") BALANCE("CLBD", "12.00") ENTRY(BOOKED("1", "CRDT")),
	    "4: 2021-03-04  1.00 |||\nrefused: FILE: statement 'S' does not add up: 10.00 and movements of 1.00 make 11.00, but it ends with 12.00; get the file from the bank again\n");
	check(BALANCE("OPBD", "x"), "2! Bal/Amt: 'x' is not an amount\n");
}

static void
several_statements_follow_one_another(void **state)
{
	(void)state;
#define NEXT "</Stmt><Stmt><Id>T</Id>" ACCOUNT
	check(BALANCE("OPBD", "1.00") BALANCE("CLBD", "2.00") ENTRY(BOOKED("1", "CRDT")) NEXT BALANCE("OPBD", "2.00") BALANCE("CLBD", "2.00"),
	    "4: 2021-03-04  1.00 |||\n= camt.053 " IBAN " 1.00 2.00\n");
	check(BALANCE("OPBD", "1.00") NEXT BALANCE("CLBD", "1.00"), "= camt.053 " IBAN " 1.00 1.00\n");
	check(BALANCE("CLBD", "1.00") NEXT BALANCE("OPBD", "3.00"),
	    "refused: FILE: statement 'T' begins with 3.00, but the one before ends with 1.00: something between them is missing, or they are not in order\n");
	check("</Stmt><Stmt><Id>T</Id><Acct><Id><IBAN>" PAYER "</IBAN></Id></Acct>",
	    "refused: FILE: the file is of more than one account: statement 'T' is of " PAYER ", the ones before are of " IBAN "; ask the bank for one file an account\n");
	check_document("<BkToCstmrStmt><Stmt><Acct><Id><Othr><Id>12</Id></Othr></Id></Acct></Stmt></BkToCstmrStmt>", "= camt.053  - -\n");
}

static void
texts_are_clean(void **state)
{
	(void)state;
	CHECK_DETAIL(TEXT("Rossi&#10;\tMaria &#x85;&#x202e;&#xa0;&lt;b&gt; &amp;<![CDATA[ <x> ]]>&#39;"), "||Rossi Maria <b> & <x> '|");
	CHECK_DETAIL(TEXT("=cmd|' /C calc'!A0"), "||=cmd|' /C calc'!A0|");
	char *statement = malloc(20000), *end = statement + sprintf(statement, "<Ntry>" BOOKED("1", "CRDT") "<NtryDtls><TxDtls><RmtInf><Ustrd>");
	memset(end, 'x', BANK_TEXT);
	strcpy(end + BANK_TEXT, "</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\n");
	char *document = malloc(30000);
	sprintf(document, HEAD "%s" TAIL, statement);
	char *text = outcome_of_bytes(camt_read, document, strlen(document));
	assert_memory_equal(text, "2! Ntry/NtryDtls/TxDtls/RmtInf/Ustrd is longer than 4095 bytes\n", 63);
	free(text);
	free(document);
	free(statement);
}

static void
encodings_are_those_of_banks(void **state)
{
	(void)state;
#define NAMED(encoding, name) \
	"<?xml version=\"1.0\" encoding=\"" encoding "\"?><BkToCstmrStmt><Stmt>" ACCOUNT "\n" \
	ENTRY(BOOKED("1", "CRDT") DETAILS(DETAIL("<RltdPties><Dbtr><Nm>" name "</Nm></Dbtr></RltdPties>"))) "</Stmt></BkToCstmrStmt>"
	check_document(NAMED("UTF-8", "NICOL\xc3\x92"), "2: 2021-03-04  1.00 NICOLÒ|||\n" NONE);
	check_document("\xef\xbb\xbf" NAMED("UTF-8", "NICOL\xc3\x92"), "2: 2021-03-04  1.00 NICOLÒ|||\n" NONE);
	check_document(NAMED("ISO-8859-1", "NICOL\xd2"), "2: 2021-03-04  1.00 NICOLÒ|||\n" NONE);
	check_document(NAMED("windows-1252", "NICOL\xd2 \x80"), "2: 2021-03-04  1.00 NICOLÒ €|||\n" NONE);
	check_document(NAMED("UTF-8", "NICOL\xd2"), "2:162! the XML is broken: not well-formed (invalid token)\n");
	check_document(NAMED("EBCDIC", "X"), "1:31! the encoding is none of UTF-8, UTF-16, ISO-8859-1 and Windows-1252\n");
	static const char plain[] = NAMED("UTF-16", "ROSSI");
	char wide[2 * sizeof plain] = "\xff\xfe";
	for (size_t i = 0; i + 1 < sizeof plain; i++)
		wide[2 + 2 * i] = plain[i];
	check_bytes(camt_read, wide, 2 * sizeof plain, "2: 2021-03-04  1.00 ROSSI|||\n" NONE);
}

static void
broken_xml_is_a_fault_at_its_place(void **state)
{
	(void)state;
	check("<Ntry></Stmt>", "2:9! the XML is broken: mismatched tag\n");
	check_document("", "1:1! the file ends before its XML does: it is not whole\n");
	check_document(HEAD ENTRY(BOOKED("1", "CRDT")), "2: 2021-03-04  1.00 |||\n3:1! the file ends before its XML does: it is not whole\n");
	check_document("<Document>&nbsp;</Document>", "1:11! the XML is broken: undefined entity\n");
	check_document("<Document/>", "refused: FILE: it is XML, but no bank statement (no BkToCstmrStmt)\n");
	check_document("<BkToCstmrStmt/>", "refused: FILE: there is no statement in it (no Stmt)\n");
	check_document("<html><p>", "1:1! this is a web page, not a bank statement: ask the bank for camt.053, MT940 or CSV\n");
	check_document("<Document><BkToCstmrDbtCdtNtfctn/></Document>", "1:11! this is a notification (camt.054), not a statement: ask the bank for camt.053\n");
}

static void
a_doctype_is_refused(void **state)
{
	(void)state;
#define REFUSED "! a DOCTYPE: no bank statement has one, and it can do harm; the file is not read\n"
	check_document("<!DOCTYPE Document SYSTEM \"file:///etc/passwd\"><Document/>", "1:47" REFUSED);
	check_document("<!DOCTYPE a [<!ENTITY a \"x\"><!ENTITY b \"&a;&a;&a;&a;\">]><a>&b;</a>", "1:13" REFUSED);
}

static void
every_fault_is_named(void **state)
{
	(void)state;
	check(ENTRY(BOOKED("x", "CRDT")) ENTRY(BOOKED("1", "CRDT")) ENTRY(BOOKED("1", "Y")) "</Ntry>",
	    "2! Ntry/Amt: 'x' is not an amount\n3: 2021-03-04  1.00 |||\n4! Ntry/CdtDbtInd: 'Y' is neither CRDT nor DBIT\n5:3! the XML is broken: mismatched tag\n");
}

static void
put_many(FILE *file, const char *text, size_t count)
{
	while (count-- > 0)
		fputs(text, file);
}

/* How much more memory the process has ever had after reading what was put into the file, in KiB; the end of the outcome is checked. */
static long
growth_of(FILE *file, const char *end)
{
	struct rusage before, after;
	struct bank_facts facts;
	struct refusal why;
	char *said = NULL;
	size_t length = 0;
	FILE *out = open_memstream(&said, &length);
	struct bank_reading reading = { outcome_take, outcome_complain, fopen("/dev/null", "w") };
	fflush(file);
	getrusage(RUSAGE_SELF, &before);
	FILE *null = reading.context;
	if (*end)
		reading.context = out;
	bool good = camt_read(fileno(file), "FILE", &reading, &facts, &why);
	getrusage(RUSAGE_SELF, &after);
	fclose(out);
	fclose(null);
	fclose(file);
	assert_int_equal(good, *end == '\0');
	if (*end)
		assert_non_null(strstr(said, end));
	free(said);
	return after.ru_maxrss - before.ru_maxrss;
}

static void
memory_does_not_grow_with_the_file(void **state)
{
	(void)state;
	FILE *file = tmpfile();
	fputs(HEAD, file);
	put_many(file, ENTRY(BOOKED("1", "CRDT") DETAILS(DETAIL(TEXT("Rossi Maria")))), 40000);
	fputs(TAIL, file);
	assert_in_range(growth_of(file, ""), 0, 2048);
	file = tmpfile();
	fputs(HEAD "<Ntry>" BOOKED("40000", "CRDT") "<AcctSvcrRef>A</AcctSvcrRef><NtryDtls>", file);
	put_many(file, NEW("1", "Rossi Maria"), 40000);
	fputs("</NtryDtls></Ntry>" TAIL, file);
	assert_in_range(growth_of(file, ""), 0, 2048);
}

static void
hostile_xml_holds_no_memory_and_no_stack(void **state)
{
	(void)state;
	FILE *file = tmpfile();
	put_many(file, "<a>", 1000000);
	assert_in_range(growth_of(file, "! elements are nested deeper than in any bank statement\n"), 0, 32768);
	file = tmpfile();
	fputs("<Document a=\"", file);
	put_many(file, "aaaaaaaaaaaaaaa\n", 600000);
	assert_in_range(growth_of(file, "! the XML has longer or more names than any bank statement\n"), 0, 32768);
	file = tmpfile();
	fputs("<Document>", file);
	for (int i = 0; i < 600000; i++)
		fprintf(file, "<name%d/>", i);
	assert_in_range(growth_of(file, "! the XML has longer or more names than any bank statement\n"), 0, 32768);
	file = tmpfile();
	fputs(HEAD "<Ntry><AddtlNtryInf>", file);
	put_many(file, "aaaaaaaaaaaaaaa\n", 600000);
	fputs("</AddtlNtryInf></Ntry>" TAIL, file);
	assert_in_range(growth_of(file, "! Ntry/AddtlNtryInf is longer than 4095 bytes\n"), 0, 32768);
}

static void
what_cannot_be_read_is_refused(void **state)
{
	(void)state;
	struct bank_facts facts;
	struct refusal why;
	const struct bank_reading reading = { outcome_take, outcome_complain, NULL };
	assert_false(camt_read(-1, "FILE", &reading, &facts, &why));
	assert_string_equal(why.text, "FILE cannot be read: Bad file descriptor");
	assert_false(mt940_read(-1, "FILE", &reading, &facts, &why));
	assert_string_equal(why.text, "FILE cannot be read: Bad file descriptor");
}

static void
any_xml_is_recognised(void **state)
{
	(void)state;
	assert_true(camt_recognised("<?xml", 5));
	assert_true(camt_recognised("\xef\xbb\xbf\r\n <Document", 15));
	assert_true(camt_recognised("\xff\xfe<\0D\0", 6));
	assert_true(camt_recognised("\xfe\xff\0<", 4));
	assert_false(camt_recognised("", 0));
	assert_false(camt_recognised("Data;Valuta", 11));
	assert_false(camt_recognised(":20:S\n:25:1", 11));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_vectors_of_both_versions_give_the_same),
		cmocka_unit_test(an_independent_reader_says_the_same),
		cmocka_unit_test(any_version_prefix_and_envelope_will_do),
		cmocka_unit_test(elements_of_other_places_are_not_taken_for_ours),
		cmocka_unit_test(signs_and_reversals_say_where_the_money_goes),
		cmocka_unit_test(what_is_not_booked_is_pending),
		cmocka_unit_test(nothing_of_a_report_is_booked),
		cmocka_unit_test(amounts_are_decimal_and_in_euro),
		cmocka_unit_test(dates_are_days_that_exist),
		cmocka_unit_test(everything_mandatory_that_is_missing_is_a_fault_of_the_entry),
		cmocka_unit_test(the_id_is_the_banks_and_never_the_payers),
		cmocka_unit_test(the_payer_is_the_debtor_or_else_the_ultimate_one),
		cmocka_unit_test(the_other_party_of_a_debit_is_the_creditor_unless_it_takes_a_credit_back),
		cmocka_unit_test(several_pieces_are_one_text),
		cmocka_unit_test(without_what_the_payer_wrote_the_bank_is_asked),
		cmocka_unit_test(a_batch_is_one_line_a_transaction),
		cmocka_unit_test(transactions_of_a_batch_have_ids_of_their_own_or_their_place),
		cmocka_unit_test(a_batch_that_is_not_listed_is_one_line),
		cmocka_unit_test(balances_open_and_close_the_statement),
		cmocka_unit_test(several_statements_follow_one_another),
		cmocka_unit_test(texts_are_clean),
		cmocka_unit_test(encodings_are_those_of_banks),
		cmocka_unit_test(broken_xml_is_a_fault_at_its_place),
		cmocka_unit_test(a_doctype_is_refused),
		cmocka_unit_test(every_fault_is_named),
		cmocka_unit_test(memory_does_not_grow_with_the_file),
		cmocka_unit_test(hostile_xml_holds_no_memory_and_no_stack),
		cmocka_unit_test(what_cannot_be_read_is_refused),
		cmocka_unit_test(any_xml_is_recognised),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
