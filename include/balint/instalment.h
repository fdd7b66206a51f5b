/*
 * Instalments: what each participant owes at which month's end. Amounts and reference are fixed when
 * they are planned (RULES 6.3); a different price later does not change them.
 */
#ifndef BALINT_INSTALMENT_H
#define BALINT_INSTALMENT_H

#include <balint/edition.h>
#include <balint/finding.h>
#include <balint/money.h>

struct instalment_row {
	const char *handle;
	struct date due_on;
	cents net, vat, gross;
	const char *reference;
};
extern const struct listing instalment_listing;

/* When to pay: each of these months, or so many month-ends in a row; without either, each month with a session. */
struct schedule {
	struct month_range months; /* first: MONTH_NONE if not said */
	int count;                 /* 0 if not said */
};

/*
 * Plans the instalments of one participant who has none, and calls `take` for each instalment, planned
 * now or before. A late joiner pays in the months that are left: the whole, or in proportion to the
 * sessions left, as the edition has it (RULES 6.4). Another schedule than that of instalments which are there
 * is refused. Credit is not allocated: when all are planned, instalment_settle is to be called.
 */
bool instalment_plan(struct store *store, const struct edition *edition, const char *handle, const struct schedule *schedule,
    row_taker *take, void *context, struct refusal *why);

/* The number of the last instalment, 0 if there is none. */
int64_t instalment_last(struct store *store);

/* The handles of the active participants, by family, given, handle. */
void instalment_participants(struct store *store, const struct edition *edition, void (*take)(void *context, const char *handle), void *context);

/*
 * Findings about instalments: columns that do not add up to the tariff, references that two people share,
 * participants without instalments where others have them, or without a fee; templates of references that are none. EDITION_ALL: all open editions.
 */
void instalment_check(struct store *store, int64_t edition, row_taker *take, void *context);

#endif
