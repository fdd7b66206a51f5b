/* IBANs by ISO 13616: mod 97, the length of the country, and for IT and SM the CIN (RULES 9.1). */
#ifndef BALINT_IBAN_H
#define BALINT_IBAN_H

#include <balint/refusal.h>

enum { IBAN_TEXT = 35 };

/* Reads an IBAN that may hold spaces and small letters; writes it compact. Refuses with the digit that is wrong, if known. */
bool iban_parse(const char *text, char iban[IBAN_TEXT], struct refusal *why);

#endif
