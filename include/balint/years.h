/* Solar years that a command is about: one that was said, or those that follow from the edition. */
#ifndef BALINT_YEARS_H
#define BALINT_YEARS_H

#include <balint/date.h>
#include <balint/store.h>

#include <stddef.h>

struct years {
	int *years; /* rising, at least one */
	size_t count;
};

/*
 * The year, if it is not 0; else those in which the edition has sessions; else (EDITION_ALL, or no
 * sessions yet) this one and the next. Release what it makes.
 */
void years_init(struct years *years, struct store *store, int64_t edition, int year);
void years_release(struct years *years);

/* Whether --year may say so: years run from 1583; 0 stands for a year that was not said. */
bool years_check(int year, struct refusal *why);

/* Whether a day from `first` to `last` is in one of them. */
bool years_touch(const struct years *years, struct date first, struct date last);

#endif
