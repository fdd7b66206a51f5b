#include <balint/date_words.h>
#include <balint/holiday.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "vectors.h"

/* One line of it-holidays.tsv. */
struct known {
	struct date date;
	char name[HOLIDAY_TEXT];
};

enum { KNOWN = 1094 };

static struct date
day(const char *text)
{
	struct date date = DATE_NONE;
	struct refusal why = { "" };
	if (!date_parse(text, &date, &why))
		fail_msg("%s", why.text);
	return date;
}

/* The cells of the next line; false at the end of the file. */
static bool
next_row(FILE *file, char *line, int size, char **cells, int count)
{
	if (!fgets(line, size, file))
		return false;
	for (int i = 0; i < count; i++) {
		cells[i] = strsep(&line, "\t\n");
		assert_non_null(cells[i]);
	}
	return true;
}

/* The holidays of 1950–2031. */
static const struct known *
holidays(void)
{
	static struct known known[KNOWN];
	char line[512], *cells[3];
	FILE *file = open_data("it-holidays.tsv");
	assert_true(next_row(file, line, sizeof line, cells, 3));
	for (size_t i = 0; i < KNOWN; i++) {
		assert_true(next_row(file, line, sizeof line, cells, 3));
		known[i].date = day(cells[0]);
		assert_string_equal(date_weekday_short(known[i].date, "en"), cells[1]);
		snprintf(known[i].name, sizeof known[i].name, "%s", cells[2]);
	}
	assert_false(next_row(file, line, sizeof line, cells, 3));
	fclose(file);
	return known;
}

static void
check_explained(const char *date, const char *expected)
{
	char text[HOLIDAY_TEXT] = "";
	if (!holiday_explain(day(date), text))
		fail_msg("%s was taken for no holiday", date);
	assert_string_equal(text, expected);
}

static void
check_name(const char *date, const char *expected)
{
	char name[HOLIDAY_TEXT] = "";
	if (!holiday_name(day(date), name))
		fail_msg("%s was taken for no holiday", date);
	assert_string_equal(name, expected);
}

static void
check_none(const char *date)
{
	char name[HOLIDAY_TEXT] = "", text[HOLIDAY_TEXT] = "";
	if (holiday_name(day(date), name) || holiday_explain(day(date), text))
		fail_msg("%s was taken for a holiday: %s%s", date, name, text);
}

static void
easter_is_on_the_known_sundays_of_1950_to_2050(void **state)
{
	(void)state;
	char line[64], *cells[2];
	int year = 1950;
	FILE *file = open_data("easter.tsv");
	for (; next_row(file, line, sizeof line, cells, 2); year++) {
		assert_int_equal(strtol(cells[0], NULL, 10), year);
		if (easter(year).day != day(cells[1]).day)
			fail_msg("Easter of %d", year);
	}
	fclose(file);
	assert_int_equal(year, 2051);
}

/* Gauss's rule with the numbers of each century and his two exceptions. */
static struct date
easter_by_gauss(int year)
{
	static const struct {
		int last, m, n;
	} centuries[] = { { 1699, 22, 2 }, { 1799, 23, 3 }, { 1899, 23, 4 }, { 2099, 24, 5 }, { 2199, 24, 6 }, { 2299, 25, 0 } };
	size_t i = 0;
	while (centuries[i].last < year)
		i++;
	int a = year % 19, b = year % 4, c = year % 7;
	int d = (19 * a + centuries[i].m) % 30, e = (2 * b + 4 * c + 6 * d + centuries[i].n) % 7;
	int march = 22 + d + e;
	if (d == 29 && e == 6)
		march = 50; /* 19 April */
	if (d == 28 && e == 6 && (11 * centuries[i].m + 11) % 30 < 19)
		march = 49; /* 18 April */
	return march > 31 ? date_of(year, 4, march - 31) : date_of(year, 3, march);
}

static void
easter_agrees_with_gauss_from_1583_to_2299(void **state)
{
	(void)state;
	for (int year = 1583; year <= 2299; year++)
		if (easter(year).day != easter_by_gauss(year).day)
			fail_msg("Easter of %d", year);
}

static void
easter_is_a_sunday_from_22_march_to_25_april(void **state)
{
	(void)state;
	for (int year = 1583; year <= 9999; year++) {
		struct date sunday = easter(year);
		if (date_weekday(sunday) != 7 || sunday.day < date_of(year, 3, 22).day || sunday.day > date_of(year, 4, 25).day)
			fail_msg("Easter of %d", year);
	}
	assert_int_equal(easter(1818).day, date_of(1818, 3, 22).day);
	assert_int_equal(easter(1943).day, date_of(1943, 4, 25).day);
}

static void
every_day_of_1950_to_2031_is_a_holiday_if_the_law_says_so(void **state)
{
	(void)state;
	const struct known *known = holidays();
	size_t next = 0;
	for (struct date date = date_of(1950, 1, 1); date.day <= date_of(2031, 12, 31).day; date = date_plus_days(date, 1)) {
		char name[HOLIDAY_TEXT] = "", text[DATE_TEXT];
		bool expected = next < KNOWN && known[next].date.day == date.day;
		if (holiday_name(date, name) != expected)
			fail_msg("%s: '%s', expected '%s'", date_write(date, text), name, expected ? known[next].name : "");
		if (expected && strcmp(name, known[next++].name) != 0)
			fail_msg("%s: '%s', expected '%s'", date_write(date, text), name, known[next - 1].name);
	}
	assert_int_equal(next, KNOWN);
}

static void
a_day_is_explained_if_and_only_if_it_is_a_holiday(void **state)
{
	(void)state;
	for (struct date date = date_of(1950, 1, 1); date.day <= date_of(2031, 12, 31).day; date = date_plus_days(date, 1)) {
		char name[HOLIDAY_TEXT] = "", explained[HOLIDAY_TEXT] = "", text[DATE_TEXT];
		if (holiday_name(date, name) != holiday_explain(date, explained))
			fail_msg("%s: '%s' and '%s'", date_write(date, text), name, explained);
		if (strncmp(explained, name, strcspn(name, ";")) != 0)
			fail_msg("%s: '%s' and '%s'", date_write(date, text), name, explained);
	}
}

static void
an_explanation_names_the_holiday_its_first_year_and_its_law(void **state)
{
	(void)state;
	check_explained("2028-10-04", "San Francesco d'Assisi (national holiday since 2026, L. 151/2025)");
	check_explained("2026-10-04", "San Francesco d'Assisi (national holiday since 2026, L. 151/2025)");
	check_explained("2021-06-02", "Festa della Repubblica (national holiday since 2001, L. 336/2000)");
	check_explained("2026-01-06", "Epifania (national holiday since 1986, DPR 792/1985)");
	check_explained("2028-11-01", "Ognissanti (national holiday since 1949, L. 260/1949)");
}

static void
a_holiday_that_ended_is_explained_by_the_law_that_ended_it(void **state)
{
	(void)state;
	char text[HOLIDAY_TEXT];
	static const char *const dates[] = { "1977-01-06", "1976-03-19", "1976-05-27", "1976-06-17", "1976-06-02", "1976-06-29", "1976-11-04" };
	for (size_t i = 0; i < sizeof dates / sizeof dates[0]; i++) {
		assert_true(holiday_explain(day(dates[i]), text));
		if (!strstr(text, "L. 54/1977") || strstr(text, "since"))
			fail_msg("%s: %s", dates[i], text);
	}
}

static void
a_holiday_of_one_year_names_its_law(void **state)
{
	(void)state;
	char text[HOLIDAY_TEXT];
	assert_true(holiday_explain(day("2011-03-17"), text));
	assert_non_null(strstr(text, "Anniversario dell'Unità d'Italia"));
	assert_non_null(strstr(text, "2011, DL 5/2011"));
	assert_true(holiday_explain(day("1986-06-02"), text));
	assert_non_null(strstr(text, "1986, L. 200/1986"));
}

static void
a_holiday_counts_only_in_its_years(void **state)
{
	(void)state;
	check_none("2025-10-04");
	check_name("2026-10-04", "San Francesco d'Assisi");
	check_none("2000-06-02");
	check_name("2001-06-02", "Festa della Repubblica");
	check_none("1985-01-06");
	check_name("1986-01-06", "Epifania");
	check_none("2010-03-17");
	check_name("2011-03-17", "Anniversario dell'Unità d'Italia");
	check_none("2012-03-17");
	check_name("1976-11-04", "Unità nazionale");
	check_none("1977-11-04");
}

static void
two_holidays_on_one_day_are_both_named_and_explained(void **state)
{
	(void)state;
	check_name("2011-04-25", "Lunedì dell'Angelo; Liberazione");
	check_explained("2011-04-25",
	    "Lunedì dell'Angelo (national holiday since 1949, L. 260/1949); Liberazione (national holiday since 1949, L. 260/1949)");
	check_name("2038-04-25", "Pasqua; Liberazione");
}

/* RULES 2: a group that chose Sundays meets on them; only Easter Sunday is named by the law. */
static void
a_sunday_is_no_holiday_for_being_one(void **state)
{
	(void)state;
	check_none("2021-02-14");
	check_none("2021-02-21");
	check_none("2021-03-28");
	check_name("2021-04-04", "Pasqua");
}

static void
patron_saints_and_holy_week_are_no_national_holidays(void **state)
{
	(void)state;
	check_none("2021-03-31");
	check_none("2021-04-02");
	check_none("2021-06-24");
	check_none("2021-06-29");
	check_none("2021-12-07");
	check_none("2021-12-24");
	check_none("2021-12-31");
}

/* What holiday_list gave, to be compared with the file. */
struct listed {
	const struct known *next;
	size_t count;
};

static void
take_listed(void *context, const void *row)
{
	struct listed *listed = context;
	const struct holiday_row *holiday = row;
	assert_int_equal(holiday->date.day, listed->next->date.day);
	assert_string_equal(holiday->name, listed->next->name);
	assert_string_equal(holiday->kind, "national");
	listed->next++;
	listed->count++;
}

static void
the_holidays_of_a_year_are_listed_by_date(void **state)
{
	(void)state;
	struct listed listed = { holidays(), 0 };
	for (int year = 1950; year <= 2031; year++)
		holiday_list(year, take_listed, &listed);
	assert_int_equal(listed.count, KNOWN);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(easter_is_on_the_known_sundays_of_1950_to_2050),
		cmocka_unit_test(easter_agrees_with_gauss_from_1583_to_2299),
		cmocka_unit_test(easter_is_a_sunday_from_22_march_to_25_april),
		cmocka_unit_test(every_day_of_1950_to_2031_is_a_holiday_if_the_law_says_so),
		cmocka_unit_test(a_day_is_explained_if_and_only_if_it_is_a_holiday),
		cmocka_unit_test(an_explanation_names_the_holiday_its_first_year_and_its_law),
		cmocka_unit_test(a_holiday_that_ended_is_explained_by_the_law_that_ended_it),
		cmocka_unit_test(a_holiday_of_one_year_names_its_law),
		cmocka_unit_test(a_holiday_counts_only_in_its_years),
		cmocka_unit_test(two_holidays_on_one_day_are_both_named_and_explained),
		cmocka_unit_test(a_sunday_is_no_holiday_for_being_one),
		cmocka_unit_test(patron_saints_and_holy_week_are_no_national_holidays),
		cmocka_unit_test(the_holidays_of_a_year_are_listed_by_date),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
