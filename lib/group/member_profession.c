#include "member_profession.h"

#include "member_cells.h"

#include <balint/fatal.h>
#include <balint/profession.h>
#include <balint/text.h>

#include <stdlib.h>
#include <string.h>

static void
add_word(struct profession_words *words, char *key, const char *code)
{
	words->keys = memory_for_one(words->keys, words->count + 1, sizeof *words->keys);
	words->codes = memory_for_one(words->codes, words->count + 1, sizeof *words->codes);
	words->keys[words->count] = key;
	words->codes[words->count] = memory_text(code);
	words->keys[++words->count] = NULL;
	words->codes[words->count] = NULL;
}

static void
take_profession(void *context, const void *row)
{
	const struct profession *profession = row;
	add_word(context, member_key(profession->code), profession->code);
	add_word(context, member_key(profession->label), profession->code);
}

void
profession_words_load(struct store *store, struct profession_words *words)
{
	*words = (struct profession_words){ memory(sizeof *words->keys), memory(sizeof *words->codes), 0 };
	words->keys[0] = words->codes[0] = NULL;
	profession_list(store, take_profession, words);
}

void
profession_words_release(struct profession_words *words)
{
	for (size_t i = 0; i < words->count; i++) {
		free(words->keys[i]);
		free(words->codes[i]);
	}
	free(words->keys);
	free(words->codes);
}

/* Cuts a word's ending by which somebody is a man or a woman: infermiere and infermiera, educatore and educatrice. */
static size_t
cut_gender(const char *word, size_t length)
{
	if (length > 5 && memcmp(word + length - 5, "trice", 5) == 0)
		return length - 5 + strlen("t");
	if (length > 4 && memcmp(word + length - 4, "tore", 4) == 0)
		return length - 4 + strlen("t");
	return length > 1 && strchr("aeo", word[length - 1]) ? length - 1 : length;
}

/* A key without genders and blanks: `o s s` is `oss`. Heap memory, owned by the caller. */
static char *
key_stem(const char *key)
{
	char *stem = memory_text(key), *to = stem;
	for (const char *word = key; *word;) {
		size_t length = strcspn(word, " "), kept = cut_gender(word, length);
		memcpy(to, word, kept);
		to += kept;
		word += length + (word[length] == ' ');
	}
	*to = '\0';
	return stem;
}

/* The code of the only profession that is called so but for the gender and points, or NULL. */
static const char *
find_stem(const struct profession_words *words, const char *key)
{
	const char *code = NULL;
	bool several = false;
	char *stem = key_stem(key);
	for (size_t i = 0; i < words->count; i++) {
		char *known = key_stem(words->keys[i]);
		if (strcmp(known, stem) == 0) {
			several |= code && strcmp(code, words->codes[i]) != 0;
			code = words->codes[i];
		}
		free(known);
	}
	free(stem);
	return several ? NULL : code;
}

bool
profession_words_find(const struct profession_words *words, const char *text, char **code, struct refusal *why)
{
	char *key = member_key(text);
	*code = NULL;
	for (size_t i = 0; i < words->count && !*code; i++)
		if (strcmp(words->keys[i], key) == 0)
			*code = memory_text(words->codes[i]);
	const char *alike = *code ? NULL : find_stem(words, key);
	if (alike)
		*code = memory_text(alike);
	if (!*code) {
		const char *closest = text_closest(key, (const char *const *)words->keys), *meant = NULL;
		for (size_t i = 0; i < words->count && closest; i++)
			meant = !meant && words->keys[i] == closest ? words->codes[i] : meant;
		if (meant)
			refuse(why, "unknown '%s'; did you mean '%s'?", text, meant);
		else
			refuse(why, "unknown '%s'; 'balint-group profession list' shows them", text);
	}
	free(key);
	return *code;
}
