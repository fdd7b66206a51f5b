#include <balint/clock.h>
#include <balint/session.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "vectors.h"

#define ITEMS(array) (sizeof(array) / sizeof(array)[0])

enum { PLANNED_MOST = 512, EVENING = 21 * 60 };

/* One row as it came, its note kept. */
struct planned {
	struct session_row row;
	char note[SKIP_TEXT];
};

struct calendar {
	struct planned rows[PLANNED_MOST];
	size_t count;
};

static struct date
day(const char *text)
{
	struct date date = DATE_NONE;
	struct refusal why = { "" };
	if (!date_parse(text, &date, &why))
		fail_msg("%s", why.text);
	return date;
}

/* Every two weeks, 21:00 to 22:30. */
static struct plan
plan_from(const char *from)
{
	return (struct plan){ .from = day(from), .until = DATE_NONE, .every = 2, .minutes = 90, .at = { EVENING } };
}

static struct plan
plan_count(const char *from, int count)
{
	struct plan plan = plan_from(from);
	plan.count = count;
	return plan;
}

static struct plan
plan_until(const char *from, const char *until)
{
	struct plan plan = plan_from(from);
	plan.until = day(until);
	return plan;
}

static void
take_planned(void *context, const void *row)
{
	struct calendar *calendar = context;
	assert_in_range(calendar->count, 0, PLANNED_MOST - 1);
	struct planned *planned = &calendar->rows[calendar->count++];
	planned->row = *(const struct session_row *)row;
	snprintf(planned->note, sizeof planned->note, "%s", planned->row.note ? planned->row.note : "");
}

/* What a plan gives with the suspensions of the store, or with national holidays only; lives until the next one. */
static const struct calendar *
calendar_of(struct plan plan, struct store *store)
{
	static struct calendar calendar;
	struct refusal why = { "" };
	if (!plan_check(&plan, &why))
		fail_msg("%s", why.text);
	struct skips *skips = skips_load(store, EDITION_ALL);
	calendar.count = 0;
	plan_each(&plan, skips, take_planned, &calendar);
	skips_free(skips);
	return &calendar;
}

/* The dates in a line, with ` (reason)` after one that is skipped and ` [note]` after one with a note. */
static void
check_plan(struct plan plan, struct store *store, const char *expected)
{
	static char text[16384];
	const struct calendar *calendar = calendar_of(plan, store);
	*text = '\0';
	for (size_t i = 0; i < calendar->count; i++) {
		const struct planned *planned = &calendar->rows[i];
		char date[DATE_TEXT];
		size_t used = strlen(text);
		bool skipped = strcmp(planned->row.status, "skipped") == 0;
		snprintf(text + used, sizeof text - used, *planned->note ? skipped ? "%s%s (%s)" : "%s%s [%s]" : "%s%s", i ? " " : "",
		    date_write(planned->row.date, date), planned->note);
	}
	assert_string_equal(text, expected);
}

/* A store in memory. */
static struct store *
scratch(void)
{
	struct refusal why = { "" };
	struct store *store = store_create("no-folder/balint.db", true, &why);
	if (!store)
		fail_msg("%s", why.text);
	return store;
}

static void
suspend(struct store *store, const char *kind, struct date first, struct date last, const char *label)
{
	struct refusal why = { "" };
	if (!suspension_add(store, EDITION_ALL, &(struct suspension){ kind, first, last, label, false }, &why))
		fail_msg("%s", why.text);
}

static void
add_break(struct store *store, const char *first, const char *last, const char *label)
{
	suspend(store, "break", day(first), day(last), label);
}

static void
add_closure(struct store *store, const char *date, const char *label)
{
	suspend(store, "closure", day(date), day(date), label);
}

/* The cases of RULES 1.2. */
static void
ten_sessions_every_two_weeks_are_the_ninth_edition(void **state)
{
	(void)state;
	check_plan(plan_count("2021-02-17", 10), NULL,
	    "2021-02-17 2021-03-03 2021-03-17 2021-03-31 2021-04-14 2021-04-28 2021-05-12 2021-05-26 2021-06-09 2021-06-23");
}

static void
a_national_holiday_is_skipped_and_the_cadence_goes_on(void **state)
{
	(void)state;
	check_plan(plan_until("2021-02-24", "2021-06-23"), NULL,
	    "2021-02-24 2021-03-10 2021-03-24 2021-04-07 2021-04-21 2021-05-05 2021-05-19 2021-06-02 (Festa della Repubblica) 2021-06-16");
	check_plan(plan_until("2028-09-20", "2028-12-20"), NULL,
	    "2028-09-20 2028-10-04 (San Francesco d'Assisi) 2028-10-18 2028-11-01 (Ognissanti) 2028-11-15 2028-11-29 2028-12-13");
}

static void
the_cadence_goes_on_across_a_year_of_53_weeks(void **state)
{
	(void)state;
	check_plan(plan_until("2020-10-07", "2021-01-13"), NULL,
	    "2020-10-07 2020-10-21 2020-11-04 2020-11-18 2020-12-02 2020-12-16 2020-12-30 2021-01-13");
}

static void
a_break_skips_its_dates_and_the_cadence_goes_on(void **state)
{
	(void)state;
	struct store *store = scratch();
	add_break(store, "2025-12-20", "2026-01-06", "Natale");
	check_plan(plan_until("2025-10-01", "2026-01-07"), store,
	    "2025-10-01 2025-10-15 2025-10-29 2025-11-12 2025-11-26 2025-12-10 2025-12-24 (Natale) 2026-01-07");
	store_close(store);
}

static void
both_ends_of_a_break_belong_to_it(void **state)
{
	(void)state;
	struct store *store = scratch();
	add_break(store, "2025-10-15", "2025-10-29", "pausa");
	check_plan(plan_count("2025-10-01", 2), store, "2025-10-01 2025-10-15 (pausa) 2025-10-29 (pausa) 2025-11-12");
	store_close(store);
}

static void
the_days_beside_a_break_do_not_belong_to_it(void **state)
{
	(void)state;
	struct store *store = scratch();
	add_break(store, "2025-10-02", "2025-10-14", "pausa");
	check_plan(plan_count("2025-10-01", 2), store, "2025-10-01 2025-10-15");
	store_close(store);
}

static void
after_a_break_the_cadence_is_kept_unless_something_else_is_asked(void **state)
{
	(void)state;
	struct store *store = scratch();
	add_break(store, "2025-11-10", "2025-11-16", "pausa");
	check_plan(plan_count("2025-10-01", 5), store, "2025-10-01 2025-10-15 2025-10-29 2025-11-12 (pausa) 2025-11-26 2025-12-10");
	store_close(store);
}

static void
resuming_in_the_first_week_begins_a_new_cadence_and_says_so(void **state)
{
	(void)state;
	struct store *store = scratch();
	struct plan plan = plan_count("2025-10-01", 5);
	plan.first_week = true;
	add_break(store, "2025-11-10", "2025-11-16", "pausa");
	check_plan(plan, store,
	    "2025-10-01 2025-10-15 2025-10-29 2025-11-12 (pausa) 2025-11-19 [new cadence after pausa] 2025-12-03");
	store_close(store);
}

static void
a_break_that_costs_no_date_leaves_the_cadence_as_it_is(void **state)
{
	(void)state;
	struct store *store = scratch();
	struct plan plan = plan_count("2025-10-01", 3);
	plan.first_week = true;
	add_break(store, "2025-10-02", "2025-10-14", "pausa");
	check_plan(plan, store, "2025-10-01 2025-10-15 2025-10-29");
	store_close(store);
}

static void
holidays_and_closures_begin_no_new_cadence(void **state)
{
	(void)state;
	struct store *store = scratch();
	struct plan plan = plan_until("2028-09-20", "2028-12-20");
	plan.first_week = true;
	add_closure(store, "2028-11-29", "riunione");
	check_plan(plan, store,
	    "2028-09-20 2028-10-04 (San Francesco d'Assisi) 2028-10-18 2028-11-01 (Ognissanti) 2028-11-15 2028-11-29 (riunione) 2028-12-13");
	store_close(store);
}

static void
a_new_cadence_that_begins_in_another_break_begins_after_that(void **state)
{
	(void)state;
	struct store *store = scratch();
	struct plan plan = plan_count("2025-10-01", 4);
	plan.first_week = true;
	add_break(store, "2025-10-13", "2025-10-19", "prima");
	add_break(store, "2025-10-20", "2025-11-02", "seconda");
	check_plan(plan, store,
	    "2025-10-01 2025-10-15 (prima) 2025-10-22 (seconda) 2025-11-05 [new cadence after seconda] 2025-11-19 2025-12-03");
	store_close(store);
}

static void
a_closure_skips_its_day_with_its_label(void **state)
{
	(void)state;
	struct store *store = scratch();
	add_closure(store, "2026-06-24", "San Giovanni");
	check_plan(plan_until("2026-06-10", "2026-07-08"), store, "2026-06-10 2026-06-24 (San Giovanni) 2026-07-08");
	store_close(store);
}

/* RULES 1.3: Holy Week and patron saints are no break unless somebody entered one. */
static void
what_nobody_entered_is_no_break(void **state)
{
	(void)state;
	check_plan(plan_count("2021-03-31", 1), NULL, "2021-03-31");
	check_plan(plan_count("2026-06-10", 3), NULL, "2026-06-10 2026-06-24 2026-07-08");
	check_plan(plan_count("2025-12-24", 2), NULL, "2025-12-24 2026-01-07");
}

static void
a_group_that_chose_sundays_meets_on_them(void **state)
{
	(void)state;
	check_plan(plan_until("2021-03-21", "2021-05-02"), NULL, "2021-03-21 2021-04-04 (Pasqua) 2021-04-18 2021-05-02");
}

static void
the_count_is_of_sessions_held_and_skipped_dates_have_no_number(void **state)
{
	(void)state;
	const struct calendar *calendar = calendar_of(plan_count("2028-09-20", 5), NULL);
	static const int64_t numbers[] = { 1, COUNT_NONE, 2, COUNT_NONE, 3, 4, 5 };
	assert_int_equal(calendar->count, ITEMS(numbers));
	for (size_t i = 0; i < ITEMS(numbers); i++) {
		bool skipped = numbers[i] == COUNT_NONE;
		assert_true(calendar->rows[i].row.number == numbers[i]);
		assert_string_equal(calendar->rows[i].row.status, skipped ? "skipped" : "planned");
	}
}

static void
a_plan_ends_with_a_session_and_not_with_what_is_skipped_after_it(void **state)
{
	(void)state;
	struct store *store = scratch();
	add_break(store, "2021-03-10", "2021-04-10", "pausa");
	check_plan(plan_count("2021-02-17", 2), store, "2021-02-17 2021-03-03");
	check_plan(plan_until("2021-02-17", "2021-03-31"), store, "2021-02-17 2021-03-03 2021-03-17 (pausa) 2021-03-31 (pausa)");
	store_close(store);
}

/* RULES 1.4: the last session must not get lost. */
static void
the_last_day_belongs_to_the_plan(void **state)
{
	(void)state;
	check_plan(plan_until("2021-06-09", "2021-06-23"), NULL, "2021-06-09 2021-06-23");
	check_plan(plan_until("2021-06-09", "2021-06-22"), NULL, "2021-06-09");
	check_plan(plan_until("2021-06-09", "2021-06-09"), NULL, "2021-06-09");
}

static void
a_year_ends_with_its_last_day(void **state)
{
	(void)state;
	struct plan plan = plan_from("2025-12-03");
	plan.year = 2025;
	check_plan(plan, NULL, "2025-12-03 2025-12-17 2025-12-31");
}

static void
a_row_has_start_and_end(void **state)
{
	(void)state;
	struct plan plan = plan_count("2021-02-18", 1);
	plan.at.minute = 18 * 60 + 15;
	plan.minutes = 100;
	const struct session_row *row = &calendar_of(plan, NULL)->rows[0].row;
	assert_int_equal(row->start.minute, 18 * 60 + 15);
	assert_int_equal(row->end.minute, 19 * 60 + 55);
	assert_null(row->note);
}

static void
a_suspension_of_one_edition_does_not_hold_for_another(void **state)
{
	(void)state;
	struct store *store = scratch();
	struct refusal why = { "" };
	struct edition edition;
	char reason[SKIP_TEXT];
	assert_true(edition_add(store, "9", &(struct edition_facts){ .number = 9, .year = 2020, .at = TIME_NONE }, &why));
	assert_true(edition_find(store, "9", &edition, &why));
	assert_true(suspension_add(store, edition.id, &(struct suspension){ "break", day("2021-03-10"), day("2021-04-10"), "pausa", false }, &why));
	struct skips *own = skips_load(store, edition.id), *other = skips_load(store, edition.id + 1);
	assert_true(skips_date(own, day("2021-03-17"), reason));
	assert_string_equal(reason, "pausa");
	assert_false(skips_date(other, day("2021-03-17"), reason));
	skips_free(own);
	skips_free(other);
	edition_release(&edition);
	store_close(store);
}

static void
a_skipped_date_is_explained_with_the_law_or_the_days(void **state)
{
	(void)state;
	struct store *store = scratch();
	char reason[SKIP_TEXT];
	add_break(store, "2025-12-20", "2026-01-06", "Natale");
	add_closure(store, "2026-06-24", "San Giovanni");
	struct skips *skips = skips_load(store, EDITION_ALL);
	assert_true(skips_explain(skips, day("2028-10-04"), reason));
	assert_string_equal(reason, "San Francesco d'Assisi (national holiday since 2026, L. 151/2025)");
	assert_true(skips_explain(skips, day("2025-12-24"), reason));
	assert_string_equal(reason, "Natale (break from 2025-12-20 to 2026-01-06)");
	assert_true(skips_explain(skips, day("2026-06-24"), reason));
	assert_non_null(strstr(reason, "San Giovanni"));
	assert_false(skips_explain(skips, day("2026-01-07"), reason));
	assert_string_equal(reason, "");
	skips_free(skips);
	store_close(store);
}

static void
a_date_in_a_break_is_told_its_last_day(void **state)
{
	(void)state;
	struct store *store = scratch();
	char reason[SKIP_TEXT];
	add_break(store, "2025-12-20", "2026-01-06", "vacanze");
	add_closure(store, "2026-06-24", "San Giovanni");
	struct skips *skips = skips_load(store, EDITION_ALL);
	assert_true(skips_date(skips, day("2025-12-24"), reason));
	assert_int_equal(skips_break(skips, day("2025-12-24"))->last.day, day("2026-01-06").day);
	assert_true(skips_date(skips, day("2025-12-25"), reason));
	assert_string_equal(reason, "Natale");
	assert_string_equal(skips_break(skips, day("2025-12-25"))->label, "vacanze");
	assert_true(skips_date(skips, day("2026-06-24"), reason));
	assert_null(skips_break(skips, day("2026-06-24")));
	assert_true(skips_date(skips, day("2028-10-04"), reason));
	assert_null(skips_break(skips, day("2028-10-04")));
	skips_free(skips);
	store_close(store);
}

static void
a_session_ends_on_the_day_it_begins(void **state)
{
	(void)state;
	struct refusal why = { "" };
	struct plan plan = plan_count("2021-02-17", 10);
	plan.minutes = 180;
	assert_true(plan_check(&plan, &why));
	plan.minutes = 181;
	assert_false(plan_check(&plan, &why));
	assert_non_null(strstr(why.text, "midnight"));
}

static void
a_plan_that_ends_before_it_begins_is_refused(void **state)
{
	(void)state;
	struct refusal why = { "" };
	struct plan plan = plan_until("2021-02-17", "2021-02-16");
	assert_false(plan_check(&plan, &why));
	assert_int_not_equal(strlen(why.text), 0);
	plan = plan_from("2021-02-17");
	plan.year = 2020;
	assert_false(plan_check(&plan, &why));
	assert_non_null(strstr(why.text, "2020"));
}

/* One line of rome-wed-2100-utc.tsv. */
struct moment_known {
	char start[24];
	long long begins, ends;
};

static long long
seconds_of(const char *moment)
{
	char stamp[CLOCK_STAMP];
	struct tm tm = { 0 };
	setenv("BALINT_TODAY", moment, 1);
	assert_non_null(strptime(clock_stamp(stamp), "%Y-%m-%dT%H:%M:%SZ", &tm));
	return timegm(&tm);
}

static void
check_moment(const struct session_row *row, const struct moment_known *known)
{
	char date[DATE_TEXT], start[TIME_TEXT], end[TIME_TEXT], begins[32], ends[32];
	date_write(row->date, date);
	snprintf(begins, sizeof begins, "%sT%s", date, time_write(row->start, start));
	snprintf(ends, sizeof ends, "%sT%s", date, time_write(row->end, end));
	assert_string_equal(begins, known->start);
	if (seconds_of(begins) != known->begins || seconds_of(ends) != known->ends)
		fail_msg("%s in Rome is %lld, expected %lld", begins, seconds_of(begins), known->begins);
}

/* RULES 1.1: 21:00 stays 21:00 while the clocks change ten times. */
static void
the_wednesdays_of_five_years_begin_at_2100_in_rome(void **state)
{
	(void)state;
	char line[256];
	struct plan plan = plan_until("2021-01-06", "2025-12-31");
	plan.every = 1;
	const struct calendar *calendar = calendar_of(plan, NULL);
	FILE *file = open_data("rome-wed-2100-utc.tsv");
	size_t rows = 0;
	assert_non_null(fgets(line, sizeof line, file)); /* the header */
	for (; fgets(line, sizeof line, file); rows++) {
		struct moment_known known;
		assert_int_equal(sscanf(line, "%23s %*s %lld %lld", known.start, &known.begins, &known.ends), 3);
		assert_in_range(rows, 0, calendar->count - 1);
		check_moment(&calendar->rows[rows].row, &known);
	}
	fclose(file);
	assert_int_equal(rows, 261);
	assert_int_equal(calendar->count, 261);
}

/* RULES 1.4: libical writes to standard error by itself. */
static void
planning_says_nothing_on_standard_error(void **state)
{
	(void)state;
	FILE *errors = tmpfile();
	assert_non_null(errors);
	int kept = dup(STDERR_FILENO);
	dup2(fileno(errors), STDERR_FILENO);
	calendar_of(plan_count("2021-02-17", 100), NULL);
	calendar_of(plan_until("2021-02-17", "2021-02-17"), NULL);
	dup2(kept, STDERR_FILENO);
	close(kept);
	off_t said = lseek(fileno(errors), 0, SEEK_END);
	fclose(errors);
	assert_int_equal(said, 0);
}

/* The same calendar by a second way: day after day, with holidays counted anew. */
struct model {
	struct date first[4], last[4]; /* breaks that do not overlap */
	int breaks;
	struct date closure;
};

static uint32_t seed;

static int
chance(int below)
{
	seed = seed * 1664525u + 1013904223u;
	return (int)((seed >> 8) % (uint32_t)below);
}

static struct date
easter_by_gauss(int year) /* 1900–2099 */
{
	int d = (19 * (year % 19) + 24) % 30, e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + 5) % 7;
	bool later = (d == 29 && e == 6) || (d == 28 && e == 6 && year % 19 > 10);
	return date_plus_days(date_of(year, 3, 22), d + e - (later ? 7 : 0));
}

/* By the laws in force since 2001. */
static bool
is_holiday(struct date date)
{
	static const int days[] = { 101, 106, 425, 501, 602, 815, 1101, 1208, 1225, 1226 }; /* month and day */
	struct civil civil = date_civil(date);
	int32_t after_easter = date.day - easter_by_gauss(civil.year).day;
	for (size_t i = 0; i < ITEMS(days); i++)
		if (civil.month * 100 + civil.day == days[i])
			return true;
	if (civil.year == 2011 && civil.month == 3 && civil.day == 17)
		return true;
	return after_easter == 0 || after_easter == 1 || (civil.month == 10 && civil.day == 4 && civil.year >= 2026);
}

/* The break that a day lies in, or -1. */
static int
break_at(const struct model *model, struct date date)
{
	for (int i = 0; i < model->breaks; i++)
		if (model->first[i].day <= date.day && date.day <= model->last[i].day)
			return i;
	return -1;
}

/* Compares the rows with what every single day from the first one on should be. */
static void
check_model(const struct plan *plan, const struct model *model, const struct calendar *calendar)
{
	struct date anchor = plan->from;
	size_t next = 0;
	for (struct date date = plan->from; next < calendar->count; date = date_plus_days(date, 1)) {
		if (date.day < anchor.day || (date.day - anchor.day) % (7 * plan->every) != 0)
			continue;
		const struct session_row *row = &calendar->rows[next++].row;
		int broken = break_at(model, date);
		bool skipped = broken >= 0 || is_holiday(date) || date.day == model->closure.day;
		if (row->date.day != date.day || (strcmp(row->status, "skipped") == 0) != skipped) {
			char expected[DATE_TEXT], got[DATE_TEXT];
			fail_msg("%s %s, expected %s %s", date_write(row->date, got), row->status, date_write(date, expected), skipped ? "skipped" : "planned");
		}
		if (broken < 0 || !plan->first_week)
			continue;
		if (is_holiday(date))
			return; /* whether the break or the holiday has cost this date, the rule leaves open */
		anchor = date_plus_days(model->last[broken], 1);
		while (date_weekday(anchor) != date_weekday(plan->from))
			anchor = date_plus_days(anchor, 1);
		if ((anchor.day - date.day) % (7 * plan->every) == 0)
			anchor = date; /* the new cadence is the old one, which goes on as it went */
	}
}

/* Up to four breaks of up to five weeks each, one after the other, and a closure outside them. */
static struct model
random_model(struct store *store, struct date from)
{
	struct model model = { .breaks = chance(5) };
	struct date date = from;
	for (int i = 0; i < model.breaks; i++) {
		model.first[i] = date_plus_days(date, chance(120));
		model.last[i] = date_plus_days(model.first[i], chance(35));
		date = date_plus_days(model.last[i], 1 + chance(10));
		suspend(store, "break", model.first[i], model.last[i], "pausa");
	}
	do
		model.closure = date_plus_days(from, 7 * chance(40));
	while (break_at(&model, model.closure) >= 0);
	suspend(store, "closure", model.closure, model.closure, "riunione");
	return model;
}

static void
forget_model(struct store *store, const struct model *model)
{
	struct refusal why = { "" };
	for (int i = 0; i < model->breaks; i++)
		assert_true(suspension_remove(store, EDITION_ALL, &(struct suspension){ "break", model->first[i], model->last[i], NULL, false }, &why));
	assert_true(suspension_remove(store, EDITION_ALL, &(struct suspension){ "closure", model->closure, model->closure, NULL, false }, &why));
}

static void
check_random(struct store *store, bool first_week)
{
	seed = 2021;
	for (int i = 0; i < 300; i++) {
		struct date from = date_plus_days(date_of(2001, 1, 1), chance(40 * 365));
		struct model model = random_model(store, from);
		struct plan plan = { .from = from, .until = DATE_NONE, .every = 1 + chance(6), .minutes = 90, .at = { EVENING } };
		plan.count = 1 + chance(30);
		plan.first_week = first_week;
		const struct calendar *calendar = calendar_of(plan, store);
		check_model(&plan, &model, calendar);
		int held = 0;
		for (size_t row = 0; row < calendar->count; row++)
			held += calendar->rows[row].row.number == held + 1;
		assert_int_equal(held, plan.count);
		assert_true(calendar->rows[calendar->count - 1].row.number == plan.count);
		forget_model(store, &model);
	}
}

static void
three_hundred_plans_agree_with_a_count_by_days(void **state)
{
	(void)state;
	struct store *store = scratch();
	check_random(store, false);
	store_close(store);
}

static void
three_hundred_plans_that_resume_in_the_first_week_agree_too(void **state)
{
	(void)state;
	struct store *store = scratch();
	check_random(store, true);
	store_close(store);
}

static void
a_plan_until_a_day_has_every_possible_date_up_to_it(void **state)
{
	(void)state;
	struct store *store = scratch();
	seed = 9;
	for (int i = 0; i < 300; i++) {
		struct date from = date_plus_days(date_of(2001, 1, 1), chance(40 * 365));
		struct model model = random_model(store, from);
		struct plan plan = { .from = from, .until = date_plus_days(from, chance(700)), .every = 1 + chance(6), .minutes = 90 };
		const struct calendar *calendar = calendar_of(plan, store);
		check_model(&plan, &model, calendar);
		assert_int_equal(calendar->count, (plan.until.day - from.day) / (7 * plan.every) + 1);
		forget_model(store, &model);
	}
	store_close(store);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ten_sessions_every_two_weeks_are_the_ninth_edition),
		cmocka_unit_test(a_national_holiday_is_skipped_and_the_cadence_goes_on),
		cmocka_unit_test(the_cadence_goes_on_across_a_year_of_53_weeks),
		cmocka_unit_test(a_break_skips_its_dates_and_the_cadence_goes_on),
		cmocka_unit_test(both_ends_of_a_break_belong_to_it),
		cmocka_unit_test(the_days_beside_a_break_do_not_belong_to_it),
		cmocka_unit_test(after_a_break_the_cadence_is_kept_unless_something_else_is_asked),
		cmocka_unit_test(resuming_in_the_first_week_begins_a_new_cadence_and_says_so),
		cmocka_unit_test(a_break_that_costs_no_date_leaves_the_cadence_as_it_is),
		cmocka_unit_test(holidays_and_closures_begin_no_new_cadence),
		cmocka_unit_test(a_new_cadence_that_begins_in_another_break_begins_after_that),
		cmocka_unit_test(a_closure_skips_its_day_with_its_label),
		cmocka_unit_test(what_nobody_entered_is_no_break),
		cmocka_unit_test(a_group_that_chose_sundays_meets_on_them),
		cmocka_unit_test(the_count_is_of_sessions_held_and_skipped_dates_have_no_number),
		cmocka_unit_test(a_plan_ends_with_a_session_and_not_with_what_is_skipped_after_it),
		cmocka_unit_test(the_last_day_belongs_to_the_plan),
		cmocka_unit_test(a_year_ends_with_its_last_day),
		cmocka_unit_test(a_row_has_start_and_end),
		cmocka_unit_test(a_suspension_of_one_edition_does_not_hold_for_another),
		cmocka_unit_test(a_skipped_date_is_explained_with_the_law_or_the_days),
		cmocka_unit_test(a_date_in_a_break_is_told_its_last_day),
		cmocka_unit_test(a_session_ends_on_the_day_it_begins),
		cmocka_unit_test(a_plan_that_ends_before_it_begins_is_refused),
		cmocka_unit_test(the_wednesdays_of_five_years_begin_at_2100_in_rome),
		cmocka_unit_test(planning_says_nothing_on_standard_error),
		cmocka_unit_test(three_hundred_plans_agree_with_a_count_by_days),
		cmocka_unit_test(three_hundred_plans_that_resume_in_the_first_week_agree_too),
		cmocka_unit_test(a_plan_until_a_day_has_every_possible_date_up_to_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
