/*
 * Bringing an older store up to date. The file as it was is kept beside it; all the steps are one transaction, and
 * whoever comes second finds them done.
 */
#include "internal.h"

#include <balint/fatal.h>
#include <balint/translation.h>

#include <stdlib.h>

struct migration {
	struct store *store;
	int from;
	struct copy copy;
	struct refusal *why;
};

static void
refuse_migration(void *context, const char *because)
{
	const struct migration *migration = context;
	if (!*migration->why->text)
		refuse(migration->why, "%s: cannot be brought up to date from schema %d to %d: %s; mend it with the version that made it, or restore a backup",
		    migration->store->path, migration->from, STORE_SCHEMA, because);
}

/* By a second connection, which sees what was committed. What is found in the copy is the store's own. */
static bool
make_copy(struct migration *migration)
{
	const char *path = migration->store->path;
	struct store *source = store_connect(path, path, SQLITE_OPEN_READONLY);
	copy_write(&migration->copy, source);
	store_close(source);
	copy_verify(&migration->copy, path, migration->from, refuse_migration, migration);
	return !*migration->why->text;
}

/* Gives the copy, safe on the disk, a name that nothing else has; the name. */
static char *
keep_copy(const struct migration *migration)
{
	char *base = memory_format("%s.schema-%d", migration->store->path, migration->from);
	int folder = making_folder(base);
	copy_sync(&migration->copy);
	char *name = link_first_free(migration->copy.name, base, true);
	if (!name)
		copy_fail(&migration->copy);
	free(base);
	making_end(name);
	folder_settle(folder);
	return name;
}

/* Writes what was changed before the copy gets its name: a disk that is full now leaves neither. */
static void
flush(const struct store *store)
{
	int code = sqlite3_db_cacheflush(store->db);
	if (code != SQLITE_OK)
		fatal(code == SQLITE_BUSY ? BUSY : REFUSED, "%s: %s; nothing was changed", store->path, sqlite3_errstr(code));
}

static bool
migrate(struct migration *migration)
{
	struct store *store = migration->store;
	if (!make_copy(migration) || !schema_upgrade(store, migration->from, refuse_migration, migration))
		return false;
	flush(store);
	char *kept = keep_copy(migration);
	store_execute(store, "COMMIT");
	store->notice = memory_format(translated("%s: brought up to date from schema %d to %d; the file as it was is kept in %s"), store->path,
	    migration->from, STORE_SCHEMA, kept);
	free(kept);
	return true;
}

bool
store_migrate(struct store *store, struct refusal *why)
{
	store_execute(store, "PRAGMA query_only = 0");
	store_execute(store, "PRAGMA foreign_keys = 0");
	store_execute(store, "PRAGMA synchronous = FULL");
	store_execute(store, "BEGIN IMMEDIATE");
	int from = schema_version(store, why);
	if (from == STORE_SCHEMA)
		store_execute(store, "ROLLBACK");
	if (from == 0 || from == STORE_SCHEMA)
		return from != 0;
	*why->text = '\0';
	struct migration migration = { .store = store, .from = from, .why = why };
	if (!copy_begin(&migration.copy, memory_format("%s.schema-%d.new", store->path, from),
	        memory_format(translated("%s: the copy to be kept before it is brought up to date"), store->path),
	        (const char *[]){ store->path, NULL }))
		return refuse(why, "%s: another process is making a copy of it; try again", store->path); /* that has no lock on the store */
	copy_give(&migration.copy, store->path);
	bool good = migrate(&migration);
	copy_release(&migration.copy);
	return good;
}
