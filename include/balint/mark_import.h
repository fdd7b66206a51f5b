/*
 * Marks from a CSV file: a secretary's list, the log of a meeting on line, or what `balint-attend list` writes. Several rows of one
 * person and session are several spells of one evening. balint-formats(5) describes the columns.
 */
#ifndef BALINT_MARK_IMPORT_H
#define BALINT_MARK_IMPORT_H

#include <balint/mark.h>

struct mark_import_row {
	struct date date;
	const char *handle, *action; /* as mark_enter says it */
};
extern const struct listing mark_import_listing;

/* What to do with each row, and with each fault: its line from 1, the column or NULL, and what is wrong. */
struct mark_import_taker {
	row_taker *take;
	void (*complain)(void *context, size_t line, const char *column, const char *what);
	void *context;
};

/*
 * Enters the marks of the file (`-` is standard input), each by the rules of mark_set. False if a fault was complained of, or with a
 * reason if the file cannot be read; then nothing should be kept. Once in a transaction.
 */
bool mark_import(struct store *store, const struct edition *edition, const char *path, const struct mark_import_taker *taker,
    struct refusal *why);

#endif
