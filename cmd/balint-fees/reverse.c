#include "verbs.h"

#include <balint/clock.h>
#include <balint/ledger.h>
#include <balint/text.h>

struct options {
	const char *reason;
	struct date on;
};

static const struct option_spec options[] = {
	TEXT_OPTION(struct options, reason, OPTION_MUST, "reason", "T", "why; nothing about anybody's health"),
	DATE_OPTION(struct options, on, OPTION_MAY, "on", "DATE", "from when it holds (default: today, or the last day on which the entry did something)"),
};
static const struct options defaults = { NULL, { INT32_MIN } };

static bool
check_day(struct command *command, int64_t id, struct date on)
{
	char last[DATE_TEXT], said[DATE_TEXT];
	struct date day = entry_last_day(command->store, id);
	return !date_given(on) || !date_given(day) || on.day >= day.day
	    || refuse(&command->why, "--on: entry %lld still did something on %s, and cannot be reversed on %s", (long long)id, date_write(day, last),
	        date_write(on, said));
}

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	int64_t id, before = allocation_last(command->store);
	if (!text_is_id(command->operands[0], &id))
		return command_misused(command, "ID: '%s' is not a number of the ledger", command->operands[0]);
	if (!check_day(command, id, o->on))
		return REFUSED;
	int64_t reversal = entry_reverse(command->store, id, date_given(o->on) ? o->on : clock_today(), o->reason, &command->why);
	if (!reversal)
		return REFUSED;
	tell_credit(command, before);
	rows_emit(command->rows, &(struct entry_row){ reversal });
	return DONE;
}

const struct verb verb_reverse = {
	.name = "reverse",
	.operands = "ID",
	.least = 1,
	.most = 1,
	.needs = WRITES,
	.summary = "take an entry of the ledger back by a new one",
	VERB_OPTIONS(options, defaults),
	.listing = &entry_listing,
	.run = run,
};
