#include "internal.h"

#include <balint/clock.h>
#include <balint/erase.h>
#include <balint/query.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum emptied {
	EMPTIED,
	STILL_READ, /* by somebody who keeps old pages */
	NOT_EMPTIED,
};

/* Empties the log of writes into the file. */
static enum emptied
empty_writes(struct store *store)
{
	int code = sqlite3_wal_checkpoint_v2(store->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL) & 0xff;
	return code == SQLITE_OK ? EMPTIED : code == SQLITE_BUSY || code == SQLITE_LOCKED ? STILL_READ : NOT_EMPTIED;
}

/* Of an empty log of writes SQLite does not look who reads the file, so something is written that changes nothing. */
static void
write_same(struct store *store)
{
	struct refusal other; /* that is found, and said, by whoever opens the store anew */
	char same[64];
	snprintf(same, sizeof same, "PRAGMA user_version = %d", STORE_SCHEMA);
	store_execute(store, "BEGIN IMMEDIATE");
	if (schema_version(store, &other) == STORE_SCHEMA)
		store_execute(store, same);
	store_execute(store, "COMMIT");
}

void
erase_begin(struct store *store, struct refusal *why)
{
	store_execute(store, "ROLLBACK");
	store_execute(store, "PRAGMA secure_delete = ON");
	write_same(store);
	enum emptied emptied = empty_writes(store);
	if (emptied == NOT_EMPTIED)
		store_fail(store);
	if (emptied == STILL_READ)
		fatal(BUSY, "%s: somebody is reading the store, and keeps its old pages; nothing was changed; run it again when they are done",
		    store->path);
	if (!store_again(store, STORE_WRITES, why))
		fatal(REFUSED, "%s", why->text);
}

static void
replace(sqlite3_context *context, sqlite3_value *value, enum naming_scope scope)
{
	const char *text = (const char *)sqlite3_value_text(value);
	char *replaced = text ? naming_replaced(sqlite3_user_data(context), scope, text) : NULL;
	if (replaced)
		sqlite3_result_text(context, replaced, -1, free);
	else
		sqlite3_result_value(context, value);
}

static void
without_name(sqlite3_context *context, int count, sqlite3_value **values)
{
	(void)count;
	replace(context, values[0], NAMING_OWN);
}

static void
without_sure_name(sqlite3_context *context, int count, sqlite3_value **values)
{
	(void)count;
	replace(context, values[0], NAMING_SURE);
}

static void
may_name(sqlite3_context *context, int count, sqlite3_value **values)
{
	(void)count;
	const char *text = (const char *)sqlite3_value_text(values[0]);
	sqlite3_result_int(context, text && naming_found(sqlite3_user_data(context), NAMING_SUSPECTED, text));
}

void
erase_naming(struct store *store, const struct naming *naming)
{
	static const struct {
		const char *name;
		void (*function)(sqlite3_context *context, int count, sqlite3_value **values);
	} functions[] = { { "without_name", without_name }, { "without_sure_name", without_sure_name }, { "may_name", may_name } };
	if (!naming)
		statements_release(store); /* which would still call them */
	for (size_t i = 0; i < sizeof functions / sizeof functions[0]; i++)
		if (sqlite3_create_function_v2(store->db, functions[i].name, 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, (void *)(uintptr_t)naming,
		        naming ? functions[i].function : NULL, NULL, NULL, NULL)
		    != SQLITE_OK)
			store_fail(store);
}

void
erase_opens_ledger(struct store *store, bool open)
{
	store_triggers(store, !open);
}

void
erase_note(struct store *store, const char *command)
{
	char stamp[CLOCK_STAMP];
	log_note(store, command);
	store_run(store,
	    SQL("INSERT INTO erasure (id, since)\n"
	        "VALUES (1, :stamp)\n"
	        "ON CONFLICT DO NOTHING"),
	    ARG("stamp", clock_stamp(stamp)));
}

bool
erase_is_due(struct store *store)
{
	return store_has(store, SQL("SELECT 1 FROM erasure"));
}

static bool
refuse_clearing(const struct store *store, struct refusal *why)
{
	return refuse(why, "%s: done and saved, but the old pages could not be cleared away: %s; run the same command again", store->path,
	    sqlite3_errmsg(store->db));
}

/* Runs SQL that may fail for what others do, or for want of room. */
static bool
attempt(struct store *store, const char *sql, struct refusal *why)
{
	return sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK || refuse_clearing(store, why);
}

/* VACUUM writes all that is left into the log of writes, and the checkpoint puts it into the place of the old pages. */
static bool
clear(struct store *store, struct refusal *why)
{
	if (!attempt(store, "PRAGMA synchronous = FULL", why) || !attempt(store, "PRAGMA secure_delete = ON", why) || !attempt(store, "VACUUM", why))
		return false;
	switch (empty_writes(store)) {
	case EMPTIED: return attempt(store, "DELETE FROM erasure", why);
	case NOT_EMPTIED: return refuse_clearing(store, why);
	case STILL_READ: break;
	}
	return refuse(why, "%s: done and saved, but somebody is reading the store, and keeps its old pages; run the same command again when they are done",
	    store->path);
}

enum status
erase_finish(const char *path, struct refusal *why)
{
	memory_after_change();
	struct store *store = store_connect(path, path, SQLITE_OPEN_READWRITE);
	bool good = clear(store, why);
	store_close(store);
	return good ? DONE : BUSY;
}

/* Whether that is what an upgrade or restore has kept of the store, or what one that was killed has left of a copy. */
static bool
is_copy(const char *name, const char *store)
{
	static const char unfinished[] = ".unfinished";
	size_t length = strlen(store), end = strlen(name);
	bool kept = strncmp(name, store, length) == 0
	    && (strncmp(name + length, ".schema-", 8) == 0 || strncmp(name + length, ".before-restore", 15) == 0);
	return kept || (end > sizeof unfinished - 1 && strcmp(name + end - (sizeof unfinished - 1), unfinished) == 0);
}

void
erase_copies(const char *path, void (*found)(void *context, const char *copy), void *context)
{
	const char *slash = strrchr(path, '/');
	char *folder = folder_of(path);
	struct dirent **entries;
	int count = scandir(folder, &entries, NULL, alphasort);
	for (int i = 0; i < count; i++) {
		char *copy = memory_format("%s/%s", folder, entries[i]->d_name);
		if (is_copy(entries[i]->d_name, slash ? slash + 1 : path))
			found(context, copy);
		free(copy);
		free(entries[i]);
	}
	if (count >= 0)
		free((void *)entries);
	free(folder);
}
