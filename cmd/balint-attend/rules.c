#include "verbs.h"

#include <balint/rule.h>

static enum status
run(struct command *command)
{
	return rule_list(command->store, rows_emit, command->rows, &command->why) ? DONE : REFUSED;
}

const struct verb verb_rules = {
	.name = "rules",
	.needs = READS,
	.summary = "list the rules of attendance",
	.listing = &rule_listing,
	.run = run,
};
