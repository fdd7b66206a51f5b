/* The lines of a file of any length, read from a seekable descriptor without moving it. */
#ifndef BANK_LINES_H
#define BANK_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

enum { LINE_MOST = 4096, LINES_PIECE = 65536 };

struct lines {
	int fd, error; /* errno of reading, 0 */
	off_t offset;
	size_t used, at;
	size_t number;       /* of the line, from 1 */
	size_t length;
	bool cut;            /* it is longer, and the rest is left out */
	char text[LINE_MOST]; /* the line without its end (LF or CRLF) and with a NUL behind */
	char bytes[LINES_PIECE];
};

void lines_init(struct lines *lines, int fd);

/* The next line; false at the end of the file or when it cannot be read. */
bool lines_next(struct lines *lines);

#endif
