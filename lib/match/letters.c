#include "letters.h"

#include <balint/fatal.h>

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

void
letters_release(struct letters *letters)
{
	free(letters->letters);
}

/* Letters that Unicode does not take apart. */
static const char *
plain_letters(int codepoint)
{
	static const struct {
		int codepoint;
		const char *letters;
	} plain[] = {
		{ 0xc6, "ae" }, { 0xd0, "d" }, { 0xd8, "o" }, { 0xde, "th" }, { 0xdf, "ss" }, { 0xe6, "ae" }, { 0xf0, "d" }, { 0xf8, "o" }, { 0xfe, "th" },
		{ 0x110, "d" }, { 0x111, "d" }, { 0x131, "i" }, { 0x141, "l" }, { 0x142, "l" }, { 0x152, "oe" }, { 0x153, "oe" }, { 0x1e9e, "ss" },
	};
	for (size_t i = 0; i < sizeof plain / sizeof plain[0]; i++)
		if (plain[i].codepoint == codepoint)
			return plain[i].letters;
	return NULL;
}

static unsigned
gap_of(int codepoint)
{
	switch (codepoint) {
	case ' ': case '\t': case '\n': case '\r': case 0xa0: case 0x2002: case 0x2003: case 0x2009: case 0x202f: case 0x3000:
		return GAP_SPACE;
	case '\'': case '`': case 0xb4: case 0x2bc: case 0x2018: case 0x2019: case 0x2032:
		return GAP_APOSTROPHE;
	case '-': case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2212:
		return GAP_DASH;
	case '/': case '\\':
		return GAP_SLASH;
	case '.':
		return GAP_DOT;
	case ',': case ';':
		return GAP_LIST;
	case '+': case '&':
		return GAP_PLUS;
	case 0xad: case 0x200b: case 0x200c: case 0x200d: case 0x2060: case 0xfeff:
		return 0; /* nobody sees them */
	default:
		return GAP_OTHER;
	}
}

/* Adds one letter; the gap before it is what was met since the last one. */
static void
add(struct letters *letters, unsigned code, bool marked, unsigned *gap, size_t at, size_t end)
{
	if (letters->count + 2 > letters->room) {
		letters->room = 2 * letters->room + 256;
		letters->letters = memory_resized(letters->letters, letters->room * sizeof *letters->letters);
	}
	if (letters->count > 0 && *gap == 0
	    && (code >= LETTER_DIGIT && code < LETTER_FOREIGN) != letter_is_digit(&letters->letters[letters->count - 1]))
		*gap = GAP_SPLIT;
	letters->letters[letters->count++] = (struct letter){ (uint8_t)code, marked, (uint16_t)*gap, (uint32_t)at, (uint32_t)end };
	*gap = 0;
}

static unsigned
code_of(int codepoint)
{
	if (codepoint >= 'a' && codepoint <= 'z')
		return (unsigned)codepoint - 'a';
	if (codepoint >= 'A' && codepoint <= 'Z')
		return (unsigned)codepoint - 'A';
	if (codepoint >= '0' && codepoint <= '9')
		return (unsigned)codepoint - '0' + LETTER_DIGIT;
	return LETTER_FOREIGN;
}

/* A character beyond ASCII: as plain letters, or what it is between letters. */
static void
add_character(struct letters *letters, int codepoint, unsigned *gap, size_t at, size_t end)
{
	const char *plain = plain_letters(codepoint);
	for (; plain && *plain; plain++)
		add(letters, code_of(*plain), true, gap, at, end);
	if (plain)
		return;
	utf8proc_category_t category = utf8proc_category(codepoint);
	bool letter = category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO && codepoint != 0xaa && codepoint != 0xba;
	if (category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME) {
		if (letters->count > 0 && *gap == 0)
			letters->letters[letters->count - 1].marked = true;
		return;
	}
	if (!letter) {
		*gap |= gap_of(codepoint);
		return;
	}
	utf8proc_int32_t parts[32];
	int last = 0;
	utf8proc_ssize_t count = utf8proc_decompose_char(codepoint, parts, 32, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK, &last);
	for (utf8proc_ssize_t i = 0; i < count && i < 32; i++)
		add(letters, code_of(parts[i]), true, gap, at, end);
}

void
letters_read(struct letters *letters, const char *text)
{
	const size_t length = strlen(text);
	unsigned gap = GAP_OTHER;
	letters->count = 0;
	for (size_t at = 0, size; at < length; at += size) {
		unsigned char byte = (unsigned char)text[at];
		size = 1;
		if (byte < 0x80) {
			unsigned code = code_of(byte);
			if (code < LETTER_FOREIGN)
				add(letters, code, false, &gap, at, at + 1);
			else
				gap |= gap_of(byte);
			continue;
		}
		utf8proc_int32_t codepoint;
		utf8proc_ssize_t used = utf8proc_iterate((const utf8proc_uint8_t *)text + at, (utf8proc_ssize_t)(length - at), &codepoint);
		size = used > 0 ? (size_t)used : 1;
		add_character(letters, used > 0 ? codepoint : byte, &gap, at, at + size);
	}
	if (letters->room == 0) {
		letters->room = 256;
		letters->letters = memory_resized(letters->letters, letters->room * sizeof *letters->letters);
	}
	letters->letters[letters->count] = (struct letter){ LETTER_FOREIGN, false, (uint16_t)(gap | GAP_OTHER), (uint32_t)length, (uint32_t)length };
}

size_t
letters_word_end(const struct letters *letters, size_t i)
{
	for (i++; i < letters->count && !(letters->letters[i].gap & ~(unsigned)(GAP_APOSTROPHE | GAP_SPLIT)); i++)
		;
	return i;
}
