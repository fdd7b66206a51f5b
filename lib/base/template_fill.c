/* Wrapping what a template has made, for terminals. */
#include <balint/template.h>
#include <balint/text.h>

#include <string.h>

enum { WIDTH = 80, HANG_MOST = 48 }; /* at least 32 columns are left to go on in */

/* The column under which a line goes on: behind its last gap. */
static size_t
hanging(const char *line, size_t length)
{
	size_t hang = 0, column = 0, blanks = 0;
	for (size_t size; length > 0 && column <= HANG_MOST; line += size, length -= size) {
		int codepoint;
		size = text_character(line, length, &codepoint);
		if (codepoint != ' ' && (blanks > 1 || (blanks > 0 && blanks == column)))
			hang = column;
		blanks = codepoint == ' ' ? blanks + 1 : 0;
		column += text_width(line, size);
	}
	return hang;
}

/* The bytes of the line that go before the break: up to the last blank that fits and is not among the first `least`. */
static size_t
break_at(const char *line, size_t length, size_t columns, size_t least)
{
	size_t fits = text_fit(line, length, columns), end = fits;
	if (fits >= length)
		return length;
	while (end > least && line[end] != ' ')
		end--;
	return end > least ? end : fits;
}

static void
fill_line(struct sink *sink, const char *line, size_t length)
{
	size_t hang = hanging(line, length), least = text_fit(line, length, hang), indent = 0;
	while (length > 0 && line[length - 1] == ' ')
		length--;
	while (length > 0) {
		size_t piece = break_at(line, length, WIDTH - indent, least), used = piece;
		while (used > 0 && line[used - 1] == ' ')
			used--;
		sink_pad(sink, used > 0 ? indent : 0);
		sink_bytes(sink, line, used);
		while (piece < length && line[piece] == ' ')
			piece++;
		line += piece;
		length -= piece;
		if (length > 0)
			sink_char(sink, '\n');
		indent = hang;
		least = 0;
	}
}

void
template_fill(struct sink *sink, const char *text, size_t length)
{
	while (length > 0) {
		const char *end = memchr(text, '\n', length);
		size_t line = end ? (size_t)(end - text) : length;
		fill_line(sink, text, line);
		if (end)
			sink_char(sink, '\n');
		text += line + (end != NULL);
		length -= line + (end != NULL);
	}
}
