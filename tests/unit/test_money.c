#include <balint/money.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void
check_amount(const char *text, cents expected)
{
	cents amount = CENTS_NONE;
	struct refusal why = { "" };
	if (!money_parse(text, &amount, &why))
		fail_msg("%s", why.text);
	assert_int_equal(amount, expected);
}

static void
check_refused(const char *text)
{
	cents amount;
	struct refusal why = { "" };
	if (money_parse(text, &amount, &why))
		fail_msg("'%s' was taken for an amount", text);
	assert_int_not_equal(strlen(why.text), 0);
	assert_non_null(strstr(why.text, text));
}

static void
check_written(cents amount, const char *expected)
{
	char text[MONEY_TEXT];
	assert_string_equal(money_write(amount, text), expected);
}

static void
euros_are_read_with_a_point_a_comma_or_neither(void **state)
{
	(void)state;
	check_amount("350", 35000);
	check_amount("350.00", 35000);
	check_amount("350,00", 35000);
	check_amount("85,40", 8540);
	check_amount("1250.75", 125075);
	check_amount("0.01", 1);
	check_amount("0", 0);
	check_amount("0,00", 0);
}

static void
a_negative_amount_is_refused(void **state)
{
	(void)state;
	check_refused("-1");
	check_refused("-0.80");
	check_refused("-0");
	check_refused("−5"); /* the minus sign of typographers */
}

static void
thousands_separators_are_refused(void **state)
{
	(void)state;
	check_refused("1.234,56");
	check_refused("1,234.56");
	check_refused("1.234");
	check_refused("1'234");
	check_refused("1 234");
}

static void
one_or_three_decimals_are_refused(void **state)
{
	(void)state;
	check_refused("350.0");
	check_refused("350,5");
	check_refused("350.000");
	check_refused("350.");
	check_refused(".50");
	check_refused(",50");
	check_refused("350..00");
}

static void
what_is_not_an_amount_is_refused(void **state)
{
	(void)state;
	static const char *const texts[] = { "", " ", "+350", "1e3", "0x10", "nan", "inf", "€350", "350€", "350 EUR", " 350", "350 ",
		"350\n", "trecento", "٣٥٠", "3\x1b[5m0" };
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		check_refused(texts[i]);
}

static void
the_most_is_999999999_99(void **state)
{
	(void)state;
	check_amount("999999999.99", CENTS_MOST);
	check_refused("1000000000.00");
	check_refused("1000000000");
	check_refused("99999999999999999999");
	check_refused("9223372036854775808");
	check_refused("92233720368547758.08");
	check_refused("184467440737095516.17");
}

static void
an_amount_is_written_with_two_decimals(void **state)
{
	(void)state;
	check_written(35000, "350.00");
	check_written(8540, "85.40");
	check_written(1, "0.01");
	check_written(10, "0.10");
	check_written(0, "0.00");
	check_written(CENTS_MOST, "999999999.99");
}

static void
a_negative_amount_is_written_with_its_sign(void **state)
{
	(void)state;
	check_written(-80, "-0.80");
	check_written(-1, "-0.01");
	check_written(-35000, "-350.00");
	check_written(INT64_MIN, "-92233720368547758.08");
	check_written(INT64_MAX, "92233720368547758.07");
}

static void
what_is_written_is_read_back_the_same(void **state)
{
	(void)state;
	srand(6);
	for (int i = 0; i < 10000; i++) {
		cents amount = ((cents)rand() * 1000 + rand() % 1000) % (CENTS_MOST + 1);
		char text[MONEY_TEXT];
		check_amount(money_write(amount, text), amount);
	}
}

static void
check_rate(const char *text, int expected)
{
	int rate = RATE_NONE;
	struct refusal why = { "" };
	if (!rate_parse(text, &rate, &why))
		fail_msg("%s", why.text);
	assert_int_equal(rate, expected);
}

static void
a_rate_is_read_in_hundredths_of_a_percent(void **state)
{
	(void)state;
	check_rate("22", 2200);
	check_rate("22.5", 2250);
	check_rate("9,25", 925);
	check_rate("0", 0);
	check_rate("0.01", 1);
	check_rate("100", 10000);
	check_rate("100.00", 10000);
}

static void
what_is_not_a_rate_is_refused(void **state)
{
	(void)state;
	static const char *const texts[] = { "", "-1", "100.01", "101", "22.555", "22%", "22.", ".5", "1e1", " 22", "22 ", "99999999999999" };
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		int rate;
		struct refusal why = { "" };
		if (rate_parse(texts[i], &rate, &why))
			fail_msg("'%s' was taken for a rate", texts[i]);
		assert_int_not_equal(strlen(why.text), 0);
		assert_non_null(strstr(why.text, texts[i]));
	}
}

static void
a_rate_is_written_without_spare_zeros(void **state)
{
	(void)state;
	char text[MONEY_TEXT];
	assert_string_equal(rate_write(2200, text), "22");
	assert_string_equal(rate_write(2250, text), "22.5");
	assert_string_equal(rate_write(925, text), "9.25");
	assert_string_equal(rate_write(2205, text), "22.05");
	assert_string_equal(rate_write(0, text), "0");
	assert_string_equal(rate_write(5, text), "0.05");
	assert_string_equal(rate_write(10000, text), "100");
	assert_string_equal(tenths_write(0, text), "0.0");
	assert_string_equal(tenths_write(898, text), "89.8");
	assert_string_equal(tenths_write(1000, text), "100.0");
}

static void
every_rate_is_read_back_as_it_was_written(void **state)
{
	(void)state;
	for (int rate = 0; rate <= 10000; rate++) {
		char text[MONEY_TEXT];
		check_rate(rate_write(rate, text), rate);
	}
}

/* RULES 6.1: 350.00 + 22 % = 427.00; 1250.75 at 22 % is 275.17 (275.165). */
static void
vat_is_rounded_half_up(void **state)
{
	(void)state;
	assert_int_equal(money_share(35000, 2200), 7700);
	assert_int_equal(money_share(125075, 2200), 27517);
	assert_int_equal(money_share(25, 200), 1);    /* 0.5 cents */
	assert_int_equal(money_share(24, 200), 0);    /* 0.48 */
	assert_int_equal(money_share(75, 200), 2);    /* 1.5 */
	assert_int_equal(money_share(24500, 2200), 5390);
}

static void
a_share_of_nothing_and_the_whole_are_exact(void **state)
{
	(void)state;
	assert_int_equal(money_share(0, 2200), 0);
	assert_int_equal(money_share(35000, 0), 0);
	assert_int_equal(money_share(35001, 10000), 35001);
	assert_int_equal(money_share(CENTS_MOST, 10000), CENTS_MOST);
	assert_int_equal(money_share(CENTS_MOST, 2200), 22000000000);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(euros_are_read_with_a_point_a_comma_or_neither),
		cmocka_unit_test(a_negative_amount_is_refused),
		cmocka_unit_test(thousands_separators_are_refused),
		cmocka_unit_test(one_or_three_decimals_are_refused),
		cmocka_unit_test(what_is_not_an_amount_is_refused),
		cmocka_unit_test(the_most_is_999999999_99),
		cmocka_unit_test(an_amount_is_written_with_two_decimals),
		cmocka_unit_test(a_negative_amount_is_written_with_its_sign),
		cmocka_unit_test(what_is_written_is_read_back_the_same),
		cmocka_unit_test(a_rate_is_read_in_hundredths_of_a_percent),
		cmocka_unit_test(what_is_not_a_rate_is_refused),
		cmocka_unit_test(a_rate_is_written_without_spare_zeros),
		cmocka_unit_test(every_rate_is_read_back_as_it_was_written),
		cmocka_unit_test(vat_is_rounded_half_up),
		cmocka_unit_test(a_share_of_nothing_and_the_whole_are_exact),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
