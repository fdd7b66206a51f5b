/* Giving a live store another content. */
#ifndef BALINT_STORE_REPLACE_H
#define BALINT_STORE_REPLACE_H

#include "internal.h"

#include <balint/restore.h>

enum { HEAD_SIZE = 100 }; /* of an SQLite file */

/* Whether a file that begins so is a store. */
bool head_is_ours(const unsigned char bytes[HEAD_SIZE]);

/* Whether the file says of itself that it is written beside a log of writes, as a backup does not. */
bool head_has_log(const char *path);

/* What the head of a file says, which is read without SQLite: it may be damaged. */
struct head {
	bool wal;
	int page_size;
};

/* Reads it; false with a reason if the path may not be written, or is no store. */
bool head_read(const char *path, struct head *head, struct refusal *why);

/* The first name that is free for the store as it was. Heap memory, owned by the caller. */
char *replace_keeps(const char *path);

/* Whether the store is sound and has the tables of this schema, so that others can read it. */
bool replace_is_readable(const char *path);

/* Has the content take over what it should of the store, if that is readable. */
void replace_carry(const char *path, bool readable, struct store *content, const struct restore_watch *watch);

/*
 * Keeps the store as it is and gives it the content, whose pages are of the same size, while no other can write. False with a reason if
 * the store is too damaged for it.
 */
bool store_replace(const char *path, const struct head *head, struct store *content, const struct restore_watch *watch, struct refusal *why);

#endif
