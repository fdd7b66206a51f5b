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
	        "   WHERE (:edition = 0 AND e.status = 'open') OR e.id = :edition)\n"
	        "SELECT p.handle, p.family, p.given, sum(gross) AS charged, sum(adjusted) AS adjusted, sum(paid) AS paid,\n"
	        "       sum(gross + adjusted - paid) AS open,\n"
	        "       coalesce(sum(gross + adjusted - paid) FILTER (WHERE due_on < :day), 0) AS overdue,\n"
	        "       min(due_on) FILTER (WHERE due_on >= :day AND gross + adjusted > paid) AS next_due,\n"
	        "       coalesce((SELECT sum(rest) FROM payment_rest WHERE person = p.id AND date <= :known), 0) AS credit\n"
	        "  FROM account\n"
	        "  JOIN person AS p ON p.id = person\n"
	        " GROUP BY p.id\n"
	        " ORDER BY p.family_key, p.given_key, p.handle"),
	    ARG("edition", edition), ARG("day", as_of), ARG("known", known));
	query_each(&query, &account_listing, &row, take, context);
}
