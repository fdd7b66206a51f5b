/* The columns of a CSV file of marks, and the words that may stand in them, in English and Italian. */
#ifndef BALINT_ATTEND_MARK_CELLS_H
#define BALINT_ATTEND_MARK_CELLS_H

#include <balint/csv.h>

enum mark_cell { IN_DATE, IN_HANDLE, IN_STATUS, IN_ARRIVED, IN_LEFT, IN_MODE, IN_MINUTES, IN_MARK, IN_STATE, IN_MARKED_AT, IN_MARKED_BY, IN_CELLS };

/* What each is called in messages. */
extern const char *const mark_cell_names[];

struct mark_header {
	size_t count;           /* columns of the file */
	size_t place[IN_CELLS]; /* from 1; 0: not there */
};

/* Reads the header; refused if a column is unknown or there twice, or one that is needed is missing. */
bool mark_header_read(const struct csv_record *record, struct mark_header *header, struct refusal *why);

/* The cell of a record; "" where there is no such column. Lives as long as the record. */
const char *mark_cell(const struct mark_header *header, const struct csv_record *record, enum mark_cell cell);

/* The status, mode or state that the word of the cell means; NULL with a reason if it is none. */
const char *mark_cell_word(enum mark_cell cell, const char *text, struct refusal *why);

#endif
