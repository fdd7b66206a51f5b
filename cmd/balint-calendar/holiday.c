#include "verbs.h"

#include <balint/holiday.h>

struct options {
	int year;
};

static const struct option_spec options[] = {
	COUNT_OPTION(struct options, year, OPTION_MUST, "year", "Y", "which year, from 1583"),
};
static const struct options defaults = { 0 };

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	if (o->year < 1583)
		return command_misused(command, "--year: '%d' lies before the Gregorian calendar; years run from 1583", o->year);
	holiday_list(o->year, rows_emit, command->rows);
	return DONE;
}

const struct verb verb_holiday_list = {
	.name = "holiday list",
	.needs = NEEDS_NOTHING,
	.summary = "list the national holidays of a year",
	VERB_OPTIONS(options, defaults),
	.listing = &holiday_listing,
	.run = run,
};
