#include "verbs.h"

#include <balint/profession.h>

static enum status
run_list(struct command *command)
{
	profession_list(command->store, rows_emit, command->rows);
	return DONE;
}

const struct verb verb_profession_list = {
	.name = "profession list",
	.needs = READS,
	.summary = "list professions and their categories",
	.listing = &profession_listing,
	.run = run_list,
};

struct options {
	const char *category, *label;
};

static const struct option_spec options[] = {
	TEXT_OPTION(struct options, category, OPTION_MUST, "category", "C", "what tariffs are set for, e.g. altre-professioni"),
	TEXT_OPTION(struct options, label, OPTION_MUST, "label", "TEXT", "its name on papers"),
};
static const struct options defaults = { 0 };

static enum status
run_add(struct command *command)
{
	const struct options *o = command->options;
	struct profession profession = { command->operands[0], o->category, o->label };
	if (!profession_add(command->store, &profession, &command->why))
		return REFUSED;
	sink_format(command->out, "%s\n", profession.code);
	return DONE;
}

const struct verb verb_profession_add = {
	.name = "profession add",
	.operands = "CODE",
	.least = 1,
	.most = 1,
	.needs = WRITES,
	.summary = "add a profession",
	VERB_OPTIONS(options, defaults),
	.run = run_add,
};
