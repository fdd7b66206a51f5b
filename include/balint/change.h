/*
 * Changes of a session's date or time. Everybody who is asked must say yes, and the last yes makes the
 * move in the same transaction; one no refuses it for good (RULES 1.6). A change that nobody need answer
 * any more, since it was retracted or its session was cancelled or moved otherwise, has lapsed.
 */
#ifndef BALINT_CHANGE_H
#define BALINT_CHANGE_H

#include <balint/edition.h>
#include <balint/rows.h>

struct change_row {
	struct date date, to; /* date: where the session was when the change was asked for */
	const char *reason, *status, *missing; /* missing: handles with spaces between */
	struct daytime at;
};
extern const struct listing change_listing;

/* Where to, why, and whether without asking. */
struct move {
	struct date to;
	struct daytime at; /* TIME_NONE: at the same time of day */
	const char *reason;
	bool override; /* at once, and on a skipped date or in the past too */
	bool again;    /* even if the same was refused before */
};

/*
 * Opens the change, or makes it at once if it is overridden or nobody has to be asked. The same again
 * changes nothing. `change` gets its id.
 */
bool change_move(struct store *store, const struct edition *edition, struct date date, const struct move *move, int64_t *change,
    struct refusal *why);

/* The open change of the session on that date. */
bool change_find(struct store *store, const struct edition *edition, struct date date, int64_t *change, struct refusal *why);

/* Keeps one person's answer; what follows from it is change_settle's to do. Refused once the session has begun. */
bool change_answer(struct store *store, int64_t change, const char *handle, bool yes, struct refusal *why);

/* The last change of that session that such answers have closed, and whether the person gave it that answer: it may be given again. */
bool change_answered(struct store *store, const struct edition *edition, struct date date, bool yes, int64_t *change);
bool change_has_answer(struct store *store, int64_t change, const char *handle, bool yes);

/*
 * Makes the change if nobody is missing, refuses it if somebody said no; once the session has begun it does
 * neither. False with a reason if it would have to be made and cannot: the date was taken, became skipped or
 * went by meanwhile.
 */
bool change_settle(struct store *store, int64_t change, struct refusal *why);

/*
 * After somebody has joined or left the edition, or others are asked (EDITION_ALL): asks who is new, and
 * makes the changes that waited only for who is gone. One that cannot be made stays open; `warn` gets a sentence.
 */
void change_follow_members(struct store *store, int64_t edition, void (*warn)(void *context, const char *what), void *context);

/* Closes an open change that nobody need answer any more; change_lapse: that of the session, if it has one, or all of an edition. */
void change_retract(struct store *store, int64_t change);
void change_lapse(struct store *store, int64_t session);
void change_lapse_all(struct store *store, int64_t edition);

/* Findings: open changes whose session has begun, or that cannot be made. EDITION_ALL: all open editions. */
void change_check(struct store *store, int64_t edition, row_taker *take, void *context);

/* The edition's changes by age, those of one status unless NULL; change_show: one. */
void change_list(struct store *store, const struct edition *edition, const char *status, row_taker *take, void *context);
void change_show(struct store *store, int64_t change, row_taker *take, void *context);

#endif
