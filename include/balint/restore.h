/*
 * Bringing a backup or an export back. Its content is made up beside the store, brought up to date and looked at; then the
 * store is kept as it is, and gets that content in one transaction, which whoever reads or writes it meanwhile sees as a whole.
 * The file itself is not changed.
 */
#ifndef BALINT_RESTORE_H
#define BALINT_RESTORE_H

#include <balint/store.h>

/* Where the content comes from: a file (`-`: an export on standard input), or (NULL) the text of an export. */
struct restore_source {
	const char *file, *text;
	const char *name; /* of the text, for messages */
};

struct restoration;

/*
 * Makes up the content for the store of that path, or in a trial in a place that is gone afterwards. NULL with a reason if the file is
 * neither a backup nor an export, damaged, made by a newer program, has another schema than its version, or what a table refuses; or if
 * what has that path is no store. End it with restoration_free, which takes NULL, and leaves nothing.
 */
struct restoration *restoration_begin(const char *path, const struct restore_source *source, bool trial, struct refusal *why);
void restoration_free(struct restoration *restoration);

/* The content, up to date, to be looked at. */
struct store *restoration_store(const struct restoration *restoration);

/* The schema that the source was of. */
int restoration_schema(const struct restoration *restoration);

/* What the caller has to say of it: `context` goes with each. */
struct restore_watch {
	/*
	 * What the content has to take over from the store as it is now, which is not written meanwhile. `old` is NULL where that cannot be
	 * read: it is damaged, has another schema, or tables that are not the toolkit's. Not called where there is no store
	 * yet, or that is of another association.
	 */
	void (*carry)(void *context, struct store *content, struct store *old);
	void (*kept)(void *context, const char *name); /* under which name the store as it was is kept, just before it is done: afterwards nothing can fail */
	void *context;
};

/* In a trial: what would be carried over. */
void restoration_carry(struct restoration *restoration, const struct restore_watch *watch);

/*
 * Gives the store that content, and the log a last line, which nothing takes back; makes the store if there is none. Waits for writers as
 * any other does (BUSY). False with a reason if there is a store now where was none, or if it is too damaged to be written.
 */
bool restoration_finish(struct restoration *restoration, const char *command, const struct restore_watch *watch, struct refusal *why);

/* The name under which it would be kept; NULL if there is none. Heap memory, owned by the caller. */
char *restoration_keeps(const struct restoration *restoration);

#endif
