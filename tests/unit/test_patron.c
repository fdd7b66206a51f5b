#include <balint/holiday.h>
#include <balint/patron.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The day of that city in that year, as text. */
static const char *
day_of(const char *city, int year)
{
	static char text[DATE_TEXT];
	struct patron patron;
	struct refusal why = { "" };
	if (!patron_find(city, &patron, &why))
		fail_msg("%s", why.text);
	return date_write(patron_date(&patron, year), text);
}

static void
every_row_has_a_code_of_two_letters_a_city_a_saint_and_a_title(void **state)
{
	(void)state;
	static const char *const titles[] = { "patrono", "patrona", "patroni", "festa" };
	struct patron patron;
	const char *at = NULL;
	size_t count = 0;
	for (; patron_next(&at, &patron); count++) {
		size_t title = 0;
		if (strlen(patron.code) != 2 || strspn(patron.code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != 2)
			fail_msg("'%s' %s", patron.code, patron.city);
		if (!*patron.city || !*patron.saint || strlen(patron.city) > PATRON_TEXT - 2 || strlen(patron.saint) > PATRON_TEXT - 2)
			fail_msg("'%s' '%s'", patron.city, patron.saint);
		while (title < 4 && strcmp(titles[title], patron.title) != 0)
			title++;
		if (title == 4)
			fail_msg("%s: '%s'", patron.city, patron.title);
	}
	assert_int_equal(count, 119);
}

static void
rows_stand_by_code_and_city_and_no_city_stands_twice(void **state)
{
	(void)state;
	struct patron patron, other;
	char last[2 * PATRON_TEXT] = "", key[2 * PATRON_TEXT];
	const char *at = NULL;
	while (patron_next(&at, &patron)) {
		snprintf(key, sizeof key, "%s\t%s", patron.code, patron.city);
		if (strcmp(last, key) >= 0)
			fail_msg("'%s' after '%s'", key, last);
		memcpy(last, key, sizeof last);
		for (const char *after = at; patron_next(&after, &other);)
			if (strcmp(patron.city, other.city) == 0)
				fail_msg("%s stands twice", patron.city);
	}
}

/* A fixed day must come out as it is written, a movable one as its words say. */
static void
check_day(const struct patron *patron, int year)
{
	char text[DATE_TEXT];
	struct date date = patron_date(patron, year);
	if (!date_given(date) || date_civil(date).year != year)
		fail_msg("%s %s in %d", patron->city, patron->day, year);
	date_write(date, text);
	if (patron->day[0] >= '0' && patron->day[0] <= '1' && strlen(patron->day) == 5 && strspn(patron->day, "0123456789-") == 5
	    && strcmp(text + 5, patron->day) != 0)
		fail_msg("%s %s in %d is %s", patron->city, patron->day, year, text);
}

static void
every_day_can_be_told_from_2000_to_2040(void **state)
{
	(void)state;
	struct patron patron;
	for (const char *at = NULL; patron_next(&at, &patron);)
		for (int year = 2000; year <= 2040; year++)
			check_day(&patron, year);
}

static void
the_days_of_the_large_towns(void **state)
{
	(void)state;
	assert_string_equal(day_of("TO", 2021), "2021-06-24");
	assert_string_equal(day_of("MI", 2021), "2021-12-07");
	assert_string_equal(day_of("RM", 2021), "2021-06-29");
	assert_string_equal(day_of("NA", 2021), "2021-09-19");
	assert_string_equal(day_of("BO", 2021), "2021-10-04");
	assert_string_equal(day_of("FI", 2021), "2021-06-24");
}

static void
movable_days_move(void **state)
{
	(void)state;
	assert_string_equal(day_of("Asti", 2024), "2024-05-07");
	assert_string_equal(day_of("Asti", 2025), "2025-05-06");
	assert_string_equal(day_of("Brindisi", 2024), "2024-09-01");
	assert_string_equal(day_of("Carbonia", 2025), "2025-05-15");
	assert_string_equal(day_of("Bolzano", 2025), "2025-06-09");
	assert_string_equal(day_of("Bolzano", 2024), "2024-05-20");
	for (int year = 2000; year <= 2040; year++) {
		struct patron andria;
		struct refusal why;
		assert_true(patron_find("Andria", &andria, &why));
		struct civil civil = date_civil(patron_date(&andria, year));
		assert_int_equal(date_weekday(patron_date(&andria, year)), 7);
		assert_true(civil.month == 9 && civil.day >= 15 && civil.day <= 21);
	}
}

static void
a_day_that_is_none_is_not_told(void **state)
{
	(void)state;
	static const char *const days[] = { "", "13-01", "00-10", "06", "06-xyz2" };
	for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
		struct patron patron = { .city = "X" };
		snprintf(patron.day, sizeof patron.day, "%s", days[i]);
		assert_false(date_given(patron_date(&patron, 2021)));
	}
}

static void
a_city_is_found_by_code_or_name_in_any_case_and_without_accents(void **state)
{
	(void)state;
	static const char *const words[] = { "FORLÌ", "forli", "Forli'", " Forlì " };
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		assert_string_equal(day_of(words[i], 2021), "2021-02-04");
	assert_string_equal(day_of("to", 2021), "2021-06-24");
	assert_string_equal(day_of("l'aquila", 2021), "2021-06-10");
	assert_string_equal(day_of("la spezia", 2021), "2021-03-19");
}

static void
check_refused(const char *city, const char *expected)
{
	struct patron patron;
	struct refusal why = { "" };
	assert_false(patron_find(city, &patron, &why));
	assert_string_equal(why.text, expected);
}

static void
an_unknown_city_is_refused_with_the_nearest(void **state)
{
	(void)state;
	check_refused("Tirino", "patron: unknown 'Tirino'; did you mean 'Torino'?");
	check_refused("Forly", "patron: unknown 'Forly'; did you mean 'Forlì'?");
	check_refused("Atlantis", "patron: unknown 'Atlantis'; 'balint-calendar patron list' shows the cities");
	check_refused("", "patron: unknown ''; 'balint-calendar patron list' shows the cities");
	check_refused("\xff", "patron: unknown '\xff'; 'balint-calendar patron list' shows the cities");
}

static void
a_code_with_several_capitals_asks_which(void **state)
{
	(void)state;
	check_refused("bt", "patron: 'bt' has several capitals; name one of: Andria, Barletta, Trani");
	check_refused("PU", "patron: 'PU' has several capitals; name one of: Pesaro, Urbino");
}

static void
check_label(const char *city, const char *expected)
{
	struct patron patron;
	struct refusal why;
	char label[PATRON_LABEL];
	assert_true(patron_find(city, &patron, &why));
	assert_string_equal(patron_label(&patron, label), expected);
}

static void
a_label_names_the_saint_and_the_city(void **state)
{
	(void)state;
	check_label("TO", "San Giovanni Battista (patrono di Torino)");
	check_label("RM", "Santi Pietro e Paolo (patroni di Roma)");
	check_label("CT", "Sant'Agata (patrona di Catania)");
	check_label("BZ", "Lunedì di Pentecoste (festa di Bolzano)");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_row_has_a_code_of_two_letters_a_city_a_saint_and_a_title),
		cmocka_unit_test(rows_stand_by_code_and_city_and_no_city_stands_twice),
		cmocka_unit_test(every_day_can_be_told_from_2000_to_2040),
		cmocka_unit_test(the_days_of_the_large_towns),
		cmocka_unit_test(movable_days_move),
		cmocka_unit_test(a_day_that_is_none_is_not_told),
		cmocka_unit_test(a_city_is_found_by_code_or_name_in_any_case_and_without_accents),
		cmocka_unit_test(an_unknown_city_is_refused_with_the_nearest),
		cmocka_unit_test(a_code_with_several_capitals_asks_which),
		cmocka_unit_test(a_label_names_the_saint_and_the_city),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
