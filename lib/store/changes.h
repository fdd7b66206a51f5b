/* A change set of the log, read row by row. */
#ifndef BALINT_STORE_CHANGES_H
#define BALINT_STORE_CHANGES_H

#include "internal.h"

#include <balint/query.h>
#include <balint/sink.h>

struct changes {
	struct query query; /* the row of the log, in which the change set lies */
	sqlite3_changeset_iter *iterator;
	const char *table;  /* of the current row */
	int operation;      /* SQLITE_INSERT, SQLITE_UPDATE or SQLITE_DELETE */
	int columns;
	unsigned char *primary; /* which of them are the key */
	struct sink key;        /* as text, of several columns with blanks between */
	bool broken;            /* at the end: it could not be read on */
};

/* The change set of that command; changes_next moves to the next row. changes_end when done with it. */
struct changes changes_begin(struct store *store, int64_t id);
bool changes_next(struct changes *changes);
void changes_end(struct changes *changes);

/* A column of the current row as text, before the command or after it; NULL where it is null, not there or did not change. */
const char *changes_before(const struct changes *changes, int column);
const char *changes_after(const struct changes *changes, int column);

/* Whether the command has given the column a value, took one away or changed it; its key has none but what it is. */
bool changes_has(const struct changes *changes, int column);

/* Whether bytes are a change set from the first to the last. */
bool changes_sound(const void *start, size_t size);

/* Writes down which row an iterator stands at. */
void change_key(sqlite3_changeset_iter *iterator, struct sink *key);

/* The same for a value; what there is no memory for ends the program. */
const char *change_text(sqlite3_value *value);

/* The ranges of ids that a command has added in bulk: table, first, last; of damaged ones what can be read. */
struct query changes_added(struct store *store, int64_t id);

/* Whether all of them can be read. */
bool changes_added_sound(struct store *store, int64_t id);

/* Ends the program by what a function of the session extension says, which the connection need not know. */
_Noreturn void changes_fail(const struct store *store, int code);

#endif
