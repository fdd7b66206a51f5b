/* Listing sessions, with the dates that were skipped between them. */
#include "gap.h"

#include <balint/date_words.h>
#include <balint/query.h>
#include <balint/session.h>
#include <balint/text.h>

#include <stdio.h>
#include <string.h>

enum { NOTE_TEXT = 4 * TEXT_MOST + DISTANCE_TEXT + 64 };

#define ROW struct session_row
static const struct column columns[] = {
	COUNT_COLUMN(ROW, number),
	DATE_COLUMN(ROW, date),
	WEEKDAY_COLUMN(ROW, date),
	TIME_COLUMN(ROW, start),
	TIME_DETAIL(ROW, end),
	TEXT_COLUMN(ROW, status),
	TEXT_COLUMN(ROW, note),
};

static enum shade
session_shade(const void *context)
{
	const struct session_row *row = context;
	const char *status = row->status ? row->status : "";
	if (strcmp(status, "cancelled") == 0)
		return SHADE_RED;
	if (row->today)
		return SHADE_BOLD;
	return strcmp(status, "held") == 0 || strcmp(status, "skipped") == 0 ? SHADE_DIM : SHADE_NONE;
}

const struct listing session_listing = SHADED_LISTING(columns, session_shade);

struct lister {
	const struct session_filter *filter;
	row_taker *take;
	void *context;
	int taken;
	struct moment now;
	struct date last; /* the date of the row before */
	bool marked;      /* today has its row */
};

/* Between what was and what comes. */
static void
mark_today(struct lister *lister, const struct session_row *next)
{
	const struct session_filter *filter = lister->filter;
	struct date today = lister->now.date;
	bool between = date_given(lister->last) && lister->last.day < today.day && today.day < next->date.day;
	if (!filter->language || filter->status || filter->coming || !between || lister->marked)
		return;
	lister->marked = true;
	lister->take(lister->context, &(struct session_row){ .number = COUNT_NONE, .date = today, .start = TIME_NONE, .end = TIME_NONE,
	                                  .note = date_word(WORD_TODAY, filter->language), .today = true });
}

/* With what people like to be told besides. */
static const char *
note_for_people(const struct lister *lister, const struct session_row *row, char text[NOTE_TEXT])
{
	const char *language = lister->filter->language;
	char distance[DISTANCE_TEXT];
	bool noted = row->note && *row->note;
	if (!row->today && !lister->filter->coming)
		return row->note;
	const char *when = lister->filter->coming ? date_distance((struct moment){ row->date, row->start }, lister->now, language, distance)
	                                          : date_word(WORD_TODAY, language);
	snprintf(text, NOTE_TEXT, "%s%s%s", when, noted ? "; " : "", noted ? row->note : "");
	return text;
}

static void
take_row(struct lister *lister, const struct session_row *row)
{
	const struct session_filter *filter = lister->filter;
	if ((date_given(filter->from) && row->date.day < filter->from.day) || (date_given(filter->until) && row->date.day > filter->until.day)
	    || (filter->year && date_civil(row->date).year != filter->year) || (filter->status && strcmp(row->status, filter->status) != 0)
	    || (filter->count && lister->taken == filter->count))
		return;
	char note[NOTE_TEXT];
	struct session_row shown = *row;
	shown.today = row->date.day == lister->now.date.day;
	if (filter->language)
		shown.note = note_for_people(lister, &shown, note);
	mark_today(lister, row);
	lister->last = row->date;
	lister->taken++;
	lister->take(lister->context, &shown);
}

/* The skipped dates before that day; one on which a session is held all the same is none. */
static void
take_skipped(struct lister *lister, struct gaps *gaps, struct date before)
{
	for (; date_given(gaps->date) && gaps->date.day < before.day; gaps_next(gaps))
		take_row(lister, &(struct session_row){ .number = COUNT_NONE, .date = gaps->date, .start = gaps->start, .end = gaps->finish,
		                      .status = "skipped", .note = gaps->reason });
	if (date_given(gaps->date) && gaps->date.day == before.day)
		gaps_next(gaps);
}

static bool
is_over(const struct session_row *row)
{
	return clock_reached(row->date, row->end) || strcmp(row->status, "cancelled") == 0;
}

void
session_list(struct store *store, const struct edition *edition, const struct session_filter *filter, row_taker *take, void *context)
{
	struct lister lister = { .filter = filter, .take = take, .context = context, .now = clock_now(), .last = DATE_NONE };
	struct gaps gaps = { .date = DATE_NONE };
	struct query query = store_query(store,
	    SQL("SELECT row_number() OVER (ORDER BY date), date, start, finish, status,\n"
	        "       CASE WHEN status = 'scheduled' AND date <> planned_on THEN 'moved from ' || planned_on || coalesce(': ' || note, '')\n"
	        "            ELSE note END\n"
	        "  FROM session\n"
	        " WHERE edition = :edition\n"
	        " ORDER BY date"),
	    ARG("edition", edition->id));
	if (filter->skipped || (filter->status && strcmp(filter->status, "skipped") == 0)) {
		gaps = gaps_open(store, edition);
		gaps_next(&gaps);
	}
	while (query_next(&query)) {
		struct session_row row = {
			.number = query_int(&query, 0),
			.date = query_date(&query, 1),
			.start = query_time(&query, 2),
			.end = query_time(&query, 3),
			.note = query_text(&query, 5),
		};
		row.status = session_standing(query_is(&query, 4, "cancelled"), row.date, row.start);
		take_skipped(&lister, &gaps, row.date);
		if (!filter->coming || !is_over(&row))
			take_row(&lister, &row);
	}
	take_skipped(&lister, &gaps, (struct date){ INT32_MAX });
	gaps_release(&gaps);
}
