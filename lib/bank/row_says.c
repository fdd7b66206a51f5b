/* Rows that are no movements. */
#include "row.h"

#include "cells.h"

#include <balint/iban.h>

#include <stdio.h>
#include <string.h>

/* Takes a balance, which may be said twice but not in two ways. */
static void
balance_set(struct sheet *sheet, const struct csv_record *record, cents *balance, cents amount)
{
	char first[MONEY_TEXT], second[MONEY_TEXT];
	if (*balance != CENTS_NONE && *balance != amount)
		row_complain(sheet, record->line, -1, "the balance is %s here and %s before", money_write(amount, second), money_write(*balance, first));
	*balance = amount;
}

/* The amount in the columns of money; false if nothing is there. */
static bool
columns_amount(struct sheet *sheet, const struct csv_record *record, cents *amount)
{
	for (int role = ROLE_AMOUNT; role <= ROLE_OUT; role++) {
		int column = sheet->columns.roles[role];
		const char *cell = row_cell(record, column);
		if (column < 0 || !*cell)
			continue;
		if (amount_read(cell, strlen(cell), sheet->decimal, amount) != CELL_GOOD)
			row_complain(sheet, record->line, column, "the balance is not an amount");
		else if (role == ROLE_OUT && *amount > 0 && !sheet->profile->signed_balances)
			*amount = -*amount;
		return true;
	}
	return false;
}

/* The amount in the last cell that has one, or at the end of the cell that names it; false if there is none. */
static bool
loose_amount(const struct sheet *sheet, const struct csv_record *record, size_t named, cents *amount)
{
	for (size_t i = record->count; i-- > named + 1;)
		if (amount_read(record->texts[i], strlen(record->texts[i]), sheet->decimal, amount) == CELL_GOOD)
			return true;
	const char *tail = strrchr(record->texts[named], ':');
	return tail && amount_read(tail + 1, strlen(tail + 1), sheet->decimal, amount) == CELL_GOOD;
}

/* Whether a cell names a balance or something to leave out; then what the row says is taken. */
static bool
cell_says(struct sheet *sheet, const struct csv_record *record, size_t cell, bool columns)
{
	const struct cell_names *words = sheet->profile->words;
	char key[KEY_SIZE];
	size_t length;
	cents amount = 0;
	cell_key(record->texts[cell], strlen(record->texts[cell]), key);
	bool opening = cell_begins(&words[WORDS_OPENING], key, &length), closing = !opening && cell_begins(&words[WORDS_CLOSING], key, &length);
	if (!opening && !closing)
		return cell_begins(&words[WORDS_IGNORE], key, &length);
	sheet->faulty = false;
	bool found = (columns && columns_amount(sheet, record, &amount)) || loose_amount(sheet, record, cell, &amount);
	if (found && !sheet->faulty)
		balance_set(sheet, record, opening ? &sheet->facts->opening : &sheet->facts->closing, amount);
	return true;
}

static bool
is_block(struct sheet *sheet, const char *cell)
{
	const struct cell_names *words = sheet->profile->words;
	char key[KEY_SIZE];
	size_t length;
	cell_key(cell, strlen(cell), key);
	bool unbooked = cell_begins(&words[WORDS_UNBOOKED], key, &length), booked = cell_begins(&words[WORDS_BOOKED], key, &length);
	if (unbooked || booked)
		sheet->unbooked = unbooked;
	return unbooked || booked;
}

/* A header again, or that of another block. */
static bool
is_header(struct sheet *sheet, const struct csv_record *record)
{
	char keys[CELLS_MOST][KEY_SIZE];
	struct columns columns;
	size_t count = record->count < CELLS_MOST ? record->count : CELLS_MOST;
	for (size_t i = 0; i < count; i++)
		cell_key(record->texts[i], strlen(record->texts[i]), keys[i]);
	for (size_t i = 0; i < sheet->profile->form_count; i++) {
		const struct form *form = &sheet->profile->forms[i];
		if ((form->loose && form->header_count == 0) || !form_fits(form, keys, count, &columns))
			continue;
		sheet->form = form;
		sheet->columns = columns;
		return true;
	}
	return false;
}

bool
row_says(struct sheet *sheet, const struct csv_record *record)
{
	size_t first = 0;
	while (first < record->count && !*record->texts[first])
		first++;
	if (first == record->count)
		return true;
	int text = sheet->columns.text_count ? sheet->columns.texts[0] : -1;
	if (is_block(sheet, record->texts[first]) || is_header(sheet, record) || cell_says(sheet, record, first, true))
		return true;
	return text >= 0 && (size_t)text != first && (size_t)text < record->count && cell_says(sheet, record, (size_t)text, true);
}

/* Whether nothing but a day or a currency follows. */
static bool
is_bare(const char *rest)
{
	static const char *const words[] = { "al", "del", "in", "euro", "eur", "a", "credito", "debito", "vostro" };
	for (; *rest; rest += *rest == ' ') {
		size_t length = strcspn(rest, " ");
		bool known = length > 0 && strspn(rest, "0123456789") >= length;
		for (size_t i = 0; i < sizeof words / sizeof words[0] && !known; i++)
			known = strlen(words[i]) == length && memcmp(words[i], rest, length) == 0;
		if (!known)
			return false;
		rest += length;
	}
	return true;
}

bool
row_balances(struct sheet *sheet, const struct csv_record *record, const char *text)
{
	enum { BALANCE_TEXT = 48 };
	char key[KEY_SIZE];
	size_t length = 0;
	const struct cell_names *words = sheet->profile->words;
	int valued = sheet->columns.roles[ROLE_VALUED];
	if (strnlen(text, BALANCE_TEXT) == BALANCE_TEXT || *row_cell(record, valued) || *row_cell(record, sheet->columns.roles[ROLE_PAYER]))
		return false;
	cell_key(text, strlen(text), key);
	bool balance = cell_begins(&words[WORDS_OPENING], key, &length) || cell_begins(&words[WORDS_CLOSING], key, &length);
	if ((!balance && (valued < 0 || !cell_begins(&words[WORDS_IGNORE], key, &length))) || !is_bare(key + length + (key[length] == ' ')))
		return false;
	size_t places = sizeof sheet->balances / sizeof sheet->balances[0];
	if (valued < 0 && sheet->balance_count == places)
		row_complain(sheet, record->line, -1, "there are more than %zu balances", places);
	else if (valued < 0)
		sheet->balances[sheet->balance_count++] = (struct balance_row){ record->line, sheet->movements };
	return cell_says(sheet, record, (size_t)sheet->columns.texts[0], true);
}

void
row_finish(struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->balance_count; i++) {
		size_t before = sheet->balances[i].movements;
		if (before > 0 && before < sheet->movements)
			row_complain(sheet, sheet->balances[i].line, -1,
			    "this may be a balance or a payment called so; take the line out or write more into its text");
	}
}

/* The IBAN of an Italian account that begins there, with blanks in it or not. */
static bool
iban_at(const char *text, char iban[IBAN_TEXT])
{
	char compact[IBAN_TEXT];
	size_t used = 0;
	struct refusal why;
	for (; *text && used < 27; text++)
		if (*text != ' ')
			compact[used++] = *text;
	compact[used] = '\0';
	return used == 27 && iban_parse(compact, iban, &why);
}

void
row_preamble(struct sheet *sheet, const struct csv_record *record)
{
	char iban[IBAN_TEXT];
	size_t first = 0;
	while (first < record->count && !*record->texts[first])
		first++;
	if (first < record->count && !is_block(sheet, record->texts[first]))
		cell_says(sheet, record, first, false);
	for (size_t i = first; i < record->count; i++)
		for (const char *at = record->texts[i]; (at = strpbrk(at, "IiSs")); at++) {
			bool word = at == record->texts[i] || at[-1] == ' ' || at[-1] == ':';
			if (word && iban_at(at, iban))
				snprintf(sheet->facts->iban, sizeof sheet->facts->iban, "%s", iban);
		}
}
