#include <balint/fatal.h>
#include <balint/money_words.h>
#include <balint/sink.h>

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { MILLION = 1000000, THOUSAND = 1000 };

static const char *const units_it[20] = { "", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici", "dodici",
	"tredici", "quattordici", "quindici", "sedici", "diciassette", "diciotto", "diciannove" };
static const char *const tens_it[10] = { "", "", "venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta" };
static const char *const units_en[20] = { "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
	"thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen" };
static const char *const tens_en[10] = { "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety" };

static bool
is_italian(const char *language)
{
	return strcmp(language, "it") == 0;
}

/* A vowel falls before another: cent-otto, cent-ottanta, vent-uno, trent-otto. */
static void
italian_hundreds(struct sink *words, int64_t number)
{
	int64_t hundreds = number / 100, rest = number % 100, ten = rest / 10, unit = rest % 10;
	if (hundreds > 1)
		sink_text(words, units_it[hundreds]);
	if (hundreds > 0)
		sink_text(words, ten == 8 || rest == 8 ? "cent" : "cento");
	if (rest < 20) {
		sink_text(words, units_it[rest]);
		return;
	}
	sink_text(words, tens_it[ten]);
	words->used -= unit == 1 || unit == 8;
	sink_text(words, units_it[unit]);
}

/* At the end of a longer word three has an accent: ventitré. */
static void
italian_accent(struct sink *words, size_t start)
{
	if (words->used - start <= 3 || memcmp(words->buffer + words->used - 3, "tre", 3) != 0)
		return;
	words->used--;
	sink_text(words, "é");
}

static void
italian(struct sink *words, int64_t number)
{
	int64_t millions = number / MILLION, thousands = number % MILLION / THOUSAND, rest = number % THOUSAND;
	if (number == 0)
		sink_text(words, "zero");
	if (millions > 1) {
		italian_hundreds(words, millions);
		italian_accent(words, 0);
	}
	if (millions > 0)
		sink_text(words, millions == 1 ? "un milione" : " milioni");
	if (millions > 0 && number % MILLION > 0)
		sink_char(words, ' ');
	size_t start = words->used;
	if (thousands > 1)
		italian_hundreds(words, thousands);
	if (thousands > 0)
		sink_text(words, thousands == 1 ? "mille" : "mila");
	italian_hundreds(words, rest);
	italian_accent(words, start);
}

static void
english_hundreds(struct sink *words, int64_t number, bool more)
{
	int64_t hundreds = number / 100, rest = number % 100;
	if (hundreds > 0)
		sink_format(words, "%s%s hundred", words->used ? " " : "", units_en[hundreds]);
	if (rest == 0)
		return;
	if (hundreds > 0 || (more && words->used))
		sink_text(words, " and");
	sink_text(words, words->used ? " " : "");
	sink_text(words, rest < 20 ? units_en[rest] : tens_en[rest / 10]);
	if (rest >= 20 && rest % 10)
		sink_format(words, "-%s", units_en[rest % 10]);
}

static void
english(struct sink *words, int64_t number)
{
	int64_t millions = number / MILLION, thousands = number % MILLION / THOUSAND;
	if (number == 0)
		sink_text(words, "zero");
	english_hundreds(words, millions, false);
	sink_text(words, millions ? " million" : "");
	english_hundreds(words, thousands, false);
	sink_text(words, thousands ? " thousand" : "");
	english_hundreds(words, number % THOUSAND, true);
}

char *
money_in_words(cents amount, const char *language)
{
	struct sink words;
	sink_init(&words, -1);
	sink_hold(&words);
	if (is_italian(language))
		italian(&words, amount / 100);
	else
		english(&words, amount / 100);
	sink_format(&words, "/%02d", (int)(amount % 100));
	sink_char(&words, '\0');
	return words.buffer;
}

char *
money_on_paper(cents amount, const char *language, char text[MONEY_PAPER])
{
	char plain[MONEY_TEXT];
	char separator = is_italian(language) ? '.' : ',', point = is_italian(language) ? ',' : '.';
	const char *from = money_write(amount, plain);
	char *to = text;
	if (*from == '-')
		*to++ = *from++;
	for (size_t left = strlen(from); left > 0; from++, left--) {
		*to++ = *from == '.' ? point : *from;
		if (left > 6 && (left - 1) % 3 == 0)
			*to++ = separator;
	}
	*to = '\0';
	return text;
}

/* A number with one point at most. */
static char *
localised(char *text, const char *language)
{
	char *point = strchr(text, '.');
	if (point && is_italian(language))
		*point = ',';
	return text;
}

char *
rate_on_paper(int rate, const char *language, char text[MONEY_TEXT])
{
	return localised(rate_write(rate, text), language);
}

char *
tenths_on_paper(int64_t tenths, const char *language, char text[MONEY_TEXT])
{
	return localised(tenths_write(tenths, text), language);
}
