/*
 * The SQLite file of an association. Opening, transactions and the log of changes live here; what
 * cannot be mended (a full disk, a damaged file, a store that stays busy) ends the program with one
 * line, and the open transaction rolls back by itself.
 */
#ifndef BALINT_STORE_H
#define BALINT_STORE_H

#include <balint/refusal.h>

#include <stdint.h>

enum { STORE_SCHEMA = 6 }; /* the newest schema step */

struct store;

enum store_access {
	STORE_READS,
	STORE_WRITES,
	STORE_TRIES, /* as a writer that will not commit: a dry run */
};

/* Whether something is there at that path. */
bool store_exists(const char *path);

/*
 * Opens a store. NULL with a reason if there is none, it is not ours, or made by a newer program.
 * A reader leaves no trace and gets one consistent view; a writer holds the write lock (BEGIN
 * IMMEDIATE, at most 10 s of waiting, then exit 75) until store_commit or store_close.
 *
 * A store of an older schema is brought up to date first, whether it is opened to read or to write, by
 * whoever may write the file and its folder; the file as it was is kept beside it (FILE.schema-1), and
 * store_notice says so. Who may not write it is refused, and so is a trial.
 */
struct store *store_open(const char *path, enum store_access access, struct refusal *why);

/*
 * Opens a store to look something up for who is typing, without a trace even in what SQLite keeps beside it: nothing is brought up
 * to date, and nobody is waited for. NULL if there is none, or it is not of this schema.
 */
struct store *store_peek(const char *path);

/* What the user should know of what opening has done: a sentence that lives as long as the store, or NULL. */
const char *store_notice(const struct store *store);

/*
 * Makes a new, empty store: mode 0600, parent folders 0700; open for writing as by store_open. It takes
 * its name when it is committed. A trial is made in memory only, to see what would happen.
 */
struct store *store_create(const char *path, bool trial, struct refusal *why);

/*
 * Ends the writer's transaction: records the change set in the log with time, user and command line,
 * and makes all of it durable. If nothing changed, nothing is written, not even the log. False only for
 * a new store whose name another process has taken meanwhile: then nothing was done. Without a command line the log says nothing of
 * it and nothing takes it back: a mail that went, of which the outbox tells, or an anonymous evaluation.
 */
bool store_commit(struct store *store, const char *command);

/* Which verb the command is, for the log: "balint-group", "person set". Both must live as long as the store. */
void store_tell_verb(struct store *store, const char *program, const char *verb);

/*
 * Begins the next transaction of an open store, as store_open does; what was not committed is taken back. Whoever does
 * that has work behind them, and waits for other writers a minute.
 */
bool store_again(struct store *store, enum store_access access, struct refusal *why);

/*
 * Begins the next transaction of a reader as a writer's, of which the log says nothing, if that can be done at once; false if another
 * command is writing, or the file or its folder may not be written.
 */
bool store_seize(struct store *store);

/*
 * From here to the commit rows added to that table do not go into the change set, which would take three times the time
 * and 200 MiB a million; the log has the range of their ids instead (log.added). For a table with an INTEGER PRIMARY KEY
 * called id, to which rows are only added, and before the first of them. The name must live as long as the store.
 */
void store_bulk(struct store *store, const char *table);

/* Takes back what was not committed and closes; NULL is fine. */
void store_close(struct store *store);

/* The id of the row inserted last. */
int64_t store_last_id(const struct store *store);

/* Who runs this command, by the system's word and not the environment's. Lives as long as the store. */
const char *store_user(struct store *store);

/* SQLite's own checks, and the log's: calls `found` with a sentence for each damage or dangling reference. */
void store_check(struct store *store, void (*found)(void *context, const char *what), void *context);

/* The log's alone: change sets that cannot be read. */
void store_check_log(struct store *store, void (*found)(void *context, const char *what), void *context);

#endif
