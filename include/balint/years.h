/* Solar years that a command is about. */
#ifndef BALINT_YEARS_H
#define BALINT_YEARS_H

#include <balint/date.h>

#include <stddef.h>

struct years {
	int *years; /* rising; heap memory, see years_release */
	size_t count;
};

/* Adds one that lies behind all others. */
void years_add(struct years *years, int year);
void years_release(struct years *years);

/* Whether --year may say so: years run from 1583; 0 stands for a year that was not said. */
bool years_check(int year, struct refusal *why);

/* Whether a day from `first` to `last` is in one of them. */
bool years_touch(const struct years *years, struct date first, struct date last);

#endif
