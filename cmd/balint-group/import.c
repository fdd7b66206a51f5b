#include "joining.h"

#include <balint/member_import.h>

#include <string.h>

struct options {
	bool update;
};

static const struct option_spec options[] = {
	FLAG_OPTION(struct options, update, "update", "change what the store has to what the file says"),
};
static const struct options defaults = { false };

static void
take(void *context, const void *taken)
{
	struct command *command = context;
	const struct member_import_row *row = taken;
	rows_emit(command->rows, row);
	if (strcmp(row->action, "added") == 0 || strcmp(row->action, "enrolled") == 0)
		warn_of_stranger(command, row->handle);
	if (date_given(row->left))
		follow_leaver(command, row->handle, row->left);
}

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	const struct member_import_taker taker = { take, command_take_fault, command };
	const struct member_import_request request = { command->operands[0], command->mapping, o->update };
	const struct edition *edition = command_edition(command);
	if (!edition || !member_import(command->store, edition, &request, &taker, &command->why))
		return REFUSED;
	follow_members(command, edition->id);
	return DONE;
}

const struct verb verb_import = {
	.name = "import",
	.operands = "FILE",
	.least = 1,
	.most = 1,
	.needs = WRITES,
	.maps = true,
	.summary = "take over people and enrolments from CSV",
	VERB_OPTIONS(options, defaults),
	.listing = &member_import_listing,
	.run = run,
};
