#include "planning.h"

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

/* A session says how it stands; any other date is skipped for a reason, or free. */
static enum status
run(struct command *command)
{
	struct why_row row;
	const struct edition *edition;
	char reason[SKIP_TEXT];
	if (!command_date(command, 0, "DATE", &row.date))
		return MISUSED;
	if (!edition_if_any(command, &edition))
		return REFUSED;
	struct skips *skips = skips_load(command->store, edition ? edition->id : EDITION_ALL);
	bool skipped = skips_explain(skips, row.date, reason);
	const char *status = edition ? session_status(command->store, edition, row.date) : NULL;
	row.verdict = status ? status : skipped ? "skipped" : "free";
	row.reason = skipped ? reason : status ? "a session of the edition" : "neither a session, nor a holiday, break or closure";
	rows_emit(command->rows, &row);
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
