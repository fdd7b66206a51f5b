#include "verbs.h"

#include <balint/evaluation.h>

struct options {
	const char *form, *language;
	bool html;
};

static const struct option_spec options[] = {
	WORD_OPTION(struct options, form, OPTION_MAY, "form", "NAME", "answers to this questionnaire (default: the one there are)"),
	CHOICE_OPTION(struct options, language, OPTION_MAY, "language", "it|en", "in this language and not the association's"),
	FLAG_OPTION(struct options, html, "html", "as a page for browsers and printers"),
};
static const struct options defaults = { 0 };

static void
warn_of_strays(struct command *command, const char *form, int64_t strays)
{
	if (strays)
		command_warn(command, "%lld answer%s left out, which the questionnaire '%s' as it is now does not know", (long long)strays,
		    strays == 1 ? " is" : "s are", form);
}

/* People get a drawing, unless they choose columns; scripts get rows. */
static bool
print_report(struct command *command, const struct evaluation_report *report)
{
	const struct options *o = command->options;
	const struct row_style *style = &command->style;
	int64_t strays = 0;
	bool good = true;
	if (!o->html && (!rows_for_people(command->rows, NULL) || style->columns || style->header >= 0)) {
		evaluation_each(command->store, report, rows_emit, command->rows, &strays);
	} else {
		command_drop_rows(command);
		struct tree *data = evaluation_tree(command->store, report, &strays);
		good = command_paper(command, "evaluation", report->language, o->html, data);
		tree_free(data);
	}
	if (good)
		warn_of_strays(command, report->form->name, strays);
	return good;
}

static bool
report_form(struct command *command, const struct edition *edition, const struct questionnaire *form)
{
	const struct options *o = command->options;
	const struct evaluation_report report = { edition, form, command_language(command, o->language) };
	bool good = evaluation_check(command->store, &report, &command->why) && print_report(command, &report);
	return good;
}

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	const struct edition *edition;
	struct questionnaire form;
	char name[TEXT_HANDLE];
	if (o->html && command_wants_rows(command))
		return command_not_rows(command, "--html makes a page");
	edition = command_edition(command);
	if (!edition || (!o->form && !evaluation_form(command->store, edition, name, &command->why))
	    || !questionnaire_find(command->store, o->form ? o->form : name, &form, &command->why))
		return REFUSED;
	bool good = report_form(command, edition, &form);
	questionnaire_release(&form);
	return good ? DONE : REFUSED;
}

const struct verb verb_evaluate_report = {
	.name = "evaluate report",
	.needs = READS,
	.summary = "show what the evaluations say together",
	VERB_OPTIONS(options, defaults),
	.listing = &evaluation_listing,
	.run = run,
};
