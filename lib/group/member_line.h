/* The rows of a CSV file of members beside what the store has of the same people, until all are read. */
#ifndef BALINT_GROUP_MEMBER_LINE_H
#define BALINT_GROUP_MEMBER_LINE_H

#include "member_record.h"

/*
 * Makes the table temp.line. A row of it has
 *	who         whom it means: by the id, else the handle, else the folded name; of several such rows the others have the first as twin
 *	good        0: at fault, and here for its handle's sake
 *	person      the id of who is in the store already, enrolment that of their enrolment
 *	changed     1: something of the person is to change; moved 1: something of the enrolment
 *	joins       1: becomes a participant who takes part
 * and a column for each cell, null where the file says nothing and nothing follows.
 */
void member_lines_begin(struct store *store);

/* Adds a row that was read, keeping the faults that it has beside the store or an earlier row. */
void member_line_add(struct member_reading *reading, struct member_record *record);

#endif
