#include "internal.h"

#include <balint/clock.h>
#include <balint/fatal.h>
#include <balint/query.h>

#include <pwd.h>
#include <stdio.h>
#include <unistd.h>

/* The log does not log itself. */
static int
is_recorded(void *context, const char *table)
{
	(void)context;
	return sqlite3_stricmp(table, "log") != 0;
}

void
log_begin(struct store *store)
{
	if (sqlite3session_create(store->db, "main", &store->session) != SQLITE_OK
	    || sqlite3session_attach(store->session, NULL) != SQLITE_OK)
		store_fail(store);
	sqlite3session_table_filter(store->session, is_recorded, NULL);
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
insert_entry(struct store *store, const char *command, const void *changes, int size)
{
	sqlite3_stmt *insert;
	char stamp[CLOCK_STAMP];
	clock_stamp(stamp);
	if (sqlite3_prepare_v2(store->db,
	        "INSERT INTO log (at, who, command, schema, changes)\n"
	        "VALUES (?1, ?2, ?3, ?4, ?5)",
	        -1, &insert, NULL) != SQLITE_OK
	    || sqlite3_bind_text(insert, 1, stamp, -1, SQLITE_STATIC) != SQLITE_OK
	    || sqlite3_bind_text(insert, 2, store_user(store), -1, SQLITE_STATIC) != SQLITE_OK
	    || sqlite3_bind_text(insert, 3, command, -1, SQLITE_STATIC) != SQLITE_OK
	    || sqlite3_bind_int(insert, 4, STORE_SCHEMA) != SQLITE_OK
	    || sqlite3_bind_blob(insert, 5, changes, size, SQLITE_STATIC) != SQLITE_OK || sqlite3_step(insert) != SQLITE_DONE)
		store_fail(store);
	sqlite3_finalize(insert);
}

bool
log_record(struct store *store, const char *command)
{
	int size;
	void *changes;
	/* sqlite3session_isempty will not do: a session that ran out of memory is empty too. */
	if (sqlite3session_changeset(store->session, &size, &changes) != SQLITE_OK)
		store_fail(store);
	if (size > 0)
		insert_entry(store, command, changes, size);
	sqlite3_free(changes);
	return size > 0;
}
