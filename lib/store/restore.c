#include "load.h"
#include "replace.h"

#include <balint/fatal.h>
#include <balint/query.h>
#include <balint/restore.h>
#include <balint/translation.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct restoration {
	const char *path; /* of the store */
	bool trial, fresh; /* fresh: there is none yet */
	int folders; /* made for it */
	struct head head;
	struct copy copy; /* where the content is made up; in a trial none */
	struct store *store;
	int schema;
	struct refusal *why;
	const char *from; /* for messages */
};

static void
refuse_content(void *context, const char *what)
{
	const struct restoration *restoration = context;
	if (*restoration->why->text)
		return;
	refuse_first(restoration->why, what);
	refuse_within(restoration->why, restoration->from);
}

/* What messages call the content: what is wrong with it is the source's, what cannot be written is the store's. */
static void
call(const struct restoration *restoration, const char *name)
{
	free(restoration->store->path);
	restoration->store->path = memory_text(name);
}

/* A file that is not UTF-8 is none that the programs make; what could not be told from ours later is refused now. */
static int
check_source(struct store *source, struct refusal *why)
{
	int version = schema_version(source, why);
	if (version && store_has(source, SQL("SELECT 1 FROM pragma_encoding WHERE encoding <> 'UTF-8'")))
		return refuse(why, "%s: its texts are not UTF-8", source->path);
	return version;
}

/* Without who is at it, what lies beside a file cannot be read and leave no trace. A backup has nothing beside it, nor another name. */
static bool
check_alone(const char *file, struct refusal *why)
{
	struct stat status;
	char *name = resolved_path(file), *side = side_of(name), *shared = memory_format("%s-shm", name);
	bool log = head_has_log(name), good = true;
	if (side && !log && strcmp(side + strlen(name), "-wal") == 0)
		good = refuse(why, "%s: %s lies beside it and is none of it; move it away", file, side);
	else if (side && !has_name(shared))
		good = refuse(why, "%s: what %s holds is not in it yet; 'balint-group log --db %s' brings it in", file, side, file);
	else if (!side && log && stat(name, &status) == 0 && status.st_nlink > 1)
		good = refuse(why, "%s: is a store that has another name too, and what was written last may lie beside that; make a backup of it, and restore that", file);
	free(shared);
	free(side);
	free(name);
	return good;
}

/* The pages of a backup, with a schema that is to the letter that of its version: nothing else may come with it. */
static bool
take_backup(struct restoration *restoration, const char *file, struct refusal *why)
{
	if (!check_alone(file, why))
		return false;
	struct store *source = store_connect_immutable(file);
	restoration->schema = check_source(source, why);
	if (restoration->schema) {
		copy_pages(restoration->store, source);
		if (!restoration->trial)
			store_execute(restoration->store, "PRAGMA journal_mode = DELETE");
	}
	store_close(source);
	if (!restoration->schema)
		return false;
	bool added;
	char *stray = schema_stray(restoration->store, restoration->schema, &added);
	if (stray && added)
		refuse(why, "%s: %s; drop it in a copy of the file, and restore that", file, stray);
	else if (stray)
		refuse(why, "%s: %s; take another backup", file, stray);
	free(stray);
	return !stray;
}

static bool
take_export(struct restoration *restoration, struct export_lines *lines, struct refusal *why)
{
	restoration->schema = load_export(restoration->store, lines, why);
	return restoration->schema != 0;
}

/* By its first bytes it is a backup or an export. What is no regular file can be read only once. */
static bool
take_file(struct restoration *restoration, const char *file, struct refusal *why)
{
	struct stat status;
	struct export_lines lines;
	bool input = strcmp(file, "-") == 0;
	int fd = input ? STDIN_FILENO : open(file, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return refuse(why, "%s: %s", file, system_error(errno));
	export_lines_init(&lines, fd, restoration->from, NULL);
	bool binary = export_lines_begin_with(&lines, "SQLite format 3", 16, why), regular = fstat(fd, &status) == 0 && S_ISREG(status.st_mode);
	bool good = !*why->text;
	if (good && binary && (input || !regular))
		good = refuse(why, "%s: a backup cannot be restored out of a stream; name its file", restoration->from);
	else if (good && !binary)
		good = take_export(restoration, &lines, why);
	export_lines_release(&lines);
	if (!input)
		close(fd);
	return good && (!binary || take_backup(restoration, file, why));
}

static bool
take_text(struct restoration *restoration, const char *text, struct refusal *why)
{
	struct export_lines lines;
	export_lines_init(&lines, -1, restoration->from, text);
	bool good = take_export(restoration, &lines, why);
	export_lines_release(&lines);
	return good;
}

/* Damage first: what it says elsewhere cannot be believed. */
static bool
look(struct restoration *restoration)
{
	struct store *store = restoration->store;
	call(restoration, restoration->from);
	return store_check_file(store, refuse_content, restoration) && store_check_references(store, refuse_content, restoration);
}

static bool
upgrade(struct restoration *restoration)
{
	struct store *store = restoration->store;
	call(restoration, restoration->path);
	if (restoration->schema < STORE_SCHEMA) {
		store_execute(store, "BEGIN");
		if (!schema_upgrade(store, restoration->schema, refuse_content, restoration))
			return false;
		store_execute(store, "COMMIT");
	}
	if (store_number(store, SQL("SELECT count(*) FROM identity")) != 1)
		refuse_content(restoration, translated("the row of 'identity' is missing"));
	return !*restoration->why->text;
}

/* An empty place for the content: beside the store, as it may become the store itself; in a trial in a file without a name. */
static bool
prepare(struct restoration *restoration, const char *source, struct refusal *why)
{
	const char *path = restoration->path;
	if (restoration->fresh && !check_bare(path, why))
		return false;
	if (!restoration->trial) {
		if (restoration->fresh && !making_folders(path, &restoration->folders, why))
			return false;
		if (!copy_begin(&restoration->copy, memory_format("%s.restored.unfinished", path), memory_text(path),
		        (const char *[]){ path, source, NULL }))
			fatal(BUSY, "%s: another command is restoring it; try again", path);
	}
	restoration->store = restoration->trial ? store_connect_nowhere("", path) : store_connect(restoration->copy.name, path, SQLITE_OPEN_READWRITE);
	store_execute(restoration->store, "PRAGMA synchronous = OFF"); /* until it is whole nobody wants it */
	return true;
}

static bool
begin(struct restoration *restoration, const struct restore_source *source, struct refusal *why)
{
	const char *path = restoration->path;
	restoration->fresh = !has_name(path);
	if (!restoration->fresh && !head_read(path, &restoration->head, why))
		return false;
	if (source->file && is_same_file(source->file, path))
		return refuse(why, "%s: is the store itself", path);
	if (!prepare(restoration, source->file, why))
		return false;
	*why->text = '\0';
	restoration->why = why;
	if (!(source->file ? take_file(restoration, source->file, why) : take_text(restoration, source->text, why)) || !look(restoration)
	    || !upgrade(restoration))
		return false;
	return true;
}

struct restoration *
restoration_begin(const char *path, const struct restore_source *source, bool trial, struct refusal *why)
{
	struct restoration *restoration = memory(sizeof *restoration);
	const char *from = !source->file ? source->name : strcmp(source->file, "-") == 0 ? "standard input" : source->file;
	*restoration = (struct restoration){ .path = path, .trial = trial, .from = from, .copy = { .fd = -1 } };
	if (begin(restoration, source, why))
		return restoration;
	restoration_free(restoration);
	return NULL;
}

void
restoration_free(struct restoration *restoration)
{
	if (!restoration)
		return;
	store_close(restoration->store);
	copy_release(&restoration->copy);
	making_no_folders(restoration->path, restoration->folders); /* if nothing has come of it */
	free(restoration);
}

struct store *
restoration_store(const struct restoration *restoration)
{
	return restoration->store;
}

int
restoration_schema(const struct restoration *restoration)
{
	return restoration->schema;
}

char *
restoration_keeps(const struct restoration *restoration)
{
	return restoration->fresh ? NULL : replace_keeps(restoration->path);
}

/* The file itself becomes the store. */
static bool
finish_fresh(struct restoration *restoration, struct refusal *why)
{
	store_execute(restoration->store, "PRAGMA journal_mode = WAL");
	store_close(restoration->store);
	restoration->store = NULL;
	copy_sync(&restoration->copy);
	if (!check_bare(restoration->path, why))
		return false;
	int folder = making_folder(restoration->path); /* beforehand: once the name is there, nothing may fail */
	bool named = link(restoration->copy.name, restoration->path) == 0 || refuse(why, "%s: %s", restoration->path, system_error(errno));
	folder_settle(folder);
	return named;
}

/* A live file keeps the size of its pages. */
static void
fit_pages(struct store *content, int size)
{
	if (store_number(content, SQL("PRAGMA page_size")) == size)
		return;
	char *sql = memory_format("PRAGMA page_size = %d; VACUUM", size);
	store_execute(content, sql);
	free(sql);
}

void
restoration_carry(struct restoration *restoration, const struct restore_watch *watch)
{
	if (!restoration->fresh)
		replace_carry(restoration->path, replace_is_readable(restoration->path), restoration->store, watch);
}

bool
restoration_finish(struct restoration *restoration, const char *command, const struct restore_watch *watch, struct refusal *why)
{
	log_note(restoration->store, command);
	if (restoration->fresh)
		return finish_fresh(restoration, why);
	fit_pages(restoration->store, restoration->head.page_size);
	return store_replace(restoration->path, &restoration->head, restoration->store, watch, why);
}
