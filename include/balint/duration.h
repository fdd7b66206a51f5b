/*
 * How long before a session an alarm rings. The unit is kept: across a change of the clocks a day
 * is not 24 hours (RFC 5545 3.3.6).
 */
#ifndef BALINT_DURATION_H
#define BALINT_DURATION_H

#include <balint/refusal.h>

enum { DURATION_TEXT = 16 }; /* bytes of the written form, with the NUL */

struct duration {
	int count; /* 0: none */
	char unit; /* w, d, h or m: weeks, days, hours, minutes */
};

/* Reads `30m`, `2h`, `1d` or `1w`: from one minute to four weeks. */
bool duration_parse(const char *text, struct duration *duration, struct refusal *why);

/* Writes it as RFC 5545 does, `PT30M`, `PT2H`, `P1D` or `P1W`, into the caller's buffer and returns it. */
char *duration_write(struct duration duration, char text[DURATION_TEXT]);

#endif
