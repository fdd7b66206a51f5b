/*
 * What a command has changed, row by row: its change set as the log keeps it, whatever the schema was then.
 */
#ifndef BALINT_CHANGES_H
#define BALINT_CHANGES_H

#include <balint/refusal.h>
#include <balint/rows.h>
#include <balint/store.h>

/* One column of a changed row. Of rows that a bulk import has added there is but the range of their ids ("added", "12..40"). */
struct changed_row {
	const char *table, *operation; /* insert, update, delete, added */
	const char *key;               /* of the row; of several columns with blanks between */
	const char *column;            /* NULL: of the row there is nothing but its key */
	const char *before, *after;
};
extern const struct listing changed_listing;

/*
 * What the command of that number has changed; columns have the names that they had then. Refused if there is no such command, or its
 * change set cannot be read. `*erased` if it was erased, with somebody who was forgotten.
 */
bool changes_list(struct store *store, int64_t id, row_taker *take, void *context, bool *erased, struct refusal *why);

#endif
