#include "internal.h"

#include <balint/clock.h>
#include <balint/fatal.h>
#include <balint/query.h>
#include <balint/sink.h>

#include <assert.h>
#include <inttypes.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/*
 * The log does not log itself, nor evaluations, which are anonymous (RULES 12), nor what a report has said.
 */
bool
log_has_table(const char *table)
{
	static const char *const outside[] = { "log", "evaluation", "answer", "respondent", "warning", "receipt", "erasure" };
	for (size_t i = 0; i < sizeof outside / sizeof outside[0]; i++)
		if (sqlite3_stricmp(table, outside[i]) == 0)
			return false;
	return true;
}

/* SQLite asks at every row until the answer is yes, and then no more. */
static int
is_recorded(void *context, const char *table)
{
	const struct store *store = context;
	for (int i = 0; i < store->bulk_count; i++)
		if (sqlite3_stricmp(table, store->bulks[i].table) == 0)
			return 0;
	return log_has_table(table);
}

void
log_begin(struct store *store)
{
	if (sqlite3session_create(store->db, "main", &store->session) != SQLITE_OK
	    || sqlite3session_attach(store->session, NULL) != SQLITE_OK)
		store_fail(store);
	sqlite3session_table_filter(store->session, is_recorded, store);
}

/* The first (min) or last (max) id of the table's after that one; 0 if there is none. */
static int64_t
id_after(struct store *store, const char *which, const char *table, int64_t after)
{
	char *sql = memory_format("SELECT %s(id) FROM %s WHERE id > :after", which, table);
	int64_t id = store_number(store, SQL(sql), ARG("after", after));
	free(sql);
	return id;
}

void
store_bulk(struct store *store, const char *table)
{
	assert(store->session && store->bulk_count < BULK_MOST);
	store_execute(store, "PRAGMA cache_size = -8000"); /* KiB; less, and pages of indexes are written many times */
	store->bulks[store->bulk_count++] = (struct bulk){ table, id_after(store, "max", table, 0) };
}

/* What was added in bulk, as JSON: {"credit": [first id, last id]}. Nothing if nothing was. */
static void
write_ranges(struct store *store, struct sink *sink)
{
	for (int i = 0; i < store->bulk_count; i++) {
		const struct bulk *bulk = &store->bulks[i];
		int64_t first = id_after(store, "min", bulk->table, bulk->last), last = id_after(store, "max", bulk->table, bulk->last);
		if (first)
			sink_format(sink, "%s\"%s\": [%" PRId64 ", %" PRId64 "]", sink->used ? ", " : "{", bulk->table, first, last);
	}
	if (sink->used)
		sink_bytes(sink, "}", 2);
}

void
store_tell_verb(struct store *store, const char *program, const char *verb)
{
	store->program = program;
	store->verb = verb;
}

const char *
store_user(struct store *store)
{
	if (*store->user)
		return store->user;
	const struct passwd *user = getpwuid(getuid());
	if (user)
		snprintf(store->user, sizeof store->user, "%s", user->pw_name);
	else
		snprintf(store->user, sizeof store->user, "%u", (unsigned)getuid());
	return store->user;
}

static void
insert_entry(struct store *store, const char *command, const void *changes, int size, const char *added)
{
	sqlite3_stmt *insert;
	char stamp[CLOCK_STAMP];
	clock_stamp(stamp);
	if (sqlite3_prepare_v2(store->db,
	        "INSERT INTO log (at, who, command, schema, changes, added, undoes, verb)\n"
	        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, nullif(?7, 0), ?8 || ' ' || ?9)",
	        -1, &insert, NULL) != SQLITE_OK
	    || sqlite3_bind_text(insert, 1, stamp, -1, SQLITE_STATIC) != SQLITE_OK
	    || sqlite3_bind_text(insert, 2, store_user(store), -1, SQLITE_STATIC) != SQLITE_OK
	    || sqlite3_bind_text(insert, 3, command, -1, SQLITE_STATIC) != SQLITE_OK
	    || sqlite3_bind_int(insert, 4, STORE_SCHEMA) != SQLITE_OK
	    || sqlite3_bind_blob(insert, 5, size ? changes : "", size, SQLITE_STATIC) != SQLITE_OK
	    || sqlite3_bind_text(insert, 6, added, -1, SQLITE_STATIC) != SQLITE_OK
	    || sqlite3_bind_int64(insert, 7, store->undoes) != SQLITE_OK || sqlite3_bind_text(insert, 8, store->program, -1, SQLITE_STATIC) != SQLITE_OK
	    || sqlite3_bind_text(insert, 9, store->verb, -1, SQLITE_STATIC) != SQLITE_OK || sqlite3_step(insert) != SQLITE_DONE)
		store_fail(store);
	sqlite3_finalize(insert);
}

void
log_note(struct store *store, const char *command)
{
	insert_entry(store, command, NULL, 0, NULL);
}

bool
log_record(struct store *store, const char *command)
{
	int size;
	void *changes;
	struct sink added;
	/* sqlite3session_isempty will not do: a session that ran out of memory is empty too. */
	if (sqlite3session_changeset(store->session, &size, &changes) != SQLITE_OK)
		store_fail(store);
	sink_init(&added, -1);
	sink_hold(&added);
	write_ranges(store, &added);
	bool changed = size > 0 || added.used > 0 || store->undoes;
	if (changed)
		insert_entry(store, command, changes, size, added.buffer);
	sqlite3_free(changes);
	sink_release(&added);
	return changed;
}
