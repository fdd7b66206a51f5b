#include <balint/fatal.h>
#include <balint/sepa.h>
#include <balint/share.h>
#include <balint/text.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool
is_basic(int codepoint)
{
	return (codepoint >= 'a' && codepoint <= 'z') || (codepoint >= 'A' && codepoint <= 'Z') || (codepoint >= '0' && codepoint <= '9')
	    || (codepoint > 0 && codepoint < 0x80 && strchr("/-?:().,'+ ", codepoint));
}

/* What becomes of a character; where the table says that nothing fits, the rules' own choice. */
static char
replacement(int codepoint)
{
	char row[16];
	if (is_basic(codepoint))
		return (char)codepoint;
	if (codepoint == '&')
		return '+';
	snprintf(row, sizeof row, "\tU+%04X\t", (unsigned)codepoint);
	const char *found = codepoint >= 0 ? strstr(share_file("epc217-08.tsv"), row) : NULL;
	if (!found || strncmp(found + strlen(row), "N/A", 3) == 0)
		return '.';
	return strncmp(found + strlen(row), "space", 5) == 0 ? ' ' : found[strlen(row)];
}

char *
sepa_text(const char *text)
{
	char *plain = text_composed(text), *to = plain;
	const char *from = plain;
	for (size_t left = strlen(plain), size; left > 0; from += size, left -= size) {
		int codepoint;
		size = text_character(from, left, &codepoint);
		*to++ = replacement(codepoint);
	}
	*to = '\0';
	return plain;
}

/* Whether the character (its bytes) stands in the text before this place. */
static bool
stands_before(const char *text, const char *character, size_t size)
{
	for (const char *at = text; at < character; at++)
		if (memcmp(at, character, size) == 0)
			return true;
	return false;
}

bool
sepa_changes(const char *text, char changed[SEPA_CHANGES])
{
	char *composed = text_composed(text);
	size_t used = 0;
	*changed = '\0';
	for (size_t left = strlen(composed), size; left > 0; left -= size) {
		int codepoint;
		const char *character = composed + strlen(composed) - left;
		size = text_character(character, left, &codepoint);
		if (is_basic(codepoint) || stands_before(composed, character, size))
			continue;
		char one[64];
		int length = snprintf(one, sizeof one, "%s'%.*s' becomes '%c'", used ? ", " : "", (int)size, character, replacement(codepoint));
		if (used + (size_t)length + sizeof ", …" > SEPA_CHANGES) {
			memcpy(changed + used, ", …", sizeof ", …");
			break;
		}
		memcpy(changed + used, one, (size_t)length + 1);
		used += (size_t)length;
	}
	free(composed);
	return *changed != '\0';
}
