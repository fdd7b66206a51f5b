/* Which instalments the words mean: the months, or the number, among those of one person. */
#include "internal.h"

#include <balint/fatal.h>

#include <stdlib.h>

void
pick_none(struct matcher *matcher)
{
	matcher->picked_count = 0;
}

static void
pick(struct matcher *matcher, uint32_t claim, struct picked *picked)
{
	for (size_t i = 0; i < matcher->picked_count; i++)
		if (matcher->picked[i] == claim)
			return;
	if (matcher->picked_count == matcher->picked_room) {
		matcher->picked_room = 2 * matcher->picked_room + 64;
		matcher->picked = memory_resized(matcher->picked, matcher->picked_room * sizeof *matcher->picked);
	}
	matcher->picked[matcher->picked_count++] = claim;
	picked->open += matcher->claims[claim].open;
}

/* Whether the edition is one that the text says, or it says none. */
static bool
in_editions(const struct reading *reading, uint32_t edition)
{
	for (size_t i = 0; i < reading->edition_count; i++)
		if (reading->editions[i] == edition)
			return true;
	return !reading->edition_said;
}

static const struct claim *
claim_of(const struct matcher *matcher, uint32_t person, uint32_t i)
{
	return &matcher->claims[matcher->owned[matcher->people[person].first_claim + i]];
}

bool
is_in_editions(const struct matcher *matcher, const struct reading *reading, uint32_t person)
{
	for (uint32_t i = 0; i < matcher->people[person].claims; i++)
		if (in_editions(reading, claim_of(matcher, person, i)->edition))
			return true;
	return false;
}

/* The places at which a month may be found: an edition and a year, of which a person may have several claims. */
struct places {
	size_t count, open;
	uint32_t first, first_open; /* of the claims of the person; the oldest */
	size_t fitting;             /* whose open amount is that of the transfer */
	uint32_t first_fitting;
	bool one_edition;
};

static bool
same_place(const struct claim *a, const struct claim *b)
{
	return a->edition == b->edition && a->month.month == b->month.month;
}

static bool
is_meant(const struct reading *reading, const struct claim *claim, unsigned month, int year)
{
	return in_editions(reading, claim->edition) && (unsigned)(claim->month.month % 12) + 1 == month && (year == 0 || month_year(claim->month) == year);
}

size_t
pick_places(const struct matcher *matcher, const struct reading *reading, uint32_t person, const struct named_month *named, struct month *months, size_t most)
{
	size_t count = 0;
	for (uint32_t i = 0; i < matcher->people[person].claims; i++) {
		const struct claim *claim = claim_of(matcher, person, i);
		if (!is_meant(reading, claim, named->month, named->year) || (i > 0 && claim_of(matcher, person, i - 1)->month.month == claim->month.month))
			continue;
		if (count < most)
			months[count] = claim->month;
		count++;
	}
	return count;
}

static void
find_places(const struct matcher *matcher, const struct reading *reading, uint32_t person, unsigned month, int year, cents amount, struct places *places)
{
	const uint32_t count = matcher->people[person].claims;
	*places = (struct places){ .one_edition = true };
	for (uint32_t i = 0, next; i < count; i = next) {
		const struct claim *claim = claim_of(matcher, person, i);
		cents open = 0;
		for (next = i; next < count && same_place(claim, claim_of(matcher, person, next)); next++)
			open += claim_of(matcher, person, next)->open;
		if (!is_meant(reading, claim, month, year))
			continue;
		places->first = places->count++ ? places->first : i;
		places->one_edition &= claim_of(matcher, person, places->first)->edition == claim->edition;
		if (open > 0)
			places->first_open = places->open++ ? places->first_open : i;
		if (open == amount)
			places->first_fitting = places->fitting++ ? places->first_fitting : i;
	}
}

static void
pick_place(struct matcher *matcher, uint32_t person, uint32_t i, struct picked *picked)
{
	const struct claim *claim = claim_of(matcher, person, i);
	for (; i < matcher->people[person].claims && same_place(claim, claim_of(matcher, person, i)); i++)
		pick(matcher, matcher->owned[matcher->people[person].first_claim + i], picked);
}

/* One month; where it is found more than once, what is open may say which, but never for certain. */
static enum picking
pick_month(struct matcher *matcher, const struct reading *reading, uint32_t person, unsigned month, int year, cents amount, struct picked *picked)
{
	struct places places;
	picked->month = month;
	find_places(matcher, reading, person, month, year, amount, &places);
	if (places.count == 0 && year != 0) {
		find_places(matcher, reading, person, month, 0, amount, &places);
		picked->doubt = "the year is another";
		if (places.count != 1)
			return PICK_NO_MONTH;
	}
	if (places.count == 0)
		return PICK_NO_MONTH;
	if (places.count == 1) {
		pick_place(matcher, person, places.first, picked);
		return PICK_DONE;
	}
	picked->doubt = "the month is there more than once";
	if (places.open == 1 || (places.open > 1 && places.one_edition))
		pick_place(matcher, person, places.first_open, picked);
	else if (places.fitting == 1)
		pick_place(matcher, person, places.first_fitting, picked);
	else
		return PICK_SEVERAL;
	return PICK_DONE;
}

/* Months that may be something else count only if there are no others. */
static bool
has_strong(const struct reading *reading)
{
	for (size_t m = 0; m < reading->month_count; m++)
		if (!reading->months[m].weak)
			return true;
	return false;
}

bool
pick_has_months(const struct reading *reading)
{
	return reading->month_count > 0;
}

/* The months between two of a range, without either. */
static enum picking
pick_between(struct matcher *matcher, const struct reading *reading, uint32_t person, const struct named_month *from, const struct named_month *to,
    cents amount, struct picked *picked)
{
	int year = from->year;
	for (unsigned month = from->month % 12 + 1; month != to->month; month = month % 12 + 1) {
		struct places places;
		year += year && month == 1;
		find_places(matcher, reading, person, month, year, amount, &places);
		if (places.count == 0)
			continue; /* without a session, so without an instalment */
		enum picking picking = pick_month(matcher, reading, person, month, year, amount, picked);
		if (picking != PICK_DONE)
			return picking;
	}
	return PICK_DONE;
}

enum picking
pick_months(struct matcher *matcher, const struct reading *reading, uint32_t person, bool range, cents amount, struct picked *picked)
{
	const struct named_month *before = NULL;
	bool strong = has_strong(reading);
	*picked = (struct picked){ .doubt = strong || reading->month_count == 0 ? NULL : "the month may be something else" };
	if (!is_in_editions(matcher, reading, person))
		return PICK_NO_EDITION;
	if (reading->month_count == 0)
		return PICK_NOTHING;
	for (size_t m = 0; m < reading->month_count; m++) {
		const struct named_month *named = &reading->months[m];
		if (strong && named->weak)
			continue;
		bool distant = before && before->month % 12 + 1 != named->month && before->month != named->month && before->group == named->group;
		picked->lists |= before && before->group != named->group && (before->month != named->month || before->year != named->year);
		picked->two_ways |= distant && !named->range_before && !named->list_before;
		enum picking picking = PICK_DONE;
		if (distant && (named->range_before || (range && !named->list_before)))
			picking = pick_between(matcher, reading, person, before, named, amount, picked);
		if (picking == PICK_DONE)
			picking = pick_month(matcher, reading, person, named->month, named->year, amount, picked);
		if (picking != PICK_DONE)
			return picking;
		before = named;
	}
	return PICK_DONE;
}

/* The second instalment of the one edition that can be meant. */
enum picking
pick_rata(struct matcher *matcher, const struct reading *reading, uint32_t person, struct picked *picked)
{
	const uint32_t count = matcher->people[person].claims;
	uint32_t edition = NOTHING;
	unsigned number = 0;
	*picked = (struct picked){ 0 };
	if (!is_in_editions(matcher, reading, person))
		return PICK_NO_EDITION;
	for (uint32_t i = 0; i < count; i++) {
		const struct claim *claim = claim_of(matcher, person, i);
		if (!in_editions(reading, claim->edition))
			continue;
		if (edition != NOTHING && claim->edition != edition)
			return PICK_SEVERAL;
		edition = claim->edition;
	}
	for (uint32_t i = 0; i < count; i++) {
		const struct claim *claim = claim_of(matcher, person, i);
		if (claim->edition != edition || (i > 0 && same_place(claim, claim_of(matcher, person, i - 1))))
			continue;
		if (++number == reading->rata)
			pick_place(matcher, person, i, picked);
	}
	return number < reading->rata || (reading->rata_of && reading->rata_of != number) ? PICK_NO_MONTH : PICK_DONE;
}

/* All that is open, oldest first. */
enum picking
pick_open(struct matcher *matcher, const struct reading *reading, uint32_t person, struct picked *picked)
{
	uint32_t edition = NOTHING;
	*picked = (struct picked){ 0 };
	if (!is_in_editions(matcher, reading, person))
		return PICK_NO_EDITION;
	for (uint32_t i = 0; i < matcher->people[person].claims; i++) {
		const struct claim *claim = claim_of(matcher, person, i);
		if (claim->open <= 0 || !in_editions(reading, claim->edition))
			continue;
		picked->lists |= edition != NOTHING && edition != claim->edition;
		edition = claim->edition;
		pick(matcher, matcher->owned[matcher->people[person].first_claim + i], picked);
	}
	return PICK_DONE;
}

static int
compare_picked(const void *a, const void *b, void *context)
{
	const struct matcher *matcher = context;
	const struct claim *left = &matcher->claims[*(const uint32_t *)a], *right = &matcher->claims[*(const uint32_t *)b];
	uint32_t left_rank = matcher->editions[left->edition].rank, right_rank = matcher->editions[right->edition].rank;
	if (left->month.month != right->month.month)
		return left->month.month < right->month.month ? -1 : 1;
	if (left_rank != right_rank)
		return left_rank < right_rank ? -1 : 1;
	return left->person == right->person ? 0 : matcher->people[left->person].rank < matcher->people[right->person].rank ? -1 : 1;
}

cents
share_out(struct matcher *matcher, cents amount)
{
	if (matcher->picked_count > 1)
		qsort_r(matcher->picked, matcher->picked_count, sizeof *matcher->picked, compare_picked, matcher);
	if (matcher->share_room < matcher->picked_count) {
		matcher->share_room = 2 * matcher->picked_count;
		matcher->shares = memory_resized(matcher->shares, matcher->share_room * sizeof *matcher->shares);
	}
	matcher->share_count = 0;
	for (size_t i = 0; i < matcher->picked_count && amount > 0; i++) {
		cents open = matcher->claims[matcher->picked[i]].open, part = open < amount ? open : amount;
		if (part <= 0)
			continue;
		matcher->shares[matcher->share_count++] = (struct match_share){ matcher->picked[i], part };
		amount -= part;
	}
	return amount;
}
