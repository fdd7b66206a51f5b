/*
 * The words by which texts name somebody, and what is to stand in their place. Words are found whole, in any spelling: without
 * regard to case, accents and apostrophes, and with or without what joins the parts of a name (D'Angelò = D ANGELO = dangelo); umlauts
 * as such, without dots or with an e (Müller = Muller = Mueller).
 */
#ifndef BALINT_NAMING_H
#define BALINT_NAMING_H

#include <stdbool.h>

/* In which texts a word is to be found; each has those of the scopes before it too. */
enum naming_scope {
	/*
	 * Can mean nobody else: in any text. Not within a word that is joined (Rossi-Bianchi, maria.rossi); one word alone not in small
	 * letters (sala), unless it is all of the text; several also where a bank has broken them (MARIA RO SSI).
	 */
	NAMING_SURE,
	NAMING_SUSPECTED, /* may mean others too, or be a common word, or one that a bank has broken: only looked for */
	NAMING_OWN,       /* in texts that are about this person only */
};

enum naming_kind {
	NAMING_NAME,   /* its parts may be joined otherwise */
	NAMING_EXACT,  /* a mail address */
	NAMING_SPACED, /* a number or code that people write in groups: IBAN, telephone */
};

struct naming;

/* Nobody's words yet; the pseudonym is what will stand for them. Free with naming_free, NULL is fine. */
struct naming *naming_new(const char *pseudonym);
void naming_free(struct naming *naming);

/* Adds words from that scope on; NULL, and what has no letter or digit, is nothing. What is there already keeps the wider scope. */
void naming_add(struct naming *naming, enum naming_kind kind, enum naming_scope scope, const char *words);

/* Whether the text has some of the words. */
bool naming_found(const struct naming *naming, enum naming_scope scope, const char *text);

/* The text with the pseudonym in place of the words; NULL if it has none. New heap memory, owned by the caller. */
char *naming_replaced(const struct naming *naming, enum naming_scope scope, const char *text);

#endif
