/* Who is meant: by the account, by the reference, by the payer's name, in this order of weight (RULES 8.1). */
#include "internal.h"

static void
add_person(struct matcher *matcher, struct people *people, uint32_t person)
{
	if (matcher->people[person].institution) {
		if (people->institution != NOTHING && people->institution != person)
			people->stop = "two institutions are named";
		people->institution = person;
		return;
	}
	for (size_t i = 0; i < people->count; i++)
		if (people->people[i] == person)
			return;
	if (people->count == PEOPLE_MOST)
		people->stop = "too many people are named";
	else
		people->people[people->count++] = person;
}

/* Adds whom a mention says. Where it is said twice, the better place counts. */
static void
add_mention(struct matcher *matcher, const struct account *account, const struct reading *reading, const struct mention *mention, struct people *people)
{
	uint32_t person = mention->person < SEVERAL ? mention->person : settle_namesake(matcher, account, reading, mention, people);
	if (person >= SEVERAL || (reading == &matcher->text && names_two(matcher, reading, mention->family))) {
		people->stop = "several people have the name";
		people->stop_item = reading == &matcher->text ? mention->item : NOTHING;
		return;
	}
	size_t count = people->count;
	add_person(matcher, people, person);
	people->full |= mention->full;
	if (count != people->count && count > 0)
		people->linked &= mention->linked;
}

/* Whether another mention of the same person is beyond doubt. */
static bool
has_better(const struct reading *reading, const struct mention *mention)
{
	for (size_t i = 0; i < reading->mention_count; i++) {
		const struct mention *other = &reading->mentions[i];
		if (other != mention && other->family == mention->family && other->sender == mention->sender && other->payer == mention->payer && !other->weak && other->slot)
			return true;
	}
	return false;
}

/* As what a text names people: in the payer's words, there by the payer's own full name, and in the bank's about who sent the money. */
enum whose { OF_TEXT, OF_PAYER, OF_SENDER };

/* The payer's own name, however it is written, where references do not have the name. */
static bool
is_payer(const struct matcher *matcher, const struct mention *mention)
{
	const struct reading *payer = &matcher->payer;
	for (size_t i = 0; i < payer->mention_count && mention->given != NOTHING && !mention->slot; i++) {
		const struct mention *own = &payer->mentions[i];
		uint32_t people = matcher->lexicon.terms[own->family].people;
		bool family = people != NOTHING && has_family(matcher, mention->family, matcher->lexicon.links[people].what);
		if ((mention->full && own->full && own->person == mention->person)
		    || (family && own->given != NOTHING && payer->items[own->given].term == matcher->text.items[mention->given].term))
			return true;
	}
	return mention->payer;
}

/* A name with which the text ends is whole if the payer has it, or the account's people. */
static bool
is_whole(const struct matcher *matcher, const struct account *account, const struct mention *mention)
{
	bool whole = of_account(matcher, account, mention->family) != NOTHING;
	for (size_t i = 0; i < matcher->payer.mention_count; i++)
		whole |= matcher->payer.mentions[i].family == mention->family;
	return whole;
}

static void
add_mentions(struct matcher *matcher, const struct account *account, const struct reading *reading, enum whose whose, bool official, struct people *people)
{
	for (size_t i = 0; i < reading->mention_count; i++) {
		const struct mention *mention = &reading->mentions[i];
		enum whose said = mention->sender ? OF_SENDER : reading == &matcher->text && is_payer(matcher, mention) ? OF_PAYER : OF_TEXT;
		if (said != whose || (official && !mention->official && !mention->slot))
			continue;
		if (mention->weak && has_better(reading, mention))
			continue;
		if (mention->weak && !mention->full && !(mention->may_be_cut && is_whole(matcher, account, mention)))
			people->doubt = mention->doubt;
		add_mention(matcher, account, reading, mention, people);
	}
}

static bool
has_slot(const struct reading *reading)
{
	for (size_t i = 0; i < reading->mention_count; i++)
		if (reading->mentions[i].slot && !reading->mentions[i].sender && !reading->mentions[i].payer)
			return true;
	return false;
}

static bool
has_official(const struct reading *reading)
{
	for (size_t i = 0; i < reading->mention_count; i++)
		if (reading->mentions[i].official)
			return true;
	return false;
}

/* The payer may have written his own given name, which is somebody's family name. */
static bool
payer_has_given(const struct matcher *matcher, const struct people *people)
{
	for (size_t m = 0; m < matcher->text.mention_count; m++)
		for (size_t i = 0; i < matcher->payer.count && !people->full; i++)
			if (matcher->payer.items[i].kind == ITEM_GIVEN && matcher->payer.items[i].term == matcher->text.mentions[m].family)
				return true;
	return false;
}

/* A namesake who paid, of somebody who was found by edition only. */
static bool
payer_is_namesake(const struct matcher *matcher, const struct people *people)
{
	for (size_t i = 0; i < matcher->payer.mention_count; i++) {
		const struct mention *mention = &matcher->payer.mentions[i];
		if (people->count != 1 || people->full || !has_family(matcher, mention->family, people->people[0]))
			continue;
		if (mention->full ? mention->person != people->people[0]
		                  : mention->given != NOTHING && matcher->payer.items[mention->given].term != matcher->people[people->people[0]].given_term)
			return matcher->lexicon.terms[mention->family].count > 1;
	}
	return false;
}

/* Whether the account's people are those named, or an institution that pays for them. */
static bool
account_agrees(const struct matcher *matcher, const struct account *account, const struct people *people)
{
	for (size_t i = 0; i < people->count; i++) {
		const struct person *person = &matcher->people[people->people[i]];
		if (!lexicon_has(&matcher->lexicon, account->people, people->people[i]) && (person->payer == NOTHING || !lexicon_has(&matcher->lexicon, account->people, person->payer)))
			return false;
	}
	return people->institution == NOTHING || lexicon_has(&matcher->lexicon, account->people, people->institution);
}

static void
find_by_account(struct matcher *matcher, const struct account *account, struct people *people)
{
	uint32_t person = matcher->lexicon.links[account->people].what;
	struct people others = { .institution = NOTHING, .aside = NOTHING, .stop_item = NOTHING };
	if (account->count > 1) {
		people->stop = "the account is known for several people, and the text names none";
		return;
	}
	add_mentions(matcher, account, &matcher->payer, OF_TEXT, false, &others);
	add_mentions(matcher, account, &matcher->text, OF_SENDER, false, &others);
	add_mentions(matcher, account, &matcher->text, OF_PAYER, false, &others);
	for (size_t i = 0; i < others.count; i++)
		if (others.people[i] != person && matcher->people[person].institution == false)
			people->stop = "the account is known for one person, and another one paid";
	people->by_account = true;
	people->full = true;
	add_person(matcher, people, person);
}

/* The payer's name says who paid, not for whom: at most probable. */
static void
find_by_payer(struct matcher *matcher, const struct account *account, struct people *people)
{
	add_mentions(matcher, account, &matcher->text, OF_PAYER, false, people);
	add_mentions(matcher, account, &matcher->text, OF_SENDER, false, people);
	add_mentions(matcher, account, &matcher->payer, OF_TEXT, false, people);
	people->by_payer = people->count > 0;
	if (people->count > 1)
		people->stop = "several people may have paid, and the text names none";
	if (matcher->text.other || matcher->text.unexplained)
		people->doubt = "only the payer's name says it, and the text says something else";
	else if (people->count == 1 && !people->doubt)
		people->doubt = "only the payer's name says for whom";
}

void
find_people(struct matcher *matcher, const struct account *account, struct people *people)
{
	const struct reading *text = &matcher->text;
	bool slot = has_slot(text);
	*people = (struct people){ .institution = NOTHING, .aside = NOTHING, .stop_item = NOTHING, .linked = true };
	add_mentions(matcher, account, text, OF_TEXT, has_official(text), people);
	people->by_text = people->count > 0;
	bool named = people->by_text || people->stop;
	bool said_institution = people->institution != NOTHING;
	if (!named && account)
		find_by_account(matcher, account, people);
	else if (!named && !said_institution)
		find_by_payer(matcher, account, people);
	else if (people->by_text) {
		struct people payer = { .institution = NOTHING, .aside = NOTHING, .stop_item = NOTHING };
		add_mentions(matcher, account, &matcher->payer, OF_TEXT, false, &payer);
		people->institution = people->institution == NOTHING ? payer.institution : people->institution;
		people->aside = payer.count == 1 && payer.people[0] != people->people[0] ? payer.people[0] : NOTHING;
		if (people->aside != NOTHING && !people->full && !slot)
			people->doubt = "somebody else who is known paid";
		if (account && !people->stop && !account_agrees(matcher, account, people))
			people->stop = "the account is known for somebody else";
		if (account && !people->stop && matcher->people[matcher->lexicon.links[account->people].what].institution)
			people->institution = matcher->lexicon.links[account->people].what;
		people->by_account = account && !people->stop;
		if (!people->stop && payer_has_given(matcher, people))
			people->stop = "the name is also the payer's given name";
		if (!people->stop && payer_is_namesake(matcher, people))
			people->stop = "a namesake paid";
	}
	if (text->foreign && !has_official(text) && (people->count > 0 || people->institution != NOTHING) && !people->stop) {
		people->stop = "another name is in the text";
		people->stop_item = text->foreign_item;
	}
	if (text->stranger && !slot && (people->count > 0 || people->institution != NOTHING) && !people->stop) {
		people->stop = "where references have the name stands another one";
		people->stop_item = text->stranger_item;
	}
}
