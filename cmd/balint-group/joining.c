#include "joining.h"

#include <balint/enrolment.h>

#include <stdio.h>

void
warn_of_stranger(struct command *command, const char *handle)
{
	struct stranger stranger;
	if (stranger_find(command->store, &command->meant, handle, &stranger))
		command_warn(command, "'%s' is of the profession '%s', and edition %s is one of a single profession, '%s'; if it is to be mixed: balint-group edition set %s --composition mixed",
		    handle, stranger.theirs, command->meant.code, stranger.usual, command->meant.code);
}

void
warn_of_vacancy(struct command *command, struct date last)
{
	struct vacancy vacancy;
	char from[DATE_TEXT], named[80] = "";
	const struct edition *edition = &command->meant;
	if (!vacancy_find(command->store, edition, date_plus_days(last, 1), &vacancy))
		return;
	date_write(vacancy.from, from);
	if (edition_count_open(command->store) > 1)
		snprintf(named, sizeof named, " -e %s", edition->code);
	if (vacancy.from.day > vacancy.usual.day)
		command_warn(command, "a place is free from %s; next is '%s': balint-group admit --on %s%s", from, vacancy.handle, from, named);
	else
		command_warn(command, "a place is free from %s; next is '%s': balint-group admit%s", from, vacancy.handle, named);
}
