#include <balint/arrears.h>
#include <balint/query.h>

enum { LONG_DAYS = 30 };

#define ROW struct arrears_row
static const struct column columns[] = {
	TEXT_COLUMN(ROW, handle),
	TEXT_COLUMN(ROW, family),
	TEXT_COLUMN(ROW, given),
	MONTH_DETAIL(ROW, month),
	DATE_COLUMN(ROW, due_on),
	AMOUNT_COLUMN(ROW, open),
	COUNT_COLUMN(ROW, days),
	COUNT_COLUMN(ROW, reminders),
	TEXT_DETAIL(ROW, payer),
	TEXT_DETAIL(ROW, edition),
	TEXT_DETAIL(ROW, email),
};

static enum shade
shade(const void *row)
{
	const ROW *arrears = row;
	return arrears->days > LONG_DAYS ? SHADE_RED : SHADE_NONE;
}

const struct listing arrears_listing = SHADED_LISTING(columns, shade);

/* SQL: whether notice `o` asked for money and had gone by :known. */
#define SENT "o.kind IN ('request', 'overdue') AND o.status = 'sent' AND substr(coalesce(o.done_at, ''), 1, 10) <= :known"

/* Reminders are what the payer got for the day, on whomever's instalment it hangs, and what others got for this one, who paid for it before. */
void
arrears_list(struct store *store, int64_t edition, struct date as_of, struct date known, row_taker *take, void *context)
{
	struct arrears_row row;
	struct query query = store_query(store,
	    SQL("WITH late AS (\n"
	        "  SELECT i.id, i.due_on, m.person, m.edition,\n"
	        "         i.gross + coalesce((SELECT sum(a.amount) FROM entry AS a WHERE a.instalment = i.id AND a.date <= :known), 0)\n"
	        "                 - coalesce((SELECT sum(a.amount) FROM allocation AS a WHERE a.instalment = i.id AND a.date <= :known), 0) AS open\n"
	        "    FROM instalment AS i\n"
	        "    JOIN enrolment AS m ON m.id = i.enrolment\n"
	        "   WHERE i.due_on < :day)\n"
	        "SELECT p.handle, p.family, p.given, substr(l.due_on, 1, 7) AS month, l.due_on, l.open,\n"
	        "       CAST(julianday(:day) - julianday(l.due_on) AS INTEGER) AS days,\n"
	        "       (SELECT count(*)\n"
	        "          FROM outbox AS o\n"
	        "         CROSS JOIN instalment AS oi ON oi.id = o.instalment\n"
	        "         CROSS JOIN enrolment AS om ON om.id = oi.enrolment\n"
	        "         WHERE o.person = coalesce(p.payer, p.id) AND oi.due_on = l.due_on AND om.edition = l.edition AND " SENT ")\n"
	        "     + (SELECT count(*) FROM outbox AS o WHERE o.instalment = l.id AND o.person <> coalesce(p.payer, p.id) AND " SENT ") AS reminders,\n"
	        "       f.handle AS payer, e.code AS edition, coalesce(f.email, iif(f.id IS NULL, p.email, NULL)) AS email\n"
	        "  FROM late AS l\n"
	        "  JOIN edition AS e ON e.id = l.edition AND ((:edition = 0 AND e.status = 'open') OR e.id = :edition)\n"
	        "  JOIN person AS p ON p.id = l.person\n"
	        "  LEFT JOIN person AS f ON f.id = p.payer\n"
	        " WHERE l.open > 0\n"
	        " ORDER BY l.due_on, p.family_key, p.given_key, p.handle, e.number, e.year, e.code"),
	    ARG("edition", edition), ARG("day", as_of), ARG("known", known));
	query_each(&query, &arrears_listing, &row, take, context);
}
