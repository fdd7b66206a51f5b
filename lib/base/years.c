#include <balint/fatal.h>
#include <balint/years.h>

#include <stdlib.h>

void
years_add(struct years *years, int year)
{
	years->years = memory_resized(years->years, (years->count + 1) * sizeof *years->years);
	years->years[years->count++] = year;
}

bool
years_check(int year, struct refusal *why)
{
	return year == 0 || year >= 1583 || refuse(why, "--year: '%d' lies before the Gregorian calendar; years run from 1583", year);
}

void
years_release(struct years *years)
{
	free(years->years);
}

bool
years_touch(const struct years *years, struct date first, struct date last)
{
	int from = date_civil(first).year, to = date_civil(last).year;
	for (size_t i = 0; i < years->count; i++)
		if (years->years[i] >= from && years->years[i] <= to)
			return true;
	return false;
}
