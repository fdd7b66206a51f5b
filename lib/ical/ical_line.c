#include <balint/ical_line.h>
#include <balint/text.h>

#include <string.h>

enum { LINE_OCTETS = 75 };

/* What a character of a value is written as, instead of itself. */
struct escape {
	char character;
	const char *written;
};
static const struct escape text_escapes[] = { { '\\', "\\\\" }, { ';', "\\;" }, { ',', "\\," }, { '\n', "\\n" }, { 0 } };
static const struct escape parameter_escapes[] = { { '^', "^^" }, { '"', "^'" }, { '\n', "^n" }, { 0 } };
static const struct escape no_escapes[] = { { 0 } };

static void
fold(struct ical_line *line)
{
	sink_bytes(line->sink, "\r\n ", 3);
	line->room = LINE_OCTETS - 1;
}

/* ASCII, which may be folded anywhere. */
static void
put_plain(struct ical_line *line, const char *text, size_t length)
{
	while (length > 0) {
		if (line->room == 0)
			fold(line);
		size_t size = length < line->room ? length : line->room;
		sink_bytes(line->sink, text, size);
		line->room -= size;
		text += size;
		length -= size;
	}
}

/* A character or an escape, which stays whole. */
static void
put_whole(struct ical_line *line, const char *text, size_t length)
{
	if (line->room < length)
		fold(line);
	sink_bytes(line->sink, text, length);
	line->room -= length;
}

/* Neither escaped anywhere nor a part of anything longer. */
static bool
is_plain(char c)
{
	return c >= ' ' && c < 0x7f && c != '\\' && c != ';' && c != ',' && c != '^' && c != '"';
}

/* One character that is not plain; its length. */
static size_t
put_character(struct ical_line *line, const char *text, size_t length, const struct escape *escapes)
{
	int codepoint;
	size_t size = text_character(text, length, &codepoint);
	while (escapes->character && escapes->character != *text)
		escapes++;
	if (escapes->character)
		put_whole(line, escapes->written, strlen(escapes->written));
	else if (text_is_control(codepoint)) /* a malformed byte is -1 and counts as one */
		put_whole(line, " ", 1);
	else
		put_whole(line, text, size);
	return size;
}

static void
put(struct ical_line *line, const char *text, const struct escape *escapes)
{
	for (size_t left = strlen(text), size; left > 0; text += size, left -= size) {
		for (size = 0; size < left && is_plain(text[size]);)
			size++;
		if (size > 0)
			put_plain(line, text, size);
		else
			size = put_character(line, text, left, escapes);
	}
}

struct ical_line
ical_begin(struct sink *sink, const char *beginning)
{
	struct ical_line line = { sink, LINE_OCTETS };
	put_plain(&line, beginning, strlen(beginning));
	return line;
}

void
ical_put(struct ical_line *line, const char *text)
{
	put(line, text, no_escapes);
}

void
ical_put_number(struct ical_line *line, int64_t number)
{
	char digits[20], *end = digits + sizeof digits, *start = end;
	uint64_t rest = number < 0 ? -(uint64_t)number : (uint64_t)number;
	do
		*--start = (char)('0' + rest % 10);
	while (rest /= 10);
	if (number < 0)
		*--start = '-';
	put_plain(line, start, (size_t)(end - start));
}

void
ical_put_text(struct ical_line *line, const char *text)
{
	put(line, text, text_escapes);
}

void
ical_put_parameter(struct ical_line *line, const char *name, const char *value)
{
	const char *quote = strpbrk(value, ",;:") ? "\"" : "";
	ical_put(line, ";");
	ical_put(line, name);
	ical_put(line, "=");
	ical_put(line, quote);
	put(line, value, parameter_escapes);
	ical_put(line, quote);
}

void
ical_end(struct ical_line *line)
{
	sink_bytes(line->sink, "\r\n", 2);
}

void
ical_write(struct sink *sink, const char *beginning, const char *value)
{
	struct ical_line line = ical_begin(sink, beginning);
	ical_put(&line, value);
	ical_end(&line);
}

void
ical_write_text(struct sink *sink, const char *beginning, const char *text)
{
	struct ical_line line = ical_begin(sink, beginning);
	ical_put_text(&line, text);
	ical_end(&line);
}

/* The number with leading zeros; where the next one goes. */
static char *
put_digits(char *to, int number, int width)
{
	for (int place = width; place-- > 0; number /= 10)
		to[place] = (char)('0' + number % 10);
	return to + width;
}

void
ical_write_local(struct sink *sink, const char *name, struct date date, struct daytime time)
{
	struct civil civil = date_civil(date_plus_days(date, time.minute / (24 * 60)));
	char moment[] = "YYYYMMDDTHHMM00", *end = put_digits(moment, civil.year, 4);
	struct ical_line line = ical_begin(sink, name);
	end = put_digits(end, civil.month, 2);
	end = put_digits(end, civil.day, 2) + 1;
	end = put_digits(end, time.minute / 60 % 24, 2);
	put_digits(end, time.minute % 60, 2);
	ical_put(&line, ";TZID=Europe/Rome:");
	put_plain(&line, moment, sizeof moment - 1);
	ical_end(&line);
}

void
ical_write_stamp(struct sink *sink, const char *beginning, const char *stamp)
{
	static const char kept[] = "0123456789TZ";
	struct ical_line line = ical_begin(sink, beginning);
	for (size_t length; *stamp; stamp += length + strcspn(stamp + length, kept)) {
		length = strspn(stamp, kept);
		put_plain(&line, stamp, length);
	}
	ical_end(&line);
}
