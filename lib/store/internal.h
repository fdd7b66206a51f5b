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
	int64_t undoes; /* the command that this one takes back, or 0 */
	const char *program, *verb; /* of the command, once told, or NULL */
	int patience; /* milliseconds that it waits for another connection */
	char *path;
	char user[256]; /* who runs the command, once asked for */
	char *creating; /* the name of a new store that has not been committed, or NULL */
	int folders;    /* made for it */
	char *notice;   /* what opening it has done, or NULL */
	sqlite3_stmt *kept[STATEMENTS_KEPT]; /* statements that nobody runs now, for the next time */
};

/* Opens the connection to a file of that name; messages call it by its path. store_connect_nowhere: to one in memory, or ("") without a name. */
struct store *store_connect(const char *name, const char *path, int flags);
struct store *store_connect_nowhere(const char *name, const char *path);

/* The same to a file in a place where nothing may be written: with nobody writing it, it is read as it stands. */
struct store *store_connect_immutable(const char *path);

/*
 * Closes a new store that has been committed and gives it its name; false if another has got that
 * meanwhile. creation_discard removes what has come of one.
 */
bool creation_finish(struct store *store);
void creation_discard(const struct store *store);

/*
 * A file that is being made under another name goes when the program ends, also by a signal; making_discard removes it, and
 * what SQLite keeps beside it, at once; after making_end it stays. Three at a time. What is kept of a store (making_keeps) goes
 * when the program ends, but by no signal.
 */
void making_begin(const char *name);
void making_keeps(const char *name);
void making_end(const char *name);
void making_discard(const char *name);

/* The folder of a path, "." for a bare name; heap memory, owned by the caller. making_folder: open; -1 if that cannot be. */
char *folder_of(const char *path);
int making_folder(const char *path);

/*
 * mkdir -p of the folders above the path, for the user alone; adds to `made` how many were not there. making_no_folders removes so many
 * of them again, as far as they are empty.
 */
bool making_folders(const char *path, int *made, struct refusal *why);
void making_no_folders(const char *path, int made);

/* Where the path leads, and what SQLite keeps of a file lies beside it; heap memory. The path itself where that leads nowhere. */
char *resolved_path(const char *path);

/* Whether both names lead to the same file; whether something has that name, be it a link to nowhere. */
bool is_same_file(const char *one, const char *other);
bool has_name(const char *path);

/*
 * The log of writes that lies beside a path, -wal or -journal: SQLite would read it into whatever gets that name. Its name, in heap
 * memory, or NULL. check_bare: refused if there is one, and no store; or if
 * the path is that of a folder.
 */
char *side_of(const char *path);
bool check_bare(const char *path, struct refusal *why);

/* How the path ends, if that is as what SQLite keeps beside a store; else NULL. */
const char *side_ending(const char *path);

/* A store that is being made under a name of its own, for the user alone, until it is whole. */
struct copy {
	char *name; /* of the file until then */
	char *said; /* what messages call it */
	int fd;     /* has it locked: whoever finds it so leaves it alone */
};

/*
 * Makes the file; what one that was killed has left under that name goes. False, and released, if another process is at it. What
 * cannot be mended ends the program, also if the name is one of the `spared` files (ends with NULL). `name` and `said` go over to
 * it; copy_release removes the file, unless it was named.
 */
bool copy_begin(struct copy *copy, char *name, char *said, const char *const spared[]);
void copy_release(struct copy *copy);

/* Its file has got another name. */
void copy_named(struct copy *copy);

/*
 * Removes what has that name if it was left by one that was killed: only a file of the user's own, of no other name, which nobody has
 * locked, that looks like one of ours, and is none of the spared ones.
 */
enum leftover {
	LEFT_NOTHING,
	LEFT_IN_USE,
	LEFT_FOREIGN, /* no such thing */
};
enum leftover copy_clear(const char *name, const char *const spared[]);

/* Ends the program by errno: a copy could not be made. */
_Noreturn void copy_fail(const struct copy *copy);

/* Gives it to the owner of that store, where root makes it. */
void copy_give(const struct copy *copy, const char *path);

/* Fills it with what the source sees as committed: a plain single file, without a log of writes. One that is damaged is copied too. */
void copy_write(const struct copy *copy, struct store *source);

/* All pages of one to the other; the program ends if that cannot be. */
void copy_pages(struct store *target, struct store *source);

/* Reads it back as anybody would: calls `found` with what is wrong, if it is not a sound store of that schema; messages call it by that path. */
void copy_verify(const struct copy *copy, const char *path, int schema, void (*found)(void *context, const char *what), void *context);

/* Makes what it holds safe on the disk. */
void copy_sync(const struct copy *copy);

/*
 * The first name that nothing has, nor a log of writes beside it: BASE, BASE.2, BASE.3 … or from BASE.1 on; heap memory. link_first_free
 * links a file, safe on the disk, to it; NULL, with errno, if that cannot be. It goes when the program ends, until making_end says
 * that it stays.
 */
char *first_free(const char *base, bool bare);
char *link_first_free(const char *file, const char *base, bool bare);

/* Makes names that were given in the folder safe, and closes it; -1 is fine, for one that may be written and not read. */
void folder_settle(int folder);

/* Whether we may write the file and its folder, where the log of writes (-wal) lies. */
bool store_may_write(const char *path);

/* How long the connection waits for another. */
void store_be_patient(struct store *store, int milliseconds);

/* Ends the program by what SQLite says; BUSY becomes exit 75. */
_Noreturn void store_fail(const struct store *store);

/* Ends all statements that are kept. */
void statements_release(struct store *store);

/* Whether the triggers run: without them the append-only ledger may be changed. */
void store_triggers(struct store *store, bool on);

/* Runs SQL that has no arguments and must work. */
void store_execute(struct store *store, const char *sql);

/* The store's schema; 0 with a reason if it is not a store, made by a newer program, or of no schema that we know. */
int schema_version(struct store *store, struct refusal *why);

/* Runs the schema steps after `from` until `to` and notes the version, inside the caller's transaction. False if SQLite would not. */
bool schema_apply(struct store *store, int from, int to);

/*
 * Runs those up to the newest on a store with rows, foreign keys being off: calls `found` with what stands against it, and is false
 * if there was anything.
 */
bool schema_upgrade(struct store *store, int from, void (*found)(void *context, const char *what), void *context);

/* Marks an empty file as a store of ours, of that schema, inside the caller's transaction. */
void schema_make(struct store *store, int version);

/*
 * Where its tables, indexes, views and triggers are not those of that schema: a sentence in heap memory, or NULL where they are. `added`,
 * unless NULL, says whether all of those are there, and more.
 */
char *schema_stray(struct store *store, int version, bool *added);

/* The two halves of store_check: damage, and dangling references, which a damaged file may not even give. Whether nothing was found. */
bool store_check_file(struct store *store, void (*found)(void *context, const char *what), void *context);
bool store_check_references(struct store *store, void (*found)(void *context, const char *what), void *context);

/* An empty store in memory as that schema had it, for the names of its columns. store_close. */
struct store *schema_model(const struct store *store, int version);

/*
 * Brings a store of an older schema up to date in a transaction of its own, and keeps the file as it was
 * beside it; nothing is open before and afterwards. If another process was quicker, nothing is done.
 */
bool store_migrate(struct store *store, struct refusal *why);

/* Begins and ends the recording of changes; the change set goes to the log. True if there were any. */
void log_begin(struct store *store);
bool log_record(struct store *store, const char *command);

/* A line of the log that has no change set, as nothing takes the command back. */
void log_note(struct store *store, const char *command);

/* Whether what is changed in that table goes to the log at all. */
bool log_has_table(const char *table);

#endif
