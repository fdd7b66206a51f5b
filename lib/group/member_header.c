#include "member_header.h"

#include <balint/fatal.h>

#include <stdlib.h>
#include <string.h>

enum { IGNORED = IN_CELLS };

/* One column that the mapping names. */
struct mapped {
	enum member_cell cell; /* or IGNORED */
	char *name, *key;
	bool found;
};

struct reading {
	struct member_header *header;
	void (*complain)(void *context, const char *what);
	void *context;
	struct mapped *mapped;
	size_t count;
	bool good;
};

static void
complain(struct reading *reading, const struct refusal *why)
{
	reading->good = false;
	reading->complain(reading->context, why->text);
}

/* Adds `cell=name`, a text of that length. */
static void
map(struct reading *reading, const char *text, size_t length)
{
	struct refusal why;
	const char *equals = memchr(text, '=', length), *closest;
	char *cell = memory_format("%.*s", (int)(equals - text), text), *key = member_key(cell);
	bool ignored = strcmp(key, "ignore") == 0;
	struct mapped new = { ignored ? IGNORED : member_column(key, &closest), NULL, NULL, false };
	if (ignored || new.cell != IN_CELLS) {
		new.name = memory_format("%.*s", (int)(length - (size_t)(equals + 1 - text)), equals + 1);
		new.key = member_key(new.name);
		reading->mapped = memory_for_one(reading->mapped, reading->count, sizeof *reading->mapped);
		reading->mapped[reading->count++] = new;
	} else {
		refuse(&why, "--columns: '%s' is nothing that a member has; there are family, given, email and so on, and ignore", cell);
		complain(reading, &why);
	}
	free(cell);
	free(key);
}

static void
map_all(struct reading *reading, const char *mapping)
{
	for (size_t length; mapping && *mapping; mapping += length + (mapping[length] == ',')) {
		length = strcspn(mapping, ",");
		map(reading, mapping, length);
	}
}

static struct mapped *
find_mapped(const struct reading *reading, const char *key)
{
	for (size_t i = 0; i < reading->count; i++)
		if (strcmp(reading->mapped[i].key, key) == 0)
			return &reading->mapped[i];
	return NULL;
}

static bool
is_mapped(const struct reading *reading, enum member_cell cell)
{
	for (size_t i = 0; i < reading->count; i++)
		if (reading->mapped[i].cell == cell)
			return true;
	return false;
}

static void
put(struct reading *reading, enum member_cell cell, size_t place)
{
	struct refusal why;
	size_t *there = &reading->header->place[cell];
	if (*there) {
		refuse(&why, "two columns say '%s', the %zu. and the %zu.", member_cell_name(cell), *there, place);
		complain(reading, &why);
	}
	*there = place;
}

/* A nameless column is the empty one that spreadsheets leave at the end. */
static void
read_name(struct reading *reading, const char *name, size_t place)
{
	struct refusal why;
	const char *closest = NULL;
	char *key = member_key(name);
	struct mapped *mapped = find_mapped(reading, key);
	enum member_cell cell = mapped ? mapped->cell : member_column(key, &closest);
	if (mapped)
		mapped->found = true;
	if (*key && !mapped && cell == IN_CELLS) {
		if (closest)
			refuse(&why, "unknown column '%s'; did you mean '%s'? To pass it over, add --columns 'ignore=%s'", name, closest, name);
		else
			refuse(&why, "unknown column '%s'; to pass it over, add --columns 'ignore=%s'", name, name);
		complain(reading, &why);
	} else if (cell != IN_CELLS && (mapped || !is_mapped(reading, cell))) {
		put(reading, cell, place);
	}
	free(key);
}

static void
check_missing(struct reading *reading)
{
	static const enum member_cell needed[] = { IN_FAMILY, IN_GIVEN };
	struct refusal why;
	for (size_t i = 0; i < reading->count; i++)
		if (!reading->mapped[i].found) {
			refuse(&why, "--columns: no column is called '%s'", reading->mapped[i].name);
			complain(reading, &why);
		}
	for (size_t i = 0; i < sizeof needed / sizeof needed[0]; i++)
		if (!reading->header->place[needed[i]]) {
			refuse(&why, "there is no column '%s'; the first line names the columns: family,given,email,profession and so on",
			    member_cell_name(needed[i]));
			complain(reading, &why);
		}
}

bool
member_header_read(const struct csv_record *record, const char *mapping, struct member_header *header,
    void (*complained)(void *context, const char *what), void *context)
{
	struct reading reading = { .header = header, .complain = complained, .context = context, .good = true };
	*header = (struct member_header){ .count = record->count };
	map_all(&reading, mapping);
	for (size_t i = 0; i < record->count; i++)
		read_name(&reading, csv_plain(record->texts[i]), i + 1);
	check_missing(&reading);
	for (size_t i = 0; i < reading.count; i++) {
		free(reading.mapped[i].name);
		free(reading.mapped[i].key);
	}
	free(reading.mapped);
	return reading.good;
}

const char *
member_cell(const struct member_header *header, const struct csv_record *record, enum member_cell cell)
{
	size_t place = header->place[cell];
	return place && place <= record->count ? csv_plain(record->texts[place - 1]) : "";
}
