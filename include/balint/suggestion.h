/*
 * First dates for a calendar: where so many sessions of a cadence fit between two days, and how many
 * of its dates each would lose to holidays, breaks and closures.
 */
#ifndef BALINT_SUGGESTION_H
#define BALINT_SUGGESTION_H

#include <balint/suspension.h>

struct suggestion_row {
	struct date from;
	int64_t lost; /* dates of the cadence that are skipped, from the first session to the last */
	struct date last;
};
extern const struct listing suggestion_listing;

/* What is asked for. */
struct wish {
	struct date_range between; /* the first session to the last one */
	int count, every, limit;   /* sessions held; weeks; suggestions, 0 for all */
	struct weekdays days;
};

/*
 * Every first date that will do, the fewest lost first, then the earliest. Refused if there is none,
 * with how many sessions would fit. The time it takes grows with the days between, not with `count`.
 */
bool suggestion_list(const struct wish *wish, const struct skips *skips, row_taker *take, void *context, struct refusal *why);

#endif
