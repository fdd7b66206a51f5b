#include <balint/duration.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define ITEMS(array) (sizeof(array) / sizeof(array)[0])

static void
check_duration(const char *text, const char *expected)
{
	struct duration duration = { 0 };
	struct refusal why = { "" };
	char written[DURATION_TEXT];
	if (!duration_parse(text, &duration, &why))
		fail_msg("%s", why.text);
	assert_string_equal(duration_write(duration, written), expected);
}

static void
minutes_hours_days_and_weeks_keep_their_unit(void **state)
{
	(void)state;
	check_duration("30m", "PT30M");
	check_duration("2h", "PT2H");
	check_duration("1d", "P1D");
	check_duration("1w", "P1W");
	check_duration("24h", "PT24H"); /* not a day, when the clocks change */
	check_duration("007d", "P7D");
}

static void
four_weeks_are_the_most(void **state)
{
	(void)state;
	check_duration("1m", "PT1M");
	check_duration("4w", "P4W");
	check_duration("28d", "P28D");
	check_duration("672h", "PT672H");
	check_duration("40320m", "PT40320M");
}

static void
anything_else_is_refused(void **state)
{
	(void)state;
	static const char *const texts[] = { "", "0m", "0d", "00w", "5w", "29d", "673h", "40321m", "d", "1", "1 d", " 1d", "1d ", "1dd", "1d12h", "+1d",
		"-1d", "1D", "1s", "1.5h", "1y", "99999999999999999999d", "1d\n", "1è" };
	for (size_t i = 0; i < ITEMS(texts); i++) {
		struct duration duration = { 7, 'd' };
		struct refusal why = { "" };
		if (duration_parse(texts[i], &duration, &why))
			fail_msg("'%s' was taken for a duration", texts[i]);
		assert_non_null(strstr(why.text, "is not a time from 1m to 4w; write it as 30m, 2h, 1d or 1w"));
		assert_int_equal(duration.count, 7);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(minutes_hours_days_and_weeks_keep_their_unit),
		cmocka_unit_test(four_weeks_are_the_most),
		cmocka_unit_test(anything_else_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
