/* What the files of this room share: the struct behind the handle. */
#ifndef BALINT_STORE_INTERNAL_H
#define BALINT_STORE_INTERNAL_H

#include <balint/store.h>

#include <sqlite3.h>

#define APPLICATION_ID 1111575625 /* "BALI" */

struct store {
	sqlite3 *db;
	sqlite3_session *session; /* records a writer's changes */
	char *path;
	char user[256]; /* who runs the command, once asked for */
	char *creating; /* the name of a new store that has not been committed, or NULL */
};

/* Opens the connection to a file by the name that SQLite takes; messages call it by its path. */
struct store *store_connect(const char *name, const char *path, int flags);

/*
 * Closes a new store that has been committed and gives it its name; false if another has got that
 * meanwhile. creation_discard removes what has come of one.
 */
bool creation_finish(struct store *store);
void creation_discard(const struct store *store);

/* Ends the program by what SQLite says; BUSY becomes exit 75. */
_Noreturn void store_fail(const struct store *store);

/* Runs SQL that has no arguments and must work. */
void store_execute(struct store *store, const char *sql);

/* Runs the schema steps after `from` and notes the version, inside the caller's transaction. */
void schema_apply(struct store *store, int from);

/* Begins and ends the recording of changes; the change set goes to the log. True if there were any. */
void log_begin(struct store *store);
bool log_record(struct store *store, const char *command);

#endif
