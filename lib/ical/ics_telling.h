/* What telling an event's days and following its rules share. */
#ifndef ICS_TELLING_H
#define ICS_TELLING_H

#include <balint/ics_spans.h>
#include "ics_time.h"

/* An event while its spans are told. */
struct telling {
	const struct ics_event *event;
	const struct years *years;
	const struct ics_reading *reading;
	struct ics_spans *spans;
	icalcomponent *component;
	struct icaltimetype start;
	int64_t length;    /* in seconds; of dates in whole days, at least one */
	int64_t *excluded; /* what EXDATE leaves out, rising */
	size_t excluded_count;
	bool good;
};

/* Complains at the value of the property, or at the event if it has none such. Always false. */
bool telling_complain(struct telling *telling, enum ics_property property, const char *what);

/* Adds the days from that time on; of a repeated event those that are not left out and in the years asked for. */
bool telling_add(struct telling *telling, struct icaltimetype time, bool repeated);

/* Reads EXDATE; then, behind it, follows RRULE and RDATE. */
bool telling_exclude(struct telling *telling);
bool telling_excludes(const struct telling *telling, struct icaltimetype time);
bool telling_follow(struct telling *telling, icalproperty *rule);
bool telling_more_dates(struct telling *telling);

#endif
