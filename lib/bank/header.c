#include "header.h"

#include "cells.h"

#include <balint/fatal.h>
#include <balint/text.h>

#include <stdlib.h>
#include <string.h>

enum { SHOWN_MOST = 400, LOOKED_AT = 200 };

static const char separators[] = { ';', ',', '\t', '|' };

/* The first of the names that is among the cells, or -1. */
static int
names_find(const struct cell_names *names, char keys[][KEY_SIZE], size_t count)
{
	for (size_t i = 0; i < names->count; i++) {
		size_t number = names->names[i].number;
		if (number > 0 && number <= count)
			return (int)number - 1;
		for (size_t cell = 0; number == 0 && cell < count; cell++)
			if (strcmp(names->names[i].key, keys[cell]) == 0)
				return (int)cell;
	}
	return -1;
}

static size_t
columns_count(const struct columns *columns, bool used[CELLS_MOST])
{
	size_t count = 0;
	for (size_t i = 0; i < ROLES; i++)
		if (columns->roles[i] >= 0)
			used[columns->roles[i]] = true;
	for (size_t i = 0; i < columns->text_count; i++)
		used[columns->texts[i]] = true;
	for (size_t i = 0; i < CELLS_MOST; i++)
		count += used[i];
	return count;
}

bool
form_fits(const struct form *form, char keys[][KEY_SIZE], size_t count, struct columns *columns)
{
	bool used[CELLS_MOST] = { false }, all = true;
	*columns = (struct columns){ .width = count };
	for (size_t i = 0; i < form->header_count; i++) {
		int cell = names_find(&form->header[i], keys, count);
		if (cell < 0)
			return false;
		used[cell] = true;
	}
	for (size_t i = 0; i < ROLES; i++) {
		columns->roles[i] = names_find(&form->roles[i], keys, count);
		all &= columns->roles[i] >= 0 || form->roles[i].count == 0;
	}
	for (size_t i = 0; i < form->text_count; i++) {
		int cell = names_find(&form->texts[i], keys, count);
		all &= cell >= 0;
		columns->texts[columns->text_count] = cell;
		columns->said[columns->text_count] = i;
		columns->text_count += cell >= 0;
	}
	const int *roles = columns->roles;
	columns->matched = columns_count(columns, used);
	return (all || form->loose) && roles[ROLE_DATE] >= 0 && (roles[ROLE_AMOUNT] >= 0 || roles[ROLE_IN] >= 0 || roles[ROLE_OUT] >= 0)
	    && (columns->text_count > 0 || roles[ROLE_PAYER] >= 0);
}

/* What the search has come upon in one line. */
struct search {
	const struct bank_choice *choice;
	struct header *header;
	const struct profile *rival; /* fits as well */
	struct split *split;
	char keys[CELLS_MOST][KEY_SIZE];
	size_t most, most_line; /* filled cells of the line that looks most like a header */
	char shown[SHOWN_MOST];
};

static bool
is_generic(const struct profile *profile)
{
	return strcmp(profile->name, "generic") == 0;
}

/* Whether columns said by numbers hold a day and an amount in this line: then it is the first row. */
static bool
row_fits(const struct split *split, const struct columns *columns, const struct profile *profile)
{
	struct date date;
	cents amount;
	int day = columns->roles[ROLE_DATE];
	if (day_read(split->cells[day].text, split->cells[day].length, profile->dates, &date) != CELL_GOOD)
		return false;
	for (int role = ROLE_AMOUNT; role <= ROLE_OUT; role++) {
		int cell = columns->roles[role];
		if (cell >= 0 && amount_read(split->cells[cell].text, split->cells[cell].length, profile->decimal, &amount) == CELL_GOOD)
			return true;
	}
	return false;
}

/* Takes the form if it fits better than what was found in this line. */
static void
form_try(struct search *search, const struct profile *profile, const struct form *form, char separator)
{
	struct columns columns;
	struct header *header = search->header;
	struct split *split = search->split;
	if (!form_fits(form, search->keys, split->count, &columns))
		return;
	bool named = form->header_count > 0 || !form->loose;
	if (!named && !row_fits(split, &columns, profile))
		return;
	bool same = header->profile == profile, alike = header->profile && is_generic(header->profile) == is_generic(profile);
	bool better = !header->profile || (alike ? columns.matched > header->columns.matched : is_generic(header->profile));
	if (alike && !same && columns.matched == header->columns.matched)
		search->rival = profile;
	if (!better)
		return;
	search->rival = NULL;
	*header = (struct header){ profile, form, columns, separator, named ? split->next : split->start, split->number + named, named };
}

/* Keeps for the message the line with the most filled cells. */
static void
line_show(struct search *search)
{
	const struct split *split = search->split;
	size_t filled = 0, used = 0;
	for (size_t i = 0; i < split->count; i++)
		filled += split->cells[i].length > 0;
	if (filled <= search->most || split->number > LOOKED_AT)
		return;
	search->most = filled;
	search->most_line = split->number;
	for (size_t i = 0; i < split->count && used + 60 < SHOWN_MOST; i++) {
		char cell[44];
		cell_shown(split->cells[i].text, split->cells[i].length, cell, sizeof cell);
		if (*cell)
			used += (size_t)snprintf(search->shown + used, SHOWN_MOST - used, "%s'%s'", used ? ", " : "", cell);
	}
}

static void
line_try(struct search *search, const struct profile *profiles)
{
	struct split *split = search->split;
	for (size_t s = 0; s < sizeof separators; s++) {
		if (s > 0 && !memchr(split->bytes, separators[s], split->length))
			continue;
		split_cells(split, separators[s]);
		for (size_t i = 0; i < split->count; i++)
			cell_key(split->cells[i].text, split->cells[i].length, search->keys[i]);
		line_show(search);
		for (const struct profile *profile = profiles; profile; profile = profile->next)
			for (size_t f = 0; f < profile->form_count; f++)
				if (!profile->separator || profile->separator == separators[s])
					form_try(search, profile, &profile->forms[f], separators[s]);
	}
}

/* Goes through the file until a line fits. False if there is nothing but blank lines. */
static bool
search_run(struct search *search, int fd, const struct profile *profiles)
{
	bool filled = false;
	search->split = split_open(fd);
	while (!search->header->profile && split_next(search->split)) {
		for (size_t i = 0; i < search->split->length && !filled; i++)
			filled = !strchr(" \t", search->split->bytes[i]);
		line_try(search, profiles);
	}
	split_close(search->split);
	return filled;
}

static bool
refuse_unknown(const struct search *search, const char *name, struct refusal *why)
{
	const struct bank_choice *choice = search->choice;
	if (choice->columns)
		return refuse(why, "%s has no columns as in '%s'; its line %zu has %s", name, choice->columns, search->most_line, search->shown);
	if (choice->bank && strcmp(choice->bank, "generic") != 0)
		return refuse(why, "%s does not have the columns of '%s'; its line %zu has %s", name, choice->bank, search->most_line, search->shown);
	char *known = profiles_known(choice->directory, why);
	if (known)
		refuse(why, "%s: no bank is known with such columns; line %zu has %s; known are camt.053, mt940, %s; for another say which column holds what: "
		    "--bank generic --columns date=…,amount=…,text=…", name, search->most_line, search->shown, known);
	free(known);
	return false;
}

bool
header_find(int fd, const char *name, const struct profile *profiles, const struct bank_choice *choice, struct header *header,
    struct refusal *why)
{
	struct search *search = memory(sizeof *search);
	*header = (struct header){ .profile = NULL };
	*search = (struct search){ .choice = choice, .header = header };
	bool filled = search_run(search, fd, profiles), good = true;
	if (filled && !header->profile)
		good = refuse_unknown(search, name, why);
	else if (search->rival)
		good = refuse(why, "%s fits the banks '%s' and '%s' alike; say which with --bank", name, header->profile->name, search->rival->name);
	free(search);
	return good;
}
