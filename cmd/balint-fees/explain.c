#include "verbs.h"

#include <balint/fatal.h>
#include <balint/matcher.h>
#include <balint/reconcile.h>
#include <balint/text.h>

#include <stdlib.h>

/* What was copied from a statement may have line ends and TABs in it. */
static char *
one_line(const char *text)
{
	char *copy = memory_text(text);
	for (char *c = copy; *c; c++)
		if (*c == '\t' || *c == '\r' || *c == '\n')
			*c = ' ';
	return copy;
}

static enum status
run(struct command *command)
{
	char *line = one_line(command->operands[0]), *text = text_accept(line, &command->why);
	if (text)
		reconcile_explain(command->store, text, rows_emit, command->rows);
	else
		refuse_within(&command->why, "TEXT");
	enum status status = text ? DONE : REFUSED;
	free(line);
	free(text);
	return status;
}

const struct verb verb_explain = {
	.name = "explain",
	.operands = "TEXT",
	.least = 1,
	.most = 1,
	.needs = READS,
	.summary = "say for whom and which month a transfer's text is, and why",
	.listing = &match_listing,
	.run = run,
};
