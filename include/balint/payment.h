/* Payments entered by hand: by a participant, or by somebody who pays for participants (RULES 6.5, 6.6). */
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
 * Records a payment and allocates it to the open instalments of the edition for which that person pays: their
 * own and those of the participants whose payer they are, the oldest first.
 */
bool payment_record(struct store *store, const struct edition *edition, const struct payment *payment, struct payment_outcome *outcome,
    struct refusal *why);

#endif
