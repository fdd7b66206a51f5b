#include "choice.h"

#include <balint/clock.h>
#include <balint/enrolment.h>

const struct option_spec choice_options[4] = {
	WORD_OPTION(struct choice_options, person, OPTION_MAY, "person", "HANDLE", "only this member, conductors too"),
	WORD_OPTION(struct choice_options, rule, OPTION_MAY, "rule", "NAME", "judge by this rule (default: the one that is set)"),
	DATE_OPTION(struct choice_options, as_of, OPTION_MAY, "as-of", "DATE", "as it stood on the evening of this day (default: now)"),
	FLAG_OPTION(struct choice_options, all_editions, "all-editions", "all editions, closed ones too"),
};
const struct choice_options choice_defaults = { .as_of = { INT32_MIN } };

static bool
find_person(struct command *command, const char *handle, const struct edition *edition, struct person *person)
{
	person->id = COUNT_NONE;
	if (!handle)
		return true;
	return edition ? member_find(command->store, edition, handle, person, &command->why) : person_find(command->store, handle, person, &command->why);
}

bool
choice_make(struct command *command, const struct choice_options *options, struct chosen *chosen)
{
	struct person person;
	chosen->edition = options->all_editions ? NULL : command_edition(command);
	if (!chosen->edition && !options->all_editions)
		return false;
	if (!find_person(command, options->person, chosen->edition, &person))
		return false;
	chosen->choice = (struct attendance_choice){ chosen->edition ? chosen->edition->id : EDITION_ALL, person.id,
		date_given(options->as_of) ? options->as_of : clock_today() };
	return rule_find(command->store, options->rule, &chosen->rule, &command->why);
}
