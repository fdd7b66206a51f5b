#include "verbs.h"

#include <balint/session.h>

#include <string.h>

struct options {
	int year;
	const char *resume;
};

static const struct option_spec options[] = {
	COUNT_OPTION(struct options, year, OPTION_MUST, "year", "YYYY", "the solar year"),
	CHOICE_OPTION(struct options, resume, OPTION_MAY, "resume", "cadence|first-week", "after a break that cost a date (default: cadence)"),
};
static const struct options defaults = { .resume = "cadence" };

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	const struct session_filter filter = { .from = DATE_NONE, .until = DATE_NONE, .year = o->year };
	const struct edition *edition = command_edition(command);
	if (!edition || !session_renew(command->store, edition, o->year, strcmp(o->resume, "first-week") == 0, &command->why))
		return REFUSED;
	session_list(command->store, edition, &filter, rows_emit, command->rows);
	return DONE;
}

const struct verb verb_renew = {
	.name = "renew",
	.needs = WRITES,
	.summary = "continue the calendar of an edition in another year",
	VERB_OPTIONS(options, defaults),
	.listing = &session_listing,
	.run = run,
};
