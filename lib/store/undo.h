/* What the files of undo share. */
#ifndef BALINT_STORE_UNDO_H
#define BALINT_STORE_UNDO_H

#include "changes.h"

#include <balint/undo.h>

/* The last of the commands that undo one another from that one on; `*undone` if by them it is. */
int64_t chain_end(struct store *store, int64_t id, bool *undone);

/* What is left of such commands after `since`, of which this is one: the one to be undone by whoever wants it away; 0: nothing. */
int64_t chain_left(struct store *store, int64_t id, int64_t since);

enum { COLUMNS_ANY = 0 };

/*
 * The last command after `since` that has changed one of these columns (bits) of the row and stands; 0 if there is none. Who adds or
 * deletes a row changes all its columns.
 */
int64_t changed_since(struct store *store, int64_t since, const char *table, const char *key, uint64_t columns);

/* What was typed, for a message; heap memory, "" of no command. */
char *command_shown(struct store *store, int64_t id);

/* What stands in the way of a change that is being applied, as SQLite tells it of (SQLITE_CHANGESET_…); always false. */
bool conflict_refuse(struct store *store, const struct undo *undo, int conflict, sqlite3_changeset_iter *change, uint64_t columns, struct refusal *why);

/* The same of rows that would refer to none. */
bool references_refuse(struct store *store, const struct undo *undo, struct refusal *why);

#endif
