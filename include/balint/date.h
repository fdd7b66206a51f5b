/*
 * Civil dates, months and times of day in the Gregorian calendar: whole numbers, never seconds,
 * so that 21:00 stays 21:00 across the change of the clocks (RULES 1.1).
 * Years run from 1583, the first whole Gregorian year, to 9999.
 */
#ifndef BALINT_DATE_H
#define BALINT_DATE_H

#include <balint/refusal.h>

#include <stdbool.h>
#include <stdint.h>

struct date {
	int32_t day; /* days since 1970-01-01 */
};

struct month {
	int32_t month; /* 12 * year + (0 for January … 11) */
};

struct daytime {
	int32_t minute; /* minutes since midnight, 0 … 1440 */
};

struct civil {
	int year, month, day; /* month and day from 1 */
};

struct date_range {
	struct date first, last; /* both belong to it */
};

struct month_range {
	struct month first, last; /* both belong to it */
};

struct weekdays {
	unsigned days; /* bit 1 is Monday … bit 7 Sunday; none of them: any day */
};

enum { DATE_TEXT = 11, MONTH_TEXT = 8, TIME_TEXT = 6 }; /* bytes of the written forms, with the NUL */

#define DATE_NONE ((struct date){ INT32_MIN })
#define MONTH_NONE ((struct month){ INT32_MIN })
#define TIME_NONE ((struct daytime){ INT32_MIN })

/* Whether the value is there at all. */
bool date_given(struct date date);
bool month_given(struct month month);
bool time_given(struct daytime time);

/* Reads `2021-02-17` or `17/02/2021`; refuses a day that does not exist, with the reason. */
bool date_parse(const char *text, struct date *date, struct refusal *why);

/* Reads `2021-02-17..2021-03-01`; the first day may not lie after the last. */
bool date_range_parse(const char *text, struct date_range *range, struct refusal *why);

/* Reads `2021-03`. */
bool month_parse(const char *text, struct month *month, struct refusal *why);

/* Reads `2021-03..2021-05`. */
bool month_range_parse(const char *text, struct month_range *range, struct refusal *why);

/* Reads `21:00`, from 00:00 to 24:00. */
bool time_parse(const char *text, struct daytime *time, struct refusal *why);

/*
 * Adds the days of the week that the text names, several with commas, to the set: `mon`, `monday`, `lun`,
 * `lunedì`, capital or not. An unknown one is refused with the nearest.
 */
bool weekdays_parse(const char *text, struct weekdays *days, struct refusal *why);

/* Whether the date is one of those days. */
bool weekdays_have(struct weekdays days, struct date date);

/* Write the ISO form into the caller's buffer and return it; the empty text for a value that is not there. */
char *date_write(struct date date, char text[DATE_TEXT]);
char *month_write(struct month month, char text[MONTH_TEXT]);
char *time_write(struct daytime time, char text[TIME_TEXT]);

/* The date of a civil day that exists, and back. */
struct date date_of(int year, int month, int day);
struct civil date_civil(struct date date);

/* N days, weeks or months later (earlier, if negative). Months keep the day, or take the month's last. */
struct date date_plus_days(struct date date, int days);
struct date date_plus_weeks(struct date date, int weeks);
struct date date_plus_months(struct date date, int months);

/* Monday is 1, Sunday 7, as in ISO 8601. */
int date_weekday(struct date date);

struct month month_of(struct date date);
struct month month_at(int year, int month);
struct month month_plus(struct month month, int months);
int month_year(struct month month);
struct date month_first_day(struct month month);
struct date month_last_day(struct month month);

#endif
