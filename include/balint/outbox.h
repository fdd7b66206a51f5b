/*
 * Notices to members that wait to be delivered: rows that a verb writes in the transaction that causes
 * them, so that a change and the word of it are saved together or not at all (RULES 4.2). The key of a
 * row makes the notice come once: kind, session and its SEQUENCE or instalment and dunning step, person. What is dropped
 * here has a reason (outbox.error); what a person drops has none, and stays dropped.
 */
#ifndef BALINT_OUTBOX_H
#define BALINT_OUTBOX_H

#include <balint/date.h>
#include <balint/store.h>

/*
 * Queues a notice about a session, as it stands now, for everybody who is a member on its date or was on
 * the date that it had before (`was`): kind "cancellation", "restoration", "move", "addition" or
 * "amendment". What still waits to be said about the same session, or has failed, is dropped: it is no longer true.
 */
void outbox_queue_session(struct store *store, const char *kind, int64_t session, struct date was);

/*
 * Queues the question about an open change for whoever is asked and has not answered, also if it was dropped before, but not
 * by a person; drops it for all others.
 */
void outbox_queue_consent(struct store *store, int64_t change);

/*
 * Queues a notice to who pays about an instalment: kind "request" (step 0) or "overdue" and its step from 1 on. The same
 * again changes nothing; one that was dropped because there was nothing to pay comes back. Who is told that something is overdue
 * need not be asked for it any more: a request that still waits is dropped, on whichever instalment of that edition and day it hangs.
 */
void outbox_queue_payment(struct store *store, const char *kind, int64_t person, int64_t instalment, int step);

/* Drops the questions about a change that nobody need answer any more. */
void outbox_drop_consent(struct store *store, int64_t change);

/* Removes the notices to a person that never went, who is about to be removed too. */
void outbox_discard(struct store *store, int64_t person);

#endif
