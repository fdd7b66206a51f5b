/* Which months the text says: by name, by number with a year, as lists and ranges; and which instalment by its number. */
#include "internal.h"

#include <string.h>

static bool
known_year(const struct matcher *matcher, int year)
{
	return year >= matcher->first_year && year <= matcher->last_year;
}

/* The year that an item is: 2021, and where two digits may be one 21; 0 if it is none. */
static int
year_of(const struct matcher *matcher, const struct reading *reading, size_t i, bool two_digits)
{
	if (!item_is(reading, i, ITEM_NUMBER))
		return 0;
	const struct item *item = &reading->items[i];
	if (item->digits == 4 && known_year(matcher, (int)item->value))
		return (int)item->value;
	if (item->digits == 2 && two_digits && known_year(matcher, 2000 + (int)item->value))
		return 2000 + (int)item->value;
	return 0;
}

static struct named_month *
add_month(struct reading *reading, unsigned month, int year, size_t from, size_t to)
{
	if (reading->month_count == MONTHS_MOST) {
		reading->unclear = "too many months are named";
		return NULL;
	}
	struct named_month *named = &reading->months[reading->month_count++];
	*named = (struct named_month){ .month = (uint8_t)month, .year = year, .from = (uint32_t)from, .to = (uint32_t)to };
	for (size_t i = from; i < to; i++)
		reading->items[i].kind = i > from && reading->items[i].kind == ITEM_NUMBER ? ITEM_YEAR : ITEM_MONTH;
	return named;
}

static bool
is_small(const struct reading *reading, size_t i)
{
	return item_is(reading, i, ITEM_NUMBER) && reading->items[i].digits <= 2 && reading->items[i].value >= 1 && reading->items[i].value <= 12;
}

/* 2021 that the bank broke into 20 21, if there are such months. */
static int
known_broken_year(const struct matcher *matcher, const struct reading *reading, size_t i)
{
	int year = (int)broken_year(reading, i);
	return known_year(matcher, year) ? year : 0;
}

/* 03/2021, 3-2021, 2021-03, 03/21, 032021; how many items it takes. */
static size_t
number_month(const struct matcher *matcher, struct reading *reading, size_t i)
{
	const struct item *item = &reading->items[i];
	bool day = i > 0 && reading->items[i - 1].digits > 0 && reading->items[i - 1].digits <= 2 && gap_before(reading, i) == GAP_SPACE;
	if (day && item_is(reading, i - 2, ITEM_NUMBER) && gap_before(reading, i - 1) & (GAP_DOT | GAP_SLASH | GAP_DASH))
		return 0; /* 8.0 5.2021: a date, broken */
	if (item->digits == 6 && !day && item->value % 10000 && known_year(matcher, (int)(item->value % 10000)) && item->value / 10000 >= 1 && item->value / 10000 <= 12)
		return add_month(reading, item->value / 10000, (int)(item->value % 10000), i, i + 1) ? 1 : 0;
	const unsigned gap = gap_before(reading, i + 1);
	if (is_small(reading, i) && gap == GAP_SLASH && item_is(reading, i + 1, ITEM_NUMBER) && reading->items[i + 1].digits < 4
	    && item_is(reading, i + 2, ITEM_NUMBER) && gap_before(reading, i + 2) == GAP_SPACE && !known_broken_year(matcher, reading, i + 1))
		reading->unclear = "the numbers of a month may be broken";
	bool before = i > 0 && item_is(reading, i - 1, ITEM_NUMBER) && gap_before(reading, i) != GAP_SPACE;
	if (before || !item_is(reading, i + 1, ITEM_NUMBER))
		return 0;
	bool after = item_is(reading, i + 2, ITEM_NUMBER) && gap_before(reading, i + 2) == gap && gap != GAP_SPACE;
	int year = year_of(matcher, reading, i + 1, (gap == GAP_SLASH || gap == GAP_DASH) && reading->items[i + 1].value > 12);
	int broken = known_broken_year(matcher, reading, i + 1);
	if (is_small(reading, i) && broken)
		return add_month(reading, item->value, broken, i, i + 3) ? 3 : 0;
	if (is_small(reading, i) && year && !after)
		return add_month(reading, item->value, year, i, i + 2) ? 2 : 0;
	year = year_of(matcher, reading, i, false);
	if (year && gap != GAP_SPACE && is_small(reading, i + 1) && !after) {
		add_month(reading, reading->items[i + 1].value, year, i, i + 2);
		return 2;
	}
	return 0;
}

/* mese 3, mese di 3, mese n. 3, mese 03/2021 */
static size_t
month_after(const struct matcher *matcher, struct reading *reading, size_t i)
{
	size_t at = i + 1;
	while (item_has(reading, at, WORD_NUMERO | WORD_OF) && at < i + 3)
		at++;
	size_t numbers = item_is(reading, at, ITEM_NUMBER) ? number_month(matcher, reading, at) : 0;
	if (numbers > 0)
		return at + numbers - i; /* mese 03/2021 */
	if (!is_small(reading, at) || (item_is(reading, at + 1, ITEM_NUMBER) && reading->items[at + 1].digits < 4) || item_has(reading, at + 1, WORD_MONTH))
		return 0;
	add_month(reading, reading->items[at].value, 0, at, at + 1);
	return at + 1 - i;
}

/* A day before it makes it a date: `del 3 marzo 2021`. */
static bool
has_day(const struct reading *reading, size_t i)
{
	return i > 0 && item_is(reading, i - 1, ITEM_NUMBER) && reading->items[i - 1].digits <= 2 && reading->items[i - 1].value >= 1
	    && reading->items[i - 1].value <= 31 && !item_has(reading, i - 2, WORD_RATA | WORD_NUMERO | WORD_MESE)
	    && !(gap_before(reading, i) & (GAP_LIST | GAP_PLUS));
}

/* A short form before letters that nobody knows may be the beginning of another word. */
static bool
may_be_more(const struct reading *reading, size_t i)
{
	if (!(reading->items[i].words & WORD_SHORT) || i + 1 >= reading->count || gap_before(reading, i + 1) != GAP_SPACE)
		return false;
	const struct item *next = &reading->items[i + 1];
	bool unknown = next->kind == ITEM_UNKNOWN || (next->kind == ITEM_IGNORED && next->term == NOTHING && next->digits == 0);
	bool list = next->words & (WORD_AND | WORD_TO) && !next->glued;
	return unknown || (next->kind == ITEM_WORD && next->end - next->start == 1 && !list);
}

/* The month in the name Di Marzo where it stands after `mese`; 0 if there is none. */
static uint32_t
month_in_name(const struct matcher *matcher, const struct reading *reading, size_t i)
{
	enum { DI = 2, MONTH_MOST = 9 };
	const struct item *item = &reading->items[i];
	uint8_t codes[MONTH_MOST];
	uint32_t length = item->end - item->start;
	if (!item_is(reading, i - 1, ITEM_WORD) || !item_has(reading, i - 1, WORD_MESE) || length <= DI || length > DI + MONTH_MOST)
		return 0;
	for (uint32_t k = DI; k < length; k++)
		codes[k - DI] = reading->letters.letters[item->start + k].code;
	uint32_t term = lexicon_find(&matcher->lexicon, codes, length - DI);
	return term != NOTHING && matcher->lexicon.terms[term].words & WORD_MONTH && !(matcher->lexicon.terms[term].words & WORD_SHORT)
	    ? matcher->lexicon.terms[term].number : 0;
}

/* A year after a month in which there are none: 2022, '22 later than all; 0 if it is no year. */
static int
other_year(const struct matcher *matcher, const struct reading *reading, size_t i)
{
	if (!item_is(reading, i, ITEM_NUMBER))
		return 0;
	const struct item *item = &reading->items[i];
	if (item->digits == 4)
		return item->value / 100 == 20 ? (int)item->value : 0;
	bool year = item->digits == 2 && (int)item->value > matcher->last_year % 100 && !item_has(reading, i + 1, WORD_ED | WORD_RATA | WORD_SUFFIX)
	    && !(gap_before(reading, i + 1) & (GAP_SLASH | GAP_DOT | GAP_LIST) && item_is(reading, i + 1, ITEM_NUMBER));
	return year ? 2000 + (int)item->value : 0;
}

static size_t
word_month(const struct matcher *matcher, struct reading *reading, size_t i)
{
	const struct item *item = &reading->items[i];
	size_t end = i + 1;
	uint32_t month = item->words & WORD_MONTH ? item->value : month_in_name(matcher, reading, i);
	if (month == 0)
		return 0;
	int year = year_of(matcher, reading, end, !item_has(reading, end + 1, WORD_ED | WORD_RATA | WORD_SUFFIX));
	bool more = end + 1 == reading->count || (end + 1 < reading->count && reading->items[end + 1].digits > 0);
	if (item_is(reading, end, ITEM_NUMBER) && reading->items[end].digits == 2 && reading->items[end].value == 20 && more)
		year = 0; /* 20 and nothing else: 2020, or 2021 that was cut */
	if (item_is(reading, end, ITEM_NUMBER) && reading->items[end].digits == 2 && !(gap_before(reading, end) & (GAP_APOSTROPHE | GAP_SLASH | GAP_SPLIT | GAP_SPACE)))
		year = 0;
	int broken = year ? 0 : (int)broken_year(reading, end);
	year = year || broken ? year : other_year(matcher, reading, end);
	bool day = has_day(reading, i), dual = (item->words & (WORD_FAMILY | WORD_GIVEN)) && item->words & WORD_MONTH && !(item->words & WORD_SHORT);
	end += broken ? 2 : year ? 1 : 0;
	year = broken ? broken : year;
	if (day && (year || item_has(reading, i - 2, WORD_OF) || item_has(reading, i - 2, WORD_PLAIN))) {
		for (size_t k = i - 1; k < end; k++)
			reading->items[k].kind = ITEM_IGNORED;
		return end - i;
	}
	if (item->payer || (item->sender && dual)) {
		reading->payer_month = true; /* the payer's own name, as far as one can tell */
		return 1;
	}
	if (year == 0 && item_is(reading, i - 1, ITEM_NUMBER) && reading->items[i - 1].digits == 4 && other_year(matcher, reading, i - 1) > matcher->last_year)
		year = other_year(matcher, reading, i - 1); /* 2022 marzo */
	struct named_month *named = add_month(reading, month, year, i, end);
	if (named) {
		bool cut_off = item_has(reading, end, WORD_AND) && reading->items[end].glued; /* `april emag`: aprile */
		named->weak = day || cut_off || may_be_more(reading, i) || (item->sender && item->words & WORD_SHORT);
		named->dual = dual;
		if (named->dual)
			reading->items[i].kind = ITEM_WORD;
	}
	return end - i;
}

/* What may stand between the months of one list. */
static bool
is_between(const struct reading *reading, size_t i)
{
	return item_is(reading, i, ITEM_WORD) && item_has(reading, i, WORD_AND | WORD_TO | WORD_FROM | WORD_OF | WORD_MESE);
}

/* Months with nothing but connectors between them are one list; a year said last is that of all. */
static void
group_months(struct reading *reading)
{
	uint16_t group = 0;
	for (size_t m = 1; m < reading->month_count; m++) {
		struct named_month *named = &reading->months[m], *before = named - 1;
		bool together = true;
		for (size_t i = before->to; i < named->from; i++) {
			together &= is_between(reading, i);
			named->range_before |= item_has(reading, i, WORD_TO);
			named->list_before |= item_has(reading, i, WORD_AND);
			named->list_before |= (gap_before(reading, i) & (GAP_LIST | GAP_PLUS)) != 0;
		}
		named->list_before |= (gap_before(reading, named->from) & (GAP_LIST | GAP_PLUS)) != 0;
		named->range_before &= together;
		named->group = together ? group : ++group;
	}
	for (size_t m = reading->month_count; m-- > 1;) {
		struct named_month *named = &reading->months[m], *before = named - 1;
		if (before->group == named->group && before->year == 0 && named->year != 0)
			before->year = named->year - (before->month > named->month);
	}
}

/* The text may break off within a month: `ma` is March or May. */
static void
read_cut(const struct matcher *matcher, struct reading *reading)
{
	static const char *const begins[] = { "ge", "fe", "ma", "ap", "ma", "gi", "lu", "ag", "se", "ot", "no", "di" };
	const struct item *item = &reading->items[reading->count - 1];
	uint32_t length = item->end - item->start;
	(void)matcher;
	if (length > 2 || item->digits || (item->kind != ITEM_UNKNOWN && item->kind != ITEM_WORD))
		return;
	for (unsigned month = 0; month < 12; month++) {
		bool same = true;
		for (uint32_t i = 0; i < length; i++)
			same &= reading->letters.letters[item->start + i].code == begins[month][i] - 'a';
		reading->cut_month |= same ? 1U << (month + 1) : 0;
	}
}

void
read_months(const struct matcher *matcher, struct reading *reading)
{
	for (size_t i = 0, length; i < reading->count; i += length) {
		const struct item *item = &reading->items[i];
		length = 0;
		if (item->kind == ITEM_NUMBER)
			length = number_month(matcher, reading, i);
		else if (item->kind == ITEM_WORD && item->words & (WORD_MONTH | WORD_FAMILY))
			length = word_month(matcher, reading, i);
		else if (item->kind == ITEM_WORD && item->words & WORD_MESE)
			length = month_after(matcher, reading, i);
		length = length ? length : 1;
	}
	for (size_t i = 0, years = 0; i < reading->count; i++) {
		int year = year_of(matcher, reading, i, false);
		if (year != 0)
			reading->free_year = years++ ? 0 : year;
	}
	group_months(reading);
	if (reading->count > 0)
		read_cut(matcher, reading);
}
