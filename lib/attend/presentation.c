#include "turn_presenter.h"

#include <balint/clock.h>
#include <balint/presentation.h>
#include <balint/query.h>

#include <string.h>

#define ROW struct presentation_row
static const struct column columns[] = {
	DATE_COLUMN(ROW, date),
	TEXT_COLUMN(ROW, handle),
	TEXT_COLUMN(ROW, kind),
	TEXT_COLUMN(ROW, edition),
};
const struct listing presentation_listing = LISTING(columns);

bool
presentation_record(struct store *store, const struct edition *edition, struct date date, const char *handle, const char *kind,
    struct refusal *why)
{
	struct session session;
	struct person person = { 0 };
	char status[PRESENTER_STATUS], text[DATE_TEXT];
	if (!presenter_session(store, edition, date, &session, why))
		return false;
	date_write(date, text);
	if (!clock_reached(date, session.start))
		return refuse(why, "the session of %s has not begun; to give out its turn: balint-attend rota set %s %s -e %s", text, text, handle, edition->code);
	if (!presenter_find(store, edition, &session, date, handle, &person, status, why))
		return false;
	if (strcmp(status, "absent") == 0 || strcmp(status, "excused") == 0)
		return refuse(why, "'%s' is marked %s on %s; to correct that: balint-attend mark %s %s=present -e %s", handle, status, text, text, handle,
		    edition->code);
	store_run(store,
	    SQL("INSERT INTO presentation (session, person, kind)\n"
	        "VALUES (:session, :person, :kind)\n"
	        "ON CONFLICT (session, person) DO UPDATE SET kind = excluded.kind WHERE kind IS NOT excluded.kind"),
	    ARG("session", session.id), ARG("person", person.id), ARG("kind", kind));
	return true;
}

/* Whoever it is: somebody's last day may have been entered after the record. */
bool
presentation_remove(struct store *store, const struct edition *edition, struct date date, const char *handle, struct refusal *why)
{
	struct session session;
	struct person person = { 0 };
	if (!session_find(store, edition, date, &session, why) || !person_find(store, handle, &person, why))
		return false;
	store_run(store,
	    SQL("DELETE FROM presentation\n"
	        " WHERE session = :session AND person = :person AND kind IS NOT NULL"),
	    ARG("session", session.id), ARG("person", person.id));
	return true;
}

#define COLUMNS "SELECT s.date, p.handle, t.kind, e.code AS edition\n"
#define ORDER " ORDER BY s.date, e.number, e.year, e.code, p.family_key, p.given_key, p.handle"

static struct query
query_person(struct store *store, const struct person *person, int64_t first, int64_t last)
{
	return store_query(store,
	    SQL(COLUMNS
	        "  FROM presentation AS t\n"
	        "  JOIN session AS s ON s.id = t.session\n"
	        "  JOIN edition AS e ON e.id = s.edition\n"
	        "  JOIN person AS p ON p.id = t.person\n"
	        " WHERE t.person = :person AND t.kind IS NOT NULL AND s.edition BETWEEN :first AND :last\n" ORDER),
	    ARG("person", person->id), ARG("first", first), ARG("last", last));
}

static struct query
query_editions(struct store *store, int64_t first, int64_t last)
{
	return store_query(store,
	    SQL(COLUMNS
	        "  FROM session AS s\n"
	        "  JOIN presentation AS t ON t.session = s.id\n"
	        "  JOIN edition AS e ON e.id = s.edition\n"
	        "  JOIN person AS p ON p.id = t.person\n"
	        " WHERE s.edition BETWEEN :first AND :last AND t.kind IS NOT NULL\n" ORDER),
	    ARG("first", first), ARG("last", last));
}

void
presentation_list(struct store *store, int64_t edition, const struct person *person, row_taker *take, void *context)
{
	struct presentation_row row;
	int64_t first = edition == EDITION_ALL ? 0 : edition, last = edition == EDITION_ALL ? INT64_MAX : edition;
	struct query query = person ? query_person(store, person, first, last) : query_editions(store, first, last);
	query_each(&query, &presentation_listing, &row, take, context);
}
