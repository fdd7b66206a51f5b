#include "internal.h"

#include <stdio.h>

/* share/schema/NNNN.sql, embedded at build. */
extern const char schema_0001[], schema_0002[];

static const char *const steps[STORE_SCHEMA] = { schema_0001, schema_0002 };

void
schema_apply(struct store *store, int from)
{
	char version[64];
	for (int step = from; step < STORE_SCHEMA; step++)
		store_execute(store, steps[step]);
	snprintf(version, sizeof version, "PRAGMA user_version = %d", STORE_SCHEMA);
	store_execute(store, version);
}
