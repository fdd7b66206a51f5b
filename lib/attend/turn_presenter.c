#include "turn_presenter.h"

#include <balint/clock.h>
#include <balint/enrolment.h>
#include <balint/query.h>

#include <stdio.h>
#include <string.h>

bool
presenter_session(struct store *store, const struct edition *edition, struct date date, struct session *session, struct refusal *why)
{
	char text[DATE_TEXT];
	return session_find(store, edition, date, session, why)
	    && (!session->cancelled || refuse(why, "the session of %s is cancelled", date_write(date, text)));
}

bool
presenter_coming(struct store *store, const struct edition *edition, struct date date, struct session *session, struct refusal *why)
{
	char text[DATE_TEXT];
	if (!presenter_session(store, edition, date, session, why))
		return false;
	date_write(date, text);
	return !clock_reached(date, session->start)
	    || refuse(why, "the session of %s has begun; to record who presented: balint-attend present %s HANDLE -e %s", text, text, edition->code);
}

bool
presenter_find(struct store *store, const struct edition *edition, const struct session *session, struct date date, const char *handle,
    struct person *person, char status[PRESENTER_STATUS], struct refusal *why)
{
	char text[DATE_TEXT];
	if (!member_find(store, edition, handle, person, why))
		return false;
	struct query query = store_query(store,
	    SQL("SELECT m.role,\n"
	        "       (SELECT iif(k.id IN (SELECT mark FROM retraction), NULL, k.status)\n"
	        "          FROM mark AS k WHERE k.session = :session AND k.person = m.person ORDER BY k.id DESC LIMIT 1)\n"
	        "  FROM membership AS m\n"
	        " WHERE m.edition = :edition AND m.person = :person AND :date BETWEEN m.first AND m.last"),
	    ARG("edition", edition->id), ARG("session", session->id), ARG("person", person->id), ARG("date", date));
	if (!query_next(&query))
		return refuse(why, "'%s' is not enrolled on %s", handle, date_write(date, text));
	if (!query_is(&query, 0, "participant"))
		refuse(why, "'%s' is enrolled as %s; participants present", handle, query_text(&query, 0));
	const char *marked = query_text(&query, 1);
	snprintf(status, PRESENTER_STATUS, "%s", marked ? marked : "");
	bool good = query_is(&query, 0, "participant");
	query_end(&query);
	return good;
}
