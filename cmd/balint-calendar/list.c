#include "verbs.h"

#include <balint/session.h>

static const struct option_spec options[] = {
	DATE_OPTION(struct session_filter, from, OPTION_MAY, "from", "DATE", "from this day on"),
	DATE_OPTION(struct session_filter, until, OPTION_MAY, "until", "DATE", "until this day"),
	COUNT_OPTION(struct session_filter, year, OPTION_MAY, "year", "YYYY", "of this solar year"),
	CHOICE_OPTION(struct session_filter, status, OPTION_MAY, "status", "scheduled|held|cancelled|skipped", "only these"),
	FLAG_OPTION(struct session_filter, skipped, "skipped", "the skipped dates too, with their reason"),
};
static const struct session_filter defaults = { .from = { INT32_MIN }, .until = { INT32_MIN } };

static enum status
run(struct command *command)
{
	const struct edition *edition = command_edition(command);
	if (!edition)
		return REFUSED;
	session_list(command->store, edition, command->options, rows_emit, command->rows);
	return DONE;
}

const struct verb verb_list = {
	.name = "list",
	.needs = READS,
	.summary = "list the sessions of an edition",
	VERB_OPTIONS(options, defaults),
	.listing = &session_listing,
	.run = run,
};

static const struct option_spec next_options[] = {
	COUNT_OPTION(struct session_filter, count, OPTION_MAY, "count", "N", "so many (default: 1)"),
};
static const struct session_filter next_defaults = { .from = { INT32_MIN }, .until = { INT32_MIN }, .count = 1, .coming = true };

const struct verb verb_next = {
	.name = "next",
	.needs = READS,
	.summary = "list the coming sessions",
	VERB_OPTIONS(next_options, next_defaults),
	.listing = &session_listing,
	.run = run,
};
