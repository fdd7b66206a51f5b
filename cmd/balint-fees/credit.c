#include "verbs.h"

#include <balint/ledger.h>

static void
tell(void *context, const char *sentence)
{
	command_warn(context, "%s", sentence);
}

void
tell_credit(struct command *command, int64_t since)
{
	credit_freed(command->store, since, tell, command);
}
