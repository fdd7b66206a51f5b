/* What makes a name in the text less than certain: rivals for its letters, words beside it, an end within it. */
#include "internal.h"

static void
doubt(struct mention *mention, const char *why, size_t item)
{
	if (mention->weak)
		return;
	mention->weak = true;
	mention->doubt = why;
	mention->doubt_item = (uint32_t)item;
}

/* Di Luca may be `di Luca` here: `quota di Luca`, `marzo di Luca`. */
static bool
may_follow_preposition(const struct reading *reading, size_t i)
{
	return i > 0 && (item_is_month(reading, i - 1) || item_has(reading, i - 1, WORD_NOUN | WORD_TITLE | WORD_ED | WORD_HONORIFIC))
	    && !item_is(reading, i - 1, ITEM_EDITION);
}

/* Luca in D E LUCA, Ferrari in FERRARI BIA NCHI: it begins and ends where words of the longer name do. */
static bool
is_word_of(const struct term *term, const struct item *item, const struct hit *hit)
{
	if (hit->start < item->start || hit->end > item->end)
		return false;
	uint32_t from = hit->start - item->start, to = hit->end - item->start;
	return (from == 0 || (from < 64 && term->borders >> from & 1)) && (hit->end == item->end || (to < 64 && term->borders >> to & 1));
}

/* Another name that the same letters may be: Rossi and Rossini in ROSSI NI. */
static bool
has_rival(const struct matcher *matcher, const struct reading *reading, size_t i, bool official)
{
	const struct item *item = &reading->items[i];
	const struct term *term = &matcher->lexicon.terms[item->term];
	for (size_t h = 0; h < reading->hit_count; h++) {
		const struct hit *hit = &reading->hits[h];
		if (hit->term == item->term || hit->end <= item->start || hit->start >= item->end || !(matcher->lexicon.terms[hit->term].words & WORD_FAMILY))
			continue;
		if (official && is_word_of(term, item, hit))
			continue;
		bool inside = hit->start >= item->start && hit->end <= item->end;
		bool inner = hit->end == item->end && may_follow_preposition(reading, i);
		size_t given = item_beside(reading, i, 1);
		if (inner && item_is(reading, given, ITEM_GIVEN))
			inner = names_pair(matcher, hit->term, reading->items[given].term) != NOTHING;
		if (inside && ((hit->whole && item->joins > 0) || (inner && hit->joins == 0)))
			return true;
		if (!inside && (hit->whole || hit->joins == 0) && (hit->start < item->start || hit->joins == 0 || term->words & WORD_FAMILY))
			return true;
	}
	return false;
}

/* An unknown word right beside the name may belong to it. */
static void
look_beside(const struct matcher *matcher, struct reading *reading, struct mention *mention, int direction)
{
	size_t i = mention->item + (size_t)direction;
	unsigned gap = gap_before(reading, direction < 0 ? mention->item : i);
	bool apart = (gap & STRONG_GAPS) || ((gap & GAP_SPACE) && (gap & GAP_DASH));
	if (i >= reading->count || apart || reading->items[i].sender != reading->items[mention->item].sender
	    || reading->items[i].payer != reading->items[mention->item].payer)
		return;
	const struct item *item = &reading->items[i];
	if (item->kind == ITEM_WORD && item->words & WORD_GIVEN && !(item->words & (WORD_FAMILY | WORD_MONTH)))
		doubt(mention, "a given name that is not known for it stands beside it", i);
	if (item->kind != ITEM_UNKNOWN)
		return;
	bool initial = item->end - item->start == 1 && mention->person < SEVERAL
	    && matcher->people[mention->person].initial == reading->letters.letters[item->start].code;
	if (!initial)
		doubt(mention, "an unknown word stands beside it", i);
}

/* A longer given name that has the known one in it is another: Mariarosa, Anna Maria. */
static bool
has_longer_given(const struct matcher *matcher, const struct reading *reading, const struct mention *mention)
{
	for (int direction = -1; direction <= 1; direction += 2) {
		size_t inner = mention->item, i = item_beside(reading, inner, direction);
		for (; item_is(reading, i, ITEM_GIVEN); i = item_beside(reading, i, direction))
			inner = i;
		const unsigned gap = gap_before(reading, direction < 0 ? inner : i);
		if (inner == mention->item || i >= reading->count || gap & STRONG_GAPS || reading->items[i].sender != reading->items[inner].sender
		    || reading->items[i].payer != reading->items[inner].payer)
			continue;
		const struct item *item = &reading->items[i];
		bool given = item->kind == ITEM_WORD && item->words & WORD_GIVEN && !(item->words & ~(uint32_t)(WORD_GIVEN | WORD_GLUE));
		if (given && names_pair(matcher, mention->family, item->term) == NOTHING)
			return true;
		if (item->kind == ITEM_UNKNOWN && item->end - item->start > 2)
			return true;
	}
	return false;
}

/* Whether somebody in the editions that are said has a family name under the node. */
static bool
has_longer(const struct matcher *matcher, const struct reading *reading, uint32_t node, bool itself, unsigned *steps)
{
	const struct node *at = &matcher->lexicon.nodes[node];
	if (at->under == NOTHING)
		return false;
	if (*steps == 0)
		return true;
	--*steps;
	const struct term *term = itself || at->term == NOTHING ? NULL : &matcher->lexicon.terms[at->term];
	for (uint32_t link = term && term->words & WORD_FAMILY ? term->people : NOTHING; link != NOTHING; link = matcher->lexicon.links[link].next)
		if (is_in_editions(matcher, reading, matcher->lexicon.links[link].what))
			return true;
	for (uint32_t i = 0; i < (uint32_t)__builtin_popcountll(at->letters); i++)
		if (has_longer(matcher, reading, at->first + i, false, steps))
			return true;
	return false;
}

/* Whether a longer family name begins like this one, at the very end of a text that may have been cut. */
static bool
may_be_cut(const struct matcher *matcher, const struct reading *reading, const struct item *item)
{
	enum { CUT_LEAST = 18, STEPS = 200 };
	if (item->end != reading->letters.count || reading->letters.count < CUT_LEAST)
		return false;
	uint32_t node = 0;
	for (uint32_t i = item->start; i < item->end && node != NOTHING; i++)
		node = lexicon_step(&matcher->lexicon, node, reading->letters.letters[i].code);
	if (node == NOTHING || matcher->lexicon.nodes[node].under != SEVERAL)
		return false;
	unsigned steps = STEPS;
	return has_longer(matcher, reading, node, true, &steps);
}

void
weigh_mention(const struct matcher *matcher, struct reading *reading, struct mention *mention)
{
	const struct item *item = &reading->items[mention->item];
	const struct term *term = &matcher->lexicon.terms[mention->family];
	if (!(term->words & WORD_FAMILY))
		doubt(mention, "only a part of a double surname is said", mention->item);
	if (item->function_first)
		doubt(mention, "it may be two words", mention->item);
	if (has_rival(matcher, reading, mention->item, mention->official))
		reading->unclear = "its letters may be two different names";
	mention->may_be_cut = may_be_cut(matcher, reading, item);
	if (mention->may_be_cut)
		doubt(mention, "the text may break off within a longer name", mention->item);
	if (mention->full && has_longer_given(matcher, reading, mention)) {
		mention->full = false;
		doubt(mention, "the given name may be another, with the known one in it", mention->given);
	}
	if (mention->full)
		return;
	if (item_has(reading, mention->item - 1, WORD_OF) && item_is(reading, mention->item - 1, ITEM_WORD) && item_is_month(reading, mention->item - 2))
		doubt(mention, "it may be another name, with a particle", mention->item);
	if (term->words & WORD_GIVEN && !mention->official && !mention->after_edition)
		doubt(mention, "it may be a given name", mention->item);
	bool number = item_is(reading, mention->item - 1, ITEM_NUMBER) || item_is(reading, mention->item - 1, ITEM_IGNORED);
	if (!mention->slot && (item->glued || item->joins > 0 || number))
		doubt(mention, "it does not stand where references have the name", mention->item);
	look_beside(matcher, reading, mention, -1);
	look_beside(matcher, reading, mention, 1);
}
