/*
 * The ledger as an hledger journal: double entry, every transaction in balance, in the order of days. Accounts
 * have the handles of people and the codes of editions in their names, which nothing odd can be in:
 *
 *	assets:bank                what came in, less what was given back
 *	assets:receivable:HANDLE   what a participant still owes
 *	income:fees:EDITION        charged without VAT, on the day an instalment is due
 *	income:adjustments:EDITION discounts and extras without their VAT
 *	liabilities:vat            the VAT on both
 *	liabilities:credit:HANDLE  what somebody has paid and no instalment has taken
 */
#ifndef BALINT_JOURNAL_H
#define BALINT_JOURNAL_H

#include <balint/edition.h>
#include <balint/sink.h>

struct journal_choice {
	int64_t edition;         /* EDITION_ALL: the whole ledger, closed editions too; else its charges and what was paid of them */
	struct date known;       /* what was recorded up to this day; the plan is the same on every day */
	struct date from, until; /* transactions of these days; DATE_NONE: no limit */
};

/* Writes the journal, one transaction at a time. */
void journal_write(struct store *store, const struct journal_choice *choice, struct sink *sink);

#endif
