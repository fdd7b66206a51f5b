#include "planning.h"

#include <balint/explanation.h>
#include <balint/translation.h>

#include <stdlib.h>

struct why_row {
	struct date date;
	const char *verdict, *reason;
};

static const struct column columns[] = {
	DATE_COLUMN(struct why_row, date),
	TEXT_COLUMN(struct why_row, verdict),
	TEXT_COLUMN(struct why_row, reason),
};
static const struct listing listing = LISTING(columns);

static enum status
run(struct command *command)
{
	struct why_row row;
	const struct edition *edition;
	if (!command_date(command, 0, "DATE", &row.date))
		return MISUSED;
	if (!edition_if_any(command, &edition))
		return REFUSED;
	struct skips *skips = skips_load(command->store, edition ? edition->id : EDITION_ALL);
	translation_for_data(!rows_for_people(command->rows, NULL));
	struct explanation explanation = date_explain(command->store, edition, skips, row.date);
	translation_for_data(false);
	row.verdict = explanation.verdict;
	row.reason = explanation.reason;
	rows_emit(command->rows, &row);
	free(explanation.reason);
	skips_free(skips);
	return DONE;
}

const struct verb verb_why = {
	.name = "why",
	.operands = "DATE",
	.least = 1,
	.most = 1,
	.needs = MAY_READ,
	.summary = "say why a date has a session or none",
	.listing = &listing,
	.run = run,
};
