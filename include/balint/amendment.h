/*
 * What happens to one session after its calendar was written: it is cancelled, restored, added, or held
 * elsewhere or at another time. Each raises the SEQUENCE of its UID (RFC 5545 3.8.7.4) and queues a
 * notice to every active member, unless the session has begun. A session is on a skipped date only
 * with an override, which needs a reason.
 */
#ifndef BALINT_AMENDMENT_H
#define BALINT_AMENDMENT_H

#include <balint/edition.h>
#include <balint/session.h>

/* What can be said of one session; what was not said is NULL, 0 or TIME_NONE, and "" takes a text away. */
struct session_facts {
	const char *venue, *online, *reason;
	struct daytime at;
	int minutes;
	bool override; /* may be on a skipped date; with a reason */
};

/*
 * Cancels the session for a reason; an open change of it lapses. The same again changes nothing. Refused
 * once the register has marks of it.
 */
bool session_cancel(struct store *store, const struct edition *edition, struct date date, const char *reason, struct refusal *why);

/* Takes a cancellation back; the note of a session that was moved is the reason of that again. Of the facts, only the override and its reason count. */
bool session_restore(struct store *store, const struct edition *edition, struct date date, const struct session_facts *facts,
    struct refusal *why);

/* A make-up session; what was not said is as the edition has it. The same again changes nothing. */
bool session_add(struct store *store, const struct edition *edition, struct date date, const struct session_facts *facts,
    struct refusal *why);

/* Another room, link, time or length for one session; "" goes back to the edition's. With another time or length an open change lapses. */
bool session_set(struct store *store, const struct edition *edition, struct date date, const struct session_facts *facts,
    struct refusal *why);

/*
 * Whether the edition may have one more session on that date: none is there, not even a cancelled one,
 * and the date is not skipped unless overridden. `skipped` says whether it is.
 */
bool session_may_be_on(struct store *store, const struct edition *edition, struct date date, bool override, bool *skipped,
    struct refusal *why);

/* Puts behind a refusal of a skipped date how to have a session all the same. Always false. */
bool session_offer_override(struct refusal *why);

/*
 * Whether the register says nothing of the session having been held: it has no marks but excused absences, which may be announced,
 * and nobody presented. Else refused: a session that was held "cannot be cancelled".
 */
bool session_check_unheld(struct store *store, int64_t session, struct date date, const char *held, struct refusal *why);

/* Whether no mark of the session has times, whose minutes another time of the session would change. Else refused. */
bool session_check_untimed(struct store *store, int64_t session, struct date date, struct refusal *why);

/*
 * After the edition got another place or link: raises the SEQUENCE of its sessions that are held where it is; past ones
 * keep what it had before, if it had any. Only of sessions to come about which somebody has had a mail it queues a notice.
 */
void session_follow_edition(struct store *store, const struct edition *before, bool venue, bool online);

#endif
