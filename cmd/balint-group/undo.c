#include "verbs.h"

#include <balint/finding.h>
#include <balint/text.h>
#include <balint/undo_guard.h>

#include <stdlib.h>
#include <string.h>

enum { WARNINGS_TOLD = 5 };

/* What `check` finds before and afterwards. */
struct findings {
	char **known; /* what was found before, with its subject */
	size_t count;
	struct command *command; /* NULL: they are being gathered */
	int64_t undone;
	bool error; /* one that was not there */
	int warnings; /* that were not there */
};

static bool
is_known(const struct findings *findings, const char *text)
{
	for (size_t i = 0; i < findings->count; i++)
		if (strcmp(findings->known[i], text) == 0)
			return true;
	return false;
}

static void
judge(struct findings *findings, const struct finding *finding, const char *text)
{
	struct command *command = findings->command;
	if (findings->error || is_known(findings, text))
		return;
	findings->error = strcmp(finding->level, "error") == 0;
	if (findings->error)
		refuse(&command->why, "command %lld cannot be undone: 'check' would then find an error, of %s", (long long)findings->undone, text);
	else if (findings->warnings++ < WARNINGS_TOLD)
		command_warn(command, "afterwards 'check' finds, of %s", text);
}

static void
take_finding(void *context, const void *row)
{
	struct findings *findings = context;
	const struct finding *finding = row;
	char *text = memory_format("%s: %s", finding->subject, finding->finding);
	if (findings->command) {
		judge(findings, finding, text);
		free(text);
		return;
	}
	findings->known = memory_for_one(findings->known, findings->count, sizeof *findings->known);
	findings->known[findings->count++] = text;
}

/* Takes it back, and looks whether the store is then as sound as it was. */
static bool
apply(struct command *command, const struct undo *undo)
{
	static const struct undo_loose *const loose[] = { calendar_loose, post_loose, NULL };
	struct findings findings = { .undone = undo->id };
	findings_gather(command->store, EDITION_ALL, take_finding, &findings);
	bool good = undo_apply(command->store, undo, loose, &command->why);
	findings.command = command;
	if (good)
		calendar_has_undone(command->store);
	if (good)
		findings_gather(command->store, EDITION_ALL, take_finding, &findings);
	for (size_t i = 0; i < findings.count; i++)
		free(findings.known[i]);
	free(findings.known);
	if (findings.warnings > WARNINGS_TOLD)
		command_warn(command, "afterwards 'check' finds %d things more", findings.warnings - WARNINGS_TOLD);
	return good && !findings.error;
}

static bool
take_back(struct command *command, const struct undo *undo)
{
	struct store *store = command->store;
	struct refusal *why = &command->why;
	return undo_prepare(store, undo, why) && post_may_undo(store, undo, why) && calendar_may_undo(store, undo, why)
	    && attend_may_undo(store, undo, why) && fees_may_undo(store, undo, why) && apply(command, undo);
}

/* Whoever named no command is never given another one in silence, but told how to go on. */
static bool
refuse_on(struct refusal *why)
{
	const struct refusal reason = *why;
	return refuse(why, "%s; for an earlier one: balint-group log, then balint-group undo ID", reason.text);
}

static enum status
run(struct command *command)
{
	int64_t id = 0;
	struct undo found;
	if (command->count && (!text_is_id(command->operands[0], &id) || id == 0))
		return command_misused(command, "ID: '%s' is not the number of a command; 'balint-group log' shows them", command->operands[0]);
	bool good = undo_find(command->store, id, &found, &command->why) && take_back(command, &found);
	if (good)
		undo_show(command->store, &found, rows_emit, command->rows);
	if (!good && found.earlier)
		refuse_on(&command->why);
	return good ? DONE : REFUSED;
}

const struct verb verb_undo = {
	.name = "undo",
	.operands = "[ID]",
	.least = 0,
	.most = 1,
	.needs = WRITES,
	.summary = "take a command back, or what was taken back",
	.listing = &undo_listing,
	.run = run,
};
