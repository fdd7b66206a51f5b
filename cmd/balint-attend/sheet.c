#include "verbs.h"

#include <balint/sheet.h>

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
	struct date date;
	if (!command_date(command, 0, "DATE", &date))
		return MISUSED;
	const struct edition *edition = command_edition(command);
	if (!edition)
		return REFUSED;
	const char *language = command_language(command, o->language);
	struct tree *data = sheet_tree(command->store, edition, date, language, &command->why);
	bool good = data && command_paper(command, "sheet", language, o->html, data);
	tree_free(data);
	return good ? DONE : REFUSED;
}

const struct verb verb_sheet = {
	.name = "sheet",
	.operands = "DATE",
	.least = 1,
	.most = 1,
	.needs = READS,
	.summary = "print the sign-in sheet of a session",
	VERB_OPTIONS(options, defaults),
	.run = run,
};
