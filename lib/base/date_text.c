/* Dates, months and times as people write them, and as ISO 8601 does. */
#include <balint/date_words.h>
#include <balint/translation.h>

#include <stdio.h>
#include <string.h>

enum { YEAR_FIRST = 1583, YEAR_LAST = 9999 };

/* Reads exactly `most` digits, or from 1 to `most` if `fewer`; moves on. */
static bool
digits(const char **text, int most, bool fewer, int *number)
{
	int count = 0;
	for (*number = 0; count < most && **text >= '0' && **text <= '9'; count++, ++*text)
		*number = *number * 10 + (**text - '0');
	return fewer ? count > 0 : count == most;
}

static bool
skip(const char **text, char character)
{
	if (**text != character)
		return false;
	++*text;
	return true;
}

static bool
read_civil(const char *text, struct civil *civil)
{
	const char *iso = text;
	if (digits(&iso, 4, false, &civil->year) && skip(&iso, '-') && digits(&iso, 2, false, &civil->month) && skip(&iso, '-')
	    && digits(&iso, 2, false, &civil->day) && !*iso)
		return true;
	return digits(&text, 2, true, &civil->day) && skip(&text, '/') && digits(&text, 2, true, &civil->month)
	    && skip(&text, '/') && digits(&text, 4, false, &civil->year) && !*text;
}

bool
date_parse(const char *text, struct date *date, struct refusal *why)
{
	struct civil civil;
	if (!read_civil(text, &civil))
		return refuse(why, "'%s' is not a date; write it as 2021-02-17 or 17/02/2021", text);
	if (civil.year < YEAR_FIRST)
		return refuse(why, "'%s' is not a date: years run from %d to %d", text, YEAR_FIRST, YEAR_LAST);
	if (civil.month < 1 || civil.month > 12)
		return refuse(why, "'%s' is not a date: there is no month %d", text, civil.month);
	int days = date_civil(month_last_day(month_at(civil.year, civil.month))).day;
	if (civil.day < 1 || civil.day > days)
		return refuse(why, "'%s' is not a date: %s %d has %d days", text, month_name(month_at(civil.year, civil.month), translated("en")), civil.year, days);
	*date = date_of(civil.year, civil.month, civil.day);
	return true;
}

/* Splits `A..B` into two copies; false if there is no `..` or a part is empty or long. */
static bool
split_range(const char *text, char first[24], char last[24])
{
	const char *dots = strstr(text, "..");
	if (!dots || dots == text || dots - text >= 24 || !dots[2] || strlen(dots + 2) >= 24)
		return false;
	snprintf(first, 24, "%.*s", (int)(dots - text), text);
	snprintf(last, 24, "%s", dots + 2);
	return true;
}

bool
date_range_parse(const char *text, struct date_range *range, struct refusal *why)
{
	char first[24], last[24];
	if (!split_range(text, first, last))
		return refuse(why, "'%s' is not a range of dates; write it as 2025-12-20..2026-01-06", text);
	if (!date_parse(first, &range->first, why) || !date_parse(last, &range->last, why))
		return false;
	if (range->first.day > range->last.day)
		return refuse(why, "'%s' ends before it begins", text);
	return true;
}

bool
month_parse(const char *text, struct month *month, struct refusal *why)
{
	const char *rest = text;
	int year, number;
	if (!digits(&rest, 4, false, &year) || !skip(&rest, '-') || !digits(&rest, 2, false, &number) || *rest
	    || year < YEAR_FIRST || number < 1 || number > 12)
		return refuse(why, "'%s' is not a month; write it as 2021-03", text);
	*month = month_at(year, number);
	return true;
}

bool
month_range_parse(const char *text, struct month_range *range, struct refusal *why)
{
	char first[24], last[24];
	if (!split_range(text, first, last))
		return refuse(why, "'%s' is not a range of months; write it as 2021-02..2021-06", text);
	if (!month_parse(first, &range->first, why) || !month_parse(last, &range->last, why))
		return false;
	if (range->first.month > range->last.month)
		return refuse(why, "'%s' ends before it begins", text);
	return true;
}

bool
time_parse(const char *text, struct daytime *time, struct refusal *why)
{
	const char *rest = text;
	int hour, minute;
	if (!digits(&rest, 2, true, &hour) || !skip(&rest, ':') || !digits(&rest, 2, false, &minute) || *rest || minute > 59
	    || hour * 60 + minute > 24 * 60)
		return refuse(why, "'%s' is not a time of day; write it as 21:00", text);
	time->minute = hour * 60 + minute;
	return true;
}

/* Writes a number of a fixed count of digits: a million rows have no time for printf. */
static char *
write_digits(char *text, int number, int count)
{
	for (int i = count; i-- > 0; number /= 10)
		text[i] = (char)('0' + number % 10);
	return text + count;
}

char *
date_write(struct date date, char text[DATE_TEXT])
{
	*text = '\0';
	if (!date_given(date))
		return text;
	struct civil civil = date_civil(date);
	char *end = write_digits(text, civil.year, 4);
	*end++ = '-';
	end = write_digits(end, civil.month, 2);
	*end++ = '-';
	*write_digits(end, civil.day, 2) = '\0';
	return text;
}

char *
month_write(struct month month, char text[MONTH_TEXT])
{
	*text = '\0';
	if (!month_given(month))
		return text;
	char *end = write_digits(text, month.month / 12, 4);
	*end++ = '-';
	*write_digits(end, month.month % 12 + 1, 2) = '\0';
	return text;
}

char *
time_write(struct daytime time, char text[TIME_TEXT])
{
	*text = '\0';
	if (!time_given(time))
		return text;
	char *end = write_digits(text, time.minute / 60, 2);
	*end++ = ':';
	*write_digits(end, time.minute % 60, 2) = '\0';
	return text;
}
