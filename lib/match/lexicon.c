#include "lexicon.h"

#include <balint/fatal.h>

#include <stdlib.h>
#include <string.h>

void
lexicon_release(struct lexicon *lexicon)
{
	free(lexicon->arena);
	free(lexicon->terms);
	free(lexicon->links);
	free(lexicon->nodes);
	free(lexicon->slots);
}

static size_t
hash(const uint8_t *codes, size_t length)
{
	uint64_t hash = 0xcbf29ce484222325;
	for (size_t i = 0; i < length; i++)
		hash = (hash ^ codes[i]) * 0x100000001b3;
	return (size_t)(hash ^ hash >> 29);
}

/* Where the word is, or would be. */
static size_t
slot_of(const struct lexicon *lexicon, const uint8_t *codes, size_t length)
{
	size_t slot = hash(codes, length) & (lexicon->slot_count - 1);
	for (;; slot = (slot + 1) & (lexicon->slot_count - 1)) {
		if (lexicon->slots[slot] == NOTHING)
			return slot;
		const struct term *term = &lexicon->terms[lexicon->slots[slot]];
		if (term->length == length && memcmp(lexicon->arena + term->text, codes, length) == 0)
			return slot;
	}
}

static void
grow_slots(struct lexicon *lexicon)
{
	lexicon->slot_count = lexicon->slot_count ? 2 * lexicon->slot_count : 4096;
	lexicon->slots = memory_resized(lexicon->slots, lexicon->slot_count * sizeof *lexicon->slots);
	memset(lexicon->slots, 0xff, lexicon->slot_count * sizeof *lexicon->slots);
	for (size_t i = 0; i < lexicon->count; i++) {
		const struct term *term = &lexicon->terms[i];
		lexicon->slots[slot_of(lexicon, (const uint8_t *)lexicon->arena + term->text, term->length)] = (uint32_t)i;
	}
}

uint32_t
lexicon_find(const struct lexicon *lexicon, const uint8_t *codes, size_t length)
{
	return lexicon->slot_count ? lexicon->slots[slot_of(lexicon, codes, length)] : NOTHING;
}

uint32_t
lexicon_add(struct lexicon *lexicon, const uint8_t *codes, size_t length, uint32_t words)
{
	if (2 * (lexicon->count + 1) > lexicon->slot_count)
		grow_slots(lexicon);
	size_t slot = slot_of(lexicon, codes, length);
	if (lexicon->slots[slot] != NOTHING) {
		lexicon->terms[lexicon->slots[slot]].words |= words;
		return lexicon->slots[slot];
	}
	if (lexicon->arena_used + length > lexicon->arena_room) {
		lexicon->arena_room = 2 * lexicon->arena_room + 4096;
		lexicon->arena = memory_resized(lexicon->arena, lexicon->arena_room);
	}
	if (lexicon->count == lexicon->room) {
		lexicon->room = 2 * lexicon->room + 1024;
		lexicon->terms = memory_resized(lexicon->terms, lexicon->room * sizeof *lexicon->terms);
	}
	memcpy(lexicon->arena + lexicon->arena_used, codes, length);
	lexicon->terms[lexicon->count] = (struct term){ .text = (uint32_t)lexicon->arena_used, .length = (uint32_t)length, .words = words,
		.people = NOTHING, .part_of = NOTHING, .editions = NOTHING };
	lexicon->arena_used += length;
	lexicon->slots[slot] = (uint32_t)lexicon->count;
	return (uint32_t)lexicon->count++;
}

bool
lexicon_link(struct lexicon *lexicon, uint32_t *chain, uint32_t what)
{
	uint32_t near = 0;
	for (uint32_t link = *chain; link != NOTHING && near < 8; link = lexicon->links[link].next, near++)
		if (lexicon->links[link].what == what)
			return false; /* the same one comes again at once, if at all */
	if (lexicon->link_count == lexicon->link_room) {
		lexicon->link_room = 2 * lexicon->link_room + 1024;
		lexicon->links = memory_resized(lexicon->links, lexicon->link_room * sizeof *lexicon->links);
	}
	lexicon->links[lexicon->link_count] = (struct link){ what, *chain };
	*chain = (uint32_t)lexicon->link_count++;
	return true;
}

/* A part of the sorted words that begin alike, whose node waits to be filled. */
struct span {
	uint32_t from, to, depth;
};

static int
compare_terms(const void *a, const void *b, void *context)
{
	const struct lexicon *lexicon = context;
	const struct term *left = &lexicon->terms[*(const uint32_t *)a], *right = &lexicon->terms[*(const uint32_t *)b];
	size_t shorter = left->length < right->length ? left->length : right->length;
	int order = memcmp(lexicon->arena + left->text, lexicon->arena + right->text, shorter);
	return order ? order : (left->length > right->length) - (left->length < right->length);
}

static void
add_node(struct lexicon *lexicon, struct span *spans, uint32_t from, uint32_t to, uint32_t depth)
{
	spans[lexicon->node_count] = (struct span){ from, to, depth };
	lexicon->nodes[lexicon->node_count++] = (struct node){ 0, 0, NOTHING, NOTHING };
}

/* Fills a node and adds those below it, side by side. */
static void
branch(struct lexicon *lexicon, const uint32_t *sorted, struct span *spans, size_t number)
{
	struct span span = spans[number];
	uint32_t from = span.from;
	if (lexicon->terms[sorted[from]].length == span.depth)
		lexicon->nodes[number].term = sorted[from++];
	lexicon->nodes[number].first = (uint32_t)lexicon->node_count;
	while (from < span.to) {
		char code = lexicon->arena[lexicon->terms[sorted[from]].text + span.depth];
		uint32_t to = from + 1;
		while (to < span.to && lexicon->arena[lexicon->terms[sorted[to]].text + span.depth] == code)
			to++;
		lexicon->nodes[number].letters |= (uint64_t)1 << code;
		add_node(lexicon, spans, from, to, span.depth + 1);
		from = to;
	}
}

static void
note_family(struct node *node, uint32_t family)
{
	if (family != NOTHING)
		node->under = node->under == NOTHING ? family : SEVERAL;
}

void
lexicon_plant(struct lexicon *lexicon)
{
	size_t most = lexicon->arena_used + 2;
	uint32_t *sorted = memory((lexicon->count + 1) * sizeof *sorted);
	struct span *spans = memory(most * sizeof *spans);
	for (size_t i = 0; i < lexicon->count; i++)
		sorted[i] = (uint32_t)i;
	qsort_r(sorted, lexicon->count, sizeof *sorted, compare_terms, lexicon);
	lexicon->nodes = memory_resized(lexicon->nodes, most * sizeof *lexicon->nodes);
	lexicon->node_count = 0;
	add_node(lexicon, spans, 0, (uint32_t)lexicon->count, 0);
	for (size_t i = 0; i < lexicon->node_count; i++)
		branch(lexicon, sorted, spans, i);
	for (size_t i = lexicon->node_count; i-- > 0;) { /* what is below comes after */
		struct node *node = &lexicon->nodes[i];
		if (node->term != NOTHING && lexicon->terms[node->term].words & WORD_FAMILY)
			note_family(node, node->term);
		for (uint32_t below = 0; below < (uint32_t)__builtin_popcountll(node->letters); below++)
			note_family(node, lexicon->nodes[node->first + below].under);
	}
	lexicon->nodes = memory_resized(lexicon->nodes, lexicon->node_count * sizeof *lexicon->nodes);
	free(sorted);
	free(spans);
}
