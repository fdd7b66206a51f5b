/*
 * Notices to members that wait to be delivered: rows that a verb writes in the transaction that causes
 * them, so that a change and the word of it are saved together or not at all (RULES 4.2). The key of a
 * row makes the notice come once: kind, session, its SEQUENCE, person.
 */
#ifndef BALINT_OUTBOX_H
#define BALINT_OUTBOX_H

#include <balint/date.h>
#include <balint/store.h>

/*
 * Queues a notice about a session, as it stands now, for everybody who is a member on its date or was on
 * the date that it had before (`was`): kind "cancellation", "restoration", "move", "addition" or
 * "amendment". What still waits to be said about the same session is dropped: it is no longer true.
 */
void outbox_queue_session(struct store *store, const char *kind, int64_t session, struct date was);

/* Queues the question about an open change for whoever is asked and has not answered; drops it for all others. */
void outbox_queue_consent(struct store *store, int64_t change);

/* Drops the questions about a change that nobody need answer any more. */
void outbox_drop_consent(struct store *store, int64_t change);

#endif
