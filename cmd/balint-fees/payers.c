#include "verbs.h"

#include <balint/payer_book.h>

static enum status
run_list(struct command *command)
{
	payer_list(command->store, rows_emit, command->rows);
	return DONE;
}

const struct verb verb_payers_list = {
	.name = "payers list",
	.needs = READS,
	.summary = "list the payer book: which account has paid for whom",
	.listing = &payer_listing,
	.run = run_list,
};

static enum status
run_forget(struct command *command)
{
	const char *handle = command->count > 1 ? command->operands[1] : NULL;
	return payer_forget(command->store, command->operands[0], handle, &command->why) ? DONE : REFUSED;
}

const struct verb verb_payers_forget = {
	.name = "payers forget",
	.operands = "IBAN [HANDLE]",
	.least = 1,
	.most = 2,
	.needs = WRITES,
	.summary = "forget an account, or that it has paid for that person",
	.run = run_forget,
};
