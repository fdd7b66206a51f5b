#include "internal.h"

#include <balint/fatal.h>
#include <balint/translation.h>

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

void
store_fail(const struct store *store)
{
	int code = sqlite3_errcode(store->db) & 0xff;
	creation_discard(store);
	if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
		fatal(BUSY, "%s: the store is busy: another command has been writing for %d seconds; try again", store->path,
		    store->patience / 1000);
	if (code == SQLITE_NOTADB || code == SQLITE_CORRUPT)
		fatal(REFUSED, "%s: damaged, or not a balint store (%s); restore a backup", store->path, sqlite3_errmsg(store->db));
	fatal(REFUSED, "%s: %s; nothing was changed", store->path, sqlite3_errmsg(store->db));
}

void
store_execute(struct store *store, const char *sql)
{
	if (sqlite3_exec(store->db, sql, NULL, NULL, NULL) != SQLITE_OK)
		store_fail(store);
}

void
store_triggers(struct store *store, bool on)
{
	if (sqlite3_db_config(store->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, on ? 1 : 0, NULL) != SQLITE_OK)
		store_fail(store);
}

bool
store_exists(const char *path)
{
	struct stat status;
	return stat(path, &status) == 0;
}

static bool
is_file(const char *path)
{
	struct stat status;
	return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

bool
store_may_write(const char *path)
{
	char *folder = folder_of(path);
	bool may = access(path, W_OK) == 0 && access(folder, W_OK) == 0;
	free(folder);
	return may;
}

static void
begin_reading(struct store *store)
{
	store_execute(store, "PRAGMA query_only = 1");
	store_execute(store, "BEGIN");
}

static void
prepare_writing(struct store *store)
{
	if (sqlite3_db_config(store->db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL) != SQLITE_OK)
		store_fail(store);
	store_execute(store, "PRAGMA synchronous = FULL");
	store_execute(store, "PRAGMA temp_store = MEMORY"); /* what a statement may have to take back: of a trigger's, written out at each row */
}

static void
begin_writing(struct store *store)
{
	prepare_writing(store);
	store_execute(store, "BEGIN IMMEDIATE");
}

static bool
may_migrate(const struct store *store, int version, enum store_access access, bool writable, struct refusal *why)
{
	if (writable && access != STORE_TRIES)
		return true;
	return refuse(why, "%s: made by an older version of the toolkit (schema %d, this one knows %d); %s", store->path, version, STORE_SCHEMA,
	    translated(writable ? "a dry run does not bring it up to date, any other command does"
	                        : "the first command of somebody who may write it and its folder brings it up to date"));
}

/* The schema is looked at inside the transaction: another process may bring the store up to date before it, but not meanwhile. */
static bool
begin(struct store *store, enum store_access access, bool writable, struct refusal *why)
{
	for (;;) {
		if (access == STORE_READS)
			begin_reading(store);
		else
			begin_writing(store);
		int version = schema_version(store, why);
		if (version == 0 || version == STORE_SCHEMA)
			return version != 0;
		if (!may_migrate(store, version, access, writable, why))
			return false;
		store_execute(store, "ROLLBACK");
		if (!store_migrate(store, why))
			return false;
	}
}

static bool
begin_recorded(struct store *store, enum store_access access, bool writable, struct refusal *why)
{
	bool begun = begin(store, access, writable, why);
	if (begun && access != STORE_READS)
		log_begin(store);
	return begun;
}

struct store *
store_open(const char *path, enum store_access access, struct refusal *why)
{
	if (!store_exists(path)) {
		refuse(why, errno == ENOENT ? "%s: there is no store; make one with 'balint-group init'" : "%s: %s", path, system_error(errno));
		return NULL;
	}
	bool writable = store_may_write(path);
	if (!is_file(path)) {
		refuse(why, "%s: is not a file", path);
		return NULL;
	}
	if (access != STORE_READS && !writable) {
		refuse(why, "%s: may not be written", path);
		return NULL;
	}
	struct store *store = writable ? store_connect(path, path, SQLITE_OPEN_READWRITE) : store_connect_immutable(path);
	if (!begin_recorded(store, access, writable, why)) {
		store_close(store);
		return NULL;
	}
	return store;
}

struct store *
store_peek(const char *path)
{
	struct refusal unasked;
	if (!is_file(path))
		return NULL;
	struct store *store = store_connect_immutable(path);
	store_be_patient(store, 0);
	begin_reading(store);
	if (schema_version(store, &unasked) == STORE_SCHEMA)
		return store;
	store_close(store);
	return NULL;
}

const char *
store_notice(const struct store *store)
{
	return store->notice;
}

static void
end_recording(struct store *store)
{
	if (store->session)
		sqlite3session_delete(store->session);
	store->session = NULL;
}

bool
store_commit(struct store *store, const char *command)
{
	bool changed = !command || log_record(store, command);
	end_recording(store);
	store_execute(store, changed || store->creating ? "COMMIT" : "ROLLBACK");
	return !store->creating || creation_finish(store);
}

bool
store_again(struct store *store, enum store_access access, struct refusal *why)
{
	end_recording(store);
	if (!sqlite3_get_autocommit(store->db))
		store_execute(store, "ROLLBACK");
	store_execute(store, "PRAGMA query_only = 0");
	store_be_patient(store, PATIENT_MILLISECONDS);
	return begin_recorded(store, access, store_may_write(store->path), why);
}

bool
store_seize(struct store *store)
{
	if (!store_may_write(store->path))
		return false;
	store_execute(store, "ROLLBACK");
	store_execute(store, "PRAGMA query_only = 0");
	prepare_writing(store);
	sqlite3_busy_timeout(store->db, 0);
	if (sqlite3_exec(store->db, "BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_OK)
		return true;
	begin_reading(store);
	return false;
}

void
store_close(struct store *store)
{
	if (!store)
		return;
	end_recording(store);
	statements_release(store);
	sqlite3_close(store->db);
	creation_discard(store);
	free(store->creating);
	free(store->notice);
	free(store->path);
	free(store);
}

int64_t
store_last_id(const struct store *store)
{
	return sqlite3_last_insert_rowid(store->db);
}
