/* Giving a live store another content. */
#ifndef BALINT_STORE_REPLACE_H
#define BALINT_STORE_REPLACE_H

#include "internal.h"

/* What the head of a file says, which is read without SQLite: it may be damaged. */
struct head {
	bool wal;
	int page_size;
};

/* Reads it; false with a reason if the path may not be written, or is no store. */
bool head_read(const char *path, struct head *head, struct refusal *why);

/* The first name that is free for the store as it was. Heap memory, owned by the caller. */
char *replace_keeps(const char *path);

/*
 * Keeps the store as it is and gives it the content, whose pages are of the same size, while no other can write. False with a reason if
 * the store is too damaged for it. `kept` is called with the name of what is kept, just before the content is there.
 */
bool store_replace(const char *path, const struct head *head, struct store *content, void (*kept)(void *context, const char *name), void *context,
    struct refusal *why);

#endif
