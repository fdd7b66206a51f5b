#include "changes.h"

#include <balint/changes.h>
#include <balint/fatal.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROW struct changed_row
static const struct column columns[] = {
	TEXT_COLUMN(ROW, table),
	TEXT_COLUMN(ROW, operation),
	TEXT_COLUMN(ROW, key),
	TEXT_COLUMN(ROW, column),
	TEXT_COLUMN(ROW, before),
	TEXT_COLUMN(ROW, after),
};

static enum shade
shade(const void *row)
{
	const ROW *changed = row;
	return strcmp(changed->operation, "delete") == 0 ? SHADE_DIM : SHADE_NONE;
}

const struct listing changed_listing = SHADED_LISTING(columns, shade);

/* The names of the columns of one table; the rows of a table stand together in a change set. */
struct names {
	struct store *store; /* whose they are */
	char *table;
	char **names;
	int count;
};

static void
names_release(struct names *names)
{
	for (int i = 0; i < names->count; i++)
		free(names->names[i]);
	free(names->names);
	free(names->table);
	*names = (struct names){ .store = names->store };
}

static void
names_load(struct names *names, const char *table)
{
	if (names->table && strcmp(names->table, table) == 0)
		return;
	names_release(names);
	names->table = memory_text(table);
	struct query query = store_query(names->store, SQL("SELECT name FROM pragma_table_info(:table) ORDER BY cid"), ARG("table", table));
	while (query_next(&query)) {
		names->names = memory_for_one(names->names, (size_t)names->count, sizeof *names->names);
		names->names[names->count++] = memory_text(query_text(&query, 0));
	}
}

struct lister {
	struct names names;
	row_taker *take;
	void *context;
};

static const char *
operation_name(int operation)
{
	return operation == SQLITE_INSERT ? "insert" : operation == SQLITE_DELETE ? "delete" : "update";
}

/* A row for each column that changed; for what has none but its key, one. */
static void
list_row(struct lister *lister, const struct changes *changes)
{
	bool any = false;
	char number[16];
	struct changed_row row = { .table = changes->table, .operation = operation_name(changes->operation), .key = changes->key.buffer };
	names_load(&lister->names, changes->table);
	for (int i = 0; i < changes->columns; i++) {
		if (!changes_has(changes, i))
			continue;
		row.before = changes_before(changes, i);
		row.after = changes_after(changes, i);
		if (!row.before && !row.after)
			continue;
		snprintf(number, sizeof number, "%d", i + 1);
		row.column = i < lister->names.count ? lister->names.names[i] : number; /* of a table that no schema of ours has */
		lister->take(lister->context, &row);
		any = true;
	}
	if (!any)
		lister->take(lister->context, &row);
}

static bool
list_changes(struct store *store, struct lister *lister, int64_t id)
{
	struct changes changes = changes_begin(store, id);
	while (changes_next(&changes))
		list_row(lister, &changes);
	bool good = !changes.broken;
	changes_end(&changes);
	return good;
}

static void
list_added(struct store *store, const struct lister *lister, int64_t id)
{
	char range[48];
	struct query added = changes_added(store, id);
	while (query_next(&added)) {
		snprintf(range, sizeof range, "%" PRId64 "..%" PRId64, query_int(&added, 1), query_int(&added, 2));
		lister->take(lister->context, &(struct changed_row){ .table = query_text(&added, 0), .operation = "added", .key = range });
	}
}

enum changes_kind
changes_kind(struct store *store, int64_t id)
{
	static const struct {
		const char *verb;
		enum changes_kind kind;
	} verbs[] = {
		{ "balint-group init", CHANGES_MADE },
		{ "balint-group demo", CHANGES_MADE },
		{ "balint-group restore", CHANGES_REPLACED },
		{ "balint-group forget", CHANGES_FORGOT },
		{ "balint-group undo", CHANGES_UNKNOWN },
		{ "", CHANGES_UNKNOWN },
	};
	enum changes_kind kind = CHANGES_ERASED;
	struct query query = store_query(store, SQL("SELECT coalesce(verb, '') FROM log WHERE id = :id"), ARG("id", id));
	if (query_next(&query))
		for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++)
			if (query_is(&query, 0, verbs[i].verb))
				kind = verbs[i].kind;
	query_end(&query);
	return kind;
}

bool
changes_list(struct store *store, int64_t id, row_taker *take, void *context, bool *empty, struct refusal *why)
{
	struct query query = store_query(store, SQL("SELECT schema, length(changes) = 0 AND added IS NULL FROM log WHERE id = :id"), ARG("id", id));
	if (!query_next(&query))
		return refuse(why, "there is no command %lld in the log; 'balint-group log' shows them", (long long)id);
	int schema = (int)query_int(&query, 0);
	*empty = query_int(&query, 1) == 1;
	query_end(&query);
	struct store *model = schema >= 1 && schema < STORE_SCHEMA ? schema_model(store, schema) : NULL;
	struct lister lister = { { .store = model ? model : store }, take, context };
	bool good = changes_added_sound(store, id);
	if (good)
		list_added(store, &lister, id);
	good = (good && list_changes(store, &lister, id)) || refuse(why, "the change set of command %lld cannot be read; run 'balint-group check'", (long long)id);
	names_release(&lister.names);
	store_close(model);
	return good;
}
