#include <balint/clock.h>
#include <balint/outbox.h>
#include <balint/query.h>

void
outbox_queue_session(struct store *store, const char *kind, int64_t session, struct date was)
{
	char stamp[CLOCK_STAMP];
	store_run(store,
	    SQL("UPDATE outbox\n"
	        "   SET status = 'dropped', done_at = :stamp, error = 'superseded'\n"
	        " WHERE session = :session AND status IN ('queued', 'failed') AND kind <> 'consent'"),
	    ARG("session", session), ARG("stamp", clock_stamp(stamp)));
	store_run(store,
	    SQL("INSERT INTO outbox (key, kind, person, session, status, queued_at)\n"
	        "SELECT :kind || ':' || s.id || ':' || s.sequence || ':' || m.person, :kind, m.person, s.id, 'queued', :stamp\n"
	        "  FROM session AS s\n"
	        "  JOIN membership AS m ON m.edition = s.edition AND (s.date BETWEEN m.first AND m.last OR :was BETWEEN m.first AND m.last)\n"
	        " WHERE s.id = :session\n"
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
	        "   SET status = 'dropped', done_at = :stamp,\n"
	        "       error = iif(person IN (SELECT person FROM consent WHERE change = :change), 'answered', 'not asked any more')\n"
	        " WHERE change = :change AND status IN ('queued', 'failed')\n"
	        "   AND person NOT IN (SELECT person FROM change_asked WHERE change = :change AND answer IS NULL)"),
	    ARG("change", change), ARG("stamp", (const char *)stamp));
	store_run(store,
	    SQL("UPDATE outbox\n"
	        "   SET status = 'queued', queued_at = :stamp, done_at = NULL, error = NULL\n"
	        " WHERE change = :change AND status = 'dropped' AND error IS NOT NULL\n"
	        "   AND person IN (SELECT person FROM change_asked WHERE change = :change AND answer IS NULL)"),
	    ARG("change", change), ARG("stamp", (const char *)stamp));
}

void
outbox_drop_consent(struct store *store, int64_t change)
{
	char stamp[CLOCK_STAMP];
	store_run(store,
	    SQL("UPDATE outbox\n"
	        "   SET status = 'dropped', done_at = :stamp,\n"
	        "       error = iif(person IN (SELECT person FROM consent WHERE change = :change), 'answered', 'the question is settled')\n"
	        " WHERE change = :change AND status IN ('queued', 'failed')"),
	    ARG("change", change), ARG("stamp", clock_stamp(stamp)));
}

void
outbox_queue_payment(struct store *store, const char *kind, int64_t person, int64_t instalment, int step)
{
	char stamp[CLOCK_STAMP];
	clock_stamp(stamp);
	store_run(store,
	    SQL("UPDATE outbox\n"
	        "   SET status = 'dropped', done_at = :stamp, error = 'overdue by now'\n"
	        " WHERE id IN (SELECT o.id\n"
	        "                FROM instalment AS i\n"
	        "                JOIN enrolment AS m ON m.id = i.enrolment\n"
	        "               CROSS JOIN outbox AS o\n"
	        "               CROSS JOIN instalment AS oi ON oi.id = o.instalment AND oi.due_on = i.due_on\n"
	        "               CROSS JOIN enrolment AS om ON om.id = oi.enrolment AND om.edition = m.edition\n"
	        "               WHERE :step > 0 AND i.id = :instalment AND o.person = :person AND o.kind = 'request' AND o.status = 'queued')"),
	    ARG("step", step), ARG("person", person), ARG("instalment", instalment), ARG("stamp", (const char *)stamp));
	store_run(store,
	    SQL("INSERT INTO outbox (key, kind, person, instalment, step, status, queued_at)\n"
	        "VALUES (:kind || ':' || :instalment || iif(:step > 0, ':' || :step, '') || ':' || :person, :kind, :person, :instalment,\n"
	        "        nullif(:step, 0), 'queued', :stamp)\n"
	        "ON CONFLICT (key) DO UPDATE SET status = 'queued', queued_at = excluded.queued_at, done_at = NULL, error = NULL\n"
	        " WHERE status = 'dropped' AND error IS NOT NULL"),
	    ARG("kind", kind), ARG("person", person), ARG("instalment", instalment), ARG("step", step), ARG("stamp", (const char *)stamp));
}

void
outbox_discard(struct store *store, int64_t person)
{
	store_run(store, SQL("DELETE FROM outbox WHERE person = :person AND status <> 'sent'"), ARG("person", person));
}
