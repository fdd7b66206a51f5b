/* Who is named in the text: family names that stand as such, with the given names beside them, and what makes them doubtful. */
#include "internal.h"

enum { SHORT_NAME = 3 };

/* What a word may be besides a name, so that it is one only where references have names. */
static bool
is_wordy(const struct matcher *matcher, const struct item *item)
{
	const uint32_t names = WORD_NAME | WORD_GLUE | WORD_INSTITUTION | WORD_MONTH;
	return (item->words & ~names) != 0 || (item->words & WORD_SHORT) != 0 || matcher->lexicon.terms[item->term].length <= SHORT_NAME;
}

static bool
may_be_family(const struct reading *reading, size_t i)
{
	return item_is(reading, i, ITEM_WORD) && item_has(reading, i, WORD_FAMILY | WORD_PART);
}

static bool
may_be_given(const struct reading *reading, size_t i)
{
	return item_is(reading, i, ITEM_WORD) && item_has(reading, i, WORD_GIVEN);
}

size_t
item_beside(const struct reading *reading, size_t i, int direction)
{
	do
		i += (size_t)direction;
	while (item_is(reading, i, ITEM_WORD) && item_has(reading, i, WORD_HONORIFIC) && !item_has(reading, i, WORD_NAME));
	return i;
}

/* Whether the given name beside it is of somebody with that family name. */
static bool
pairs(const struct matcher *matcher, const struct reading *reading, size_t family, size_t given)
{
	return may_be_given(reading, given) && reading->items[family].payer == reading->items[given].payer
	    && names_pair(matcher, reading->items[family].term, reading->items[given].term) != NOTHING;
}

/* Gives the given names on one side to the family name; those that could be another's too leave it open. */
static void
pair_side(const struct matcher *matcher, struct reading *reading, size_t family, int direction)
{
	for (size_t given = item_beside(reading, family, direction); pairs(matcher, reading, family, given); given = item_beside(reading, given, direction)) {
		size_t other = item_beside(reading, given, direction);
		if (may_be_family(reading, given) && pairs(matcher, reading, given, family))
			reading->unclear = "two names could each be the family name";
		if (may_be_family(reading, other) && pairs(matcher, reading, other, given))
			reading->unclear = "a given name stands between two family names";
		reading->items[given].kind = ITEM_GIVEN;
	}
}

static void
pair_names(const struct matcher *matcher, struct reading *reading)
{
	for (size_t i = 0; i < reading->count; i++) {
		if (!may_be_family(reading, i))
			continue;
		pair_side(matcher, reading, i, -1);
		pair_side(matcher, reading, i, 1);
	}
}

/* A name that no gap sets off must have beside it what references have there. */
static bool
stands_clean(const struct matcher *matcher, const struct reading *reading, size_t i)
{
	const uint32_t around = WORD_MONTH | WORD_BEGINNING | WORD_TITLE | WORD_ED | WORD_MESE | WORD_RATA | WORD_ALL | WORD_CAUSE | WORD_NOUN;
	const struct letters *letters = &reading->letters;
	const struct item *item = &reading->items[i];
	if (!letters_border(letters, item->start)) {
		bool link = i > 1 && item_has(reading, i - 1, WORD_AND) && item_has(reading, i - 2, WORD_FAMILY);
		if (!link && !item_has(reading, i - 1, around) && !pairs(matcher, reading, i, i - 1) && !item_is(reading, i - 1, ITEM_GIVEN))
			return false;
	}
	if (letters_border(letters, item->end))
		return true;
	bool link = item_has(reading, i + 1, WORD_AND) && item_has(reading, i + 2, WORD_FAMILY);
	return link || item_has(reading, i + 1, around) || pairs(matcher, reading, i, i + 1) || item_is(reading, i + 1, ITEM_GIVEN);
}

/* Small words between a name and what it belongs to: quota di, mese di, dott. */
static bool
is_passed(const struct reading *reading, size_t i)
{
	return item_is(reading, i, ITEM_GIVEN)
	    || (item_is(reading, i, ITEM_WORD) && item_has(reading, i, WORD_OF | WORD_MESE | WORD_RATA | WORD_NOUN | WORD_HONORIFIC | WORD_CAUSE | WORD_ALL)
	        && !item_has(reading, i, WORD_NAME));
}

bool
item_is_month(const struct reading *reading, size_t i)
{
	while (i > 0 && item_is(reading, i, ITEM_YEAR))
		i--;
	return item_is(reading, i, ITEM_MONTH);
}

size_t
item_pass(const struct reading *reading, size_t i, int direction)
{
	do
		i += (size_t)direction;
	while (is_passed(reading, i) && !(item_has(reading, i, WORD_CAUSE) && direction > 0 && !item_is_month(reading, i + 1)));
	return i;
}

/* A preposition before a name makes no other name of it: `quota di Rossi`, `DA: ROSSI`. */
static bool
is_preposition(const struct reading *reading, size_t i)
{
	if (!item_has(reading, i, WORD_OF | WORD_FROM))
		return false;
	return item_is_month(reading, i - 1) || (i > 0 && item_is(reading, i - 1, ITEM_WORD) && item_has(reading, i - 1, WORD_NOUN | WORD_SENDER | WORD_HONORIFIC))
	    || (item_has(reading, i, WORD_FROM) && gap_before(reading, i + 1) & GAP_OTHER);
}

/* De Rossi is not Rossi. */
static bool
is_of_particle(const struct matcher *matcher, const struct reading *reading, size_t i)
{
	size_t given = item_beside(reading, i, 1);
	if (item_has(reading, i - 1, WORD_OF) && item_is(reading, given, ITEM_GIVEN) && names_pair(matcher, reading->items[i].term, reading->items[given].term) != NOTHING)
		return false; /* `quota marzo di Rossi Mario` */
	bool broken = i > 1 && item_has(reading, i - 2, WORD_PARTICLE) && reading->items[i - 1].end - reading->items[i - 2].start == 2
	    && item_has(reading, i - 1, WORD_AND) && gap_before(reading, i - 1) == GAP_SPACE; /* d e */
	return i > 0 && item_is(reading, i - 1, ITEM_WORD) && (broken || item_has(reading, i - 1, WORD_PARTICLE)) && !(gap_before(reading, i) & STRONG_GAPS)
	    && !is_preposition(reading, i - 1);
}

/* Whom the family name and the given names beside it say. */
static void
identify(const struct matcher *matcher, const struct reading *reading, struct mention *mention)
{
	const struct term *term = &matcher->lexicon.terms[mention->family];
	bool conflict = false;
	for (int direction = -1; direction <= 1; direction += 2)
		for (size_t i = item_beside(reading, mention->item, direction); item_is(reading, i, ITEM_GIVEN); i = item_beside(reading, i, direction)) {
			uint32_t person = names_pair(matcher, mention->family, reading->items[i].term);
			if (person == NOTHING || reading->items[i].payer != reading->items[mention->item].payer)
				continue;
			mention->given = (uint32_t)i;
			if (person < SEVERAL && term->words & WORD_PART && term->words & WORD_FAMILY && !has_family(matcher, mention->family, person))
				person = SEVERAL; /* with a part of a double surname, which is another's whole one */
			conflict |= person < SEVERAL && mention->person < SEVERAL && person != mention->person;
			mention->person = mention->person < SEVERAL ? mention->person : person;
		}
	mention->full = mention->person < SEVERAL && !conflict;
	if (mention->full)
		return;
	mention->person = conflict || mention->given != NOTHING ? SEVERAL : NOTHING;
	if (mention->person == SEVERAL)
		return;
	if (term->words & WORD_FAMILY)
		mention->person = term->count == 1 ? matcher->lexicon.links[term->people].what : SEVERAL;
	else
		mention->person = term->part_of;
}

static bool
links(const struct reading *reading, size_t left, size_t right)
{
	size_t between = item_pass(reading, left, 1);
	if (between == right) /* after an edition nothing else can be meant by two family names */
		return (gap_before(reading, right) & (GAP_LIST | GAP_PLUS | GAP_SLASH)) != 0 || reading->edition_said;
	return item_is(reading, between, ITEM_WORD) && item_has(reading, between, WORD_AND) && item_pass(reading, between, 1) == right;
}

bool
leads(const struct reading *reading, size_t i)
{
	size_t before = i, next = i;
	while (before > 0 && (item_is(reading, before - 1, ITEM_GIVEN) || item_has(reading, before - 1, WORD_HONORIFIC)))
		before--;
	do
		next++;
	while (item_is(reading, next, ITEM_GIVEN));
	unsigned gap = next < reading->count ? gap_before(reading, next) : 0;
	bool apart = (gap & (GAP_OTHER | GAP_LIST)) || (gap & GAP_DASH && gap & GAP_SPACE);
	bool said = item_is(reading, next, ITEM_EDITION) || item_has(reading, next, WORD_TITLE | WORD_NOUN | WORD_MONTH);
	return apart && said && reading->edition_said && (before == 0 || item_has(reading, before - 1, WORD_CAUSE));
}

static struct mention
mention_at(const struct reading *reading, size_t i)
{
	const struct item *item = &reading->items[i];
	size_t left = item_pass(reading, i, -1), right = item_pass(reading, i, 1), next = i + 1;
	while (item_is(reading, next, ITEM_GIVEN))
		next++;
	size_t before = i;
	do
		before--;
	while (item_is(reading, before, ITEM_GIVEN));
	bool of_month = item_has(reading, before, WORD_OF) && item_is_month(reading, left); /* quota marzo di Rossi */
	bool after_edition = item_is(reading, left, ITEM_EDITION), first = leads(reading, i) && reading->month_count > 0;
	bool slot = after_edition || first || item_is_month(reading, left) || item_is_month(reading, right), own = after_edition || first || of_month || item_is_month(reading, next);
	return (struct mention){ .item = (uint32_t)i, .family = item->term, .person = NOTHING, .given = NOTHING, .slot = slot, .after_edition = after_edition,
		.official = first || (after_edition && item_is_month(reading, right)), .sender = item->sender && !own, .payer = item->payer && !own };
}

/* `conti e greco`: joined to another family name, it is one. */
static bool
joins_next(const struct reading *reading, size_t i)
{
	size_t next = i + 1;
	while (item_is(reading, next, ITEM_GIVEN))
		next++;
	return item_is(reading, next, ITEM_WORD) && item_has(reading, next, WORD_AND) && item_has(reading, next + 1, WORD_FAMILY) && may_be_family(reading, next + 1);
}

static void
add_mention(const struct matcher *matcher, struct reading *reading, size_t i)
{
	const struct item *item = &reading->items[i];
	struct mention mention = mention_at(reading, i);
	if (item->payer && item->words & WORD_MONTH && !mention.after_edition && reading->mention_count > 0)
		reading->unclear = "a word may be a month or a name"; /* Marzotto Mario Maggio: of Mario Maggio? */
	size_t count = reading->mention_count;
	if (count > 0 && links(reading, reading->mentions[count - 1].item, i)) {
		mention.linked = true;
		mention.slot |= reading->mentions[count - 1].slot;
	}
	identify(matcher, reading, &mention);
	bool phrase = item_has(reading, i - 1, WORD_ADDRESSEE | WORD_TO) && item_is(reading, i - 1, ITEM_WORD) && is_wordy(matcher, item);
	if (is_wordy(matcher, item) && !mention.full && ((!mention.slot && !joins_next(reading, i)) || phrase) && !(item->words & WORD_INSTITUTION && item->end - item->start > SHORT_NAME))
		return;
	if (count == MENTIONS_MOST) {
		reading->unclear = "too many names";
		return;
	}
	reading->mentions[count] = mention;
	reading->mention_count = count + 1;
	reading->items[i].kind = ITEM_NAME;
	for (size_t k = count; k > 0 && reading->mentions[k].linked; k--) /* `9 ed 2020 Rossi e Verdi marzo` */
		reading->mentions[k - 1].slot |= reading->mentions[k].slot;
}

/* Names that are another one, with a particle, or parts of something longer: no name that is known. */
static void
drop_others(const struct matcher *matcher, struct reading *reading)
{
	for (size_t i = 0; i < reading->count; i++) {
		if (!may_be_family(reading, i))
			continue;
		bool clean = stands_clean(matcher, reading, i), particle = is_of_particle(matcher, reading, i);
		if (clean && !particle)
			continue;
		if (!particle && i > 0 && reading->items[i].words & WORD_MONTH && reading->items[i - 1].payer == reading->items[i].payer) { /* rossimaggio */
			reading->items[i].words &= ~(uint32_t)WORD_NAME;
			continue;
		}
		reading->items[i].kind = ITEM_UNKNOWN;
		bool paired = item_is(reading, i + 1, ITEM_GIVEN) || item_is(reading, i - 1, ITEM_GIVEN);
		if ((paired || !is_wordy(matcher, &reading->items[i])) && !reading->items[i].sender && !reading->items[i].payer && !reading->foreign) {
			reading->foreign = true;
			reading->foreign_item = (uint32_t)i;
		}
	}
}

/* In `Gruppo Balint` nobody is called Gruppo. */
static void
drop_titles(struct reading *reading)
{
	for (size_t i = 0; i < reading->count; i++)
		if (item_is(reading, i, ITEM_WORD) && item_has(reading, i, WORD_TITLE)
		    && ((item_has(reading, i + 1, WORD_TITLE) && !(gap_before(reading, i + 1) & STRONG_GAPS)) || (i > 0 && item_has(reading, i - 1, WORD_TITLE) && !item_has(reading, i + 1, WORD_GIVEN | WORD_MONTH))))
			reading->items[i].words &= ~(uint32_t)WORD_NAME;
}

void
read_mentions(const struct matcher *matcher, struct reading *reading)
{
	drop_titles(reading);
	pair_names(matcher, reading);
	drop_others(matcher, reading);
	read_duals(matcher, reading);
	for (size_t i = 0; i < reading->count; i++)
		if (may_be_family(reading, i))
			add_mention(matcher, reading, i);
	for (size_t i = 0; i < reading->mention_count; i++)
		weigh_mention(matcher, reading, &reading->mentions[i]);
	read_strangers(reading);
	if (reading->count > 0)
		read_cut_name(matcher, reading);
}
