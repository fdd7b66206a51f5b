#include "verbs.h"

#include <balint/enrolment.h>
#include <balint/mark.h>

struct options {
	struct date session;
	const char *person;
	bool history, unmarked;
};

static const struct option_spec options[] = {
	DATE_OPTION(struct options, session, OPTION_MAY, "session", "DATE", "only this session"),
	WORD_OPTION(struct options, person, OPTION_MAY, "person", "HANDLE", "only this member"),
	OPTION_OF(bool, struct options, history, OPTION_FLAG, OPTION_EITHER, "history", 0, NULL, "also the marks that have been replaced"),
	OPTION_OF(bool, struct options, unmarked, OPTION_FLAG, OPTION_EITHER, "unmarked", 0, NULL, "instead of marks the holes, where one is missing"),
};
static const struct options defaults = { .session = { INT32_MIN } };

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	const struct edition *edition = command_edition(command);
	struct person person = { 0 };
	struct session session = { 0 };
	if (!edition)
		return REFUSED;
	bool good = (!o->person || member_find(command->store, edition, o->person, &person, &command->why))
	    && (!date_given(o->session) || session_find(command->store, edition, o->session, &session, &command->why));
	const struct mark_choice choice = { o->session, o->person ? &person : NULL, o->history, o->unmarked };
	if (good)
		mark_list(command->store, edition, &choice, rows_emit, command->rows);
	return good ? DONE : REFUSED;
}

const struct verb verb_list = {
	.name = "list",
	.needs = READS,
	.summary = "list the marks of the register",
	VERB_OPTIONS(options, defaults),
	.listing = &mark_listing,
	.run = run,
};
