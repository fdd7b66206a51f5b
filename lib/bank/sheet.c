#include "sheet.h"

#include "cells.h"
#include "row.h"

#include <balint/fatal.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
take_row(void *context, const struct csv_record *record)
{
	row_take(context, record);
}

static void
take_fault(void *context, size_t line, const char *what)
{
	const struct bank_reading *reading = ((const struct sheet *)context)->reading;
	reading->complain(reading->context, line, 0, what);
}

/* The search for the sign before the decimals. */
struct decimal_search {
	const struct sheet *sheet;
	char decimal;
	bool enough;
};

static void
take_decimal(void *context, const struct csv_record *record)
{
	struct decimal_search *search = context;
	const int *roles = search->sheet->columns.roles;
	const char *day = row_cell(record, roles[ROLE_DATE]);
	for (int role = ROLE_AMOUNT; role <= ROLE_OUT && !search->enough && day_likely(day, strlen(day)); role++) {
		const char *cell = row_cell(record, roles[role]);
		search->decimal = amount_decimal(cell, strlen(cell));
		search->enough = search->decimal != '\0';
	}
}

static void
pass_fault(void *context, size_t line, const char *what)
{
	(void)context;
	(void)line;
	(void)what;
}

/* What comes before the header, cell by cell; bytes that are not UTF-8 do not matter there. */
static void
preamble_read(struct sheet *sheet, int fd, const struct header *header)
{
	struct split *split = split_open(fd);
	char **texts = memory(CELLS_MOST * sizeof *texts);
	while (split_next(split) && split->number + header->named < header->line) {
		split_cells(split, header->separator);
		for (size_t i = 0; i < split->count; i++)
			texts[i] = memory_format("%.*s", (int)split->cells[i].length, split->cells[i].text);
		row_preamble(sheet, &(struct csv_record){ split->number, split->count, (const char *const *)texts });
		for (size_t i = 0; i < split->count; i++)
			free(texts[i]);
	}
	split_close(split);
	free(texts);
}

/* False with a reason if the file cannot be read. */
static bool
rows_read(struct sheet *sheet, int fd, const char *name, const struct header *header, struct refusal *why)
{
	const struct profile *profile = sheet->profile;
	struct decimal_search search = { sheet, profile->decimal, profile->decimal != '\0' };
	struct csv_form form = { header->separator, profile->bare, profile->charset, header->start, header->line, &search.enough };
	if (!search.enough && !csv_read_form(fd, name, &form, &(struct csv_reading){ take_decimal, pass_fault, &search }, why))
		return false;
	sheet->decimal = search.decimal;
	preamble_read(sheet, fd, header);
	form.enough = NULL;
	if (!csv_read_form(fd, name, &form, &(struct csv_reading){ take_row, take_fault, sheet }, why))
		return false;
	row_finish(sheet);
	return true;
}

bool
sheet_read(int fd, const char *name, const struct bank_choice *choice, const struct bank_reading *reading, struct bank_facts *facts,
    struct refusal *why)
{
	struct header header;
	struct profile *profiles = profiles_load(choice, why);
	bool good = profiles && header_find(fd, name, profiles, choice, &header, why);
	if (good)
		snprintf(facts->source, sizeof facts->source, "%s", header.profile ? header.profile->name : choice->bank ? choice->bank : "csv");
	if (good && header.profile) {
		struct sheet *sheet = memory(sizeof *sheet);
		*sheet = (struct sheet){ .profile = header.profile, .form = header.form, .columns = header.columns, .reading = reading, .facts = facts };
		good = rows_read(sheet, fd, name, &header, why);
		free(sheet);
	}
	profile_free(profiles);
	return good;
}
