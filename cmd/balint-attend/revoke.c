#include "verbs.h"

#include <balint/certificate.h>

struct options {
	const char *reason;
};

static const struct option_spec options[] = {
	TEXT_OPTION(struct options, reason, OPTION_MAY, "reason", "T", "why; 'verify' says so"),
};
static const struct options defaults = { 0 };

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	return certificate_revoke(command->store, command->operands[0], o->reason, &command->why) ? DONE : REFUSED;
}

const struct verb verb_revoke = {
	.name = "revoke",
	.operands = "CODE",
	.least = 1,
	.most = 1,
	.needs = WRITES,
	.summary = "take a certificate back",
	VERB_OPTIONS(options, defaults),
	.run = run,
};
