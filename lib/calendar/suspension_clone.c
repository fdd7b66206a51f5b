/* Breaks and closures, brought to another year. */
#include <balint/holiday.h>
#include <balint/patron.h>
#include <balint/query.h>
#include <balint/suspension.h>

#include <string.h>

/* Easter Sunday of the years that the days reach into, if it is among them. */
static bool
has_easter(const struct suspension *days, struct date *sunday)
{
	for (int year = date_civil(days->first).year; year <= date_civil(days->last).year; year++) {
		*sunday = easter(year);
		if (days->first.day <= sunday->day && sunday->day <= days->last.day)
			return true;
	}
	return false;
}

/* Whether it is the day of a patron saint of the table, which need not be the same date in every year. */
static bool
find_patron(const struct suspension *days, struct patron *patron)
{
	const char *at = NULL;
	char label[PATRON_LABEL];
	while (patron_next(&at, patron))
		if (strcmp(patron_label(patron, label), days->label) == 0 && patron_date(patron, date_civil(days->first).year).day == days->first.day)
			return true;
	return false;
}

static struct suspension
years_later(const struct suspension *days, int years)
{
	struct suspension moved = *days;
	struct date sunday;
	struct patron patron;
	int year = date_civil(days->first).year;
	if (strcmp(days->kind, "closure") == 0 && find_patron(days, &patron)) {
		moved.first = moved.last = patron_date(&patron, year + years);
	} else if (has_easter(days, &sunday)) {
		int32_t shift = easter(date_civil(sunday).year + years).day - sunday.day;
		moved.first = date_plus_days(days->first, shift);
		moved.last = date_plus_days(days->last, shift);
	} else {
		moved.first = date_plus_months(days->first, 12 * years);
		moved.last = date_plus_months(days->last, 12 * years);
	}
	return moved;
}

static bool
is_there(struct store *store, const struct edition *edition, const struct suspension *days)
{
	return store_has(store,
	    SQL("SELECT 1\n"
	        "  FROM suspension\n"
	        " WHERE edition = :edition AND kind = :kind AND first_on = :first AND last_on = :last"),
	    ARG("edition", edition->id), ARG("kind", days->kind), ARG("first", days->first), ARG("last", days->last));
}

static bool
refuse_days(const struct edition *to, const struct suspension *days, struct refusal *why)
{
	char first[DATE_TEXT], last[DATE_TEXT];
	date_write(days->first, first);
	if (strcmp(days->kind, "closure") == 0)
		return refuse(why, "edition '%s' is there, without the closure of %s; to add it: balint-calendar closure add %s LABEL -e %s", to->code, first, first,
		    to->code);
	return refuse(why, "edition '%s' is there, without the break %s..%s; to add it: balint-calendar break add %s..%s LABEL -e %s", to->code, first,
	    date_write(days->last, last), first, last, to->code);
}

static bool
fits_in_time(const struct suspension *days, int years)
{
	return date_civil(days->first).year + years >= 1583 && date_civil(days->last).year + years <= 9999;
}

static bool
ends_before(const struct suspension *days, int years, struct date start)
{
	if (date_civil(days->first).year + years < 1583)
		return true;
	return fits_in_time(days, years) && years_later(days, years).last.day < start.day;
}

/* So many years later that the new edition has the days ahead of it, as early as can be. */
static int
years_to_season(const struct suspension *days, const struct cloning *cloning)
{
	int years = cloning->later;
	while (!ends_before(days, years, cloning->start))
		years -= cloning->season;
	while (ends_before(days, years, cloning->start))
		years += cloning->season;
	return years;
}

static bool
clone_days(struct store *store, const struct edition *to, const struct suspension *days, const struct cloning *cloning, struct refusal *why)
{
	int years = years_to_season(days, cloning);
	if (!fits_in_time(days, years))
		return refuse(why, "the %s '%s' would lie beyond the years that there are; remove it, or choose another --start", days->kind, days->label);
	struct suspension moved = years_later(days, years);
	if (is_there(store, to, &moved))
		return true;
	return cloning->existed ? refuse_days(to, &moved, why) : suspension_add(store, to->id, &moved, why);
}

bool
suspension_clone(struct store *store, const struct edition *from, const struct edition *to, const struct cloning *cloning, struct refusal *why)
{
	bool good = true;
	struct query query = store_query(store,
	    SQL("SELECT kind, first_on, last_on, label\n"
	        "  FROM suspension\n"
	        " WHERE edition = :from\n"
	        " ORDER BY id"),
	    ARG("from", from->id));
	while (good && query_next(&query)) {
		struct suspension days = { .kind = query_text(&query, 0), .first = query_date(&query, 1), .last = query_date(&query, 2), .label = query_text(&query, 3) };
		good = clone_days(store, to, &days, cloning, why);
	}
	query_end(&query);
	return good;
}
