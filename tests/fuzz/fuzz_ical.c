/* Content lines of iCalendar: whatever a text is, its line is one line, folded and well-formed, and is read as the same text again. */
#include "fuzz.h"

#include <balint/ical_line.h>

/* What a reader makes of the lines: folds taken out, CR LF at the very end only. */
static char *
unfolded(const char *written, size_t length)
{
	char *text = malloc(length + 1), *end = text;
	size_t column = 0;
	for (const char *c = written; c < written + length; c++) {
		if (*c == '\r' && c + 2 < written + length) {
			EXPECT(c[1] == '\n' && c[2] == ' ', "a line that is not folded on");
			c += 2;
			column = 1;
			continue;
		}
		EXPECT(++column <= 75 || *c == '\r' || *c == '\n', "%zu octets", column);
		EXPECT(column > 2 || ((unsigned char)*c & 0xc0) != 0x80, "a character is torn apart");
		*end++ = *c;
	}
	*end = '\0';
	return text;
}

/* The text as it must come back: one space for what no calendar may hold. */
static char *
cleaned(const char *text)
{
	char *clean = malloc(strlen(text) + 1), *end = clean;
	for (size_t left = strlen(text), size; left > 0; text += size, left -= size) {
		int codepoint;
		size = text_character(text, left, &codepoint);
		if (codepoint != '\n' && text_is_control(codepoint))
			*end++ = ' ';
		else
			end = (char *)memcpy(end, text, size) + size;
	}
	*end = '\0';
	return clean;
}

/* Takes the escapes of a TEXT out, in place. */
static void
unescape(char *text)
{
	char *to = text;
	for (; *text; text++)
		*to++ = *text != '\\' ? *text : *++text == 'n' ? '\n' : *text;
	*to = '\0';
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct input input = { data, size };
	while (input.length > 0) {
		char *text = input_text(&input), *expected = cleaned(text);
		struct sink sink;
		sink_init(&sink, -1);
		sink_hold(&sink);
		ical_write_text(&sink, "X:", text);
		EXPECT(memcmp(sink.buffer + sink.used - 2, "\r\n", 2) == 0, "no end of line");
		char *line = unfolded(sink.buffer, sink.used);
		line[strlen(line) - 2] = '\0';
		EXPECT(fuzz_is_utf8(line, strlen(line)) && !strpbrk(line, "\r\n"), "'%s'", line);
		unescape(line);
		EXPECT(strcmp(line + 2, expected) == 0, "'%s' is read as '%s'", expected, line + 2);
		free(line);
		free(expected);
		free(text);
		sink_release(&sink);
	}
	return 0;
}
