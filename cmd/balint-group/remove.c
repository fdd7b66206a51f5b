#include "verbs.h"

#include <balint/enrolment.h>
#include <balint/outbox.h>
#include <balint/register_check.h>
#include <balint/remove.h>
#include <balint/suspension.h>
#include <balint/tariff.h>

static enum status
run_person_remove(struct command *command)
{
	struct person person = { 0 };
	if (!person_find(command->store, command->operands[0], &person, &command->why))
		return REFUSED;
	outbox_discard(command->store, person.id);
	return person_remove(command->store, &person, &command->why) ? DONE : REFUSED;
}

const struct verb verb_person_remove = {
	.name = "person remove",
	.operands = "HANDLE",
	.least = 1,
	.most = 1,
	.needs = WRITES,
	.summary = "remove a person of whom nothing else is known",
	.run = run_person_remove,
};

static enum status
run_edition_remove(struct command *command)
{
	struct edition *edition = &command->meant;
	if (!edition_find(command->store, command->operands[0], edition, &command->why) || !edition_removable(command->store, edition, &command->why))
		return REFUSED;
	suspension_clear(command->store, edition->id);
	tariff_clear(command->store, edition);
	edition_remove(command->store, edition);
	return DONE;
}

const struct verb verb_edition_remove = {
	.name = "edition remove",
	.operands = "CODE",
	.least = 1,
	.most = 1,
	.needs = WRITES,
	.summary = "remove an edition on which nothing depends",
	.run = run_edition_remove,
};

static bool
take_back(struct command *command, const char *handle, void *edition)
{
	struct person person = { 0 };
	char attended[DEPENDENTS_TEXT];
	if (!member_find(command->store, edition, handle, &person, &command->why))
		return false;
	register_has(command->store, edition, &person, attended);
	return enrolment_remove(command->store, edition, &person, attended, &command->why);
}

static enum status
run_unenrol(struct command *command)
{
	const struct edition *edition = command_edition(command);
	if (!edition || !command_each(command, 0, take_back, &command->meant))
		return REFUSED;
	follow_members(command, edition->id);
	return DONE;
}

const struct verb verb_unenrol = {
	.name = "unenrol",
	.operands = "HANDLE...",
	.least = 1,
	.most = -1,
	.needs = WRITES,
	.summary = "take back an enrolment on which nothing depends",
	.run = run_unenrol,
};
