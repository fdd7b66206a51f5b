#include "restoring.h"

#include <balint/share.h>
#include <balint/text.h>

#include <stdlib.h>

static enum status
run(struct command *command)
{
	const char *file = command->operands[0];
	const struct restore_source source = { .text = share_file("demo.jsonl"), .name = "demo.jsonl" };
	if (store_exists(file)) {
		refuse(&command->why, "%s: is already there; take another name for the demo", file);
		return REFUSED;
	}
	struct restoration *restoration = begin_restoring(command, file, &source);
	if (!restoration)
		return REFUSED;
	char *quoted = text_quoted(file);
	command_warn(command, "to play with it: export BALINT_DB=%s BALINT_EDITION=9 BALINT_TODAY=2021-04-20", quoted);
	free(quoted);
	sink_format(command->out, "%s\n", file);
	bool good = command->trial || restoration_finish(restoration, command->line, NULL, NULL, &command->why); /* there is nothing to keep */
	restoration_free(restoration);
	return good ? DONE : REFUSED;
}

const struct verb verb_demo = {
	.name = "demo",
	.operands = "FILE",
	.least = 1,
	.most = 1,
	.needs = REPLACES,
	.summary = "make a store with the ninth edition, to play with",
	.run = run,
};
