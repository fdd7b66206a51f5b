/*
 * Money is a whole number of euro cents; rates are hundredths of a percent. Nothing here is a
 * floating point number, and what a person types is never negative (RULES 6.1).
 */
#ifndef BALINT_MONEY_H
#define BALINT_MONEY_H

#include <balint/refusal.h>

#include <stdint.h>

typedef int64_t cents;

#define CENTS_NONE INT64_MIN
#define RATE_NONE (-1)
#define CENTS_MOST 99999999999 /* 999,999,999.99 */

enum { MONEY_TEXT = 24 };

/* Reads `350`, `350.00` or `350,00`: no sign, no thousands separator, two decimals or none. */
bool money_parse(const char *text, cents *amount, struct refusal *why);

/* Writes `350.00` (or `-0.80`) into the caller's buffer; returns it. */
char *money_write(cents amount, char text[MONEY_TEXT]);

/* Reads a percentage such as `22`, `22.5` or `9,25` into hundredths of a percent, up to 100. */
bool rate_parse(const char *text, int *rate, struct refusal *why);

/* Writes `22` or `22.5` into the caller's buffer; returns it. */
char *rate_write(int rate, char text[MONEY_TEXT]);

/* Writes tenths (of a percent) as `62.5` or `90.0` into the caller's buffer; returns it. */
char *tenths_write(int64_t tenths, char text[MONEY_TEXT]);

/* amount × rate, rounded half up to the cent. Both are not negative. */
cents money_share(cents amount, int rate);

#endif
