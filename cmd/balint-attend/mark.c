#include "verbs.h"

#include <balint/mark.h>
#include <balint/warning.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HANDLE_TEXT = 128 };

struct options {
	const char *rest;
};

static const struct option_spec options[] = {
	WORD_OPTION(struct options, rest, OPTION_MAY, "rest", "MARK", "mark every other active participant so"),
};
static const struct options defaults = { 0 };

struct evening {
	const struct edition *edition;
	struct session session;
	struct date date;
	char (*handles)[HANDLE_TEXT]; /* who has been marked by this command */
	size_t count;
};

/* Two marks of one person in one call contradict each other, and one of them is a slip. */
static bool
is_first_mark(struct evening *evening, const char *handle, struct refusal *why)
{
	for (size_t i = 0; i < evening->count; i++)
		if (strcmp(evening->handles[i], handle) == 0)
			return refuse(why, "'%s' is marked twice", handle);
	evening->handles = memory_resized(evening->handles, (evening->count + 1) * sizeof *evening->handles);
	memcpy(evening->handles[evening->count++], handle, strlen(handle) + 1);
	return true;
}

static bool
mark_one(struct command *command, const char *operand, void *context)
{
	struct evening *evening = context;
	struct mark mark;
	char handle[HANDLE_TEXT];
	const char *equals = strchr(operand, '=');
	if (!equals || equals == operand || (size_t)(equals - operand) >= sizeof handle)
		return refuse(&command->why, "'%s' is not HANDLE=MARK", operand);
	snprintf(handle, sizeof handle, "%.*s", (int)(equals - operand), operand);
	if (!is_first_mark(evening, handle, &command->why))
		return false;
	if (!mark_parse(equals + 1, &evening->session, &mark, &command->why))
		return refuse_within(&command->why, handle);
	return mark_set(command->store, evening->edition, &evening->session, evening->date, handle, &mark, &command->why);
}

static bool
mark_others(struct command *command, const char *text, struct evening *evening)
{
	struct mark mark;
	if (!text)
		return true;
	if (!mark_parse(text, &evening->session, &mark, &command->why))
		return refuse_within(&command->why, "--rest");
	return mark_rest(command->store, evening->edition, &evening->session, evening->date, &mark, &command->why);
}

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	struct evening evening = { 0 };
	if (!command_date(command, 0, "DATE", &evening.date))
		return MISUSED;
	if (command->count == 1 && !o->rest)
		return command_misused(command, "'mark' wants HANDLE=MARK..., or --rest MARK");
	evening.edition = command_edition(command);
	if (!evening.edition || !session_find(command->store, evening.edition, evening.date, &evening.session, &command->why))
		return REFUSED;
	warning_forget(command->store, evening.edition->id);
	bool good = command_each(command, 1, mark_one, &evening) && mark_others(command, o->rest, &evening);
	free(evening.handles);
	if (good)
		warning_forget(command->store, evening.edition->id);
	return good ? DONE : REFUSED;
}

const struct verb verb_mark = {
	.name = "mark",
	.operands = "DATE [HANDLE=MARK...]",
	.least = 1,
	.most = -1,
	.needs = WRITES,
	.summary = "mark who was there: present, absent, excused, HH:MM, HH:MM-HH:MM, online",
	VERB_OPTIONS(options, defaults),
	.run = run,
};
