/*
 * What conductors have done, as bodies that accredit them ask: sessions led and co-led, and of what kind the cases were that were
 * presented there. Nothing in it leads to a participant.
 */
#ifndef BALINT_CONDUCTING_H
#define BALINT_CONDUCTING_H

#include <balint/edition.h>
#include <balint/rows.h>

struct conducting_choice {
	int64_t edition;          /* EDITION_ALL: all, closed ones too */
	int64_t person;           /* COUNT_NONE: all conductors */
	struct date first, last;  /* of the sessions that count; DATE_NONE: no limit */
	bool summed;              /* one row a conductor, whatever the editions */
};

struct conducting_row {
	const char *handle, *edition; /* the code; "*" of a sum over all */
	int64_t led, co_led, minutes;
	int64_t cases, group_events, institutions;
	struct date first, last;
};
extern const struct listing conducting_listing;

/*
 * Sessions that have begun, are not cancelled, and where the conductor was, which they were unless marked otherwise; by family, given,
 * handle, edition. Who has none has no row.
 */
void conducting_list(struct store *store, const struct conducting_choice *choice, row_taker *take, void *context);

#endif
