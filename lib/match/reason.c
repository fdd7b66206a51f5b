/* The verdict's reason: one line of words, with what was found. */
#include "internal.h"

#include <balint/date_words.h>
#include <balint/text.h>

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { SHARES_SAID = 4, WORDS_SAID = 40 };

void
reason_begin(struct matcher *matcher)
{
	matcher->reason_used = 0;
	matcher->reason[0] = '\0';
}

void
reason_add(struct matcher *matcher, const char *format, ...)
{
	va_list arguments;
	size_t room = sizeof matcher->reason - matcher->reason_used;
	va_start(arguments, format);
	int length = vsnprintf(matcher->reason + matcher->reason_used, room, format, arguments);
	va_end(arguments);
	matcher->reason_used += length < 0 ? 0 : (size_t)length < room ? (size_t)length : room - 1;
	if (length >= 0 && (size_t)length >= room) /* never half a character */
		while (matcher->reason_used > 0 && ((unsigned char)matcher->reason[matcher->reason_used - 1] & 0xc0) == 0x80)
			matcher->reason[--matcher->reason_used] = '\0';
}

const char *
month_word(unsigned month)
{
	return month ? month_name(month_at(2000, (int)month), "en") : "";
}

/* The words of the text itself, without what would upset a line. */
void
reason_words(struct matcher *matcher, const struct reading *reading, uint32_t item)
{
	char words[WORDS_SAID + 1];
	size_t length = 0;
	for (uint32_t i = reading->items[item].start; i < reading->items[item].end && length < WORDS_SAID; i++) {
		unsigned code = reading->letters.letters[i].code;
		if (code < LETTER_FOREIGN)
			words[length++] = (char)(code < LETTER_DIGIT ? 'a' + (int)code : '0' + (int)(code - LETTER_DIGIT));
	}
	words[length] = '\0';
	reason_add(matcher, ": '%s'", words);
}

/* By what they were found: `known account and reference`. */
static void
add_sources(struct matcher *matcher, const struct people *people)
{
	const char *const text = matcher->text.edition_said || matcher->text.title ? "reference" : "name in the text";
	const char *const sources[] = { people->by_account ? "known account" : NULL, people->by_text ? text : NULL, people->by_payer ? "payer's name" : NULL };
	const char *joint = "";
	for (size_t i = 0; i < sizeof sources / sizeof sources[0]; i++)
		if (sources[i]) {
			reason_add(matcher, "%s%s", joint, sources[i]);
			joint = " and ";
		}
	if (people->institution != NOTHING && (people->count > 0 ? !people->by_account : true))
		reason_add(matcher, "%spaid by %s", *joint ? ", " : "", matcher->people[people->institution].name);
}

/* The editions that the text says, and how the person was found. */
void
reason_evidence(struct matcher *matcher, const struct people *people)
{
	const struct reading *text = &matcher->text;
	add_sources(matcher, people);
	for (size_t i = 0; i < text->edition_count; i++)
		reason_add(matcher, "%s %s", i == 0 ? ", edition" : i + 1 < text->edition_count ? "," : " or", matcher->editions[text->editions[i]].code);
	reason_add(matcher, ": ");
	for (size_t i = 0; i < people->count; i++)
		reason_add(matcher, "%s%s", i == 0 ? "" : i + 1 < people->count ? ", " : " and ", matcher->people[people->people[i]].name);
	if (people->count == 0)
		reason_add(matcher, "those it pays for");
	if (people->aside != NOTHING)
		reason_add(matcher, " (%s paid)", matcher->people[people->aside].name);
}

/* The months of the shares: `March 2021`; of many the first and how many more. */
void
reason_shares(struct matcher *matcher)
{
	size_t said = 0, more = 0;
	int32_t last = INT32_MIN;
	for (size_t i = 0; i < matcher->share_count; i++) {
		struct month month = matcher->claims[matcher->shares[i].claim].month;
		if (month.month == last)
			continue;
		last = month.month;
		if (said++ < SHARES_SAID)
			reason_add(matcher, ", %s %d", month_name(month, "en"), month_year(month));
		else
			more++;
	}
	if (more > 0)
		reason_add(matcher, " and %zu more", more);
}
