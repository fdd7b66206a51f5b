/* What the register says against a change of a session. */
#include <balint/amendment.h>
#include <balint/query.h>
#include <balint/translation.h>

#include <stdio.h>

/* A mark that was taken back is gone with those before it. */
static bool
has_marks(struct store *store, int64_t session)
{
	return store_has(store,
	    SQL("SELECT 1\n"
	        "  FROM mark AS k\n"
	        " WHERE k.session = :session AND k.status <> 'excused'\n"
	        "   AND NOT EXISTS (SELECT 1 FROM mark AS later\n"
	        "                     JOIN retraction AS b ON b.mark = later.id\n"
	        "                    WHERE later.session = k.session AND later.person = k.person AND later.id >= k.id)"),
	    ARG("session", session));
}

bool
session_check_unheld(struct store *store, int64_t session, struct date date, const char *held, struct refusal *why)
{
	char text[DATE_TEXT];
	date_write(date, text);
	if (has_marks(store, session))
		return refuse(why, "the register has marks for %s: a session that was held %s", text, translated(held));
	struct query query = store_query(store,
	    SQL("SELECT p.handle\n"
	        "  FROM presentation AS t\n"
	        "  JOIN person AS p ON p.id = t.person\n"
	        " WHERE t.session = :session AND t.kind IS NOT NULL\n"
	        " ORDER BY p.handle"),
	    ARG("session", session));
	if (!query_next(&query))
		return true;
	const char *handle = query_text(&query, 0);
	refuse(why, "'%s' presented on %s: a session that was held %s; if nobody did: balint-attend present %s %s --remove", handle, text, translated(held), text,
	    handle);
	query_end(&query);
	return false;
}

bool
session_check_untimed(struct store *store, int64_t session, struct date date, struct refusal *why)
{
	char text[DATE_TEXT], more[32] = "";
	struct query query = store_query(store,
	    SQL("SELECT p.handle, min(t.arrived), count(*) OVER () - 1\n"
	        "  FROM mark AS k\n"
	        "  JOIN spell AS t ON t.mark = k.id\n"
	        "  JOIN person AS p ON p.id = k.person\n"
	        " WHERE k.session = :session\n"
	        "   AND k.id = (SELECT max(id) FROM mark AS newest WHERE newest.session = k.session AND newest.person = k.person)\n"
	        "   AND NOT EXISTS (SELECT 1 FROM retraction WHERE mark = k.id)\n"
	        " GROUP BY k.id\n"
	        " ORDER BY p.handle"),
	    ARG("session", session));
	if (!query_next(&query))
		return true;
	const char *handle = query_text(&query, 0);
	long long others = query_int(&query, 2);
	date_write(date, text);
	if (others)
		snprintf(more, sizeof more, others == 1 ? translated(", as %lld other is") : translated(", as %lld others are"), others);
	refuse(why, "'%s' is marked from %s on %s%s, which another time would change; first: balint-attend mark %s %s=present, and the times again after it",
	    handle, query_text(&query, 1), text, more, text, handle);
	query_end(&query);
	return false;
}
