#include "verbs.h"

#include <balint/person.h>
#include <balint/presentation.h>
#include <balint/rota.h>
#include <balint/turn.h>

#include <string.h>

struct options {
	int count;
	bool all;
};

static const struct option_spec options[] = {
	COUNT_OPTION(struct options, count, OPTION_EITHER, "count", "N", "only the next N sessions"),
	OPTION_OF(bool, struct options, all, OPTION_FLAG, OPTION_EITHER, "all", 0, NULL, "past and cancelled sessions too"),
};
static const struct options defaults = { 0 };

struct history_options {
	const char *person;
};

static const struct option_spec history_options[] = {
	WORD_OPTION(struct history_options, person, OPTION_MAY, "person", "HANDLE", "only what this person presented"),
};
static const struct history_options history_defaults = { 0 };

/* A session that nobody can take wants somebody to be asked. */
static void
take_row(void *context, const void *taken)
{
	struct command *command = context;
	const struct rota_row *row = taken;
	char date[DATE_TEXT];
	rows_emit(command->rows, row);
	date_write(row->date, date);
	if (strcmp(row->status, "open") == 0 && row->members > 0)
		command_warn(command, "all whose turn %s could be will be away or have a turn by hand; give it out: balint-attend rota set %s HANDLE -e %s", date, date,
		    command->meant.code);
}

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	const struct edition *edition = command_edition(command);
	char date[DATE_TEXT];
	if (!edition)
		return REFUSED;
	struct date unrecorded = rota_list(command->store, edition, &(struct rota_choice){ o->count, o->all }, take_row, command);
	if (date_given(unrecorded)) {
		date_write(unrecorded, date);
		command_warn(command, "nobody is recorded for %s, on which the next turns depend: balint-attend present %s HANDLE -e %s", date, date, edition->code);
	}
	return DONE;
}

static enum status
run_set(struct command *command)
{
	struct date date;
	if (!command_date(command, 0, "DATE", &date))
		return MISUSED;
	const struct edition *edition = command_edition(command);
	return edition && turn_set(command->store, edition, date, command->operands[1], &command->why) ? DONE : REFUSED;
}

static bool
clear_one(struct command *command, const char *operand, void *context)
{
	struct date date;
	if (!date_parse(operand, &date, &command->why))
		return refuse_within(&command->why, "DATE");
	return turn_clear(command->store, context, date, &command->why);
}

static enum status
run_clear(struct command *command)
{
	struct date date;
	for (int i = 0; i < command->count; i++)
		if (strcmp(command->operands[i], "-") != 0 && !command_date(command, i, "DATE", &date))
			return MISUSED;
	const struct edition *edition = command_edition(command);
	return edition && command_each(command, 0, clear_one, &command->meant) ? DONE : REFUSED;
}

static enum status
run_swap(struct command *command)
{
	struct date one, other;
	if (!command_date(command, 0, "DATE", &one) || !command_date(command, 1, "DATE", &other))
		return MISUSED;
	const struct edition *edition = command_edition(command);
	return edition && turn_swap(command->store, edition, one, other, rows_emit, command->rows, &command->why) ? DONE : REFUSED;
}

static enum status
run_history(struct command *command)
{
	const struct history_options *o = command->options;
	struct person person = { 0 };
	int64_t edition;
	if (!command_editions(command, &edition) || (o->person && !person_find(command->store, o->person, &person, &command->why)))
		return REFUSED;
	presentation_list(command->store, edition, o->person ? &person : NULL, rows_emit, command->rows);
	return DONE;
}

const struct verb verb_rota = {
	.name = "rota",
	.needs = READS,
	.summary = "list who presents when",
	VERB_OPTIONS(options, defaults),
	.listing = &rota_listing,
	.run = run,
};
const struct verb verb_rota_set = {
	.name = "rota set",
	.operands = "DATE HANDLE",
	.least = 2,
	.most = 2,
	.needs = WRITES,
	.summary = "give the turn of a session to somebody by hand",
	.run = run_set,
};
const struct verb verb_rota_clear = {
	.name = "rota clear",
	.operands = "DATE...",
	.least = 1,
	.most = -1,
	.needs = WRITES,
	.summary = "take back turns that were given by hand",
	.run = run_clear,
};
const struct verb verb_rota_swap = {
	.name = "rota swap",
	.operands = "DATE DATE",
	.least = 2,
	.most = 2,
	.needs = WRITES,
	.summary = "exchange the turns of two sessions",
	.listing = &rota_listing,
	.run = run_swap,
};
const struct verb verb_rota_history = {
	.name = "rota history",
	.needs = READS,
	.summary = "list who presented when, over all editions",
	VERB_OPTIONS(history_options, history_defaults),
	.listing = &presentation_listing,
	.run = run_history,
};
