/* Who belongs to an edition, in which role, since when and until when. Both days belong to it. */
#ifndef BALINT_ENROLMENT_H
#define BALINT_ENROLMENT_H

#include <balint/edition.h>
#include <balint/person.h>
#include <balint/text.h>

/*
 * Enrols a person, or leads them one step further: an applicant to the waiting list, either of them to a place (as
 * enrolment_admit does), who gave up before they joined to any of these, and who has left to the day after their last, so that
 * there is no gap. Without a day, a new member belongs to the edition from the first session, or from today if it has begun and
 * is not over; applying and waiting begin today. The same again changes nothing; another role or day, a step back, a closed
 * edition, or one participant more than its maximum on any day from then on, is refused.
 */
bool enrolment_add(struct store *store, const struct edition *edition, const char *handle, const char *role, const char *status,
    struct date on, struct refusal *why);

/*
 * Gives an applicant or somebody who waits a place from that day on; without one from today if the edition has begun or has no
 * calendar, else from its first session. The same again changes nothing.
 */
bool enrolment_admit(struct store *store, const struct edition *edition, const char *handle, struct date on, struct refusal *why);

/* Who is next on the waiting list for a place on that day (DATE_NONE: as above); refused if nobody is. */
bool enrolment_next(struct store *store, const struct edition *edition, struct date on, char handle[TEXT_HANDLE], struct refusal *why);

/* What ending a membership has done. */
struct withdrawal {
	bool already; /* the same was there, and nothing was changed */
	bool place;   /* it was a participant's */
};

/* Ends a membership with that day, its last; also of an applicant, or somebody who waits, who then have never joined. */
bool enrolment_withdraw(struct store *store, const struct edition *edition, const char *handle, struct date on, const char *reason,
    struct withdrawal *done, struct refusal *why);

/* A place that is free for good from a day on, and who is next for it. */
struct vacancy {
	struct date from, usual; /* usual: the day on which they would join unless another is said */
	char handle[TEXT_HANDLE];
};

/* The first one, not before that day; false if there is none, or nobody waits. */
bool vacancy_find(struct store *store, const struct edition *edition, struct date from, struct vacancy *vacancy);

/* In an edition of a single profession a participant of another: theirs, and that of most others. */
struct stranger {
	char theirs[TEXT_HANDLE], usual[TEXT_HANDLE];
};
bool stranger_find(struct store *store, const struct edition *edition, const char *handle, struct stranger *stranger);

/* The person of that handle if they belong to the edition in any way; refused otherwise. */
bool member_find(struct store *store, const struct edition *edition, const char *handle, struct person *person, struct refusal *why);

/*
 * Findings about membership (RULES 1.7): fewer participants than the edition's minimum, more than its maximum on any day from
 * today on, one conductor only; several professions in an edition of a single one, or but one in a mixed edition of three
 * participants or more. An edition without any member is still being set up. EDITION_ALL: all open ones.
 */
void member_check(struct store *store, int64_t edition, row_taker *take, void *context);

/*
 * Other findings: members who are no person, or were forgotten; who joins after the last session; places that are free while somebody
 * waits for one; applications without an answer; payers who cannot pay; editions that could not be set up so. EDITION_ALL: all open ones.
 */
void membership_check(struct store *store, int64_t edition, row_taker *take, void *context);

#endif
