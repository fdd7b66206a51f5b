#include <balint/cadence.h>
#include <balint/fatal.h>

#include <libical/ical.h>
#include <stdlib.h>

struct cadence {
	icalrecur_iterator *iterator;
};

/* No COUNT or UNTIL: as a date on a timed series, or in UTC on a floating one, UNTIL loses the last session. */
struct cadence *
cadence_new(struct date first, int weeks)
{
	struct civil civil = date_civil(first);
	/* icaltime_null_date() will not do: its hours are -1, and every step would lose a day. */
	struct icaltimetype start = { .year = civil.year, .month = civil.month, .day = civil.day, .is_date = 1 };
	struct icalrecurrencetype rule;
	icalrecurrencetype_clear(&rule);
	rule.freq = ICAL_WEEKLY_RECURRENCE;
	rule.interval = (short)weeks;
	struct cadence *cadence = memory(sizeof *cadence);
	cadence->iterator = icalrecur_iterator_new(rule, start);
	if (!cadence->iterator)
		fatal(REFUSED, "nothing can be planned every %d weeks from %04d on", weeks, civil.year);
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
	if (icaltime_is_null_time(next) || next.year > 9999)
		return DATE_NONE;
	return date_of(next.year, next.month, next.day);
}
