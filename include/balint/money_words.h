/* Money on paper: amounts as the language of the reader writes them, in figures and in words. "it", else English. */
#ifndef BALINT_MONEY_WORDS_H
#define BALINT_MONEY_WORDS_H

#include <balint/money.h>

enum { MONEY_PAPER = 32 };

/* Writes `1.234,56` or `1,234.56` into the caller's buffer; returns it. */
char *money_on_paper(cents amount, const char *language, char text[MONEY_PAPER]);

/* Writes `22` or `22,5`, in English `22.5`, into the caller's buffer; returns it. */
char *rate_on_paper(int rate, const char *language, char text[MONEY_TEXT]);

/* Writes tenths (of a percent) as `62,5` or `62.5` into the caller's buffer; returns it. */
char *tenths_on_paper(int64_t tenths, const char *language, char text[MONEY_TEXT]);

/*
 * An amount that is not negative in words, its cents in figures, as on a cheque: "ottantacinque/40",
 * "eighty-five/40". New heap memory, owned by the caller.
 */
char *money_in_words(cents amount, const char *language);

#endif
