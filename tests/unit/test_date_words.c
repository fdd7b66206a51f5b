#include <balint/date_words.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void
a_date_in_words(void **state)
{
	(void)state;
	char text[DATE_WORDS];
	assert_string_equal(date_in_words(date_of(2021, 2, 17), "it", text), "mercoledì 17 febbraio 2021");
	assert_string_equal(date_in_words(date_of(2021, 2, 17), "en", text), "Wednesday 17 February 2021");
	assert_string_equal(day_in_words(date_of(2021, 8, 15), "it", text), "domenica 15 agosto");
	assert_string_equal(day_in_words(date_of(2021, 8, 16), "en", text), "Monday 16 August");
	assert_string_equal(day_of_month(date_of(2021, 12, 25), "it", text), "25 dicembre");
	assert_string_equal(date_in_full(date_of(2021, 12, 25), "it", text), "25 dicembre 2021");
}

static void
the_first_of_a_month_is_an_ordinal_in_italian(void **state)
{
	(void)state;
	char text[DATE_WORDS];
	assert_string_equal(date_in_words(date_of(2021, 9, 1), "it", text), "mercoledì 1° settembre 2021");
	assert_string_equal(date_in_words(date_of(2021, 9, 1), "en", text), "Wednesday 1 September 2021");
	assert_string_equal(day_of_month(date_of(2021, 9, 11), "it", text), "11 settembre");
}

static void
an_article_before_eight_and_eleven_is_elided(void **state)
{
	(void)state;
	for (int day = 1; day <= 31; day++)
		assert_int_equal(day_has_vowel(date_of(2021, 1, day)), day == 8 || day == 11);
}

static void
check_range(struct date first, struct date last, const char *italian, const char *english)
{
	char text[DATE_WORDS];
	assert_string_equal(range_in_words((struct date_range){ first, last }, "it", text), italian);
	assert_string_equal(range_in_words((struct date_range){ first, last }, "en", text), english);
}

static void
a_range_says_only_what_differs(void **state)
{
	(void)state;
	check_range(date_of(2021, 6, 24), date_of(2021, 6, 24), "24 giugno", "24 June");
	check_range(date_of(2021, 4, 1), date_of(2021, 4, 6), "1°–6 aprile", "1–6 April");
	check_range(date_of(2021, 7, 1), date_of(2021, 9, 1), "1° luglio – 1° settembre", "1 July – 1 September");
	check_range(date_of(2020, 12, 20), date_of(2021, 1, 10), "20 dicembre 2020 – 10 gennaio 2021", "20 December 2020 – 10 January 2021");
}

/* Of any day, in any language; the longest still fits. */
static void
names_go_round(void **state)
{
	(void)state;
	char text[DATE_WORDS];
	for (int day = 0; day < 7; day++) {
		struct date date = date_plus_days(date_of(2021, 3, 1), day);
		for (int i = 0; i < 2; i++) {
			const char *language = i ? "en" : "it";
			assert_memory_equal(date_weekday_long(date, language), date_weekday_short(date, language), 3);
			assert_string_equal(date_weekday_long(date, language), date_weekday_long(date_plus_weeks(date, 3), language));
			assert_string_not_equal(date_weekday_long(date, language), date_weekday_long(date_plus_days(date, 1), language));
		}
		assert_string_equal(date_weekday_short(date, "en"), date_weekday_short(date, "en"));
	}
	assert_string_equal(month_name(month_at(2021, 1), "en"), "January");
	assert_string_equal(month_name(month_at(2021, 12), "it"), "dicembre");
	assert_string_equal(date_in_words(date_of(9999, 9, 29), "en", text), "Wednesday 29 September 9999");
	check_range(date_of(9998, 9, 30), date_of(9999, 11, 30), "30 settembre 9998 – 30 novembre 9999", "30 September 9998 – 30 November 9999");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_date_in_words),
		cmocka_unit_test(the_first_of_a_month_is_an_ordinal_in_italian),
		cmocka_unit_test(an_article_before_eight_and_eleven_is_elided),
		cmocka_unit_test(a_range_says_only_what_differs),
		cmocka_unit_test(names_go_round),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
