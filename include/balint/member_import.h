/*
 * People and their enrolments from a CSV file: the list that a secretary keeps, or what `members` writes. balint-formats(5) describes
 * the columns. An empty cell says nothing; nobody is taken away because the file does not name them.
 */
#ifndef BALINT_MEMBER_IMPORT_H
#define BALINT_MEMBER_IMPORT_H

#include <balint/edition.h>

struct member_import_row {
	const char *handle, *action; /* "added", "enrolled", "updated", "unchanged" */
	struct date left;            /* the last day of a membership that this row has ended, or DATE_NONE */
};
extern const struct listing member_import_listing;

struct member_import_request {
	const char *path;    /* `-` is standard input */
	const char *mapping; /* which column of the file holds what: "family=Cognome del socio,ignore=Note"; NULL: their names say it */
	bool update;         /* what the file says changes what the store has; otherwise what differs is a fault */
};

/* What to do with each row, in the order of the file, and with each fault: its line from 1, the column or NULL, and what is wrong. */
struct member_import_taker {
	row_taker *take;
	void (*complain)(void *context, size_t line, const char *column, const char *what);
	void *context;
};

/*
 * Enters the people of the file and enrols them. False if a fault was complained of, or with a reason if the file cannot be read; then
 * nothing should be kept. What follows from an ended membership is for the caller to do. Once in a transaction.
 */
bool member_import(struct store *store, const struct edition *edition, const struct member_import_request *request,
    const struct member_import_taker *taker, struct refusal *why);

#endif
