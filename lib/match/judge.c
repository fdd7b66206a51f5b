/* The verdict on a transfer: whether the amount fits what was said, and everything is beyond doubt (RULES 8.2, 8.3). */
#include "judging.h"

/* Several people: only if the amount is to the cent what all of them have open for the months. */
static enum match_kind
judge_several(struct judging *judging)
{
	struct matcher *matcher = judging->matcher;
	const struct reading *text = &matcher->text;
	cents open = 0;
	bool lists = false;
	pick_none(matcher);
	if (!pick_has_months(text))
		return judging_leave(judging, MATCH_AMBIGUOUS, "several people and no month are named");
	for (size_t i = 0; i < judging->people.count; i++) {
		enum picking picking = pick_months(matcher, text, judging->people.people[i], false, judging->credit->amount, &judging->picked);
		if (picking != PICK_DONE)
			return judging_not_picked(judging, picking);
		if (judging->picked.open <= 0)
			return judging_leave(judging, MATCH_AMBIGUOUS, "of one of them it is paid already");
		open += judging->picked.open;
		lists |= judging->picked.lists || judging->picked.two_ways;
		judging_doubt(judging, judging->picked.doubt);
	}
	if (open != judging->credit->amount || lists)
		return judging_leave(judging, MATCH_AMBIGUOUS, "several people are named, and the amount is not what is open of them together");
	if (!judging->people.linked)
		judging_doubt(judging, "the names are not joined");
	return judging_give(judging, judging->doubt ? MATCH_PROBABLE : MATCH_MATCHED, "the amount is what is open of them together");
}

/* An institution and no participant: all that it pays for. */
static enum match_kind
judge_institution(struct judging *judging)
{
	struct matcher *matcher = judging->matcher;
	const struct reading *text = &matcher->text;
	const struct person *payer = &matcher->people[judging->people.institution];
	const cents amount = judging->credit->amount;
	cents open = 0;
	pick_none(matcher);
	for (uint32_t link = payer->paid_for; link != NOTHING; link = matcher->lexicon.links[link].next) {
		uint32_t person = matcher->lexicon.links[link].what;
		enum picking picking = pick_has_months(text) ? pick_months(matcher, text, person, false, amount, &judging->picked)
		                                             : pick_open(matcher, text, person, &judging->picked);
		if (picking == PICK_SEVERAL)
			return judging_not_picked(judging, picking);
		if (picking != PICK_DONE)
			continue;
		open += judging->picked.open;
		judging_doubt(judging, judging->picked.doubt);
		judging_doubt(judging, judging->picked.two_ways || judging->picked.lists ? "the months can be read in two ways" : NULL);
	}
	if (open <= 0)
		return judging_leave(judging, MATCH_AMBIGUOUS, "nothing that it pays is open");
	if (open != amount)
		return judging_leave(judging, MATCH_AMBIGUOUS, "the amount is not what is open of all that it pays for");
	return judging_give(judging, judging->doubt ? MATCH_PROBABLE : MATCH_MATCHED, "the amount is what is open of all that it pays for");
}

/* `sala marzo` of somebody else: a name and a month, and not a word of a fee. */
static bool
is_bare(const struct judging *judging)
{
	const struct matcher *matcher = judging->matcher;
	const struct people *people = &judging->people;
	bool payer = matcher->payer.count == 0;
	for (size_t i = 0; i < matcher->payer.mention_count && people->count > 0; i++)
		payer |= has_family(matcher, matcher->payer.mentions[i].family, people->people[0]);
	for (size_t i = 0; i < matcher->text.count && people->aside == NOTHING; i++)
		if (matcher->text.items[i].kind == ITEM_WORD && item_has(&matcher->text, i, WORD_NOUN) && !matcher->text.items[i].sender)
			return false;
	return !payer && !people->full && !people->by_account && !matcher->text.rata && people->count == 1;
}

/* What would make a verdict on this text less than certain, whoever is meant. */
static const char *
text_doubt(const struct judging *judging)
{
	const struct reading *text = &judging->matcher->text;
	bool context = text->edition_said || text->title;
	if (judging->people.doubt)
		return judging->people.doubt;
	if (text->no_fee)
		return "it may be no fee";
	if (!context && is_bare(judging))
		return "nothing says a fee, and somebody else paid";
	if (text->name_or_month)
		return "a month may be a name";
	if (text->edition_doubt)
		return "the edition is said with another year";
	if (!context && text->unexplained)
		return "nothing says the group, and something else is said";
	if (!context && !pick_has_months(text))
		return "nothing says the group or the month";
	return NULL;
}

/* An institution that does not pay for those who are named. */
static const char *
payer_doubt(const struct judging *judging)
{
	const struct people *people = &judging->people;
	for (size_t i = 0; i < people->count && people->institution != NOTHING; i++)
		if (judging->matcher->people[people->people[i]].payer != people->institution)
			return "an institution paid that is not known to pay for them";
	return NULL;
}

/* A month cut short at the text's end may as well be the given name: ROSSI MAR, of Mario. */
static bool
may_be_given(const struct judging *judging)
{
	const struct matcher *matcher = judging->matcher;
	const struct reading *text = &matcher->text;
	if (text->month_count == 0 || judging->people.count != 1)
		return false;
	const struct item *item = &text->items[text->months[text->month_count - 1].from];
	const struct person *person = &matcher->people[judging->people.people[0]];
	const struct term *given = person->given_term == NOTHING ? NULL : &matcher->lexicon.terms[person->given_term];
	if (!item_is(text, text->months[text->month_count - 1].from - 1, ITEM_NAME) || item->start == 0 || (text->letters.letters[item->start].gap & ~(unsigned)(GAP_SPACE | GAP_SPLIT)))
		return false; /* Rossi_mar is a reference, cut */
	if (!given || !(item->words & WORD_SHORT) || item->end != text->letters.count || given->length < item->end - item->start)
		return false;
	for (uint32_t i = item->start; i < item->end; i++)
		if ((uint8_t)matcher->lexicon.arena[given->text + i - item->start] != text->letters.letters[i].code)
			return false;
	return true;
}

/* The text breaks off within a family name: at most probable, and only with a month before it. */
static enum match_kind
judge_cut(struct judging *judging)
{
	struct matcher *matcher = judging->matcher;
	const struct term *term = &matcher->lexicon.terms[matcher->text.cut_family];
	bool said = (matcher->text.edition_said || matcher->text.title) && pick_has_months(&matcher->text);
	if (term->count != 1 || !said || matcher->text.mention_count > 0 || matcher->payer.mention_count > 0)
		return judging_leave(judging, MATCH_UNKNOWN, "no name that is known; the text breaks off");
	judging->people.people[judging->people.count++] = matcher->lexicon.links[term->people].what;
	judging->people.by_text = true;
	if (matcher->people[judging->people.people[0]].institution)
		return judging_leave(judging, MATCH_UNKNOWN, "no name that is known; the text breaks off");
	judging->doubt = "the text breaks off within the name";
	return weigh_one(judging);
}

static enum match_kind
judge(struct judging *judging, const struct account *account)
{
	struct matcher *matcher = judging->matcher;
	const struct reading *text = &matcher->text;
	find_people(matcher, account, &judging->people);
	const struct people *people = &judging->people;
	bool nobody = people->count == 0 && people->institution == NOTHING;
	if (nobody && !people->stop && text->cut_family != NOTHING)
		return judge_cut(judging);
	if (nobody && !people->stop && text->unclear && text->edition_said)
		return judging_leave(judging, MATCH_AMBIGUOUS, text->unclear);
	if (nobody && !people->stop && text->name_or_month)
		return judging_leave(judging, MATCH_AMBIGUOUS, "a word may be a month or a name");
	if (nobody && !people->stop)
		return judging_leave(judging, MATCH_UNKNOWN, text->edition_said || text->title ? "a reference without a name that is known" : "nobody that is known");
	if (people->stop) {
		judging_leave(judging, MATCH_AMBIGUOUS, people->stop);
		if (people->stop_item != NOTHING)
			reason_words(matcher, text, people->stop_item);
		return MATCH_AMBIGUOUS;
	}
	if (text->unclear)
		return judging_leave(judging, MATCH_AMBIGUOUS, text->unclear);
	judging->doubt = text_doubt(judging);
	judging_doubt(judging, payer_doubt(judging));
	if (may_be_given(judging))
		judging_doubt(judging, "the text may break off within the given name");
	if (people->count == 0)
		return judge_institution(judging);
	if (people->by_payer && !pick_has_months(text))
		judging_doubt(judging, "only the payer's name says it");
	return people->count == 1 ? weigh_one(judging) : judge_several(judging);
}

/* Whose money it is: the institution's, if it pays for all that are meant. */
static size_t
whose(const struct matcher *matcher, const struct people *people)
{
	bool pays = people->institution != NOTHING;
	for (size_t i = 0; i < people->count; i++)
		pays &= matcher->people[people->people[i]].payer == people->institution;
	if (pays)
		return people->institution;
	return people->count == 1 ? people->people[0] : MATCH_NONE;
}

void
judge_reading(struct matcher *matcher, const struct match_credit *credit, const struct account *account, struct match_verdict *verdict)
{
	struct judging judging = { .matcher = matcher, .credit = credit };
	reason_begin(matcher);
	cents shared = 0;
	enum match_kind kind = judge(&judging, account);
	for (size_t i = 0; i < matcher->share_count; i++)
		shared += matcher->shares[i].amount;
	size_t person = judging.people.stop ? MATCH_NONE : whose(matcher, &judging.people);
	*verdict = (struct match_verdict){ .kind = kind, .person = person, .shares = matcher->shares, .count = matcher->share_count,
		.rest = credit->amount - shared, .reason = matcher->reason };
}
