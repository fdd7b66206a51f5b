/* Which sessions a calendar has: of an edition, of all open ones, or of one member. */
#include <balint/event.h>
#include <balint/fatal.h>
#include <balint/feed.h>
#include <balint/query.h>
#include <balint/setting.h>

#include <stdlib.h>
#include <string.h>

#define NOBODY INT64_C(0) /* in place of a person's id */

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
	struct feed feed = feed_open(store, sink, "PUBLISH", choice->only ? NULL : name ? name : "balint", language, choice->alarm);
	free(language);
	free(name);
	return feed;
}

/* What is wanted of one edition. */
struct part {
	int64_t edition;
	char *title, *venue, *online;
	int64_t number, year;
	struct date first, last; /* of the membership; DATE_NONE: no limit */
	int64_t session;         /* number of the last session seen */
};

struct parts {
	struct part *parts; /* by edition */
	size_t count;
};

static char *
copy(const char *text)
{
	return text ? memory_text(text) : NULL;
}

/* With how many sessions there are before the first day: they count for the numbers. */
static struct parts
load_parts(struct store *store, const struct feed_choice *choice, struct date first)
{
	struct parts parts = { 0 };
	struct query query = store_query(store,
	    SQL("SELECT e.id, e.title, e.number, e.year, e.venue, e.online, m.joined_on, m.left_on,\n"
	        "       (SELECT count(*) FROM session AS s WHERE s.edition = e.id AND s.date < :first)\n"
	        "  FROM edition AS e\n"
	        "  LEFT JOIN enrolment AS m ON m.edition = e.id AND m.person = :person\n"
	        " WHERE CASE WHEN :edition = 0 THEN e.status = 'open' ELSE e.id = :edition END\n"
	        "   AND (:person = 0 OR (m.status IN ('active', 'withdrawn', 'completed')\n"
	        "                        AND (m.joined_on IS NOT NULL OR m.applied_on IS NULL)))\n"
	        " ORDER BY e.id"),
	    ARG("person", choice->person ? choice->person->id : NOBODY), ARG("first", first),
	    ARG("edition", choice->edition ? choice->edition->id : EDITION_ALL));
	while (query_next(&query)) {
		parts.parts = memory_resized(parts.parts, (parts.count + 1) * sizeof *parts.parts);
		parts.parts[parts.count++] = (struct part){
			.edition = query_int(&query, 0),
			.title = copy(query_text(&query, 1)),
			.number = query_int(&query, 2),
			.year = query_int(&query, 3),
			.venue = copy(query_text(&query, 4)),
			.online = copy(query_text(&query, 5)),
			.first = query_date(&query, 6),
			.last = query_date(&query, 7),
			.session = query_int(&query, 8),
		};
	}
	return parts;
}

static void
parts_release(struct parts *parts)
{
	for (size_t i = 0; i < parts->count; i++) {
		free(parts->parts[i].title);
		free(parts->parts[i].venue);
		free(parts->parts[i].online);
	}
	free(parts->parts);
}

static int
compare_id(const void *a, const void *b)
{
	int64_t first = *(const int64_t *)a, second = *(const int64_t *)b;
	return (first > second) - (first < second);
}

static bool
is_chosen(const struct feed_choice *choice, int64_t session)
{
	return !choice->only || bsearch(&session, choice->only, choice->only_count, sizeof session, compare_id);
}

static int
compare_part(const void *edition, const void *part)
{
	int64_t wanted = *(const int64_t *)edition, there = ((const struct part *)part)->edition;
	return (wanted > there) - (wanted < there);
}

#define SELECT_SESSIONS \
	"SELECT s.edition, s.date, s.start, s.finish, s.planned_on, s.status, s.note, s.uid, s.sequence, s.changed_at,\n" \
	"       s.venue, s.online, s.id\n" \
	"  FROM session AS s\n"

/* One edition's sessions come out of the index in their order; those of several must be sorted. */
static struct query
query_sessions(struct store *store, const struct parts *parts, struct date first, struct date last)
{
	if (parts->count == 1)
		return store_query(store,
		    SQL(SELECT_SESSIONS
		        " WHERE s.edition = :edition AND s.date BETWEEN coalesce(:first, '') AND coalesce(:last, '9999-12-31')\n"
		        " ORDER BY s.date"),
		    ARG("edition", parts->parts[0].edition), ARG("first", first), ARG("last", last));
	return store_query(store,
	    SQL(SELECT_SESSIONS
	        "  JOIN edition AS e ON e.id = s.edition AND e.status = 'open'\n"
	        " WHERE s.date BETWEEN coalesce(:first, '') AND coalesce(:last, '9999-12-31')\n"
	        " ORDER BY s.date, s.edition"),
	    ARG("first", first), ARG("last", last));
}

static void
write_session(const struct feed *feed, const struct part *part, const struct query *query, bool own)
{
	const char *venue = query_text(query, 10), *online = query_text(query, 11);
	event_write(feed,
	    &(struct event){
	        .number = part->session,
	        .date = query_date(query, 1),
	        .start = query_time(query, 2),
	        .finish = query_time(query, 3),
	        .planned = query_date(query, 4),
	        .cancelled = query_is(query, 5, "cancelled"),
	        .note = query_text(query, 6),
	        .uid = query_text(query, 7),
	        .sequence = query_int(query, 8),
	        .changed = query_text(query, 9),
	        .title = part->title,
	        .edition = part->number,
	        .year = part->year,
	        .venue = venue ? venue : part->venue,
	        .online = !own ? NULL : online ? online : part->online,
	    });
}

/* Every session of the year is read and counted, those of a member's time are written. */
static bool
write_sessions(const struct feed *feed, const struct feed_choice *choice, const struct parts *parts, struct query query)
{
	bool any = false;
	while (query_next(&query)) {
		int64_t edition = query_int(&query, 0);
		struct part *part = bsearch(&edition, parts->parts, parts->count, sizeof *parts->parts, compare_part);
		struct date date = query_date(&query, 1);
		if (!part)
			continue; /* an edition that the person does not belong to */
		part->session++;
		bool member = date.day >= part->first.day && (!date_given(part->last) || date.day <= part->last.day);
		if (!member || !is_chosen(choice, query_int(&query, 12)))
			continue;
		write_session(feed, part, &query, choice->person);
		any = true;
	}
	return any;
}

bool
feed_publish(struct store *store, const struct feed_choice *choice, struct sink *sink)
{
	int year = choice->year;
	struct date first = year ? date_of(year, 1, 1) : DATE_NONE, last = year ? date_of(year, 12, 31) : DATE_NONE;
	if (choice->only)
		qsort(choice->only, choice->only_count, sizeof *choice->only, compare_id);
	struct feed feed = open_feed(store, choice, sink);
	struct parts parts = load_parts(store, choice, first);
	bool any = parts.count > 0 && write_sessions(&feed, choice, &parts, query_sessions(store, &parts, first, last));
	parts_release(&parts);
	feed_close(&feed);
	return any;
}
