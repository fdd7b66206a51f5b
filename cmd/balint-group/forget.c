#include "verbs.h"

#include <balint/forget.h>

static void
tell_copy(void *context, const char *copy)
{
	command_warn(context, "%s is a copy of the store, and still has what is forgotten now; remove it", copy);
}

static void
forget_all(struct command *command, struct forgetting *forgetting)
{
	attend_forget(forgetting);
	calendar_forget(forgetting);
	post_forget(forgetting);
	fees_forget(forgetting);
	group_forget(forgetting);
	const struct erased_log erased = erase_log(command->store, forgetting->person.id, forgetting->naming);
	forget_say(forgetting, "texts of others", forgetting->texts, "name them no more", DATE_NONE);
	forget_say(forgetting, "commands", erased.commands, "shortened in the log", DATE_NONE);
	forget_say(forgetting, "change sets", erased.changes, "erased, with their undo", DATE_NONE);
	command_warn(command, "backups and exports that were made before still have what is forgotten now");
	erase_copies(command->path, tell_copy, command);
}

/* Of whoever was forgotten before, and is unknown now, the old pages may still be there. */
static enum status
run_again(struct command *command)
{
	if (!erase_is_due(command->store))
		return REFUSED;
	command_warn(command, "nobody has that handle; clearing away what is left of who was forgotten before");
	return DONE;
}

static bool
begin(struct command *command, struct forgetting *forgetting)
{
	if (!forget_begin(forgetting, command->operands[0], &command->why))
		return false;
	fees_name(forgetting);
	return forget_known(forgetting, &command->why);
}

/* Once nobody reads the store: another command may have come between. */
static bool
begin_again(struct command *command, struct forgetting *forgetting)
{
	forget_end(forgetting);
	erase_begin(command->store, &command->why);
	return begin(command, forgetting);
}

static enum status
run(struct command *command)
{
	struct forgetting forgetting = { .store = command->store, .take = rows_emit, .context = command->rows, .tell = command_take_warning, .told = command };
	if (!person_find(command->store, command->operands[0], &forgetting.person, &command->why))
		return run_again(command);
	if (!begin(command, &forgetting) || (!command->trial && !begin_again(command, &forgetting)))
		return REFUSED;
	forget_all(command, &forgetting);
	erase_note(command->store, "balint-group forget");
	forget_end(&forgetting);
	return DONE;
}

static enum status
clear(struct command *command)
{
	struct refusal why;
	enum status status = erase_finish(command->path, &why);
	if (status != DONE)
		message("%s", why.text);
	return status;
}

const struct verb verb_forget = {
	.name = "forget",
	.operands = "HANDLE",
	.least = 1,
	.most = 1,
	.needs = WRITES,
	.summary = "erase a person where the law allows",
	.listing = &forget_listing,
	.unlogged = true,
	.run = run,
	.after = clear,
};
