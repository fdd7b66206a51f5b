/*
 * What the turns of an edition are worked out from: a table of participants by sessions, read in a handful of queries however many
 * there are of them.
 */
#ifndef ROTA_DATA_H
#define ROTA_DATA_H

#include <balint/rota.h>
#include <balint/session.h>

#define ROTA_NONE SIZE_MAX /* no member, no session */

/* In which order they come whose counts are the same and who have not presented in this edition. */
enum rota_group {
	ROTA_LEFT_OUT,  /* did not present in the last edition that they took part in */
	ROTA_NEWCOMER,  /* takes part in an edition for the first time */
	ROTA_PRESENTED, /* presented in it */
};

struct rota_member {
	int64_t person;
	char *handle, *family, *given;
	struct date first, last; /* the days of membership, both included */
	enum rota_group group;
	struct date before;      /* when they presented last before they came to this edition; DATE_NONE: never */
	/* as it is worked out */
	bool counted;  /* has come, and with a count to start from */
	int64_t count; /* presentations in this edition, and what they started from */
	int64_t debt;  /* which of the turns that are owed is owed to them; 0: none */
	size_t turn;   /* the session at which they presented last, or ROTA_NONE */
	size_t passed; /* the session for which they have been looked at already, or ROTA_NONE */
};

struct rota_session {
	int64_t id;
	struct date date;
	struct daytime finish;
	bool cancelled;
	size_t free; /* how many sessions before it are neither cancelled nor given out by hand */
};

/* One member at one session. */
struct rota_cell {
	bool away;        /* absent or excused by the mark that holds */
	bool pinned;      /* the turn is given to them by hand */
	char *kind;       /* of what they presented, or NULL */
	size_t next;      /* the next session, after this one, that is given to them by hand, or ROTA_NONE */
};

struct rota {
	struct rota_member *members; /* the participants by family, given, handle */
	size_t member_count;
	struct rota_session *sessions; /* by date */
	size_t session_count;
	struct rota_cell *cells; /* session by session */
	int64_t debts;           /* how many turns have been owed so far */
};

struct rota rota_load(struct store *store, int64_t edition);
void rota_release(struct rota *rota);

struct rota_cell *rota_cell(const struct rota *rota, size_t session, size_t member);

/* Whether they are a participant on the day of that session. */
bool rota_belongs(const struct rota *rota, size_t session, size_t member);

/* Somebody presents, or has the turn: it counts, and nothing is owed to them any more. */
void rota_take(struct rota *rota, size_t session, size_t member);

/* They were away on their turn, or it was cancelled: who is owed one already keeps the older claim. */
void rota_owe(struct rota *rota, size_t member);

/* Those who come with this session start from the lowest count of the others. */
void rota_join(struct rota *rota, size_t session);

/*
 * Whose turn this session is by the rule, or ROTA_NONE. Those who come before them and are away are owed a turn from now on.
 */
size_t rota_choose(struct rota *rota, size_t session);

#endif
