/* Reading an export line by line: a line is one flat JSON object (RFC 8259) of texts, whole numbers and nulls. */
#ifndef BALINT_STORE_EXPORT_LINE_H
#define BALINT_STORE_EXPORT_LINE_H

#include <balint/refusal.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	LINE_MOST = 16 * 1024 * 1024, /* bytes of a line */
	FIELDS_MOST = 64,             /* of an object */
};

/* Where the lines come from: a descriptor, or (-1) a text that is all there. */
struct export_lines {
	int fd;
	const char *name; /* for messages */
	char *bytes;
	size_t size, start, end; /* room; what was read and not taken yet */
	size_t number;           /* of the line that was taken last, from 1 */
	bool over;               /* nothing more can be read */
};

/* Reads from the descriptor, which stays the caller's, or if it is -1 the text. export_lines_release frees what it has read. */
void export_lines_init(struct export_lines *lines, int fd, const char *name, const char *text);
void export_lines_release(struct export_lines *lines);

/* Whether the first bytes are those, none of which is taken. */
bool export_lines_begin_with(struct export_lines *lines, const char *bytes, size_t length, struct refusal *why);

/* The next line without its end, and its length; NULL at the end, or with a reason if it is too long or cannot be read. */
char *export_lines_next(struct export_lines *lines, size_t *length, struct refusal *why);

/* Puts "name:line: " before the refusal. Always false. */
bool export_lines_refuse(const struct export_lines *lines, struct refusal *why);

struct field {
	const char *name; /* ends with a NUL */
	enum { FIELD_NULL, FIELD_NUMBER, FIELD_TEXT } kind;
	const char *text; /* of `length` bytes, without a NUL */
	size_t length;
	int64_t number;
};
struct object {
	struct field fields[FIELDS_MOST];
	size_t count;
};

/* Reads one line, which is changed and must live as long as the object. */
bool object_parse(char *line, size_t length, struct object *object, struct refusal *why);

/* The field of that name, or NULL. */
const struct field *object_find(const struct object *object, const char *name);

#endif
