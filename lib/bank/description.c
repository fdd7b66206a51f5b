#include "description.h"

#include <stdint.h>

enum { HITS_MOST = 128, CHOSEN_MOST = 16 };

struct hit {
	const struct mark *mark;
	size_t first, behind;
};

struct hits {
	struct hit hits[HITS_MOST];
	size_t count;
	bool full;
	struct hit chosen[CHOSEN_MOST]; /* by where they are */
	size_t chosen_count;
};

static bool
is_letter(char character)
{
	return (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9')
	    || (unsigned char)character >= 0x80;
}

/* Whether the bank may have broken a word at this byte, which is a blank: blocks joined by blanks, or with one in their last place. */
static bool
is_break(const struct profile *profile, const char *text, size_t at)
{
	size_t characters = 0, block = profile->block;
	if (block == 0)
		return false;
	for (size_t i = 0; i < at; i++)
		characters += ((unsigned char)text[i] & 0xc0) != 0x80;
	return characters % (block + 1) == block || characters % block == 0 || characters % block == block - 1;
}

/* Where the mark ends that begins there; 0 if it does not. */
static size_t
mark_end(const struct profile *profile, const struct mark *mark, const char *text, size_t at, size_t length)
{
	size_t matched = 0;
	for (; at < length && matched < mark->length; at++) {
		char wanted = mark->word[matched], found = text[at];
		char capital = found >= 'a' && found <= 'z' ? (char)(found - ('a' - 'A')) : found;
		char sought = wanted >= 'a' && wanted <= 'z' ? (char)(wanted - ('a' - 'A')) : wanted;
		if (capital == sought)
			matched++;
		else if (matched == 0 || (found != ' ' && found != '\n') || !is_break(profile, text, at))
			return 0;
	}
	bool whole = at >= length || !is_letter(mark->word[mark->length - 1]) || !is_letter(text[at]);
	return matched == mark->length && whole ? at : 0;
}

/* Every mark, at every beginning of a word or block: a block that is full leaves no blank before the next one. */
static void
hits_find(struct hits *hits, const struct profile *profile, const char *text, size_t length)
{
	size_t place = 0; /* in the block, in characters */
	for (size_t at = 0; at < length && !hits->full; at++) {
		unsigned char byte = (unsigned char)text[at];
		bool begins = at == 0 || !is_letter(text[at - 1]) || (profile->block && place == 0);
		place += (byte & 0xc0) != 0x80;
		place = place == profile->block ? 0 : place;
		if (!begins || !profile->initials[byte])
			continue;
		for (size_t i = 0; i < profile->mark_count; i++) {
			size_t behind = mark_end(profile, &profile->marks[i], text, at, length);
			if (behind > 0 && hits->count == HITS_MOST)
				hits->full = true;
			else if (behind > 0)
				hits->hits[hits->count++] = (struct hit){ &profile->marks[i], at, behind };
		}
	}
}

/* Of a group's marks the first that is found between those places: there its first hit, or its last. */
static const struct hit *
hit_choose(const struct hits *hits, size_t group, size_t from, size_t to, bool last)
{
	const struct hit *chosen = NULL;
	for (size_t i = 0; i < hits->count; i++) {
		const struct hit *hit = &hits->hits[i];
		if (hit->mark->group != group || hit->first < from || hit->behind > to)
			continue;
		if (!chosen || hit->mark < chosen->mark || (last && hit->mark == chosen->mark))
			chosen = hit;
	}
	return chosen;
}

static void
choose(struct hits *hits, const struct hit *hit)
{
	if (!hit || hits->chosen_count == CHOSEN_MOST)
		return;
	size_t place = hits->chosen_count++;
	for (; place > 0 && hits->chosen[place - 1].first > hit->first; place--)
		hits->chosen[place] = hits->chosen[place - 1];
	hits->chosen[place] = *hit;
}

/* The group of the first such mark on that side of the text; SIZE_MAX if there is none. */
static size_t
group_of(const struct profile *profile, enum mark_kind kind, bool trailing)
{
	for (size_t i = 0; i < profile->mark_count; i++)
		if (profile->marks[i].kind == kind && profile->marks[i].trailing == trailing)
			return profile->marks[i].group;
	return SIZE_MAX;
}

/*
 * The payer comes first, then the text behind it. What stands before the text is found from the left, what
 * stands behind it from the right, so that a payer who writes such a word moves nothing.
 */
static void
hits_choose(struct hits *hits, const struct profile *profile, size_t length)
{
	const struct hit *payer = hit_choose(hits, group_of(profile, MARK_PAYER, false), 0, length, false);
	const struct hit *text = hit_choose(hits, group_of(profile, MARK_TEXT, false), payer ? payer->behind : 0, length, false);
	choose(hits, payer);
	choose(hits, text);
	for (size_t group = 0; group < profile->group_count; group++) {
		const struct mark *mark = profile->marks;
		while (mark < profile->marks + profile->mark_count - 1 && mark->group != group)
			mark++;
		if (mark->kind == MARK_TEXT || mark->kind > MARK_END || (mark->kind == MARK_PAYER && !mark->trailing))
			continue;
		size_t behind = text ? text->behind : payer ? payer->behind : 0;
		if (mark->trailing)
			choose(hits, hit_choose(hits, group, behind, length, true));
		else
			choose(hits, hit_choose(hits, group, 0, text ? text->first : length, false));
	}
}

/* What stands between a chosen mark and the next one. */
static struct slice
slice_of(const struct hits *hits, enum mark_kind kind, const char *text, size_t length)
{
	for (size_t i = 0; i < hits->chosen_count; i++) {
		const struct hit *hit = &hits->chosen[i];
		size_t end = i + 1 < hits->chosen_count ? hit[1].first : length;
		if (hit->mark->kind == kind && end > hit->behind)
			return (struct slice){ text + hit->behind, end - hit->behind };
	}
	return (struct slice){ NULL, 0 };
}

struct description
describe(const struct profile *profile, const char *text, size_t length)
{
	struct description description = { .text = { text, length } };
	struct hits hits;
	hits.count = hits.chosen_count = 0;
	hits.full = false;
	hits_find(&hits, profile, text, length);
	bool transfer = group_of(profile, MARK_TRANSFER, false) == SIZE_MAX && group_of(profile, MARK_TRANSFER, true) == SIZE_MAX;
	for (size_t i = 0; i < hits.count; i++)
		transfer |= hits.hits[i].mark->kind == MARK_TRANSFER;
	if (transfer && !hits.full)
		hits_choose(&hits, profile, length);
	struct slice remittance = slice_of(&hits, MARK_TEXT, text, length);
	for (size_t i = 0; i < hits.count; i++)
		if (hits.hits[i].mark->kind == MARK_STORNO) {
			description.storno |= remittance.at ? text + hits.hits[i].first < remittance.at : hits.hits[i].first == 0;
		}
	if (hits.full)
		return description;
	description.payer = slice_of(&hits, MARK_PAYER, text, length);
	description.id = slice_of(&hits, MARK_ID, text, length);
	if (remittance.at)
		description.text = remittance;
	return description;
}
