/*
 * Where output goes: one buffer before one file descriptor. A writing verb holds it until its change
 * is durable; the first error is kept and comes out of sink_close, so nobody checks in between.
 *
 * What a sink without a descriptor (-1) holds is all in its buffer, for whoever wants the text. What one with a descriptor
 * holds beyond a mebibyte waits in a temporary file ($TMPDIR, else /tmp) that has no name; where none can be made or
 * written, it waits in memory.
 */
#ifndef BALINT_SINK_H
#define BALINT_SINK_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct sink {
	int fd;
	char *buffer;
	size_t used, size;
	bool held;     /* keeps what it takes instead of writing it */
	bool crowded;  /* there is no room for it but in memory */
	int spill;     /* the temporary file, or -1 */
	off_t spilled; /* how much of what is held is there; it comes before what is in the buffer */
	int error;     /* errno of the first failed write, or 0 */
};

enum shade {
	SHADE_NONE,
	SHADE_BOLD,
	SHADE_DIM,
	SHADE_RED,
	SHADE_REVERSE,
	SHADE_GREEN,
	SHADE_YELLOW,
	SHADE_CYAN,
};

/* Makes a sink before the descriptor; sink_release frees its memory and writes nothing. */
void sink_init(struct sink *sink, int fd);
void sink_release(struct sink *sink);

/* From now on nothing is written until sink_close. sink_forget: what has been held is not written then either. */
void sink_hold(struct sink *sink);
void sink_forget(struct sink *sink);

/* Writes what there is. */
void sink_flush(struct sink *sink);

/* Room for `length` bytes at the end of the buffer: fill them and add to `used`. */
char *sink_room(struct sink *sink, size_t length);

void sink_bytes(struct sink *sink, const char *bytes, size_t length);
void sink_text(struct sink *sink, const char *text);
void sink_char(struct sink *sink, char character);
void sink_pad(struct sink *sink, size_t spaces);
void sink_format(struct sink *sink, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The word as a shell takes it: as it is, or in apostrophes. */
void sink_quoted(struct sink *sink, const char *word);

/*
 * The words of a text and a line end, wrapped at 80 columns: the first line goes on at column `start`,
 * the others are indented so far. What stands in brackets is not torn apart.
 */
void sink_paragraph(struct sink *sink, size_t start, size_t indent, const char *text);

/* The text with control characters and malformed bytes shown as \x1b: for terminals. */
void sink_visible(struct sink *sink, const char *text, size_t length);

/* The escape sequence from which on a terminal shows text so; SHADE_NONE ends that. */
void sink_shade(struct sink *sink, enum shade shade);

/* Writes what is left. 0, or the errno of the first write (or of the close, or reading what was set aside) that failed. */
int sink_close(struct sink *sink);

#endif
