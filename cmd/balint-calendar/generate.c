#include "planning.h"

static enum status
run(struct command *command)
{
	static const struct session_filter all = { .from = { INT32_MIN }, .until = { INT32_MIN } };
	const struct edition *edition = command_edition(command);
	struct plan plan;
	if (!edition)
		return REFUSED;
	bool good = plan_of(command, edition, &plan) && session_generate(command->store, edition, &plan, &command->why);
	if (good)
		session_list(command->store, edition, &all, rows_emit, command->rows);
	return good ? DONE : REFUSED;
}

const struct verb verb_generate = {
	.name = "generate",
	.needs = WRITES,
	.summary = "write the calendar of an edition",
	VERB_OPTIONS(plan_options, plan_defaults),
	.listing = &session_listing,
	.run = run,
};
