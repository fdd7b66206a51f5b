#include <balint/due.h>
#include <balint/query.h>
#include <balint/setting.h>

#include <stdlib.h>

#define ROW struct due_row
static const struct column columns[] = {
	DATE_COLUMN(ROW, due_on),
	AMOUNT_COLUMN(ROW, amount),
	TEXT_DETAIL(ROW, currency),
	TEXT_DETAIL(ROW, payee),
	TEXT_DETAIL(ROW, iban),
	TEXT_COLUMN(ROW, reference),
	TEXT_DETAIL(ROW, handle),
	TEXT_DETAIL(ROW, family),
	TEXT_DETAIL(ROW, given),
	TEXT_DETAIL(ROW, email),
	TEXT_DETAIL(ROW, edition),
	MONTH_DETAIL(ROW, month),
	AMOUNT_DETAIL(ROW, net),
	AMOUNT_DETAIL(ROW, vat),
	AMOUNT_DETAIL(ROW, gross),
	AMOUNT_DETAIL(ROW, paid),
	TEXT_COLUMN(ROW, status),
};
const struct listing due_listing = LISTING(columns);

void
due_list(struct store *store, const struct due_choice *choice, row_taker *take, void *context)
{
	struct due_row row;
	char *payee = setting_get(store, "payee"), *iban = setting_get(store, "iban");
	struct query query = store_query(store,
	    SQL("SELECT i.due_on, i.gross + i.adjusted - i.paid AS amount, 'EUR' AS currency, :payee AS payee, :iban AS iban,\n"
	        "       i.reference, p.handle, p.family, p.given, p.email, e.code AS edition, substr(i.due_on, 1, 7) AS month,\n"
	        "       i.net, i.vat, i.gross, i.paid, CASE WHEN i.paid > 0 THEN 'partial' ELSE 'open' END AS status\n"
	        "  FROM instalment_account AS i\n"
	        "  JOIN edition AS e ON e.id = i.edition\n"
	        "  JOIN person AS p ON p.id = i.person\n"
	        " WHERE i.gross + i.adjusted > i.paid\n"
	        "   AND ((:edition = 0 AND e.status = 'open') OR e.id = :edition)\n"
	        "   AND i.due_on >= coalesce(:first, '')\n"
	        "   AND i.due_on <= coalesce(:last, '9999-12-31')\n"
	        " ORDER BY i.due_on, p.family_key, p.given_key, p.handle, e.number, e.year, e.code"),
	    ARG("edition", choice->edition), ARG("payee", payee), ARG("iban", iban), ARG("first", choice->first), ARG("last", choice->last));
	query_each(&query, &due_listing, &row, take, context);
	free(payee);
	free(iban);
}
