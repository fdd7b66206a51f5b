/* Certificates that were issued: which there are, what they say, whether they hold, and taking them back. */
#include "certificate_facts.h"

#include <balint/certificate.h>
#include <balint/clock.h>
#include <balint/fatal.h>
#include <balint/query.h>

#include <stdlib.h>
#include <string.h>

#define LISTED struct certificate_listed
static const struct column columns[] = {
	TEXT_COLUMN(LISTED, number),
	TEXT_COLUMN(LISTED, code),
	TEXT_COLUMN(LISTED, handle),
	TEXT_COLUMN(LISTED, edition),
	DATE_COLUMN(LISTED, issued),
	TEXT_COLUMN(LISTED, status),
};

/* Those that do not hold. */
static enum shade
shade(const void *row)
{
	const LISTED *listed = row;
	return strcmp(listed->status, "stale") == 0 ? SHADE_RED : strcmp(listed->status, "valid") == 0 ? SHADE_NONE : SHADE_DIM;
}

const struct listing certificate_listing = SHADED_LISTING(columns, shade);

#define ROW struct certificate_row
static const struct column said[] = {
	TEXT_COLUMN(ROW, number),
	TEXT_COLUMN(ROW, code),
	TEXT_COLUMN(ROW, status),
	TEXT_COLUMN(ROW, handle),
	TEXT_COLUMN(ROW, name),
	TEXT_COLUMN(ROW, edition),
	TEXT_COLUMN(ROW, role),
	DATE_COLUMN(ROW, first),
	DATE_COLUMN(ROW, last),
	COUNT_COLUMN(ROW, sessions),
	COUNT_COLUMN(ROW, attended),
	COUNT_COLUMN(ROW, scheduled_minutes),
	COUNT_COLUMN(ROW, attended_minutes),
	PERCENT_COLUMN(ROW, percent),
	TEXT_COLUMN(ROW, rule),
	DATE_COLUMN(ROW, issued),
	TEXT_COLUMN(ROW, note),
	DATE_COLUMN(ROW, as_of),
	DATE_COLUMN(ROW, born_on),
	TEXT_COLUMN(ROW, born_in),
	TEXT_COLUMN(ROW, tax_code),
	TEXT_COLUMN(ROW, association),
	TEXT_COLUMN(ROW, conductors),
	TEXT_COLUMN(ROW, dates),
};
const struct listing certificate_record = { .columns = said, .count = sizeof said / sizeof said[0], .record = true };

static bool
find(struct store *store, const char *typed, int64_t *id, struct refusal *why)
{
	char code[CERTIFICATE_CODE];
	if (!certificate_code_parse(typed, code, why))
		return false;
	*id = store_number(store, SQL("SELECT id FROM certificate WHERE code = :code"), ARG("code", (const char *)code));
	return *id > 0 || refuse(why, "there is no certificate with the code %s", code);
}

enum { NUMBER, CODE, STATUS, HANDLE, NAME, EDITION, ROLE, FIRST, LAST, SESSIONS, ATTENDED, SCHEDULED, MINUTES, RULE, ISSUED, AS_OF, BORN_ON, BORN_IN,
	TAX_CODE, ASSOCIATION, CONDUCTORS, DATES, REVOKED, REASON, NEXT_NUMBER, NEXT_CODE, ERASED };

/* As it stands in the view, but for what is stale. */
static struct query
query_one(struct store *store, int64_t id)
{
	return store_query(store,
	    SQL("SELECT v.number, v.code, v.status, v.handle, c.content ->> '$.facts.given' || ' ' || (c.content ->> '$.facts.family'), v.edition,\n"
	        "       c.content ->> '$.facts.role', c.content ->> '$.facts.first', c.content ->> '$.facts.last', c.content ->> '$.facts.sessions',\n"
	        "       c.content ->> '$.facts.attended', c.content ->> '$.facts.scheduled_minutes', c.content ->> '$.facts.attended_minutes',\n"
	        "       c.content ->> '$.terms.rule', v.issued, c.content ->> '$.terms.as_of', c.content ->> '$.facts.born_on',\n"
	        "       c.content ->> '$.facts.born_in', c.content ->> '$.facts.tax_code', c.content ->> '$.association',\n"
	        "       (SELECT group_concat(value ->> '$.name', ', ') FROM json_each(c.content, '$.facts.conductors')),\n"
	        "       (SELECT group_concat(value, ', ') FROM json_each(c.content, '$.facts.dates')),\n"
	        "       c.revoked_at, c.revoked_for, n.number || '/' || n.year, n.code,\n"
	        "       c.content ->> '$.erased'\n"
	        "  FROM certificate AS c\n"
	        "  JOIN certificates AS v ON v.code = c.code\n"
	        "  LEFT JOIN certificate AS n ON n.supersedes = c.id\n"
	        " WHERE c.id = :id"),
	    ARG("id", id));
}

/* The newest of those that followed the one that superseded it, if that holds; 0: none. */
static int64_t
find_holding(struct store *store, int64_t id)
{
	int64_t last = store_number(store,
	    SQL("WITH RECURSIVE follower AS (\n"
	        "  SELECT id FROM certificate WHERE supersedes = :id\n"
	        "  UNION ALL\n"
	        "  SELECT c.id FROM follower AS f JOIN certificate AS c ON c.supersedes = f.id)\n"
	        "SELECT max(id)\n"
	        "  FROM follower\n"
	        " WHERE id NOT IN (SELECT id FROM certificate WHERE supersedes = :id)"),
	    ARG("id", id));
	bool valid = last > 0 && store_has(store, SQL("SELECT 1 FROM certificate WHERE id = :id AND revoked_at IS NULL"), ARG("id", last));
	return valid && certificate_facts_hold(store, last) ? last : 0;
}

/* What came after it, or NULL. Heap memory, owned by the caller. */
static char *
explain_next(struct store *store, int64_t id, const struct query *query)
{
	if (!query_text(query, NEXT_NUMBER))
		return NULL;
	struct query now = store_query(store, SQL("SELECT number || '/' || year, code FROM certificate WHERE id = :id"), ARG("id", find_holding(store, id)));
	bool another = query_next(&now);
	char *next = memory_format("superseded by %s, code %s%s%s%s%s", query_text(query, NEXT_NUMBER), query_text(query, NEXT_CODE),
	    another ? "; what holds now is " : "", another ? query_text(&now, 0) : "", another ? ", code " : "", another ? query_text(&now, 1) : "");
	query_end(&now);
	return next;
}

/* Why it does not hold, or NULL. Heap memory, owned by the caller. */
static char *
explain(struct store *store, int64_t id, const struct query *query, const char *status)
{
	char day[DATE_TEXT];
	const char *reason = query_text(query, REASON);
	if (query_text(query, ERASED))
		return memory_format("erased on %s: whom it was about is forgotten", query_text(query, ERASED));
	char *next = explain_next(store, id, query), *note = NULL;
	if (query_text(query, REVOKED)) {
		date_write(clock_day(query_text(query, REVOKED)), day);
		note = memory_format("revoked on %s%s%s%s%s", day, reason ? ": " : "", reason ? reason : "", next ? "; " : "", next ? next : "");
	} else if (next)
		note = memory_text(next);
	else if (strcmp(status, "stale") == 0) {
		char *difference = certificate_facts_difference(store, id);
		note = memory_format("the register says now: %s", difference);
		free(difference);
	}
	free(next);
	return note;
}

static const char *
status_now(struct store *store, int64_t id, const char *status)
{
	return strcmp(status, "valid") == 0 && !certificate_facts_hold(store, id) ? "stale" : status;
}

bool
certificate_verify(struct store *store, const char *code, row_taker *take, void *context, bool *holds, struct refusal *why)
{
	int64_t id;
	if (!find(store, code, &id, why))
		return false;
	struct query query = query_one(store, id);
	query_next(&query);
	const char *status = status_now(store, id, query_text(&query, STATUS));
	char *note = explain(store, id, &query, status);
	const struct certificate_row row = { query_text(&query, NUMBER), query_text(&query, CODE), status, query_text(&query, HANDLE),
		query_text(&query, NAME), query_text(&query, EDITION), query_text(&query, ROLE), query_date(&query, FIRST), query_date(&query, LAST),
		query_int(&query, SESSIONS), query_int(&query, ATTENDED), query_int(&query, SCHEDULED), query_int(&query, MINUTES),
		attendance_percent(query_int(&query, MINUTES), query_int(&query, SCHEDULED)), query_text(&query, RULE), query_date(&query, ISSUED), note,
		query_date(&query, AS_OF), query_date(&query, BORN_ON), query_text(&query, BORN_IN), query_text(&query, TAX_CODE),
		query_text(&query, ASSOCIATION), query_text(&query, CONDUCTORS), query_text(&query, DATES) };
	*holds = strcmp(status, "valid") == 0;
	take(context, &row);
	free(note);
	query_end(&query);
	return true;
}

bool
certificate_revoke(struct store *store, const char *code, const char *reason, struct refusal *why)
{
	int64_t id;
	char stamp[CLOCK_STAMP], day[DATE_TEXT];
	if (!find(store, code, &id, why))
		return false;
	struct query query = store_query(store, SQL("SELECT revoked_at, revoked_for FROM certificate WHERE id = :id"), ARG("id", id));
	query_next(&query);
	const char *at = query_text(&query, 0), *old = query_text(&query, 1);
	bool good = true;
	if (old && reason && strcmp(old, reason) != 0)
		good = refuse(why, "it was revoked on %s already, for another reason: %s", date_write(clock_day(at), day), old);
	bool news = !at || (reason && !old);
	query_end(&query);
	if (good && news)
		store_run(store,
		    SQL("UPDATE certificate\n"
		        "   SET revoked_at = coalesce(revoked_at, :stamp), revoked_for = :reason\n"
		        " WHERE id = :id"),
		    ARG("id", id), ARG("stamp", clock_stamp(stamp)), ARG("reason", reason));
	return good;
}

void
certificate_list(struct store *store, int64_t edition, int64_t person, row_taker *take, void *context)
{
	struct query query = store_query(store,
	    SQL("SELECT c.id, v.number, v.code, v.handle, v.edition, v.issued, v.status\n"
	        "  FROM certificate AS c\n"
	        "  JOIN enrolment AS m ON m.id = c.enrolment\n"
	        "  JOIN certificates AS v ON v.code = c.code\n"
	        " WHERE (:edition = 0 OR m.edition = :edition) AND (:person IS NULL OR m.person = :person)\n"
	        " ORDER BY c.year, c.number"),
	    ARG("edition", edition), ARG("person", person));
	while (query_next(&query)) {
		const LISTED row = { query_text(&query, 1), query_text(&query, 2), query_text(&query, 3), query_text(&query, 4), query_date(&query, 5),
			status_now(store, query_int(&query, 0), query_text(&query, 6)) };
		take(context, &row);
	}
}
