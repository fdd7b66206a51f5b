/* One text of a bank's file, gathered piece by piece: a line of UTF-8, blanks single and none at the ends. */
#ifndef BANK_WORDS_H
#define BANK_WORDS_H

#include <balint/bank.h>

struct words {
	size_t length;        /* bytes */
	size_t characters;    /* that were added, blanks and all */
	bool blank;           /* one is due before what comes next */
	bool led;             /* one came before everything */
	bool over;            /* too long: something is lost, which is a fault */
	char text[BANK_TEXT]; /* ends with a NUL at any time */
};

void words_clear(struct words *words);

/* Adds UTF-8, or else Windows-1252; whatever is no character that people see (a line break, an escape) is a blank. */
void words_add(struct words *words, const char *bytes, size_t length);
void words_say(struct words *words, const char *text);

/* A blank between what is there and what comes. */
void words_break(struct words *words);

/*
 * Adds one more piece of a text that a bank has cut. It goes on in the middle of a word if the piece before is as wide as
 * pieces can be (`width` characters), or if there is no letter or digit on one side of the cut; else a blank is put in.
 */
void words_join(struct words *words, const struct words *piece, size_t before, size_t width);

/* The text if it is a reference that names one movement of a bank; NULL if it says in one way or another that there is none. */
const char *words_id(const struct words *words);

/* Puts the account number in the text as an IBAN in capitals without blanks; empty if it cannot be one. */
void words_iban(const struct words *words, char iban[35]);

/* The character that a byte of Windows-1252 is. */
int words_codepoint_1252(unsigned char byte);

#endif
