#include "internal.h"

#include <balint/fatal.h>
#include <balint/query.h>
#include <balint/share.h>
#include <balint/translation.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TEXT_OF_EXPANDED(value) #value
#define TEXT_OF(value) TEXT_OF_EXPANDED(value)

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
schema_apply(struct store *store, int from, int to)
{
	char text[64];
	for (int step = from; step < to; step++) {
		snprintf(text, sizeof text, "schema/%04d.sql", step + 1);
		if (sqlite3_exec(store->db, share_file(text), NULL, NULL, NULL) != SQLITE_OK)
			return false;
	}
	snprintf(text, sizeof text, "PRAGMA user_version = %d", to);
	return sqlite3_exec(store->db, text, NULL, NULL, NULL) == SQLITE_OK;
}

struct store *
schema_model(const struct store *store, int version)
{
	struct store *model = store_connect_nowhere(":memory:", store->path);
	if (sqlite3_db_config(model->db, SQLITE_DBCONFIG_LEGACY_ALTER_TABLE, 1, NULL) != SQLITE_OK || !schema_apply(model, 0, version))
		store_fail(model);
	return model;
}

void
schema_make(struct store *store, int version)
{
	if (!schema_apply(store, 0, version))
		store_fail(store);
	store_execute(store, "PRAGMA application_id = " TEXT_OF(APPLICATION_ID));
}

/*
 * What refers to what is checked afterwards: a table that is made anew is gone for a moment. The views of others need not
 * make sense in that moment either.
 */
bool
schema_upgrade(struct store *store, int from, void (*found)(void *context, const char *what), void *context)
{
	if (sqlite3_db_config(store->db, SQLITE_DBCONFIG_LEGACY_ALTER_TABLE, 1, NULL) != SQLITE_OK)
		store_fail(store);
	if (!schema_apply(store, from, STORE_SCHEMA)) {
		int code = sqlite3_errcode(store->db) & 0xff;
		if (code != SQLITE_ERROR && code != SQLITE_CONSTRAINT)
			store_fail(store);
		found(context, sqlite3_errmsg(store->db));
		return false;
	}
	bool good = store_check_references(store, found, context);
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_LEGACY_ALTER_TABLE, 0, NULL);
	return good;
}

/* What the planner has learned of a store is nobody's schema. */
static struct query
schema_rows(struct store *store)
{
	return store_query(store,
	    SQL("SELECT type, name, tbl_name || char(10) || coalesce(sql, '')\n"
	        "  FROM sqlite_schema\n"
	        " WHERE name NOT GLOB 'sqlite_stat[1-4]'\n"
	        " ORDER BY type, name"));
}

static int
compare_rows(const struct query *a, const struct query *b)
{
	int by_type = strcmp(query_text(a, 0), query_text(b, 0));
	return by_type ? by_type : strcmp(query_text(a, 1), query_text(b, 1));
}

/* The first thing in which the two are different, rather one that is missing or another than one that was added. */
static char *
first_difference(struct query *theirs, struct query *ours, bool *added)
{
	char *more_than_ours = NULL, *difference = NULL;
	bool more = query_next(theirs), wanted = query_next(ours);
	while (!difference && (more || wanted)) {
		int order = !more ? 1 : !wanted ? -1 : compare_rows(theirs, ours);
		if (order < 0 && !more_than_ours)
			more_than_ours = memory_format(translated("the %s '%s' is none of the toolkit's"), query_text(theirs, 0), query_text(theirs, 1));
		if (order > 0)
			difference = memory_format(translated("the %s '%s' is missing"), query_text(ours, 0), query_text(ours, 1));
		if (order == 0 && !query_is(theirs, 2, query_text(ours, 2)))
			difference = memory_format(translated("the %s '%s' is not that of the toolkit"), query_text(ours, 0), query_text(ours, 1));
		if (difference)
			break;
		bool their_turn = order <= 0, our_turn = order >= 0;
		more = their_turn ? query_next(theirs) : more;
		wanted = our_turn ? query_next(ours) : wanted;
	}
	*added = !difference;
	if (difference)
		free(more_than_ours);
	return difference ? difference : more_than_ours;
}

char *
schema_stray(struct store *store, int version, bool *added)
{
	bool unasked;
	struct store *model = store_connect_nowhere(":memory:", store->path);
	store_execute(model, "BEGIN");
	schema_make(model, version);
	struct query theirs = schema_rows(store), ours = schema_rows(model);
	char *difference = first_difference(&theirs, &ours, added ? added : &unasked);
	query_end(&theirs);
	query_end(&ours);
	store_close(model);
	return difference;
}
