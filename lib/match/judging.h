/* A verdict in the making. */
#ifndef BALINT_MATCH_JUDGING_H
#define BALINT_MATCH_JUDGING_H

#include "internal.h"

struct judging {
	struct matcher *matcher;
	const struct match_credit *credit;
	struct people people;
	struct picked picked;
	const char *doubt;
};

/* The verdict with its reason: the money is given to what was picked, or left. */
enum match_kind judging_give(struct judging *judging, enum match_kind kind, const char *why);
enum match_kind judging_leave(struct judging *judging, enum match_kind kind, const char *why);
enum match_kind judging_not_picked(struct judging *judging, enum picking picking);

/* The first doubt counts. */
void judging_doubt(struct judging *judging, const char *doubt);

/* One person: the instalments that are named, or all that is open. */
enum match_kind weigh_one(struct judging *judging);

#endif
