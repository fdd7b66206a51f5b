#include "verbs.h"

#include <balint/instalment.h>
#include <balint/ledger.h>

static const struct option_spec options[] = {
	MONTHS_OPTION(struct schedule, months, OPTION_EITHER, "months", "A..B", "each of these months, e.g. 2021-02..2021-06"),
	COUNT_OPTION(struct schedule, count, OPTION_EITHER, "instalments", "N", "so many month-ends in a row, from the first session's"),
};
static const struct schedule defaults = { .months = { { INT32_MIN }, { INT32_MIN } } };

static bool
plan_one(struct command *command, const char *handle, void *context)
{
	const struct edition *edition = context;
	return instalment_plan(command->store, edition, handle, command->options, rows_emit, command->rows, &command->why);
}

struct planning {
	struct command *command;
	bool good;
};

/* Whoever cannot be planned is reported, and the others are looked at too, so that all faults come at once. */
static void
plan_participant(void *context, const char *handle)
{
	struct planning *planning = context;
	struct command *command = planning->command;
	if (plan_one(command, handle, &command->meant))
		return;
	message("%s", command->why.text);
	command->why.text[0] = '\0';
	planning->good = false;
}

static enum status
run(struct command *command)
{
	struct planning planning = { command, true };
	if (!command_edition(command))
		return REFUSED;
	int64_t last = instalment_last(command->store);
	if (command->count)
		planning.good = command_each(command, 0, plan_one, &command->meant);
	else
		instalment_participants(command->store, &command->meant, plan_participant, &planning);
	if (!planning.good)
		return REFUSED;
	instalment_settle(command->store, last + 1, INT64_MAX, DATE_NONE);
	return DONE;
}

const struct verb verb_plan = {
	.name = "plan",
	.operands = "[HANDLE...]",
	.most = -1,
	.needs = WRITES,
	.summary = "write the instalments of the participants who have none",
	VERB_OPTIONS(options, defaults),
	.listing = &instalment_listing,
	.run = run,
};
