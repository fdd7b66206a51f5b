#include "verbs.h"

#include <balint/adjustment.h>
#include <balint/clock.h>
#include <balint/ledger.h>

struct options {
	cents less, more;
	const char *reason;
	struct month month;
	struct date on;
	bool again;
};

static const struct option_spec options[] = {
	AMOUNT_OPTION(struct options, less, OPTION_ONE, "less", "AMOUNT", "to be paid less: a discount, a scholarship, a write-off"),
	AMOUNT_OPTION(struct options, more, OPTION_ONE, "more", "AMOUNT", "to be paid more"),
	TEXT_OPTION(struct options, reason, OPTION_MUST, "reason", "T", "why; nothing about anybody's health"),
	MONTH_OPTION(struct options, month, OPTION_MAY, "month", "M", "this month's instalment (default: the oldest that are open; for more, the next one)"),
	DATE_OPTION(struct options, on, OPTION_MAY, "on", "DATE", "from when it holds (default: today)"),
	FLAG_OPTION(struct options, again, "again", "a second one of the same person, amount and day"),
};
static const struct options defaults = { .less = CENTS_NONE, .more = CENTS_NONE, .month = { INT32_MIN }, .on = { INT32_MIN } };

static void
warn_already(struct command *command, const struct adjustment *adjustment)
{
	char text[MONEY_TEXT], date[DATE_TEXT];
	bool less = adjustment->less != CENTS_NONE;
	command_warn(command, "%s %s for '%s' on %s is there already; a second one needs --again",
	    money_write(less ? adjustment->less : adjustment->more, text), less ? "less" : "more", adjustment->handle, date_write(adjustment->on, date));
}

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	struct adjustment adjustment = { command->operands[0], o->reason, o->less, o->more, date_given(o->on) ? o->on : clock_today(), o->month, o->again };
	int64_t before = allocation_last(command->store);
	bool already = false;
	const struct edition *edition = command_edition(command);
	if (!edition)
		return REFUSED;
	bool good = adjustment_record(command->store, edition, &adjustment, rows_emit, command->rows, &already, &command->why);
	if (!good)
		return REFUSED;
	if (already)
		warn_already(command, &adjustment);
	tell_credit(command, before);
	return DONE;
}

const struct verb verb_adjust = {
	.name = "adjust",
	.operands = "HANDLE",
	.least = 1,
	.most = 1,
	.needs = WRITES,
	.summary = "change what a participant owes, with a reason",
	VERB_OPTIONS(options, defaults),
	.listing = &entry_listing,
	.run = run,
};
