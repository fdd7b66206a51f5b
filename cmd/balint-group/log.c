#include "verbs.h"

#include <balint/log.h>

struct options {
	int limit;
};

static const struct option_spec options[] = {
	COUNT_OPTION(struct options, limit, OPTION_MAY, "limit", "N", "only the last N"),
};
static const struct options defaults = { 0 };

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	log_list(command->store, o->limit, rows_emit, command->rows);
	return DONE;
}

const struct verb verb_log = {
	.name = "log",
	.needs = READS,
	.summary = "list the commands that changed the store, the newest first",
	VERB_OPTIONS(options, defaults),
	.listing = &log_listing,
	.run = run,
};
