/* Making a store: under another name, which it leaves only when it is whole. */
#include "internal.h"

#include <balint/fatal.h>

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define TEXT_OF_EXPANDED(value) #value
#define TEXT_OF(value) TEXT_OF_EXPANDED(value)

/* The name of what is being made: the program can end anywhere for want of memory, and then it goes too. */
static const char *in_the_making;

/* A store that never became one leaves nothing behind. Does without memory of its own. */
static void
discard(const char *name)
{
	static const char *const endings[] = { "", "-wal", "-shm" };
	char path[PATH_MAX];
	for (size_t i = 0; i < 3; i++) {
		snprintf(path, sizeof path, "%s%s", name, endings[i]);
		unlink(path);
	}
	if (in_the_making == name)
		in_the_making = NULL;
}

static void
discard_at_exit(void)
{
	if (in_the_making)
		discard(in_the_making);
}

void
creation_discard(const struct store *store)
{
	if (store->creating)
		discard(store->creating);
}

/* mkdir -p of the folders above the path, for the user alone. */
static bool
make_folders(const char *path, struct refusal *why)
{
	char *folder = memory_text(path);
	bool good = true;
	for (char *slash = strchr(folder + 1, '/'); slash && good; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		good = mkdir(folder, 0700) == 0 || errno == EEXIST || refuse(why, "%s: %s", folder, strerror(errno));
		*slash = '/';
	}
	free(folder);
	return good;
}

/* The name under which a new store is made, beside the one that it will have. */
static char *
make_file(const char *path, struct refusal *why)
{
	char *name = memory_format("%s.new-XXXXXX", path);
	int fd = mkostemp(name, O_CLOEXEC); /* O_EXCL and 0600, whatever the umask */
	if (fd >= 0) {
		in_the_making = name;
		atexit(discard_at_exit);
	}
	if (fd >= 0 && fchmod(fd, 0600) == 0 && close(fd) == 0)
		return name;
	refuse(why, "%s: %s", path, strerror(errno));
	if (fd >= 0)
		discard(name);
	free(name);
	return NULL;
}

struct store *
store_create(const char *path, bool trial, struct refusal *why)
{
	if (store_exists(path))
		return refuse(why, "%s: is already there", path), NULL;
	char *name = trial ? NULL : make_folders(path, why) ? make_file(path, why) : NULL;
	if (!name && !trial)
		return NULL;
	struct store *store = store_connect(trial ? ":memory:" : name, path, SQLITE_OPEN_READWRITE);
	store->creating = name;
	store_execute(store, "PRAGMA journal_mode = WAL");
	store_execute(store, "PRAGMA synchronous = FULL");
	store_execute(store, "BEGIN IMMEDIATE");
	schema_apply(store, 0);
	store_execute(store, "PRAGMA application_id = " TEXT_OF(APPLICATION_ID));
	log_begin(store);
	return store;
}

/* The folder of a path, open; -1 if that cannot be. */
static int
open_folder(const char *path)
{
	char *folder = memory_text(path);
	char *slash = strrchr(folder, '/');
	if (slash)
		slash[slash == folder] = '\0';
	int fd = open(slash ? folder : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	free(folder);
	return fd;
}

/* A new store takes its name only when it is whole, in one file, and never that of another. */
bool
creation_finish(struct store *store)
{
	int folder = open_folder(store->path); /* beforehand: once the name is there, nothing may fail */
	if (sqlite3_wal_checkpoint_v2(store->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL) != SQLITE_OK)
		store_fail(store);
	sqlite3_close(store->db);
	store->db = NULL;
	bool named = link(store->creating, store->path) == 0;
	int error = errno;
	if (!named && (error != EEXIST || !store_exists(store->path))) { /* a link to nowhere is no store either */
		creation_discard(store);
		fatal(REFUSED, "%s: %s", store->path, strerror(error));
	}
	if (folder >= 0) {
		fsync(folder);
		close(folder);
	}
	return named;
}
