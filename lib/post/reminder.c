#include <balint/clock.h>
#include <balint/edition.h>
#include <balint/query.h>
#include <balint/reminder.h>

void
reminder_queue(struct store *store, int64_t edition, int days)
{
	struct moment now = clock_now();
	struct date last = { now.date.day + days };
	char stamp[CLOCK_STAMP];
	store_run(store,
	    SQL("INSERT INTO outbox (key, kind, person, session, status, queued_at)\n"
	        "SELECT 'reminder:' || s.id || ':' || s.sequence || ':' || m.person, 'reminder', m.person, s.id, 'queued', :stamp\n"
	        "  FROM edition AS e\n"
	        "  JOIN session AS s ON s.edition = e.id AND s.status = 'scheduled'\n"
	        "                   AND (s.date > :today OR (s.date = :today AND s.start > :now)) AND s.date <= :last\n"
	        "  JOIN membership AS m ON m.edition = e.id AND s.date BETWEEN m.first AND m.last\n"
	        "  JOIN person AS p ON p.id = m.person AND p.mail = 1\n"
	        " WHERE (:edition = 0 AND e.status = 'open') OR e.id = :edition\n"
	        " ORDER BY s.date, e.number, e.year, e.code, p.family_key, p.given_key, p.handle\n"
	        "ON CONFLICT (key) DO UPDATE SET status = 'queued', queued_at = excluded.queued_at, done_at = NULL, error = NULL\n"
	        " WHERE status = 'dropped' AND error IS NOT NULL"),
	    ARG("edition", edition), ARG("today", now.date), ARG("now", now.time), ARG("last", last), ARG("stamp", clock_stamp(stamp)));
}
