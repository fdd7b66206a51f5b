#include <balint/fatal.h>
#include <balint/naming.h>
#include <balint/sink.h>
#include <balint/text.h>

#include <stdlib.h>
#include <string.h>

struct word {
	char *folded; /* of a name: a blank where its parts are joined */
	enum naming_kind kind;
	enum naming_scope scope;
};

struct naming {
	char *pseudonym;
	struct word *words;
	size_t count;
};

/* A text for comparing, and which bytes of the text each of its bytes stands for. */
struct folded {
	char *bytes;
	size_t *from, *to;
	size_t length;
};

enum { COMBINING_FIRST = 0x300, COMBINING_LAST = 0x36f, CHARACTER_MOST = 8 };

struct naming *
naming_new(const char *pseudonym)
{
	struct naming *naming = memory(sizeof *naming);
	*naming = (struct naming){ .pseudonym = memory_text(pseudonym) };
	return naming;
}

void
naming_free(struct naming *naming)
{
	if (!naming)
		return;
	for (size_t i = 0; i < naming->count; i++)
		free(naming->words[i].folded);
	free(naming->words);
	free(naming->pseudonym);
	free(naming);
}

/* A letter or digit; those beyond ASCII that are left after folding are letters. */
static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

/* What may stand between the parts of a name, or the groups of a number. */
static bool
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
static struct folded
fold(const char *text)
{
	size_t length = strlen(text), most = 4 * length + 1;
	struct folded folded = { memory(most), memory(most * sizeof(size_t)), memory(most * sizeof(size_t)), 0 };
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

static void
folded_free(struct folded *folded)
{
	free(folded->bytes);
	free(folded->from);
	free(folded->to);
}

/* The words as they are looked for: of a name the joints as blanks, of a number none. */
static char *
fold_words(enum naming_kind kind, const char *words)
{
	struct folded folded = fold(words);
	char *made = memory(folded.length + 1);
	size_t used = 0;
	for (size_t i = 0; i < folded.length; i++) {
		bool joint = kind != NAMING_EXACT && is_joint(folded.bytes[i]);
		if (!joint)
			made[used++] = folded.bytes[i];
		else if (kind == NAMING_NAME && used > 0 && made[used - 1] != ' ')
			made[used++] = ' ';
	}
	while (used > 0 && made[used - 1] == ' ')
		used--;
	made[used] = '\0';
	folded_free(&folded);
	return made;
}

static bool
has_letter(const char *text)
{
	while (*text && !is_letter(*text))
		text++;
	return *text;
}

void
naming_add(struct naming *naming, enum naming_kind kind, enum naming_scope scope, const char *words)
{
	char *folded = fold_words(kind, words ? words : "");
	struct word *same = NULL;
	for (size_t i = 0; i < naming->count && !same; i++)
		if (naming->words[i].kind == kind && strcmp(naming->words[i].folded, folded) == 0)
			same = &naming->words[i];
	if (same && scope < same->scope)
		same->scope = scope;
	if (same || !has_letter(folded)) {
		free(folded);
		return;
	}
	naming->words = memory_for_one(naming->words, naming->count, sizeof *naming->words);
	naming->words[naming->count++] = (struct word){ folded, kind, scope };
}

/* Whether the text may have that sign before the word's next letter, which is a blank where the word is joined. */
static bool
may_skip(enum naming_kind kind, char next, char sign)
{
	if (kind == NAMING_NAME && next != ' ')
		return sign == '\'';
	return kind != NAMING_EXACT && is_joint(sign);
}

/* Where the word ends that begins at `at`, or 0 if it does not. */
static size_t
match(const struct word *word, const struct folded *text, size_t at)
{
	const char *next = word->folded;
	size_t i = at;
	for (; *next; next++) {
		while (next > word->folded && i < text->length && may_skip(word->kind, *next, text->bytes[i]))
			i++;
		if (*next != ' ' && (i == text->length || text->bytes[i++] != *next))
			return 0;
	}
	return i;
}

/* Whether the sign at `i` joins a word with the one that is sure to stand beside it, on the other side than `beyond`. */
static bool
is_joined(const struct folded *text, size_t i, size_t beyond)
{
	return strchr("-.'@", text->bytes[i]) && beyond < text->length && is_letter(text->bytes[beyond]);
}

static bool
is_whole(const struct folded *text, size_t from, size_t to, enum naming_scope scope)
{
	bool strict = scope == NAMING_SURE;
	if (from > 0 && (is_letter(text->bytes[from - 1]) || (strict && from > 1 && is_joined(text, from - 1, from - 2))))
		return false;
	return to == text->length || (!is_letter(text->bytes[to]) && !(strict && is_joined(text, to, to + 1)));
}

/* Where the longest of the words ends that begin there; 0: none does. */
static size_t
longest(const struct naming *naming, enum naming_scope scope, const struct folded *text, size_t at)
{
	size_t end = 0;
	for (size_t i = 0; i < naming->count; i++) {
		const struct word *word = &naming->words[i];
		size_t to = word->scope <= scope ? match(word, text, at) : 0;
		if (to > end && is_whole(text, at, to, scope))
			end = to;
	}
	return end;
}

bool
naming_found(const struct naming *naming, enum naming_scope scope, const char *text)
{
	struct folded folded = fold(text);
	size_t at = 0;
	while (at < folded.length && !longest(naming, scope, &folded, at))
		at++;
	bool found = at < folded.length;
	folded_free(&folded);
	return found;
}

char *
naming_replaced(const struct naming *naming, enum naming_scope scope, const char *text)
{
	struct folded folded = fold(text);
	struct sink sink;
	size_t copied = 0;
	bool found = false;
	sink_init(&sink, -1);
	sink_hold(&sink);
	for (size_t at = 0; at < folded.length;) {
		size_t end = longest(naming, scope, &folded, at);
		if (end) {
			sink_bytes(&sink, text + copied, folded.from[at] - copied);
			sink_text(&sink, naming->pseudonym);
			copied = folded.to[end - 1];
			found = true;
		}
		at = end ? end : at + 1;
	}
	sink_text(&sink, text + copied);
	sink_char(&sink, '\0');
	folded_free(&folded);
	if (found)
		return sink.buffer;
	sink_release(&sink);
	return NULL;
}
