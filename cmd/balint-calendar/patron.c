/* The patron saints' days: their list, and closure add with one of them. */
#include "patron.h"

#include <balint/clock.h>
#include <balint/patron.h>
#include <balint/years.h>

struct options {
	int year;
};

static const struct option_spec options[] = {
	COUNT_OPTION(struct options, year, OPTION_MAY, "year", "Y", "which year, from 1583 (default: this one)"),
};
static const struct options defaults = { 0 };

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	int year = o->year ? o->year : date_civil(clock_today()).year;
	if (!years_check(o->year, &command->why))
		return MISUSED;
	const char *city = command->count > 0 ? command->operands[0] : NULL;
	return patron_list(year, city, rows_emit, command->rows, &command->why) ? DONE : REFUSED;
}

const struct verb verb_patron_list = {
	.name = "patron list",
	.operands = "[CITY]",
	.most = 1,
	.needs = NEEDS_NOTHING,
	.summary = "list the patron saints' days of the Italian provinces' capitals",
	VERB_OPTIONS(options, defaults),
	.listing = &patron_listing,
	.run = run,
};

bool
patron_close(struct command *command, int64_t edition, const char *city, const struct years *years)
{
	struct patron patron;
	char label[PATRON_LABEL], date[DATE_TEXT];
	if (!patron_find(city, &patron, &command->why))
		return false;
	patron_label(&patron, label);
	for (size_t i = 0; i < years->count; i++) {
		struct closure_row row = { patron_date(&patron, years->years[i]), label };
		const struct suspension suspension = { "closure", row.date, row.date, label, false };
		if (!suspension_add(command->store, edition, &suspension, &command->why))
			return refuse_within(&command->why, date_write(row.date, date));
		rows_emit(command->rows, &row);
		session_check(command->store, edition, row.date, row.date, warn_of_session, command);
	}
	return true;
}
