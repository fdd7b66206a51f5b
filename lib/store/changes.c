#include "changes.h"

#include <balint/fatal.h>

#include <string.h>

void
changes_fail(const struct store *store, int code)
{
	fatal(REFUSED, "%s: %s; nothing was changed", store->path, sqlite3_errstr(code));
}

const char *
change_text(sqlite3_value *value)
{
	if (!value || sqlite3_value_type(value) == SQLITE_NULL)
		return NULL;
	const char *text = (const char *)sqlite3_value_text(value);
	if (!text)
		fatal(REFUSED, "out of memory; nothing was changed");
	return text;
}

struct changes
changes_begin(struct store *store, int64_t id)
{
	struct changes changes = { .query = store_query(store, SQL("SELECT changes FROM log WHERE id = :id"), ARG("id", id)) };
	sink_init(&changes.key, -1);
	sink_hold(&changes.key);
	if (!query_next(&changes.query))
		return changes;
	sqlite3_stmt *row = changes.query.statement;
	const void *bytes = sqlite3_column_blob(row, 0);
	int size = sqlite3_column_bytes(row, 0);
	changes.broken = size > 0 && !changes_sound(bytes, (size_t)size);
	int code = size > 0 && !changes.broken ? sqlite3changeset_start(&changes.iterator, size, (void *)(uintptr_t)bytes) : SQLITE_OK;
	if (code != SQLITE_OK)
		changes_fail(store, code);
	return changes;
}

void
change_key(sqlite3_changeset_iter *iterator, struct sink *key)
{
	const char *table;
	int columns, operation, indirect;
	unsigned char *primary;
	sqlite3changeset_op(iterator, &table, &columns, &operation, &indirect);
	sqlite3changeset_pk(iterator, &primary, &columns);
	key->used = 0;
	for (int i = 0; i < columns; i++) {
		sqlite3_value *value = NULL;
		if (primary[i])
			(operation == SQLITE_INSERT ? sqlite3changeset_new : sqlite3changeset_old)(iterator, i, &value);
		if (primary[i] && key->used)
			sink_char(key, ' ');
		const char *text = primary[i] ? change_text(value) : NULL;
		if (text) /* null in damaged ones only */
			sink_text(key, text);
	}
	sink_char(key, '\0');
}

/* Tables of ours have plain names; what a damaged or hostile file has is not read on. */
static bool
is_plain(const char *table)
{
	return *table && strspn(table, "abcdefghijklmnopqrstuvwxyz_0123456789") == strlen(table);
}

bool
changes_next(struct changes *changes)
{
	if (!changes->iterator)
		return false;
	int indirect, code = sqlite3changeset_next(changes->iterator);
	if (code == SQLITE_NOMEM)
		fatal(REFUSED, "out of memory; nothing was changed");
	changes->broken = code != SQLITE_ROW && code != SQLITE_DONE;
	if (code != SQLITE_ROW)
		return false;
	sqlite3changeset_op(changes->iterator, &changes->table, &changes->columns, &changes->operation, &indirect);
	sqlite3changeset_pk(changes->iterator, &changes->primary, &changes->columns);
	changes->broken = !is_plain(changes->table);
	if (!changes->broken)
		change_key(changes->iterator, &changes->key);
	return !changes->broken;
}

void
changes_end(struct changes *changes)
{
	if (changes->iterator)
		sqlite3changeset_finalize(changes->iterator);
	query_end(&changes->query);
	sink_release(&changes->key);
	*changes = (struct changes){ 0 };
}

const char *
changes_before(const struct changes *changes, int column)
{
	sqlite3_value *value = NULL;
	if (changes->operation != SQLITE_INSERT)
		sqlite3changeset_old(changes->iterator, column, &value);
	return change_text(value);
}

const char *
changes_after(const struct changes *changes, int column)
{
	sqlite3_value *value = NULL;
	if (changes->operation != SQLITE_DELETE)
		sqlite3changeset_new(changes->iterator, column, &value);
	return change_text(value);
}

bool
changes_has(const struct changes *changes, int column)
{
	sqlite3_value *value = NULL;
	if (changes->operation == SQLITE_UPDATE)
		sqlite3changeset_new(changes->iterator, column, &value);
	return !changes->primary[column] && (value || changes->operation != SQLITE_UPDATE);
}

/* SQL: the ranges of a line of the log, one a row; none where it is no JSON. */
#define RANGES "json_each(iif(json_valid(l.added), l.added, NULL))"

struct query
changes_added(struct store *store, int64_t id)
{
	return store_query(store,
	    SQL("SELECT j.key, j.value ->> 0, j.value ->> 1\n"
	        "  FROM log AS l, " RANGES " AS j\n"
	        " WHERE l.id = :id AND j.type = 'array'\n"
	        " ORDER BY j.key"),
	    ARG("id", id));
}

bool
changes_added_sound(struct store *store, int64_t id)
{
	return !store_has(store,
	    SQL("SELECT 1\n"
	        "  FROM log AS l\n"
	        " WHERE l.id = :id AND l.added IS NOT NULL\n"
	        "   AND (NOT json_valid(l.added)\n"
	        "        OR EXISTS (SELECT 1 FROM " RANGES " AS j\n"
	        "                    WHERE j.key IS NULL OR j.key = '' OR j.key GLOB '*[^a-z_]*'\n"
	        "                       OR iif(j.type = 'array', json_array_length(j.value) <> 2 OR typeof(j.value ->> 0) <> 'integer'\n"
	        "                                                OR typeof(j.value ->> 1) <> 'integer', true)))"),
	    ARG("id", id));
}
