/* What is due, by who pays it: one transfer for all that an institution pays at one month's end of one edition. */
#include "payer_reference.h"

#include <balint/due.h>
#include <balint/query.h>
#include <balint/setting.h>

#include <stdlib.h>

/* Behind the columns of the row: whether it is only what the payer owes, and the ids that a reference is made by. */
enum { OWN = 17, EDITION, PAYER };

static struct due_row
load_row(const struct query *query)
{
	struct date due = query_date(query, 0);
	return (struct due_row){ due, query_int(query, 1), query_text(query, 2), query_text(query, 3), query_text(query, 4), query_text(query, 5),
		query_text(query, 6), query_text(query, 7), query_text(query, 8), query_text(query, 9), query_text(query, 10), month_of(due),
		query_int(query, 12), query_int(query, 13), query_int(query, 14), query_int(query, 15), query_text(query, 16) };
}

/* Hands the rows over; without `take` it only looks at those for which a reference is made. */
static bool
each_row(struct store *store, const struct due_choice *choice, row_taker *take, void *context, struct refusal *why)
{
	char *payee = setting_get(store, "payee"), *iban = setting_get(store, "iban"), reference[REFERENCE_TEXT];
	struct date known = date_given(choice->known) ? choice->known : date_of(9999, 12, 31);
	bool good = true;
	struct query query = store_query(store,
	    SQL("WITH chosen AS (\n"
	        "  SELECT id FROM person WHERE :payer = 0 AND (:take OR payer IS NOT NULL)\n"
	        "  UNION ALL\n"
	        "  SELECT id FROM person WHERE id = :payer AND payer IS NULL\n"
	        "  UNION ALL\n"
	        "  SELECT id FROM person WHERE payer = :payer),\n"
	        "account AS (\n"
	        "  SELECT i.due_on, i.net, i.vat, i.gross, i.reference, m.person, m.edition,\n"
	        "         coalesce((SELECT sum(a.amount) FROM entry AS a WHERE a.instalment = i.id AND a.date <= :known), 0) AS adjusted,\n"
	        "         coalesce((SELECT sum(a.amount) FROM allocation AS a WHERE a.instalment = i.id AND a.date <= :known), 0) AS paid\n"
	        "    FROM chosen AS c\n"
	        "   CROSS JOIN enrolment AS m ON m.person = c.id\n"
	        "   CROSS JOIN instalment AS i ON i.enrolment = m.id)\n"
	        "SELECT i.due_on, sum(i.gross + i.adjusted - i.paid) AS amount, 'EUR' AS currency, :payee AS payee, :iban AS iban,\n"
	        "       min(i.reference) AS reference, f.handle, f.family, f.given, f.email, e.code AS edition, NULL AS month,\n"
	        "       sum(i.net) AS net, sum(i.vat) AS vat, sum(i.gross) AS gross, sum(i.paid) AS paid,\n"
	        "       CASE WHEN sum(i.paid) > 0 THEN 'partial' ELSE 'open' END AS status,\n"
	        "       max(i.person) = f.id AND min(i.person) = f.id AS own, e.id, f.id\n"
	        "  FROM account AS i\n"
	        "  JOIN edition AS e ON e.id = i.edition\n"
	        "  JOIN person AS p ON p.id = i.person\n"
	        "  JOIN person AS f ON f.id = coalesce(p.payer, p.id)\n"
	        " WHERE i.gross + i.adjusted > i.paid\n"
	        "   AND ((:edition = 0 AND (e.status = 'open' OR :closed)) OR e.id = :edition)\n"
	        "   AND i.due_on >= coalesce(:first, '')\n"
	        "   AND i.due_on <= coalesce(:last, '9999-12-31')\n"
	        " GROUP BY i.due_on, f.id, e.id\n"
	        " ORDER BY i.due_on, f.family_key, f.given_key, f.handle, e.number, e.year, e.code"),
	    ARG("edition", choice->edition), ARG("payee", payee), ARG("iban", iban), ARG("first", choice->first), ARG("last", choice->last),
	    ARG("payer", choice->payer), ARG("known", known), ARG("closed", choice->closed), ARG("take", take != NULL));
	while (good && query_next(&query)) {
		struct due_row row = load_row(&query);
		if (!query_int(&query, OWN)) {
			good = payer_reference(store, query_int(&query, EDITION), query_int(&query, PAYER), row.month, reference, why);
			row.reference = reference;
		}
		if (good && take)
			take(context, &row);
	}
	query_end(&query);
	free(payee);
	free(iban);
	return good;
}

bool
due_list_by_payer(struct store *store, const struct due_choice *choice, row_taker *take, void *context, struct refusal *why)
{
	return each_row(store, choice, NULL, NULL, why) && each_row(store, choice, take, context, why);
}
