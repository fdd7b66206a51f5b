/* What one row of a CSV file of marks says, looked at by itself. */
#ifndef BALINT_ATTEND_MARK_RECORD_H
#define BALINT_ATTEND_MARK_RECORD_H

#include "mark_cells.h"

#include <balint/mark_import.h>

struct mark_reading {
	struct store *store;
	const struct edition *edition;
	const struct mark_import_taker *taker;
	struct mark_header header;
	const struct csv_record *record;
	bool good;
	struct date date; /* of the session below, or DATE_NONE: rows of one evening stand together */
	struct session session;
};

struct mark_record {
	struct mark mark;
	const char *mode; /* as it was said, or NULL */
	bool exact;       /* said by the column `mark`, which says everything */
	int64_t person;
	char words[MARK_TEXT]; /* as it is typed */
};

/* Names the fault of the row, in that column or NULL. */
void mark_complain(struct mark_reading *reading, const char *column, const char *what);

/* The same, in the column of that cell; always false. */
bool mark_fault(struct mark_reading *reading, enum mark_cell cell, const char *what);

/* False if the row is at fault, which has then been complained of, or says nothing: a mark that has been replaced or taken back, or none. */
bool mark_record_read(struct mark_reading *reading, struct mark_record *record);

#endif
