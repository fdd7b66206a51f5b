#include "undo.h"

#include <balint/changes.h>
#include <balint/fatal.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROW struct undo_row
static const struct column columns[] = {
	COUNT_COLUMN(ROW, id),
	TEXT_COLUMN(ROW, at),
	TEXT_COLUMN(ROW, who),
	TEXT_COLUMN(ROW, command),
	COUNT_COLUMN(ROW, undone),
};
const struct listing undo_listing = LISTING(columns);

/* This user's last command that stands; 0 if there is none. */
static int64_t
find_last(struct store *store)
{
	int64_t found = 0;
	struct query query = store_query(store, SQL("SELECT id FROM log WHERE who = :who AND undoes IS NULL ORDER BY id DESC"), ARG("who", store_user(store)));
	while (!found && query_next(&query)) {
		bool undone;
		chain_end(store, query_int(&query, 0), &undone);
		found = undone ? 0 : query_int(&query, 0);
	}
	query_end(&query);
	return found;
}

/* What is done to the store as a whole has no inverse; nor has what has no change set. */
static bool
refuse_whole(struct store *store, const struct undo *undo, bool empty, struct refusal *why)
{
	long long id = (long long)undo->id;
	switch (changes_kind(store, undo->end)) {
	case CHANGES_MADE: return refuse(why, "command %lld cannot be undone: it made the store; whoever wants none deletes the file", id);
	case CHANGES_REPLACED:
		return refuse(why, "command %lld cannot be undone: it replaced the whole store; to have another one in its place, restore that", id);
	case CHANGES_FORGOT: return refuse(why, "command %lld cannot be undone: who is forgotten stays forgotten", id);
	case CHANGES_ERASED:
		return !empty || refuse(why, "command %lld cannot be undone: its change set was erased with somebody who was forgotten", id);
	case CHANGES_UNKNOWN: break;
	}
	return !empty || refuse(why, "command %lld cannot be undone: the log has no change set of it", id);
}

static bool
refuse_schema(const struct undo *undo, int schema, struct refusal *why)
{
	return schema == STORE_SCHEMA
	    || refuse(why, "command %lld cannot be undone: the store has been brought up to date since (schema %d, now %d), and nothing before that is undone",
	           (long long)undo->id, schema, STORE_SCHEMA);
}

static bool
load(struct store *store, struct undo *undo, struct refusal *why)
{
	struct query query = store_query(store,
	    SQL("SELECT at, schema, length(changes) = 0 AND added IS NULL\n"
	        "  FROM log\n"
	        " WHERE id = :id"),
	    ARG("id", undo->end));
	if (!query_next(&query))
		return refuse(why, "there is no command %lld in the log; 'balint-group log' shows them", (long long)undo->id);
	snprintf(undo->at, sizeof undo->at, "%s", query_text(&query, 0));
	int schema = (int)query_int(&query, 1);
	bool empty = query_int(&query, 2) == 1;
	query_end(&query);
	return refuse_whole(store, undo, empty, why) && refuse_schema(undo, schema, why);
}

bool
undo_find(struct store *store, int64_t id, struct undo *undo, struct refusal *why)
{
	bool undone;
	*undo = (struct undo){ .id = id ? id : find_last(store) };
	if (!undo->id)
		return refuse(why, "the log has no command of '%s' that is not undone; 'balint-group log' shows those of others", store_user(store));
	undo->earlier = !id && store_has(store, SQL("SELECT 1 FROM log WHERE id < :id"), ARG("id", undo->id));
	undo->end = chain_end(store, undo->id, &undone);
	if (undone)
		return refuse(why, "command %lld is undone already; to do it again: balint-group undo %lld", (long long)undo->id, (long long)undo->end);
	return load(store, undo, why);
}

static void
note_touched(struct store *store, const char *table, const char *operation, int64_t id)
{
	store_run(store,
	    SQL("INSERT INTO temp.touched (name, operation, id)\n"
	        "VALUES (:name, :operation, :id)"),
	    ARG("name", table), ARG("operation", operation), ARG("id", id));
}

/* Whether the table is as it was when the change set was recorded, as far as can be told. */
static bool
fits(struct store *store, const struct changes *changes)
{
	return log_has_table(changes->table)
	    && store_number(store, SQL("SELECT count(*) FROM pragma_table_info(:table)"), ARG("table", changes->table)) == changes->columns;
}

/* The key, if it is one number. */
static int64_t
number_of(const struct changes *changes)
{
	char *end;
	int64_t number = strtoll(changes->key.buffer, &end, 10);
	return *end || end == changes->key.buffer ? COUNT_NONE : number;
}

static bool
note_changes(struct store *store, int64_t id)
{
	static const char *const operations[] = { [SQLITE_INSERT] = "insert", [SQLITE_UPDATE] = "update", [SQLITE_DELETE] = "delete" };
	bool good = true;
	struct changes changes = changes_begin(store, id);
	while (good && changes_next(&changes)) {
		good = fits(store, &changes);
		if (good)
			note_touched(store, changes.table, operations[changes.operation], number_of(&changes));
	}
	good = good && !changes.broken;
	changes_end(&changes);
	return good;
}

/* What was added in bulk is taken away by the name of the table: as far as it is still there, however large a damaged range may be. */
static bool
note_added(struct store *store, int64_t id)
{
	bool good = changes_added_sound(store, id);
	struct query added = changes_added(store, id);
	while (good && query_next(&added)) {
		const char *table = query_text(&added, 0);
		good = store_has(store, SQL("SELECT 1 FROM pragma_table_info(:table) WHERE name = 'id'"), ARG("table", table)) && log_has_table(table);
		char *sql = memory_format("INSERT INTO temp.touched (name, operation, id)\n"
		                          "SELECT :table, 'insert', id FROM \"%s\" WHERE id BETWEEN :first AND :last", table);
		if (good)
			store_run(store, SQL(sql), ARG("table", table), ARG("first", query_int(&added, 1)), ARG("last", query_int(&added, 2)));
		free(sql);
	}
	query_end(&added);
	return good;
}

bool
undo_prepare(struct store *store, const struct undo *undo, struct refusal *why)
{
	store_execute(store, "CREATE TEMP TABLE touched (name TEXT NOT NULL, operation TEXT NOT NULL, id INTEGER)");
	bool good = note_added(store, undo->end) && note_changes(store, undo->end);
	store_execute(store, "CREATE INDEX temp.touched_row ON touched (name, id)");
	return good || refuse(why, "the change set of command %lld cannot be read; run 'balint-group check'", (long long)undo->id);
}

void
undo_show(struct store *store, const struct undo *undo, row_taker *take, void *context)
{
	struct undo_row row;
	struct query query = store_query(store,
	    SQL("SELECT id, at, who, command, (SELECT max(id) + 1 FROM log) AS undone\n"
	        "  FROM log\n"
	        " WHERE id = :id"),
	    ARG("id", undo->id));
	query_each(&query, &undo_listing, &row, take, context);
}
