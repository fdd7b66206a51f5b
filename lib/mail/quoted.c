/* Written here and not by GMime, whose lines get up to 78 columns of the 76 that RFC 2045 6.7 allows. */
#include "quoted.h"

#include <balint/fatal.h>
#include <balint/sink.h>

#include <string.h>

enum { LINE_MOST = 76 };

/* What an mbox would put a `>` before. */
static bool
is_from(const char *line)
{
	return strncmp(line, "From ", 5) == 0;
}

bool
quoted_is_needless(const char *text)
{
	while (*text) {
		size_t length = strcspn(text, "\n");
		if (length > LINE_MOST || is_from(text) || strncmp(text, "--=_", 4) == 0 || (length > 0 && text[length - 1] == ' '))
			return false;
		for (size_t i = 0; i < length; i++)
			if (text[i] < ' ' || text[i] > '~')
				return false;
		text += length + (text[length] == '\n');
	}
	return true;
}

/* Whether the byte stands for itself; a blank does not at the end of a line. */
static bool
is_literal(const char *text, bool begins)
{
	if (*text == ' ' || *text == '\t')
		return text[1] && text[1] != '\n' && strncmp(text + 1, "\r\n", 2) != 0;
	return *text > ' ' && *text <= '~' && *text != '=' && !(begins && is_from(text));
}

char *
quoted_printable(const char *text)
{
	struct sink sink;
	size_t column = 0;
	sink_init(&sink, -1);
	sink_hold(&sink);
	for (; *text; text++) {
		if (text[0] == '\r' && text[1] == '\n')
			continue;
		if (*text == '\n') {
			sink_char(&sink, '\n');
			column = 0;
			continue;
		}
		if (column + (is_literal(text, column == 0) ? 1 : strlen("=XX")) > LINE_MOST - strlen("=")) {
			sink_text(&sink, "=\n");
			column = 0;
		}
		bool literal = is_literal(text, column == 0);
		if (literal)
			sink_char(&sink, *text);
		else
			sink_format(&sink, "=%02X", (unsigned char)*text);
		column += literal ? 1 : strlen("=XX");
	}
	sink_char(&sink, '\0');
	char *quoted = memory_text(sink.buffer);
	sink_release(&sink);
	return quoted;
}
