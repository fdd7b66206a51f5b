/* Which later command stands in the way of an undo. */
#include "undo.h"

#include <balint/fatal.h>
#include <balint/text.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COMMAND_SHOWN = 60 };

/* Whether the command has added that row in bulk. */
static bool
has_added(struct store *store, int64_t id, const char *table, const char *key)
{
	char *end;
	int64_t number = strtoll(key, &end, 10);
	bool found = false;
	struct query added = changes_added(store, id);
	while (query_next(&added))
		found = found || (!*end && query_is(&added, 0, table) && query_int(&added, 1) <= number && number <= query_int(&added, 2));
	return found;
}

static bool
has_column(const struct changes *changes, uint64_t columns)
{
	if (columns == COLUMNS_ANY || changes->operation != SQLITE_UPDATE)
		return true;
	for (int i = 0; i < changes->columns && i < 64; i++)
		if ((columns & UINT64_C(1) << i) && changes_has(changes, i))
			return true;
	return false;
}

static bool
has_changed(struct store *store, int64_t id, const char *table, const char *key, uint64_t columns)
{
	bool found = has_added(store, id, table, key);
	struct changes changes = changes_begin(store, id);
	while (!found && changes_next(&changes))
		found = strcmp(changes.table, table) == 0 && strcmp(changes.key.buffer, key) == 0 && has_column(&changes, columns);
	changes_end(&changes);
	return found;
}

int64_t
changed_since(struct store *store, int64_t since, const char *table, const char *key, uint64_t columns)
{
	int64_t found = 0;
	struct query later = store_query(store, SQL("SELECT id FROM log WHERE id > :since ORDER BY id DESC"), ARG("since", since));
	while (!found && query_next(&later))
		if (has_changed(store, query_int(&later, 0), table, key, columns))
			found = chain_left(store, query_int(&later, 0), since);
	query_end(&later);
	return found;
}

int64_t
undo_changed_since(struct store *store, const struct undo *undo, const char *table, int64_t id)
{
	char key[24];
	snprintf(key, sizeof key, "%" PRId64, id);
	return changed_since(store, undo->end, table, key, COLUMNS_ANY);
}

char *
command_shown(struct store *store, int64_t id)
{
	struct query query = store_query(store, SQL("SELECT command FROM log WHERE id = :id"), ARG("id", id));
	char *shown = query_next(&query) ? text_cut(query_text(&query, 0), COMMAND_SHOWN, "…") : memory_text("");
	query_end(&query);
	return shown;
}

/* A row of another key that has a value which only one may have; 0 if there is none. `unique`: the columns of an index. */
static int64_t
find_twin(struct store *store, sqlite3_changeset_iter *change, const char *table, const char *key, struct query *unique)
{
	char *sql = memory_format("SELECT max(o.rowid) FROM \"%s\" AS o LEFT JOIN \"%s\" AS m ON m.rowid = ?1 WHERE o.rowid <> ?1", table, table);
	sqlite3_value *values[16];
	int count = 0;
	while (query_next(unique) && count < 16) {
		values[count] = NULL;
		sqlite3changeset_new(change, (int)query_int(unique, 0), &values[count]);
		char *longer = memory_format("%s AND o.\"%s\" = coalesce(?%d, m.\"%s\")", sql, query_text(unique, 1), count + 2, query_text(unique, 1));
		free(sql);
		sql = longer;
		count++;
	}
	query_end(unique);
	sqlite3_stmt *statement;
	if (sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL) != SQLITE_OK || sqlite3_bind_text(statement, 1, key, -1, SQLITE_STATIC) != SQLITE_OK)
		store_fail(store);
	for (int i = 0; i < count; i++)
		if (values[i] && sqlite3_bind_value(statement, i + 2, values[i]) != SQLITE_OK)
			store_fail(store);
	int64_t found = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0;
	sqlite3_finalize(statement);
	free(sql);
	return found;
}

/* The command that has since put another row in the place of this one, such as a session on its day. */
static int64_t
taken_since(struct store *store, const struct undo *undo, sqlite3_changeset_iter *change, const char *table, const char *key)
{
	char twin[24];
	int64_t found = 0;
	struct query indexes = store_query(store, SQL("SELECT name FROM pragma_index_list(:table) WHERE \"unique\" AND origin <> 'pk'"), ARG("table", table));
	while (!found && query_next(&indexes)) {
		struct query unique = store_query(store, SQL("SELECT cid, name FROM pragma_index_info(:name)"), ARG("name", query_text(&indexes, 0)));
		int64_t row = find_twin(store, change, table, key, &unique);
		snprintf(twin, sizeof twin, "%" PRId64, row);
		found = row ? changed_since(store, undo->end, table, twin, COLUMNS_ANY) : 0;
	}
	query_end(&indexes);
	return found;
}

static bool
refuse_unknown(const struct undo *undo, const char *table, const char *key, struct refusal *why)
{
	return refuse(why, "command %lld cannot be undone: what it did to %s %s has been changed since, by nothing that the log knows of",
	    (long long)undo->id, table, key);
}

bool
conflict_refuse(struct store *store, const struct undo *undo, int conflict, sqlite3_changeset_iter *change, uint64_t columns, struct refusal *why)
{
	const char *table;
	int count, operation, indirect;
	struct sink key;
	sink_init(&key, -1);
	sink_hold(&key);
	sqlite3changeset_op(change, &table, &count, &operation, &indirect);
	change_key(change, &key);
	bool twin = conflict == SQLITE_CHANGESET_CONSTRAINT;
	int64_t later = twin ? taken_since(store, undo, change, table, key.buffer) : changed_since(store, undo->end, table, key.buffer, columns);
	char *command = command_shown(store, later);
	if (!later)
		refuse_unknown(undo, table, key.buffer, why);
	else if (twin)
		refuse(why, "command %lld cannot be undone: command %lld (%s) has since put another %s in its place; undo that first: balint-group undo %lld",
		    (long long)undo->id, (long long)later, command, table, (long long)later);
	else
		refuse(why, "command %lld cannot be undone: command %lld (%s) has changed the same %s since; undo that first: balint-group undo %lld",
		    (long long)undo->id, (long long)later, command, table, (long long)later);
	free(command);
	sink_release(&key);
	return false;
}
