/* Where each participant's account stands. Open = charged + adjusted − paid (RULES 6.5). */
#ifndef BALINT_ACCOUNT_H
#define BALINT_ACCOUNT_H

#include <balint/edition.h>
#include <balint/money.h>

struct account_row {
	const char *handle, *family, *given;
	cents charged, adjusted, paid, open, overdue;
	struct date next_due; /* the next day, from `as_of` on, with something open */
	cents credit;         /* what they themselves paid and no instalment has taken, in whatever edition */
};
extern const struct listing account_listing;

/*
 * The accounts over an edition, or over all open ones (EDITION_ALL), by family, given, handle: what is
 * overdue on the day `as_of`, by payments, refunds, reversals and adjustments up to the day `known`. Who
 * pays for others, or has nothing but a credit, has a row too. The plan is the same on every day: what was
 * planned later is charged all the same.
 */
void account_list(struct store *store, int64_t edition, struct date as_of, struct date known, row_taker *take, void *context);

#endif
