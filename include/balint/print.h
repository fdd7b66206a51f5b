/*
 * The calendar that members get: an edition's sessions of one solar year as data for a template, with
 * the dates that were skipped, moved or cancelled, and why. It is a paper that is handed around: no
 * address of a member and no link to a meeting is in it.
 */
#ifndef BALINT_PRINT_H
#define BALINT_PRINT_H

#include <balint/date_words.h>
#include <balint/edition.h>
#include <balint/tree.h>

/*
 * The year that is meant where `year` is 0: this one if it has sessions, else that of the next session,
 * else that of the last. Refused if there is no session in the year.
 */
bool print_year(struct store *store, const struct edition *edition, int *year, struct refusal *why);

/* The data that balint-formats(5) lists under TEMPLATES. Free with tree_free. */
struct tree *print_tree(struct store *store, const struct edition *edition, int year, const char *language);

#endif
