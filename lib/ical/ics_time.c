#include "ics_time.h"

#include <balint/fatal.h>

#include <stdio.h>
#include <string.h>

/* Not a zone whose rules could not be read: libical takes it for UTC. */
static icaltimezone *
zone_read(icaltimezone *zone)
{
	return zone && icaltimezone_get_component(zone) ? zone : NULL;
}

static icaltimezone *
rome(void)
{
	icaltimezone *zone = zone_read(icaltimezone_get_builtin_timezone("Europe/Rome"));
	if (!zone)
		fatal(REFUSED, "the rules of the time zone Europe/Rome cannot be read; is tzdata installed?");
	return zone;
}

/* A zone by its name, or by the name that Windows gives to it. */
static icaltimezone *
zone_named(const char *name)
{
	static const char *const windows[][2] = {
		{ "W. Europe Standard Time", "Europe/Rome" },
		{ "Central Europe Standard Time", "Europe/Budapest" },
		{ "Central European Standard Time", "Europe/Warsaw" },
		{ "Romance Standard Time", "Europe/Paris" },
		{ "GMT Standard Time", "Europe/London" },
		{ "E. Europe Standard Time", "Europe/Chisinau" },
		{ "GTB Standard Time", "Europe/Bucharest" },
		{ "FLE Standard Time", "Europe/Kiev" },
		{ "UTC", "Etc/UTC" },
	};
	for (size_t i = 0; i < sizeof windows / sizeof windows[0]; i++)
		if (strcmp(windows[i][0], name) == 0)
			return zone_read(icaltimezone_get_builtin_timezone(windows[i][1]));
	icaltimezone *zone = icaltimezone_get_builtin_timezone(name);
	return zone_read(zone ? zone : icaltimezone_get_builtin_timezone_from_tzid(name));
}

static bool
put_zone(icalproperty *property, struct icaltimetype *time, struct refusal *why)
{
	icalparameter *parameter = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
	const char *name = parameter ? icalparameter_get_tzid(parameter) : NULL;
	if (time->is_date || icaltime_is_utc(*time))
		return true;
	icaltimezone *zone = name ? zone_named(name) : rome();
	if (!zone)
		return refuse(why, "the time zone '%s' is unknown; write one such as Europe/Rome", name);
	icaltime_set_timezone(time, zone);
	return true;
}

bool
ics_time_check(icalproperty *property, struct icaltimetype *time, struct refusal *why)
{
	char text[48];
	struct date date;
	snprintf(text, sizeof text, "%04d-%02d-%02d", time->year, time->month, time->day);
	if (!date_parse(text, &date, why))
		return false;
	if (!time->is_date && (time->hour < 0 || time->hour > 23 || time->minute < 0 || time->minute > 59 || time->second < 0 || time->second > 60))
		return refuse(why, "'%02d:%02d:%02d' is no time of day", time->hour, time->minute, time->second);
	return put_zone(property, time, why);
}

struct date
ics_time_day(struct icaltimetype time)
{
	return date_of(time.year, time.month, time.day);
}

int64_t
ics_time_moment(struct icaltimetype time)
{
	if (!time.is_date)
		time = icaltime_convert_to_zone(time, icaltimezone_get_utc_timezone());
	int64_t seconds = time.is_date ? 0 : time.hour * 3600 + time.minute * 60 + time.second;
	return (int64_t)ics_time_day(time).day * ICS_DAY + seconds;
}

struct date
ics_moment_day(int64_t moment, bool is_date)
{
	int64_t day = moment / ICS_DAY - (moment % ICS_DAY < 0);
	int seconds = (int)(moment - day * ICS_DAY);
	struct date date = { (int32_t)day };
	if (is_date)
		return date;
	struct civil civil = date_civil(date);
	struct icaltimetype time = { .year = civil.year, .month = civil.month, .day = civil.day, .hour = seconds / 3600,
		.minute = seconds / 60 % 60, .second = seconds % 60, .zone = icaltimezone_get_utc_timezone() };
	return ics_time_day(icaltime_convert_to_zone(time, rome()));
}
