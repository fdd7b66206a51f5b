/* A template taken apart: the pieces in the order in which they stand, and the partials that they name. */
#ifndef MUSTACHE_PARSE_H
#define MUSTACHE_PARSE_H

#include <balint/mustache.h>

struct span {
	const char *text;
	size_t length;
};

enum piece_kind {
	PIECE_LINE, /* a line begins here: where the indentation of a partial goes */
	PIECE_TEXT,
	PIECE_VALUE,
	PIECE_RAW,
	PIECE_SECTION,
	PIECE_INVERTED,
	PIECE_END,
	PIECE_PARTIAL,
};

struct piece {
	enum piece_kind kind;
	const char *at;      /* where it begins */
	struct span content; /* the text itself, or the name */
	struct span indent;  /* of a partial alone on its line */
	size_t end;          /* of a section: the index of its PIECE_END */
	struct parsed *partial;
};

struct parsed {
	char *name; /* as a partial; NULL for the main template */
	struct mustache_template from;
	struct piece *pieces;
	size_t count;
	struct parsed *next;
};

/* Parses the template and every partial that it or one of them names. NULL with a reason; free with parsed_free. */
struct parsed *mustache_parse(const struct mustache_template *main, const struct mustache_mode *mode, struct refusal *why);
void parsed_free(struct parsed *first);

/* Refuses with file, line and column of that place. Always false. */
bool refuse_at(struct refusal *why, const struct parsed *parsed, const char *at, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* The name for messages: cut if it is very long. For "%.*s". */
#define NAMED(span) ((int)((span).length < 80 ? (span).length : 80)), (span).text

#endif
