#include <balint/account.h>
#include <balint/query.h>

#define ROW struct account_row
static const struct column columns[] = {
	TEXT_COLUMN(ROW, handle),
	TEXT_COLUMN(ROW, family),
	TEXT_COLUMN(ROW, given),
	AMOUNT_COLUMN(ROW, charged),
	AMOUNT_DETAIL(ROW, adjusted),
	AMOUNT_COLUMN(ROW, paid),
	AMOUNT_COLUMN(ROW, open),
	AMOUNT_COLUMN(ROW, overdue),
	DATE_COLUMN(ROW, next_due),
	AMOUNT_DETAIL(ROW, credit),
};
const struct listing account_listing = LISTING(columns);

void
account_list(struct store *store, int64_t edition, struct date as_of, struct date known, row_taker *take, void *context)
{
	struct account_row row;
	struct query query = store_query(store,
	    SQL("WITH account AS (\n"
	        "  SELECT m.person, i.due_on, i.gross,\n"
	        "         coalesce((SELECT sum(a.amount) FROM entry AS a WHERE a.instalment = i.id AND a.date <= :known), 0) AS adjusted,\n"
	        "         coalesce((SELECT sum(a.amount) FROM allocation AS a WHERE a.instalment = i.id AND a.date <= :known), 0) AS paid\n"
	        "    FROM instalment AS i\n"
	        "    JOIN enrolment AS m ON m.id = i.enrolment\n"
	        "    JOIN edition AS e ON e.id = m.edition\n"
	        "   WHERE (:edition = 0 AND e.status = 'open') OR e.id = :edition),\n"
	        "total AS MATERIALIZED (\n"
	        "  SELECT person, sum(gross) AS charged, sum(adjusted) AS adjusted, sum(paid) AS paid, sum(gross + adjusted - paid) AS open,\n"
	        "         sum(gross + adjusted - paid) FILTER (WHERE due_on < :day) AS overdue,\n"
	        "         min(due_on) FILTER (WHERE due_on >= :day AND gross + adjusted > paid) AS next_due\n"
	        "    FROM account\n"
	        "   GROUP BY person),\n"
	        "surplus AS MATERIALIZED (\n"
	        "  SELECT e.person, sum(e.amount + coalesce((SELECT r.amount FROM entry AS r WHERE r.reverses = e.id AND r.date <= :known), 0)\n"
	        "                       - coalesce((SELECT sum(a.amount) FROM allocation AS a WHERE a.entry = e.id AND a.date <= :known), 0)) AS rest\n"
	        "    FROM entry AS e\n"
	        "   WHERE e.kind = 'payment' AND e.date <= :known\n"
	        "   GROUP BY e.person),\n"
	        "listed AS (\n"
	        "  SELECT person FROM total\n"
	        "  UNION\n"
	        "  SELECT p.payer FROM total AS t JOIN person AS p ON p.id = t.person WHERE p.payer IS NOT NULL\n"
	        "  UNION\n"
	        "  SELECT s.person\n"
	        "    FROM surplus AS s\n"
	        "   WHERE s.rest <> 0\n"
	        "     AND (:edition = 0 OR EXISTS (SELECT 1\n"
	        "                                    FROM enrolment AS m\n"
	        "                                    JOIN person AS p ON p.id = m.person\n"
	        "                                   WHERE m.edition = :edition AND s.person IN (p.id, p.payer))))\n"
	        "SELECT p.handle, p.family, p.given, coalesce(t.charged, 0) AS charged, coalesce(t.adjusted, 0) AS adjusted,\n"
	        "       coalesce(t.paid, 0) AS paid, coalesce(t.open, 0) AS open, coalesce(t.overdue, 0) AS overdue, t.next_due,\n"
	        "       coalesce(s.rest, 0) AS credit\n"
	        "  FROM listed AS l\n"
	        "  JOIN person AS p ON p.id = l.person\n"
	        "  LEFT JOIN total AS t ON t.person = p.id\n"
	        "  LEFT JOIN surplus AS s ON s.person = p.id\n"
	        " ORDER BY p.family_key, p.given_key, p.handle"),
	    ARG("edition", edition), ARG("day", as_of), ARG("known", known));
	query_each(&query, &account_listing, &row, take, context);
}
