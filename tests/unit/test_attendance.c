#include <balint/attendance.h>
#include <balint/report.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* What a listing prints for so many of so many minutes. */
static void
check_printed(int64_t attended, int64_t total, const char *expected)
{
	static const struct column percent[] = { PERCENT_COLUMN(struct report_row, percent) };
	static const struct listing listing = LISTING(percent);
	const struct row_style style = { .format = ROWS_TSV, .header = 0 };
	const struct report_row row = { .percent = attendance_percent(attended, total) };
	struct sink sink;
	struct refusal why = { "" };
	sink_init(&sink, -1);
	sink_hold(&sink);
	struct rows *rows = rows_new(&sink, &listing, &style, &why);
	assert_non_null(rows);
	rows_emit(rows, &row);
	rows_finish(rows);
	rows_free(rows);
	sink_char(&sink, '\0');
	assert_string_equal(sink.buffer, expected);
	sink_release(&sink);
}

/* The fewest that reach the percentage of the total. */
static int64_t
least(int64_t total, int percent)
{
	int64_t attended = 0;
	while (!attendance_reaches(attended, total, percent))
		attended++;
	return attended;
}

static void
ninety_percent_of_900_minutes_are_810(void **state)
{
	(void)state;
	assert_true(attendance_reaches(810, 900, 90));
	assert_false(attendance_reaches(809, 900, 90));
}

/* RULES 5.4: what fails is never printed as what would have passed. */
static void
one_minute_less_is_printed_as_less(void **state)
{
	(void)state;
	assert_int_equal(attendance_percent(810, 900), 900);
	assert_int_equal(attendance_percent(809, 900), 898);
	check_printed(810, 900, "90.0\n");
	check_printed(809, 900, "89.8\n");
}

static void
ninety_percent_of_a_few_sessions_are_rounded_up(void **state)
{
	(void)state;
	assert_int_equal(least(10, 90), 9);
	assert_int_equal(least(11, 90), 10);
	assert_int_equal(least(12, 90), 11);
	assert_int_equal(least(18, 90), 17);
	assert_int_equal(least(19, 90), 18);
	assert_int_equal(least(20, 90), 18);
}

static void
the_least_that_reaches_is_the_quotient_rounded_up(void **state)
{
	(void)state;
	for (int percent = 0; percent <= 100; percent++)
		for (int64_t total = 1; total <= 200; total++)
			if (least(total, percent) != (total * percent + 99) / 100)
				fail_msg("%d percent of %d", percent, (int)total);
}

static void
a_percentage_printed_below_the_threshold_never_passes(void **state)
{
	(void)state;
	for (int percent = 1; percent <= 100; percent++)
		for (int64_t total = 1; total <= 150; total++)
			for (int64_t attended = 0; attended <= total; attended++)
				if (attendance_reaches(attended, total, percent) != (attendance_percent(attended, total) >= 10 * percent))
					fail_msg("%d of %d at %d percent", (int)attended, (int)total, percent);
}

static void
only_all_of_it_is_a_hundred_percent(void **state)
{
	(void)state;
	assert_int_equal(attendance_percent(900, 900), 1000);
	assert_int_equal(attendance_percent(899, 900), 998);
	assert_int_equal(attendance_percent(1, 1), 1000);
	assert_int_equal(attendance_percent(9999999, 10000000), 999);
	check_printed(900, 900, "100.0\n");
	check_printed(9999999, 10000000, "99.9\n");
}

static void
percentages_are_floored_to_a_tenth(void **state)
{
	(void)state;
	assert_int_equal(attendance_percent(2, 3), 666);
	assert_int_equal(attendance_percent(1, 3), 333);
	assert_int_equal(attendance_percent(8, 9), 888);
	assert_int_equal(attendance_percent(4, 5), 800);
	assert_int_equal(attendance_percent(7, 10), 700);
	assert_int_equal(attendance_percent(0, 900), 0);
}

static void
of_nothing_there_is_no_percentage(void **state)
{
	(void)state;
	assert_true(attendance_percent(0, 0) == COUNT_NONE);
	assert_true(attendance_percent(COUNT_NONE, 900) == COUNT_NONE);
	assert_true(attendance_percent(COUNT_NONE, COUNT_NONE) == COUNT_NONE);
	check_printed(0, 0, "\n");
}

static void
a_threshold_of_nothing_is_always_reached_and_of_all_only_by_all(void **state)
{
	(void)state;
	assert_true(attendance_reaches(0, 900, 0));
	assert_true(attendance_reaches(900, 900, 100));
	assert_false(attendance_reaches(899, 900, 100));
	assert_false(attendance_reaches(0, 900, 1));
	assert_true(attendance_reaches(9, 900, 1));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ninety_percent_of_900_minutes_are_810),
		cmocka_unit_test(one_minute_less_is_printed_as_less),
		cmocka_unit_test(ninety_percent_of_a_few_sessions_are_rounded_up),
		cmocka_unit_test(the_least_that_reaches_is_the_quotient_rounded_up),
		cmocka_unit_test(a_percentage_printed_below_the_threshold_never_passes),
		cmocka_unit_test(only_all_of_it_is_a_hundred_percent),
		cmocka_unit_test(percentages_are_floored_to_a_tenth),
		cmocka_unit_test(of_nothing_there_is_no_percentage),
		cmocka_unit_test(a_threshold_of_nothing_is_always_reached_and_of_all_only_by_all),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
