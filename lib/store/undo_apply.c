/* Applying the inverse of a change set. */
#include "undo.h"

#include <balint/fatal.h>

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

struct applying {
	struct store *store;
	const struct undo *undo;
	const struct undo_loose *const *loose;
	struct refusal *why;
	bool refused;
};

/* The bits of the table's loose columns. */
static uint64_t
loose_of(const struct applying *applying, const char *table)
{
	uint64_t bits = 0;
	for (const struct undo_loose *const *trade = applying->loose; *trade; trade++)
		for (const struct undo_loose *loose = *trade; loose->table; loose++)
			if (strcmp(loose->table, table) == 0)
				bits |= UINT64_C(1) << store_number(applying->store, SQL("SELECT cid FROM pragma_table_info(:table) WHERE name = :column"), ARG("table", table),
				            ARG("column", loose->column));
	return bits;
}

/* The bits of the columns that are not what the change expects. */
static uint64_t
differences(sqlite3_changeset_iter *change, int columns)
{
	uint64_t bits = 0;
	for (int i = 0; i < columns && i < 64; i++) {
		sqlite3_value *expected = NULL, *there = NULL;
		sqlite3changeset_old(change, i, &expected);
		sqlite3changeset_conflict(change, i, &there);
		const char *before = change_text(expected), *now = change_text(there);
		if (expected && (before ? !now || strcmp(before, now) != 0 : now != NULL))
			bits |= UINT64_C(1) << i;
	}
	return bits;
}

static int
refuse_conflict(struct applying *applying, int conflict, sqlite3_changeset_iter *change, uint64_t columns)
{
	applying->refused = true;
	conflict_refuse(applying->store, applying->undo, conflict, change, columns, applying->why);
	return SQLITE_CHANGESET_ABORT;
}

/* What differs in nothing but what is loose gives way, unless a later command has made that difference. */
static int
judge_difference(struct applying *applying, sqlite3_changeset_iter *change)
{
	const char *table;
	int columns, operation, indirect;
	struct sink key;
	sqlite3changeset_op(change, &table, &columns, &operation, &indirect);
	uint64_t differs = differences(change, columns), loose = loose_of(applying, table);
	if (differs & ~loose)
		return refuse_conflict(applying, SQLITE_CHANGESET_DATA, change, differs & ~loose);
	sink_init(&key, -1);
	sink_hold(&key);
	change_key(change, &key);
	bool later = changed_since(applying->store, applying->undo->end, table, key.buffer, differs) != 0;
	sink_release(&key);
	return later ? refuse_conflict(applying, SQLITE_CHANGESET_DATA, change, differs) : SQLITE_CHANGESET_REPLACE;
}

static int
take_conflict(void *context, int conflict, sqlite3_changeset_iter *change)
{
	struct applying *applying = context;
	if (conflict == SQLITE_CHANGESET_DATA)
		return judge_difference(applying, change);
	if (conflict != SQLITE_CHANGESET_FOREIGN_KEY)
		return refuse_conflict(applying, conflict, change, COLUMNS_ANY);
	applying->refused = true;
	references_refuse(applying->store, applying->undo, applying->why);
	return SQLITE_CHANGESET_ABORT;
}

/* Whether rows refer to others that are not there, as far as this transaction has done it. */
static bool
is_dangling(const struct store *store)
{
	int now = 0, most;
	sqlite3_db_status(store->db, SQLITE_DBSTATUS_DEFERRED_FKS, &now, &most, 0);
	return now != 0;
}

/* The inverse of a change set, for sqlite3_free; NULL where there is none. */
static void *
invert(struct store *store, int64_t id, int *size)
{
	void *inverse = NULL;
	struct query query = store_query(store, SQL("SELECT changes FROM log WHERE id = :id AND length(changes) > 0"), ARG("id", id));
	int code = SQLITE_OK;
	if (query_next(&query))
		code = sqlite3changeset_invert(sqlite3_column_bytes(query.statement, 0), sqlite3_column_blob(query.statement, 0), size, &inverse);
	query_end(&query);
	if (code != SQLITE_OK)
		changes_fail(store, code);
	return inverse;
}

/* A table that differs from what it was SQLite would leave alone in silence: undo_prepare has looked. */
static bool
apply_changes(struct applying *applying)
{
	struct store *store = applying->store;
	int size = 0;
	void *inverse = invert(store, applying->undo->end, &size);
	if (!inverse)
		return !is_dangling(store) || references_refuse(store, applying->undo, applying->why);
	/* A savepoint's journal, in memory, would be gone through at every row; whoever is refused takes back the transaction. */
	int code = sqlite3changeset_apply_v2(store->db, size, inverse, NULL, take_conflict, applying, NULL, NULL, SQLITE_CHANGESETAPPLY_NOSAVEPOINT);
	sqlite3_free(inverse);
	if (code != SQLITE_OK && !applying->refused)
		changes_fail(store, code);
	return code == SQLITE_OK;
}

/* The rows that were added in bulk go first, whatever refers to them; that must be gone at the end. */
static void
delete_added(struct store *store, int64_t id)
{
	struct query added = changes_added(store, id);
	while (query_next(&added)) {
		char *sql = memory_format("DELETE FROM \"%s\" WHERE id BETWEEN :first AND :last", query_text(&added, 0));
		store_run(store, SQL(sql), ARG("first", query_int(&added, 1)), ARG("last", query_int(&added, 2)));
		free(sql);
	}
}

bool
undo_apply(struct store *store, const struct undo *undo, const struct undo_loose *const *loose, struct refusal *why)
{
	struct applying applying = { store, undo, loose, why, false };
	store_triggers(store, false); /* they keep the ledger from being changed; an undo takes back as a whole what was entered there */
	store_execute(store, "PRAGMA defer_foreign_keys = 1");
	delete_added(store, undo->end);
	bool good = apply_changes(&applying);
	store_execute(store, "PRAGMA defer_foreign_keys = 0");
	store_triggers(store, true);
	if (!good)
		return false;
	store->undoes = undo->end;
	return true;
}
