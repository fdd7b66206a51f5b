#include "verbs.h"

#include <balint/roster.h>

struct options {
	const char *role, *status;
	bool all, vcard;
};

static const struct option_spec options[] = {
	CHOICE_OPTION(struct options, role, OPTION_MAY, "role", "participant|conductor|co-conductor", "only these"),
	CHOICE_OPTION(struct options, status, OPTION_EITHER, "status", "applicant|waiting|active|withdrawn|completed", "only these (default: active)"),
	OPTION_OF(bool, struct options, all, OPTION_FLAG, OPTION_EITHER, "all", 0, NULL, "whatever their status"),
	FLAG_OPTION(struct options, vcard, "vcard", "as vCards for address books, and not as rows"),
};
static const struct options defaults = { .status = "active" };

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	const struct roster_choice choice = { o->role, o->all ? NULL : o->status };
	if (o->vcard && command_wants_rows(command))
		return command_not_rows(command, "--vcard writes cards");
	const struct edition *edition = command_edition(command);
	if (!edition)
		return REFUSED;
	if (o->vcard) {
		command_drop_rows(command);
		roster_write_cards(command->store, edition, &choice, command->out);
	} else {
		roster_list(command->store, edition, &choice, rows_emit, command->rows);
	}
	return DONE;
}

const struct verb verb_roster = {
	.name = "roster",
	.needs = READS,
	.summary = "list how members are reached, or write their vCards",
	VERB_OPTIONS(options, defaults),
	.listing = &roster_listing,
	.run = run,
};
