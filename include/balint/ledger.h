/*
 * The ledger beside the charges: entries (payments, adjustments, refunds, reversals) and what payments are
 * allocated to. They are written by lib/fees only, and never changed. A payment is not allocated beyond its
 * amount, nor an instalment beyond what is owed (RULES 6.5), also as of an earlier day, unless an adjustment is
 * dated back: an allocation bears the first days, from the one that is said, on which there is room for it. What
 * no instalment takes is the credit of who paid.
 */
#ifndef BALINT_LEDGER_H
#define BALINT_LEDGER_H

#include <balint/date.h>
#include <balint/money.h>
#include <balint/refusal.h>
#include <balint/rows.h>
#include <balint/store.h>

/* The number of an entry: what the verbs that write one print. */
struct entry_row {
	int64_t id;
};
extern const struct listing entry_listing;

/* Enters a payment that goes nowhere yet; `text` is a note or NULL, `credit` the transfer that it came by or 0. Its number. */
int64_t payment_enter(struct store *store, int64_t person, cents amount, struct date on, const char *text, int64_t credit);

/* Gives that much of a payment to an instalment; less where less is left of the one or open of the other. What it took. */
cents payment_allocate(struct store *store, int64_t payment, int64_t instalment, cents amount, struct date on);

/*
 * Gives what is left of a payment to the open instalments of an edition (EDITION_ALL: of all open ones) for
 * which its person pays, their own and those of the people whose payer they are: the oldest first, or only
 * the month's. What is left then.
 */
cents payment_settle(struct store *store, int64_t payment, int64_t edition, struct month month, struct date on);

/*
 * What is open of the instalments numbered from `first` to `last` takes the credit of their participants and
 * of those who pay for them: the oldest instalment first, the oldest credit first. `on` may be DATE_NONE.
 */
void instalment_settle(struct store *store, int64_t first, int64_t last, struct date on);

/*
 * Takes back what an instalment has been given beyond what is owed, from the last payment on; it goes to other
 * open instalments of the edition for which the same person pays, and else is their credit.
 */
void instalment_free(struct store *store, int64_t instalment, struct date on);

/*
 * Takes an entry back by a new one. A payment leaves its instalments open, an adjustment leaves them as they
 * were, a refund is credit again; what that opens or frees is settled. The day is not before the last one on
 * which the entry has done something. The number of the reversal, also of one with the same reason that is
 * there already; 0 if refused: no such entry, a reversal, reversed for another reason, or refunded in part.
 */
int64_t entry_reverse(struct store *store, int64_t entry, struct date on, const char *reason, struct refusal *why);

/* The last day on which an entry has done something, from which on it can be reversed; DATE_NONE if there is none of that number. */
struct date entry_last_day(struct store *store, int64_t entry);

/* The number of the last allocation; and a sentence for each person who has credit because something was taken back since. */
int64_t allocation_last(struct store *store);
void credit_freed(struct store *store, int64_t since, void (*tell)(void *context, const char *sentence), void *context);

/*
 * Findings about the ledger of all editions: payments and instalments allocated beyond their amount, reversals
 * that are not the opposite of what they reverse, refunds that no payment backs, transfers with more payments
 * than they brought, adjustments of another's instalment, allocations of what is no payment, stornos of another amount.
 */
void ledger_check(struct store *store, row_taker *take, void *context);

#endif
