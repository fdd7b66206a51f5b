#include "internal.h"

#include <balint/fatal.h>
#include <balint/query.h>

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BUSY_MILLISECONDS = 10000 };

void
store_fail(const struct store *store)
{
	int code = sqlite3_errcode(store->db) & 0xff;
	creation_discard(store);
	if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
		fatal(BUSY, "%s: the store is busy: another command has been writing for %d seconds; try again", store->path,
		    BUSY_MILLISECONDS / 1000);
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

/*
 * A store on descriptor 0, 1 or 2 would be written over by the first message. What is closed is opened
 * the wrong way round, so that using it is still the failure that it was.
 */
static void
occupy_standard_descriptors(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd)
			fatal(REFUSED, "standard descriptors are closed and /dev/null cannot be opened");
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

/* What every connection is set to: nothing in a file that somebody sent us may run or be believed. */
static void
configure(struct store *store)
{
	sqlite3_extended_result_codes(store->db, 1);
	sqlite3_busy_timeout(store->db, BUSY_MILLISECONDS);
	if (sqlite3_db_config(store->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL) != SQLITE_OK
	    || sqlite3_db_config(store->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL) != SQLITE_OK
	    || sqlite3_db_config(store->db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL) != SQLITE_OK
	    || sqlite3_db_config(store->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL) != SQLITE_OK)
		store_fail(store);
}

struct store *
store_connect(const char *name, const char *path, int flags)
{
	struct store *store = memory(sizeof *store);
	*store = (struct store){ .path = memory_text(path) };
	occupy_standard_descriptors();
	if (sqlite3_open_v2(name, &store->db, flags | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
		store_fail(store);
	configure(store);
	return store;
}

static int64_t
pragma(struct store *store, const char *sql)
{
	struct query query = store_query(store, SQL(sql));
	int64_t value = query_next(&query) ? query_int(&query, 0) : 0;
	query_end(&query);
	return value;
}

static bool
check_identity(struct store *store, struct refusal *why)
{
	if (pragma(store, "PRAGMA application_id") != APPLICATION_ID)
		return refuse(why, "%s: not a balint store", store->path);
	int64_t version = pragma(store, "PRAGMA user_version");
	if (version > STORE_SCHEMA)
		return refuse(why, "%s: made by a newer version of the toolkit (schema %d, this one knows %d); install that one",
		    store->path, (int)version, STORE_SCHEMA);
	if (version < STORE_SCHEMA)
		return refuse(why, "%s: schema %d is not known", store->path, (int)version);
	return true;
}

/* Whether we may write the file and its folder, where the log of writes (-wal) lies. */
static bool
may_write(const char *path)
{
	char *folder = memory_text(path);
	char *slash = strrchr(folder, '/');
	if (slash)
		slash[slash == folder] = '\0';
	bool may = access(path, W_OK) == 0 && access(slash ? folder : ".", W_OK) == 0;
	free(folder);
	return may;
}

/* A file in a place where nothing may be written, with nobody writing it: read as it stands. */
static struct store *
connect_immutable(const char *path)
{
	char *wal = memory_format("%s-wal", path);
	bool live = store_exists(wal);
	free(wal);
	if (live)
		return store_connect(path, path, SQLITE_OPEN_READONLY);
	char *uri = memory_text("file:");
	for (const char *c = path; *c; c++) {
		bool plain = strchr("?#%", *c) == NULL;
		char *longer = plain ? memory_format("%s%c", uri, *c) : memory_format("%s%%%02X", uri, (unsigned)(unsigned char)*c);
		free(uri);
		uri = longer;
	}
	char *immutable = memory_format("%s?immutable=1", uri);
	free(uri);
	struct store *store = store_connect(immutable, path, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
	free(immutable);
	return store;
}

static void
begin_reading(struct store *store)
{
	store_execute(store, "PRAGMA query_only = 1");
	store_execute(store, "BEGIN");
}

static void
begin_writing(struct store *store)
{
	if (sqlite3_db_config(store->db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL) != SQLITE_OK)
		store_fail(store);
	store_execute(store, "PRAGMA synchronous = FULL");
	store_execute(store, "BEGIN IMMEDIATE");
	log_begin(store);
}

struct store *
store_open(const char *path, enum store_access access, struct refusal *why)
{
	if (!store_exists(path)) {
		refuse(why, errno == ENOENT ? "%s: there is no store; make one with 'balint-group init'" : "%s: %s", path, strerror(errno));
		return NULL;
	}
	bool writable = may_write(path);
	if (!is_file(path)) {
		refuse(why, "%s: is not a file", path);
		return NULL;
	}
	if (access == STORE_WRITES && !writable) {
		refuse(why, "%s: may not be written", path);
		return NULL;
	}
	struct store *store = writable ? store_connect(path, path, SQLITE_OPEN_READWRITE) : connect_immutable(path);
	if (!check_identity(store, why)) {
		store_close(store);
		return NULL;
	}
	access == STORE_READS ? begin_reading(store) : begin_writing(store);
	return store;
}

bool
store_commit(struct store *store, const char *command)
{
	bool changed = log_record(store, command);
	sqlite3session_delete(store->session);
	store->session = NULL;
	store_execute(store, changed || store->creating ? "COMMIT" : "ROLLBACK");
	return !store->creating || creation_finish(store);
}

void
store_close(struct store *store)
{
	if (!store)
		return;
	if (store->session)
		sqlite3session_delete(store->session);
	sqlite3_close(store->db);
	creation_discard(store);
	free(store->creating);
	free(store->path);
	free(store);
}

int64_t
store_last_id(const struct store *store)
{
	return sqlite3_last_insert_rowid(store->db);
}
