/* The ledger is undone by a reversal, as accountants do, once anybody was written to about what is in it. */
#include <balint/query.h>
#include <balint/undo_guard.h>

#include <string.h>

/*
 * SQL: the instalments of which payment has been asked since :at, each with the notice. One mail asks a payer for all that they pay with
 * that day's instalments, and hangs on one of these.
 */
#define ASKED \
	"WITH asked (notice, later, instalment, due_on, person, edition) AS (\n" \
	"  SELECT o.id, o.done_at > :at, i.id, i.due_on, m.person, m.edition\n" \
	"    FROM outbox AS o\n" \
	"   CROSS JOIN instalment AS oi ON oi.id = o.instalment\n" \
	"   CROSS JOIN enrolment AS om ON om.id = oi.enrolment\n" \
	"   CROSS JOIN person AS p ON p.payer = o.person OR (p.id = o.person AND p.payer IS NULL) OR p.id = om.person\n" \
	"   CROSS JOIN enrolment AS m ON m.edition = om.edition AND m.person = p.id\n" \
	"   CROSS JOIN instalment AS i ON i.enrolment = m.id AND i.due_on = oi.due_on\n" \
	"   WHERE o.status = 'sent' AND o.done_at >= :at)\n"

/* Whether a notice, the first two columns of the row, went after the command; one that went in the same second if it was queued since. */
static bool
is_since(struct store *store, const struct undo *undo, const struct query *query)
{
	return query_int(query, 1) == 1 || undo_changed_since(store, undo, "outbox", query_int(query, 0)) != 0;
}

static bool
refuse_instalments(struct store *store, const struct undo *undo, struct refusal *why)
{
	bool asked = false;
	struct query query = store_query(store,
	    SQL(ASKED
	        "SELECT a.notice, a.later, p.handle, substr(a.due_on, 1, 7), e.code\n"
	        "  FROM asked AS a\n"
	        " CROSS JOIN temp.touched AS t ON t.name = 'instalment' AND t.id = a.instalment AND t.operation <> 'delete'\n"
	        "  JOIN person AS p ON p.id = a.person\n"
	        "  JOIN edition AS e ON e.id = a.edition\n"
	        " ORDER BY a.due_on, p.family_key, p.given_key, p.handle, a.notice"),
	    ARG("at", (const char *)undo->at));
	while (!asked && query_next(&query)) {
		asked = is_since(store, undo, &query);
		const char *handle = query_text(&query, 2), *month = query_text(&query, 3);
		if (asked)
			refuse(why, "command %lld cannot be undone: '%s' has been asked since to pay for %s; to change that: "
			    "balint-fees adjust %s --less AMOUNT --month %s --reason T -e %s", (long long)undo->id, handle, month, handle, month, query_text(&query, 4));
	}
	query_end(&query);
	return !asked;
}

/* An entry's instalments are those that it adjusts and those to which the command has allocated anything. */
static bool
refuse_entries(struct store *store, const struct undo *undo, struct refusal *why)
{
	bool asked = false;
	struct query query = store_query(store,
	    SQL(ASKED
	        ", booked (notice, later, person, entry, kind) AS (\n"
	        "  SELECT a.notice, a.later, a.person, e.id, e.kind\n"
	        "    FROM asked AS a\n"
	        "   CROSS JOIN entry AS e ON e.instalment = a.instalment\n"
	        "   CROSS JOIN temp.touched AS t ON t.name = 'entry' AND t.id = e.id AND t.operation = 'insert'\n"
	        "   UNION ALL\n"
	        "  SELECT a.notice, a.later, a.person, coalesce(r.id, e.id), coalesce(r.kind, e.kind)\n"
	        "    FROM asked AS a\n"
	        "   CROSS JOIN allocation AS l ON l.instalment = a.instalment\n"
	        "   CROSS JOIN temp.touched AS t ON t.name = 'allocation' AND t.id = l.id AND t.operation = 'insert'\n"
	        "    JOIN entry AS e ON e.id = l.entry\n"
	        "    LEFT JOIN entry AS r ON r.reverses = e.id)\n"
	        "SELECT b.notice, b.later, p.handle, b.entry, b.kind\n"
	        "  FROM booked AS b\n"
	        "  JOIN person AS p ON p.id = b.person\n"
	        " ORDER BY b.entry, b.notice"),
	    ARG("at", (const char *)undo->at));
	while (!asked && query_next(&query)) {
		asked = is_since(store, undo, &query);
		long long id = (long long)undo->id, entry = (long long)query_int(&query, 3);
		if (asked && query_is(&query, 4, "reversal"))
			refuse(why, "command %lld cannot be undone: '%s' has been asked since to pay what entry %lld left open; to enter it anew: "
			    "balint-fees pay, adjust or match", id, query_text(&query, 2), entry);
		else if (asked)
			refuse(why, "command %lld cannot be undone: '%s' has been asked since to pay what entry %lld left open; to take it back: "
			    "balint-fees reverse %lld --reason T", id, query_text(&query, 2), entry, entry);
	}
	query_end(&query);
	return !asked;
}

/* A receipt that was printed has the number of its payment, which would be given to another. One that is reversed keeps it by the reversal. */
static bool
refuse_receipts(struct store *store, const struct undo *undo, struct refusal *why)
{
	struct query query = store_query(store,
	    SQL("SELECT r.entry\n"
	        "  FROM temp.touched AS t\n"
	        "  JOIN receipt AS r ON r.entry = t.id\n"
	        " WHERE t.name = 'entry' AND t.operation = 'insert' AND NOT EXISTS (SELECT 1 FROM entry AS e WHERE e.reverses = r.entry)\n"
	        " ORDER BY r.entry"));
	if (!query_next(&query))
		return true;
	long long entry = (long long)query_int(&query, 0);
	query_end(&query);
	return refuse(why, "command %lld cannot be undone: receipt %lld was printed, and its number is not given again; to take the payment back: "
		"balint-fees reverse %lld --reason T", (long long)undo->id, entry, entry);
}

bool
fees_may_undo(struct store *store, const struct undo *undo, struct refusal *why)
{
	return refuse_instalments(store, undo, why) && refuse_entries(store, undo, why) && refuse_receipts(store, undo, why);
}
