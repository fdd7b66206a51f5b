/* Numbers that say nothing of months or editions: codes of the bank, dates, amounts. */
#include "internal.h"

static void
ignore(struct reading *reading, size_t from, size_t to)
{
	for (size_t i = from; i < to && i < reading->count; i++)
		reading->items[i].kind = ITEM_IGNORED;
}

/* A run of letters and digits without gaps in which not every letter is known: IT60X05428…, the bank's own numbers. */
void
read_codes(struct reading *reading)
{
	for (size_t from = 0, to; from < reading->count; from = to) {
		uint32_t digits = 0, letters = 0;
		bool unknown = false, anchor = false;
		for (to = from; to < reading->count && (to == from || !(gap_before(reading, to) & ~(unsigned)GAP_SPLIT)); to++) {
			const struct item *item = &reading->items[to];
			uint32_t length = item->end - item->start;
			*(item->digits ? &digits : &letters) += length;
			unknown |= item->kind == ITEM_UNKNOWN;
			anchor |= (item->words & (WORD_BEGINNING | WORD_TITLE)) != 0;
		}
		if (unknown && !anchor && digits >= 4 && letters > 0)
			ignore(reading, from, to);
	}
}

static bool
is_number(const struct reading *reading, size_t i, unsigned least_digits, unsigned most_digits)
{
	return item_is(reading, i, ITEM_NUMBER) && reading->items[i].digits >= least_digits && reading->items[i].digits <= most_digits;
}

static bool
in_range(const struct reading *reading, size_t i, unsigned low, unsigned high)
{
	return reading->items[i].value >= low && reading->items[i].value <= high;
}

/* 12/03/2021, 12.03.21, 12 03 2021, 2021-03-12 */
static bool
is_date(const struct reading *reading, size_t i)
{
	unsigned gap = gap_before(reading, i + 1);
	if (gap != gap_before(reading, i + 2) || !(gap == GAP_SLASH || gap == GAP_DASH || gap == GAP_DOT || gap == GAP_SPACE))
		return false;
	if (!is_number(reading, i + 1, 1, 2) || !in_range(reading, i + 1, 1, 31))
		return false;
	if (is_number(reading, i, 4, 4) && gap != GAP_SPACE)
		return is_number(reading, i + 2, 1, 2) && in_range(reading, i + 2, 1, 31);
	return is_number(reading, i, 1, 2) && in_range(reading, i, 1, 31) && (is_number(reading, i + 2, 4, 4) || is_number(reading, i + 2, 2, 2));
}

uint32_t
broken_year(const struct reading *reading, size_t i)
{
	if (!item_is(reading, i, ITEM_NUMBER) || !item_is(reading, i + 1, ITEM_NUMBER) || gap_before(reading, i + 1) != GAP_SPACE
	    || reading->items[i].digits + reading->items[i + 1].digits != 4)
		return 0;
	uint32_t value = reading->items[i].value;
	for (unsigned digits = reading->items[i + 1].digits; digits > 0; digits--)
		value *= 10;
	value += reading->items[i + 1].value;
	return value / 100 == 20 ? value : 0;
}

/* How many items the amount takes that begins here: 85,40, EUR 85.40, 1.234,56; 0 if there is none. */
static size_t
amount_at(const struct reading *reading, size_t i)
{
	if (!item_is(reading, i, ITEM_NUMBER) || reading->items[i].digits > 7)
		return 0;
	size_t end = i + 1;
	while (is_number(reading, end, 3, 3) && gap_before(reading, end) == GAP_DOT)
		end++;
	unsigned gap = gap_before(reading, end);
	bool euro = (i > 0 && item_has(reading, i - 1, WORD_EURO)) || item_has(reading, end, WORD_EURO) || item_has(reading, end + 1, WORD_EURO);
	bool decimals = is_number(reading, end, 2, 2) && (gap == GAP_DOT || gap == GAP_LIST);
	if (!decimals && item_has(reading, end, WORD_EURO) && item_is(reading, end + 1, ITEM_NUMBER))
		return 0; /* 2021 EUR 85,40 */
	if (!decimals)
		return (i > 0 && item_has(reading, i - 1, WORD_EURO)) || item_has(reading, end, WORD_EURO) ? end - i : 0;
	return euro || gap == GAP_LIST || reading->items[end].value > 31 ? end + 1 - i : 0;
}

void
read_dates(struct reading *reading)
{
	for (size_t i = 0; i < reading->count; i++) {
		if (!item_is(reading, i, ITEM_NUMBER))
			continue;
		size_t length = amount_at(reading, i);
		if (length == 0 && is_date(reading, i))
			length = 3;
		if (length == 0 && (reading->items[i].digits == 8 || reading->items[i].digits == 7))
			length = 1;
		if (length > 0) {
			ignore(reading, i, i + length);
			i += length - 1;
		}
	}
}
