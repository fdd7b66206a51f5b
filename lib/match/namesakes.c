/* Which of those with the same family name is meant. */
#include "internal.h"

enum { NAMESAKES_MOST = 64 };

/* Of the people of the account, the only one with the family name. */
uint32_t
of_account(const struct matcher *matcher, const struct account *account, uint32_t family)
{
	uint32_t found = NOTHING;
	if (!account)
		return NOTHING;
	for (uint32_t link = account->people; link != NOTHING; link = matcher->lexicon.links[link].next) {
		uint32_t person = matcher->lexicon.links[link].what;
		if (has_family(matcher, family, person))
			found = found == NOTHING ? person : SEVERAL;
	}
	return found;
}

/* Whom the full names of a text say that have this family name. */
static uint32_t
named_fully(const struct matcher *matcher, const struct reading *reading, uint32_t family, bool senders)
{
	uint32_t found = NOTHING;
	for (size_t i = 0; i < reading->mention_count; i++) {
		const struct mention *mention = &reading->mentions[i];
		if (mention->full && (mention->sender || mention->payer) == senders && has_family(matcher, family, mention->person))
			found = found == NOTHING || found == mention->person ? mention->person : SEVERAL;
	}
	return found;
}

/* A given name that stands apart from the family name, and beside no other: `rossi marzo mario`. */
static uint32_t
given_apart(const struct matcher *matcher, const struct reading *reading, uint32_t family)
{
	uint32_t found = NOTHING;
	for (size_t i = 0; i < reading->count; i++) {
		if (!item_is(reading, i, ITEM_WORD) || !item_has(reading, i, WORD_GIVEN) || reading->items[i].sender || reading->items[i].payer)
			continue;
		bool taken = item_is(reading, i - 1, ITEM_UNKNOWN) || item_is(reading, i + 1, ITEM_UNKNOWN) || item_is(reading, i - 1, ITEM_NAME)
		    || item_is(reading, i + 1, ITEM_NAME);
		uint32_t person = taken ? NOTHING : names_pair(matcher, family, reading->items[i].term);
		if (person != NOTHING)
			found = found == NOTHING || found == person ? person : SEVERAL;
	}
	return found;
}

/* Whether the given name belongs to a name beside it that is another's: `verdi maria` is not about Rossi. */
static bool
is_of_another(const struct matcher *matcher, const struct reading *reading, size_t i, uint32_t family)
{
	bool another = false;
	for (int direction = -1; direction <= 1; direction += 2) {
		size_t at = i;
		do
			at = item_beside(reading, at, direction);
		while (item_is(reading, at, ITEM_GIVEN));
		if (item_is(reading, at, ITEM_NAME) && reading->items[at].term == family)
			return false;
		another |= item_is(reading, at, ITEM_NAME) && names_pair(matcher, reading->items[at].term, reading->items[i].term) != NOTHING;
	}
	return another;
}

bool
names_two(const struct matcher *matcher, const struct reading *reading, uint32_t family)
{
	uint32_t found = NOTHING;
	if (matcher->lexicon.terms[family].count < 2)
		return false;
	for (size_t i = 0; i < reading->count; i++) {
		const struct item *item = &reading->items[i];
		if ((item->kind != ITEM_WORD && item->kind != ITEM_GIVEN) || !(item->words & WORD_GIVEN) || item->sender || item->payer)
			continue;
		uint32_t person = names_pair(matcher, family, item->term);
		if (person >= SEVERAL || is_of_another(matcher, reading, i, family))
			continue;
		if (found != NOTHING && found != person)
			return true;
		found = person;
	}
	return false;
}

/* Of the namesakes, the only one in the editions that are said; with the given name if there is one. */
static uint32_t
of_editions(const struct matcher *matcher, uint32_t family, uint32_t given)
{
	const struct term *term = &matcher->lexicon.terms[family];
	uint32_t found = NOTHING;
	if (matcher->text.edition_count == 0 || term->count > NAMESAKES_MOST)
		return NOTHING;
	for (uint32_t link = term->people; link != NOTHING; link = matcher->lexicon.links[link].next) {
		uint32_t person = matcher->lexicon.links[link].what;
		if ((given == NOTHING || matcher->people[person].given_term == given) && is_in_editions(matcher, &matcher->text, person))
			found = found == NOTHING ? person : SEVERAL;
	}
	return found;
}

/* Which of the namesakes it is. */
uint32_t
settle_namesake(struct matcher *matcher, const struct account *account, const struct reading *reading, const struct mention *mention, struct people *people)
{
	uint32_t family = mention->family, found = named_fully(matcher, &matcher->text, family, false);
	if (mention->given != NOTHING && found == NOTHING) { /* two with the same given name */
		uint32_t edition = reading == &matcher->text ? of_editions(matcher, family, reading->items[mention->given].term) : NOTHING;
		return edition == NOTHING ? SEVERAL : edition;
	}
	if (found == NOTHING)
		found = given_apart(matcher, &matcher->text, family);
	if (found < SEVERAL && mention->given == NOTHING) {
		uint32_t paid = named_fully(matcher, &matcher->payer, family, false);
		if (paid != NOTHING && paid != found && reading == &matcher->text)
			return SEVERAL; /* a namesake who paid, and a given name that stands apart */
	}
	if (found == NOTHING)
		found = of_account(matcher, account, family);
	if (found != NOTHING) {
		people->full |= found < SEVERAL;
		return found;
	}
	uint32_t payer = named_fully(matcher, &matcher->text, family, true), edition = of_editions(matcher, family, NOTHING);
	if (payer == NOTHING)
		payer = named_fully(matcher, &matcher->payer, family, false);
	people->full |= payer < SEVERAL && payer == edition;
	if (payer < SEVERAL && payer != edition)
		people->doubt = "only the payer's given name tells the namesakes apart";
	return payer != NOTHING ? payer : edition;
}
