#include "verbs.h"

#include <balint/account_print.h>
#include <balint/clock.h>

struct options {
	int year;
	struct date as_of;
	const char *language;
	bool html;
};

static const struct option_spec options[] = {
	COUNT_OPTION(struct options, year, OPTION_MAY, "year", "Y", "of this solar year, with the balance brought forward"),
	DATE_OPTION(struct options, as_of, OPTION_MAY, "as-of", "DATE", "as it stood on this day (default: today)"),
	PAPER_OPTIONS(struct options),
};
static const struct options defaults = { .as_of = { INT32_MIN } };

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	bool past = date_given(o->as_of);
	struct account_choice choice = { .year = o->year, .as_of = past ? o->as_of : clock_today(), .known = past ? o->as_of : date_of(9999, 12, 31) };
	if (!command_editions(command, &choice.edition) || !person_find(command->store, command->operands[0], &choice.person, &command->why))
		return REFUSED;
	choice.language = command_language(command, o->language);
	struct tree *data = account_tree(command->store, &choice, &command->why);
	bool good = data && command_paper(command, "statement", choice.language, o->html, data);
	tree_free(data);
	return good ? DONE : REFUSED;
}

const struct verb verb_statement = {
	.name = "statement",
	.operands = "HANDLE",
	.least = 1,
	.most = 1,
	.needs = READS,
	.summary = "print somebody's account: charged, paid, still to pay",
	VERB_OPTIONS(options, defaults),
	.run = run,
};
