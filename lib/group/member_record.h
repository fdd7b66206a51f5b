/* What one row of a CSV file of members says, looked at by itself. */
#ifndef BALINT_GROUP_MEMBER_RECORD_H
#define BALINT_GROUP_MEMBER_RECORD_H

#include "member_header.h"
#include "member_profession.h"

#include <balint/member_import.h>

struct member_reading {
	struct store *store;
	const struct edition *edition;
	const struct member_import_request *request;
	struct member_header header;
	struct profession_words professions;
	struct date first, last; /* of the edition's sessions */
	size_t line;             /* where the row starts */
	bool good;
};

/* Reads the professions and the span of the sessions; member_reading_release frees them. */
void member_reading_begin(struct member_reading *reading);
void member_reading_release(struct member_reading *reading);

/* Keeps the fault of a line, in that column or NULL, until all are told in the order of the lines. Always false. */
bool member_fault(struct member_reading *reading, size_t line, const char *column, const char *what);

/* The texts as the store keeps them, dates in ISO; NULL where nothing is said. */
struct member_record {
	char *said[IN_CELLS];
	bool good;
};

/* Reads the row, keeping its faults; false if nothing at all stands in it. Release it in any case. */
bool member_record_read(struct member_reading *reading, const struct csv_record *row, struct member_record *record);
void member_record_release(struct member_record *record);

#endif
