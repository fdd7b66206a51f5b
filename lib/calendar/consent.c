/* What people answer to a change, and who is asked. */
#include <balint/change.h>
#include <balint/clock.h>
#include <balint/enrolment.h>
#include <balint/query.h>

#include <stdlib.h>
#include <string.h>

static bool
is_asked(struct store *store, int64_t change, const struct person *person)
{
	return store_has(store,
	    SQL("SELECT 1\n"
	        "  FROM change_asked\n"
	        " WHERE change = :change AND person = :person"),
	    ARG("change", change), ARG("person", person->id));
}

static bool
has_begun(struct store *store, int64_t change)
{
	struct moment now = clock_now();
	return store_has(store,
	    SQL("SELECT 1\n"
	        "  FROM change AS c\n"
	        "  JOIN session AS s ON s.id = c.session\n"
	        " WHERE c.id = :change AND (s.date < :today OR (s.date = :today AND s.start <= :now))"),
	    ARG("change", change), ARG("today", now.date), ARG("now", now.time));
}

bool
change_answer(struct store *store, int64_t change, const char *handle, bool yes, struct refusal *why)
{
	struct person person;
	char stamp[CLOCK_STAMP];
	if (has_begun(store, change))
		return refuse(why, "the session has begun: it is too late to move it; to end the question: balint-calendar retract");
	if (!person_find(store, handle, &person, why))
		return false;
	if (!is_asked(store, change, &person))
		return refuse(why, "'%s' is not asked: only participants who are members on that day are (with 'balint-group set consent=everyone', conductors too)", handle);
	store_run(store,
	    SQL("INSERT INTO consent (change, person, answer, answered_at)\n"
	        "VALUES (:change, :person, :answer, :stamp)\n"
	        "ON CONFLICT (change, person) DO UPDATE SET answer = excluded.answer, answered_at = excluded.answered_at\n"
	        " WHERE answer <> excluded.answer"),
	    ARG("change", change), ARG("person", person.id), ARG("answer", yes ? "yes" : "no"), ARG("stamp", clock_stamp(stamp)));
	return true;
}

void
change_follow_members(struct store *store, int64_t edition, void (*warn)(void *context, const char *what), void *context)
{
	struct refusal why;
	int64_t last = 0, change;
	do {
		change = store_number(store,
		    SQL("SELECT c.id\n"
		        "  FROM change AS c\n"
		        "  JOIN session AS s ON s.id = c.session\n"
		        " WHERE c.status = 'open' AND (:edition = 0 OR s.edition = :edition) AND c.id > :last\n"
		        " ORDER BY c.id\n"
		        " LIMIT 1"),
		    ARG("edition", edition), ARG("last", last));
		if (change && !change_settle(store, change, &why))
			warn(context, why.text);
		last = change;
	} while (change);
}

void
change_lapse_all(struct store *store, int64_t edition)
{
	struct query query = store_query(store,
	    SQL("SELECT c.id\n"
	        "  FROM change AS c\n"
	        "  JOIN session AS s ON s.id = c.session\n"
	        " WHERE c.status = 'open' AND s.edition = :edition\n"
	        " ORDER BY c.id"),
	    ARG("edition", edition));
	while (query_next(&query))
		change_retract(store, query_int(&query, 0));
}

bool
change_answered(struct store *store, const struct edition *edition, struct date date, bool yes, int64_t *change)
{
	*change = store_number(store,
	    SQL("SELECT c.id\n"
	        "  FROM change AS c\n"
	        "  JOIN session AS s ON s.id = c.session\n"
	        " WHERE s.edition = :edition AND c.from_date = :date AND c.status = :status\n"
	        " ORDER BY c.id DESC"),
	    ARG("edition", edition->id), ARG("date", date), ARG("status", yes ? "made" : "refused"));
	return *change != 0;
}

bool
change_has_answer(struct store *store, int64_t change, const char *handle, bool yes)
{
	return store_has(store,
	    SQL("SELECT 1\n"
	        "  FROM consent AS a\n"
	        "  JOIN person AS p ON p.id = a.person\n"
	        " WHERE a.change = :change AND p.handle = :handle AND a.answer = :answer"),
	    ARG("change", change), ARG("handle", handle), ARG("answer", yes ? "yes" : "no"));
}

static const struct column columns[] = {
	DATE_COLUMN(struct change_row, date),
	DATE_COLUMN(struct change_row, to),
	TEXT_COLUMN(struct change_row, reason),
	TEXT_COLUMN(struct change_row, status),
	TEXT_COLUMN(struct change_row, missing),
	TIME_COLUMN(struct change_row, at),
};
const struct listing change_listing = LISTING(columns);

#define CHANGE_COLUMNS "SELECT date, \"to\", reason, status, missing, at\n  FROM changes\n"

void
change_list(struct store *store, const struct edition *edition, const char *status, row_taker *take, void *context)
{
	struct change_row row;
	struct query query = store_query(store,
	    SQL(CHANGE_COLUMNS
	        " WHERE edition = :edition AND (:status IS NULL OR status = :status)\n"
	        " ORDER BY id"),
	    ARG("edition", edition->code), ARG("status", status));
	query_each(&query, &change_listing, &row, take, context);
}

void
change_show(struct store *store, int64_t change, row_taker *take, void *context)
{
	struct change_row row;
	struct query query = store_query(store, SQL(CHANGE_COLUMNS " WHERE id = :change"), ARG("change", change));
	query_each(&query, &change_listing, &row, take, context);
}
