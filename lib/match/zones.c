/* Parts of the text that are not about the instalment: who sent the money, and where they live. */
#include "internal.h"

enum { STREET_WORDS = 4, PAYER_MOST = 140 };

static bool
ends_zone(const struct reading *reading, size_t i)
{
	return item_has(reading, i, WORD_CAUSE | WORD_TITLE | WORD_BEGINNING) && reading->items[i].kind != ITEM_IGNORED
	    && !item_has(reading, i, WORD_FAMILY | WORD_GIVEN);
}

static bool
is_roman(const struct reading *reading, size_t i)
{
	const struct item *item = &reading->items[i];
	for (uint32_t at = item->start; at < item->end; at++) {
		unsigned code = reading->letters.letters[at].code;
		if (code != 'i' - 'a' && code != 'v' - 'a' && code != 'x' - 'a')
			return false;
	}
	return true;
}

/* A house number is somewhere after the street's name. */
static size_t
house_number(const struct reading *reading, size_t street)
{
	for (size_t i = street + 2; i <= street + STREET_WORDS + 1 && i < reading->count; i++) {
		if (ends_zone(reading, i) || item_has(reading, i, WORD_SENDER | WORD_ED))
			return 0;
		if (item_is(reading, i, ITEM_NUMBER) && reading->items[i].digits <= 3)
			return i;
		if (item_has(reading, i, WORD_MONTH))
			return 0;
	}
	return 0;
}

/* VIA GIUSEPPE VERDI 12, PIAZZA 1 MAGGIO; but not `corso balint`. */
static void
read_street(struct reading *reading, size_t street)
{
	size_t first = street + 1, end = house_number(reading, street);
	bool course = reading->items[street].end - reading->items[street].start == 5 && reading->items[street].words & WORD_PLAIN; /* corso */
	if (item_has(reading, first, WORD_TITLE | WORD_BEGINNING | WORD_NOUN | WORD_ED | WORD_CAUSE))
		return;
	bool surname = item_has(reading, street, WORD_FAMILY);
	bool day = item_is(reading, first, ITEM_NUMBER) || (first < reading->count && is_roman(reading, first));
	if (day && item_has(reading, first + 1, WORD_MONTH))
		end = end > first + 1 ? end : first + 1;
	else if (end == 0 && !course && !surname)
		end = item_has(reading, first, WORD_MONTH) ? 0 : first;
	if (end > 0 && item_has(reading, end + 1, WORD_MONTH) && item_is(reading, end, ITEM_NUMBER) && !day)
		end++; /* a day: the square is called after it */
	for (size_t i = street; end > 0 && i <= end && i < reading->count; i++) {
		if (i > street + 1 && (item_has(reading, i, WORD_MONTH) && !day) && i < end && item_is(reading, i + 1, ITEM_NUMBER) && reading->items[i + 1].digits == 4)
			return;
		reading->items[i].kind = ITEM_IGNORED;
	}
}

/* 10121 TORINO */
static void
read_towns(struct reading *reading)
{
	for (size_t i = 0; i + 1 < reading->count; i++)
		if (item_is(reading, i, ITEM_NUMBER) && reading->items[i].digits == 5 && !item_has(reading, i + 1, WORD_TITLE | WORD_BEGINNING | WORD_CAUSE | WORD_MONTH)
		    && !item_has(reading, i + 2, WORD_MONTH)
		    && (item_is(reading, i + 1, ITEM_UNKNOWN) || item_has(reading, i + 1, WORD_NAME)))
			reading->items[i + 1].kind = ITEM_IGNORED;
}

/* DISPOSTO DA, ORDINANTE:, BONIFICO DA; but not `quota da febbraio`. */
static bool
begins_sender(const struct reading *reading, size_t i)
{
	if (!item_is(reading, i, ITEM_WORD) || (item_has(reading, i + 1, WORD_MONTH) && !reading->items[i + 1].payer && !(gap_before(reading, i + 1) & GAP_OTHER)))
		return false;
	if (item_has(reading, i, WORD_SENDER))
		return true;
	if (!item_has(reading, i, WORD_FROM) || item_is(reading, i + 1, ITEM_NUMBER))
		return false;
	return (i > 0 && item_has(reading, i - 1, WORD_NOUN | WORD_SENDER) && !item_has(reading, i - 1, WORD_MESE | WORD_RATA | WORD_ALL))
	    || gap_before(reading, i + 1) & GAP_OTHER;
}

static void
read_senders(struct reading *reading)
{
	for (size_t i = 0; i < reading->count; i++) {
		if (!begins_sender(reading, i))
			continue;
		for (i++; i < reading->count && !ends_zone(reading, i); i++)
			reading->items[i].sender = true;
	}
}

/* Where the payer's whole name stands in the text, it says who paid. */
static void
read_payer(struct reading *reading, const struct reading *payer)
{
	const struct letters *letters = &reading->letters, *name = &payer->letters;
	if (payer->count < 2 || name->count < 6 || name->count > PAYER_MOST)
		return;
	for (size_t i = 0; i < reading->count; i++) {
		size_t start = reading->items[i].start, same = 0;
		while (same < name->count && start + same < letters->count && letters->letters[start + same].code == name->letters[same].code)
			same++;
		size_t end = i;
		while (end < reading->count && reading->items[end].end < start + same)
			end++;
		if (same < name->count || reading->items[end].end != start + same)
			continue;
		for (; i < end; i++)
			reading->items[i].payer = true;
		reading->items[end].payer = true;
	}
}

void
read_zones(struct reading *reading, const struct reading *payer)
{
	for (size_t i = 0; i < reading->count; i++)
		if (item_is(reading, i, ITEM_WORD) && item_has(reading, i, WORD_STREET) && !reading->items[i].glued)
			read_street(reading, i);
	read_towns(reading);
	if (!payer)
		return;
	read_payer(reading, payer);
	read_senders(reading);
}
