#include <balint/tax_code.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void
check_read(const char *text, const char *expected)
{
	char code[TAX_CODE_TEXT] = "";
	struct refusal why = { "" };
	if (!tax_code_parse(text, code, &why))
		fail_msg("%s", why.text);
	assert_string_equal(code, expected);
}

static void
check_refused(const char *text, const char *words)
{
	char code[TAX_CODE_TEXT];
	struct refusal why = { "" };
	if (tax_code_parse(text, code, &why))
		fail_msg("'%s' was taken for a tax code", text);
	if (!strstr(why.text, words))
		fail_msg("'%s' is not in: %s", words, why.text);
}

/* The check letter counted in another way: a character's value is its place in the row for odd or even positions. */
static void
finish(char code[TAX_CODE_TEXT])
{
	static const char odd[] = "BAKPLCQDREVOSFTGUHMINJWZYX", even[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
	long sum = 0;
	for (int position = 1; position <= 15; position++) {
		char c = code[position - 1];
		char letter = c >= '0' && c <= '9' ? even[c - '0'] : c; /* a digit counts as the letter of that number */
		const char *row = position % 2 ? odd : even;
		sum += strchr(row, letter) - row;
	}
	code[15] = even[sum % 26];
	code[16] = '\0';
}

/* A person who does not exist: the same number gives the same one. */
static void
fabricate(unsigned number, char code[TAX_CODE_TEXT])
{
	static const char consonants[] = "BCDFGLMNPRSTVZ", vowels[] = "AEIOU", months[] = "ABCDEHLMPRST", places[] = "ABCDEFGHIL";
	unsigned n = number * 2654435761u;
	code[0] = consonants[n % 14];
	code[1] = consonants[n / 14 % 14];
	code[2] = n % 3 ? consonants[n / 196 % 14] : 'X';
	code[3] = consonants[n / 7 % 14];
	code[4] = n % 5 ? consonants[n / 11 % 14] : vowels[n % 5];
	code[5] = vowels[n / 13 % 5];
	int year = (int)(n / 17 % 100), day = 1 + (int)(n / 19 % 28) + (n % 2 ? 40 : 0);
	code[6] = (char)('0' + year / 10);
	code[7] = (char)('0' + year % 10);
	code[8] = months[n / 23 % 12];
	code[9] = (char)('0' + day / 10);
	code[10] = (char)('0' + day % 10);
	code[11] = places[n / 29 % 10];
	for (unsigned i = 12, rest = n / 31 % 1000; i < 15; i++, rest /= 10)
		code[i] = (char)('0' + rest % 10);
	finish(code);
}

/* The code with letters in place of the digits whose bit is set, as the revenue agency gives it to a namesake. */
static void
replace_digits(char code[TAX_CODE_TEXT], unsigned digits)
{
	static const int places[] = { 14, 13, 12, 10, 9, 7, 6 };
	for (unsigned i = 0; i < 7; i++)
		if (digits >> i & 1)
			code[places[i]] = "LMNPQRSTUV"[code[places[i]] - '0'];
	finish(code);
}

static void
a_codice_fiscale_is_read(void **state)
{
	(void)state;
	check_read("RSSMRA80A01H501U", "RSSMRA80A01H501U");
	check_read("RSSMRA85T10A562S", "RSSMRA85T10A562S");
}

static void
codes_that_fit_their_check_letter_are_read(void **state)
{
	(void)state;
	for (unsigned number = 0; number < 5000; number++) {
		char code[TAX_CODE_TEXT];
		fabricate(number, code);
		check_read(code, code);
	}
}

static void
the_letters_of_namesakes_are_read_in_place_of_digits(void **state)
{
	(void)state;
	for (unsigned number = 0; number < 50; number++)
		for (unsigned digits = 1; digits < 128; digits++) {
			char code[TAX_CODE_TEXT];
			fabricate(number, code);
			replace_digits(code, digits);
			check_read(code, code);
		}
}

static void
a_namesake_has_another_check_letter(void **state)
{
	(void)state;
	check_read("RSSMRA80A01H50MM", "RSSMRA80A01H50MM");
	check_refused("RSSMRA80A01H50MU", "its check character is U and should be M");
}

static void
every_other_check_letter_is_refused_with_the_right_one(void **state)
{
	(void)state;
	for (unsigned number = 0; number < 100; number++) {
		char code[TAX_CODE_TEXT], right[] = "should be ?";
		fabricate(number, code);
		right[10] = code[15];
		for (char letter = 'A'; letter <= 'Z'; letter++) {
			code[15] = letter;
			if (letter != right[10])
				check_refused(code, right);
		}
	}
}

static void
a_wrong_digit_in_a_codice_fiscale_is_refused(void **state)
{
	(void)state;
	static const int places[] = { 6, 7, 9, 10, 12, 13, 14 };
	for (unsigned number = 0; number < 100; number++)
		for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
			char code[TAX_CODE_TEXT];
			fabricate(number, code);
			code[places[i]] = code[places[i]] == '9' ? '0' : (char)(code[places[i]] + 1);
			check_refused(code, code);
		}
}

static void
spaces_and_small_letters_are_made_compact(void **state)
{
	(void)state;
	check_read("rss mra 80a01 h501u", "RSSMRA80A01H501U");
	check_read(" RSSMRA80A01H501U ", "RSSMRA80A01H501U");
	check_read("007 4311 0157", "00743110157");
}

/* The eleventh digit makes the sum a multiple of ten; doubled digits count as the sum of theirs. */
static char
last_digit(const char *ten)
{
	static const int doubled[] = { 0, 2, 4, 6, 8, 1, 3, 5, 7, 9 };
	int sum = 0;
	for (int i = 0; i < 10; i += 2)
		sum += ten[i] - '0' + doubled[ten[i + 1] - '0'];
	return (char)('0' + (100 - sum) % 10);
}

static void
a_partita_iva_is_read(void **state)
{
	(void)state;
	check_read("00743110157", "00743110157");
}

static void
a_partita_iva_with_a_wrong_check_digit_is_refused(void **state)
{
	(void)state;
	check_refused("00743110158", "its check character is 8 and should be 7");
}

static void
one_check_digit_of_ten_fits(void **state)
{
	(void)state;
	for (int number = 1; number < 2000; number++) {
		char code[32], right;
		snprintf(code, sizeof code, "%07d%03d?", number * 4177 % 10000000, number % 121);
		right = last_digit(code);
		for (code[10] = '0'; code[10] <= '9'; code[10]++)
			if (code[10] == right)
				check_read(code, code);
			else
				check_refused(code, code);
	}
}

static void
two_swapped_digits_of_a_partita_iva_are_refused(void **state)
{
	(void)state;
	check_refused("07043110157", "should be");
	check_refused("00473110157", "should be");
	check_refused("00734110157", "should be");
	check_refused("00743110517", "should be");
}

static void
what_is_neither_is_refused(void **state)
{
	(void)state;
	static const char *const texts[] = { "", " ", "x", "RSSMRA80A01H501", "RSSMRA80A01H501UU", "0074311015", "007431101577",
		"0074311015X", "RSSMRA80A01H5012", "RSS1RA80A01H501U", "RSSMRAA0A01H501U", "RSSMRA80F01H501U",
		"RSSMRA80101H501U", "RSSMRA80A01H5O1U", "RSSMRA80A011501U", "RSSMRA80A01H501-", "RSSMRA.80A01.H501U", "RSSMRA80A01H501\xc3\x99",
		"R\xc3\x80SMRA80A01H501U", "RSSMRA80A01H501U\n", "\x1b]0;x\x07", "Mario Rossi" };
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		check_refused(texts[i], "neither a codice fiscale nor a partita IVA");
}

static void
a_long_text_is_refused_without_harm(void **state)
{
	(void)state;
	static char text[100000];
	memset(text, '0', sizeof text - 1);
	check_refused(text, "0000");
}

static void
a_code_is_of_somebody_born_on_one_day_of_a_century(void **state)
{
	(void)state;
	assert_true(tax_code_born("RSSMRA80A01H501U", date_of(1980, 1, 1)));
	assert_true(tax_code_born("RSSMRA80A01H501U", date_of(1880, 1, 1)));
	assert_false(tax_code_born("RSSMRA80A01H501U", date_of(1981, 1, 1)));
	assert_false(tax_code_born("RSSMRA80A01H501U", date_of(1980, 2, 1)));
	assert_false(tax_code_born("RSSMRA80A01H501U", date_of(1980, 1, 2)));
	assert_true(tax_code_born("RSSMRA80T71H501X", date_of(1980, 12, 31)));
	assert_true(tax_code_born("RSSMRA80T31H501X", date_of(1980, 12, 31)));
	assert_false(tax_code_born("RSSMRA80T71H501X", date_of(1980, 12, 30)));
	assert_true(tax_code_born("RSSMRAULALMLRLMX", date_of(1980, 1, 1)));
	assert_true(tax_code_born("RSSMRAULAQMLRLMX", date_of(1980, 1, 1)));
	assert_false(tax_code_born("RSSMRAULAQMLRLMX", date_of(1980, 1, 11)));
	assert_false(tax_code_born("RSSMRA80AU1H501X", date_of(1980, 1, 1))); /* 81 is nobody's day */
	static const char months[] = "ABCDEHLMPRST";
	for (int month = 1; month <= 12; month++) {
		char code[] = "RSSMRA80A01H501U";
		code[8] = months[month - 1];
		for (int other = 1; other <= 12; other++)
			assert_int_equal(tax_code_born(code, date_of(1980, other, 1)), other == month);
	}
}

static void
a_womans_day_is_forty_higher(void **state)
{
	(void)state;
	assert_int_equal(tax_code_sex("RSSMRA80T31H501X"), 'M');
	assert_int_equal(tax_code_sex("RSSMRA80T71H501X"), 'F');
	assert_int_equal(tax_code_sex("RSSMRA80A41L219Q"), 'F');
	assert_int_equal(tax_code_sex("RSSMRAULALMLRLMX"), 'M');
	assert_int_equal(tax_code_sex("RSSMRAULAQMLRLMX"), 'F');
	assert_int_equal(tax_code_sex("12345678903"), '\0');
}

static void
eleven_digits_say_nothing_of_a_birth(void **state)
{
	(void)state;
	assert_true(tax_code_born("12345678903", date_of(1980, 1, 1)));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_codice_fiscale_is_read),
		cmocka_unit_test(codes_that_fit_their_check_letter_are_read),
		cmocka_unit_test(the_letters_of_namesakes_are_read_in_place_of_digits),
		cmocka_unit_test(a_namesake_has_another_check_letter),
		cmocka_unit_test(every_other_check_letter_is_refused_with_the_right_one),
		cmocka_unit_test(a_wrong_digit_in_a_codice_fiscale_is_refused),
		cmocka_unit_test(spaces_and_small_letters_are_made_compact),
		cmocka_unit_test(a_partita_iva_is_read),
		cmocka_unit_test(a_partita_iva_with_a_wrong_check_digit_is_refused),
		cmocka_unit_test(one_check_digit_of_ten_fits),
		cmocka_unit_test(two_swapped_digits_of_a_partita_iva_are_refused),
		cmocka_unit_test(what_is_neither_is_refused),
		cmocka_unit_test(a_code_is_of_somebody_born_on_one_day_of_a_century),
		cmocka_unit_test(a_womans_day_is_forty_higher),
		cmocka_unit_test(eleven_digits_say_nothing_of_a_birth),
		cmocka_unit_test(a_long_text_is_refused_without_harm),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
