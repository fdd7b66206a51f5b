#include "verbs.h"

#include <balint/change.h>
#include <balint/leaving.h>
#include <balint/ledger.h>

static void
warn(void *context, const char *what)
{
	command_warn(context, "a change that everybody has agreed to stays open: %s", what);
}

void
follow_members(struct command *command, int64_t edition)
{
	change_follow_members(command->store, edition, warn, command);
}

void
follow_leaver(struct command *command, const char *handle, struct date last)
{
	char text[MONEY_TEXT];
	int64_t before = allocation_last(command->store);
	struct leaving leaving = leaving_settle(command->store, &command->meant, handle, last);
	if (leaving.written_off)
		command_warn(command, "%s of the price for '%s' is written off: %lld of %lld sessions", money_write(leaving.written_off, text), handle,
		    (long long)leaving.sessions, (long long)leaving.all);
	credit_freed(command->store, before, command_take_warning, command);
}
