#include <balint/finding.h>
#include <balint/ledger.h>
#include <balint/query.h>
#include <balint/translation.h>

#include <stdio.h>

/* None of this can come from the verbs, so all of it is an error. What is append-only can be reversed, or else not be mended by a command. */

enum { CURE_TEXT = 80 };

static const char *
cure_by_reversal(int64_t entry, char cure[CURE_TEXT])
{
	if (entry == COUNT_NONE || entry == 0)
		return "restore a backup";
	snprintf(cure, CURE_TEXT, "balint-fees reverse %lld --reason T", (long long)entry);
	return cure;
}

/* What a payment has paid and what was given back of it, against its amount, which is nothing once it is reversed. */
static void
check_payments(struct store *store, row_taker *take, void *context)
{
	struct query query = store_query(store,
	    SQL("SELECT e.id, coalesce((SELECT sum(amount) FROM allocation WHERE entry = e.id), 0) AS allocated,\n"
	        "       iif(reversed, 0, e.amount) AS whole,\n"
	        "       iif(reversed, 0, coalesce((SELECT max(refund) FROM (SELECT refund\n"
	        "                                                             FROM allocation\n"
	        "                                                            WHERE entry = e.id AND refund IS NOT NULL\n"
	        "                                                            GROUP BY refund\n"
	        "                                                           HAVING sum(amount) > 0)), e.id)) AS first\n"
	        "  FROM (SELECT id, amount, EXISTS (SELECT 1 FROM entry AS r WHERE r.reverses = p.id) AS reversed\n"
	        "          FROM entry AS p\n"
	        "         WHERE kind = 'payment') AS e\n"
	        " WHERE allocated > whole OR allocated < 0\n"
	        " ORDER BY e.id"));
	while (query_next(&query)) {
		char about[CURE_TEXT], cure[CURE_TEXT], allocated[MONEY_TEXT], amount[MONEY_TEXT];
		snprintf(about, sizeof about, translated("payment %s"), query_text(&query, 0));
		finding_report(take, context, "error", (struct subject){ NULL, about }, cure_by_reversal(query_int(&query, 3), cure), "%s of %s is allocated",
		    money_write(query_int(&query, 1), allocated), money_write(query_int(&query, 2), amount));
	}
}

static void
check_instalments(struct store *store, row_taker *take, void *context)
{
	struct query query = store_query(store,
	    SQL("SELECT d.code, p.handle, substr(i.due_on, 1, 7), i.paid, i.gross + i.adjusted,\n"
	        "       CASE WHEN i.gross + i.adjusted < 0\n"
	        "            THEN (SELECT max(a.id)\n"
	        "                    FROM entry AS a\n"
	        "                   WHERE a.instalment = i.id AND a.kind = 'adjustment' AND a.amount < 0\n"
	        "                     AND NOT EXISTS (SELECT 1 FROM entry AS r WHERE r.reverses = a.id))\n"
	        "            ELSE (SELECT a.entry\n"
	        "                    FROM allocation AS a\n"
	        "                   WHERE a.instalment = i.id AND NOT EXISTS (SELECT 1 FROM entry AS r WHERE r.reverses = a.entry)\n"
	        "                   GROUP BY a.entry\n"
	        "                  HAVING (sum(a.amount) > 0) = (i.paid > 0) AND sum(a.amount) <> 0\n"
	        "                   ORDER BY max(a.id) DESC\n"
	        "                   LIMIT 1) END\n"
	        "  FROM instalment_account AS i\n"
	        "  JOIN person AS p ON p.id = i.person\n"
	        "  JOIN edition AS d ON d.id = i.edition\n"
	        " WHERE i.paid > i.gross + i.adjusted OR i.paid < 0 OR i.gross + i.adjusted < 0\n"
	        " ORDER BY d.number, d.year, d.code, p.family_key, p.given_key, p.handle, i.due_on"));
	while (query_next(&query)) {
		char cure[CURE_TEXT], paid[MONEY_TEXT], owed[MONEY_TEXT];
		const struct subject subject = { query_text(&query, 0), query_text(&query, 1) };
		finding_report(take, context, "error", subject, cure_by_reversal(query_int(&query, 5), cure), "%s is paid of %s owed for %s",
		    money_write(query_int(&query, 3), paid), money_write(query_int(&query, 4), owed), query_text(&query, 2));
	}
}

static void
check_reversals(struct store *store, row_taker *take, void *context)
{
	struct query query = store_query(store,
	    SQL("SELECT r.id, e.id\n"
	        "  FROM entry AS r\n"
	        "  JOIN entry AS e ON e.id = r.reverses\n"
	        " WHERE r.amount <> -e.amount OR r.person <> e.person OR r.instalment IS NOT e.instalment OR e.kind = 'reversal'\n"
	        " ORDER BY r.id"));
	while (query_next(&query)) {
		char about[CURE_TEXT];
		snprintf(about, sizeof about, translated("reversal %s"), query_text(&query, 0));
		finding_report(take, context, "error", (struct subject){ NULL, about }, "restore a backup", "it is not the opposite of entry %s",
		    query_text(&query, 1));
	}
}

static void
check_refunds(struct store *store, row_taker *take, void *context)
{
	struct query query = store_query(store,
	    SQL("SELECT e.id, coalesce(sum(a.amount) FILTER (WHERE p.person = e.person), 0) AS backed, iif(e.reversed, 0, e.amount) AS whole,\n"
	        "       iif(e.reversed, 0, e.id)\n"
	        "  FROM (SELECT id, amount, person, EXISTS (SELECT 1 FROM entry AS r WHERE r.reverses = f.id) AS reversed\n"
	        "          FROM entry AS f\n"
	        "         WHERE kind = 'refund') AS e\n"
	        "  LEFT JOIN allocation AS a ON a.refund = e.id\n"
	        "  LEFT JOIN entry AS p ON p.id = a.entry\n"
	        " GROUP BY e.id\n"
	        "HAVING backed <> whole OR backed <> coalesce(sum(a.amount), 0)\n"
	        " ORDER BY e.id"));
	while (query_next(&query)) {
		char about[CURE_TEXT], cure[CURE_TEXT], backed[MONEY_TEXT], amount[MONEY_TEXT];
		snprintf(about, sizeof about, translated("refund %s"), query_text(&query, 0));
		finding_report(take, context, "error", (struct subject){ NULL, about }, cure_by_reversal(query_int(&query, 3), cure),
		    "%s of %s is taken from that person's payments", money_write(query_int(&query, 1), backed), money_write(query_int(&query, 2), amount));
	}
}

/* A transfer may be for several people, whose payments are parts of it. */
static void
check_credits(struct store *store, row_taker *take, void *context)
{
	struct query query = store_query(store,
	    SQL("SELECT id, given, amount, state\n"
	        "  FROM credit_account\n"
	        " WHERE given <> CASE WHEN state = 'matched' THEN max(amount, 0) ELSE 0 END\n"
	        " ORDER BY id"));
	while (query_next(&query)) {
		char about[CURE_TEXT], cure[CURE_TEXT], given[MONEY_TEXT], amount[MONEY_TEXT];
		snprintf(about, sizeof about, translated("credit %s"), query_text(&query, 0));
		if (query_is(&query, 3, "matched"))
			snprintf(cure, sizeof cure, "balint-fees unmatch %s", query_text(&query, 0));
		else
			snprintf(cure, sizeof cure, "%s", translated("balint-fees reverse, of each of its payments"));
		finding_report(take, context, "error", (struct subject){ NULL, about }, cure, "payments of %s are recorded for a transfer of %s",
		    money_write(query_int(&query, 1), given), money_write(query_int(&query, 2), amount));
	}
}

/* An adjustment is of the account of whose instalment it is. */
static void
check_adjustments(struct store *store, row_taker *take, void *context)
{
	struct query query = store_query(store,
	    SQL("SELECT a.id, p.handle, q.handle\n"
	        "  FROM entry AS a\n"
	        "  JOIN instalment AS i ON i.id = a.instalment\n"
	        "  JOIN enrolment AS m ON m.id = i.enrolment AND m.person <> a.person\n"
	        "  JOIN person AS p ON p.id = a.person\n"
	        "  JOIN person AS q ON q.id = m.person\n"
	        " WHERE a.kind = 'adjustment' AND NOT EXISTS (SELECT 1 FROM entry AS r WHERE r.reverses = a.id)\n"
	        " ORDER BY a.id"));
	while (query_next(&query)) {
		char about[CURE_TEXT], cure[CURE_TEXT];
		snprintf(about, sizeof about, translated("adjustment %s"), query_text(&query, 0));
		finding_report(take, context, "error", (struct subject){ NULL, about }, cure_by_reversal(query_int(&query, 0), cure),
		    "of '%s', but for an instalment of '%s'", query_text(&query, 1), query_text(&query, 2));
	}
}

/* Only payments are given to instalments and refunds. */
static void
check_allocations(struct store *store, row_taker *take, void *context)
{
	struct query query = store_query(store,
	    SQL("SELECT a.id, e.kind, e.id, f.kind IS NOT NULL AND f.kind <> 'refund', f.id\n"
	        "  FROM allocation AS a\n"
	        "  JOIN entry AS e ON e.id = a.entry\n"
	        "  LEFT JOIN entry AS f ON f.id = a.refund\n"
	        " WHERE e.kind <> 'payment' OR f.kind <> 'refund'\n"
	        " ORDER BY a.id"));
	while (query_next(&query)) {
		char about[CURE_TEXT];
		snprintf(about, sizeof about, translated("allocation %s"), query_text(&query, 0));
		if (query_int(&query, 3))
			finding_report(take, context, "error", (struct subject){ NULL, about }, "restore a backup", "entry %s is no refund", query_text(&query, 4));
		else
			finding_report(take, context, "error", (struct subject){ NULL, about }, "restore a backup", "entry %s is no payment", query_text(&query, 2));
	}
}

/* A storno takes back as much as came. */
static void
check_stornos(struct store *store, row_taker *take, void *context)
{
	struct query query = store_query(store,
	    SQL("SELECT s.credit, s.undoes\n"
	        "  FROM storno AS s\n"
	        "  JOIN credit AS c ON c.id = s.credit\n"
	        "  JOIN credit AS u ON u.id = s.undoes\n"
	        " WHERE c.amount <> -u.amount OR c.amount > 0\n"
	        " ORDER BY s.credit"));
	while (query_next(&query)) {
		char about[CURE_TEXT];
		snprintf(about, sizeof about, translated("credit %s"), query_text(&query, 0));
		finding_report(take, context, "error", (struct subject){ NULL, about }, "restore a backup", "a storno of credit %s, but not of its amount",
		    query_text(&query, 1));
	}
}

void
ledger_check(struct store *store, row_taker *take, void *context)
{
	check_payments(store, take, context);
	check_instalments(store, take, context);
	check_reversals(store, take, context);
	check_refunds(store, take, context);
	check_credits(store, take, context);
	check_adjustments(store, take, context);
	check_allocations(store, take, context);
	check_stornos(store, take, context);
}
