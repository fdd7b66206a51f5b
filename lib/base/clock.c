#include <balint/clock.h>
#include <balint/fatal.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Rome, from the system's zone data; a machine without them would silently give UTC. */
static void
live_in_rome(void)
{
	static bool done;
	if (done)
		return;
	setenv("TZ", "Europe/Rome", 1);
	tzset();
	if (strcmp(tzname[0], "CET") != 0)
		fatal(REFUSED, "the time zone Europe/Rome is not on this machine; install tzdata");
	done = true;
}

static bool
moment_parse(const char *text, struct moment *moment, struct refusal *why)
{
	char date[DATE_TEXT];
	const char *t = strchr(text, 'T');
	if (!t)
		return moment->time.minute = 0, date_parse(text, &moment->date, why);
	if (t - text >= DATE_TEXT)
		return refuse(why, "'%s' is not a date", text);
	snprintf(date, sizeof date, "%.*s", (int)(t - text), text);
	return date_parse(date, &moment->date, why) && time_parse(t + 1, &moment->time, why);
}

/* What BALINT_TODAY says; false without it. */
static bool
clock_told(struct moment *moment)
{
	const char *text = getenv("BALINT_TODAY");
	struct refusal why;
	if (!text || !*text)
		return false;
	if (!moment_parse(text, moment, &why))
		fatal(MISUSED, "BALINT_TODAY: %s", why.text);
	return true;
}

struct moment
clock_now(void)
{
	struct moment moment;
	if (clock_told(&moment))
		return moment;
	live_in_rome();
	time_t now = time(NULL);
	struct tm tm;
	localtime_r(&now, &tm);
	moment.date = date_of(tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
	moment.time.minute = tm.tm_hour * 60 + tm.tm_min;
	return moment;
}

struct date
clock_today(void)
{
	return clock_now().date;
}

char *
clock_stamp(char stamp[CLOCK_STAMP])
{
	time_t now = time(NULL);
	struct moment told = { 0 };
	struct tm tm;
	if (clock_told(&told)) {
		struct civil civil = date_civil(told.date);
		live_in_rome();
		tm = (struct tm){ .tm_year = civil.year - 1900, .tm_mon = civil.month - 1, .tm_mday = civil.day, .tm_min = told.time.minute, .tm_isdst = -1 };
		now = mktime(&tm);
	}
	gmtime_r(&now, &tm);
	strftime(stamp, CLOCK_STAMP, "%Y-%m-%dT%H:%M:%SZ", &tm);
	return stamp;
}

struct date
clock_day(const char *stamp)
{
	struct tm tm = { 0 };
	if (!strptime(stamp, "%Y-%m-%dT%H:%M:%SZ", &tm))
		return DATE_NONE;
	live_in_rome();
	time_t at = timegm(&tm);
	localtime_r(&at, &tm);
	return date_of(tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
}

bool
clock_reached(struct date date, struct daytime time)
{
	struct moment now = clock_now();
	return date.day < now.date.day || (date.day == now.date.day && time.minute <= now.time.minute);
}
