#include "internal.h"

#include <balint/clock.h>
#include <balint/erase.h>
#include <balint/query.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * Whether nobody reads the store: then the log of writes can be emptied into the file. Of one that is empty SQLite does not look who reads
 * the file, so something is written that changes nothing.
 */
static bool
is_unread(struct store *store)
{
	char same[64];
	snprintf(same, sizeof same, "PRAGMA user_version = %d", STORE_SCHEMA);
	store_execute(store, same);
	int code = sqlite3_wal_checkpoint_v2(store->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL) & 0xff;
	if (code != SQLITE_OK && code != SQLITE_BUSY && code != SQLITE_LOCKED)
		store_fail(store);
	return code == SQLITE_OK;
}

void
erase_begin(struct store *store, struct refusal *why)
{
	store_execute(store, "ROLLBACK");
	store_execute(store, "PRAGMA secure_delete = ON");
	if (!is_unread(store))
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
	for (size_t i = 0; i < sizeof functions / sizeof functions[0]; i++)
		if (sqlite3_create_function_v2(store->db, functions[i].name, 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, (void *)(uintptr_t)naming,
		        functions[i].function, NULL, NULL, NULL)
		    != SQLITE_OK)
			store_fail(store);
}

void
erase_opens_ledger(struct store *store, bool open)
{
	if (sqlite3_db_config(store->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, open ? 0 : 1, NULL) != SQLITE_OK)
		store_fail(store);
}

void
erase_note(struct store *store, const char *command)
{
	char stamp[CLOCK_STAMP];
	clock_stamp(stamp);
	if (command)
		log_note(store, command);
	store_run(store,
	    SQL("INSERT INTO erasure (id, since)\n"
	        "VALUES (1, :stamp)\n"
	        "ON CONFLICT DO NOTHING"),
	    ARG("stamp", (const char *)stamp));
}

bool
erase_is_due(struct store *store)
{
	return store_has(store, SQL("SELECT 1 FROM erasure"));
}

/* Runs SQL that may fail for what others do, or for want of room. */
static bool
attempt(struct store *store, const char *sql, struct refusal *why)
{
	if (sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK)
		return true;
	return refuse(why, "%s: done and saved, but the old pages could not be cleared away: %s; run the same command again", store->path,
	    sqlite3_errmsg(store->db));
}

/* VACUUM writes all that is left into the log of writes, and the checkpoint puts it into the place of the old pages. */
static bool
clear(struct store *store, struct refusal *why)
{
	if (!attempt(store, "PRAGMA synchronous = FULL", why) || !attempt(store, "PRAGMA secure_delete = ON", why) || !attempt(store, "VACUUM", why))
		return false;
	if (sqlite3_wal_checkpoint_v2(store->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL) == SQLITE_OK)
		return attempt(store, "DELETE FROM erasure", why);
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

void
erase_copies(const char *path, void (*found)(void *context, const char *copy), void *context)
{
	const char *slash = strrchr(path, '/');
	char *folder = folder_of(path), *start = memory_format("%s.schema-", slash ? slash + 1 : path);
	struct dirent **entries;
	int count = scandir(folder, &entries, NULL, alphasort);
	for (int i = 0; i < count; i++) {
		char *copy = memory_format("%s/%s", folder, entries[i]->d_name);
		if (strncmp(entries[i]->d_name, start, strlen(start)) == 0)
			found(context, copy);
		free(copy);
		free(entries[i]);
	}
	if (count >= 0)
		free((void *)entries);
	free(start);
	free(folder);
}
