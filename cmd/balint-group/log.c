#include "verbs.h"

#include <balint/changes.h>
#include <balint/log.h>
#include <balint/text.h>

struct options {
	int limit;
	const char *show;
};

static const struct option_spec options[] = {
	COUNT_OPTION(struct options, limit, OPTION_EITHER, "limit", "N", "only the last N"),
	WORD_OPTION(struct options, show, OPTION_EITHER, "show", "ID", "the rows that this command changed, before and after"),
};
static const struct options defaults = { 0 };

/* Why there is nothing to show. */
static void
tell_none(struct command *command, int64_t id)
{
	long long number = (long long)id;
	switch (changes_kind(command->store, id)) {
	case CHANGES_MADE: command_warn(command, "command %lld has made the store, and has no change set", number); break;
	case CHANGES_REPLACED: command_warn(command, "command %lld has replaced the whole store, and has no change set", number); break;
	case CHANGES_FORGOT: command_warn(command, "command %lld has forgotten somebody, and has no change set", number); break;
	case CHANGES_ERASED: command_warn(command, "the change set of command %lld was erased with somebody who was forgotten", number); break;
	case CHANGES_UNKNOWN: command_warn(command, "the log has no change set of command %lld", number); break;
	}
}

static enum status
show(struct command *command, const char *number)
{
	int64_t id;
	bool empty = false;
	if (!text_is_id(number, &id))
		return command_misused(command, "--show: '%s' is not the number of a command", number);
	if (!changes_list(command->store, id, rows_emit, command->rows, &empty, &command->why))
		return REFUSED;
	if (empty)
		tell_none(command, id);
	return DONE;
}

enum { WIDE = 120 };

/* Commands differ in their last words. */
static bool
is_narrow(const struct command *command)
{
	return rows_for_people(command->rows, NULL) && !command->style.columns && command->style.width > 0 && command->style.width < WIDE;
}

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	if (o->show)
		return show(command, o->show);
	if (is_narrow(command)) {
		rows_free(command->rows);
		command->rows = rows_new(command->out, &log_narrow_listing, &command->style, &command->why);
	}
	log_list(command->store, o->limit, rows_emit, command->rows);
	return DONE;
}

const struct verb verb_log = {
	.name = "log",
	.needs = READS,
	.summary = "list the commands that changed the store, the newest first",
	VERB_OPTIONS(options, defaults),
	.listing = &log_listing,
	.other_option = "show",
	.other_listing = &changed_listing,
	.run = run,
};
