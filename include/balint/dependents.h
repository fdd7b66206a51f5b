/* What still points to a row, so that it cannot simply go. */
#ifndef BALINT_DEPENDENTS_H
#define BALINT_DEPENDENTS_H

#include <balint/store.h>

#include <stdbool.h>

enum { DEPENDENTS_TEXT = 400 };

/*
 * Whether rows of other tables, or of the same, point to the row of that id; writes them in words: "3 marks, 5 instalments".
 * Those of the tables in `apart`, which ends with NULL, are not counted.
 */
bool store_dependents(struct store *store, const char *table, int64_t id, const char *const *apart, char text[DEPENDENTS_TEXT]);

/* Adds so many rows of that table to the text in words, behind a comma where it is not the first; of none it adds nothing. */
void dependents_add(char text[DEPENDENTS_TEXT], const char *table, int64_t count);

#endif
