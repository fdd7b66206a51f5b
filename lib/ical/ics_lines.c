#include <balint/ics_lines.h>
#include <balint/translation.h>

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { END = -1 };

/* The byte that comes, or END. */
static int
peek(struct ics_lines *lines)
{
	if (lines->at < lines->used)
		return lines->bytes[lines->at];
	ssize_t got;
	do
		got = lines->error ? 0 : read(lines->fd, lines->bytes, ICS_PIECE);
	while (got < 0 && errno == EINTR);
	if (got < 0)
		lines->error = errno;
	lines->at = 0;
	lines->used = got > 0 ? (size_t)got : 0;
	return got > 0 ? lines->bytes[0] : END;
}

static bool
is_continuation(int byte)
{
	return (byte & 0xc0) == 0x80;
}

static int
take(struct ics_lines *lines)
{
	int byte = peek(lines);
	if (byte == END)
		return END;
	lines->at++;
	lines->next.column += !is_continuation(byte);
	return byte;
}

/* Of the faults of a line the first is told. */
static void __attribute__((format(printf, 3, 4)))
fault(struct ics_lines *lines, struct ics_place place, const char *format, ...)
{
	if (lines->fault[0])
		return;
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(lines->fault, ICS_FAULT, translated(format), arguments);
	va_end(arguments);
	lines->fault_place = place;
}

/* Characters may be folded in their middle, so a sequence goes on over line ends. */
static bool
is_sound(struct ics_lines *lines, int byte)
{
	if (lines->more) {
		bool good = byte >= lines->low && byte <= lines->high;
		lines->more = good ? (unsigned char)(lines->more - 1) : 0;
		lines->low = 0x80;
		lines->high = 0xbf;
		return good;
	}
	lines->more = byte < 0xc2 ? 0 : byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : byte < 0xf5 ? 3 : 0;
	lines->low = byte == 0xe0 ? 0xa0 : byte == 0xf0 ? 0x90 : 0x80;
	lines->high = byte == 0xed ? 0x9f : byte == 0xf4 ? 0x8f : 0xbf;
	return byte < 0x80 || lines->more;
}

static void
check_byte(struct ics_lines *lines, struct ics_place place, int byte)
{
	if (!lines->more) {
		lines->lead = byte;
		lines->sequence = place;
	}
	if (!is_sound(lines, byte))
		fault(lines, lines->sequence, "not UTF-8: byte 0x%02x", (unsigned)lines->lead);
	else if (byte == 0)
		fault(lines, place, "a NUL byte");
	else if ((byte < ' ' && byte != '\t') || byte == 0x7f)
		fault(lines, place, "control character U+%04X", (unsigned)byte);
}

static void
append(struct ics_lines *lines, int byte)
{
	if (byte == '"')
		lines->quoted = !lines->quoted;
	if (byte == ':' && !lines->quoted && lines->value.line == 0 && !lines->cut) {
		lines->value = lines->next;
		lines->value_at = lines->length + 1;
	}
	if (lines->length < ICS_LINE_MOST)
		lines->text[lines->length++] = (char)byte;
	else
		lines->cut = true;
}

/* Behind a line feed; whether the line goes on in the next one. */
static bool
is_folded(struct ics_lines *lines)
{
	lines->next = (struct ics_place){ lines->next.line + 1, 1 };
	int byte = peek(lines);
	if (lines->length > 0 && (byte == ' ' || byte == '\t'))
		return take(lines) != END;
	return false;
}

static void
line_begin(struct ics_lines *lines)
{
	lines->start = lines->next;
	lines->value.line = 0;
	lines->length = lines->value_at = 0;
	lines->cut = lines->quoted = false;
	lines->fault[0] = '\0';
	lines->more = 0;
}

bool
ics_lines_next(struct ics_lines *lines)
{
	line_begin(lines);
	for (;;) {
		struct ics_place place = lines->next;
		int byte = take(lines);
		if (byte == END)
			break;
		if (byte == '\r' && peek(lines) == '\n')
			continue;
		if (byte != '\n') {
			check_byte(lines, place, byte);
			append(lines, byte);
		} else if (!is_folded(lines)) {
			if (lines->length > 0)
				break;
			line_begin(lines);
		}
	}
	if (lines->more)
		fault(lines, lines->sequence, "not UTF-8: byte 0x%02x", (unsigned)lines->lead);
	lines->text[lines->length] = '\0';
	return lines->length > 0 && !lines->error;
}

bool
ics_lines_read(const struct ics_lines *lines, struct refusal *why)
{
	return !lines->error || refuse(why, "%s cannot be read: %s", lines->path, system_error(lines->error));
}

static void
skip_mark(struct ics_lines *lines)
{
	if (peek(lines) != END && lines->used >= 3 && memcmp(lines->bytes, "\xef\xbb\xbf", 3) == 0)
		lines->at = 3;
}

bool
ics_lines_open(struct ics_lines *lines, const char *path, struct refusal *why)
{
	bool input = strcmp(path, "-") == 0;
	lines->path = input ? "standard input" : path;
	lines->used = lines->at = 0;
	lines->next = (struct ics_place){ 1, 1 };
	lines->fd = input ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	lines->error = lines->fd < 0 ? errno : 0;
	if (!lines->error)
		skip_mark(lines);
	return ics_lines_read(lines, why);
}

void
ics_lines_close(struct ics_lines *lines)
{
	if (lines->fd > STDIN_FILENO)
		close(lines->fd);
	lines->fd = -1;
}
