#include "restoring.h"

#include <balint/carry.h>
#include <balint/finding.h>
#include <balint/ledger.h>
#include <balint/person.h>

#include <stdlib.h>
#include <string.h>

static void
take_finding(void *context, const void *row)
{
	struct refusal *why = context;
	const struct finding *finding = row;
	if (!*why->text && strcmp(finding->level, "error") == 0) {
		refuse_first(why, finding->finding);
		refuse_within(why, finding->subject);
	}
}

struct restoration *
begin_restoring(struct command *command, const char *path, const struct restore_source *source)
{
	struct restoration *restoration = restoration_begin(path, source, command->trial, &command->why);
	if (!restoration)
		return NULL;
	store_tell_verb(restoration_store(restoration), "balint-group", command->verb->name);
	*command->why.text = '\0';
	names_check(restoration_store(restoration), take_finding, &command->why);
	ledger_check(restoration_store(restoration), take_finding, &command->why);
	if (!*command->why.text)
		return restoration;
	refuse_within(&command->why, source->file ? source->file : source->name);
	restoration_free(restoration);
	return NULL;
}

/* The name of what was made is said under --quiet too. */
static void
tell_kept(void *context, const char *name)
{
	struct command *command = context;
	command_tell(command, "%s: kept as it was in %s", command->path, name);
}

static void
carry(void *context, struct store *content, struct store *old)
{
	struct command *command = context;
	if (!old)
		command_warn(command, "%s: cannot be read, so what it has mailed since may go again: see 'balint-group outbox list'", command->path);
	if (!old)
		return;
	int64_t sessions = session_carry(content, old);
	struct carried carried = outbox_carry(content, old);
	if (sessions > 0)
		command_warn(command, "%lld sessions come back with another time, place or status: tell the members", (long long)sessions);
	if (carried.notices > 0)
		command_warn(command, "%lld notices that have gone since stay marked as sent, and do not go again", (long long)carried.notices);
	if (carried.lost > 0)
		command_warn(command, "%lld notices that went since are about what is not in %s: entered again, it is mailed again, unless you drop that "
		    "('balint-group outbox drop')", (long long)carried.lost, command->operands[0]);
}

static void
tell_trial(struct command *command, const struct restoration *restoration)
{
	char *name = restoration_keeps(restoration);
	if (name)
		command_warn(command, "%s would be kept in %s", command->path, name);
	free(name);
}

/* What there is to say is said beforehand, though it shows afterwards: once it is done, nothing may fail. */
static enum status
run(struct command *command)
{
	const struct restore_source source = { .file = command->operands[0] };
	struct restoration *restoration = begin_restoring(command, command->path, &source);
	if (!restoration)
		return REFUSED;
	int schema = restoration_schema(restoration);
	sink_format(command->out, "%s\n", command->path);
	if (schema < STORE_SCHEMA)
		command_warn(command, "what is restored is brought up to date from schema %d to %d", schema, STORE_SCHEMA);
	store_check_log(restoration_store(restoration), command_take_warning, command);
	const struct restore_watch watch = { carry, tell_kept, command };
	if (command->trial) {
		tell_trial(command, restoration);
		restoration_carry(restoration, &watch);
	}
	bool good = command->trial || restoration_finish(restoration, command->line, &watch, &command->why);
	restoration_free(restoration);
	return good ? DONE : REFUSED;
}

const struct verb verb_restore = {
	.name = "restore",
	.operands = "FILE",
	.least = 1,
	.most = 1,
	.needs = REPLACES,
	.summary = "bring a backup or an export back",
	.run = run,
};
