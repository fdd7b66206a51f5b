#include "verbs.h"

#include <balint/conducting.h>
#include <balint/person.h>

struct options {
	const char *person;
	struct date from, until;
	bool sum;
};

static const struct option_spec options[] = {
	WORD_OPTION(struct options, person, OPTION_MAY, "person", "HANDLE", "only this conductor"),
	DATE_OPTION(struct options, from, OPTION_MAY, "from", "DATE", "only sessions from this day on"),
	DATE_OPTION(struct options, until, OPTION_MAY, "until", "DATE", "only sessions until this day"),
	FLAG_OPTION(struct options, sum, "sum", "one row a conductor, over all their editions"),
};
static const struct options defaults = { .from = { INT32_MIN }, .until = { INT32_MIN } };

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	struct person person = { .id = COUNT_NONE };
	struct conducting_choice choice = { .first = o->from, .last = o->until, .summed = o->sum };
	if (date_given(o->from) && date_given(o->until) && o->from.day > o->until.day)
		return command_misused(command, "--from lies after --until");
	if (!command_editions(command, &choice.edition))
		return REFUSED;
	if (o->person && !person_find(command->store, o->person, &person, &command->why))
		return REFUSED;
	choice.person = person.id;
	conducting_list(command->store, &choice, rows_emit, command->rows);
	return DONE;
}

const struct verb verb_conductors = {
	.name = "conductors",
	.needs = READS,
	.summary = "count the sessions that conductors led and co-led",
	VERB_OPTIONS(options, defaults),
	.listing = &conducting_listing,
	.run = run,
};
