#include "option_group.h"

#include <balint/fatal.h>
#include <balint/text.h>
#include <balint/translation.h>

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LONG_VALUE = 256, TABLE_VALUE = 1024 };

void
option_texts_free(struct option_texts *texts)
{
	for (size_t i = 0; i < texts->count; i++)
		free(texts->texts[i]);
	free(texts->texts);
	*texts = (struct option_texts){ 0 };
}

static bool
read_text(const char *text, const char **target, struct option_texts *texts, struct refusal *why)
{
	char *accepted = text_accept(text, why);
	if (!accepted)
		return false;
	texts->texts = memory_resized(texts->texts, (texts->count + 1) * sizeof *texts->texts);
	texts->texts[texts->count++] = accepted;
	*target = accepted;
	return true;
}

static bool
read_choice(const char *text, const char *choices, const char **target, struct refusal *why)
{
	size_t length = strlen(text);
	for (const char *choice = choices; length > 0; choice++) {
		size_t size = strcspn(choice, "|");
		if (size == length && memcmp(choice, text, size) == 0)
			return *target = text, true;
		choice += size;
		if (!*choice)
			break;
	}
	return refuse(why, "'%s' is none of %s", text, choices);
}

static bool
read_count(const char *text, const char *suffix, int most, int *target, struct refusal *why)
{
	char *end;
	long number = strtol(text, &end, 10);
	if (*text < '0' || *text > '9' || strcmp(end, suffix) != 0 || number < 1 || number > most)
		return refuse(why, "'%s' is not a whole number from 1%s to %d%s", text, suffix, most, suffix);
	*target = (int)number;
	return true;
}

static bool
read_value(const struct option_spec *option, const char *text, void *target, struct option_texts *texts, struct refusal *why)
{
	switch (option->kind) {
	case OPTION_FLAG:
	case OPTION_OFF: return *(bool *)target = option->kind == OPTION_FLAG, true;
	case OPTION_ANY:
		if (!*text)
			return *(const char **)target = text, true;
		return read_text(text, target, texts, why);
	case OPTION_TEXT: return read_text(text, target, texts, why);
	case OPTION_WORD: return *(const char **)target = text, true;
	case OPTION_ANY_CHOICE:
		if (!*text)
			return *(const char **)target = text, true;
		return read_choice(text, option->argument, target, why);
	case OPTION_CHOICE: return read_choice(text, option->argument, target, why);
	case OPTION_COUNT: return read_count(text, "", 9999, target, why);
	case OPTION_WEEKS: return read_count(text, "w", 52, target, why);
	case OPTION_RATE: return rate_parse(text, target, why);
	case OPTION_AMOUNT: return money_parse(text, target, why);
	case OPTION_DATE: return date_parse(text, target, why);
	case OPTION_DATES: return date_range_parse(text, target, why);
	case OPTION_DAYS: return weekdays_parse(text, target, why);
	case OPTION_MONTH: return month_parse(text, target, why);
	case OPTION_MONTHS: return month_range_parse(text, target, why);
	case OPTION_TIME: return time_parse(text, target, why);
	case OPTION_DURATION: return duration_parse(text, target, why);
	}
	return false;
}

bool
option_takes_argument(const struct option_spec *option)
{
	return option->kind != OPTION_FLAG && option->kind != OPTION_OFF;
}

/* Both tables as getopt_long wants them; its value says table and place. */
static void
fill_getopt(const struct option_table tables[2], struct option *longs, char *shorts)
{
	for (int t = 0; t < 2; t++)
		for (size_t i = 0; i < tables[t].count; i++) {
			const struct option_spec *option = &tables[t].options[i];
			*longs++ = (struct option){ option->name, option_takes_argument(option), NULL, LONG_VALUE + t * TABLE_VALUE + (int)i };
			if (option->letter)
				*shorts++ = option->letter;
			if (option->letter && option_takes_argument(option))
				*shorts++ = ':';
		}
	*longs = (struct option){ 0 };
	*shorts = '\0';
}

/* What getopt_long returned as table and place; false if it is an error. */
static bool
find_option(int found, const struct option_table tables[2], int *table, size_t *place)
{
	if (found >= LONG_VALUE) {
		*table = (found - LONG_VALUE) / TABLE_VALUE;
		*place = (size_t)((found - LONG_VALUE) % TABLE_VALUE);
		return true;
	}
	for (*table = 0; *table < 2; ++*table)
		for (*place = 0; *place < tables[*table].count; ++*place)
			if (tables[*table].options[*place].letter == found)
				return true;
	return false;
}

static bool
refuse_unknown(const struct option_table tables[2], const char *word, struct refusal *why)
{
	const char *names[128];
	size_t count = 0, length = strcspn(word, "=");
	char name[64];
	for (int t = 0; t < 2; t++)
		for (size_t i = 0; i < tables[t].count && count < 127; i++)
			names[count++] = tables[t].options[i].name;
	names[count] = NULL;
	snprintf(name, sizeof name, "%.*s", length > 2 ? (int)length - 2 : 0, word + (length > 2 ? 2 : 0));
	const char *closest = text_closest(name, names);
	if (closest)
		return refuse(why, "unknown option '%.*s'; did you mean '--%s'?", (int)length, word, closest);
	return refuse(why, "unknown option '%.*s'", (int)length, word);
}

/* getopt's complaint in our words. */
static bool
refuse_getopt(int found, char **argv, const struct option_table tables[2], struct refusal *why)
{
	char letter[3] = { '-', (char)optopt, '\0' };
	const char *word = optopt && optopt < LONG_VALUE ? letter : argv[optind - 1];
	if (optopt >= '0' && optopt <= '9') {
		bool ahead = argv[optind] && argv[optind][0] == '-' && argv[optind][1] == optopt; /* getopt is still in the word */
		return refuse(why, "'%s': no amount and no number here is ever negative", argv[ahead ? optind : optind - 1]);
	}
	if (found == ':')
		return refuse(why, "option '%s' wants a value", word);
	if (optopt >= LONG_VALUE)
		return refuse(why, "option '%.*s' takes no value", (int)strcspn(word, "="), word);
	return refuse_unknown(tables, word, why);
}

int
option_parse(int argc, char **argv, bool stop, const struct option_table tables[2], bool *given, struct option_texts *texts,
    struct refusal *why)
{
	size_t count = tables[0].count + tables[1].count;
	struct option *longs = memory((count + 1) * sizeof *longs);
	char shorts[2 * 128 + 3] = { stop ? '+' : ':', stop ? ':' : '\0' };
	fill_getopt(tables, longs, shorts + strlen(shorts));
	optind = 0; /* begin anew */
	opterr = 0;
	int found;
	bool good = true;
	while (good && (found = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
		int table;
		size_t place;
		if (found == '?' || found == ':' || !find_option(found, tables, &table, &place)) {
			good = refuse_getopt(found, argv, tables, why);
			continue;
		}
		const struct option_spec *option = &tables[table].options[place];
		char *target = (char *)tables[table].values + option->target;
		char name[64];
		snprintf(name, sizeof name, "--%s", option->name);
		good = read_value(option, optarg, target, texts, why) || refuse_within(why, name);
		if (table == 1)
			given[place] = true;
	}
	free(longs);
	return good ? optind : -1;
}

size_t
option_group_end(const struct option_table *table, size_t first)
{
	size_t end = first + 1;
	enum option_rule rule = table->options[first].rule;
	while (rule >= OPTION_ONE && end < table->count && table->options[end].rule == rule)
		end++;
	return end;
}

static bool
refuse_group(const struct option_table *table, size_t first, size_t end, size_t count, struct refusal *why)
{
	char names[256] = "";
	for (size_t i = first; i < end; i++) {
		size_t used = strlen(names);
		snprintf(names + used, sizeof names - used, "%s--%s", i == first ? "" : i + 1 == end ? translated(" or ") : ", ", table->options[i].name);
	}
	return refuse(why, count ? "only one of %s can be given" : "one of %s is needed", names);
}

bool
option_complete(const struct option_table *table, const bool *given, struct refusal *why)
{
	for (size_t first = 0, end; first < table->count; first = end) {
		const struct option_spec *option = &table->options[first];
		size_t count = 0;
		end = option_group_end(table, first);
		for (size_t i = first; i < end; i++)
			count += given[i];
		if (option->rule == OPTION_MUST && count == 0)
			return refuse(why, "--%s %s is needed", option->name, option->argument);
		if (option->rule >= OPTION_ONE && (count > 1 || (count == 0 && option->rule == OPTION_ONE)))
			return refuse_group(table, first, end, count, why);
	}
	return true;
}
