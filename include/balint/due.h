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

/* Instalments not yet fully paid and due from `first` to `last` (DATE_NONE: no limit), by due date, family, given, handle, edition. */
void due_list(struct store *store, int64_t edition, struct date first, struct date last, row_taker *take, void *context);

#endif
