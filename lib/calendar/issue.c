#include <balint/clock.h>
#include <balint/issue.h>
#include <balint/query.h>

static const struct column columns[] = {
	DATE_COLUMN(struct issue_row, issued),
	COUNT_COLUMN(struct issue_row, sessions),
	DATE_COLUMN(struct issue_row, first),
	DATE_COLUMN(struct issue_row, last),
};
const struct listing issue_listing = LISTING(columns);

#define ROW struct difference_row
static const struct column difference_columns[] = {
	TEXT_COLUMN(ROW, change),
	DATE_COLUMN(ROW, date),
	DATE_COLUMN(ROW, to),
	TIME_COLUMN(ROW, start),
	TIME_DETAIL(ROW, end),
	TEXT_DETAIL(ROW, venue),
	TEXT_COLUMN(ROW, reason),
};
const struct listing difference_listing = LISTING(difference_columns);

/* The newest issue of the edition until that day; 0 if there is none. */
static int64_t
newest(struct store *store, const struct edition *edition, struct date until)
{
	return store_number(store,
	    SQL("SELECT max(id)\n"
	        "  FROM issue\n"
	        " WHERE edition = :edition AND (:until IS NULL OR issued_on <= :until)"),
	    ARG("edition", edition->id), ARG("until", until));
}

/* Each session now beside what the issue says of it; what is alike is left out. */
static struct query
query_differences(struct store *store, const struct edition *edition, int64_t issue)
{
	return store_query(store,
	    SQL("SELECT CASE WHEN i.session IS NULL THEN 'added'\n"
	        "            WHEN s.status <> i.status THEN iif(s.status = 'cancelled', 'cancelled', 'restored')\n"
	        "            WHEN s.date <> i.date THEN 'moved'\n"
	        "            ELSE 'changed' END AS change,\n"
	        "       i.date, iif(s.date IS i.date, NULL, s.date) AS \"to\", s.start, s.finish AS \"end\", coalesce(s.venue, e.venue) AS venue,\n"
	        "       s.note AS reason, s.id\n"
	        "  FROM session AS s\n"
	        "  JOIN edition AS e ON e.id = s.edition\n"
	        "  LEFT JOIN issued_session AS i ON i.issue = :issue AND i.session = s.id\n"
	        " WHERE s.edition = :edition\n"
	        "   AND iif(i.session IS NULL, s.status = 'scheduled',\n"
	        "           s.status <> i.status OR s.date <> i.date OR s.start <> i.start OR s.finish <> i.finish\n"
	        "           OR coalesce(s.venue, e.venue) IS NOT i.venue OR coalesce(s.online, e.online) IS NOT i.online)\n"
	        " ORDER BY coalesce(i.date, s.date), s.date, s.id"),
	    ARG("edition", edition->id), ARG("issue", issue));
}

static bool
is_as_issued(struct store *store, const struct edition *edition, int64_t issue)
{
	struct query query = query_differences(store, edition, issue);
	bool differs = query_next(&query);
	query_end(&query);
	return !differs;
}

static bool
has_sessions(struct store *store, const struct edition *edition)
{
	return store_has(store, SQL("SELECT 1 FROM session WHERE edition = :edition LIMIT 1"), ARG("edition", edition->id));
}

bool
issue_keep(struct store *store, const struct edition *edition, struct refusal *why)
{
	char stamp[CLOCK_STAMP];
	int64_t last = newest(store, edition, DATE_NONE);
	if (!has_sessions(store, edition))
		return refuse(why, "edition %s has no sessions yet; make them with 'balint-calendar generate -e %s'", edition->code, edition->code);
	if (last && is_as_issued(store, edition, last))
		return true;
	store_run(store,
	    SQL("INSERT INTO issue (edition, issued_on, issued_at)\n"
	        "VALUES (:edition, :today, :stamp)"),
	    ARG("edition", edition->id), ARG("today", clock_today()), ARG("stamp", clock_stamp(stamp)));
	store_run(store,
	    SQL("INSERT INTO issued_session (issue, session, date, start, finish, status, venue, online)\n"
	        "SELECT :issue, s.id, s.date, s.start, s.finish, s.status, coalesce(s.venue, e.venue), coalesce(s.online, e.online)\n"
	        "  FROM session AS s\n"
	        "  JOIN edition AS e ON e.id = s.edition\n"
	        " WHERE s.edition = :edition\n"
	        " ORDER BY s.id"),
	    ARG("edition", edition->id), ARG("issue", store_last_id(store)));
	return true;
}

static void
list(struct store *store, const struct edition *edition, int64_t only, row_taker *take, void *context)
{
	struct issue_row row;
	struct query query = store_query(store,
	    SQL("SELECT issued, sessions, first, last\n"
	        "  FROM issues\n"
	        " WHERE edition = :edition AND (:only = 0 OR id = :only)\n"
	        " ORDER BY id"),
	    ARG("edition", edition->code), ARG("only", only));
	query_each(&query, &issue_listing, &row, take, context);
}

void
issue_list(struct store *store, const struct edition *edition, row_taker *take, void *context)
{
	list(store, edition, 0, take, context);
}

void
issue_last(struct store *store, const struct edition *edition, row_taker *take, void *context)
{
	list(store, edition, newest(store, edition, DATE_NONE), take, context);
}

bool
issue_compare(struct store *store, const struct edition *edition, struct date since, row_taker *take, void *context, struct refusal *why)
{
	char text[DATE_TEXT];
	int64_t issue = newest(store, edition, since);
	if (!issue && date_given(since))
		return refuse(why, "no calendar of edition %s was issued until %s", edition->code, date_write(since, text));
	if (!issue)
		return refuse(why, "no calendar of edition %s was issued; when members get it: balint-calendar issue", edition->code);
	struct query query = query_differences(store, edition, issue);
	while (query_next(&query)) {
		struct difference_row row = {
			.change = query_text(&query, 0),
			.date = query_date(&query, 1),
			.to = query_date(&query, 2),
			.start = query_time(&query, 3),
			.end = query_time(&query, 4),
			.venue = query_text(&query, 5),
			.reason = query_text(&query, 6),
			.session = query_int(&query, 7),
		};
		take(context, &row);
	}
	return true;
}
