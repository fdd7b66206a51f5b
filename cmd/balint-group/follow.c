#include "verbs.h"

#include <balint/change.h>

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
