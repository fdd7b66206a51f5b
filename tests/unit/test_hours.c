#include <balint/hours.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void
check_hours(int64_t minutes, const char *expected)
{
	char text[HOURS_TEXT];
	assert_ptr_equal(hours_write(minutes, text), text);
	assert_string_equal(text, expected);
}

static void
hours_and_minutes(void **state)
{
	(void)state;
	check_hours(810, "13 h 30 min");
	check_hours(61, "1 h 1 min");
	check_hours(119, "1 h 59 min");
}

static void
whole_hours_have_no_minutes(void **state)
{
	(void)state;
	check_hours(60, "1 h");
	check_hours(900, "15 h");
	check_hours(60000, "1000 h");
}

static void
less_than_an_hour_has_no_hours(void **state)
{
	(void)state;
	check_hours(0, "0 min");
	check_hours(1, "1 min");
	check_hours(59, "59 min");
}

static void
the_longest_fits(void **state)
{
	(void)state;
	check_hours(INT64_MAX, "153722867280912930 h 7 min");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hours_and_minutes),
		cmocka_unit_test(whole_hours_have_no_minutes),
		cmocka_unit_test(less_than_an_hour_has_no_hours),
		cmocka_unit_test(the_longest_fits),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
