#include <balint/cadence.h>
#include <balint/fatal.h>

#include <libical/ical.h>
#include <stdlib.h>

/*
 * libical's recurrences end with the year 2582. The calendar repeats itself every 400 years, weekdays
 * included, so every date is looked for in the cycle from 1600 on, and found again in its own.
 */
enum { CYCLE_YEARS = 400, CYCLE_DAYS = 146097, CYCLE_FIRST = 1600 };

struct cadence {
	icalrecur_iterator *iterator;
	int weeks;
	int shift; /* days from the cycle of the iterator to the dates meant */
};

/* No COUNT or UNTIL: as a date on a timed series, or in UTC on a floating one, UNTIL loses the last session. */
static void
begin(struct cadence *cadence, struct date first)
{
	int year = date_civil(first).year;
	int cycles = year >= CYCLE_FIRST ? (year - CYCLE_FIRST) / CYCLE_YEARS : -1;
	cadence->shift = cycles * CYCLE_DAYS;
	struct civil civil = date_civil(date_plus_days(first, -cadence->shift));
	/* icaltime_null_date() will not do: its hours are -1, and every step would lose a day. */
	struct icaltimetype start = { .year = civil.year, .month = civil.month, .day = civil.day, .is_date = 1 };
	struct icalrecurrencetype rule;
	icalrecurrencetype_clear(&rule);
	rule.freq = ICAL_WEEKLY_RECURRENCE;
	rule.interval = (short)cadence->weeks;
	cadence->iterator = icalrecur_iterator_new(rule, start);
	if (!cadence->iterator)
		fatal(REFUSED, "nothing can be planned every %d weeks from the year %d on", cadence->weeks, year);
}

struct cadence *
cadence_new(struct date first, int weeks)
{
	struct cadence *cadence = memory(sizeof *cadence);
	cadence->weeks = weeks;
	begin(cadence, first);
	return cadence;
}

void
cadence_free(struct cadence *cadence)
{
	if (!cadence)
		return;
	icalrecur_iterator_free(cadence->iterator);
	free(cadence);
}

struct date
cadence_next(struct cadence *cadence)
{
	struct icaltimetype next = icalrecur_iterator_next(cadence->iterator);
	if (icaltime_is_null_time(next))
		fatal(REFUSED, "the recurrence ends before its time");
	struct date date = date_plus_days(date_of(next.year, next.month, next.day), cadence->shift);
	if (date_civil(date).year > 9999)
		return DATE_NONE;
	if (next.year >= CYCLE_FIRST + CYCLE_YEARS) {
		icalrecur_iterator_free(cadence->iterator);
		begin(cadence, date);
		icalrecur_iterator_next(cadence->iterator); /* the date itself, once more */
	}
	return date;
}
