/* The questionnaire to hand out, and who has handed one in. */
#include "verbs.h"

#include <balint/evaluation.h>

struct form_options {
	const char *form, *language;
	bool html;
};

static const struct option_spec form_options[] = {
	WORD_OPTION(struct form_options, form, OPTION_MAY, "form", "NAME", "this questionnaire (default: balint)"),
	PAPER_OPTIONS(struct form_options),
};
static const struct form_options form_defaults = { .form = QUESTIONNAIRE_USUAL };

/* The paper, unless rows were asked for in so many words. */
static bool
print_form(struct command *command, const struct edition *edition, const struct questionnaire *form, const char *language)
{
	const struct form_options *o = command->options;
	if (command_wants_rows(command)) {
		questionnaire_list(form, language, rows_emit, command->rows);
		return true;
	}
	command_drop_rows(command);
	struct tree *data = questionnaire_tree(command->store, edition, form, language);
	bool good = command_paper(command, "questionnaire", language, o->html, data);
	tree_free(data);
	return good;
}

static enum status
run_form(struct command *command)
{
	const struct form_options *o = command->options;
	struct questionnaire form;
	if (o->html && command_wants_rows(command))
		return command_not_rows(command, "--html makes a page");
	const struct edition *edition = command_edition(command);
	if (!edition || !questionnaire_find(command->store, o->form, &form, &command->why))
		return REFUSED;
	bool good = print_form(command, edition, &form, command_language(command, o->language));
	questionnaire_release(&form);
	return good ? DONE : REFUSED;
}

const struct verb verb_evaluate_form = {
	.name = "evaluate form",
	.needs = READS,
	.summary = "print the questionnaire to hand out",
	VERB_OPTIONS(form_options, form_defaults),
	.listing = &question_listing,
	.run = run_form,
};

static enum status
run_pending(struct command *command)
{
	const struct edition *edition = command_edition(command);
	if (!edition)
		return REFUSED;
	evaluation_pending(command->store, edition, rows_emit, command->rows);
	return DONE;
}

const struct verb verb_evaluate_pending = {
	.name = "evaluate pending",
	.needs = READS,
	.summary = "list who has not handed in their questionnaire",
	.listing = &pending_listing,
	.run = run_pending,
};

struct received_options {
	bool remove;
};

static const struct option_spec received_options[] = {
	FLAG_OPTION(struct received_options, remove, "remove", "they have not: take the note back"),
};
static const struct received_options received_defaults = { 0 };

static bool
receive(struct command *command, const char *operand, void *context)
{
	const struct received_options *o = command->options;
	return evaluation_received(command->store, context, operand, !o->remove, &command->why);
}

static enum status
run_received(struct command *command)
{
	struct edition *edition = command_edition(command) ? &command->meant : NULL;
	return edition && command_each(command, 0, receive, edition) ? DONE : REFUSED;
}

const struct verb verb_evaluate_received = {
	.name = "evaluate received",
	.operands = "HANDLE...",
	.least = 1,
	.most = -1,
	.needs = WRITES,
	.unlogged = true,
	.summary = "note who has handed in their questionnaire on paper",
	VERB_OPTIONS(received_options, received_defaults),
	.run = run_received,
};
