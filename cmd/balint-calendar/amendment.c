/* cancel, restore, add, set: what happens to one session. */
#include "verbs.h"

#include <balint/amendment.h>

#define F struct session_facts
#define REASON_OPTION(rule) TEXT_OPTION(F, reason, rule, "reason", "T", "why; nothing about anybody's health")
#define OVERRIDE_OPTION FLAG_OPTION(F, override, "override", "on a skipped date too; --reason says why")
#define EVENING_OPTIONS \
	TIME_OPTION(F, at, OPTION_MAY, "at", "HH:MM", "when it starts"), COUNT_OPTION(F, minutes, OPTION_MAY, "minutes", "N", "how long it lasts"), \
	    ANY_OPTION(F, venue, OPTION_MAY, "venue", "T", "where it is held ('': where the edition is)"), \
	    ANY_OPTION(F, online, OPTION_MAY, "online", "URL", "its link, which only members get ('': the edition's)")

static const struct option_spec cancel_options[] = { REASON_OPTION(OPTION_MUST) };
static const struct option_spec restore_options[] = {
	FLAG_OPTION(F, override, "override", "even if the date is skipped by now; --reason says why"),
	TEXT_OPTION(F, reason, OPTION_MAY, "reason", "T", "why it is held all the same, with --override"),
};
static const struct option_spec add_options[] = { EVENING_OPTIONS, REASON_OPTION(OPTION_MAY), OVERRIDE_OPTION };
static const struct option_spec set_options[] = { EVENING_OPTIONS };
static const struct session_facts nothing_said = { .at = { INT32_MIN } };

typedef bool amendment(struct store *store, const struct edition *edition, struct date date, const struct session_facts *facts,
    struct refusal *why);

static enum status
apply(struct command *command, amendment *amend)
{
	struct date date;
	const struct session_facts *o = command->options;
	if (!command_date(command, 0, "DATE", &date))
		return MISUSED;
	if (o->override && !o->reason)
		return command_misused(command, "--override wants a --reason");
	const struct edition *edition = command_edition(command);
	return edition && amend(command->store, edition, date, o, &command->why) ? DONE : REFUSED;
}

static bool
cancel(struct store *store, const struct edition *edition, struct date date, const struct session_facts *facts, struct refusal *why)
{
	return session_cancel(store, edition, date, facts->reason, why);
}

static enum status
run_cancel(struct command *command)
{
	return apply(command, cancel);
}

static enum status
run_restore(struct command *command)
{
	const struct session_facts *o = command->options;
	if (o->reason && !o->override)
		return command_misused(command, "--reason says why there is an --override; without one a session is restored as it was");
	return apply(command, session_restore);
}

static enum status
run_add(struct command *command)
{
	struct date date;
	char text[DATE_TEXT];
	enum status status = apply(command, session_add);
	if (status == DONE && command_date(command, 0, "DATE", &date))
		sink_format(command->out, "%s\n", date_write(date, text));
	return status;
}

static enum status
run_set(struct command *command)
{
	return apply(command, session_set);
}

#define ONE_SESSION .operands = "DATE", .least = 1, .most = 1, .needs = WRITES
const struct verb verb_cancel = {
	.name = "cancel",
	ONE_SESSION,
	.summary = "cancel a session; it keeps its place in the calendar",
	VERB_OPTIONS(cancel_options, nothing_said),
	.run = run_cancel,
};
const struct verb verb_restore = {
	.name = "restore",
	ONE_SESSION,
	.summary = "take a cancellation back",
	VERB_OPTIONS(restore_options, nothing_said),
	.run = run_restore,
};
const struct verb verb_add = {
	.name = "add",
	ONE_SESSION,
	.summary = "add a make-up session",
	VERB_OPTIONS(add_options, nothing_said),
	.run = run_add,
};
const struct verb verb_set = {
	.name = "set",
	ONE_SESSION,
	.summary = "have one session in another room, with another link or at another time",
	.some = true,
	VERB_OPTIONS(set_options, nothing_said),
	.run = run_set,
};
