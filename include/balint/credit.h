/*
 * Credits: incoming lines of the bank's statements, and stornos. A credit waits until it is matched, dismissed
 * as no fee, or taken back by a storno; what is done by hand is here.
 */
#ifndef BALINT_CREDIT_H
#define BALINT_CREDIT_H

#include <balint/reconcile.h>

/*
 * Those that wait, by day and number, each with its verdict as of now; with `all` the settled ones too, and
 * where their money went. Rows of credit_listing.
 */
void credit_list(struct store *store, int64_t edition, bool all, row_taker *take, void *context);

/*
 * Matches a credit by hand to `HANDLE[:MONTH][=AMOUNT]` each: a participant, or somebody who pays for some. The
 * money goes to what is open of those in the order given, oldest first where no month is said; of one person
 * the rest stays as their credit. The account that it came from is written into the payer book (RULES 8.8). A
 * dismissed credit is one no longer. A storno takes the number of the credit that it takes back instead.
 * `take` gets a entry_row for each entry in the ledger.
 */
bool credit_match(struct store *store, int64_t edition, const char *credit, char *const *targets, size_t count, row_taker *take, void *context,
    struct refusal *why);

/* Takes the payments of a credit back, by reversals; it waits again. What it taught the payer book stays: `*iban` is the account if the book has it, heap memory of the caller's, or NULL. */
bool credit_unmatch(struct store *store, const char *credit, char **iban, struct refusal *why);

/* No fee, for a reason or NULL. The same again changes nothing; refused once it is matched. */
bool credit_dismiss(struct store *store, const char *credit, const char *reason, struct refusal *why);

#endif
