/*
 * The content lines of an iCalendar file, unfolded (RFC 5545 3.1), one at a time in constant memory: UTF-8
 * with or without a byte order mark, lines that end in CR LF or LF. Places count lines and characters from 1.
 */
#ifndef ICS_LINES_H
#define ICS_LINES_H

#include <balint/refusal.h>

#include <stdbool.h>
#include <stddef.h>

enum { ICS_LINE_MOST = 65536, ICS_PIECE = 65536, ICS_FAULT = 96 };

struct ics_place {
	size_t line, column;
};

struct ics_lines {
	const char *path; /* as messages name it */
	int fd, error;    /* errno of a read that failed, or 0 */
	size_t used, at;
	struct ics_place next; /* of the byte that comes */
	/* the line that was read */
	struct ics_place start, value;  /* value: behind the first colon outside quotation marks; line 0 without one */
	size_t length, value_at;        /* of text; where in it the value begins */
	bool cut, quoted;               /* cut: longer than ICS_LINE_MOST, and text is its beginning */
	struct ics_place fault_place;   /* of the first bad byte */
	char fault[ICS_FAULT];          /* what is wrong with it, or empty */
	unsigned char more, low, high;  /* of a UTF-8 sequence: bytes due, and the bounds of the next one */
	int lead;                       /* its first byte */
	struct ics_place sequence;      /* where that is */
	char text[ICS_LINE_MOST + 1];
	unsigned char bytes[ICS_PIECE];
};

/* Opens the path (`-`: standard input). False with a reason. */
bool ics_lines_open(struct ics_lines *lines, const char *path, struct refusal *why);
void ics_lines_close(struct ics_lines *lines);

/* Reads the next line that is not blank. False at the end of the file, or after an error. */
bool ics_lines_next(struct ics_lines *lines);

/* Refuses with what `error` says, if it says something. */
bool ics_lines_read(const struct ics_lines *lines, struct refusal *why);

#endif
