#include "joining.h"

#include <balint/enrolment.h>

struct options {
	struct date on;
};

static const struct option_spec options[] = {
	DATE_OPTION(struct options, on, OPTION_MAY, "on", "DATE", "their first day (default: the first session, or today once it has been)"),
};
static const struct options defaults = { { INT32_MIN } };

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	const struct edition *edition = command_edition(command);
	char next[TEXT_HANDLE];
	if (!edition)
		return REFUSED;
	const char *handle = command->count ? command->operands[0] : next;
	if (!command->count && !enrolment_next(command->store, edition, o->on, next, &command->why))
		return REFUSED;
	if (!enrolment_admit(command->store, edition, handle, o->on, &command->why))
		return REFUSED;
	sink_format(command->out, "%s\n", handle);
	warn_of_stranger(command, handle);
	follow_members(command, edition->id);
	return DONE;
}

const struct verb verb_admit = {
	.name = "admit",
	.operands = "[HANDLE]",
	.most = 1,
	.needs = WRITES,
	.summary = "give a place to an applicant, or the next who waits",
	VERB_OPTIONS(options, defaults),
	.run = run,
};
