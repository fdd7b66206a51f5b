#include <balint/carry.h>
#include <balint/clock.h>
#include <balint/query.h>

/* The same time, place and status: RFC 5545, 3.8.7.4. */
#define IS_AS_IT_WAS \
	"(s.date = :date AND s.start = :start AND s.finish = :finish AND s.status = :status\n" \
	" AND coalesce(s.venue, e.venue) IS :venue AND coalesce(s.online, e.online) IS :online)"

static int64_t
carry_one(struct store *content, const struct query *old, const char *stamp)
{
	const char *uid = query_text(old, 0), *date = query_text(old, 1), *start = query_text(old, 2), *finish = query_text(old, 3);
	const char *status = query_text(old, 4), *venue = query_text(old, 5), *online = query_text(old, 6), *changed_at = query_text(old, 8);
	int64_t sequence = query_int(old, 7);
	int64_t others = store_run(content,
	    SQL("UPDATE session\n"
	        "   SET sequence = max(sequence, :sequence + 1), changed_at = :stamp\n"
	        " WHERE id = (SELECT s.id\n"
	        "               FROM session AS s\n"
	        "               JOIN edition AS e ON e.id = s.edition\n"
	        "              WHERE s.uid = :uid AND NOT " IS_AS_IT_WAS ")"),
	    ARG("uid", uid), ARG("date", date), ARG("start", start), ARG("finish", finish), ARG("status", status), ARG("venue", venue),
	    ARG("online", online), ARG("sequence", sequence), ARG("stamp", stamp));
	if (others == 0)
		store_run(content,
		    SQL("UPDATE session\n"
		        "   SET sequence = :sequence, changed_at = max(changed_at, :changed_at)\n"
		        " WHERE uid = :uid AND sequence < :sequence"),
		    ARG("uid", uid), ARG("sequence", sequence), ARG("changed_at", changed_at));
	return others;
}

int64_t
session_carry(struct store *content, struct store *old)
{
	char stamp[CLOCK_STAMP];
	int64_t others = 0;
	clock_stamp(stamp);
	struct query query = store_query(old,
	    SQL("SELECT s.uid, s.date, s.start, s.finish, s.status, coalesce(s.venue, e.venue), coalesce(s.online, e.online), s.sequence, s.changed_at\n"
	        "  FROM session AS s\n"
	        "  JOIN edition AS e ON e.id = s.edition\n"
	        " ORDER BY s.id"));
	while (query_next(&query))
		others += carry_one(content, &query, stamp);
	return others;
}
