/*
 * Certificates of attendance. One is issued under a number, in a series without gaps per solar year, and a code; what it says is kept
 * as it was that day. It holds until the register says something else (stale), a newer one of the same enrolment by the same rule and
 * until the same day is issued (superseded), or it is taken back (revoked).
 */
#ifndef BALINT_CERTIFICATE_H
#define BALINT_CERTIFICATE_H

#include <balint/certificate_code.h>
#include <balint/rule.h>
#include <balint/tree.h>

enum { CERTIFICATE_NUMBER = 32 }; /* bytes of "12/2021", with the NUL */

/* By which terms to certify. */
struct certificate_wish {
	const struct edition *edition;
	const struct rule *rule; /* of participants; others are certified without one */
	bool ruled;              /* the rule was asked for by name */
	struct date as_of;       /* what was until that day; DATE_NONE: all of it, once it is over */
};

struct certificate_issued {
	int64_t id;
	bool new; /* false: the newest one says this already, and nothing was written */
	char superseded[CERTIFICATE_NUMBER]; /* the number of the one that was valid or stale until now, or "" */
};

/*
 * Issues a certificate to the member, or finds the newest one by that rule and until that day if that holds and says the same; else
 * the new one supersedes it, revoked or not. Refused: holes in the register (with their dates), sessions still to end, a rule that is
 * not fulfilled (with the figures), somebody who is no member or was never there.
 */
bool certificate_issue(struct store *store, const struct certificate_wish *wish, const char *handle, struct certificate_issued *issued,
    struct refusal *why);

/* Calls `take` with the handle of each participant, by family, given, handle. */
void certificate_candidates(struct store *store, const struct edition *edition, row_taker *take, void *context);

/* Adds to the list what balint-formats(5) has under TEMPLATES for a certificate; a draft's number and code are not shown. */
void certificate_tree(struct store *store, const struct certificate_issued *issued, const char *language, bool draft, struct tree *list);

/* What one says, and whether it holds. */
struct certificate_row {
	const char *number, *code, *status, *handle, *name, *edition, *role;
	struct date first, last;
	int64_t sessions, attended, scheduled_minutes, attended_minutes;
	int64_t percent; /* tenths of a percent, floored */
	const char *rule;
	struct date issued;
	const char *note; /* a sentence if it does not hold: what the register says now, what replaced it and what holds now, or why it was taken back */
	struct date as_of, born_on;
	const char *born_in, *tax_code, *association, *conductors, *dates;
};
extern const struct listing certificate_record;

/* The certificate of that code, as it is typed; `*holds` if it is valid. Refused if there is none. */
bool certificate_verify(struct store *store, const char *code, row_taker *take, void *context, bool *holds, struct refusal *why);

/* Takes it back, superseded or not, for a reason, or none until one is given. The same again changes nothing, another reason is refused. */
bool certificate_revoke(struct store *store, const char *code, const char *reason, struct refusal *why);

struct certificate_listed {
	const char *number, *code, *handle, *edition;
	struct date issued;
	const char *status;
};
extern const struct listing certificate_listing;

/* The certificates by their numbers, of one edition (EDITION_ALL: all, closed ones too) and person (COUNT_NONE: everybody). */
void certificate_list(struct store *store, int64_t edition, int64_t person, row_taker *take, void *context);

#endif
