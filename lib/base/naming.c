#include "naming_fold.h"

#include <balint/fatal.h>
#include <balint/sink.h>

#include <stdlib.h>
#include <string.h>

enum { CONTRACTED_LEAST = 5 };

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

/* The words as they are looked for: of a name the joints as blanks, of a number none. */
static char *
fold_words(enum naming_kind kind, const char *words)
{
	struct folded folded = naming_fold(words);
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

/* Adds the folded word, which goes over to the naming. */
static void
add_folded(struct naming *naming, enum naming_kind kind, enum naming_scope scope, char *folded)
{
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

/* The words with ä, ö, ü, ø and å written out: Mueller. NULL if they have none. New heap memory, owned by the caller. */
static char *
write_out(const char *words)
{
	static const struct {
		const char *letter, *written;
	} letters[] = { { "ä", "ae" }, { "Ä", "ae" }, { "ö", "oe" }, { "Ö", "oe" }, { "ü", "ue" }, { "Ü", "ue" }, { "ø", "oe" }, { "Ø", "oe" }, { "å", "aa" },
		{ "Å", "aa" } };
	struct sink sink;
	bool any = false;
	sink_init(&sink, -1);
	sink_hold(&sink);
	while (*words) {
		size_t i = 0, count = sizeof letters / sizeof letters[0];
		while (i < count && strncmp(words, letters[i].letter, strlen(letters[i].letter)) != 0)
			i++;
		if (i < count)
			sink_text(&sink, letters[i].written);
		else
			sink_char(&sink, *words);
		words += i < count ? strlen(letters[i].letter) : 1;
		any = any || i < count;
	}
	sink_char(&sink, '\0');
	if (any)
		return sink.buffer;
	sink_release(&sink);
	return NULL;
}

/* Leaves out the e of an ae, oe or ue within a word that ends in a consonant, as German names do, so that Boero is not Boro. */
static bool
contract_part(char *part, size_t length)
{
	if (length < CONTRACTED_LEAST || strchr("aeiou", part[length - 1]))
		return false;
	for (size_t i = 1; i + 2 < length; i++)
		if (strchr("aou", part[i]) && part[i + 1] == 'e') {
			memmove(part + i + 1, part + i + 2, strlen(part + i + 2) + 1);
			return true;
		}
	return false;
}

/* The folded words as they are with ä, ö and ü, which have folded to a, o and u: muller. NULL if they are so. New heap memory, owned by the caller. */
static char *
contract(const char *folded)
{
	char *made = memory_text(folded);
	bool any = false;
	for (char *part = made; *part; part += *part == ' ') {
		any = contract_part(part, strcspn(part, " ")) || any;
		part += strcspn(part, " ");
	}
	if (any)
		return made;
	free(made);
	return NULL;
}

void
naming_add(struct naming *naming, enum naming_kind kind, enum naming_scope scope, const char *words)
{
	if (!words)
		return;
	char *folded = fold_words(kind, words), *written = kind == NAMING_NAME ? write_out(words) : NULL;
	char *contracted = kind == NAMING_NAME ? contract(folded) : NULL;
	add_folded(naming, kind, scope, folded);
	if (written)
		add_folded(naming, kind, scope, fold_words(kind, written));
	if (contracted)
		add_folded(naming, kind, scope, contracted);
	free(written);
}
