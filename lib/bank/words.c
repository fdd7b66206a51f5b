#include "words.h"

#include <balint/text.h>

#include <ctype.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>
#include <utf8proc.h>

void
words_clear(struct words *words)
{
	words->length = words->characters = 0;
	words->blank = words->led = words->over = false;
	words->text[0] = '\0';
}

static void
put(struct words *words, const char *bytes, size_t length)
{
	size_t blank = words->blank && words->length > 0;
	if (words->over || words->length + blank + length >= BANK_TEXT) {
		words->over = true;
		return;
	}
	if (words->length == 0)
		words->led = words->blank;
	if (blank)
		words->text[words->length++] = ' ';
	memcpy(words->text + words->length, bytes, length);
	words->length += length;
	words->text[words->length] = '\0';
	words->blank = false;
}

static bool
is_utf8(const char *bytes, size_t length)
{
	for (size_t size = 1; length > 0; bytes += size, length -= size) {
		int codepoint = 0;
		size = (unsigned char)*bytes < 0x80 ? 1 : text_character(bytes, length, &codepoint);
		if (codepoint < 0)
			return false;
	}
	return true;
}

/* How many bytes from here on are ASCII that people see. */
static size_t
plain_length(const char *bytes, size_t length)
{
	size_t plain = 0;
	while (plain < length && bytes[plain] > ' ' && bytes[plain] < 0x7f)
		plain++;
	return plain;
}

/* The five bytes that Windows-1252 does not have are the controls that they are in ISO-8859-1. */
int
words_codepoint_1252(unsigned char byte)
{
	static const uint16_t high[] = { 0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152,
		0x8d, 0x017d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,
		0x017e, 0x0178 };
	return byte >= 0x80 && byte < 0xa0 ? high[byte - 0x80] : byte;
}

void
words_add(struct words *words, const char *bytes, size_t length)
{
	bool utf8 = is_utf8(bytes, length);
	for (size_t size; length > 0; bytes += size, length -= size) {
		int codepoint = words_codepoint_1252((unsigned char)*bytes);
		utf8proc_uint8_t encoded[4];
		size = plain_length(bytes, length);
		words->characters += size;
		if (size > 0) {
			put(words, bytes, size);
			continue;
		}
		size = utf8 ? text_character(bytes, length, &codepoint) : 1;
		words->characters++;
		if (codepoint == ' ' || codepoint == 0xa0 || text_is_control(codepoint))
			words->blank = true;
		else
			put(words, (const char *)encoded, (size_t)utf8proc_encode_char(codepoint, encoded));
	}
}

void
words_say(struct words *words, const char *text)
{
	words_add(words, text, strlen(text));
}

void
words_break(struct words *words)
{
	words->blank = true;
}

/* Letters beyond ASCII count; signs beyond it are rare where a text is cut. */
static bool
is_of_word(char c)
{
	return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

void
words_join(struct words *words, const struct words *piece, size_t before, size_t width)
{
	bool cut = before >= width || words->length == 0 || !is_of_word(words->text[words->length - 1]) || !is_of_word(piece->text[0]);
	words->blank |= !cut || piece->led;
	words->over |= piece->over;
	words_say(words, piece->text);
	words->blank = piece->blank;
}

const char *
words_id(const struct words *words)
{
	static const char *const none[] = { "NONREF", "NOTPROVIDED", "NOT PROVIDED", "NOTAVAILABLE", "UNKNOWN", "NONE", "N/A" };
	for (size_t i = 0; i < sizeof none / sizeof none[0]; i++)
		if (strcasecmp(words->text, none[i]) == 0)
			return NULL;
	for (const char *c = words->text; *c; c++)
		if (*c != '0' && is_of_word(*c))
			return words->text;
	return NULL;
}

void
words_iban(const struct words *words, char iban[35])
{
	size_t length = 0;
	bool good = true;
	for (const char *c = words->text; *c && good; c++) {
		if (*c == ' ')
			continue;
		good = length < 34 && isalnum((unsigned char)*c);
		iban[length++] = (char)toupper((unsigned char)*c);
	}
	good = good && length >= 15 && isalpha((unsigned char)iban[0]) && isalpha((unsigned char)iban[1])
	    && isdigit((unsigned char)iban[2]) && isdigit((unsigned char)iban[3]);
	iban[good ? length : 0] = '\0';
}
