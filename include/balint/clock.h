/*
 * Now: the clock, unless BALINT_TODAY says `YYYY-MM-DD` (midnight) or `YYYY-MM-DDTHH:MM`.
 * Local time is that of Europe/Rome, whatever zone the machine is set to.
 */
#ifndef BALINT_CLOCK_H
#define BALINT_CLOCK_H

#include <balint/date.h>

enum { CLOCK_STAMP = 21 }; /* bytes of "2021-02-17T20:00:00Z", with the NUL */

struct moment {
	struct date date;
	struct daytime time;
};

/* The local date and time of day. Ends the program if BALINT_TODAY cannot be read. */
struct moment clock_now(void);
struct date clock_today(void);

/* Now in UTC, as "2021-02-17T20:00:00Z" in the caller's buffer, which it returns. */
char *clock_stamp(char stamp[CLOCK_STAMP]);

/* The local day of such a stamp; DATE_NONE if the text is none. */
struct date clock_day(const char *stamp);

/* Whether the moment lies at or before now. */
bool clock_reached(struct date date, struct daytime time);

#endif
