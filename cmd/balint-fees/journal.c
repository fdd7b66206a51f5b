#include "verbs.h"

#include <balint/journal.h>

struct options {
	struct date as_of, from, until;
};

static const struct option_spec options[] = {
	DATE_OPTION(struct options, as_of, OPTION_MAY, "as-of", "DATE", "by what was recorded up to this day (default: all of it)"),
	DATE_OPTION(struct options, from, OPTION_MAY, "from", "DATE", "only transactions from this day on"),
	DATE_OPTION(struct options, until, OPTION_MAY, "until", "DATE", "only transactions up to this day"),
};
static const struct options defaults = { { INT32_MIN }, { INT32_MIN }, { INT32_MIN } };

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	struct journal_choice choice = { .known = date_given(o->as_of) ? o->as_of : date_of(9999, 12, 31), .from = o->from, .until = o->until };
	if (date_given(o->from) && date_given(o->until) && o->from.day > o->until.day)
		return command_misused(command, "--from lies after --until");
	if (!command_editions(command, &choice.edition))
		return REFUSED;
	journal_write(command->store, &choice, command->out);
	return DONE;
}

const struct verb verb_journal = {
	.name = "journal",
	.needs = READS,
	.summary = "write the ledger as an hledger journal on standard output",
	VERB_OPTIONS(options, defaults),
	.run = run,
};
