/*
 * The movements of one person's account, by day: what they and those whom they pay for are charged, and what was
 * paid of it by whomever. Their sum is what is open of these instalments less the person's own credit.
 */
#ifndef BALINT_MOVEMENT_H
#define BALINT_MOVEMENT_H

#include <balint/date.h>
#include <balint/money.h>
#include <balint/store.h>

enum movement_kind {
	MOVEMENT_CHARGE,   /* an instalment, on the day it is due */
	MOVEMENT_ADJUSTMENT,
	MOVEMENT_RECEIVED, /* somebody else's payment for it, or back from it */
	MOVEMENT_PAYMENT,
	MOVEMENT_GIVEN,    /* of one's own payment for somebody whom one does not pay for, or back */
	MOVEMENT_REFUND,
	MOVEMENT_REVERSAL,
};

struct movement {
	struct date date;
	enum movement_kind kind;
	cents amount;          /* more to pay, or with a minus less */
	int64_t entry;         /* its number in the ledger; of an instalment its own */
	int64_t reverses;      /* COUNT_NONE: nothing */
	const char *reversed;  /* of what kind that was */
	const char *text;      /* reference, reason or note; NULL if there is none */
	struct month month;    /* of the instalment, MONTH_NONE without one */
	const char *family, *given; /* whose instalment, if not the person's own; who else has paid; NULL otherwise */
};

/* Whose account, and how far. */
struct movement_choice {
	int64_t person;
	int64_t edition;   /* EDITION_ALL: everything; else its instalments and what was paid of them only */
	struct date known; /* entries up to this day */
};

void movement_each(struct store *store, const struct movement_choice *choice, void (*take)(void *context, const struct movement *movement), void *context);

#endif
