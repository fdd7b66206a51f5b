#include "verbs.h"

#include <balint/finding.h>
#include <balint/text.h>
#include <balint/undo_guard.h>

#include <stdlib.h>
#include <string.h>

/* The next word of a command line as the log has it, quoted for a shell; false at its end. */
static bool
next_word(const char **line, char *word, size_t size)
{
	size_t used = 0;
	bool quoted = false;
	*line += strspn(*line, " ");
	if (!**line)
		return false;
	for (; **line && (quoted || **line != ' '); ++*line) {
		if (**line == '\'')
			quoted = !quoted;
		else if ((quoted || **line != '\\') && used < size - 1)
			word[used++] = **line;
	}
	word[used] = '\0';
	return true;
}

/* Whether the next word belongs to this shared option; long ones may have been shortened. */
static bool
takes_argument(const char *option)
{
	static const char *const names[] = { "--db", "--edition", "--format", "--columns" };
	size_t length = strlen(option), letters = strcspn(option, "defc");
	if (option[1] != '-')
		return letters + 1 == length;
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (strncmp(option, names[i], length) == 0)
			return true;
	return false;
}

/* Whether the command was that verb of balint-group's; shared options may stand before the verb. */
static bool
is_verb(const char *command, const char *verb)
{
	char word[256];
	if (!next_word(&command, word, sizeof word) || strcmp(word, "balint-group") != 0)
		return false;
	while (next_word(&command, word, sizeof word)) {
		if (*word != '-')
			return strcmp(word, verb) == 0;
		if (takes_argument(word))
			next_word(&command, word, sizeof word);
	}
	return false;
}

static bool
refuse_whole(const struct undo *undo, struct refusal *why)
{
	if (is_verb(undo->command, "init") || is_verb(undo->command, "demo"))
		return refuse(why, "command %lld cannot be undone: it made the store; whoever wants none deletes the file", (long long)undo->id);
	if (is_verb(undo->command, "restore"))
		return refuse(why, "command %lld cannot be undone: it replaced the whole store; to have another one in its place, restore that", (long long)undo->id);
	if (is_verb(undo->command, "forget"))
		return refuse(why, "command %lld cannot be undone: who is forgotten stays forgotten", (long long)undo->id);
	return true;
}

/* The errors that were there before, each with its subject. */
struct errors {
	char **known;
	size_t count;
	struct refusal *why; /* NULL: they are being gathered */
	int64_t command;
	bool found; /* one that was not there */
};

static void
take_finding(void *context, const void *row)
{
	struct errors *errors = context;
	const struct finding *finding = row;
	if (strcmp(finding->level, "error") != 0 || errors->found)
		return;
	char *text = memory_format("%s: %s", finding->subject, finding->finding);
	if (!errors->why) {
		errors->known = memory_for_one(errors->known, errors->count, sizeof *errors->known);
		errors->known[errors->count++] = text;
		return;
	}
	errors->found = true;
	for (size_t i = 0; i < errors->count; i++)
		if (strcmp(errors->known[i], text) == 0)
			errors->found = false;
	if (errors->found)
		refuse(errors->why, "command %lld cannot be undone: 'check' would then find an error, of %s", (long long)errors->command, text);
	free(text);
}

/* Takes it back, and looks whether the store is then as sound as it was. */
static bool
apply(struct command *command, const struct undo *undo)
{
	struct errors errors = { .command = undo->id };
	findings_gather(command->store, EDITION_ALL, take_finding, &errors);
	bool good = undo_apply(command->store, undo, &command->why);
	errors.why = &command->why;
	if (good)
		findings_gather(command->store, EDITION_ALL, take_finding, &errors);
	for (size_t i = 0; i < errors.count; i++)
		free(errors.known[i]);
	free(errors.known);
	return good && !errors.found;
}

static bool
take_back(struct command *command, const struct undo *undo)
{
	struct store *store = command->store;
	struct refusal *why = &command->why;
	return refuse_whole(undo, why) && undo_prepare(store, undo, why) && post_may_undo(store, undo, why) && calendar_may_undo(store, undo, why)
	    && attend_may_undo(store, undo, why) && fees_may_undo(store, undo, why) && apply(command, undo);
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
	undo_release(&found);
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
