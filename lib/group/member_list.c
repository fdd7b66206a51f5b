#include "member_cells.h"

#include <balint/member_list.h>
#include <balint/query.h>

#define ROW struct member_row
static const struct column columns[] = {
	TEXT_COLUMN(ROW, handle),
	TEXT_COLUMN(ROW, family),
	TEXT_COLUMN(ROW, given),
	TEXT_COLUMN(ROW, role),
	TEXT_COLUMN(ROW, status),
	TEXT_COLUMN(ROW, profession),
	TEXT_DETAIL(ROW, category),
	TEXT_DETAIL(ROW, email),
	TEXT_DETAIL(ROW, phone),
	DATE_DETAIL(ROW, joined),
	DATE_DETAIL(ROW, left),
	DATE_DETAIL(ROW, applied),
	DATE_DETAIL(ROW, waiting),
	COUNT_DETAIL(ROW, place),
	TEXT_DETAIL(ROW, reason),
	TEXT_DETAIL(ROW, tax_code),
	TEXT_DETAIL(ROW, payer),
	DATE_DETAIL(ROW, born_on),
	TEXT_DETAIL(ROW, born_in),
	TEXT_DETAIL(ROW, language),
	TEXT_DETAIL(ROW, reminders),
};
_Static_assert(sizeof columns / sizeof columns[0] == IN_CELLS, "the cells of a file are the columns of the list");
const struct listing member_listing = LISTING(columns);

void
member_list(struct store *store, const struct edition *edition, const char *role, const char *status, row_taker *take, void *context)
{
	struct member_row row;
	struct query query = store_query(store,
	    SQL("SELECT v.handle, v.family, v.given, v.role, v.status, v.profession, v.category, v.email, v.phone, v.joined, v.left,\n"
	        "       v.applied, v.waiting, v.place, v.reason, v.tax_code, v.payer, v.born_on, v.born_in, v.language, v.reminders\n"
	        "  FROM members AS v\n"
	        "  JOIN person AS p ON p.handle = v.handle\n"
	        " WHERE v.edition = :edition\n"
	        "   AND (:role IS NULL OR v.role = :role)\n"
	        "   AND (:status IS NULL OR v.status = :status)\n"
	        " ORDER BY p.family_key, p.given_key, p.handle"),
	    ARG("edition", edition->code), ARG("role", role), ARG("status", status));
	query_each(&query, &member_listing, &row, take, context);
}
