#include "turn_presenter.h"

#include <balint/query.h>
#include <balint/turn.h>

#include <string.h>

/* Nobody else has the turn by hand, and they do. */
static void
pin(struct store *store, const struct session *session, int64_t person)
{
	store_run(store,
	    SQL("DELETE FROM presentation\n"
	        " WHERE session = :session AND person <> :person AND kind IS NULL"),
	    ARG("session", session->id), ARG("person", person));
	store_run(store,
	    SQL("INSERT INTO presentation (session, person)\n"
	        "VALUES (:session, :person)\n"
	        "ON CONFLICT (session, person) DO NOTHING"),
	    ARG("session", session->id), ARG("person", person));
}

bool
turn_set(struct store *store, const struct edition *edition, struct date date, const char *handle, struct refusal *why)
{
	struct session session;
	struct person person = { 0 };
	char status[PRESENTER_STATUS], text[DATE_TEXT];
	if (!presenter_coming(store, edition, date, &session, why) || !presenter_find(store, edition, &session, date, handle, &person, status, why))
		return false;
	if (strcmp(status, "excused") == 0 || strcmp(status, "absent") == 0)
		return refuse(why, "'%s' will not be there on %s (marked %s); to take that back: balint-attend announce %s %s --remove", handle,
		    date_write(date, text), status, text, handle);
	pin(store, &session, person.id);
	return true;
}

bool
turn_clear(struct store *store, const struct edition *edition, struct date date, struct refusal *why)
{
	struct session session;
	if (!presenter_coming(store, edition, date, &session, why))
		return false;
	store_run(store,
	    SQL("DELETE FROM presentation\n"
	        " WHERE session = :session AND kind IS NULL"),
	    ARG("session", session.id));
	return true;
}
