/*
 * Sessions: planned by a cadence that skips dates and never moves them (RULES 1), written once, listed
 * with what was skipped. A session's number is its place among the edition's sessions by date.
 */
#ifndef BALINT_SESSION_H
#define BALINT_SESSION_H

#include <balint/edition.h>
#include <balint/suspension.h>
#include <balint/years.h>

#define SESSION_RENEWED "new cadence after " /* how the note of the first session of one begins */

struct session_row {
	int64_t number; /* COUNT_NONE: skipped */
	struct date date;
	struct daytime start, end;
	const char *status; /* planned, scheduled, held, cancelled or skipped */
	const char *note;
	bool today; /* the row is about today */
};
extern const struct listing session_listing;

/* What to plan: from a date `count` sessions, or those until a last date, or those of a solar year. */
struct plan {
	struct date from, until; /* until: DATE_NONE if not said */
	int count, year;         /* 0 if not said */
	int every, minutes;      /* weeks; minutes of a session */
	struct daytime at;
	bool first_week; /* after a break that cost a date, a new cadence starts on the first such weekday */
};

/* Whether a session can be of that time and length: it ends on the day it begins. */
bool session_fits(struct daytime at, int minutes, struct refusal *why);

/* Whether something can be planned so: the sessions fit, and the end is not before the beginning. */
bool plan_check(const struct plan *plan, struct refusal *why);

/* Whether so many sessions as were asked for fit into the years that there are. */
bool plan_fits(const struct plan *plan, const struct skips *skips, struct refusal *why);

/* The planned and the skipped dates in order. */
void plan_each(const struct plan *plan, const struct skips *skips, row_taker *take, void *context);

/*
 * Writes the planned sessions. The same calendar again changes nothing; another one than the edition
 * has is refused, with the first difference. A plan of a solar year is compared to the end of that year.
 */
bool session_generate(struct store *store, const struct edition *edition, const struct plan *plan, struct refusal *why);

/*
 * Continues the edition's calendar to the end of that solar year, with the dates of that year, from its
 * last planned session by the same cadence; time and length are the edition's. Nothing is left to do:
 * nothing changes. Refused if the calendar is still to be generated, goes beyond that year, or would
 * be without sessions in a year before (RULES 1.5).
 */
bool session_renew(struct store *store, const struct edition *edition, int year, bool first_week, struct refusal *why);

/* What to list; NULL, DATE_NONE and 0 are no limit. */
struct session_filter {
	struct date from, until;
	int year, count;
	const char *status;
	bool skipped; /* the skipped dates between two sessions too */
	bool coming;  /* only sessions that are not over and not cancelled */
	const char *language; /* for people, in this one: notes say what is today, or how far away; today has a row of its own */
};

void session_list(struct store *store, const struct edition *edition, const struct session_filter *filter, row_taker *take, void *context);

/* From the first session of the edition to the last; false if it has none. */
bool session_span(struct store *store, const struct edition *edition, struct date_range *span);

/* The session on that date. */
struct session {
	int64_t id;
	struct daytime start, finish;
	bool cancelled;
};
bool session_find(struct store *store, const struct edition *edition, struct date date, struct session *session, struct refusal *why);

/* The last date planned until that day (DATE_NONE: at all), and the weeks of its cadence; DATE_NONE if there is none. */
struct date session_last_planned(struct store *store, const struct edition *edition, struct date until, int *every);

/* How a session stands: "cancelled", else "held" from its start on, "scheduled" before. */
const char *session_standing(bool cancelled, struct date date, struct daytime start);

/* Whether the edition has a session on that date, and how it stands: scheduled, held or cancelled; NULL if none. */
const char *session_status(struct store *store, const struct edition *edition, struct date date);

/*
 * Findings: sessions from `first` to `last` (DATE_NONE: no limit) on skipped dates without a reason.
 * EDITION_ALL: all open editions.
 */
void session_check(struct store *store, int64_t edition, struct date first, struct date last, row_taker *take, void *context);

/*
 * Findings: calendars that end within 30 days, or have ended, with no renewal, but for short courses; editions, but for permanent
 * groups, that are open 90 days after their last session;
 * editions with members but no sessions, or with sessions but no members (RULES 1.7).
 */
void calendar_check(struct store *store, int64_t edition, row_taker *take, void *context);

/*
 * The year that was said, unless it is 0; else those in which the edition has sessions; else (EDITION_ALL, or
 * no sessions yet) this one and the next. Release what it gives.
 */
struct years session_years(struct store *store, int64_t edition, int said);

#endif
