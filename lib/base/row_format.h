/* What the row formats share among themselves; the rest of the house sees only rows.h. */
#ifndef BALINT_ROW_FORMAT_H
#define BALINT_ROW_FORMAT_H

#include <balint/rows.h>

enum { CELL_SCRATCH = 32 };

/* A cell as text: typed cells are plain ASCII, of use as they are in every format. */
struct cell_view {
	const char *text;
	size_t length;
	bool typed; /* not free text: needs no escaping */
	bool empty;
};

/*
 * Reads the column's cell of the row; typed ones are written into scratch, numbers and dates the Italian
 * way if asked, days of the week in the language.
 */
struct cell_view cell_view(const struct column *column, const void *row, bool italian, const char *language, char scratch[CELL_SCRATCH]);

/* Numbers stand at the right of a table's column. */
bool cell_is_number(enum cell cell);

struct table;

/* A table over the chosen columns; takes rows, measures the first ones, prints at the latest in table_finish. */
struct table *table_new(struct sink *sink, const struct listing *listing, const struct column *const *columns, size_t count,
    const struct row_style *style);
void table_row(struct table *table, const void *row);
void table_finish(struct table *table, bool header);
void table_free(struct table *table);

#endif
