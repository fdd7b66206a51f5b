/*
 * An edition: one group's programme. Its year is a part of its name and never a date; its open or
 * closed state decides whether commands that name no edition mean it.
 */
#ifndef BALINT_EDITION_H
#define BALINT_EDITION_H

#include <balint/date.h>
#include <balint/refusal.h>
#include <balint/rows.h>
#include <balint/store.h>
#include <balint/tree.h>

#define EDITION_ALL INT64_C(0) /* in place of an id: all open editions */

/* An edition as it stands in the store; texts are owned, see edition_release. */
struct edition {
	int64_t id;
	char *code, *title, *reference, *venue, *online, *joining, *leaving;
	int number, year, every, minutes, min, max;
	struct daytime at;
};

/* What can be said of an edition when it is added or set; what was not said is NULL, 0 or TIME_NONE, and "" takes a text away. */
struct edition_facts {
	const char *title, *programme, *composition, *venue, *online, *reference, *joining, *leaving, *about;
	int number, year, every, minutes, min, max;
	struct daytime at;
};

struct edition_row {
	const char *code, *title, *status;
	int64_t number, year, sessions, participants;
	struct date first, last;
	/* show has these too */
	const char *programme, *composition, *venue, *online, *reference, *joining, *leaving, *about;
	int64_t every, minutes, min, max;
	struct daytime at;
};
extern const struct listing edition_listing, edition_record;

/* Adds an edition; the same again changes nothing, other content is refused. */
bool edition_add(struct store *store, const char *code, const struct edition_facts *facts, struct refusal *why);

/* Changes what the facts say and leaves the rest. */
bool edition_set(struct store *store, const char *code, const struct edition_facts *facts, struct refusal *why);

/* All editions, by number, year, code; edition_show: the one of that code. */
void edition_list(struct store *store, row_taker *take, void *context);
void edition_show(struct store *store, const struct edition *edition, row_taker *take, void *context);

/* The edition of that code; refused with the nearest code if there is none. Release what it fills in. */
bool edition_find(struct store *store, const char *code, struct edition *edition, struct refusal *why);

/* The edition of that code, or the only open one if `code` is NULL; else refused with a list of them. */
bool edition_meant(struct store *store, const char *code, struct edition *edition, struct refusal *why);

/* What a new edition like another is to be; 0: the next number, and as many years on as its first session. */
struct cloning {
	struct date start; /* of the first session */
	int number, year;
	int later;   /* found out: so many years after the other one's first session */
	int season;  /* found out: so many years, at least one, do the other one's sessions take */
	bool weekday; /* found out: on the weekday of the other one's first session */
	bool existed; /* found out: it was there before, and all that is copied must be there as it is */
};

/*
 * Adds an edition with the facts of another; the same again changes nothing, other content is refused. Refused too without
 * sessions from which to count the years. The rows of other trades are theirs to copy, with what was found out.
 */
bool edition_clone(struct store *store, const struct edition *from, const char *code, struct cloning *cloning, struct refusal *why);

/* Enrols those who conduct the one edition, or did until its end, in the other, from its first session on. */
bool edition_clone_conductors(struct store *store, const struct edition *from, const struct edition *to, const struct cloning *cloning,
    struct refusal *why);

/* What does not tell an edition from another one. */
enum alike { ALIKE_IN_NOTHING, ALIKE_IN_NAME, ALIKE_IN_REFERENCES };

/* Looks for another edition of the same title, number and year, or with the same references of payments. Its code, if there is one, is the caller's. */
enum alike edition_alike(struct store *store, const struct edition *edition, char **code);

/* The end of an edition. */
struct closing {
	struct date on; /* its members' last day; DATE_NONE: that of the last session, or today if there is none, or it ends early */
	bool early;     /* though sessions are to come */
	/* found out: */
	bool already;     /* it was closed; nothing was changed */
	char *gave_up;    /* the handles of who applied or waited, with commas; NULL: nobody. The caller frees it */
	int64_t ahead;    /* sessions to come */
	int64_t unpaid;   /* instalments */
	int64_t open;     /* what is open of them, in cents */
	int64_t holes;    /* in the register, of participants */
	int64_t queued;   /* notices that wait */
};

/*
 * Closes an edition: its members have completed it on that day, or the one on which they joined if that is later; who applied or
 * waited is withdrawn. Refused while sessions are to come, unless it ends early, and on a day before a session that was held.
 * Closed again, nothing changes; another day is refused.
 */
bool edition_close(struct store *store, const struct edition *edition, struct closing *closing, struct refusal *why);

/* Takes that back, for everybody whose enrolment it ended; of an open edition, nothing. */
void edition_reopen(struct store *store, const struct edition *edition);

/* How many editions are open. */
int64_t edition_count_open(struct store *store);

/* Adds what stands at the head of its papers: association, title, number, edition_year. */
void edition_head(struct store *store, const struct edition *edition, struct tree *root);

void edition_release(struct edition *edition);

#endif
