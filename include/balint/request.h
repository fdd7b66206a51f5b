/*
 * Asking for money by mail: requests, and the dunning steps that follow when the day has passed (RULES 4.2). One notice goes
 * to who pays, for all that they pay for an edition on one day, as due_list_by_payer has it (RULES 6.6). It hangs on the first
 * instalment among these, paid or not, so that its key stays what it is.
 */
#ifndef BALINT_REQUEST_H
#define BALINT_REQUEST_H

#include <balint/due.h>
#include <balint/epc.h>
#include <balint/refusal.h>
#include <balint/store.h>
#include <balint/tree.h>

/* Gets a sentence about what is left out, as its reference would have more than 140 characters. */
typedef void request_warner(void *context, const char *what);

/*
 * Queues a request for what is due from `first` to `last`, is not fully paid and has not been asked for yet. Refused, with nothing
 * queued, if the association has no payee or account.
 */
bool request_queue(struct store *store, const struct due_choice *choice, request_warner *warn, void *context, struct refusal *why);

/*
 * Queues the next dunning step of what is overdue, by the days of the setting `dunning`: a step goes so many days after the due
 * day, but never sooner behind what was sent before it (a late request, the step before) than the days between the two.
 * Only what was sent is followed by the next. Refused as above.
 */
bool request_dun(struct store *store, const struct due_choice *choice, request_warner *warn, void *context, struct refusal *why);

/* What a letter is about. */
struct request {
	int64_t payer, instalment;
	int step; /* 0: a request */
};

/*
 * Adds what the letter says, the data that balint-formats(5) lists under TEMPLATES, as things stand now; and writes the text of its
 * QR code, "" if a bank would not take it. Refused if there can be no reference.
 */
bool request_tell(struct store *store, const struct request *request, const char *language, struct tree *root, char payload[EPC_TEXT], struct refusal *why);

#endif
