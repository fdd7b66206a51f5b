#include "verbs.h"

#include <balint/certificate.h>

struct options {
	const char *person;
};

static const struct option_spec options[] = {
	WORD_OPTION(struct options, person, OPTION_MAY, "person", "HANDLE", "only this person's"),
};
static const struct options defaults = { 0 };

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	struct person person = { .id = COUNT_NONE };
	int64_t edition;
	if (!command_editions(command, &edition) || (o->person && !person_find(command->store, o->person, &person, &command->why)))
		return REFUSED;
	certificate_list(command->store, edition, person.id, rows_emit, command->rows);
	return DONE;
}

const struct verb verb_certificates = {
	.name = "certificates",
	.needs = READS,
	.summary = "list the certificates issued",
	VERB_OPTIONS(options, defaults),
	.listing = &certificate_listing,
	.run = run,
};
