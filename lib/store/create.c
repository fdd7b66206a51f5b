/* Making a store. */
#include "internal.h"

#include <balint/fatal.h>
#include <balint/translation.h>

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void
creation_discard(const struct store *store)
{
	if (store->creating)
		making_discard(store->creating);
	making_no_folders(store->path, store->folders); /* in which a store is they stay */
}

/* The name under which a new store is made, beside the one that it will have. */
static char *
make_file(const char *path, struct refusal *why)
{
	char *name = memory_format("%s.new-XXXXXX", path);
	int fd = mkostemp(name, O_CLOEXEC); /* O_EXCL and 0600, whatever the umask */
	if (fd >= 0)
		making_begin(name);
	if (fd >= 0 && fchmod(fd, 0600) == 0 && close(fd) == 0)
		return name;
	refuse(why, "%s: %s", path, system_error(errno));
	if (fd >= 0)
		making_discard(name);
	free(name);
	return NULL;
}

struct store *
store_create(const char *path, bool trial, struct refusal *why)
{
	if (store_exists(path))
		return refuse(why, "%s: is already there", path), NULL;
	if (!check_bare(path, why))
		return NULL;
	int folders = 0;
	char *name = trial ? NULL : making_folders(path, &folders, why) ? make_file(path, why) : NULL;
	if (!name && !trial) {
		making_no_folders(path, folders);
		return NULL;
	}
	struct store *store = trial ? store_connect_nowhere(":memory:", path) : store_connect(name, path, SQLITE_OPEN_READWRITE);
	store->creating = name;
	store->folders = folders;
	store_execute(store, "PRAGMA journal_mode = WAL");
	store_execute(store, "PRAGMA synchronous = FULL");
	store_execute(store, "BEGIN IMMEDIATE");
	schema_make(store, STORE_SCHEMA);
	log_begin(store);
	return store;
}

/* A new store takes its name only when it is whole, in one file, and never that of another. */
bool
creation_finish(struct store *store)
{
	int folder = making_folder(store->path); /* beforehand: once the name is there, nothing may fail */
	if (sqlite3_wal_checkpoint_v2(store->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL) != SQLITE_OK)
		store_fail(store);
	statements_release(store);
	sqlite3_close(store->db);
	store->db = NULL;
	struct refusal why = { "" };
	if (!check_bare(store->path, &why)) {
		creation_discard(store);
		fatal(REFUSED, "%s", why.text);
	}
	bool named = link(store->creating, store->path) == 0;
	int error = errno;
	if (!named && (error != EEXIST || !store_exists(store->path))) { /* a link to nowhere is no store either */
		creation_discard(store);
		fatal(REFUSED, "%s: %s", store->path, system_error(error));
	}
	folder_settle(folder);
	return named;
}
