#include "verbs.h"

#include <balint/member_list.h>

struct options {
	const char *role, *status;
};

static const struct option_spec options[] = {
	CHOICE_OPTION(struct options, role, OPTION_MAY, "role", "participant|conductor|co-conductor", "only these"),
	CHOICE_OPTION(struct options, status, OPTION_MAY, "status", "applicant|waiting|active|withdrawn|completed", "only these"),
};
static const struct options defaults = { 0 };

static enum status
run(struct command *command)
{
	const struct edition *edition = command_edition(command);
	const struct options *o = command->options;
	if (!edition)
		return REFUSED;
	member_list(command->store, edition, o->role, o->status, rows_emit, command->rows);
	return DONE;
}

const struct verb verb_members = {
	.name = "members",
	.needs = READS,
	.summary = "list the members of an edition",
	VERB_OPTIONS(options, defaults),
	.listing = &member_listing,
	.run = run,
};
