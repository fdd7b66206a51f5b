/* What `check` finds in the outbox. */
#include "spent.h"

#include <balint/clock.h>
#include <balint/fatal.h>
#include <balint/finding.h>
#include <balint/outbox_list.h>
#include <balint/query.h>
#include <balint/setting.h>

#include <stdio.h>
#include <stdlib.h>

/* A notice that failed is tried no more until somebody says so. */
static void
check_failed(struct store *store, int64_t edition, row_taker *take, void *context)
{
	struct moment now = clock_now();
	struct query query = store_query(store,
	    SQL("SELECT e.code, v.person, v.kind, v.date, coalesce(v.error, 'no reason is known'), v.id, coalesce(" WHY_SPENT ", '')\n"
	        "  FROM notices AS v\n"
	        "  JOIN edition AS e ON e.code = v.edition\n"
	        "  JOIN outbox AS o ON o.id = v.id\n"
	        "  LEFT JOIN session AS s ON s.id = o.session\n"
	        " WHERE v.status = 'failed' AND ((:edition = 0 AND e.status = 'open') OR e.id = :edition)\n"
	        " ORDER BY v.id"),
	    ARG("edition", edition), ARG("today", now.date), ARG("now", now.time));
	while (query_next(&query)) {
		char cure[64];
		const char *spent = query_text(&query, 6);
		const struct subject subject = { query_text(&query, 0), query_text(&query, 1) };
		snprintf(cure, sizeof cure, "balint-group outbox %s %lld", *spent ? "drop" : "retry", (long long)query_int(&query, 5));
		finding_report(take, context, "warning", subject, cure, "the %s notice of %s has failed: %s%s%s", query_text(&query, 2), query_text(&query, 3),
		    query_text(&query, 4), *spent ? "; " : "", spent);
	}
}

/* Whoever has no address is found by check_addresses: nothing that waits for them goes before they have one. */
static void
check_waiting(struct store *store, int64_t edition, row_taker *take, void *context)
{
	char stamp[CLOCK_STAMP];
	struct query query = store_query(store,
	    SQL("SELECT CASE WHEN o.instalment IS NOT NULL THEN 'balint-fees request' WHEN o.kind = 'reminder' THEN 'balint-calendar remind'\n"
	        "            ELSE 'balint-calendar notify' END AS cure,\n"
	        "       count(*), min(substr(o.queued_at, 1, 10))\n"
	        "  FROM notices AS v\n"
	        "  JOIN edition AS e ON e.code = v.edition\n"
	        "  JOIN outbox AS o ON o.id = v.id\n"
	        "  JOIN person AS p ON p.id = o.person\n"
	        " WHERE o.status = 'queued' AND p.email IS NOT NULL AND ((:edition = 0 AND e.status = 'open') OR e.id = :edition)\n"
	        "   AND julianday(o.queued_at) < julianday(:stamp) - 1\n"
	        " GROUP BY cure\n"
	        " ORDER BY min(o.id)"),
	    ARG("edition", edition), ARG("stamp", clock_stamp(stamp)));
	while (query_next(&query)) {
		int64_t count = query_int(&query, 1);
		finding_report(take, context, "warning", (struct subject){ NULL, "outbox" }, query_text(&query, 0),
		    count == 1 ? "%lld notice waits since %s" : "%lld notices wait since %s", (long long)count, query_text(&query, 2));
	}
}

/* Nothing goes before they have one. */
static void
check_addresses(struct store *store, int64_t edition, row_taker *take, void *context)
{
	struct query query = store_query(store,
	    SQL("SELECT p.handle, count(*)\n"
	        "  FROM notices AS v\n"
	        "  JOIN edition AS e ON e.code = v.edition AND ((:edition = 0 AND e.status = 'open') OR e.id = :edition)\n"
	        "  JOIN person AS p ON p.handle = v.person\n"
	        " WHERE v.status = 'queued' AND p.email IS NULL\n"
	        " GROUP BY p.id\n"
	        " ORDER BY p.family_key, p.given_key, p.handle"),
	    ARG("edition", edition));
	while (query_next(&query)) {
		int64_t waiting = query_int(&query, 1);
		const struct subject subject = { NULL, query_text(&query, 0) };
		char *cure = memory_format("balint-group person set %s --email ADDRESS", subject.about);
		finding_report(take, context, "warning", subject, cure,
		    waiting == 1 ? "no mail address, and %lld notice waits" : "no mail address, and %lld notices wait", (long long)waiting);
		free(cure);
	}
}

static void
check_sender(struct store *store, int64_t edition, row_taker *take, void *context)
{
	int64_t waiting = store_number(store,
	    SQL("SELECT count(*)\n"
	        "  FROM notices AS v\n"
	        "  JOIN edition AS e ON e.code = v.edition\n"
	        " WHERE v.status = 'queued' AND ((:edition = 0 AND e.status = 'open') OR e.id = :edition)"),
	    ARG("edition", edition));
	if (waiting > 0)
		finding_report(take, context, "warning", (struct subject){ NULL, "outbox" }, "balint-group set from='Name <name@example.org>'",
		    waiting == 1 ? "%lld notice waits, and mails have no sender" : "%lld notices wait, and mails have no sender", (long long)waiting);
}

void
outbox_check(struct store *store, int64_t edition, row_taker *take, void *context)
{
	char *from = setting_get(store, "from");
	check_failed(store, edition, take, context);
	check_waiting(store, edition, take, context);
	check_addresses(store, edition, take, context);
	if (!from)
		check_sender(store, edition, take, context);
	free(from);
}
