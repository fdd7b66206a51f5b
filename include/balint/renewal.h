/*
 * Renewing a group: which year of its programme each participant is in, who goes on, and how many places are free then.
 * balint-group(1) defines the years, with cases.
 */
#ifndef BALINT_RENEWAL_H
#define BALINT_RENEWAL_H

#include <balint/edition.h>

struct renewal_row {
	const char *handle, *family, *given, *profession;
	int64_t year; /* of the programme, from 1 */
	const char *standing; /* first, second, later (of a permanent group), or over: all years of the programme are behind them */
	int64_t held, presented; /* as the report of this edition has it; cases that they presented in it */
	const char *verdict; /* as the report has it; NULL until the caller adds it */
	struct date since; /* their first day in any of the editions that count */
};
extern const struct listing renewal_listing;

/*
 * The active participants, and those who have completed it, by family, given, handle. What the register says of them (held, verdict)
 * is left out, and is the caller's to add.
 */
void renewal_list(struct store *store, const struct edition *edition, row_taker *take, void *context);

struct places_row {
	const char *profession; /* NULL: the whole edition */
	int64_t members, staying, leaving;
	int64_t free; /* of the whole edition; COUNT_NONE of a profession, for which no places are kept */
};
extern const struct listing places_listing;

/* The same people by profession ("unknown" where it is), and at the end the whole edition with its free places. */
void places_list(struct store *store, const struct edition *edition, row_taker *take, void *context);

#endif
