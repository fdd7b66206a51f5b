/* Words that are a month and somebody's family name: in `Maggio_marzo` Maggio is a person, in `Rossi_maggio` a month. */
#include "internal.h"

static bool
is_family(const struct reading *reading, size_t i)
{
	return (item_is(reading, i, ITEM_WORD) || item_is(reading, i, ITEM_NAME)) && item_has(reading, i, WORD_FAMILY);
}

static void
forget_month(struct reading *reading, size_t m)
{
	for (; m + 1 < reading->month_count; m++)
		reading->months[m] = reading->months[m + 1];
	reading->month_count--;
}

static size_t
past_givens(const struct reading *reading, size_t i, int direction)
{
	do
		i += (size_t)direction;
	while (item_is(reading, i, ITEM_GIVEN));
	return i;
}

enum choice { CHOOSE_MONTH, CHOOSE_NAME, CHOOSE_NEITHER };

static bool
is_dual(const struct reading *reading, size_t i)
{
	for (size_t m = 0; m < reading->month_count; m++)
		if (reading->months[m].from == i)
			return reading->months[m].dual && item_has(reading, i, WORD_FAMILY);
	return false;
}

/* Where references have the name: after the edition, or before everything else. */
static bool
is_in_slot(const struct reading *reading, size_t i)
{
	size_t left = past_givens(reading, i, -1);
	return item_is(reading, left, ITEM_EDITION) || leads(reading, i);
}

/* Whether anybody else is named, not as the sender. */
static bool
names_others(const struct reading *reading)
{
	for (size_t i = 0; i < reading->count; i++) {
		const struct item *item = &reading->items[i];
		if (!is_family(reading, i) || is_dual(reading, i) || item->sender || (item->payer && reading->month_count > 1 && !is_in_slot(reading, i)))
			continue;
		if (!(item->words & ~(uint32_t)(WORD_NAME | WORD_GLUE)) || is_in_slot(reading, i))
			return true;
	}
	return false;
}

/* mese di maggio, rata maggio */
static bool
is_said_as_month(const struct reading *reading, size_t i)
{
	size_t left = past_givens(reading, i, -1);
	return item_has(reading, left, WORD_MESE | WORD_RATA) || (item_has(reading, left, WORD_OF) && item_has(reading, left - 1, WORD_MESE | WORD_RATA));
}

/* Whether anybody of that name is in the editions that are said. */
static bool
is_known(const struct matcher *matcher, const struct reading *reading, size_t i)
{
	for (uint32_t link = matcher->lexicon.terms[reading->items[i].term].people; link != NOTHING; link = matcher->lexicon.links[link].next)
		if (is_in_editions(matcher, reading, matcher->lexicon.links[link].what))
			return true;
	return false;
}

/* Beside another name: a month after it, unless a month follows or the two are joined by `e`. Two people and no month would say nothing. */
static enum choice
choose_beside_others(const struct matcher *matcher, const struct reading *reading, size_t i)
{
	size_t left = past_givens(reading, i, -1), next = past_givens(reading, i, 1);
	if (is_said_as_month(reading, i) || !is_known(matcher, reading, i))
		return CHOOSE_MONTH;
	bool joined = (item_has(reading, left, WORD_AND) && !item_is(reading, left - 1, ITEM_MONTH)) || item_has(reading, next, WORD_AND)
	    || (gap_before(reading, i) | (next < reading->count ? gap_before(reading, next) : 0)) & GAP_PLUS;
	if (joined)
		return CHOOSE_NEITHER;
	if (reading->month_count == 1) /* but after the edition, before the other: a name with a given name that was cut? */
		return is_in_slot(reading, i) || (is_family(reading, i + 1) && i + 2 == reading->count) ? CHOOSE_NEITHER : CHOOSE_MONTH;
	if (item_has(reading, next, WORD_MONTH) || item_is(reading, next, ITEM_MONTH) || is_family(reading, next))
		return CHOOSE_NEITHER;
	if (item_has(reading, left, WORD_TO) && !item_is(reading, left - 1, ITEM_MONTH))
		return CHOOSE_NEITHER;
	return is_family(reading, left) || item_is(reading, left, ITEM_MONTH) || item_is(reading, left, ITEM_YEAR) || item_has(reading, left, WORD_TO | WORD_AND)
	    ? CHOOSE_MONTH : CHOOSE_NEITHER;
}

/* Whether a month follows as in a reference, not as in a list of months. */
static bool
is_before_month(const struct reading *reading, size_t i)
{
	size_t next = past_givens(reading, i, 1);
	unsigned gap = gap_before(reading, next), before = gap_before(reading, i);
	bool follows = item_is(reading, next, ITEM_MONTH) || item_has(reading, next, WORD_MONTH);
	bool list = gap != before && gap & (GAP_SLASH | GAP_LIST | GAP_PLUS | GAP_DASH);
	bool preceded = i > 0 && (item_is(reading, i - 1, ITEM_MONTH) || item_is(reading, i - 1, ITEM_YEAR) || item_has(reading, i - 1, WORD_TO | WORD_AND));
	return follows && !list && !preceded;
}

/* The given name beside it is of somebody who is called so. */
static bool
has_given(const struct matcher *matcher, const struct reading *reading, size_t i)
{
	for (size_t side = 0; side < 2; side++) {
		size_t at = side ? i + 1 : i - 1;
		if (item_is(reading, at, ITEM_GIVEN) && reading->items[at].payer == reading->items[i].payer && names_pair(matcher, reading->items[i].term, reading->items[at].term) != NOTHING
		    && (side || !is_family(reading, i - 2) || reading->items[i - 2].payer != reading->items[i].payer))
			return true;
	}
	return false;
}

/* Of the words that may be either, where nobody else is named: the one that stands where references have the name; NOTHING if none does. */
static uint32_t
find_name(const struct matcher *matcher, const struct reading *reading)
{
	for (size_t m = 0; m < reading->month_count; m++)
		if (is_dual(reading, reading->months[m].from) && is_in_slot(reading, reading->months[m].from) && has_given(matcher, reading, reading->months[m].from))
			return reading->months[m].from;
	for (size_t m = 0; m < reading->month_count && reading->month_count > 1; m++) {
		size_t i = reading->months[m].from, next = past_givens(reading, i, 1);
		bool follows = item_is(reading, next, ITEM_MONTH) || item_has(reading, next, WORD_MONTH);
		if (is_dual(reading, i) && !is_said_as_month(reading, i) && is_in_slot(reading, i) && !item_has(reading, next, WORD_AND)
		    && (!follows || is_before_month(reading, i)))
			return (uint32_t)i;
	}
	for (size_t m = 0; m < reading->month_count; m++) {
		size_t i = reading->months[m].from;
		if (is_dual(reading, i) && !is_said_as_month(reading, i) && is_before_month(reading, i) && !item_is(reading, past_givens(reading, i, 1) + 1, ITEM_MONTH))
			return (uint32_t)i;
	}
	size_t last = reading->count - 1;
	bool ends = reading->month_count == 2 && is_dual(reading, last) && reading->items[reading->months[0].from].digits > 0;
	return ends && gap_before(reading, last) == GAP_SPACE ? (uint32_t)last : NOTHING; /* 03/2021 Maggio */
}

/* Whether another known person paid, as far as the bank knows. */
static bool
another_paid(const struct matcher *matcher, const struct reading *reading, size_t i)
{
	bool another = false;
	for (size_t m = 0; m < matcher->payer.mention_count && reading == &matcher->text; m++) {
		const struct mention *mention = &matcher->payer.mentions[m];
		if (mention->family == reading->items[i].term)
			return false;
		another |= !(matcher->lexicon.terms[mention->family].words & WORD_INSTITUTION);
	}
	return another;
}

/* A month's word beside a month's word is a name only right after a whole reference, title and number, and if nobody else is known to have paid. */
static enum choice
choose_name(const struct matcher *matcher, const struct reading *reading, size_t i)
{
	size_t next = past_givens(reading, i, 1), left = past_givens(reading, i, -1);
	if (has_given(matcher, reading, i))
		return CHOOSE_NAME;
	bool month = item_is(reading, next, ITEM_MONTH) || item_has(reading, next, WORD_MONTH);
	bool whole = item_is(reading, left, ITEM_EDITION) && (reading->title || item_has(reading, left, WORD_BEGINNING) || item_has(reading, reading->edition_item, WORD_BEGINNING));
	whole |= leads(reading, i) && !month;
	if (another_paid(matcher, reading, i))
		return whole ? CHOOSE_NEITHER : CHOOSE_MONTH;
	return whole || !month ? CHOOSE_NAME : CHOOSE_MONTH;
}

static enum choice
choose(const struct matcher *matcher, struct reading *reading, struct named_month *named, bool others, uint32_t name)
{
	const size_t i = named->from;
	const struct item *item = &reading->items[i];
	bool name_before = i > 0 && item_is(reading, i - 1, ITEM_WORD) && reading->items[i - 1].term == item->term;
	if (!named->dual)
		return CHOOSE_MONTH;
	if (item->kind == ITEM_GIVEN)
		return item->sender || item->payer ? CHOOSE_NAME : CHOOSE_NEITHER;
	if (item->kind != ITEM_WORD)
		return CHOOSE_NAME; /* a part of another name */
	if (!(item->words & WORD_FAMILY) || (name_before && named + 1 == reading->months + reading->month_count))
		return CHOOSE_MONTH;
	if (has_given(matcher, reading, i))
		return CHOOSE_NAME;
	if (others)
		return choose_beside_others(matcher, reading, i);
	if (reading->name_or_month)
		return CHOOSE_MONTH;
	if (name != NOTHING)
		return name == i ? choose_name(matcher, reading, i) : CHOOSE_MONTH;
	if (reading->month_count == 1 && is_in_slot(reading, i) && reading->all)
		return CHOOSE_NAME; /* Maggio, quota intera */
	named->weak |= reading->month_count == 1;
	return reading->month_count == 1 && !is_in_slot(reading, i) ? CHOOSE_MONTH : CHOOSE_NEITHER;
}

void
read_duals(const struct matcher *matcher, struct reading *reading)
{
	bool others = names_others(reading);
	uint32_t name = others ? NOTHING : find_name(matcher, reading);
	reading->name_or_month = name != NOTHING && choose_name(matcher, reading, name) == CHOOSE_MONTH;
	for (size_t m = 0; m < reading->month_count;) {
		struct named_month *named = &reading->months[m];
		struct item *item = &reading->items[named->from];
		enum choice choice = choose(matcher, reading, named, others, name);
		if (choice == CHOOSE_NEITHER)
			reading->unclear = "a word may be a month or a name";
		if (choice == CHOOSE_NAME) {
			forget_month(reading, m);
			continue;
		}
		item->kind = item->kind == ITEM_GIVEN ? ITEM_GIVEN : ITEM_MONTH;
		m++;
	}
}
