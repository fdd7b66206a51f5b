#include <balint/holiday.h>
#include <balint/translation.h>

#include <stdio.h>
#include <string.h>

static const struct column columns[] = {
	DATE_COLUMN(struct holiday_row, date),
	TEXT_COLUMN(struct holiday_row, name),
	TEXT_COLUMN(struct holiday_row, kind),
};
const struct listing holiday_listing = LISTING(columns);

enum { FOREVER = 9999, LAW = 1949, EASTER = 0 }; /* month 0: days after Easter */

/* One row a spell of years in which a day was a holiday, and the law that made or ended it. */
static const struct holiday {
	int month, day, first, last;
	const char *name, *law;
} holidays[] = {
	{ EASTER, 0, LAW, FOREVER, "Pasqua", "L. 260/1949" },
	{ EASTER, 1, LAW, FOREVER, "Lunedì dell'Angelo", "L. 260/1949" },
	{ EASTER, 39, LAW, 1976, "Ascensione", "L. 54/1977" },
	{ EASTER, 60, LAW, 1976, "Corpus Domini", "L. 54/1977" },
	{ 1, 1, LAW, FOREVER, "Capodanno", "L. 260/1949" },
	{ 1, 6, LAW, 1977, "Epifania", "L. 54/1977" },
	{ 1, 6, 1986, FOREVER, "Epifania", "DPR 792/1985" },
	{ 3, 17, 2011, 2011, "Anniversario dell'Unità d'Italia", "DL 5/2011" },
	{ 3, 19, LAW, 1976, "San Giuseppe", "L. 54/1977" },
	{ 4, 25, LAW, FOREVER, "Liberazione", "L. 260/1949" },
	{ 5, 1, LAW, FOREVER, "Festa del lavoro", "L. 260/1949" },
	{ 6, 2, LAW, 1976, "Festa della Repubblica", "L. 54/1977" },
	{ 6, 2, 1986, 1986, "Festa della Repubblica", "L. 200/1986" },
	{ 6, 2, 2001, FOREVER, "Festa della Repubblica", "L. 336/2000" },
	{ 6, 29, LAW, 1976, "SS. Pietro e Paolo", "L. 54/1977" },
	{ 8, 15, LAW, FOREVER, "Assunzione", "L. 260/1949" },
	{ 10, 4, 2026, FOREVER, "San Francesco d'Assisi", "L. 151/2025" },
	{ 11, 1, LAW, FOREVER, "Ognissanti", "L. 260/1949" },
	{ 11, 4, LAW, 1976, "Unità nazionale", "L. 54/1977" },
	{ 12, 8, LAW, FOREVER, "Immacolata", "L. 260/1949" },
	{ 12, 25, LAW, FOREVER, "Natale", "L. 260/1949" },
	{ 12, 26, LAW, FOREVER, "Santo Stefano", "L. 260/1949" },
};

static bool
falls_on(const struct holiday *holiday, struct date date, struct civil civil)
{
	if (civil.year < holiday->first || civil.year > holiday->last)
		return false;
	if (holiday->month == EASTER)
		return date_plus_days(easter(civil.year), holiday->day).day == date.day;
	return holiday->month == civil.month && holiday->day == civil.day;
}

static void
write_name(const struct holiday *holiday, char text[HOLIDAY_TEXT])
{
	snprintf(text, HOLIDAY_TEXT, "%s", holiday->name);
}

static void
write_law(const struct holiday *holiday, char text[HOLIDAY_TEXT])
{
	if (holiday->first == holiday->last)
		snprintf(text, HOLIDAY_TEXT, translated("%s (national holiday in %d, %s)"), holiday->name, holiday->first, holiday->law);
	else if (holiday->last == FOREVER)
		snprintf(text, HOLIDAY_TEXT, translated("%s (national holiday since %d, %s)"), holiday->name, holiday->first, holiday->law);
	else
		snprintf(text, HOLIDAY_TEXT, translated("%s (national holiday until %d, %s)"), holiday->name, holiday->last, holiday->law);
}

/* The texts of all holidays that fall on the date, with `; ` between them. */
static bool
describe(struct date date, void (*write)(const struct holiday *, char[HOLIDAY_TEXT]), char text[HOLIDAY_TEXT])
{
	struct civil civil = date_civil(date);
	*text = '\0';
	for (size_t i = 0; i < sizeof holidays / sizeof holidays[0]; i++) {
		char one[HOLIDAY_TEXT];
		size_t used = strlen(text);
		if (!falls_on(&holidays[i], date, civil))
			continue;
		write(&holidays[i], one);
		snprintf(text + used, HOLIDAY_TEXT - used, "%s%s", used ? "; " : "", one);
	}
	return *text != '\0';
}

bool
holiday_name(struct date date, char name[HOLIDAY_TEXT])
{
	return describe(date, write_name, name);
}

bool
holiday_explain(struct date date, char text[HOLIDAY_TEXT])
{
	return describe(date, write_law, text);
}

void
holiday_list(int year, row_taker *take, void *context)
{
	struct date last = date_of(year, 12, 31);
	for (struct date date = date_of(year, 1, 1); date.day <= last.day; date = date_plus_days(date, 1)) {
		char name[HOLIDAY_TEXT];
		struct holiday_row row = { date, name, "national" };
		if (holiday_name(date, name))
			take(context, &row);
	}
}
