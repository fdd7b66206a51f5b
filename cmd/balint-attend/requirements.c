#include "choice.h"
#include "verbs.h"

#include <balint/report.h>

static enum status
run(struct command *command)
{
	struct chosen chosen;
	if (!choice_make(command, command->options, &chosen))
		return REFUSED;
	requirement_each(command->store, &chosen.choice, &chosen.rule, rows_emit, command->rows);
	rule_release(&chosen.rule);
	return DONE;
}

const struct verb verb_requirements = {
	.name = "requirements",
	.needs = READS,
	.summary = "judge everybody by each requirement of a rule",
	VERB_OPTIONS(choice_options, choice_defaults),
	.listing = &requirement_listing,
	.run = run,
};
