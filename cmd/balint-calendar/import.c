#include "patron.h"

#include <balint/closure_import.h>

#include <string.h>

struct options {
	bool all_editions;
	int year;
};

static const struct option_spec options[] = {
	FLAG_OPTION(struct options, all_editions, "all-editions", "for all editions, not for one"),
	COUNT_OPTION(struct options, year, OPTION_MAY, "year", "Y", "where events repeat (default: years with sessions, else this and the next)"),
};
static const struct options defaults = { 0 };

struct import {
	struct command *command;
	struct date first, last; /* of the days added; DATE_NONE: none */
};

static void
take(void *context, const void *row)
{
	struct import *import = context;
	const struct import_row *imported = row;
	struct command *command = import->command;
	rows_emit(command->rows, row);
	if (strcmp(imported->action, "added") != 0)
		return;
	if (!date_given(import->first) || imported->from.day < import->first.day)
		import->first = imported->from;
	if (!date_given(import->last) || imported->to.day > import->last.day)
		import->last = imported->to;
}

static void
complain(void *context, size_t line, size_t column, const char *what)
{
	const struct import *import = context;
	message("%s:%zu:%zu: %s", import->command->operands[0], line, column, what);
}

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	const struct edition *edition;
	if (!years_check(o->year, &command->why))
		return MISUSED;
	edition = o->all_editions ? NULL : command_edition(command);
	if (!edition && !o->all_editions)
		return REFUSED;
	const int64_t id = edition ? edition->id : EDITION_ALL;
	struct import import = { command, DATE_NONE, DATE_NONE };
	const struct import_taker taker = { take, complain, &import };
	struct years years = session_years(command->store, id, o->year);
	bool good = closure_import(command->store, id, &years, command->operands[0], &taker, &command->why);
	years_release(&years);
	if (good && date_given(import.first))
		session_check(command->store, id, import.first, import.last, warn_of_session, command);
	return good ? DONE : REFUSED;
}

const struct verb verb_import = {
	.name = "import",
	.operands = "FILE",
	.least = 1,
	.most = 1,
	.needs = WRITES,
	.summary = "add the days of an iCalendar file, such as a school's, as closures and breaks",
	VERB_OPTIONS(options, defaults),
	.listing = &import_listing,
	.run = run,
};
