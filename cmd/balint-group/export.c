#include "verbs.h"

#include <balint/export.h>

static enum status
run(struct command *command)
{
	store_export(command->store, command->out);
	return DONE;
}

const struct verb verb_export = {
	.name = "export",
	.needs = READS,
	.summary = "write the whole store but its log as JSON lines",
	.run = run,
};
