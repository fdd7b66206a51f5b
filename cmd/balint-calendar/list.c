#include "listing.h"

struct options {
	struct session_filter filter;
	bool month;
};

static const struct option_spec options[] = {
	DATE_OPTION(struct options, filter.from, OPTION_MAY, "from", "DATE", "from this day on"),
	DATE_OPTION(struct options, filter.until, OPTION_MAY, "until", "DATE", "until this day"),
	COUNT_OPTION(struct options, filter.year, OPTION_MAY, "year", "YYYY", "of this solar year"),
	CHOICE_OPTION(struct options, filter.status, OPTION_MAY, "status", "scheduled|held|cancelled|skipped", "only these"),
	FLAG_OPTION(struct options, filter.skipped, "skipped", "the skipped dates too, with their reason"),
	FLAG_OPTION(struct options, month, "month", "months as calendar sheets, or only MONTH (2021-03)"),
};
static const struct options defaults = { .filter = { .from = { INT32_MIN }, .until = { INT32_MIN } } };

struct counted_rows {
	struct rows *rows;
	size_t count;
};

static void
take_counted(void *context, const void *row)
{
	struct counted_rows *counted = context;
	counted->count++;
	rows_emit(counted->rows, row);
}

void
warn_of_none(struct command *command, const struct edition *edition, const struct session_filter *filter)
{
	char first[DATE_TEXT], last[DATE_TEXT];
	struct date_range span;
	if (!session_span(command->store, edition, &span))
		command_warn(command, "edition %s has no sessions yet; make them with 'balint-calendar generate -e %s'", edition->code, edition->code);
	else if (filter->coming)
		command_warn(command, "edition %s has no session to come; the last one is that of %s", edition->code, date_write(span.last, last));
	else
		command_warn(command, "edition %s has none such; its sessions are from %s to %s", edition->code, date_write(span.first, first),
		    date_write(span.last, last));
}

/* In a table that can say what they are, gaps are shown too, and today. */
static enum status
list_rows(struct command *command, const struct session_filter *asked)
{
	const struct edition *edition = command_edition(command);
	struct counted_rows counted = { command->rows, 0 };
	struct session_filter filter = *asked;
	if (!edition)
		return REFUSED;
	if (rows_for_people(command->rows, "note")) {
		filter.language = command->style.language;
		filter.skipped |= !filter.status && !filter.coming;
	}
	session_list(command->store, edition, &filter, take_counted, &counted);
	if (counted.count == 0 && rows_for_people(command->rows, NULL))
		warn_of_none(command, edition, &filter);
	return DONE;
}

static enum status
misused_month(struct command *command)
{
	struct month month;
	if (month_parse(command->operands[0], &month, &command->why))
		return command_misused(command, "a MONTH is for --month: list --month %s", command->operands[0]);
	return command_misused(command, "'%s' is one operand too many", command->operands[0]);
}

static enum status
run_list(struct command *command)
{
	const struct options *o = command->options;
	if (o->month)
		return list_months(command, &o->filter);
	return command->count ? misused_month(command) : list_rows(command, &o->filter);
}

const struct verb verb_list = {
	.name = "list",
	.operands = "[MONTH]",
	.most = 1,
	.needs = READS,
	.summary = "list the sessions of an edition",
	VERB_OPTIONS(options, defaults),
	.listing = &session_listing,
	.run = run_list,
};

static const struct option_spec next_options[] = {
	COUNT_OPTION(struct session_filter, count, OPTION_MAY, "count", "N", "so many (default: 1)"),
};
static const struct session_filter next_defaults = { .from = { INT32_MIN }, .until = { INT32_MIN }, .count = 1, .coming = true };

static enum status
run_next(struct command *command)
{
	return list_rows(command, command->options);
}

const struct verb verb_next = {
	.name = "next",
	.needs = READS,
	.summary = "list the coming sessions",
	VERB_OPTIONS(next_options, next_defaults),
	.listing = &session_listing,
	.run = run_next,
};
