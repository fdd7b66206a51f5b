#include "planning.h"

/* The edition meant; without a store, or where there is no open one and none was named, there is none. */
static bool
find_edition(struct command *command, struct edition *edition, bool *found)
{
	*found = false;
	if (!command->store)
		return !command->edition || refuse(&command->why, "%s: there is no store, so no edition '%s'", command->path, command->edition);
	if (!command->edition && edition_count_open(command->store) == 0)
		return true;
	return *found = command_edition(command, edition);
}

static enum status
run(struct command *command)
{
	struct edition edition = { 0 };
	struct plan plan;
	bool found;
	if (!find_edition(command, &edition, &found))
		return REFUSED;
	bool good = plan_of(command, found ? &edition : NULL, &plan);
	if (good) {
		struct skips *skips = skips_load(command->store, found ? edition.id : EDITION_ALL);
		plan_each(&plan, skips, rows_emit, command->rows);
		skips_free(skips);
	}
	if (found)
		edition_release(&edition);
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
