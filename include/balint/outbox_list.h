/*
 * The outbox as people see it: what waits, went, has failed, has expired or was dropped, and what they decide of it. What a
 * person drops stays dropped; what was dropped for a reason comes back when the reason is gone (see reminder.h, outbox.h).
 */
#ifndef BALINT_OUTBOX_LIST_H
#define BALINT_OUTBOX_LIST_H

#include <balint/date.h>
#include <balint/refusal.h>
#include <balint/rows.h>
#include <balint/store.h>

#define OUTBOX_KINDS "reminder|cancellation|restoration|move|addition|amendment|consent|request|overdue"
#define OUTBOX_STATUSES "queued|sent|failed|expired|dropped"

struct outbox_row {
	int64_t id, step; /* step: COUNT_NONE but of an overdue instalment */
	const char *kind, *person, *edition, *status, *queued, *done, *key, *error;
	const char *address, *via; /* where to and how it went */
	const char *email;         /* of the person, today */
	struct date date;          /* of the session, or when the instalment is due */
};
extern const struct listing outbox_listing, outbox_record;

/* Whether there are notices of that kind at all. */
bool outbox_has_kind(const char *kind);

/* What is listed; NULL, EDITION_ALL: of any. */
struct outbox_choice {
	int64_t edition;
	const char *status, *kind, *person;
};

/* The notices by id. */
void outbox_list(struct store *store, const struct outbox_choice *choice, row_taker *take, void *context);

/* The id of a notice that is there, from its number as typed; refused if there is none. */
bool outbox_find(struct store *store, const char *number, int64_t *id, struct refusal *why);

/* All that is known of one. */
void outbox_show(struct store *store, int64_t id, row_taker *take, void *context);

/*
 * Queues one again that has failed or was dropped. Refused if it went, or can go no more: its session has begun, has changed
 * since, or the question is settled.
 */
bool outbox_retry(struct store *store, const char *number, struct refusal *why);

/*
 * The same for all that have failed, of an edition or of all (EDITION_ALL), but for those that can go no more: how many
 * these are.
 */
int64_t outbox_retry_failed(struct store *store, int64_t edition);

/* Drops one that waits or has failed, for good; refused if it went or has expired. */
bool outbox_drop(struct store *store, const char *number, struct refusal *why);

/* What `check` finds: what has failed, what waits too long, whom no mail reaches, and that there is no sender. */
void outbox_check(struct store *store, int64_t edition, row_taker *take, void *context);

#endif
