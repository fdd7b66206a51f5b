/* Where a text has the words. */
#include "naming_fold.h"

#include <balint/sink.h>
#include <balint/text.h>

#include <string.h>
#include <utf8proc.h>

enum { BROKEN_LEAST = 5, BROKEN_PAIR_LEAST = 8 };

/* Whether banks may break the word wherever they like: of a short one anything could be made. One word alone is only suspected then. */
static bool
is_breakable(const struct word *word, enum naming_scope scope)
{
	bool pair = strchr(word->folded, ' ');
	return word->kind == NAMING_NAME && strlen(word->folded) >= (pair ? BROKEN_PAIR_LEAST : BROKEN_LEAST) && (pair || scope != NAMING_SURE);
}

/* Whether the text may have that sign before the word's next letter, which is a blank where the word is joined. */
static bool
may_skip(enum naming_kind kind, char next, char sign, bool broken)
{
	if (kind == NAMING_NAME && next != ' ')
		return sign == '\'' || (broken && sign == ' ');
	return kind != NAMING_EXACT && is_joint(sign);
}

/* Where the word ends that begins at `at`, or 0 if it does not. */
static size_t
match(const struct word *word, const struct folded *text, size_t at, enum naming_scope scope)
{
	const char *next = word->folded;
	size_t i = at;
	for (bool broken = is_breakable(word, scope); *next; next++) {
		while (next > word->folded && i < text->length && may_skip(word->kind, *next, text->bytes[i], broken))
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

/* Whether a title ends at the point that is there: dr.rossi, dott.ssa.rossi. */
static bool
is_title(const struct folded *text, size_t point)
{
	static const char *const titles[] = { "dr", "dott", "dottor", "dssa", "drssa", "dottssa", "ssa", "sig", "sigra", "ra", "prof", "profssa", "avv", "ing", "med" };
	size_t from = point;
	while (from > 0 && is_letter(text->bytes[from - 1]))
		from--;
	for (size_t i = 0; i < sizeof titles / sizeof titles[0]; i++)
		if (text->bytes[point] == '.' && strlen(titles[i]) == point - from && memcmp(text->bytes + from, titles[i], point - from) == 0)
			return true;
	return false;
}

/* Whether the words stand there without what would join them: what follows is no part of a name then. */
static bool
is_run_together(const struct word *word, const struct folded *text, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (!is_letter(text->bytes[i]))
			return false;
	return strchr(word->folded, ' ');
}

static bool
is_whole(const struct word *word, const struct folded *text, size_t from, size_t to, enum naming_scope scope)
{
	bool strict = scope == NAMING_SURE;
	if (from > 0 && (is_letter(text->bytes[from - 1]) || (strict && from > 1 && is_joined(text, from - 1, from - 2) && !is_title(text, from - 1))))
		return false;
	if (to == text->length)
		return true;
	bool joined = strict && is_joined(text, to, to + 1) && !(text->bytes[to] == '-' && is_run_together(word, text, from, to));
	return !is_letter(text->bytes[to]) && !joined;
}

/* Whether one word alone stands in small letters within a text: then it may be no name. */
static bool
is_small(const struct word *word, const struct folded *text, size_t from, size_t to)
{
	int codepoint;
	const char *first = text->text + text->from[from];
	text_character(first, strlen(first), &codepoint);
	bool small = codepoint >= 0 && utf8proc_category(codepoint) == UTF8PROC_CATEGORY_LL;
	return word->kind == NAMING_NAME && small && !strchr(word->folded, ' ') && !(from == 0 && to == text->length);
}

/* Where the longest of the words ends that begin there; 0: none does. */
static size_t
longest(const struct naming *naming, enum naming_scope scope, const struct folded *text, size_t at)
{
	size_t end = 0;
	for (size_t i = 0; i < naming->count; i++) {
		const struct word *word = &naming->words[i];
		size_t to = word->scope <= scope ? match(word, text, at, scope) : 0;
		if (to > end && is_whole(word, text, at, to, scope) && !(scope == NAMING_SURE && is_small(word, text, at, to)))
			end = to;
	}
	return end;
}

/* A bracket that the word from..*to has opened and the text closes behind it goes with the word. */
static size_t
with_bracket(const struct folded *text, size_t from, size_t to)
{
	int open = 0;
	for (size_t i = from; i < to; i++)
		open += (text->bytes[i] == '(') - (text->bytes[i] == ')');
	return open > 0 && to < text->length && text->bytes[to] == ')' ? to + 1 : to;
}

bool
naming_found(const struct naming *naming, enum naming_scope scope, const char *text)
{
	struct folded folded = naming_fold(text);
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
	struct folded folded = naming_fold(text);
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
			end = with_bracket(&folded, at, end);
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
