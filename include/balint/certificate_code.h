/*
 * The codes of certificates: twelve characters of chance (60 bits), written in groups, out of letters and digits that nobody takes for
 * each other: no 0 and O, no 1 and I. Whoever knows one can ask whether the certificate holds; none can be guessed.
 */
#ifndef BALINT_CERTIFICATE_CODE_H
#define BALINT_CERTIFICATE_CODE_H

#include <balint/refusal.h>

enum { CERTIFICATE_CODE = 15 }; /* bytes of "7KQM-2XPA-HR94", with the NUL */

/* A new one into the caller's buffer, which it returns. Ends the program where the system has no random numbers. */
char *certificate_code_make(char code[CERTIFICATE_CODE]);

/* Reads one as it is typed, small letters, blanks and hyphens allowed. Refused if it is none; no other is offered in its place. */
bool certificate_code_parse(const char *text, char code[CERTIFICATE_CODE], struct refusal *why);

#endif
