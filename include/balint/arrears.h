/* Arrears: instalments that were due before a day and are not fully paid, and how often that was said. */
#ifndef BALINT_ARREARS_H
#define BALINT_ARREARS_H

#include <balint/edition.h>
#include <balint/money.h>

struct arrears_row {
	const char *handle, *family, *given;
	struct month month;
	struct date due_on;
	cents open;
	int64_t days;      /* since it was due */
	int64_t reminders; /* requests and dunning letters for it that went out */
	const char *payer; /* the handle of who pays for them, or NULL */
	const char *edition;
	const char *email; /* of who is to pay */
};
extern const struct listing arrears_listing; /* rows of more than 30 days stand out */

/*
 * The arrears of an edition, or of all open ones (EDITION_ALL), on the day `as_of`, by what was recorded up
 * to the day `known`; by due date, family, given, handle, edition.
 */
void arrears_list(struct store *store, int64_t edition, struct date as_of, struct date known, row_taker *take, void *context);

#endif
