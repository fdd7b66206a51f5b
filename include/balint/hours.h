/* How much time something took, in words that are the same in every language. */
#ifndef BALINT_HOURS_H
#define BALINT_HOURS_H

#include <stdint.h>

enum { HOURS_TEXT = 32 };

/* Writes minutes (not negative) as "13 h 30 min", "15 h" or "45 min" into the caller's buffer, and returns it. */
char *hours_write(int64_t minutes, char text[HOURS_TEXT]);

#endif
