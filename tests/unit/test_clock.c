#include <balint/clock.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static void
tell(const char *today)
{
	setenv("BALINT_TODAY", today, 1);
}

static void
check_stamp(const char *today, const char *expected)
{
	char stamp[CLOCK_STAMP];
	tell(today);
	assert_string_equal(clock_stamp(stamp), expected);
}

static void
a_day_told_is_its_midnight(void **state)
{
	(void)state;
	tell("2021-02-17");
	assert_int_equal(clock_now().date.day, date_of(2021, 2, 17).day);
	assert_int_equal(clock_now().time.minute, 0);
	assert_int_equal(clock_today().day, date_of(2021, 2, 17).day);
}

static void
a_moment_told_is_now(void **state)
{
	(void)state;
	tell("2021-03-31T21:05");
	assert_int_equal(clock_now().date.day, date_of(2021, 3, 31).day);
	assert_int_equal(clock_now().time.minute, 21 * 60 + 5);
	assert_int_equal(clock_today().day, date_of(2021, 3, 31).day);
}

static void
the_zone_of_the_machine_does_not_matter(void **state)
{
	(void)state;
	setenv("TZ", "America/New_York", 1);
	check_stamp("2021-02-17T21:00", "2021-02-17T20:00:00Z");
	tell("2021-02-17T21:00");
	assert_int_equal(clock_now().time.minute, 21 * 60);
}

/* RULES 1.1: 21:00 in Rome is 20:00 UTC in winter and 19:00 in summer. */
static void
a_stamp_is_utc(void **state)
{
	(void)state;
	check_stamp("2021-02-17T21:00", "2021-02-17T20:00:00Z");
	check_stamp("2021-03-17T21:00", "2021-03-17T20:00:00Z");
	check_stamp("2021-03-31T21:00", "2021-03-31T19:00:00Z");
	check_stamp("2021-06-23T21:00", "2021-06-23T19:00:00Z");
}

static void
a_stamp_of_midnight_lies_in_the_day_before(void **state)
{
	(void)state;
	check_stamp("2021-01-01", "2020-12-31T23:00:00Z");
	check_stamp("2021-07-01", "2021-06-30T22:00:00Z");
	check_stamp("2024-03-01T00:30", "2024-02-29T23:30:00Z");
}

static void
a_stamp_knows_the_change_of_the_clocks(void **state)
{
	(void)state;
	check_stamp("2021-03-28T01:59", "2021-03-28T00:59:00Z");
	check_stamp("2021-03-28T03:00", "2021-03-28T01:00:00Z");
	check_stamp("2021-10-31T03:00", "2021-10-31T02:00:00Z");
}

static void
a_moment_is_reached_when_it_is_now_or_before(void **state)
{
	(void)state;
	struct date today = date_of(2021, 2, 17);
	tell("2021-02-17T21:00");
	assert_true(clock_reached(today, (struct daytime){ 21 * 60 }));
	assert_true(clock_reached(today, (struct daytime){ 0 }));
	assert_true(clock_reached(date_plus_days(today, -1), (struct daytime){ 24 * 60 }));
	assert_false(clock_reached(today, (struct daytime){ 21 * 60 + 1 }));
	assert_false(clock_reached(date_plus_days(today, 1), (struct daytime){ 0 }));
}

static void
without_being_told_the_clock_runs(void **state)
{
	(void)state;
	char stamp[CLOCK_STAMP];
	unsetenv("BALINT_TODAY");
	assert_in_range(clock_today().day, 0, date_of(9999, 12, 31).day);
	assert_in_range(clock_now().time.minute, 0, 24 * 60 - 1);
	assert_int_equal(strlen(clock_stamp(stamp)), CLOCK_STAMP - 1);
	assert_int_equal(stamp[10], 'T');
	assert_int_equal(stamp[19], 'Z');
}

/* What a child that asks for the day exits with; its message goes into the buffer. */
static int
exit_status(const char *today, char *said, size_t size)
{
	int ends[2];
	assert_int_equal(pipe(ends), 0);
	pid_t child = fork();
	if (child == 0) {
		dup2(ends[1], STDERR_FILENO);
		close(ends[0]);
		tell(today);
		clock_today();
		_exit(0);
	}
	close(ends[1]);
	FILE *from = fdopen(ends[0], "r");
	said[fread(said, 1, size - 1, from)] = '\0';
	fclose(from);
	int status;
	waitpid(child, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* Midnight in Rome is the day before in UTC, an hour earlier in summer. */
static void
a_stamp_has_a_local_day(void **state)
{
	(void)state;
	char stamp[CLOCK_STAMP];
	tell("2021-04-07");
	assert_int_equal(clock_day(clock_stamp(stamp)).day, date_of(2021, 4, 7).day);
	assert_int_equal(clock_day("2021-04-06T21:59:59Z").day, date_of(2021, 4, 6).day);
	assert_int_equal(clock_day("2021-04-06T22:00:00Z").day, date_of(2021, 4, 7).day);
	assert_int_equal(clock_day("2021-12-31T22:59:59Z").day, date_of(2021, 12, 31).day);
	assert_int_equal(clock_day("2021-12-31T23:00:00Z").day, date_of(2022, 1, 1).day);
	assert_false(date_given(clock_day("2021-12-31")));
	assert_false(date_given(clock_day("")));
}

static void
a_today_that_cannot_be_read_ends_the_program(void **state)
{
	(void)state;
	static const char *const texts[] = { "tomorrow", "2021-02-29", "2021-02-17T", "2021-02-17T25:00", "2021-02-17 21:00",
		"2021-02-17T21:00:00Z", "T21:00", "2021-02-1777T21:00" };
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		char said[4096];
		if (exit_status(texts[i], said, sizeof said) == 0)
			fail_msg("'%s' was taken", texts[i]);
		assert_non_null(strstr(said, "BALINT_TODAY"));
		assert_int_equal(said[strlen(said) - 1], '\n');
	}
	char said[4096];
	assert_int_equal(exit_status("2021-02-17", said, sizeof said), 0);
	assert_string_equal(said, "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_day_told_is_its_midnight),
		cmocka_unit_test(a_moment_told_is_now),
		cmocka_unit_test(the_zone_of_the_machine_does_not_matter),
		cmocka_unit_test(a_stamp_is_utc),
		cmocka_unit_test(a_stamp_of_midnight_lies_in_the_day_before),
		cmocka_unit_test(a_stamp_knows_the_change_of_the_clocks),
		cmocka_unit_test(a_stamp_has_a_local_day),
		cmocka_unit_test(a_moment_is_reached_when_it_is_now_or_before),
		cmocka_unit_test(without_being_told_the_clock_runs),
		cmocka_unit_test(a_today_that_cannot_be_read_ends_the_program),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
