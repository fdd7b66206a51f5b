#include "export_line.h"

#include <balint/text.h>
#include <balint/translation.h>

#include <stdio.h>
#include <string.h>

/* Where the reading is; texts are decoded in place, as none grows. */
struct reading {
	char *at, *end, *begin;
	struct refusal *why;
};

static bool
refuse_here(const struct reading *reading, const char *what)
{
	return refuse(reading->why, "byte %zu: %s", (size_t)(reading->at - reading->begin) + 1, translated(what));
}

static void
skip_blanks(struct reading *reading)
{
	while (reading->at < reading->end && (*reading->at == ' ' || *reading->at == '\t' || *reading->at == '\r'))
		reading->at++;
}

static bool
take(struct reading *reading, char wanted)
{
	skip_blanks(reading);
	bool there = reading->at < reading->end && *reading->at == wanted;
	reading->at += there;
	return there;
}

/* Four hexadecimal digits; -1 if they are none. */
static int
take_hex(struct reading *reading)
{
	int value = 0;
	for (int i = 0; i < 4; i++, reading->at++) {
		static const char digits[] = "0123456789abcdef0123456789ABCDEF";
		const char *digit = reading->at < reading->end ? memchr(digits, *reading->at, sizeof digits - 1) : NULL;
		if (!digit)
			return -1;
		value = value << 4 | (int)((digit - digits) & 15);
	}
	return value;
}

/* The character as UTF-8; behind it. */
static char *
put_character(char *to, int codepoint)
{
	if (codepoint < 0x80) {
		*to++ = (char)codepoint;
	} else if (codepoint < 0x800) {
		*to++ = (char)(0xc0 | codepoint >> 6);
		*to++ = (char)(0x80 | (codepoint & 0x3f));
	} else if (codepoint < 0x10000) {
		*to++ = (char)(0xe0 | codepoint >> 12);
		*to++ = (char)(0x80 | (codepoint >> 6 & 0x3f));
		*to++ = (char)(0x80 | (codepoint & 0x3f));
	} else {
		*to++ = (char)(0xf0 | codepoint >> 18);
		*to++ = (char)(0x80 | (codepoint >> 12 & 0x3f));
		*to++ = (char)(0x80 | (codepoint >> 6 & 0x3f));
		*to++ = (char)(0x80 | (codepoint & 0x3f));
	}
	return to;
}

/* What stands behind `\u`; NULL if it is no character, nor one of our bytes that are no UTF-8 (U+DC80 to U+DCFF). */
static char *
decode_unicode(struct reading *reading, char *to)
{
	int codepoint = take_hex(reading);
	if (codepoint == 0)
		return NULL; /* no text of ours has a NUL */
	if (codepoint >= 0xdc80 && codepoint <= 0xdcff) {
		*to++ = (char)(codepoint & 0xff);
		return to;
	}
	if (codepoint >= 0xd800 && codepoint <= 0xdbff) {
		bool more = reading->end - reading->at >= 2 && reading->at[0] == '\\' && reading->at[1] == 'u';
		reading->at += more ? 2 : 0;
		int low = more ? take_hex(reading) : -1;
		codepoint = low >= 0xdc00 && low <= 0xdfff ? 0x10000 + ((codepoint - 0xd800) << 10) + (low - 0xdc00) : -1;
	}
	return codepoint < 0 || (codepoint >= 0xdc00 && codepoint <= 0xdfff) ? NULL : put_character(to, codepoint);
}

static char *
decode_escape(struct reading *reading, char *to)
{
	static const char letters[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
	const char *letter = reading->at < reading->end ? memchr(letters, *reading->at, sizeof letters - 1) : NULL;
	if (!letter && (reading->at == reading->end || *reading->at != 'u'))
		return NULL;
	reading->at++;
	if (!letter)
		return decode_unicode(reading, to);
	*to++ = meant[letter - letters];
	return to;
}

/* A text, decoded to where it stands; without a NUL behind it, as that may be the next character still. */
static bool
take_text(struct reading *reading, char **text, size_t *length)
{
	if (!take(reading, '"'))
		return refuse_here(reading, "no text is here");
	char *to = reading->at;
	*text = to;
	while (reading->at < reading->end && *reading->at != '"') {
		int codepoint;
		size_t size = text_character(reading->at, (size_t)(reading->end - reading->at), &codepoint);
		if (codepoint < 0)
			return refuse_here(reading, "is not UTF-8");
		if (codepoint < 0x20)
			return refuse_here(reading, "a control character stands for itself");
		if (codepoint == '\\') {
			reading->at++;
			to = decode_escape(reading, to);
			if (!to)
				return refuse_here(reading, "an escape stands for nothing");
			continue;
		}
		memmove(to, reading->at, size);
		to += size;
		reading->at += size;
	}
	*length = (size_t)(to - *text);
	return take(reading, '"') || refuse_here(reading, "a text does not end");
}

/* A whole number as JSON writes it, of 64 bits. */
static bool
take_number(struct reading *reading, int64_t *number)
{
	bool negative = *reading->at == '-';
	const char *first = reading->at += negative;
	*number = 0;
	for (; reading->at < reading->end && *reading->at >= '0' && *reading->at <= '9'; reading->at++)
		if (__builtin_mul_overflow(*number, 10, number) || __builtin_sub_overflow(*number, *reading->at - '0', number))
			return refuse_here(reading, "a number is too large");
	char behind = reading->at < reading->end ? *reading->at : ' ';
	if (reading->at == first || (*first == '0' && reading->at > first + 1) || behind == '.' || behind == 'e' || behind == 'E')
		return refuse_here(reading, "no whole number is here");
	if (!negative && *number == INT64_MIN)
		return refuse_here(reading, "a number is too large");
	*number = negative ? *number : -*number;
	return true;
}

static bool
take_value(struct reading *reading, struct field *field)
{
	skip_blanks(reading);
	size_t left = (size_t)(reading->end - reading->at);
	if (left > 0 && *reading->at == '"') {
		char *text = NULL;
		bool taken = take_text(reading, &text, &field->length);
		field->kind = FIELD_TEXT;
		field->text = text;
		return taken;
	}
	if (left > 0 && (*reading->at == '-' || (*reading->at >= '0' && *reading->at <= '9'))) {
		field->kind = FIELD_NUMBER;
		return take_number(reading, &field->number);
	}
	if (left < 4 || memcmp(reading->at, "null", 4) != 0)
		return refuse_here(reading, "a text, a whole number or null should be here");
	field->kind = FIELD_NULL;
	reading->at += 4;
	return true;
}

/* The name, a colon and what it is. Where the name's quotation mark was, there is room for its NUL. */
static bool
take_field(struct reading *reading, struct object *object)
{
	struct field *field = &object->fields[object->count];
	char *name = NULL;
	size_t length = 0;
	if (object->count == FIELDS_MOST)
		return refuse_here(reading, "has too many names");
	if (!take_text(reading, &name, &length) || !name)
		return false;
	name[length] = '\0';
	*field = (struct field){ .name = name };
	if (object_find(object, name)) {
		refuse(reading->why, "'%s' is there twice", name);
		return false;
	}
	if (!take(reading, ':'))
		return refuse_here(reading, "a colon should be here");
	if (!take_value(reading, field))
		return false;
	object->count++;
	return true;
}

bool
object_parse(char *line, size_t length, struct object *object, struct refusal *why)
{
	struct reading reading = { line, line + length, line, why };
	object->count = 0;
	if (!take(&reading, '{'))
		return refuse_here(&reading, "no JSON object begins here");
	for (bool more = !take(&reading, '}'); more;) {
		if (!take_field(&reading, object))
			return false;
		more = take(&reading, ',');
		if (!more && !take(&reading, '}'))
			return refuse_here(&reading, "a comma or the end of the object should be here");
	}
	skip_blanks(&reading);
	return reading.at == reading.end || refuse_here(&reading, "something stands behind the object");
}

const struct field *
object_find(const struct object *object, const char *name)
{
	for (size_t i = 0; i < object->count; i++)
		if (strcmp(object->fields[i].name, name) == 0)
			return &object->fields[i];
	return NULL;
}
