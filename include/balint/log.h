/* The log of changes: every command that changed the store, with its change set. */
#ifndef BALINT_LOG_H
#define BALINT_LOG_H

#include <balint/rows.h>
#include <balint/store.h>

struct log_row {
	int64_t id;
	const char *at, *who, *command; /* at: UTC */
};
extern const struct listing log_listing;

/* The last `limit` commands (0: all), the newest first. */
void log_list(struct store *store, int limit, row_taker *take, void *context);

#endif
