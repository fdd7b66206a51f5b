#include "verbs.h"

#include <balint/brochure.h>

struct options {
	const char *language;
	bool html;
};

static const struct option_spec options[] = {
	PAPER_OPTIONS(struct options),
};
static const struct options defaults = { 0 };

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	const struct edition *edition = command_edition(command);
	if (!edition)
		return REFUSED;
	const char *language = command_language(command, o->language);
	struct tree *data = brochure_tree(command->store, edition, language);
	bool good = command_paper(command, "brochure", language, o->html, data);
	tree_free(data);
	return good ? DONE : REFUSED;
}

const struct verb verb_brochure = {
	.name = "brochure",
	.needs = READS,
	.summary = "print the edition's leaflet",
	VERB_OPTIONS(options, defaults),
	.run = run,
};
