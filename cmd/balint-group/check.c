#include "verbs.h"

#include <balint/change.h>
#include <balint/enrolment.h>
#include <balint/finding.h>
#include <balint/instalment.h>
#include <balint/session.h>

#include <string.h>

struct options {
	bool strict;
};

static const struct option_spec options[] = {
	FLAG_OPTION(struct options, strict, "strict", "warnings need a person too (exit status 3)"),
};
static const struct options defaults = { 0 };

struct findings {
	struct rows *rows;
	bool errors, warnings;
};

static void
take(void *context, const void *row)
{
	struct findings *findings = context;
	const struct finding *finding = row;
	if (strcmp(finding->level, "error") == 0)
		findings->errors = true;
	else
		findings->warnings = true;
	rows_emit(findings->rows, finding);
}

static void
take_damage(void *context, const char *what)
{
	finding_report(take, context, "error", "store", "restore a backup", "%s", what);
}

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	struct findings findings = { .rows = command->rows };
	int64_t edition;
	if (!command_editions(command, &edition))
		return REFUSED;
	store_check(command->store, take_damage, &findings);
	member_check(command->store, edition, take, &findings);
	session_check(command->store, edition, DATE_NONE, DATE_NONE, take, &findings);
	change_check(command->store, edition, take, &findings);
	calendar_check(command->store, edition, take, &findings);
	instalment_check(command->store, edition, take, &findings);
	return findings.errors || (o->strict && findings.warnings) ? ATTENTION : DONE;
}

const struct verb verb_check = {
	.name = "check",
	.needs = READS,
	.summary = "look for damage, contradictions and what is still missing",
	VERB_OPTIONS(options, defaults),
	.listing = &finding_listing,
	.run = run,
};
