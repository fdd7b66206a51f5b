/* break and closure: add, list, remove. */
#include "patron.h"

#include <string.h>

struct options {
	bool all_editions;
	/* closure add has these too */
	const char *patron;
	int year;
};

static const struct option_spec options[] = {
	FLAG_OPTION(struct options, all_editions, "all-editions", "of all editions, not of one"),
};
static const struct option_spec closing[] = {
	FLAG_OPTION(struct options, all_editions, "all-editions", "of all editions, not of one"),
	WORD_OPTION(struct options, patron, OPTION_MAY, "patron", "CITY", "the patron saint's day of this capital, such as TO or Torino"),
	COUNT_OPTION(struct options, year, OPTION_MAY, "year", "Y", "of this solar year (default: those with sessions, else this and the next)"),
};
static const struct options defaults = { 0 };

/* The edition that the days are of: EDITION_ALL with --all-editions. */
static bool
find_edition(struct command *command, int64_t *id)
{
	const struct options *o = command->options;
	const struct edition *edition = o->all_editions ? NULL : command_edition(command);
	*id = edition ? edition->id : EDITION_ALL;
	return edition || o->all_editions;
}

/* The days: `A..B` for a break, a date for a closure. */
static bool
read_days(struct command *command, const char *kind, struct suspension *suspension)
{
	struct date_range range;
	suspension->kind = kind;
	if (strcmp(kind, "closure") == 0) {
		if (!command_date(command, 0, "DATE", &suspension->first))
			return false;
		suspension->last = suspension->first;
		return true;
	}
	if (!date_range_parse(command->operands[0], &range, &command->why))
		return false;
	suspension->first = range.first;
	suspension->last = range.last;
	return true;
}

void
warn_of_session(void *command, const void *finding)
{
	const struct finding *found = finding;
	command_warn(command, "%s: %s", found->subject, found->finding);
}

static enum status
add(struct command *command, const char *kind)
{
	struct suspension suspension;
	int64_t edition;
	if (!read_days(command, kind, &suspension) || !command_text(command, 1, "LABEL", &suspension.label))
		return MISUSED;
	if (!find_edition(command, &edition) || !suspension_add(command->store, edition, &suspension, &command->why))
		return REFUSED;
	session_check(command->store, edition, suspension.first, suspension.last, warn_of_session, command);
	return DONE;
}

static enum status
remove_days(struct command *command, const char *kind)
{
	struct suspension suspension;
	int64_t edition;
	if (!read_days(command, kind, &suspension))
		return MISUSED;
	return find_edition(command, &edition) && suspension_remove(command->store, edition, &suspension, &command->why) ? DONE : REFUSED;
}

static enum status
run_break_add(struct command *command)
{
	return add(command, "break");
}

static enum status
run_break_remove(struct command *command)
{
	return remove_days(command, "break");
}

/* No rows for a closure that was spelled out. */
static enum status
add_closure(struct command *command)
{
	command_drop_rows(command);
	return add(command, "closure");
}

static enum status
add_patron(struct command *command, const char *city, int year)
{
	int64_t edition;
	if (!years_check(year, &command->why))
		return MISUSED;
	if (!find_edition(command, &edition))
		return REFUSED;
	struct years years = session_years(command->store, edition, year);
	bool good = patron_close(command, edition, city, &years);
	years_release(&years);
	return good ? DONE : REFUSED;
}

static enum status
run_closure_add(struct command *command)
{
	const struct options *o = command->options;
	if (o->patron && command->count > 0)
		return command_misused(command, "'closure add' wants DATE LABEL or --patron CITY, not both");
	if (o->patron)
		return add_patron(command, o->patron, o->year);
	if (command->count < 2)
		return command_misused(command, "'closure add' wants DATE LABEL, or --patron CITY");
	if (o->year)
		return command_misused(command, "--year goes with --patron; a DATE has its year");
	return add_closure(command);
}

static enum status
run_closure_remove(struct command *command)
{
	return remove_days(command, "closure");
}

static enum status
run_break_list(struct command *command)
{
	int64_t edition;
	if (!find_edition(command, &edition))
		return REFUSED;
	break_list(command->store, edition, rows_emit, command->rows);
	return DONE;
}

static enum status
run_closure_list(struct command *command)
{
	int64_t edition;
	if (!find_edition(command, &edition))
		return REFUSED;
	closure_list(command->store, edition, rows_emit, command->rows);
	return DONE;
}

#define DAYS_VERB(...) .needs = WRITES, VERB_OPTIONS(options, defaults), __VA_ARGS__
const struct verb verb_break_add = {
	DAYS_VERB(.name = "break add", .operands = "A..B LABEL", .least = 2, .most = 2, .run = run_break_add),
	.summary = "suspend the sessions for some days, both ends included",
};
const struct verb verb_break_remove = {
	DAYS_VERB(.name = "break remove", .operands = "A..B", .least = 1, .most = 1, .run = run_break_remove),
	.summary = "take a break back",
};
const struct verb verb_closure_add = {
	.name = "closure add",
	.operands = "[DATE LABEL]",
	.most = 2,
	.needs = WRITES,
	.summary = "have no session on one day, such as a patron saint's",
	VERB_OPTIONS(closing, defaults),
	.listing = &closure_listing,
	.run = run_closure_add,
};
const struct verb verb_closure_remove = {
	DAYS_VERB(.name = "closure remove", .operands = "DATE", .least = 1, .most = 1, .run = run_closure_remove),
	.summary = "take a closure back",
};
const struct verb verb_break_list = {
	.name = "break list",
	.needs = READS,
	.summary = "list the breaks that hold for an edition",
	VERB_OPTIONS(options, defaults),
	.listing = &break_listing,
	.run = run_break_list,
};
const struct verb verb_closure_list = {
	.name = "closure list",
	.needs = READS,
	.summary = "list the closures that hold for an edition",
	VERB_OPTIONS(options, defaults),
	.listing = &closure_listing,
	.run = run_closure_list,
};
