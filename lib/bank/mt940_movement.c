/* The fields of MT940 that hold money: :61: and the balances. */
#include "mt940.h"
#include "pages.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HALF_YEAR = 183, CENTURY_FROM = 80 };

static bool
has_digits(const char *text, size_t count)
{
	return strspn(text, "0123456789") >= count;
}

/* The day of a year, by its MMDD. */
static bool
read_day(int year, const char *day, struct date *date)
{
	struct refusal why;
	char iso[24];
	snprintf(iso, sizeof iso, "%04d-%.2s-%.2s", year, day, day + 2);
	return date_parse(iso, date, &why);
}

/* YYMMDD: years from 80 on are of the last century. */
static bool
read_date(const char *text, struct date *date)
{
	if (!has_digits(text, 6))
		return false;
	int year = (text[0] - '0') * 10 + text[1] - '0';
	return read_day(year + (year < CENTURY_FROM ? 2000 : 1900), text + 2, date);
}

/* MMDD of the year in which it is nearest to the value date: of an entry of 1230 valued on 2 January, the year before. */
static bool
read_entry_date(const char *text, struct date valued, struct date *date)
{
	int year = date_civil(valued).year;
	*date = DATE_NONE;
	for (int y = year - 1; y <= year + 1; y++) {
		struct date candidate;
		if (read_day(y, text, &candidate) && abs(candidate.day - valued.day) <= HALF_YEAR
		    && (!date_given(*date) || abs(candidate.day - valued.day) < abs(date->day - valued.day)))
			*date = candidate;
	}
	return date_given(*date);
}

/* Digits with a comma among or behind them; moves on. */
static bool
read_amount(const char **text, cents *amount, struct refusal *why)
{
	char digits[32];
	size_t length = strspn(*text, "0123456789,.");
	snprintf(digits, sizeof digits, "%.*s", (int)(length < sizeof digits ? length : sizeof digits), *text);
	if (length >= sizeof digits || !strchr(digits, ','))
		return refuse(why, "'%.40s' does not begin with an amount such as 85,40", *text);
	*text += length;
	return decimal_read(digits, ',', amount, why);
}

/* C, D, RC or RD and, if the bank likes, the last letter of the currency; moves on. */
static bool
read_mark(const char **text, bool *debit, bool *reversal)
{
	*reversal = **text == 'R';
	*text += *reversal;
	*debit = (**text == 'D') != *reversal;
	if (**text != 'C' && **text != 'D')
		return false;
	++*text;
	*text += isupper((unsigned char)**text) != 0;
	return true;
}

/* N and three letters, the owner's reference, and behind // the bank's. */
static bool
read_references(const char *text, struct words *id)
{
	bool type = isupper((unsigned char)text[0]);
	for (int i = 1; type && i < 4; i++)
		type = isupper((unsigned char)text[i]) || isdigit((unsigned char)text[i]);
	const char *reference = type ? strstr(text + 4, "//") : NULL;
	if (reference)
		words_say(id, reference + 2);
	return type;
}

bool
mt940_movement_read(const struct mt940_field *field, struct mt940_movement *movement, struct refusal *why)
{
	const char *text = field->bytes;
	bool debit;
	movement->storno = false;
	words_clear(&movement->id);
	words_clear(&movement->remark);
	if (!read_date(text, &movement->valued))
		return refuse(why, ":61: '%.6s' is not a date YYMMDD", text);
	text += 6;
	movement->booked = movement->valued;
	if (isdigit((unsigned char)*text)) {
		if (!has_digits(text, 4) || !read_entry_date(text, movement->valued, &movement->booked))
			return refuse(why, ":61: '%.4s' is not a date MMDD near the value date", text);
		text += 4;
	}
	if (!read_mark(&text, &debit, &movement->storno))
		return refuse(why, ":61: '%.2s' is none of the marks C, D, RC and RD", text);
	if (!read_amount(&text, &movement->amount, why))
		return refuse_within(why, ":61");
	if (!read_references(text, &movement->id))
		return refuse(why, ":61: '%.4s' is not a type of movement such as NTRF", text);
	if (debit)
		movement->amount = -movement->amount;
	for (size_t i = 1; i < field->count; i++) {
		words_break(&movement->remark);
		words_say(&movement->remark, field->bytes + field->starts[i]);
	}
	return true;
}

bool
mt940_balance_read(const struct mt940_field *field, cents *balance, struct refusal *why)
{
	const char *text = field->bytes;
	struct date date;
	if (*text != 'C' && *text != 'D')
		return refuse(why, ":%s: '%.1s' is neither C nor D", field->tag, text);
	if (!read_date(text + 1, &date))
		return refuse(why, ":%s: '%.6s' is not a date YYMMDD", field->tag, text + 1);
	if (strncmp(text + 7, "EUR", 3) != 0)
		return refuse(why, ":%s: the currency is '%.3s'; only EUR is counted here", field->tag, text + 7);
	const char *amount = text + 10;
	if (!read_amount(&amount, balance, why))
		return refuse(why, ":%s: '%.40s' is not an amount such as 1000,00", field->tag, text + 10);
	if (amount[strspn(amount, " ")])
		return refuse(why, ":%s: '%.40s' stands behind the amount", field->tag, amount);
	if (*text == 'D')
		*balance = -*balance;
	return true;
}
