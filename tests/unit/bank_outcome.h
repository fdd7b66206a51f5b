/*
 * What a reader of bank statements gave, as text: one line a movement, `2: 2021-03-04 2021-03-04 85.40 payer|iban|text|id/0`, with
 * `storno` or `pending` behind it; `2! what` or `2:5! what` for a complaint; and last `= source iban opening closing`, or
 * `refused: why`. Nothing is written of what is not there. After cmocka.h.
 */
#ifndef BANK_OUTCOME_H
#define BANK_OUTCOME_H

#include "../../lib/bank/internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef bool bank_reader(int fd, const char *name, const struct bank_reading *reading, struct bank_facts *facts, struct refusal *why);

static void
outcome_take(void *context, const struct bank_line *line)
{
	char booked[DATE_TEXT], valued[DATE_TEXT], amount[MONEY_TEXT];
	assert_int_not_equal(line->amount, 0);
	assert_non_null(line->text);
	fprintf(context, "%zu: %s %s %s %s|%s|%s|", line->line, date_write(line->booked, booked), date_write(line->valued, valued),
	    money_write(line->amount, amount), line->payer ? line->payer : "", line->iban ? line->iban : "", line->text);
	if (line->id)
		fprintf(context, "%s/%zu", line->id, line->index);
	fprintf(context, "%s%s\n", line->storno ? " storno" : "", line->pending ? " pending" : "");
}

static void
outcome_complain(void *context, size_t line, size_t column, const char *what)
{
	assert_int_not_equal(strlen(what), 0);
	column ? fprintf(context, "%zu:%zu! %s\n", line, column, what) : fprintf(context, "%zu! %s\n", line, what);
}

/* What reading the file gave; free it. */
static char *
outcome_of(bank_reader *read, FILE *file)
{
	char *text, opening[MONEY_TEXT], closing[MONEY_TEXT];
	size_t length;
	FILE *out = open_memstream(&text, &length);
	struct bank_facts facts;
	struct refusal why = { "untouched" };
	const struct bank_reading reading = { outcome_take, outcome_complain, out };
	if (read(fileno(file), "FILE", &reading, &facts, &why))
		fprintf(out, "= %s %s %s %s\n", facts.source, facts.iban, facts.opening == CENTS_NONE ? "-" : money_write(facts.opening, opening),
		    facts.closing == CENTS_NONE ? "-" : money_write(facts.closing, closing));
	else if (why.text[0])
		fprintf(out, "refused: %s\n", why.text);
	fclose(out);
	return text;
}

static char *
outcome_of_bytes(bank_reader *read, const char *bytes, size_t length)
{
	FILE *file = tmpfile();
	assert_int_equal(fwrite(bytes, 1, length, file), length);
	assert_int_equal(fflush(file), 0);
	char *text = outcome_of(read, file);
	fclose(file);
	return text;
}

static void
check_bytes(bank_reader *read, const char *bytes, size_t length, const char *expected)
{
	char *text = outcome_of_bytes(read, bytes, length);
	assert_string_equal(text, expected);
	free(text);
}

#endif
