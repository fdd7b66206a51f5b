/*
 * What people type: whatever is accepted is in range, and what is written of it is read as the same again.
 * The first byte of the input says which reader gets the rest.
 */
#include "fuzz.h"

#include <balint/date_words.h>
#include <balint/iban.h>
#include <balint/mark.h>
#include <balint/money.h>
#include <balint/reference.h>
#include <balint/split.h>
#include <balint/tax_code.h>

static void
fuzz_date(const char *text)
{
	struct date date, again;
	struct refusal why = { "" };
	char written[DATE_TEXT];
	if (!date_parse(text, &date, &why)) {
		EXPECT(*why.text, "refused without a word");
		return;
	}
	struct civil civil = date_civil(date);
	EXPECT(civil.year >= 1583 && civil.year <= 9999 && civil.month >= 1 && civil.month <= 12 && civil.day >= 1 && civil.day <= 31, "'%s'", text);
	EXPECT(date_of(civil.year, civil.month, civil.day).day == date.day, "'%s' is another day", text);
	EXPECT(strlen(date_write(date, written)) == 10 && date_parse(written, &again, &why) && again.day == date.day, "'%s' is written '%s'", text, written);
	EXPECT(date_weekday(date_plus_days(date, 1)) == date_weekday(date) % 7 + 1, "the day after '%s'", text);
	struct date first = month_first_day(month_of(date)), last = month_last_day(month_of(date));
	EXPECT(first.day <= date.day && date.day <= last.day && last.day - first.day >= 27 && last.day - first.day <= 30, "the month of '%s'", text);
	EXPECT(date_plus_months(date_plus_months(date, 12), -12).day == date.day || (civil.month == 2 && civil.day == 29), "a year from '%s'", text);
}

static void
fuzz_date_range(const char *text)
{
	struct date_range range, again;
	struct refusal why;
	char first[DATE_TEXT], last[DATE_TEXT], written[64];
	if (!date_range_parse(text, &range, &why))
		return;
	EXPECT(range.first.day <= range.last.day, "'%s'", text);
	snprintf(written, sizeof written, "%s..%s", date_write(range.first, first), date_write(range.last, last));
	EXPECT(date_range_parse(written, &again, &why) && again.first.day == range.first.day && again.last.day == range.last.day, "'%s'", text);
}

static void
fuzz_weekdays(const char *text)
{
	struct weekdays days = { 0 };
	struct refusal why = { "" };
	if (weekdays_parse(text, &days, &why))
		EXPECT(days.days != 0 && (days.days & ~0xfeU) == 0, "'%s' is %x", text, days.days);
	else
		EXPECT(*why.text, "'%s' is refused without a word", text);
}

static void
fuzz_month(const char *text)
{
	struct month month, again;
	struct month_range range, range_again;
	struct refusal why;
	char written[MONTH_TEXT], first[MONTH_TEXT], last[MONTH_TEXT], both[64];
	if (month_parse(text, &month, &why)) {
		EXPECT(strcmp(month_write(month, written), text) == 0, "'%s' is written '%s'", text, written);
		EXPECT(month_parse(written, &again, &why) && again.month == month.month, "'%s' is written '%s'", text, written);
		EXPECT(month_of(month_last_day(month)).month == month.month && *month_name(month, "it"), "'%s'", text);
	}
	if (!month_range_parse(text, &range, &why))
		return;
	EXPECT(range.first.month <= range.last.month, "'%s'", text);
	snprintf(both, sizeof both, "%s..%s", month_write(range.first, first), month_write(range.last, last));
	EXPECT(month_range_parse(both, &range_again, &why) && range_again.last.month == range.last.month, "'%s'", text);
}

static void
fuzz_time(const char *text)
{
	struct daytime time, again;
	struct refusal why;
	char written[TIME_TEXT];
	if (!time_parse(text, &time, &why))
		return;
	EXPECT(time.minute >= 0 && time.minute <= 24 * 60, "'%s' is minute %d", text, time.minute);
	EXPECT(strlen(time_write(time, written)) == 5 && time_parse(written, &again, &why) && again.minute == time.minute, "'%s' is written '%s'", text, written);
}

static void
fuzz_money(const char *text)
{
	cents amount, again;
	struct refusal why;
	char written[MONEY_TEXT];
	if (!money_parse(text, &amount, &why))
		return;
	EXPECT(amount >= 0 && amount <= CENTS_MOST, "'%s' is %lld", text, (long long)amount);
	EXPECT(money_parse(money_write(amount, written), &again, &why) && again == amount, "'%s' is written '%s'", text, written);
	char *end;
	double value = strtod(written, &end);
	EXPECT(*end == '\0' && (cents)(value * 100 + 0.5) == amount, "'%s' is written '%s'", text, written);
}

static void
fuzz_rate(const char *text)
{
	int rate, again;
	struct refusal why;
	char written[MONEY_TEXT];
	if (!rate_parse(text, &rate, &why))
		return;
	EXPECT(rate >= 0 && rate <= 10000, "'%s' is %d", text, rate);
	EXPECT(rate_parse(rate_write(rate, written), &again, &why) && again == rate, "'%s' is written '%s'", text, written);
}

/*
 * Any price in any number of parts: the columns add up, nothing is negative, parts differ by a cent. That each part's
 * VAT is that of its net, to a cent, holds up to 25 %: beyond, rounding net and gross can take two.
 */
static void
fuzz_split(struct input *input)
{
	cents net = (cents)((uint64_t)input_number(input) % (CENTS_MOST + 1));
	int rate = (int)((uint64_t)input_number(input) % 2501) * (input_byte(input) % 2 ? 1 : 4), parts = input_byte(input) % 60 + 1;
	cents vat = money_share(net, rate);
	struct part sum = { 0 };
	for (int i = 0; i < parts; i++) {
		struct part part = split_part(net, rate, parts, i);
		EXPECT(part.net >= 0 && part.vat >= 0 && part.net + part.vat == part.gross, "%lld at %d in %d: part %d", (long long)net, rate, parts, i);
		EXPECT(part.gross == (net + vat) / parts + (i < (net + vat) % parts), "%lld at %d in %d: part %d", (long long)net, rate, parts, i);
		cents own = money_share(part.net, rate);
		EXPECT(rate > 2500 || (part.vat - own <= 1 && own - part.vat <= 1), "%lld at %d in %d: part %d has VAT %lld, not %lld", (long long)net, rate, parts, i,
		    (long long)part.vat, (long long)own);
		sum.net += part.net;
		sum.vat += part.vat;
		sum.gross += part.gross;
	}
	EXPECT(sum.net == net && sum.vat == vat && sum.gross == net + vat, "%lld at %d in %d", (long long)net, rate, parts);
}

/* How many minutes of the session the mark covers, one by one. */
static int
minutes_counted(const struct mark *mark, const struct session *session)
{
	int count = 0;
	for (int minute = session->start.minute; minute < session->finish.minute; minute++) {
		bool there = mark->count == 0 && strcmp(mark->status, "present") == 0;
		for (int i = 0; i < mark->count; i++)
			there = there || (mark->spells[i].arrived.minute <= minute && minute < mark->spells[i].left.minute);
		count += there;
	}
	return count;
}

static void
fuzz_mark(struct input *input)
{
	struct session session = { .start = { input_byte(input) * 5 % 1440 } };
	session.finish.minute = session.start.minute + 1 + input_byte(input) * 5 % (1440 - session.start.minute);
	struct mark mark, again;
	struct refusal why = { "" };
	char written[MARK_TEXT], *text = input_text(input);
	if (!mark_parse(text, &session, &mark, &why)) {
		EXPECT(*why.text, "refused without a word");
		free(text);
		return;
	}
	bool present = strcmp(mark.status, "present") == 0;
	EXPECT(present || strcmp(mark.status, "absent") == 0 || strcmp(mark.status, "excused") == 0, "'%s' is %s", text, mark.status);
	EXPECT(present ? mark.mode != NULL : !mark.mode && !mark.count, "'%s' is %s", text, mark.status);
	EXPECT(mark.count >= 0 && mark.count <= MARK_SPELLS, "'%s' has %d spells", text, mark.count);
	for (int i = 0; i < mark.count; i++) {
		const struct spell *spell = &mark.spells[i];
		EXPECT(spell->arrived.minute < spell->left.minute, "'%s': spell %d", text, i);
		EXPECT(spell->arrived.minute < session.finish.minute && spell->left.minute > session.start.minute, "'%s': spell %d lies outside", text, i);
		EXPECT(i == 0 || spell[-1].left.minute < spell->arrived.minute, "'%s': spell %d meets the one before", text, i);
	}
	EXPECT(mark_minutes(&mark, &session) == minutes_counted(&mark, &session), "'%s' has %d minutes", text, mark_minutes(&mark, &session));
	mark_write(&mark, written);
	EXPECT(mark_parse(written, &session, &again, &why), "'%s' is written '%s': %s", text, written, why.text);
	EXPECT(again.count == mark.count && memcmp(again.spells, mark.spells, (size_t)mark.count * sizeof mark.spells[0]) == 0, "'%s' is written '%s'", text, written);
	EXPECT(strcmp(again.status, mark.status) == 0 && (!mark.mode || strcmp(again.mode, mark.mode) == 0), "'%s' is written '%s'", text, written);
	free(text);
}

/* ISO 13616 by hand: letters are two digits, the first four characters go to the end, and the rest of 97 is 1. */
static unsigned
iban_rest(const char *iban)
{
	unsigned rest = 0;
	size_t length = strlen(iban);
	for (size_t i = 0; i < length; i++) {
		char c = iban[(i + 4) % length];
		if (c >= 'A')
			rest = (rest * 10 + (unsigned)(c - 'A' + 10) / 10) % 97 * 10 + (unsigned)(c - 'A' + 10) % 10;
		else
			rest = rest * 10 + (unsigned)(c - '0');
		rest %= 97;
	}
	return rest;
}

static void
fuzz_codes(const char *text)
{
	char iban[IBAN_TEXT], iban_again[IBAN_TEXT], code[TAX_CODE_TEXT], code_again[TAX_CODE_TEXT];
	struct refusal why;
	if (iban_parse(text, iban, &why)) {
		EXPECT(strspn(iban, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == strlen(iban) && strlen(iban) >= 15 && strlen(iban) <= 34, "'%s'", iban);
		EXPECT(iban_rest(iban) == 1, "'%s' leaves %u", iban, iban_rest(iban));
		EXPECT(iban_parse(iban, iban_again, &why) && strcmp(iban, iban_again) == 0, "'%s' is written '%s'", text, iban);
		for (char digit = '0'; digit <= '9'; digit++) { /* no single wrong digit passes */
			char wrong[IBAN_TEXT];
			memcpy(wrong, iban, sizeof wrong);
			wrong[strlen(iban) - 1] = digit;
			EXPECT(digit == iban[strlen(iban) - 1] || iban[strlen(iban) - 1] > '9' || !iban_parse(wrong, iban_again, &why), "'%s' and '%s' both pass", iban, wrong);
		}
	}
	if (tax_code_parse(text, code, &why)) {
		EXPECT(strspn(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == strlen(code) && (strlen(code) == 16 || strlen(code) == 11), "'%s'", code);
		EXPECT(tax_code_parse(code, code_again, &why) && strcmp(code, code_again) == 0, "'%s' is written '%s'", text, code);
	}
}

/* The template with its placeholders replaced one by one, on the heap. */
static char *
replaced(const char *template, const char *const names[8], const char *const values[8])
{
	size_t size = strlen(template) + 1;
	for (const char *c = template; *c; c++)
		for (int k = 0; k < 8; k++)
			size += *c == '{' ? strlen(values[k]) : 0;
	char *result = malloc(size), *end = result;
	while (*template) {
		int found = -1;
		for (int k = 0; k < 8 && *template == '{'; k++)
			if (strncmp(template + 1, names[k], strlen(names[k])) == 0 && template[1 + strlen(names[k])] == '}')
				found = k;
		if (found >= 0) {
			end = stpcpy(end, values[found]);
			template += strlen(names[found]) + 2;
		} else {
			*end++ = *template++;
		}
	}
	*end = '\0';
	return result;
}

static void
fuzz_reference(struct input *input)
{
	static const char *const names[8] = { "title", "number", "year", "family", "given", "month", "code", "handle" };
	struct refusal why = { "" };
	char text[REFERENCE_TEXT], number[16], year[16], *texts[7];
	struct reference_facts facts = { .number = input_byte(input) + 1, .year = 1583 + input_byte(input) };
	for (size_t i = 0; i < 7; i++)
		texts[i] = input_text(input);
	facts.title = texts[1], facts.family = texts[2], facts.given = texts[3], facts.month = texts[4], facts.code = texts[5], facts.handle = texts[6];
	snprintf(number, sizeof number, "%d", facts.number);
	snprintf(year, sizeof year, "%d", facts.year);
	bool known = reference_check(texts[0], &why);
	EXPECT(known || *why.text, "refused without a word");
	char *expected = replaced(texts[0], names, (const char *const[8]){ texts[1], number, year, texts[2], texts[3], texts[4], texts[5], texts[6] });
	if (reference_write(texts[0], &facts, text, &why)) {
		EXPECT(strlen(text) < REFERENCE_TEXT, "%zu bytes", strlen(text));
		EXPECT(strcmp(text, expected) == 0, "'%s' instead of '%s'", text, expected);
	} else {
		size_t characters = 0;
		for (const char *c = expected; *c; c++)
			characters += ((unsigned char)*c & 0xc0) != 0x80;
		EXPECT(characters > REFERENCE_MOST || strlen(expected) >= REFERENCE_TEXT, "'%s' is refused: %s", expected, why.text);
	}
	free(expected);
	for (size_t i = 0; i < 7; i++)
		free(texts[i]);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static void (*const readers[])(const char *) = { fuzz_date, fuzz_date_range, fuzz_weekdays, fuzz_month, fuzz_time, fuzz_money, fuzz_rate, fuzz_codes };
	struct input input = { data, size };
	uint8_t which = input_byte(&input) % 16;
	if (which == 15)
		fuzz_split(&input);
	else if (which == 14 || which == 13)
		fuzz_mark(&input);
	else if (which == 12 || which == 11)
		fuzz_reference(&input);
	else {
		char *text = input_text(&input);
		for (size_t i = 0; i < sizeof readers / sizeof readers[0]; i++)
			readers[i](text); /* cheap, and what one takes another must refuse */
		free(text);
	}
	return 0;
}
