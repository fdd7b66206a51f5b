/* Which instalment the text says by its number, and whether all of them. */
#include "internal.h"

static unsigned
rata_number(const struct reading *reading, size_t i)
{
	if (item_is(reading, i, ITEM_NUMBER) && reading->items[i].digits <= 2)
		return reading->items[i].value;
	return item_is(reading, i, ITEM_WORD) && item_has(reading, i, WORD_ORDINAL) ? reading->items[i].value : 0;
}

static void
say_rata(struct reading *reading, unsigned number, size_t from, size_t to)
{
	if (number == 0)
		return;
	if (reading->rata != 0 && reading->rata != number)
		reading->unclear = "several instalments are said by number";
	reading->rata = number;
	for (size_t i = from; i < to; i++)
		reading->items[i].kind = ITEM_IGNORED;
}

/* rata 03/2021, rata 3 2021, rata 03/21: a month, not the third. */
static bool
is_month(const struct reading *reading, size_t i)
{
	if (!item_is(reading, i, ITEM_NUMBER) || !item_is(reading, i + 1, ITEM_NUMBER))
		return false;
	const struct item *after = &reading->items[i + 1];
	return after->digits == 4 || broken_year(reading, i + 1) || (after->digits == 2 && after->value > 12);
}

/* prima rata, 1a rata, rata 2, rata n. 2, rata 2/5, rata 2 di 5; saldo, quota intera, tutte le rate. */
void
read_rata(struct reading *reading)
{
	for (size_t i = 0; i < reading->count; i++) {
		if (reading->items[i].kind != ITEM_WORD)
			continue;
		reading->all |= item_has(reading, i, WORD_ALL);
		reading->other |= item_has(reading, i, WORD_OTHER);
		if (!item_has(reading, i, WORD_RATA))
			continue;
		size_t at = i + 1, before = i;
		while (item_has(reading, at, WORD_NUMERO))
			at++;
		if (before > 0 && item_has(reading, before - 1, WORD_SUFFIX))
			before--;
		unsigned number = before > 0 ? rata_number(reading, before - 1) : 0;
		if (number && item_has(reading, before - 1, WORD_MONTH))
			number = 0;
		if (number) {
			say_rata(reading, number, before - 1, i);
			continue;
		}
		if (is_month(reading, at))
			continue;
		size_t end = at + 1;
		if (item_is(reading, end, ITEM_NUMBER) && gap_before(reading, end) & (GAP_SLASH | GAP_DASH | GAP_SPACE))
			end++;
		else if (item_has(reading, end, WORD_OF) && item_is(reading, end + 1, ITEM_NUMBER))
			end += 2;
		if (end > at + 1 && reading->items[end - 1].value != reading->rata_of) {
			reading->unclear = reading->rata_of ? "several instalments are said by number" : reading->unclear;
			reading->rata_of = reading->items[end - 1].value;
		}
		say_rata(reading, rata_number(reading, at), at, end);
	}
}
