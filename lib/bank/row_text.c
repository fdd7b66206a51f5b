/* What a row says of whom it came from, and what for. */
#include "row.h"

#include "cells.h"
#include "description.h"

#include <stdint.h>
#include <string.h>

/* Puts a cell without blanks into capitals, if it may be an IBAN. */
static const char *
iban_of(struct sheet *sheet, const char *cell)
{
	size_t used = 0;
	for (const char *c = csv_plain(cell); *c; c++) {
		char capital = *c >= 'a' && *c <= 'z' ? (char)(*c - ('a' - 'A')) : *c;
		bool letter = capital >= 'A' && capital <= 'Z', digit = capital >= '0' && capital <= '9';
		if (*c == ' ')
			continue;
		if (used == 34 || !(used < 2 ? letter : used < 4 ? digit : letter || digit))
			return NULL;
		sheet->iban[used++] = capital;
	}
	sheet->iban[used] = '\0';
	return used >= 15 ? sheet->iban : NULL;
}

/* A text that stands in a column of its own; NULL where there is nothing. */
static const char *
own_text(struct sheet *sheet, const struct csv_record *record, enum role role, char clean[BANK_TEXT])
{
	int column = sheet->columns.roles[role];
	const char *cell = csv_plain(row_cell(record, column));
	size_t length = cell_clean(cell, strlen(cell), clean, BANK_TEXT);
	if (length == SIZE_MAX)
		row_complain(sheet, record->line, column, "the text is longer than %d bytes", BANK_TEXT - 1);
	return length == SIZE_MAX || length == 0 ? NULL : clean;
}

/* The number after its mark: in one piece without blanks, or else its first word; NULL if it cannot be that of one movement only. */
static const char *
marked_id(struct sheet *sheet, struct slice slice)
{
	char *id = sheet->id;
	size_t used = 0, word = 0, digits = 0;
	bool sound = true;
	for (size_t i = 0; i < slice.length && used < 64; i++) {
		char c = slice.at[i];
		bool digit = c >= '0' && c <= '9', letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
		if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
			word = word || !used ? word : used;
			continue;
		}
		sound &= digit || letter || c == '-' || c == '/' || c == '.';
		digits += digit;
		id[used++] = c;
	}
	used = sound && used < 64 ? used : word;
	id[used] = '\0';
	bool plain = strspn(id, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-/.") == used;
	return used >= 10 && digits >= 6 && plain ? id : NULL;
}

/* All columns of text as one; NULL if it is too long, which is told. */
static const char *
joined_text(struct sheet *sheet, const struct csv_record *record, size_t *length)
{
	const struct columns *columns = &sheet->columns;
	const char *first = columns->text_count ? csv_plain(row_cell(record, columns->texts[0])) : "";
	size_t used = strlen(first);
	for (size_t i = 1; i < columns->text_count && used < RAW_MOST; i++) {
		const char *next = csv_plain(row_cell(record, columns->texts[i]));
		size_t size = strlen(next);
		if (i == 1)
			memcpy(sheet->raw, first, used);
		first = sheet->raw;
		if (used + size + 1 >= RAW_MOST)
			used = RAW_MOST;
		else if (size > 0) {
			sheet->raw[used++] = ' ';
			memcpy(sheet->raw + used, next, size);
			used += size;
		}
	}
	*length = used;
	if (used < RAW_MOST)
		return first;
	row_complain(sheet, record->line, columns->texts[0], "the text is longer than %d bytes", BANK_TEXT - 1);
	return NULL;
}

/* Cleans a part of the description; the whole of it counts against the limit. */
static const char *
part_clean(struct sheet *sheet, const struct csv_record *record, struct slice slice, char clean[BANK_TEXT])
{
	size_t length = slice.at ? cell_clean(slice.at, slice.length, clean, BANK_TEXT) : 0;
	if (length == SIZE_MAX)
		row_complain(sheet, record->line, sheet->columns.texts[0], "the text is longer than %d bytes", BANK_TEXT - 1);
	return length == 0 || length == SIZE_MAX ? NULL : clean;
}

void
row_texts(struct sheet *sheet, const struct csv_record *record, struct bank_line *line)
{
	size_t length;
	const char *raw = joined_text(sheet, record, &length);
	const int *roles = sheet->columns.roles;
	line->text = "";
	if (!raw)
		return;
	const struct description said = describe(sheet->profile, raw, length);
	const struct slice whole = { raw, length };
	line->storno |= line->amount < 0 && said.storno; /* what comes in may be of Mr Storni */
	if (roles[ROLE_PAYER] >= 0)
		line->payer = own_text(sheet, record, ROLE_PAYER, sheet->payer);
	if (!line->payer)
		line->payer = part_clean(sheet, record, said.payer, sheet->payer);
	if (roles[ROLE_ID] >= 0)
		line->id = own_text(sheet, record, ROLE_ID, sheet->id);
	else if (line->amount > 0 && !line->storno && said.id.at) /* what is taken back has the number of the credit */
		line->id = marked_id(sheet, said.id);
	if (roles[ROLE_IBAN] >= 0)
		line->iban = iban_of(sheet, row_cell(record, roles[ROLE_IBAN]));
	const char *text = line->storno ? NULL : part_clean(sheet, record, said.text, sheet->text);
	text = text || sheet->faulty ? text : part_clean(sheet, record, whole, sheet->text);
	line->text = text ? text : "";
}
