#include <balint/clock.h>
#include <balint/query.h>
#include <balint/session.h>


bool
session_fits(struct daytime at, int minutes, struct refusal *why)
{
	return at.minute + minutes <= 24 * 60
	    || refuse(why, "a session of %d minutes from %02d:%02d on would end after midnight", minutes, at.minute / 60, at.minute % 60);
}

static struct query
query_session(struct store *store, const struct edition *edition, struct date date)
{
	return store_query(store,
	    SQL("SELECT id, start, finish, status\n"
	        "  FROM session\n"
	        " WHERE edition = :edition AND date = :date"),
	    ARG("edition", edition->id), ARG("date", date));
}

bool
session_find(struct store *store, const struct edition *edition, struct date date, struct session *session, struct refusal *why)
{
	char text[DATE_TEXT], near[DATE_TEXT];
	struct query query = query_session(store, edition, date);
	if (query_next(&query)) {
		*session = (struct session){ query_int(&query, 0), query_time(&query, 1), query_time(&query, 2),
			query_is(&query, 3, "cancelled") };
		query_end(&query);
		return true;
	}
	query = store_query(store,
	    SQL("SELECT date\n"
	        "  FROM session\n"
	        " WHERE edition = :edition\n"
	        " ORDER BY abs(julianday(date) - julianday(:date))\n"
	        " LIMIT 1"),
	    ARG("edition", edition->id), ARG("date", date));
	struct date nearest = query_next(&query) ? query_date(&query, 0) : DATE_NONE;
	query_end(&query);
	date_write(date, text);
	if (!date_given(nearest))
		return refuse(why, "edition %s has no sessions yet; make them with 'balint-calendar generate -e %s'", edition->code, edition->code);
	return refuse(why, "edition %s has no session on %s; the nearest is on %s", edition->code, text, date_write(nearest, near));
}

bool
session_span(struct store *store, const struct edition *edition, struct date_range *span)
{
	*span = (struct date_range){ DATE_NONE, DATE_NONE };
	struct query query = store_query(store,
	    SQL("SELECT min(date), max(date)\n"
	        "  FROM session\n"
	        " WHERE edition = :edition"),
	    ARG("edition", edition->id));
	if (query_next(&query))
		*span = (struct date_range){ query_date(&query, 0), query_date(&query, 1) };
	query_end(&query);
	return date_given(span->first);
}

struct date
session_last_planned(struct store *store, const struct edition *edition, struct date until, int *every)
{
	struct date last = DATE_NONE;
	struct query query = store_query(store,
	    SQL("SELECT planned_on, every\n"
	        "  FROM session\n"
	        " WHERE edition = :edition AND every BETWEEN 1 AND 52 AND planned_on <= coalesce(:until, '9999-12-31')\n"
	        " ORDER BY planned_on DESC\n"
	        " LIMIT 1"),
	    ARG("edition", edition->id), ARG("until", until));
	if (query_next(&query)) {
		last = query_date(&query, 0);
		*every = (int)query_int(&query, 1);
	}
	query_end(&query);
	return last;
}

const char *
session_standing(bool cancelled, struct date date, struct daytime start)
{
	return cancelled ? "cancelled" : clock_reached(date, start) ? "held" : "scheduled";
}

const char *
session_status(struct store *store, const struct edition *edition, struct date date)
{
	const char *status = NULL;
	struct query query = query_session(store, edition, date);
	if (query_next(&query))
		status = session_standing(query_is(&query, 3, "cancelled"), date, query_time(&query, 1));
	query_end(&query);
	return status;
}
