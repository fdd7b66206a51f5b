#include "uuid.h"

#include <balint/amendment.h>
#include <balint/change.h>
#include <balint/clock.h>
#include <balint/outbox.h>
#include <balint/query.h>
#include <balint/text.h>
#include <balint/translation.h>

#include <stdio.h>
#include <string.h>

/* Members are told of what is still to come. */
static void
tell(struct store *store, const char *kind, int64_t session, struct date date, struct daytime start)
{
	if (!clock_reached(date, start))
		outbox_queue_session(store, kind, session, date);
}

static bool
is_taken(struct store *store, const struct edition *edition, struct date date, struct refusal *why)
{
	char text[DATE_TEXT];
	const char *status = session_status(store, edition, date);
	if (!status)
		return false;
	if (strcmp(status, "cancelled") == 0)
		refuse(why, "the cancelled session of %s is there; 'balint-calendar restore' takes the cancellation back", date_write(date, text));
	else
		refuse(why, "edition %s has a session on %s already", edition->code, date_write(date, text));
	return true;
}

/* Whether the date is skipped; refused if it is, unless overridden. */
static bool
may_be_held(struct store *store, const struct edition *edition, struct date date, bool override, bool *skipped, struct refusal *why)
{
	char reason[SKIP_TEXT], text[DATE_TEXT];
	struct skips *skips = skips_load(store, edition->id);
	bool is = skips_explain(skips, date, reason);
	skips_free(skips);
	*skipped = is;
	return !is || override || refuse(why, "%s is skipped: %s", date_write(date, text), reason);
}

bool
session_offer_override(struct refusal *why)
{
	size_t used = strlen(why->text);
	snprintf(why->text + used, sizeof why->text - used, "%s", translated("; to have a session all the same: --override with --reason"));
	return false;
}

bool
session_may_be_on(struct store *store, const struct edition *edition, struct date date, bool override, bool *skipped, struct refusal *why)
{
	*skipped = false;
	return !is_taken(store, edition, date, why) && may_be_held(store, edition, date, override, skipped, why);
}

static bool
has_note(struct store *store, int64_t session, const char *note)
{
	return store_has(store,
	    SQL("SELECT 1\n"
	        "  FROM session\n"
	        " WHERE id = :session AND note IS :note"),
	    ARG("session", session), ARG("note", note));
}

bool
session_cancel(struct store *store, const struct edition *edition, struct date date, const char *reason, struct refusal *why)
{
	struct session session;
	char stamp[CLOCK_STAMP], text[DATE_TEXT];
	if (!session_find(store, edition, date, &session, why))
		return false;
	date_write(date, text);
	if (session.cancelled)
		return has_note(store, session.id, reason) || refuse(why, "the session of %s is cancelled already, for another reason", text);
	if (!session_check_unheld(store, session.id, date, N_("cannot be cancelled"), why))
		return false;
	store_run(store,
	    SQL("UPDATE session\n"
	        "   SET status = 'cancelled', note = :reason, sequence = sequence + 1, changed_at = :stamp\n"
	        " WHERE id = :session"),
	    ARG("session", session.id), ARG("reason", reason), ARG("stamp", clock_stamp(stamp)));
	change_lapse(store, session.id);
	tell(store, "cancellation", session.id, date, session.start);
	return true;
}

/* What the note said before the cancellation is known only of a move: its reason. */
bool
session_restore(struct store *store, const struct edition *edition, struct date date, const struct session_facts *facts, struct refusal *why)
{
	struct session session;
	bool skipped;
	char stamp[CLOCK_STAMP], text[DATE_TEXT];
	if (!session_find(store, edition, date, &session, why))
		return false;
	if (!session.cancelled)
		return refuse(why, "the session of %s is not cancelled", date_write(date, text));
	if (!may_be_held(store, edition, date, facts->override, &skipped, why))
		return session_offer_override(why);
	store_run(store,
	    SQL("UPDATE session\n"
	        "   SET status = 'scheduled', sequence = sequence + 1, changed_at = :stamp,\n"
	        "       override = CASE WHEN :skipped THEN :reason ELSE override END,\n"
	        "       note = (SELECT c.reason FROM change AS c\n"
	        "                WHERE c.session = session.id AND c.status = 'made' AND c.to_date = session.date\n"
	        "                ORDER BY c.id DESC LIMIT 1)\n"
	        " WHERE id = :session"),
	    ARG("session", session.id), ARG("skipped", skipped), ARG("reason", facts->reason), ARG("stamp", clock_stamp(stamp)));
	tell(store, "restoration", session.id, date, session.start);
	return true;
}

/* When a session of these facts begins and ends; refused if that is after midnight. */
static bool
time_of(const struct session_facts *facts, struct daytime usual, int minutes, struct session *session, struct refusal *why)
{
	session->start = time_given(facts->at) ? facts->at : usual;
	session->finish.minute = session->start.minute + (facts->minutes ? facts->minutes : minutes);
	return session_fits(session->start, session->finish.minute - session->start.minute, why);
}

static bool
is_link(const char *online, struct refusal *why)
{
	return !online || !*online || text_is_link(online, why) || refuse_within(why, "--online");
}

/* Whether the make-up session that was asked for is there already. */
static bool
is_there(struct store *store, const struct edition *edition, struct date date, const struct session_facts *facts, const struct session *session)
{
	return store_has(store,
	    SQL("SELECT 1\n"
	        "  FROM session\n"
	        " WHERE edition = :edition AND date = :date AND planned_on IS NULL AND status = 'scheduled'\n"
	        "   AND start = :start AND finish = :finish AND note IS :reason\n"
	        "   AND venue IS nullif(:venue, '') AND online IS nullif(:online, '')"),
	    ARG("edition", edition->id), ARG("date", date), ARG("start", session->start), ARG("finish", session->finish),
	    ARG("reason", facts->reason), ARG("venue", facts->venue), ARG("online", facts->online));
}

bool
session_add(struct store *store, const struct edition *edition, struct date date, const struct session_facts *facts, struct refusal *why)
{
	struct session session;
	bool skipped;
	char uid[UUID_TEXT], stamp[CLOCK_STAMP];
	if (!time_of(facts, edition->at, edition->minutes, &session, why) || !is_link(facts->online, why))
		return false;
	if (is_there(store, edition, date, facts, &session))
		return true;
	if (!session_may_be_on(store, edition, date, facts->override, &skipped, why))
		return skipped && session_offer_override(why);
	store_run(store,
	    SQL("INSERT INTO session (edition, date, start, finish, note, override, venue, online, uid, changed_at)\n"
	        "VALUES (:edition, :date, :start, :finish, :reason, iif(:skipped, :reason, NULL), nullif(:venue, ''), nullif(:online, ''),\n"
	        "        :uid, :stamp)"),
	    ARG("edition", edition->id), ARG("date", date), ARG("start", session.start), ARG("finish", session.finish),
	    ARG("reason", facts->reason), ARG("skipped", skipped), ARG("venue", facts->venue), ARG("online", facts->online),
	    ARG("uid", uuid_make(uid)), ARG("stamp", clock_stamp(stamp)));
	tell(store, "addition", store_last_id(store), date, session.start);
	return true;
}

bool
session_set(struct store *store, const struct edition *edition, struct date date, const struct session_facts *facts, struct refusal *why)
{
	struct session session;
	char stamp[CLOCK_STAMP], text[DATE_TEXT];
	if (!session_find(store, edition, date, &session, why))
		return false;
	if (session.cancelled)
		return refuse(why, "the session of %s is cancelled; 'balint-calendar restore' takes that back", date_write(date, text));
	const struct session before = session;
	if (!time_of(facts, session.start, session.finish.minute - session.start.minute, &session, why) || !is_link(facts->online, why))
		return false;
	bool moves = session.start.minute != before.start.minute || session.finish.minute != before.finish.minute;
	if (moves && !session_check_untimed(store, session.id, date, why))
		return false;
	int64_t changed = store_run(store,
	    SQL("UPDATE session\n"
	        "   SET start = :start, finish = :finish, sequence = sequence + 1, changed_at = :stamp,\n"
	        "       venue = iif(:venue IS NULL, venue, nullif(:venue, '')), online = iif(:online IS NULL, online, nullif(:online, ''))\n"
	        " WHERE id = :session\n"
	        "   AND (start <> :start OR finish <> :finish OR (:venue IS NOT NULL AND venue IS NOT nullif(:venue, ''))\n"
	        "        OR (:online IS NOT NULL AND online IS NOT nullif(:online, '')))"),
	    ARG("session", session.id), ARG("start", session.start), ARG("finish", session.finish), ARG("venue", facts->venue),
	    ARG("online", facts->online), ARG("stamp", clock_stamp(stamp)));
	if (moves)
		change_lapse(store, session.id);
	if (changed)
		tell(store, "amendment", session.id, date, session.start);
	return true;
}

/* Past sessions were held where the edition was then, if it was anywhere. */
static void
keep_past_places(struct store *store, const struct edition *before, bool venue, bool online, struct moment now)
{
	store_run(store,
	    SQL("UPDATE session\n"
	        "   SET venue = iif(:changes_venue, coalesce(venue, :venue), venue), online = iif(:changes_online, coalesce(online, :online), online)\n"
	        " WHERE edition = :edition AND (date < :today OR (date = :today AND start <= :now))"),
	    ARG("edition", before->id), ARG("changes_venue", venue), ARG("venue", before->venue), ARG("changes_online", online),
	    ARG("online", before->online), ARG("today", now.date), ARG("now", now.time));
}

/* Who has been written to about a session that is still to come has an old place or link in hand. */
static void
tell_the_told(struct store *store, const struct edition *edition, bool venue, bool online, struct moment now)
{
	struct date last = DATE_NONE;
	for (;;) {
		struct query query = store_query(store,
		    SQL("SELECT s.id, s.date, s.start\n"
		        "  FROM session AS s\n"
		        " WHERE s.edition = :edition AND s.date > coalesce(:last, '') AND s.date >= :today AND s.status = 'scheduled'\n"
		        "   AND ((:venue AND s.venue IS NULL) OR (:online AND s.online IS NULL))\n"
		        "   AND EXISTS (SELECT 1 FROM outbox AS o WHERE o.session = s.id AND o.told IS NOT NULL)\n"
		        " ORDER BY s.date"),
		    ARG("edition", edition->id), ARG("last", last), ARG("today", now.date), ARG("venue", venue), ARG("online", online));
		if (!query_next(&query))
			return;
		int64_t session = query_int(&query, 0);
		struct daytime start = query_time(&query, 2);
		last = query_date(&query, 1);
		query_end(&query);
		tell(store, "amendment", session, last, start);
	}
}

void
session_follow_edition(struct store *store, const struct edition *before, bool venue, bool online)
{
	char stamp[CLOCK_STAMP];
	keep_past_places(store, before, venue, online, clock_now());
	store_run(store,
	    SQL("UPDATE session\n"
	        "   SET sequence = sequence + 1, changed_at = :stamp\n"
	        " WHERE edition = :edition AND status = 'scheduled' AND ((:venue AND venue IS NULL) OR (:online AND online IS NULL))"),
	    ARG("edition", before->id), ARG("venue", venue), ARG("online", online), ARG("stamp", clock_stamp(stamp)));
	tell_the_told(store, before, venue, online, clock_now());
}
