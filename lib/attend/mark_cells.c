#include "mark_cells.h"

#include <balint/text.h>

#include <stdlib.h>
#include <string.h>

const char *const mark_cell_names[] = { "date", "handle", "status", "arrived", "left", "mode", "minutes", "mark", "state", "marked_at", "marked_by" };

struct word {
	const char *said;
	int means; /* a column, or the place of a word */
};

/* Without accents and capitals. */
static const struct word columns[] = {
	{ "date", IN_DATE }, { "data", IN_DATE },
	{ "handle", IN_HANDLE }, { "sigla", IN_HANDLE }, { "codice", IN_HANDLE },
	{ "status", IN_STATUS }, { "stato", IN_STATUS }, { "presenza", IN_STATUS },
	{ "arrived", IN_ARRIVED }, { "arrivo", IN_ARRIVED }, { "arrivato", IN_ARRIVED }, { "entrata", IN_ARRIVED },
	{ "left", IN_LEFT }, { "uscita", IN_LEFT },
	{ "mode", IN_MODE }, { "modalita", IN_MODE },
	{ "minutes", IN_MINUTES }, { "minuti", IN_MINUTES },
	{ "mark", IN_MARK },
	{ "state", IN_STATE },
	{ "marked_at", IN_MARKED_AT },
	{ "marked_by", IN_MARKED_BY },
};

enum { PRESENT, ABSENT, EXCUSED, UNMARKED, ROOM, ONLINE, HOLDS, REPLACED, RETRACTED };
static const char *const meanings[] = { "present", "absent", "excused", "unmarked", "room", "online", "holds", "replaced", "retracted" };

static const struct word statuses[] = {
	{ "present", PRESENT }, { "presente", PRESENT },
	{ "absent", ABSENT }, { "assente", ABSENT },
	{ "excused", EXCUSED }, { "giustificato", EXCUSED }, { "giustificata", EXCUSED }, { "scusato", EXCUSED }, { "scusata", EXCUSED },
	{ "unmarked", UNMARKED },
};
static const struct word modes[] = {
	{ "room", ROOM }, { "aula", ROOM }, { "presenza", ROOM }, { "in presenza", ROOM },
	{ "online", ONLINE }, { "on line", ONLINE }, { "a distanza", ONLINE },
};
static const struct word states[] = { { "holds", HOLDS }, { "replaced", REPLACED }, { "retracted", RETRACTED } };

/* What the text means, or -1 with the word that was perhaps meant, or NULL. */
static int
find_word(const char *text, const struct word *words, size_t count, const char **closest)
{
	const char *said[sizeof columns / sizeof columns[0] + 1] = { NULL };
	char *folded = text_fold(text);
	int means = -1;
	for (size_t i = 0; i < count && means < 0; i++) {
		said[i] = words[i].said;
		means = strcmp(folded, words[i].said) == 0 ? words[i].means : -1;
	}
	*closest = means < 0 ? text_closest(folded, said) : NULL;
	free(folded);
	return means;
}

/* A nameless column is the empty one that spreadsheets leave at the end. */
static bool
read_name(const char *name, size_t place, struct mark_header *header, struct refusal *why)
{
	const char *closest;
	if (!*name)
		return true;
	int cell = find_word(name, columns, sizeof columns / sizeof columns[0], &closest);
	if (cell < 0 && closest)
		return refuse(why, "unknown column '%s'; did you mean '%s'?", name, closest);
	if (cell < 0)
		return refuse(why, "unknown column '%s'; there are date, handle, status, arrived, left, mode, minutes, mark", name);
	if (header->place[cell])
		return refuse(why, "two columns say '%s', the %zu. and the %zu.", mark_cell_names[cell], header->place[cell], place);
	header->place[cell] = place;
	return true;
}

bool
mark_header_read(const struct csv_record *record, struct mark_header *header, struct refusal *why)
{
	*header = (struct mark_header){ .count = record->count };
	for (size_t i = 0; i < record->count; i++)
		if (!read_name(csv_plain(record->texts[i]), i + 1, header, why))
			return false;
	const size_t *place = header->place;
	if (!place[IN_DATE] || !place[IN_HANDLE])
		return refuse(why, "there is no column '%s'; the first line names the columns: date,handle,status,arrived,left,mode",
		    mark_cell_names[place[IN_DATE] ? IN_HANDLE : IN_DATE]);
	return place[IN_STATUS] || place[IN_MARK] || place[IN_ARRIVED] || place[IN_LEFT]
	    || refuse(why, "there is no column 'status', nor 'mark', 'arrived' or 'left'");
}

const char *
mark_cell(const struct mark_header *header, const struct csv_record *record, enum mark_cell cell)
{
	size_t place = header->place[cell];
	return place ? csv_plain(record->texts[place - 1]) : "";
}

const char *
mark_cell_word(enum mark_cell cell, const char *text, struct refusal *why)
{
	const char *closest;
	int means = cell == IN_STATUS ? find_word(text, statuses, sizeof statuses / sizeof statuses[0], &closest)
	    : cell == IN_MODE         ? find_word(text, modes, sizeof modes / sizeof modes[0], &closest)
	                              : find_word(text, states, sizeof states / sizeof states[0], &closest);
	if (means >= 0)
		return meanings[means];
	if (closest)
		refuse(why, "unknown '%s'; did you mean '%s'?", text, closest);
	else
		refuse(why, "unknown '%s'; there are %s", text,
		    cell == IN_STATUS ? "present, absent, excused" : cell == IN_MODE ? "room, online" : "holds, replaced, retracted");
	return NULL;
}
