#include "replace.h"

#include <balint/fatal.h>
#include <balint/query.h>
#include <balint/translation.h>

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Where the numbers of an SQLite file's head are (https://www.sqlite.org/fileformat2.html 1.3), high bytes first. */
enum { HEAD_PAGE_SIZE = 16, HEAD_WRITE_VERSION = 18, HEAD_APPLICATION = 68, WAL_VERSION = 2 };

static bool
read_bytes(const char *path, unsigned char bytes[HEAD_SIZE], struct refusal *why)
{
	struct stat status;
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	if (fd < 0 && errno == ENOENT && has_name(path))
		return refuse(why, "%s: is a link to where nothing is; remove it, or name another file", path);
	if (fd < 0)
		return refuse(why, "%s: %s", path, system_error(errno));
	bool file = fstat(fd, &status) == 0 && S_ISREG(status.st_mode);
	bool whole = file && pread(fd, bytes, HEAD_SIZE, 0) == HEAD_SIZE && memcmp(bytes, "SQLite format 3", 16) == 0;
	close(fd);
	if (!file)
		return refuse(why, "%s: is not a file", path);
	return whole || refuse(why, "%s: not a balint store; move it away, and what lies beside it, to have one made here", path);
}

bool
head_is_ours(const unsigned char bytes[HEAD_SIZE])
{
	int64_t application = (int64_t)bytes[HEAD_APPLICATION] << 24 | bytes[HEAD_APPLICATION + 1] << 16 | bytes[HEAD_APPLICATION + 2] << 8
	                      | bytes[HEAD_APPLICATION + 3];
	return memcmp(bytes, "SQLite format 3", 16) == 0 && application == APPLICATION_ID;
}

bool
head_has_log(const char *path)
{
	struct refusal unasked = { "" };
	unsigned char bytes[HEAD_SIZE] = { 0 };
	return read_bytes(path, bytes, &unasked) && bytes[HEAD_WRITE_VERSION] == WAL_VERSION;
}

bool
head_read(const char *path, struct head *head, struct refusal *why)
{
	unsigned char bytes[HEAD_SIZE] = { 0 };
	if (!read_bytes(path, bytes, why))
		return false;
	int size = bytes[HEAD_PAGE_SIZE] << 8 | bytes[HEAD_PAGE_SIZE + 1];
	*head = (struct head){ bytes[HEAD_WRITE_VERSION] == WAL_VERSION, size == 1 ? 65536 : size };
	if (!head_is_ours(bytes))
		return refuse(why, "%s: not a balint store; move it away, and what lies beside it, to have one made here", path);
	return store_may_write(path) || refuse(why, "%s: may not be written", path);
}

static char *
base_of(const char *path)
{
	return memory_format("%s.before-restore", path);
}

char *
replace_keeps(const char *path)
{
	char *base = base_of(path), *name = first_free(base, true);
	free(base);
	return name;
}

static bool
refuse_damaged(const struct store *live, struct refusal *why)
{
	int code = sqlite3_errcode(live->db) & 0xff;
	if (code != SQLITE_CORRUPT && code != SQLITE_NOTADB)
		store_fail(live);
	return refuse(why, "%s: too damaged to be written (%s); move it away, and what lies beside it, and restore again", live->path,
	    sqlite3_errmsg(live->db));
}

/* A copy of what is there now, sound or not. While it is made nobody can write. */
static char *
keep(const char *path)
{
	struct copy copy;
	int folder = making_folder(path);
	char *base = base_of(path);
	if (!copy_begin(&copy, memory_format("%s.unfinished", base), memory_format(translated("%s: the copy to be kept of it"), path), (const char *[]){ path, NULL }))
		fatal(BUSY, "%s: another command is restoring it; try again", path); /* that has lost its lock */
	copy_give(&copy, path);
	struct store *source = store_connect(path, path, SQLITE_OPEN_READONLY);
	copy_write(&copy, source);
	store_close(source);
	copy_sync(&copy);
	char *name = link_first_free(copy.name, base, true);
	if (!name)
		copy_fail(&copy);
	copy_release(&copy);
	folder_settle(folder);
	free(base);
	return name;
}

/* Asked without the functions that end the program where a file is damaged. */
static bool
is_sound(const struct store *store)
{
	sqlite3_stmt *check;
	if (sqlite3_prepare_v2(store->db, "PRAGMA quick_check(1)", -1, &check, NULL) != SQLITE_OK)
		return false;
	bool sound = sqlite3_step(check) == SQLITE_ROW && strcmp((const char *)sqlite3_column_text(check, 0), "ok") == 0;
	return sqlite3_finalize(check) == SQLITE_OK && sound;
}

bool
replace_is_readable(const char *path)
{
	struct refusal unasked = { "" };
	bool added, readable = false;
	struct store *store = store_connect(path, path, SQLITE_OPEN_READONLY);
	if (is_sound(store) && schema_version(store, &unasked) == STORE_SCHEMA) {
		char *stray = schema_stray(store, STORE_SCHEMA, &added);
		readable = !stray || added;
		free(stray);
	}
	store_close(store);
	return readable;
}

static bool
is_of_same_association(struct store *one, struct store *other)
{
	struct query query = store_query(one, SQL("SELECT name FROM identity"));
	bool same = query_next(&query) && store_has(other, SQL("SELECT 1 FROM identity WHERE name = :name"), ARG("name", query_text(&query, 0)));
	query_end(&query);
	return same;
}

void
replace_carry(const char *path, bool readable, struct store *content, const struct restore_watch *watch)
{
	struct store *old = readable ? store_connect(path, path, SQLITE_OPEN_READONLY) : NULL;
	if (old)
		store_execute(old, "BEGIN");
	store_execute(content, "BEGIN");
	if (!old || is_of_same_association(old, content))
		watch->carry(watch->context, content, old);
	statements_release(content);
	store_execute(content, "COMMIT");
	store_close(old);
}

/* All in one transaction. Once the lock is there, which no step but the first one asks for, the old content is kept. */
static bool
replace(struct store *live, struct store *content, const struct restore_watch *watch, struct refusal *why)
{
	bool readable = replace_is_readable(live->path); /* before the lock is there: it takes its time */
	sqlite3_backup *backup = sqlite3_backup_init(live->db, "main", content->db, "main");
	if (!backup)
		store_fail(live);
	int step = sqlite3_backup_step(backup, 0);
	if (step != SQLITE_OK) {
		sqlite3_backup_finish(backup);
		return refuse_damaged(live, why);
	}
	replace_carry(live->path, readable, content, watch);
	char *name = keep(live->path);
	watch->kept(watch->context, name);
	step = sqlite3_backup_step(backup, -1);
	if (sqlite3_backup_finish(backup) != SQLITE_OK || step != SQLITE_DONE)
		store_fail(live); /* what is kept goes with the program */
	making_end(name);
	free(name);
	return true;
}

/* One in which readers and writers would wait for each other is made one in which they do not. */
static bool
prepare(struct store *live, const struct head *head, struct refusal *why)
{
	int result = sqlite3_exec(live->db, "PRAGMA synchronous = FULL", NULL, NULL, NULL);
	if (result == SQLITE_OK && !head->wal)
		result = sqlite3_exec(live->db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
	return result == SQLITE_OK || refuse_damaged(live, why);
}

bool
store_replace(const char *path, const struct head *head, struct store *content, const struct restore_watch *watch, struct refusal *why)
{
	struct store *live = store_connect(path, path, SQLITE_OPEN_READWRITE);
	bool good = prepare(live, head, why) && replace(live, content, watch, why);
	store_close(live);
	return good;
}
