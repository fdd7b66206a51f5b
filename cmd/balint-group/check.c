#include "verbs.h"

#include <balint/finding.h>
#include <balint/translation.h>

#include <stdlib.h>
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
	bool several; /* editions are open: a command must name the one it means */
};

/* Whether the command that mends it lacks the edition: one that names it itself, or means all of them, does not. */
static bool
wants_edition(const struct findings *findings, const struct finding *finding)
{
	return findings->several && finding->edition && strncmp(finding->cure, "balint-", 7) == 0 && !strstr(finding->cure, "balint-group edition ")
	    && !strstr(finding->cure, "--all-editions");
}

static void
take(void *context, const void *row)
{
	struct findings *findings = context;
	struct finding finding = *(const struct finding *)row;
	if (strcmp(finding.level, "error") == 0)
		findings->errors = true;
	else
		findings->warnings = true;
	char *cure = memory_format("%s%s%s", translated(finding.cure), wants_edition(findings, &finding) ? " -e " : "",
	    wants_edition(findings, &finding) ? finding.edition : "");
	finding.cure = cure;
	rows_emit(findings->rows, &finding);
	free(cure);
}

static void
take_damage(void *context, const char *what)
{
	finding_report(take, context, "error", (struct subject){ NULL, "store" }, "restore a backup", "%s", what);
}

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	struct findings findings = { .rows = command->rows, .several = edition_count_open(command->store) > 1 };
	int64_t edition;
	if (!command_editions(command, &edition))
		return REFUSED;
	translation_for_data(!rows_for_people(command->rows, NULL)); /* what scripts read is English */
	store_check(command->store, take_damage, &findings);
	findings_gather(command->store, edition, take, &findings);
	translation_for_data(false);
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
