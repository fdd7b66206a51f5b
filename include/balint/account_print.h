/*
 * A person's account on paper: what they, and those whom they pay for, are charged in each edition, every
 * movement with the balance after it, the VAT, their credit, and what is still to be paid and how.
 */
#ifndef BALINT_ACCOUNT_PRINT_H
#define BALINT_ACCOUNT_PRINT_H

#include <balint/person.h>
#include <balint/tree.h>

struct account_choice {
	struct person person;
	int64_t edition;          /* EDITION_ALL: all of them, closed ones too */
	int year;                 /* instalments and movements of this solar year, the rest brought forward; 0: all */
	struct date as_of, known; /* overdue on the one day; by what was recorded up to the other */
	const char *language;     /* "it" or "en" */
};

/*
 * The data that balint-formats(5) lists under TEMPLATES; free with tree_free. NULL with a reason if the person
 * has no account there, or what they write on a transfer is too long for one.
 */
struct tree *account_tree(struct store *store, const struct account_choice *choice, struct refusal *why);

#endif
