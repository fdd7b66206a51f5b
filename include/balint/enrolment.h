/* Who belongs to an edition, in which role, since when and until when. Both days belong to it. */
#ifndef BALINT_ENROLMENT_H
#define BALINT_ENROLMENT_H

#include <balint/edition.h>
#include <balint/person.h>

struct member_row {
	const char *handle, *family, *given, *role, *status, *profession, *category, *email, *phone;
	struct date joined, left;
};
extern const struct listing member_listing;

/*
 * Enrols a person. Without a day: from the first session, or from today if the edition has begun and
 * is not over. The same again changes nothing; another role, status or day, or one participant more
 * than the edition's maximum, is refused.
 */
bool enrolment_add(struct store *store, const struct edition *edition, const char *handle, const char *role, const char *status,
    struct date on, struct refusal *why);

/* Ends a membership with that day, its last. `*already`: the same was there, and nothing was changed. */
bool enrolment_withdraw(struct store *store, const struct edition *edition, const char *handle, struct date on, const char *reason,
    bool *already, struct refusal *why);

/* The members, by family, given, handle; role and status choose some, or NULL. */
void member_list(struct store *store, const struct edition *edition, const char *role, const char *status, row_taker *take, void *context);

/* The person of that handle if they belong to the edition in any way; refused otherwise. */
bool member_find(struct store *store, const struct edition *edition, const char *handle, struct person *person, struct refusal *why);

/*
 * Findings about membership (RULES 1.7): fewer participants than the edition's minimum, more than its
 * maximum, one conductor only. An edition without any member is still being set up. EDITION_ALL: all open ones.
 */
void member_check(struct store *store, int64_t edition, row_taker *take, void *context);

#endif
