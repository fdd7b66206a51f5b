/*
 * Copies of a store, made beside running writers and readers, which are not held up: the store as it was when the command
 * began to read it, in a plain single file for its owner alone, its log included. It takes its name only when it was read back and is safe on
 * the disk; what had that name is kept.
 */
#ifndef BALINT_BACKUP_H
#define BALINT_BACKUP_H

#include <balint/store.h>

/* What was made; its texts live as long as the call of `ready`. */
struct backup {
	char *path;  /* of the copy */
	char *kept;  /* what the file that had its name is called now, or NULL if there was none */
	char *stray; /* what is in the store that `restore` will refuse, or NULL */
};

/*
 * Copies the store that is open for reading, which is of no more use afterwards. In a folder the copy is named by the clock. Refused if
 * the file is the store itself, or belongs to one that is in use, or if the store is damaged; what cannot be mended (a full disk)
 * ends the program, and another backup into the same file does so with BUSY. `ready` is called just before the copy takes its name:
 * afterwards nothing can fail.
 */
bool backup_make(struct store *store, const char *file, void (*ready)(void *context, const struct backup *backup), void *context, struct refusal *why);

#endif
