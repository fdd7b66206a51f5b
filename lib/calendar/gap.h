/* The dates of the cadence between two planned sessions that something skips, in order. */
#ifndef BALINT_CALENDAR_GAP_H
#define BALINT_CALENDAR_GAP_H

#include <balint/query.h>
#include <balint/suspension.h>

struct gaps {
	struct query query; /* the planned sessions */
	struct skips *skips;
	int weeks;
	struct date date, planned; /* the possible date looked at; the next planned session, DATE_NONE at the end */
	struct daytime start, finish;
	char reason[SKIP_TEXT]; /* why `date` is skipped */
};

/* Stands before the first skipped date of the edition; gaps_release frees what it holds. */
struct gaps gaps_open(struct store *store, const struct edition *edition);
void gaps_release(struct gaps *gaps);

/* Moves to the next skipped date; false, and DATE_NONE as the date, when there is none any more. */
bool gaps_next(struct gaps *gaps);

#endif
