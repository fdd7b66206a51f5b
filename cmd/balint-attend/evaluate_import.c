#include "verbs.h"

#include <balint/evaluation.h>

struct options {
	const char *form;
	bool again;
};

static const struct option_spec options[] = {
	WORD_OPTION(struct options, form, OPTION_MAY, "form", "NAME", "answers to this questionnaire (default: balint)"),
	FLAG_OPTION(struct options, again, "again", "though evaluations with just these answers are there"),
};
static const struct options defaults = { .form = QUESTIONNAIRE_USUAL };

static void
complain(void *context, size_t line, const char *what)
{
	const struct command *command = context;
	message("%s:%zu: %s", command->operands[0], line, what);
}

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	const char *path = command->operands[0];
	const struct edition *edition = command_edition(command);
	struct questionnaire form;
	struct evaluation_import_row entered;
	if (!edition || !questionnaire_find(command->store, o->form, &form, &command->why))
		return REFUSED;
	const struct evaluation_import import = { edition, &form, o->again, complain, command };
	bool good = evaluation_import(command->store, &import, path, &entered, &command->why);
	questionnaire_release(&form);
	if (!good)
		return REFUSED;
	rows_emit(command->rows, &entered);
	if (entered.evaluations < EVALUATION_LEAST)
		command_warn(command, "%s: fewer than %d evaluations: whoever sees the store or its report before and after learns what these say, and the same "
		    "file would be entered twice; best enter all together", path, EVALUATION_LEAST);
	return DONE;
}

const struct verb verb_evaluate_import = {
	.name = "evaluate import",
	.operands = "FILE",
	.least = 1,
	.most = 1,
	.needs = WRITES,
	.unlogged = true,
	.summary = "enter the answers of a CSV file, which become anonymous",
	VERB_OPTIONS(options, defaults),
	.listing = &evaluation_import_listing,
	.run = run,
};
