/* Making a store: under another name, which it leaves only when it is whole. */
#include "internal.h"

#include <balint/fatal.h>

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define TEXT_OF_EXPANDED(value) #value
#define TEXT_OF(value) TEXT_OF_EXPANDED(value)

/* A store that never became one leaves nothing behind. */
void
creation_discard(const struct store *store)
{
	static const char *const endings[] = { "", "-wal", "-shm" };
	for (size_t i = 0; store->creating && i < 3; i++) {
		char *name = memory_format("%s%s", store->creating, endings[i]);
		unlink(name);
		free(name);
	}
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
	if (fd >= 0 && fchmod(fd, 0600) == 0 && close(fd) == 0)
		return name;
	refuse(why, "%s: %s", path, strerror(errno));
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

static void
sync_folder(const char *path)
{
	char *folder = memory_text(path);
	char *slash = strrchr(folder, '/');
	if (slash)
		slash[slash == folder] = '\0';
	int fd = open(slash ? folder : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd >= 0) {
		fsync(fd);
		close(fd);
	}
	free(folder);
}

/* A new store takes its name only when it is whole, and never that of another. */
void
creation_finish(struct store *store)
{
	sqlite3_close(store->db);
	store->db = NULL;
	if (link(store->creating, store->path) != 0) {
		creation_discard(store);
		fatal(REFUSED, "%s: %s", store->path, strerror(errno));
	}
	sync_folder(store->path);
}
