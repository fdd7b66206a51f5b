#include "planning.h"

#include <string.h>

const struct option_spec plan_options[PLAN_OPTIONS] = {
	DATE_OPTION(struct plan_options, from, OPTION_MUST, "from", "DATE", "the first session"),
	COUNT_OPTION(struct plan_options, count, OPTION_ONE, "count", "N", "so many sessions held"),
	DATE_OPTION(struct plan_options, until, OPTION_ONE, "until", "DATE", "until this day"),
	COUNT_OPTION(struct plan_options, year, OPTION_ONE, "year", "YYYY", "those of this solar year"),
	WEEKS_OPTION(struct plan_options, every, OPTION_MAY, "every", "1w|2w", "the cadence (default: the edition's)"),
	TIME_OPTION(struct plan_options, at, OPTION_MAY, "at", "HH:MM", "when sessions start (default: the edition's)"),
	COUNT_OPTION(struct plan_options, minutes, OPTION_MAY, "minutes", "N", "how long they last (default: the edition's)"),
	CHOICE_OPTION(struct plan_options, resume, OPTION_MAY, "resume", "cadence|first-week",
	    "after a break that cost a date (default: cadence)"),
};
const struct plan_options plan_defaults = { .from = { INT32_MIN }, .until = { INT32_MIN }, .at = { INT32_MIN }, .resume = "cadence" };

bool
edition_if_any(struct command *command, const struct edition **edition)
{
	*edition = NULL;
	if (!command->store)
		return !command->edition || refuse(&command->why, "%s: there is no store, so no edition '%s'", command->path, command->edition);
	if (!command->edition && edition_count_open(command->store) == 0)
		return true;
	*edition = command_edition(command);
	return *edition != NULL;
}

bool
plan_of(struct command *command, const struct edition *edition, struct plan *plan)
{
	static const struct edition usual = { .every = 2, .minutes = 90, .at = { 21 * 60 } };
	const struct plan_options *o = command->options;
	if (!edition)
		edition = &usual;
	*plan = (struct plan){
		.from = o->from,
		.until = o->until,
		.count = o->count,
		.year = o->year,
		.every = o->every ? o->every : edition->every,
		.minutes = o->minutes ? o->minutes : edition->minutes,
		.at = time_given(o->at) ? o->at : edition->at,
		.first_week = strcmp(o->resume, "first-week") == 0,
	};
	return plan_check(plan, &command->why);
}
