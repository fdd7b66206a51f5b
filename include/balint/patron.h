/*
 * Patron saints' days of the capitals of the Italian provinces, by share/patrons.tsv, which says how its
 * days are written. They are offered by name; nothing skips them unasked.
 */
#ifndef BALINT_PATRON_H
#define BALINT_PATRON_H

#include <balint/date.h>
#include <balint/rows.h>

enum { PATRON_TEXT = 72, PATRON_LABEL = 256 };

/* One row of the table. */
struct patron {
	char code[PATRON_TEXT];  /* "TO" */
	char city[PATRON_TEXT];  /* "Torino" */
	char day[PATRON_TEXT];   /* "06-24", "05-sun2", "05-sun2+4" or "easter+50" */
	char saint[PATRON_TEXT]; /* "San Giovanni Battista" */
	char title[PATRON_TEXT]; /* "patrono", "patrona", "patroni" or "festa" */
};

struct patron_row {
	const char *city, *code;
	struct date date;
	const char *saint;
};
extern const struct listing patron_listing;

/* The next row of the table: `*at` begins as NULL and keeps the place. False at the end. */
bool patron_next(const char **at, struct patron *patron);

/*
 * The row of that city, said by its name or its province's code, in whatever case and without accents.
 * Refused with the name that may have been meant, or with the capitals where the code has several.
 */
bool patron_find(const char *city, struct patron *patron, struct refusal *why);

/* The day in that year, 1583 to 9999; DATE_NONE if the table's day cannot be read. */
struct date patron_date(const struct patron *patron, int year);

/* "San Giovanni Battista (patrono di Torino)", in the caller's buffer, which it returns. */
char *patron_label(const struct patron *patron, char label[PATRON_LABEL]);

/* The days of a year by city; those of one city, or of all capitals of a province, if `city` is not NULL. */
bool patron_list(int year, const char *city, row_taker *take, void *context, struct refusal *why);

#endif
