/* The family name that is most like a word which nobody has. */
#include "internal.h"

#include <balint/fatal.h>
#include <balint/text.h>

#include <stdlib.h>

enum { WORD_MOST = 32, NEAR_LEAST = 4 };

static char
letter_of(unsigned code)
{
	return code < LETTER_DIGIT ? (char)('a' + (int)code) : code < LETTER_FOREIGN ? (char)('0' + (int)code - LETTER_DIGIT) : '?';
}

/* Who has the family name: the first by handle, of those in the editions that are said if `here`. */
static uint32_t
first_of(const struct matcher *matcher, const struct term *term, bool here)
{
	uint32_t first = NOTHING;
	for (uint32_t link = term->words & WORD_FAMILY ? term->people : NOTHING; link != NOTHING; link = matcher->lexicon.links[link].next) {
		uint32_t person = matcher->lexicon.links[link].what;
		if ((!here || is_in_editions(matcher, &matcher->text, person)) && (first == NOTHING || matcher->people[person].rank < matcher->people[first].rank))
			first = person;
	}
	return first;
}

struct candidates {
	char (*words)[WORD_MOST + 1];
	const char **list;
	uint32_t *people;
	size_t count;
};

static void
gather(const struct matcher *matcher, bool here, struct candidates *candidates)
{
	const struct lexicon *lexicon = &matcher->lexicon;
	candidates->count = 0;
	for (size_t t = 0; t < lexicon->count; t++) {
		const struct term *term = &lexicon->terms[t];
		uint32_t person = term->length > WORD_MOST ? NOTHING : first_of(matcher, term, here);
		if (person == NOTHING)
			continue;
		char *word = candidates->words[candidates->count];
		for (uint32_t i = 0; i < term->length; i++)
			word[i] = letter_of((uint8_t)lexicon->arena[term->text + i]);
		word[term->length] = '\0';
		candidates->list[candidates->count] = word;
		candidates->people[candidates->count++] = person;
	}
	candidates->list[candidates->count] = NULL;
}

uint32_t
nearest_person(const struct matcher *matcher, uint32_t item)
{
	const struct item *word = &matcher->text.items[item];
	const size_t length = word->end - word->start, most = matcher->lexicon.count + 1;
	char text[WORD_MOST + 1] = "";
	if (length < NEAR_LEAST || length > WORD_MOST)
		return NOTHING;
	for (size_t i = 0; i < length; i++)
		text[i] = letter_of(matcher->text.letters.letters[word->start + i].code);
	struct candidates candidates = { memory(most * sizeof *candidates.words), memory(most * sizeof *candidates.list), memory(most * sizeof *candidates.people), 0 };
	uint32_t found = NOTHING;
	for (int pass = 0; pass < 2 && found == NOTHING; pass++) {
		gather(matcher, pass == 0, &candidates);
		const char *closest = text_closest(text, candidates.list);
		if (closest)
			found = candidates.people[(size_t)(closest - candidates.words[0]) / sizeof *candidates.words];
	}
	free(candidates.words);
	free(candidates.list);
	free(candidates.people);
	return found;
}
