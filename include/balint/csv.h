/*
 * Reading CSV by RULES 10: libcsv in strict mode, the separator found among `,` `;` TAB, UTF-8 with
 * or without a byte order mark or else Windows-1252. Every record comes with the line it starts on;
 * a malformed one is reported and reading goes on, so that a file's faults are all named at once.
 */
#ifndef BALINT_CSV_H
#define BALINT_CSV_H

#include <balint/refusal.h>

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

enum { CSV_FIELD_MOST = 65536 }; /* bytes of one field */

struct csv_record {
	size_t line;              /* where it starts, from 1 */
	size_t count;             /* fields */
	const char *const *texts; /* UTF-8 without NUL or malformed bytes; live until the next record */
};

/* Takes one record; the first one of a file is its header. */
typedef void csv_taker(void *context, const struct csv_record *record);

/* Takes one fault: the line it is on and what is wrong. */
typedef void csv_complaint(void *context, size_t line, const char *what);

struct csv_reading {
	csv_taker *take;
	csv_complaint *complain;
	void *context;
};

/* Reads the whole file (`-` is standard input). False with a reason only if it cannot be opened or read. */
bool csv_read(const char *path, const struct csv_reading *reading, struct refusal *why);

/* What is known of a file before it is read; zeros are found out. */
struct csv_form {
	char separator;
	bool bare;           /* quotation marks mean nothing */
	const char *charset; /* of a file without a byte order mark: "UTF-8" or "WINDOWS-1252" */
	off_t start;         /* where the first record is, at the beginning of a line; 0: behind the byte order mark */
	size_t line;         /* and the number of that line */
	const bool *enough;  /* once it is true, no more records are read */
};

/* Reads what is behind a descriptor that can be read again, and does not close it. The name is for messages. */
bool csv_read_form(int fd, const char *name, const struct csv_form *form, const struct csv_reading *reading, struct refusal *why);

/* What a file is that begins so and that people take for CSV, such as a spreadsheet, in the user's language; NULL: nothing that is known. */
const char *csv_foreign(const char *bytes, size_t length);

/*
 * The text without the apostrophe that our own csv-it puts before a cell that a spreadsheet would take
 * for a formula (RULES 10.3): `'=x` → `=x`; `'t Hooft` stays.
 */
const char *csv_plain(const char *text);

/* Whether csv-it puts that apostrophe before this text. */
bool csv_needs_apostrophe(const char *text);

#endif
