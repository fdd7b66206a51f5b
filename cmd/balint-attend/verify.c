#include "verbs.h"

#include <balint/certificate.h>

static enum status
run(struct command *command)
{
	bool holds;
	if (!certificate_verify(command->store, command->operands[0], rows_emit, command->rows, &holds, &command->why))
		return REFUSED;
	return holds ? DONE : ATTENTION;
}

const struct verb verb_verify = {
	.name = "verify",
	.operands = "CODE",
	.least = 1,
	.most = 1,
	.needs = READS,
	.summary = "say what a certificate says, and whether it holds",
	.listing = &certificate_record,
	.run = run,
};
