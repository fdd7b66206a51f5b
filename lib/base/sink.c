#include <balint/fatal.h>
#include <balint/sink.h>
#include <balint/text.h>

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SINK_SIZE = 64 * 1024, PARAGRAPH_WIDTH = 80 };

void
sink_init(struct sink *sink, int fd)
{
	*sink = (struct sink){ .fd = fd };
}

void
sink_release(struct sink *sink)
{
	free(sink->buffer);
	*sink = (struct sink){ .fd = -1 };
}

void
sink_hold(struct sink *sink)
{
	sink->held = true;
}

static void
sink_flush(struct sink *sink)
{
	for (size_t done = 0; done < sink->used && !sink->error;) {
		ssize_t written = write(sink->fd, sink->buffer + done, sink->used - done);
		if (written >= 0)
			done += (size_t)written;
		else if (errno != EINTR)
			sink->error = errno;
	}
	sink->used = 0;
}

char *
sink_room(struct sink *sink, size_t length)
{
	if (sink->size - sink->used >= length)
		return sink->buffer + sink->used;
	if (!sink->held)
		sink_flush(sink);
	if (sink->size - sink->used < length) {
		size_t size = sink->size ? 2 * sink->size : SINK_SIZE;
		while (size - sink->used < length)
			size *= 2;
		sink->buffer = memory_resized(sink->buffer, size);
		sink->size = size;
	}
	return sink->buffer + sink->used;
}

void
sink_bytes(struct sink *sink, const char *bytes, size_t length)
{
	if (length == 0)
		return;
	memcpy(sink_room(sink, length), bytes, length);
	sink->used += length;
}

void
sink_text(struct sink *sink, const char *text)
{
	sink_bytes(sink, text, strlen(text));
}

void
sink_char(struct sink *sink, char character)
{
	*sink_room(sink, 1) = character;
	sink->used++;
}

void
sink_pad(struct sink *sink, size_t spaces)
{
	if (spaces == 0)
		return;
	memset(sink_room(sink, spaces), ' ', spaces);
	sink->used += spaces;
}

void
sink_format(struct sink *sink, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	char *text;
	int length = vasprintf(&text, format, arguments);
	va_end(arguments);
	if (length < 0)
		fatal(REFUSED, "out of memory; nothing was changed");
	sink_bytes(sink, text, (size_t)length);
	free(text);
}

void
sink_quoted(struct sink *sink, const char *word)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+=:,./-";
	if (*word && !word[strspn(word, plain)]) {
		sink_text(sink, word);
		return;
	}
	sink_char(sink, '\'');
	for (; *word; word++)
		*word == '\'' ? sink_text(sink, "'\\''") : sink_char(sink, *word);
	sink_char(sink, '\'');
}

/* A word ends at a blank, but not within brackets: `[--at HH:MM]` stays together. */
static size_t
word_length(const char *text)
{
	size_t length = 0;
	for (int depth = 0; text[length] && (text[length] != ' ' || depth > 0); length++)
		depth += (text[length] == '[') - (text[length] == ']');
	return length;
}

void
sink_paragraph(struct sink *sink, size_t start, size_t indent, const char *text)
{
	size_t column = start;
	bool first = true; /* of its line: no blank before it */
	for (const char *word = text + strspn(text, " "); *word; word += strspn(word, " ")) {
		size_t length = word_length(word), width = text_width(word, length);
		if (!first && column + 1 + width > PARAGRAPH_WIDTH) {
			sink_char(sink, '\n');
			sink_pad(sink, indent);
			column = indent;
		} else if (!first) {
			sink_char(sink, ' ');
			column++;
		}
		sink_bytes(sink, word, length);
		column += width;
		first = false;
		word += length;
	}
	sink_char(sink, '\n');
}

void
sink_visible(struct sink *sink, const char *text, size_t length)
{
	while (length > 0) {
		int codepoint;
		size_t size = text_character(text, length, &codepoint);
		if (codepoint >= 0 && !text_is_control(codepoint))
			sink_bytes(sink, text, size);
		else
			for (size_t i = 0; i < size; i++)
				sink_format(sink, "\\x%02x", (unsigned char)text[i]);
		text += size;
		length -= size;
	}
}

void
sink_shade(struct sink *sink, enum shade shade)
{
	static const char *const sequences[] = { "\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[7m" };
	sink_text(sink, sequences[shade]);
}

int
sink_close(struct sink *sink)
{
	sink->held = false;
	sink_flush(sink);
	if (sink->fd == STDOUT_FILENO && close(sink->fd) != 0 && !sink->error)
		sink->error = errno;
	return sink->error;
}
