#include "verbs.h"

#include <balint/ledger.h>
#include <balint/refund.h>

struct options {
	struct date on;
	const char *text;
	bool again;
};

static const struct option_spec options[] = {
	DATE_OPTION(struct options, on, OPTION_MUST, "on", "DATE", "when it was given back"),
	TEXT_OPTION(struct options, text, OPTION_MAY, "text", "T", "a note, such as the text of the transfer"),
	FLAG_OPTION(struct options, again, "again", "a second refund of the same person, amount and day"),
};
static const struct options defaults = { .on = { INT32_MIN } };

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	struct refund refund = { .handle = command->operands[0], .text = o->text, .on = o->on, .again = o->again };
	char text[MONEY_TEXT], date[DATE_TEXT];
	bool already = false;
	if (!money_parse(command->operands[1], &refund.amount, &command->why))
		return refuse_within(&command->why, "AMOUNT"), MISUSED;
	int64_t entry = refund_record(command->store, &refund, &already, &command->why);
	if (!entry)
		return REFUSED;
	if (already)
		command_warn(command, "a refund of %s to '%s' on %s is there already; a second one needs --again", money_write(refund.amount, text),
		    refund.handle, date_write(refund.on, date));
	rows_emit(command->rows, &(struct entry_row){ entry });
	return DONE;
}

const struct verb verb_refund = {
	.name = "refund",
	.operands = "HANDLE AMOUNT",
	.least = 2,
	.most = 2,
	.needs = WRITES,
	.summary = "record that credit was given back",
	VERB_OPTIONS(options, defaults),
	.listing = &entry_listing,
	.run = run,
};
