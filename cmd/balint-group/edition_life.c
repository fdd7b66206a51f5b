/* edition clone, close and reopen. */
#include "verbs.h"

#include <balint/change.h>
#include <balint/session.h>
#include <balint/suspension.h>
#include <balint/money.h>
#include <balint/tariff.h>

#include <stdlib.h>

struct clone_options {
	struct date start;
	int number, year;
	bool conductors;
};

static const struct option_spec clone_options[] = {
	DATE_OPTION(struct clone_options, start, OPTION_MUST, "start", "DATE", "its first session"),
	COUNT_OPTION(struct clone_options, number, OPTION_MAY, "number", "N", "which edition it is (default: the next)"),
	COUNT_OPTION(struct clone_options, year, OPTION_MAY, "year", "Y", "the year in its name (default: as many years later as --start)"),
	FLAG_OPTION(struct clone_options, conductors, "conductors", "with the same conductors"),
};
static const struct clone_options clone_defaults = { { INT32_MIN }, 0, 0, false };

static void
count_sessions(void *context, const void *row)
{
	*(int64_t *)context = ((const struct edition_row *)row)->sessions;
}

/* The calendar is the one thing that is not like last year's. */
static void
tell_next(struct command *command, const struct edition *from, const struct edition *to, struct date start)
{
	struct date_range span;
	char day[DATE_TEXT];
	int64_t count = 0;
	if (session_span(command->store, to, &span))
		return;
	edition_show(command->store, from, count_sessions, &count);
	command_warn(command, "its calendar is still to be made: balint-calendar generate --from %s --count %lld -e %s", date_write(start, day),
	    (long long)count, to->code);
}

/* What is perhaps not meant so. */
static void
tell_alike(struct command *command, const struct edition *from, const struct edition *to, const struct cloning *cloning)
{
	char start[DATE_TEXT], *other;
	enum alike alike = edition_alike(command->store, to, &other);
	if (!cloning->weekday)
		command_warn(command, "%s is not on the weekday on which edition %s began", date_write(cloning->start, start), from->code);
	if (alike == ALIKE_IN_NAME)
		command_warn(command, "it has the title, the number and the year of edition %s; to tell them apart: balint-group edition set %s --number N --year Y", other,
		    to->code);
	else if (!cloning->year && to->year == from->year)
		command_warn(command, "the year in its name is that of edition %s, %d; if it is another: balint-group edition set %s --year Y", from->code, to->year,
		    to->code);
	if (alike == ALIKE_IN_REFERENCES)
		command_warn(command, "the references of its payments are those of edition %s; to tell them apart: balint-group edition set %s --reference TEMPLATE", other,
		    to->code);
	free(other);
}

static bool
clone_rest(struct command *command, const struct edition *from, const struct edition *to, const struct cloning *cloning)
{
	const struct clone_options *o = command->options;
	struct refusal *why = &command->why;
	return suspension_clone(command->store, from, to, cloning, why) && tariff_clone(command->store, from, to, cloning, why)
	    && (!o->conductors || edition_clone_conductors(command->store, from, to, cloning, why));
}

static enum status
run_clone(struct command *command)
{
	const struct clone_options *o = command->options;
	struct cloning cloning = { .start = o->start, .number = o->number, .year = o->year };
	struct edition from = { 0 }, to = { 0 };
	bool good = edition_find(command->store, command->operands[0], &from, &command->why)
	    && edition_clone(command->store, &from, command->operands[1], &cloning, &command->why)
	    && edition_find(command->store, command->operands[1], &to, &command->why) && clone_rest(command, &from, &to, &cloning);
	if (good) {
		sink_format(command->out, "%s\n", to.code);
		if (!cloning.existed)
			tell_alike(command, &from, &to, &cloning);
		tell_next(command, &from, &to, o->start);
	}
	edition_release(&from);
	edition_release(&to);
	return good ? DONE : REFUSED;
}

const struct verb verb_edition_clone = {
	.name = "edition clone",
	.operands = "CODE NEW",
	.least = 2,
	.most = 2,
	.needs = WRITES,
	.summary = "make next year's edition like this one",
	VERB_OPTIONS(clone_options, clone_defaults),
	.run = run_clone,
};

struct close_options {
	struct date on;
	bool early;
};

static const struct option_spec close_options[] = {
	DATE_OPTION(struct close_options, on, OPTION_MAY, "on", "DATE", "the last day of its members (default: that of its last session)"),
	FLAG_OPTION(struct close_options, early, "early", "though sessions are to come"),
};
static const struct close_options close_defaults = { { INT32_MIN }, false };

static void
tell_open_ends(struct command *command, const struct edition *edition, const struct closing *closing)
{
	char text[MONEY_TEXT];
	if (closing->gave_up)
		command_warn(command, "who had applied or waited is withdrawn: %s", closing->gave_up);
	if (closing->ahead > 0)
		command_warn(command, "sessions to come stay in the calendar, and nobody is reminded of them: %lld; 'balint-calendar next --count %lld -e %s' lists them",
		    (long long)closing->ahead, (long long)closing->ahead, edition->code);
	if (closing->unpaid > 0)
		command_warn(command, "instalments are still to be paid: %lld, %s in all; 'balint-fees due --all -e %s' lists them", (long long)closing->unpaid,
		    money_write(closing->open, text), edition->code);
	if (closing->holes > 0)
		command_warn(command, "the register has holes: %lld; 'balint-attend report -e %s' says whose", (long long)closing->holes, edition->code);
	if (closing->queued > 0)
		command_warn(command, "notices still wait: %lld; 'balint-group outbox list --status queued -e %s' lists them", (long long)closing->queued,
		    edition->code);
}

static enum status
run_close(struct command *command)
{
	const struct close_options *o = command->options;
	struct closing closing = { .on = o->on, .early = o->early };
	if (command->count)
		command->edition = command->operands[0];
	const struct edition *edition = command_edition(command);
	if (!edition || !edition_close(command->store, edition, &closing, &command->why))
		return REFUSED;
	if (!closing.already) {
		change_lapse_all(command->store, edition->id); /* nobody is left who could agree */
		tell_open_ends(command, edition, &closing);
	}
	free(closing.gave_up);
	return DONE;
}

const struct verb verb_edition_close = {
	.name = "edition close",
	.operands = "[CODE]",
	.most = 1,
	.needs = WRITES,
	.summary = "end an edition: its members have completed it",
	VERB_OPTIONS(close_options, close_defaults),
	.run = run_close,
};

static enum status
run_reopen(struct command *command)
{
	struct edition edition = { 0 };
	if (!edition_find(command->store, command->operands[0], &edition, &command->why))
		return REFUSED;
	edition_reopen(command->store, &edition);
	edition_release(&edition);
	return DONE;
}

const struct verb verb_edition_reopen = {
	.name = "edition reopen",
	.operands = "CODE",
	.least = 1,
	.most = 1,
	.needs = WRITES,
	.summary = "take the end of an edition back",
	.run = run_reopen,
};
