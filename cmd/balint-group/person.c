#include "verbs.h"

#include <balint/person.h>

#define FACT_OPTIONS(family_rule) \
	TEXT_OPTION(struct person_facts, family, family_rule, "family", "F", "family name, or the institution's name"), \
	    TEXT_OPTION(struct person_facts, given, OPTION_MAY, "given", "G", "given name"), \
	    ANY_OPTION(struct person_facts, profession, OPTION_MAY, "profession", "P", "profession, which decides the fee"), \
	    ANY_OPTION(struct person_facts, email, OPTION_MAY, "email", "A", "mail address"), \
	    ANY_OPTION(struct person_facts, phone, OPTION_MAY, "phone", "T", "telephone"), \
	    ANY_OPTION(struct person_facts, tax_code, OPTION_MAY, "tax-code", "CF", "codice fiscale or partita IVA"), \
	    ANY_OPTION(struct person_facts, payer, OPTION_MAY, "payer", "HANDLE", "who pays for them"), \
	    ANY_CHOICE_OPTION(struct person_facts, language, OPTION_MAY, "language", "it|en", "what they read (default: what the association writes)"), \
	    CHOICE_OPTION(struct person_facts, reminders, OPTION_MAY, "reminders", "yes|no", "whether to remind them of sessions (default: yes)"), \
	    ANY_OPTION(struct person_facts, born_on, OPTION_MAY, "born-on", "DATE", "day of birth, for certificates"), \
	    ANY_OPTION(struct person_facts, born_in, OPTION_MAY, "born-in", "PLACE", "place of birth")

static const struct option_spec add_options[] = {
	FACT_OPTIONS(OPTION_MUST),
	FLAG_OPTION(struct person_facts, institution, "institution", "not a person: an institution that pays for some"),
};
static const struct option_spec set_options[] = { FACT_OPTIONS(OPTION_MAY) };
static const struct person_facts nothing_said = { 0 };

static enum status
run_add(struct command *command)
{
	struct person person = { 0 };
	const char *handle = command->count ? command->operands[0] : NULL;
	if (!person_add(command->store, handle, command->options, &person, &command->why))
		return REFUSED;
	sink_format(command->out, "%s\n", person.handle);
	return DONE;
}

const struct verb verb_person_add = {
	.name = "person add",
	.operands = "[HANDLE]",
	.most = 1,
	.needs = WRITES,
	.summary = "add a person, or an institution that pays",
	VERB_OPTIONS(add_options, nothing_said),
	.run = run_add,
};

static enum status
run_set(struct command *command)
{
	return person_set(command->store, command->operands[0], command->options, &command->why) ? DONE : REFUSED;
}

const struct verb verb_person_set = {
	.name = "person set",
	.operands = "HANDLE",
	.least = 1,
	.most = 1,
	.needs = WRITES,
	.summary = "change what is known of a person",
	.some = true,
	VERB_OPTIONS(set_options, nothing_said),
	.run = run_set,
};

static enum status
run_list(struct command *command)
{
	person_list(command->store, rows_emit, command->rows);
	return DONE;
}

const struct verb verb_person_list = {
	.name = "person list",
	.needs = READS,
	.summary = "list all people",
	.listing = &person_listing,
	.run = run_list,
};

static enum status
run_show(struct command *command)
{
	struct person person = { 0 };
	if (!person_find(command->store, command->operands[0], &person, &command->why))
		return REFUSED;
	person_show(command->store, &person, rows_emit, command->rows);
	return DONE;
}

const struct verb verb_person_show = {
	.name = "person show",
	.operands = "HANDLE",
	.least = 1,
	.most = 1,
	.needs = READS,
	.summary = "show all that is known of a person",
	.listing = &person_record,
	.run = run_show,
};
