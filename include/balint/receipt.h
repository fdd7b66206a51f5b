/* The receipt of one payment: who paid how much, for which instalments, and the net and VAT in it. */
#ifndef BALINT_RECEIPT_H
#define BALINT_RECEIPT_H

#include <balint/store.h>
#include <balint/tree.h>

/*
 * The data that balint-formats(5) lists under TEMPLATES, of the payment with that number in the ledger; free with
 * tree_free. NULL with a reason if there is no such entry, it is no payment, or it was reversed.
 */
struct tree *receipt_tree(struct store *store, int64_t payment, const char *language, struct refusal *why);

/*
 * Whether the store knows that one was printed; receipt_note has it know, outside the log. From then on the payment is no longer
 * undone, which would give its number to another, but reversed.
 */
bool receipt_is_noted(struct store *store, int64_t payment);
void receipt_note(struct store *store, int64_t payment);

#endif
