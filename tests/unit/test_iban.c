#include <balint/iban.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "vectors.h"

#define NINTH "IT92S0200801058000040951624" /* the ninth edition's account */

static void
check_read(const char *text, const char *expected)
{
	char iban[IBAN_TEXT] = "";
	struct refusal why = { "" };
	if (!iban_parse(text, iban, &why))
		fail_msg("%s", why.text);
	assert_string_equal(iban, expected);
}

/* Refused, with a sentence that has the given words. */
static void
check_refused(const char *text, const char *words)
{
	char iban[IBAN_TEXT];
	struct refusal why = { "" };
	if (iban_parse(text, iban, &why))
		fail_msg("'%s' was taken for an IBAN", text);
	if (!strstr(why.text, words))
		fail_msg("'%s' is not in: %s", words, why.text);
}

static void
the_ibans_of_other_tools_get_the_same_verdict(void **state)
{
	(void)state;
	char line[256];
	int rows = 0;
	FILE *file = open_data("iban.tsv");
	assert_non_null(fgets(line, sizeof line, file)); /* the header */
	for (; fgets(line, sizeof line, file); rows++) {
		char iban[64], remainder[16], cin[64];
		assert_int_equal(sscanf(line, "%63s %15s %63[^\n]", iban, remainder, cin), 3);
		if (strncmp(cin, "ok", 2) == 0)
			check_read(iban, iban);
		else
			check_refused(iban, iban);
	}
	fclose(file);
	assert_int_equal(rows, 7);
}

static void
the_account_of_the_ninth_edition_is_read(void **state)
{
	(void)state;
	check_read(NINTH, NINTH);
}

static void
spaces_are_taken_out(void **state)
{
	(void)state;
	check_read("IT92 S020 0801 0580 0004 0951 624", NINTH);
	check_read("IT 92 S 02008 01058 000040951624", NINTH);
	check_read("  IT92S0200801058000040951624  ", NINTH);
}

static void
small_letters_become_capitals(void **state)
{
	(void)state;
	check_read("it92s0200801058000040951624", NINTH);
	check_read("it60 x054 2811 1010 0000 0123 456", "IT60X0542811101000000123456");
	check_read("gb82west12345698765432", "GB82WEST12345698765432");
}

/* The examples that the countries have registered. */
static void
ibans_of_other_countries_are_read(void **state)
{
	(void)state;
	static const char *const ibans[] = { "DE89370400440532013000", "FR1420041010050500013M02606", "CH9300762011623852957",
		"AT611904300234573201", "ES9121000418450200051332", "BE68539007547034", "NO9386011117947", "MT84MALT011000012345MTLCAST001S",
		"NL91ABNA0417164300", "PT50000201231234567890154", "SI56263300012039086", "HR1210010051863000160", "VA59001123000012345678" };
	for (size_t i = 0; i < sizeof ibans / sizeof ibans[0]; i++)
		check_read(ibans[i], ibans[i]);
}

static void
a_wrong_digit_is_refused_wherever_it_is(void **state)
{
	(void)state;
	for (size_t i = 2; i < strlen(NINTH); i++) {
		char text[] = NINTH;
		if (text[i] < '0' || text[i] > '9')
			continue;
		text[i] = text[i] == '9' ? '0' : (char)(text[i] + 1);
		check_refused(text, text);
	}
}

static void
two_swapped_digits_are_refused(void **state)
{
	(void)state;
	for (size_t i = 5; i + 1 < strlen(NINTH); i++) {
		char text[] = NINTH;
		if (text[i] == text[i + 1])
			continue;
		text[i] = text[i + 1];
		text[i + 1] = NINTH[i];
		check_refused(text, text);
	}
}

/* RULES 9.1: mod 97 is right in both, the letter of the country's own check is not. */
static void
a_wrong_cin_is_refused_with_the_right_one(void **state)
{
	(void)state;
	check_refused("IT20A0200801058000040951624", "its CIN is A and should be S");
	check_refused("IT40S0542811101000000123456", "its CIN is S and should be X");
}

static void
san_marino_has_a_cin_too(void **state)
{
	(void)state;
	check_read("SM86U0322509800000000270100", "SM86U0322509800000000270100");
	check_refused("SM06A0322509800000000270100", "its CIN is A and should be U");
}

static void
a_wrong_length_is_refused_with_the_country(void **state)
{
	(void)state;
	check_refused("IT92S020080105800004095162", "IT");
	check_refused("IT92S02008010580000409516240", "IT");
	check_refused("DE8937040044053201300", "DE");
	check_refused("GB82WEST123456987654321", "GB");
	check_refused("NO938601111794", "");
}

static void
what_is_not_an_iban_is_refused(void **state)
{
	(void)state;
	static const char *const texts[] = { "", " ", "IT", "IT92", "iban", "00000000000000000000", "9292S0200801058000040951624",
		"ITXXS0200801058000040951624", "I92S0200801058000040951624", "IT92S0200801058000040951624;", "IT92-S020-0801-0580-0004-0951-624",
		"IT92.S0200801058000040951624", "IT92S02008010580000409516\t24", "IT92S0200801058000040951624\n", "ÌT92S020080105800004095162",
		"IT92S020080105800004095162\xc3", "IT92S02008010580000409516\xd9\xa2", "\x1b]0;x\x07", "Associazione IL NODO group" };
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		check_refused(texts[i], "not an IBAN");
}

static void
a_long_text_is_refused_without_harm(void **state)
{
	(void)state;
	static char text[100000];
	memset(text, '1', sizeof text - 1);
	memcpy(text, "IT92S", 5);
	check_refused(text, "IT92S1111");
	check_refused("XX" "11111111111111111111111111111111" "1", "XX1111");
}

static void
only_one_pair_of_check_digits_from_02_to_98_fits(void **state)
{
	(void)state;
	for (int digits = 2; digits <= 98; digits++) {
		char text[64], iban[IBAN_TEXT];
		struct refusal why;
		snprintf(text, sizeof text, "DE%02d370400440532013000", digits);
		assert_int_equal(iban_parse(text, iban, &why), digits == 89);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_ibans_of_other_tools_get_the_same_verdict),
		cmocka_unit_test(the_account_of_the_ninth_edition_is_read),
		cmocka_unit_test(spaces_are_taken_out),
		cmocka_unit_test(small_letters_become_capitals),
		cmocka_unit_test(ibans_of_other_countries_are_read),
		cmocka_unit_test(a_wrong_digit_is_refused_wherever_it_is),
		cmocka_unit_test(two_swapped_digits_are_refused),
		cmocka_unit_test(a_wrong_cin_is_refused_with_the_right_one),
		cmocka_unit_test(san_marino_has_a_cin_too),
		cmocka_unit_test(a_wrong_length_is_refused_with_the_country),
		cmocka_unit_test(what_is_not_an_iban_is_refused),
		cmocka_unit_test(a_long_text_is_refused_without_harm),
		cmocka_unit_test(only_one_pair_of_check_digits_from_02_to_98_fits),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
