#include "verbs.h"

#include <balint/clock.h>
#include <balint/renewal.h>
#include <balint/report.h>

#include <stdlib.h>
#include <string.h>

/* What the register says of somebody. */
struct record {
	char handle[TEXT_HANDLE];
	int64_t held;
	const char *verdict;
};

struct records {
	struct rows *rows;
	struct record *records;
	size_t count;
};

static void
take_record(void *context, const void *taken)
{
	struct records *records = context;
	const struct report_row *row = taken;
	struct record record = { .held = row->held, .verdict = row->verdict };
	memccpy(record.handle, row->handle, '\0', sizeof record.handle);
	records->records = memory_for_one(records->records, records->count, sizeof *records->records);
	records->records[records->count++] = record;
}

static void
emit(void *context, const void *taken)
{
	const struct records *records = context;
	struct renewal_row row = *(const struct renewal_row *)taken;
	for (size_t i = 0; i < records->count; i++)
		if (strcmp(records->records[i].handle, row.handle) == 0) {
			row.held = records->records[i].held;
			row.verdict = records->records[i].verdict;
		}
	rows_emit(records->rows, &row);
}

static enum status
run(struct command *command)
{
	struct records records = { .rows = command->rows };
	struct rule rule;
	const struct edition *edition = command_edition(command);
	if (!edition || !rule_find(command->store, NULL, &rule, &command->why))
		return REFUSED;
	report_each(command->store, &(struct attendance_choice){ edition->id, COUNT_NONE, clock_today() }, &rule, take_record, &records);
	renewal_list(command->store, edition, emit, &records);
	rule_release(&rule);
	free(records.records);
	return DONE;
}

const struct verb verb_renewal = {
	.name = "renewal",
	.needs = READS,
	.summary = "list who is in which year, and who did not present",
	.listing = &renewal_listing,
	.run = run,
};

static enum status
run_places(struct command *command)
{
	const struct edition *edition = command_edition(command);
	if (!edition)
		return REFUSED;
	places_list(command->store, edition, rows_emit, command->rows);
	return DONE;
}

const struct verb verb_renewal_places = {
	.name = "renewal places",
	.needs = READS,
	.summary = "count who stays and leaves by profession; free places",
	.listing = &places_listing,
	.run = run_places,
};
