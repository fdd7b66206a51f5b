#include "verbs.h"

#include <balint/backup.h>

/* Said beforehand, though it shows afterwards. */
static void
tell(void *context, const struct backup *backup)
{
	struct command *command = context;
	sink_format(command->out, "%s\n", backup->path);
	if (backup->kept)
		command_warn(command, "what was there is kept in %s", backup->kept);
	if (backup->stray)
		command_warn(command, "%s: 'restore' will not take the backup with it; see balint(7)", backup->stray);
}

static enum status
run(struct command *command)
{
	return backup_make(command->store, command->operands[0], tell, command, &command->why) ? DONE : REFUSED;
}

const struct verb verb_backup = {
	.name = "backup",
	.operands = "FILE",
	.least = 1,
	.most = 1,
	.needs = READS,
	.saves = true,
	.summary = "copy the store, beside running writers",
	.run = run,
};
