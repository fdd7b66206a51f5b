/* Italian tax codes: codice fiscale (DM 23.12.1976, with omocodia) and partita IVA (DPR 633/1972 art. 35). */
#ifndef BALINT_TAX_CODE_H
#define BALINT_TAX_CODE_H

#include <balint/date.h>
#include <balint/refusal.h>

enum { TAX_CODE_TEXT = 17 };

/* Reads either, spaces and small letters allowed; writes it compact. Refused if its check character is wrong. */
bool tax_code_parse(const char *text, char code[TAX_CODE_TEXT], struct refusal *why);

/*
 * Whether a code that was read so can be of somebody born on that day: year, letter of the month and day (a woman's is 40 higher),
 * whatever stands for their digits. Eleven digits say nothing of it: true.
 */
bool tax_code_born(const char *code, struct date born);

/* Whose such a code is by its day: 'F' a woman's, 'M' a man's; '\0': eleven digits do not say. */
char tax_code_sex(const char *code);

#endif
