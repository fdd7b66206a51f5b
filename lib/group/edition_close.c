/* The end of an edition, and taking it back. */
#include <balint/clock.h>
#include <balint/edition.h>
#include <balint/fatal.h>
#include <balint/query.h>

#define CLOSED "edition closed" /* the reason by which the end of an enrolment is known again */

/* The last session that has begun or is to come, but for cancelled ones; and how many are to come. */
static struct date
last_session(struct store *store, const struct edition *edition, bool begun, int64_t *count)
{
	struct moment now = clock_now();
	struct query query = store_query(store,
	    SQL("SELECT max(date), count(*)\n"
	        "  FROM session\n"
	        " WHERE edition = :edition AND status = 'scheduled'\n"
	        "   AND (date < :today OR (date = :today AND start <= :now)) = :begun"),
	    ARG("edition", edition->id), ARG("today", now.date), ARG("now", now.time), ARG("begun", begun));
	query_next(&query);
	struct date last = query_date(&query, 0);
	*count = query_int(&query, 1);
	query_end(&query);
	return last;
}

/* Whether it was closed on the day that is said now, if one is. */
static bool
agree(struct store *store, const struct edition *edition, struct date on, struct refusal *why)
{
	char text[DATE_TEXT];
	struct query query = store_query(store,
	    SQL("SELECT min(left_on), count(*) FILTER (WHERE left_on = :on)\n"
	        "  FROM enrolment\n"
	        " WHERE edition = :edition AND reason = '" CLOSED "'"),
	    ARG("edition", edition->id), ARG("on", on));
	query_next(&query);
	struct date was = query_date(&query, 0);
	bool same = !date_given(on) || !date_given(was) || query_int(&query, 1) > 0;
	query_end(&query);
	return same
	    || refuse(why, "edition %s was closed on %s; to close it on another day, first: balint-group edition reopen %s", edition->code,
	        date_write(was, text), edition->code);
}

static bool
may_close(struct store *store, const struct edition *edition, struct closing *closing, struct date *day, struct refusal *why)
{
	char text[DATE_TEXT];
	int64_t held;
	struct date coming = last_session(store, edition, false, &closing->ahead), last = last_session(store, edition, true, &held);
	if (closing->ahead > 0 && !closing->early)
		return refuse(why, "edition %s has sessions to come (%lld, the last on %s); close it after them, or before them with --early", edition->code,
		    (long long)closing->ahead, date_write(coming, text));
	if (held > 0 && date_given(closing->on) && closing->on.day < last.day)
		return refuse(why, "edition %s has met on %s, so has not ended before", edition->code, date_write(last, text));
	*day = date_given(closing->on) ? closing->on : held > 0 && !closing->ahead ? last : clock_today();
	return true;
}

static char *
name_waiting(struct store *store, const struct edition *edition)
{
	struct query query = store_query(store,
	    SQL("SELECT group_concat(handle, ', ')\n"
	        "  FROM (SELECT p.handle\n"
	        "          FROM enrolment AS m\n"
	        "          JOIN person AS p ON p.id = m.person\n"
	        "         WHERE m.edition = :edition AND m.status IN ('applicant', 'waiting')\n"
	        "         ORDER BY p.family_key, p.given_key, p.handle)"),
	    ARG("edition", edition->id));
	query_next(&query);
	char *names = query_text(&query, 0) ? memory_text(query_text(&query, 0)) : NULL;
	query_end(&query);
	return names;
}

/* Nobody's last day is before their first. */
static void
end_enrolments(struct store *store, const struct edition *edition, struct date day)
{
	store_run(store,
	    SQL("UPDATE enrolment\n"
	        "   SET left_on = max(:day, coalesce(iif(status = 'active', joined_on, coalesce(waiting_on, applied_on)), :day)),\n"
	        "       status = iif(status = 'active', 'completed', 'withdrawn'), reason = '" CLOSED "'\n"
	        " WHERE edition = :edition AND status IN ('applicant', 'waiting', 'active')"),
	    ARG("edition", edition->id), ARG("day", day));
}

static void
set_status(struct store *store, const struct edition *edition, const char *status)
{
	store_run(store,
	    SQL("UPDATE edition\n"
	        "   SET status = :status\n"
	        " WHERE id = :id AND status <> :status"),
	    ARG("id", edition->id), ARG("status", status));
}

/* What whoever closes it should know of. */
static void
survey(struct store *store, const struct edition *edition, struct closing *closing)
{
	struct moment now = clock_now();
	struct query query = store_query(store,
	    SQL("SELECT count(*), coalesce(sum(gross + adjusted - paid), 0)\n"
	        "  FROM instalment_account\n"
	        " WHERE edition = :edition AND gross + adjusted > paid"),
	    ARG("edition", edition->id));
	query_next(&query);
	closing->unpaid = query_int(&query, 0);
	closing->open = query_int(&query, 1);
	query_end(&query);
	closing->holes = store_number(store,
	    SQL("SELECT count(*)\n"
	        "  FROM register\n"
	        " WHERE edition = :edition AND role = 'participant' AND status IS NULL\n"
	        "   AND (date < :today OR (date = :today AND start <= :now))"),
	    ARG("edition", edition->id), ARG("today", now.date), ARG("now", now.time));
	closing->queued = store_number(store,
	    SQL("SELECT count(*)\n"
	        "  FROM notices\n"
	        " WHERE edition = :edition AND status = 'queued'"),
	    ARG("edition", edition->code));
}

bool
edition_close(struct store *store, const struct edition *edition, struct closing *closing, struct refusal *why)
{
	struct date day = DATE_NONE;
	closing->gave_up = NULL;
	closing->already = store_has(store, SQL("SELECT 1 FROM edition WHERE id = :id AND status = 'closed'"), ARG("id", edition->id));
	if (closing->already)
		return agree(store, edition, closing->on, why);
	if (!may_close(store, edition, closing, &day, why))
		return false;
	closing->gave_up = name_waiting(store, edition);
	end_enrolments(store, edition, day);
	set_status(store, edition, "closed");
	survey(store, edition, closing);
	return true;
}

void
edition_reopen(struct store *store, const struct edition *edition)
{
	set_status(store, edition, "open");
	store_run(store,
	    SQL("UPDATE enrolment\n"
	        "   SET status = CASE WHEN status = 'completed' THEN 'active' WHEN waiting_on IS NULL THEN 'applicant' ELSE 'waiting' END,\n"
	        "       left_on = NULL, reason = NULL\n"
	        " WHERE edition = :edition AND reason = '" CLOSED "'\n"
	        "   AND (status = 'completed' OR (status = 'withdrawn' AND joined_on IS NULL AND applied_on IS NOT NULL))"),
	    ARG("edition", edition->id));
}
