/* What the files that erase share. */
#ifndef BALINT_STORE_ERASE_H
#define BALINT_STORE_ERASE_H

#include <balint/erase.h>

#include <sqlite3.h>

/* Ends the program if a change set could not be read. */
void erase_check_changes(const struct store *store, int code);

/* The value of a column before or after the change; NULL where the change set has none. */
sqlite3_value *erase_value(sqlite3_changeset_iter *iterator, int column, int operation, bool after);

/* Reduces the command lines that name the person to program and verb, and takes the name out of who gave them; how many lines. */
int64_t erase_commands(struct store *store, const struct naming *naming);

#endif
