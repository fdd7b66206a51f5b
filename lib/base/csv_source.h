/*
 * The bytes of a CSV file: surveyed once for their encoding, then read again in pieces from any
 * place. What cannot be read twice (a pipe) is kept in a temporary file, never in memory.
 */
#ifndef CSV_SOURCE_H
#define CSV_SOURCE_H

#include <balint/refusal.h>

#include <iconv.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/types.h>

enum { CSV_PIECE = 65536 };

struct csv_source {
	int fd;
	bool borrowed;       /* somebody else closes it */
	FILE *spool;         /* owns the descriptor, where there is one */
	const char *path;    /* as messages name it */
	const char *charset; /* what the bytes must be converted from or checked as; NULL for sound UTF-8 */
	iconv_t converter;   /* where there is a charset */
	off_t start;         /* the offset of bytes[0] */
	size_t used, at;     /* bytes[at] is the next one */
	char bytes[CSV_PIECE];
};

/* Opens the path (`-`: standard input) and stands behind the byte order mark. False with a reason. */
bool csv_source_open(struct csv_source *source, const char *path, struct refusal *why);

/* The same for a descriptor that can be read again and stays open; the charset of what is not marked, or NULL to find it. */
bool csv_source_borrow(struct csv_source *source, int fd, const char *name, const char *charset, struct refusal *why);
void csv_source_close(struct csv_source *source);

/* Makes sure that bytes[at] is there; `at` equals `used` at the end of the file. False with a reason. */
bool csv_source_fill(struct csv_source *source, struct refusal *why);

/* The separator, by the first line that is not blank: the most frequent of , ; TAB outside quotes, else the comma. */
char csv_source_separator(const struct csv_source *source);

/* Puts the bytes as UTF-8 into the room; their length there, or -1 with errno (E2BIG: no room). */
ssize_t csv_source_text(const struct csv_source *source, char *bytes, size_t length, char *text, size_t room);

/* The offset of the next byte, and the way back to it. */
off_t csv_source_offset(const struct csv_source *source);
void csv_source_seek(struct csv_source *source, off_t offset);

#endif
