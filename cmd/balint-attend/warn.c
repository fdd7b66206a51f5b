#include "warn.h"

#include <balint/warning.h>

static void
take_warning(void *context, const void *taken)
{
	const struct warning *warning = taken;
	command_warn(context, "%s", warning->sentence);
}

void
warn_once(struct command *command, int64_t edition, int64_t person, const struct rule *rule)
{
	const struct warning_choice choice = { edition, person, rule };
	struct store *store = command->store;
	if (command->quiet || !warning_due(store, &choice) || !command_print(command))
		return;
	if (!store_seize(store)) {
		warning_each(store, &choice, take_warning, command);
		return;
	}
	warning_record(store, &choice, take_warning, command);
	if (command_print(command))
		store_commit(store, NULL);
}
