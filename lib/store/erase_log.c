/* What the log may no longer say once somebody is forgotten. */
#include "erase.h"
#include "internal.h"

#include <balint/fatal.h>
#include <balint/query.h>
#include <balint/sink.h>

#include <stdlib.h>
#include <string.h>

/* A column that points to a person or an enrolment. */
struct pointer {
	char *table;
	int column;
	bool enrolment; /* else to a person */
};

/* What is looked for in the change sets. */
struct search {
	struct store *store;
	int64_t person;
	const struct naming *naming;
	char **touched; /* rows that were changed, as row_key writes them, sorted */
	size_t touched_count;
	struct pointer *pointers;
	size_t pointer_count;
	int64_t *enrolments;
	size_t enrolment_count;
};

void
erase_check_changes(const struct store *store, int code)
{
	if (code == SQLITE_NOMEM)
		fatal(REFUSED, "out of memory; nothing was changed");
	if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
		fatal(REFUSED, "%s: a change set of the log cannot be read (%s); nothing was changed; run 'balint-group check'", store->path,
		    sqlite3_errstr(code));
}

sqlite3_value *
erase_value(sqlite3_changeset_iter *iterator, int column, int operation, bool after)
{
	sqlite3_value *value = NULL;
	if (after ? operation != SQLITE_DELETE : operation != SQLITE_INSERT)
		(after ? sqlite3changeset_new : sqlite3changeset_old)(iterator, column, &value);
	return value;
}

/* The row by its table and primary key, which no change set lacks. New heap memory, owned by the caller. */
static char *
row_key(sqlite3_changeset_iter *iterator, const char *table, int columns, int operation)
{
	unsigned char *keys;
	struct sink sink;
	sink_init(&sink, -1);
	sink_hold(&sink);
	sink_text(&sink, table);
	sqlite3changeset_pk(iterator, &keys, NULL);
	for (int i = 0; i < columns; i++) {
		sqlite3_value *value = keys[i] ? erase_value(iterator, i, operation, operation == SQLITE_INSERT) : NULL;
		const char *text = value ? (const char *)sqlite3_value_text(value) : NULL;
		if (text)
			sink_format(&sink, "\x1f%s", text);
	}
	sink_char(&sink, '\0');
	return sink.buffer;
}

static int
compare(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The rows that this transaction has changed so far. */
static void
find_touched(struct search *search)
{
	int size, columns, operation;
	void *changes;
	const char *table;
	sqlite3_changeset_iter *iterator;
	erase_check_changes(search->store, sqlite3session_changeset(search->store->session, &size, &changes));
	erase_check_changes(search->store, sqlite3changeset_start(&iterator, size, changes));
	while (sqlite3changeset_next(iterator) == SQLITE_ROW) {
		sqlite3changeset_op(iterator, &table, &columns, &operation, NULL);
		search->touched = memory_for_one((void *)search->touched, search->touched_count, sizeof *search->touched);
		search->touched[search->touched_count++] = row_key(iterator, table, columns, operation);
	}
	erase_check_changes(search->store, sqlite3changeset_finalize(iterator));
	sqlite3_free(changes);
	if (search->touched_count)
		qsort((void *)search->touched, search->touched_count, sizeof *search->touched, compare);
}

static void
find_pointers(struct search *search)
{
	struct query query = store_query(search->store,
	    SQL("SELECT t.name, c.cid, f.\"table\" = 'enrolment'\n"
	        "  FROM sqlite_schema AS t, pragma_foreign_key_list(t.name) AS f, pragma_table_info(t.name) AS c\n"
	        " WHERE t.type = 'table' AND f.\"table\" IN ('person', 'enrolment') AND c.name = f.\"from\"\n"
	        " ORDER BY t.name, c.cid"));
	while (query_next(&query)) {
		search->pointers = memory_for_one(search->pointers, search->pointer_count, sizeof *search->pointers);
		search->pointers[search->pointer_count++] = (struct pointer){ memory_text(query_text(&query, 0)), (int)query_int(&query, 1), query_int(&query, 2) == 1 };
	}
}

/* The person's enrolments: those that are left, and those that went are among the rows touched. */
static void
find_enrolments(struct search *search)
{
	static const char enrolment[] = "enrolment\x1f";
	struct query query = store_query(search->store, SQL("SELECT id FROM enrolment WHERE person = :person ORDER BY id"), ARG("person", search->person));
	while (query_next(&query)) {
		search->enrolments = memory_for_one(search->enrolments, search->enrolment_count, sizeof *search->enrolments);
		search->enrolments[search->enrolment_count++] = query_int(&query, 0);
	}
	for (size_t i = 0; i < search->touched_count; i++) {
		if (strncmp(search->touched[i], enrolment, sizeof enrolment - 1) != 0)
			continue;
		search->enrolments = memory_for_one(search->enrolments, search->enrolment_count, sizeof *search->enrolments);
		search->enrolments[search->enrolment_count++] = strtoll(search->touched[i] + sizeof enrolment - 1, NULL, 10);
	}
}

static bool
is_theirs(const struct search *search, bool enrolment, int64_t id)
{
	if (!enrolment)
		return id == search->person;
	for (size_t i = 0; i < search->enrolment_count; i++)
		if (search->enrolments[i] == id)
			return true;
	return false;
}

static bool
points_to_them(const struct search *search, const char *table, int column, sqlite3_value *value)
{
	for (size_t i = 0; i < search->pointer_count; i++)
		if (search->pointers[i].column == column && sqlite3_stricmp(search->pointers[i].table, table) == 0
		    && is_theirs(search, search->pointers[i].enrolment, sqlite3_value_int64(value)))
			return true;
	return false;
}

static bool
value_tells(const struct search *search, const char *table, int column, sqlite3_value *value)
{
	int type = value ? sqlite3_value_type(value) : SQLITE_NULL;
	if (type == SQLITE_INTEGER)
		return points_to_them(search, table, column, value);
	return type == SQLITE_TEXT && naming_found(search->naming, NAMING_SUSPECTED, (const char *)sqlite3_value_text(value));
}

/* Whether the row at which the iterator stands is one of theirs, or names them. */
static bool
row_tells(const struct search *search, sqlite3_changeset_iter *iterator)
{
	const char *table;
	int columns, operation;
	sqlite3changeset_op(iterator, &table, &columns, &operation, NULL);
	char *key = row_key(iterator, table, columns, operation);
	bool tells = search->touched_count && bsearch(&key, (const void *)search->touched, search->touched_count, sizeof *search->touched, compare);
	free(key);
	for (int i = 0; i < columns && !tells; i++)
		tells = value_tells(search, table, i, erase_value(iterator, i, operation, false)) || value_tells(search, table, i, erase_value(iterator, i, operation, true));
	return tells;
}

static bool
changes_tell(const struct search *search, const void *changes, int size)
{
	sqlite3_changeset_iter *iterator;
	bool tells = false;
	/* SQLite takes it as writable, and does not write to it. */
	erase_check_changes(search->store, sqlite3changeset_start(&iterator, size, (void *)(uintptr_t)changes));
	while (!tells && sqlite3changeset_next(iterator) == SQLITE_ROW)
		tells = row_tells(search, iterator);
	erase_check_changes(search->store, sqlite3changeset_finalize(iterator));
	return tells;
}

/* Whether one of the rows that were added in bulk is among those touched. */
static bool
range_tells(const struct search *search, int64_t log)
{
	bool tells = false;
	struct query query = store_query(search->store,
	    SQL("SELECT r.key, r.value ->> 0, r.value ->> 1\n"
	        "  FROM log AS l, json_each(l.added) AS r\n"
	        " WHERE l.id = :id"),
	    ARG("id", log));
	while (query_next(&query)) {
		const char *table = query_text(&query, 0);
		size_t length = strlen(table);
		for (size_t i = 0; i < search->touched_count && !tells; i++) {
			const char *touched = search->touched[i];
			if (strncmp(touched, table, length) != 0 || touched[length] != '\x1f')
				continue;
			int64_t id = strtoll(touched + length + 1, NULL, 10);
			tells = id >= query_int(&query, 1) && id <= query_int(&query, 2);
		}
	}
	return tells;
}

static int64_t
erase_changes(const struct search *search)
{
	int64_t erased = 0;
	struct query query = store_query(search->store,
	    SQL("SELECT id, changes, added IS NOT NULL\n"
	        "  FROM log\n"
	        " WHERE length(changes) > 0 OR added IS NOT NULL\n"
	        " ORDER BY id"));
	while (query_next(&query)) {
		int64_t id = query_int(&query, 0);
		sqlite3_stmt *statement = query.statement;
		int size = sqlite3_column_bytes(statement, 1);
		bool tells = size > 0 && changes_tell(search, sqlite3_column_blob(statement, 1), size);
		if (tells || (query_int(&query, 2) == 1 && range_tells(search, id)))
			erased += store_run(search->store, SQL("UPDATE log SET changes = x'', added = NULL WHERE id = :id"), ARG("id", id));
	}
	return erased;
}

/* Command lines that name them become program and verb; of those that were logged before verbs were, the program. */
static int64_t
erase_commands(struct store *store)
{
	int64_t shortened = store_run(store,
	    SQL("UPDATE log\n"
	        "   SET command = s.command\n"
	        "  FROM (SELECT id, coalesce(verb, substr(command, 1, instr(command || ' ', ' ') - 1)) || ' …' AS command FROM log) AS s\n"
	        " WHERE s.id = log.id AND log.command <> s.command AND may_name(log.command)"));
	store_run(store, SQL("UPDATE log SET who = without_sure_name(who) WHERE who <> without_sure_name(who)"));
	return shortened;
}

struct erased_log
erase_log(struct store *store, int64_t person, const struct naming *naming)
{
	struct search search = { .store = store, .person = person, .naming = naming };
	find_touched(&search);
	find_pointers(&search);
	find_enrolments(&search);
	struct erased_log erased = { .changes = erase_changes(&search) };
	erased.commands = erase_commands(store);
	for (size_t i = 0; i < search.touched_count; i++)
		free(search.touched[i]);
	for (size_t i = 0; i < search.pointer_count; i++)
		free(search.pointers[i].table);
	free((void *)search.touched);
	free(search.pointers);
	free(search.enrolments);
	return erased;
}
