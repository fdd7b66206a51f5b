/* move, retract, consent, changes. */
#include "verbs.h"

#include <balint/change.h>

static const struct option_spec move_options[] = {
	DATE_OPTION(struct move, to, OPTION_MUST, "to", "DATE", "where to"),
	TIME_OPTION(struct move, at, OPTION_MAY, "at", "HH:MM", "when it starts then (default: at the same time)"),
	TEXT_OPTION(struct move, reason, OPTION_MUST, "reason", "T", "why; nothing about anybody's health"),
	FLAG_OPTION(struct move, override, "override", "at once, without asking; on a skipped date too"),
	FLAG_OPTION(struct move, again, "again", "ask once more for what was refused"),
};
static const struct move move_defaults = { { INT32_MIN }, { INT32_MIN }, NULL, false, false };

/* The edition meant and the date that is the first operand. */
static const struct edition *
read_session(struct command *command, struct date *date, enum status *status)
{
	*status = MISUSED;
	if (!command_date(command, 0, "DATE", date))
		return NULL;
	*status = REFUSED;
	return command_edition(command);
}

static enum status
run_move(struct command *command)
{
	struct date date;
	enum status status;
	int64_t change;
	const struct edition *edition = read_session(command, &date, &status);
	if (!edition)
		return status;
	if (!change_move(command->store, edition, date, command->options, &change, &command->why))
		return REFUSED;
	change_show(command->store, change, rows_emit, command->rows);
	return DONE;
}

const struct verb verb_move = {
	.name = "move",
	.operands = "DATE",
	.least = 1,
	.most = 1,
	.needs = WRITES,
	.summary = "ask the members for another date or time of a session",
	VERB_OPTIONS(move_options, move_defaults),
	.listing = &change_listing,
	.run = run_move,
};

static enum status
run_retract(struct command *command)
{
	struct date date;
	enum status status;
	int64_t change;
	const struct edition *edition = read_session(command, &date, &status);
	if (!edition)
		return status;
	if (!change_find(command->store, edition, date, &change, &command->why))
		return REFUSED;
	change_retract(command->store, change);
	change_show(command->store, change, rows_emit, command->rows);
	return DONE;
}

const struct verb verb_retract = {
	.name = "retract",
	.operands = "DATE",
	.least = 1,
	.most = 1,
	.needs = WRITES,
	.summary = "ask no longer for another date of a session",
	.listing = &change_listing,
	.run = run_retract,
};

struct answer {
	bool yes, no;
};

#define ANSWER_OPTION(field, name, help) OPTION_OF(bool, struct answer, field, OPTION_FLAG, OPTION_ONE, name, 0, NULL, help)
static const struct option_spec answer_options[] = {
	ANSWER_OPTION(yes, "yes", "they agree"),
	ANSWER_OPTION(no, "no", "they do not: the change is refused for good"),
};
static const struct answer answer_defaults = { 0 };

static bool
answer_one(struct command *command, const char *handle, void *context)
{
	const struct answer *o = command->options;
	const int64_t *change = context;
	return change_answer(command->store, *change, handle, o->yes, &command->why);
}

/* Whether all of them have answered so already, by which the change was closed. */
static bool
have_answered(struct command *command, const struct edition *edition, struct date date, int64_t *change)
{
	const struct answer *o = command->options;
	bool all = change_answered(command->store, edition, date, o->yes, change);
	for (int i = 1; i < command->count; i++)
		all = all && change_has_answer(command->store, *change, command->operands[i], o->yes);
	return all;
}

static enum status
run_consent(struct command *command)
{
	struct date date;
	enum status status;
	int64_t change;
	const struct edition *edition = read_session(command, &date, &status);
	if (!edition)
		return status;
	bool open = change_find(command->store, edition, date, &change, &command->why);
	if (!open && !have_answered(command, edition, date, &change))
		return REFUSED;
	if (open && (!command_each(command, 1, answer_one, &change) || !change_settle(command->store, change, &command->why)))
		return REFUSED;
	change_show(command->store, change, rows_emit, command->rows);
	return DONE;
}

const struct verb verb_consent = {
	.name = "consent",
	.operands = "DATE HANDLE...",
	.least = 2,
	.most = -1,
	.needs = WRITES,
	.summary = "write down who agrees to the change of a session",
	VERB_OPTIONS(answer_options, answer_defaults),
	.listing = &change_listing,
	.run = run_consent,
};

struct filter {
	const char *status;
};

static const struct option_spec list_options[] = {
	CHOICE_OPTION(struct filter, status, OPTION_MAY, "status", "open|made|refused|lapsed", "only these"),
};
static const struct filter list_defaults = { 0 };

static enum status
run_changes(struct command *command)
{
	const struct filter *o = command->options;
	const struct edition *edition = command_edition(command);
	if (!edition)
		return REFUSED;
	change_list(command->store, edition, o->status, rows_emit, command->rows);
	return DONE;
}

const struct verb verb_changes = {
	.name = "changes",
	.needs = READS,
	.summary = "list the changes that were asked for, and whose answer is missing",
	VERB_OPTIONS(list_options, list_defaults),
	.listing = &change_listing,
	.run = run_changes,
};
