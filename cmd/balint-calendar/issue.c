/* issue, issue list, diff: the calendar that members have in their hands. */
#include "verbs.h"

#include <balint/feed.h>
#include <balint/issue.h>

#include <stdlib.h>

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
	bool ics;
};

static const struct option_spec options[] = {
	DATE_OPTION(struct options, since, OPTION_MAY, "since", "DATE", "since the calendar that members had on that day (default: the last one)"),
	FLAG_OPTION(struct options, ics, "ics", "as iCalendar, with nothing but the sessions that changed"),
};
static const struct options defaults = { { INT32_MIN }, false };

/* The sessions that changed. */
struct ids {
	int64_t *ids;
	size_t count;
};

static void
take_id(void *context, const void *row)
{
	struct ids *ids = context;
	const struct difference_row *difference = row;
	ids->ids = memory_resized(ids->ids, (ids->count + 1) * sizeof *ids->ids);
	ids->ids[ids->count++] = difference->session;
}

static bool
publish(struct command *command, const struct edition *edition, struct date since)
{
	struct ids ids = { memory(sizeof *ids.ids), 0 };
	bool good = issue_compare(command->store, edition, since, take_id, &ids, &command->why);
	if (good && !feed_publish(command->store, &(struct feed_choice){ .edition = edition, .only = ids.ids, .only_count = ids.count }, command->out))
		command_warn(command, "nothing has changed: there is no session in this calendar");
	free(ids.ids);
	return good;
}

static enum status
run_diff(struct command *command)
{
	const struct options *o = command->options;
	if (o->ics && command_wants_rows(command))
		return command_not_rows(command, "--ics writes iCalendar");
	const struct edition *edition = command_edition(command);
	if (!edition)
		return REFUSED;
	if (!o->ics)
		return issue_compare(command->store, edition, o->since, rows_emit, command->rows, &command->why) ? DONE : REFUSED;
	command_drop_rows(command);
	return publish(command, edition, o->since) ? DONE : REFUSED;
}

const struct verb verb_diff = {
	.name = "diff",
	.needs = READS,
	.summary = "list what changed since the calendar was issued",
	VERB_OPTIONS(options, defaults),
	.listing = &difference_listing,
	.run = run_diff,
};
