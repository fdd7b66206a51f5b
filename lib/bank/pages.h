/* The statements of one file, one after the other: of one account, each adding up, each beginning with what the one before ended with. */
#ifndef BANK_PAGES_H
#define BANK_PAGES_H

#include <balint/bank.h>

struct page {
	const char *name;       /* what the bank calls it */
	const char *account;    /* IBAN or whatever number there is; may be empty */
	cents opening, closing; /* CENTS_NONE if not said */
	cents moved;            /* what its booked movements add up to */
};

struct pages {
	size_t count;
	char account[35]; /* of the first that names one */
	cents closing;    /* of the last */
};

/* Takes the next one, and puts what it says into the facts. False with a reason if it does not fit. */
bool pages_add(struct pages *pages, const struct page *page, struct bank_facts *facts, struct refusal *why);

/*
 * Reads an amount as the standards write it: up to 18 digits, the point and up to 5 more, of which only two may be
 * anything but 0. False with a reason.
 */
bool decimal_read(const char *text, char point, cents *amount, struct refusal *why);

/* Adds to a sum. False with a reason if it is beyond what numbers hold. */
bool sum_add(cents *sum, cents amount, struct refusal *why);

#endif
