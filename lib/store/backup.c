#include "internal.h"

#include <balint/backup.h>
#include <balint/clock.h>
#include <balint/fatal.h>

#include <dirent.h>
#include <errno.h>
#include <fnmatch.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define UNFINISHED ".unfinished"

static bool
has_side(const char *path)
{
	char *side = side_of(path);
	free(side);
	return side != NULL;
}

static bool
check_name(const struct store *store, const char *file, struct refusal *why)
{
	struct stat status;
	bool there = stat(file, &status) == 0;
	if (strcmp(file, "-") == 0)
		return refuse(why, "a backup is a file and no stream: name it, or take 'balint-group export'");
	if (there && is_same_file(file, store->path))
		return refuse(why, "%s: is the store itself; a backup wants another file", file);
	if (side_ending(file))
		return refuse(why, "%s: a name that ends in %s belongs to what lies beside a store; take another", file, side_ending(file));
	if (there && S_ISDIR(status.st_mode))
		return true;
	if (there && !S_ISREG(status.st_mode))
		return refuse(why, "%s: is not a file", file);
	return !has_side(file) || refuse(why, "%s: has a log of writes beside it, as a store that is in use; take another name", file);
}

/* What was left in the folder by backups that were killed there. */
static void
sweep(const char *folder, const char *store)
{
	DIR *open_folder = opendir(folder);
	for (struct dirent *entry; open_folder && (entry = readdir(open_folder));) {
		if (fnmatch("balint-[0-9]*.db" UNFINISHED, entry->d_name, 0) != 0)
			continue;
		char *name = memory_format("%s/%s", folder, entry->d_name);
		copy_clear(name, (const char *[]){ store, NULL });
		free(name);
	}
	if (open_folder)
		closedir(open_folder);
}

/* The nth name by the clock in the folder. */
static char *
name_by_clock(const char *folder, int n)
{
	struct moment now = clock_now();
	char date[DATE_TEXT];
	const char *slash = folder[strlen(folder) - 1] == '/' ? "" : "/";
	char *name = memory_format("%s%sbalint-%sT%02d%02d", folder, slash, date_write(now.date, date), now.time.minute / 60, now.time.minute % 60);
	char *whole = n > 1 ? memory_format("%s-%d.db", name, n) : memory_format("%s.db", name);
	free(name);
	return whole;
}

static bool
begin(struct copy *copy, const char *path, const char *store)
{
	return copy_begin(copy, memory_format("%s" UNFINISHED, path), memory_text(path), (const char *[]){ store, NULL });
}

/* Begins a copy under the first name by the clock that is free and that nobody else is at; the name. */
static char *
begin_in_folder(struct copy *copy, const char *folder, const char *store)
{
	sweep(folder, store);
	for (int n = 1;; n++) {
		char *path = name_by_clock(folder, n);
		if (!has_name(path) && !has_side(path) && begin(copy, path, store))
			return path;
		free(path);
	}
}

static void
refuse_store(void *context, const char *what)
{
	struct refusal *why = context;
	if (!*why->text)
		refuse(why, "the store is damaged (%s), and no backup was made of it; restore the last one", what);
}

/* The pages, read back; then the readers' view of the store is given up, so that its log of writes does not grow. */
static bool
fill(const struct copy *copy, struct store *store, struct backup *backup, struct refusal *why)
{
	*why->text = '\0';
	copy_write(copy, store);
	store_execute(store, "ROLLBACK");
	copy_verify(copy, store->path, STORE_SCHEMA, refuse_store, why);
	if (*why->text)
		return false;
	struct store *written = store_connect(copy->name, copy->said, SQLITE_OPEN_READONLY);
	backup->stray = schema_stray(written, STORE_SCHEMA, NULL);
	store_close(written);
	copy_sync(copy);
	return true;
}

/* What has the name gets another one as well before it loses this one: at no moment is nothing there. */
static void
take_name(struct copy *copy, struct backup *backup, void (*ready)(void *context, const struct backup *backup), void *context)
{
	int folder = making_folder(backup->path);
	if (has_name(backup->path)) {
		backup->kept = link_first_free(backup->path, backup->path, false);
		if (!backup->kept)
			copy_fail(copy);
	}
	ready(context, backup);
	if ((backup->kept ? rename : link)(copy->name, backup->path) != 0)
		copy_fail(copy); /* what is kept has its own name still */
	if (backup->kept) {
		making_end(backup->kept);
		copy_named(copy);
	}
	folder_settle(folder);
}

/* A link to a file stands for the file; one to nowhere is not to be replaced unasked. */
static char *
follow(const char *file, struct refusal *why)
{
	struct stat status;
	if (lstat(file, &status) == 0 && S_ISLNK(status.st_mode)) {
		if (stat(file, &status) != 0)
			return refuse(why, "%s: is a link to where nothing is; remove it, or name another file", file), NULL;
		if (S_ISREG(status.st_mode))
			return resolved_path(file);
	}
	return memory_text(file);
}

static bool
make(struct store *store, const char *file, void (*ready)(void *context, const struct backup *backup), void *context, struct refusal *why)
{
	struct stat status;
	struct copy copy;
	struct backup backup = { NULL, NULL, NULL };
	if (!check_name(store, file, why)) /* again, of where a link leads: what lies beside that */
		return false;
	if (stat(file, &status) == 0 && S_ISDIR(status.st_mode))
		backup.path = begin_in_folder(&copy, file, store->path);
	else if (begin(&copy, file, store->path))
		backup.path = memory_text(file);
	else
		fatal(BUSY, "%s: another backup is being written there; try again", file);
	bool good = fill(&copy, store, &backup, why);
	if (good)
		take_name(&copy, &backup, ready, context);
	copy_release(&copy);
	free(backup.path);
	free(backup.kept);
	free(backup.stray);
	return good;
}

bool
backup_make(struct store *store, const char *file, void (*ready)(void *context, const struct backup *backup), void *context, struct refusal *why)
{
	char *followed = follow(file, why);
	bool good = followed && check_name(store, file, why) && make(store, followed, ready, context, why);
	free(followed);
	return good;
}
