/*
 * What a reading gave is written as text: a line for each movement (`line booked valued amount payer|iban|id|text`,
 * with a dot for what is not there, and storno or pending behind it), one for each fault, and the totals.
 */
#include <balint/bank.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static const char *
or_dot(const char *text)
{
	return text && *text ? text : ".";
}

static void
write_line(void *context, const struct bank_line *line)
{
	char booked[DATE_TEXT], valued[DATE_TEXT], amount[MONEY_TEXT];
	assert_non_null(line->text);
	assert_int_equal(line->index, 0);
	fprintf((FILE *)context, "%zu %s %s %s %s|%s|%s|%s%s%s\n", line->line, or_dot(date_write(line->booked, booked)),
	    or_dot(date_write(line->valued, valued)), money_write(line->amount, amount), or_dot(line->payer), or_dot(line->iban), or_dot(line->id),
	    line->text, line->storno ? " storno" : "", line->pending ? " pending" : "");
}

static void
write_fault(void *context, size_t line, size_t column, const char *what)
{
	fprintf((FILE *)context, "! %zu:%zu: %s\n", line, column, what);
}

static void
write_facts(FILE *out, const struct bank_facts *facts)
{
	char in[MONEY_TEXT], paid[MONEY_TEXT], opening[MONEY_TEXT], closing[MONEY_TEXT], first[DATE_TEXT], last[DATE_TEXT];
	fprintf(out, "%s %s %s..%s %zu=%zu+%zu+%zu in %s out %s", facts->source, or_dot(facts->iban), date_write(facts->first, first),
	    date_write(facts->last, last), facts->lines, facts->credits, facts->debits, facts->pending, money_write(facts->in, in),
	    money_write(facts->out, paid));
	if (facts->opening != CENTS_NONE)
		fprintf(out, " from %s", money_write(facts->opening, opening));
	if (facts->closing != CENTS_NONE)
		fprintf(out, " to %s", money_write(facts->closing, closing));
	fputc('\n', out);
}

/* What reading the path gave; the caller frees it. */
static char *
outcome_of(const char *path, const struct bank_choice *choice)
{
	char *text;
	size_t length;
	FILE *out = open_memstream(&text, &length);
	struct refusal why = { "never" };
	struct bank_facts facts;
	const struct bank_reading reading = { write_line, write_fault, out };
	if (bank_read(path, choice, &reading, &facts, &why))
		write_facts(out, &facts);
	else
		fprintf(out, "refused%s%s\n", *why.text ? ": " : "", why.text);
	fclose(out);
	return text;
}

static void
check_bytes(const char *bytes, size_t length, struct bank_choice choice, const char *expected)
{
	char path[] = "/tmp/test_bank_csv_XXXXXX";
	int fd = mkstemp(path);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, bytes, length), (ssize_t)length);
	close(fd);
	char *outcome = outcome_of(path, &choice), *name;
	while ((name = strstr(outcome, path)))
		memmove(name + 1, name + strlen(path), strlen(name + strlen(path)) + 1), *name = 'F';
	unlink(path);
	assert_string_equal(outcome, expected);
	free(outcome);
}

#define CHECK(bytes, expected) check_bytes(bytes, sizeof(bytes) - 1, (struct bank_choice){ 0 }, expected)
#define CHECK_COLUMNS(said, bytes, expected) check_bytes(bytes, sizeof(bytes) - 1, (struct bank_choice){ .columns = (said) }, expected)
#define CHECK_BANK(said, bytes, expected) check_bytes(bytes, sizeof(bytes) - 1, (struct bank_choice){ .bank = (said) }, expected)

/* A sample of tests/data/banks, read as a file and through a pipe. */
static void
check_sample(const char *name, const char *expected)
{
	char path[256];
	snprintf(path, sizeof path, "tests/data/banks/%s", name);
	char *outcome = outcome_of(path, &(struct bank_choice){ 0 });
	assert_string_equal(outcome, expected);
	free(outcome);
	int ends[2];
	assert_int_equal(pipe(ends), 0);
	if (fork() == 0) {
		dup2(ends[1], STDOUT_FILENO);
		close(ends[0]);
		execlp("cat", "cat", path, NULL);
		_exit(127);
	}
	close(ends[1]);
	snprintf(path, sizeof path, "/dev/fd/%d", ends[0]);
	outcome = outcome_of(path, &(struct bank_choice){ 0 });
	close(ends[0]);
	wait(NULL);
	assert_string_equal(outcome, expected);
	free(outcome);
}

#define UNICREDIT "Data Registrazione;Data valuta;Descrizione;Importo (EUR);\n"
#define POSTE "Data;Valuta;Addebiti;Accrediti;Descrizione operazioni\n"

static void
banco_bpm_writes_payer_and_reference_in_one(void **state)
{
	(void)state;
	check_sample("bancobpm.csv",
	    "2 2021-03-31 2021-03-31 85.40 .|.|.|ROSSI MARIA Gruppo Balint 9 ed 2020 Rossi marzo\n"
	    "3 2021-03-30 2021-03-30 -1003.23 .|.|.|CANONE CONTO\n"
	    "bancobpm . 2021-03-30..2021-03-31 2=1+1+0 in 85.40 out 1003.23\n");
}

static void
banco_bpm_has_another_list_for_companies(void **state)
{
	(void)state;
	check_sample("bancobpm-company.csv",
	    "2 2021-03-31 2021-03-31 61.00 .|.|.|VERDI ANNA balint verdi marzo\n"
	    "3 2021-03-30 2021-03-30 -3.23 .|.|.|COMMISSIONI\n"
	    "bancobpm . 2021-03-30..2021-03-31 2=1+1+0 in 61.00 out 3.23\n");
}

static void
fineco_separates_by_tabs_behind_a_preamble(void **state)
{
	(void)state;
	check_sample("fineco.csv",
	    "7 2021-03-31 2021-03-31 85.40 ROSSI MARIA|.|.|Gruppo Balint 9 ed 2020 Rossi marzo\n"
	    "8 2021-03-30 2021-03-30 -3.23 .|.|.|Canone Canone mensile conto\n"
	    "9 2021-03-29 2021-03-29 -12.00 .|.|.|Visa Debit Cartoleria pending\n"
	    "fineco . 2021-03-30..2021-03-31 3=1+1+1 in 85.40 out 3.23 from 1000.00 to 1082.17\n");
}

static void
a_list_with_the_usual_names_needs_no_profile(void **state)
{
	(void)state;
	check_sample("generic.csv",
	    "2 2021-03-31 2021-03-31 85.40 Maria Rossi|IT60X0542811101000000123456|TX-000001|Gruppo Balint 9 ed 2020_Rossi_marzo\n"
	    "3 2021-04-01 2021-04-01 -1003.23 Bank|.|TX-000002|Fee\n"
	    "generic . 2021-03-31..2021-04-01 2=1+1+0 in 85.40 out 1003.23\n");
}

static void
the_usual_names_may_be_italian(void **state)
{
	(void)state;
	check_sample("generic-italian.csv",
	    "4 2021-03-31 . 85.40 Maria Rossi|.|.|Gruppo Balint; \"9\" ed 2020 Rossi marzo\n"
	    "5 2021-04-01 . -3.23 .|.|.|Commissioni\n"
	    "generic . 2021-03-31..2021-04-01 2=1+1+0 in 85.40 out 3.23\n");
}

static void
intesa_has_a_preamble_balances_and_what_is_not_booked(void **state)
{
	(void)state;
	check_sample("intesa.csv",
	    "24 2021-03-31 2021-03-31 85.40 MÜLLER ANNA|.|.|Gruppo Balint 9 ed 2020 Müller marzo\n"
	    "25 2021-03-31 2021-03-31 -3.23 .|.|.|CANONE MENSILE CANONE MARZO\n"
	    "31 2021-04-01 . -12.00 .|.|.|PRENOTAZIONE BOLLETTA PAGAMENTO BOLLETTINO pending\n"
	    "intesa . 2021-03-31..2021-03-31 3=1+1+1 in 85.40 out 3.23 from 1000.00 to 1082.17\n");
}

static void
intesa_has_a_simple_list_too(void **state)
{
	(void)state;
	check_sample("intesa-simple.csv",
	    "6 2021-04-01 . 85.40 MÜLLER ANNA|.|.|Gruppo Balint 9 ed 2020 Müller marzo\n"
	    "7 2021-03-31 . -2.40 .|.|.|Pagamento Tramite Pos Cartoleria pending\n"
	    "8 2021-03-30 . -1003.23 .|.|.|Canone Canone mensile\n"
	    "intesa . 2021-03-30..2021-04-01 3=1+1+1 in 85.40 out 1003.23\n");
}

static void
poste_has_balances_with_a_day(void **state)
{
	(void)state;
	check_sample("poste.csv",
	    "3 2021-03-01 2021-03-01 85.40 ROSSI MARIA|.|BAPPIT225034004217772210480160001753IT|gruppo balint 9 ed 2020 rossi febbraio\n"
	    "4 2021-03-02 2021-03-02 61.00 VERDI ANNA|.|PROVAIT22503400421777221048|Balint verdi per febbraio\n"
	    "5 2021-03-03 2021-03-02 -3.23 .|.|.|COMMISSIONE BONIFICO\n"
	    "poste . 2021-03-01..2021-03-03 3=2+1+0 in 146.40 out 3.23 from 1000.00 to 1143.17\n");
}

static void
poste_names_its_columns_in_two_ways(void **state)
{
	(void)state;
	check_sample("poste-euro.csv",
	    "4 2021-03-01 2021-03-01 85.40 ROSSI MARIA|.|BAPPIT225034004217772210480160001753IT|rossi febbraio\n"
	    "5 2021-03-03 2021-03-02 -3.23 .|.|.|COMMISSIONE BONIFICO\n"
	    "poste . 2021-03-01..2021-03-03 2=1+1+0 in 85.40 out 3.23\n");
}

static void
unicredit_writes_descriptions_in_blocks(void **state)
{
	(void)state;
	check_sample("unicredit.csv",
	    "2 2021-04-01 2021-04-01 85.40 ROSSI MARIA|.|1101210910123456|Gruppo Balint 9 ed 2020 Rossi marzo\n"
	    "3 2021-03-31 2021-03-31 1085.40 CONTI NICOLÒ|.|1101210900654321|quota di partecipazione GRUPPO BALINT 9 ED 2020 CONTI MARZO\n"
	    "4 2021-03-31 2021-03-31 -3.23 .|.|.|COMMISSIONI GESTIONE CONTO\n"
	    "5 2021-03-30 2021-03-30 -61.00 VERDI ANNA|.|.|STORNO BONIFICO A VOSTRO FAVORE BONIFICO SEPA DA: VERDI ANNA PER: balint verdi febbraio TRN: 1101210890111111 storno\n"
	    "6 2021-03-29 2021-03-29 61.00 D'ANGELO LUCA|.|1101210880222222|BALINT MARZO\n"
	    "unicredit . 2021-03-29..2021-04-01 5=3+2+0 in 1231.80 out 64.23\n");
}

static void
the_same_in_utf8_is_the_same(void **state)
{
	(void)state;
	check_sample("unicredit-utf8.csv",
	    "2 2021-04-01 2021-04-01 85.40 ROSSI MARIA|.|1101210910123456|Gruppo Balint 9 ed 2020 Rossi marzo\n"
	    "3 2021-03-31 2021-03-31 1085.40 CONTI NICOLÒ|.|1101210900654321|quota di partecipazione GRUPPO BALINT 9 ED 2020 CONTI MARZO\n"
	    "4 2021-03-31 2021-03-31 -3.23 .|.|.|COMMISSIONI GESTIONE CONTO\n"
	    "5 2021-03-30 2021-03-30 -61.00 VERDI ANNA|.|.|STORNO BONIFICO A VOSTRO FAVORE BONIFICO SEPA DA: VERDI ANNA PER: balint verdi febbraio TRN: 1101210890111111 storno\n"
	    "6 2021-03-29 2021-03-29 61.00 D'ANGELO LUCA|.|1101210880222222|BALINT MARZO\n"
	    "unicredit . 2021-03-29..2021-04-01 5=3+2+0 in 1231.80 out 64.23\n");
}

static void
unicredit_has_a_list_with_a_header_of_two_lines(void **state)
{
	(void)state;
	check_sample("unicredit-account.csv",
	    "5 2021-04-01 2021-04-01 85.40 ROSSI MARIA|.|1101210910123456|Gruppo Balint 9 ed 2020 Rossi marzo\n"
	    "7 2021-03-31 2021-03-30 -1003.23 .|.|.|COMMISSIONI\n"
	    "unicredit IT92S0200801058000040951624 2021-03-31..2021-04-01 2=1+1+0 in 85.40 out 1003.23\n");
}

static void
a_bare_header_has_no_movements_and_an_empty_file_is_refused(void **state)
{
	(void)state;
	CHECK("", "refused: F is empty; download the list of movements again\n");
	CHECK("\xef\xbb\xbf\n  \r\n\n", "refused: F is empty; download the list of movements again\n");
	CHECK(UNICREDIT, "unicredit . .. 0=0+0+0 in 0.00 out 0.00\n");
	CHECK("Data Registrazione;Data valuta;Descrizione;Importo (EUR);", "unicredit . .. 0=0+0+0 in 0.00 out 0.00\n");
}

static void
lines_end_in_lf_crlf_or_cr(void **state)
{
	(void)state;
	static const char expected[] = "3 2021-03-01 2021-03-02 85.40 .|.|.|x\nunicredit . 2021-03-01..2021-03-01 1=1+0+0 in 85.40 out 0.00\n";
	CHECK("\n" UNICREDIT "01.03.2021;02.03.2021;x;85,40;\n", expected);
	CHECK("\r\nData Registrazione;Data valuta;Descrizione;Importo (EUR);\r\n01.03.2021;02.03.2021;x;85,40;\r\n", expected);
	CHECK("\rData Registrazione;Data valuta;Descrizione;Importo (EUR);\r01.03.2021;02.03.2021;x;85,40;\r", expected);
}

static void
amounts_are_read_as_banks_write_them(void **state)
{
	(void)state;
	CHECK(UNICREDIT "1.3.2021;;a;1.234,56;\n1.3.2021;;b;1234,56;\n1.3.2021;;c;+85,40;\n1.3.2021;;d;-3,23;\n1.3.2021;;e;85,4;\n1.3.2021;;f;85;\n"
	    "1.3.2021;;g;EUR 85,40;\n1.3.2021;;h;85,40 \xe2\x82\xac;\n1.3.2021;;i;\xe2\x82\xac-1.000,00;\n1.3.2021;;j;- 3,23 EUR;\n1.3.2021;;k;1'234'567,00;\n"
	    "1.3.2021;;l;\xe2\x88\x92" "3,23;\n1.3.2021;;m;1.000;\n1.3.2021;;n;999.999.999,99;\n",
	    "2 2021-03-01 . 1234.56 .|.|.|a\n3 2021-03-01 . 1234.56 .|.|.|b\n4 2021-03-01 . 85.40 .|.|.|c\n5 2021-03-01 . -3.23 .|.|.|d\n"
	    "6 2021-03-01 . 85.40 .|.|.|e\n7 2021-03-01 . 85.00 .|.|.|f\n8 2021-03-01 . 85.40 .|.|.|g\n9 2021-03-01 . 85.40 .|.|.|h\n"
	    "10 2021-03-01 . -1000.00 .|.|.|i\n11 2021-03-01 . -3.23 .|.|.|j\n12 2021-03-01 . 1234567.00 .|.|.|k\n13 2021-03-01 . -3.23 .|.|.|l\n"
	    "14 2021-03-01 . 1000.00 .|.|.|m\n15 2021-03-01 . 999999999.99 .|.|.|n\n"
	    "unicredit . 2021-03-01..2021-03-01 14=10+4+0 in 1001238462.71 out 1009.69\n");
}

static void
an_amount_that_cannot_be_read_is_a_fault_and_never_zero(void **state)
{
	(void)state;
	CHECK(UNICREDIT "1.3.2021;;a;85,40;\n1.3.2021;;b;abc;\n1.3.2021;;c;;\n1.3.2021;;d;85,401;\n1.3.2021;;e;85.40;\n1.3.2021;;f;0,00;\n1.3.2021;;g;USD 85,40;\n"
	    "1.3.2021;;h;12.34,56;\n1.3.2021;;i;--3,23;\n1.3.2021;;j;1.000.000.000,00;\n1.3.2021;;k;,;\n1.3.2021;;l;85,;\n1.3.2021;;m;(3,23);\n1.3.2021;;n;3,23-;\n",
	    "2 2021-03-01 . 85.40 .|.|.|a\n"
	    "! 3:4: Importo (EUR): 'abc' is not an amount\n"
	    "! 4:4: Importo (EUR): there is no amount\n"
	    "! 5:4: Importo (EUR): '85,401' has more than two decimals\n"
	    "! 6:4: Importo (EUR): '85.40' is not an amount with a comma before the cents, as the others of this file\n"
	    "! 7:4: Importo (EUR): the amount is zero\n"
	    "! 8:4: Importo (EUR): 'USD 85,40' is not an amount\n"
	    "! 9:4: Importo (EUR): '12.34,56' is not an amount\n"
	    "! 10:4: Importo (EUR): '--3,23' is not an amount\n"
	    "! 11:4: Importo (EUR): '1.000.000.000,00' is too much: the most is 999999999.99\n"
	    "! 12:4: Importo (EUR): ',' is not an amount\n"
	    "! 13:4: Importo (EUR): '85,' is not an amount\n"
	    "! 14:4: Importo (EUR): '(3,23)' is not an amount\n"
	    "! 15:4: Importo (EUR): '3,23-' is not an amount\n"
	    "refused\n");
}

static void
comma_or_point_is_found_once_for_a_file(void **state)
{
	(void)state;
	CHECK("date,amount,description\n2021-03-01,1,\"a\"\n2021-03-01,\"1,000\",b\n2021-03-01,85.40,c\n2021-03-01,\"1,000.50\",d\n",
	    "2 2021-03-01 . 1.00 .|.|.|a\n3 2021-03-01 . 1000.00 .|.|.|b\n4 2021-03-01 . 85.40 .|.|.|c\n5 2021-03-01 . 1000.50 .|.|.|d\n"
	    "generic . 2021-03-01..2021-03-01 4=4+0+0 in 2086.90 out 0.00\n");
	CHECK("Data;Importo;Descrizione\n1/3/2021;1.000;a\n1/3/2021;85,40;b\n1/3/2021;85.40;c\n",
	    "2 2021-03-01 . 1000.00 .|.|.|a\n3 2021-03-01 . 85.40 .|.|.|b\n"
	    "! 4:2: amount: '85.40' is not an amount with a comma before the cents, as the others of this file\nrefused\n");
	CHECK("Data;Importo;Descrizione\n1/3/2021;85.40;a\n1/3/2021;1.000;b\n",
	    "2 2021-03-01 . 85.40 .|.|.|a\n! 3:2: amount: '1.000' has more than two decimals\nrefused\n");
}

static void
days_are_read_as_banks_write_them(void **state)
{
	(void)state;
	CHECK(UNICREDIT "01/03/2021;1-3-2021;a;1,00;\n2021-03-01;01.03.21;b;1,00;\n2021-03-01T10:20:30;01/03/2021 10:20;c;1,00;\n29.02.2024;;d;1,00;\n",
	    "2 2021-03-01 2021-03-01 1.00 .|.|.|a\n3 2021-03-01 2021-03-01 1.00 .|.|.|b\n4 2021-03-01 2021-03-01 1.00 .|.|.|c\n5 2024-02-29 . 1.00 .|.|.|d\n"
	    "unicredit . 2021-03-01..2024-02-29 4=4+0+0 in 4.00 out 0.00\n");
}

static void
a_day_that_cannot_be_read_is_a_fault(void **state)
{
	(void)state;
	CHECK(UNICREDIT "30.02.2021;;a;1,00;\n03/25/2021;;b;1,00;\noggi;;c;1,00;\n;;d;1,00;\n01.03.2021;domani;e;1,00;\n31.04.2021;;f;;\n01.03.2021;;g;x;\n",
	    "! 2:1: Data Registrazione: '30.02.2021' is not a date; write it as 17/02/2021 or 2021-02-17\n"
	    "! 3:1: Data Registrazione: '03/25/2021' is not a date; write it as 17/02/2021 or 2021-02-17\n"
	    "! 4:1: Data Registrazione: 'oggi' is not a date; write it as 17/02/2021 or 2021-02-17\n"
	    "! 5:1: Data Registrazione: there is no date\n"
	    "! 6:2: Data valuta: 'domani' is not a date; write it as 17/02/2021 or 2021-02-17\n"
	    "! 7:1: Data Registrazione: '31.04.2021' is not a date; write it as 17/02/2021 or 2021-02-17\n"
	    "! 7:4: Importo (EUR): there is no amount\n"
	    "! 8:4: Importo (EUR): 'x' is not an amount\n"
	    "refused\n");
}

static void
footers_have_neither_a_day_nor_an_amount(void **state)
{
	(void)state;
	CHECK(UNICREDIT "01.03.2021;;a;1,00;\n;;;;\nFine dei movimenti;;;;\nTotale;;;1,00;\n;;Il presente elenco non ha valore di estratto conto;;\n3 movimenti;;;;\n",
	    "2 2021-03-01 . 1.00 .|.|.|a\nunicredit . 2021-03-01..2021-03-01 1=1+0+0 in 1.00 out 0.00\n");
}

static void
money_comes_in_or_goes_out_but_not_both(void **state)
{
	(void)state;
	CHECK(POSTE "01/03/2021;01/03/2021;3,23;85,40;a\n01/03/2021;01/03/2021;;;b\n01/03/2021;01/03/2021;0,00;0,00;c\n",
	    "! 2:4: in: there is an amount both in and out\n! 3:4: in: there is no amount\n! 4:4: in: the amount is zero\nrefused\n");
	CHECK(POSTE "01/03/2021;01/03/2021;0,00;85,40;a\n01/03/2021;01/03/2021;3,23;;b\n01/03/2021;01/03/2021;-3,23;;c\n01/03/2021;01/03/2021;;-85,40;d\n",
	    "2 2021-03-01 2021-03-01 85.40 .|.|.|a\n3 2021-03-01 2021-03-01 -3.23 .|.|.|b\n4 2021-03-01 2021-03-01 -3.23 .|.|.|c\n"
	    "5 2021-03-01 2021-03-01 -85.40 .|.|.|d storno\nposte . 2021-03-01..2021-03-01 4=1+3+0 in 85.40 out 91.86\n");
}

static void
another_currency_is_a_fault(void **state)
{
	(void)state;
	CHECK("Data;Importo;Divisa;Descrizione\n1/3/2021;1,00;EUR;a\n1/3/2021;1,00;USD;b\n1/3/2021;1,00;;c\n",
	    "2 2021-03-01 . 1.00 .|.|.|a\n! 3:3: currency: 'USD': only euro can be read\n4 2021-03-01 . 1.00 .|.|.|c\nrefused\n");
	CHECK("Data;Valuta;Importo;Descrizione\n1/3/2021;2/3/2021;1,00;a\n1/3/2021;CHF;1,00;b\n",
	    "2 2021-03-01 . 1.00 .|.|.|a\n! 3:2: currency: 'CHF': only euro can be read\nrefused\n");
}

static void
balances_must_add_up(void **state)
{
	(void)state;
	CHECK(POSTE "28/02/2021;;;1.000,00;SALDO INIZIALE\n01/03/2021;01/03/2021;;85,40;a\n31/03/2021;;;1.085,40;SALDO FINALE AL 31/03/2021\n",
	    "3 2021-03-01 2021-03-01 85.40 .|.|.|a\nposte . 2021-03-01..2021-03-01 1=1+0+0 in 85.40 out 0.00 from 1000.00 to 1085.40\n");
	CHECK(POSTE "28/02/2021;;;1.000,00;SALDO INIZIALE\n01/03/2021;01/03/2021;;85,40;a\n31/03/2021;;;1.085,00;SALDO FINALE\n",
	    "3 2021-03-01 2021-03-01 85.40 .|.|.|a\nrefused: F does not add up: 1000.00 at first, 85.40 in and 0.00 out do not make 1085.00 but 0.40 more; "
	    "download the whole list of movements again\n");
	CHECK(POSTE "28/02/2021;;100,00;;SALDO INIZIALE\n01/03/2021;01/03/2021;;85,40;a\n;;14,60;;SALDO FINALE\n",
	    "3 2021-03-01 2021-03-01 85.40 .|.|.|a\nposte . 2021-03-01..2021-03-01 1=1+0+0 in 85.40 out 0.00 from -100.00 to -14.60\n");
	CHECK(POSTE "28/02/2021;;;1.000,00;SALDO INIZIALE\n;;;900,00;SALDO INIZIALE\n;;;x;SALDO FINALE\n",
	    "! 3:0: the balance is 900.00 here and 1000.00 before\n! 4:4: in: the balance is not an amount\nrefused\n");
}

static void
one_balance_alone_proves_nothing(void **state)
{
	(void)state;
	CHECK(POSTE "01/03/2021;01/03/2021;;85,40;a\n31/03/2021;;;10,00;SALDO FINALE\n",
	    "2 2021-03-01 2021-03-01 85.40 .|.|.|a\nposte . 2021-03-01..2021-03-01 1=1+0+0 in 85.40 out 0.00 to 10.00\n");
}

static void
a_payment_called_balance_is_not_lost(void **state)
{
	(void)state;
	CHECK("Data;Data valuta;Importo;Causale\n1/3/2021;1/3/2021;85,40;SALDO FINALE\n",
	    "2 2021-03-01 2021-03-01 85.40 .|.|.|SALDO FINALE\ngeneric . 2021-03-01..2021-03-01 1=1+0+0 in 85.40 out 0.00\n");
	CHECK("Data;Importo;Causale\n1/3/2021;85,40;saldo finale corso Rossi\n1/3/2021;1,00;Saldo\n",
	    "2 2021-03-01 . 85.40 .|.|.|saldo finale corso Rossi\n3 2021-03-01 . 1.00 .|.|.|Saldo\ngeneric . 2021-03-01..2021-03-01 2=2+0+0 in 86.40 out 0.00\n");
	CHECK("Data;Importo;Causale\n1/3/2021;85,40;a\n1/3/2021;85,40;saldo finale\n2/3/2021;85,40;b\n",
	    "2 2021-03-01 . 85.40 .|.|.|a\n4 2021-03-02 . 85.40 .|.|.|b\n"
	    "! 3:0: this may be a balance or a payment called so; take the line out or write more into its text\nrefused\n");
}

static void
what_is_not_booked_is_pending_and_not_counted(void **state)
{
	(void)state;
	CHECK("Data;Importo;Descrizione;Stato\n1/3/2021;1,00;a;Contabilizzato\n1/3/2021;2,00;b;NON CONTABILIZZATO\n1/3/2021;4,00;c;Pending\n1/3/2021;8,00;d;Rifiutato\n",
	    "2 2021-03-01 . 1.00 .|.|.|a\n3 2021-03-01 . 2.00 .|.|.|b pending\n4 2021-03-01 . 4.00 .|.|.|c pending\n5 2021-03-01 . 8.00 .|.|.|d pending\n"
	    "generic . 2021-03-01..2021-03-01 4=1+0+3 in 1.00 out 0.00\n");
	CHECK("Data;Importo;Descrizione\nOperazioni non contabilizzate;;\n;2,00;b\n1/3/2021;2,00;c\nOperazioni contabilizzate;;\n1/3/2021;1,00;a\n",
	    "3 . . 2.00 .|.|.|b pending\n4 2021-03-01 . 2.00 .|.|.|c pending\n6 2021-03-01 . 1.00 .|.|.|a\n"
	    "generic . 2021-03-01..2021-03-01 3=1+0+2 in 1.00 out 0.00\n");
}

static void
what_the_bank_takes_back_is_a_storno(void **state)
{
	(void)state;
	CHECK(UNICREDIT "1.3.2021;;STORNO BONIFICO SEPA DA: ROSSI PER: marzo TRN: 1101210910123456;-85,40;\n1.3.2021;;STORNO COMMISSIONI;3,23;\n"
	    "1.3.2021;;BONIFICO SEPA DA: ROSSI PER: storno della quota;85,40;\n1.3.2021;;BONIFICO DA NOI PER: stornello;-1,00;\n",
	    "2 2021-03-01 . -85.40 ROSSI|.|.|STORNO BONIFICO SEPA DA: ROSSI PER: marzo TRN: 1101210910123456 storno\n"
	    "3 2021-03-01 . 3.23 .|.|.|STORNO COMMISSIONI\n4 2021-03-01 . 85.40 ROSSI|.|.|storno della quota\n5 2021-03-01 . -1.00 NOI|.|.|stornello\n"
	    "unicredit . 2021-03-01..2021-03-01 4=2+2+0 in 88.63 out 86.40\n");
}

static void
marks_are_found_where_blocks_break_them(void **state)
{
	(void)state;
	CHECK(UNICREDIT
	    "1.3.2021;;BONIFICO A VOSTRO FAVORE BONIFICO SEPA DA: ROSSI P ER: GRUPPO BALINT 9 ED 2020 ROSSI MARZO PAGATO COM M: 0,00 SPESE: 0,00 TRN: 1101210910;1,00;\n",
	    "2 2021-03-01 . 1.00 ROSSI|.|1101210910|GRUPPO BALINT 9 ED 2020 ROSSI MARZO PAGATO\nunicredit . 2021-03-01..2021-03-01 1=1+0+0 in 1.00 out 0.00\n");
}

static void
a_full_block_needs_no_blank_before_the_next_mark(void **state)
{
	(void)state;
	CHECK(UNICREDIT "1.3.2021;;BONIFICO A VOSTRO FAVORE                          BONIFICO SEPA DA:ASSOCIAZIONE PER LA CULTURA AOSTAPER:GRUPPO BALINT 9 ED 2020 ROSSI MARZO DA MARIANOTRN:1101210910123456;1,00;\n",
	    "2 2021-03-01 . 1.00 ASSOCIAZIONE PER LA CULTURA AOSTA|.|1101210910123456|GRUPPO BALINT 9 ED 2020 ROSSI MARZO DA MARIANO\n"
	    "unicredit . 2021-03-01..2021-03-01 1=1+0+0 in 1.00 out 0.00\n");
}

static void
a_payer_who_writes_marks_moves_nothing(void **state)
{
	(void)state;
	CHECK(UNICREDIT "1.3.2021;;BONIFICO SEPA DA: ROSSI PER: quota PER: marzo TRN: 9999999999 COMM: x COMM: 0,00 SPESE: 0,00 TRN: 1101210910123456;1,00;\n"
	    "1.3.2021;;BONIFICO SEPA DA: ROSSI PER: per Anna da Luca;1,00;\n1.3.2021;;PAGAMENTO POS DA: ROSSI PER: x;1,00;\n",
	    "2 2021-03-01 . 1.00 ROSSI|.|1101210910123456|quota PER: marzo TRN: 9999999999 COMM: x\n3 2021-03-01 . 1.00 ROSSI|.|.|per Anna da Luca\n"
	    "4 2021-03-01 . 1.00 .|.|.|PAGAMENTO POS DA: ROSSI PER: x\nunicredit . 2021-03-01..2021-03-01 3=3+0+0 in 3.00 out 0.00\n");
}

static void
a_number_that_may_be_cut_is_no_id(void **state)
{
	(void)state;
	CHECK(UNICREDIT "1.3.2021;;BONIFICO SEPA DA: A PER: b TRN: 11012;1,00;\n1.3.2021;;BONIFICO SEPA DA: A PER: b TRN: 1101210910 123456;1,00;\n"
	    "1.3.2021;;BONIFICO SEPA DA: A PER: b TRN: 1101210910123456 (copia);1,00;\n1.3.2021;;BONIFICO SEPA DA: A PER: COMM: 0,00;1,00;\n",
	    "2 2021-03-01 . 1.00 A|.|.|b\n3 2021-03-01 . 1.00 A|.|1101210910123456|b\n4 2021-03-01 . 1.00 A|.|1101210910123456|b\n"
	    "5 2021-03-01 . 1.00 A|.|.|BONIFICO SEPA DA: A PER: COMM: 0,00\nunicredit . 2021-03-01..2021-03-01 4=4+0+0 in 4.00 out 0.00\n");
}

static void
texts_have_no_control_characters(void **state)
{
	(void)state;
	CHECK("Data;Importo;Descrizione;Ordinante\n1/3/2021;1,00;\"a\x1b[31m\n\tb\xe2\x80\xae \xc2\xa0 c\";'=Rossi\n",
	    "2 2021-03-01 . 1.00 =Rossi|.|.|a [31m b c\ngeneric . 2021-03-01..2021-03-01 1=1+0+0 in 1.00 out 0.00\n");
}

/* A row whose text has so many bytes. */
static void
check_long(size_t length, const char *fault)
{
	char *bytes = malloc(length + 200), *expected = malloc(length + 400);
	int used = sprintf(bytes, "Data;Importo;Causale\n1/3/2021;1,00;");
	memset(bytes + used, 'x', length);
	strcpy(bytes + used + length, "\n");
	if (fault)
		sprintf(expected, "! 2:3: text: %s\nrefused\n", fault);
	else
		sprintf(expected, "2 2021-03-01 . 1.00 .|.|.|%.*s\ngeneric . 2021-03-01..2021-03-01 1=1+0+0 in 1.00 out 0.00\n", (int)length, bytes + used);
	check_bytes(bytes, strlen(bytes), (struct bank_choice){ 0 }, expected);
	free(bytes);
	free(expected);
}

static void
a_text_may_have_4095_bytes_and_no_more(void **state)
{
	(void)state;
	check_long(BANK_TEXT - 1, NULL);
	check_long(BANK_TEXT, "the text is longer than 4095 bytes");
	check_long(30000, "the text is longer than 4095 bytes");
}

static void
a_stray_separator_is_a_fault(void **state)
{
	(void)state;
	CHECK(UNICREDIT "1.3.2021;;a;1,00;;;\n1.3.2021;;a;1,00;;x\n",
	    "2 2021-03-01 . 1.00 .|.|.|a\n! 3:0: the row has 6 fields, the header 5; a text with a separator in it must be in quotation marks\nrefused\n");
}

static void
faults_of_the_csv_are_told_with_the_others(void **state)
{
	(void)state;
	CHECK(UNICREDIT "1.3.2021;;a \"b\";1,00;\n1.3.2021;;c;x;\n",
	    "! 2:0: field 3 has a stray quotation mark; write the field \"in quotes\" and double the marks inside\n"
	    "! 3:4: Importo (EUR): 'x' is not an amount\nrefused\n");
}

static void
an_unknown_list_is_refused_with_its_columns(void **state)
{
	(void)state;
	CHECK("Elenco\nGiorno;Quanto;Perch\xc3\xa9\n1/3/2021;1,00;a\n",
	    "refused: F: no bank is known with such columns; line 2 has 'Giorno', 'Quanto', 'Perch\xc3\xa9'; known are camt.053, mt940, bancobpm, fineco, "
	    "generic, intesa, poste, unicredit; for another say which column holds what: --bank generic --columns date=\xe2\x80\xa6,amount=\xe2\x80\xa6,text=\xe2\x80\xa6\n");
	CHECK_BANK("unicredit", "Data;Importo;Descrizione\n",
	    "refused: F does not have the columns of 'unicredit'; its line 1 has 'Data', 'Importo', 'Descrizione'\n");
	CHECK_BANK("unicredt", UNICREDIT,
	    "refused: bank: unknown 'unicredt'; did you mean 'unicredit'?; there are bancobpm, fineco, generic, intesa, poste, unicredit, camt.053, mt940\n");
}

static void
columns_may_be_said_by_name_or_number(void **state)
{
	(void)state;
	static const char expected[] = "3 2021-03-01 . 1.00 .|.|.|a\n4 2021-03-02 . -2.00 .|.|.|b\ngeneric . 2021-03-01..2021-03-02 2=1+1+0 in 1.00 out 2.00\n";
	CHECK_COLUMNS("date=Giorno,amount=Quanto,text=3", "x\nGiorno;Quanto;Perche\n1/3/2021;1,00;a\n2/3/2021;-2,00;b\n", expected);
	CHECK_COLUMNS("date=1,amount=2,text=3", "x\nGiorno;Quanto;Perche\n1/3/2021;1,00;a\n2/3/2021;-2,00;b\n", expected);
	CHECK_COLUMNS("date=2,in=1,out=4,text=5,text=6,payer=3", "1,00;1/3/2021;Rossi;;a;b\n;2/3/2021;;2,00;c;\n",
	    "1 2021-03-01 . 1.00 Rossi|.|.|a b\n2 2021-03-02 . -2.00 .|.|.|c\ngeneric . 2021-03-01..2021-03-02 2=1+1+0 in 1.00 out 2.00\n");
}

static void
columns_that_cannot_be_are_refused(void **state)
{
	(void)state;
	CHECK_COLUMNS("date=Giorno,quando=2", "Giorno;Quanto\n",
	    "refused: 'quando=2' is not a column; write them as date=Data,amount=Importo,text=3 with date, valued, amount, in, out, text, payer, iban, id, currency, status\n");
	CHECK_COLUMNS("date=", "Giorno;Quanto\n",
	    "refused: 'date=' is not a column; write them as date=Data,amount=Importo,text=3 with date, valued, amount, in, out, text, payer, iban, id, currency, status\n");
	CHECK_COLUMNS("date=Giorno,amount=Somma,text=3", "Giorno;Quanto;Perche\n",
	    "refused: F has no columns as in 'date=Giorno,amount=Somma,text=3'; its line 1 has 'Giorno', 'Quanto', 'Perche'\n");
}

static void
what_is_no_list_is_said_to_be_so(void **state)
{
	(void)state;
	CHECK("PK\3\4zip", "refused: F is a spreadsheet or an archive; save it as CSV (UTF-8), or download camt.053\n");
	CHECK("%PDF-1.7", "refused: F is a PDF; save it as CSV (UTF-8), or download camt.053\n");
	CHECK("\xff\xfe" "D\0a\0", "refused: F is UTF-16; save it as CSV (UTF-8), or download camt.053\n");
	char *outcome = outcome_of("tests/no-such-file.csv", &(struct bank_choice){ 0 });
	assert_string_equal(outcome, "refused: tests/no-such-file.csv cannot be read: No such file or directory\n");
	free(outcome);
	outcome = outcome_of("tests", &(struct bank_choice){ 0 });
	assert_string_equal(outcome, "refused: tests cannot be read: Is a directory\n");
	free(outcome);
}

/* A directory of the association with one profile. */
static void
own_profile(const char *name, const char *text)
{
	char path[256];
	mkdir("build", 0755);
	mkdir("build/test_bank", 0700);
	mkdir("build/test_bank/banks", 0700);
	snprintf(path, sizeof path, "build/test_bank/banks/%s.bank", name);
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static void
own_profile_remove(const char *name)
{
	char path[256];
	snprintf(path, sizeof path, "build/test_bank/banks/%s.bank", name);
	unlink(path);
	rmdir("build/test_bank/banks");
	rmdir("build/test_bank");
}

static const struct bank_choice own = { .directory = "build/test_bank" };

static void
a_profile_of_ones_own_comes_before_that_of_the_toolkit(void **state)
{
	(void)state;
	own_profile("prova", "# mine\nquotes no\ndates month-first\ndecimal point\nseparator semicolon\nencoding windows-1252\ndate Giorno\namount Quanto\ntext Perche\n");
	static const char bytes[] = "Giorno;Quanto;Perche\n03/25/2021;1.50;a \"b\" \xe0\n";
	check_bytes(bytes, sizeof bytes - 1, own, "2 2021-03-25 . 1.50 .|.|.|a \"b\" \xc3\xa0\nprova . 2021-03-25..2021-03-25 1=1+0+0 in 1.50 out 0.00\n");
	own_profile_remove("prova");
	own_profile("unicredit", "date Data Registrazione\namount Importo (EUR)\ntext Descrizione\nstorno X\n");
	check_bytes(UNICREDIT "1.3.2021;;BONIFICO SEPA DA: A PER: b;1,00;\n", sizeof(UNICREDIT "1.3.2021;;BONIFICO SEPA DA: A PER: b;1,00;\n") - 1, own,
	    "2 2021-03-01 . 1.00 .|.|.|BONIFICO SEPA DA: A PER: b\nunicredit . 2021-03-01..2021-03-01 1=1+0+0 in 1.00 out 0.00\n");
	own_profile_remove("unicredit");
}

/* The example of balint-formats(5). */
static void
the_profile_in_the_manual_reads_such_a_list(void **state)
{
	(void)state;
	static const char bytes[] = "Elenco\nData operazione;Data valuta;Dare;Avere;Descrizione\n"
	                            "31/03/2021;31/03/2021;;85,40;BONIFICO DA: ROSSI MARIA CAUSALE: quota marzo CRO: 12345678901\n"
	                            "31/03/2021;31/03/2021;3,23;;COMMISSIONI\n;;;1.082,17;Saldo finale\n";
	char manual[65536];
	FILE *file = fopen("share/man/balint-formats.5", "r");
	assert_non_null(file);
	manual[fread(manual, 1, sizeof manual - 1, file)] = '\0';
	fclose(file);
	char *profile = strstr(manual, "# Cassa di Prova");
	assert_non_null(profile);
	*strstr(profile, ".Ed\n") = '\0';
	own_profile("cassa", profile);
	check_bytes(bytes, sizeof bytes - 1, own,
	    "3 2021-03-31 2021-03-31 85.40 ROSSI MARIA|.|12345678901|quota marzo\n4 2021-03-31 2021-03-31 -3.23 .|.|.|COMMISSIONI\n"
	    "cassa . 2021-03-31..2021-03-31 2=1+1+0 in 85.40 out 3.23 to 1082.17\n");
	own_profile_remove("cassa");
}

static void
two_profiles_that_fit_alike_are_refused_by_name(void **state)
{
	(void)state;
	own_profile("altra", "date Data Registrazione\nvalued Data valuta\namount Importo (EUR)\ntext Descrizione\n");
	check_bytes(UNICREDIT, sizeof UNICREDIT - 1, own, "refused: F fits the banks 'altra' and 'unicredit' alike; say which with --bank\n");
	check_bytes(UNICREDIT, sizeof UNICREDIT - 1, (struct bank_choice){ .bank = "altra", .directory = "build/test_bank" },
	    "altra . .. 0=0+0+0 in 0.00 out 0.00\n");
	own_profile_remove("altra");
}

static void
a_broken_profile_is_refused_at_its_line(void **state)
{
	(void)state;
	static const struct {
		const char *text, *refused;
	} broken[] = {
		{ "date A\namount B\ntext C\ncolour red\n", ":4: unknown key 'colour'" },
		{ "date\n", ":1: 'date' has no value" },
		{ "\n# x\nquotes maybe\n", ":3: 'quotes' cannot be 'maybe'" },
		{ "block 0\n", ":1: 'block' cannot be '0'" },
		{ "date A\ntext C\n", ": form 1 names no column 'amount'" },
		{ "amount A\ntext C\n", ": form 1 names no column 'date'" },
		{ "date A\nin C\n", ": form 1 names no column 'text'" },
		{ "decimal comma\n", ": names no columns" },
	};
	for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
		char expected[256];
		own_profile("rotta", broken[i].text);
		snprintf(expected, sizeof expected, "refused: build/test_bank/banks/rotta.bank%s\n", broken[i].refused);
		check_bytes(UNICREDIT, sizeof UNICREDIT - 1, own, expected);
	}
	check_bytes(UNICREDIT, sizeof UNICREDIT - 1, (struct bank_choice){ .bank = "unicredit", .directory = "build/test_bank" },
	    "unicredit . .. 0=0+0+0 in 0.00 out 0.00\n");
	own_profile_remove("rotta");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(banco_bpm_writes_payer_and_reference_in_one),
		cmocka_unit_test(banco_bpm_has_another_list_for_companies),
		cmocka_unit_test(fineco_separates_by_tabs_behind_a_preamble),
		cmocka_unit_test(a_list_with_the_usual_names_needs_no_profile),
		cmocka_unit_test(the_usual_names_may_be_italian),
		cmocka_unit_test(intesa_has_a_preamble_balances_and_what_is_not_booked),
		cmocka_unit_test(intesa_has_a_simple_list_too),
		cmocka_unit_test(poste_has_balances_with_a_day),
		cmocka_unit_test(poste_names_its_columns_in_two_ways),
		cmocka_unit_test(unicredit_writes_descriptions_in_blocks),
		cmocka_unit_test(the_same_in_utf8_is_the_same),
		cmocka_unit_test(unicredit_has_a_list_with_a_header_of_two_lines),
		cmocka_unit_test(a_bare_header_has_no_movements_and_an_empty_file_is_refused),
		cmocka_unit_test(lines_end_in_lf_crlf_or_cr),
		cmocka_unit_test(amounts_are_read_as_banks_write_them),
		cmocka_unit_test(an_amount_that_cannot_be_read_is_a_fault_and_never_zero),
		cmocka_unit_test(comma_or_point_is_found_once_for_a_file),
		cmocka_unit_test(days_are_read_as_banks_write_them),
		cmocka_unit_test(a_day_that_cannot_be_read_is_a_fault),
		cmocka_unit_test(footers_have_neither_a_day_nor_an_amount),
		cmocka_unit_test(money_comes_in_or_goes_out_but_not_both),
		cmocka_unit_test(another_currency_is_a_fault),
		cmocka_unit_test(balances_must_add_up),
		cmocka_unit_test(one_balance_alone_proves_nothing),
		cmocka_unit_test(a_payment_called_balance_is_not_lost),
		cmocka_unit_test(what_is_not_booked_is_pending_and_not_counted),
		cmocka_unit_test(what_the_bank_takes_back_is_a_storno),
		cmocka_unit_test(marks_are_found_where_blocks_break_them),
		cmocka_unit_test(a_full_block_needs_no_blank_before_the_next_mark),
		cmocka_unit_test(a_payer_who_writes_marks_moves_nothing),
		cmocka_unit_test(a_number_that_may_be_cut_is_no_id),
		cmocka_unit_test(texts_have_no_control_characters),
		cmocka_unit_test(a_text_may_have_4095_bytes_and_no_more),
		cmocka_unit_test(a_stray_separator_is_a_fault),
		cmocka_unit_test(faults_of_the_csv_are_told_with_the_others),
		cmocka_unit_test(an_unknown_list_is_refused_with_its_columns),
		cmocka_unit_test(columns_may_be_said_by_name_or_number),
		cmocka_unit_test(columns_that_cannot_be_are_refused),
		cmocka_unit_test(what_is_no_list_is_said_to_be_so),
		cmocka_unit_test(a_profile_of_ones_own_comes_before_that_of_the_toolkit),
		cmocka_unit_test(the_profile_in_the_manual_reads_such_a_list),
		cmocka_unit_test(two_profiles_that_fit_alike_are_refused_by_name),
		cmocka_unit_test(a_broken_profile_is_refused_at_its_line),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
