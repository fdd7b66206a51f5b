#include "verbs.h"

#include <balint/amendment.h>
#include <balint/reference.h>

#include <string.h>

#define FACT_OPTIONS(number_rule) \
	COUNT_OPTION(struct edition_facts, number, number_rule, "number", "N", "which edition it is"), \
	    COUNT_OPTION(struct edition_facts, year, number_rule, "year", "Y", "the year in its name"), \
	    TEXT_OPTION(struct edition_facts, title, OPTION_MAY, "title", "TEXT", "its title (default: Gruppo Balint)"), \
	    CHOICE_OPTION(struct edition_facts, programme, OPTION_MAY, "programme", "familiarisation|annual|biennial|permanent", \
	        "kind of programme (default: annual)"), \
	    CHOICE_OPTION(struct edition_facts, composition, OPTION_MAY, "composition", "mixed|single", "of several professions or one (default: mixed)"), \
	    WEEKS_OPTION(struct edition_facts, every, OPTION_MAY, "every", "1w|2w", "the cadence (default: 2w)"), \
	    TIME_OPTION(struct edition_facts, at, OPTION_MAY, "at", "HH:MM", "when sessions start (default: 21:00)"), \
	    COUNT_OPTION(struct edition_facts, minutes, OPTION_MAY, "minutes", "N", "how long they last (default: 90)"), \
	    ANY_OPTION(struct edition_facts, venue, OPTION_MAY, "venue", "TEXT", "where they are held"), \
	    ANY_OPTION(struct edition_facts, online, OPTION_MAY, "online", "URL", "the link, which only members get"), \
	    COUNT_OPTION(struct edition_facts, min, OPTION_MAY, "min", "N", "fewest participants (default: 10)"), \
	    COUNT_OPTION(struct edition_facts, max, OPTION_MAY, "max", "N", "most participants (default: 12)"), \
	    TEXT_OPTION(struct edition_facts, reference, OPTION_MAY, "reference", "TEMPLATE", \
	        "text on transfers (default: {title} {number} ed {year}_{family}_{month})"), \
	    CHOICE_OPTION(struct edition_facts, joining, OPTION_MAY, "joining", "whole|proportion", "what a late joiner pays (default: whole)"), \
	    CHOICE_OPTION(struct edition_facts, leaving, OPTION_MAY, "leaving", "whole|proportion", "what a leaver pays (default: whole)"), \
	    ANY_OPTION(struct edition_facts, about, OPTION_MAY, "about", "TEXT", "what the leaflet says of the group")

static const struct option_spec add_options[] = { FACT_OPTIONS(OPTION_MUST) };
static const struct option_spec set_options[] = { FACT_OPTIONS(OPTION_MAY) };
static const struct edition_facts nothing_said = { .at = { INT32_MIN } };

static enum status
run_add(struct command *command)
{
	const struct edition_facts *facts = command->options;
	const char *code = command->operands[0];
	if (facts->reference && !reference_check(facts->reference, &command->why))
		return REFUSED;
	if (!edition_add(command->store, code, facts, &command->why))
		return REFUSED;
	sink_format(command->out, "%s\n", code);
	return DONE;
}

const struct verb verb_edition_add = {
	.name = "edition add",
	.operands = "CODE",
	.least = 1,
	.most = 1,
	.needs = WRITES,
	.summary = "add an edition",
	VERB_OPTIONS(add_options, nothing_said),
	.run = run_add,
};

static bool
differs(const char *said, const char *was)
{
	return said && strcmp(said, was ? was : "") != 0;
}

/* Its coming sessions are where it is: their calendars must say that they have changed. */
static enum status
run_set(struct command *command)
{
	const struct edition_facts *facts = command->options;
	struct edition before = { 0 };
	if (facts->reference && !reference_check(facts->reference, &command->why))
		return REFUSED;
	bool good = edition_find(command->store, command->operands[0], &before, &command->why)
	    && edition_set(command->store, command->operands[0], facts, &command->why);
	if (good)
		session_follow_edition(command->store, &before, differs(facts->venue, before.venue), differs(facts->online, before.online));
	edition_release(&before);
	return good ? DONE : REFUSED;
}

const struct verb verb_edition_set = {
	.name = "edition set",
	.operands = "CODE",
	.least = 1,
	.most = 1,
	.needs = WRITES,
	.summary = "change an edition",
	.some = true,
	VERB_OPTIONS(set_options, nothing_said),
	.run = run_set,
};

static enum status
run_list(struct command *command)
{
	edition_list(command->store, rows_emit, command->rows);
	return DONE;
}

const struct verb verb_edition_list = {
	.name = "edition list",
	.needs = READS,
	.summary = "list the editions",
	.listing = &edition_listing,
	.run = run_list,
};

static enum status
run_show(struct command *command)
{
	if (command->count)
		command->edition = command->operands[0];
	const struct edition *edition = command_edition(command);
	if (!edition)
		return REFUSED;
	edition_show(command->store, edition, rows_emit, command->rows);
	return DONE;
}

const struct verb verb_edition_show = {
	.name = "edition show",
	.operands = "[CODE]",
	.most = 1,
	.needs = READS,
	.summary = "show all that is known of an edition",
	.listing = &edition_record,
	.run = run_show,
};
