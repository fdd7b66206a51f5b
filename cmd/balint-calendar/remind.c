/* remind and notify: what members hear of their sessions. */
#include "verbs.h"

#include <balint/posting.h>
#include <balint/reminder.h>

struct remind_options {
	struct posting_options posting;
	int days;
};

static const struct option_spec remind_options[] = {
	COUNT_OPTION(struct remind_options, days, OPTION_MAY, "days", "N", "how many days before the session (default: 7)"),
	POSTING_OPTIONS(struct remind_options, posting),
};
static const struct option_spec notify_options[] = { POSTING_OPTIONS(struct remind_options, posting) };
static const struct remind_options defaults = { .days = 7 };

static enum status
post(struct command *command, int days, const char *kinds)
{
	const struct remind_options *o = command->options;
	int64_t edition;
	if (!command_editions(command, &edition))
		return REFUSED;
	enum status status = posting_begin(command, &o->posting);
	if (status != DONE)
		return status;
	if (days)
		reminder_queue(command->store, edition, days);
	return posting_gather(command, &o->posting, kinds, edition);
}

static enum status
run_remind(struct command *command)
{
	const struct remind_options *o = command->options;
	return post(command, o->days, "reminder");
}

static enum status
run_notify(struct command *command)
{
	return post(command, 0, "cancellation restoration move addition amendment consent");
}

const struct verb verb_remind = {
	.name = "remind",
	.needs = WRITES,
	.summary = "remind members of coming sessions, by mail",
	VERB_OPTIONS(remind_options, defaults),
	.listing = &posting_listing,
	.run = run_remind,
	.after = posting_deliver,
};

const struct verb verb_notify = {
	.name = "notify",
	.needs = WRITES,
	.summary = "mail what was changed, cancelled or is asked",
	VERB_OPTIONS(notify_options, defaults),
	.listing = &posting_listing,
	.run = run_notify,
	.after = posting_deliver,
};
