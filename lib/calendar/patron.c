#include <balint/date_words.h>
#include <balint/fatal.h>
#include <balint/holiday.h>
#include <balint/patron.h>
#include <balint/share.h>
#include <balint/text.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct column columns[] = {
	TEXT_COLUMN(struct patron_row, city),
	TEXT_COLUMN(struct patron_row, code),
	DATE_COLUMN(struct patron_row, date),
	TEXT_COLUMN(struct patron_row, saint),
};
const struct listing patron_listing = LISTING(columns);

enum { CITIES_MOST = 256 };

bool
patron_next(const char **at, struct patron *patron)
{
	char *const cells[] = { patron->code, patron->city, patron->day, patron->saint, patron->title };
	const char *line = *at ? *at : share_file("patrons.tsv");
	while (*line == '#')
		line += strcspn(line, "\n") + 1;
	if (!*line)
		return false;
	for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++) {
		size_t length = strcspn(line, "\t\n");
		snprintf(cells[i], PATRON_TEXT, "%.*s", (int)length, line);
		line += length + (line[length] == '\t');
	}
	*at = line + (*line == '\n');
	return true;
}

/* Whether the row is that city's, or a capital of that province. */
static bool
is_called(const struct patron *patron, const char *folded)
{
	char *city = text_fold(patron->city), *code = text_fold(patron->code);
	bool called = strcmp(city, folded) == 0 || strcmp(code, folded) == 0;
	free(city);
	free(code);
	return called;
}

/* With the city that may have been meant. */
static bool
refuse_unknown(const char *city, const char *folded, struct refusal *why)
{
	struct patron patron;
	const char *at = NULL;
	char nearest[2 * PATRON_TEXT] = "", meant[PATRON_TEXT];
	while (patron_next(&at, &patron)) {
		char *name = text_fold(patron.city);
		const char *pair[] = { *nearest ? nearest : name, name, NULL }, *closest = text_closest(folded, pair);
		if (closest && strcmp(closest, nearest) != 0) {
			snprintf(nearest, sizeof nearest, "%s", name);
			snprintf(meant, sizeof meant, "%s", patron.city);
		}
		free(name);
	}
	if (*nearest)
		return refuse(why, "patron: unknown '%s'; did you mean '%s'?", city, meant);
	return refuse(why, "patron: unknown '%s'; 'balint-calendar patron list' shows the cities", city);
}

/* "BT has several capitals: Andria, Barletta, Trani". */
static bool
refuse_several(const char *city, const char *folded, struct refusal *why)
{
	struct patron patron;
	const char *at = NULL;
	char cities[256] = "";
	while (patron_next(&at, &patron))
		if (is_called(&patron, folded))
			snprintf(cities + strlen(cities), sizeof cities - strlen(cities), "%s%s", *cities ? ", " : "", patron.city);
	return refuse(why, "patron: '%s' has several capitals; name one of: %s", city, cities);
}

bool
patron_find(const char *city, struct patron *patron, struct refusal *why)
{
	struct patron row;
	const char *at = NULL;
	size_t found = 0;
	char *folded = text_fold(city);
	while (patron_next(&at, &row))
		if (is_called(&row, folded) && found++ == 0)
			*patron = row;
	bool good = found == 1 || (found ? refuse_several(city, folded, why) : refuse_unknown(city, folded, why));
	free(folded);
	return good;
}

/* Days after a day on which others depend: "+4", or nothing. */
static struct date
days_after(struct date date, const char *text)
{
	return *text == '+' ? date_plus_days(date, atoi(text + 1)) : date;
}

/* "sun2": the second Sunday of the month that begins with `first`. */
static struct date
weekday_of_month(struct date first, const char *text)
{
	for (int i = 0; i < 7; i++) {
		struct date date = date_plus_days(first, i);
		if (strncasecmp(text, date_weekday_short(date, "en"), 3) == 0)
			return days_after(date_plus_weeks(date, text[3] - '1'), text + 4);
	}
	return DATE_NONE;
}

struct date
patron_date(const struct patron *patron, int year)
{
	const char *day = patron->day;
	int month = atoi(day);
	if (strncmp(day, "easter", 6) == 0)
		return days_after(easter(year), day + 6);
	if (month < 1 || month > 12 || strlen(day) < 5)
		return DATE_NONE;
	if (day[3] >= '0' && day[3] <= '9')
		return date_of(year, month, atoi(day + 3));
	return weekday_of_month(date_of(year, month, 1), day + 3);
}

char *
patron_label(const struct patron *patron, char label[PATRON_LABEL])
{
	const char *city = patron->city, *of = "di ";
	if (strncmp(city, "L'", 2) == 0)
		of = "dell'", city += 2;
	else if (strncmp(city, "La ", 3) == 0)
		of = "della ", city += 3;
	snprintf(label, PATRON_LABEL, "%s (%s %s%s)", patron->saint, patron->title, of, city);
	return label;
}

static int
compare_cities(const void *a, const void *b)
{
	char *one = text_fold(((const struct patron *)a)->city), *other = text_fold(((const struct patron *)b)->city);
	int order = strcmp(one, other);
	free(one);
	free(other);
	return order;
}

bool
patron_list(int year, const char *city, row_taker *take, void *context, struct refusal *why)
{
	struct patron *patrons = memory(CITIES_MOST * sizeof *patrons);
	const char *at = NULL;
	size_t count = 0;
	char *folded = city ? text_fold(city) : NULL;
	while (count < CITIES_MOST && patron_next(&at, &patrons[count]))
		count += !folded || is_called(&patrons[count], folded);
	qsort(patrons, count, sizeof *patrons, compare_cities);
	for (size_t i = 0; i < count; i++) {
		struct patron_row row = { patrons[i].city, patrons[i].code, patron_date(&patrons[i], year), patrons[i].saint };
		take(context, &row);
	}
	bool good = count > 0 || refuse_unknown(city, folded, why);
	free(folded);
	free(patrons);
	return good;
}
