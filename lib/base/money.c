#include <balint/money.h>

#include <stdio.h>
#include <string.h>

/* Reads digits, then nothing or a point or comma and `decimals` digits (fewer if `fewer`), as one whole number. */
static bool
read_decimal(const char *text, int decimals, bool fewer, int64_t *number)
{
	int before = 0, after = 0;
	for (*number = 0; *text >= '0' && *text <= '9' && before < 12; text++, before++)
		*number = *number * 10 + (*text - '0');
	bool separated = *text == '.' || *text == ',';
	for (text += separated; separated && *text >= '0' && *text <= '9' && after < decimals; text++, after++)
		*number = *number * 10 + (*text - '0');
	if (*text || before == 0 || (separated && (after == 0 || (after < decimals && !fewer))))
		return false;
	for (; after < decimals; after++)
		*number *= 10;
	return true;
}

bool
money_parse(const char *text, cents *amount, struct refusal *why)
{
	if (*text == '-')
		return refuse(why, "'%s': an amount is never negative", text);
	if (!read_decimal(text, 2, false, amount))
		return refuse(why, "'%s' is not an amount; write it as 350, 350.00 or 350,00", text);
	if (*amount > CENTS_MOST)
		return refuse(why, "'%s' is too much: the most is 999999999.99", text);
	return true;
}

char *
money_write(cents amount, char text[MONEY_TEXT])
{
	char digits[MONEY_TEXT];
	char *start = digits + sizeof digits;
	uint64_t rest = amount < 0 ? -(uint64_t)amount : (uint64_t)amount;
	for (int place = 0; place < 3 || rest; place++, rest /= 10) {
		if (place == 2)
			*--start = '.';
		*--start = (char)('0' + rest % 10);
	}
	if (amount < 0)
		*--start = '-';
	size_t length = (size_t)(digits + sizeof digits - start);
	memcpy(text, start, length);
	text[length] = '\0';
	return text;
}

bool
rate_parse(const char *text, int *rate, struct refusal *why)
{
	int64_t number;
	if (!read_decimal(text, 2, true, &number) || number > 10000)
		return refuse(why, "'%s' is not a percentage from 0 to 100", text);
	*rate = (int)number;
	return true;
}

char *
rate_write(int rate, char text[MONEY_TEXT])
{
	if (rate % 100 == 0)
		snprintf(text, MONEY_TEXT, "%d", rate / 100);
	else if (rate % 10 == 0)
		snprintf(text, MONEY_TEXT, "%d.%d", rate / 100, rate / 10 % 10);
	else
		snprintf(text, MONEY_TEXT, "%d.%02d", rate / 100, rate % 100);
	return text;
}

char *
tenths_write(int64_t tenths, char text[MONEY_TEXT])
{
	snprintf(text, MONEY_TEXT, "%lld.%lld", (long long)(tenths / 10), (long long)(tenths % 10));
	return text;
}

cents
money_share(cents amount, int rate)
{
	return (amount * rate + 5000) / 10000;
}
