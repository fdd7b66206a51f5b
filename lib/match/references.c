/* With what the references of an edition begin, and the words of its title. */
#include "internal.h"

#include <balint/date_words.h>

#include <string.h>

enum { SHORT_WORD = 3 };

static void
add_edition_word(struct matcher *matcher, const struct letters *letters, size_t from, size_t to, uint32_t edition, uint32_t words)
{
	uint8_t codes[TERM_MOST];
	if (to - from > TERM_MOST || to <= from)
		return;
	uint64_t borders = 0;
	for (size_t i = from; i < to; i++) {
		codes[i - from] = letters->letters[i].code;
		if (codes[i - from] >= LETTER_FOREIGN)
			return;
		if (i > from && i - from < 64 && letters->letters[i].gap)
			borders |= (uint64_t)1 << (i - from);
	}
	uint32_t term = lexicon_add(&matcher->lexicon, codes, to - from, words);
	matcher->lexicon.terms[term].borders |= borders;
	lexicon_link(&matcher->lexicon, &matcher->lexicon.terms[term].editions, edition);
}

void
names_add_title(struct matcher *matcher, uint32_t edition, const char *title, const char *code)
{
	struct letters *letters = &matcher->scratch;
	letters_read(letters, title);
	for (size_t from = 0, to; from < letters->count; from = to) {
		to = letters_word_end(letters, from);
		if (to - from < SHORT_WORD || letter_is_digit(&letters->letters[from]))
			continue;
		add_edition_word(matcher, letters, from, to, edition, WORD_TITLE | WORD_GLUE);
		matcher->editions[edition].title_words += matcher->editions[edition].title_words < TITLE_WORDS_MOST - 1;
	}
	letters_read(letters, code);
	bool word = false;
	for (size_t i = 0; i < letters->count; i++)
		word |= !letter_is_digit(&letters->letters[i]);
	if (word && letters->count >= SHORT_WORD) /* a number is a number */
		add_edition_word(matcher, letters, 0, letters->count, edition, WORD_BEGINNING);
}

/* Where the codes of `what` first stand in the letters, or their count. */
static size_t
find(const struct letters *letters, const struct letters *what)
{
	for (size_t i = 0; what->count > 0 && i + what->count <= letters->count; i++) {
		size_t same = 0;
		while (same < what->count && letters->letters[i + same].code == what->letters[same].code)
			same++;
		if (same == what->count && letters_border(letters, i))
			return i;
	}
	return letters->count;
}

/* Where the text first stands in the reference, or where that ends. */
static size_t
find_text(struct matcher *matcher, const struct letters *reference, const char *text)
{
	letters_read(&matcher->scratch, text);
	return find(reference, &matcher->scratch);
}

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

void
names_add_reference(struct matcher *matcher, const struct match_claim *claim)
{
	struct letters *reference = &matcher->payer.letters;
	const struct person *person = &matcher->people[claim->person];
	letters_read(reference, claim->reference);
	size_t family = find_text(matcher, reference, person->family), end = family;
	if (family == reference->count) { /* the template has {handle} */
		end = find_text(matcher, reference, person->handle);
		if (end < reference->count)
			names_add_handle(matcher, (uint32_t)claim->person);
	}
	end = least(end, find_text(matcher, reference, month_name(claim->month, "it")));
	if (*person->given)
		end = least(end, find_text(matcher, reference, person->given));
	bool number = false, letter = false;
	for (size_t i = 0; i < end; i++)
		*(letter_is_digit(&reference->letters[i]) ? &number : &letter) = true;
	if (end < reference->count && number && letter && end >= SHORT_WORD)
		add_edition_word(matcher, reference, 0, end, (uint32_t)claim->edition, WORD_BEGINNING);
}
