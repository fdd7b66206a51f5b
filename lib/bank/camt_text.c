#include "camt.h"

#include <balint/translation.h>

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { USTRD_MOST = 140 }; /* characters, by the schema: a longer text is cut there */

void
camt_complain(struct camt *camt, size_t line, size_t column, const char *format, ...)
{
	struct refusal what;
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(what.text, sizeof what.text, translated(format), arguments);
	va_end(arguments);
	camt->faults++;
	camt->reading->complain(camt->reading->context, line, column, what.text);
}

void
camt_clear(struct camt *camt, enum camt_slot first, enum camt_slot end)
{
	for (size_t slot = first; slot < end; slot++)
		words_clear(&camt->texts[slot].words);
}

void
camt_store(struct camt *camt, enum camt_slot slot, const struct words *words, const char *currency, size_t line)
{
	struct camt_text *text = &camt->texts[slot];
	if (text->words.length > 0 && !camt_slot_is_prose(slot)) {
		camt_complain(camt, line, 0, "%s stands twice", camt_slot_name(slot));
		return;
	}
	if (slot == DETAIL_STRUCTURED)
		words_break(&text->words);
	words_join(&text->words, words, text->last, USTRD_MOST);
	text->last = words->characters;
	text->line = line;
	snprintf(text->currency, sizeof text->currency, "%s", currency);
	if (text->words.over)
		camt_complain(camt, line, 0, "%s is longer than %d bytes", camt_slot_name(slot), BANK_TEXT - 1);
}

const char *
camt_text(const struct camt *camt, enum camt_slot slot)
{
	return camt->texts[slot].words.text;
}

/* A day, or the day of a time, as the bank wrote it: what follows is the time or the zone. */
bool
camt_date(struct camt *camt, enum camt_slot slot, struct date *date)
{
	const struct camt_text *text = &camt->texts[slot];
	struct refusal why;
	char day[DATE_TEXT];
	*date = DATE_NONE;
	if (text->words.length == 0)
		return true;
	snprintf(day, sizeof day, "%s", text->words.text);
	bool iso = text->words.length >= 10 && day[4] == '-' && strspn(text->words.text + 10, "T0123456789:.+-Z") == text->words.length - 10
	    && (!text->words.text[10] || strchr("T+-Z", text->words.text[10]));
	if (iso && date_parse(day, date, &why))
		return true;
	camt_complain(camt, text->line, 0, "%s: '%.40s' is not a date", camt_slot_name(slot), text->words.text);
	return false;
}

bool
camt_amount(struct camt *camt, enum camt_slot slot, cents *amount)
{
	const struct camt_text *text = &camt->texts[slot];
	struct refusal why;
	if (text->words.length == 0)
		camt_complain(camt, camt->line, 0, "%s is missing", camt_slot_name(slot));
	else if (strcmp(text->currency, "EUR") != 0)
		camt_complain(camt, text->line, 0, "%s: the currency is '%s'; only EUR is counted here", camt_slot_name(slot), text->currency);
	else if (!decimal_read(text->words.text, '.', amount, &why))
		camt_complain(camt, text->line, 0, "%s: %s", camt_slot_name(slot), why.text);
	else
		return true;
	return false;
}

bool
camt_signed(struct camt *camt, enum camt_slot amount, enum camt_slot sign, cents *value)
{
	const struct camt_text *text = &camt->texts[sign];
	bool debit = strcmp(text->words.text, "DBIT") == 0, known = debit || strcmp(text->words.text, "CRDT") == 0;
	if (text->words.length == 0)
		camt_complain(camt, camt->line, 0, "%s is missing", camt_slot_name(sign));
	else if (!known)
		camt_complain(camt, text->line, 0, "%s: '%.40s' is neither CRDT nor DBIT", camt_slot_name(sign), text->words.text);
	if (!camt_amount(camt, amount, value) || !known)
		return false;
	if (debit)
		*value = -*value;
	return true;
}
