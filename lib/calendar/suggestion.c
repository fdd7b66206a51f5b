#include <balint/fatal.h>
#include <balint/suggestion.h>

#include <stdlib.h>

static const struct column columns[] = {
	DATE_COLUMN(struct suggestion_row, from),
	COUNT_COLUMN(struct suggestion_row, lost),
	DATE_COLUMN(struct suggestion_row, last),
	WEEKDAY_COLUMN(struct suggestion_row, from),
};
const struct listing suggestion_listing = LISTING(columns);

struct search {
	const struct wish *wish;
	struct date *held; /* the dates of one cadence that are not skipped */
	struct suggestion_row *found;
	size_t count;
	int most;          /* sessions of the longest calendar */
	struct date start; /* where that begins */
};

/* The days from `date` on, every `step` of them, that can have a session. How many. */
static int
collect(struct search *search, const struct skips *skips, struct date date, int step)
{
	char reason[SKIP_TEXT];
	int count = 0;
	for (; date.day <= search->wish->between.last.day; date = date_plus_days(date, step))
		if (!skips_date(skips, date, reason))
			search->held[count++] = date;
	return count;
}

/* All first dates on one cadence: the sessions of each are neighbours among the dates held. */
static void
search_cadence(struct search *search, int held, int step)
{
	const int count = search->wish->count;
	if (held > search->most) {
		search->most = held;
		search->start = search->held[0];
	}
	for (int i = 0; i + count <= held; i++) {
		struct date from = search->held[i], last = search->held[i + count - 1];
		int dates = (last.day - from.day) / step + 1;
		search->found[search->count++] = (struct suggestion_row){ from, dates - count, last };
	}
}

static int
compare(const void *a, const void *b)
{
	const struct suggestion_row *first = a, *second = b;
	if (first->lost != second->lost)
		return first->lost < second->lost ? -1 : 1;
	return first->from.day < second->from.day ? -1 : 1;
}

static bool
refuse_none(const struct search *search, struct refusal *why)
{
	const struct wish *wish = search->wish;
	char first[DATE_TEXT], last[DATE_TEXT], start[DATE_TEXT];
	date_write(wish->between.first, first);
	date_write(wish->between.last, last);
	if (!search->most)
		return refuse(why, "no session fits from %s to %s: there is no such day that is not skipped", first, last);
	return refuse(why, "%d sessions, one every %d week%s, do not fit from %s to %s; at most %d do, from %s on", wish->count, wish->every,
	    wish->every == 1 ? "" : "s", first, last, search->most, date_write(search->start, start));
}

bool
suggestion_list(const struct wish *wish, const struct skips *skips, row_taker *take, void *context, struct refusal *why)
{
	const size_t days = (size_t)(wish->between.last.day - wish->between.first.day) + 1;
	const int step = 7 * wish->every;
	struct search search = { .wish = wish };
	search.held = memory((days / (size_t)step + 1) * sizeof *search.held);
	search.found = memory(days * sizeof *search.found);
	for (int i = 0; i < step && i < (int)days; i++) {
		struct date first = date_plus_days(wish->between.first, i);
		if (weekdays_have(wish->days, first))
			search_cadence(&search, collect(&search, skips, first, step), step);
	}
	qsort(search.found, search.count, sizeof *search.found, compare);
	size_t shown = wish->limit && (size_t)wish->limit < search.count ? (size_t)wish->limit : search.count;
	for (size_t i = 0; i < shown; i++)
		take(context, &search.found[i]);
	free(search.held);
	free(search.found);
	return search.count > 0 || refuse_none(&search, why);
}
