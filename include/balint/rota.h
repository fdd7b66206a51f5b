/*
 * Whose turn it is to present (RULES 5.8). Turns are not stored but worked out anew each time, from the sessions, the
 * register, what was recorded of who presented, and the turns that somebody has given out by hand; so they always fit how
 * things stand. balint-attend(1) has the rule.
 */
#ifndef BALINT_ROTA_H
#define BALINT_ROTA_H

#include <balint/edition.h>
#include <balint/person.h>

/* One turn, or a session without one. */
struct rota_row {
	struct date date;
	const char *handle; /* whose turn it is, or was; NULL: nobody's */
	/*
	 * Of a session that is not over: fixed (given out by hand), proposed (worked out), open (nobody can take it). Of one
	 * that is, or is recorded: presented, missed (given out by hand, and not taken), unrecorded. And cancelled.
	 */
	const char *status;
	const char *family, *given;
	const char *kind;    /* of a turn presented */
	int64_t members;     /* how many participants there are on that day */
};
extern const struct listing rota_listing;

struct rota_choice {
	int count; /* so many sessions; 0: all */
	bool all;  /* past and cancelled ones too */
};

/*
 * The turns by date, family, given. Gives the day of the last session that is over if nobody is recorded for it, on which the
 * next turns depend; else DATE_NONE, as when none is to come.
 */
struct date rota_list(struct store *store, const struct edition *edition, const struct rota_choice *choice, row_taker *take, void *context);

/*
 * Who is to be named as presenting at that session: who did, else who has the turn by hand and has announced no absence, else, if
 * that is wanted, who is proposed. Calls `take` with a struct rota_row for each.
 */
void rota_named(struct store *store, int64_t session, bool proposed, row_taker *take, void *context);

#endif
