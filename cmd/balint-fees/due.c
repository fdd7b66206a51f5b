#include "verbs.h"

#include <balint/clock.h>
#include <balint/due.h>

struct options {
	struct month month;
	struct date until;
	bool all;
};

static const struct option_spec options[] = {
	OPTION_OF(struct month, struct options, month, OPTION_MONTH, OPTION_EITHER, "month", 0, "M", "only those due in this month"),
	OPTION_OF(struct date, struct options, until, OPTION_DATE, OPTION_EITHER, "until", 0, "DATE", "those due until this day"),
	OPTION_OF(bool, struct options, all, OPTION_FLAG, OPTION_EITHER, "all", 0, NULL, "the later ones too"),
};
static const struct options defaults = { { INT32_MIN }, { INT32_MIN }, false };

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	struct date first = month_given(o->month) ? month_first_day(o->month) : DATE_NONE;
	struct date last = o->all ? DATE_NONE
	    : month_given(o->month) ? month_last_day(o->month)
	    : date_given(o->until)  ? o->until
	                            : month_last_day(month_of(clock_today()));
	int64_t edition;
	if (!command_editions(command, &edition))
		return REFUSED;
	due_list(command->store, edition, first, last, rows_emit, command->rows);
	return DONE;
}

const struct verb verb_due = {
	.name = "due",
	.needs = READS,
	.summary = "the fee CSV: instalments not yet fully paid, by default those due by the end of this month",
	VERB_OPTIONS(options, defaults),
	.listing = &due_listing,
	.run = run,
};
