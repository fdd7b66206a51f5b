/* The members of an edition with all that is known of them: what `members` writes and `import` takes. */
#ifndef BALINT_MEMBER_LIST_H
#define BALINT_MEMBER_LIST_H

#include <balint/edition.h>
#include <balint/rows.h>

struct member_row {
	const char *handle, *family, *given, *role, *status, *profession, *category, *email, *phone;
	struct date joined, left, applied, waiting;
	int64_t place; /* on the waiting list, from 1 */
	const char *reason, *tax_code, *payer;
	struct date born_on;
	const char *born_in, *language, *reminders;
};
extern const struct listing member_listing;

/* The members, by family, given, handle; role and status choose some, or NULL. */
void member_list(struct store *store, const struct edition *edition, const char *role, const char *status, row_taker *take, void *context);

#endif
