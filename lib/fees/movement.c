#include "movement.h"

#include <balint/edition.h>
#include <balint/query.h>

static struct movement
load(const struct query *query)
{
	struct date month = query_date(query, 7);
	return (struct movement){ query_date(query, 0), (enum movement_kind)query_int(query, 1), query_int(query, 2), query_int(query, 3),
		query_int(query, 4), query_text(query, 5), query_text(query, 6), date_given(month) ? month_of(month) : MONTH_NONE, query_text(query, 8),
		query_text(query, 9) };
}

void
movement_each(struct store *store, const struct movement_choice *choice, void (*take)(void *context, const struct movement *movement), void *context)
{
	struct query query = store_query(store,
	    SQL("WITH own AS MATERIALIZED (\n"
	        "  SELECT i.id, i.due_on, i.gross, i.reference, iif(p.id = :person, NULL, p.family) AS family, iif(p.id = :person, NULL, p.given) AS given\n"
	        "    FROM person AS p\n"
	        "    JOIN enrolment AS m ON m.person = p.id\n"
	        "    JOIN instalment AS i ON i.enrolment = m.id\n"
	        "   WHERE (p.id = :person OR p.payer = :person) AND :edition IN (0, m.edition))\n"
	        "SELECT due_on AS date, 0 AS kind, gross, id AS number, NULL, NULL, reference, due_on, family, given\n"
	        "  FROM own\n"
	        " UNION ALL\n"
	        "SELECT e.date, iif(e.kind = 'reversal', 6, 1), e.amount, e.id, e.reverses, 'adjustment', e.text, o.due_on, o.family, o.given\n"
	        "  FROM own AS o\n"
	        "  JOIN entry AS e ON e.instalment = o.id\n"
	        " WHERE e.date <= :known\n"
	        " UNION ALL\n"
	        "SELECT a.date, 2, -sum(a.amount), e.id, NULL, NULL, e.text, NULL, iif(e.person = :person, NULL, p.family), iif(e.person = :person, NULL, p.given)\n"
	        "  FROM own AS o\n"
	        "  JOIN allocation AS a ON a.instalment = o.id\n"
	        "  JOIN entry AS e ON e.id = a.entry AND (e.person <> :person OR :edition <> 0)\n"
	        "  JOIN person AS p ON p.id = e.person\n"
	        " WHERE a.date <= :known\n"
	        " GROUP BY e.id, a.date, a.amount < 0\n"
	        " UNION ALL\n"
	        "SELECT date, 3, -amount, id, NULL, NULL, text, NULL, NULL, NULL\n"
	        "  FROM entry\n"
	        " WHERE person = :person AND kind = 'payment' AND :edition = 0 AND date <= :known\n"
	        " UNION ALL\n"
	        "SELECT a.date, 4, a.amount, e.id, NULL, NULL, i.reference, i.due_on, p.family, p.given\n"
	        "  FROM entry AS e\n"
	        "  JOIN allocation AS a ON a.entry = e.id\n"
	        "  JOIN instalment AS i ON i.id = a.instalment\n"
	        "  JOIN enrolment AS m ON m.id = i.enrolment\n"
	        "  JOIN person AS p ON p.id = m.person\n"
	        " WHERE e.person = :person AND e.kind = 'payment' AND :edition = 0 AND p.id <> :person AND p.payer IS NOT :person AND a.date <= :known\n"
	        " UNION ALL\n"
	        "SELECT e.date, iif(e.kind = 'refund', 5, 6), iif('payment' = r.kind, -e.amount, e.amount), e.id, e.reverses, r.kind, e.text, NULL, NULL, NULL\n"
	        "  FROM entry AS e\n"
	        "  LEFT JOIN entry AS r ON r.id = e.reverses\n"
	        " WHERE e.person = :person AND :edition = 0 AND e.date <= :known AND (e.kind = 'refund' OR r.kind IN ('payment', 'refund'))\n"
	        " ORDER BY date, kind, number"),
	    ARG("person", choice->person), ARG("edition", choice->edition), ARG("known", choice->known));
	while (query_next(&query)) {
		struct movement movement = load(&query);
		take(context, &movement);
	}
}
