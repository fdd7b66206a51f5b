#include "verbs.h"

#include <balint/receipt.h>
#include <balint/text.h>

struct options {
	const char *language;
	bool html;
};

static const struct option_spec options[] = {
	CHOICE_OPTION(struct options, language, OPTION_MAY, "language", "it|en", "in this language and not the association's"),
	FLAG_OPTION(struct options, html, "html", "as a page for browsers and printers, and not as text"),
};
static const struct options defaults = { 0 };

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	int64_t id;
	if (!text_is_id(command->operands[0], &id))
		return command_misused(command, "ID: '%s' is not a number of the ledger", command->operands[0]);
	const char *language = command_language(command, o->language);
	struct tree *data = receipt_tree(command->store, id, language, &command->why);
	bool good = data && command_paper(command, "receipt", language, o->html, data);
	tree_free(data);
	return good ? DONE : REFUSED;
}

const struct verb verb_receipt = {
	.name = "receipt",
	.operands = "ID",
	.least = 1,
	.most = 1,
	.needs = READS,
	.summary = "print the receipt of a payment, by its number in the ledger",
	VERB_OPTIONS(options, defaults),
	.run = run,
};
