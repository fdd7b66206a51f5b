/*
 * Adjustments: a discount, a scholarship, a write-off, an extra. What was planned stays; an entry with its
 * reason says what is owed more or less (RULES 6.4, 6.5). No instalment ever becomes less than nothing.
 */
#ifndef BALINT_ADJUSTMENT_H
#define BALINT_ADJUSTMENT_H

#include <balint/edition.h>
#include <balint/money.h>

struct adjustment {
	const char *handle, *reason;
	cents less, more;   /* one of them; the other CENTS_NONE */
	struct date on;
	struct month month; /* MONTH_NONE: see adjustment_record */
	bool again;         /* a second one of the same person, amount and day; else that is the one that is there */
};

/*
 * Changes what a member owes in the edition, calling `take` with an entry_row for each entry. Without a month,
 * less goes to what is open, the oldest instalment first, then to what is paid, the last one first; more goes
 * to the next instalment that is due from that day on, or to the last. What is then paid too much becomes
 * credit, which open instalments take. `*already`: the same was there, and nothing was written.
 */
bool adjustment_record(struct store *store, const struct edition *edition, const struct adjustment *adjustment, row_taker *take,
    void *context, bool *already, struct refusal *why);

/* Takes so much off what somebody owes in the edition, from the last instalment backwards; at most all of it. */
void adjustment_write_off(struct store *store, const struct edition *edition, int64_t person, cents amount, struct date on, const char *reason);

#endif
