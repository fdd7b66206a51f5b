#include "verbs.h"

#include <balint/receipt.h>
#include <balint/text.h>

struct options {
	const char *language;
	bool html;
};

static const struct option_spec options[] = {
	PAPER_OPTIONS(struct options),
};
static const struct options defaults = { 0 };

static bool
print(struct command *command, int64_t id)
{
	const struct options *o = command->options;
	const char *language = command_language(command, o->language);
	struct tree *data = receipt_tree(command->store, id, language, &command->why);
	bool good = data && command_paper(command, "receipt", language, o->html, data);
	tree_free(data);
	return good;
}

/* That it was printed is in the store before it leaves our hands; where nobody may write, or just now, it is printed all the same. */
static enum status
run(struct command *command)
{
	int64_t id;
	struct store *store = command->store;
	if (!text_is_id(command->operands[0], &id))
		return command_misused(command, "ID: '%s' is not a number of the ledger", command->operands[0]);
	bool noted = receipt_is_noted(store, id), seized = !noted && store_seize(store);
	sink_hold(command->out);
	if (!print(command, id))
		return REFUSED;
	if (seized) {
		receipt_note(store, id);
		store_commit(store, NULL);
	} else if (!noted) {
		command_warn(command, "the store cannot be written now and does not know of this receipt: until it is printed again, an undo could give its number "
			"to another payment");
	}
	return DONE;
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
