#include "ics_telling.h"

#include <balint/fatal.h>

#include <stdlib.h>

enum { LAST_YEAR = 2582 }; /* that libical finds a recurrence in */

/* A moment, or a whole day, that is left out: comparable in one array. */
static int64_t
key_of(int64_t moment, bool whole_day)
{
	return 2 * moment + whole_day;
}

static int
compare_keys(const void *a, const void *b)
{
	int64_t one = *(const int64_t *)a, other = *(const int64_t *)b;
	return (one > other) - (one < other);
}

bool
telling_exclude(struct telling *telling)
{
	struct refusal why;
	icalproperty *property = icalcomponent_get_first_property(telling->component, ICAL_EXDATE_PROPERTY);
	for (; property; property = icalcomponent_get_next_property(telling->component, ICAL_EXDATE_PROPERTY)) {
		struct icaltimetype time = icalproperty_get_exdate(property);
		if (!ics_time_check(property, &time, &why))
			return telling_complain(telling, ICS_EXDATE, why.text);
		bool whole = time.is_date || telling->start.is_date;
		int64_t moment = whole ? (int64_t)ics_time_day(time).day * ICS_DAY : ics_time_moment(time);
		telling->excluded = memory_resized(telling->excluded, (telling->excluded_count + 1) * sizeof *telling->excluded);
		telling->excluded[telling->excluded_count++] = key_of(moment, whole);
	}
	if (telling->excluded)
		qsort(telling->excluded, telling->excluded_count, sizeof *telling->excluded, compare_keys);
	return true;
}

bool
telling_excludes(const struct telling *telling, struct icaltimetype time)
{
	int64_t day = key_of((int64_t)ics_time_day(time).day * ICS_DAY, true), moment = key_of(ics_time_moment(time), false);
	return telling->excluded
	    && (bsearch(&day, telling->excluded, telling->excluded_count, sizeof day, compare_keys)
	        || bsearch(&moment, telling->excluded, telling->excluded_count, sizeof moment, compare_keys));
}

/* UNTIL is compared here: libical loses the last time where UNTIL is a date, or UTC and the start is not. */
static bool
is_beyond(const struct telling *telling, struct icaltimetype until, struct icaltimetype time)
{
	if (icaltime_is_null_time(until))
		return false;
	if (until.is_date || telling->start.is_date)
		return ics_time_day(time).day > ics_time_day(until).day;
	return ics_time_moment(time) > ics_time_moment(until);
}

static bool
expand(struct telling *telling, icalrecur_iterator *iterator, struct icaltimetype until, int count)
{
	int last = telling->years->years[telling->years->count - 1];
	for (int i = 0; i < ICS_REPEATS_MOST; i++) {
		struct icaltimetype time = icalrecur_iterator_next(iterator);
		if (icaltime_is_null_time(time) && last > LAST_YEAR && count == 0)
			return telling_complain(telling, ICS_RRULE, "no rule can be followed beyond the year 2582");
		if (icaltime_is_null_time(time) || time.year > last + 1 || time.year > 9999)
			return true;
		time.is_date = telling->start.is_date;
		time.zone = telling->start.zone;
		if (is_beyond(telling, until, time))
			return true;
		if (!telling_add(telling, time, true))
			return false;
	}
	return telling_complain(telling, ICS_RRULE, "the event repeats too often");
}

bool
telling_follow(struct telling *telling, icalproperty *property)
{
	struct refusal why;
	struct icalrecurrencetype rule = icalproperty_get_rrule(property);
	struct icaltimetype until = rule.until, none = { 0 };
	if (rule.freq != ICAL_DAILY_RECURRENCE && rule.freq != ICAL_WEEKLY_RECURRENCE && rule.freq != ICAL_MONTHLY_RECURRENCE
	    && rule.freq != ICAL_YEARLY_RECURRENCE)
		return telling_complain(telling, ICS_RRULE, "an event of days repeats DAILY, WEEKLY, MONTHLY or YEARLY");
	if (!icaltime_is_null_time(until)) {
		if (!until.is_date && !icaltime_is_utc(until))
			until.zone = telling->start.zone;
		struct icaltimetype checked = until;
		if (!ics_time_check(property, &checked, &why))
			return telling_complain(telling, ICS_RRULE, why.text);
	}
	rule.until = none;
	icalrecur_iterator *iterator = icalrecur_iterator_new(rule, telling->start);
	if (!iterator)
		return telling_complain(telling, ICS_RRULE, "the rule cannot be followed");
	bool good = expand(telling, iterator, until, rule.count);
	icalrecur_iterator_free(iterator);
	return good;
}

bool
telling_more_dates(struct telling *telling)
{
	struct refusal why;
	icalproperty *property = icalcomponent_get_first_property(telling->component, ICAL_RDATE_PROPERTY);
	for (; property; property = icalcomponent_get_next_property(telling->component, ICAL_RDATE_PROPERTY)) {
		struct icaldatetimeperiodtype date = icalproperty_get_rdate(property);
		if (icaltime_is_null_time(date.time))
			return telling_complain(telling, ICS_RDATE, "a period is not taken; write its first day");
		if (!ics_time_check(property, &date.time, &why))
			return telling_complain(telling, ICS_RDATE, why.text);
		if (date.time.is_date != telling->start.is_date)
			return telling_complain(telling, ICS_RDATE, "a date and a time of day do not go together; DTSTART has the other");
		if (!telling_add(telling, date.time, true))
			return false;
	}
	return true;
}
