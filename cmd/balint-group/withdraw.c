#include "verbs.h"

#include <balint/enrolment.h>

struct options {
	struct date on;
	const char *reason;
};

static const struct option_spec options[] = {
	DATE_OPTION(struct options, on, OPTION_MUST, "on", "DATE", "their last day"),
	TEXT_OPTION(struct options, reason, OPTION_MAY, "reason", "T", "why; nothing about anybody's health"),
};
static const struct options defaults = { { INT32_MIN }, NULL };

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	const struct edition *edition = command_edition(command);
	if (!edition)
		return REFUSED;
	if (!enrolment_withdraw(command->store, edition, command->operands[0], o->on, o->reason, &command->why))
		return REFUSED;
	follow_members(command, edition->id);
	return DONE;
}

const struct verb verb_withdraw = {
	.name = "withdraw",
	.operands = "HANDLE",
	.least = 1,
	.most = 1,
	.needs = WRITES,
	.summary = "end somebody's membership",
	VERB_OPTIONS(options, defaults),
	.run = run,
};
