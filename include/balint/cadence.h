/*
 * The grid of possible dates: the first session plus every N weeks, expanded by libical as RFC 5545
 * recurs (FREQ=WEEKLY;INTERVAL=N) on civil dates.
 */
#ifndef BALINT_CADENCE_H
#define BALINT_CADENCE_H

#include <balint/date.h>

struct cadence;

/* A cadence that begins with `first`; free it with cadence_free, NULL is fine. */
struct cadence *cadence_new(struct date first, int weeks);
void cadence_free(struct cadence *cadence);

/* The next date, `first` at first; DATE_NONE after the year 9999. */
struct date cadence_next(struct cadence *cadence);

#endif
