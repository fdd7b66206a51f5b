/* The payer book: from which accounts transfers have come for whom, as a person has said (RULES 8.8). */
#ifndef BALINT_PAYER_BOOK_H
#define BALINT_PAYER_BOOK_H

#include <balint/rows.h>
#include <balint/store.h>

struct payer_row {
	const char *iban, *handle, *family, *given;
	struct date learned;
};
extern const struct listing payer_listing;

/* Transfers from that account are for that person. Known already: nothing changes. */
void payer_learn(struct store *store, const char *iban, int64_t person);

/* Forgets an account, or that it was for the one of that handle (NULL: all). Refused if it is not in the book. */
bool payer_forget(struct store *store, const char *iban, const char *handle, struct refusal *why);

/* The book by account, family, given, handle. */
void payer_list(struct store *store, row_taker *take, void *context);

#endif
