/* What the log knows of a person that the person's row has no more. */
#include "erase.h"

#include <stdlib.h>
#include <string.h>

/* A change of the person's row: what its texts were before and after. */
static void
tell_row(struct store *store, const struct changes *changes, erase_teller *tell, void *context)
{
	struct query query = store_query(store, SQL("SELECT cid, name FROM pragma_table_info('person') WHERE type = 'TEXT' ORDER BY cid"));
	while (query_next(&query)) {
		int column = (int)query_int(&query, 0);
		const char *before = column < changes->columns ? changes_before(changes, column) : NULL;
		if (before)
			tell(context, query_text(&query, 1), before);
		const char *after = column < changes->columns ? changes_after(changes, column) : NULL;
		if (after)
			tell(context, query_text(&query, 1), after);
	}
}

void
erase_recall(struct store *store, int64_t person, erase_teller *tell, void *context)
{
	struct query query = store_query(store, SQL("SELECT id FROM log WHERE length(changes) > 0 ORDER BY id"));
	while (query_next(&query)) {
		struct changes changes = changes_begin(store, query_int(&query, 0));
		while (changes_next(&changes))
			if (strcmp(changes.table, "person") == 0 && strtoll(changes.key.buffer, NULL, 10) == person)
				tell_row(store, &changes, tell, context);
		erase_end_changes(store, &changes);
	}
}
