#include "cells.h"

#include <balint/text.h>

#include <stdint.h>
#include <string.h>

/* A text that is not terminated. */
struct piece {
	const char *at, *end;
};

static bool
is_digit(char character)
{
	return character >= '0' && character <= '9';
}

/* Takes off one blank of any kind at the beginning; false if there is none. */
static bool
skip_blank(struct piece *piece)
{
	static const char *const blanks[] = { " ", "\t", "\xc2\xa0", "\xe2\x80\xaf", "\xa0" };
	for (size_t i = 0; i < sizeof blanks / sizeof blanks[0]; i++) {
		size_t length = strlen(blanks[i]);
		if ((size_t)(piece->end - piece->at) >= length && memcmp(piece->at, blanks[i], length) == 0) {
			piece->at += length;
			return true;
		}
	}
	return false;
}

static void
trim(struct piece *piece)
{
	while (skip_blank(piece))
		;
	while (piece->end > piece->at && (piece->end[-1] == ' ' || piece->end[-1] == '\t'))
		piece->end--;
	while (piece->end - piece->at >= 2 && memcmp(piece->end - 2, "\xc2\xa0", 2) == 0)
		piece->end -= 2;
}

/* Reads up to `most` digits; how many there were. */
static int
digits(struct piece *piece, int most, int *number)
{
	int count = 0;
	for (*number = 0; count < most && piece->at < piece->end && is_digit(*piece->at); count++, piece->at++)
		*number = *number * 10 + (*piece->at - '0');
	return count;
}

static bool
civil_sound(const struct civil *civil)
{
	return civil->year >= 1583 && civil->month >= 1 && civil->month <= 12 && civil->day >= 1
	    && civil->day <= date_civil(month_last_day(month_at(civil->year, civil->month))).day;
}

enum cell_state
day_read(const char *text, size_t length, enum date_order order, struct date *date)
{
	struct piece piece = { text, text + length };
	int numbers[3], counts[3];
	trim(&piece);
	*date = DATE_NONE;
	if (piece.at == piece.end)
		return CELL_EMPTY;
	char between = '\0';
	for (int i = 0; i < 3; i++) {
		counts[i] = digits(&piece, 4, &numbers[i]);
		char next = piece.at < piece.end ? *piece.at : '\0';
		if (counts[i] == 0 || (i == 0 && !(next && strchr("./-", next))) || (i == 1 && next != between))
			return CELL_BAD;
		between = next;
		piece.at += i < 2;
	}
	bool timed = piece.at < piece.end && (*piece.at == ' ' || *piece.at == 'T') && piece.end - piece.at > 4 && is_digit(piece.at[1]);
	bool first = counts[0] == 4, month = order == DATES_MONTH_FIRST;
	bool sound = first ? counts[1] <= 2 && counts[2] <= 2 : counts[0] <= 2 && counts[1] <= 2 && (counts[2] == 2 || counts[2] == 4);
	struct civil civil = { first ? numbers[0] : numbers[2], numbers[first || !month], numbers[first ? 2 : month] };
	civil.year += !first && counts[2] == 2 ? 2000 : 0;
	if ((piece.at < piece.end && !timed) || !sound || !civil_sound(&civil))
		return CELL_BAD;
	*date = date_of(civil.year, civil.month, civil.day);
	return CELL_GOOD;
}

bool
day_likely(const char *text, size_t length)
{
	struct piece piece = { text, text + length };
	int number;
	trim(&piece);
	return digits(&piece, 4, &number) > 0 && piece.end - piece.at > 1 && strchr("./-", *piece.at) && is_digit(piece.at[1]);
}

/* Takes the currency off both ends, and the sign off the beginning; false if there are two. */
static bool
amount_bare(struct piece *piece, bool *negative)
{
	static const char *const euros[] = { "EURO", "EUR", "\xe2\x82\xac", "\x80" };
	bool sign = false, currency = false, more = true;
	*negative = false;
	while (more && piece->at < piece->end) {
		trim(piece);
		size_t left = (size_t)(piece->end - piece->at);
		bool minus = left > 0 && *piece->at == '-', plus = left > 0 && *piece->at == '+';
		bool dash = left > 3 && memcmp(piece->at, "\xe2\x88\x92", 3) == 0; /* the minus of word processors */
		more = !sign && (minus || plus || dash);
		if (more) {
			sign = true;
			*negative = !plus;
			piece->at += dash ? 3 : 1;
			continue;
		}
		for (size_t i = 0; i < sizeof euros / sizeof euros[0] && !currency; i++) {
			size_t length = strlen(euros[i]);
			bool before = left > length && memcmp(piece->at, euros[i], length) == 0;
			bool after = !before && left > length && memcmp(piece->end - length, euros[i], length) == 0;
			piece->at += before ? length : 0;
			piece->end -= after ? length : 0;
			currency = more = before || after;
		}
	}
	trim(piece);
	return piece->at < piece->end;
}

/* The same for what is left of an amount: how it is written says which sign is before the decimals. */
static char
bare_decimal(struct piece piece)
{
	const char *last = NULL;
	size_t same = 0, other = 0;
	for (const char *at = piece.at; at < piece.end; at++)
		if (*at == '.' || *at == ',')
			last = at;
	if (!last)
		return '\0';
	for (const char *at = piece.at; at < piece.end; at++) {
		same += *at == *last;
		other += (*at == '.' || *at == ',') && *at != *last;
	}
	if (same > 1)
		return *last == '.' ? ',' : '.'; /* 1.234.567 */
	return other > 0 || piece.end - last != 4 ? *last : '\0';
}

char
amount_decimal(const char *text, size_t length)
{
	struct piece piece = { text, text + length };
	bool negative;
	return amount_bare(&piece, &negative) && is_digit(*piece.at) ? bare_decimal(piece) : '\0';
}

/* Takes off what may stand between thousands; false if it is nothing of that. */
static bool
skip_thousands(struct piece *piece, char decimal)
{
	if (piece->at == piece->end)
		return false;
	bool mark = *piece->at == '\'' || ((*piece->at == '.' || *piece->at == ',') && *piece->at != decimal);
	piece->at += mark;
	return mark || skip_blank(piece);
}

/* Digits in groups of three, or without groups; false if it is nothing like that. */
static bool
whole_read(struct piece *piece, char decimal, int64_t *whole, bool *large)
{
	int number, count, groups = 0, first = 0;
	bool grouped = true;
	for (*whole = 0; grouped; groups++) {
		count = digits(piece, groups ? 3 : 9, &number);
		if (count == 0 || (groups > 0 && count != 3))
			return false;
		first = groups ? first : count;
		*large |= *whole > CENTS_MOST;
		*whole = *large ? *whole : *whole * 1000 + number;
		grouped = skip_thousands(piece, decimal);
		if (grouped && first > 3)
			return false;
	}
	for (; piece->at < piece->end && is_digit(*piece->at) && groups == 1; piece->at++) {
		*large |= *whole > CENTS_MOST;
		*whole = *large ? *whole : *whole * 10 + (*piece->at - '0');
	}
	return true;
}

enum cell_state
amount_read(const char *text, size_t length, char decimal, cents *amount)
{
	struct piece piece = { text, text + length };
	bool negative, large = false;
	int64_t whole;
	int part = 0, places = 0;
	*amount = 0;
	trim(&piece);
	if (piece.at == piece.end)
		return CELL_EMPTY;
	if (!amount_bare(&piece, &negative) || !is_digit(*piece.at))
		return CELL_BAD;
	if (!decimal)
		decimal = bare_decimal(piece);
	if (!whole_read(&piece, decimal, &whole, &large))
		return CELL_BAD;
	if (piece.at < piece.end && *piece.at == decimal) {
		piece.at++;
		places = digits(&piece, 2, &part);
		bool more = places == 2 && piece.at < piece.end;
		while (more && piece.at < piece.end && is_digit(*piece.at))
			piece.at++;
		if (more && piece.at == piece.end)
			return CELL_DECIMALS;
		if (places == 0)
			return CELL_BAD;
	}
	if (piece.at < piece.end)
		return CELL_BAD;
	if (large || whole > CENTS_MOST / 100)
		return CELL_LARGE;
	*amount = (whole * 100 + (places == 1 ? 10 * part : part)) * (negative ? -1 : 1);
	return CELL_GOOD;
}

void
cell_shown(const char *text, size_t length, char *shown, size_t size)
{
	size_t used = 0;
	for (size_t step; length > 0; text += step, length -= step) {
		int codepoint;
		step = text_character(text, length, &codepoint);
		bool plain = codepoint >= 0 && !text_is_control(codepoint);
		if (used + 5 > size)
			break;
		if (plain)
			memcpy(shown + used, text, step);
		else
			shown[used] = '?';
		used += plain ? step : 1;
	}
	shown[used] = '\0';
}

size_t
cell_clean(const char *text, size_t length, char *clean, size_t size)
{
	const char *end = text + length;
	size_t used = 0;
	bool space = false;
	for (size_t step = 1; text < end; text += step) {
		unsigned char byte = (unsigned char)*text;
		int codepoint = byte;
		step = byte < 0x80 ? 1 : text_character(text, (size_t)(end - text), &codepoint);
		if (codepoint <= ' ' || codepoint == 0x7f || (codepoint >= 0x80 && (codepoint == 0xa0 || text_is_control(codepoint)))) {
			space = used > 0;
			continue;
		}
		if (used + step + space >= size)
			return SIZE_MAX;
		if (space)
			clean[used++] = ' ';
		memcpy(clean + used, text, step);
		used += step;
		space = false;
	}
	clean[used] = '\0';
	return used;
}
