#include <balint/explanation.h>
#include <balint/fatal.h>
#include <balint/query.h>
#include <balint/translation.h>

#include <stdlib.h>

/* Puts the words and the rest, if there is any, behind the text. Frees the text. */
static char *
with(char *text, const char *words, const char *rest)
{
	if (!rest || !*rest)
		return text;
	char *longer = memory_format("%s%s%s", text, words, rest);
	free(text);
	return longer;
}

/* The session on the date: which one, where it comes from, why it is as it is, and what it defies. */
static char *
explain_session(struct store *store, const struct edition *edition, const struct skips *skips, struct date date)
{
	char skipped[SKIP_TEXT];
	char *reason = NULL;
	struct query query = store_query(store,
	    SQL("SELECT number, total, planned_on, iif(planned_on <> date, planned_on, NULL),\n"
	        "       iif(note = override, NULL, note), override\n"
	        "  FROM (SELECT row_number() OVER (ORDER BY date) AS number, count(*) OVER () AS total,\n"
	        "               date, planned_on, note, override\n"
	        "          FROM session\n"
	        "         WHERE edition = :edition)\n"
	        " WHERE date = :date"),
	    ARG("edition", edition->id), ARG("date", date));
	if (query_next(&query)) {
		reason = memory_format(translated(query_text(&query, 2) ? "session %d of %d" : "session %d of %d, a make-up session"),
		    (int)query_int(&query, 0), (int)query_int(&query, 1));
		reason = with(reason, translated(", moved from "), query_text(&query, 3));
		reason = with(reason, ": ", query_text(&query, 4));
		if (skips_explain(skips, date, skipped))
			reason = with(reason, translated("; on a skipped date: "), skipped);
		reason = with(reason, translated("; nevertheless: "), query_text(&query, 5));
	}
	query_end(&query);
	return reason;
}

/* Where the session went that was planned for the date, or NULL if none was. */
static char *
explain_move(struct store *store, const struct edition *edition, struct date date)
{
	struct query query = store_query(store,
	    SQL("SELECT date, note\n"
	        "  FROM session\n"
	        " WHERE edition = :edition AND planned_on = :date AND date <> :date\n"
	        " ORDER BY date"),
	    ARG("edition", edition->id), ARG("date", date));
	char *reason = query_next(&query) ? with(memory_format(translated("moved to %s"), query_text(&query, 0)), ": ", query_text(&query, 1)) : NULL;
	query_end(&query);
	return reason;
}

/* Whether the cadence of the planned session before the date comes to it. */
static bool
is_of_cadence(struct store *store, const struct edition *edition, struct date date)
{
	int every = 0;
	struct date last = session_last_planned(store, edition, date, &every);
	return date_given(last) && (date.day - last.day) % (7 * every) == 0;
}

/* A free date by the sessions around it, or NULL if there are none. */
static char *
explain_free(struct store *store, const struct edition *edition, struct date date)
{
	bool possible = is_of_cadence(store, edition, date);
	char *reason = NULL;
	struct query query = store_query(store,
	    SQL("SELECT max(date) FILTER (WHERE date < :date), min(date) FILTER (WHERE date > :date)\n"
	        "  FROM session\n"
	        " WHERE edition = :edition AND status = 'scheduled'"),
	    ARG("edition", edition->id), ARG("date", date));
	query_next(&query);
	const char *before = query_text(&query, 0), *after = query_text(&query, 1);
	if (before && after)
		reason = memory_format(translated(possible ? "a date of the cadence without a session; the next is on %s" : "between two sessions; the next is on %s"), after);
	else if (after)
		reason = memory_format(translated("before the calendar, which begins on %s"), after);
	else if (before)
		reason = memory_format(translated(possible ? "after the calendar, which ends on %s; a date of its cadence" : "after the calendar, which ends on %s"), before);
	query_end(&query);
	return reason;
}

struct explanation
date_explain(struct store *store, const struct edition *edition, const struct skips *skips, struct date date)
{
	char skipped[SKIP_TEXT];
	const char *status = edition ? session_status(store, edition, date) : NULL;
	if (status)
		return (struct explanation){ status, explain_session(store, edition, skips, date) };
	char *moved = edition ? explain_move(store, edition, date) : NULL;
	if (moved)
		return (struct explanation){ "moved", moved };
	if (skips_explain(skips, date, skipped))
		return (struct explanation){ "skipped", memory_text(skipped) };
	char *free_reason = edition ? explain_free(store, edition, date) : NULL;
	return (struct explanation){ "free", free_reason ? free_reason : memory_text(translated("neither a session, nor a holiday, break or closure")) };
}
