#include "verbs.h"

#include <balint/attendance.h>
#include <balint/clock.h>
#include <balint/enrolment.h>

struct options {
	const char *person;
	struct date as_of;
};

static const struct option_spec options[] = {
	WORD_OPTION(struct options, person, OPTION_MAY, "person", "HANDLE", "only this member, conductors too"),
	DATE_OPTION(struct options, as_of, OPTION_MAY, "as-of", "DATE", "as it stood on the evening of this day (default: now)"),
};
static const struct options defaults = { .as_of = { INT32_MIN } };

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	const struct edition *edition = command_edition(command);
	struct person person = { 0 };
	if (!edition)
		return REFUSED;
	bool good = !o->person || member_find(command->store, edition, o->person, &person, &command->why);
	if (good)
		attendance_report(command->store, edition, o->person ? &person : NULL, date_given(o->as_of) ? o->as_of : clock_today(), rows_emit,
		    command->rows);
	return good ? DONE : REFUSED;
}

const struct verb verb_report = {
	.name = "report",
	.needs = READS,
	.summary = "count each participant's attendance",
	VERB_OPTIONS(options, defaults),
	.listing = &attendance_listing,
	.run = run,
};
