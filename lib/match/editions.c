/* Which editions the text says: by what references begin with, by number, by title. */
#include "internal.h"

#include <limits.h>

static void
add_edition(struct reading *reading, uint32_t edition)
{
	for (size_t i = 0; i < reading->edition_count; i++)
		if (reading->editions[i] == edition)
			return;
	if (reading->edition_count < EDITIONS_MOST)
		reading->editions[reading->edition_count++] = edition;
	else
		reading->unclear = "too many editions could be meant";
}

/* The first edition with a number that is not less, among those in order of number. */
static size_t
first_of_number(const struct matcher *matcher, uint32_t number)
{
	size_t low = 0, high = matcher->edition_count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (matcher->editions[matcher->by_number[middle]].number < (int)number)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* How many editions have the number, and the year if one is given. */
static size_t
count_numbered(const struct matcher *matcher, uint32_t number, int year)
{
	size_t count = 0;
	for (size_t i = first_of_number(matcher, number); i < matcher->edition_count; i++) {
		const struct edition *edition = &matcher->editions[matcher->by_number[i]];
		if (edition->number != (int)number)
			break;
		count += year == 0 || edition->year == year || edition->year % 100 == year;
	}
	return count;
}

static void
add_numbered(const struct matcher *matcher, struct reading *reading, uint32_t number, int year)
{
	bool known = count_numbered(matcher, number, year) > 0;
	if (!known && year != 0 && count_numbered(matcher, number, 0) > 0) {
		reading->edition_doubt = true;
		year = 0;
		known = true;
	}
	reading->edition_said = true;
	reading->edition_unknown |= !known;
	for (size_t i = first_of_number(matcher, number); known && i < matcher->edition_count; i++) {
		const struct edition *edition = &matcher->editions[matcher->by_number[i]];
		if (edition->number != (int)number)
			break;
		if (year == 0 || edition->year == year || edition->year % 100 == year)
			add_edition(reading, matcher->by_number[i]);
	}
}

/* A Roman number of at most 39; 0 if the letters are none. */
static uint32_t
roman(const struct reading *reading, size_t i)
{
	uint32_t value = 0, last = 0;
	const struct item *item = &reading->items[i];
	if (item->kind != ITEM_UNKNOWN && !(item->kind == ITEM_WORD && item->end - item->start == 1))
		return 0;
	for (uint32_t at = item->end; at-- > item->start;) {
		unsigned code = reading->letters.letters[at].code;
		uint32_t digit = code == 'i' - 'a' ? 1 : code == 'v' - 'a' ? 5 : code == 'x' - 'a' ? 10 : 0;
		if (digit == 0)
			return 0;
		value = digit < last ? value - digit : value + digit;
		last = digit;
	}
	return value < 40 ? value : 0;
}

/* The number that may be an edition's: 9, IX, nona. */
static uint32_t
number_at(const struct reading *reading, size_t i, bool words)
{
	if (item_is(reading, i, ITEM_NUMBER) && reading->items[i].digits <= 3)
		return reading->items[i].value;
	if (!words || i >= reading->count)
		return 0;
	return item_has(reading, i, WORD_ORDINAL) && reading->items[i].kind == ITEM_WORD ? reading->items[i].value : roman(reading, i);
}

/* The number with which a word ends, of at most three digits. */
static uint32_t
last_number(const struct reading *reading, size_t i)
{
	uint32_t value = 0, at = reading->items[i].end;
	for (uint32_t ten = 1; ten <= 100 && at > reading->items[i].start && letter_is_digit(&reading->letters.letters[at - 1]); ten *= 10)
		value += ten * (uint32_t)(reading->letters.letters[--at].code - LETTER_DIGIT);
	return value;
}

/* The year after an edition's number, and with it how many items: 2020, 20 20, '20. */
static size_t
year_at(const struct matcher *matcher, const struct reading *reading, size_t i, int *year)
{
	if (!item_is(reading, i, ITEM_NUMBER))
		return 0;
	const struct item *item = &reading->items[i];
	*year = (int)item->value;
	if (item->digits == 4 && *year >= matcher->first_year - 1 && *year <= matcher->last_year + 1)
		return 1;
	int broken = (int)broken_year(reading, i);
	if (broken < matcher->first_year || broken > matcher->last_year)
		return 0;
	*year = broken;
	return 2;
}

static void
mark(struct reading *reading, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		reading->items[i].kind = ITEM_EDITION;
	reading->edition_item = (uint32_t)from;
}

/* How many items `ed` takes, after a number: ed, a edizione, and broken e d; 0 if there is none. */
static size_t
ed_after(const struct reading *reading, size_t i)
{
	size_t at = i;
	if (item_has(reading, at, WORD_SUFFIX) && item_has(reading, at + 1, WORD_ED))
		at++;
	if (item_is(reading, at, ITEM_WORD) && item_has(reading, at, WORD_ED))
		return at + 1 - i;
	bool broken = item_is(reading, at, ITEM_WORD) && item_is(reading, at + 1, ITEM_WORD) && gap_before(reading, at + 1) == GAP_SPACE
	    && reading->items[at + 1].end - reading->items[at].start == 2 && reading->letters.letters[reading->items[at].start].code == 'e' - 'a'
	    && reading->letters.letters[reading->items[at + 1].start].code == 'd' - 'a';
	return broken ? at + 2 - i : 0;
}

/* 9 ed 2020, 9a edizione, IX ed. */
static size_t
number_before(const struct matcher *matcher, struct reading *reading, size_t i, uint32_t number)
{
	const size_t ed = ed_after(reading, i + 1);
	size_t end = i + 1 + ed;
	int year = 0;
	if (number == 0 || ed == 0)
		return 0;
	size_t years = year_at(matcher, reading, end, &year);
	if (years == 0 && item_is(reading, end, ITEM_NUMBER) && reading->items[end].digits == 2 && count_numbered(matcher, number, (int)reading->items[end].value) > 0) {
		year = (int)reading->items[end].value;
		years = 1;
	}
	add_numbered(matcher, reading, number, years ? year : 0);
	mark(reading, i, end + years);
	return end + years - i;
}

/* ed. 9, edizione n. 9, balint 9, balint n. 9 2020 */
static size_t
number_after(const struct matcher *matcher, struct reading *reading, size_t i)
{
	size_t at = i + 1;
	bool title = !item_has(reading, i, WORD_ED);
	int year = 0;
	if (item_has(reading, at, WORD_NUMERO))
		at++;
	uint32_t number = number_at(reading, at, !title);
	if (number == 0 || item_has(reading, at + 1, WORD_RATA) || (item_has(reading, at + 1, WORD_SUFFIX) && item_has(reading, at + 2, WORD_RATA)))
		return 0;
	if (title && ed_after(reading, at + 1) > 0)
		return 0; /* balint 9 ed 2020: read from its number */
	size_t years = year_at(matcher, reading, at + 1, &year);
	if (title && years > 0 && count_numbered(matcher, number, year) == 0 && gap_before(reading, at + 1) != GAP_SPACE)
		return 0; /* balint 3/2021: a month */
	if (title && item_is(reading, at + 1, ITEM_NUMBER) && gap_before(reading, at + 1) != GAP_SPACE && years == 0)
		return 0;
	add_numbered(matcher, reading, number, years ? year : 0);
	mark(reading, at, at + 1 + years);
	if (!title)
		mark(reading, i, at);
	return at + 1 + years - i;
}

/* 11 gruppo balint, XI gruppo balint; but not `marzo 21 gruppo balint`. */
static size_t
number_before_title(const struct matcher *matcher, struct reading *reading, size_t i)
{
	size_t next = i + 1 + item_has(reading, i + 1, WORD_SUFFIX);
	bool letter = reading->items[i].digits == 0 && reading->items[i].end - reading->items[i].start < 2;
	uint32_t number = letter || reading->items[i].digits > 2 ? 0 : number_at(reading, i, true);
	if (number == 0 || !item_is(reading, next, ITEM_WORD) || !item_has(reading, next, WORD_TITLE) || gap_before(reading, next) & STRONG_GAPS)
		return 0;
	if (i > 0 && reading->items[i].digits > 0 && (item_has(reading, i - 1, WORD_MONTH | WORD_MESE | WORD_RATA | WORD_NUMERO | WORD_STREET) || item_is(reading, i - 1, ITEM_NUMBER)))
		return 0;
	add_numbered(matcher, reading, number, 0);
	mark(reading, i, next);
	return next - i;
}

/* Gruppo Balint 2019, ed 2019: the year is that of the edition, or of its instalments. */
static void
note_year(struct reading *reading, size_t i)
{
	const struct item *item = i + 1 < reading->count ? &reading->items[i + 1] : NULL;
	if (item && item->kind == ITEM_NUMBER && item->digits == 4 && item->value / 100 == 20 && !item_has(reading, i + 1, WORD_TITLE)
	    && !(gap_before(reading, i + 2) & (GAP_SLASH | GAP_DASH) && item_is(reading, i + 2, ITEM_NUMBER)))
		reading->edition_year = (int)item->value;
}

/* Several of one number: those whose title has more of the text's words, and of these those of which no word is missing. */
static void
narrow_by_title(const struct matcher *matcher, struct reading *reading)
{
	int scores[EDITIONS_MOST] = { 0 }, most = INT_MIN;
	for (size_t i = 0; i < reading->count; i++) {
		if (!item_has(reading, i, WORD_TITLE))
			continue;
		for (uint32_t link = matcher->lexicon.terms[reading->items[i].term].editions; link != NOTHING; link = matcher->lexicon.links[link].next)
			for (size_t e = 0; e < reading->edition_count; e++)
				scores[e] += reading->editions[e] == matcher->lexicon.links[link].what ? TITLE_WORDS_MOST : 0;
	}
	for (size_t e = 0; e < reading->edition_count; e++) {
		scores[e] -= scores[e] > 0 ? (int)matcher->editions[reading->editions[e]].title_words : 0;
		most = scores[e] > most ? scores[e] : most;
	}
	size_t kept = 0;
	for (size_t e = 0; e < reading->edition_count; e++)
		if (scores[e] == most)
			reading->editions[kept++] = reading->editions[e];
	reading->edition_count = kept;
}

void
read_editions(const struct matcher *matcher, struct reading *reading)
{
	bool beginning = false;
	for (size_t i = 0, length; i < reading->count; i += length) {
		struct item *item = &reading->items[i];
		length = 1;
		if (item->kind != ITEM_WORD && item->kind != ITEM_NUMBER && item->kind != ITEM_UNKNOWN)
			continue;
		if (item->kind == ITEM_WORD && item->words & WORD_BEGINNING && last_number(reading, i) && ed_after(reading, i + 1)) {
			length = number_before(matcher, reading, i, last_number(reading, i)); /* Balint16 is another's beginning, and this balint 16 ed 2020 */
			continue;
		}
		if (item->kind == ITEM_WORD && item->words & WORD_BEGINNING) {
			for (uint32_t link = matcher->lexicon.terms[item->term].editions; link != NOTHING; link = matcher->lexicon.links[link].next)
				add_edition(reading, matcher->lexicon.links[link].what);
			mark(reading, i, i + 1);
			reading->edition_said = beginning = true;
			continue;
		}
		reading->title |= item->kind == ITEM_WORD && item->words & WORD_TITLE && !(item->words & WORD_PLAIN);
		length = number_before(matcher, reading, i, number_at(reading, i, true));
		length = length ? length : number_before_title(matcher, reading, i);
		if (length == 0 && item->kind == ITEM_WORD && item->words & (WORD_ED | WORD_TITLE))
			note_year(reading, i);
		if (length == 0 && item->kind == ITEM_WORD && item->words & (WORD_ED | WORD_TITLE))
			length = number_after(matcher, reading, i);
		length = length ? length : 1;
	}
	if (!beginning && reading->edition_count > 1)
		narrow_by_title(matcher, reading);
}
