#include <balint/date.h>

enum { DAYS_OF_400_YEARS = 146097 };

bool
date_given(struct date date)
{
	return date.day != DATE_NONE.day;
}

bool
month_given(struct month month)
{
	return month.month != MONTH_NONE.month;
}

bool
time_given(struct daytime time)
{
	return time.minute != TIME_NONE.minute;
}

static int
floor_divide(int value, int divisor)
{
	return value / divisor - (value % divisor < 0);
}

/* Counts years from March, so that the leap day is a year's last; day 0 is 1970-01-01. */
struct date
date_of(int year, int month, int day)
{
	int march_year = year - (month <= 2);
	int era = floor_divide(march_year, 400);
	int year_of_era = march_year - era * 400;
	int day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
	int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
	return (struct date){ era * DAYS_OF_400_YEARS + day_of_era - 719468 };
}

struct civil
date_civil(struct date date)
{
	int days = date.day + 719468;
	int era = floor_divide(days, DAYS_OF_400_YEARS);
	int day_of_era = days - era * DAYS_OF_400_YEARS;
	int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
	int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int march_month = (5 * day_of_year + 2) / 153;
	int month = march_month < 10 ? march_month + 3 : march_month - 9;
	return (struct civil){
		.year = year_of_era + era * 400 + (month <= 2),
		.month = month,
		.day = day_of_year - (153 * march_month + 2) / 5 + 1,
	};
}

struct date
date_plus_days(struct date date, int days)
{
	return (struct date){ date.day + days };
}

struct date
date_plus_weeks(struct date date, int weeks)
{
	return date_plus_days(date, 7 * weeks);
}

struct date
date_plus_months(struct date date, int months)
{
	int day = date_civil(date).day;
	struct month month = month_plus(month_of(date), months);
	struct civil last = date_civil(month_last_day(month));
	return date_of(last.year, last.month, day < last.day ? day : last.day);
}

int
date_weekday(struct date date)
{
	int days = date.day + 3; /* 1970-01-01 was a Thursday */
	return days - floor_divide(days, 7) * 7 + 1;
}

struct month
month_at(int year, int month)
{
	return (struct month){ year * 12 + month - 1 };
}

struct month
month_of(struct date date)
{
	struct civil civil = date_civil(date);
	return month_at(civil.year, civil.month);
}

struct month
month_plus(struct month month, int months)
{
	return (struct month){ month.month + months };
}

int
month_year(struct month month)
{
	return month.month / 12;
}

struct date
month_first_day(struct month month)
{
	return date_of(month.month / 12, month.month % 12 + 1, 1);
}

struct date
month_last_day(struct month month)
{
	return date_plus_days(month_first_day(month_plus(month, 1)), -1);
}
