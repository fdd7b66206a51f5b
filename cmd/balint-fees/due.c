#include "verbs.h"

#include <balint/clock.h>
#include <balint/due.h>

#include <string.h>

struct options {
	struct month month;
	struct date until;
	bool all;
	const char *by;
};

static const struct option_spec options[] = {
	OPTION_OF(struct month, struct options, month, OPTION_MONTH, OPTION_EITHER, "month", 0, "M", "only those due in this month"),
	OPTION_OF(struct date, struct options, until, OPTION_DATE, OPTION_EITHER, "until", 0, "DATE", "those due until this day"),
	OPTION_OF(bool, struct options, all, OPTION_FLAG, OPTION_EITHER, "all", 0, NULL, "the later ones too"),
	CHOICE_OPTION(struct options, by, OPTION_MAY, "by", "participant|payer", "a row for each instalment, or for all that a payer pays by one transfer"),
};
static const struct options defaults = { { INT32_MIN }, { INT32_MIN }, false, "participant" };

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	struct due_choice choice = {
		.first = month_given(o->month) ? month_first_day(o->month) : DATE_NONE,
		.last = o->all ? DATE_NONE
		    : month_given(o->month) ? month_last_day(o->month)
		    : date_given(o->until)  ? o->until
		                            : month_last_day(month_of(clock_today())),
		.known = DATE_NONE,
	};
	if (!command_editions(command, &choice.edition))
		return REFUSED;
	if (strcmp(o->by, "payer") == 0)
		return due_list_by_payer(command->store, &choice, rows_emit, command->rows, &command->why) ? DONE : REFUSED;
	due_list(command->store, &choice, rows_emit, command->rows);
	return DONE;
}

const struct verb verb_due = {
	.name = "due",
	.needs = READS,
	.summary = "the fee CSV: what is not yet paid, due by this month's end",
	VERB_OPTIONS(options, defaults),
	.listing = &due_listing,
	.run = run,
};
