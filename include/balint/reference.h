/* References: the text that a payer writes on the transfer, made from an edition's template (RULES 7.1). */
#ifndef BALINT_REFERENCE_H
#define BALINT_REFERENCE_H

#include <balint/refusal.h>

enum {
	REFERENCE_MOST = 140, /* characters that SEPA carries */
	REFERENCE_TEXT = 4 * REFERENCE_MOST + 1,
};

struct reference_facts {
	const char *title, *family, *given, *month, *code, *handle;
	int number, year;
};

/* Whether the template has only known placeholders: {title} {number} {year} {family} {given} {month} {code} {handle}. */
bool reference_check(const char *template, struct refusal *why);

/* Writes the reference; refused if it has more than 140 characters. */
bool reference_write(const char *template, const struct reference_facts *facts, char text[REFERENCE_TEXT], struct refusal *why);

#endif
