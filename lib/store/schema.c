#include "internal.h"

#include <balint/query.h>

#include <stdio.h>

/* share/schema/NNNN.sql, embedded at build. */
extern const char schema_0001[], schema_0002[];

static const char *const steps[STORE_SCHEMA] = { schema_0001, schema_0002 };

int64_t
store_pragma(struct store *store, const char *sql)
{
	struct query query = store_query(store, SQL(sql));
	int64_t value = query_next(&query) ? query_int(&query, 0) : 0;
	query_end(&query);
	return value;
}

int
schema_version(struct store *store, struct refusal *why)
{
	if (store_pragma(store, "PRAGMA application_id") != APPLICATION_ID)
		return refuse(why, "%s: not a balint store", store->path);
	int version = (int)store_pragma(store, "PRAGMA user_version");
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
	char version[64];
	for (int step = from; step < STORE_SCHEMA; step++)
		if (sqlite3_exec(store->db, steps[step], NULL, NULL, NULL) != SQLITE_OK)
			return false;
	snprintf(version, sizeof version, "PRAGMA user_version = %d", STORE_SCHEMA);
	return sqlite3_exec(store->db, version, NULL, NULL, NULL) == SQLITE_OK;
}
