#include "naming_fold.h"

#include <balint/fatal.h>
#include <balint/text.h>

#include <stdlib.h>
#include <string.h>

enum { COMBINING_FIRST = 0x300, COMBINING_LAST = 0x36f, CHARACTER_MOST = 8 };

bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

bool
is_joint(char c)
{
	return c && strchr(" '-._/()\\", c);
}

static void
append(struct folded *folded, char byte, size_t from, size_t to)
{
	folded->bytes[folded->length] = byte;
	folded->from[folded->length] = from;
	folded->to[folded->length++] = to;
}

/* One character beyond ASCII: an accent belongs to the letter before it, an apostrophe stays one, what else leaves nothing parts words. */
static void
append_wide(struct folded *folded, const char *character, size_t size, int codepoint, size_t at)
{
	char alone[CHARACTER_MOST] = "";
	memcpy(alone, character, size < sizeof alone ? size : sizeof alone - 1);
	if (codepoint >= COMBINING_FIRST && codepoint <= COMBINING_LAST && folded->length > 0) {
		folded->to[folded->length - 1] = at + size;
		return;
	}
	char *plain = codepoint < 0 ? memory_text("") : text_fold(alone);
	for (const char *c = plain; *c; c++)
		append(folded, *c, at, at + size);
	if (!*plain)
		append(folded, codepoint == 0xa0 || codepoint < 0 ? ' ' : '\'', at, at + size);
	free(plain);
}

/* A character folds to at most four bytes for each of its own. */
struct folded
naming_fold(const char *text)
{
	size_t length = strlen(text), most = 4 * length + 1;
	struct folded folded = { text, memory(most), memory(most * sizeof(size_t)), memory(most * sizeof(size_t)), 0 };
	for (size_t at = 0, size; at < length; at += size) {
		int codepoint;
		size = text_character(text + at, length - at, &codepoint);
		if (codepoint >= 0x80 || codepoint < 0)
			append_wide(&folded, text + at, size, codepoint, at);
		else
			append(&folded, (char)(codepoint >= 'A' && codepoint <= 'Z' ? codepoint + 'a' - 'A' : codepoint == '`' ? '\'' : codepoint), at, at + size);
	}
	return folded;
}

void
folded_free(struct folded *folded)
{
	free(folded->bytes);
	free(folded->from);
	free(folded->to);
}
