/* What must hold of any file that a reader of bank statements is given: the two targets share it. */
#ifndef BALINT_FUZZ_BANK_H
#define BALINT_FUZZ_BANK_H

#include "fuzz.h"

#include "../../lib/bank/internal.h"

struct told {
	size_t lines, complaints, taken; /* lines of the file at the most; 0: not known */
	cents moved;
};

static void
bank_expect_text(const char *text, const char *what)
{
	size_t length = strlen(text);
	EXPECT(length < BANK_TEXT && fuzz_is_utf8(text, length), "%s", what);
	for (size_t at = 0, size; at < length; at += size) {
		int codepoint;
		size = text_character(text + at, length - at, &codepoint);
		EXPECT(!text_is_control(codepoint), "%s: U+%04X", what, (unsigned)codepoint);
	}
	EXPECT(length == 0 || (text[0] != ' ' && text[length - 1] != ' ' && !strstr(text, "  ")), "%s: '%s'", what, text);
}

static void
bank_take(void *context, const struct bank_line *line)
{
	struct told *told = context;
	EXPECT(line->amount != 0 && line->amount <= CENTS_MOST && line->amount >= -CENTS_MOST, "%lld", (long long)line->amount);
	EXPECT(line->line >= 1 && (told->lines == 0 || line->line <= told->lines), "line %zu of %zu", line->line, told->lines);
	EXPECT(line->pending || date_given(line->booked), "no date");
	bank_expect_text(line->text, "text");
	if (line->payer)
		EXPECT(*line->payer, "an empty payer"), bank_expect_text(line->payer, "payer");
	if (line->id)
		EXPECT(*line->id, "an empty id"), bank_expect_text(line->id, "id");
	if (line->iban)
		EXPECT(strlen(line->iban) >= 15 && strlen(line->iban) <= 34 && strspn(line->iban, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") == strlen(line->iban), "%s", line->iban);
	EXPECT(line->id || line->index == 0, "an index of nothing");
	told->taken++;
	told->moved += line->pending ? 0 : line->amount;
}

static void
bank_complain(void *context, size_t line, size_t column, const char *what)
{
	struct told *told = context;
	(void)column;
	EXPECT(line >= 1 && (told->lines == 0 || line <= told->lines), "line %zu of %zu: %s", line, told->lines, what);
	EXPECT(*what && !strchr(what, '\n'), "a fault '%s'", what);
	told->complaints++;
}

typedef bool bank_reader(int fd, const char *name, const struct bank_reading *reading, struct bank_facts *facts, struct refusal *why);

/* Reads the bytes; whatever was good adds up. */
static void
bank_expect(bank_reader *read, const uint8_t *data, size_t size, size_t lines, bool single)
{
	struct told told = { .lines = lines };
	const struct bank_reading reading = { bank_take, bank_complain, &told };
	struct bank_facts facts;
	struct refusal why;
	char path[64];
	int fd = fuzz_file(data, size, path);
	bool good = read(fd, "FILE", &reading, &facts, &why);
	close(fd);
	EXPECT(good ? told.complaints == 0 : (told.complaints > 0) != (why.text[0] != '\0'), "%zu complaints, '%s'", told.complaints, why.text);
	if (good) {
		EXPECT(facts.source[0] && strlen(facts.iban) <= 34, "source '%s', IBAN '%s'", facts.source, facts.iban);
		EXPECT(!single || facts.opening == CENTS_NONE || facts.closing == CENTS_NONE || facts.opening + told.moved == facts.closing, "%lld + %lld is not %lld",
		    (long long)facts.opening, (long long)told.moved, (long long)facts.closing);
	}
}

#endif
