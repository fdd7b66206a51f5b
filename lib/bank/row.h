/* The rows of a bank's CSV: movements, balances, headers of blocks, and what says nothing. */
#ifndef BANK_ROW_H
#define BANK_ROW_H

#include "header.h"

#include <balint/csv.h>

enum { RAW_MOST = 2 * BANK_TEXT };

struct sheet {
	const struct profile *profile;
	const struct form *form; /* of the block that is being read */
	struct columns columns;
	const struct bank_reading *reading;
	struct bank_facts *facts;
	char decimal;
	bool unbooked; /* in a block of what is not booked */
	bool faulty;   /* in the row that is being read */
	size_t movements;
	struct balance_row { /* a balance with a day must stand before or behind all movements */
		size_t line, movements;
	} balances[4];
	size_t balance_count;
	char raw[RAW_MOST];
	char text[BANK_TEXT], payer[BANK_TEXT], iban[BANK_TEXT], id[BANK_TEXT];
};

/* Takes a row; the cells are UTF-8. */
void row_take(struct sheet *sheet, const struct csv_record *record);

/* Fills in payer, IBAN, text, id, and whether it is taken back; the amount is there. */
void row_texts(struct sheet *sheet, const struct csv_record *record, struct bank_line *line);

/* What a row says that is no movement: a balance, a block, a header, or nothing. False if it says nothing of that. */
bool row_says(struct sheet *sheet, const struct csv_record *record);

/* Whether a row with a day is a balance, by its text alone. */
bool row_balances(struct sheet *sheet, const struct csv_record *record, const char *text);

/* What a row before the header says: balances, and the IBAN of the account. */
void row_preamble(struct sheet *sheet, const struct csv_record *record);

/* At the end: balances with a day stand before or behind all movements. */
void row_finish(struct sheet *sheet);

/* One fault of a row; column from 0, or -1. */
void row_complain(struct sheet *sheet, size_t line, int column, const char *format, ...) __attribute__((format(printf, 4, 5)));

/* The text of a cell; empty where there is none. */
const char *row_cell(const struct csv_record *record, int column);

#endif
