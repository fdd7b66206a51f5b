#include <balint/clock.h>
#include <balint/query.h>
#include <balint/session.h>

struct years
session_years(struct store *store, int64_t edition, int said)
{
	struct years years = { 0 };
	if (said) {
		years_add(&years, said);
		return years;
	}
	struct query query = store_query(store,
	    SQL("SELECT DISTINCT CAST(substr(date, 1, 4) AS INTEGER)\n"
	        "  FROM session\n"
	        " WHERE edition = :edition\n"
	        " ORDER BY 1"),
	    ARG("edition", edition));
	while (query_next(&query))
		years_add(&years, (int)query_int(&query, 0));
	if (years.count > 0)
		return years;
	int now = date_civil(clock_today()).year;
	years_add(&years, now);
	if (now < 9999)
		years_add(&years, now + 1);
	return years;
}
