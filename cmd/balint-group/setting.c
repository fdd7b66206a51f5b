#include "verbs.h"

#include <balint/setting.h>

#include <string.h>

static enum status
run_get(struct command *command)
{
	const char *key = command->count ? command->operands[0] : NULL;
	return setting_list(command->store, key, rows_emit, command->rows, &command->why) ? DONE : REFUSED;
}

const struct verb verb_get = {
	.name = "get",
	.operands = "[KEY]",
	.most = 1,
	.needs = READS,
	.summary = "print one setting, or all that have a value",
	.listing = &setting_listing,
	.run = run_get,
};

static bool
set_one(struct command *command, const char *operand, void *context)
{
	(void)context;
	char key[64];
	const char *equals = strchr(operand, '=');
	size_t length = equals ? (size_t)(equals - operand) : 0;
	if (!equals || length >= sizeof key)
		return refuse(&command->why, "'%s' is not KEY=VALUE", operand);
	memcpy(key, operand, length);
	key[length] = '\0';
	return setting_set(command->store, key, equals + 1, &command->why);
}

static enum status
run_set(struct command *command)
{
	if (!command_each(command, 0, set_one, NULL))
		return REFUSED;
	follow_members(command, EDITION_ALL); /* the setting consent says who is asked */
	return DONE;
}

const struct verb verb_set = {
	.name = "set",
	.operands = "KEY=VALUE...",
	.least = 1,
	.most = -1,
	.needs = WRITES,
	.summary = "change settings",
	.run = run_set,
};
