#include <balint/epc.h>
#include <balint/reference.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "vectors.h"

static const struct epc ninth = {
	.payee = "Associazione IL NODO group",
	.iban = "IT92S0200801058000040951624",
	.amount = 8540,
	.reference = "Gruppo Balint 9 ed 2020_Rossi_febbraio",
};

static void
check_refused(struct epc epc, const char *expected)
{
	char payload[EPC_TEXT];
	struct refusal why = { "" };
	if (epc_write(&epc, payload, &why))
		fail_msg("'%s' was written", payload);
	assert_string_equal(why.text, expected);
}

/* The payload has that text as its line number `line`, from 1. */
static void
check_line(struct epc epc, int line, const char *expected)
{
	char payload[EPC_TEXT], *at = payload;
	struct refusal why = { "" };
	if (!epc_write(&epc, payload, &why))
		fail_msg("%s", why.text);
	for (int i = 1; i < line; i++)
		at = strchr(at, '\n') + 1;
	at[strcspn(at, "\n")] = '\0';
	assert_string_equal(at, expected);
}

static void
the_ninth_edition_is_written_to_the_byte(void **state)
{
	(void)state;
	char payload[EPC_TEXT], expected[EPC_TEXT] = "";
	struct refusal why;
	FILE *file = open_data("epc-1.txt");
	assert_int_equal(fread(expected, 1, sizeof expected, file), 119);
	fclose(file);
	assert_true(epc_write(&ninth, payload, &why));
	assert_string_equal(payload, expected);
}

static void
the_longest_of_everything_fits(void **state)
{
	(void)state;
	char payload[EPC_TEXT], payee[EPC_PAYEE_MOST + 1] = "", reference[REFERENCE_MOST + 1] = "";
	struct refusal why;
	memset(payee, 'N', EPC_PAYEE_MOST);
	memset(reference, '_', REFERENCE_MOST);
	struct epc epc = { payee, "MT84MALT011000012345MTLCAST001S", "MALTMTMTXXX", CENTS_MOST, reference };
	assert_true(epc_write(&epc, payload, &why));
	assert_int_equal(strlen(payload), 287);
	check_line(epc, 8, "EUR999999999.99");
}

static void
the_bic_is_there_if_it_is_known(void **state)
{
	(void)state;
	struct epc epc = ninth;
	check_line(epc, 5, "");
	epc.bic = "UNCRITMM";
	check_line(epc, 5, "UNCRITMM");
	epc.bic = "UNCRITM";
	check_refused(epc, "'UNCRITM' is not a BIC; set it: balint-group set bic=BIC");
	epc.bic = "UNCRITM\n";
	check_refused(epc, "'UNCRITM\n' is not a BIC; set it: balint-group set bic=BIC");
}

static void
names_and_references_are_plain_for_the_bank(void **state)
{
	(void)state;
	struct epc epc = ninth;
	epc.payee = "Società \"Nodo\" & C.";
	epc.reference = "Gruppo_D'Angelò \"=cmd\"_marzo";
	check_line(epc, 6, "Societa .Nodo. + C.");
	check_line(epc, 11, "Gruppo-D'Angelo ..cmd.-marzo");
}

static void
no_line_end_comes_into_a_field(void **state)
{
	(void)state;
	struct epc epc = ninth;
	epc.payee = "A\r\nB";
	epc.reference = "C\nD";
	check_line(epc, 6, "A..B");
	check_line(epc, 11, "C.D");
}

static void
an_iban_is_written_compact(void **state)
{
	(void)state;
	struct epc epc = ninth;
	epc.iban = "it92 s020 0801 0580 0004 0951 624";
	check_line(epc, 7, ninth.iban);
}

static void
what_is_missing_is_told_with_what_to_set(void **state)
{
	(void)state;
	struct epc epc = ninth;
	epc.payee = NULL;
	check_refused(epc, "a QR code needs the holder of the account; set it: balint-group set payee=NAME");
	epc = ninth;
	epc.iban = NULL;
	check_refused(epc, "a QR code needs the account to pay to; set it: balint-group set iban=IBAN");
	epc.iban = "IT92S0200801058000040951625";
	check_refused(epc, "iban: 'IT92S0200801058000040951625' is not an IBAN: its check digits do not fit; a digit is wrong or two are swapped");
	epc = ninth;
	epc.reference = "";
	check_refused(epc, "the reference has 0 characters, and a transfer holds 1 to 140");
}

static void
what_is_too_long_is_refused(void **state)
{
	(void)state;
	char text[REFERENCE_MOST + 2] = "";
	struct epc epc = ninth;
	memset(text, 'x', EPC_PAYEE_MOST + 1);
	epc.payee = text;
	check_refused(epc, "the payee has 71 characters, and a QR code holds 70; shorten it: balint-group set payee=NAME");
	epc = ninth;
	memset(text, 'x', REFERENCE_MOST + 1);
	epc.reference = text;
	check_refused(epc, "the reference has 141 characters, and a transfer holds 1 to 140");
}

static void
letters_count_as_one_however_they_are_written(void **state)
{
	(void)state;
	char text[4 * EPC_PAYEE_MOST] = "";
	struct epc epc = ninth;
	for (int i = 0; i < EPC_PAYEE_MOST; i++)
		memcpy(text + strlen(text), "o\u0300", sizeof "o\u0300");
	epc.payee = text;
	check_line(epc, 6, "oooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo");
}

static void
amounts_are_from_one_cent_on(void **state)
{
	(void)state;
	struct epc epc = ninth;
	epc.amount = 1;
	check_line(epc, 8, "EUR0.01");
	epc.amount = 0;
	check_refused(epc, "0.00 cannot be transferred: a QR code holds 0.01 to 999999999.99");
	epc.amount = -1;
	check_refused(epc, "-0.01 cannot be transferred: a QR code holds 0.01 to 999999999.99");
	epc.amount = CENTS_MOST + 1;
	check_refused(epc, "1000000000.00 cannot be transferred: a QR code holds 0.01 to 999999999.99");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_ninth_edition_is_written_to_the_byte),
		cmocka_unit_test(the_longest_of_everything_fits),
		cmocka_unit_test(the_bic_is_there_if_it_is_known),
		cmocka_unit_test(names_and_references_are_plain_for_the_bank),
		cmocka_unit_test(no_line_end_comes_into_a_field),
		cmocka_unit_test(an_iban_is_written_compact),
		cmocka_unit_test(what_is_missing_is_told_with_what_to_set),
		cmocka_unit_test(what_is_too_long_is_refused),
		cmocka_unit_test(letters_count_as_one_however_they_are_written),
		cmocka_unit_test(amounts_are_from_one_cent_on),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
