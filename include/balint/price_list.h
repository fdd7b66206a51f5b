/* What an edition costs and how it is paid, for papers that are handed around: no member is in it. */
#ifndef BALINT_PRICE_LIST_H
#define BALINT_PRICE_LIST_H

#include <balint/edition.h>
#include <balint/tree.h>

/*
 * Adds to the data of a paper the `fees` (a list, one a tariff), `payments` (the days on which instalments are due: those planned
 * for most participants of the whole edition, else the last of each month with a session) and payee, iban, bic, reference; the values
 * are in balint-formats(5) under TEMPLATES. Without a tariff only `priced`, which is false.
 */
void price_list_tell(struct store *store, const struct edition *edition, const char *language, struct tree *root);

#endif
