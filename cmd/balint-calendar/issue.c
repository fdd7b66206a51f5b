/* issue, issue list, diff: the calendar that members have in their hands. */
#include "verbs.h"

#include <balint/issue.h>

static enum status
run_issue(struct command *command)
{
	const struct edition *edition = command_edition(command);
	if (!edition || !issue_keep(command->store, edition, &command->why))
		return REFUSED;
	issue_last(command->store, edition, rows_emit, command->rows);
	return DONE;
}

const struct verb verb_issue = {
	.name = "issue",
	.needs = WRITES,
	.summary = "keep the calendar as members get it today",
	.listing = &issue_listing,
	.run = run_issue,
};

static enum status
run_list(struct command *command)
{
	const struct edition *edition = command_edition(command);
	if (!edition)
		return REFUSED;
	issue_list(command->store, edition, rows_emit, command->rows);
	return DONE;
}

const struct verb verb_issue_list = {
	.name = "issue list",
	.needs = READS,
	.summary = "list the calendars that were issued",
	.listing = &issue_listing,
	.run = run_list,
};

struct options {
	struct date since;
};

static const struct option_spec options[] = {
	DATE_OPTION(struct options, since, OPTION_MAY, "since", "DATE", "since the calendar that members had on that day (default: the last one)"),
};
static const struct options defaults = { { INT32_MIN } };

static enum status
run_diff(struct command *command)
{
	const struct options *o = command->options;
	const struct edition *edition = command_edition(command);
	return edition && issue_compare(command->store, edition, o->since, rows_emit, command->rows, &command->why) ? DONE : REFUSED;
}

const struct verb verb_diff = {
	.name = "diff",
	.needs = READS,
	.summary = "list what changed since the calendar was issued",
	VERB_OPTIONS(options, defaults),
	.listing = &difference_listing,
	.run = run_diff,
};
