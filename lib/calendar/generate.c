/* Writing a planned calendar into the store. */
#include "uuid.h"

#include <balint/clock.h>
#include <balint/query.h>
#include <balint/session.h>

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
	char first[DATE_TEXT], second[DATE_TEXT];
	const char *edition = generation->edition->code;
	if (!date_given(has))
		return refuse(generation->why, "edition %s has a calendar already, without a session on %s", edition, date_write(planned, second));
	if (!date_given(planned))
		return refuse(generation->why, "edition %s has a calendar already, with one more session on %s", edition, date_write(has, first));
	return refuse(generation->why, "edition %s has a calendar already: its session of %s would be on %s, or at another time", edition,
	    date_write(has, first), date_write(planned, second));
}

static bool
is_same(const struct query *there, const struct session_row *row)
{
	return query_date(there, 0).day == row->date.day && query_time(there, 1).minute == row->start.minute
	    && query_time(there, 2).minute == row->end.minute;
}

/* The date on which the edition holds a session that was generated for another one, or made up. */
static bool
date_is_taken(struct store *store, const struct edition *edition, struct date date)
{
	struct query query = store_query(store,
	    SQL("SELECT 1\n"
	        "  FROM session\n"
	        " WHERE edition = :edition AND date = :date"),
	    ARG("edition", edition->id), ARG("date", date));
	bool taken = query_next(&query);
	query_end(&query);
	return taken;
}

static void
insert(struct generation *generation, const struct session_row *row)
{
	char uid[UUID_TEXT], stamp[CLOCK_STAMP], text[DATE_TEXT];
	if (date_is_taken(generation->store, generation->edition, row->date)) {
		generation->good = refuse(generation->why, "there is a session on %s already", date_write(row->date, text));
		return;
	}
	store_run(generation->store,
	    SQL("INSERT INTO session (edition, date, start, finish, planned_on, every, note, uid, changed_at)\n"
	        "VALUES (:edition, :date, :start, :finish, :date, :every, :note, :uid, :stamp)"),
	    ARG("edition", generation->edition->id), ARG("date", row->date), ARG("start", row->start), ARG("finish", row->end),
	    ARG("every", generation->plan->every), ARG("note", row->note), ARG("uid", uuid_make(uid)), ARG("stamp", clock_stamp(stamp)));
}

static void
generate_one(void *context, const void *planned)
{
	struct generation *generation = context;
	const struct session_row *row = planned;
	if (row->number == COUNT_NONE || !generation->good)
		return;
	if (!generation->continues)
		insert(generation, row);
	else if (!query_next(&generation->there))
		generation->good = refuse_difference(generation, DATE_NONE, row->date);
	else if (!is_same(&generation->there, row))
		generation->good = refuse_difference(generation, query_date(&generation->there, 0), row->date);
}

static struct query
query_generated(struct store *store, const struct edition *edition)
{
	return store_query(store,
	    SQL("SELECT planned_on, start, finish\n"
	        "  FROM session\n"
	        " WHERE edition = :edition AND planned_on IS NOT NULL\n"
	        " ORDER BY planned_on"),
	    ARG("edition", edition->id));
}

bool
session_generate(struct store *store, const struct edition *edition, const struct plan *plan, struct refusal *why)
{
	struct query any = query_generated(store, edition);
	struct generation generation = { store, edition, plan, query_generated(store, edition), query_next(&any), true, why };
	query_end(&any);
	struct skips *skips = skips_load(store, edition->id);
	plan_each(plan, skips, generate_one, &generation);
	skips_free(skips);
	if (generation.good && generation.continues && query_next(&generation.there))
		generation.good = refuse_difference(&generation, query_date(&generation.there, 0), DATE_NONE);
	query_end(&generation.there);
	return generation.good;
}
