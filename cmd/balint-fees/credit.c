#include "verbs.h"

#include <balint/ledger.h>

void
tell_credit(struct command *command, int64_t since)
{
	credit_freed(command->store, since, command_take_warning, command);
}
