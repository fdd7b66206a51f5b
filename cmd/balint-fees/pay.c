#include "verbs.h"

#include <balint/clock.h>
#include <balint/ledger.h>
#include <balint/payment.h>

enum { DAYS_AHEAD = 31 };

struct options {
	struct date on;
	struct month month;
	const char *text;
	bool again;
};

static const struct option_spec options[] = {
	DATE_OPTION(struct options, on, OPTION_MUST, "on", "DATE", "when it was received"),
	MONTH_OPTION(struct options, month, OPTION_MAY, "month", "M", "for this month's instalment (default: the oldest first)"),
	TEXT_OPTION(struct options, text, OPTION_MAY, "text", "T", "a note, such as the text of the transfer"),
	FLAG_OPTION(struct options, again, "again", "a second payment of the same person, amount and day"),
};
static const struct options defaults = { .on = { INT32_MIN }, .month = { INT32_MIN } };

static void
say(struct command *command, const struct payment *payment, const struct payment_outcome *outcome)
{
	char text[MONEY_TEXT], date[DATE_TEXT];
	if (outcome->already)
		command_warn(command, "%s of '%s' on %s is there already; a second one needs --again", money_write(payment->amount, text),
		    payment->handle, date_write(payment->on, date));
	if (!outcome->already && payment->on.day > clock_today().day + DAYS_AHEAD)
		command_warn(command, "%s lies more than a month ahead; if that is a slip: balint-fees reverse %lld --reason T", date_write(payment->on, date),
		    (long long)outcome->id);
	if (outcome->rest)
		command_warn(command, "%s is more than is open, and stays as credit of '%s'", money_write(outcome->rest, text), payment->handle);
}

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	struct payment payment = { .handle = command->operands[0], .text = o->text, .on = o->on, .month = o->month, .again = o->again };
	struct payment_outcome outcome;
	if (!money_parse(command->operands[1], &payment.amount, &command->why))
		return refuse_within(&command->why, "AMOUNT"), MISUSED;
	const struct edition *edition = command_edition(command);
	if (!edition)
		return REFUSED;
	bool good = payment_record(command->store, edition, &payment, &outcome, &command->why);
	if (!good)
		return REFUSED;
	rows_emit(command->rows, &(struct entry_row){ outcome.id });
	say(command, &payment, &outcome);
	return DONE;
}

const struct verb verb_pay = {
	.name = "pay",
	.operands = "HANDLE AMOUNT",
	.least = 2,
	.most = 2,
	.needs = WRITES,
	.summary = "record a payment by hand; prints its number in the ledger",
	VERB_OPTIONS(options, defaults),
	.listing = &entry_listing,
	.run = run,
};
