#include "joining.h"

#include <balint/enrolment.h>

struct options {
	const char *role, *status;
	struct date on;
};

static const struct option_spec options[] = {
	CHOICE_OPTION(struct options, role, OPTION_MAY, "role", "participant|conductor|co-conductor", "as what (default: participant)"),
	CHOICE_OPTION(struct options, status, OPTION_MAY, "status", "applicant|waiting|active", "how far it has come (default: active)"),
	DATE_OPTION(struct options, on, OPTION_MAY, "on", "DATE", "since when (default: the first session, or today once it has been)"),
};
static const struct options defaults = { "participant", "active", { INT32_MIN } };

static bool
enrol_one(struct command *command, const char *handle, void *context)
{
	const struct edition *edition = context;
	const struct options *o = command->options;
	if (!enrolment_add(command->store, edition, handle, o->role, o->status, o->on, &command->why))
		return false;
	sink_format(command->out, "%s\n", handle);
	warn_of_stranger(command, handle);
	return true;
}

static enum status
run(struct command *command)
{
	if (!command_edition(command) || !command_each(command, 0, enrol_one, &command->meant))
		return REFUSED;
	follow_members(command, command->meant.id);
	return DONE;
}

const struct verb verb_enrol = {
	.name = "enrol",
	.operands = "HANDLE...",
	.least = 1,
	.most = -1,
	.needs = WRITES,
	.summary = "enrol people in an edition, or lead them on",
	VERB_OPTIONS(options, defaults),
	.run = run,
};
