/*
 * Days without sessions from an iCalendar file, such as a school's: an event of one day becomes a closure,
 * one of several days a break. A file's faults are all named, and with one of them nothing should be kept.
 */
#ifndef BALINT_CLOSURE_IMPORT_H
#define BALINT_CLOSURE_IMPORT_H

#include <balint/rows.h>
#include <balint/store.h>
#include <balint/years.h>

struct import_row {
	struct date from, to;
	const char *label, *action; /* "added", or "there" for what was there already */
};
extern const struct listing import_listing;

/* What to do with each row, and with each fault: where in the file it is, from 1, and what is wrong. */
struct import_taker {
	row_taker *take;
	void (*complain)(void *context, size_t line, size_t column, const char *what);
	void *context;
};

/*
 * Adds the events of the file (`-` is standard input) for the edition, or for all (EDITION_ALL); of those that
 * repeat what falls in the years. False if a fault was complained of, or with a reason if the file cannot be read.
 */
bool closure_import(struct store *store, int64_t edition, const struct years *years, const char *path, const struct import_taker *taker,
    struct refusal *why);

#endif
