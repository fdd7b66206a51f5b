/*
 * Days without sessions: breaks and closures of an edition or of all, as the store has them, and
 * together with the national holidays the answer to "why is this date skipped?".
 */
#ifndef BALINT_SUSPENSION_H
#define BALINT_SUSPENSION_H

#include <balint/edition.h>
#include <balint/finding.h>

enum { SKIP_TEXT = 4096, SKIP_CURE = 96 }; /* room for the longest label */

struct suspension {
	const char *kind; /* "break" or "closure" */
	struct date first, last;
	const char *label;
	bool all; /* of all editions; what is added or removed says so by EDITION_ALL instead */
};

struct break_row {
	struct date from, to;
	const char *label;
};
struct closure_row {
	struct date date;
	const char *label;
};
extern const struct listing break_listing, closure_listing;

/* Adds one for the edition, or for all (EDITION_ALL). The same again changes nothing, another label is refused. */
bool suspension_add(struct store *store, int64_t edition, const struct suspension *suspension, struct refusal *why);

/* Removes one; refused if there is none of those days. */
bool suspension_remove(struct store *store, int64_t edition, const struct suspension *suspension, struct refusal *why);

/*
 * Copies an edition's own breaks and closures to the years of another, each to where it first does not end before the start, so that
 * the new edition has it once in its season. A break with Easter Sunday in it keeps its distances to Easter, a patron saint's day is that of the year, all other days keep day and month (29 February: the 28th where there is none).
 * If the other edition existed before, nothing is copied, and a day that is not there is refused.
 */
bool suspension_clone(struct store *store, const struct edition *from, const struct edition *to, const struct cloning *cloning, struct refusal *why);

/* Removes those that are the edition's own. */
void suspension_clear(struct store *store, int64_t edition);

/* Those that hold for the edition, its own and those of all, by date. */
void break_list(struct store *store, int64_t edition, row_taker *take, void *context);
void closure_list(struct store *store, int64_t edition, row_taker *take, void *context);

/* All that skips dates of an edition, read once. */
struct skips;

/* Without a store: national holidays only. Free with skips_free, NULL is fine. */
struct skips *skips_load(struct store *store, int64_t edition);
void skips_free(struct skips *skips);

/* Whether the date is skipped; writes the name of the holiday, else the label of the break or closure. */
bool skips_date(const struct skips *skips, struct date date, char reason[SKIP_TEXT]);

/* The break that the date lies in, be it a holiday too, or NULL. Lives as long as the skips. */
const struct suspension *skips_break(const struct skips *skips, struct date date);

/* The same with the law, or the days of the break. */
bool skips_explain(const struct skips *skips, struct date date, char reason[SKIP_TEXT]);

/* The command that takes back what skips the date, or for a holiday the one that explains it. Returns `cure`. */
const char *skips_cure(const struct skips *skips, struct date date, char cure[SKIP_CURE]);

#endif
