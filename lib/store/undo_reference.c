/* Which later command builds on what an undo would take away. */
#include "undo.h"

#include <balint/fatal.h>
#include <balint/text.h>

#include <stdlib.h>

/* A table with a row that refers to none, and the latest command by which it does. */
struct dangling {
	char *table;
	int64_t later;
};

/* One reference of a table: its rows that lead nowhere, by their keys and by what they refer to. */
static struct query
query_dangling(struct store *store, const char *table, const char *parent, const char *from, const char *to, char **sql)
{
	struct query query = store_query(store,
	    SQL("SELECT group_concat('c.\"' || name || '\"', ' || '' '' || ')\n"
	        "  FROM (SELECT name FROM pragma_table_info(:table) WHERE pk > 0 ORDER BY cid)"),
	    ARG("table", table));
	query_next(&query);
	*sql = memory_format("SELECT %s, c.\"%s\" FROM \"%s\" AS c\n"
	                     " WHERE c.\"%s\" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM \"%s\" AS p WHERE p.\"%s\" = c.\"%s\")\n"
	                     " LIMIT 100",
	    query_text(&query, 0), from, table, from, parent, to, from);
	query_end(&query);
	return store_query(store, SQL(*sql));
}

/* What the command after `since` did last of all: a row that refers to what goes, or taking away what a row refers to. */
static void
look_at(struct store *store, int64_t since, const char *table, const struct query *reference, struct dangling *dangling)
{
	char *sql;
	const char *parent = query_text(reference, 0);
	struct query rows = query_dangling(store, table, parent, query_text(reference, 1), query_text(reference, 2), &sql);
	while (query_next(&rows)) {
		int64_t child = changed_since(store, since, table, query_text(&rows, 0), COLUMNS_ANY);
		int64_t later = child ? child : changed_since(store, since, parent, query_text(&rows, 1), COLUMNS_ANY);
		if (!dangling->table || later > dangling->later) {
			free(dangling->table);
			*dangling = (struct dangling){ memory_text(table), later };
		}
	}
	free(sql);
}

static struct dangling
find_dangling(struct store *store, int64_t since)
{
	struct dangling dangling = { 0 };
	struct query tables = store_query(store, SQL("SELECT DISTINCT \"table\", fkid FROM pragma_foreign_key_check ORDER BY 1, 2"));
	while (query_next(&tables)) {
		struct query reference = store_query(store, SQL("SELECT \"table\", \"from\", \"to\" FROM pragma_foreign_key_list(:table) WHERE id = :id"),
		    ARG("table", query_text(&tables, 0)), ARG("id", query_int(&tables, 1)));
		while (query_next(&reference))
			look_at(store, since, query_text(&tables, 0), &reference, &dangling);
	}
	return dangling;
}

bool
references_refuse(struct store *store, const struct undo *undo, struct refusal *why)
{
	struct dangling dangling = find_dangling(store, undo->end);
	char *command = command_shown(store, dangling.later);
	if (dangling.later)
		refuse(why, "command %lld cannot be undone: command %lld (%s) builds on it; undo that first: balint-group undo %lld", (long long)undo->id,
		    (long long)dangling.later, command, (long long)dangling.later);
	else
		refuse(why, "command %lld cannot be undone: something builds on it that the log does not know of (%s)", (long long)undo->id,
		    dangling.table ? dangling.table : "?");
	free(command);
	free(dangling.table);
	return false;
}
