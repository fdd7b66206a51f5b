#include "row.h"

#include "cells.h"

#include <balint/translation.h>

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const char *
row_cell(const struct csv_record *record, int column)
{
	return column >= 0 && (size_t)column < record->count ? record->texts[column] : "";
}

/* The name of a column, as the profile writes it. */
static const char *
column_name(const struct sheet *sheet, int column)
{
	const struct cell_names *names[ROLES + TEXTS_MOST];
	size_t count = 0;
	for (size_t i = 0; i < ROLES; i++)
		if (sheet->columns.roles[i] == column)
			names[count++] = &sheet->form->roles[i];
	for (size_t i = 0; i < sheet->columns.text_count && count == 0; i++)
		if (sheet->columns.texts[i] == column)
			names[count++] = &sheet->form->texts[sheet->columns.said[i]];
	return count && names[0]->count == 1 && names[0]->names[0].number == 0 ? names[0]->names[0].name : NULL;
}

void
row_complain(struct sheet *sheet, size_t line, int column, const char *format, ...)
{
	static const char *const roles[] = { "date", "value date", "amount", "in", "out", "payer", "IBAN", "id", "currency", "status" };
	char what[512];
	const char *name = column >= 0 ? column_name(sheet, column) : NULL;
	for (size_t i = 0; i < ROLES && column >= 0 && !name; i++)
		name = sheet->columns.roles[i] == column ? roles[i] : NULL;
	for (size_t i = 0; i < sheet->columns.text_count && column >= 0 && !name; i++)
		name = sheet->columns.texts[i] == column ? "text" : NULL;
	int used = name ? snprintf(what, 100, "%s: ", name) : 0;
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(what + used, sizeof what - (size_t)used, translated(format), arguments);
	va_end(arguments);
	sheet->faulty = true;
	sheet->reading->complain(sheet->reading->context, line, column < 0 ? 0 : (size_t)column + 1, what);
}

/* Reads one of the columns of money; what is wrong with it is told. */
static enum cell_state
money_read(struct sheet *sheet, const struct csv_record *record, int column, cents *amount)
{
	const char *cell = row_cell(record, column);
	size_t length = strlen(cell);
	char shown[64];
	enum cell_state state = amount_read(cell, length, sheet->decimal, amount);
	if (state == CELL_EMPTY || state == CELL_GOOD)
		return state;
	cell_shown(cell, length, shown, sizeof shown);
	char other = sheet->decimal ? amount_decimal(cell, length) : '\0';
	if (state == CELL_DECIMALS)
		row_complain(sheet, record->line, column, "'%s' has more than two decimals", shown);
	else if (state == CELL_LARGE)
		row_complain(sheet, record->line, column, "'%s' is too much: the most is 999999999.99", shown);
	else if (other && other != sheet->decimal)
		row_complain(sheet, record->line, column, sheet->decimal == ','
		    ? "'%s' is not an amount with a comma before the cents, as the others of this file"
		    : "'%s' is not an amount with a point before the cents, as the others of this file", shown);
	else
		row_complain(sheet, record->line, column, "'%s' is not an amount", shown);
	return state;
}

/* The signed amount of a row: more than 0 came in. Without one that can be read it has been told. */
static void
amount_of(struct sheet *sheet, const struct csv_record *record, struct bank_line *line)
{
	const int *roles = sheet->columns.roles;
	cents in = 0, out = 0;
	int column = roles[ROLE_AMOUNT];
	bool good;
	if (column >= 0) {
		enum cell_state state = money_read(sheet, record, column, &line->amount);
		good = state == CELL_GOOD;
		if (state == CELL_EMPTY)
			row_complain(sheet, record->line, column, "there is no amount");
	} else {
		enum cell_state came = money_read(sheet, record, roles[ROLE_IN], &in), went = money_read(sheet, record, roles[ROLE_OUT], &out);
		column = roles[ROLE_IN] >= 0 ? roles[ROLE_IN] : roles[ROLE_OUT];
		good = came <= CELL_GOOD && went <= CELL_GOOD && !(came == CELL_EMPTY && went == CELL_EMPTY);
		if (in != 0 && out != 0)
			row_complain(sheet, record->line, column, "there is an amount both in and out");
		else if (came == CELL_EMPTY && went == CELL_EMPTY)
			row_complain(sheet, record->line, column, "there is no amount");
		line->amount = in != 0 ? in : out > 0 ? -out : out;
		line->storno = in < 0; /* a credit that is taken back */
	}
	if (good && line->amount == 0)
		row_complain(sheet, record->line, column, "the amount is zero");
}

static void
day_of(struct sheet *sheet, const struct csv_record *record, enum role role, struct date *date)
{
	int column = sheet->columns.roles[role];
	const char *cell = row_cell(record, column);
	char shown[64];
	if (day_read(cell, strlen(cell), sheet->profile->dates, date) != CELL_BAD)
		return;
	cell_shown(cell, strlen(cell), shown, sizeof shown);
	row_complain(sheet, record->line, column, "'%s' is not a date; write it as 17/02/2021 or 2021-02-17", shown);
}

/* Pending by the block it stands in, or by its status. */
static bool
is_pending(const struct sheet *sheet, const struct csv_record *record)
{
	char key[KEY_SIZE];
	size_t length;
	const char *status = row_cell(record, sheet->columns.roles[ROLE_STATUS]);
	if (sheet->unbooked || !*status)
		return sheet->unbooked;
	cell_key(status, strlen(status), key);
	return cell_begins(&sheet->profile->words[WORDS_PENDING], key, &length);
}

static void
currency_check(struct sheet *sheet, const struct csv_record *record)
{
	static const char *const euros[] = { "", "EUR", "eur", "Eur", "EURO", "Euro", "euro", "€" };
	int column = sheet->columns.roles[ROLE_CURRENCY];
	const char *cell = row_cell(record, column);
	struct date date;
	char shown[64];
	for (size_t i = 0; i < sizeof euros / sizeof euros[0]; i++)
		if (strcmp(cell, euros[i]) == 0)
			return;
	if (day_read(cell, strlen(cell), sheet->profile->dates, &date) == CELL_GOOD) /* «Valuta» is the value date too */
		return;
	cell_shown(cell, strlen(cell), shown, sizeof shown);
	row_complain(sheet, record->line, column, "'%s': only euro can be read", shown);
}

/* More cells than the header has: a separator in a text has moved them. */
static void
width_check(struct sheet *sheet, const struct csv_record *record)
{
	for (size_t i = sheet->columns.width; i < record->count; i++)
		if (*record->texts[i]) {
			row_complain(sheet, record->line, -1, "the row has %zu fields, the header %zu; a text with a separator in it must be in quotation marks",
			    record->count, sheet->columns.width);
			return;
		}
}

static void
movement_take(struct sheet *sheet, const struct csv_record *record)
{
	struct bank_line line = { .line = record->line, .booked = DATE_NONE, .valued = DATE_NONE };
	line.pending = is_pending(sheet, record);
	sheet->faulty = false;
	width_check(sheet, record);
	if (!*row_cell(record, sheet->columns.roles[ROLE_DATE]) && !line.pending)
		row_complain(sheet, record->line, sheet->columns.roles[ROLE_DATE], "there is no date");
	day_of(sheet, record, ROLE_DATE, &line.booked);
	day_of(sheet, record, ROLE_VALUED, &line.valued);
	amount_of(sheet, record, &line);
	currency_check(sheet, record);
	row_texts(sheet, record, &line);
	sheet->movements++;
	if (!sheet->faulty)
		sheet->reading->take(sheet->reading->context, &line);
}

void
row_take(struct sheet *sheet, const struct csv_record *record)
{
	const int *roles = sheet->columns.roles;
	const char *day = row_cell(record, roles[ROLE_DATE]);
	bool money = *row_cell(record, roles[ROLE_AMOUNT]) || *row_cell(record, roles[ROLE_IN]) || *row_cell(record, roles[ROLE_OUT]);
	struct date date;
	enum cell_state dated = day_read(day, strlen(day), sheet->profile->dates, &date);
	if (dated != CELL_GOOD && row_says(sheet, record))
		return;
	if (dated != CELL_GOOD && !money && !day_likely(day, strlen(day)))
		return;
	if (dated == CELL_GOOD && sheet->columns.text_count > 0
	    && row_balances(sheet, record, row_cell(record, sheet->columns.texts[0])))
		return;
	movement_take(sheet, record);
}
