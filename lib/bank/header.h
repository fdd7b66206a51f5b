/*
 * Which profile fits a CSV file: the first line whose cells are the header of one, behind a preamble of any length.
 * Of several the one with the most columns; the generic one only where no other fits.
 */
#ifndef BANK_HEADER_H
#define BANK_HEADER_H

#include "profile.h"

#include <stdio.h>

enum { CELLS_MOST = 256, LINE_MOST = 65536 };

/* Where the columns of a form are in a record, from 0; -1 for those that are not there. */
struct columns {
	int roles[ROLES], texts[TEXTS_MOST];
	size_t said[TEXTS_MOST]; /* which text of the form each of them is */
	size_t text_count;
	size_t width;   /* cells of the header */
	size_t matched; /* those that the form names */
};

struct header {
	const struct profile *profile; /* NULL: there is nothing in the file */
	const struct form *form;
	struct columns columns;
	char separator;
	off_t start; /* of the first row */
	size_t line; /* and its number */
	bool named;  /* the line before is a header, else the columns were said by numbers */
};

/* Finds it. False with a reason. */
bool header_find(int fd, const char *name, const struct profile *profiles, const struct bank_choice *choice, struct header *header,
    struct refusal *why);

/* Whether a form's columns are among these cells, and where. */
bool form_fits(const struct form *form, char keys[][KEY_SIZE], size_t count, struct columns *columns);

/* The lines of a file one by one, as far as they fit into the room; the separator splits them into cells. */
struct split {
	FILE *file;
	off_t next, start;  /* offsets of the next line and of this one */
	size_t number;      /* of this one, from 1 */
	char bytes[LINE_MOST];
	size_t length;
	struct {
		const char *text; /* not terminated */
		size_t length;
	} cells[CELLS_MOST];
	size_t count;
};
struct split *split_open(int fd);
void split_close(struct split *split);
bool split_next(struct split *split);
void split_cells(struct split *split, char separator);

#endif
