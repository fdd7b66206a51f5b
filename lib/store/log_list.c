#include <balint/log.h>
#include <balint/query.h>

#define ROW struct log_row
static const struct column columns[] = {
	COUNT_COLUMN(ROW, id),
	TEXT_COLUMN(ROW, at),
	TEXT_COLUMN(ROW, who),
	TEXT_COLUMN(ROW, command),
	COUNT_COLUMN(ROW, undoes),
	COUNT_COLUMN(ROW, undone),
};

static enum shade
shade(const void *row)
{
	const ROW *log = row;
	return log->undone != COUNT_NONE ? SHADE_DIM : SHADE_NONE;
}

const struct listing log_listing = SHADED_LISTING(columns, shade);

static const struct column narrow[] = {
	COUNT_COLUMN(ROW, id),
	TEXT_COLUMN(ROW, at),
	TEXT_COLUMN(ROW, who),
	COUNT_COLUMN(ROW, undone),
	SENTENCE_COLUMN(ROW, command),
};
const struct listing log_narrow_listing = SHADED_LISTING(narrow, shade);

/* What is undone and done again is not undone: the last one of such a chain says. */
void
log_list(struct store *store, int limit, row_taker *take, void *context)
{
	struct log_row row;
	struct query query = store_query(store,
	    SQL("SELECT l.id, l.at, l.who, l.command, l.undoes,\n"
	        "       (WITH RECURSIVE later (id, steps) AS (\n"
	        "          SELECT l.id, 0\n"
	        "           UNION ALL\n"
	        "          SELECT n.id, later.steps + 1 FROM later JOIN log AS n ON n.undoes = later.id)\n"
	        "        SELECT iif(max(steps) % 2 = 1, id, NULL) FROM later) AS undone\n"
	        "  FROM log AS l\n"
	        " ORDER BY l.id DESC\n"
	        " LIMIT :limit"),
	    ARG("limit", limit ? limit : -1));
	query_each(&query, &log_listing, &row, take, context);
}
