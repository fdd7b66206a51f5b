#include "joining.h"

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
	struct withdrawal done;
	if (!enrolment_withdraw(command->store, edition, command->operands[0], o->on, o->reason, &done, &command->why))
		return REFUSED;
	if (!done.already)
		follow_leaver(command, command->operands[0], o->on);
	if (done.place)
		warn_of_vacancy(command, o->on);
	follow_members(command, edition->id);
	return DONE;
}

const struct verb verb_withdraw = {
	.name = "withdraw",
	.operands = "HANDLE",
	.least = 1,
	.most = 1,
	.needs = WRITES,
	.summary = "end somebody's membership, or application",
	VERB_OPTIONS(options, defaults),
	.run = run,
};
