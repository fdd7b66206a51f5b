#include "verbs.h"

#include <balint/credit.h>
#include <balint/ledger.h>

#include <stdlib.h>

struct list_options {
	bool all;
};

static const struct option_spec list_options[] = {
	FLAG_OPTION(struct list_options, all, "all", "the settled ones too, and where their money went"),
};
static const struct list_options list_defaults = { 0 };

static enum status
run_credits(struct command *command)
{
	const struct list_options *o = command->options;
	int64_t edition;
	if (!command_editions(command, &edition))
		return REFUSED;
	credit_list(command->store, edition, o->all, rows_emit, command->rows);
	return DONE;
}

const struct verb verb_credits = {
	.name = "credits",
	.needs = READS,
	.summary = "list the credits that wait for a person, and why",
	VERB_OPTIONS(list_options, list_defaults),
	.listing = &credit_listing,
	.run = run_credits,
};

static enum status
run_match(struct command *command)
{
	int64_t edition;
	bool good = command_editions(command, &edition)
	    && credit_match(command->store, edition, command->operands[0], command->operands + 1, (size_t)command->count - 1, rows_emit, command->rows,
	        &command->why);
	return good ? DONE : REFUSED;
}

const struct verb verb_match = {
	.name = "match",
	.operands = "CREDIT HANDLE[:MONTH][=AMOUNT]...",
	.least = 2,
	.most = -1,
	.needs = WRITES,
	.summary = "say whose a credit is",
	.listing = &entry_listing,
	.run = run_match,
};

static bool
unmatch_one(struct command *command, const char *credit, void *context)
{
	char *iban;
	(void)context;
	bool good = credit_unmatch(command->store, credit, &iban, &command->why);
	if (good && iban)
		command_warn(command, "the payer book still has %s; if that was the mistake: balint-fees payers forget %s", iban, iban);
	free(iban);
	return good;
}

static enum status
run_unmatch(struct command *command)
{
	return command_each(command, 0, unmatch_one, NULL) ? DONE : REFUSED;
}

const struct verb verb_unmatch = {
	.name = "unmatch",
	.operands = "CREDIT...",
	.least = 1,
	.most = -1,
	.needs = WRITES,
	.summary = "take the payments of a credit back, which waits again",
	.run = run_unmatch,
};

struct dismiss_options {
	const char *reason;
};

static const struct option_spec dismiss_options[] = {
	TEXT_OPTION(struct dismiss_options, reason, OPTION_MAY, "reason", "T", "what it is instead"),
};
static const struct dismiss_options dismiss_defaults = { 0 };

static bool
dismiss_one(struct command *command, const char *credit, void *context)
{
	const struct dismiss_options *o = context;
	return credit_dismiss(command->store, credit, o->reason, &command->why);
}

static enum status
run_dismiss(struct command *command)
{
	struct dismiss_options o = *(const struct dismiss_options *)command->options;
	return command_each(command, 0, dismiss_one, &o) ? DONE : REFUSED;
}

const struct verb verb_dismiss = {
	.name = "dismiss",
	.operands = "CREDIT...",
	.least = 1,
	.most = -1,
	.needs = WRITES,
	.summary = "say that a credit is no fee; to take that back, match it",
	VERB_OPTIONS(dismiss_options, dismiss_defaults),
	.run = run_dismiss,
};
