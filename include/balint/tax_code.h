/* Italian tax codes: codice fiscale (DM 23.12.1976, with omocodia) and partita IVA (DPR 633/1972 art. 35). */
#ifndef BALINT_TAX_CODE_H
#define BALINT_TAX_CODE_H

#include <balint/refusal.h>

enum { TAX_CODE_TEXT = 17 };

/* Reads either, spaces and small letters allowed; writes it compact. Refused if its check character is wrong. */
bool tax_code_parse(const char *text, char code[TAX_CODE_TEXT], struct refusal *why);

#endif
