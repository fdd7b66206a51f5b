/*
 * Italian national holidays as data with their years and laws (RULES 2). That a day is a Sunday is no
 * reason to skip it; Easter Sunday, which the law names, is.
 */
#ifndef BALINT_HOLIDAY_H
#define BALINT_HOLIDAY_H

#include <balint/date.h>
#include <balint/rows.h>

enum { HOLIDAY_TEXT = 256 };

struct holiday_row {
	struct date date;
	const char *name, *kind;
};
extern const struct listing holiday_listing;

/* Easter Sunday by the Gregorian computus, 1583 on. */
struct date easter(int year);

/* Whether the date is a national holiday; writes its name, or both names if two fall on one day. */
bool holiday_name(struct date date, char name[HOLIDAY_TEXT]);

/* The same with its law: `San Francesco d'Assisi (national holiday since 2026, L. 151/2025)`. */
bool holiday_explain(struct date date, char text[HOLIDAY_TEXT]);

/* The holidays of a year, by date. */
void holiday_list(int year, row_taker *take, void *context);

#endif
