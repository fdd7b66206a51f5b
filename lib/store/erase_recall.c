/* What the log knows of a person that the person's row has no more. */
#include "erase.h"
#include "internal.h"

#include <balint/query.h>

#include <string.h>

/* Where the iterator stands at a change of the person's row: what its texts were before and after. */
static void
tell_row(struct store *store, sqlite3_changeset_iter *iterator, int columns, int operation, erase_teller *tell, void *context)
{
	struct query query = store_query(store, SQL("SELECT cid, name FROM pragma_table_info('person') WHERE type = 'TEXT' ORDER BY cid"));
	while (query_next(&query)) {
		int column = (int)query_int(&query, 0);
		for (int after = 0; after < 2 && column < columns; after++) {
			sqlite3_value *value = erase_value(iterator, column, operation, after == 1);
			if (value && sqlite3_value_type(value) == SQLITE_TEXT)
				tell(context, query_text(&query, 1), (const char *)sqlite3_value_text(value));
		}
	}
}

static bool
is_row_of(sqlite3_changeset_iter *iterator, const char *table, int operation, int64_t person)
{
	sqlite3_value *id = strcmp(table, "person") == 0 ? erase_value(iterator, 0, operation, operation == SQLITE_INSERT) : NULL;
	return id && sqlite3_value_int64(id) == person;
}

void
erase_recall(struct store *store, int64_t person, erase_teller *tell, void *context)
{
	struct query query = store_query(store, SQL("SELECT changes FROM log WHERE length(changes) > 0 ORDER BY id"));
	while (query_next(&query)) {
		const char *table;
		int columns, operation, size = sqlite3_column_bytes(query.statement, 0);
		sqlite3_changeset_iter *iterator;
		/* SQLite takes it as writable, and does not write to it. */
		erase_check_changes(store, sqlite3changeset_start(&iterator, size, (void *)(uintptr_t)sqlite3_column_blob(query.statement, 0)));
		while (sqlite3changeset_next(iterator) == SQLITE_ROW) {
			sqlite3changeset_op(iterator, &table, &columns, &operation, NULL);
			if (is_row_of(iterator, table, operation, person))
				tell_row(store, iterator, columns, operation, tell, context);
		}
		erase_check_changes(store, sqlite3changeset_finalize(iterator));
	}
}
