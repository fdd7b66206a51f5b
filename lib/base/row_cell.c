#include "row_format.h"

#include <balint/date_words.h>

#include <stdio.h>
#include <string.h>

static const void *
field(const struct column *column, const void *row)
{
	return (const char *)row + column->offset;
}

static char *
write_italian_date(struct date date, char *text)
{
	*text = '\0';
	if (!date_given(date))
		return text;
	struct civil civil = date_civil(date);
	snprintf(text, CELL_SCRATCH, "%02d/%02d/%04d", civil.day, civil.month, civil.year);
	return text;
}

static char *
write_weekday(struct date date, const char *language, char *text)
{
	snprintf(text, CELL_SCRATCH, "%s", date_given(date) ? date_weekday_short(date, language) : "");
	return text;
}

static char *
comma_for_point(char *text)
{
	char *point = strchr(text, '.');
	if (point)
		*point = ',';
	return text;
}

/* The number in the field, by the cell's rules; empty text where there is none. */
static char *
write_number(enum cell cell, int64_t number, char *text)
{
	*text = '\0';
	if (number == COUNT_NONE)
		return text;
	if (cell == CELL_AMOUNT)
		return money_write(number, text);
	if (cell == CELL_PERCENT)
		return tenths_write(number, text);
	if (cell == CELL_RATE)
		return rate_write((int)number, text);
	snprintf(text, CELL_SCRATCH, "%lld", (long long)number);
	return text;
}

bool
cell_is_number(enum cell cell)
{
	return cell >= CELL_AMOUNT;
}

struct cell_view
cell_view(const struct column *column, const void *row, bool italian, const char *language, char scratch[CELL_SCRATCH])
{
	const void *value = field(column, row);
	const char *text = scratch;
	if (column->cell == CELL_TEXT)
		text = *(const char *const *)value;
	else if (column->cell == CELL_DATE)
		italian ? write_italian_date(*(const struct date *)value, scratch) : date_write(*(const struct date *)value, scratch);
	else if (column->cell == CELL_WEEKDAY)
		write_weekday(*(const struct date *)value, language, scratch);
	else if (column->cell == CELL_MONTH)
		month_write(*(const struct month *)value, scratch);
	else if (column->cell == CELL_TIME)
		time_write(*(const struct daytime *)value, scratch);
	else
		write_number(column->cell, *(const int64_t *)value, scratch);
	if (italian && cell_is_number(column->cell))
		comma_for_point(scratch);
	size_t length = text ? strlen(text) : 0;
	return (struct cell_view){ text ? text : "", length, .typed = column->cell != CELL_TEXT, .empty = length == 0 };
}
