/*
 * The rule is that of enrolment_has_place, a place on the first day and on every day after it, but the days are counted once for the
 * whole file: each line then only looks at them.
 */
#include "member_room.h"

#include "enrolment_row.h"

#include <balint/clock.h>
#include <balint/query.h>

#define LAST_DAY date_of(9999, 12, 31)

/* Those who have left may be entered afterwards. */
static bool
check_open(struct member_reading *reading)
{
	struct refusal why;
	if (edition_check_open(reading->store, reading->edition, &why))
		return true;
	struct query query = store_query(reading->store,
	    SQL("SELECT line\n"
	        "  FROM temp.line\n"
	        " WHERE (enrolment IS NULL OR moved) AND status IN ('applicant', 'waiting', 'active') AND good AND twin IS NULL\n"
	        " ORDER BY id"));
	while (query_next(&query))
		member_fault(reading, (size_t)query_int(&query, 0), "status", why.text);
	return false;
}

/*
 * Makes the table temp.room: from each day on, to the next one, so many places are free; those who join by the file have none yet. Who
 * leaves on a day to come needs one until then.
 */
static void
count_room(struct member_reading *reading)
{
	store_run(reading->store,
	    SQL("CREATE TEMP TABLE span (line INTEGER, first TEXT NOT NULL, last TEXT NOT NULL, joins INTEGER NOT NULL) STRICT"));
	store_run(reading->store,
	    SQL("INSERT INTO temp.span\n"
	        "SELECT l.line, coalesce(l.joined, m.joined_on, ''), coalesce(l.\"left\", m.left_on, '9999-12-31'), coalesce(l.joins, 0)\n"
	        "  FROM enrolment AS m\n"
	        "  LEFT JOIN temp.line AS l ON l.enrolment = m.id AND l.moved AND l.good AND l.twin IS NULL\n"
	        " WHERE m.edition = :edition AND m.role = 'participant' AND coalesce(l.status, m.status) IN ('active', 'withdrawn', 'completed')\n"
	        "   AND (coalesce(l.joined, m.joined_on) IS NOT NULL OR coalesce(l.applied, m.applied_on) IS NULL)\n"
	        " UNION ALL\n"
	        "SELECT line, coalesce(joined, ''), coalesce(\"left\", '9999-12-31'), coalesce(\"left\", '9999-12-31') >= :today\n"
	        "  FROM temp.line\n"
	        " WHERE enrolment IS NULL AND role = 'participant' AND status IN ('active', 'withdrawn', 'completed') AND good AND twin IS NULL\n"
	        "   AND (joined IS NOT NULL OR applied IS NULL)"),
	    ARG("edition", reading->edition->id), ARG("today", clock_today()));
	store_run(reading->store, SQL("CREATE TEMP TABLE room (day TEXT NOT NULL PRIMARY KEY, free INTEGER NOT NULL) STRICT, WITHOUT ROWID"));
	store_run(reading->store,
	    SQL("INSERT INTO temp.room\n"
	        "SELECT day, :max - sum(sum(delta)) OVER (ORDER BY day)\n"
	        "  FROM (SELECT first AS day, iif(joins, 0, 1) AS delta FROM temp.span\n"
	        "         UNION ALL\n"
	        "        SELECT date(last, '+1 day'), iif(joins, 0, -1) FROM temp.span WHERE last < '9999-12-31'\n"
	        "         UNION ALL\n"
	        "        SELECT :first, 0)\n"
	        " GROUP BY day"),
	    ARG("max", reading->edition->max), ARG("first", date_given(reading->first) ? reading->first : LAST_DAY));
}

static void
refuse_line(struct member_reading *reading, int64_t line)
{
	struct refusal why;
	const struct edition *edition = reading->edition;
	struct query query = store_query(reading->store,
	    SQL("SELECT min(day)\n"
	        "  FROM temp.room\n"
	        " WHERE day > (SELECT max(day) FROM temp.room WHERE free < 1)"));
	query_next(&query);
	const char *free = query_text(&query, 0);
	if (free)
		refuse(&why, "edition %s has room for %d participants; a place is free from %s: write 'waiting', or that day as 'joined'", edition->code,
		    edition->max, free);
	else
		refuse(&why, "edition %s has room for %d participants; write 'waiting'", edition->code, edition->max);
	query_end(&query);
	member_fault(reading, (size_t)line, "status", why.text);
}

void
member_room_check(struct member_reading *reading)
{
	if (!check_open(reading))
		return;
	count_room(reading);
	struct date start = date_given(reading->first) ? reading->first : LAST_DAY;
	struct query query = store_query(reading->store, SQL("SELECT line, first, last FROM temp.span WHERE joins ORDER BY line"));
	while (query_next(&query)) {
		const char *first = query_text(&query, 1), *last = query_text(&query, 2);
		bool full = store_has(reading->store,
		    SQL("SELECT 1 FROM temp.room WHERE day BETWEEN coalesce(nullif(:first, ''), :start) AND :last AND free < 1"),
		    ARG("first", first), ARG("start", start), ARG("last", last));
		if (full)
			refuse_line(reading, query_int(&query, 0));
		else
			store_run(reading->store, SQL("UPDATE temp.room SET free = free - 1 WHERE day BETWEEN :first AND :last"), ARG("first", first),
			    ARG("last", last));
	}
}
