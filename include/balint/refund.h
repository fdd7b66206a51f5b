/* Refunds: credit given back to who paid it (RULES 6.5). */
#ifndef BALINT_REFUND_H
#define BALINT_REFUND_H

#include <balint/date.h>
#include <balint/money.h>
#include <balint/store.h>

struct refund {
	const char *handle, *text; /* text: NULL if none */
	cents amount;
	struct date on;
	bool again; /* a second one of the same person, amount and day; else that is the one that is there */
};

/*
 * Gives back credit of that person, who may be a participant or somebody who pays for some, from the oldest
 * payment on. The number of its entry, 0 if refused: more than the credit. `*already`: the same was there.
 */
int64_t refund_record(struct store *store, const struct refund *refund, bool *already, struct refusal *why);

#endif
