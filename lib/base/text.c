#include <balint/fatal.h>
#include <balint/sink.h>
#include <balint/text.h>

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

char *
text_quoted(const char *word)
{
	struct sink sink;
	sink_init(&sink, -1);
	sink_hold(&sink);
	sink_quoted(&sink, word);
	sink_char(&sink, '\0');
	return sink.buffer;
}

char *
text_both(const char *first, const char *second)
{
	first = first && strcmp(first, "-") != 0 ? first : "";
	second = second && strcmp(second, "-") != 0 ? second : "";
	return memory_format("%s%s%s", first, *first && *second ? " " : "", second);
}

size_t
text_character(const char *text, size_t length, int *codepoint)
{
	unsigned char first = (unsigned char)*text;
	*codepoint = first;
	if (first < 0x80)
		return 1;
	utf8proc_int32_t decoded;
	utf8proc_ssize_t size = utf8proc_iterate((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)length, &decoded);
	*codepoint = size > 0 ? decoded : -1;
	return size > 0 ? (size_t)size : 1;
}

bool
text_is_control(int codepoint)
{
	return codepoint < 0x20 || (codepoint >= 0x7f && codepoint < 0xa0) /* C0, DEL, C1 */
	    || (codepoint >= 0x2028 && codepoint <= 0x202e)              /* line separators, embeddings, overrides */
	    || (codepoint >= 0x2066 && codepoint <= 0x2069)              /* isolates */
	    || codepoint == 0x200b || codepoint == 0x2060 || codepoint == 0xfeff; /* spaces that nobody sees */
}

/* Every character is well-formed and none is a control character. */
static bool
check_characters(const char *text, struct refusal *why)
{
	size_t length = strlen(text), size, count = 0;
	for (; length > 0; text += size, length -= size) {
		int codepoint;
		size = text_character(text, length, &codepoint);
		count++;
		if (codepoint < 0)
			return refuse(why, "not UTF-8: byte 0x%02x at character %zu", (unsigned char)*text, count);
		if (text_is_control(codepoint))
			return refuse(why, "control character U+%04X at character %zu", (unsigned)codepoint, count);
	}
	return true;
}

/* Spaces of any kind: word processors write no-break ones. */
static bool
is_space(int codepoint)
{
	return codepoint == ' ' || codepoint == '\t' || (codepoint >= 0x80 && utf8proc_category(codepoint) == UTF8PROC_CATEGORY_ZS);
}

static char *
compose(const char *text, utf8proc_option_t more)
{
	utf8proc_uint8_t *composed;
	utf8proc_ssize_t length = utf8proc_map((const utf8proc_uint8_t *)text, 0, &composed,
	    (utf8proc_option_t)(UTF8PROC_NULLTERM | UTF8PROC_STABLE | more));
	if (length == UTF8PROC_ERROR_NOMEM)
		fatal(REFUSED, "out of memory; nothing was changed");
	return length < 0 ? memory_text(text) : (char *)composed;
}

char *
text_composed(const char *text)
{
	return compose(text, UTF8PROC_COMPOSE);
}

/* Copies the text over itself with plain spaces, none at the ends; returns how many characters are left. */
static size_t
trim(char *text)
{
	const char *from = text;
	char *to = text, *end = text;
	size_t count = 0, kept = 0;
	for (size_t left = strlen(text), size; left > 0; from += size, left -= size) {
		int codepoint;
		size = text_character(from, left, &codepoint);
		bool space = is_space(codepoint);
		if (space && to == text)
			continue;
		space ? (void)(*to = ' ') : (void)memmove(to, from, size);
		to += space ? 1 : size;
		count++;
		if (!space) {
			end = to;
			kept = count;
		}
	}
	*end = '\0';
	return kept;
}

char *
text_accept_long(const char *text, size_t most, struct refusal *why)
{
	if (!check_characters(text, why))
		return NULL;
	char *accepted = text_composed(text);
	size_t count = trim(accepted);
	if (count > 0 && count <= most)
		return accepted;
	if (count == 0)
		refuse(why, "an empty text");
	else
		refuse(why, "%zu characters; the most is %zu", count, most);
	free(accepted);
	return NULL;
}

char *
text_accept(const char *text, struct refusal *why)
{
	return text_accept_long(text, TEXT_MOST, why);
}

/* The apostrophes that people and word processors write: ' ` ´ ʼ ‘ ’ ′. */
static bool
is_apostrophe(int codepoint)
{
	return codepoint == '\'' || codepoint == '`' || codepoint == 0xb4 || codepoint == 0x2bc || codepoint == 0x2018
	    || codepoint == 0x2019 || codepoint == 0x2032;
}

/* Small letters that Unicode does not decompose, as people without them write them; NULL for others. */
static const char *
plain_letters(int codepoint)
{
	static const struct {
		int codepoint;
		const char *letters;
	} plain[] = {
		{ 0xe6, "ae" }, { 0xf0, "d" }, { 0xf8, "o" }, { 0xfe, "th" }, { 0x111, "d" }, { 0x131, "i" }, { 0x142, "l" }, { 0x153, "oe" },
	};
	for (size_t i = 0; i < sizeof plain / sizeof plain[0]; i++)
		if (plain[i].codepoint == codepoint)
			return plain[i].letters;
	return NULL;
}

char *
text_fold(const char *text)
{
	char *folded = compose(text, (utf8proc_option_t)(UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK));
	trim(folded);
	const char *from = folded;
	char *to = folded;
	for (size_t left = strlen(folded), size; left > 0; from += size, left -= size) {
		int codepoint;
		size = text_character(from, left, &codepoint);
		const char *plain = plain_letters(codepoint);
		if (plain) { /* never longer than the character */
			memcpy(to, plain, strlen(plain));
			to += strlen(plain);
			continue;
		}
		if (is_apostrophe(codepoint) || (codepoint == ' ' && (to == folded || to[-1] == ' ')))
			continue;
		memmove(to, from, size);
		to += size;
	}
	*to = '\0';
	trim(folded);
	return folded;
}

/* Columns of one character of `size` bytes. */
static size_t
character_width(int codepoint, size_t size)
{
	if (codepoint < 0 || text_is_control(codepoint))
		return 4 * size; /* \x1b */
	if (codepoint < 0x7f)
		return 1;
	int width = utf8proc_charwidth(codepoint);
	return width > 0 ? (size_t)width : 0;
}

size_t
text_width(const char *text, size_t length)
{
	size_t width = 0;
	for (size_t size; length > 0; text += size, length -= size) {
		int codepoint;
		size = text_character(text, length, &codepoint);
		width += character_width(codepoint, size);
	}
	return width;
}

size_t
text_fit(const char *text, size_t length, size_t columns)
{
	size_t bytes = 0;
	while (bytes < length) {
		int codepoint;
		size_t size = text_character(text + bytes, length - bytes, &codepoint);
		size_t width = character_width(codepoint, size);
		if (width > columns)
			break;
		columns -= width;
		bytes += size;
	}
	return bytes;
}

char *
text_cut(const char *text, size_t columns, const char *mark)
{
	size_t length = strlen(text);
	if (text_width(text, length) <= columns)
		return memory_text(text);
	return memory_format("%.*s%s", (int)text_fit(text, length, columns - 1), text, mark);
}

enum { CLOSE_MOST = 64 };

/* Levenshtein's distance, for words of at most 63 bytes; longer ones are far apart. */
static size_t
distance(const char *a, const char *b)
{
	size_t row[CLOSE_MOST], columns = strlen(b);
	if (strlen(a) >= CLOSE_MOST || columns >= CLOSE_MOST)
		return CLOSE_MOST;
	for (size_t j = 0; j <= columns; j++)
		row[j] = j;
	for (size_t i = 0; a[i]; i++) {
		size_t diagonal = row[0];
		row[0] = i + 1;
		for (size_t j = 0; j < columns; j++) {
			size_t change = diagonal + (a[i] != b[j]);
			size_t least = row[j] < row[j + 1] ? row[j] + 1 : row[j + 1] + 1;
			diagonal = row[j + 1];
			row[j + 1] = change < least ? change : least;
		}
	}
	return row[columns];
}

const char *
text_closest(const char *text, const char *const *candidates)
{
	size_t length = strlen(text), nearest = length < CLOSE_MOST ? (length + 1) / 3 : 0;
	const char *closest = NULL;
	for (; *candidates; candidates++) {
		size_t away = length > 1 && strncmp(text, *candidates, length) == 0 ? 1 : distance(text, *candidates);
		if (away < nearest || (away == nearest && !closest && away < strlen(text))) {
			nearest = away;
			closest = *candidates;
		}
	}
	return closest;
}
