/* When the sessions of a leaflet are: those of the solar years that are not over, or of its last year. */
#include "brochure_parts.h"

#include <balint/clock.h>
#include <balint/date_words.h>
#include <balint/fatal.h>
#include <balint/query.h>
#include <balint/session.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What most sessions have in common. */
struct custom {
	int weekday; /* 1 is Monday; 0: they have none in common */
	struct daytime start, finish;
	int every; /* weeks; 0: they have none in common */
};

struct calendar {
	const struct leaflet *leaflet;
	struct date from; /* the first day of the first year */
	struct custom custom;
	struct tree *months, *exceptions;
	struct date last; /* the last session so far */
	int count;
};

static struct date
first_day(const struct leaflet *leaflet)
{
	int year = date_civil(clock_today()).year;
	int last = (int)store_number(leaflet->store,
	    SQL("SELECT CAST(substr(max(date), 1, 4) AS INTEGER) FROM session WHERE edition = :edition AND status = 'scheduled'"),
	    ARG("edition", leaflet->edition->id));
	return date_of(last && last < year ? last : year, 1, 1);
}

/* What at least half of the sessions have; without sessions, the edition's. */
static struct custom
find_custom(const struct calendar *calendar)
{
	const struct edition *edition = calendar->leaflet->edition;
	struct custom custom = { .start = edition->at, .finish = { edition->at.minute + edition->minutes }, .every = edition->every };
	struct query query = store_query(calendar->leaflet->store,
	    SQL("WITH held AS (SELECT date, start, finish, every, (strftime('%w', date) + 6) % 7 + 1 AS weekday, count(*) OVER () AS count\n"
	        "                FROM session\n"
	        "               WHERE edition = :edition AND status = 'scheduled' AND date >= :from)\n"
	        "SELECT (SELECT weekday FROM held GROUP BY weekday HAVING 2 * count(*) >= max(count) ORDER BY count(*) DESC, weekday LIMIT 1), u.start, u.finish,\n"
	        "       (SELECT CASE count(DISTINCT every) WHEN 0 THEN :every WHEN 1 THEN max(every) END FROM held)\n"
	        "  FROM (SELECT start, finish FROM held GROUP BY start, finish ORDER BY count(*) DESC, start LIMIT 1) AS u"),
	    ARG("edition", edition->id), ARG("from", calendar->from), ARG("every", edition->every));
	if (!query_next(&query))
		return custom;
	int64_t weekday = query_int(&query, 0), every = query_int(&query, 3);
	custom.weekday = weekday == COUNT_NONE ? 0 : (int)weekday;
	custom.start = query_time(&query, 1);
	custom.finish = query_time(&query, 2);
	custom.every = every == COUNT_NONE ? 0 : (int)every;
	query_end(&query);
	return custom;
}

static void
add_time(struct tree *tree, const char *name, struct daytime time)
{
	char text[TIME_TEXT];
	tree_text(tree, name, time_write(time, text));
}

static void
add_custom(const struct calendar *calendar, struct tree *root)
{
	const struct custom *custom = &calendar->custom;
	const char *language = calendar->leaflet->language;
	if (custom->weekday)
		tree_text(root, "weekday", date_weekday_long((struct date){ custom->weekday + 3 }, language)); /* day 4 was a Monday */
	add_time(root, "start", custom->start);
	add_time(root, "end", custom->finish);
	tree_truth(root, "weekly", custom->every == 1);
	tree_truth(root, "fortnightly", custom->every == 2);
	if (custom->every > 2)
		tree_count(root, "weeks", custom->every);
}

/* The month of a date, begun if it is a new one; the first of each year bears it. */
static struct tree *
month_for(struct calendar *calendar, struct date date)
{
	struct month month = month_of(date);
	if (date_given(calendar->last) && month_of(calendar->last).month == month.month)
		return calendar->months->last;
	if (calendar->months->last)
		tree_truth(calendar->months->last, "next", true);
	struct tree *object = tree_object(calendar->months, NULL);
	tree_text(object, "month", month_name(month, calendar->leaflet->language));
	if (!date_given(calendar->last) || month_year(month_of(calendar->last)) != month_year(month))
		tree_count(object, "year", month_year(month));
	else
		tree_text(object, "year", NULL);
	tree_list(object, "days");
	return object;
}

/* A session on another weekday, at another time or place than is usual. */
static void
add_exception(const struct calendar *calendar, const struct query *query, struct date date)
{
	const struct custom *custom = &calendar->custom;
	const char *place = query_text(query, 3);
	struct daytime start = query_time(query, 1), finish = query_time(query, 2);
	bool retimed = start.minute != custom->start.minute || finish.minute != custom->finish.minute;
	char words[DATE_WORDS];
	if (!(custom->weekday && date_weekday(date) != custom->weekday) && !retimed && !place)
		return;
	if (calendar->exceptions->last)
		tree_truth(calendar->exceptions->last, "more", true);
	struct tree *exception = tree_object(calendar->exceptions, NULL);
	tree_text(exception, "day", day_in_words(date, calendar->leaflet->language, words));
	tree_truth(exception, "retimed", retimed);
	add_time(exception, "start", start);
	add_time(exception, "end", finish);
	tree_text(exception, "place", place);
}

static void
add_session(struct calendar *calendar, const struct query *query)
{
	struct date date = query_date(query, 0);
	char iso[DATE_TEXT], words[DATE_WORDS];
	struct tree *month = month_for(calendar, date), *days = month->last;
	if (days->last)
		tree_truth(days->last, "more", true);
	struct tree *day = tree_object(days, NULL);
	day_of_month(date, calendar->leaflet->language, words);
	words[strcspn(words, " ")] = '\0';
	tree_text(day, "day", words);
	tree_text(day, "iso", date_write(date, iso));
	add_exception(calendar, query, date);
	calendar->last = date;
	calendar->count++;
}

static void
add_sessions(struct calendar *calendar, struct tree *root)
{
	calendar->months = tree_list(root, "months");
	calendar->exceptions = tree_list(root, "exceptions");
	struct query query = store_query(calendar->leaflet->store,
	    SQL("SELECT s.date, s.start, s.finish, nullif(s.venue, e.venue)\n"
	        "  FROM session AS s\n"
	        "  JOIN edition AS e ON e.id = s.edition\n"
	        " WHERE s.edition = :edition AND s.status = 'scheduled' AND s.date >= :from\n"
	        " ORDER BY s.date"),
	    ARG("edition", calendar->leaflet->edition->id), ARG("from", calendar->from));
	while (query_next(&query))
		add_session(calendar, &query);
	tree_count(root, "count", calendar->count);
	tree_truth(root, "single", calendar->count == 1);
	tree_truth(root, "scheduled", calendar->count > 0);
	tree_truth(root, "excepted", calendar->exceptions->first != NULL);
}

struct skipping {
	const struct leaflet *leaflet;
	const struct skips *skips;
	struct tree *list;
};

/* Dates that a break takes are not told one by one. */
static void
add_skipped(void *context, const void *taken)
{
	struct skipping *skipping = context;
	const struct session_row *row = taken;
	char words[DATE_WORDS];
	if (row->number != COUNT_NONE || skips_break(skipping->skips, row->date))
		return;
	if (skipping->list->last)
		tree_truth(skipping->list->last, "more", true);
	struct tree *skipped = tree_object(skipping->list, NULL);
	tree_text(skipped, "day", day_in_words(row->date, skipping->leaflet->language, words));
	tree_text(skipped, "reason", row->note);
}

static void
add_skips(const struct calendar *calendar, struct tree *root)
{
	const struct leaflet *leaflet = calendar->leaflet;
	struct skips *skips = skips_load(leaflet->store, leaflet->edition->id);
	struct skipping skipping = { leaflet, skips, tree_list(root, "skipped") };
	const struct session_filter filter = { .from = calendar->from, .until = DATE_NONE, .skipped = true };
	session_list(leaflet->store, leaflet->edition, &filter, add_skipped, &skipping);
	tree_truth(root, "skips", skipping.list->first != NULL);
	skips_free(skips);
}

/* Breaks and closures, its own and those of all editions. */
static void
add_suspensions(const struct calendar *calendar, struct tree *root)
{
	char words[DATE_WORDS];
	struct tree *suspensions = tree_list(root, "suspensions");
	struct query query = store_query(calendar->leaflet->store,
	    SQL("SELECT first_on, last_on, label\n"
	        "  FROM suspension\n"
	        " WHERE (edition IS NULL OR edition = :edition) AND last_on >= :from\n"
	        " ORDER BY first_on, last_on DESC, id"),
	    ARG("edition", calendar->leaflet->edition->id), ARG("from", calendar->from));
	while (query_next(&query)) {
		const struct date_range range = { query_date(&query, 0), query_date(&query, 1) };
		struct tree *suspension = tree_object(suspensions, NULL);
		range_in_words(range, calendar->leaflet->language, words);
		bool dated = date_civil(range.first).year != date_civil(range.last).year;
		char *days = dated ? memory_text(words) : memory_format("%s %d", words, date_civil(range.last).year);
		tree_text(suspension, "days", days);
		tree_text(suspension, "label", query_text(&query, 2));
		free(days);
	}
	tree_pad(suspensions, "days", 0, false);
	tree_truth(root, "suspended", suspensions->first != NULL);
}

void
leaflet_calendar(const struct leaflet *leaflet)
{
	struct tree *root = leaflet->root;
	struct calendar calendar = { .leaflet = leaflet, .from = first_day(leaflet), .last = DATE_NONE };
	calendar.custom = find_custom(&calendar);
	tree_text(root, "venue", leaflet->edition->venue);
	tree_truth(root, "online", leaflet->edition->online != NULL);
	add_custom(&calendar, root);
	add_sessions(&calendar, root);
	add_skips(&calendar, root);
	add_suspensions(&calendar, root);
}
