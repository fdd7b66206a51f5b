/*
 * Drawing text for a terminal, line by line: where the pen stands is known in columns, blanks wait for what follows them so that no
 * line ends in one, and shades are left out where there is no colour.
 */
#ifndef BALINT_PEN_H
#define BALINT_PEN_H

#include <balint/sink.h>

struct pen {
	struct sink *sink;
	bool colour;
	size_t blanks, column; /* that wait; where the pen stands */
};

/* Writes the text, control characters shown as \x1b; blanks before it are not shaded. */
void pen_text(struct pen *pen, const char *text, enum shade shade);
void pen_char(struct pen *pen, char character);

/* Goes to a column of the line, unless it is there or beyond already. */
void pen_to(struct pen *pen, size_t column);

/* Ends the line. */
void pen_line(struct pen *pen);

/* Whether the terminal shows more than ASCII, by LC_ALL, else LC_CTYPE, else LANG: it is one of UTF-8. */
bool pen_has_unicode(void);

#endif
