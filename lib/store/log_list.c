#include <balint/log.h>
#include <balint/query.h>

#define ROW struct log_row
static const struct column columns[] = {
	COUNT_COLUMN(ROW, id),
	TEXT_COLUMN(ROW, at),
	TEXT_COLUMN(ROW, who),
	TEXT_COLUMN(ROW, command),
};
const struct listing log_listing = LISTING(columns);

void
log_list(struct store *store, int limit, row_taker *take, void *context)
{
	struct log_row row;
	struct query query = store_query(store,
	    SQL("SELECT id, at, who, command\n"
	        "  FROM log\n"
	        " ORDER BY id DESC\n"
	        " LIMIT :limit"),
	    ARG("limit", limit ? limit : -1));
	query_each(&query, &log_listing, &row, take, context);
}
