/*
 * The calendar that was issued to the members: a document with a date (RULES 1.5). It is kept as it
 * stood, so that what changed since can be told as the difference between the two.
 */
#ifndef BALINT_ISSUE_H
#define BALINT_ISSUE_H

#include <balint/edition.h>
#include <balint/rows.h>

struct issue_row {
	struct date issued, first, last;
	int64_t sessions;
};
extern const struct listing issue_listing;

/* What became of one session since: its date as issued and as it is now, each empty where there is none. */
struct difference_row {
	const char *change; /* moved, cancelled, restored, added, changed */
	struct date date, to;
	struct daytime start, end; /* as they are now */
	const char *venue, *reason;
	int64_t session; /* its id, not a column */
};
extern const struct listing difference_listing;

/* Keeps the edition's calendar as issued today, unless it is what was issued last. Refused without sessions. */
bool issue_keep(struct store *store, const struct edition *edition, struct refusal *why);

/* The issues of an edition, oldest first; issue_last: the last one alone. */
void issue_list(struct store *store, const struct edition *edition, row_taker *take, void *context);
void issue_last(struct store *store, const struct edition *edition, row_taker *take, void *context);

/*
 * What changed since the calendar issued last, or last until `since` (DATE_NONE: now), by the date that
 * each session has or had. Refused if none was issued.
 */
bool issue_compare(struct store *store, const struct edition *edition, struct date since, row_taker *take, void *context, struct refusal *why);

#endif
