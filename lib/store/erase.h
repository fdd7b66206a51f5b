/* What the files that erase share. */
#ifndef BALINT_STORE_ERASE_H
#define BALINT_STORE_ERASE_H

#include <balint/erase.h>

#include <sqlite3.h>

/* Ends the program if a change set could not be read. */
void erase_check_changes(const struct store *store, int code);

/* The value of a column before or after the change; NULL where the change set has none. */
sqlite3_value *erase_value(sqlite3_changeset_iter *iterator, int column, int operation, bool after);

#endif
