/* The amount against the instalments of one person that the text means (RULES 8.2, 8.3). */
#include "judging.h"

/* Whether the year said with the edition is of none of what was picked. */
static bool
is_of_other_year(const struct matcher *matcher)
{
	const int year = matcher->text.edition_year;
	for (size_t i = 0; i < matcher->picked_count && year; i++) {
		const struct claim *claim = &matcher->claims[matcher->picked[i]];
		if (matcher->editions[claim->edition].year != year && month_year(claim->month) != year)
			return true;
	}
	return false;
}

enum match_kind
judging_give(struct judging *judging, enum match_kind kind, const char *why)
{
	struct matcher *matcher = judging->matcher;
	if (is_of_other_year(matcher))
		return judging_leave(judging, MATCH_AMBIGUOUS, "the year that is said is of another edition");
	share_out(matcher, judging->credit->amount);
	reason_evidence(matcher, &judging->people);
	reason_shares(matcher);
	reason_add(matcher, "; %s", why);
	if (kind == MATCH_PROBABLE && judging->doubt && judging->doubt != why)
		reason_add(matcher, "; %s", judging->doubt);
	return kind;
}

enum match_kind
judging_leave(struct judging *judging, enum match_kind kind, const char *why)
{
	struct matcher *matcher = judging->matcher;
	pick_none(matcher);
	share_out(matcher, 0);
	if (judging->people.count > 0 || judging->people.institution != NOTHING)
		reason_evidence(matcher, &judging->people);
	if (matcher->reason_used > 0)
		reason_add(matcher, "; ");
	reason_add(matcher, "%s", why);
	return kind;
}

/* Why the months could not be found. */
enum match_kind
judging_not_picked(struct judging *judging, enum picking picking)
{
	struct matcher *matcher = judging->matcher;
	enum match_kind kind = judging_leave(judging, MATCH_AMBIGUOUS, "");
	if (picking == PICK_NO_EDITION && matcher->text.edition_count > 0)
		reason_add(matcher, "not in edition %s", matcher->editions[matcher->text.editions[0]].code);
	else if (picking == PICK_NO_EDITION)
		reason_add(matcher, "the edition that is said is not known");
	else if (picking == PICK_SEVERAL && judging->picked.month)
		reason_add(matcher, "%s is there in more than one edition; the text does not say which", month_word(judging->picked.month));
	else if (picking == PICK_SEVERAL)
		reason_add(matcher, "in more than one edition; the text does not say which");
	else if (judging->picked.month)
		reason_add(matcher, "no instalment of %s", month_word(judging->picked.month));
	else
		reason_add(matcher, "no such instalment");
	return kind;
}

/* How many of what was picked, from the first on, the amount pays exactly; 0 if none do. */
static size_t
exactly_first(const struct matcher *matcher, cents amount)
{
	cents sum = 0;
	for (size_t i = 0; i < matcher->picked_count; i++) {
		sum += matcher->claims[matcher->picked[i]].open;
		if (sum == amount)
			return i + 1;
	}
	return 0;
}

void
judging_doubt(struct judging *judging, const char *doubt)
{
	if (!judging->doubt)
		judging->doubt = doubt;
}

/* The amount against the instalments that were named. */
static enum match_kind
weigh_amount(struct judging *judging)
{
	const cents amount = judging->credit->amount, open = judging->picked.open;
	judging_doubt(judging, judging->picked.doubt);
	if (open <= 0)
		return judging_leave(judging, MATCH_AMBIGUOUS, "what is named is paid already");
	if (amount == open)
		return judging_give(judging, judging->doubt ? MATCH_PROBABLE : MATCH_MATCHED, "the amount is what is open");
	if (judging->picked.lists)
		return judging_leave(judging, MATCH_AMBIGUOUS, "several months are named, and the amount is not what is open of them");
	if (judging->doubt)
		return judging_leave(judging, MATCH_AMBIGUOUS, judging->doubt);
	if (amount > open)
		return judging_give(judging, MATCH_PROBABLE, "the amount is more than is open; the rest would be a credit");
	if (exactly_first(judging->matcher, amount) > 0)
		return judging_give(judging, MATCH_PROBABLE, "the amount is that of fewer months than are named");
	return judging_give(judging, MATCH_MATCHED, "the amount is a part of what is open");
}

static bool
has_paid(const struct matcher *matcher)
{
	for (size_t i = 0; i < matcher->picked_count; i++)
		if (matcher->claims[matcher->picked[i]].open <= 0)
			return true;
	return false;
}

/* `febbraio-aprile`: two months, or three; whichever the amount fits. */
static enum match_kind
weigh_two_ways(struct judging *judging)
{
	struct matcher *matcher = judging->matcher;
	struct picked range;
	uint32_t person = judging->people.people[0];
	const cents amount = judging->credit->amount, list_open = judging->picked.open;
	bool paid = has_paid(matcher);
	pick_none(matcher);
	enum picking picking = pick_months(matcher, &matcher->text, person, true, amount, &range);
	if (picking == PICK_DONE && range.open == amount && paid)
		return judging_leave(judging, MATCH_AMBIGUOUS, "of what is named something is paid already");
	if (picking == PICK_DONE && range.open == amount) {
		judging->picked = range;
		return weigh_amount(judging);
	}
	pick_none(matcher);
	pick_months(matcher, &matcher->text, person, false, amount, &judging->picked);
	if (list_open == amount || (picking == PICK_DONE && range.open == list_open))
		return weigh_amount(judging);
	return judging_leave(judging, MATCH_AMBIGUOUS, "it may be two months or all between them, and the amount fits neither");
}

/* Numbers, or letters that are no word, where a broken month may be hidden. */
static bool
has_leftovers(const struct reading *reading)
{
	for (size_t i = 0; i < reading->count; i++) {
		const struct item *item = &reading->items[i];
		if (!item->sender && !item->payer && (item->kind == ITEM_UNKNOWN || (item->kind == ITEM_NUMBER && item->digits <= 4)))
			return true;
	}
	return false;
}

/* No month is named: all that is open, or with a person’s consent the oldest. */
static enum match_kind
weigh_open(struct judging *judging)
{
	struct matcher *matcher = judging->matcher;
	const cents amount = judging->credit->amount;
	pick_none(matcher);
	enum picking picking = pick_open(matcher, &matcher->text, judging->people.people[0], &judging->picked);
	if (picking != PICK_DONE)
		return judging_not_picked(judging, picking);
	if (matcher->picked_count == 0)
		return judging_leave(judging, MATCH_AMBIGUOUS, "nothing is open; everything is paid");
	if (matcher->text.payer_month)
		return judging_leave(judging, MATCH_AMBIGUOUS, "a word may be a month or a name");
	if (matcher->text.cut_month)
		return judging_leave(judging, MATCH_AMBIGUOUS, "the text breaks off within the month");
	if (amount == judging->picked.open && (matcher->picked_count > 1 || matcher->text.all)) {
		judging_doubt(judging, judging->picked.lists ? "it is open in more than one edition" : NULL);
		return judging_give(judging, judging->doubt ? MATCH_PROBABLE : MATCH_MATCHED, "the amount is all that is open");
	}
	if (judging->picked.lists)
		return judging_leave(judging, MATCH_AMBIGUOUS, "no month is named, and instalments of more than one edition are open");
	if (has_leftovers(&matcher->text))
		return judging_leave(judging, MATCH_AMBIGUOUS, "no month can be read, and something else is said");
	size_t first = exactly_first(matcher, amount);
	if (first == 0)
		return judging_leave(judging, MATCH_AMBIGUOUS, "no month is named, and the amount is that of no instalments");
	matcher->picked_count = first;
	judging_doubt(judging, "no month is named");
	return judging_give(judging, MATCH_PROBABLE, "the amount is that of the oldest open instalment");
}

static enum match_kind
judge_rata(struct judging *judging)
{
	struct matcher *matcher = judging->matcher;
	pick_none(matcher);
	enum picking picking = pick_rata(matcher, &matcher->text, judging->people.people[0], &judging->picked);
	if (picking != PICK_DONE)
		return judging_not_picked(judging, picking);
	if (judging->picked.open > 0 && judging->picked.open != judging->credit->amount)
		return judging_leave(judging, MATCH_AMBIGUOUS, "the amount is not that of the instalment with this number");
	return weigh_amount(judging);
}

/* The number of an instalment beside a month must be that of the month. */
static bool
rata_agrees(struct judging *judging)
{
	struct matcher *matcher = judging->matcher;
	struct picked picked;
	size_t count = matcher->picked_count;
	enum picking picking = pick_rata(matcher, &matcher->text, judging->people.people[0], &picked);
	bool same = picking == PICK_DONE && matcher->picked_count == count; /* it was among them */
	matcher->picked_count = count;
	return same;
}

enum match_kind
weigh_one(struct judging *judging)
{
	struct matcher *matcher = judging->matcher;
	const struct reading *text = &matcher->text;
	const uint32_t person = judging->people.people[0];
	if (!pick_has_months(text))
		return text->rata ? judge_rata(judging) : weigh_open(judging);
	pick_none(matcher);
	enum picking picking = pick_months(matcher, text, person, false, judging->credit->amount, &judging->picked);
	if (picking == PICK_DONE && text->rata && !rata_agrees(judging))
		return judging_leave(judging, MATCH_AMBIGUOUS, "the month and the number of the instalment do not agree");
	if (picking == PICK_DONE && judging->picked.two_ways)
		return weigh_two_ways(judging);
	if (picking != PICK_DONE)
		return judging_not_picked(judging, picking);
	return weigh_amount(judging);
}
