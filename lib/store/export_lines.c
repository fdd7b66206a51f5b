#include "export_line.h"

#include <balint/fatal.h>
#include <balint/translation.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PIECE = 64 * 1024 };

void
export_lines_init(struct export_lines *lines, int fd, const char *name, const char *text)
{
	*lines = (struct export_lines){ .fd = fd, .name = name, .over = fd < 0 };
	lines->end = fd < 0 ? strlen(text) : 0;
	lines->size = fd < 0 ? lines->end + 1 : 2 * PIECE;
	lines->bytes = fd < 0 ? memory_text(text) : memory(lines->size);
}

void
export_lines_release(struct export_lines *lines)
{
	free(lines->bytes);
	lines->bytes = NULL;
}

/* Reads on, into more room if need be; false with a reason. */
static bool
read_more(struct export_lines *lines, struct refusal *why)
{
	memmove(lines->bytes, lines->bytes + lines->start, lines->end - lines->start);
	lines->end -= lines->start;
	lines->start = 0;
	if (lines->size - lines->end <= PIECE) { /* with room for a NUL */
		lines->size *= 2;
		lines->bytes = memory_resized(lines->bytes, lines->size);
	}
	ssize_t got;
	do
		got = read(lines->fd, lines->bytes + lines->end, PIECE);
	while (got < 0 && errno == EINTR);
	if (got < 0)
		return refuse(why, "%s cannot be read: %s", lines->name, system_error(errno));
	lines->end += (size_t)got;
	lines->over = got == 0;
	return true;
}

bool
export_lines_begin_with(struct export_lines *lines, const char *bytes, size_t length, struct refusal *why)
{
	while (!lines->over && lines->end - lines->start < length)
		if (!read_more(lines, why))
			return false;
	return lines->end - lines->start >= length && memcmp(lines->bytes + lines->start, bytes, length) == 0;
}

char *
export_lines_next(struct export_lines *lines, size_t *length, struct refusal *why)
{
	char *end = NULL;
	size_t seen = 0;
	*why->text = '\0';
	while (!end) {
		size_t there = lines->end - lines->start;
		if (there > seen)
			end = memchr(lines->bytes + lines->start + seen, '\n', there - seen);
		if (end)
			break;
		seen = there;
		if (lines->over)
			break;
		if (there > LINE_MOST) {
			lines->number++;
			refuse(why, "is longer than 16 MiB");
			return export_lines_refuse(lines, why), NULL;
		}
		if (!read_more(lines, why))
			return NULL;
	}
	if (!end && seen == 0)
		return NULL;
	char *line = lines->bytes + lines->start;
	*length = end ? (size_t)(end - line) : seen;
	line[*length] = '\0';
	lines->start += *length + (end != NULL);
	lines->number++;
	return line;
}

bool
export_lines_refuse(const struct export_lines *lines, struct refusal *why)
{
	char *place = memory_format("%s:%zu", lines->name, lines->number);
	refuse_within(why, place);
	free(place);
	return false;
}
