/* Finding a verb by its words, and writing a command line down again. */
#include "frame.h"

#include <balint/text.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>

bool
verb_writes(const struct verb *verb)
{
	return verb->needs == WRITES || verb->needs == CREATES || verb->needs == REPLACES;
}

/* How many of the words make the verb's name: 0, 1 or 2. */
static int
words_taken(const struct verb *verb, int count, char **words)
{
	const char *space = strchr(verb->name, ' ');
	if (!space)
		return strcmp(verb->name, words[0]) == 0;
	size_t length = (size_t)(space - verb->name);
	bool same = count > 1 && strlen(words[0]) == length && memcmp(words[0], verb->name, length) == 0 && strcmp(words[1], space + 1) == 0;
	return same ? 2 : 0;
}

/* "tariff wants one of: set, list" where the first word is the first of two. */
static bool
refuse_half(const struct program *program, const char *word, struct refusal *why)
{
	char seconds[256] = "";
	for (const struct verb *const *verb = program->verbs; *verb; verb++) {
		const char *space = strchr((*verb)->name, ' ');
		if (!space || strlen(word) != (size_t)(space - (*verb)->name) || memcmp(word, (*verb)->name, strlen(word)) != 0)
			continue;
		if (*seconds)
			strncat(seconds, ", ", sizeof seconds - strlen(seconds) - 1);
		strncat(seconds, space + 1, sizeof seconds - strlen(seconds) - 1);
	}
	return *seconds && !refuse(why, "'%s' wants one of: %s", word, seconds);
}

const struct verb *
find_verb(const struct program *program, int count, char **words, int *taken, struct refusal *why)
{
	const char *names[64];
	size_t n = 0;
	for (const struct verb *const *verb = program->verbs; *verb; verb++) {
		*taken = words_taken(*verb, count, words);
		if (*taken)
			return *verb;
		names[n++] = (*verb)->name;
	}
	names[n] = NULL;
	const char *closest = text_closest(words[0], names);
	if (refuse_half(program, words[0], why))
		return NULL;
	if (closest)
		refuse(why, "unknown verb '%s'; did you mean '%s'?", words[0], closest);
	else
		refuse(why, "unknown verb '%s'", words[0]);
	return NULL;
}

const struct listing *
verb_listing(const struct verb *verb, const bool *given)
{
	for (size_t i = 0; verb->other_option && i < verb->option_count; i++)
		if (given[i] && strcmp(verb->options[i].name, verb->other_option) == 0)
			return verb->other_listing;
	return verb->listing;
}

char *
command_line(int argc, char **argv)
{
	struct sink sink;
	sink_init(&sink, -1);
	sink_hold(&sink);
	sink_text(&sink, program_invocation_short_name);
	for (int i = 1; i < argc; i++) {
		sink_char(&sink, ' ');
		sink_quoted(&sink, argv[i]);
	}
	sink_char(&sink, '\0');
	return sink.buffer;
}
