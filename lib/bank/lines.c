#include "lines.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

void
lines_init(struct lines *lines, int fd)
{
	lines->fd = fd;
	lines->error = 0;
	lines->offset = 0;
	lines->used = lines->at = lines->number = lines->length = 0;
}

static bool
fill(struct lines *lines)
{
	ssize_t got;
	if (lines->at < lines->used)
		return true;
	do
		got = pread(lines->fd, lines->bytes, LINES_PIECE, lines->offset);
	while (got < 0 && errno == EINTR);
	if (got < 0)
		lines->error = errno;
	if (got <= 0)
		return false;
	lines->offset += got;
	lines->used = (size_t)got;
	lines->at = 0;
	return true;
}

static void
keep(struct lines *lines, const char *bytes, size_t length)
{
	size_t room = LINE_MOST - 1 - lines->length;
	lines->cut |= length > room;
	length = length > room ? room : length;
	memcpy(lines->text + lines->length, bytes, length);
	lines->length += length;
}

bool
lines_next(struct lines *lines)
{
	bool any = false, ended = false;
	lines->length = 0;
	lines->cut = false;
	while (!ended && fill(lines)) {
		const char *start = lines->bytes + lines->at, *end = memchr(start, '\n', lines->used - lines->at);
		ended = end != NULL;
		size_t length = ended ? (size_t)(end - start) : lines->used - lines->at;
		keep(lines, start, length);
		lines->at += length + ended;
		any = true;
	}
	if (lines->length > 0 && lines->text[lines->length - 1] == '\r')
		lines->length--;
	lines->text[lines->length] = '\0';
	lines->number += any;
	return any && !lines->error;
}
