#include "lines.h"
#include "mt940.h"
#include "pages.h"

#include <balint/fatal.h>
#include <balint/translation.h>

#include <ctype.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct mt940 {
	const struct bank_reading *reading;
	struct bank_facts *facts;
	struct pages pages;
	struct refusal refusal; /* the first reason against the whole */
	size_t faults;

	struct lines lines;
	struct mt940_field field;

	/* The statement. */
	bool open, any; /* within one; there was one */
	size_t begun;   /* its line */
	size_t faults_before;
	struct words name;
	char account[35];
	cents opening, closing, moved;

	/* The movement that waits for its :86:. */
	size_t waiting; /* its line, 0: none */
	struct mt940_movement movement;
	struct mt940_details details;
};

static void __attribute__((format(printf, 3, 4)))
complain(struct mt940 *mt940, size_t line, const char *format, ...)
{
	struct refusal what;
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(what.text, sizeof what.text, translated(format), arguments);
	va_end(arguments);
	mt940->faults++;
	mt940->reading->complain(mt940->reading->context, line, 0, what.text);
}

static void
movement_end(struct mt940 *mt940)
{
	struct mt940_movement *movement = &mt940->movement;
	struct mt940_details *details = &mt940->details;
	struct refusal why;
	if (mt940->waiting == 0)
		return;
	size_t number = mt940->waiting;
	mt940->waiting = 0;
	const struct words *text = details->text.length ? &details->text : &movement->remark;
	if (details->text.over || details->payer.over || movement->remark.over || movement->id.over)
		complain(mt940, number, "a text of the movement is longer than %d bytes", BANK_TEXT - 1);
	if (!sum_add(&mt940->moved, movement->amount, &why))
		complain(mt940, number, "%s", why.text);
	const struct bank_line line = { .line = number, .booked = movement->booked, .valued = movement->valued, .amount = movement->amount,
		.payer = details->payer.length ? details->payer.text : NULL, .iban = details->iban[0] ? details->iban : NULL, .text = text->text,
		.id = words_id(&movement->id), .storno = movement->storno };
	if (line.amount != 0) /* else a notice */
		mt940->reading->take(mt940->reading->context, &line);
}

static void
page_begin(struct mt940 *mt940)
{
	mt940->open = mt940->any = true;
	mt940->begun = mt940->field.line;
	mt940->faults_before = mt940->faults;
	mt940->account[0] = '\0';
	words_clear(&mt940->name);
	mt940->opening = mt940->closing = CENTS_NONE;
	mt940->moved = 0;
}

static void
page_end(struct mt940 *mt940)
{
	movement_end(mt940);
	if (!mt940->open)
		return;
	mt940->open = false;
	if (mt940->faults == mt940->faults_before && mt940->opening == CENTS_NONE)
		complain(mt940, mt940->begun, "the statement that begins here has no :60F:; a file of MT942 is none");
	if (mt940->faults == mt940->faults_before && !mt940->account[0])
		complain(mt940, mt940->begun, "the statement that begins here has no :25:, which names its account");
	if (mt940->faults == mt940->faults_before && mt940->closing == CENTS_NONE)
		complain(mt940, mt940->begun, "the statement that begins here has no :62F:; the file is not whole");
	if (mt940->faults > mt940->faults_before || mt940->refusal.text[0])
		return;
	const struct page page = { mt940->name.text, mt940->account, mt940->opening, mt940->closing, mt940->moved };
	pages_add(&mt940->pages, &page, mt940->facts, &mt940->refusal);
}

/* An IBAN, perhaps with the currency behind it or a BIC and a slash before it, or any other number. */
static void
account_read(struct mt940 *mt940)
{
	const char *text = mt940->field.bytes, *slash = strchr(text, '/');
	struct words words;
	char iban[35];
	words_clear(&words);
	words_say(&words, text);
	words_iban(&words, iban);
	size_t length = strlen(iban);
	if (length > 18 && strcmp(iban + length - 3, "EUR") == 0)
		iban[length - 3] = '\0';
	if (!length && slash) {
		words_clear(&words);
		words_say(&words, slash + 1);
		words_iban(&words, iban);
	}
	snprintf(mt940->account, sizeof mt940->account, "%.34s", iban[0] ? iban : words.text);
	if (!mt940->facts->iban[0])
		snprintf(mt940->facts->iban, sizeof mt940->facts->iban, "%s", iban);
}

static void
balance_read(struct mt940 *mt940, cents *balance)
{
	struct refusal why;
	if (*balance != CENTS_NONE)
		complain(mt940, mt940->field.line, ":%s: stands twice in one statement", mt940->field.tag);
	else if (!mt940_balance_read(&mt940->field, balance, &why))
		complain(mt940, mt940->field.line, "%s", why.text);
}

static void
movement_read(struct mt940 *mt940)
{
	struct refusal why;
	movement_end(mt940);
	words_clear(&mt940->details.text);
	words_clear(&mt940->details.payer);
	mt940->details.iban[0] = '\0';
	if (!mt940_movement_read(&mt940->field, &mt940->movement, &why)) {
		complain(mt940, mt940->field.line, "%s", why.text);
		mt940->movement.amount = 0;
	}
	mt940->waiting = mt940->field.line;
}

/* Behind the closing balance it is about the statement as a whole. */
static void
details_read(struct mt940 *mt940)
{
	if (mt940->waiting > 0)
		mt940_details_read(&mt940->field, (mt940->movement.amount > 0) != mt940->movement.storno, &mt940->details);
	else if (mt940->closing == CENTS_NONE)
		complain(mt940, mt940->field.line, ":86: has no :61: before it");
}

static void
field_end(struct mt940 *mt940)
{
	struct mt940_field *field = &mt940->field;
	const char *tag = field->tag;
	if (!*tag)
		return;
	if (strcmp(tag, "20") == 0)
		page_end(mt940);
	if (!mt940->open)
		page_begin(mt940);
	for (size_t k = 1; k < field->count && mt940_field_is_single(field); k++)
		if (field->bytes[field->starts[k] + strspn(field->bytes + field->starts[k], " ")])
			complain(mt940, field->line + k, "the line belongs to no field");
	if (field->over)
		complain(mt940, field->line, ":%s: is longer than %d bytes or %d lines", tag, MT940_FIELD - 1, MT940_LINES);
	if (strcmp(tag, "61") != 0 && strcmp(tag, "86") != 0)
		movement_end(mt940);
	if (strcmp(tag, "20") == 0 || strncmp(tag, "28", 2) == 0) {
		words_break(&mt940->name);
		words_say(&mt940->name, field->bytes);
	} else if (strncmp(tag, "25", 2) == 0)
		account_read(mt940);
	else if (strncmp(tag, "60", 2) == 0)
		balance_read(mt940, &mt940->opening);
	else if (strncmp(tag, "62", 2) == 0)
		balance_read(mt940, &mt940->closing);
	else if (strcmp(tag, "61") == 0)
		movement_read(mt940);
	else if (strcmp(tag, "86") == 0)
		details_read(mt940);
	field->tag[0] = '\0';
}

static void
line_read(struct mt940 *mt940, const char *line)
{
	struct mt940_field *field = &mt940->field;
	const char *value;
	char tag[4];
	if (mt940_field_tag(line, tag, &value)) {
		field_end(mt940);
		mt940_field_begin(field, tag, mt940->lines.number);
		mt940_field_add(field, value);
	} else if (field->tag[0])
		mt940_field_add(field, line);
	else if (mt940->any && line[strspn(line, " ")])
		complain(mt940, mt940->lines.number, "the line belongs to no field");
}

/* The envelope: `{1:…}{2:…}{4:` before the fields, `-}` behind them; or a line with nothing but a hyphen. */
static void
envelope_read(struct mt940 *mt940)
{
	char *line = mt940->lines.text;
	while (*line && (unsigned char)*line < ' ') /* SOH, ETX */
		line++;
	if (mt940->lines.number == 1 && strncmp(line, "\xef\xbb\xbf", 3) == 0)
		line += 3;
	bool ends = line[0] == '-' && (line[1] == '}' || !line[1 + strspn(line + 1, " ")]);
	bool block = line[0] == '{' && isdigit((unsigned char)line[1]) && line[2] == ':';
	if (mt940->lines.cut)
		complain(mt940, mt940->lines.number, "the line is longer than %d bytes", LINE_MOST - 1);
	if (!ends && !block) {
		line_read(mt940, line);
		return;
	}
	field_end(mt940);
	page_end(mt940);
	const char *text = strstr(line, "{4:");
	if (text && text[3])
		line_read(mt940, text + 3);
}

bool
mt940_read(int fd, const char *name, const struct bank_reading *reading, struct bank_facts *facts, struct refusal *why)
{
	struct mt940 *mt940 = memory(sizeof *mt940);
	memset(mt940, 0, sizeof *mt940);
	mt940->reading = reading;
	mt940->facts = facts;
	snprintf(facts->source, sizeof facts->source, "mt940");
	facts->iban[0] = why->text[0] = '\0';
	facts->opening = facts->closing = CENTS_NONE;
	lines_init(&mt940->lines, fd);
	while (lines_next(&mt940->lines))
		envelope_read(mt940);
	field_end(mt940);
	page_end(mt940);
	bool good = mt940->faults == 0;
	if (mt940->lines.error)
		good = refuse(why, "%s cannot be read: %s", name, system_error(mt940->lines.error));
	else if (good && mt940->refusal.text[0])
		good = refuse(why, "%s: %s", name, mt940->refusal.text);
	else if (good && !mt940->any)
		good = refuse(why, "%s: there is no statement in it (no field such as :20:)", name);
	free(mt940);
	return good;
}
