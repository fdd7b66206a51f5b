/* Connections to the file, and how they are set. */
#include "internal.h"

#include <balint/fatal.h>

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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

void
store_be_patient(struct store *store, int milliseconds)
{
	store->patience = milliseconds;
	sqlite3_busy_timeout(store->db, milliseconds);
}

/* What every connection is set to: nothing in a file that somebody sent us may run or be believed. */
static void
configure(struct store *store)
{
	sqlite3_extended_result_codes(store->db, 1);
	store_be_patient(store, BUSY_MILLISECONDS);
	if (sqlite3_db_config(store->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL) != SQLITE_OK
	    || sqlite3_db_config(store->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL) != SQLITE_OK
	    || sqlite3_db_config(store->db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL) != SQLITE_OK
	    || sqlite3_db_config(store->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL) != SQLITE_OK)
		store_fail(store);
	store_execute(store, "PRAGMA cell_size_check = 1"); /* three in a thousand of a long listing's work */
}

/* By the name that SQLite takes. */
static struct store *
open_connection(const char *name, const char *path, int flags)
{
	struct store *store = memory(sizeof *store);
	*store = (struct store){ .path = memory_text(path) };
	occupy_standard_descriptors();
	if (sqlite3_open_v2(name, &store->db, flags | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
		store_fail(store);
	configure(store);
	return store;
}

/* SQLite may be built to take "file:" for the beginning of a URI whatever it is told, and ":memory:" is no file to it. */
struct store *
store_connect(const char *name, const char *path, int flags)
{
	char *plain = memory_format("%s%s", strncmp(name, "file:", 5) == 0 || *name == ':' ? "./" : "", name);
	struct store *store = open_connection(plain, path, flags);
	free(plain);
	return store;
}

struct store *
store_connect_nowhere(const char *name, const char *path)
{
	return open_connection(name, path, SQLITE_OPEN_READWRITE);
}

char *
resolved_path(const char *path)
{
	char *resolved = realpath(path, NULL);
	if (!resolved && errno == ENOMEM)
		fatal(REFUSED, "out of memory; nothing was changed");
	return resolved ? resolved : memory_text(path);
}

struct store *
store_connect_immutable(const char *path)
{
	char *name = resolved_path(path), *side = side_of(name);
	if (side) {
		free(side);
		free(name);
		return store_connect(path, path, SQLITE_OPEN_READONLY);
	}
	char *uri = memory_text("file:");
	for (const char *c = name; *c; c++) {
		bool plain = strchr("?#%", *c) == NULL;
		char *longer = plain ? memory_format("%s%c", uri, *c) : memory_format("%s%%%02X", uri, (unsigned)(unsigned char)*c);
		free(uri);
		uri = longer;
	}
	char *immutable = memory_format("%s?immutable=1", uri);
	free(uri);
	free(name);
	struct store *store = open_connection(immutable, path, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
	free(immutable);
	return store;
}
