/*
 * Bringing an older store up to date. The file as it was is kept beside it; all the steps are one transaction, and
 * whoever comes second finds them done.
 */
#include "internal.h"

#include <balint/fatal.h>
#include <balint/query.h>
#include <balint/translation.h>

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct migration {
	struct store *store;
	int from;
	char *copy;      /* the name of the copy until it is whole */
	char *copy_said; /* what messages call it */
	struct refusal *why;
};

static void
refuse_migration(void *context, const char *because)
{
	const struct migration *migration = context;
	if (!*migration->why->text) /* the first of several findings will do */
		refuse(migration->why, "%s: cannot be brought up to date from schema %d to %d: %s; mend it with the version that made it, or restore a backup",
		    migration->store->path, migration->from, STORE_SCHEMA, because);
}

static _Noreturn void
copy_fail(const struct migration *migration)
{
	fatal(REFUSED, "%s: %s; nothing was changed", migration->copy_said, system_error(errno));
}

/* For the owner of the store alone, whatever the umask. What lies there was left by one that was killed: the write lock is ours. */
static void
copy_create(const struct migration *migration)
{
	struct stat store;
	making_discard(migration->copy);
	int fd = open(migration->copy, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fd < 0)
		copy_fail(migration);
	making_begin(migration->copy);
	if (fchmod(fd, 0600) != 0 || stat(migration->store->path, &store) != 0 || (geteuid() == 0 && fchown(fd, store.st_uid, store.st_gid) != 0)
	    || close(fd) != 0)
		copy_fail(migration);
}

/* By a second connection, which sees what was committed; a plain single file, without a log of writes. */
static void
copy_write(const struct migration *migration)
{
	const char *path = migration->store->path;
	struct store *source = store_connect(path, path, SQLITE_OPEN_READONLY);
	struct store *copy = store_connect(migration->copy, migration->copy_said, SQLITE_OPEN_READWRITE);
	sqlite3_backup *backup = sqlite3_backup_init(copy->db, "main", source->db, "main");
	if (!backup)
		store_fail(copy);
	int last = sqlite3_backup_step(backup, -1);
	if (sqlite3_backup_finish(backup) != SQLITE_OK || last != SQLITE_DONE)
		store_fail(copy);
	store_execute(copy, "PRAGMA journal_mode = DELETE");
	store_close(copy);
	store_close(source);
}

/*
 * Reads the copy back as anybody would: it is the store that it should be, and sound. What is found is the store's own.
 * Only of a file that may be written SQLite looks at the CHECKs.
 */
static bool
copy_verify(struct migration *migration)
{
	struct store *copy = store_connect(migration->copy, migration->store->path, SQLITE_OPEN_READWRITE);
	if (store_number(copy, SQL("PRAGMA user_version")) == migration->from)
		store_check_file(copy, refuse_migration, migration);
	else
		refuse_migration(migration, translated("the copy of it says something else"));
	if (!*migration->why->text)
		store_check_references(copy, refuse_migration, migration);
	store_close(copy);
	return !*migration->why->text;
}

/* Gives the copy, safe on the disk, a name that nothing else has; the name. */
static char *
copy_keep(const struct migration *migration)
{
	const char *path = migration->store->path;
	char *name = memory_format("%s.schema-%d", path, migration->from);
	int fd = open(migration->copy, O_RDWR | O_NOFOLLOW | O_CLOEXEC), folder = making_folder(path);
	if (fd < 0 || fsync(fd) != 0 || close(fd) != 0)
		copy_fail(migration);
	for (int n = 2; link(migration->copy, name) != 0; n++) {
		if (errno != EEXIST)
			copy_fail(migration);
		free(name);
		name = memory_format("%s.schema-%d.%d", path, migration->from, n);
	}
	making_discard(migration->copy);
	if (folder >= 0) {
		fsync(folder);
		close(folder);
	}
	return name;
}

/*
 * What refers to what is checked afterwards: a table that is made anew is gone for a moment. The views of others need not
 * make sense in that moment either.
 */
static bool
take_steps(struct migration *migration)
{
	struct store *store = migration->store;
	if (sqlite3_db_config(store->db, SQLITE_DBCONFIG_LEGACY_ALTER_TABLE, 1, NULL) != SQLITE_OK)
		store_fail(store);
	if (!schema_apply(store, migration->from)) {
		int code = sqlite3_errcode(store->db) & 0xff;
		if (code != SQLITE_ERROR && code != SQLITE_CONSTRAINT)
			store_fail(store);
		refuse_migration(migration, sqlite3_errmsg(store->db));
		return false;
	}
	store_check_references(store, refuse_migration, migration);
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_LEGACY_ALTER_TABLE, 0, NULL);
	return !*migration->why->text;
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
	copy_create(migration);
	copy_write(migration);
	if (!copy_verify(migration) || !take_steps(migration)) {
		making_discard(migration->copy);
		return false;
	}
	flush(store);
	char *kept = copy_keep(migration);
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
	migration.copy = memory_format("%s.schema-%d.new", store->path, from);
	migration.copy_said = memory_format(translated("%s: the copy to be kept before it is brought up to date"), store->path);
	bool good = migrate(&migration);
	free(migration.copy);
	free(migration.copy_said);
	return good;
}
