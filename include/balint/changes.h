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
 * change set cannot be read. `*empty` if it has none.
 */
bool changes_list(struct store *store, int64_t id, row_taker *take, void *context, bool *empty, struct refusal *why);

/* What a command without a change set has done, by its verb. */
enum changes_kind {
	CHANGES_ERASED,   /* what others do, and their change sets were erased with somebody who was forgotten */
	CHANGES_MADE,     /* made the store */
	CHANGES_REPLACED, /* replaced the whole store */
	CHANGES_FORGOT,   /* forgotten somebody */
	CHANGES_UNKNOWN,  /* it may be an undo, which need not have changed anything, or nobody knows its verb */
};
enum changes_kind changes_kind(struct store *store, int64_t id);

#endif
