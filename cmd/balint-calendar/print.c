#include "verbs.h"

#include <balint/print.h>

struct options {
	int year;
	const char *language;
	bool html;
};

static const struct option_spec options[] = {
	COUNT_OPTION(struct options, year, OPTION_MAY, "year", "YYYY", "of this solar year"),
	PAPER_OPTIONS(struct options),
};
static const struct options defaults = { 0 };

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	const struct edition *edition = command_edition(command);
	int year = o->year;
	if (!edition || !print_year(command->store, edition, &year, &command->why))
		return REFUSED;
	const char *language = command_language(command, o->language);
	struct tree *data = print_tree(command->store, edition, year, language);
	bool good = command_paper(command, "calendar", language, o->html, data);
	tree_free(data);
	return good ? DONE : REFUSED;
}

const struct verb verb_print = {
	.name = "print",
	.needs = READS,
	.summary = "print the calendar that members get",
	VERB_OPTIONS(options, defaults),
	.run = run,
};
