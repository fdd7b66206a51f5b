/* Which sessions a calendar has: of an edition, of all open ones, or of one member. */
#include <balint/event.h>
#include <balint/fatal.h>
#include <balint/feed.h>
#include <balint/query.h>
#include <balint/setting.h>

#include <stdlib.h>
#include <string.h>

static bool
refuse_stranger(const struct edition *edition, const char *handle, struct refusal *why)
{
	if (edition)
		return refuse(why, "'%s' is not a member of edition %s; enrol them: balint-group enrol -e %s %s", handle, edition->code, edition->code, handle);
	return refuse(why, "'%s' is a member of no open edition; name one of theirs with --edition, or enrol them with balint-group enrol", handle);
}

/* Somebody who belongs to an edition in some way, but never joined it. */
static bool
refuse_status(const struct query *query, const char *handle, struct refusal *why)
{
	const char *status = query_text(query, 0), *code = query_text(query, 1);
	if (strcmp(status, "applicant") == 0)
		return refuse(why, "'%s' is an applicant of edition %s, and has sessions only as a member", handle, code);
	if (strcmp(status, "waiting") == 0)
		return refuse(why, "'%s' is on the waiting list of edition %s, and has sessions only as a member", handle, code);
	return refuse(why, "'%s' has left edition %s without having joined, and has no sessions", handle, code);
}

bool
feed_person(struct store *store, const struct edition *edition, const char *handle, struct person *person, struct refusal *why)
{
	if (!person_find(store, handle, person, why))
		return false;
	struct query query = store_query(store,
	    SQL("SELECT m.status, e.code, m.status IN ('active', 'withdrawn', 'completed') AND (m.joined_on IS NOT NULL OR m.applied_on IS NULL) AS joined\n"
	        "  FROM enrolment AS m\n"
	        "  JOIN edition AS e ON e.id = m.edition\n"
	        " WHERE m.person = :person\n"
	        "   AND CASE WHEN :edition = 0 THEN e.status = 'open' ELSE e.id = :edition END\n"
	        " ORDER BY joined DESC, e.number, e.year, e.code"),
	    ARG("person", person->id), ARG("edition", edition ? edition->id : EDITION_ALL));
	if (!query_next(&query))
		return refuse_stranger(edition, handle, why);
	bool joined = query_int(&query, 2) || refuse_status(&query, handle, why);
	query_end(&query);
	return joined;
}

/* The language that the person wants, or that of the association. */
static char *
choose_language(struct store *store, const struct person *person)
{
	char *language = NULL;
	struct query query = store_query(store, SQL("SELECT language FROM person WHERE id = :id"), ARG("id", person ? person->id : COUNT_NONE));
	if (query_next(&query) && query_text(&query, 0))
		language = memory_text(query_text(&query, 0));
	query_end(&query);
	return language ? language : setting_get(store, "language");
}

static struct feed
open_feed(struct store *store, const struct feed_choice *choice, struct sink *sink)
{
	const struct edition *edition = choice->edition;
	char *language = choose_language(store, choice->person);
	char *name = edition ? memory_format("%s %d ed %d", edition->title, edition->number, edition->year) : setting_get(store, "association");
	struct feed feed = feed_open(store, sink, "PUBLISH", name ? name : "balint", language, choice->alarm);
	free(language);
	free(name);
	return feed;
}

/* The columns of feed_publish's statement. */
static void
write_row(const struct feed *feed, const struct query *query, bool own)
{
	event_write(feed,
	    &(struct event){
	        .number = query_int(query, 0),
	        .date = query_date(query, 1),
	        .start = query_time(query, 2),
	        .finish = query_time(query, 3),
	        .planned = query_date(query, 4),
	        .cancelled = strcmp(query_text(query, 5), "cancelled") == 0,
	        .note = query_text(query, 6),
	        .uid = query_text(query, 7),
	        .sequence = query_int(query, 8),
	        .changed = query_text(query, 9),
	        .title = query_text(query, 10),
	        .edition = query_int(query, 11),
	        .year = query_int(query, 12),
	        .venue = query_text(query, 13),
	        .online = own ? query_text(query, 14) : NULL,
	    });
}

/* `part` is what is wanted of each edition, and how many of its sessions lie before; a year, or a member's time, need not read the others. */
void
feed_publish(struct store *store, const struct feed_choice *choice, struct sink *sink)
{
	struct feed feed = open_feed(store, choice, sink);
	int year = choice->year;
	struct query query = store_query(store,
	    SQL("WITH part AS MATERIALIZED (\n"
	        "  SELECT e.id, e.title, e.number, e.year, e.venue, e.online,\n"
	        "         max(coalesce(:first, ''), coalesce(m.joined_on, '')) AS first,\n"
	        "         min(coalesce(:last, '9999-12-31'), coalesce(m.left_on, '9999-12-31')) AS last\n"
	        "    FROM edition AS e\n"
	        "    LEFT JOIN enrolment AS m ON m.edition = e.id AND m.person = :person\n"
	        "   WHERE CASE WHEN :edition = 0 THEN e.status = 'open' ELSE e.id = :edition END\n"
	        "     AND (:person = 0 OR m.status IN ('active', 'withdrawn', 'completed') AND (m.joined_on IS NOT NULL OR m.applied_on IS NULL))),\n"
	        "counted AS MATERIALIZED (\n"
	        "  SELECT p.*, (SELECT count(*) FROM session AS s WHERE s.edition = p.id AND s.date < p.first) AS before\n"
	        "    FROM part AS p)\n"
	        "SELECT p.before + row_number() OVER (PARTITION BY s.edition ORDER BY s.date), s.date, s.start, s.finish, s.planned_on,\n"
	        "       s.status, s.note, s.uid, s.sequence, s.changed_at, p.title, p.number, p.year,\n"
	        "       coalesce(s.venue, p.venue), coalesce(s.online, p.online)\n"
	        "  FROM counted AS p\n"
	        "  JOIN session AS s ON s.edition = p.id AND s.date BETWEEN p.first AND p.last\n"
	        " ORDER BY s.date, s.edition"),
	    ARG("first", year ? date_of(year, 1, 1) : DATE_NONE), ARG("last", year ? date_of(year, 12, 31) : DATE_NONE),
	    ARG("person", choice->person ? choice->person->id : INT64_C(0)), ARG("edition", choice->edition ? choice->edition->id : EDITION_ALL));
	while (query_next(&query))
		write_row(&feed, &query, choice->person);
	feed_close(&feed);
}
