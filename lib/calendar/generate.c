/* Writing a planned calendar into the store. */
#include "planned.h"

#include <balint/query.h>
#include <balint/translation.h>

/* The sessions to be written, and what the edition has already. */
struct generation {
	struct store *store;
	const struct edition *edition;
	const struct plan *plan;
	struct query there; /* sessions that were generated before, by planned date */
	bool continues;     /* the edition has a calendar, which must be the same */
	bool good;
	struct refusal *why;
};

static bool
refuse_difference(struct generation *generation, struct date has, struct date planned)
{
	const char *cure = translated("'balint-calendar renew' continues it, 'move', 'cancel' and 'add' change it");
	char first[DATE_TEXT], second[DATE_TEXT];
	const char *edition = generation->edition->code;
	if (!date_given(has))
		return refuse(generation->why, "edition %s has a calendar already, without a session on %s; %s", edition, date_write(planned, second), cure);
	if (!date_given(planned))
		return refuse(generation->why, "edition %s has a calendar already, with one more session on %s; %s", edition, date_write(has, first), cure);
	return refuse(generation->why, "edition %s has a calendar already: its session of %s would be on %s; %s", edition, date_write(has, first),
	    date_write(planned, second), cure);
}

static bool
refuse_time(struct generation *generation, const struct session_row *row)
{
	char date[DATE_TEXT], start[TIME_TEXT], end[TIME_TEXT], other_start[TIME_TEXT], other_end[TIME_TEXT];
	const struct query *there = &generation->there;
	return refuse(generation->why, "edition %s has a calendar already: its session of %s is from %s to %s, not from %s to %s; to change one: balint-calendar set",
	    generation->edition->code, date_write(row->date, date), time_write(query_time(there, 1), start), time_write(query_time(there, 2), end),
	    time_write(row->start, other_start), time_write(row->end, other_end));
}

/* Whatever became of the session since, it was planned so. */
static bool
is_same_time(const struct query *there, const struct session_row *row)
{
	return query_time(there, 1).minute == row->start.minute && query_time(there, 2).minute == row->end.minute;
}

static void
generate_one(void *context, const void *planned)
{
	struct generation *generation = context;
	const struct session_row *row = planned;
	if (row->number == COUNT_NONE || !generation->good)
		return;
	if (!generation->continues)
		generation->good = planned_write(generation->store, generation->edition, generation->plan, row, generation->why);
	else if (!query_next(&generation->there))
		generation->good = refuse_difference(generation, DATE_NONE, row->date);
	else if (query_date(&generation->there, 0).day != row->date.day)
		generation->good = refuse_difference(generation, query_date(&generation->there, 0), row->date);
	else if (!is_same_time(&generation->there, row))
		generation->good = refuse_time(generation, row);
}

/* A plan of one solar year says nothing of the years after it, which renew may have brought. */
static struct query
query_generated(struct store *store, const struct edition *edition, const struct plan *plan)
{
	return store_query(store,
	    SQL("SELECT planned_on, planned_start, planned_finish\n"
	        "  FROM session\n"
	        " WHERE edition = :edition AND planned_on <= :last\n"
	        " ORDER BY planned_on"),
	    ARG("edition", edition->id), ARG("last", date_of(plan->year ? plan->year : 9999, 12, 31)));
}

static bool
has_calendar(struct store *store, const struct edition *edition)
{
	return store_has(store,
	    SQL("SELECT 1\n"
	        "  FROM session\n"
	        " WHERE edition = :edition AND planned_on IS NOT NULL"),
	    ARG("edition", edition->id));
}

bool
session_generate(struct store *store, const struct edition *edition, const struct plan *plan, struct refusal *why)
{
	struct generation generation = { store, edition, plan, query_generated(store, edition, plan), has_calendar(store, edition), true, why };
	struct skips *skips = skips_load(store, edition->id);
	generation.good = plan_fits(plan, skips, why);
	if (generation.good)
		plan_each(plan, skips, generate_one, &generation);
	skips_free(skips);
	if (generation.good && generation.continues && query_next(&generation.there))
		generation.good = refuse_difference(&generation, query_date(&generation.there, 0), DATE_NONE);
	query_end(&generation.there);
	return generation.good;
}
