#include <balint/rule.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define DAY(year, month, day) date_of((year), (month), (day))

static char label[] = "Rule";
static const struct rule ninety = { .name = "ninety", .label_it = label, .label_en = label, .percent = 90 };
static const struct rule nothing = { .name = "nothing", .label_it = label, .label_en = label };
static const struct rule units = { .name = "units", .label_it = label, .label_en = label, .unit = 45, .units = 30, .room_units = 20, .months = 6 };

/* So many minutes attended of the possible ones, and so many still to come. */
static struct attendance
minutes(int64_t attended, int64_t possible, int64_t ahead)
{
	struct attendance attendance = attendance_none;
	attendance.minutes = attendance.room = attended;
	attendance.possible = possible;
	attendance.ahead = ahead;
	return attendance;
}

static struct attendance
with_holes(struct attendance attendance, int64_t sessions, int64_t holes)
{
	attendance.unmarked = sessions;
	attendance.holes = holes;
	return attendance;
}

static struct date_range
days(struct date first, struct date last)
{
	return (struct date_range){ first, last };
}

static void
check(const struct rule *rule, struct attendance attended, const char *verdict)
{
	assert_string_equal(rule_verdict(rule, &attended), verdict);
}

struct told {
	char text[512];
};

static void
take_requirement(void *context, const void *row)
{
	struct told *told = context;
	const struct requirement *r = row;
	size_t used = strlen(told->text);
	snprintf(told->text + used, sizeof told->text - used, "%s %lld: %lld, at best %lld %s, %s\n", r->name, (long long)r->wanted, (long long)r->attained,
	    (long long)r->best, r->measure, r->verdict);
}

static void
check_requirements(const struct rule *rule, struct attendance attended, const char *expected)
{
	struct told told = { "" };
	rule_judge(rule, &attended, take_requirement, &told);
	assert_string_equal(told.text, expected);
}

/* RULES 5.4. */
static void
of_900_minutes_810_pass_and_809_fail_without_being_called_90(void **state)
{
	(void)state;
	check(&ninety, minutes(810, 900, 0), "pass");
	check(&ninety, minutes(809, 900, 0), "fail");
	check_requirements(&ninety, minutes(810, 900, 0), "minutes 90: 900, at best 900 %, pass\n");
	check_requirements(&ninety, minutes(809, 900, 0), "minutes 90: 898, at best 898 %, fail\n");
}

/* RULES 5.5: by what can still be reached. */
static void
as_long_as_both_may_happen_it_is_open(void **state)
{
	(void)state;
	check(&ninety, minutes(0, 0, 900), "open");
	check(&ninety, minutes(90, 90, 810), "open");
	check(&ninety, minutes(720, 720, 180), "open");
	check(&ninety, minutes(810, 810, 90), "pass");
	check(&ninety, minutes(180, 270, 630), "open");
	check(&ninety, minutes(179, 270, 630), "fail");
}

static void
where_there_is_no_session_at_all_it_is_open(void **state)
{
	(void)state;
	check(&ninety, minutes(0, 0, 0), "open");
	check(&units, minutes(0, 0, 0), "fail");
}

/* RULES 5.3. */
static void
holes_are_left_out_and_make_it_incomplete(void **state)
{
	(void)state;
	check(&ninety, with_holes(minutes(810, 810, 0), 1, 90), "incomplete");
	check(&ninety, with_holes(minutes(0, 720, 0), 2, 180), "incomplete");
	check(&nothing, with_holes(minutes(0, 720, 0), 2, 180), "incomplete");
	check_requirements(&ninety, with_holes(minutes(720, 810, 0), 1, 90), "minutes 90: 888, at best 888 %, incomplete\n");
}

static void
a_rule_without_requirements_is_passed(void **state)
{
	(void)state;
	check(&nothing, minutes(0, 900, 0), "pass");
	check(&nothing, minutes(0, 0, 0), "pass");
	check_requirements(&nothing, minutes(0, 900, 0), "");
}

/* Holes hide no failure: it is out of reach if even having been at all of them would not help. */
static void
out_of_reach_is_what_even_the_holes_cannot_mend(void **state)
{
	(void)state;
	struct attendance one_missed = with_holes(minutes(720, 810, 0), 1, 90), two_missed = with_holes(minutes(630, 810, 0), 1, 90);
	struct attendance open = minutes(720, 720, 180), failed = minutes(809, 900, 0), nobody_knows = with_holes(minutes(0, 0, 0), 10, 900);
	assert_false(rule_is_out_of_reach(&ninety, &one_missed));
	assert_true(rule_is_out_of_reach(&ninety, &two_missed));
	assert_false(rule_is_out_of_reach(&ninety, &open));
	assert_true(rule_is_out_of_reach(&ninety, &failed));
	assert_false(rule_is_out_of_reach(&ninety, &nobody_knows));
	assert_false(rule_is_out_of_reach(&nothing, &failed));
}

static void
units_are_counted_over_all_sessions_and_floored(void **state)
{
	(void)state;
	struct attendance a = minutes(1349, 1350, 0);
	a.present_days = days(DAY(2021, 1, 13), DAY(2021, 7, 13));
	check_requirements(&units, a, "units 30: 29, at best 29 units, fail\nroom-units 20: 29, at best 29 units, pass\nmonths 6: 6, at best 6 months, pass\n");
	check(&units, a, "fail");
	a.minutes = 1350;
	check(&units, a, "pass");
}

static void
units_online_count_but_not_as_units_in_the_room(void **state)
{
	(void)state;
	struct attendance a = minutes(1350, 1350, 0);
	a.room = 899;
	a.present_days = days(DAY(2021, 1, 13), DAY(2021, 7, 13));
	check_requirements(&units, a, "units 30: 30, at best 30 units, pass\nroom-units 20: 19, at best 19 units, fail\nmonths 6: 6, at best 6 months, pass\n");
}

/* The rest may all be in the room. */
static void
the_best_of_units_is_with_all_that_is_to_come(void **state)
{
	(void)state;
	struct attendance a = minutes(900, 900, 450);
	a.room = 450;
	a.present_days = days(DAY(2021, 1, 13), DAY(2021, 4, 14));
	a.ahead_days = days(DAY(2021, 4, 28), DAY(2021, 7, 12));
	check_requirements(&units, a, "units 30: 20, at best 30 units, open\nroom-units 20: 10, at best 20 units, open\nmonths 6: 3, at best 5 months, fail\n");
	a.ahead_days.last = DAY(2021, 7, 13);
	check(&units, a, "open");
	a.ahead = 449;
	check(&units, a, "fail");
}

static void
before_the_first_session_months_can_still_be_had(void **state)
{
	(void)state;
	static const struct rule months = { .name = "months", .label_it = label, .label_en = label, .months = 4 };
	struct attendance a = minutes(0, 0, 900);
	a.ahead_days = days(DAY(2021, 2, 17), DAY(2021, 6, 23));
	check_requirements(&months, a, "months 4: 0, at best 4 months, open\n");
	a.ahead_days.first = DAY(2021, 3, 3);
	check_requirements(&months, a, "months 4: 0, at best 3 months, fail\n");
	check_requirements(&months, minutes(0, 900, 0), "months 4: 0, at best 0 months, fail\n");
}

static void
months_run_from_the_first_session_attended_to_the_last(void **state)
{
	(void)state;
	static const struct rule months = { .name = "months", .label_it = label, .label_en = label, .months = 1 };
	static const struct {
		int year, month, day, months;
	} last[] = { { 2021, 1, 31, 0 }, { 2021, 2, 27, 0 }, { 2021, 2, 28, 1 }, { 2021, 3, 30, 1 }, { 2021, 3, 31, 2 }, { 2022, 1, 31, 12 } };
	for (size_t i = 0; i < sizeof last / sizeof last[0]; i++) {
		char expected[128];
		struct attendance a = minutes(90, 90, 0);
		a.present_days = days(DAY(2021, 1, 31), DAY(last[i].year, last[i].month, last[i].day));
		snprintf(expected, sizeof expected, "months 1: %d, at best %d months, %s\n", last[i].months, last[i].months, last[i].months ? "pass" : "fail");
		check_requirements(&months, a, expected);
	}
}

static void
holes_can_lengthen_the_months_and_fill_the_units(void **state)
{
	(void)state;
	struct attendance a = with_holes(minutes(1260, 1260, 0), 1, 90);
	a.present_days = days(DAY(2021, 1, 27), DAY(2021, 7, 13));
	a.hole_days = days(DAY(2021, 1, 13), DAY(2021, 1, 13));
	assert_false(rule_is_out_of_reach(&units, &a));
	a.hole_days = days(DAY(2021, 7, 1), DAY(2021, 7, 1));
	assert_true(rule_is_out_of_reach(&units, &a));
	struct attendance most = attendance_at_most(&a);
	check_requirements(&units, most, "units 30: 30, at best 30 units, pass\nroom-units 20: 30, at best 30 units, pass\nmonths 6: 5, at best 5 months, fail\n");
}

static void
one_requirement_that_fails_fails_the_rule(void **state)
{
	(void)state;
	static const struct rule both = { .name = "both", .label_it = label, .label_en = label, .percent = 90, .unit = 45, .units = 30 };
	check(&both, minutes(1350, 1500, 0), "pass");
	check(&both, minutes(1350, 1501, 0), "fail");
	check(&both, minutes(900, 900, 0), "fail");
	check(&both, minutes(1350, 1350, 90), "pass");
	check(&both, minutes(1350, 1350, 180), "open");
}

/* In several editions together the first and last day are those of all. */
static void
editions_add_up(void **state)
{
	(void)state;
	struct attendance sum = minutes(675, 700, 0), more = minutes(675, 700, 90), none = attendance_none;
	sum.present_days = days(DAY(2021, 1, 13), DAY(2021, 3, 10));
	more.present_days = days(DAY(2020, 10, 7), DAY(2020, 12, 16));
	more.ahead_days = days(DAY(2021, 9, 1), DAY(2021, 9, 1));
	attendance_add(&sum, &more);
	attendance_add(&sum, &none);
	check_requirements(&units, sum, "units 30: 30, at best 32 units, pass\nroom-units 20: 30, at best 32 units, pass\nmonths 6: 5, at best 10 months, open\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(of_900_minutes_810_pass_and_809_fail_without_being_called_90),
		cmocka_unit_test(as_long_as_both_may_happen_it_is_open),
		cmocka_unit_test(where_there_is_no_session_at_all_it_is_open),
		cmocka_unit_test(holes_are_left_out_and_make_it_incomplete),
		cmocka_unit_test(a_rule_without_requirements_is_passed),
		cmocka_unit_test(out_of_reach_is_what_even_the_holes_cannot_mend),
		cmocka_unit_test(units_are_counted_over_all_sessions_and_floored),
		cmocka_unit_test(units_online_count_but_not_as_units_in_the_room),
		cmocka_unit_test(the_best_of_units_is_with_all_that_is_to_come),
		cmocka_unit_test(before_the_first_session_months_can_still_be_had),
		cmocka_unit_test(months_run_from_the_first_session_attended_to_the_last),
		cmocka_unit_test(holes_can_lengthen_the_months_and_fill_the_units),
		cmocka_unit_test(one_requirement_that_fails_fails_the_rule),
		cmocka_unit_test(editions_add_up),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
