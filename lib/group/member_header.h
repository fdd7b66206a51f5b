/* The first line of a CSV file of members: which column holds what. */
#ifndef BALINT_GROUP_MEMBER_HEADER_H
#define BALINT_GROUP_MEMBER_HEADER_H

#include "member_cells.h"

#include <balint/csv.h>

struct member_header {
	size_t count;           /* columns of the file */
	size_t place[IN_CELLS]; /* from 1; 0: not there */
};

/*
 * Reads it. The mapping, "family=Cognome del socio,ignore=Note", says of columns what they hold or that they are passed over; NULL: their
 * names say it all. Calls `complain` for each column that is unknown or there twice and for what is missing; then it is false.
 */
bool member_header_read(const struct csv_record *record, const char *mapping, struct member_header *header,
    void (*complain)(void *context, const char *what), void *context);

/* The cell of a record; "" where there is no such column, or the row ends before it. Lives as long as the record. */
const char *member_cell(const struct member_header *header, const struct csv_record *record, enum member_cell cell);

#endif
