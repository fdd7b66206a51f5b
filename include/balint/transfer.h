/*
 * The next transfer that somebody is to make: how much, to whom, with which reference. An institution
 * pays in one transfer what those it pays for owe in a month (RULES 6.6).
 */
#ifndef BALINT_TRANSFER_H
#define BALINT_TRANSFER_H

#include <balint/date.h>
#include <balint/epc.h>
#include <balint/reference.h>
#include <balint/store.h>

/* Texts are owned, see transfer_release; payee, iban and bic are NULL where they are not set. */
struct transfer {
	char *payee, *iban, *bic;
	cents amount; /* what is still open */
	cents paid;   /* of the same instalments before */
	struct month month;
	char reference[REFERENCE_TEXT];
};

/*
 * The oldest open instalment of the person, or that of the month if one is given. Of somebody who owes nothing
 * themselves, but pays for others: the sum of theirs, with a reference that has the payer's name. Refused if nothing is
 * open, or if it is of several editions in the same month.
 */
bool transfer_find(struct store *store, int64_t edition, const char *handle, struct month month, struct transfer *transfer, struct refusal *why);

/*
 * What somebody is to pay for an edition on that day, for themselves and for those for whom they pay, as due_list_by_payer has
 * it; the amount is 0 if nothing is open. Refused as there.
 */
bool transfer_due(struct store *store, int64_t edition, int64_t payer, struct date due, struct transfer *transfer, struct refusal *why);

/* Its text for a QR code; refused as epc_write does. */
bool transfer_write(const struct transfer *transfer, char payload[EPC_TEXT], struct refusal *why);

void transfer_release(struct transfer *transfer);

#endif
