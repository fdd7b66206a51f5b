/* Words that nobody has for a name, where references have one; and a name within which the text breaks off. */
#include "internal.h"

/* Words where references have the name that nobody has; words that nobody knows anywhere. */
void
read_strangers(struct reading *reading)
{
	for (size_t i = 0; i < reading->count; i++) {
		const struct item *item = &reading->items[i];
		bool no_fee = item->kind == ITEM_WORD && item->words & WORD_NO_FEE && !(item->words & WORD_NAME);
		reading->no_fee |= no_fee;
		if ((item->kind != ITEM_UNKNOWN && !no_fee) || item->end - item->start < 3)
			continue;
		size_t left = i > 0 && item_has(reading, i - 1, WORD_PARTICLE) && !item_is(reading, i - 1, ITEM_EDITION) ? i - 1 : i;
		bool slot = item_is(reading, item_pass(reading, left, -1), ITEM_EDITION) || item_is_month(reading, i + 1) || (i > 0 && item_is_month(reading, i - 1));
		if ((item->sender || item->payer) && !slot)
			continue;
		if (slot && !reading->stranger) {
			reading->stranger = true;
			reading->stranger_item = (uint32_t)i;
		}
		if (!reading->unexplained)
			reading->unexplained_item = (uint32_t)i;
		reading->unexplained = true;
	}
}

/* Letters at the end of the text with which exactly one family name begins. */
void
read_cut_name(const struct matcher *matcher, struct reading *reading)
{
	enum { CUT_LEAST = 4 };
	const struct item *item = &reading->items[reading->count - 1];
	uint32_t node = 0;
	if (item->kind != ITEM_UNKNOWN || item->end - item->start < CUT_LEAST)
		return;
	for (uint32_t i = item->start; i < item->end && node != NOTHING; i++)
		node = reading->letters.letters[i].code < LETTER_FOREIGN ? lexicon_step(&matcher->lexicon, node, reading->letters.letters[i].code) : NOTHING;
	if (node != NOTHING && matcher->lexicon.nodes[node].under < SEVERAL)
		reading->cut_family = matcher->lexicon.nodes[node].under;
}
