/* A list of days as a setting has it: whole numbers with commas between them, each above the one before, such as 7,21,42. */
#ifndef GROUP_DAYS_H
#define GROUP_DAYS_H

#include <balint/setting.h>

enum { DAYS_TEXT = 4 * SETTING_DAYS }; /* bytes of a list of days below 1000, with the NUL */

/* Reads one, of numbers up to `most`; blanks may stand around them. How many there are, 0 if it is none. */
int days_parse(const char *text, int most, int days[SETTING_DAYS]);

/* Writes the list into the caller's buffer and returns it. */
char *days_write(const int days[], int count, char text[DAYS_TEXT]);

#endif
