/* A text as the matcher reads it: letters a–z and digits only, accents and capitals gone, with the gaps that stood between them. */
#ifndef BALINT_MATCH_LETTERS_H
#define BALINT_MATCH_LETTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Codes: 0 … 25 are a–z, 26 … 35 the digits; a letter of another script is none of them. */
enum { LETTER_DIGIT = 26, LETTER_FOREIGN = 36 };

/* What stood before a letter; several may. */
enum gap {
	GAP_SPACE = 1,
	GAP_APOSTROPHE = 2,
	GAP_DASH = 4,
	GAP_SLASH = 8,
	GAP_DOT = 16,
	GAP_LIST = 32, /* , ; */
	GAP_PLUS = 64, /* + & */
	GAP_OTHER = 128,
	GAP_SPLIT = 256, /* nothing, but a new word begins: a digit after a letter, what follows a known beginning of references */
};

struct letter {
	uint8_t code;
	bool marked; /* it had an accent, or is written otherwise without one */
	uint16_t gap;
	uint32_t at, end; /* bytes of the text */
};

struct letters {
	struct letter *letters; /* one more than `count`, whose gap is what stood at the end */
	size_t count, room;
};

void letters_release(struct letters *letters);

/* Where the word that begins at `i` ends: at a gap that is more than an apostrophe. */
size_t letters_word_end(const struct letters *letters, size_t i);

/* Reads the text over what was there; bytes that are not UTF-8 are taken as Latin-1. */
void letters_read(struct letters *letters, const char *text);

static inline bool
letter_is_digit(const struct letter *letter)
{
	return letter->code >= LETTER_DIGIT && letter->code < LETTER_FOREIGN;
}

/* Whether a word may end before, and begin at, the letter. */
static inline bool
letters_border(const struct letters *letters, size_t i)
{
	return i == 0 || i >= letters->count || letters->letters[i].gap != 0;
}

#endif
