#include "planning.h"

static enum status
run(struct command *command)
{
	const struct edition *edition;
	struct plan plan;
	if (!edition_if_any(command, &edition) || !plan_of(command, edition, &plan))
		return REFUSED;
	struct skips *skips = skips_load(command->store, edition ? edition->id : EDITION_ALL);
	bool good = plan_fits(&plan, skips, &command->why);
	if (good)
		plan_each(&plan, skips, rows_emit, command->rows);
	skips_free(skips);
	return good ? DONE : REFUSED;
}

const struct verb verb_plan = {
	.name = "plan",
	.needs = MAY_READ,
	.summary = "show the calendar that generate would write, skipped dates included",
	VERB_OPTIONS(plan_options, plan_defaults),
	.listing = &session_listing,
	.run = run,
};
