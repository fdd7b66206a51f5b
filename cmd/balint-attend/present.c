#include "verbs.h"

#include <balint/presentation.h>

struct options {
	const char *kind;
	bool remove;
};

static const struct option_spec options[] = {
	CHOICE_OPTION(struct options, kind, OPTION_EITHER, "kind", PRESENTATION_KINDS, "an individual case (default), a group's event, an institution's"),
	OPTION_OF(bool, struct options, remove, OPTION_FLAG, OPTION_EITHER, "remove", 0, NULL, "take the record back"),
};
static const struct options defaults = { 0 };

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	const char *handle = command->operands[1];
	struct date date;
	if (!command_date(command, 0, "DATE", &date))
		return MISUSED;
	const struct edition *edition = command_edition(command);
	if (!edition)
		return REFUSED;
	bool good = o->remove ? presentation_remove(command->store, edition, date, handle, &command->why)
	                      : presentation_record(command->store, edition, date, handle, o->kind ? o->kind : "case", &command->why);
	return good ? DONE : REFUSED;
}

const struct verb verb_present = {
	.name = "present",
	.operands = "DATE HANDLE",
	.least = 2,
	.most = 2,
	.needs = WRITES,
	.summary = "record who presented, and what kind of thing",
	VERB_OPTIONS(options, defaults),
	.run = run,
};
