#include "frame.h"

#include <balint/translation.h>

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

/* `columns: …`, of another listing after the option that asks for it. */
static void
help_listing(struct sink *sink, const struct listing *listing, const char *option)
{
	if (!listing)
		return;
	struct sink line;
	sink_init(&line, -1);
	sink_hold(&line);
	if (option)
		sink_format(&line, translated("with --%s, columns: "), option);
	for (size_t i = 0; i < listing->count; i++)
		sink_format(&line, "%s ", listing->columns[i].name);
	sink_char(&line, '\0');
	const char *heading = option ? "" : translated("columns: ");
	size_t indent = strlen(option ? translated("columns: ") : heading);
	sink_format(sink, "\n%s", heading);
	sink_paragraph(sink, strlen(heading), indent, line.buffer);
	sink_release(&line);
}

void
help_verb(struct sink *sink, const struct program *program, const struct verb *verb)
{
	struct option_spec fitting[SHARED_MOST];
	struct option_table own = verb_table(verb), shared = { fitting, shared_options_of(verb, fitting), NULL };
	help_usage(sink, program->name, verb);
	sink_char(sink, '\n');
	sink_paragraph(sink, 0, 0, translated(verb->summary));
	if (own.count)
		sink_text(sink, translated("\noptions:\n"));
	option_help(sink, &own);
	help_listing(sink, verb->listing, NULL);
	help_listing(sink, verb->other_listing, verb->other_option);
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
