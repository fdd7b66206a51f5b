#include "choice.h"
#include "verbs.h"
#include "warn.h"

#include <balint/report.h>

static enum status
run(struct command *command)
{
	const struct choice_options *options = command->options;
	struct chosen chosen;
	if (!choice_make(command, options, &chosen))
		return REFUSED;
	if (options->all_editions) { /* then a narrow table must have the edition */
		rows_free(command->rows);
		command->rows = rows_new(command->out, &report_editions_listing, &command->style, &command->why);
	}
	report_each(command->store, &chosen.choice, &chosen.rule, rows_emit, command->rows);
	if (chosen.edition && !date_given(options->as_of)) /* of the past nothing is news */
		warn_once(command, chosen.edition->id, chosen.choice.person, &chosen.rule);
	rule_release(&chosen.rule);
	return DONE;
}

const struct verb verb_report = {
	.name = "report",
	.needs = READS,
	.summary = "count each participant's attendance",
	VERB_OPTIONS(choice_options, choice_defaults),
	.listing = &report_listing,
	.run = run,
};
