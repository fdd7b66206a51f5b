#include "changes.h"

#include <balint/fatal.h>
#include <balint/translation.h>

#include <stdlib.h>
#include <string.h>

bool
store_check_references(struct store *store, void (*found)(void *context, const char *what), void *context)
{
	bool good = true;
	struct query query = store_query(store, SQL("PRAGMA foreign_key_check"));
	while (query_next(&query)) {
		const char *row = query_text(&query, 1); /* null where a table has no row numbers */
		char *what = memory_format(translated("%s%s%s points to a row of %s that is not there"), query_text(&query, 0), row ? " " : "", row ? row : "",
		    query_text(&query, 2));
		found(context, what);
		free(what);
		good = false;
	}
	return good;
}

bool
store_check_file(struct store *store, void (*found)(void *context, const char *what), void *context)
{
	bool good = true;
	struct query query = store_query(store, SQL("PRAGMA integrity_check"));
	while (query_next(&query)) {
		const char *line = query_text(&query, 0);
		if (strstr(line, "error code=7")) /* SQLITE_NOMEM is no damage */
			fatal(REFUSED, "out of memory; nothing was changed");
		if (strcmp(line, "ok") == 0)
			continue;
		found(context, line);
		good = false;
	}
	return good;
}

void
store_check_log(struct store *store, void (*found)(void *context, const char *what), void *context)
{
	struct query query = store_query(store, SQL("SELECT id, changes FROM log ORDER BY id"));
	while (query_next(&query)) {
		int64_t id = query_int(&query, 0);
		const void *bytes = sqlite3_column_blob(query.statement, 1);
		int size = sqlite3_column_bytes(query.statement, 1);
		if ((size == 0 || changes_sound(bytes, (size_t)size)) && changes_added_sound(store, id))
			continue;
		char *what = memory_format(translated("the change set of command %lld in the log cannot be read: nothing takes that command back"), (long long)id);
		found(context, what);
		free(what);
	}
}

void
store_check(struct store *store, void (*found)(void *context, const char *what), void *context)
{
	if (store_check_file(store, found, context))
		store_check_log(store, found, context);
	store_check_references(store, found, context);
}
