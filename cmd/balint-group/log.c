#include "verbs.h"

#include <balint/changes.h>
#include <balint/log.h>
#include <balint/text.h>

struct options {
	int limit;
	const char *show;
};

static const struct option_spec options[] = {
	COUNT_OPTION(struct options, limit, OPTION_EITHER, "limit", "N", "only the last N"),
	WORD_OPTION(struct options, show, OPTION_EITHER, "show", "ID", "the rows that this command changed, before and after"),
};
static const struct options defaults = { 0 };

static enum status
show(struct command *command, const char *number)
{
	int64_t id;
	bool erased = false;
	if (!text_is_id(number, &id))
		return command_misused(command, "--show: '%s' is not the number of a command", number);
	if (!changes_list(command->store, id, rows_emit, command->rows, &erased, &command->why))
		return REFUSED;
	if (erased)
		command_warn(command, "the change set of command %lld was erased with somebody who was forgotten", (long long)id);
	return DONE;
}

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	if (o->show)
		return show(command, o->show);
	log_list(command->store, o->limit, rows_emit, command->rows);
	return DONE;
}

const struct verb verb_log = {
	.name = "log",
	.needs = READS,
	.summary = "list the commands that changed the store, the newest first",
	VERB_OPTIONS(options, defaults),
	.listing = &log_listing,
	.other_option = "show",
	.other_listing = &changed_listing,
	.run = run,
};
