#include "member_enter.h"
#include "member_line.h"

#include <balint/query.h>

#include <stdlib.h>

#define ROW struct member_import_row
static const struct column columns[] = {
	TEXT_COLUMN(ROW, handle),
	TEXT_COLUMN(ROW, action),
};
const struct listing member_import_listing = LISTING(columns);

struct import {
	struct member_reading reading;
	bool begun, known; /* a first line was read; it was a header */
};

static void
take_complaint(void *context, const char *what)
{
	struct member_reading *reading = context;
	member_fault(reading, reading->line, NULL, what);
}

static void
take_record(void *context, const struct csv_record *row)
{
	struct import *import = context;
	struct member_reading *reading = &import->reading;
	struct member_record record;
	reading->line = row->line;
	if (!import->begun) {
		import->begun = true;
		import->known = member_header_read(row, reading->request->mapping, &reading->header, take_complaint, reading);
	} else if (import->known) {
		if (member_record_read(reading, row, &record))
			member_line_add(reading, &record);
		member_record_release(&record);
	}
}

/* A first line that cannot be read was the header. */
static void
take_fault(void *context, size_t line, const char *what)
{
	struct import *import = context;
	import->begun = true;
	member_fault(&import->reading, line, NULL, what);
}

static void
tell_faults(struct store *store, const struct member_import_taker *taker)
{
	struct query query = store_query(store, SQL("SELECT line, \"column\", what FROM temp.fault ORDER BY line, id"));
	while (query_next(&query))
		taker->complain(taker->context, (size_t)query_int(&query, 0), query_text(&query, 1), query_text(&query, 2));
}

bool
member_import(struct store *store, const struct edition *edition, const struct member_import_request *request,
    const struct member_import_taker *taker, struct refusal *why)
{
	struct import import = { .reading = { .store = store, .edition = edition, .request = request, .good = true } };
	const struct csv_reading reading = { take_record, take_fault, &import };
	member_reading_begin(&import.reading);
	member_lines_begin(store);
	bool read = csv_read(request->path, &reading, why);
	if (read && !import.begun)
		read = refuse(why, "%s: nothing in it; the first line names the columns: family,given,email,profession and so on", request->path);
	if (read && import.known)
		member_lines_settle(&import.reading);
	bool good = read && import.reading.good && member_lines_enter(&import.reading);
	if (good)
		member_lines_tell(&import.reading, taker->take, taker->context);
	else if (read)
		tell_faults(store, taker);
	member_reading_release(&import.reading);
	return good;
}
