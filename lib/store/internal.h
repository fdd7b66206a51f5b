/* What the files of this room share: the struct behind the handle. */
#ifndef BALINT_STORE_INTERNAL_H
#define BALINT_STORE_INTERNAL_H

#include <balint/store.h>

#include <sqlite3.h>

#define APPLICATION_ID 1111575625 /* "BALI" */

enum {
	BUSY_MILLISECONDS = 10000,    /* how long a connection waits for another */
	PATIENT_MILLISECONDS = 60000, /* one that is in the middle of its work */
	STATEMENTS_KEPT = 24,
	BULK_MOST = 4, /* tables to which one command may add in bulk */
};

/* A table whose new rows are logged as a range of ids. */
struct bulk {
	const char *table;
	int64_t last; /* id before them */
};

struct store {
	sqlite3 *db;
	sqlite3_session *session; /* records a writer's changes */
	struct bulk bulks[BULK_MOST];
	int bulk_count;
	int patience; /* milliseconds that it waits for another connection */
	char *path;
	char user[256]; /* who runs the command, once asked for */
	char *creating; /* the name of a new store that has not been committed, or NULL */
	char *notice;   /* what opening it has done, or NULL */
	sqlite3_stmt *kept[STATEMENTS_KEPT]; /* statements that nobody runs now, for the next time */
};

/* Opens the connection to a file by the name that SQLite takes; messages call it by its path. */
struct store *store_connect(const char *name, const char *path, int flags);

/* The same to a file in a place where nothing may be written: with nobody writing it, it is read as it stands. */
struct store *store_connect_immutable(const char *path);

/*
 * Closes a new store that has been committed and gives it its name; false if another has got that
 * meanwhile. creation_discard removes what has come of one.
 */
bool creation_finish(struct store *store);
void creation_discard(const struct store *store);

/*
 * A file that is being made under another name goes when the program ends; making_discard removes it, and
 * what SQLite keeps beside it, at once. One at a time.
 */
void making_begin(const char *name);
void making_discard(const char *name);

/* The folder of a path, "." for a bare name; heap memory, owned by the caller. making_folder: open; -1 if that cannot be. */
char *folder_of(const char *path);
int making_folder(const char *path);

/* How long the connection waits for another. */
void store_be_patient(struct store *store, int milliseconds);

/* Ends the program by what SQLite says; BUSY becomes exit 75. */
_Noreturn void store_fail(const struct store *store);

/* Ends all statements that are kept. */
void statements_release(struct store *store);

/* Runs SQL that has no arguments and must work. */
void store_execute(struct store *store, const char *sql);

/* The store's schema; 0 with a reason if it is not a store, made by a newer program, or of no schema that we know. */
int schema_version(struct store *store, struct refusal *why);

/* Runs the schema steps after `from` and notes the version, inside the caller's transaction. False if SQLite would not. */
bool schema_apply(struct store *store, int from);

/* The two halves of store_check: damage, and dangling references, which a damaged file may not even give. */
void store_check_file(struct store *store, void (*found)(void *context, const char *what), void *context);
void store_check_references(struct store *store, void (*found)(void *context, const char *what), void *context);

/*
 * Brings a store of an older schema up to date in a transaction of its own, and keeps the file as it was
 * beside it; nothing is open before and afterwards. If another process was quicker, nothing is done.
 */
bool store_migrate(struct store *store, struct refusal *why);

/* Begins and ends the recording of changes; the change set goes to the log. True if there were any. */
void log_begin(struct store *store);
bool log_record(struct store *store, const char *command);

#endif
