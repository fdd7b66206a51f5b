#include "verbs.h"

#include <balint/mark.h>

struct options {
	bool remove;
};

static const struct option_spec options[] = {
	FLAG_OPTION(struct options, remove, "remove", "they will come: take the announcement back"),
};
static const struct options defaults = { 0 };

struct absence {
	const struct edition *edition;
	struct session session;
	struct date date;
};

static bool
announce_one(struct command *command, const char *handle, void *context)
{
	static const struct mark excused = { .status = "excused" };
	const struct absence *absence = context;
	return mark_set(command->store, absence->edition, &absence->session, absence->date, handle, &excused, &command->why);
}

static bool
retract_one(struct command *command, const char *handle, void *context)
{
	const struct absence *absence = context;
	return mark_retract(command->store, absence->edition, &absence->session, absence->date, handle, &command->why);
}

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	struct absence absence = { 0 };
	if (!command_date(command, 0, "DATE", &absence.date))
		return MISUSED;
	absence.edition = command_edition(command);
	bool good = absence.edition && session_find(command->store, absence.edition, absence.date, &absence.session, &command->why)
	    && (o->remove || mark_ahead(&absence.session, absence.date, &command->why))
	    && command_each(command, 1, o->remove ? retract_one : announce_one, &absence);
	return good ? DONE : REFUSED;
}

const struct verb verb_announce = {
	.name = "announce",
	.operands = "DATE HANDLE...",
	.least = 2,
	.most = -1,
	.needs = WRITES,
	.summary = "excuse members who say beforehand that they will not come",
	VERB_OPTIONS(options, defaults),
	.run = run,
};
