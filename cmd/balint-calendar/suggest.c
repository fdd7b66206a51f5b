#include "planning.h"

#include <balint/suggestion.h>

static const struct option_spec options[] = {
	DATES_OPTION(struct wish, between, OPTION_MUST, "between", "A..B", "no session before A, none after B"),
	COUNT_OPTION(struct wish, count, OPTION_MUST, "count", "N", "so many sessions held"),
	DAYS_OPTION(struct wish, days, OPTION_MAY, "weekday", "D,E", "on these days of the week: mon or lun, tue or mar, ... (default: any)"),
	WEEKS_OPTION(struct wish, every, OPTION_MAY, "every", "1w|2w", "the cadence (default: the edition's)"),
	COUNT_OPTION(struct wish, limit, OPTION_MAY, "limit", "N", "only the N best (default: all)"),
};
static const struct wish defaults = { 0 };

static enum status
run(struct command *command)
{
	const struct edition *edition;
	struct wish wish = *(const struct wish *)command->options;
	if (!edition_if_any(command, &edition))
		return REFUSED;
	if (!wish.every)
		wish.every = edition ? edition->every : 2;
	struct skips *skips = skips_load(command->store, edition ? edition->id : EDITION_ALL);
	bool good = suggestion_list(&wish, skips, rows_emit, command->rows, &command->why);
	skips_free(skips);
	return good ? DONE : REFUSED;
}

const struct verb verb_suggest = {
	.name = "suggest",
	.needs = MAY_READ,
	.summary = "find the best first dates for so many sessions",
	VERB_OPTIONS(options, defaults),
	.listing = &suggestion_listing,
	.run = run,
};
