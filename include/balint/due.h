/* The fee CSV: what is still to be paid, ready for transfers. */
#ifndef BALINT_DUE_H
#define BALINT_DUE_H

#include <balint/edition.h>
#include <balint/money.h>

struct due_row {
	struct date due_on;
	cents amount; /* what is still open */
	const char *currency, *payee, *iban, *reference, *handle, *family, *given, *email, *edition;
	struct month month;
	cents net, vat, gross, paid;
	const char *status; /* open, or partial when something has been paid */
};
extern const struct listing due_listing;

/* Which instalments: due from `first` to `last` (DATE_NONE: no limit), of an edition or of all open ones (EDITION_ALL). */
struct due_choice {
	int64_t edition;
	struct date first, last;
	/* Of due_list_by_payer only: */
	int64_t payer;     /* what this one pays; 0: everybody */
	struct date known; /* by what was recorded up to this day; DATE_NONE: all of it */
	bool closed;       /* EDITION_ALL means closed editions too */
};

/* The instalments that are not fully paid, by due date, family, given, handle, edition. */
void due_list(struct store *store, const struct due_choice *choice, row_taker *take, void *context);

/*
 * The same by who pays: one row a payer, due date and edition, with the sums of its instalments. Where somebody
 * pays for others, handle, names and address are the payer's, and the reference is made by the edition's
 * template with the payer's name; what one pays for oneself stays as it is. Refused if such a reference has
 * more than 140 characters.
 */
bool due_list_by_payer(struct store *store, const struct due_choice *choice, row_taker *take, void *context, struct refusal *why);

#endif
