/* request: asking by mail for what is due, and reminding of what is overdue. */
#include "verbs.h"

#include <balint/clock.h>
#include <balint/posting.h>
#include <balint/request.h>

struct options {
	struct month month;
	bool overdue;
	struct posting_options posting;
};

static const struct option_spec options[] = {
	MONTH_OPTION(struct options, month, OPTION_MAY, "month", "M", "only what is due in this month"),
	FLAG_OPTION(struct options, overdue, "overdue", "remind of what is overdue: the next dunning step"),
	POSTING_OPTIONS(struct options, posting),
};
static const struct options defaults = { .month = { INT32_MIN } };

struct warning {
	struct command *command;
	bool given;
};

static void
warn(void *context, const char *what)
{
	struct warning *warning = context;
	warning->given = true;
	command_warn(warning->command, "%s", what);
}

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	struct due_choice choice = {
		.first = month_given(o->month) ? month_first_day(o->month) : DATE_NONE,
		.last = month_last_day(month_given(o->month) ? o->month : month_of(clock_today())),
	};
	if (!command_editions(command, &choice.edition))
		return REFUSED;
	enum status status = posting_begin(command, &o->posting);
	if (status != DONE)
		return status;
	struct warning warning = { command, false };
	if (!(o->overdue ? request_dun : request_queue)(command->store, &choice, warn, &warning, &command->why))
		return REFUSED;
	status = posting_gather(command, &o->posting, o->overdue ? "overdue" : "request", choice.edition);
	return status == DONE && warning.given ? ATTENTION : status;
}

const struct verb verb_request = {
	.name = "request",
	.needs = WRITES,
	.summary = "ask for what is due, or remind of what is overdue, by mail",
	VERB_OPTIONS(options, defaults),
	.listing = &posting_listing,
	.run = run,
	.after = posting_deliver,
};
