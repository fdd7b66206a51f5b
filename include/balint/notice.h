/*
 * One notice of the outbox: to whom, about what, and whether it is still worth sending. A notice is sent,
 * has failed, has expired or was dropped for ever; only one that is queued goes, and while nothing but the
 * way was at fault it stays so (RULES 4.2, 4.3).
 */
#ifndef BALINT_NOTICE_H
#define BALINT_NOTICE_H

#include <balint/refusal.h>
#include <balint/rows.h>
#include <balint/store.h>
#include <balint/text.h>

enum { NOTICE_KEY = 128, NOTICE_WORD = 16 };

struct notice {
	int64_t id;
	char key[NOTICE_KEY]; /* what makes it come once: kind, session and its SEQUENCE or instalment and step, person */
	char kind[NOTICE_WORD], status[NOTICE_WORD];
	int64_t person, session, change, instalment, step; /* 0: none */
	char handle[TEXT_HANDLE], address[TEXT_ADDRESS]; /* of the person; address "": there is none */
};

/* What there is to tell somebody of a session. */
struct news {
	char kind[NOTICE_WORD]; /* cancellation, restoration, move, addition, amendment */
	struct date date;       /* where the session is to their knowledge, DATE_NONE: they know of none */
	struct daytime start;
};

/*
 * What a notice about a session has to tell by now, whatever it was queued for; false if that is nothing: what was
 * changed has been taken back before they heard of it, or is no session of theirs. Reminders and questions are no news.
 */
bool notice_news(struct store *store, const struct notice *notice, struct news *news);

enum verdict {
	NOTICE_GOES,
	NOTICE_SETTLED,     /* its status says what has become of it */
	NOTICE_EXPIRED,     /* the session has begun, or the day that is asked about */
	NOTICE_POINTLESS,   /* it is no longer true: another notice tells how things stand, paid, no longer a member, wants no reminders */
	NOTICE_UNADDRESSED, /* there is nowhere to send it */
};

/* The notice of that id; refused if there is none. */
bool notice_find(struct store *store, int64_t id, struct notice *notice, struct refusal *why);

/* What is to be done with it now. */
enum verdict notice_judge(struct store *store, const struct notice *notice);

/*
 * Every queued notice of these kinds (words with blanks between them), of an edition or of all open ones
 * (EDITION_ALL), by id. `take` gets a struct notice and must not change the outbox.
 */
void notice_each(struct store *store, const char *kinds, int64_t edition, row_taker *take, void *context);

/* It went to that address, that way. */
void notice_sent(struct store *store, const struct notice *notice, const char *via);

/* Settles what does not go by that verdict: "expired", "dropped", or "queued" for want of an address; a reason is noted. */
const char *notice_put_aside(struct store *store, const struct notice *notice, enum verdict verdict);

/* What waited has become "failed", "expired" or "dropped", or is "queued" still, for that reason (NULL: none). What was dropped meanwhile stays so. */
void notice_settle(struct store *store, int64_t id, const char *status, const char *reason);

#endif
