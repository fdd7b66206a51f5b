#include <balint/money_words.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void
check_words(cents amount, const char *italian, const char *english)
{
	char *words = money_in_words(amount, "it");
	assert_string_equal(words, italian);
	free(words);
	words = money_in_words(amount, "en");
	assert_string_equal(words, english);
	free(words);
}

static void
euros_are_words_and_cents_are_figures(void **state)
{
	(void)state;
	check_words(8540, "ottantacinque/40", "eighty-five/40");
	check_words(6100, "sessantuno/00", "sixty-one/00");
	check_words(42700, "quattrocentoventisette/00", "four hundred and twenty-seven/00");
	check_words(1, "zero/01", "zero/01");
	check_words(0, "zero/00", "zero/00");
	check_words(100, "uno/00", "one/00");
	check_words(1905, "diciannove/05", "nineteen/05");
}

static void
vowels_fall_before_vowels_in_italian(void **state)
{
	(void)state;
	check_words(2100, "ventuno/00", "twenty-one/00");
	check_words(2800, "ventotto/00", "twenty-eight/00");
	check_words(10100, "centouno/00", "one hundred and one/00");
	check_words(10800, "centotto/00", "one hundred and eight/00");
	check_words(18800, "centottantotto/00", "one hundred and eighty-eight/00");
	check_words(11100, "centoundici/00", "one hundred and eleven/00");
	check_words(9000, "novanta/00", "ninety/00");
}

static void
three_has_an_accent_at_the_end_of_a_word(void **state)
{
	(void)state;
	check_words(300, "tre/00", "three/00");
	check_words(2300, "ventitré/00", "twenty-three/00");
	check_words(10300, "centotré/00", "one hundred and three/00");
	check_words(2300000, "ventitremila/00", "twenty-three thousand/00");
	check_words(300300, "tremilatré/00", "three thousand and three/00");
	check_words(2300000300, "ventitré milioni tre/00", "twenty-three million and three/00");
}

static void
thousands_and_millions(void **state)
{
	(void)state;
	check_words(100000, "mille/00", "one thousand/00");
	check_words(100100, "milleuno/00", "one thousand and one/00");
	check_words(123456, "milleduecentotrentaquattro/56", "one thousand two hundred and thirty-four/56");
	check_words(2100000, "ventunomila/00", "twenty-one thousand/00");
	check_words(100000000, "un milione/00", "one million/00");
	check_words(200000000, "due milioni/00", "two million/00");
	check_words(100100000, "un milione mille/00", "one million one thousand/00");
	check_words(CENTS_MOST, "novecentonovantanove milioni novecentonovantanovemilanovecentonovantanove/99",
	    "nine hundred and ninety-nine million nine hundred and ninety-nine thousand nine hundred and ninety-nine/99");
}

static void
check_figures(cents amount, const char *italian, const char *english)
{
	char text[MONEY_PAPER];
	assert_string_equal(money_on_paper(amount, "it", text), italian);
	assert_string_equal(money_on_paper(amount, "en", text), english);
}

static void
figures_have_the_separators_of_the_language(void **state)
{
	(void)state;
	check_figures(0, "0,00", "0.00");
	check_figures(-80, "-0,80", "-0.80");
	check_figures(99999, "999,99", "999.99");
	check_figures(100000, "1.000,00", "1,000.00");
	check_figures(123456, "1.234,56", "1,234.56");
	check_figures(-12345678, "-123.456,78", "-123,456.78");
	check_figures(CENTS_MOST, "999.999.999,99", "999,999,999.99");
	check_figures(INT64_MIN, "-92.233.720.368.547.758,08", "-92,233,720,368,547,758.08");
}

static void
rates_have_the_point_of_the_language(void **state)
{
	(void)state;
	char text[MONEY_TEXT];
	assert_string_equal(rate_on_paper(2200, "it", text), "22");
	assert_string_equal(rate_on_paper(2250, "it", text), "22,5");
	assert_string_equal(tenths_on_paper(900, "it", text), "90,0");
	assert_string_equal(tenths_on_paper(900, "en", text), "90.0");
	assert_string_equal(rate_on_paper(2250, "en", text), "22.5");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(euros_are_words_and_cents_are_figures),
		cmocka_unit_test(vowels_fall_before_vowels_in_italian),
		cmocka_unit_test(three_has_an_accent_at_the_end_of_a_word),
		cmocka_unit_test(thousands_and_millions),
		cmocka_unit_test(figures_have_the_separators_of_the_language),
		cmocka_unit_test(rates_have_the_point_of_the_language),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
