#include "verbs.h"

#include <balint/tariff.h>

struct options {
	int rate;
	const char *nature;
};

static const struct option_spec options[] = {
	RATE_OPTION(struct options, rate, OPTION_MAY, "vat", "RATE", "VAT in percent (default: 22; 0 with --nature)"),
	TEXT_OPTION(struct options, nature, OPTION_MAY, "nature", "N4", "the nature of an exemption"),
};
static const struct options defaults = { .rate = RATE_NONE };

static enum status
run_set(struct command *command)
{
	const struct options *o = command->options;
	int rate = o->rate != RATE_NONE ? o->rate : o->nature ? 0 : 2200;
	cents net;
	int64_t planned = 0;
	if (!money_parse(command->operands[1], &net, &command->why))
		return refuse_within(&command->why, "NET"), MISUSED;
	const struct edition *edition = command_edition(command);
	if (!edition)
		return REFUSED;
	bool good = tariff_set(command->store, edition, command->operands[0], net, rate, o->nature, &planned, &command->why);
	if (good && planned)
		command_warn(command, "%lld instalments are planned already and keep their amounts", (long long)planned);
	return good ? DONE : REFUSED;
}

const struct verb verb_tariff_set = {
	.name = "tariff set",
	.operands = "CATEGORY NET",
	.least = 2,
	.most = 2,
	.needs = WRITES,
	.summary = "set the net price of the edition for a category",
	VERB_OPTIONS(options, defaults),
	.run = run_set,
};

static enum status
run_list(struct command *command)
{
	const struct edition *edition = command_edition(command);
	if (!edition)
		return REFUSED;
	tariff_list(command->store, edition, rows_emit, command->rows);
	return DONE;
}

const struct verb verb_tariff_list = {
	.name = "tariff list",
	.needs = READS,
	.summary = "list the tariffs of an edition",
	.listing = &tariff_listing,
	.run = run_list,
};
