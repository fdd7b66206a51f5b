/* What the log may no longer say once somebody is forgotten. */
#include "erase.h"

#include <balint/fatal.h>

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
erase_end_changes(const struct store *store, struct changes *changes)
{
	if (changes->broken)
		fatal(REFUSED, "%s: a change set of the log cannot be read; nothing was changed; run 'balint-group check'", store->path);
	changes_end(changes);
}

static char *
row_key(const char *table, const struct sink *key)
{
	return memory_format("%s\x1f%s", table, key->buffer);
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
	void *bytes;
	const char *table;
	struct sink key;
	sqlite3_changeset_iter *iterator;
	int code = sqlite3session_changeset(search->store->session, &size, &bytes);
	if (code == SQLITE_OK)
		code = sqlite3changeset_start(&iterator, size, bytes);
	if (code != SQLITE_OK)
		changes_fail(search->store, code);
	sink_init(&key, -1);
	sink_hold(&key);
	while (sqlite3changeset_next(iterator) == SQLITE_ROW) {
		sqlite3changeset_op(iterator, &table, &columns, &operation, NULL);
		change_key(iterator, &key);
		search->touched = memory_for_one((void *)search->touched, search->touched_count, sizeof *search->touched);
		search->touched[search->touched_count++] = row_key(table, &key);
	}
	code = sqlite3changeset_finalize(iterator);
	if (code != SQLITE_OK)
		changes_fail(search->store, code);
	sink_release(&key);
	sqlite3_free(bytes);
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
points_to_them(const struct search *search, const char *table, int column, int64_t value)
{
	for (size_t i = 0; i < search->pointer_count; i++)
		if (search->pointers[i].column == column && sqlite3_stricmp(search->pointers[i].table, table) == 0
		    && is_theirs(search, search->pointers[i].enrolment, value))
			return true;
	return false;
}

/* Numbers are looked at as such: a telephone of one digit would be in all of them. */
static bool
value_tells(const struct search *search, const struct changes *changes, int column, bool after)
{
	sqlite3_value *value = NULL;
	if (changes->operation != (after ? SQLITE_DELETE : SQLITE_INSERT))
		(after ? sqlite3changeset_new : sqlite3changeset_old)(changes->iterator, column, &value);
	int type = value ? sqlite3_value_type(value) : SQLITE_NULL;
	if (type == SQLITE_INTEGER)
		return points_to_them(search, changes->table, column, sqlite3_value_int64(value));
	return type == SQLITE_TEXT && naming_found(search->naming, NAMING_SUSPECTED, change_text(value));
}

/* Whether the row is one of theirs, or names them. */
static bool
row_tells(const struct search *search, const struct changes *changes)
{
	char *key = row_key(changes->table, &changes->key);
	bool tells = search->touched_count && bsearch(&key, (const void *)search->touched, search->touched_count, sizeof *search->touched, compare);
	free(key);
	for (int i = 0; i < changes->columns && !tells; i++)
		tells = value_tells(search, changes, i, false) || value_tells(search, changes, i, true);
	return tells;
}

static bool
changes_tell(const struct search *search, int64_t id)
{
	bool tells = false;
	struct changes changes = changes_begin(search->store, id);
	while (!tells && changes_next(&changes))
		tells = row_tells(search, &changes);
	erase_end_changes(search->store, &changes);
	return tells;
}

/* Whether one of the rows that were added in bulk is among those touched. */
static bool
range_tells(const struct search *search, int64_t log)
{
	bool tells = false;
	struct query query = changes_added(search->store, log);
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
	    SQL("SELECT id, length(changes) > 0, added IS NOT NULL\n"
	        "  FROM log\n"
	        " WHERE length(changes) > 0 OR added IS NOT NULL\n"
	        " ORDER BY id"));
	while (query_next(&query)) {
		int64_t id = query_int(&query, 0);
		bool tells = query_int(&query, 1) == 1 && changes_tell(search, id);
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
