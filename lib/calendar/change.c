#include <balint/amendment.h>
#include <balint/change.h>
#include <balint/clock.h>
#include <balint/outbox.h>
#include <balint/query.h>
#include <balint/translation.h>

#include <stdio.h>
#include <string.h>

/* A change as it stands in the store, and the session it is about. */
struct change {
	int64_t id, session, edition;
	struct date date, to; /* date: where the session is now */
	struct daytime start, finish, at;
	char code[72]; /* of the edition */
};

/* The open change of a session; false if there is none. */
static bool
find_open(struct store *store, int64_t session, struct change *change)
{
	struct query query = store_query(store,
	    SQL("SELECT c.id, c.to_date, c.to_start, s.date, s.start, s.finish, e.id, e.code\n"
	        "  FROM change AS c\n"
	        "  JOIN session AS s ON s.id = c.session\n"
	        "  JOIN edition AS e ON e.id = s.edition\n"
	        " WHERE c.session = :session AND c.status = 'open'"),
	    ARG("session", session));
	if (!query_next(&query))
		return false;
	*change = (struct change){
		.id = query_int(&query, 0),
		.session = session,
		.edition = query_int(&query, 6),
		.date = query_date(&query, 3),
		.to = query_date(&query, 1),
		.start = query_time(&query, 4),
		.finish = query_time(&query, 5),
		.at = query_time(&query, 2),
	};
	snprintf(change->code, sizeof change->code, "%s", query_text(&query, 7));
	query_end(&query);
	return true;
}

bool
change_find(struct store *store, const struct edition *edition, struct date date, int64_t *id, struct refusal *why)
{
	struct session session;
	struct change change;
	char text[DATE_TEXT];
	if (!session_find(store, edition, date, &session, why))
		return false;
	if (!find_open(store, session.id, &change))
		return refuse(why, "no change of the session of %s is open; 'balint-calendar changes' shows what was asked", date_write(date, text));
	*id = change.id;
	return true;
}

static void
close_change(struct store *store, int64_t change, const char *status)
{
	char stamp[CLOCK_STAMP];
	store_run(store,
	    SQL("UPDATE change\n"
	        "   SET status = :status, closed_at = :stamp\n"
	        " WHERE id = :change"),
	    ARG("change", change), ARG("status", status), ARG("stamp", clock_stamp(stamp)));
	outbox_drop_consent(store, change);
}

void
change_retract(struct store *store, int64_t change)
{
	close_change(store, change, "lapsed");
}

void
change_lapse(struct store *store, int64_t session)
{
	struct change change;
	if (find_open(store, session, &change))
		change_retract(store, change.id);
}

/* Whether the session can go there: it ends that day, which is to come, nothing else is on it, and it is not skipped. */
static bool
may_go(struct store *store, const struct change *change, bool override, bool *skipped, struct refusal *why)
{
	char text[DATE_TEXT];
	const struct edition edition = { .id = change->edition, .code = (char *)(uintptr_t)change->code };
	*skipped = false;
	if (!session_fits(change->at, change->finish.minute - change->start.minute, why))
		return false;
	if (!override && clock_reached(change->to, change->at))
		return refuse(why, "%s is past", date_write(change->to, text));
	return change->to.day == change->date.day || session_may_be_on(store, &edition, change->to, override, skipped, why);
}

/* The session takes its new place; everybody hears of it. */
static void
make(struct store *store, const struct change *change, bool skipped)
{
	char stamp[CLOCK_STAMP];
	struct daytime finish = { change->at.minute + change->finish.minute - change->start.minute };
	store_run(store,
	    SQL("UPDATE session\n"
	        "   SET (date, start, finish, note, override, sequence, changed_at)\n"
	        "       = (SELECT :to, :at, :finish, c.reason, iif(:skipped, c.reason, iif(:to = session.date, session.override, NULL)),\n"
	        "                 session.sequence + 1, :stamp\n"
	        "            FROM change AS c WHERE c.id = :change)\n"
	        " WHERE id = :session"),
	    ARG("session", change->session), ARG("change", change->id), ARG("to", change->to), ARG("at", change->at), ARG("finish", finish),
	    ARG("skipped", skipped), ARG("stamp", clock_stamp(stamp)));
	close_change(store, change->id, "made");
	if (!clock_reached(change->to, change->at))
		outbox_queue_session(store, "move", change->session, change->date);
}

/* One fact about those who are asked. */
static bool
anybody(struct store *store, int64_t change, const char *answer)
{
	return store_has(store,
	    SQL("SELECT 1\n"
	        "  FROM change_asked\n"
	        " WHERE change = :change AND (answer = :answer OR (:answer = 'missing' AND answer IS NOT 'yes'))"),
	    ARG("change", change), ARG("answer", answer));
}

static int64_t
session_of(struct store *store, int64_t change)
{
	return store_number(store, SQL("SELECT session FROM change WHERE id = :change"), ARG("change", change));
}

bool
change_settle(struct store *store, int64_t id, struct refusal *why)
{
	struct change change;
	bool skipped;
	char text[DATE_TEXT];
	if (!find_open(store, session_of(store, id), &change) || clock_reached(change.date, change.start))
		return true; /* it is too late */
	if (anybody(store, id, "no")) {
		close_change(store, id, "refused");
		return true;
	}
	outbox_queue_consent(store, id);
	if (anybody(store, id, "missing"))
		return true;
	if (!may_go(store, &change, false, &skipped, why)) {
		size_t used = strlen(why->text);
		snprintf(why->text + used, sizeof why->text - used, translated("; to end the question: balint-calendar retract %s"), date_write(change.date, text));
		return false;
	}
	make(store, &change, skipped);
	return true;
}

static bool
was_refused(struct store *store, const struct change *change)
{
	return store_has(store,
	    SQL("SELECT 1\n"
	        "  FROM change\n"
	        " WHERE session = :session AND status = 'refused' AND to_date = :to"),
	    ARG("session", change->session), ARG("to", change->to));
}

/* Whether that move can be asked for at all, whatever people will say to it. */
static bool
may_ask(struct store *store, const struct change *change, const struct move *move, bool *skipped, struct refusal *why)
{
	char text[DATE_TEXT];
	if (change->to.day == change->date.day && change->at.minute == change->start.minute)
		return refuse(why, "the session of %s is there already, at that time", date_write(change->date, text));
	if (!move->override && clock_reached(change->date, change->start))
		return refuse(why, "the session of %s has begun; to write down that it was held on another day: --override", date_write(change->date, text));
	if (!move->override && clock_reached(change->to, change->at))
		return refuse(why, "%s is past; to write down that it was held then: --override", date_write(change->to, text));
	if (!clock_reached(change->to, change->at) && !session_check_unheld(store, change->session, change->date, N_("is not still to come"), why))
		return false;
	if (change->at.minute != change->start.minute && !session_check_untimed(store, change->session, change->date, why))
		return false;
	if (!move->override && !move->again && was_refused(store, change))
		return refuse(why, "the move to %s was refused; to ask once more: --again", date_write(change->to, text));
	return may_go(store, change, move->override, skipped, why) || (*skipped && session_offer_override(why));
}

/* The open change is the one that is asked for, or stands in its way. */
static bool
agree(const struct change *open, const struct change *change, struct refusal *why)
{
	char from[DATE_TEXT], to[DATE_TEXT];
	date_write(open->date, from);
	return (open->to.day == change->to.day && open->at.minute == change->at.minute)
	    || refuse(why, "its move to %s waits for answers; to ask for another: balint-calendar retract %s", date_write(open->to, to), from);
}

static int64_t
insert(struct store *store, const struct change *change, const char *reason)
{
	char stamp[CLOCK_STAMP];
	store_run(store,
	    SQL("INSERT INTO change (session, from_date, from_start, to_date, to_start, reason, status, opened_at)\n"
	        "VALUES (:session, :date, :start, :to, :at, :reason, 'open', :stamp)"),
	    ARG("session", change->session), ARG("date", change->date), ARG("start", change->start), ARG("to", change->to),
	    ARG("at", change->at), ARG("reason", reason), ARG("stamp", clock_stamp(stamp)));
	return store_last_id(store);
}

/* The same move, made already: the session is no longer where it was. */
static bool
is_made(struct store *store, const struct edition *edition, struct date date, const struct move *move, int64_t *change)
{
	*change = store_number(store,
	    SQL("SELECT c.id\n"
	        "  FROM change AS c\n"
	        "  JOIN session AS s ON s.id = c.session AND s.date = c.to_date AND s.start = c.to_start\n"
	        " WHERE s.edition = :edition AND s.status = 'scheduled' AND c.status = 'made' AND c.from_date = :date AND c.to_date = :to AND c.reason = :reason\n"
	        "   AND c.to_start = coalesce(:at, c.from_start)\n"
	        " ORDER BY c.id DESC"),
	    ARG("edition", edition->id), ARG("date", date), ARG("to", move->to), ARG("reason", move->reason), ARG("at", move->at));
	return *change != 0;
}

bool
change_move(struct store *store, const struct edition *edition, struct date date, const struct move *move, int64_t *id, struct refusal *why)
{
	struct session session;
	struct change open;
	bool skipped = false;
	char text[DATE_TEXT];
	bool gone = !session_status(store, edition, date);
	if ((gone || move->to.day == date.day) && is_made(store, edition, date, move, id))
		return true;
	if (!session_find(store, edition, date, &session, why))
		return false;
	if (session.cancelled)
		return refuse(why, "the session of %s is cancelled; 'balint-calendar restore' takes that back", date_write(date, text));
	struct change change = {
		.session = session.id,
		.edition = edition->id,
		.date = date,
		.to = move->to,
		.start = session.start,
		.finish = session.finish,
		.at = time_given(move->at) ? move->at : session.start,
	};
	snprintf(change.code, sizeof change.code, "%s", edition->code);
	bool is_open = find_open(store, session.id, &open);
	if (is_open && !move->override) {
		*id = open.id;
		return agree(&open, &change, why);
	}
	if (!may_ask(store, &change, move, &skipped, why))
		return false;
	change_lapse(store, session.id);
	*id = change.id = insert(store, &change, move->reason);
	if (!move->override)
		return change_settle(store, change.id, why);
	make(store, &change, skipped);
	return true;
}

void
change_check(struct store *store, int64_t edition, row_taker *take, void *context)
{
	struct query query = store_query(store,
	    SQL("SELECT e.code, s.date, c.to_date, s.id, EXISTS (SELECT 1 FROM consent WHERE change = c.id AND answer = 'no')\n"
	        "  FROM change AS c\n"
	        "  JOIN session AS s ON s.id = c.session\n"
	        "  JOIN edition AS e ON e.id = s.edition\n"
	        " WHERE c.status = 'open' AND e.status = 'open' AND (:edition = 0 OR e.id = :edition)\n"
	        " ORDER BY e.number, e.year, e.code, s.date"),
	    ARG("edition", edition));
	while (query_next(&query)) {
		const char *date = query_text(&query, 1), *to = query_text(&query, 2);
		const struct subject subject = { query_text(&query, 0), date };
		struct refusal why = { "" };
		struct change change;
		bool skipped;
		char cure[80];
		snprintf(cure, sizeof cure, "balint-calendar retract %s", date);
		if (!find_open(store, query_int(&query, 3), &change))
			continue;
		if (clock_reached(change.date, change.start))
			finding_report(take, context, "warning", subject, cure, "the session has begun, and its move to %s still waits for answers", to);
		else if (query_int(&query, 4))
			finding_report(take, context, "error", subject, cure, "somebody has said no to its move to %s, and it is not refused", to);
		else if (!may_go(store, &change, false, &skipped, &why))
			finding_report(take, context, "warning", subject, cure, "its move to %s cannot be made: %s", to, why.text);
	}
}
