#include <balint/fatal.h>
#include <balint/sink.h>
#include <balint/text.h>

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SINK_SIZE = 64 * 1024, SPILL_SIZE = 1024 * 1024, PARAGRAPH_WIDTH = 80 };

void
sink_init(struct sink *sink, int fd)
{
	*sink = (struct sink){ .fd = fd, .spill = -1 };
}

void
sink_release(struct sink *sink)
{
	free(sink->buffer);
	if (sink->spill >= 0)
		close(sink->spill);
	sink_init(sink, -1);
}

void
sink_hold(struct sink *sink)
{
	sink->held = true;
}

void
sink_forget(struct sink *sink)
{
	sink->used = 0;
	sink->spilled = 0;
}

/* A file without a name, where the file system has such; else one that loses its name at once. */
static int
open_temporary(void)
{
	char name[PATH_MAX];
	const char *named = getenv("TMPDIR"), *folder = named && *named ? named : "/tmp";
	int fd = open(folder, O_TMPFILE | O_RDWR | O_EXCL | O_CLOEXEC, 0600);
	if (fd >= 0 || snprintf(name, sizeof name, "%s/balint-XXXXXX", folder) >= (int)sizeof name)
		return fd;
	fd = mkostemp(name, O_CLOEXEC);
	if (fd >= 0)
		unlink(name);
	return fd;
}

/* Sets aside what is in the buffer; where that cannot be, it and all that follows stay in memory. */
static void
sink_spill(struct sink *sink)
{
	if (sink->spill < 0)
		sink->spill = open_temporary();
	sink->crowded = sink->spill < 0;
	for (size_t done = 0; done < sink->used && !sink->crowded;) {
		ssize_t written = pwrite(sink->spill, sink->buffer + done, sink->used - done, sink->spilled + (off_t)done);
		done += written > 0 ? (size_t)written : 0;
		sink->crowded = written == 0 || (written < 0 && errno != EINTR);
	}
	if (sink->crowded)
		return;
	sink->spilled += (off_t)sink->used;
	sink->used = 0;
}

static void
write_out(struct sink *sink, const char *bytes, size_t length)
{
	for (size_t done = 0; done < length && !sink->error;) {
		ssize_t written = write(sink->fd, bytes + done, length - done);
		if (written >= 0)
			done += (size_t)written;
		else if (errno != EINTR)
			sink->error = errno;
	}
}

static void
write_spilled(struct sink *sink)
{
	char piece[SINK_SIZE];
	for (off_t done = 0; done < sink->spilled && !sink->error;) {
		off_t left = sink->spilled - done;
		ssize_t got = pread(sink->spill, piece, left < SINK_SIZE ? (size_t)left : SINK_SIZE, done);
		if (got > 0) {
			write_out(sink, piece, (size_t)got);
			done += got;
		} else if (got == 0 || errno != EINTR) {
			sink->error = got == 0 ? EIO : errno;
		}
	}
	sink->spilled = 0;
}

void
sink_flush(struct sink *sink)
{
	write_spilled(sink);
	write_out(sink, sink->buffer, sink->used);
	sink->used = 0;
}

char *
sink_room(struct sink *sink, size_t length)
{
	if (sink->size - sink->used >= length)
		return sink->buffer + sink->used;
	if (!sink->held)
		sink_flush(sink);
	else if (sink->fd >= 0 && sink->used > 0 && sink->used + length > SPILL_SIZE && !sink->crowded)
		sink_spill(sink);
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
	static const char *const sequences[] = { "\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[7m", "\x1b[32m", "\x1b[33m", "\x1b[36m" };
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
