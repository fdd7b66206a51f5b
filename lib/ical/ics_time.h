/*
 * Dates and times of iCalendar as libical reads them, checked, and as days of Europe/Rome. A moment is a
 * count of seconds, in UTC for times and of whole days for dates; only days come out of it.
 */
#ifndef ICS_TIME_H
#define ICS_TIME_H

#include <balint/date.h>

#include <libical/ical.h>

enum { ICS_DAY = 24 * 60 * 60 };

/*
 * Checks a time that a property has, and puts its zone to it: UTC, the TZID's (also by Windows' names), or
 * Europe/Rome for a time without one. False with a reason.
 */
bool ics_time_check(icalproperty *property, struct icaltimetype *time, struct refusal *why);

int64_t ics_time_moment(struct icaltimetype time);

/* The day on the calendar of the time's own zone. */
struct date ics_time_day(struct icaltimetype time);

/* The day in Europe/Rome of a moment that lies before the year 10000. */
struct date ics_moment_day(int64_t moment, bool is_date);

#endif
