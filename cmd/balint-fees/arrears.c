#include "verbs.h"

#include <balint/arrears.h>
#include <balint/clock.h>

struct options {
	struct date as_of;
};

static const struct option_spec options[] = {
	DATE_OPTION(struct options, as_of, OPTION_MAY, "as-of", "DATE", "as it stood on this day (default: today)"),
};
static const struct options defaults = { { INT32_MIN } };

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	int64_t edition;
	if (!command_editions(command, &edition))
		return REFUSED;
	bool past = date_given(o->as_of);
	arrears_list(command->store, edition, past ? o->as_of : clock_today(), past ? o->as_of : date_of(9999, 12, 31), rows_emit, command->rows);
	return DONE;
}

const struct verb verb_arrears = {
	.name = "arrears",
	.needs = READS,
	.summary = "list what is overdue, and for how many days",
	VERB_OPTIONS(options, defaults),
	.listing = &arrears_listing,
	.run = run,
};
