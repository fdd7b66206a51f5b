/* What a cell of a bank's CSV holds: days, amounts, and texts to show. */
#ifndef BANK_CELLS_H
#define BANK_CELLS_H

#include "profile.h"

enum cell_state { CELL_EMPTY, CELL_GOOD, CELL_BAD, CELL_DECIMALS, CELL_LARGE };

/* dd/mm/yyyy with / . or - between and two or four digits of the year, or yyyy-mm-dd; a time may follow. */
enum cell_state day_read(const char *text, size_t length, enum date_order order, struct date *date);

/* Whether a cell that is no day looks like one, as 30.02.2021 does. */
bool day_likely(const char *text, size_t length);

/*
 * 1.234,56, 1234,56, +85,40, -3,23, 85.40, with EUR or € before or after it. `decimal` is the comma, the point or 0: as it looks.
 * CELL_DECIMALS: more than two; CELL_LARGE: more than money may be.
 */
enum cell_state amount_read(const char *text, size_t length, char decimal, cents *amount);

/* The sign before the decimals, if the amount leaves no doubt; else 0. */
char amount_decimal(const char *text, size_t length);

/* The beginning of a cell of any bytes as one line of UTF-8, for messages. */
void cell_shown(const char *text, size_t length, char *shown, size_t size);

/* Copies UTF-8 with single spaces for blanks and control characters, none at the ends. Its length, or SIZE_MAX if there is no room. */
size_t cell_clean(const char *text, size_t length, char *clean, size_t size);

#endif
