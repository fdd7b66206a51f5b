/*
 * The text as words: the cheapest way to read it through, by known words where there are, broken or run
 * together, else by whatever stands between two gaps. A known word without a gap at one side must have
 * another known one there.
 */
#include "internal.h"

#include <balint/fatal.h>

#include <stdlib.h>
#include <string.h>

enum { KNOWN = 2, FLIMSY = 2, JOIN = 4, GLUED_START = 3, GLUED_END = 1, UNKNOWN = 6, JOINS_MOST = 2, ANCHOR = 8 };

/* A walk down the lexicon from a letter of the text. */
struct walk {
	size_t start, at;
	uint32_t node;
	uint64_t gaps, hard; /* bit i: before the i-th letter is a gap; one that no line break makes */
};

static bool
walk_on(const struct lexicon *lexicon, const struct letters *letters, struct walk *walk)
{
	if (walk->at >= letters->count)
		return false;
	const struct letter *letter = &letters->letters[walk->at];
	unsigned gap = walk->at > walk->start ? letter->gap & ~(unsigned)(GAP_SPLIT | GAP_APOSTROPHE) : 0;
	size_t offset = walk->at - walk->start;
	if (gap && offset < 64) {
		walk->gaps |= (uint64_t)1 << offset;
		walk->hard |= gap == GAP_SPACE ? 0 : (uint64_t)1 << offset;
	}
	if (letter->code >= LETTER_FOREIGN)
		return false;
	walk->node = lexicon_step(lexicon, walk->node, letter->code);
	walk->at++;
	return walk->node != NOTHING;
}

static bool
splits_digits(const struct letters *letters, size_t i)
{
	return i > 0 && i < letters->count && letters->letters[i].gap == 0 && letter_is_digit(&letters->letters[i]) && letter_is_digit(&letters->letters[i - 1]);
}

/* The beginnings of references are so particular that they are found inside of anything. */
static void
split_at_anchors(const struct matcher *matcher, struct letters *letters)
{
	for (size_t i = 0; i < letters->count; i++) {
		struct walk walk = { .start = i, .at = i };
		size_t end = 0;
		while (walk_on(&matcher->lexicon, letters, &walk)) {
			uint32_t term = matcher->lexicon.nodes[walk.node].term;
			if (term != NOTHING && matcher->lexicon.terms[term].words & WORD_BEGINNING && walk.at - i >= ANCHOR && !splits_digits(letters, walk.at))
				end = walk.at;
		}
		if (end == 0 || splits_digits(letters, i))
			continue;
		letters->letters[i].gap |= letters->letters[i].gap ? 0 : GAP_SPLIT;
		letters->letters[end].gap |= letters->letters[end].gap ? 0 : GAP_SPLIT;
		i = end - 1;
	}
}

static bool
may_be_glued(const struct term *term)
{
	return term->words & (WORD_GLUE | WORD_BEGINNING) || (term->words & WORD_NAME ? term->length > 3 : term->length > 4 && !(term->words & WORD_SHORT));
}

/* How many gaps are in it that should not be; -1 if it cannot be broken so. A month's short form only where nothing can go on with it. */
static int
count_joins(const struct term *term, const struct walk *walk, bool last)
{
	uint64_t unexpected = walk->gaps & ~term->borders;
	int joins = __builtin_popcountll(unexpected);
	if (joins == 0 || term->words & WORD_BEGINNING)
		return 0;
	bool breakable = term->words & WORD_SHORT ? last && joins == 1
	                                          : term->length >= (term->words & (WORD_NAME | WORD_MONTH | WORD_TITLE | WORD_MESE) ? 4 : 5);
	return breakable && joins <= JOINS_MOST && !(unexpected & walk->hard) ? joins : -1;
}

static void
keep_hit(struct reading *reading, struct hit hit)
{
	if (reading->hit_count == reading->hit_room) {
		reading->hit_room = 2 * reading->hit_room + 64;
		reading->hits = memory_resized(reading->hits, reading->hit_room * sizeof *reading->hits);
	}
	reading->hits[reading->hit_count++] = hit;
}

static void
relax(struct reading *reading, size_t to, struct step step)
{
	struct step *best = &reading->steps[to];
	if (step.cost < best->cost || (step.cost == best->cost && step.from < best->from))
		*best = step;
}

/* Whether the letters before the first gap that should not be there are a small word themselves: PER RINO. */
static bool
begins_with_function(const struct matcher *matcher, const struct letters *letters, const struct walk *walk, const struct term *word)
{
	enum { REST_LEAST = 3 };
	uint8_t codes[8];
	size_t first = (size_t)__builtin_ctzll(walk->gaps & ~word->borders);
	if (word->borders & (((uint64_t)1 << first) - 1))
		return false; /* DE L UCA */
	if (first > sizeof codes || word->length < first + REST_LEAST)
		return false;
	for (size_t i = 0; i < first; i++)
		codes[i] = letters->letters[walk->start + i].code;
	if (first == 1 && codes[0] != 'a' - 'a' && codes[0] != 'e' - 'a')
		return false;
	uint32_t term = lexicon_find(&matcher->lexicon, codes, first);
	return term != NOTHING
	    && matcher->lexicon.terms[term].words & (WORD_AND | WORD_TO | WORD_FROM | WORD_OF | WORD_PARTICLE | WORD_CAUSE | WORD_PLAIN | WORD_HONORIFIC);
}

/* A known word from the walk's start to where it is. */
static void
try_word(const struct matcher *matcher, struct reading *reading, const struct walk *walk, uint32_t number)
{
	const struct letters *letters = &reading->letters;
	const struct term *term = &matcher->lexicon.terms[number];
	bool starts = letters_border(letters, walk->start), ends = letters_border(letters, walk->at);
	unsigned after = letters->letters[walk->at].gap;
	bool last = walk->at == letters->count || (ends && (after & ~(unsigned)GAP_SPACE || letter_is_digit(&letters->letters[walk->at])));
	int joins = count_joins(term, walk, last);
	if (joins < 0 || splits_digits(letters, walk->at))
		return;
	if (!(starts && ends) && !may_be_glued(term) && !(term->words & WORD_SHORT && ends))
		return;
	uint32_t known = KNOWN + (term->words & WORD_SHORT || term->length == 1 ? FLIMSY : 0);
	uint32_t cost = reading->steps[walk->start].cost + known + JOIN * (uint32_t)joins + (starts ? 0 : GLUED_START) + (ends ? 0 : GLUED_END);
	struct step step = { cost, (uint32_t)walk->start, number, (uint8_t)joins, joins > 0 && begins_with_function(matcher, letters, walk, term) };
	relax(reading, walk->at, step);
	if (term->words & (WORD_FAMILY | WORD_PART))
		keep_hit(reading, (struct hit){ (uint32_t)walk->start, (uint32_t)walk->at, number, (uint8_t)joins, starts && ends });
}

/* Everything that can stand at the letter: known words, and up to the next gap anything. */
static void
read_from(const struct matcher *matcher, struct reading *reading, size_t start)
{
	const struct letters *letters = &reading->letters;
	struct walk walk = { .start = start, .at = start };
	while (walk_on(&matcher->lexicon, letters, &walk)) {
		uint32_t term = matcher->lexicon.nodes[walk.node].term;
		if (term != NOTHING)
			try_word(matcher, reading, &walk, term);
	}
	if (!letters_border(letters, start))
		return;
	size_t end = start + 1;
	while (!letters_border(letters, end))
		end++;
	uint32_t cost = letter_is_digit(&letters->letters[start]) ? KNOWN : UNKNOWN + (uint32_t)(end - start);
	relax(reading, end, (struct step){ reading->steps[start].cost + cost, (uint32_t)start, NOTHING, 0, false });
}

static void
make_item(const struct matcher *matcher, const struct letters *letters, const struct step *step, size_t end, struct item *item)
{
	*item = (struct item){ .kind = ITEM_UNKNOWN, .term = step->term, .start = step->from, .end = (uint32_t)end, .joins = step->joins,
		.function_first = step->function_first, .glued = !letters_border(letters, step->from) || !letters_border(letters, end) };
	if (step->term != NOTHING) {
		item->kind = ITEM_WORD;
		item->words = matcher->lexicon.terms[step->term].words;
		item->value = matcher->lexicon.terms[step->term].number;
		return;
	}
	if (!letter_is_digit(&letters->letters[step->from]))
		return;
	item->kind = end - step->from <= 9 ? ITEM_NUMBER : ITEM_IGNORED;
	item->digits = (uint8_t)(end - step->from <= 9 ? end - step->from : 10);
	for (size_t i = step->from; i < end && item->kind == ITEM_NUMBER; i++)
		item->value = 10 * item->value + (letters->letters[i].code - (uint32_t)LETTER_DIGIT);
}

/* The cheapest way, from its end. */
static void
gather(const struct matcher *matcher, struct reading *reading)
{
	const struct letters *letters = &reading->letters;
	reading->count = 0;
	for (size_t at = letters->count; at > 0; at = reading->steps[at].from)
		reading->count++;
	if (reading->count > reading->room) {
		reading->room = 2 * reading->count;
		reading->items = memory_resized(reading->items, reading->room * sizeof *reading->items);
	}
	size_t i = reading->count;
	for (size_t at = letters->count; at > 0; at = reading->steps[at].from)
		make_item(matcher, letters, &reading->steps[at], at, &reading->items[--i]);
}

void
segment(const struct matcher *matcher, struct reading *reading, const char *text)
{
	struct letters *letters = &reading->letters;
	letters_read(letters, text);
	split_at_anchors(matcher, letters);
	if (letters->count >= reading->step_room) {
		reading->step_room = 2 * letters->count + 256;
		reading->steps = memory_resized(reading->steps, reading->step_room * sizeof *reading->steps);
	}
	for (size_t i = 0; i <= letters->count; i++)
		reading->steps[i] = (struct step){ i ? UINT32_MAX : 0, UINT32_MAX, NOTHING, 0, false };
	reading->hit_count = 0;
	for (size_t i = 0; i < letters->count; i++)
		if (reading->steps[i].cost != UINT32_MAX)
			read_from(matcher, reading, i);
	gather(matcher, reading);
}
