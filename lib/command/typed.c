/* Reading a command line that is not finished, and may be wrong. */
#include "complete.h"

#include <stdlib.h>
#include <string.h>

/* The option of that name, which may be cut short where only one begins so, as getopt_long has it; NULL if there is none. */
static const struct option_spec *
find_long(const struct option_spec *options, size_t count, const char *name, size_t length)
{
	const struct option_spec *found = NULL;
	size_t matches = 0;
	for (size_t i = 0; i < count; i++) {
		if (strncmp(options[i].name, name, length) != 0)
			continue;
		if (!options[i].name[length])
			return &options[i];
		found = &options[i];
		matches++;
	}
	return matches == 1 ? found : NULL;
}

static const struct option_spec *
find_letter(const struct option_spec *options, size_t count, char letter)
{
	for (size_t i = 0; i < count; i++)
		if (options[i].letter == letter)
			return &options[i];
	return NULL;
}

static const struct option_spec *
find_option(const struct typed *typed, const char *name, size_t length)
{
	const struct option_spec *own = typed->verb ? find_long(typed->verb->options, typed->verb->option_count, name, length) : NULL;
	return own ? own : find_long(shared_options, shared_option_count, name, length);
}

/* What the value says that is of use here. */
static void
note_value(struct typed *typed, const struct option_spec *option, const char *value)
{
	if (strcmp(option->name, "db") == 0)
		typed->db = value;
	if (strcmp(option->name, "edition") == 0)
		typed->edition = value;
}

static void
note_given(struct typed *typed, const struct option_spec *option)
{
	typed->given = memory_for_one(typed->given, (size_t)typed->given_count, sizeof(struct option_spec *));
	typed->given[typed->given_count++] = option;
}

/*
 * Goes through a word that begins with a dash. The option in it that takes a value, or NULL; `*value` is where in the word that
 * begins, or NULL if it is the next one.
 */
static const struct option_spec *
take_option(struct typed *typed, const char *word, const char **value)
{
	*value = NULL;
	if (word[1] == '-') {
		size_t length = strcspn(word + 2, "=");
		const struct option_spec *option = find_option(typed, word + 2, length);
		if (option)
			note_given(typed, option);
		if (!option || !option_takes_argument(option))
			return NULL;
		*value = word[2 + length] ? word + 2 + length + 1 : NULL;
		return option;
	}
	for (const char *letter = word + 1; *letter; letter++) {
		const struct option_spec *own = typed->verb ? find_letter(typed->verb->options, typed->verb->option_count, *letter) : NULL;
		const struct option_spec *option = own ? own : find_letter(shared_options, shared_option_count, *letter);
		if (!option)
			return NULL;
		note_given(typed, option);
		if (option_takes_argument(option))
			return *value = letter[1] ? letter + 1 : NULL, option;
	}
	return NULL;
}

/* The verb's name; how many words that are. */
static int
take_verb(struct typed *typed, int count, char **words)
{
	struct refusal unasked;
	int taken;
	typed->verb = find_verb(typed->program, count, words, &taken, &unasked);
	typed->lost = !typed->verb;
	if (count == 1)
		typed->noun = words[0]; /* `rota` is a verb, and so is `rota set` */
	typed->ended = false;
	return typed->verb ? taken : count;
}

/* What the word being typed is. */
static void
read_current(struct typed *typed, const struct option_spec *wanting)
{
	const char *word = typed->current;
	if (wanting) {
		typed->option = wanting;
		typed->value = word;
		return;
	}
	int before = typed->given_count;
	const char *value = NULL;
	const struct option_spec *option = !typed->ended && word[0] == '-' ? take_option(typed, word, &value) : NULL;
	bool glued = option && !value && word[1] != '-'; /* -f, and the value may follow at once */
	if (value || glued) {
		typed->option = option;
		typed->value = value ? value : word + strlen(word);
	}
	typed->given_count = before; /* it may not be what it will be */
}

void
typed_read(struct typed *typed, const struct program *program, int count, char **words)
{
	const struct option_spec *wanting = NULL;
	const char *value;
	*typed = (struct typed){ .program = program, .current = count > 0 ? words[count - 1] : "" };
	typed->operands = memory((size_t)(count + 1) * sizeof *typed->operands);
	for (int i = 0; i < count - 1; i++) {
		char *word = words[i];
		if (wanting) {
			note_value(typed, wanting, word);
			wanting = NULL;
		} else if (!typed->ended && strcmp(word, "--") == 0) {
			typed->ended = true;
		} else if (!typed->ended && word[0] == '-' && word[1]) {
			wanting = take_option(typed, word, &value);
			if (wanting && value) {
				note_value(typed, wanting, value);
				wanting = NULL;
			}
		} else if (!typed->verb && !typed->lost) {
			i += take_verb(typed, count - 1 - i, words + i) - 1;
		} else {
			typed->operands[typed->operand_count++] = word;
		}
	}
	read_current(typed, wanting);
}

void
typed_release(struct typed *typed)
{
	free(typed->given);
	free(typed->operands);
}
