/* A copy of a store, which takes its name only when it is whole, read back, and safe on the disk. */
#include "internal.h"
#include "replace.h"

#include <balint/fatal.h>
#include <balint/query.h>
#include <balint/translation.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

void
copy_fail(const struct copy *copy)
{
	fatal(REFUSED, "%s: %s; nothing was changed", copy->said, system_error(errno));
}

/* Whether what is open is what has that name still. */
static bool
is_named(int fd, const char *name)
{
	struct stat open_file, named;
	return fstat(fd, &open_file) == 0 && lstat(name, &named) == 0 && open_file.st_ino == named.st_ino && open_file.st_dev == named.st_dev;
}

/* Where locks are not to be had at all, a file is taken for nobody's. */
static bool
lock(int fd)
{
	return flock(fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
}

/* Only what begins as a store of ours, or as one of which SQLite had not yet written the first page, can be half a copy. */
static bool
begins_as_ours(int fd)
{
	static const unsigned char nothing[HEAD_SIZE];
	unsigned char bytes[HEAD_SIZE] = { 0 };
	return pread(fd, bytes, HEAD_SIZE, 0) >= 0 && (memcmp(bytes, nothing, HEAD_SIZE) == 0 || head_is_ours(bytes));
}

static bool
is_left_over(int fd, const char *name, const char *const spared[])
{
	struct stat status;
	if (fstat(fd, &status) != 0 || !S_ISREG(status.st_mode) || status.st_uid != geteuid() || status.st_nlink > 1)
		return false;
	for (size_t i = 0; spared[i]; i++)
		if (is_same_file(name, spared[i]))
			return false;
	return begins_as_ours(fd);
}

enum leftover
copy_clear(const char *name, const char *const spared[])
{
	int fd = open(name, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (fd < 0)
		return errno == ENOENT ? LEFT_NOTHING : LEFT_FOREIGN;
	/* One that somebody has locked may have been named meanwhile, and has two names for a moment. */
	enum leftover left = !lock(fd) ? LEFT_IN_USE : !is_named(fd, name) || is_left_over(fd, name, spared) ? LEFT_NOTHING : LEFT_FOREIGN;
	if (left == LEFT_NOTHING && is_named(fd, name))
		making_discard(name);
	close(fd);
	return left;
}

bool
copy_begin(struct copy *copy, char *name, char *said, const char *const spared[])
{
	*copy = (struct copy){ name, said, -1 };
	for (;;) {
		copy->fd = open(name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
		if (copy->fd >= 0 && lock(copy->fd) && is_named(copy->fd, name))
			break; /* nobody has cleared it away between the two */
		if (copy->fd >= 0)
			close(copy->fd);
		else if (errno != EEXIST)
			copy_fail(copy);
		copy->fd = -1;
		enum leftover left = copy_clear(name, spared);
		if (left == LEFT_FOREIGN)
			fatal(REFUSED, "%s: '%s' is in the way; move it elsewhere", said, name);
		if (left == LEFT_IN_USE) {
			copy_release(copy);
			return false;
		}
	}
	making_begin(name);
	if (fchmod(copy->fd, 0600) != 0) /* whatever the umask */
		copy_fail(copy);
	return true;
}

void
copy_named(struct copy *copy)
{
	making_end(copy->name);
	close(copy->fd);
	copy->fd = -1;
}

/* Closing the descriptor takes the locks of SQLite's off the same file: its connections are closed by now. */
void
copy_release(struct copy *copy)
{
	if (copy->fd >= 0) {
		making_discard(copy->name);
		close(copy->fd);
	}
	free(copy->name);
	free(copy->said);
	*copy = (struct copy){ NULL, NULL, -1 };
}

void
copy_give(const struct copy *copy, const char *path)
{
	struct stat store;
	if (stat(path, &store) != 0 || (geteuid() == 0 && fchown(copy->fd, store.st_uid, store.st_gid) != 0))
		copy_fail(copy);
}

void
copy_pages(struct store *target, struct store *source)
{
	sqlite3_backup *backup = sqlite3_backup_init(target->db, "main", source->db, "main");
	if (!backup)
		store_fail(target);
	int last = sqlite3_backup_step(backup, -1);
	if (sqlite3_backup_finish(backup) != SQLITE_OK || last != SQLITE_DONE)
		store_fail(target);
}

void
copy_write(const struct copy *copy, struct store *source)
{
	struct store *target = store_connect(copy->name, copy->said, SQLITE_OPEN_READWRITE);
	copy_pages(target, source);
	int result = sqlite3_exec(target->db, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
	if (result != SQLITE_OK && (result & 0xff) != SQLITE_CORRUPT)
		store_fail(target);
	store_close(target);
}

/* Only of a file that may be written SQLite looks at the CHECKs. */
void
copy_verify(const struct copy *copy, const char *path, int schema, void (*found)(void *context, const char *what), void *context)
{
	struct store *written = store_connect(copy->name, path, SQLITE_OPEN_READWRITE);
	bool same = store_number(written, SQL("PRAGMA application_id")) == APPLICATION_ID && store_number(written, SQL("PRAGMA user_version")) == schema;
	if (!same)
		found(context, translated("the copy of it says something else"));
	if (same && store_check_file(written, found, context))
		store_check_references(written, found, context);
	store_close(written);
}

void
copy_sync(const struct copy *copy)
{
	if (fsync(copy->fd) != 0)
		copy_fail(copy);
}

static bool
is_free(const char *name)
{
	char *side = side_of(name);
	bool bare = !side;
	free(side);
	return bare && !has_name(name);
}

char *
first_free(const char *base, bool bare)
{
	for (int n = 1;; n++) {
		char *name = bare && n == 1 ? memory_text(base) : memory_format("%s.%d", base, n);
		if (is_free(name))
			return name;
		free(name);
	}
}

char *
link_first_free(const char *file, const char *base, bool bare)
{
	for (;;) {
		char *name = first_free(base, bare);
		if (link(file, name) == 0) {
			making_keeps(name);
			return name;
		}
		int error = errno;
		free(name);
		errno = error;
		if (error != EEXIST)
			return NULL;
	}
}

void
folder_settle(int folder)
{
	if (folder < 0)
		return;
	fsync(folder);
	close(folder);
}
