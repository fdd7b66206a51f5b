/* The log of changes: every command that changed the store, with its change set (see changes.h). */
#ifndef BALINT_LOG_H
#define BALINT_LOG_H

#include <balint/rows.h>
#include <balint/store.h>

struct log_row {
	int64_t id;
	const char *at, *who, *command; /* at: UTC; command: reduced to program, verb and "…" where it named somebody who was forgotten */
	int64_t undoes; /* which command this one took back, or COUNT_NONE */
	int64_t undone; /* the one by which this one is taken back now, or COUNT_NONE */
};
extern const struct listing log_listing;
extern const struct listing log_narrow_listing; /* for a narrow table: the command last, in further lines where it is long */

/* The last `limit` commands (0: all), the newest first. */
void log_list(struct store *store, int limit, row_taker *take, void *context);

#endif
