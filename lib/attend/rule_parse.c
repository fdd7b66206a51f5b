#include "rule_parse.h"

#include <balint/data_file.h>
#include <balint/fatal.h>
#include <balint/translation.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const keys[] = { "label-it", "label-en", "minutes", "unit", "units", "room-units", "months", NULL };
enum key { LABEL_IT, LABEL_EN, MINUTES, UNIT, UNITS, ROOM_UNITS, MONTHS, KEYS };

/* A file while its lines go by. */
struct reading {
	struct rule *rule;
	int lines[KEYS]; /* where each key stands; 0: nowhere */
};

static enum key
key_of(const char *word)
{
	enum key key = LABEL_IT;
	while (key < KEYS && strcmp(keys[key], word) != 0)
		key++;
	return key;
}

static bool
refuse_key(const char *word, struct refusal *why)
{
	const char *closest = text_closest(word, keys);
	if (closest)
		return refuse(why, "unknown '%s'; did you mean '%s'?", word, closest);
	return refuse(why, "unknown '%s'; a rule has label-it, label-en, minutes, unit, units, room-units, months", word);
}

/* A whole number from 1 to the most, and what must follow it. */
static bool
read_number(const char *value, int most, const char *after, int *number)
{
	size_t digits = strspn(value, "0123456789");
	*number = digits > 0 && digits < 6 ? atoi(value) : 0;
	value += digits;
	value += strspn(value, " \t");
	return *number >= 1 && *number <= most && strcmp(value, after) == 0;
}

static bool
set_number(struct rule *rule, enum key key, const char *value, struct refusal *why)
{
	static const struct {
		int most;
		const char *after, *what;
	} numbers[KEYS] = {
		[MINUTES] = { 100, "%", N_("a percentage from 1 % to 100 %, such as 90 %") },
		[UNIT] = { 1440, "", N_("the minutes of a unit, from 1 to 1440, such as 45") },
		[UNITS] = { 99999, "", N_("a whole number from 1 to 99999") },
		[ROOM_UNITS] = { 99999, "", N_("a whole number from 1 to 99999") },
		[MONTHS] = { 600, "", N_("a whole number from 1 to 600") },
	};
	int *fields[KEYS] = { [MINUTES] = &rule->percent, [UNIT] = &rule->unit, [UNITS] = &rule->units, [ROOM_UNITS] = &rule->room_units,
		[MONTHS] = &rule->months };
	return read_number(value, numbers[key].most, numbers[key].after, fields[key])
	    || refuse(why, "%s: '%s' is not %s", keys[key], value, translated(numbers[key].what));
}

static bool
set_label(char **label, enum key key, const char *value, struct refusal *why)
{
	*label = text_accept(value, why);
	return *label || refuse_within(why, keys[key]);
}

static bool
take_line(void *context, int line, const char *word, const char *value, struct refusal *why)
{
	struct reading *reading = context;
	enum key key = key_of(word);
	if (key == KEYS)
		return refuse_key(word, why);
	if (reading->lines[key])
		return refuse(why, "'%s' stands in line %d too", word, reading->lines[key]);
	if (!*value)
		return refuse(why, "'%s' has no value", word);
	reading->lines[key] = line;
	if (key == LABEL_IT || key == LABEL_EN)
		return set_label(key == LABEL_IT ? &reading->rule->label_it : &reading->rule->label_en, key, value, why);
	return set_number(reading->rule, key, value, why);
}

/* What the lines say together; `*line` is where it goes wrong, 0 if that is no line. */
static bool
check_whole(const struct reading *reading, int *line, struct refusal *why)
{
	const struct rule *rule = reading->rule;
	*line = reading->lines[rule->units ? UNITS : ROOM_UNITS];
	if ((rule->units || rule->room_units) && !rule->unit)
		return refuse(why, "'%s' without a line 'unit', which says how many minutes a unit has", rule->units ? "units" : "room-units");
	*line = reading->lines[UNIT];
	if (rule->unit && !rule->units && !rule->room_units)
		return refuse(why, "'unit' without a line 'units' or 'room-units', which says how many are wanted");
	*line = reading->lines[ROOM_UNITS];
	if (rule->units && rule->room_units > rule->units)
		return refuse(why, "room-units: %d in the room are more than the %d units in all", rule->room_units, rule->units);
	*line = 0;
	return rule->label_it || rule->label_en || refuse(why, "neither label-it nor label-en says what the rule is called");
}

bool
rule_parse(const char *name, const char *where, const char *text, struct rule *rule, struct refusal *why)
{
	struct reading reading = { rule, { 0 } };
	int line;
	*rule = (struct rule){ .percent = 0 };
	snprintf(rule->name, sizeof rule->name, "%s", name);
	if (!data_lines_read(where, text, take_line, &reading, why)
	    || (!check_whole(&reading, &line, why) && !data_line_refuse(where, line, why))) {
		rule_release(rule);
		return false;
	}
	if (!rule->label_it)
		rule->label_it = memory_text(rule->label_en);
	if (!rule->label_en)
		rule->label_en = memory_text(rule->label_it);
	return true;
}
