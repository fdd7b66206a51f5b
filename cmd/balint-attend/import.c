#include "verbs.h"

#include <balint/mark_import.h>
#include <balint/warning.h>

static void
take(void *context, const void *row)
{
	const struct command *command = context;
	rows_emit(command->rows, row);
}

static enum status
run(struct command *command)
{
	const struct mark_import_taker taker = { take, command_take_fault, command };
	const struct edition *edition = command_edition(command);
	if (!edition)
		return REFUSED;
	warning_forget(command->store, edition->id);
	bool good = mark_import(command->store, edition, command->operands[0], &taker, &command->why);
	if (good)
		warning_forget(command->store, edition->id);
	return good ? DONE : REFUSED;
}

const struct verb verb_import = {
	.name = "import",
	.operands = "FILE",
	.least = 1,
	.most = 1,
	.needs = WRITES,
	.summary = "enter the marks of a CSV file",
	.listing = &mark_import_listing,
	.run = run,
};
