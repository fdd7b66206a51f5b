#include <balint/clock.h>
#include <balint/outbox.h>
#include <balint/query.h>

void
outbox_queue_session(struct store *store, const char *kind, int64_t session, struct date was)
{
	char stamp[CLOCK_STAMP];
	store_run(store,
	    SQL("UPDATE outbox\n"
	        "   SET status = 'dropped', done_at = :stamp\n"
	        " WHERE session = :session AND status = 'queued' AND kind <> 'consent'"),
	    ARG("session", session), ARG("stamp", clock_stamp(stamp)));
	store_run(store,
	    SQL("INSERT INTO outbox (key, kind, person, session, status, queued_at)\n"
	        "SELECT :kind || ':' || s.id || ':' || s.sequence || ':' || m.person, :kind, m.person, s.id, 'queued', :stamp\n"
	        "  FROM session AS s\n"
	        "  JOIN enrolment AS m ON m.edition = s.edition AND m.status IN ('active', 'withdrawn', 'completed')\n"
	        " WHERE s.id = :session AND (m.joined_on IS NOT NULL OR m.applied_on IS NULL)\n"
	        "   AND coalesce(m.joined_on, '') <= max(s.date, :was) AND coalesce(m.left_on, '9999-12-31') >= min(s.date, :was)\n"
	        " ORDER BY m.person"),
	    ARG("kind", kind), ARG("session", session), ARG("was", was), ARG("stamp", clock_stamp(stamp)));
}

void
outbox_queue_consent(struct store *store, int64_t change)
{
	char stamp[CLOCK_STAMP];
	clock_stamp(stamp);
	store_run(store,
	    SQL("INSERT INTO outbox (key, kind, person, session, change, status, queued_at)\n"
	        "SELECT 'consent:' || c.session || ':' || s.sequence || ':' || c.id || ':' || a.person, 'consent', a.person, c.session, c.id,\n"
	        "       'queued', :stamp\n"
	        "  FROM change_asked AS a\n"
	        "  JOIN change AS c ON c.id = a.change\n"
	        "  JOIN session AS s ON s.id = c.session\n"
	        " WHERE a.change = :change AND a.answer IS NULL\n"
	        "   AND NOT EXISTS (SELECT 1 FROM outbox AS o WHERE o.change = a.change AND o.person = a.person)\n"
	        " ORDER BY a.person"),
	    ARG("change", change), ARG("stamp", (const char *)stamp));
	store_run(store,
	    SQL("UPDATE outbox\n"
	        "   SET (status, done_at) = (SELECT iif(status = 'queued', 'dropped', 'queued'), iif(status = 'queued', :stamp, NULL))\n"
	        " WHERE change = :change AND status IN ('queued', 'dropped')\n"
	        "   AND (status = 'queued') <> (person IN (SELECT person FROM change_asked WHERE change = :change AND answer IS NULL))"),
	    ARG("change", change), ARG("stamp", (const char *)stamp));
}

void
outbox_drop_consent(struct store *store, int64_t change)
{
	char stamp[CLOCK_STAMP];
	store_run(store,
	    SQL("UPDATE outbox\n"
	        "   SET status = 'dropped', done_at = :stamp\n"
	        " WHERE change = :change AND status = 'queued'"),
	    ARG("change", change), ARG("stamp", clock_stamp(stamp)));
}
