/*
 * The sign-in sheet of one session, for paper: whoever is enrolled on that day has a row to sign in. It is handed around: no
 * address of a member and no link to a meeting is in it.
 */
#ifndef BALINT_SHEET_H
#define BALINT_SHEET_H

#include <balint/edition.h>
#include <balint/tree.h>

/*
 * The data that balint-formats(5) lists under TEMPLATES. Refused (NULL) where there is no session on that date, with the nearest, or
 * a cancelled one, with the reason. Free with tree_free.
 */
struct tree *sheet_tree(struct store *store, const struct edition *edition, struct date date, const char *language, struct refusal *why);

#endif
