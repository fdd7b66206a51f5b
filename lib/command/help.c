#include "frame.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static struct option_table
verb_table(const struct verb *verb)
{
	return (struct option_table){ verb->options, verb->option_count, NULL };
}

static struct option_table
shared_table(void)
{
	return (struct option_table){ shared_options, shared_option_count, NULL };
}

void
help_usage(struct sink *sink, const char *program, const struct verb *verb)
{
	struct option_table table = verb_table(verb);
	struct sink line;
	sink_init(&line, -1);
	sink_hold(&line);
	sink_format(&line, translated("usage: %s %s"), program, verb->name);
	option_synopsis(&line, &table);
	sink_format(&line, "%s%s%c", verb->operands ? " " : "", verb->operands ? verb->operands : "", '\0');
	sink_paragraph(sink, 0, 8, line.buffer);
	sink_release(&line);
}

static void
help_listing(struct sink *sink, const struct listing *listing)
{
	if (!listing)
		return;
	struct sink line;
	sink_init(&line, -1);
	sink_hold(&line);
	for (size_t i = 0; i < listing->count; i++)
		sink_format(&line, "%s ", listing->columns[i].name);
	sink_char(&line, '\0');
	const char *heading = translated("columns: ");
	sink_format(sink, "\n%s", heading);
	sink_paragraph(sink, strlen(heading), strlen(heading), line.buffer);
	sink_release(&line);
}

void
help_verb(struct sink *sink, const struct program *program, const struct verb *verb)
{
	struct option_table own = verb_table(verb), shared = shared_table();
	help_usage(sink, program->name, verb);
	sink_char(sink, '\n');
	sink_paragraph(sink, 0, 0, translated(verb->summary));
	if (own.count)
		sink_text(sink, translated("\noptions:\n"));
	option_help(sink, &own);
	help_listing(sink, verb->listing);
	sink_text(sink, translated("\nshared options:\n"));
	option_help(sink, &shared);
}

void
help_program(struct sink *sink, const struct program *program)
{
	struct option_table shared = shared_table();
	sink_format(sink, translated("usage: %s [shared options] VERB [options] [operands]\n\n%s\n\nverbs:\n"), program->name, translated(program->summary));
	for (const struct verb *const *verb = program->verbs; *verb; verb++)
		sink_format(sink, "  %-16s  %s\n", (*verb)->name, translated((*verb)->summary));
	sink_text(sink, translated("\nshared options, before or after the verb:\n"));
	option_help(sink, &shared);
	sink_format(sink, translated("\n'%s VERB --help' tells more of a verb, 'man %s' all.\n"), program->name, program->name);
}

enum status
help_misuse(const char *program, const struct verb *verb, const struct refusal *why)
{
	struct sink errors;
	message("%s", why->text);
	sink_init(&errors, STDERR_FILENO);
	if (verb)
		help_usage(&errors, program, verb);
	else
		sink_format(&errors, translated("usage: %s [shared options] VERB [options] [operands]; see '%s --help'\n"), program, program);
	sink_close(&errors);
	sink_release(&errors);
	return MISUSED;
}

static void
word_options(struct sink *sink, const struct option_table *table)
{
	for (size_t i = 0; i < table->count; i++)
		sink_format(sink, "--%s\n", table->options[i].name);
}

/* The choices of the option that the last word is, if it has any. */
static bool
word_choices(struct sink *sink, const struct option_table *table, const char *word)
{
	for (size_t i = 0; i < table->count; i++) {
		const struct option_spec *option = &table->options[i];
		bool named = (strncmp(word, "--", 2) == 0 && strcmp(word + 2, option->name) == 0)
		    || (option->letter && word[0] == '-' && word[1] == option->letter && !word[2]);
		if (!named || option->kind == OPTION_FLAG)
			continue;
		bool chooses = option->kind == OPTION_CHOICE || option->kind == OPTION_ANY_CHOICE;
		for (const char *choice = option->argument; chooses && *choice;) {
			size_t length = strcspn(choice, "|");
			sink_format(sink, "%.*s\n", (int)length, choice);
			choice += length + (choice[length] == '|');
		}
		return true;
	}
	return false;
}

/* The first words of all verbs, or the second ones of those that begin with `first`. */
static void
word_verbs(struct sink *sink, const struct program *program, const char *first)
{
	const char *last = "";
	for (const struct verb *const *verb = program->verbs; *verb; verb++) {
		const char *name = (*verb)->name;
		size_t length = strcspn(name, " "), last_length = strcspn(last, " ");
		bool again = length == last_length && memcmp(name, last, length) == 0; /* verbs of one noun stand together */
		if (!first && !again)
			sink_format(sink, "%.*s\n", (int)length, name);
		if (first && name[length] && strlen(first) == length && memcmp(name, first, length) == 0)
			sink_format(sink, "%s\n", name + length + 1);
		last = name;
	}
}

void
help_words(struct sink *sink, const struct program *program, int count, char **words)
{
	struct option_table shared = shared_table();
	struct refusal why;
	int taken;
	const struct verb *verb = count > 0 ? find_verb(program, count, words, &taken, &why) : NULL;
	struct option_table own = verb ? verb_table(verb) : (struct option_table){ 0 };
	if (count > 0 && (word_choices(sink, &own, words[count - 1]) || word_choices(sink, &shared, words[count - 1])))
		return;
	if (!verb || count == 1) /* `rota` is a verb, and so is `rota set` */
		word_verbs(sink, program, count > 0 ? words[0] : NULL);
	word_options(sink, &own);
	word_options(sink, &shared);
}
