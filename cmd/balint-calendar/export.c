#include "verbs.h"

#include <balint/feed.h>
#include <balint/setting.h>

#include <stdlib.h>

struct options {
	int year;
	const char *person;
	bool all;
	struct duration alarm;
};

static const struct option_spec options[] = {
	COUNT_OPTION(struct options, year, OPTION_MAY, "year", "Y", "only this solar year"),
	WORD_OPTION(struct options, person, OPTION_EITHER, "person", "HANDLE", "the member's own calendar, with the link of the meeting"),
	OPTION_OF(bool, struct options, all, OPTION_FLAG, OPTION_EITHER, "all", 0, NULL, "all open editions in one calendar"),
	DURATION_OPTION(struct options, alarm, OPTION_MAY, "alarm", "1d", "ring so long before each session: 30m, 2h, 1d, 1w"),
};
static const struct options defaults = { 0 };

static void
warn_without_sender(struct command *command)
{
	char *from = setting_get(command->store, "from");
	if (!from)
		command_warn(command, "the calendar has no organizer's address; set one: balint-group set from='Name <address>'");
	free(from);
}

/* A member's own calendar is of all their open editions, unless one is named. */
static bool
choose(struct command *command, struct feed_choice *choice, struct person *person)
{
	const struct options *o = command->options;
	choice->edition = o->all || (o->person && !command->edition) ? NULL : command_edition(command);
	choice->person = o->person ? person : NULL;
	if (!choice->edition && !o->all && !(o->person && !command->edition))
		return false;
	return !o->person || feed_person(command->store, choice->edition, o->person, person, &command->why);
}

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	struct person person = { 0 };
	struct feed_choice choice = { .year = o->year, .alarm = o->alarm };
	if (!choose(command, &choice, &person))
		return REFUSED;
	if (!feed_publish(command->store, &choice, command->out))
		command_warn(command, "there is no session in this calendar");
	warn_without_sender(command);
	return DONE;
}

const struct verb verb_export = {
	.name = "export",
	.needs = READS,
	.summary = "write the sessions as iCalendar on standard output",
	VERB_OPTIONS(options, defaults),
	.run = run,
};
