/*
 * Bank statements against what is owed (RULES 8): every movement of a file is counted, every credit is kept
 * once, and what is matched becomes a payment, all in the caller's transaction. A preview is the same in one
 * that is not committed.
 */
#ifndef BALINT_RECONCILE_H
#define BALINT_RECONCILE_H

#include <balint/bank.h>
#include <balint/edition.h>

/* One row an allocation; one for a credit without any, and for what stays as a credit of its payer (no month). */
struct reconcile_row {
	int64_t line; /* of the file; COUNT_NONE of a credit that waited */
	struct date date;
	cents amount; /* less than 0: a storno */
	const char *payer, *text, *verdict, *handle;
	struct month month;
	cents allocated; /* CENTS_NONE: nothing */
	const char *reason, *edition;
	int64_t credit; /* COUNT_NONE: not kept yet */
	const char *iban, *source;
};
extern const struct listing reconcile_listing, credit_listing;

/* Credits and stornos by their verdict, and the money of the credits. */
struct reconcile_totals {
	struct bank_facts facts; /* of a file */
	size_t matched, probable, ambiguous, unknown, duplicate;
	size_t returned; /* money that went out and came back, which is no fee: left alone */
	cents returned_amount;
	size_t waiting; /* those that need a person, duplicates among them */
	cents taken, rest, known; /* of the credits: recorded as payments; not; there already. Stornos are none of them. */
	cents taken_back;         /* payments that stornos have reversed */
};

struct reconcile_request {
	const char *path;          /* NULL: what waits in the store is judged again */
	struct bank_choice choice; /* how to read the file */
	int64_t edition;           /* whose instalments may be paid; EDITION_ALL: any */
	bool probable;             /* what is probable is recorded too, and credits of the file that wait are judged again */
	bool kept;                 /* the transaction will be committed: new credits have a number to tell */
};

struct reconcile_taker {
	row_taker *take; /* rows by day, then line */
	void (*complain)(void *context, size_t line, size_t column, const char *what);
	void (*progress)(void *context, const char *what, size_t done, size_t all); /* all: 0 if not known; called often */
	void *context;
};

/* False with a reason, or after complaints without one: then nothing may be committed. */
bool reconcile(struct store *store, const struct reconcile_request *request, const struct reconcile_taker *taker,
    struct reconcile_totals *totals, struct refusal *why);

/*
 * What a text on a transfer would be taken for, and what a bank will make of it: rows of match_listing
 * (balint/matcher.h).
 */
void reconcile_explain(struct store *store, const char *text, row_taker *take, void *context);

#endif
