#include "internal.h"

#include <balint/query.h>
#include <balint/share.h>

#include <stdio.h>

int
schema_version(struct store *store, struct refusal *why)
{
	if (store_number(store, SQL("PRAGMA application_id")) != APPLICATION_ID)
		return refuse(why, "%s: not a balint store", store->path);
	int version = (int)store_number(store, SQL("PRAGMA user_version"));
	if (version > STORE_SCHEMA)
		return refuse(why, "%s: made by a newer version of the toolkit (schema %d, this one knows %d); install that one",
		    store->path, version, STORE_SCHEMA);
	if (version < 1)
		return refuse(why, "%s: schema %d is not known", store->path, version);
	return version;
}

bool
schema_apply(struct store *store, int from)
{
	char text[64];
	for (int step = from; step < STORE_SCHEMA; step++) {
		snprintf(text, sizeof text, "schema/%04d.sql", step + 1);
		if (sqlite3_exec(store->db, share_file(text), NULL, NULL, NULL) != SQLITE_OK)
			return false;
	}
	snprintf(text, sizeof text, "PRAGMA user_version = %d", STORE_SCHEMA);
	return sqlite3_exec(store->db, text, NULL, NULL, NULL) == SQLITE_OK;
}
