/* What the text says, thing by thing, for whoever wonders what will become of it. */
#include "internal.h"

#include <balint/fatal.h>

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROW struct match_finding
static const struct column columns[] = {
	TEXT_COLUMN(ROW, subject),
	TEXT_COLUMN(ROW, found),
	SENTENCE_COLUMN(ROW, meaning),
};
const struct listing match_listing = LISTING(columns);

enum { MEANING = 400 };

struct telling {
	struct matcher *matcher;
	const char *text;
	row_taker *take;
	void *context;
};

/* One finding, with the words from one item to before another. */
static void
tell(const struct telling *telling, const char *subject, size_t from, size_t to, const char *meaning)
{
	const struct reading *reading = &telling->matcher->text;
	char *found = NULL;
	if (to > from) {
		size_t start = reading->letters.letters[reading->items[from].start].at, end = reading->letters.letters[reading->items[to - 1].end - 1].end;
		found = memory_format("%.*s", (int)(end - start), telling->text + start);
	}
	struct match_finding finding = { subject, found, meaning };
	telling->take(telling->context, &finding);
	free(found);
}

static void
tell_edition(const struct telling *telling)
{
	const struct matcher *matcher = telling->matcher;
	const struct reading *reading = &matcher->text;
	char meaning[MEANING] = "";
	size_t used = 0, from = reading->edition_item, to = from;
	while (item_is(reading, to, ITEM_EDITION))
		to++;
	for (size_t i = 0; i < reading->edition_count && used < MEANING; i++)
		used += (size_t)snprintf(meaning + used, MEANING - used, "%s%s", i ? ", or " : "edition ", matcher->editions[reading->editions[i]].code);
	if (!reading->edition_said)
		tell(telling, "edition", 0, 0, reading->title ? "none is said, only the group" : "none is said");
	else
		tell(telling, "edition", from, to, reading->edition_unknown ? "there is no such edition"
		    : reading->edition_doubt ? "the year is that of another edition" : meaning);
}

/* Adds to a text of MEANING bytes as much as has room. */
static void __attribute__((format(printf, 3, 4)))
add(char *meaning, size_t *used, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	int length = vsnprintf(meaning + *used, MEANING - *used, format, arguments);
	va_end(arguments);
	*used += length < 0 ? 0 : (size_t)length < MEANING - *used ? (size_t)length : MEANING - 1 - *used;
}

/* All who have the family name: `ferri, Ferri Mario or ferri.maria, Ferri Maria`. */
static void
add_namesakes(const struct matcher *matcher, uint32_t family, char *meaning, size_t *used)
{
	enum { SAID = 4 };
	const struct term *term = &matcher->lexicon.terms[family];
	uint32_t last = 0;
	for (size_t said = 0; said < SAID && said < term->count; said++) { /* by handle */
		uint32_t next = NOTHING;
		for (uint32_t link = term->people; link != NOTHING; link = matcher->lexicon.links[link].next) {
			uint32_t person = matcher->lexicon.links[link].what, rank = matcher->people[person].rank;
			if ((said == 0 || rank > last) && (next == NOTHING || rank < matcher->people[next].rank))
				next = person;
		}
		if (next == NOTHING)
			break;
		last = matcher->people[next].rank;
		add(meaning, used, "%s%.60s, %.60s", said ? " or " : "", matcher->people[next].handle, matcher->people[next].name);
	}
	if (term->count > SAID)
		add(meaning, used, " or %u more", term->count - SAID);
}

static void
tell_person(const struct telling *telling, const struct mention *mention)
{
	const struct matcher *matcher = telling->matcher;
	const struct term *term = &matcher->lexicon.terms[mention->family];
	char meaning[MEANING] = "";
	size_t used = 0;
	if (mention->person < SEVERAL)
		add(meaning, &used, "%.80s, %.80s", matcher->people[mention->person].handle, matcher->people[mention->person].name);
	else
		add_namesakes(matcher, mention->family, meaning, &used);
	bool whole = (term->words & WORD_FAMILY) != 0;
	add(meaning, &used, ": %s", mention->full ? "by family and given name" : mention->person < SEVERAL ? "nobody else has the name"
	    : whole ? "several people have this name" : "several people have this as a part of their name");
	if (mention->weak && !(mention->full))
		add(meaning, &used, "; but %s", mention->doubt);
	if (mention->sender || mention->payer)
		add(meaning, &used, "; as the payer");
	size_t from = mention->item, to = from + 1;
	while (from > 0 && item_is(&matcher->text, from - 1, ITEM_GIVEN))
		from--;
	while (item_is(&matcher->text, to, ITEM_GIVEN))
		to++;
	tell(telling, "person", from, to, meaning);
}

/* `March: 2021-03`, where one person is meant who has such an instalment. */
static void
tell_month(const struct telling *telling, const struct named_month *named, const struct people *people)
{
	enum { SAID = 3 };
	char meaning[MEANING] = "", text[MONTH_TEXT];
	size_t used = 0;
	struct month months[SAID];
	size_t count = people->count == 0 ? 0 : pick_places(telling->matcher, &telling->matcher->text, people->people[0], named, months, SAID);
	add(meaning, &used, "%s", month_word(named->month));
	for (size_t i = 0; i < count && i < SAID; i++)
		add(meaning, &used, "%s%s", i ? " or " : ": ", month_write(months[i], text));
	if (count == 0 && named->year)
		add(meaning, &used, " %d", named->year);
	if (count == 0 && people->count > 0)
		add(meaning, &used, ", of which there is no such instalment");
	if (named->range_before)
		add(meaning, &used, ", and all months since the one before");
	if (named->weak)
		add(meaning, &used, "; but it may be a date, or another word");
	tell(telling, "month", named->from, named->to, meaning);
}

static void
tell_months(const struct telling *telling, const struct people *people)
{
	const struct reading *reading = &telling->matcher->text;
	char meaning[MEANING];
	for (size_t i = 0; i < reading->month_count; i++)
		tell_month(telling, &reading->months[i], people);
	if (reading->rata) {
		snprintf(meaning, sizeof meaning, "instalment %u of the edition", reading->rata);
		tell(telling, "month", 0, 0, meaning);
	} else if (reading->month_count == 0)
		tell(telling, "month", 0, 0, reading->all ? "all that is open" : reading->cut_month ? "the text breaks off within it" : "none is said");
}

static void
tell_unknown(const struct telling *telling)
{
	const struct matcher *matcher = telling->matcher;
	const struct reading *reading = &matcher->text;
	for (uint32_t i = 0; i < reading->count; i++) {
		if (!item_is(reading, i, ITEM_UNKNOWN) || reading->items[i].end - reading->items[i].start < 3)
			continue;
		uint32_t near = nearest_person(matcher, i);
		char meaning[MEANING] = "no word that is known";
		if (near != NOTHING)
			snprintf(meaning, sizeof meaning, "no word that is known; did you mean %.120s (%.120s)?", matcher->people[near].family, matcher->people[near].handle);
		tell(telling, "unknown", i, i + 1, meaning);
	}
}

/* What it would be with the amount that is open of what it names. */
static void
tell_verdict(const struct telling *telling, const struct people *people)
{
	struct matcher *matcher = telling->matcher;
	struct match_credit credit = { telling->text, NULL, NULL, 1 };
	struct match_verdict verdict;
	struct picked picked = { 0 };
	cents open = 0;
	for (size_t i = 0; i < people->count; i++) {
		pick_none(matcher);
		enum picking picking = pick_has_months(&matcher->text) ? pick_months(matcher, &matcher->text, people->people[i], false, 0, &picked)
		                       : matcher->text.rata            ? pick_rata(matcher, &matcher->text, people->people[i], &picked)
		                                                       : pick_open(matcher, &matcher->text, people->people[i], &picked);
		if (picking == PICK_DONE && !pick_has_months(&matcher->text) && !matcher->text.rata && !matcher->text.all && matcher->picked_count > 0)
			picked.open = matcher->claims[matcher->picked[0]].open;
		open += picking == PICK_DONE ? picked.open : 0;
	}
	credit.amount = open > 0 ? open : 1;
	judge_reading(matcher, &credit, NULL, &verdict);
	static const char *const kinds[] = { "unknown", "ambiguous", "probable", "matched" };
	char meaning[REASON_MOST + 64], money[MONEY_TEXT];
	if (open > 0)
		snprintf(meaning, sizeof meaning, "%s if the amount is %s: %s", kinds[verdict.kind], money_write(open, money), verdict.reason);
	else
		snprintf(meaning, sizeof meaning, "%s: %s", kinds[verdict.kind], verdict.reason);
	tell(telling, "verdict", 0, 0, meaning);
}

void
matcher_explain(struct matcher *matcher, const char *text, row_taker *take, void *context)
{
	struct telling telling = { matcher, text, take, context };
	const struct reading *reading = &matcher->text;
	reading_make(matcher, &matcher->payer, "", NULL);
	reading_make(matcher, &matcher->text, text, &matcher->payer);
	tell_edition(&telling);
	for (size_t i = 0; i < reading->mention_count; i++)
		tell_person(&telling, &reading->mentions[i]);
	if (reading->mention_count == 0)
		tell(&telling, "person", 0, 0, "no name that is known stands where one could");
	struct people people;
	find_people(matcher, NULL, &people);
	tell_months(&telling, &people);
	tell_unknown(&telling);
	tell_verdict(&telling, &people);
}
