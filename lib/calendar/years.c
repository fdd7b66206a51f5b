#include <balint/clock.h>
#include <balint/edition.h>
#include <balint/fatal.h>
#include <balint/query.h>
#include <balint/years.h>

#include <stdlib.h>

static void
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
years_init(struct years *years, struct store *store, int64_t edition, int year)
{
	*years = (struct years){ 0 };
	if (year) {
		years_add(years, year);
		return;
	}
	struct query query = store_query(store,
	    SQL("SELECT DISTINCT CAST(substr(date, 1, 4) AS INTEGER)\n"
	        "  FROM session\n"
	        " WHERE edition = :edition\n"
	        " ORDER BY 1"),
	    ARG("edition", edition));
	while (query_next(&query))
		years_add(years, (int)query_int(&query, 0));
	if (years->count > 0)
		return;
	int now = date_civil(clock_today()).year;
	years_add(years, now);
	if (now < 9999)
		years_add(years, now + 1);
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
