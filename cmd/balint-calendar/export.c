#include "verbs.h"

#include <balint/feed.h>
#include <balint/setting.h>

#include <stdlib.h>

struct options {
	int year;
	bool all;
};

static const struct option_spec options[] = {
	COUNT_OPTION(struct options, year, OPTION_MAY, "year", "Y", "only this solar year"),
	FLAG_OPTION(struct options, all, "all", "all open editions in one calendar"),
};
static const struct options defaults = { 0 };

static void
warn_without_sender(struct command *command)
{
	char *from = setting_get(command->store, "from");
	if (!from)
		command_warn(command, "the calendar has no organizer's address; set one: balint-group set from='Name <address>'");
	free(from);
}

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	const struct edition *edition = o->all ? NULL : command_edition(command);
	if (!edition && !o->all)
		return REFUSED;
	feed_write(command->store, edition, o->year, command->out);
	warn_without_sender(command);
	return DONE;
}

const struct verb verb_export = {
	.name = "export",
	.needs = READS,
	.summary = "write the sessions as iCalendar on standard output",
	VERB_OPTIONS(options, defaults),
	.run = run,
};
