/* Payments entered by hand, and how they are allocated: never beyond their amount (RULES 6.5). */
#ifndef BALINT_PAYMENT_H
#define BALINT_PAYMENT_H

#include <balint/edition.h>
#include <balint/money.h>

struct payment {
	const char *handle, *text; /* text: NULL if none */
	cents amount;
	struct date on;
	struct month month; /* MONTH_NONE: the oldest instalment first */
	bool again;         /* a second one of the same person, amount and day; else that is the one that is there */
};

struct payment_outcome {
	int64_t id;   /* of the ledger entry */
	cents rest;   /* what no open instalment took: the payer's credit */
	bool already; /* the same payment was there; nothing was written */
};

/*
 * Allocates what is left of a person's payments to their open instalments of the edition, the oldest
 * first (RULES 6.5).
 */
void payment_allocate_credit(struct store *store, const struct edition *edition, int64_t person);

struct payment_row {
	int64_t id;
};
extern const struct listing payment_listing;

/* Records a payment and allocates it to the member's open instalments of the edition. */
bool payment_record(struct store *store, const struct edition *edition, const struct payment *payment, struct payment_outcome *outcome,
    struct refusal *why);

#endif
