#include <balint/date_words.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct date
parsed(const char *text)
{
	struct date date = DATE_NONE;
	struct refusal why = { "" };
	if (!date_parse(text, &date, &why))
		fail_msg("%s", why.text);
	return date;
}

static void
check_date(struct date date, const char *expected)
{
	char text[DATE_TEXT];
	assert_string_equal(date_write(date, text), expected);
}

static void
check_month(struct month month, const char *expected)
{
	char text[MONTH_TEXT];
	assert_string_equal(month_write(month, text), expected);
}

static void
check_refused(const char *text)
{
	struct date date;
	struct refusal why = { "" };
	if (date_parse(text, &date, &why))
		fail_msg("'%s' was taken for a date", text);
	assert_non_null(strstr(why.text, text));
	assert_int_not_equal(strlen(why.text), 0);
}

static void
an_iso_date_is_read(void **state)
{
	(void)state;
	check_date(parsed("2021-02-17"), "2021-02-17");
	struct civil civil = date_civil(parsed("2021-02-17"));
	assert_int_equal(civil.year, 2021);
	assert_int_equal(civil.month, 2);
	assert_int_equal(civil.day, 17);
}

static void
an_italian_date_is_read(void **state)
{
	(void)state;
	check_date(parsed("17/02/2021"), "2021-02-17");
	check_date(parsed("02/03/2021"), "2021-03-02");
}

static void
a_day_that_does_not_exist_is_refused(void **state)
{
	(void)state;
	static const char *const texts[] = { "2021-02-29", "31/02/2026", "2021-04-31", "2021-13-01", "2021-00-01", "2021-01-00",
		"2021-01-32", "00/01/2021", "17/13/2021", "1900-02-29", "2100-02-29" };
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		check_refused(texts[i]);
}

static void
what_is_not_a_date_is_refused(void **state)
{
	(void)state;
	static const char *const texts[] = { "", " ", "domani", "2021", "2021-02", "2021-2-17", "21-02-17", "2021/02/17", "17-02-2021",
		"17.02.2021", " 2021-02-17", "2021-02-17 ", "2021-02-17T21:00", "+2021-02-17", "-2021-02-17", "20210217", "2021-02-1x",
		"99999-01-01", "2021-02-017", "17/02/21", "٢٠٢١-02-17" };
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		check_refused(texts[i]);
}

static void
a_long_text_is_refused_without_harm(void **state)
{
	(void)state;
	char text[5000];
	memset(text, '9', sizeof text - 1);
	text[sizeof text - 1] = '\0';
	struct date date;
	struct refusal why = { "" };
	assert_false(date_parse(text, &date, &why));
	assert_int_not_equal(strlen(why.text), 0);
}

static void
leap_years_have_a_29_february(void **state)
{
	(void)state;
	check_date(parsed("2024-02-29"), "2024-02-29");
	check_date(parsed("2000-02-29"), "2000-02-29");
	check_date(parsed("29/02/2020"), "2020-02-29");
	check_date(parsed("1584-02-29"), "1584-02-29");
}

static void
years_run_from_1583_to_9999(void **state)
{
	(void)state;
	check_date(parsed("1583-01-01"), "1583-01-01");
	check_date(parsed("9999-12-31"), "9999-12-31");
	check_refused("1582-12-31");
	check_refused("0000-01-01");
	check_refused("31/12/1582");
}

static void
days_are_counted_from_1970(void **state)
{
	(void)state;
	assert_int_equal(date_of(1970, 1, 1).day, 0);
	assert_int_equal(date_of(1969, 12, 31).day, -1);
	assert_int_equal(date_of(2000, 3, 1).day, 11017);
	assert_int_equal(date_of(2021, 2, 17).day, 18675);
	assert_int_equal(date_of(1583, 1, 1).day, -141349);
	assert_int_equal(date_of(9999, 12, 31).day, 2932896);
}

static int
days_in(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return days[month - 1] + (month == 2 && leap);
}

static void
every_day_from_1583_to_9999_follows_the_one_before(void **state)
{
	(void)state;
	int32_t expected = date_of(1583, 1, 1).day;
	int weekday = 6; /* a Saturday */
	for (int year = 1583; year <= 9999; year++)
		for (int month = 1; month <= 12; month++)
			for (int day = 1; day <= days_in(year, month); day++, expected++, weekday = weekday % 7 + 1) {
				struct date date = date_of(year, month, day);
				struct civil civil = date_civil(date);
				if (date.day != expected || civil.year != year || civil.month != month || civil.day != day
				    || date_weekday(date) != weekday)
					fail_msg("%d-%d-%d", year, month, day);
			}
	assert_int_equal(expected - 1, 2932896);
}

static void
what_is_written_is_read_back_the_same(void **state)
{
	(void)state;
	for (struct date date = date_of(1583, 1, 1); date.day <= date_of(9999, 12, 31).day; date = date_plus_days(date, 97)) {
		char text[DATE_TEXT];
		assert_int_equal(parsed(date_write(date, text)).day, date.day);
	}
}

static void
known_days_have_their_weekday(void **state)
{
	(void)state;
	assert_int_equal(date_weekday(date_of(2021, 2, 17)), 3);
	assert_int_equal(date_weekday(date_of(1970, 1, 1)), 4);
	assert_int_equal(date_weekday(date_of(1969, 12, 31)), 3);
	assert_int_equal(date_weekday(date_of(2000, 1, 1)), 6);
	assert_int_equal(date_weekday(date_of(2024, 2, 29)), 4);
	assert_int_equal(date_weekday(date_of(2021, 4, 4)), 7); /* Easter */
	assert_int_equal(date_weekday(date_of(2021, 4, 5)), 1);
	assert_int_equal(date_weekday(date_of(1583, 1, 1)), 6);
	assert_int_equal(date_weekday(date_of(9999, 12, 31)), 5);
}

static void
weekdays_have_english_names(void **state)
{
	(void)state;
	static const char *const names[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
	for (int i = 0; i < 7; i++)
		assert_string_equal(date_weekday_short(date_of(2021, 2, 15 + i), "en"), names[i]);
}

static void
days_and_months_have_italian_names(void **state)
{
	(void)state;
	static const char *const names[] = { "lun", "mar", "mer", "gio", "ven", "sab", "dom" };
	for (int i = 0; i < 7; i++)
		assert_string_equal(date_weekday_short(date_of(2021, 2, 15 + i), "it"), names[i]);
	assert_string_equal(date_weekday_short(date_of(2021, 2, 15), NULL), "Mon");
	assert_string_equal(month_name(month_at(2021, 1), "en"), "January");
	assert_string_equal(month_name(month_at(2021, 12), "de"), "December");
}

static void
a_start_is_so_far_away(void **state)
{
	(void)state;
	static const struct {
		int days, start, now;
		const char *en, *it;
	} cases[] = {
		{ 11, 1260, 0, "in 11 days", "fra 11 giorni" },
		{ 2, 0, 1439, "in 2 days", "fra 2 giorni" },
		{ 1, 1260, 1439, "tomorrow", "domani" },
		{ 0, 1260, 1259, "tonight", "stasera" },
		{ 0, 1080, 0, "tonight", "stasera" },
		{ 0, 1079, 0, "today", "oggi" },
		{ 0, 1260, 1260, "now", "in corso" },
		{ -1, 1260, 0, "now", "in corso" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct moment now = { date_of(2021, 3, 20), { cases[i].now } };
		struct moment start = { date_plus_days(now.date, cases[i].days), { cases[i].start } };
		char text[DISTANCE_TEXT];
		assert_string_equal(date_distance(start, now, "en", text), cases[i].en);
		assert_string_equal(date_distance(start, now, "it", text), cases[i].it);
	}
}

static void
days_and_weeks_are_added_across_months_and_years(void **state)
{
	(void)state;
	check_date(date_plus_days(parsed("2021-02-28"), 1), "2021-03-01");
	check_date(date_plus_days(parsed("2024-02-28"), 1), "2024-02-29");
	check_date(date_plus_days(parsed("2021-01-01"), -1), "2020-12-31");
	check_date(date_plus_weeks(parsed("2021-03-17"), 2), "2021-03-31");
	check_date(date_plus_weeks(parsed("2020-12-30"), 2), "2021-01-13");
	check_date(date_plus_weeks(parsed("2021-01-13"), -2), "2020-12-30");
	check_date(date_plus_days(parsed("2021-02-17"), 0), "2021-02-17");
}

/* RULES 1.2: every two weeks from 17 February 2021, ten sessions. */
static void
a_cadence_of_two_weeks_gives_the_edition_of_2021(void **state)
{
	(void)state;
	static const char *const sessions[] = { "2021-02-17", "2021-03-03", "2021-03-17", "2021-03-31", "2021-04-14", "2021-04-28",
		"2021-05-12", "2021-05-26", "2021-06-09", "2021-06-23" };
	for (int i = 0; i < 10; i++)
		check_date(date_plus_weeks(parsed("2021-02-17"), 2 * i), sessions[i]);
}

static void
a_month_later_is_the_same_day_or_the_last(void **state)
{
	(void)state;
	check_date(date_plus_months(parsed("2021-01-31"), 1), "2021-02-28");
	check_date(date_plus_months(parsed("2024-01-31"), 1), "2024-02-29");
	check_date(date_plus_months(parsed("2021-01-31"), 2), "2021-03-31");
	check_date(date_plus_months(parsed("2021-01-31"), 3), "2021-04-30");
	check_date(date_plus_months(parsed("2021-01-17"), 1), "2021-02-17");
	check_date(date_plus_months(parsed("2024-02-29"), 12), "2025-02-28");
	check_date(date_plus_months(parsed("2024-02-29"), 48), "2028-02-29");
}

static void
months_are_added_across_years_and_taken_away(void **state)
{
	(void)state;
	check_date(date_plus_months(parsed("2021-12-31"), 2), "2022-02-28");
	check_date(date_plus_months(parsed("2021-03-31"), -1), "2021-02-28");
	check_date(date_plus_months(parsed("2021-01-15"), -1), "2020-12-15");
	check_date(date_plus_months(parsed("2021-03-15"), -27), "2018-12-15");
	check_date(date_plus_months(parsed("2021-03-15"), 0), "2021-03-15");
}

static void
a_range_has_both_its_ends(void **state)
{
	(void)state;
	struct date_range range;
	struct refusal why = { "" };
	assert_true(date_range_parse("2025-12-20..2026-01-06", &range, &why));
	check_date(range.first, "2025-12-20");
	check_date(range.last, "2026-01-06");
	assert_true(date_range_parse("2025-12-20..2025-12-20", &range, &why));
	assert_int_equal(range.first.day, range.last.day);
}

static void
what_is_not_a_range_is_refused(void **state)
{
	(void)state;
	static const char *const texts[] = { "", "..", "2025-12-20", "2025-12-20..", "..2025-12-20", "2025-12-20.2026-01-06",
		"2025-12-20...2026-01-06", "2025-12-20-2026-01-06", "2026-01-06..2025-12-20", "2025-02-29..2025-03-01",
		"2025-02-01..2025-02-29", "2025-12-20..2026-01-06..2026-02-01", "2025-12..2026-01" };
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		struct date_range range;
		struct refusal why = { "" };
		if (date_range_parse(texts[i], &range, &why))
			fail_msg("'%s' was taken for a range", texts[i]);
		assert_int_not_equal(strlen(why.text), 0);
	}
}

static void
a_month_is_read_and_written(void **state)
{
	(void)state;
	struct month month;
	struct refusal why = { "" };
	assert_true(month_parse("2021-03", &month, &why));
	check_month(month, "2021-03");
	assert_int_equal(month.month, month_at(2021, 3).month);
	assert_int_equal(month_year(month), 2021);
	assert_true(month_parse("1583-01", &month, &why));
	check_month(month, "1583-01");
	assert_true(month_parse("9999-12", &month, &why));
	check_month(month, "9999-12");
	assert_int_equal(month_year(month), 9999);
}

static void
what_is_not_a_month_is_refused(void **state)
{
	(void)state;
	static const char *const texts[] = { "", "2021", "2021-13", "2021-00", "2021-3", "03/2021", "2021-03-01", "marzo", "1582-12",
		" 2021-03", "2021-03 ", "2021-03x" };
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		struct month month;
		struct refusal why = { "" };
		if (month_parse(texts[i], &month, &why))
			fail_msg("'%s' was taken for a month", texts[i]);
		assert_int_not_equal(strlen(why.text), 0);
		assert_non_null(strstr(why.text, texts[i]));
	}
}

static void
a_range_of_months_is_read(void **state)
{
	(void)state;
	struct month_range range;
	struct refusal why = { "" };
	assert_true(month_range_parse("2021-03..2021-05", &range, &why));
	check_month(range.first, "2021-03");
	check_month(range.last, "2021-05");
	assert_true(month_range_parse("2021-03..2021-03", &range, &why));
	assert_false(month_range_parse("2021-05..2021-03", &range, &why));
	assert_false(month_range_parse("2021-05", &range, &why));
	assert_false(month_range_parse("2021-05..2021-13", &range, &why));
}

static void
months_are_counted_across_years(void **state)
{
	(void)state;
	check_month(month_plus(month_at(2021, 12), 1), "2022-01");
	check_month(month_plus(month_at(2021, 1), -1), "2020-12");
	check_month(month_plus(month_at(2021, 2), 24), "2023-02");
	check_month(month_of(parsed("2021-02-28")), "2021-02");
	check_month(month_of(parsed("1583-01-01")), "1583-01");
	check_month(month_of(parsed("9999-12-31")), "9999-12");
}

/* RULES 6.3: due dates do not drift. */
static void
a_month_has_its_first_and_its_last_day(void **state)
{
	(void)state;
	static const char *const last[] = { "2021-02-28", "2021-03-31", "2021-04-30", "2021-05-31", "2021-06-30" };
	for (int i = 0; i < 5; i++)
		check_date(month_last_day(month_plus(month_at(2021, 2), i)), last[i]);
	check_date(month_last_day(month_at(2024, 2)), "2024-02-29");
	check_date(month_last_day(month_at(2100, 2)), "2100-02-28");
	check_date(month_last_day(month_at(2021, 12)), "2021-12-31");
	check_date(month_last_day(month_at(9999, 12)), "9999-12-31");
	check_date(month_first_day(month_at(2021, 12)), "2021-12-01");
	check_date(month_first_day(month_at(2021, 1)), "2021-01-01");
}

static void
months_have_italian_names(void **state)
{
	(void)state;
	static const char *const names[] = { "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto",
		"settembre", "ottobre", "novembre", "dicembre" };
	for (int i = 0; i < 12; i++)
		assert_string_equal(month_name(month_at(2021, i + 1), "it"), names[i]);
}

static void
a_time_of_day_is_read_and_written(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int minute;
	} times[] = { { "21:00", 1260 }, { "00:00", 0 }, { "09:05", 545 }, { "23:59", 1439 }, { "24:00", 1440 } };
	for (size_t i = 0; i < sizeof times / sizeof times[0]; i++) {
		struct daytime time;
		struct refusal why = { "" };
		char text[TIME_TEXT];
		assert_true(time_parse(times[i].text, &time, &why));
		assert_int_equal(time.minute, times[i].minute);
		assert_string_equal(time_write(time, text), times[i].text);
	}
}

static void
what_is_not_a_time_is_refused(void **state)
{
	(void)state;
	static const char *const texts[] = { "", "21", "21:", ":00", "21:60", "24:01", "25:00", "21:0", "21:000", "21.00", "021:00",
		"-1:00", "21:00:00", " 21:00", "21:00 ", "9 pm", "99:99" };
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		struct daytime time;
		struct refusal why = { "" };
		if (time_parse(texts[i], &time, &why))
			fail_msg("'%s' was taken for a time", texts[i]);
		assert_int_not_equal(strlen(why.text), 0);
		assert_non_null(strstr(why.text, texts[i]));
	}
}

static void
what_is_not_there_is_written_as_nothing(void **state)
{
	(void)state;
	char date[DATE_TEXT] = "x", month[MONTH_TEXT] = "x", time[TIME_TEXT] = "x";
	assert_string_equal(date_write(DATE_NONE, date), "");
	assert_string_equal(month_write(MONTH_NONE, month), "");
	assert_string_equal(time_write(TIME_NONE, time), "");
}

static void
a_value_is_given_or_not(void **state)
{
	(void)state;
	assert_false(date_given(DATE_NONE));
	assert_false(month_given(MONTH_NONE));
	assert_false(time_given(TIME_NONE));
	assert_true(date_given((struct date){ 0 }));
	assert_true(month_given(month_at(2021, 1)));
	assert_true(time_given((struct daytime){ 0 }));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_iso_date_is_read),
		cmocka_unit_test(an_italian_date_is_read),
		cmocka_unit_test(a_day_that_does_not_exist_is_refused),
		cmocka_unit_test(what_is_not_a_date_is_refused),
		cmocka_unit_test(a_long_text_is_refused_without_harm),
		cmocka_unit_test(leap_years_have_a_29_february),
		cmocka_unit_test(years_run_from_1583_to_9999),
		cmocka_unit_test(days_are_counted_from_1970),
		cmocka_unit_test(every_day_from_1583_to_9999_follows_the_one_before),
		cmocka_unit_test(what_is_written_is_read_back_the_same),
		cmocka_unit_test(known_days_have_their_weekday),
		cmocka_unit_test(weekdays_have_english_names),
		cmocka_unit_test(days_and_months_have_italian_names),
		cmocka_unit_test(a_start_is_so_far_away),
		cmocka_unit_test(days_and_weeks_are_added_across_months_and_years),
		cmocka_unit_test(a_cadence_of_two_weeks_gives_the_edition_of_2021),
		cmocka_unit_test(a_month_later_is_the_same_day_or_the_last),
		cmocka_unit_test(months_are_added_across_years_and_taken_away),
		cmocka_unit_test(a_range_has_both_its_ends),
		cmocka_unit_test(what_is_not_a_range_is_refused),
		cmocka_unit_test(a_month_is_read_and_written),
		cmocka_unit_test(what_is_not_a_month_is_refused),
		cmocka_unit_test(a_range_of_months_is_read),
		cmocka_unit_test(months_are_counted_across_years),
		cmocka_unit_test(a_month_has_its_first_and_its_last_day),
		cmocka_unit_test(months_have_italian_names),
		cmocka_unit_test(a_time_of_day_is_read_and_written),
		cmocka_unit_test(what_is_not_a_time_is_refused),
		cmocka_unit_test(what_is_not_there_is_written_as_nothing),
		cmocka_unit_test(a_value_is_given_or_not),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
