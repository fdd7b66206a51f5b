#include "restoring.h"

#include <balint/share.h>
#include <balint/text.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The line is for any folder that the shell may be in later. */
static void
tell_how(struct command *command, const char *file)
{
	char *here = *file == '/' ? NULL : getcwd(NULL, 0);
	char *whole = memory_format("%s%s%s", here ? here : "", here ? "/" : "", file), *quoted = text_quoted(whole);
	command_warn(command, "to play with it: export BALINT_DB=%s BALINT_EDITION=9 BALINT_TODAY=2021-04-20", quoted);
	free(quoted);
	free(whole);
	free(here);
}

static enum status
run(struct command *command)
{
	const char *file = command->operands[0];
	const struct restore_source source = { .text = share_file("demo.jsonl"), .name = "demo.jsonl" };
	if (strcmp(file, "-") == 0) {
		refuse(&command->why, "a store is a file and no stream: name it");
		return REFUSED;
	}
	if (store_exists(file)) {
		refuse(&command->why, "%s: is already there; take another name for the demo", file);
		return REFUSED;
	}
	struct restoration *restoration = begin_restoring(command, file, &source);
	if (!restoration)
		return REFUSED;
	tell_how(command, file);
	sink_format(command->out, "%s\n", file);
	bool good = command->trial || restoration_finish(restoration, command->line, NULL, &command->why); /* there is nothing to keep */
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
